//! What a process has used, read from `/proc` (Linux). Must not know whose process it is.

use std::fs;
use std::ops::Sub;
use std::time::Duration;

use anyhow::{Context, Result};

/// Ticks per second in `/proc/PID/stat`: the kernel's USER_HZ, 100 on every Linux architecture in use.
const TICKS_PER_SECOND: u64 = 100;

/// Processor time in user and kernel mode since a process began, its finished threads included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CpuTime(pub(crate) Duration);

impl CpuTime {
    /// Reads the time of a running process; the resolution is 10 ms.
    pub(crate) fn of(pid: u32) -> Result<Self> {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat"))
            .with_context(|| format!("cannot read the processor time of process {pid}"))?;
        parse_cpu_time(&stat).with_context(|| format!("/proc/{pid}/stat has an unknown form"))
    }
}

impl Sub for CpuTime {
    type Output = Duration;

    fn sub(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}

/// Resident memory of a process, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Memory {
    /// All resident pages.
    pub(crate) resident: u64,
    /// Those of them that no file backs: what is left with the page cache aside.
    pub(crate) anonymous: u64,
    /// The most that was ever resident, or since [`reset_peak`].
    pub(crate) peak: u64,
}

impl Memory {
    /// Reads the memory of a running process.
    pub(crate) fn of(pid: u32) -> Result<Self> {
        let status = fs::read_to_string(format!("/proc/{pid}/status"))
            .with_context(|| format!("cannot read the memory of process {pid}"))?;
        parse_memory(&status).with_context(|| format!("/proc/{pid}/status has an unknown form"))
    }
}

/// Lets the peak of a process begin anew at what is resident now.
pub(crate) fn reset_peak(pid: u32) -> Result<()> {
    // Linux: 5 resets the peak resident set size.
    fs::write(format!("/proc/{pid}/clear_refs"), "5")
        .with_context(|| format!("cannot reset the memory peak of process {pid}"))
}

fn parse_cpu_time(stat: &str) -> Option<CpuTime> {
    // The second field is the program's name in parentheses and may hold spaces and parentheses of its own;
    // user and system time are fields 14 and 15, so 11 fields on from the one after it.
    let (_, after_name) = stat.rsplit_once(')')?;
    let mut times = after_name.split_ascii_whitespace().skip(11);
    let user: u64 = times.next()?.parse().ok()?;
    let system: u64 = times.next()?.parse().ok()?;
    Some(CpuTime(Duration::from_millis((user + system) * 1000 / TICKS_PER_SECOND)))
}

fn parse_memory(status: &str) -> Option<Memory> {
    let bytes_of = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
        let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
        Some(kibibytes * 1024)
    };
    Some(Memory { resident: bytes_of("VmRSS")?, anonymous: bytes_of("RssAnon")?, peak: bytes_of("VmHWM")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cpu_time_is_found_behind_a_name_with_parentheses() {
        let stat = "42 (a (b) c) S 1 1 1 0 -1 4194560 100 0 0 0 150 25 7 8 20 0 3 0 100 200 300";
        assert_eq!(parse_cpu_time(stat), Some(CpuTime(Duration::from_millis(1750))));
        assert_eq!(parse_cpu_time("nonsense"), None);
    }

    #[test]
    fn memory_is_read_in_bytes() {
        let status = "Name:\tx\nVmHWM:\t    4096 kB\nVmRSS:\t    2048 kB\nRssAnon:\t     512 kB\n";
        assert_eq!(
            parse_memory(status),
            Some(Memory { resident: 2048 * 1024, anonymous: 512 * 1024, peak: 4096 * 1024 })
        );
        assert_eq!(parse_memory("VmRSS: 1 kB"), None);
    }

    #[test]
    fn own_process_can_be_read() {
        let pid = std::process::id();
        assert!(CpuTime::of(pid).is_ok());
        assert!(reset_peak(pid).is_ok());
        let memory = Memory::of(pid).expect("this process has memory");
        assert!(memory.resident > 0 && memory.peak > 0);
    }
}
