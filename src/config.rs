//! What the operator decides: flags, then the environment (`ROSTER_*`), then a TOML file, then defaults.
//! Knows nothing about the rooms it configures, and starts nothing.

mod backup;
mod mail;
mod throttle;
mod tls;
mod traffic;

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4};
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Deserialize;

use crate::limits;

pub use backup::{BackupConfig, BackupFlags};
pub use mail::{MailConfig, MailFlags, SmtpAddress, SmtpConfig, SmtpPassword, SmtpTls};
pub use throttle::{GuessLimits, ProxyNetwork, Rate, ThrottleConfig, ThrottleFlags};
pub use tls::{TlsConfig, TlsFlags};
pub use traffic::{TrafficConfig, TrafficFlags};

/// Where the server listens unless told otherwise.
pub const LISTEN_DEFAULT: SocketAddr = SocketAddr::V4(SocketAddrV4::new(Ipv4Addr::LOCALHOST, 7400));
/// Where the data lives unless told otherwise, relative to the working directory.
pub const DATA_DIR_DEFAULT: &str = "roster-data";

/// The settings of `roster serve` as flags and environment variables.
#[derive(Args, Clone, Debug, Default)]
pub struct Flags {
    /// The address to listen on; port 0 takes a free one [default: 127.0.0.1:7400]
    #[arg(long, env = "ROSTER_LISTEN", value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
    /// The directory that holds the database and the bootstrap keys [default: ./roster-data]
    #[arg(long, env = "ROSTER_DATA_DIR", value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// A TOML file with the same settings; unknown keys are refused
    #[arg(long, env = "ROSTER_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The least severe log line that is written [default: info]
    #[arg(long, env = "ROSTER_LOG_LEVEL", value_name = "LEVEL")]
    pub log_level: Option<LogLevel>,
    /// The largest request body that is read, in bytes [default: 1048576]
    #[arg(long, env = "ROSTER_BODY_BYTES_MAX", value_name = "BYTES")]
    pub body_bytes_max: Option<usize>,
    /// How many connections read the database at the same time [default: 2]
    #[arg(long, env = "ROSTER_STORE_READERS", value_name = "COUNT")]
    pub store_readers: Option<usize>,
    /// The memory that one password hash takes, in KiB [default: 19456]
    #[arg(long, env = "ROSTER_PASSWORD_HASH_MEMORY_KIB", value_name = "KIB")]
    pub password_hash_memory_kib: Option<u32>,
    /// How often one password hash passes over its memory [default: 2]
    #[arg(long, env = "ROSTER_PASSWORD_HASH_PASSES", value_name = "COUNT")]
    pub password_hash_passes: Option<u32>,
    /// How long the token of a login lasts, in seconds [default: 1800]
    #[arg(long, env = "ROSTER_SESSION_LIFETIME_S", value_name = "SECONDS")]
    pub session_lifetime_s: Option<u32>,
    /// How long after a login its last token ends, however often refreshed, in seconds [default: 43200]
    #[arg(long, env = "ROSTER_SESSION_AGE_S_MAX", value_name = "SECONDS")]
    pub session_age_s_max: Option<u32>,
    /// How long a stop waits for requests in flight before it breaks them off, in seconds [default: 30]
    #[arg(long, env = "ROSTER_STOP_GRACE_S", value_name = "SECONDS")]
    pub stop_grace_s: Option<u32>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its own fields say it")]
    pub tls: TlsFlags,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its own fields say it")]
    pub throttle: ThrottleFlags,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its own fields say it")]
    pub traffic: TrafficFlags,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its own fields say it")]
    pub mail: MailFlags,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its own fields say it")]
    pub backup: BackupFlags,
    /// The admin's API key on the first start, instead of a generated one
    #[arg(long, env = "ROSTER_ADMIN_KEY", value_name = "KEY", hide = true, hide_env_values = true)]
    pub admin_key: Option<String>,
    /// The API key of the built-in user `readonly` on the first start, instead of a generated one
    #[arg(long, env = "ROSTER_READONLY_KEY", value_name = "KEY", hide = true, hide_env_values = true)]
    pub readonly_key: Option<String>,
}

