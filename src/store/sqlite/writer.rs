//! The writer: the only connection that writes, on a thread of its own, committing everything that waits in one go.
//! Must not know what jobs do. Nobody is answered before the commit is on disk, and nothing is remembered that a commit
//! may have changed.

use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Instant;

use rusqlite::Connection;
use slog::{Logger, error, info};

use super::connection::{self, Database, execute};
use super::metrics::Metrics;
use super::transaction::{self, SqliteTransaction};
use crate::domain::Error;
use crate::limits;
use crate::store::draft::Draft;
use crate::store::memory::Memory;
use crate::store::{Result, WriteJob};

/// Ends a transaction so that all of it is on the disk.
const COMMIT: &str = "COMMIT";

/// The writer's connection, and how to get another if it fails.
pub(super) struct Writer {
    database: Database,
    /// `None` after a failure: the next batch opens and checks a new one first.
    connection: Option<Connection>,
    memory: Arc<Memory>,
    metrics: Arc<Metrics>,
    log: Logger,
}

impl Writer {
    /// A writer on the connection that migrated the database.
    pub(super) fn new(
        database: Database,
        connection: Connection,
        memory: Arc<Memory>,
        metrics: Arc<Metrics>,
        log: Logger,
    ) -> Self {
        Self { database, connection: Some(connection), memory, metrics, log }
    }

    /// Takes jobs until the queue is closed and empty.
    pub(super) fn serve(mut self, queue: &Receiver<WriteJob>) {
        let waiting = self.metrics.writes_waiting.clone();
        while let Ok(first) = queue.recv() {
            waiting.dec();
            // Whatever comes while the others run is in time for their commit.
            let others = queue.try_iter().take(limits::STORE_BATCH_JOBS_MAX - 1);
            self.commit(first, others.inspect(|_| waiting.dec()));
        }
    }

    /// Runs the jobs in one transaction and answers each: with its own outcome if all is on disk, else `Internal`.
    fn commit(&mut self, first: WriteJob, others: impl Iterator<Item = WriteJob>) {
        let mut batch = vec![first];
        match self.attempt(&mut batch, others) {
            Ok(outcomes) => {
                for (job, outcome) in batch.into_iter().zip(outcomes) {
                    job.finish(outcome);
                }
            }
            Err(failure) => {
                error!(self.log, "a batch of writes failed"; "jobs" => batch.len(), "error" => %failure);
                // SQLite: after a failed commit the batch may be in the log or not; only a new connection can tell.
                self.connection = None;
                self.metrics.batches_failed.inc();
                self.metrics.writes_fail.set(1);
                for job in batch {
                    job.finish(Err(Error::internal(format!("the batch could not be committed: {failure}"))));
                }
            }
        }
    }

    /// Runs the job of the batch and the others, which become part of it, and commits. An error is one of the whole batch.
    fn attempt(
        &mut self,
        batch: &mut Vec<WriteJob>,
        others: impl Iterator<Item = WriteJob>,
    ) -> rusqlite::Result<Vec<Result<()>>> {
        let (memory, metrics) = (Arc::clone(&self.memory), Arc::clone(&self.metrics));
        let connection = self.connection()?;
        execute(connection, "BEGIN IMMEDIATE")?;
        let changes = connection.total_changes();
        let mut draft = Draft::new(&memory);
        let outcomes = if let Some(outcomes) = run_together(connection, batch, others, &draft)? {
            outcomes
        } else {
            execute(connection, "ROLLBACK")?;
            execute(connection, "BEGIN IMMEDIATE")?;
            draft = Draft::new(&memory);
            batch.iter_mut().map(|job| run_apart(connection, job, &draft)).collect::<rusqlite::Result<_>>()?
        };
        let end = if outcomes.iter().any(Result::is_ok) { COMMIT } else { "ROLLBACK" };
        let (touched, known) = draft.into_parts();
        memory.unsettle(&touched);
        let began = Instant::now();
        let ended = execute(connection, end);
        if ended.is_ok() && end == COMMIT && connection.total_changes() != changes {
            metrics.commit_seconds.observe(began.elapsed().as_secs_f64());
            metrics.batch_jobs.observe(outcomes.len() as f64);
            metrics.writes_fail.set(0);
        }
        // What a commit that failed has left behind is not known.
        memory.settle(&touched, if ended.is_ok() { known } else { Vec::new() });
        ended.map(|()| outcomes)
    }

    /// The connection, opened and checked anew if the last one failed.
    fn connection(&mut self) -> rusqlite::Result<&Connection> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => {
                let connection = self.database.open_writer()?;
                connection::check(&connection)?;
                connection::prepare_for_jobs(&connection)?;
                info!(self.log, "the writer's connection was opened again and the database is well formed");
                connection
            }
        };
        Ok(self.connection.insert(connection))
    }
}

/// Runs jobs one after another with nothing between them, as almost every job either succeeds or fails before it writes;
/// `None` if one failed after that, so that only the whole transaction can be undone.
// SQLite: behind a savepoint, each page is copied before its first change, which is a tenth of what a small job costs.
fn run_together(
    connection: &Connection,
    batch: &mut Vec<WriteJob>,
    others: impl Iterator<Item = WriteJob>,
    draft: &Draft<'_>,
) -> rusqlite::Result<Option<Vec<Result<()>>>> {
    let (mut outcomes, mut others) = (Vec::new(), others);
    while let Some(job) = batch.get_mut(outcomes.len()) {
        let changes = connection.total_changes();
        let outcome = run(connection, job, draft)?;
        if outcome.is_err() && connection.total_changes() != changes {
            return Ok(None);
        }
        outcomes.push(outcome);
        batch.extend(others.next());
    }
    Ok(Some(outcomes))
}

/// Runs a job in a savepoint, so that its failure undoes it and nothing else.
fn run_apart(connection: &Connection, job: &mut WriteJob, draft: &Draft<'_>) -> rusqlite::Result<Result<()>> {
    execute(connection, "SAVEPOINT job")?;
    let outcome = run(connection, job, draft)?;
    if outcome.is_err() {
        execute(connection, "ROLLBACK TO job")?;
    }
    execute(connection, "RELEASE job")?;
    Ok(outcome)
}

/// Runs a job. The outer error is the transaction's: SQLite ends a whole transaction on some faults.
fn run(connection: &Connection, job: &mut WriteJob, draft: &Draft<'_>) -> rusqlite::Result<Result<()>> {
    draft.begin_job();
    let transaction = SqliteTransaction::writing(connection, draft);
    let outcome = transaction::catching(|| job.run(&transaction));
    if outcome.is_err() {
        draft.undo_job();
    }
    if connection.is_autocommit() { Err(connection::given_up()) } else { Ok(outcome) }
}

#[cfg(test)]
#[path = "writer_tests.rs"]
mod tests;
