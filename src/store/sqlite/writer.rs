//! The writer: the only connection that writes, on a thread of its own, committing everything that waits in one go.
//! Must not know what jobs do. Nobody is answered before the commit is on disk, and nothing is remembered that a commit
//! may have changed.

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use rusqlite::Connection;
use slog::{Logger, error, info};

use super::connection::{self, Database, execute};
use super::transaction::{self, SqliteTransaction};
use crate::domain::Error;
use crate::limits;
use crate::store::memory::{Memory, Touched};
use crate::store::{Result, WriteJob};

/// The writer's connection, and how to get another if it fails.
pub(super) struct Writer {
    database: Database,
    /// `None` after a failure: the next batch opens and checks a new one first.
    connection: Option<Connection>,
    memory: Arc<Memory>,
    log: Logger,
}

impl Writer {
    /// A writer on the connection that migrated the database.
    pub(super) fn new(database: Database, connection: Connection, memory: Arc<Memory>, log: Logger) -> Self {
        Self { database, connection: Some(connection), memory, log }
    }

    /// Takes jobs until the queue is closed and empty.
    pub(super) fn serve(mut self, queue: &Receiver<WriteJob>) {
        while let Ok(first) = queue.recv() {
            let batch = std::iter::once(first).chain(queue.try_iter()).take(limits::STORE_BATCH_JOBS_MAX).collect();
            self.commit(batch);
        }
    }

    /// Runs the jobs in one transaction and answers each: with its own outcome if all is on disk, else `Internal`.
    fn commit(&mut self, mut batch: Vec<WriteJob>) {
        let mut touched = Vec::new();
        let attempted = self.attempt(&mut batch, &mut touched);
        self.memory.settle(&touched);
        match attempted {
            Ok(outcomes) => {
                for (job, outcome) in batch.into_iter().zip(outcomes) {
                    job.finish(outcome);
                }
            }
            Err(failure) => {
                error!(self.log, "a batch of writes failed"; "jobs" => batch.len(), "error" => %failure);
                // SQLite: after a failed commit the batch may be in the log or not; only a new connection can tell.
                self.connection = None;
                for job in batch {
                    job.finish(Err(Error::internal(format!("the batch could not be committed: {failure}"))));
                }
            }
        }
    }

    /// Runs the jobs and commits. An error is one of the whole batch. What is unsettled has become `touched`.
    fn attempt(&mut self, batch: &mut [WriteJob], touched: &mut Vec<Touched>) -> rusqlite::Result<Vec<Result<()>>> {
        let memory = Arc::clone(&self.memory);
        let connection = self.connection()?;
        execute(connection, "BEGIN IMMEDIATE")?;
        let run = |job| run_alone(connection, job, touched);
        let outcomes = batch.iter_mut().map(run).collect::<rusqlite::Result<Vec<_>>>();
        // Also if a job broke the transaction: whoever settles it all must have unsettled it all.
        memory.unsettle(touched);
        let outcomes = outcomes?;
        let end = if outcomes.iter().any(Result::is_ok) { "COMMIT" } else { "ROLLBACK" };
        execute(connection, end)?;
        Ok(outcomes)
    }

    /// The connection, opened and checked anew if the last one failed.
    fn connection(&mut self) -> rusqlite::Result<&Connection> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => {
                let connection = self.database.open_writer()?;
                connection::check(&connection)?;
                info!(self.log, "the writer's connection was opened again and the database is well formed");
                connection
            }
        };
        Ok(self.connection.insert(connection))
    }
}

/// Runs a job in a savepoint, so that its failure undoes it and nothing else.
/// The outer error is the transaction's: SQLite ends a whole transaction on some faults, and the savepoint with it.
fn run_alone(connection: &Connection, job: &mut WriteJob, touched: &mut Vec<Touched>) -> rusqlite::Result<Result<()>> {
    execute(connection, "SAVEPOINT job")?;
    let transaction = SqliteTransaction::new(connection);
    let outcome = transaction::catching(|| job.run(&transaction));
    if outcome.is_ok() {
        touched.extend(transaction.into_touched());
    } else {
        execute(connection, "ROLLBACK TO job")?;
    }
    execute(connection, "RELEASE job")?;
    Ok(outcome)
}

#[cfg(test)]
#[path = "writer_tests.rs"]
mod tests;
