//! Turns what was measured into what is read: tables, JSON, and a section of a Markdown file.
//! Must not measure, and must not know what is behind a workload's name.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::footprint::Footprint;
use crate::generator::GeneratorCost;
use crate::machine::Machine;
use crate::markdown::render_table;
use crate::measurement::{ARGON2ID, BARE_DROPSHOT, SQLITE_GROUP, SQLITE_GROUPED, SQLITE_SINGLE};
use crate::reach::{self, Line};
use crate::results::Row;

/// A whole run of the harness.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Report {
    pub(crate) machine: Machine,
    /// The command line that made it.
    pub(crate) command: String,
    pub(crate) seed: u64,
    pub(crate) binary_bytes: u64,
    /// The cost of the server's password hashes, and what one takes alone.
    pub(crate) password_cost: String,
    pub(crate) password_hash_ms: f64,
    /// Other programs that were run beside it.
    pub(crate) rivals: Vec<String>,
    /// What one operation of each write changes, as statements.
    pub(crate) row_changes: Vec<(&'static str, String)>,
    /// Tables that SQLite alone is without.
    pub(crate) left_out: Vec<String>,
    /// What a build took after one schema was edited, where that was measured.
    pub(crate) generator: Option<GeneratorCost>,
    pub(crate) scales: Vec<Scale>,
}

/// What was measured in a directory of one size.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Scale {
    pub(crate) users: usize,
    pub(crate) subjects: usize,
    /// What filling it took; none where it was kept from another run.
    pub(crate) seeding_s: Option<f64>,
    pub(crate) footprint: Footprint,
    pub(crate) rows: Vec<Row>,
}

impl Report {
    /// The report as Markdown, which also reads well in a terminal.
    pub(crate) fn to_markdown(&self) -> String {
        let mut text = format!(
            "Command: `{}`\n\nMachine: {}.\nSeed {}. The server's binary has {:.1} MB. One password hash of the server's cost ({}) takes {:.1} ms alone.\n",
            self.command,
            self.machine,
            self.seed,
            self.binary_bytes as f64 / 1e6,
            self.password_cost,
            self.password_hash_ms
        );
        if !self.left_out.is_empty() {
            let _ = writeln!(text, "SQLite alone is without {}.", self.left_out.join(", "));
        }
        let _ = write!(text, "\n### Reach\n\n{}", self.reach_table());
        for scale in &self.scales {
            let _ = write!(text, "\n### {} users\n\n{}", scale.users, scale.to_markdown(&self.rivals));
        }
        if let Some(generator) = &self.generator {
            let _ = write!(text, "\n### The generator\n\n{}", generator.to_markdown());
        }
        text
    }

    /// Writes the report as JSON, with the lines of the reach table.
    pub(crate) fn write_json(&self, path: &Path) -> Result<()> {
        #[derive(Serialize)]
        struct Whole<'r> {
            #[serde(flatten)]
            report: &'r Report,
            reach: Vec<Line>,
        }
        let whole = Whole { report: self, reach: reach::table(self) };
        let json = serde_json::to_string_pretty(&whole).context("the report has no JSON form")?;
        fs::write(path, json + "\n").with_context(|| format!("cannot write {}", path.display()))
    }

    fn reach_table(&self) -> String {
        let header = ["what", "reach", "measured", "verdict"];
        let rows = reach::table(self)
            .into_iter()
            .map(|line| vec![line.what, line.reach, line.measured.unwrap_or_default(), line.verdict.to_string()]);
        render_table(&header.map(str::to_owned), rows.collect())
    }
}

