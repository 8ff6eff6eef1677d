//! Wrong passwords and keys. Who guesses must wait, longer each time; whoever has another credential, or has been let in from
//! an address before, must not suffer for others who guess.
//! Whether a password is right is not known here.

use std::fmt;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use prometheus::core::Collector;
use prometheus::{IntCounter, IntCounterVec};
use quick_cache::unsync::Cache;

use super::failures::Failures;
use super::network::Network;
use crate::config::GuessLimits;
use crate::domain::{Error, UserId};
use crate::limits::KNOWN_ADDRESSES_KEPT_MAX;
use crate::metrics::counters;

/// Keeps count of what was wrong. Shared by all doors.
pub struct Guesses {
    state: Mutex<State>,
    refused: IntCounterVec,
    /// For wrong passwords from an address, of an account, and for wrong keys.
    refused_by: [IntCounter; 3],
}

struct State {
    logins: Failures<(UserId, Network)>,
    accounts: Failures<UserId>,
    passwords: Failures<Network>,
    keys: Failures<Network>,
    /// From where an account was let in by its password.
    known: Cache<(UserId, Network), ()>,
}

/// A password that is about to be checked.
#[derive(Debug)]
#[must_use = "how it ended must be counted"]
pub struct Attempt<'a> {
    guesses: &'a Guesses,
    account: Option<UserId>,
    network: Network,
    is_open: bool,
}

impl Guesses {
    /// Counts from nothing.
    #[must_use]
    pub fn new(limits: GuessLimits) -> Self {
        let (wait, lock) = (TimeDelta::seconds(limits.wait_s.into()), TimeDelta::seconds(limits.wait_s_max.into()));
        let state = State {
            logins: Failures::new(limits.login_failures_max, wait, lock),
            accounts: Failures::new(limits.account_failures_max, wait, lock),
            passwords: Failures::new(limits.address_failures_max, wait, lock),
            keys: Failures::new(limits.address_failures_max, wait, lock),
            known: Cache::new(KNOWN_ADDRESSES_KEPT_MAX),
        };
        let help = "Guesses that had to wait: passwords and keys from an address, passwords of an account";
        let by = ["address_passwords", "account", "address_keys"];
        let (refused, refused_by) = counters("roster_guesses_throttled_total", help, "limit", by);
        Self { state: Mutex::new(state), refused, refused_by }
    }

    /// What was refused, to be shown.
    #[must_use]
    pub fn collectors(&self) -> Vec<Box<dyn Collector>> {
        vec![Box::new(self.refused.clone())]
    }

