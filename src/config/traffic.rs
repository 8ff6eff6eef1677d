//! The settings of traffic: how long clients and requests may take, how many may wait, and how many connections there may be.

use clap::Args;

use super::{ConfigError, within};
use crate::limits;

/// The settings of traffic as flags and environment variables.
#[derive(Args, Clone, Debug, Default)]
pub struct TrafficFlags {
    /// How many connections there may be at once; the newest beyond them are closed; 0 is no limit [default: 0]
    #[arg(long, env = "ROSTER_CONNECTIONS_MAX", value_name = "COUNT")]
    pub connections_max: Option<u32>,
    /// How long a new connection may be without a request, in seconds; 0 is no limit [default: 60]
    #[arg(long, env = "ROSTER_FIRST_REQUEST_S_MAX", value_name = "SECONDS")]
    pub first_request_s_max: Option<u32>,
    /// How long a request's body may take to arrive, in seconds [default: 30]
    #[arg(long, env = "ROSTER_BODY_READ_S_MAX", value_name = "SECONDS")]
    pub body_read_s_max: Option<u32>,
    /// How long a request may take until its answer begins, its body included, in seconds; 0 is no limit [default: 0]
    #[arg(long, env = "ROSTER_REQUEST_S_MAX", value_name = "SECONDS")]
    pub request_s_max: Option<u32>,
    /// How long a client may leave its answer unread before its connection is closed, in seconds; 0 is no limit [default: 60]
    #[arg(long, env = "ROSTER_UNREAD_S_MAX", value_name = "SECONDS")]
    pub unread_s_max: Option<u32>,
    /// How long requests are still accepted after SIGTERM, while /readyz says that the server stops, in seconds [default: 0]
    #[arg(long, env = "ROSTER_STOP_DELAY_S", value_name = "SECONDS")]
    pub stop_delay_s: Option<u32>,
    /// How many reads, and how many writes, may wait for the store [default: 1024]
    #[arg(long, env = "ROSTER_STORE_QUEUE_JOBS_MAX", value_name = "COUNT")]
    pub store_queue_jobs_max: Option<usize>,
    /// How many password hashes may wait for their turn [default: 64]
    #[arg(long, env = "ROSTER_PASSWORD_HASHES_WAITING_MAX", value_name = "COUNT")]
    pub password_hashes_waiting_max: Option<usize>,
}

impl TrafficFlags {
    /// The same settings, and where something is not said, those of `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            connections_max: self.connections_max.or(other.connections_max),
            first_request_s_max: self.first_request_s_max.or(other.first_request_s_max),
            body_read_s_max: self.body_read_s_max.or(other.body_read_s_max),
            request_s_max: self.request_s_max.or(other.request_s_max),
            unread_s_max: self.unread_s_max.or(other.unread_s_max),
            stop_delay_s: self.stop_delay_s.or(other.stop_delay_s),
            store_queue_jobs_max: self.store_queue_jobs_max.or(other.store_queue_jobs_max),
            password_hashes_waiting_max: self.password_hashes_waiting_max.or(other.password_hashes_waiting_max),
        }
    }
}

/// How much traffic there may be, decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrafficConfig {
    /// How many connections there may be at once; `None` is no limit.
    pub connections_max: Option<u32>,
    /// How long a new connection may be without a request, in seconds; `None` is no limit.
    pub first_request_s_max: Option<u32>,
    /// How long a request's body may take to arrive, in seconds.
    pub body_read_s_max: u32,
    /// How long a request may take until its answer begins, in seconds; `None` is no limit.
    pub request_s_max: Option<u32>,
    /// How long a client may leave its answer unread, in seconds; `None` is no limit.
    pub unread_s_max: Option<u32>,
    /// How long requests are still accepted after the server was told to stop, in seconds.
    pub stop_delay_s: u32,
    /// How many reads, and how many writes, may wait for the store.
    pub store_queue_jobs_max: usize,
    /// How many password hashes may wait for their turn.
    pub password_hashes_waiting_max: usize,
}

