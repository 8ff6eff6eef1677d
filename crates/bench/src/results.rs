//! Series summarized: each figure is the median of the rounds, each ratio is taken round by round.
//! Must not know how figures are shown.

use std::time::Duration;

use serde::Serialize;

use crate::measurement::{Figures, OpenLoop, Round, Series};
use crate::statistics::{median, spread};
use crate::workloads::Kind;

/// One workload at one number of connections.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Row {
    pub(crate) workload: &'static str,
    pub(crate) kind: Kind,
    pub(crate) connections: usize,
    /// Of each round.
    pub(crate) operations: usize,
    pub(crate) body_bytes: usize,
    pub(crate) throughput: f64,
    /// From the slowest to the fastest round, as a share of the median.
    pub(crate) spread: f64,
    pub(crate) p50_us: f64,
    pub(crate) p99_us: f64,
    pub(crate) p999_us: f64,
    pub(crate) server_cpu_us: f64,
    pub(crate) harness_cpu_share: f64,
    pub(crate) server_resident_bytes: f64,
    pub(crate) server_anonymous_bytes: f64,
    pub(crate) limits: Vec<Comparison>,
    pub(crate) open_loop: Option<OpenRow>,
}

/// How a workload stands to one limit, or to another program.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Comparison {
    pub(crate) limit: String,
    pub(crate) throughput: f64,
    pub(crate) spread: f64,
    pub(crate) p50_us: f64,
    pub(crate) p99_us: f64,
    pub(crate) harness_cpu_share: f64,
    /// The workload's throughput divided by the limit's, round by round, then the median.
    pub(crate) ratio: f64,
    pub(crate) ratio_spread: f64,
    /// The same of the median latencies.
    pub(crate) p50_ratio: f64,
}

/// A workload at a fixed rate; latencies count from when a request was due.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct OpenRow {
    pub(crate) rate: f64,
    pub(crate) achieved: f64,
    pub(crate) p50_us: f64,
    pub(crate) p99_us: f64,
    pub(crate) p999_us: f64,
    /// How late the generator was; what the latencies above have too much at most.
    pub(crate) lag_p99_us: f64,
}

impl Row {
    /// Summarizes a series; `None` where it has no rounds.
    pub(crate) fn of(series: &Series) -> Option<Self> {
        let rounds = &series.rounds;
        let middle = |figure: fn(&Round) -> f64| median(rounds.iter().map(figure));
        let names = rounds.first()?.limits.iter().map(|(name, _)| name);
        Some(Row {
            workload: series.workload.name,
            kind: series.workload.kind,
            connections: series.connections,
            operations: series.operations,
            body_bytes: series.body_bytes,
            throughput: middle(|round| round.measured.throughput)?,
            spread: spread(rounds.iter().map(|round| round.measured.throughput))?,
            p50_us: middle(|round| microseconds(round.measured.latency.p50))?,
            p99_us: middle(|round| microseconds(round.measured.latency.p99))?,
            p999_us: middle(|round| microseconds(round.measured.latency.p999))?,
            server_cpu_us: middle(|round| round.cost.server_cpu_us)?,
            harness_cpu_share: middle(|round| round.measured.harness_cpu_share)?,
            server_resident_bytes: middle(|round| round.cost.memory.resident as f64)?,
            server_anonymous_bytes: middle(|round| round.cost.memory.anonymous as f64)?,
            limits: names.filter_map(|name| Comparison::of(rounds, name)).collect(),
            open_loop: series.open.as_ref().map(OpenRow::of),
        })
    }

    /// How the workload stands to a limit that it was measured beside.
    pub(crate) fn comparison(&self, limit: &str) -> Option<&Comparison> {
        self.limits.iter().find(|comparison| comparison.limit == limit)
    }

    /// One line of progress.
    pub(crate) fn summary(&self) -> String {
        let mut line = format!(
            "{:<36} {:>3} connections {:>9.0}/s (spread {:.0} %), p99 {:.1} ms",
            self.workload,
            self.connections,
            self.throughput,
            self.spread * 100.0,
            self.p99_us / 1000.0
        );
        for comparison in &self.limits {
            line += &format!("  {:.2} of {}", comparison.ratio, comparison.limit);
        }
        line
    }
}

