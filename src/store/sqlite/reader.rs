//! A reader: a connection that cannot write, on a thread of its own. Each job sees one snapshot.
//! Must not know what jobs do.

use std::sync::PoisonError;

use rusqlite::Connection;
use slog::{Logger, error};

use super::ReadQueue;
use super::connection::{Database, execute};
use super::error::internal;
use super::transaction::{self, SqliteTransaction};
use crate::store::{ReadJob, Result};

/// A reader's connection, and how to get another if it fails.
pub(super) struct Reader {
    database: Database,
    /// `None` after a failure: the next job opens a new one first.
    connection: Option<Connection>,
    log: Logger,
}

impl Reader {
    /// Opens a reader of a database that the writer has opened before.
    pub(super) fn open(database: Database, log: Logger) -> rusqlite::Result<Self> {
        let connection = Some(database.open_reader()?);
        Ok(Self { database, connection, log })
    }

    /// Takes jobs until the queue is closed and empty.
    pub(super) fn serve(mut self, queue: &ReadQueue) {
        while let Some(job) = next(queue) {
            self.answer(job);
        }
    }

    fn answer(&mut self, mut job: ReadJob) {
        let outcome = match self.attempt(&mut job) {
            Ok(outcome) => outcome,
            Err(failure) => {
                error!(self.log, "a snapshot failed"; "error" => %failure);
                self.connection = None;
                Err(internal(failure))
            }
        };
        job.finish(outcome);
    }

    /// Runs a job on a snapshot. The outer error is the connection's.
    fn attempt(&mut self, job: &mut ReadJob) -> rusqlite::Result<Result<()>> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.database.open_reader()?,
        };
        let connection = self.connection.insert(connection);
        // SQLite: a deferred transaction takes its snapshot at the first read and keeps it to the end.
        execute(connection, "BEGIN DEFERRED")?;
        let outcome = transaction::catching(|| job.run(&SqliteTransaction::new(connection)));
        execute(connection, "ROLLBACK")?;
        Ok(outcome)
    }
}

/// Waits for a job; `None` means that there will be no more.
/// One idle reader waits for the queue, the others for the lock.
fn next(queue: &ReadQueue) -> Option<ReadJob> {
    // Nothing that can panic happens under the lock, and the queue would be whole if it did.
    queue.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}
