//! The same for several users in one transaction: all or none, and at which of them it failed.
//! It must not know what is done to them.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::auth::Caller;
use crate::domain::Error;
use crate::store::WriteTransaction;

use super::Directory;
use super::audit::Stamp;

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

/// Where work about several items is. It outlives a run that fails, and a run that is repeated starts anew.
#[derive(Clone, Debug)]
pub(super) struct Position(Arc<AtomicUsize>);

impl Position {
    /// Where work is that is about no item in particular.
    const NOWHERE: usize = usize::MAX;

    fn nowhere() -> Self {
        Self(Arc::new(AtomicUsize::new(Self::NOWHERE)))
    }

    /// Does the work for each item, in order.
    pub(super) fn each<I, T>(
        &self,
        items: &[I],
        mut work: impl FnMut(&I) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let mut done = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            self.0.store(index, Ordering::Relaxed);
            done.push(work(item)?);
        }
        self.0.store(Self::NOWHERE, Ordering::Relaxed);
        Ok(done)
    }

    fn blame(&self, error: Error) -> BatchError {
        let position = Some(self.0.load(Ordering::Relaxed)).filter(|index| *index != Self::NOWHERE);
        BatchError { position, error }
    }
}

impl Directory {
    /// Does the work for each item, in one transaction.
    pub(super) async fn write_each<I, T, F>(
        &self,
        caller: &Caller,
        items: Vec<I>,
        mut work: F,
    ) -> Result<Vec<T>, BatchError>
    where
        I: Send + 'static,
        T: Send + 'static,
        F: FnMut(&dyn WriteTransaction, &Stamp, &I) -> Result<T, Error> + Send + 'static,
    {
        self.write_all(caller, move |txn, stamp, position| position.each(&items, |item| work(txn, stamp, item))).await
    }

    /// Does work that is partly about several items, in one transaction.
    pub(super) async fn write_all<T, F>(&self, caller: &Caller, mut work: F) -> Result<T, BatchError>
    where
        T: Send + 'static,
        F: FnMut(&dyn WriteTransaction, &Stamp, &Position) -> Result<T, Error> + Send + 'static,
    {
        let position = Position::nowhere();
        let reached = position.clone();
        let outcome = self.write_as(caller, move |txn, stamp| {
            reached.0.store(Position::NOWHERE, Ordering::Relaxed);
            work(txn, stamp, &reached)
        });
        outcome.await.map_err(|error| position.blame(error))
    }
}
