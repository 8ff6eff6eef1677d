//! When each request of an open loop is due, whatever the server does meanwhile: the clients of a real service do not wait
//! for each other, and a latency that began only when a connection was free would leave their waiting out.
//! Must not know connections.

use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use tokio::sync::Semaphore;

/// Requests at even distances from a start that is set when the load begins.
#[derive(Debug)]
pub(super) struct Schedule {
    /// Requests a second.
    rate: f64,
    start: OnceLock<Instant>,
    /// One for each request that is due and not yet taken.
    due: Semaphore,
}

impl Schedule {
    /// So many requests a second.
    pub(super) fn new(rate: f64) -> Self {
        Schedule { rate, start: OnceLock::new(), due: Semaphore::new(0) }
    }

    /// Lets each request go when it is due, and at last every connection; returns how late it was with each.
    /// Blocks the thread for as long as the schedule lasts.
    pub(super) fn release(&self, start: Instant, requests: usize, connections: usize) -> Vec<Duration> {
        let start = *self.start.get_or_init(|| start);
        let mut lags = Vec::with_capacity(requests);
        while lags.len() < requests && !self.due.is_closed() {
            let now = Instant::now();
            let released = lags.len();
            while lags.len() < requests && self.offset(lags.len()) <= now - start {
                lags.push(now - start - self.offset(lags.len()));
            }
            self.due.add_permits(lags.len() - released);
            if lags.len() < requests {
                let next = start + self.offset(lags.len());
                thread::sleep(next.saturating_duration_since(Instant::now()));
            }
        }
        // Each connection looks once more, and finds that nothing is left.
        self.due.add_permits(connections);
        lags
    }

    /// Waits until a request is due that nobody has taken; false says that there will be none.
    pub(super) async fn wait(&self) -> bool {
        match self.due.acquire().await {
            Ok(permit) => {
                permit.forget();
                true
            }
            Err(_) => false,
        }
    }

    /// When a request is due.
    pub(super) fn due(&self, index: usize) -> Instant {
        // Invariant: nothing waits in vain before the release has set the start.
        *self.start.get().expect("a request is taken after its release") + self.offset(index)
    }

    /// Ends every wait.
    pub(super) fn stop(&self) {
        self.due.close();
    }

    fn offset(&self, index: usize) -> Duration {
        Duration::from_secs_f64(index as f64 / self.rate)
    }
}