/// The settings of a configuration file. Keys are not among them: a secret belongs into the environment.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    listen: Option<SocketAddr>,
    data_dir: Option<PathBuf>,
    log_level: Option<LogLevel>,
    body_bytes_max: Option<usize>,
    store_readers: Option<usize>,
    password_hash_memory_kib: Option<u32>,
    password_hash_passes: Option<u32>,
    session_lifetime_s: Option<u32>,
    session_age_s_max: Option<u32>,
    stop_grace_s: Option<u32>,
    tls_cert: Option<PathBuf>,
    tls_key: Option<PathBuf>,
    allow_plaintext: Option<bool>,
    requests_per_second: Option<u32>,
    requests_burst: Option<u32>,
    credential_requests_per_second: Option<u32>,
    credential_requests_burst: Option<u32>,
    login_failures_max: Option<u32>,
    account_failures_max: Option<u32>,
    address_failures_max: Option<u32>,
    failure_wait_s: Option<u32>,
    failure_wait_s_max: Option<u32>,
    trusted_proxies: Option<Vec<ProxyNetwork>>,
    connections_max: Option<u32>,
    body_read_s_max: Option<u32>,
    request_s_max: Option<u32>,
    unread_s_max: Option<u32>,
    first_request_s_max: Option<u32>,
    stop_delay_s: Option<u32>,
    store_queue_jobs_max: Option<usize>,
    password_hashes_waiting_max: Option<usize>,
    public_url: Option<String>,
    smtp_address: Option<SmtpAddress>,
    smtp_tls: Option<SmtpTls>,
    smtp_username: Option<String>,
    mail_from: Option<String>,
    backup_dir: Option<PathBuf>,
    backup_every_s: Option<u32>,
    backups_kept: Option<u32>,
}

/// How much is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum LogLevel {
    Error,
    Warning,
    Info,
    Debug,
}

/// Every setting, decided.
#[derive(Clone, Debug)]
pub struct Config {
    /// The address to listen on.
    pub listen: SocketAddr,
    /// The directory of the database, the bootstrap keys, the lock and the address file.
    pub data_dir: PathBuf,
    /// The least severe log line that is written.
    pub log_level: LogLevel,
    /// The largest request body that is read, in bytes.
    pub body_bytes_max: usize,
    /// How many connections read the database at the same time.
    pub store_readers: usize,
    /// The memory that one password hash takes, in KiB.
    pub password_hash_memory_kib: u32,
    /// How often one password hash passes over its memory.
    pub password_hash_passes: u32,
    /// How long the token of a login lasts, in seconds.
    pub session_lifetime_s: u32,
    /// How long after a login its last token ends, in seconds.
    pub session_age_s_max: u32,
    /// How long a stop waits for requests in flight, in seconds.
    pub stop_grace_s: u32,
    /// The certificate that connections are encrypted with; without one, they are not.
    pub tls: Option<TlsConfig>,
    /// Limits on requests, and on wrong passwords and keys.
    pub throttle: ThrottleConfig,
    /// How long clients and requests may take, and how many there may be.
    pub traffic: TrafficConfig,
    /// Outgoing mail.
    pub mail: MailConfig,
    /// The schedule of backups; without one, none are made.
    pub backup: Option<BackupConfig>,
    /// The admin's API key on the first start; generated where absent.
    pub admin_key: Option<String>,
    /// The key of `readonly` on the first start; generated where absent.
    pub readonly_key: Option<String>,
}

