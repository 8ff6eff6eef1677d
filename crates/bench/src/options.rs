//! The command line.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Parser, Subcommand};

use crate::limits::bare_handler;

/// Measures the release server beside the limits of the machine.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// The server's binary [default: `roster` in the release directory beside the harness]
    #[arg(long, value_name = "PATH")]
    pub(crate) server: Option<PathBuf>,
    /// Where the run's data goes, on the disk that is to be measured [default: the target directory]
    #[arg(long, value_name = "DIR")]
    pub(crate) work_dir: Option<PathBuf>,
    /// Where filled directories are kept for the next run; without it they disappear with this one
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,
    /// Users in the directory, ascending: everything is measured at each size
    #[arg(long, value_delimiter = ',', default_value = "10k", value_name = "USERS")]
    pub(crate) scale: Vec<Users>,
    /// How many connections send at once, one series for each number
    #[arg(long, value_delimiter = ',', default_value = "1,8,64")]
    pub(crate) connections: Vec<usize>,
    /// Operations of one run of a read; a quarter of them at one connection
    #[arg(long, default_value_t = 20_000)]
    pub(crate) reads: usize,
    /// Operations of one run of a write; a quarter of them at one connection
    #[arg(long, default_value_t = 6_000)]
    pub(crate) writes: usize,
    /// Operations of one run of a list, a search or a filter; a quarter of them at one connection
    #[arg(long, default_value_t = 1_000)]
    pub(crate) lists: usize,
    /// Operations of one run of logins; a quarter of them at one connection
    #[arg(long, default_value_t = 300)]
    pub(crate) logins: usize,
    /// How often limits and workload are run in turn
    #[arg(long, default_value_t = 3)]
    pub(crate) rounds: usize,
    /// From how many connections on a run at 70 % of the peak follows, each request at its own time
    #[arg(long, default_value_t = 64, value_name = "CONNECTIONS")]
    pub(crate) open_from: usize,
    /// Users that the requests are about, spread evenly over the directory
    #[arg(long, default_value_t = 10_000)]
    pub(crate) subjects: usize,
    /// Decides which user each request is about
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// Threads of the load generator
    #[arg(long, default_value_t = 1)]
    pub(crate) load_threads: usize,
    /// Only workloads whose name contains one of these, or whose kind is one of them
    #[arg(long, value_delimiter = ',')]
    pub(crate) only: Vec<String>,
    /// Files that describe other programs, run beside it in the smallest directory
    #[arg(long, value_delimiter = ',', value_name = "FILES")]
    pub(crate) compare: Vec<PathBuf>,
    /// Also measures what an edit of the contract costs, which builds a copy of the workspace
    #[arg(long)]
    pub(crate) generator: bool,
    /// Writes the report as JSON
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,
    /// Writes the report between the results markers of a Markdown file
    #[arg(long, value_name = "FILE")]
    pub(crate) markdown: Option<PathBuf>,
}

/// What else there is to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Measures the server's peak memory while it lists, searches and exports everybody, in directories of growing size
    Lists(ListArguments),
    /// Counts the instructions of fixed work with callgrind and fails where they grew (needs valgrind)
    Guard(GuardArguments),
    /// Measures what `cargo build` does after one schema of the contract was edited, in a copy of the workspace
    Generator {
        /// Where the copy goes [default: the target directory]
        #[arg(long, value_name = "DIR")]
        work_dir: Option<PathBuf>,
        /// Where it is built [default: the target directory, whose dependencies are used again]
        #[arg(long, value_name = "DIR")]
        target_dir: Option<PathBuf>,
    },
    /// Serves a constant body until standard input closes
    #[command(name = bare_handler::SUBCOMMAND, hide = true)]
    BareHandler {
        #[arg(long)]
        body_bytes: usize,
    },
}

/// The options of `bench lists`.
#[derive(Args, Debug)]
pub(crate) struct ListArguments {
    /// The server's binary [default: `roster` in the release directory beside the harness]
    #[arg(long, value_name = "PATH")]
    pub(crate) server: Option<PathBuf>,
    /// Where the run's data goes [default: the target directory]
    #[arg(long, value_name = "DIR")]
    pub(crate) work_dir: Option<PathBuf>,
    /// How many users the directory has, ascending
    #[arg(long, value_delimiter = ',', default_value = "20000,200000")]
    pub(crate) users: Vec<usize>,
    /// Fails where a peak grows by more megabytes than this from the first size to the last
    #[arg(long, value_name = "MB")]
    pub(crate) growth_max: Option<u64>,
    /// Writes the table between the lists markers of a Markdown file
    #[arg(long, value_name = "FILE")]
    pub(crate) markdown: Option<PathBuf>,
}

/// The options of `bench guard`.
#[derive(Args, Debug)]
pub(crate) struct GuardArguments {
    /// The server's binary [default: `roster` in the release directory beside the harness]
    #[arg(long, value_name = "PATH")]
    pub(crate) server: Option<PathBuf>,
    /// Where the run's data goes [default: the target directory]
    #[arg(long, value_name = "DIR")]
    pub(crate) work_dir: Option<PathBuf>,
    /// What is committed
    #[arg(long, default_value = "crates/bench/instructions.toml", value_name = "FILE")]
    pub(crate) baseline: PathBuf,
    /// Writes what was counted there instead of comparing
    #[arg(long)]
    pub(crate) update: bool,
}

/// A number of users, `10k` and `1m` for short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Users(pub(crate) usize);

impl FromStr for Users {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (digits, unit) = match text.strip_suffix(['k', 'K']) {
            Some(digits) => (digits, 1000),
            None => text.strip_suffix(['m', 'M']).map_or((text, 1), |digits| (digits, 1_000_000)),
        };
        let number: usize = digits.parse().map_err(|_| format!("{text:?} is no number of users, such as 10k"))?;
        number.checked_mul(unit).map(Users).ok_or_else(|| format!("{text} users are too many"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_users_have_units() {
        for (text, users) in [("500", 500), ("10k", 10_000), ("1m", 1_000_000), ("2M", 2_000_000)] {
            assert_eq!(text.parse(), Ok(Users(users)), "{text}");
        }
        for text in ["", "k", "ten", "1.5k", "-1"] {
            assert!(text.parse::<Users>().is_err(), "{text}");
        }
    }
}
