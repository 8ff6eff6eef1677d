//! Another program as a process of its own, ready when its health path answers, and stopped when dropped.

use std::fs::{self, File};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::description::Description;
use crate::load;
use crate::requests::{Values, fill};

/// How long a program may take to become ready.
const PATIENCE: Duration = Duration::from_secs(30);
const POLL_INTERVAL: Duration = Duration::from_millis(20);

/// A running program; dropping it kills it.
#[derive(Debug)]
pub(super) struct RivalProcess {
    child: Child,
    /// Where it listens.
    pub(super) address: SocketAddr,
}

impl RivalProcess {
    /// Prepares and starts the program; answers the words that hold for every request to it.
    pub(super) fn start(description: &Description, directory: &Path) -> Result<(Self, Values)> {
        fs::create_dir_all(directory).with_context(|| format!("cannot make {}", directory.display()))?;
        let directory = directory.canonicalize().context("the directory was just made")?;
        let binary = description.binary.canonicalize().context("the program is there")?;
        let address = free_address()?;
        let mut values = Values::default()
            .with("address", address.to_string())
            .with("binary", binary.display().to_string())
            .with("data", directory.join("data").display().to_string());
        for (word, value) in &description.values {
            values.set(word.clone(), value.clone());
        }
        let log = File::create(directory.join("log")).context("cannot write a log")?;
        let command = |words: &[String]| -> Result<Command> {
            let mut words = words.iter().map(|word| fill(word, |word| values.get(word)));
            let mut command = Command::new(words.next().context("a command has a first word")?);
            command.args(words).current_dir(&directory).stdin(Stdio::null());
            command.stdout(log.try_clone()?).stderr(log.try_clone()?);
            Ok(command)
        };
        for words in &description.prepare {
            let status = command(words)?.status().with_context(|| format!("cannot run {words:?}"))?;
            ensure!(status.success(), "{words:?} ended with {status}");
        }
        let child = command(&description.start)?.spawn().context("cannot start it")?;
        let mut process = RivalProcess { child, address };
        process.await_ready(&description.health)?;
        Ok((process, values))
    }

    fn await_ready(&mut self, health: &str) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        let request = format!("GET {health} HTTP/1.1\r\nhost: {}\r\n\r\n", self.address);
        loop {
            if let Some(status) = self.child.try_wait().context("cannot wait for it")? {
                bail!("it exited with {status}");
            }
            if matches!(load::fetch(self.address, request.as_bytes()), Ok((200, _))) {
                return Ok(());
            }
            ensure!(Instant::now() < deadline, "{health} did not answer 200 within {PATIENCE:?}");
            thread::sleep(POLL_INTERVAL);
        }
    }
}

impl Drop for RivalProcess {
    fn drop(&mut self) {
        // Both fail only where the process has ended already, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An address that is free now, for a program that cannot choose one itself.
fn free_address() -> Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").context("no port is free")?;
    listener.local_addr().context("a bound listener has an address")
}
