//! Clients that are too many, too slow, or ask for too much at once.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Resource, Rlimit, getrlimit, prlimit, setrlimit};
use serde_json::json;

use super::{Outcome, Stage, await_recovery, ensure_declared, load_well, try_write};
use crate::http::{Connection, Request};
use crate::process::Usage;
use crate::server::Server;
use crate::shim::Number;

/// Connections that do nothing, or stall.
const IDLE: usize = 3000;
const STALLED: usize = 200;
/// Connections that write at once: more than may wait in all.
const FLOOD: usize = 3000;
/// Descriptors that a server is left with beside those that it has.
const LEFT: u64 = 3;
/// How long a client may be connected that asks for nothing, in seconds.
const SILENT_S_MAX: u64 = 20;
/// How long a client is waited for that stalls: 30 seconds, and some for a busy machine.
const SLOW_MAX: Duration = Duration::from_secs(45);
/// Bytes that a connection may take which does nothing.
const IDLE_BYTES_MAX: u64 = 64 * 1024;
/// Bytes that a flood may take.
const FLOOD_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// No file descriptors are left: who is connected is served, and when there are some again, everybody is.
pub(super) fn no_descriptors(stage: &Stage<'_>) -> Result<Outcome> {
    let mut crew = stage.crew();
    let mut server = stage.launcher.start(&stage.data_dir())?;
    load_well(&mut crew, &mut server)?;
    let mut connected = server.connect()?;
    let ask = Request::new("GET", "/api/v2/user").with(&server.key);
    ensure!(connected.exchange(&ask)?.status == 200, "a connection is served");

    let (pid, usual) = leave_few_descriptors(&server)?;
    let waiting: Vec<Connection> =
        (0..50).map(|_| server.connect()).collect::<Result<_>>().context("the system accepts for the server")?;
    for _ in 0..20 {
        let answer = connected.exchange(&ask)?;
        if answer.status != 200 {
            ensure_declared(&answer).context("without descriptors")?;
        }
    }
    prlimit(Some(pid), Resource::Nofile, usual).context("cannot give the descriptors back")?;
    drop(waiting);
    let recovery = await_recovery(&server)?;
    load_well(&mut crew, &mut server)?;
    stage.restart_and_settle(&mut crew, server)?.stop()?;
    Ok(Outcome::Held(format!("50 connections without a descriptor; recovered in {} ms", recovery.as_millis())))
}

/// Clients stall in the header, in the body, or do not read: everybody else is served, and what they held is free when they
/// have gone.
pub(super) fn stalled(stage: &Stage<'_>) -> Result<Outcome> {
    allow_connections()?;
    let mut crew = stage.crew();
    let mut server = stage.launcher.start(&stage.data_dir())?;
    load_well(&mut crew, &mut server)?;
    let before = Usage::of(server.pid())?;
    let key = server.key.clone();
    let head = format!("POST /v1beta1/users HTTP/1.1\r\nhost: roster\r\nauthorization: Bearer {key}\r\n");
    let in_body = format!("{head}content-type: application/json\r\ncontent-length: 1000\r\n\r\n{{\"name\":");
    let unread = format!("GET /roster/v1/audit/export HTTP/1.1\r\nhost: roster\r\nauthorization: Bearer {key}\r\n\r\n");
    let mut clients = Vec::new();
    for bytes in [&head.as_bytes()[..head.len() / 2], in_body.as_bytes(), unread.as_bytes()] {
        for _ in 0..STALLED {
            let mut client = server.connect()?;
            client.send(bytes)?;
            clients.push(client);
        }
    }
    load_well(&mut crew, &mut server).context("beside clients that stall")?;
    let during = Usage::of(server.pid())?;
    drop(clients);
    ensure_descriptors_return(&server, before)?;
    crew.settle(&server, &stage.launcher.binary, &stage.data_dir())?;
    stage.restart_and_settle(&mut crew, server)?.stop()?;
    Ok(Outcome::Held(format!(
        "{} clients stalled, {} MiB more meanwhile, everybody else was served",
        3 * STALLED,
        during.resident.saturating_sub(before.resident) >> 20
    )))
}

/// Who sends nothing, or stalls in the header or in the body, is answered or left in time.
pub(super) fn slow_end(stage: &Stage<'_>) -> Result<Outcome> {
    let limit = SILENT_S_MAX.to_string();
    let server = stage.launcher.start_with(&stage.data_dir(), &["--first-request-s-max", &limit])?;
    let head = "POST /v1beta1/users HTTP/1.1\r\nhost: roster\r\n";
    let in_body = format!(
        "{head}authorization: Bearer {}\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{{",
        server.key
    );
    let begin = Instant::now();
    let mut silent = server.connect()?;
    let mut in_header = server.connect()?;
    // Its first request has come, so that only its second header stalls.
    ensure!(in_header.exchange(&Request::new("GET", "/healthz"))?.status == 200, "a connection is served");
    in_header.send(head.as_bytes())?;
    let mut in_body_too = server.connect()?;
    in_body_too.send(in_body.as_bytes())?;
    silent.await_end(SLOW_MAX).context("a client that sends nothing is waited for")?;
    let silent_end = begin.elapsed();
    ensure!(silent_end >= Duration::from_secs(SILENT_S_MAX), "a client that sends nothing is left too early");
    in_header.await_end(SLOW_MAX).context("a client that stalls in the header is waited for")?;
    let header_end = begin.elapsed();
    in_body_too.await_end(SLOW_MAX).context("a client that stalls in the body is waited for")?;
    let body_end = begin.elapsed();
    ensure!(body_end <= SLOW_MAX, "a client that stalls in the body is left after {body_end:?}");
    server.stop()?;
    Ok(Outcome::Held(format!(
        "left after {} s without a request, {} s in the header, {} s in the body",
        silent_end.as_secs(),
        header_end.as_secs(),
        body_end.as_secs()
    )))
}

