//! Limits on clients: more connections than there may be, answers that are never read, and connections that nothing is asked on.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use rustix::process::{Resource, prlimit};

use super::clients::leave_few_descriptors;
use super::{Outcome, Stage, load_well};
use crate::http::{Connection, Request};
use crate::server::Server;

/// The limit, and connections beyond it. The workers' own fit below the limit.
const CONNECTIONS: (usize, usize) = (200, 300);
/// After how many seconds an unread answer is given up, and clients that leave theirs unread.
const UNREAD: (u64, usize) = (2, 50);
/// Requests of a client for an answer of hundreds of kilobytes: more than any buffer holds.
const REQUESTS: usize = 100;
/// Clients that ask for nothing: several times as many as the server has files for.
const SILENT: usize = 12;
/// How long any of it may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// More clients connect than may: those who were there are served, the others are closed, and there is room when some go.
pub(super) fn connections(stage: &Stage<'_>) -> Result<Outcome> {
    let (most, beyond) = CONNECTIONS;
    let mut crew = stage.crew();
    let mut server = stage.launcher.start_with(&stage.data_dir(), &["--connections-max", &most.to_string()])?;
    let ask = Request::new("GET", "/healthz");
    let mut first: Vec<Connection> = (0..most - 50).map(|_| server.connect()).collect::<Result<_>>()?;
    for connection in &mut first {
        ensure!(connection.exchange(&ask)?.status == 200, "a connection is served");
    }
    let others: Vec<Connection> = (0..beyond).map(|_| server.connect()).collect::<Result<_>>()?;
    let begin = Instant::now();
    let mut closed = await_closed(others, beyond - 50)?;
    let took = begin.elapsed();
    for connection in &mut first {
        ensure!(connection.exchange(&ask).context("one that was there is closed")?.status == 200, "it is served");
    }
    closed.clear();
    load_well(&mut crew, &mut server).context("when the others have gone")?;
    stage.restart_and_settle(&mut crew, server)?.stop()?;
    Ok(Outcome::Held(format!(
        "{beyond} beyond {} of {most}: those too many closed in {} ms",
        most - 50,
        took.as_millis()
    )))
}

/// Clients ask for much and never read: the server leaves them after the time, and serves everybody else meanwhile.
pub(super) fn unread(stage: &Stage<'_>) -> Result<Outcome> {
    let (seconds, clients) = UNREAD;
    let mut crew = stage.crew();
    let mut server = stage.launcher.start_with(&stage.data_dir(), &["--unread-s-max", &seconds.to_string()])?;
    load_well(&mut crew, &mut server)?;
    let before = open(&server)?;
    let requests = b"GET /openapi.json HTTP/1.1\r\nhost: roster\r\n\r\n".repeat(REQUESTS);
    let mut unread: Vec<Connection> = (0..clients).map(|_| server.connect()).collect::<Result<_>>()?;
    for client in &mut unread {
        client.send(&requests)?;
    }
    let begin = Instant::now();
    load_well(&mut crew, &mut server).context("beside clients that do not read")?;
    while open(&server)? > before {
        ensure!(begin.elapsed() < PATIENCE, "clients that do not read are not left within {PATIENCE:?}");
        std::thread::sleep(Duration::from_millis(50));
    }
    let took = begin.elapsed();
    drop(unread);
    stage.restart_and_settle(&mut crew, server)?.stop()?;
    Ok(Outcome::Held(format!("{clients} clients left after {:.1} s, for a limit of {seconds} s", took.as_secs_f64())))
}

/// Clients ask for nothing until no file is left: they are left after the time, and others are served after them.
pub(super) fn silent(stage: &Stage<'_>) -> Result<Outcome> {
    let mut crew = stage.crew();
    let mut server = stage.launcher.start_with(&stage.data_dir(), &["--first-request-s-max", "1"])?;
    // Before anybody else, as the limit is one on the numbers of descriptors: none that is free is below those that there are.
    let (pid, usual) = leave_few_descriptors(&server)?;
    let silent: Vec<Connection> = (0..SILENT).map(|_| server.connect()).collect::<Result<_>>()?;
    let mut late = server.connect()?;
    let begin = Instant::now();
    late.send(&Request::new("GET", "/healthz").to_bytes(server.address))?;
    ensure!(late.receive().context("behind clients that ask for nothing")?.status == 200, "a connection is served");
    let took = begin.elapsed();
    drop(silent);
    prlimit(Some(pid), Resource::Nofile, usual).context("cannot give the descriptors back")?;
    load_well(&mut crew, &mut server)?;
    stage.restart_and_settle(&mut crew, server)?.stop()?;
    Ok(Outcome::Held(format!("a client was served after {SILENT} silent ones, {:.1} s later", took.as_secs_f64())))
}

/// Waits until so many of the connections are closed, and returns the others.
fn await_closed(mut connections: Vec<Connection>, wanted: usize) -> Result<Vec<Connection>> {
    let (all, begin) = (connections.len(), Instant::now());
    loop {
        let mut left = Vec::new();
        for mut connection in connections {
            if connection.await_end(Duration::from_millis(1)).is_err() {
                left.push(connection);
            }
        }
        if all - left.len() >= wanted {
            return Ok(left);
        }
        ensure!(begin.elapsed() < PATIENCE, "only {} of {wanted} connections are closed", all - left.len());
        connections = left;
    }
}

/// How many connections the server has, as it says, besides the one that asks.
fn open(server: &Server) -> Result<u64> {
    let answer = server.connect()?.exchange(&Request::new("GET", "/metrics").with(&server.key))?;
    let text = answer.text();
    let line = text.lines().find_map(|line| line.strip_prefix("roster_connections "));
    let number: u64 = line.context("connections are not counted")?.parse().context("it is no number")?;
    Ok(number.saturating_sub(1))
}
