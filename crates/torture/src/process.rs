//! What a process uses, read from `/proc` (Linux). Must not know whose process it is.

use std::fs;

use anyhow::{Context, Result};

/// What a process uses now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Usage {
    /// Bytes that are resident.
    pub(crate) resident: u64,
    pub(crate) threads: u64,
    /// Open file descriptors.
    pub(crate) descriptors: u64,
}

impl Usage {
    /// Reads the usage of a running process.
    pub(crate) fn of(pid: u32) -> Result<Self> {
        let status =
            fs::read_to_string(format!("/proc/{pid}/status")).context("cannot read the status of a process")?;
        let number = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
            line.split_whitespace().next()?.parse::<u64>().ok()
        };
        let found = number("VmRSS").zip(number("Threads")).context("the status of a process has an unknown form")?;
        let descriptors = fs::read_dir(format!("/proc/{pid}/fd")).context("cannot list file descriptors")?.count();
        Ok(Self { resident: found.0 * 1024, threads: found.1, descriptors: descriptors as u64 })
    }
}