    /// Begins to check a password that came from an address; `None` is an account that does not exist.
    ///
    /// # Errors
    /// `Throttled` if the address must wait, whatever the account.
    pub fn begin(&self, account: Option<UserId>, from: IpAddr, now: DateTime<Utc>) -> Result<Attempt<'_>, Error> {
        let network = Network::from(from);
        let mut state = self.state();
        match state.passwords.wait_until(network, now) {
            Some(until) => {
                self.refused_by[0].inc();
                Err(throttled(until, now))
            }
            None => {
                let is_open = state.is_open(account, network, now);
                self.refused_by[1].inc_by(u64::from(!is_open));
                Ok(Attempt { guesses: self, account, network, is_open })
            }
        }
    }

    /// Counts a key that is nobody's. A key that is somebody's is let in without being asked for here.
    ///
    /// # Errors
    /// `Throttled` if the address must wait.
    pub fn count_wrong_key(&self, from: IpAddr, now: DateTime<Utc>) -> Result<(), Error> {
        let network = Network::from(from);
        let mut state = self.state();
        match state.keys.wait_until(network, now) {
            Some(until) => {
                self.refused_by[2].inc();
                Err(throttled(until, now))
            }
            None => {
                state.keys.count(network, now);
                Ok(())
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // No count is ever half made.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Attempt<'_> {
    /// Whether the account's password may be looked at. If not, the answer is that of a wrong one, and must cost the same.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// Counts how it ended, and takes back what was found if guesses at the same time have closed the account.
    #[must_use]
    pub fn end<T>(self, found: Option<T>, now: DateTime<Utc>) -> Option<T> {
        let Self { guesses, account, network, is_open } = self;
        let mut state = guesses.state();
        let let_in = found.filter(|_| is_open && state.is_open(account, network, now));
        match (account, &let_in) {
            (Some(account), Some(_)) => state.let_in(account, network),
            (Some(account), None) if is_open => state.count_wrong_password(account, network, now),
            _ => {}
        }
        if let_in.is_none() {
            state.passwords.count(network, now);
        }
        let_in
    }
}

impl State {
    fn is_open(&mut self, account: Option<UserId>, network: Network, now: DateTime<Utc>) -> bool {
        let Some(account) = account else { return true };
        let is_known = self.known.get(&(account, network)).is_some();
        self.logins.wait_until((account, network), now).is_none()
            && (is_known || self.accounts.wait_until(account, now).is_none())
    }

    fn let_in(&mut self, account: UserId, network: Network) {
        self.logins.forget((account, network));
        // The account's own count stays: who guesses elsewhere gains nothing from it.
        self.known.insert((account, network), ());
    }

    fn count_wrong_password(&mut self, account: UserId, network: Network, now: DateTime<Utc>) {
        self.logins.count((account, network), now);
        if self.known.get(&(account, network)).is_none() {
            self.accounts.count(account, now);
        }
    }
}

impl fmt::Debug for Guesses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Guesses")
    }
}

