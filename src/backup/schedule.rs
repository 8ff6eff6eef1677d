//! Makes backups by a schedule: one task, one backup at a time, until it is told to stop. When the next is due, the names in the
//! backup directory say, so a restart changes nothing.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use std::{fs, io, thread};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use slog::{Logger, error, info, warn};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::sleep;

use super::{BackupError, STAMP, Written, stamp};
use crate::config::BackupConfig;
use crate::context::Context;
use crate::limits::{BACKUP_POLL_MS, BACKUP_RETRY_MS};
use crate::private_file;
use crate::store::sqlite::{BreakOff, FileError, remove_unfinished};

/// How the name of every backup of a schedule begins; its time comes next.
const BEGINNING: &str = "roster-";
/// How it ends.
const ENDING: &str = ".db";

/// The running schedule.
#[derive(Debug)]
pub struct Scheduler {
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Scheduler {
    /// Starts to make backups of a data directory, the first one at once if none is young enough.
    #[must_use]
    pub fn start(config: &BackupConfig, data_dir: &Path, context: Arc<Context>, log: &Logger) -> Self {
        let (stop, stopped) = oneshot::channel();
        let work = Work::new(config, data_dir, context, stopped, log);
        Self { stop, task: tokio::spawn(work.run()) }
    }

    /// Breaks a backup off that is being made, if one is, and leaves nothing of it.
    pub async fn stop(self) {
        // The task is gone only if it panicked, which tokio has told by then.
        let _ = self.stop.send(());
        let _ = self.task.await;
    }
}

/// What the task has.
pub(super) struct Work {
    config: BackupConfig,
    data_dir: PathBuf,
    context: Arc<Context>,
    stopped: oneshot::Receiver<()>,
    log: Logger,
    /// Why the last attempt failed, if it did: what fails again for the same reason is not told again.
    failure: Option<String>,
}

impl Work {
    pub(super) fn new(
        config: &BackupConfig,
        data_dir: &Path,
        context: Arc<Context>,
        stopped: oneshot::Receiver<()>,
        log: &Logger,
    ) -> Self {
        let (config, data_dir) = (config.clone(), data_dir.to_owned());
        Self { config, data_dir, context, stopped, log: log.clone(), failure: None }
    }

    async fn run(mut self) {
        while self.round().await.is_continue() {
            let wait = Duration::from_millis(if self.failure.is_some() { BACKUP_RETRY_MS } else { BACKUP_POLL_MS });
            tokio::select! {
                _ = &mut self.stopped => return,
                () = sleep(wait) => {}
            }
        }
    }

    /// Makes a backup if one is due, and removes those that are too many.
    pub(super) async fn round(&mut self) -> ControlFlow<()> {
        let now = self.context.now();
        let outcome = match self.is_due(now) {
            Ok(false) => return ControlFlow::Continue(()),
            Ok(true) => self.make(self.config.directory.join(format!("{BEGINNING}{}{ENDING}", stamp(now)))).await,
            Err(error) => Err(error.into()),
        };
        match outcome {
            Ok(()) => self.failure = None,
            Err(BackupError::File(FileError::BrokenOff)) => return ControlFlow::Break(()),
            Err(error) => self.complain(error.to_string()),
        }
        ControlFlow::Continue(())
    }

    /// Whether the newest backup is too old. One that is said to be of the future does not count.
    fn is_due(&self, now: DateTime<Utc>) -> Result<bool, FileError> {
        let directory = &self.config.directory;
        let made = private_file::make_directory(directory).and_then(|()| list(directory));
        let made = made.map_err(|source| FileError::File { path: directory.clone(), source })?;
        let newest = made.into_iter().map(|(at, _)| at).filter(|at| *at <= now).max();
        Ok(newest.is_none_or(|newest| now - newest >= TimeDelta::seconds(self.config.every_s.into())))
    }

    async fn make(&mut self, file: PathBuf) -> Result<(), BackupError> {
        remove_unfinished(&self.config.directory, BEGINNING);
        let Written { contents, bytes } = self.write(file.clone()).await?;
        info!(self.log, "backup"; "file" => %file.display(), "bytes" => bytes, "users" => contents.users,
            "schema" => contents.schema);
        self.remove_oldest();
        Ok(())
    }

    /// Writes it on a thread of its own, as it takes long, and a stop need not wait for the end.
    async fn write(&mut self, file: PathBuf) -> Result<Written, BackupError> {
        let (reply, mut answer) = oneshot::channel();
        let (data_dir, break_off) = (self.data_dir.clone(), BreakOff::default());
        let heard = break_off.clone();
        let work = move || reply.send(super::write(&data_dir, &file, true, &heard));
        let spawned = thread::Builder::new().name("backup".to_owned()).spawn(work);
        spawned.map_err(|source| FileError::File { path: self.data_dir.clone(), source })?;
        let outcome = tokio::select! {
            outcome = &mut answer => outcome,
            _ = &mut self.stopped => {
                break_off.say();
                // Whatever became of it, there is no next one.
                let _ = answer.await;
                return Err(FileError::BrokenOff.into());
            }
        };
        outcome.unwrap_or_else(|_| Err(FileError::BrokenOff.into()))
    }

    fn remove_oldest(&self) {
        let mut made = list(&self.config.directory).unwrap_or_default();
        made.sort_unstable();
        let kept = usize::try_from(self.config.kept).unwrap_or(usize::MAX);
        for (_, file) in made.iter().take(made.len().saturating_sub(kept)) {
            if let Err(error) = private_file::remove_if_there(file) {
                warn!(self.log, "cannot remove an old backup"; "file" => %file.display(), "error" => %error);
            }
        }
    }

    fn complain(&mut self, why: String) {
        if self.failure.as_ref() != Some(&why) {
            error!(self.log, "no backup could be made: it is tried again"; "error" => &why);
        }
        self.failure = Some(why);
    }

    /// Why the last attempt failed, if it did.
    #[cfg(test)]
    pub(super) fn failure(&self) -> Option<&str> {
        self.failure.as_deref()
    }
}

/// The backups of the schedule in a directory, with their times.
fn list(directory: &Path) -> io::Result<Vec<(DateTime<Utc>, PathBuf)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        if let Some(at) = entry.file_name().to_str().and_then(time_of) {
            found.push((at, entry.path()));
        }
    }
    Ok(found)
}

/// The time in the name of a backup of the schedule; `None` for whatever else is called otherwise.
fn time_of(name: &str) -> Option<DateTime<Utc>> {
    let text = name.strip_prefix(BEGINNING)?.strip_suffix(ENDING)?;
    let time = NaiveDateTime::parse_from_str(text, STAMP).ok()?.and_utc();
    // Nothing but what a schedule calls its own is ever removed.
    (stamp(time) == text).then_some(time)
}
