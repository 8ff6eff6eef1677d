//! A server for one test: started in this process or as the real binary, with a data directory and a port of its own, and gone
//! when it is dropped. What it logs is watched for secrets.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread::JoinHandle;
use std::time::Duration;

use roster::config::{Config, Flags};
use roster::server;

use super::log_watch::LogWatch;
use super::scanner;

/// The admin's key of every test server.
pub(crate) const ADMIN_KEY: &str = "test-admin-key-0123456789";
/// The key of the built-in user `readonly` of every test server.
pub(crate) const READONLY_KEY: &str = "test-readonly-key-0123456789";
/// What the log says once the server accepts connections.
const LISTENING: &str = "listening";
/// How long a test waits for a line of the log, in seconds.
const LOG_TIMEOUT_S: u64 = 60;

/// A server in this process.
pub(crate) struct TestServer {
    address: SocketAddr,
    running: Option<server::Running>,
    runtime: tokio::runtime::Runtime,
    log: LogWatch,
    // Removed last.
    _directory: tempfile::TempDir,
}

impl TestServer {
    /// Starts a server on an empty data directory.
    pub(crate) fn start() -> Self {
        Self::start_with(Flags::default())
    }

    /// As `start`, with other settings than where to listen, where the data is and which keys there are at first.
    pub(crate) fn start_with(flags: Flags) -> Self {
        Self::start_in(tempfile::tempdir().expect("a temporary directory can be made"), flags)
    }

    /// As `start_with`, on a data directory that may hold something already.
    pub(crate) fn start_in(directory: tempfile::TempDir, flags: Flags) -> Self {
        let flags = Flags {
            listen: Some(SocketAddr::from(([127, 0, 0, 1], 0))),
            data_dir: Some(directory.path().to_owned()),
            admin_key: Some(ADMIN_KEY.into()),
            readonly_key: Some(READONLY_KEY.into()),
            ..flags
        };
        let config = Config::load(flags).expect("the test's configuration is valid");
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("a runtime can be built");
        let log = LogWatch::default();
        let running = runtime.block_on(server::start(&config, &log.logger())).expect("the server starts");
        log.listens_at(running.address());
        Self { address: running.address(), running: Some(running), runtime, log, _directory: directory }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            let stopped = self.runtime.block_on(running.stop());
            if !std::thread::panicking() {
                stopped.expect("the server stops cleanly");
            }
        }
        self.log.assert_clean();
    }
}

/// The real binary, as a process.
pub(crate) struct RosterProcess {
    child: Child,
    data_dir: PathBuf,
    log: Receiver<String>,
    watch: LogWatch,
    reader: Option<JoinHandle<()>>,
}

impl RosterProcess {
    /// Starts `roster serve` on `data_dir` with a free port, and waits until it listens.
    pub(crate) fn start(data_dir: &Path) -> Self {
        Self::spawn(Self::command(data_dir), data_dir)
    }

    /// As `start`, with a command that was prepared.
    pub(crate) fn spawn(mut command: Command, data_dir: &Path) -> Self {
        let mut child = command.spawn().expect("the binary can be run");
        let stderr = child.stderr.take().expect("standard error is a pipe");
        let watch = LogWatch::default();
        let (log, reader) = lines_of(stderr, watch.clone());
        let process = Self { child, data_dir: data_dir.to_owned(), log, watch, reader: Some(reader) };
        process.wait_for_log(LISTENING);
        process.watch.listens_at(process.address());
        let keys = [server::ADMIN_KEY_FILE, server::READONLY_KEY_FILE].map(|name| process.data_dir.join(name));
        let keys = keys.iter().filter_map(|file| std::fs::read_to_string(file).ok());
        scanner::note(process.address(), keys.map(|key| key.trim().to_owned()));
        process
    }

    /// `roster serve --listen 127.0.0.1:0 --data-dir DIR`, ready to be run.
    pub(crate) fn command(data_dir: &Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_roster"));
        command.args(["serve", "--listen", "127.0.0.1:0", "--data-dir"]).arg(data_dir);
        command.env_remove("ROSTER_ADMIN_KEY").env_remove("ROSTER_READONLY_KEY");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Reads the log up to the first line that holds `text`, and returns that line.
    pub(crate) fn wait_for_log(&self, text: &str) -> String {
        loop {
            let line = self.log.recv_timeout(Duration::from_secs(LOG_TIMEOUT_S));
            let line = line.unwrap_or_else(|error| panic!("no line with {text:?} in the log: {error}"));
            if line.contains(text) {
                return line;
            }
        }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        let url = self.url();
        let (_, address) = url.split_once("://").expect("the address file holds a URL");
        address.parse().expect("the URL is one of an address")
    }

    /// The base URL, as the server wrote it down.
    pub(crate) fn url(&self) -> String {
        self.read(server::ADDRESS_FILE)
    }

    pub(crate) fn admin_key(&self) -> String {
        self.read(server::ADMIN_KEY_FILE)
    }

    pub(crate) fn readonly_key(&self) -> String {
        self.read(server::READONLY_KEY_FILE)
    }

    fn read(&self, name: &str) -> String {
        let text =
            std::fs::read_to_string(self.data_dir.join(name)).expect("the file is there once the server listens");
        text.trim().to_owned()
    }

    /// The id of the process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as a power cut would end it: SIGKILL.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("the process can be killed");
        self.child.wait().expect("the process can be waited for");
    }

    /// Sends a signal by name and waits for the end.
    pub(crate) fn stop(self, signal: &str) -> ExitStatus {
        self.send_signal(signal);
        self.wait()
    }

    /// Waits for the end.
    pub(crate) fn wait(mut self) -> ExitStatus {
        self.child.wait().expect("the process can be waited for")
    }

    /// As `stop`, and returns what it printed to standard output in its whole life.
    pub(crate) fn stop_and_read_output(mut self, signal: &str) -> String {
        self.send_signal(signal);
        let mut printed = String::new();
        let mut stdout = self.child.stdout.take().expect("standard output is a pipe");
        stdout.read_to_string(&mut printed).expect("what it prints is UTF-8");
        printed
    }

    pub(crate) fn send_signal(&self, signal: &str) {
        let sent = Command::new("kill").args(["-s", signal, &self.child.id().to_string()]).status();
        assert!(sent.expect("kill can be run").success());
    }
}

impl Drop for RosterProcess {
    fn drop(&mut self) {
        // Where it has ended already there is nothing to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(reader) = self.reader.take() {
            reader.join().expect("reading the log does not fail");
        }
        self.watch.assert_clean();
    }
}

/// Drains a pipe into a channel, so that the process never waits for its reader.
fn lines_of(pipe: ChildStderr, watch: LogWatch) -> (Receiver<String>, JoinHandle<()>) {
    let (sender, receiver) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            watch.read(&line);
            // A test that no longer listens does not stop the draining.
            let _ = sender.send(line);
        }
    });
    (receiver, reader)
}
