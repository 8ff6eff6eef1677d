//! The benchmark harness: starts the release server on filled directories, drives it over HTTP, measures the limits of
//! framework, database and password hash beside it, and reports every result as a ratio to them.
//! `docs/BENCHMARKS.md` says what is measured and how to read it.

mod bulk;
mod directory;
mod footprint;
mod generator;
mod guard;
mod limits;
mod lists;
mod load;
mod machine;
mod markdown;
mod measurement;
mod options;
mod process_usage;
mod reach;
mod recipes;
mod report;
mod requests;
mod results;
mod rival;
mod run;
mod server_process;
mod statistics;
mod workloads;

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use clap::Parser;

use crate::limits::bare_handler;
use crate::measurement::Extent;
use crate::options::{Arguments, Command, ListArguments};
use crate::run::Plan;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Seeding uses as many connections as the server's writer can commit together.
const SEED_CONNECTIONS: usize = 64;

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    match &arguments.command {
        Some(Command::BareHandler { body_bytes }) => bare_handler::serve(*body_bytes),
        Some(Command::Lists(lists)) => run_lists(lists),
        Some(Command::Guard(guard)) => {
            let binary = server_process::find_binary(guard.server.clone())?;
            let directory = make_work_dir(guard.work_dir.as_deref())?;
            guard::run(&binary, directory.path(), &guard.baseline, guard.update)
        }
        Some(Command::Generator { work_dir, target_dir }) => {
            let directory = make_work_dir(work_dir.as_deref())?;
            let cost = generator::measure(Path::new("."), directory.path(), target_dir.as_deref())?;
            println!("{}", cost.to_markdown());
            Ok(())
        }
        None => run(&arguments),
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    let extent = Extent {
        reads: arguments.reads,
        writes: arguments.writes,
        lists: arguments.lists,
        logins: arguments.logins,
        rounds: arguments.rounds,
        load_threads: arguments.load_threads,
        open_from: arguments.open_from,
    };
    let counts = [extent.reads, extent.writes, extent.lists, extent.logins, extent.rounds];
    ensure!(counts.iter().all(|count| *count > 0), "there must be something to run");
    if cfg!(debug_assertions) {
        eprintln!("bench: this is a debug build, whose figures mean nothing; use `cargo run --release -p bench`");
    }
    let binary = server_process::find_binary(arguments.server.clone())?;
    let directory = make_work_dir(arguments.work_dir.as_deref())?;
    let generator = if arguments.generator {
        Some(generator::measure(Path::new("."), &directory.path().join("generator"), None)?)
    } else {
        None
    };
    let templates = arguments.templates.clone().unwrap_or_else(|| directory.path().join("templates"));
    fs::create_dir_all(&templates).with_context(|| format!("cannot make {}", templates.display()))?;
    let plan = Plan {
        binary,
        directory: directory.path().to_owned(),
        templates,
        scales: arguments.scale.iter().map(|scale| scale.0).collect(),
        subjects: arguments.subjects,
        seed: arguments.seed,
        connections: arguments.connections.clone(),
        only: arguments.only.clone(),
        rivals: arguments.compare.clone(),
        extent,
        command: command_line(),
        generator,
    };
    let report = plan.run()?;
    println!("{}", report.to_markdown());
    if let Some(path) = &arguments.json {
        report.write_json(path)?;
    }
    if let Some(path) = &arguments.markdown {
        markdown::write_section(path, "results", &report.to_markdown())?;
    }
    Ok(())
}

fn run_lists(lists: &ListArguments) -> Result<()> {
    let binary = server_process::find_binary(lists.server.clone())?;
    let directory = make_work_dir(lists.work_dir.as_deref())?;
    let growth_bytes_max = lists.growth_max.map(|megabytes| megabytes * 1_000_000);
    let table = lists::measure(&binary, &directory.path().join("data"), &lists.users, growth_bytes_max)?;
    let text = format!("Command: `{}`\n\n{table}", command_line());
    println!("{text}");
    lists.markdown.as_deref().map_or(Ok(()), |path| markdown::write_section(path, "lists", &text))
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