impl TrafficConfig {
    /// Decides every setting of traffic.
    pub(super) fn decide(flags: TrafficFlags) -> Result<Self, ConfigError> {
        let seconds = |setting, value: Option<u32>, least, default| {
            let value = value.unwrap_or(default);
            within(setting, value, least, limits::TRAFFIC_S_MAX).map(|()| value)
        };
        let or_none = |value: u32| (value != 0).then_some(value);
        let connections_max = flags.connections_max.unwrap_or(0);
        within("connections_max", connections_max, 0, limits::CONNECTIONS_MAX)?;
        let store_queue_jobs_max = flags.store_queue_jobs_max.unwrap_or(limits::STORE_QUEUE_JOBS_DEFAULT);
        within("store_queue_jobs_max", store_queue_jobs_max, 1, limits::STORE_QUEUE_JOBS_MAX)?;
        let waiting_max = flags.password_hashes_waiting_max.unwrap_or(limits::PASSWORD_HASHES_WAITING_DEFAULT);
        within("password_hashes_waiting_max", waiting_max, 1, limits::PASSWORD_HASHES_WAITING_MAX)?;
        let first = seconds("first_request_s_max", flags.first_request_s_max, 0, limits::FIRST_REQUEST_S_DEFAULT)?;
        let unread = seconds("unread_s_max", flags.unread_s_max, 0, limits::UNREAD_S_DEFAULT)?;
        Ok(Self {
            connections_max: or_none(connections_max),
            first_request_s_max: or_none(first),
            body_read_s_max: seconds("body_read_s_max", flags.body_read_s_max, 1, limits::BODY_READ_S_DEFAULT)?,
            request_s_max: or_none(seconds("request_s_max", flags.request_s_max, 0, 0)?),
            unread_s_max: or_none(unread),
            stop_delay_s: seconds("stop_delay_s", flags.stop_delay_s, 0, 0)?,
            store_queue_jobs_max,
            password_hashes_waiting_max: waiting_max,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(flags: TrafficFlags) -> Result<TrafficConfig, String> {
        TrafficConfig::decide(flags).map_err(|error| error.to_string())
    }

    #[test]
    fn unless_told_otherwise_nothing_that_a_request_does_is_cut_short() {
        let config = decide(TrafficFlags::default()).expect("defaults are valid");
        assert_eq!((config.connections_max, config.request_s_max, config.stop_delay_s), (None, None, 0));
        assert_eq!((config.body_read_s_max, config.unread_s_max), (30, Some(60)));
        assert_eq!(config.first_request_s_max, Some(60));
    }

    #[test]
    fn nothing_is_no_limit_where_that_makes_sense() {
        let flags = TrafficFlags {
            connections_max: Some(0),
            request_s_max: Some(0),
            unread_s_max: Some(0),
            first_request_s_max: Some(0),
            ..TrafficFlags::default()
        };
        let config = decide(flags).expect("valid");
        assert_eq!(config.first_request_s_max, None);
        assert_eq!((config.connections_max, config.request_s_max, config.unread_s_max), (None, None, None));
    }

    #[test]
    fn what_is_out_of_bounds_is_refused_by_name() {
        let of = TrafficFlags::default;
        let cases = [
            (TrafficFlags { body_read_s_max: Some(0), ..of() }, "body_read_s_max must be from 1"),
            (TrafficFlags { request_s_max: Some(3601), ..of() }, "request_s_max must be from 0"),
            (TrafficFlags { connections_max: Some(u32::MAX), ..of() }, "connections_max must be from 0"),
            (TrafficFlags { store_queue_jobs_max: Some(0), ..of() }, "store_queue_jobs_max must be from 1"),
            (
                TrafficFlags { password_hashes_waiting_max: Some(0), ..of() },
                "password_hashes_waiting_max must be from 1",
            ),
        ];
        for (flags, expected) in cases {
            let error = decide(flags).expect_err(expected);
            assert!(error.contains(expected), "{error}");
        }
    }
}
