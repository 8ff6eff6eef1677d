//! Watches the log of a server that a test has started, line by line, for secrets.
//! Knows nothing of how the server was started.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use slog::{Drain, Logger, o};

use super::scanner;

/// What was found in one server's log.
#[derive(Clone, Default)]
pub(crate) struct LogWatch(Arc<Watched>);

#[derive(Default)]
struct Watched {
    /// Known once the server listens; it says which secrets were sent to it.
    server: OnceLock<SocketAddr>,
    leaks: Mutex<Vec<String>>,
}

impl LogWatch {
    /// Says where the server listens.
    pub(crate) fn listens_at(&self, server: SocketAddr) {
        scanner::begin(server);
        // A server listens at one address in its life.
        let _ = self.0.server.set(server);
    }

    pub(crate) fn read(&self, line: &str) {
        let leak = scanner::find_in_log(self.0.server.get().copied(), line);
        self.0.leaks.lock().unwrap_or_else(PoisonError::into_inner).extend(leak);
    }

    /// Fails the test if there was a secret in a line, unless it has failed already.
    pub(crate) fn assert_clean(&self) {
        let leaks = self.0.leaks.lock().unwrap_or_else(PoisonError::into_inner);
        assert!(leaks.is_empty() || std::thread::panicking(), "{}", leaks.join("\n"));
    }

    /// A log that keeps nothing but what is wrong with it.
    pub(crate) fn logger(&self) -> Logger {
        let lines = Lines { watch: self.clone(), begun: Vec::new() };
        Logger::root(Mutex::new(slog_json::Json::default(lines)).fuse(), o!())
    }
}

/// Cuts what is written into lines.
struct Lines {
    watch: LogWatch,
    begun: Vec<u8>,
}

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.begun.extend_from_slice(bytes);
        while let Some(end) = self.begun.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = self.begun.drain(..=end).collect();
            self.watch.read(&String::from_utf8_lossy(&line));
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_in_a_line_is_found() {
        let server = SocketAddr::from(([127, 9, 8, 7], 1));
        let watch = LogWatch::default();
        watch.listens_at(server);
        scanner::note(server, ["a long passphrase".to_owned()]);
        let log = watch.logger();
        slog::info!(log, "request"; "principal" => "ada");
        watch.assert_clean();
        slog::info!(log, "request"; "body" => "{\"password\": \"a long passphrase\"}");
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| watch.assert_clean())).expect_err("it is told");
    }
}
