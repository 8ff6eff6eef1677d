//! The server as a process: started on a data directory, killed, stopped, looked at. Must not know what it serves.

use std::fs::{self, File};
use std::net::SocketAddr;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};

use anyhow::{Context, Result, bail, ensure};
use rustix::process::{Pid, Signal, kill_process};

use crate::http::{Connection, Request};
use crate::shim::{Number, Shim};

/// The file in the data directory that says where the server listens.
const ADDRESS_FILE: &str = "address";
/// How long a start or a stop may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often is looked whether it has ended or is ready.
const POLL: Duration = Duration::from_millis(2);
/// Settings that make passwords cheap, and let all workers come from one address and present many keys that were revoked.
const SETTINGS: [&str; 14] = [
    "--listen",
    "127.0.0.1:0",
    "--log-level",
    "error",
    "--password-hash-memory-kib",
    "7168",
    "--password-hash-passes",
    "1",
    "--login-failures-max",
    "1000000",
    "--account-failures-max",
    "1000000",
    "--address-failures-max",
    "1000000",
];

/// How a server is run.
#[derive(Debug)]
pub(crate) struct Launcher {
    /// The server's binary.
    pub(crate) binary: PathBuf,
    /// What stands between it and the system, where anything does.
    pub(crate) shim: Option<Shim>,
}

/// A running server; dropping it kills it.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    /// Where it listens.
    pub(crate) address: SocketAddr,
    /// The administrator's key.
    pub(crate) key: String,
    log: PathBuf,
}

impl Launcher {
    /// Starts a server on a data directory and waits until it is ready.
    pub(crate) fn start(&self, data_dir: &Path) -> Result<Server> {
        self.start_with(data_dir, &[])
    }

    /// The same, with further settings.
    pub(crate) fn start_with(&self, data_dir: &Path, settings: &[&str]) -> Result<Server> {
        self.spawn(data_dir, settings, &[])?.made_ready(data_dir)
    }

    /// The same as `start`, with journals that keep what was synced too.
    pub(crate) fn start_keeping_all(&self, data_dir: &Path) -> Result<Server> {
        self.spawn(data_dir, &[], &[(Number::KeepAll, 1)])?.made_ready(data_dir)
    }

    /// Starts a server that dies after so many steps of its start, or when it is ready, and answers whether it died before.
    pub(crate) fn start_to_die(&self, data_dir: &Path, steps: i64) -> Result<bool> {
        let mut server = self.spawn(data_dir, &[], &[(Number::DieAfter, steps)])?;
        let outcome = server.await_ready(&data_dir.join(ADDRESS_FILE));
        match server.child.try_wait().context("cannot wait for the server")? {
            Some(status) if status.signal() == Some(Signal::KILL.as_raw()) => Ok(true),
            _ => outcome.and_then(|()| server.kill()).map(|()| false),
        }
    }

    fn spawn(&self, data_dir: &Path, settings: &[&str], numbers: &[(Number, i64)]) -> Result<Server> {
        // A server that was killed has left it there.
        let _ = fs::remove_file(data_dir.join(ADDRESS_FILE));
        let log = data_dir.with_extension("log");
        let output = File::options().create(true).append(true).open(&log);
        let output = output.with_context(|| format!("cannot write {}", log.display()))?;
        let mut command = Command::new(&self.binary);
        command.arg("serve").args(SETTINGS).args(settings).arg("--data-dir").arg(data_dir);
        for (name, _) in env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("ROSTER_")) {
            command.env_remove(name);
        }
        if let Some(shim) = &self.shim {
            shim.reset()?;
            numbers.iter().try_for_each(|(number, value)| shim.set(*number, *value))?;
            shim.put_before(&mut command, data_dir);
        }
        let child = command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output).spawn();
        let child = child.with_context(|| format!("cannot start {}", self.binary.display()))?;
        Ok(Server { child, address: ([0, 0, 0, 0], 0).into(), key: String::new(), log })
    }

    /// The shim, in a run that cannot be without.
    pub(crate) fn shim(&self) -> Result<&Shim> {
        self.shim.as_ref().context("this needs the shim")
    }
}

impl Server {
    /// The process id.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Kills it. It may live a moment longer.
    pub(crate) fn kill_now(&mut self) -> Result<()> {
        self.child.kill().context("cannot kill the server")
    }

    /// Kills it, where it has not died before, and waits until it is gone.
    pub(crate) fn kill(mut self) -> Result<()> {
        self.kill_now()?;
        self.child.wait().context("cannot wait for the server").map(|_| ())
    }

    /// Whether it has ended by itself.
    pub(crate) fn has_ended(&mut self) -> Result<bool> {
        Ok(self.child.try_wait().context("cannot ask for the server")?.is_some())
    }

    /// Asks it to stop; fails where it does not end cleanly.
    pub(crate) fn stop(mut self) -> Result<()> {
        kill_process(Pid::from_child(&self.child), Signal::TERM).context("cannot signal the server")?;
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().context("cannot wait for the server")? {
                ensure!(status.success(), "the server stopped with {status}");
                return Ok(());
            }
            ensure!(Instant::now() < deadline, "the server did not stop within {PATIENCE:?}");
            thread::sleep(POLL);
        }
    }

    /// A connection to it.
    pub(crate) fn connect(&self) -> Result<Connection> {
        Connection::open(self.address)
    }

    /// The lines of its log that speak of a panic.
    pub(crate) fn panics(&self) -> Vec<String> {
        let text = fs::read_to_string(&self.log).unwrap_or_default();
        text.lines().filter(|line| line.contains("panicked")).map(str::to_owned).collect()
    }

    fn made_ready(mut self, data_dir: &Path) -> Result<Self> {
        self.await_ready(&data_dir.join(ADDRESS_FILE))?;
        self.key = read_line(&data_dir.join("admin.key"))?;
        Ok(self)
    }

    fn await_ready(&mut self, address_file: &Path) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().context("cannot wait for the server")? {
                let log = fs::read_to_string(&self.log).unwrap_or_default();
                let last = log.lines().last().unwrap_or_default().to_owned();
                bail!("the server does not start, it exited with {status}: {last}");
            }
            let address = read_line(address_file).ok();
            if let Some(address) = address.and_then(|line| line.trim_start_matches("http://").parse().ok()) {
                self.address = address;
                let ready = Connection::open(address)
                    .and_then(|mut connection| connection.exchange(&Request::new("GET", "/readyz")));
                if ready.is_ok_and(|answer| answer.status == 200) {
                    return Ok(());
                }
            }
            ensure!(Instant::now() < deadline, "the server was not ready within {PATIENCE:?}");
            thread::sleep(POLL);
        }
    }
}

impl Drop for Server {
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
