//! The benchmark harness: starts the release server on a fresh directory, seeds it, drives it over HTTP, measures the
//! limits of framework and database beside it, and reports every result as a ratio to them.
//! `docs/BENCHMARKS.md` says what is measured and how to read it.

mod bulk;
mod http_load;
mod http_response;
mod limits;
mod lists;
mod machine;
mod measurement;
mod process_usage;
mod report;
mod seed;
mod server_process;
mod statistics;
mod workloads;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use clap::{Parser, Subcommand};

use crate::http_load::Load;
use crate::limits::bare_handler::{self, BareHandlers};
use crate::limits::sqlite::SqliteLimit;
use crate::machine::Machine;
use crate::measurement::{Bench, Extent};
use crate::report::{Report, Row};
use crate::server_process::ServerProcess;
use crate::workloads::{RequestMaker, WORKLOADS, Workload};

/// Seeding uses as many connections as the server's writer can commit together.
const SEED_CONNECTIONS: usize = 64;

/// Measures the release server beside the limits of the machine.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The server's binary [default: `roster` in the release directory beside the harness]
    #[arg(long, value_name = "PATH")]
    server: Option<PathBuf>,
    /// Where the run's data goes, on the disk that is to be measured [default: the target directory]
    #[arg(long, value_name = "DIR")]
    work_dir: Option<PathBuf>,
    /// How many connections send at once, one series for each number
    #[arg(long, value_delimiter = ',', default_value = "1,64")]
    connections: Vec<usize>,
    /// Operations of one run of a read; a quarter of them at one connection
    #[arg(long, default_value_t = 40_000)]
    reads: usize,
    /// Operations of one run of a write; a quarter of them at one connection
    #[arg(long, default_value_t = 8_000)]
    writes: usize,
    /// How often limits and workload are run in turn
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Users in the directory before the first run
    #[arg(long, default_value_t = 10_000)]
    users: usize,
    /// Users that the requests are about
    #[arg(long, default_value_t = 1_000)]
    subjects: usize,
    /// Decides which user each request is about
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Threads of the load generator
    #[arg(long, default_value_t = 1)]
    load_threads: usize,
    /// Only workloads whose name contains one of these
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Writes the report as JSON
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Writes the report between the results markers of a Markdown file
    #[arg(long, value_name = "FILE")]
    markdown: Option<PathBuf>,
}

