//! The store: where the directory is kept, behind a trait that any engine with serializable transactions can meet.
//! It must not know wire types, dialects, or who is asking; nothing above it may know which engine is below.
//!
//! Work reaches the store as jobs. A job is a synchronous closure over one transaction, run on the store's own threads.

mod aspects;
mod derived;
mod draft;
mod lookups;
mod memory;
mod outlines;
mod transaction;

pub mod sqlite;

use std::sync::Arc;

use tokio::sync::oneshot;

use crate::domain::Error;

pub use derived::{Derivable, Derivation, Derived, derive};
pub use lookups::{Lookups, groups_of, roles_granted_to};
pub use memory::Memory;
pub use transaction::{AuditSlice, NameKind, ReadTransaction, ScannedAudit, WriteTransaction};

/// What a job, a transaction or a helper of the store answers.
pub type Result<T> = std::result::Result<T, Error>;

/// A place to keep the directory. Its methods return at once.
pub trait Store: Send + Sync + 'static {
    /// Queues work on a snapshot.
    ///
    /// # Errors
    /// The queue is full; the job was not accepted and never runs.
    fn submit_read(&self, job: ReadJob) -> std::result::Result<(), Busy>;

    /// Queues work that may change the directory. Its `finish` is called only after its changes are on disk.
    ///
    /// # Errors
    /// The queue is full; the job was not accepted and never runs.
    fn submit_write(&self, job: WriteJob) -> std::result::Result<(), Busy>;

    /// Runs a few lookups by key on a snapshot, here and now, if nothing must be waited for; `None` means that they have not run.
    fn read_at_once(&self, work: &mut ShortWork<'_>) -> Option<Result<()>>;

    /// What is remembered of lookups, if all writes go through this store: whatever a write touches is unsettled there
    /// before it can be seen.
    fn memory(&self) -> Option<&Arc<Memory>>;

    /// Whether what was written last could not be kept.
    fn writes_fail(&self) -> bool;
}

/// The queue is full: the caller should come back later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the store's queue is full")]
pub struct Busy;

/// Lookups by key that take so little that no thread is woken for them.
pub type ShortWork<'w> = dyn FnMut(&dyn ReadTransaction) -> Result<()> + 'w;

/// Work on a snapshot, as the queue holds it.
pub type ReadJob = Box<dyn ReadWork>;

/// Work that may change the directory, as the queue holds it.
pub type WriteJob = Box<dyn WriteWork>;

/// Something that was asked of the store and must be answered.
/// It is dropped without an answer only if the store is gone.
pub trait Job: Send {
    /// Answers whoever waits: with what the last run found if `outcome` is `Ok`, else with the error.
    fn finish(self: Box<Self>, outcome: Result<()>);
}

/// A job that reads.
pub trait ReadWork: Job {
    /// Does the work. May be called again, on another snapshot, if the store has to retry.
    ///
    /// # Errors
    /// Whatever the work found wrong.
    fn run(&mut self, txn: &dyn ReadTransaction) -> Result<()>;
}

/// A job that may change the directory.
pub trait WriteWork: Job {
    /// Does the work. May be called again, in another transaction, if the store has to retry.
    ///
    /// # Errors
    /// Whatever the work found wrong: then nothing of it is kept.
    fn run(&mut self, txn: &dyn WriteTransaction) -> Result<()>;
}

/// Runs `work` on a snapshot of the store.
///
/// # Errors
/// The error of `work`; `LimitExceeded` if the store is busy; `Internal` if the engine fails or `work` panics.
pub async fn read<T, F>(store: &dyn Store, work: F) -> Result<T>
where
    T: Send + 'static,
    F: FnMut(&dyn ReadTransaction) -> Result<T> + Send + 'static,
{
    let (reply, answer) = oneshot::channel();
    store.submit_read(Box::new(Work { work, found: None, reply })).map_err(busy)?;
    answer.await.map_err(|_| store_gone())?
}

/// Runs `work` on what is remembered, at once, and where that is not enough on a snapshot of the store, whose answers are
/// remembered: here, or if all connections for that are busy on a reader's thread. `work` may run several times, so it has no
/// effect but what it answers.
///
/// # Errors
/// As [`read`].
pub async fn look_up<T, F>(store: &dyn Store, mut work: F) -> Result<T>
where
    T: Send + 'static,
    F: FnMut(&dyn Lookups) -> Result<T> + Send + 'static,
{
    let Some(memory) = store.memory().cloned() else {
        return read(store, move |txn| work(txn)).await;
    };
    if let Some(outcome) = lookups::recollect(&memory, &mut work) {
        return outcome;
    }
    let since = memory.moment();
    let mut look = move |txn: &dyn ReadTransaction| {
        let (outcome, noted, makings) = lookups::noting(txn, &mut work);
        memory.learn(since, noted, makings);
        outcome
    };
    let mut found = None;
    let outcome = store.read_at_once(&mut |txn| {
        found = Some(look(txn)?);
        Ok(())
    });
    match outcome {
        Some(outcome) => outcome.map(|()| found.expect("work that succeeded has run and found something")),
        None => read(store, look).await,
    }
}

/// Runs `work` in a transaction of its own and returns once its changes are on disk.
/// `work` may run again, so it has no effect outside of its transaction; if it fails, nothing of it is kept.
///
/// # Errors
/// The error of `work`; `LimitExceeded` if the store is busy; `Internal` if the engine fails or `work` panics.
pub async fn write<T, F>(store: &dyn Store, work: F) -> Result<T>
where
    T: Send + 'static,
    F: FnMut(&dyn WriteTransaction) -> Result<T> + Send + 'static,
{
    let (reply, answer) = oneshot::channel();
    store.submit_write(Box::new(Work { work, found: None, reply })).map_err(busy)?;
    answer.await.map_err(|_| store_gone())?
}

/// A closure, what its last run found, and who waits for that.
struct Work<F, T> {
    work: F,
    found: Option<T>,
    reply: oneshot::Sender<Result<T>>,
}

impl<F: Send, T: Send> Job for Work<F, T> {
    fn finish(self: Box<Self>, outcome: Result<()>) {
        let Self { found, reply, .. } = *self;
        let answer = outcome.map(|()| found.expect("a job that succeeded has run and found something"));
        // Nobody waits any more if the caller was cancelled; the outcome stands all the same.
        let _ = reply.send(answer);
    }
}

impl<F, T> ReadWork for Work<F, T>
where
    F: FnMut(&dyn ReadTransaction) -> Result<T> + Send,
    T: Send,
{
    fn run(&mut self, txn: &dyn ReadTransaction) -> Result<()> {
        self.found = Some((self.work)(txn)?);
        Ok(())
    }
}

impl<F, T> WriteWork for Work<F, T>
where
    F: FnMut(&dyn WriteTransaction) -> Result<T> + Send,
    T: Send,
{
    fn run(&mut self, txn: &dyn WriteTransaction) -> Result<()> {
        self.found = Some((self.work)(txn)?);
        Ok(())
    }
}

fn busy(_: Busy) -> Error {
    Error::LimitExceeded { what: "jobs in the store's queue", retry_after_s: crate::limits::STORE_RETRY_AFTER_S }
}

fn store_gone() -> Error {
    Error::internal("the store stopped before it answered")
}

#[cfg(test)]
mod contract_tests;
#[cfg(test)]
mod samples;
