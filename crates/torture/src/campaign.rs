//! The campaigns of deaths: a server is loaded, dies, perhaps loses what was not on the disk, is started again, and must show
//! what it acknowledged; over and over on a directory that grows, and now and then on a fresh one.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use fastrand::Rng;

use crate::crew::{Crew, Settled};
use crate::integrity;
use crate::power::{self, Cut, Unsynced};
use crate::server::{Launcher, Server};
use crate::shim::Number;

/// How long a server is loaded before it is killed, at most.
const LOAD_MAX: Duration = Duration::from_millis(400);
/// Microseconds that a sync is made to take longer, so that many deaths come before its end.
const SYNC_DELAY_US: i64 = 2000;
/// Steps of writes and syncs after which a server dies by itself, at most.
const STEPS_MAX: i64 = 4000;
/// The same of a server that is starting; half as many, and so on, are as likely.
const START_STEPS_MAX: i64 = 2048;
/// Every so many directories of power cuts have one cycle only, before which the disk had lied: it loses what it said to have.
const LIE_EVERY: u32 = 2;

/// What is done in each cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Death {
    /// The process is killed.
    Crash,
    /// The process dies and what was not synced is lost or garbled.
    Power,
}

/// A campaign.
#[derive(Debug)]
pub(crate) struct Campaign {
    pub(crate) death: Death,
    pub(crate) cycles: u32,
    pub(crate) seed: u64,
    pub(crate) connections: usize,
    /// Cycles on one data directory.
    pub(crate) cycles_per_directory: u32,
    /// When the campaign ends though not all cycles were run.
    pub(crate) time_max: Option<Duration>,
}

/// What a campaign has seen.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) cycles: u32,
    directories: u32,
    acknowledged: u64,
    settled: Settled,
    restarts: Vec<Duration>,
    cuts: std::collections::BTreeMap<&'static str, u32>,
    unsynced: Unsynced,
    deaths_at_start: u32,
}

impl Campaign {
    /// Runs it below a directory. What a cycle that failed has left stays there.
    pub(crate) fn run(&self, launcher: &Launcher, directory: &Path) -> Result<Tally> {
        let (begin, mut tally) = (Instant::now(), Tally::default());
        let mut dice = Rng::with_seed(self.seed);
        let is_over = |tally: &Tally| {
            tally.cycles >= self.cycles || self.time_max.is_some_and(|time_max| begin.elapsed() >= time_max)
        };
        while !is_over(&tally) {
            let data_dir = directory.join(format!("data-{}", tally.directories));
            let is_lie = self.death == Death::Power && tally.directories % LIE_EVERY == LIE_EVERY - 1;
            let seed = dice.u64(..);
            let outcome = if is_lie {
                self.run_lie(launcher, &data_dir, seed, &mut tally)
            } else {
                self.run_directory(launcher, &data_dir, seed, &mut tally, is_over)
            };
            outcome.with_context(|| {
                format!("cycle {} of seed {}, in {}", tally.cycles + 1, self.seed, data_dir.display())
            })?;
            tally.directories += 1;
            std::fs::remove_dir_all(&data_dir).context("cannot remove a directory")?;
        }
        Ok(tally)
    }

    fn run_directory(
        &self,
        launcher: &Launcher,
        data_dir: &Path,
        seed: u64,
        tally: &mut Tally,
        is_over: impl Fn(&Tally) -> bool,
    ) -> Result<()> {
        let mut dice = Rng::with_seed(seed);
        let mut crew = Crew::new(self.connections, seed);
        if self.death == Death::Power {
            launcher.shim()?.forget_names()?;
            self.die_at_start(launcher, data_dir, &mut dice, tally)?;
        }
        let mut server = launcher.start(data_dir)?;
        for cycle in 0..self.cycles_per_directory {
            self.arm(launcher, &mut dice)?;
            crew.load_and_kill(server, LOAD_MAX.mul_f64(dice.f64()))?;
            if self.death == Death::Power {
                cut_power(launcher, data_dir, &mut dice, tally)?;
                self.die_at_start(launcher, data_dir, &mut dice, tally)?;
            }
            let begin = Instant::now();
            server = launcher.start(data_dir)?;
            tally.restarts.push(begin.elapsed());
            let settled = crew.settle(&server, &launcher.binary, data_dir)?;
            tally.add(settled);
            if is_over(tally) || cycle + 1 == self.cycles_per_directory {
                break;
            }
        }
        tally.acknowledged += crew.acknowledged();
        if integrity::has_check(&launcher.binary) {
            integrity::check_by_command(&launcher.binary, data_dir)?;
        }
        stop(server, launcher, data_dir)
    }

    /// Lets servers die while they start, and cuts the power each time, as often as coins say.
    fn die_at_start(&self, launcher: &Launcher, data_dir: &Path, dice: &mut Rng, tally: &mut Tally) -> Result<()> {
        while dice.bool() {
            let steps_max = START_STEPS_MAX >> dice.u32(..START_STEPS_MAX.ilog2());
            let died = launcher.start_to_die(data_dir, dice.i64(1..=steps_max)).context("a start that was to die")?;
            tally.deaths_at_start += u32::from(died);
            cut_power(launcher, data_dir, dice, tally)?;
        }
        Ok(())
    }

