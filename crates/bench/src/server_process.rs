//! The server under test as a process of its own: started on a fresh directory, ready when `/readyz` says so, and
//! stopped when dropped. Must not know what is measured.

use std::env;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use rustix::process::{Pid, Signal, kill_process};

use crate::load;

/// How long a server may take to become ready, or to stop.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often it is asked.
const POLL_INTERVAL: Duration = Duration::from_millis(1);
/// How much of the log is shown when it does not start.
const LOG_TAIL_BYTES: usize = 2000;

/// A running server; dropping it kills it.
#[derive(Debug)]
pub(crate) struct ServerProcess {
    child: Child,
    /// Where it listens.
    pub(crate) address: SocketAddr,
    /// The administrator's API key.
    pub(crate) admin_key: String,
    /// From the start of the process until `/readyz` answered.
    pub(crate) start_time: Duration,
}

/// Finds the release binary beside the harness, or takes the one that was asked for.
pub(crate) fn find_binary(asked: Option<PathBuf>) -> Result<PathBuf> {
    let binary = match asked {
        Some(path) => path,
        None => {
            let harness = env::current_exe().context("cannot tell where the harness is")?;
            // Invariant of cargo's layout: target/<profile>/bench, so the release server is target/release/roster.
            let target = harness.ancestors().nth(2).context("the harness is in no target directory")?;
            target.join("release").join("roster")
        }
    };
    ensure!(
        binary.is_file(),
        "there is no server at {}: build it with `cargo build --release -p roster`, or name one with --server PATH",
        binary.display()
    );
    Ok(binary)
}

impl ServerProcess {
    /// Starts the binary with its data in `data_dir` and its log beside it, and waits until it is ready.
    pub(crate) fn start(binary: &Path, data_dir: &Path) -> Result<Self> {
        Self::start_under(&[], binary, data_dir)
    }

    /// The same, run by another command that takes it as its last arguments.
    pub(crate) fn start_under(wrapper: &[String], binary: &Path, data_dir: &Path) -> Result<Self> {
        let log_path = data_dir.with_extension("log");
        let log = File::create(&log_path).with_context(|| format!("cannot write {}", log_path.display()))?;
        let words: Vec<&OsStr> = wrapper.iter().map(OsStr::new).chain([binary.as_os_str()]).collect();
        let (program, arguments) = words.split_first().context("there is a binary")?;
        let mut command = Command::new(program);
        command.args(arguments);
        command.args(["serve", "--listen", "127.0.0.1:0", "--data-dir"]).arg(data_dir);
        // The settings measured are the defaults, whatever the caller's environment says.
        for (name, _) in env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("ROSTER_")) {
            command.env_remove(name);
        }
        let started = Instant::now();
        let child = command
            .stdin(Stdio::null())
            .stdout(log.try_clone().context("cannot share the log")?)
            .stderr(log)
            .spawn()
            .with_context(|| format!("cannot start {}", Path::new(program).display()))?;
        let unset = SocketAddr::from(([0, 0, 0, 0], 0));
        let mut server = ServerProcess { child, address: unset, admin_key: String::new(), start_time: Duration::ZERO };
        server.await_ready(data_dir).with_context(|| {
            let text = fs::read(&log_path).unwrap_or_default();
            let tail = &text[text.len().saturating_sub(LOG_TAIL_BYTES)..];
            format!("the server did not become ready; its log ends in\n{}", String::from_utf8_lossy(tail))
        })?;
        server.start_time = started.elapsed();
        server.admin_key = read_line(&data_dir.join("admin.key"))?;
        Ok(server)
    }

    /// The process id, under which its usage can be read.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Asks the server to stop and waits; fails where it does not exit cleanly.
    pub(crate) fn stop(&mut self) -> Result<()> {
        kill_process(Pid::from_child(&self.child), Signal::TERM).context("cannot signal the server")?;
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().context("cannot wait for the server")? {
                ensure!(status.success(), "the server stopped with {status}");
                return Ok(());
            }
            ensure!(Instant::now() < deadline, "the server did not stop within {PATIENCE:?}");
            thread::sleep(POLL_INTERVAL);
        }
    }

    fn await_ready(&mut self, data_dir: &Path) -> Result<()> {
        let address_file = data_dir.join("address");
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().context("cannot wait for the server")? {
                bail!("it exited with {status}");
            }
            if let Ok(address) = read_line(&address_file).and_then(|line| parse_address(&line)) {
                self.address = address;
                let request = format!("GET /readyz HTTP/1.1\r\nhost: {address}\r\n\r\n");
                if matches!(load::fetch(address, request.as_bytes()), Ok((200, _))) {
                    return Ok(());
                }
            }
            ensure!(Instant::now() < deadline, "/readyz did not answer 200 within {PATIENCE:?}");
            thread::sleep(POLL_INTERVAL);
        }
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        // Both fail only where the process has ended already, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read_line(path: &Path) -> Result<String> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(text.trim().to_owned())
}

/// Accepts the address bare or as the start of a URL.
fn parse_address(line: &str) -> Result<SocketAddr> {
    let bare = line.trim_start_matches("http://").trim_end_matches('/');
    bare.parse().with_context(|| format!("{line:?} is not an address"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn address_is_read_bare_or_as_a_url() {
        let expected = SocketAddr::from(([127, 0, 0, 1], 7400));
        for line in ["127.0.0.1:7400", "http://127.0.0.1:7400", "http://127.0.0.1:7400/"] {
            assert_eq!(parse_address(line).ok(), Some(expected), "{line}");
        }
        assert!(parse_address("127.0.0.1").is_err());
    }

    #[test]
    fn missing_binary_is_refused_with_the_command_that_builds_it() {
        let error = find_binary(Some(PathBuf::from("/nonexistent/roster"))).expect_err("there is no such file");
        assert!(error.to_string().contains("cargo build --release -p roster"), "{error}");
    }

    #[test]
    fn server_that_exits_at_once_is_reported_with_its_log() {
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        let error =
            ServerProcess::start(Path::new("/bin/ls"), &directory.path().join("data")).expect_err("ls is no server");
        let text = format!("{error:#}");
        assert!(text.contains("did not become ready") && text.contains("exited with"), "{text}");
    }
}
