//! Counts failures, and says how long to wait after too many: each time twice as long, up to the lock.
//! What failed is not known here.

use std::hash::Hash;

use chrono::{DateTime, TimeDelta, Utc};
use quick_cache::unsync::Cache;

use crate::limits::{FAILURES_KEPT_MAX, FAILURES_WINDOW_S};

/// The failures of one.
#[derive(Clone, Copy, Debug)]
struct Record {
    failures: u32,
    /// Until when everything is refused.
    wait_until: DateTime<Utc>,
    /// From when on the record is as good as none.
    forget_at: DateTime<Utc>,
}

/// The failures of many, of the most recent where there are too many to keep.
pub(super) struct Failures<K> {
    /// How many are free in a window; 0 for no limit at all.
    free: u32,
    wait: TimeDelta,
    wait_max: TimeDelta,
    records: Cache<K, Record>,
}

impl<K: Copy + Eq + Hash> Failures<K> {
    /// Waits begin with `wait` after `free` failures, and end with `wait_max`.
    pub(super) fn new(free: u32, wait: TimeDelta, wait_max: TimeDelta) -> Self {
        Self { free, wait, wait_max, records: Cache::new(FAILURES_KEPT_MAX) }
    }

    /// Until when this one must wait, if it must.
    pub(super) fn wait_until(&mut self, key: K, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.record(key, now).map(|record| record.wait_until).filter(|until| now < *until)
    }

    /// Counts a failure.
    pub(super) fn count(&mut self, key: K, now: DateTime<Utc>) {
        if self.free == 0 {
            return;
        }
        let window = TimeDelta::seconds(FAILURES_WINDOW_S);
        let before = self.record(key, now);
        // Nobody waits yet, also if the clock goes back.
        let none = Record { failures: 0, wait_until: DateTime::<Utc>::MIN_UTC, forget_at: now + window };
        let before = before.unwrap_or(none);
        let failures = before.failures.saturating_add(1);
        let wait_until = self.wait_after(failures).map_or(before.wait_until, |wait| now + wait);
        // The next failure after a wait is not the first again.
        let forget_at = before.forget_at.max(wait_until + window);
        let forget_at = if failures < self.free { before.forget_at } else { forget_at };
        self.records.insert(key, Record { failures, wait_until, forget_at });
    }

    pub(super) fn forget(&mut self, key: K) {
        self.records.remove(&key);
    }

    fn record(&mut self, key: K, now: DateTime<Utc>) -> Option<Record> {
        let record = *self.records.get(&key)?;
        if now >= record.forget_at {
            self.forget(key);
            return None;
        }
        let latest = now + self.wait_max;
        if record.wait_until <= latest {
            return Some(record);
        }
        // The clock went back. However far, no wait is longer than the longest.
        let forget_at = latest + TimeDelta::seconds(FAILURES_WINDOW_S);
        let record = Record { wait_until: latest, forget_at, ..record };
        self.records.insert(key, record);
        Some(record)
    }

    /// How long to wait after this many failures: the first that is free no more makes one wait.
    fn wait_after(&self, failures: u32) -> Option<TimeDelta> {
        let doublings = failures.checked_sub(self.free)?;
        let wait = 2_i32.checked_pow(doublings).and_then(|times| self.wait.checked_mul(times));
        Some(wait.map_or(self.wait_max, |wait| wait.min(self.wait_max)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK_S: i64 = 60;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(second)
    }

    fn counted(free: u32, failures: u32) -> Failures<u8> {
        let mut counted = Failures::new(free, TimeDelta::seconds(1), TimeDelta::seconds(LOCK_S));
        (0..failures).for_each(|_| counted.count(1, at(0)));
        counted
    }

    #[test]
    fn each_failure_doubles_the_wait_up_to_the_lock() {
        for (failures, wait_s) in [(4, None), (5, Some(1)), (6, Some(2)), (7, Some(4)), (10, Some(32)), (11, Some(60))]
        {
            let until = counted(5, failures).wait_until(1, at(0));
            assert_eq!(until, wait_s.map(at), "{failures} failures");
        }
        assert_eq!(counted(5, 100).wait_until(1, at(0)), Some(at(LOCK_S)));
    }

    #[test]
    fn a_wait_ends_and_others_never_wait() {
        let mut counted = counted(1, 4);
        assert_eq!(counted.wait_until(1, at(7)), Some(at(8)));
        assert_eq!(counted.wait_until(1, at(8)), None);
        assert_eq!(counted.wait_until(2, at(0)), None);
    }

    #[test]
    fn few_failures_are_forgotten_a_window_after_the_first() {
        let mut counted = counted(3, 1);
        counted.count(1, at(FAILURES_WINDOW_S - 1));
        counted.count(1, at(FAILURES_WINDOW_S));
        assert_eq!(counted.wait_until(1, at(FAILURES_WINDOW_S)), None, "the third is the first again");
    }

    #[test]
    fn many_failures_are_forgotten_a_window_after_the_wait() {
        let mut locked = counted(1, 50);
        locked.count(1, at(LOCK_S + FAILURES_WINDOW_S - 1));
        let until = locked.wait_until(1, at(LOCK_S + FAILURES_WINDOW_S - 1));
        assert_eq!(until, Some(at(2 * LOCK_S + FAILURES_WINDOW_S - 1)), "locked again at once");
        let mut forgotten = counted(2, 50);
        forgotten.count(1, at(LOCK_S + FAILURES_WINDOW_S));
        assert_eq!(forgotten.wait_until(1, at(LOCK_S + FAILURES_WINDOW_S)), None);
    }

    #[test]
    fn a_clock_that_goes_back_makes_nobody_wait_longer_than_the_longest() {
        let mut few = counted(3, 2);
        assert_eq!(few.wait_until(1, at(-1000)), None, "who need not wait need not then either");
        let mut many = counted(1, 50);
        assert_eq!(many.wait_until(1, at(-1000)), Some(at(-1000 + LOCK_S)));
        assert_eq!(many.wait_until(1, at(-1000 + LOCK_S)), None);
    }

    #[test]
    fn a_limit_of_nothing_is_none() {
        assert_eq!(counted(0, 1000).wait_until(1, at(0)), None);
    }

    #[test]
    fn only_so_many_are_kept() {
        let mut counted = Failures::<u32>::new(1, TimeDelta::seconds(1), TimeDelta::seconds(LOCK_S));
        let most = u32::try_from(FAILURES_KEPT_MAX).expect("a small number");
        (0..most * 3).for_each(|key| counted.count(key, at(0)));
        assert!(counted.records.len() <= FAILURES_KEPT_MAX, "{}", counted.records.len());
    }
}
