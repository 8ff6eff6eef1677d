//! The same for several users in one transaction: all or none, and at which of them it failed.
//! It must not know what is done to them.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::domain::Error;
use crate::store::WriteTransaction;

use super::Directory;

/// Why nothing was done to any of several users.
#[derive(Debug, thiserror::Error)]
#[error("{error}")]
pub struct BatchError {
    /// Whom the error is about, counted from zero in the order of the request; `None` if nobody in particular.
    pub position: Option<usize>,
    /// What is wrong.
    pub error: Error,
}

impl From<Error> for BatchError {
    fn from(error: Error) -> Self {
        Self { position: None, error }
    }
}

impl Directory {
    /// Does the work for each item, in one transaction.
    pub(super) async fn write_each<I, T, F>(&self, items: Vec<I>, mut work: F) -> Result<Vec<T>, BatchError>
    where
        I: Send + 'static,
        T: Send + 'static,
        F: FnMut(&dyn WriteTransaction, &I) -> Result<T, Error> + Send + 'static,
    {
        let count = items.len();
        // The item that is worked on; `count` outside of the work. It outlives a run that fails, and a run
        // that is repeated overwrites it.
        let position = Arc::new(AtomicUsize::new(count));
        let reached = Arc::clone(&position);
        let outcome = self.write(move |txn| {
            let mut done = Vec::with_capacity(items.len());
            for (index, item) in items.iter().enumerate() {
                reached.store(index, Ordering::Relaxed);
                done.push(work(txn, item)?);
            }
            reached.store(items.len(), Ordering::Relaxed);
            Ok(done)
        });
        outcome.await.map_err(|error| {
            let position = Some(position.load(Ordering::Relaxed)).filter(|index| *index < count);
            BatchError { position, error }
        })
    }
}
