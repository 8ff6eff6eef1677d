//! Turns series into what is read: a table, JSON, and the results section of a Markdown file.
//! Must not measure, and must not know what is behind a workload's name.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::machine::Machine;
use crate::measurement::{Figures, Limit, Round, SQLITE_GROUP, Series};
use crate::statistics::{median, spread};

/// A whole run of the harness.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    pub(crate) machine: Machine,
    /// The command line that made it.
    pub(crate) command: String,
    pub(crate) users: usize,
    pub(crate) seed: u64,
    /// From the start of the server until it was ready, with an empty directory.
    pub(crate) start_ms: f64,
    pub(crate) rows: Vec<Row>,
}

/// One workload at one number of connections; each figure is the median of the rounds.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    workload: &'static str,
    connections: usize,
    /// Of each round.
    operations: usize,
    body_bytes: usize,
    throughput: f64,
    /// From the slowest to the fastest round, as a share of the median.
    spread: f64,
    p50_us: f64,
    p99_us: f64,
    p999_us: f64,
    server_cpu_us: f64,
    harness_cpu_share: f64,
    server_resident_bytes: f64,
    server_anonymous_bytes: f64,
    limits: Vec<Comparison>,
}

/// How a workload stands to one limit.
#[derive(Debug, Serialize)]
struct Comparison {
    limit: &'static str,
    throughput: f64,
    spread: f64,
    p50_us: f64,
    p99_us: f64,
    harness_cpu_share: f64,
    /// The workload's throughput divided by the limit's, round by round, then the median.
    ratio: f64,
    ratio_spread: f64,
}

impl Row {
    /// Summarizes a series; `None` where it has no rounds.
    pub(crate) fn of(series: &Series) -> Option<Self> {
        let rounds = &series.rounds;
        let middle = |figure: fn(&Round) -> f64| median(rounds.iter().map(figure));
        Some(Row {
            workload: series.workload,
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
            limits: Limit::ALL.iter().filter_map(|limit| Comparison::of(rounds, *limit)).collect(),
        })
    }

    /// One line of progress.
    pub(crate) fn summary(&self) -> String {
        let mut line = format!(
            "{:<28} {:>3} connections {:>9.0}/s (spread {:.0} %)",
            self.workload,
            self.connections,
            self.throughput,
            self.spread * 100.0
        );
        for comparison in &self.limits {
            let _ = write!(line, "  {:.2} of {}", comparison.ratio, comparison.limit);
        }
        line
    }

    fn comparison(&self, limit: Limit) -> Option<&Comparison> {
        self.limits.iter().find(|comparison| comparison.limit == limit_name(limit))
    }
}

impl Comparison {
    fn of(rounds: &[Round], limit: Limit) -> Option<Self> {
        let pairs: Vec<(Figures, Figures)> = rounds
            .iter()
            .filter_map(|round| {
                let (_, figures) = round.limits.iter().find(|(found, _)| *found == limit)?;
                Some((round.measured, *figures))
            })
            .collect();
        let ratios = || pairs.iter().map(|(measured, limit)| measured.throughput / limit.throughput);
        let throughputs = || pairs.iter().map(|(_, limit)| limit.throughput);
        Some(Comparison {
            limit: limit_name(limit),
            throughput: median(throughputs())?,
            spread: spread(throughputs())?,
            p50_us: median(pairs.iter().map(|(_, limit)| microseconds(limit.latency.p50)))?,
            p99_us: median(pairs.iter().map(|(_, limit)| microseconds(limit.latency.p99)))?,
            harness_cpu_share: median(pairs.iter().map(|(_, limit)| limit.harness_cpu_share))?,
            ratio: median(ratios())?,
            ratio_spread: spread(ratios())?,
        })
    }
}

fn limit_name(limit: Limit) -> &'static str {
    match limit {
        Limit::BareDropshot => "bare Dropshot",
        Limit::SqliteSingle => "SQLite",
        Limit::SqliteGrouped => "SQLite x64",
    }
}

