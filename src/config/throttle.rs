//! The settings of limits: requests in a second, wrong passwords and keys, and which proxies say whom a request is from.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::str::FromStr;

use clap::Args;
use ipnet::IpNet;
use serde::Deserialize;

use super::{ConfigError, within};
use crate::limits::{
    ACCOUNT_FAILURES_MAX_DEFAULT, ADDRESS_FAILURES_MAX_DEFAULT, FAILURE_WAIT_S_DEFAULT, FAILURE_WAIT_S_MAX,
    FAILURE_WAIT_S_MAX_DEFAULT, FAILURES_MAX, LOGIN_FAILURES_MAX_DEFAULT, REQUESTS_RATE_MAX,
};

/// The settings of limits as flags and environment variables.
#[derive(Args, Clone, Debug, Default)]
pub struct ThrottleFlags {
    /// How many requests a second are let in, of everybody together; 0 is no limit [default: 0]
    #[arg(long, env = "ROSTER_REQUESTS_PER_SECOND", value_name = "COUNT")]
    pub requests_per_second: Option<u32>,
    /// How many of them are let in at once [default: as many as in a second]
    #[arg(long, env = "ROSTER_REQUESTS_BURST", value_name = "COUNT")]
    pub requests_burst: Option<u32>,
    /// How many requests a second are let in with one credential; 0 is no limit [default: 0]
    #[arg(long, env = "ROSTER_CREDENTIAL_REQUESTS_PER_SECOND", value_name = "COUNT")]
    pub credential_requests_per_second: Option<u32>,
    /// How many of them are let in at once [default: as many as in a second]
    #[arg(long, env = "ROSTER_CREDENTIAL_REQUESTS_BURST", value_name = "COUNT")]
    pub credential_requests_burst: Option<u32>,
    /// After how many wrong passwords from an address an account must wait there; 0 is no limit [default: 5]
    #[arg(long, env = "ROSTER_LOGIN_FAILURES_MAX", value_name = "COUNT")]
    pub login_failures_max: Option<u32>,
    /// After how many wrong passwords from addresses that it never logged in from an account must wait at such
    /// addresses; 0 is no limit [default: 50]
    #[arg(long, env = "ROSTER_ACCOUNT_FAILURES_MAX", value_name = "COUNT")]
    pub account_failures_max: Option<u32>,
    /// After how many wrong passwords, or wrong keys, an address must wait; 0 is no limit [default: 50]
    #[arg(long, env = "ROSTER_ADDRESS_FAILURES_MAX", value_name = "COUNT")]
    pub address_failures_max: Option<u32>,
    /// The first of these waits, in seconds; each failure after it doubles the next [default: 1]
    #[arg(long, env = "ROSTER_FAILURE_WAIT_S", value_name = "SECONDS")]
    pub failure_wait_s: Option<u32>,
    /// The longest of these waits, in seconds: the lock [default: 900]
    #[arg(long, env = "ROSTER_FAILURE_WAIT_S_MAX", value_name = "SECONDS")]
    pub failure_wait_s_max: Option<u32>,
    /// The proxies whose X-Forwarded-For is believed: addresses and networks, with commas between them
    #[arg(long, env = "ROSTER_TRUSTED_PROXIES", value_name = "NETWORKS", value_delimiter = ',')]
    pub trusted_proxies: Option<Vec<ProxyNetwork>>,
}

impl ThrottleFlags {
    /// The same settings, and where something is not said, those of `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            requests_per_second: self.requests_per_second.or(other.requests_per_second),
            requests_burst: self.requests_burst.or(other.requests_burst),
            credential_requests_per_second: self
                .credential_requests_per_second
                .or(other.credential_requests_per_second),
            credential_requests_burst: self.credential_requests_burst.or(other.credential_requests_burst),
            login_failures_max: self.login_failures_max.or(other.login_failures_max),
            account_failures_max: self.account_failures_max.or(other.account_failures_max),
            address_failures_max: self.address_failures_max.or(other.address_failures_max),
            failure_wait_s: self.failure_wait_s.or(other.failure_wait_s),
            failure_wait_s_max: self.failure_wait_s_max.or(other.failure_wait_s_max),
            trusted_proxies: self.trusted_proxies.or(other.trusted_proxies),
        }
    }
}

/// The settings of limits, decided.
#[derive(Clone, Debug, Default)]
pub struct ThrottleConfig {
    /// Of everybody together.
    pub requests: Option<Rate>,
    /// With one credential.
    pub credential_requests: Option<Rate>,
    /// Of wrong passwords and keys.
    pub guesses: GuessLimits,
    /// Whose word about addresses is taken.
    pub trusted_proxies: Vec<ProxyNetwork>,
}

/// So many requests a second, and so many at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Requests a second, in the long run.
    pub per_second: NonZeroU32,
    /// Requests that are let in at once after a rest.
    pub burst: NonZeroU32,
}

/// How many may be wrong within a window before a wait begins. 0 is no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuessLimits {
    /// Wrong passwords for one account from one address.
    pub login_failures_max: u32,
    /// Wrong passwords for one account from all addresses together that it was never let in from.
    pub account_failures_max: u32,
    /// Wrong passwords from one address, and wrong keys from one address.
    pub address_failures_max: u32,
    /// The first wait, in seconds.
    pub wait_s: u32,
    /// The longest wait, in seconds: the lock.
    pub wait_s_max: u32,
}

