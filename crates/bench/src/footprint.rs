//! What the server takes beside time per request: how long it takes to start, its memory idle and under load, its size.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use serde::Serialize;

use crate::measurement::Bench;
use crate::process_usage::Memory;
use crate::server_process::ServerProcess;
use crate::statistics::median;
use crate::workloads::{self, Kind};

/// How often the server is started on a directory.
const STARTS: usize = 5;
/// How long it is left alone before its idle memory is read.
const REST: Duration = Duration::from_secs(2);
/// How often memory is read while a load runs.
const SAMPLE_INTERVAL: Duration = Duration::from_millis(5);
/// The workload whose memory is sampled, and the one before the flood of logins.
const MIXED: &str = "lakesail mixed";
const CONNECTIONS: usize = 64;
/// How many password hashes the server computes at once, which it does not say (`PASSWORD_HASHES_CONCURRENT_MAX`).
pub(crate) const HASHES_AT_ONCE: u64 = 2;

/// Start and memory at one size of the directory. `anonymous` is what no file backs: without the page cache, with
/// SQLite's own caches.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Footprint {
    /// From the start of the process until `/readyz` answered, the median.
    pub(crate) start_ms: f64,
    pub(crate) idle_resident_bytes: u64,
    pub(crate) idle_anonymous_bytes: u64,
    /// The highest of a run of the mixed workload at 64 connections; absent where it was not run.
    pub(crate) mixed: Option<Peak>,
    /// What a flood of logins at 64 connections added to what the server had just before it.
    pub(crate) flood_added_bytes: Option<u64>,
    /// The memory that the password hashes may take at once.
    pub(crate) flood_cap_bytes: u64,
}

/// The highest memory of a run.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(crate) struct Peak {
    pub(crate) resident_bytes: u64,
    pub(crate) anonymous_bytes: u64,
}

/// Starts the server several times on a filled directory, and once for good.
pub(crate) fn start(binary: &Path, data_dir: &Path) -> Result<(ServerProcess, Footprint)> {
    let mut times = Vec::new();
    for _ in 1..STARTS {
        let mut server = ServerProcess::start(binary, data_dir)?;
        times.push(server.start_time.as_secs_f64() * 1e3);
        server.stop()?;
    }
    let server = ServerProcess::start(binary, data_dir)?;
    times.push(server.start_time.as_secs_f64() * 1e3);
    thread::sleep(REST);
    let idle = Memory::of(server.pid())?;
    let footprint = Footprint {
        start_ms: median(times).context("it was started")?,
        idle_resident_bytes: idle.resident,
        idle_anonymous_bytes: idle.anonymous,
        ..Footprint::default()
    };
    Ok((server, footprint))
}

/// Samples the memory of a server that was just started during a mixed load and then during a flood of logins.
pub(crate) fn under_load(bench: &mut Bench<'_>, footprint: &mut Footprint) -> Result<()> {
    let load = bench.load(CONNECTIONS);
    let pid = bench.server.pid();
    let mixed = workloads::named(MIXED).context("there is a mixed workload")?;
    let batch = bench.batch(mixed, bench.extent.reads)?;
    footprint.mixed = Some(sampled(pid, || load.drive(&batch).map(|_| ()))?);
    let before = Memory::of(pid)?.anonymous;
    let login = workloads::all().find(|workload| workload.kind == Kind::Login).context("there is a login")?;
    let batch = bench.batch(login, bench.extent.logins)?;
    let peak = sampled(pid, || load.drive(&batch).map(|_| ()))?;
    footprint.flood_added_bytes = Some(peak.anonymous_bytes.saturating_sub(before));
    footprint.flood_cap_bytes = HASHES_AT_ONCE * bench.password.memory_bytes;
    Ok(())
}

/// Reads a process's memory again and again while something runs.
fn sampled(pid: u32, run: impl FnOnce() -> Result<()>) -> Result<Peak> {
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let sampler = scope.spawn(|| -> Result<Peak> {
            let mut peak = Peak::default();
            loop {
                let is_last = done.load(Ordering::Relaxed);
                let memory = Memory::of(pid)?;
                peak.resident_bytes = peak.resident_bytes.max(memory.resident);
                peak.anonymous_bytes = peak.anonymous_bytes.max(memory.anonymous);
                if is_last {
                    return Ok(peak);
                }
                thread::sleep(SAMPLE_INTERVAL);
            }
        });
        let ran = run();
        done.store(true, Ordering::Relaxed);
        let peak = sampler.join().map_err(|_| anyhow!("the sampler panicked"))?;
        ran.and(peak)
    })
}

/// The size of the server's binary, which the release profile strips.
pub(crate) fn binary_bytes(binary: &Path) -> Result<u64> {
    let metadata = fs::metadata(binary).with_context(|| format!("cannot look at {}", binary.display()))?;
    Ok(metadata.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn highest_memory_of_a_run_is_found() {
        let block = vec![1_u8; 64 * 1024 * 1024];
        let peak = sampled(std::process::id(), || Ok(())).expect("this process can be looked at");
        assert!(peak.anonymous_bytes >= block.len() as u64 && peak.resident_bytes >= peak.anonymous_bytes, "{peak:?}");
    }
}