fn microseconds(duration: std::time::Duration) -> f64 {
    duration.as_secs_f64() * 1e6
}

impl Report {
    /// The report as Markdown, which also reads well in a terminal.
    pub(crate) fn to_markdown(&self) -> String {
        format!(
            "Command: `{}`\n\nMachine: {}.\n\
             {} users, seed {}; the server was ready after {:.0} ms.\n\n{}\n{}",
            self.command,
            self.machine,
            self.users,
            self.seed,
            self.start_ms,
            self.results_table(),
            self.limits_table()
        )
    }

    /// Writes the report as JSON.
    pub(crate) fn write_json(&self, path: &Path) -> Result<()> {
        let json = serde_json::to_string_pretty(self).context("the report has no JSON form")?;
        fs::write(path, json + "\n").with_context(|| format!("cannot write {}", path.display()))
    }

    fn results_table(&self) -> String {
        let header = [
            "workload",
            "connections",
            "ops/s",
            "spread",
            "p50 µs",
            "p99 µs",
            "p99.9 µs",
            "server CPU µs/op",
            "RSS MB",
            "anonymous MB",
            "load CPU",
            "/ bare Dropshot",
            "/ SQLite",
            "/ SQLite x64",
        ];
        let rows = self.rows.iter().map(|row| {
            let mut cells = vec![row.workload.to_owned(), row.connections.to_string()];
            cells.push(format!("{:.0}", row.throughput));
            cells.push(percent(row.spread));
            cells.extend([row.p50_us, row.p99_us, row.p999_us].map(|figure| format!("{figure:.0}")));
            cells.push(format!("{:.1}", row.server_cpu_us));
            cells.extend(
                [row.server_resident_bytes, row.server_anonymous_bytes].map(|bytes| format!("{:.1}", bytes / 1e6)),
            );
            cells.push(percent(row.harness_cpu_share));
            cells.extend(Limit::ALL.map(|limit| match row.comparison(limit) {
                Some(found) => format!("{:.2} (spread {})", found.ratio, percent(found.ratio_spread)),
                None => String::new(),
            }));
            cells
        });
        render_table(&header.map(str::to_owned), rows.collect())
    }

    fn limits_table(&self) -> String {
        let header = ["limit", "beside", "connections", "ops/s", "spread", "p50 µs", "p99 µs", "load CPU"];
        let mut rows = Vec::new();
        for row in &self.rows {
            for found in &row.limits {
                let limit = match found.limit {
                    "bare Dropshot" => format!("{}, {} bytes", found.limit, row.body_bytes),
                    other => other.to_owned(),
                };
                let mut cells = vec![limit, row.workload.to_owned(), row.connections.to_string()];
                cells.push(format!("{:.0}", found.throughput));
                cells.push(percent(found.spread));
                cells.extend([found.p50_us, found.p99_us].map(|figure| format!("{figure:.0}")));
                cells.push(percent(found.harness_cpu_share));
                rows.push(cells);
            }
        }
        let note = format!(
            "\nA latency of SQLite is that of one transaction, of {SQLITE_GROUP} changes in the rows `SQLite x64`.\n"
        );
        render_table(&header.map(str::to_owned), rows) + &note
    }
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// Lays out a Markdown table: the first column to the left, figures to the right.
pub(crate) fn render_table(header: &[String], rows: Vec<Vec<String>>) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).chain(header.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..header.len()).map(width).collect();
    let line = |cells: &[String]| {
        let mut line = String::from("|");
        for (column, (cell, width)) in cells.iter().zip(&widths).enumerate() {
            let _ = if column == 0 { write!(line, " {cell:<width$} |") } else { write!(line, " {cell:>width$} |") };
        }
        line + "\n"
    };
    let rule: String = widths
        .iter()
        .enumerate()
        .map(|(column, width)| {
            if column == 0 {
                format!(" {} |", "-".repeat(*width))
            } else {
                format!(" {}: |", "-".repeat(width.saturating_sub(1)))
            }
        })
        .collect();
    let mut table = line(header) + "|" + &rule + "\n";
    rows.iter().for_each(|row| table.push_str(&line(row)));
    table
}

