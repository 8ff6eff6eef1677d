//! Runs each workload beside its limits, in turn and several times over, so that a machine that slows down slows both.
//! Must not know what the requests are, nor how figures are shown.

use std::process;

use anyhow::{Context, Result, ensure};

use crate::http_load::{Batch, Load, Timing};
use crate::limits::bare_handler::{self, BareHandlers};
use crate::limits::sqlite::{RowChange, SqliteLimit};
use crate::process_usage::{CpuTime, Memory};
use crate::server_process::ServerProcess;
use crate::statistics::Percentiles;
use crate::workloads::{Deed, RequestMaker, Subject, Workload};

/// How many changes SQLite commits at once where it is allowed to group them.
pub(crate) const SQLITE_GROUP: usize = 64;
/// At one connection nothing overlaps, so fewer operations take as long.
const ONE_CONNECTION_DIVISOR: usize = 4;
/// The part of a run that goes before it unmeasured.
const WARM_UP_DIVISOR: usize = 10;

/// A limit that a workload is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Limit {
    /// A bare Dropshot handler with a constant body of the same size, at the same number of connections.
    BareDropshot,
    /// SQLite alone, one commit for each change.
    SqliteSingle,
    /// SQLite alone, one commit for every [`SQLITE_GROUP`] changes.
    SqliteGrouped,
}

impl Limit {
    pub(crate) const ALL: [Limit; 3] = [Limit::BareDropshot, Limit::SqliteSingle, Limit::SqliteGrouped];

    /// The limits that mean something for a workload.
    fn of(deed: Deed) -> &'static [Limit] {
        match deed {
            Deed::Read => &Limit::ALL[..1],
            Deed::Update | Deed::Create => &Limit::ALL,
        }
    }
}

/// One run in numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figures {
    /// Operations per second.
    pub(crate) throughput: f64,
    /// Of one exchange; for SQLite, of one transaction.
    pub(crate) latency: Percentiles,
    /// Processor time of the harness as a share of the run: near its number of load threads, it is the bottleneck.
    pub(crate) harness_cpu_share: f64,
}

impl Figures {
    /// Times a run of that many operations.
    fn of(operations: usize, run: impl FnOnce() -> Result<Timing>) -> Result<Self> {
        let harness = process::id();
        let before = CpuTime::of(harness)?;
        let timing = run()?;
        let used = CpuTime::of(harness)? - before;
        let seconds = timing.elapsed.as_secs_f64();
        Ok(Figures {
            throughput: operations as f64 / seconds,
            latency: Percentiles::of(timing.latencies).context("a run needs at least one operation")?,
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
    pub(crate) limits: Vec<(Limit, Figures)>,
    pub(crate) measured: Figures,
    pub(crate) cost: Cost,
}

/// All rounds of one workload at one number of connections.
#[derive(Debug)]
pub(crate) struct Series {
    pub(crate) workload: &'static str,
    pub(crate) connections: usize,
    pub(crate) operations: usize,
    pub(crate) body_bytes: usize,
    pub(crate) rounds: Vec<Round>,
}

/// How much is measured.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    pub(crate) reads: usize,
    pub(crate) writes: usize,
    pub(crate) rounds: usize,
    pub(crate) load_threads: usize,
}

impl Extent {
    /// The operations of one run.
    fn operations(&self, deed: Deed, connections: usize) -> usize {
        let full = match deed {
            Deed::Read => self.reads,
            Deed::Update | Deed::Create => self.writes,
        };
        if connections == 1 { full.div_ceil(ONE_CONNECTION_DIVISOR) } else { full }
    }
}

/// Everything that a measurement touches: the server, what is asked of it, and the limits.
#[derive(Debug)]
pub(crate) struct Bench {
    pub(crate) server: ServerProcess,
    pub(crate) requests: RequestMaker,
    pub(crate) subjects: Vec<Subject>,
    pub(crate) bare: BareHandlers,
    pub(crate) sqlite: SqliteLimit,
    pub(crate) extent: Extent,
}

impl Bench {
    /// Measures one workload at one number of connections.
    pub(crate) fn measure(&mut self, workload: &'static Workload, connections: usize) -> Result<Series> {
        let operations = self.extent.operations(workload.deed, connections);
        let body_bytes = self.probe(workload).with_context(|| format!("trying {} once", workload.name))?;
        let load = self.load(connections);
        let bare = Load { address: self.bare.address(body_bytes)?, ..load };
        let warm_up = operations.div_ceil(WARM_UP_DIVISOR);
        load.drive(&self.batch(workload, warm_up))?;
        bare.drive(&bare_handler::batch(bare.address, warm_up))?;

        let mut rounds = Vec::with_capacity(self.extent.rounds);
        for _ in 0..self.extent.rounds {
            let mut limits = Vec::new();
            for limit in Limit::of(workload.deed) {
                limits.push((*limit, self.run_limit(*limit, workload.deed, bare, operations)?));
            }
            let batch = self.batch(workload, operations);
            let (measured, cost) =
                self.run_server(load, &batch).with_context(|| format!("running {}", workload.name))?;
            rounds.push(Round { limits, measured, cost });
        }
        Ok(Series { workload: workload.name, connections, operations, body_bytes, rounds })
    }

    fn load(&self, connections: usize) -> Load {
        Load { address: self.server.address, connections, threads: self.extent.load_threads }
    }

    fn batch(&mut self, workload: &Workload, operations: usize) -> Batch {
        self.requests.batch(&workload.request, &self.subjects, operations)
    }

    /// Sends one request and returns the size of the answer; a write's answer must show what was written.
    fn probe(&mut self, workload: &Workload) -> Result<usize> {
        let batch = self.batch(workload, 1);
        let bodies = self.load(1).collect_bodies(&batch)?;
        let body = bodies.first().context("one request has one answer")?;
        let serial = self.requests.last_serial();
        let shows_serial = body.windows(serial.len()).any(|window| window == serial.as_bytes());
        ensure!(
            workload.deed == Deed::Read || shows_serial,
            "the answer does not show the written {serial}: {}",
            String::from_utf8_lossy(body)
        );
        Ok(body.len())
    }

    fn run_limit(&mut self, limit: Limit, deed: Deed, bare: Load, operations: usize) -> Result<Figures> {
        let change = if deed == Deed::Create { RowChange::Create } else { RowChange::Update };
        match limit {
            Limit::BareDropshot => {
                let batch = bare_handler::batch(bare.address, operations);
                Figures::of(operations, || bare.drive(&batch))
            }
            Limit::SqliteSingle => Figures::of(operations, || self.sqlite.run(change, operations, 1)),
            Limit::SqliteGrouped => Figures::of(operations, || self.sqlite.run(change, operations, SQLITE_GROUP)),
        }
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
