//! What the operator decides: flags, then the environment (`ROSTER_*`), then a TOML file, then defaults.
//! Knows nothing about the rooms it configures, and starts nothing.

use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4};
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Deserialize;

use crate::limits;

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
        let config = Self {
            listen: flags.listen.or(file.listen).unwrap_or(LISTEN_DEFAULT),
            data_dir: flags.data_dir.or(file.data_dir).unwrap_or_else(|| DATA_DIR_DEFAULT.into()),
            log_level: flags.log_level.or(file.log_level).unwrap_or(LogLevel::Info),
            body_bytes_max: flags.body_bytes_max.or(file.body_bytes_max).unwrap_or(limits::BODY_BYTES_DEFAULT),
            store_readers: flags.store_readers.or(file.store_readers).unwrap_or(limits::STORE_READERS_DEFAULT),
            admin_key: flags.admin_key,
            readonly_key: flags.readonly_key,
        };
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<(), ConfigError> {
        within("body_bytes_max", self.body_bytes_max, limits::BODY_BYTES_MIN, limits::BODY_BYTES_MAX)?;
        within("store_readers", self.store_readers, 1, limits::STORE_READERS_MAX)
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

fn within(setting: &'static str, value: usize, least: usize, most: usize) -> Result<(), ConfigError> {
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
}