impl Default for GuessLimits {
    fn default() -> Self {
        Self {
            login_failures_max: LOGIN_FAILURES_MAX_DEFAULT,
            account_failures_max: ACCOUNT_FAILURES_MAX_DEFAULT,
            address_failures_max: ADDRESS_FAILURES_MAX_DEFAULT,
            wait_s: FAILURE_WAIT_S_DEFAULT,
            wait_s_max: FAILURE_WAIT_S_MAX_DEFAULT,
        }
    }
}

/// A proxy, or a network of proxies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct ProxyNetwork(IpNet);

impl ProxyNetwork {
    /// Whether an address is in it.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        self.0.contains(&address.to_canonical())
    }
}

impl FromStr for ProxyNetwork {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let network = text.parse().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
        network.map(Self).map_err(|_| format!("`{text}` is not an address or a network, such as 192.0.2.0/24"))
    }
}

impl TryFrom<String> for ProxyNetwork {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl ThrottleConfig {
    /// Decides every setting.
    pub(super) fn decide(flags: ThrottleFlags) -> Result<Self, ConfigError> {
        let guesses = GuessLimits {
            login_failures_max: flags.login_failures_max.unwrap_or(LOGIN_FAILURES_MAX_DEFAULT),
            account_failures_max: flags.account_failures_max.unwrap_or(ACCOUNT_FAILURES_MAX_DEFAULT),
            address_failures_max: flags.address_failures_max.unwrap_or(ADDRESS_FAILURES_MAX_DEFAULT),
            wait_s: flags.failure_wait_s.unwrap_or(FAILURE_WAIT_S_DEFAULT),
            wait_s_max: flags.failure_wait_s_max.unwrap_or(FAILURE_WAIT_S_MAX_DEFAULT),
        };
        within("login_failures_max", guesses.login_failures_max, 0, FAILURES_MAX)?;
        within("account_failures_max", guesses.account_failures_max, 0, FAILURES_MAX)?;
        within("address_failures_max", guesses.address_failures_max, 0, FAILURES_MAX)?;
        within("failure_wait_s_max", guesses.wait_s_max, 1, FAILURE_WAIT_S_MAX)?;
        within("failure_wait_s", guesses.wait_s, 1, guesses.wait_s_max)?;
        Ok(Self {
            requests: rate(["requests_per_second", "requests_burst"], flags.requests_per_second, flags.requests_burst)?,
            credential_requests: rate(
                ["credential_requests_per_second", "credential_requests_burst"],
                flags.credential_requests_per_second,
                flags.credential_requests_burst,
            )?,
            guesses,
            trusted_proxies: flags.trusted_proxies.unwrap_or_default(),
        })
    }
}

/// A limit, if there is one. The settings are named in this order.
fn rate(names: [&'static str; 2], per_second: Option<u32>, burst: Option<u32>) -> Result<Option<Rate>, ConfigError> {
    let [rate_name, burst_name] = names;
    within(rate_name, per_second.unwrap_or(0), 0, REQUESTS_RATE_MAX)?;
    let Some(per_second) = per_second.and_then(NonZeroU32::new) else {
        let bounds = format!("left out where {rate_name} is 0 or left out");
        return if burst.is_none() { Ok(None) } else { Err(ConfigError::OutOfBounds { setting: burst_name, bounds }) };
    };
    let burst = burst.unwrap_or(per_second.get());
    within(burst_name, burst, 1, REQUESTS_RATE_MAX)?;
    Ok(NonZeroU32::new(burst).map(|burst| Rate { per_second, burst }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(flags: ThrottleFlags) -> Result<ThrottleConfig, String> {
        ThrottleConfig::decide(flags).map_err(|error| error.to_string())
    }

    #[test]
    fn requests_are_not_limited_and_guesses_are_unless_told_otherwise() {
        let config = decide(ThrottleFlags::default()).expect("defaults are valid");
        assert_eq!((config.requests, config.credential_requests), (None, None));
        assert_eq!(config.guesses, GuessLimits::default());
        assert!(config.guesses.login_failures_max > 0);
    }

    #[test]
    fn a_rate_without_a_burst_lets_in_a_seconds_worth() {
        let burst = |per_second, burst| {
            let flags = ThrottleFlags {
                requests_per_second: Some(per_second),
                requests_burst: burst,
                ..ThrottleFlags::default()
            };
            decide(flags).map(|config| config.requests.map(|rate| rate.burst.get()))
        };
        assert_eq!(burst(7, None), Ok(Some(7)));
        assert_eq!(burst(7, Some(2)), Ok(Some(2)));
        assert_eq!(burst(0, None), Ok(None));
        assert!(burst(0, Some(2)).is_err_and(|error| error.contains("requests_burst must be left out")));
        assert!(burst(7, Some(0)).is_err_and(|error| error.contains("requests_burst must be from 1")));
    }

    #[test]
    fn a_proxy_is_an_address_or_a_network() {
        let network = |text: &str| text.parse::<ProxyNetwork>();
        let inside =
            |text: &str, address: &str| network(text).expect("valid").contains(address.parse().expect("an address"));
        assert!(inside("192.0.2.0/24", "192.0.2.9") && !inside("192.0.2.0/24", "192.0.3.9"));
        assert!(inside("192.0.2.1", "::ffff:192.0.2.1") && !inside("192.0.2.1", "192.0.2.2"));
        assert!(inside("2001:db8::/32", "2001:db8::1"));
        assert!(network("proxy.example.org").is_err_and(|error| error.contains("proxy.example.org")));
    }
}
