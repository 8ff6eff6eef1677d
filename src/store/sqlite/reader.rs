//! A reader: a connection that cannot write, on a thread of its own or lent to whoever has little to look up. Each job sees
//! one snapshot.
//! Must not know what jobs do.

use std::fmt;
use std::sync::{Arc, PoisonError};

use prometheus::IntGauge;
use rusqlite::Connection;
use slog::{Logger, error};

use super::ReadQueue;
use super::connection::{Database, execute};
use super::error::internal;
use super::search::Outlook;
use super::transaction::{self, SqliteTransaction};
use crate::store::memory::Memory;
use crate::store::{ReadJob, Result, ShortWork};

/// A reader's connection, and how to get another if it fails.
pub(super) struct Reader {
    database: Database,
    /// `None` after a failure: the next job opens a new one first.
    connection: Option<Connection>,
    /// What is remembered, if there is a writer here that says what it touches.
    memory: Option<Arc<Memory>>,
    log: Logger,
}

impl Reader {
    /// Opens a reader of a database that the writer has opened before.
    pub(super) fn open(database: Database, memory: Option<Arc<Memory>>, log: Logger) -> rusqlite::Result<Self> {
        let connection = Some(database.open_reader()?);
        Ok(Self { database, connection, memory, log })
    }

    /// Takes jobs until the queue is closed and empty.
    pub(super) fn serve(mut self, queue: &ReadQueue, waiting: &IntGauge) {
        while let Some(job) = next(queue) {
            waiting.dec();
            self.answer(job);
        }
    }

    fn answer(&mut self, mut job: ReadJob) {
        let outcome = self.run(&mut |txn| job.run(txn));
        job.finish(outcome);
    }

    /// Runs work on a snapshot.
    ///
    /// # Errors
    /// Those of the work; `Internal` if the engine fails or the work panics.
    pub(super) fn run(&mut self, work: &mut ShortWork<'_>) -> Result<()> {
        self.attempt(work).unwrap_or_else(|failure| {
            error!(self.log, "a snapshot failed"; "error" => %failure);
            self.connection = None;
            Err(internal(failure))
        })
    }

    /// Runs work on a snapshot. The outer error is the connection's.
    fn attempt(&mut self, work: &mut ShortWork<'_>) -> rusqlite::Result<Result<()>> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.database.open_reader()?,
        };
        let connection = self.connection.insert(connection);
        let outlook = self.memory.as_deref().map(|memory| Outlook::new(&memory.outlines));
        // SQLite: a deferred transaction takes its snapshot at the first read and keeps it to the end.
        execute(connection, "BEGIN DEFERRED")?;
        let outcome = transaction::catching(|| work(&SqliteTransaction::reading(connection, outlook)));
        execute(connection, "ROLLBACK")?;
        Ok(outcome)
    }
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reader")
    }
}

/// Waits for a job; `None` means that there will be no more.
/// One idle reader waits for the queue, the others for the lock.
fn next(queue: &ReadQueue) -> Option<ReadJob> {
    // Nothing that can panic happens under the lock, and the queue would be whole if it did.
    queue.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}
