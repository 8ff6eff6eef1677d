//! Describes the machine that the figures are from, in words that do not name it.

use std::fmt;
use std::fs;
use std::thread;

use serde::Serialize;

/// What figures depend on; what cannot be found out is `unknown`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Machine {
    pub(crate) processor: String,
    pub(crate) cores: usize,
    pub(crate) memory: String,
    pub(crate) kernel: String,
}

impl Machine {
    /// Reads the description of this machine from `/proc`.
    pub(crate) fn read() -> Self {
        Machine {
            processor: field("/proc/cpuinfo", "model name"),
            cores: thread::available_parallelism().map_or(1, usize::from),
            memory: memory_text(&field("/proc/meminfo", "MemTotal")),
            kernel: kernel_version(&fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_else(|_| unknown())),
        }
    }
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { processor, cores, memory, kernel } = self;
        write!(f, "{processor}, {cores} cores shared by server and load, {memory} of memory, Linux {kernel}")
    }
}

fn field(path: &str, name: &str) -> String {
    let text = fs::read_to_string(path).unwrap_or_default();
    value_of(&text, name).map_or_else(unknown, str::to_owned)
}

fn value_of<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim())
}

/// Shows kibibytes as whole gigabytes.
fn memory_text(total: &str) -> String {
    let kibibytes = total.strip_suffix("kB").and_then(|number| number.trim().parse::<u64>().ok());
    kibibytes.map_or_else(unknown, |kibibytes| format!("{} GB", kibibytes * 1024 / 1_000_000_000))
}

/// Leaves out what whoever built the kernel added to its version.
fn kernel_version(release: &str) -> String {
    release.trim().split('-').next().unwrap_or_default().to_owned()
}

fn unknown() -> String {
    "unknown".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_is_what_follows_the_colon() {
        let text = "MemFree: 1 kB\nMemTotal:  2 kB\n";
        assert_eq!(value_of(text, "MemTotal"), Some("2 kB"));
        assert_eq!(value_of(text, "SwapTotal"), None);
    }

    #[test]
    fn memory_and_kernel_are_shown_short() {
        assert_eq!((memory_text("24684092 kB").as_str(), memory_text("unknown").as_str()), ("25 GB", "unknown"));
        assert_eq!(
            (kernel_version("6.1.2-build-7\n"), kernel_version("6.1.2")),
            ("6.1.2".to_owned(), "6.1.2".to_owned())
        );
    }
}
