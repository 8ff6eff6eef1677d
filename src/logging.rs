//! The log: human lines on a terminal, JSON lines otherwise, and one line a request.
//! Knows no room; what it is given to log holds no secret.

mod lines;

use std::backtrace::Backtrace;
use std::io::{self, IsTerminal};
use std::panic;
use std::sync::{Mutex, PoisonError};

use slog::{Drain, LevelFilter, Logger, OwnedKVList, Record, error, o};

use crate::config::LogLevel;
use lines::{Line, Lines};

/// The least severe line that Dropshot writes through us: it reports every connection and request at `info`, and a request is
/// logged once, by `server`.
const FRAMEWORK_LEVEL: slog::Level = slog::Level::Warning;

/// Opens the log on standard error.
///
/// # Errors
/// There is no thread to write it.
pub fn open(level: LogLevel) -> io::Result<Logger> {
    let level = match level {
        LogLevel::Error => slog::Level::Error,
        LogLevel::Warning => slog::Level::Warning,
        LogLevel::Info => slog::Level::Info,
        LogLevel::Debug => slog::Level::Debug,
    };
    if io::stderr().is_terminal() {
        let decorator = slog_term::TermDecorator::new().stderr().build();
        let queue = slog_async::Async::new(slog_term::FullFormat::new(decorator).build().fuse()).build();
        Ok(Logger::root(LevelFilter::new(queue, level).fuse(), o!()))
    } else {
        let json = JsonLines::start(io::stderr())?;
        Ok(Logger::root(LevelFilter::new(json, level).fuse(), o!()))
    }
}

/// A log that keeps nothing, for tests that do not look at it.
pub fn discard() -> Logger {
    Logger::root(slog::Discard, o!())
}

/// Logs every panic from now on, in one line with its place and who called whom, instead of printing it in several.
pub fn log_panics(log: &Logger) {
    let log = log.clone();
    panic::set_hook(Box::new(move |panic| {
        let backtrace = Backtrace::force_capture();
        error!(log, "panicked"; "panic" => %panic, "backtrace" => %backtrace);
    }));
}

/// The logger to give to Dropshot.
pub fn for_framework(log: &Logger) -> Logger {
    Logger::root(LevelFilter::new(log.clone(), FRAMEWORK_LEVEL).fuse(), o!())
}

/// Records as lines of JSON. They are written where they are logged, into memory, and passed on by a thread.
struct JsonLines {
    json: Mutex<slog_json::Json<Line>>,
    lines: Lines,
}

impl JsonLines {
    fn start(output: impl io::Write + Send + 'static) -> io::Result<Self> {
        let lines = Lines::start(output)?;
        let json = slog_json::Json::new(lines.line()).add_default_keys().set_flush(true).build();
        Ok(Self { json: Mutex::new(json), lines })
    }
}

impl Drain for JsonLines {
    type Ok = ();
    type Err = io::Error;

    fn log(&self, record: &Record<'_>, values: &OwnedKVList) -> io::Result<()> {
        let json = self.json.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(dropped) = self.lines.take_dropped() {
            let text = format_args!("lines were left out of the log, whose reader is too slow");
            json.log(&slog::record!(slog::Level::Warning, "", &text, slog::b!("lines" => dropped)), values)?;
        }
        json.log(record, values)
    }
}