fn throttled(until: DateTime<Utc>, now: DateTime<Utc>) -> Error {
    let wait_ms = (until - now).num_milliseconds().max(1);
    Error::Throttled { retry_after_s: u32::try_from((wait_ms + 999) / 1000).unwrap_or(u32::MAX) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;

    const HERE: &str = "192.0.2.1";
    const THERE: &str = "198.51.100.1";
    const LIMITS: GuessLimits = GuessLimits {
        login_failures_max: 3,
        account_failures_max: 6,
        address_failures_max: 10,
        wait_s: 1,
        wait_s_max: 60,
    };

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(second)
    }

    fn user(number: u8) -> Option<UserId> {
        Some(Id::from_bytes([number; 12]).into())
    }

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    /// Presents a password, and says whether it was let in.
    fn present(guesses: &Guesses, account: Option<UserId>, from: &str, is_right: bool, second: i64) -> bool {
        let attempt = guesses.begin(account, ip(from), at(second)).expect("the address need not wait");
        attempt.end(is_right.then_some(()), at(second)).is_some()
    }

    fn after_wrong(limits: GuessLimits, failures: usize) -> Guesses {
        let guesses = Guesses::new(limits);
        (0..failures).for_each(|_| assert!(!present(&guesses, user(1), HERE, false, 0)));
        guesses
    }

    #[test]
    fn after_too_many_the_right_password_is_refused_until_the_wait_is_over() {
        let guesses = after_wrong(LIMITS, 3);
        assert!(!present(&guesses, user(1), HERE, true, 0));
        assert!(present(&guesses, user(1), HERE, true, 1));
        // It begins from nothing.
        assert!(!present(&guesses, user(1), HERE, false, 1));
        assert!(present(&guesses, user(1), HERE, true, 1));
    }

    #[test]
    fn a_lock_is_one_accounts_at_one_address() {
        let guesses = after_wrong(LIMITS, 3);
        assert!(present(&guesses, user(1), THERE, true, 0));
        assert!(present(&guesses, user(2), HERE, true, 0));
    }

    #[test]
    fn guesses_during_a_wait_do_not_prolong_it() {
        let guesses = after_wrong(LIMITS, 3);
        (0..5).for_each(|_| assert!(!present(&guesses, user(1), HERE, false, 0)));
        assert!(present(&guesses, user(1), HERE, true, 1));
    }

    #[test]
    fn guesses_from_everywhere_close_the_account_but_where_it_was_let_in_before() {
        let guesses = Guesses::new(LIMITS);
        assert!(present(&guesses, user(1), HERE, true, 0));
        for host in 1..=6 {
            assert!(!present(&guesses, user(1), &format!("203.0.113.{host}"), false, 0));
        }
        assert!(!present(&guesses, user(1), THERE, true, 0), "nobody knows this address");
        assert!(present(&guesses, user(1), HERE, true, 0), "this one is known");
        assert!(present(&guesses, user(1), THERE, true, 1), "the wait is over");
    }

    #[test]
    fn an_address_waits_whatever_the_account() {
        for account in [user as fn(u8) -> Option<UserId>, |_| None] {
            let guesses = Guesses::new(LIMITS);
            (0..10).for_each(|number| assert!(!present(&guesses, account(number), HERE, false, 0)));
            for account in [user(1), user(99), None] {
                let refused = guesses.begin(account, ip(HERE), at(0));
                assert!(matches!(refused, Err(Error::Throttled { retry_after_s: 1 })), "{refused:?}");
            }
            assert!(present(&guesses, user(1), THERE, true, 0));
            assert!(present(&guesses, user(1), HERE, true, 1));
        }
    }

    #[test]
    fn an_account_that_is_closed_counts_against_the_address_as_any_other() {
        let guesses = after_wrong(LIMITS, 10);
        assert!(guesses.begin(user(2), ip(HERE), at(0)).is_err());
    }

    #[test]
    fn letting_in_does_not_clear_the_address() {
        let guesses = Guesses::new(LIMITS);
        for number in 0..10 {
            assert!(present(&guesses, user(99), HERE, true, 0));
            assert!(!present(&guesses, user(number), HERE, false, 0));
        }
        assert!(guesses.begin(user(99), ip(HERE), at(0)).is_err());
    }

    #[test]
    fn who_guesses_at_the_same_time_learns_no_more() {
        let guesses = Guesses::new(LIMITS);
        let begun: Vec<_> = (0..5).map(|_| guesses.begin(user(1), ip(HERE), at(0)).expect("open")).collect();
        let ended: Vec<bool> = begun
            .into_iter()
            .enumerate()
            .map(|(n, attempt)| attempt.end((n == 4).then_some(()), at(0)).is_some())
            .collect();
        assert_eq!(ended, [false; 5], "the fifth was right, and came after three that were wrong");
    }

    #[test]
    fn the_right_password_many_times_at_once_is_never_refused() {
        let guesses = Guesses::new(LIMITS);
        let begun: Vec<_> = (0..50).map(|_| guesses.begin(user(1), ip(HERE), at(0)).expect("open")).collect();
        assert!(begun.into_iter().all(|attempt| attempt.end(Some(()), at(0)).is_some()));
    }

    #[test]
    fn wrong_keys_make_only_wrong_keys_wait() {
        let guesses = Guesses::new(LIMITS);
        (0..10).for_each(|_| assert!(guesses.count_wrong_key(ip(HERE), at(0)).is_ok()));
        let refused = guesses.count_wrong_key(ip(HERE), at(0));
        assert!(matches!(refused, Err(Error::Throttled { retry_after_s: 1 })), "{refused:?}");
        assert!(guesses.count_wrong_key(ip(THERE), at(0)).is_ok());
        assert!(present(&guesses, user(1), HERE, true, 0), "passwords are another matter");
    }

    #[test]
    fn without_limits_nobody_waits() {
        let off = GuessLimits { login_failures_max: 0, account_failures_max: 0, address_failures_max: 0, ..LIMITS };
        let guesses = after_wrong(off, 1000);
        assert!(present(&guesses, user(1), HERE, true, 0));
        (0..1000).for_each(|_| assert!(guesses.count_wrong_key(ip(HERE), at(0)).is_ok()));
    }
}
