//! Reads, writes and syncs that fail, as the shim makes them fail.

use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use super::{LOAD, Outcome, Stage, await_recovery, ensure_declared, load_well, try_write};
use crate::hand::End;
use crate::http::{Connection, Request};
use crate::power;
use crate::shim::Number;

/// Errors of the system, as Linux numbers them.
const EIO: i64 = 5;
const ENOSPC: i64 = 28;
const EROFS: i64 = 30;
/// Tries to write while the disk fails.
const TRIES: usize = 20;

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
    let mut server = stage.launcher.start(&data_dir)?;
    // The files as the disk has them, from which on everything is kept.
    server.stop()?;
    let before = stage.directory.join("before");
    std::fs::create_dir_all(&before)?;
    std::fs::copy(data_dir.join("roster.db"), before.join("roster.db")).context("cannot copy the database")?;
    server = stage.launcher.start_keeping_all(&data_dir)?;

    load_well(&mut crew, &mut server)?;
    let acknowledged = crew.acknowledged();
    let begin = Instant::now();
    let ends = crew.load(&mut server, |_| {
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
    for serial in 0..TRIES {
        let answer = try_write(&server, serial as u128)?;
        ensure_declared(&answer).context("while the disk fails")?;
    }
    let ready = server.connect()?.exchange(&Request::new("GET", "/healthz"))?;
    ensure!(ready.status == 200, "the server is not alive while the disk fails: {}", ready.status);
    let injected = shim.get(Number::Injected)?;
    ensure!(injected > 0, "nothing failed");

    shim.set(number, 0)?;
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
    let (after, workers) = (crew.acknowledged(), ends.len());
    Ok(Outcome::Held(format!(
        "{injected} failures; {workers} workers and {TRIES} further writes refused, recovered in {} ms; {acknowledged} writes \
         acknowledged before and {} in all, none lost in a power cut",
        recovery.as_millis(),
        after
    )))
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
