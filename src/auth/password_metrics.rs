//! What is counted of password hashing: how many compute or wait, how long it took, how many were refused.

use std::sync::Arc;

use prometheus::core::Collector;
use prometheus::{Histogram, IntCounter};
use tokio::sync::Semaphore;

use crate::metrics::{Reading, counter, histogram};

/// Upper bounds of the times that are told apart, in seconds.
const SECONDS: [f64; 8] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];

/// The counts of one pool of hashers.
#[derive(Clone, Debug)]
pub(super) struct PasswordMetrics {
    /// How long hashes took, without their wait.
    pub(super) seconds: Histogram,
    /// Hashes that had no place to wait in.
    pub(super) refused: IntCounter,
}

impl PasswordMetrics {
    /// Counts from nothing.
    pub(super) fn new() -> Self {
        let seconds = "How long hashes of passwords took, without their wait";
        let refused = "Hashes of passwords that were refused, since too many waited";
        Self {
            seconds: histogram("roster_password_hash_duration_seconds", seconds, &SECONDS),
            refused: counter("roster_password_hashes_refused_total", refused),
        }
    }

    /// Everything that is counted, and how many places and turns of so many are taken, to be shown.
    pub(super) fn collectors(&self, places: &Taken, turns: &Taken) -> Vec<Box<dyn Collector>> {
        let (places, turns) = (places.clone(), turns.clone());
        let computing = turns.clone();
        let waits = "Hashes of passwords that wait for their turn";
        let waiting = move || places.count().saturating_sub(turns.count());
        let computed = "Hashes of passwords that are being computed";
        vec![
            Box::new(self.seconds.clone()),
            Box::new(self.refused.clone()),
            Box::new(Reading::new("roster_password_hashes_waiting", waits, move || shown(waiting()))),
            Box::new(Reading::new("roster_password_hashes_computing", computed, move || shown(computing.count()))),
        ]
    }
}

/// How many permits of a semaphore are taken.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    /// The semaphore.
    pub(super) of: Arc<Semaphore>,
    /// How many permits it has in all.
    pub(super) all: usize,
}

impl Taken {
    fn count(&self) -> usize {
        self.all.saturating_sub(self.of.available_permits())
    }
}

fn shown(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