/// Puts a text between the lines `<!-- section: begin -->` and `<!-- section: end -->` of a Markdown file, or makes the
/// file where there is none.
pub(crate) fn write_section(path: &Path, section: &str, text: &str) -> Result<()> {
    let (begin, end) = markers(section);
    let old = if path.exists() {
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?
    } else {
        format!("{begin}\n{end}\n")
    };
    let new = replace_section(&old, section, text)
        .with_context(|| format!("{} has no lines `{begin}` and `{end}` to write between", path.display()))?;
    fs::write(path, new).with_context(|| format!("cannot write {}", path.display()))
}

fn markers(section: &str) -> (String, String) {
    (format!("<!-- {section}: begin -->"), format!("<!-- {section}: end -->"))
}

/// Replaces what stands between the markers; `None` where they are missing or in the wrong order.
fn replace_section(text: &str, section: &str, new: &str) -> Option<String> {
    let (begin, end) = markers(section);
    let (before, rest) = text.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n\n{}\n\n{end}{after}", new.trim_end()))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::measurement::Cost;
    use crate::process_usage::Memory;
    use crate::statistics::Percentiles;

    fn figures(throughput: f64) -> Figures {
        let latency = Duration::from_secs_f64(1.0 / throughput);
        let latency = Percentiles { p50: latency, p99: latency, p999: latency };
        Figures { throughput, latency, harness_cpu_share: 0.5 }
    }

    fn series(rounds: &[(f64, f64)]) -> Series {
        let memory = Memory { resident: 2_000_000, anonymous: 1_000_000, peak: 2_000_000 };
        let cost = Cost { server_cpu_us: 5.0, memory };
        let round = |(measured, bare): &(f64, f64)| Round {
            limits: vec![(Limit::BareDropshot, figures(*bare))],
            measured: figures(*measured),
            cost,
        };
        Series {
            workload: "read",
            connections: 64,
            operations: 10,
            body_bytes: 300,
            rounds: rounds.iter().map(round).collect(),
        }
    }

    #[test]
    fn ratio_is_taken_round_by_round() {
        // A machine that slows to half slows both: the throughputs spread, the ratio does not.
        let row = Row::of(&series(&[(80.0, 100.0), (40.0, 50.0), (160.0, 200.0)])).expect("there are rounds");
        let bare = row.comparison(Limit::BareDropshot).expect("it was measured");
        assert_eq!((row.throughput, row.spread), (80.0, 1.5));
        assert!((bare.ratio - 0.8).abs() < 1e-9 && bare.ratio_spread < 1e-9, "{bare:?}");
        assert!(row.comparison(Limit::SqliteSingle).is_none());
        assert!(Row::of(&series(&[])).is_none());
    }

    #[test]
    fn tables_have_equally_many_cells_in_each_line() {
        let report = Report {
            machine: Machine::read(),
            command: "bench".to_owned(),
            users: 1,
            seed: 1,
            start_ms: 10.0,
            rows: Row::of(&series(&[(80.0, 100.0)])).into_iter().collect(),
        };
        for table in [report.results_table(), report.limits_table()] {
            let cells: Vec<usize> =
                table.lines().filter(|line| line.starts_with('|')).map(|line| line.matches('|').count()).collect();
            assert!(cells.len() == 3 && cells.iter().all(|count| *count == cells[0]), "{table}");
        }
    }

    #[test]
    fn results_replace_only_what_is_between_the_markers() {
        let (begin, end) = markers("lists");
        let text = format!("# Title\n{begin}\nold\n{end}\nend\n");
        let replaced = replace_section(&text, "lists", "new\n").expect("the markers are there");
        assert_eq!(replaced, format!("# Title\n{begin}\n\nnew\n\n{end}\nend\n"));
        assert_eq!(replace_section(&replaced, "lists", "new"), Some(replaced.clone()), "a second time changes nothing");
        assert_eq!(replace_section("no markers", "lists", "new"), None);
    }
}