impl Comparison {
    fn of(rounds: &[Round], limit: &str) -> Option<Self> {
        let pairs: Vec<(Figures, Figures)> = rounds
            .iter()
            .filter_map(|round| {
                let (_, figures) = round.limits.iter().find(|(found, _)| found == limit)?;
                Some((round.measured, *figures))
            })
            .collect();
        let ratios = || pairs.iter().map(|(measured, limit)| measured.throughput / limit.throughput);
        let throughputs = || pairs.iter().map(|(_, limit)| limit.throughput);
        let p50_ratios = pairs.iter().map(|(measured, limit)| {
            measured.latency.p50.as_secs_f64() / limit.latency.p50.as_secs_f64().max(f64::MIN_POSITIVE)
        });
        Some(Comparison {
            limit: limit.to_owned(),
            throughput: median(throughputs())?,
            spread: spread(throughputs())?,
            p50_us: median(pairs.iter().map(|(_, limit)| microseconds(limit.latency.p50)))?,
            p99_us: median(pairs.iter().map(|(_, limit)| microseconds(limit.latency.p99)))?,
            harness_cpu_share: median(pairs.iter().map(|(_, limit)| limit.harness_cpu_share))?,
            ratio: median(ratios())?,
            ratio_spread: spread(ratios())?,
            p50_ratio: median(p50_ratios)?,
        })
    }
}

impl OpenRow {
    fn of(open: &OpenLoop) -> Self {
        OpenRow {
            rate: open.rate,
            achieved: open.figures.throughput,
            p50_us: microseconds(open.figures.latency.p50),
            p99_us: microseconds(open.figures.latency.p99),
            p999_us: microseconds(open.figures.latency.p999),
            lag_p99_us: open.figures.lag.map_or(0.0, |lag| microseconds(lag.p99)),
        }
    }
}

fn microseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e6
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::measurement::{BARE_DROPSHOT, Cost, SQLITE_SINGLE};
    use crate::process_usage::Memory;
    use crate::statistics::Percentiles;
    use crate::workloads;

    fn figures(throughput: f64) -> Figures {
        let latency = Duration::from_secs_f64(1.0 / throughput);
        let latency = Percentiles { p50: latency, p99: latency, p999: latency };
        Figures { throughput, latency, lag: None, harness_cpu_share: 0.5 }
    }

    pub(crate) fn series(workload: &str, limit: &str, rounds: &[(f64, f64)]) -> Series {
        let memory = Memory { resident: 2_000_000, anonymous: 1_000_000, peak: 2_000_000 };
        let cost = Cost { server_cpu_us: 5.0, memory };
        let round = |(measured, beside): &(f64, f64)| Round {
            limits: vec![(limit.to_owned(), figures(*beside))],
            measured: figures(*measured),
            cost,
        };
        Series {
            workload: workloads::named(workload).expect("there is one"),
            connections: 64,
            operations: 10,
            body_bytes: 300,
            rounds: rounds.iter().map(round).collect(),
            open: Some(OpenLoop { rate: 70.0, figures: figures(70.0) }),
        }
    }

    #[test]
    fn ratio_is_taken_round_by_round() {
        // A machine that slows to half slows both: the throughputs spread, the ratio does not.
        let rounds = [(80.0, 100.0), (40.0, 50.0), (160.0, 200.0)];
        let row = Row::of(&series("elastic get-user", BARE_DROPSHOT, &rounds)).expect("there are rounds");
        let bare = row.comparison(BARE_DROPSHOT).expect("it was measured");
        assert_eq!((row.throughput, row.spread), (80.0, 1.5));
        assert!((bare.ratio - 0.8).abs() < 1e-9 && bare.ratio_spread < 1e-9, "{bare:?}");
        assert!((bare.p50_ratio - 1.25).abs() < 1e-6, "{bare:?}");
        assert!(row.comparison(SQLITE_SINGLE).is_none());
        assert!(Row::of(&series("elastic get-user", BARE_DROPSHOT, &[])).is_none());
    }
}