impl Scale {
    fn to_markdown(&self, rivals: &[String]) -> String {
        let seeding =
            self.seeding_s.map_or_else(|| "kept from another run".to_owned(), |s| format!("filled in {s:.0} s"));
        let footprint = &self.footprint;
        let megabytes = |bytes: u64| format!("{:.1} MB", bytes as f64 / 1e6);
        let mut text = format!(
            "The directory was {seeding}; requests are about {} of its users. The server was ready after {:.0} ms and had, idle, \
             {} resident and {} anonymous.",
            self.subjects,
            footprint.start_ms,
            megabytes(footprint.idle_resident_bytes),
            megabytes(footprint.idle_anonymous_bytes)
        );
        if let (Some(mixed), Some(added)) = (footprint.mixed, footprint.flood_added_bytes) {
            let _ = write!(
                text,
                " Under the mix of 64 connections it had {} resident and {} anonymous at most; a flood of logins added {} at \
                 most, of {} that its hashes may take.",
                megabytes(mixed.resident_bytes),
                megabytes(mixed.anonymous_bytes),
                megabytes(added),
                megabytes(footprint.flood_cap_bytes)
            );
        }
        let _ = write!(text, "\n\n{}", self.results_table(rivals));
        if self.rows.iter().any(|row| row.open_loop.is_some()) {
            let _ = write!(text, "\n{}", self.open_loop_table());
        }
        text + &format!("\n{}", self.limits_table())
    }

    fn results_table(&self, rivals: &[String]) -> String {
        let mut header: Vec<String> = [
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
        ]
        .map(str::to_owned)
        .into();
        let limits = [BARE_DROPSHOT, SQLITE_SINGLE, SQLITE_GROUPED, ARGON2ID];
        let beside = limits.into_iter().chain(rivals.iter().map(String::as_str));
        header.extend(beside.clone().map(|limit| format!("/ {limit}")));
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
            cells.extend(beside.clone().map(|limit| match row.comparison(limit) {
                Some(found) => format!("{:.2} (spread {})", found.ratio, percent(found.ratio_spread)),
                None => String::new(),
            }));
            cells
        });
        render_table(&header, rows.collect())
    }

    fn open_loop_table(&self) -> String {
        let header = [
            "open loop",
            "connections",
            "due/s",
            "answered/s",
            "p50 µs",
            "p99 µs",
            "p99.9 µs",
            "generator late p99 µs",
        ];
        let rows = self.rows.iter().filter_map(|row| {
            let open = row.open_loop?;
            let mut cells = vec![row.workload.to_owned(), row.connections.to_string()];
            let figures = [open.rate, open.achieved, open.p50_us, open.p99_us, open.p999_us, open.lag_p99_us];
            cells.extend(figures.map(|figure| format!("{figure:.0}")));
            Some(cells)
        });
        render_table(&header.map(str::to_owned), rows.collect())
    }

    fn limits_table(&self) -> String {
        let header = ["limit", "beside", "connections", "ops/s", "spread", "p50 µs", "p99 µs", "load CPU"];
        let mut rows = Vec::new();
        for row in &self.rows {
            for found in &row.limits {
                let limit = match found.limit.as_str() {
                    BARE_DROPSHOT => format!("{}, {} bytes", found.limit, row.body_bytes),
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
            "\nA latency of SQLite is that of one transaction, of {SQLITE_GROUP} changes in the rows `{SQLITE_GROUPED}`.\n"
        );
        render_table(&header.map(str::to_owned), rows) + &note
    }
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::results::tests::series;

    /// A run of two workloads in a directory of one size.
    pub(crate) fn report(users: usize) -> Report {
        let row =
            |workload, rate| Row::of(&series(workload, BARE_DROPSHOT, &[(rate, 100.0)])).expect("there are rounds");
        let scale = Scale {
            users,
            subjects: 5,
            seeding_s: None,
            footprint: Footprint { start_ms: 12.0, ..Footprint::default() },
            rows: vec![row("lakesail DescribeUser", 80.0), row("elastic get-user", 70.0)],
        };
        Report {
            machine: Machine::read(),
            command: "bench".to_owned(),
            seed: 1,
            binary_bytes: 1,
            password_cost: String::new(),
            password_hash_ms: 1.0,
            rivals: vec!["Other".to_owned()],
            row_changes: Vec::new(),
            left_out: Vec::new(),
            generator: None,
            scales: vec![scale],
        }
    }

    #[test]
    fn tables_have_equally_many_cells_in_each_line() {
        let report = report(10);
        let scale = report.scales.first().expect("there is one");
        let tables =
            [scale.results_table(&report.rivals), scale.open_loop_table(), scale.limits_table(), report.reach_table()];
        for table in tables {
            let cells: Vec<usize> =
                table.lines().filter(|line| line.starts_with('|')).map(|line| line.matches('|').count()).collect();
            assert!(cells.len() >= 3 && cells.iter().all(|count| *count == cells[0]), "{table}");
        }
    }
}
