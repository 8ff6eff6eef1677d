//! Reads, writes and syncs that fail, as the shim makes them fail.

use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use fastrand::Rng;

use super::{LOAD, Outcome, Stage, await_recovery, ensure_declared, is_ready, load_well, try_write};
use crate::crew::Crew;
use crate::hand::End;
use crate::http::{Connection, Request};
use crate::power;
use crate::server::Server;
use crate::shim::{Number, Shim};

/// Errors of the system, as Linux numbers them.
const EIO: i64 = 5;
const ENOSPC: i64 = 28;
const EROFS: i64 = 30;
/// Tries to write while the disk fails.
const TRIES: usize = 20;
/// Crashes after syncs that failed.
const ROUNDS: u32 = 5;
/// The log of the database.
const LOG: &str = "roster.db-wal";

/// Every write to the database's files fails.
pub(super) fn write_errors(stage: &Stage<'_>) -> Result<Outcome> {
    failing(stage, Number::WriteError, EIO)
}

/// The disk is full.
pub(super) fn disk_full(stage: &Stage<'_>) -> Result<Outcome> {
    failing(stage, Number::WriteError, ENOSPC)
}

/// The file system has become one that can only be read.
pub(super) fn read_only(stage: &Stage<'_>) -> Result<Outcome> {
    failing(stage, Number::WriteError, EROFS)
}

/// Syncs fail, and what was written before them never reaches the disk.
pub(super) fn sync_errors(stage: &Stage<'_>) -> Result<Outcome> {
    failing(stage, Number::SyncError, EIO)
}

/// Under load, something begins to fail; nobody is told that anything was done, and when it works again all goes on. In the
/// end the power is cut, so that what was acknowledged without being on the disk would be found.
fn failing(stage: &Stage<'_>, number: Number, errno: i64) -> Result<Outcome> {
    let (shim, data_dir) = (stage.launcher.shim()?, stage.data_dir());
    let mut crew = stage.crew();
    let (mut server, before) = start_from_known_disk(stage)?;
    load_well(&mut crew, &mut server)?;
    let acknowledged = crew.acknowledged();
    let workers = load_until_refused(&mut crew, &mut server, shim, number, errno)?;
    for serial in 0..TRIES {
        let answer = try_write(&server, serial as u128)?;
        ensure_declared(&answer).context("while the disk fails")?;
    }
    let ready = server.connect()?.exchange(&Request::new("GET", "/healthz"))?;
    ensure!(ready.status == 200, "the server is not alive while the disk fails: {}", ready.status);
    ensure!(!is_ready(&server)?, "the server says that it is ready while nothing can be written");
    let injected = shim.get(Number::Injected)?;
    ensure!(injected > 0, "nothing failed");

    shim.set(number, 0)?;
    ensure!(is_ready(&server)?, "the disk is well, and without a write of anybody the server does not find out");
    let recovery = await_recovery(&server)?;
    crew.settle(&server, &stage.launcher.binary, &data_dir).context("after the fault")?;
    load_well(&mut crew, &mut server)?;
    let panics = server.panics();
    ensure!(panics.is_empty(), "the server panicked: {panics:?}");
    server.kill()?;
    power::keep_synced(shim, &data_dir, &before)?;
    let server = stage.launcher.start(&data_dir)?;
    crew.settle(&server, &stage.launcher.binary, &data_dir).context("after a power cut")?;
    server.stop()?;
    let after = crew.acknowledged();
    Ok(Outcome::Held(format!(
        "{injected} failures; {workers} workers and {TRIES} further writes refused, recovered in {} ms; {acknowledged} writes \
         acknowledged before and {} in all, none lost in a power cut",
        recovery.as_millis(),
        after
    )))
}

/// Syncs fail, and the server is killed before it has come over it. Started again, it finds in the log what the system shows and
/// the disk will never have. What it acknowledges behind that must survive a power cut.
pub(super) fn sync_errors_then_crash(stage: &Stage<'_>) -> Result<Outcome> {
    let mut dice = Rng::with_seed(stage.seed);
    let (mut acknowledged, mut not_on_disk) = (0, 0);
    for round in 0..ROUNDS {
        let directory = stage.directory.join(format!("{round}"));
        std::fs::create_dir_all(&directory).context("cannot make a directory")?;
        let stage = Stage { launcher: stage.launcher, directory, seed: dice.u64(..) };
        let load = LOAD.mul_f64(dice.f64());
        let (after, bytes) = fail_and_crash(&stage, load).with_context(|| format!("round {round}"))?;
        acknowledged += after;
        not_on_disk += u64::from(bytes > 0);
    }
    ensure!(not_on_disk > 0, "the system has never shown anything that was not on the disk");
    Ok(Outcome::Held(format!(
        "{ROUNDS} crashes, {not_on_disk} with a log that was not all on the disk; {acknowledged} writes acknowledged, none lost in \
         a power cut"
    )))
}