/// Thousands of connections do nothing.
pub(super) fn idle(stage: &Stage<'_>) -> Result<Outcome> {
    allow_connections()?;
    let mut crew = stage.crew();
    let mut server = stage.launcher.start(&stage.data_dir())?;
    load_well(&mut crew, &mut server)?;
    let before = Usage::of(server.pid())?;
    let mut connections: Vec<Connection> = (0..IDLE).map(|_| server.connect()).collect::<Result<_>>()?;
    // Each has been used once, so that the server has made whatever it makes for one.
    for connection in &mut connections {
        ensure!(connection.exchange(&Request::new("GET", "/healthz"))?.status == 200, "a connection is served");
    }
    load_well(&mut crew, &mut server).context("beside idle connections")?;
    let during = Usage::of(server.pid())?;
    let each = during.resident.saturating_sub(before.resident) / IDLE as u64;
    ensure!(each <= IDLE_BYTES_MAX, "an idle connection takes {each} bytes");
    drop(connections);
    ensure_descriptors_return(&server, before)?;
    stage.restart_and_settle(&mut crew, server)?.stop()?;
    Ok(Outcome::Held(format!("{IDLE} connections, {} KiB each", each.div_ceil(1024))))
}

/// More writes come at once than may wait: some are refused with when to come again, and those that were not are there.
pub(super) fn flood(stage: &Stage<'_>) -> Result<Outcome> {
    allow_connections()?;
    let server = stage.launcher.start(&stage.data_dir())?;
    // The writer is slow, so that what comes has to wait.
    stage.launcher.shim()?.set(Number::SyncDelayUs, 200_000)?;
    let mut connections: Vec<Connection> = (0..FLOOD).map(|_| server.connect()).collect::<Result<_>>()?;
    for (number, connection) in connections.iter_mut().enumerate() {
        let body = json!({"name": format!("flood{number}"), "email": format!("flood{number}@example.org"), "title": "",
            "metadata": {}});
        let request = Request::new("POST", "/v1beta1/users").json(&body).with(&server.key);
        connection.send(&request.to_bytes(server.address))?;
    }
    let (mut done, mut refused) = (Vec::new(), 0);
    for (number, connection) in connections.iter_mut().enumerate() {
        let answer = connection.receive()?;
        if answer.status == 200 {
            done.push(number);
        } else {
            ensure!(answer.status == 503, "a flood is answered with {}: {}", answer.status, answer.text());
            ensure_declared(&answer)?;
            refused += 1;
        }
    }
    let resident = Usage::of(server.pid())?.resident;
    ensure!(refused > 0, "all {FLOOD} writes could wait, so nothing was tried");
    ensure!(resident <= FLOOD_BYTES_MAX, "a flood takes {resident} bytes");
    stage.launcher.shim()?.reset()?;
    let is_there = |connection: &mut Connection, number: usize| {
        let request = Request::new("GET", format!("/v1beta1/users/flood{number}")).with(&server.key);
        Ok::<_, anyhow::Error>(connection.exchange(&request)?.status == 200)
    };
    let mut connection = server.connect()?;
    for number in 0..FLOOD {
        let (was_done, is_there) = (done.contains(&number), is_there(&mut connection, number)?);
        ensure!(was_done == is_there, "user {number} was acknowledged: {was_done}; is there: {is_there}");
    }
    let after = try_write(&server, 0)?;
    ensure!(after.status == 200, "after a flood a write is answered with {}", after.status);
    server.stop()?;
    Ok(Outcome::Held(format!("{} of {FLOOD} done and {refused} refused, {} MiB", done.len(), resident >> 20)))
}

/// Leaves a server few descriptors beside those that it has, and returns its process and what it was permitted before.
pub(super) fn leave_few_descriptors(server: &Server) -> Result<(Pid, Rlimit)> {
    let pid = Pid::from_raw(server.pid().cast_signed()).context("a process has an id")?;
    let few = limit(Usage::of(server.pid())?.descriptors + LEFT);
    let usual = prlimit(Some(pid), Resource::Nofile, few).context("cannot limit the descriptors of the server")?;
    Ok((pid, usual))
}

fn limit(descriptors: u64) -> Rlimit {
    Rlimit { current: Some(descriptors), maximum: getrlimit(Resource::Nofile).maximum }
}

/// Lets this process, and the servers that it starts from now on, have as many connections as the system permits.
fn allow_connections() -> Result<()> {
    let most = getrlimit(Resource::Nofile).maximum;
    let needed = (IDLE.max(FLOOD) + 500) as u64;
    ensure!(most.is_none_or(|most| most >= needed), "the system permits {most:?} descriptors, and {needed} are needed");
    setrlimit(Resource::Nofile, Rlimit { current: most, maximum: most }).context("cannot have more descriptors")
}

/// Waits until a server has about as few descriptors as before.
fn ensure_descriptors_return(server: &Server, before: Usage) -> Result<()> {
    let deadline = Instant::now() + Duration::from_secs(10);
    loop {
        let now = Usage::of(server.pid())?;
        // Connections of the store that are opened when they are needed.
        if now.descriptors <= before.descriptors + 8 {
            return Ok(());
        }
        ensure!(Instant::now() < deadline, "{} descriptors stay, of {} before", now.descriptors, before.descriptors);
        std::thread::sleep(Duration::from_millis(20));
    }
}