    /// Lets the server die by itself at some step of a write or a sync in every other cycle, where there is a shim.
    fn arm(&self, launcher: &Launcher, dice: &mut Rng) -> Result<()> {
        if self.death == Death::Crash {
            return Ok(());
        }
        let shim = launcher.shim()?;
        shim.set(Number::SyncDelayUs, SYNC_DELAY_US)?;
        if dice.bool() { shim.set(Number::DieAfter, dice.i64(1..STEPS_MAX)) } else { Ok(()) }
    }

    /// One cycle on a fresh directory, at the end of which the log loses what it had synced. Nothing can find that, but what is
    /// left must be how the directory once was.
    fn run_lie(&self, launcher: &Launcher, data_dir: &Path, seed: u64, tally: &mut Tally) -> Result<()> {
        let mut dice = Rng::with_seed(seed);
        let mut crew = Crew::new(self.connections, seed);
        // A clean stop leaves an empty log, so that all that comes is in the log alone.
        launcher.start(data_dir)?.stop()?;
        let server = launcher.start(data_dir)?;
        let database = data_dir.join("roster.db");
        let before = std::fs::read(&database).context("cannot read the database")?;
        crew.load_and_kill(server, LOAD_MAX.mul_f64(dice.f64()))?;
        let after = std::fs::read(&database).context("cannot read the database")?;
        ensure!(before == after, "the log was moved into the database, so this cycle cannot tell anything");
        power::cut_anywhere(&data_dir.join("roster.db-wal"), &mut dice)?;
        *tally.cuts.entry("before the last sync").or_default() += 1;
        let server = launcher.start(data_dir)?;
        let records = integrity::check(&launcher.binary, data_dir)?;
        crew.ensure_prefix(&records)?;
        tally.acknowledged += crew.acknowledged();
        tally.cycles += 1;
        server.stop()
    }
}

fn cut_power(launcher: &Launcher, data_dir: &Path, dice: &mut Rng, tally: &mut Tally) -> Result<()> {
    let cut = Cut::draw(dice);
    *tally.cuts.entry(cut.name()).or_default() += 1;
    let unsynced = power::cut(launcher.shim()?, data_dir, cut, dice)?;
    tally.unsynced.writes += unsynced.writes;
    tally.unsynced.names += unsynced.names;
    Ok(())
}

/// A clean stop, after which the database is whole by itself.
fn stop(server: Server, launcher: &Launcher, data_dir: &Path) -> Result<()> {
    server.stop()?;
    integrity::check(&launcher.binary, data_dir).map(|_| ()).context("after a clean stop")
}

impl Tally {
    fn add(&mut self, settled: Settled) {
        self.cycles += 1;
        self.settled.tried += settled.tried;
        self.settled.lost.done += settled.lost.done;
        self.settled.lost.not_done += settled.lost.not_done;
        self.settled.lost.unseen += settled.lost.unseen;
    }

    /// What is said of it in the end.
    pub(crate) fn to_text(&self) -> String {
        let mut restarts = self.restarts.clone();
        restarts.sort_unstable();
        let at = |part: usize| restarts.get(restarts.len().saturating_sub(1) * part / 100).copied().unwrap_or_default();
        let lost = self.settled.lost;
        let mut text = format!(
            "{} cycles on {} directories: {} acknowledged writes, none lost; {} requests without an answer, of which {} were \
             done, {} were not, and {} do not show; {} keys, sessions and kept answers tried; restarts took {:?} in the \
             median and {:?} at the most",
            self.cycles,
            self.directories,
            self.acknowledged,
            lost.done + lost.not_done + lost.unseen,
            lost.done,
            lost.not_done,
            lost.unseen,
            self.settled.tried,
            at(50),
            at(100),
        );
        if !self.cuts.is_empty() {
            let cuts: Vec<String> = self.cuts.iter().map(|(name, count)| format!("{count} {name}")).collect();
            let Unsynced { writes, names } = self.unsynced;
            text.push_str(&format!(
                "; {} more deaths while the server started; {writes} unsynced writes and {names} unsynced names at hand; cuts: {}",
                self.deaths_at_start,
                cuts.join(", ")
            ));
        }
        text
    }
}

/// Finds the release binary beside the harness, or takes the one that was asked for.
pub(crate) fn find_binary(asked: Option<PathBuf>) -> Result<PathBuf> {
    let binary = match asked {
        Some(path) => path,
        None => {
            let harness = std::env::current_exe().context("cannot tell where the harness is")?;
            let target = harness.ancestors().nth(2).context("the harness is in no target directory")?;
            target.join("release").join("roster")
        }
    };
    ensure!(binary.is_file(), "there is no server at {}: `cargo build --release -p roster`", binary.display());
    Ok(binary)
}