/// One such crash, and a power cut after so much load. Answers how many writes were acknowledged, and how many bytes of the log
/// were not on the disk at the crash.
fn fail_and_crash(stage: &Stage<'_>, load: Duration) -> Result<(u64, usize)> {
    let (shim, data_dir) = (stage.launcher.shim()?, stage.data_dir());
    let mut crew = stage.crew();
    let (mut server, before) = start_from_known_disk(stage)?;
    load_well(&mut crew, &mut server)?;
    load_until_refused(&mut crew, &mut server, shim, Number::SyncError, EIO)?;
    server.kill()?;

    let disk = stage.directory.join("disk");
    std::fs::create_dir_all(&disk).context("cannot make a directory")?;
    power::write_synced(shim, &before, &disk)?;
    let (log, log_on_disk) = (data_dir.join(LOG), disk.join(LOG));
    let shown = std::fs::read(&log).context("cannot read the log")?;
    let on_disk = std::fs::read(&log_on_disk).context("cannot read the log")?;
    let missing = (0..shown.len()).filter(|&at| on_disk.get(at) != shown.get(at)).count();
    let inode = std::fs::metadata(&log)?.ino();

    let server = stage.launcher.start_keeping_all(&data_dir)?;
    if std::fs::metadata(&log)?.ino() != inode {
        // It is a file that was written anew, of which nothing is taken for written that was not.
        std::fs::write(&log_on_disk, shown)?;
    }
    crew.settle(&server, &stage.launcher.binary, &data_dir).context("after the crash")?;
    crew.load_and_kill(server, load)?;
    power::keep_synced(shim, &data_dir, &disk)?;
    let server = stage.launcher.start(&data_dir)?;
    crew.settle(&server, &stage.launcher.binary, &data_dir).context("after a power cut")?;
    server.stop()?;
    Ok((crew.acknowledged(), missing))
}

/// Starts a server that keeps everything from here on, and answers where the files are as the disk has them now.
fn start_from_known_disk(stage: &Stage<'_>) -> Result<(Server, PathBuf)> {
    let data_dir = stage.data_dir();
    // A clean stop leaves no log.
    stage.launcher.start(&data_dir)?.stop()?;
    let before = stage.directory.join("before");
    std::fs::create_dir_all(&before)?;
    std::fs::copy(data_dir.join("roster.db"), before.join("roster.db")).context("cannot copy the database")?;
    Ok((stage.launcher.start_keeping_all(&data_dir)?, before))
}

/// Under load, lets something begin to fail, until each worker was refused, and answers how many they are.
fn load_until_refused(crew: &mut Crew, server: &mut Server, shim: &Shim, number: Number, errno: i64) -> Result<usize> {
    let begin = Instant::now();
    let ends = crew.load(server, |_| {
        if begin.elapsed() >= LOAD {
            shim.set(number, errno)?;
        }
        // Each worker ends when it is refused.
        Ok(begin.elapsed() >= LOAD * 20)
    })?;
    for (hand, end) in crew.hands.iter().zip(&ends) {
        match end {
            End::Refused(answer) => ensure_declared(answer).with_context(|| hand.last_request())?,
            other => bail!("{} is acknowledged or broken off though the disk fails: {other:?}", hand.last_request()),
        }
    }
    Ok(ends.len())
}

/// Reads fail: of what is not in memory, a failure is told, and lists break off rather than end early.
pub(super) fn read_errors(stage: &Stage<'_>) -> Result<Outcome> {
    let (shim, data_dir) = (stage.launcher.shim()?, stage.data_dir());
    let mut crew = stage.crew();
    let mut server = stage.launcher.start(&data_dir)?;
    load_well(&mut crew, &mut server)?;
    // What was loaded is in the memory of the server, which a new one does not have.
    let server = stage.restart_and_settle(&mut crew, server)?;
    let key = server.key.clone();
    server.kill()?;
    let mut server = stage.launcher.start(&data_dir)?;
    shim.set(Number::ReadError, EIO)?;
    let (mut refused, mut broken, mut answered) = (0, 0, 0);
    for path in ["/api/v2/user?limit=1000", "/api/v2/role", "/roster/v1/export", "/api/v1/users", "/roster/v1/audit"] {
        for _ in 0..4 {
            match Connection::open(server.address)?.exchange(&Request::new("GET", path).with(&key)) {
                Ok(answer) if answer.status == 200 => answered += 1,
                Ok(answer) => {
                    ensure_declared(&answer).with_context(|| path.to_owned())?;
                    refused += 1;
                }
                Err(_) => broken += 1,
            }
        }
    }
    let injected = shim.get(Number::Injected)?;
    ensure!(injected > 0 && refused + broken > 0, "nothing failed");
    shim.set(Number::ReadError, 0)?;
    let recovery = await_recovery(&server)?;
    crew.settle(&server, &stage.launcher.binary, &data_dir).context("after the fault")?;
    load_well(&mut crew, &mut server)?;
    stage.restart_and_settle(&mut crew, server)?.stop()?;
    Ok(Outcome::Held(format!(
        "{injected} failures; {refused} lists refused, {broken} broken off, {answered} answered from memory; recovered in {} ms",
        recovery.as_millis()
    )))
}
