//! Runs each workload beside its limits, in turn and several times over, so that a machine that slows down slows both.
//! Must not know what the requests are, nor how figures are shown.

use std::path::Path;
use std::process;

use anyhow::{Context, Result, ensure};

use crate::directory::Pools;
use crate::limits::bare_handler::{self, BareHandlers};
use crate::limits::password::PasswordLimit;
use crate::limits::sqlite::SqliteLimit;
use crate::load::{Batch, Load, Timing};
use crate::process_usage::{CpuTime, Memory};
use crate::recipes::Recipes;
use crate::requests::RequestMaker;
use crate::rival::Rival;
use crate::server_process::ServerProcess;
use crate::statistics::{Percentiles, median};
use crate::workloads::{Kind, Workload};

/// How many changes SQLite commits at once where it is allowed to group them.
pub(crate) const SQLITE_GROUP: usize = 64;
/// An open loop runs at this part of the closed loop's throughput.
pub(crate) const OPEN_LOOP_SHARE: f64 = 0.7;
/// At one connection nothing overlaps, so fewer operations take as long.
const ONE_CONNECTION_DIVISOR: usize = 4;
/// The part of a run that goes before it unmeasured.
const WARM_UP_DIVISOR: usize = 10;

/// A bare Dropshot handler with a constant body of the same size, at the same number of connections.
pub(crate) const BARE_DROPSHOT: &str = "bare Dropshot";
/// SQLite alone, one commit for each change.
pub(crate) const SQLITE_SINGLE: &str = "SQLite";
/// SQLite alone, one commit for every [`SQLITE_GROUP`] changes.
pub(crate) const SQLITE_GROUPED: &str = "SQLite x64";
/// One password hash after the other, on one processor.
pub(crate) const ARGON2ID: &str = "Argon2id";

/// One run in numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figures {
    /// Operations per second.
    pub(crate) throughput: f64,
    /// Of one exchange; for SQLite, of one transaction; in an open loop from when a request was due.
    pub(crate) latency: Percentiles,
    /// How late the generator of an open loop was.
    pub(crate) lag: Option<Percentiles>,
    /// Processor time of the harness as a share of the run: near its number of load threads, it is the bottleneck.
    pub(crate) harness_cpu_share: f64,
}

impl Figures {
    /// Times a run of that many operations.
    pub(crate) fn of(operations: usize, run: impl FnOnce() -> Result<Timing>) -> Result<Self> {
        let harness = process::id();
        let before = CpuTime::of(harness)?;
        let timing = run()?;
        let used = CpuTime::of(harness)? - before;
        let seconds = timing.elapsed.as_secs_f64();
        Ok(Figures {
            throughput: operations as f64 / seconds,
            latency: Percentiles::of(timing.latencies).context("a run needs at least one operation")?,
            lag: Percentiles::of(timing.lags),
            harness_cpu_share: used.as_secs_f64() / seconds,
        })
    }
}

/// What a run cost the server.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// Processor time of the server for one operation, in microseconds.
    pub(crate) server_cpu_us: f64,
    /// The server's memory after the run.
    pub(crate) memory: Memory,
}

/// The limits and then the workload, once each.
#[derive(Debug)]
pub(crate) struct Round {
    /// Each under its name: a limit, or another program.
    pub(crate) limits: Vec<(String, Figures)>,
    pub(crate) measured: Figures,
    pub(crate) cost: Cost,
}

/// A workload at a fixed rate.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OpenLoop {
    /// Requests a second.
    pub(crate) rate: f64,
    pub(crate) figures: Figures,
}

/// All rounds of one workload at one number of connections.
#[derive(Debug)]
pub(crate) struct Series {
    pub(crate) workload: &'static Workload,
    pub(crate) connections: usize,
    pub(crate) operations: usize,
    pub(crate) body_bytes: usize,
    pub(crate) rounds: Vec<Round>,
    pub(crate) open: Option<OpenLoop>,
}

/// How much is measured.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    pub(crate) reads: usize,
    pub(crate) writes: usize,
    pub(crate) lists: usize,
    pub(crate) logins: usize,
    pub(crate) rounds: usize,
    pub(crate) load_threads: usize,
    /// From how many connections on an open loop follows.
    pub(crate) open_from: usize,
}

impl Extent {
    /// The operations of one run.
    fn operations(&self, kind: Kind, connections: usize) -> usize {
        let full = match kind {
            Kind::Login => self.logins,
            kind if kind.is_write() => self.writes,
            kind if kind.is_list() => self.lists,
            _ => self.reads,
        };
        if connections == 1 { full.div_ceil(ONE_CONNECTION_DIVISOR) } else { full }
    }
}

/// Everything that a measurement of one directory touches: the server, what is asked of it, and the limits.
pub(crate) struct Bench<'b> {
    pub(crate) server: ServerProcess,
    pub(crate) requests: RequestMaker,
    pub(crate) pools: Pools,
    pub(crate) bare: &'b mut BareHandlers,
    pub(crate) sqlite: SqliteLimit,
    pub(crate) recipes: &'b Recipes,
    pub(crate) password: &'b mut PasswordLimit,
    pub(crate) rivals: &'b mut [Rival],
    pub(crate) extent: Extent,
}

