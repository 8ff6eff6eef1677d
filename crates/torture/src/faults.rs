//! Faults of the disk, the clock, the limits and the clients. Each runs on a fresh directory; the server must answer with what
//! the contract declares, must not lie about what is stored, and must be as before when the fault is gone, by itself.

mod clients;
mod clock;
mod disk;
mod full;
mod limits;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::crew::Crew;
use crate::hand::End;
use crate::http::{Answer, Connection, Request};
use crate::server::{Launcher, Server};

/// How long a server is loaded before, under and after a fault.
const LOAD: Duration = Duration::from_millis(250);
/// How long a server may take to be as before.
const RECOVERY: Duration = Duration::from_secs(10);
/// Connections that write.
const CONNECTIONS: usize = 8;

/// What a fault came to.
pub(crate) enum Outcome {
    /// As promised; what was seen.
    Held(String),
    /// It cannot be made here.
    Skipped(String),
}

type Scenario = fn(&Stage<'_>) -> Result<Outcome>;

/// What takes longer than a few seconds, because something has to time out.
const SLOW: [&str; 1] = ["slow-clients-end"];

/// All faults, by the names under which they can be asked for.
const SCENARIOS: &[(&str, Scenario)] = &[
    ("write-errors", disk::write_errors),
    ("disk-full", disk::disk_full),
    ("read-only", disk::read_only),
    ("sync-errors", disk::sync_errors),
    ("sync-errors-then-crash", disk::sync_errors_then_crash),
    ("read-errors", disk::read_errors),
    ("disk-full-for-real", full::disk_full_for_real),
    ("clock-jumps", clock::jumps),
    ("no-descriptors", clients::no_descriptors),
    ("stalled-clients", clients::stalled),
    ("slow-clients-end", clients::slow_end),
    ("idle-connections", clients::idle),
    ("flood", clients::flood),
    ("connections-max", limits::connections),
    ("unread-answers", limits::unread),
    ("silent-clients", limits::silent),
];

/// Where a fault takes place.
pub(crate) struct Stage<'l> {
    launcher: &'l Launcher,
    directory: PathBuf,
    seed: u64,
}

/// Runs the faults of these names, or all, and prints what they came to. All are run, also after one that failed.
pub(crate) fn run(launcher: &Launcher, directory: &Path, only: &[String], quick: bool, seed: u64) -> Result<()> {
    let unknown = only.iter().find(|name| !SCENARIOS.iter().any(|(known, _)| known == name));
    let names = || SCENARIOS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    ensure!(unknown.is_none(), "there is no fault {unknown:?}, but these: {}", names());
    let mut failures = Vec::new();
    let is_wanted = |name: &str| {
        if only.is_empty() { !quick || !SLOW.contains(&name) } else { only.iter().any(|of| of == name) }
    };
    for (name, scenario) in SCENARIOS.iter().filter(|(name, _)| is_wanted(name)) {
        let stage = Stage { launcher, directory: directory.join(name), seed };
        std::fs::create_dir_all(&stage.directory).context("cannot make a directory")?;
        let begin = Instant::now();
        match scenario(&stage) {
            Ok(Outcome::Held(text)) => println!("{name}: held ({text}; {:.1} s)", begin.elapsed().as_secs_f64()),
            Ok(Outcome::Skipped(why)) => println!("{name}: SKIPPED, {why}"),
            Err(error) => {
                println!("{name}: FAILED, {error:#}");
                failures.push(*name);
            }
        }
    }
    ensure!(failures.is_empty(), "not as promised: {}", failures.join(", "));
    Ok(())
}

impl Stage<'_> {
    fn data_dir(&self) -> PathBuf {
        self.directory.join("data")
    }

    fn crew(&self) -> Crew {
        Crew::new(CONNECTIONS, self.seed)
    }

    /// Kills a server, starts it again, and looks for all that was acknowledged.
    fn restart_and_settle(&self, crew: &mut Crew, server: Server) -> Result<Server> {
        let panics = server.panics();
        ensure!(panics.is_empty(), "the server panicked: {panics:?}");
        server.kill()?;
        let server = self.launcher.start(&self.data_dir())?;
        crew.settle(&server, &self.launcher.binary, &self.data_dir()).context("after a restart")?;
        Ok(server)
    }
}

/// Loads a server that has no fault: nobody may be refused.
fn load_well(crew: &mut Crew, server: &mut Server) -> Result<()> {
    let begin = Instant::now();
    let ends = crew.load(server, |_| Ok(begin.elapsed() >= LOAD))?;
    for (hand, end) in crew.hands.iter().zip(&ends) {
        match end {
            End::Told => {}
            End::Broken => anyhow::bail!("a connection broke at {}", hand.last_request()),
            End::Refused(answer) => {
                anyhow::bail!("{} was refused: {} {}", hand.last_request(), answer.status, answer.text());
            }
        }
    }
    Ok(())
}

/// Checks that an answer is one that the contract declares for a fault: 500, 503 with `Retry-After`, or 507, with a body
/// that a client can read and no word of what is behind it.
fn ensure_declared(answer: &Answer) -> Result<()> {
    let text = answer.text();
    match answer.status {
        500 | 507 => {}
        503 => ensure!(answer.header("retry-after").is_some(), "503 without Retry-After: {text}"),
        other => anyhow::bail!("a fault is answered with {other}: {text}"),
    }
    ensure!(answer.json().is_object(), "the answer to a fault is no JSON: {text}");
    for word in ["sqlite", "SQLITE", "disk I/O", "roster.db", "panicked"] {
        ensure!(!text.contains(word), "the answer to a fault tells of {word:?}: {text}");
    }
    Ok(())
}

/// Whether the server says that it is ready. If not, it must say that it is writes that fail.
fn is_ready(server: &Server) -> Result<bool> {
    let answer = server.connect()?.exchange(&Request::new("GET", "/readyz"))?;
    if answer.status == 200 {
        return Ok(true);
    }
    ensure_declared(&answer)?;
    let said = answer.json();
    let failed = said["checks"].as_array().into_iter().flatten().filter(|check| check["passed"] == false);
    let names: Vec<_> = failed.map(|check| check["name"].as_str().unwrap_or_default()).collect();
    ensure!(names == ["writes"], "not ready because of {names:?}: {said}");
    Ok(false)
}

/// Waits until the server does what it is asked for, as it must when a fault is gone.
fn await_recovery(server: &Server) -> Result<Duration> {
    let begin = Instant::now();
    loop {
        let done = try_write(server, begin.elapsed().as_micros());
        match done {
            Ok(answer) if answer.status == 200 => return Ok(begin.elapsed()),
            Ok(answer) => ensure_declared(&answer)?,
            Err(error) if begin.elapsed() > RECOVERY => return Err(error),
            Err(_) => {}
        }
        ensure!(begin.elapsed() <= RECOVERY, "the server has not recovered within {RECOVERY:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Makes a user beside those of the workers.
fn try_write(server: &Server, serial: u128) -> Result<Answer> {
    let name = format!("probe{serial}x{}", fastrand::u32(..));
    let body = json!({"name": name, "email": format!("{name}@example.org"), "title": "", "metadata": {}});
    let request = Request::new("POST", "/v1beta1/users").json(&body).with(&server.key);
    Connection::open(server.address)?.exchange(&request)
}
