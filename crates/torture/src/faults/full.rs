//! A file system that is full, and one that can only be read: small ones in memory that are mounted for it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use super::{LOAD, Outcome, Stage, await_recovery, ensure_declared, load_well};
use crate::hand::End;

/// How large the file system is, and becomes.
const SMALL: &str = "size=3m";
const LARGE: &str = "size=256m";

/// The data directory is on a file system that becomes full, and then larger; in the end it can only be read.
pub(super) fn disk_full_for_real(stage: &Stage<'_>) -> Result<Outcome> {
    let data_dir = stage.data_dir();
    std::fs::create_dir_all(&data_dir)?;
    let Some(mount) = Mount::new(&data_dir)? else {
        return Ok(Outcome::Skipped("nothing can be mounted here".to_owned()));
    };
    let mut crew = stage.crew();
    let mut server = stage.launcher.start(&data_dir)?;
    let begin = Instant::now();
    let ends = crew.load(&mut server, |_| Ok(begin.elapsed() >= LOAD * 80))?;
    for (hand, end) in crew.hands.iter().zip(&ends) {
        match end {
            End::Refused(answer) => ensure_declared(answer).with_context(|| hand.last_request())?,
            other => bail!("{} is not refused though the disk is full: {other:?}", hand.last_request()),
        }
    }
    let acknowledged = crew.acknowledged();
    mount.change(LARGE)?;
    let recovery = await_recovery(&server)?;
    crew.settle(&server, &stage.launcher.binary, &data_dir).context("when there is room again")?;
    load_well(&mut crew, &mut server)?;
    stage.restart_and_settle(&mut crew, server)?.stop()?;

    mount.change("ro")?;
    let Err(refusal) = stage.launcher.start(&data_dir) else { bail!("the server starts where it cannot write") };
    let refusal = format!("{refusal:#}");
    ensure!(!refusal.contains("panicked") && refusal.contains("exited with"), "{refusal}");
    Ok(Outcome::Held(format!(
        "full after {acknowledged} acknowledged writes, recovered {} ms after there was room; does not start read-only",
        recovery.as_millis()
    )))
}

/// A mounted file system; dropping it takes it away.
struct Mount(PathBuf);

impl Mount {
    /// Mounts one, where that is permitted.
    fn new(place: &Path) -> Result<Option<Self>> {
        let is_done = run(&["-t", "tmpfs", "-o", SMALL, "torture"], place)?;
        Ok(is_done.then(|| Self(place.to_owned())))
    }

    fn change(&self, option: &str) -> Result<()> {
        ensure!(run(&["-o", &format!("remount,{option}")], &self.0)?, "cannot change the file system to {option}");
        Ok(())
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        // Lazily, as a server that is still being killed may use it.
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).output();
    }
}

fn run(arguments: &[&str], place: &Path) -> Result<bool> {
    let output = Command::new("mount").args(arguments).arg(place).output().context("there is no `mount`")?;
    Ok(output.status.success())
}