/// Why there is no configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file could not be read.
    #[error("cannot read the configuration file {path}: {source}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is not TOML, or has a key that does not exist.
    #[error("the configuration file {path} is not valid: {source}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What the parser said, with line and column.
        source: Box<toml::de::Error>,
    },
    /// Keys and passwords would cross a network in the clear.
    #[error(
        "{listen} is not on this machine only, and without encryption keys and passwords could be read on their way; \
         give --tls-cert and --tls-key, or --allow-plaintext where a proxy encrypts"
    )]
    Plaintext {
        /// The address to listen on.
        listen: SocketAddr,
    },
    /// A setting is outside of its bounds.
    #[error("{setting} must be {bounds}")]
    OutOfBounds {
        /// The setting's name.
        setting: &'static str,
        /// What it may be.
        bounds: String,
    },
}

impl Config {
    /// Decides every setting: a flag or its environment variable, else the file, else the default.
    ///
    /// # Errors
    /// The file cannot be read or parsed, or a setting is outside of its bounds.
    pub fn load(flags: Flags) -> Result<Self, ConfigError> {
        let file = match &flags.config {
            Some(path) => File::read(path)?,
            None => File::default(),
        };
        let mail = flags.mail.or(MailFlags {
            public_url: file.public_url,
            smtp_address: file.smtp_address,
            smtp_tls: file.smtp_tls,
            smtp_username: file.smtp_username,
            smtp_password: None,
            mail_from: file.mail_from,
        });
        let backup = flags.backup.or(BackupFlags {
            backup_dir: file.backup_dir,
            backup_every_s: file.backup_every_s,
            backups_kept: file.backups_kept,
        });
        let tls = flags.tls.or(TlsFlags {
            tls_cert: file.tls_cert,
            tls_key: file.tls_key,
            allow_plaintext: file.allow_plaintext,
        });
        let throttle = flags.throttle.or(ThrottleFlags {
            requests_per_second: file.requests_per_second,
            requests_burst: file.requests_burst,
            credential_requests_per_second: file.credential_requests_per_second,
            credential_requests_burst: file.credential_requests_burst,
            login_failures_max: file.login_failures_max,
            account_failures_max: file.account_failures_max,
            address_failures_max: file.address_failures_max,
            failure_wait_s: file.failure_wait_s,
            failure_wait_s_max: file.failure_wait_s_max,
            trusted_proxies: file.trusted_proxies,
        });
        let traffic = flags.traffic.or(TrafficFlags {
            connections_max: file.connections_max,
            body_read_s_max: file.body_read_s_max,
            request_s_max: file.request_s_max,
            unread_s_max: file.unread_s_max,
            first_request_s_max: file.first_request_s_max,
            stop_delay_s: file.stop_delay_s,
            store_queue_jobs_max: file.store_queue_jobs_max,
            password_hashes_waiting_max: file.password_hashes_waiting_max,
        });
        let listen = flags.listen.or(file.listen).unwrap_or(LISTEN_DEFAULT);
        let config = Self {
            listen,
            data_dir: flags.data_dir.or(file.data_dir).unwrap_or_else(|| DATA_DIR_DEFAULT.into()),
            log_level: flags.log_level.or(file.log_level).unwrap_or(LogLevel::Info),
            body_bytes_max: flags.body_bytes_max.or(file.body_bytes_max).unwrap_or(limits::BODY_BYTES_DEFAULT),
            store_readers: flags.store_readers.or(file.store_readers).unwrap_or(limits::STORE_READERS_DEFAULT),
            password_hash_memory_kib: flags
                .password_hash_memory_kib
                .or(file.password_hash_memory_kib)
                .unwrap_or(limits::PASSWORD_HASH_MEMORY_KIB),
            password_hash_passes: flags
                .password_hash_passes
                .or(file.password_hash_passes)
                .unwrap_or(limits::PASSWORD_HASH_PASSES),
            session_lifetime_s: flags
                .session_lifetime_s
                .or(file.session_lifetime_s)
                .unwrap_or(limits::SESSION_LIFETIME_S_DEFAULT),
            session_age_s_max: flags
                .session_age_s_max
                .or(file.session_age_s_max)
                .unwrap_or(limits::SESSION_AGE_S_MAX_DEFAULT),
            stop_grace_s: flags.stop_grace_s.or(file.stop_grace_s).unwrap_or(limits::STOP_GRACE_S_DEFAULT),
            tls: TlsConfig::decide(tls, listen)?,
            throttle: ThrottleConfig::decide(throttle)?,
            traffic: TrafficConfig::decide(traffic)?,
            mail: MailConfig::decide(mail)?,
            backup: BackupConfig::decide(backup)?,
            admin_key: flags.admin_key,
            readonly_key: flags.readonly_key,
        };
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<(), ConfigError> {
        within("body_bytes_max", self.body_bytes_max, limits::BODY_BYTES_MIN, limits::BODY_BYTES_MAX)?;
        within("store_readers", self.store_readers, 1, limits::STORE_READERS_MAX)?;
        within("stop_grace_s", self.stop_grace_s, 0, limits::STOP_GRACE_S_MAX)?;
        let memory = (limits::PASSWORD_HASH_MEMORY_KIB_MIN, limits::PASSWORD_HASH_MEMORY_KIB_MAX);
        within("password_hash_memory_kib", self.password_hash_memory_kib, memory.0, memory.1)?;
        within("password_hash_passes", self.password_hash_passes, 1, limits::PASSWORD_HASH_PASSES_MAX)?;
        let least = limits::SESSION_LIFETIME_S_MIN;
        within("session_age_s_max", self.session_age_s_max, least, limits::SESSION_AGE_S_MAX)?;
        within("session_lifetime_s", self.session_lifetime_s, least, self.session_age_s_max)
    }
}

impl File {
    fn read(path: &Path) -> Result<Self, ConfigError> {
        let text = std::fs::read_to_string(path)
            .map_err(|source| ConfigError::Unreadable { path: path.to_owned(), source })?;
        toml::from_str(&text)
            .map_err(|source| ConfigError::Malformed { path: path.to_owned(), source: Box::new(source) })
    }
}

fn within<N: Copy + PartialOrd + fmt::Display>(
    setting: &'static str,
    value: N,
    least: N,
    most: N,
) -> Result<(), ConfigError> {
    if (least..=most).contains(&value) {
        return Ok(());
    }
    Err(ConfigError::OutOfBounds { setting, bounds: format!("from {least} to {most}, not {value}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load_file(text: &str) -> Result<Config, ConfigError> {
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        let path = directory.path().join("roster.toml");
        std::fs::write(&path, text).expect("the file can be written");
        Config::load(Flags { config: Some(path), ..Flags::default() })
    }

    #[test]
    fn everything_has_a_default() {
        let config = Config::load(Flags::default()).expect("defaults are valid");
        assert_eq!(config.listen.to_string(), "127.0.0.1:7400");
        assert_eq!(config.data_dir, Path::new("roster-data"));
    }

    #[test]
    fn the_file_is_used_where_no_flag_is_given() {
        let config = load_file("listen = '127.0.0.1:9'\nlog_level = 'debug'").expect("valid");
        assert_eq!(config.listen.port(), 9);
        assert_eq!(config.log_level, LogLevel::Debug);
    }

    #[test]
    fn an_unknown_key_is_refused_by_name() {
        let error = load_file("lisen = '127.0.0.1:9'").expect_err("a typo is an error");
        assert!(error.to_string().contains("lisen"), "{error}");
    }

    #[test]
    fn a_setting_outside_of_its_bounds_is_refused() {
        let error = load_file("store_readers = 0").expect_err("no reader would serve nobody");
        assert!(error.to_string().contains("store_readers must be from 1"), "{error}");
    }

    #[test]
    fn a_token_does_not_outlive_its_session() {
        let error = load_file("session_lifetime_s = 100\nsession_age_s_max = 60").expect_err("the token would");
        assert!(error.to_string().contains("session_lifetime_s must be from 10 to 60"), "{error}");
    }

    #[test]
    fn a_password_hash_that_costs_nothing_is_refused() {
        for setting in ["password_hash_memory_kib = 8", "password_hash_passes = 0"] {
            assert!(load_file(setting).is_err(), "{setting}");
        }
    }
}
