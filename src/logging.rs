//! The log: human lines on a terminal, JSON lines otherwise, and one line a request.
//! Knows no room; what it is given to log holds no secret.

use std::io::{BufWriter, IsTerminal};

use slog::{Drain, LevelFilter, Logger, o};

use crate::config::LogLevel;

/// The least severe line that Dropshot writes through us: it reports every connection and request at `info`, and a request is
/// logged once, by `server`.
const FRAMEWORK_LEVEL: slog::Level = slog::Level::Warning;

/// Opens the log on standard error.
pub fn open(level: LogLevel) -> Logger {
    let level = match level {
        LogLevel::Error => slog::Level::Error,
        LogLevel::Warning => slog::Level::Warning,
        LogLevel::Info => slog::Level::Info,
        LogLevel::Debug => slog::Level::Debug,
    };
    if std::io::stderr().is_terminal() {
        let decorator = slog_term::TermDecorator::new().stderr().build();
        root(slog_term::FullFormat::new(decorator).build().fuse(), level)
    } else {
        // Standard error has no buffer: without one, every word of a line would be a system call.
        let output = BufWriter::new(std::io::stderr());
        root(slog_json::Json::new(output).add_default_keys().set_flush(true).build().fuse(), level)
    }
}

/// A log that keeps nothing, for tests that do not look at it.
pub fn discard() -> Logger {
    Logger::root(slog::Discard, o!())
}

/// The logger to give to Dropshot.
pub fn for_framework(log: &Logger) -> Logger {
    Logger::root(LevelFilter::new(log.clone(), FRAMEWORK_LEVEL).fuse(), o!())
}

fn root<D>(drain: D, level: slog::Level) -> Logger
where
    D: Drain<Ok = (), Err = slog::Never> + Send + 'static,
{
    // A slow reader of the log must not stop the server: the queue is bounded, and what it drops is counted in the log.
    let queue = slog_async::Async::new(LevelFilter::new(drain, level).fuse()).build().fuse();
    Logger::root(queue, o!())
}
