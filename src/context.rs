//! Time, ids and secrets: the only place that asks the clock or the operating system's random source.
//! It must not know what they are used for.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, SubsecRound, Utc};
use sha2::{Digest, Sha256};

use crate::domain::Id;

/// Where time and randomness come from. Shared by all requests.
#[derive(Debug)]
pub struct Context {
    source: Source,
    /// The last id that was given.
    last: Mutex<Id>,
}

#[derive(Debug)]
enum Source {
    /// The clock and the random source of the operating system.
    System,
    /// A clock that advances by a millisecond at each look, and a counter that is hashed.
    Fixed { millis: AtomicI64, draws: AtomicU64 },
}

impl Context {
    /// The real clock and real randomness.
    #[must_use]
    pub const fn system() -> Self {
        Self::of(Source::System)
    }

    /// For tests: time starts here and advances by a millisecond each time that it is asked for; ids and
    /// secrets repeat from run to run. Never for a server, as its secrets can be guessed.
    #[must_use]
    pub const fn deterministic(start: DateTime<Utc>) -> Self {
        Self::of(Source::Fixed { millis: AtomicI64::new(start.timestamp_millis()), draws: AtomicU64::new(0) })
    }

    /// For tests that compare directories: from here on, what a deterministic context gives depends on these two alone,
    /// however often it was asked before, as long as time goes forward. The real clock takes no orders.
    pub fn go_on_from(&self, at: DateTime<Utc>, draw: u64) {
        if let Source::Fixed { millis, draws } = &self.source {
            millis.store(at.timestamp_millis(), Ordering::Relaxed);
            draws.store(draw, Ordering::Relaxed);
        }
    }

    const fn of(source: Source) -> Self {
        Self { source, last: Mutex::new(Id::from_bytes([0; 12])) }
    }

    /// The time, in whole milliseconds, which is what the store keeps.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        match &self.source {
            Source::System => Utc::now().trunc_subsecs(3),
            Source::Fixed { millis, .. } => {
                let millis = millis.fetch_add(1, Ordering::Relaxed);
                DateTime::from_timestamp_millis(millis).unwrap_or(DateTime::<Utc>::MAX_UTC)
            }
        }
    }

    /// A new id of any kind, greater than all before it: what is made later is listed later, also within a millisecond
    /// and when the clock is set back.
    #[must_use]
    pub fn id<T: From<Id>>(&self) -> T {
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or(0);
        let fresh = Id::new(millis, self.random());
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        *last = if fresh > *last { fresh } else { last.later(self.random()) };
        (*last).into()
    }

    /// 256 bits that nobody can guess.
    #[must_use]
    pub fn secret(&self) -> [u8; 32] {
        self.random()
    }

    /// A salt for a password hash.
    #[must_use]
    pub fn salt(&self) -> [u8; 16] {
        self.random()
    }

    /// Bytes that are not given twice, as ciphers want them.
    #[must_use]
    pub fn nonce(&self) -> [u8; 12] {
        self.random()
    }

    /// An id for a request, which its log lines, audit records and error answers share.
    #[must_use]
    pub fn request_id(&self) -> String {
        self.id::<Id>().to_uuid()
    }

    fn random<const BYTES: usize>(&self) -> [u8; BYTES] {
        let mut bytes = [0; BYTES];
        match &self.source {
            Source::System => getrandom::fill(&mut bytes).expect("the operating system has a random source"),
            Source::Fixed { draws, .. } => {
                let draw = draws.fetch_add(1, Ordering::Relaxed);
                let digest = Sha256::digest(draw.to_be_bytes());
                bytes.copy_from_slice(&digest[..BYTES]);
            }
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deterministic_context_repeats_itself() {
        let draw = || {
            let context = Context::deterministic(DateTime::UNIX_EPOCH);
            (context.now(), context.id::<Id>(), context.secret(), context.salt(), context.request_id())
        };
        assert_eq!(draw(), draw());
    }

    #[test]
    fn a_deterministic_context_that_goes_on_from_somewhere_forgets_what_was_before() {
        let draw = |looks: usize| {
            let context = Context::deterministic(DateTime::UNIX_EPOCH);
            for _ in 0..looks {
                let _ = context.id::<Id>();
            }
            context.go_on_from(DateTime::UNIX_EPOCH + chrono::TimeDelta::hours(1), 7);
            (context.now(), context.id::<Id>(), context.secret())
        };
        assert_eq!(draw(0), draw(9));
    }

    #[test]
    fn ids_of_the_system_are_in_the_order_of_their_making() {
        let context = Context::system();
        let ids: Vec<Id> = (0..1000).map(|_| context.id()).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1] && pair[0].millis() <= pair[1].millis()));
    }

    #[test]
    fn times_have_whole_milliseconds() {
        assert_eq!(Context::system().now().timestamp_subsec_nanos() % 1_000_000, 0);
    }
}