impl Bench<'_> {
    /// Measures one workload at one number of connections.
    pub(crate) fn measure(&mut self, workload: &'static Workload, connections: usize) -> Result<Series> {
        let operations = self.extent.operations(workload.kind, connections);
        let body_bytes = self.probe(workload).with_context(|| format!("trying {} once", workload.name))?;
        let load = self.load(connections);
        let bare = Load { address: self.bare.address(body_bytes)?, ..load };
        self.warm_up(workload, load, bare, operations).with_context(|| format!("running {}", workload.name))?;
        let mut rounds = Vec::with_capacity(self.extent.rounds);
        for _ in 0..self.extent.rounds {
            let limits = self.run_limits(workload, bare, operations)?;
            let batch = self.batch(workload, operations)?;
            let (measured, cost) =
                self.run_server(load, &batch).with_context(|| format!("running {}", workload.name))?;
            rounds.push(Round { limits, measured, cost });
        }
        let open = if connections >= self.extent.open_from {
            let peak = median(rounds.iter().map(|round| round.measured.throughput)).context("there was a round")?;
            let batch = self.batch(workload, operations)?;
            let rate = peak * OPEN_LOOP_SHARE;
            Some(OpenLoop { rate, figures: Figures::of(batch.len(), || load.drive_at(&batch, rate))? })
        } else {
            None
        };
        Ok(Series { workload, connections, operations, body_bytes, rounds, open })
    }

    /// Stops the server and goes on with a new process on the same data.
    pub(crate) fn restart(&mut self, binary: &Path, data_dir: &Path) -> Result<()> {
        self.server.stop()?;
        self.server = ServerProcess::start(binary, data_dir)?;
        self.requests.move_to(self.server.address);
        Ok(())
    }

    /// The load of so many connections on the server.
    pub(crate) fn load(&self, connections: usize) -> Load {
        Load { address: self.server.address, connections, threads: self.extent.load_threads }
    }

    /// As many requests of a workload as asked for.
    pub(crate) fn batch(&mut self, workload: &Workload, operations: usize) -> Result<Batch> {
        self.pools.batch(&mut self.requests, self.server.address, workload, operations)
    }

    fn warm_up(&mut self, workload: &Workload, load: Load, bare: Load, operations: usize) -> Result<()> {
        let warm_up = operations.div_ceil(WARM_UP_DIVISOR);
        load.drive(&self.batch(workload, warm_up)?)?;
        bare.drive(&bare_handler::batch(bare.address, warm_up))?;
        for rival in &mut *self.rivals {
            if let Some(batch) = rival.batch(workload.kind, warm_up)? {
                rival.load(load).drive(&batch).with_context(|| format!("running {}", rival.name()))?;
            }
        }
        Ok(())
    }

    /// Sends one request and returns the size of the answer; that of a change must show what was written.
    fn probe(&mut self, workload: &Workload) -> Result<usize> {
        let batch = self.batch(workload, 1)?;
        let bodies = self.load(1).collect_bodies(&batch)?;
        let body = bodies.first().context("one request has one answer")?;
        let serial = self.requests.last_serial();
        let shows_serial = body.windows(serial.len()).any(|window| window == serial.as_bytes());
        ensure!(
            !matches!(workload.kind, Kind::Patch | Kind::Put | Kind::Create) || shows_serial,
            "the answer does not show the written {serial}: {}",
            String::from_utf8_lossy(body)
        );
        Ok(body.len())
    }

    /// Runs what means something beside a workload: the framework, the database where it writes, the hash where it logs
    /// in, and other programs where they have the same.
    fn run_limits(&mut self, workload: &Workload, bare: Load, operations: usize) -> Result<Vec<(String, Figures)>> {
        let mut limits = Vec::new();
        let mut note = |name: &str, figures: Figures| limits.push((name.to_owned(), figures));
        if workload.kind == Kind::Login {
            note(ARGON2ID, Figures::of(operations, || self.password.run(operations))?);
        } else {
            let batch = bare_handler::batch(bare.address, operations);
            note(BARE_DROPSHOT, Figures::of(operations, || bare.drive(&batch))?);
        }
        if let Some((recipe, maker)) = self.recipes.of(workload) {
            for (name, group) in [(SQLITE_SINGLE, 1), (SQLITE_GROUPED, SQLITE_GROUP)] {
                let figures = Figures::of(operations, || self.sqlite.run(recipe, maker, operations, group));
                note(name, figures.with_context(|| format!("{} in SQLite alone", workload.name))?);
            }
        }
        for rival in &mut *self.rivals {
            if let Some(batch) = rival.batch(workload.kind, operations)? {
                let load = rival.load(bare);
                let figures = Figures::of(operations, || load.drive(&batch));
                note(rival.name(), figures.with_context(|| format!("running {}", rival.name()))?);
            }
        }
        Ok(limits)
    }

    fn run_server(&self, load: Load, batch: &Batch) -> Result<(Figures, Cost)> {
        let server = self.server.pid();
        let before = CpuTime::of(server)?;
        let figures = Figures::of(batch.len(), || load.drive(batch))?;
        let used = CpuTime::of(server)? - before;
        let server_cpu_us = used.as_secs_f64() * 1e6 / batch.len() as f64;
        Ok((figures, Cost { server_cpu_us, memory: Memory::of(server)? }))
    }
}
