//! The torture of the release server: crashes, power cuts, faults of the disk and the clock, and a long run. `docs/RELIABILITY.md`
//! says what is promised and what was found.

mod campaign;
mod crew;
mod faults;
mod hand;
mod http;
mod integrity;
mod intent;
mod observation;
mod power;
mod process;
mod server;
mod shim;
mod soak;
mod world;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use clap::{Args, Parser, Subcommand};

use crate::campaign::{Campaign, Death};
use crate::server::Launcher;
use crate::shim::Shim;

/// Kills the server, cuts its power, breaks its disk and its clock, and checks what it promised.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// The server [default: the release binary beside this program]
    #[arg(long, global = true, value_name = "PATH")]
    binary: Option<PathBuf>,
    /// Where data directories are made [default: beside this program]
    #[arg(long, global = true, value_name = "DIR")]
    work_dir: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Kills the server under load, over and over, and looks for what it acknowledged
    Crash(CampaignArguments),
    /// The same, and takes back or garbles what was not on the disk
    Power(CampaignArguments),
    /// Lets the disk, the clock, the limits and the clients fail
    Faults {
        /// Only these, by their names
        only: Vec<String>,
        /// Leaves out what takes more than a few seconds
        #[arg(long)]
        quick: bool,
        /// What everything that is drawn is drawn from
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Loads the server for long, with clients that come, stall and go, and looks whether it grows
    Soak {
        /// How long
        #[arg(long, default_value_t = 20.0)]
        minutes: f64,
        /// Seconds between two looks at the server
        #[arg(long, default_value_t = 10.0)]
        every: f64,
        /// What everything that is drawn is drawn from
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
}

#[derive(Args)]
struct CampaignArguments {
    /// How often the server dies
    #[arg(long, default_value_t = 1000)]
    cycles: u32,
    /// What everything that is drawn is drawn from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many connections write
    #[arg(long, default_value_t = 16)]
    connections: usize,
    /// Seconds after which no further cycle begins
    #[arg(long, value_name = "SECONDS")]
    seconds_max: Option<u64>,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let binary = campaign::find_binary(arguments.binary)?;
    let directory = make_work_dir(arguments.work_dir.as_deref())?;
    let outcome = run(&arguments.command, binary, directory.path());
    if outcome.is_err() {
        // What is wrong can be looked at.
        let _ = directory.keep();
    }
    outcome
}

fn run(command: &Command, binary: PathBuf, directory: &Path) -> Result<()> {
    match command {
        Command::Crash(arguments) => run_campaign(Death::Crash, arguments, binary, directory),
        Command::Power(arguments) => run_campaign(Death::Power, arguments, binary, directory),
        Command::Faults { only, quick, seed } => {
            let shim = Some(Shim::build(directory)?);
            faults::run(&Launcher { binary, shim }, directory, only, *quick, *seed)
        }
        Command::Soak { minutes, every, seed } => {
            let (length, every) = (Duration::from_secs_f64(minutes * 60.0), Duration::from_secs_f64(*every));
            println!("{}", soak::run(&Launcher { binary, shim: None }, directory, length, every, *seed)?);
            Ok(())
        }
    }
}

fn run_campaign(death: Death, arguments: &CampaignArguments, binary: PathBuf, directory: &Path) -> Result<()> {
    let shim = (death == Death::Power).then(|| Shim::build(directory)).transpose()?;
    let cycles_per_directory = match death {
        Death::Crash => 50,
        Death::Power => 10,
    };
    let campaign = Campaign {
        death,
        cycles: arguments.cycles,
        seed: arguments.seed,
        connections: arguments.connections,
        cycles_per_directory,
        time_max: arguments.seconds_max.map(Duration::from_secs),
    };
    let tally = campaign.run(&Launcher { binary, shim }, directory)?;
    println!("{}", tally.to_text());
    Ok(())
}

/// A fresh directory that disappears with the run. Not in the system's temporary directory, which may be memory.
fn make_work_dir(work_dir: Option<&Path>) -> Result<tempfile::TempDir> {
    let parent = match work_dir {
        Some(directory) => directory.to_owned(),
        None => {
            let harness = std::env::current_exe().context("cannot tell where the harness is")?;
            harness.parent().context("the harness is in no directory")?.to_owned()
        }
    };
    std::fs::create_dir_all(&parent).with_context(|| format!("cannot make {}", parent.display()))?;
    tempfile::Builder::new().prefix("torture-").tempdir_in(parent).context("cannot make a directory")
}
