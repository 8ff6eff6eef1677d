//! How many requests are let in: of everybody together, and with one credential. A burst is let in at once, and the rest as
//! fast as the rate allows. Knows nothing of what is asked for.

use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;

use governor::clock::{Clock, MonotonicClock};
use governor::middleware::NoOpMiddleware;
use governor::state::{InMemoryState, NotKeyed};
use governor::{Quota, RateLimiter};
use prometheus::core::Collector;
use prometheus::{IntCounter, IntCounterVec};
use quick_cache::sync::Cache;

use crate::config::Rate;
use crate::domain::{Error, Id, Principal};
use crate::limits::CREDENTIALS_COUNTED_MAX;
use crate::metrics::counters;

type Limiter<C> = RateLimiter<NotKeyed, InMemoryState, C, NoOpMiddleware<<C as Clock>::Instant>>;

/// The limits on requests. Without one, everything is let in.
pub struct RequestLimits<C: Clock + Clone = MonotonicClock> {
    everybody: Option<Limiter<C>>,
    credentials: Option<Credentials<C>>,
    clock: C,
    refused: IntCounterVec,
    /// For everybody's limit, and for a credential's.
    refused_by: [IntCounter; 2],
}

/// One limiter for each credential that was used lately. A credential that was forgotten begins with a whole burst again.
struct Credentials<C: Clock + Clone> {
    quota: Quota,
    limiters: Cache<Id, Arc<Limiter<C>>>,
}

impl RequestLimits {
    /// Limits of everybody together, and of each credential.
    #[must_use]
    pub fn new(everybody: Option<Rate>, credential: Option<Rate>) -> Self {
        Self::with_clock(everybody, credential, MonotonicClock)
    }
}

impl<C: Clock + Clone> RequestLimits<C> {
    fn with_clock(everybody: Option<Rate>, credential: Option<Rate>, clock: C) -> Self {
        let help = "Requests that were one too many, of everybody or with one credential";
        let (refused, refused_by) =
            counters("roster_requests_throttled_total", help, "limit", ["everybody", "credential"]);
        Self {
            refused,
            refused_by,
            everybody: everybody.map(|rate| RateLimiter::direct_with_clock(quota(rate), clock.clone())),
            credentials: credential
                .map(|rate| Credentials { quota: quota(rate), limiters: Cache::new(CREDENTIALS_COUNTED_MAX) }),
            clock,
        }
    }

    /// Counts a request of anybody.
    ///
    /// # Errors
    /// `Throttled` if it is one too many.
    pub fn count(&self) -> Result<(), Error> {
        let [refused, _] = &self.refused_by;
        self.everybody.as_ref().map_or(Ok(()), |limiter| self.count_by(limiter, refused))
    }

    /// What was refused, to be shown.
    #[must_use]
    pub fn collectors(&self) -> Vec<Box<dyn Collector>> {
        vec![Box::new(self.refused.clone())]
    }

    /// Counts a request of a principal, by the credential that it came with; all that come with the same password are one.
    ///
    /// # Errors
    /// `Throttled` if it is one too many.
    pub fn count_of(&self, principal: &Principal) -> Result<(), Error> {
        let Some(credentials) = &self.credentials else { return Ok(()) };
        let id = principal.credential.map_or_else(|| principal.user.id(), |credential| credential.id());
        let [_, refused] = &self.refused_by;
        self.count_by(&credentials.limiter(id, &self.clock), refused)
    }

    fn count_by(&self, limiter: &Limiter<C>, refused: &IntCounter) -> Result<(), Error> {
        limiter.check().map_err(|too_early| {
            refused.inc();
            let wait = too_early.wait_time_from(self.clock.now());
            let rounded_up = wait.as_secs().saturating_add(u64::from(wait.subsec_nanos() > 0)).max(1);
            Error::Throttled { retry_after_s: u32::try_from(rounded_up).unwrap_or(u32::MAX) }
        })
    }
}

impl<C: Clock + Clone> Credentials<C> {
    fn limiter(&self, id: Id, clock: &C) -> Arc<Limiter<C>> {
        let make = || Ok::<_, Infallible>(Arc::new(RateLimiter::direct_with_clock(self.quota, clock.clone())));
        let Ok(limiter) = self.limiters.get_or_insert_with(&id, make);
        limiter
    }
}

const fn quota(rate: Rate) -> Quota {
    Quota::per_second(rate.per_second).allow_burst(rate.burst)
}

impl<C: Clock + Clone> fmt::Debug for RequestLimits<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RequestLimits")
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;
    use std::time::Duration;

    use governor::clock::FakeRelativeClock;

    use super::*;
    use crate::domain::ActionSet;

    fn rate(per_second: u32, burst: u32) -> Option<Rate> {
        Some(Rate { per_second: NonZeroU32::new(per_second)?, burst: NonZeroU32::new(burst)? })
    }

    fn principal(user: u8, credential: Option<u16>) -> Principal {
        let of = |number: u16| Id::new(u64::from(number), [7; 6]);
        Principal {
            user: of(user.into()).into(),
            organization: of(0).into(),
            username: "jane".into(),
            credential: credential.map(|number| of(number).into()),
            actions: ActionSet::default(),
            permissions: std::collections::BTreeSet::new(),
            builtin: false,
        }
    }

    #[test]
    fn a_burst_is_let_in_and_then_as_many_as_the_rate_allows() {
        let clock = FakeRelativeClock::default();
        let limits = RequestLimits::with_clock(rate(2, 3), None, clock.clone());
        let admitted = |limits: &RequestLimits<_>| (0..10).filter(|_| limits.count().is_ok()).count();
        assert_eq!(admitted(&limits), 3);
        assert!(matches!(limits.count(), Err(Error::Throttled { retry_after_s: 1 })));
        clock.advance(Duration::from_secs(1));
        assert_eq!(admitted(&limits), 2);
        clock.advance(Duration::from_secs(60));
        assert_eq!(admitted(&limits), 3);
    }

    #[test]
    fn each_credential_has_a_limit_of_its_own() {
        let limits = RequestLimits::with_clock(None, rate(1, 2), FakeRelativeClock::default());
        for caller in [principal(1, Some(10)), principal(1, Some(11)), principal(1, None), principal(2, None)] {
            let admitted = (0..5).filter(|_| limits.count_of(&caller).is_ok()).count();
            assert_eq!(admitted, 2, "{caller:?}");
        }
        assert!(limits.count().is_ok(), "everybody together has none");
    }

    #[test]
    fn only_so_many_credentials_are_counted() {
        let limits = RequestLimits::with_clock(None, rate(1, 1), FakeRelativeClock::default());
        for credential in 0..u16::MAX {
            assert!(limits.count_of(&principal(1, Some(credential))).is_ok());
        }
        let counted = limits.credentials.as_ref().map(|credentials| credentials.limiters.len());
        assert!(counted.is_some_and(|counted| counted <= CREDENTIALS_COUNTED_MAX), "{counted:?}");
    }

    #[test]
    fn without_limits_everything_is_let_in() {
        let limits = RequestLimits::new(None, None);
        assert!((0..1000).all(|_| limits.count().is_ok() && limits.count_of(&principal(1, None)).is_ok()));
    }
}