/// What else there is to do.
#[derive(Debug, Subcommand)]
enum Command {
    /// Measures the server's peak memory while it lists, searches and exports everybody, in directories of growing size
    Lists {
        /// The server's binary [default: `roster` in the release directory beside the harness]
        #[arg(long, value_name = "PATH")]
        server: Option<PathBuf>,
        /// Where the run's data goes [default: the target directory]
        #[arg(long, value_name = "DIR")]
        work_dir: Option<PathBuf>,
        /// How many users the directory has, ascending
        #[arg(long, value_delimiter = ',', default_value = "20000,200000")]
        users: Vec<usize>,
        /// Fails where a peak grows by more megabytes than this from the first size to the last
        #[arg(long, value_name = "MB")]
        growth_max: Option<u64>,
        /// Writes the table between the lists markers of a Markdown file
        #[arg(long, value_name = "FILE")]
        markdown: Option<PathBuf>,
    },
    /// Serves a constant body until standard input closes
    #[command(name = bare_handler::SUBCOMMAND, hide = true)]
    BareHandler {
        #[arg(long)]
        body_bytes: usize,
    },
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    match &arguments.command {
        Some(Command::BareHandler { body_bytes }) => bare_handler::serve(*body_bytes),
        Some(Command::Lists { server, work_dir, users, growth_max, markdown }) => {
            let binary = server_process::find_binary(server.clone())?;
            let directory = make_work_dir(work_dir.as_deref())?;
            let growth_bytes_max = growth_max.map(|megabytes| megabytes * 1_000_000);
            let table = lists::measure(&binary, &directory.path().join("data"), users, growth_bytes_max)?;
            let text = format!("Command: `{}`\n\n{table}", command_line());
            println!("{text}");
            markdown.as_deref().map_or(Ok(()), |path| report::write_section(path, "lists", &text))
        }
        None => run(&arguments),
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    let workloads = select_workloads(&arguments.only)?;
    ensure!(arguments.rounds > 0 && arguments.reads > 0 && arguments.writes > 0, "there must be something to run");
    if cfg!(debug_assertions) {
        eprintln!("bench: this is a debug build, whose figures mean nothing; use `cargo run --release -p bench`");
    }
    let directory = make_work_dir(arguments.work_dir.as_deref())?;
    let mut bench = prepare(arguments, directory.path())?;
    let start_ms = bench.server.start_time.as_secs_f64() * 1e3;

    let mut rows = Vec::new();
    for connections in &arguments.connections {
        for workload in &workloads {
            let series = bench.measure(workload, *connections)?;
            let row = Row::of(&series).context("a series has at least one round")?;
            eprintln!("{}", row.summary());
            rows.push(row);
        }
    }
    bench.server.stop()?;

    let report = Report {
        machine: Machine::read(),
        command: command_line(),
        users: arguments.users,
        seed: arguments.seed,
        start_ms,
        rows,
    };
    println!("{}", report.to_markdown());
    if let Some(path) = &arguments.json {
        report.write_json(path)?;
    }
    if let Some(path) = &arguments.markdown {
        report::write_section(path, "results", &report.to_markdown())?;
    }
    Ok(())
}

/// Starts and fills the server, and makes the databases and bare servers that it is compared with.
fn prepare(arguments: &Arguments, directory: &Path) -> Result<Bench> {
    let binary = server_process::find_binary(arguments.server.clone())?;
    let server = ServerProcess::start(&binary, &directory.join("data"))?;
    let mut requests = RequestMaker::new(server.address, server.admin_key.clone(), arguments.seed);
    eprintln!("seeding {} users", arguments.users);
    let load = Load { address: server.address, connections: SEED_CONNECTIONS, threads: arguments.load_threads };
    let subjects = seed::fill(load, &mut requests, arguments.users, arguments.subjects)?;
    let (users, updated) = (arguments.users as u64, arguments.subjects as u64);
    let sqlite = SqliteLimit::create(&directory.join("limit.db"), users, updated, arguments.seed)?;
    let extent = Extent {
        reads: arguments.reads,
        writes: arguments.writes,
        rounds: arguments.rounds,
        load_threads: arguments.load_threads,
    };
    Ok(Bench { server, requests, subjects, bare: BareHandlers::default(), sqlite, extent })
}

fn select_workloads(only: &[String]) -> Result<Vec<&'static Workload>> {
    let selected: Vec<_> = WORKLOADS
        .iter()
        .filter(|workload| only.is_empty() || only.iter().any(|part| workload.name.contains(part.as_str())))
        .collect();
    ensure!(!selected.is_empty(), "no workload's name contains any of {only:?}");
    Ok(selected)
}

/// A fresh directory that disappears with the run. Not in the system's temporary directory, which may be memory.
fn make_work_dir(work_dir: Option<&Path>) -> Result<tempfile::TempDir> {
    let parent = match work_dir {
        Some(directory) => directory.to_owned(),
        None => {
            let harness = env::current_exe().context("cannot tell where the harness is")?;
            harness.parent().context("the harness is in no directory")?.to_owned()
        }
    };
    fs::create_dir_all(&parent).with_context(|| format!("cannot make {}", parent.display()))?;
    tempfile::Builder::new()
        .prefix("bench-run-")
        .tempdir_in(&parent)
        .with_context(|| format!("cannot make a directory in {}", parent.display()))
}

/// The command that repeats the run, without the path of this build.
fn command_line() -> String {
    let quoted = |argument: String| if argument.contains(' ') { format!("'{argument}'") } else { argument };
    let arguments: Vec<String> = env::args().skip(1).map(quoted).collect();
    if arguments.is_empty() {
        "cargo run --release -p bench".to_owned()
    } else {
        format!("cargo run --release -p bench -- {}", arguments.join(" "))
    }
}
