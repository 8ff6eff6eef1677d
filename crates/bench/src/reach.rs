//! What the project set out to reach, line by line, with what a run measured and whether that is enough. Pure.

use std::fmt;

use serde::Serialize;

use crate::measurement::{ARGON2ID, BARE_DROPSHOT, SQLITE_GROUPED, SQLITE_SINGLE};
use crate::report::{Report, Scale};
use crate::results::Row;
use crate::workloads::Kind;

/// The connections at which throughputs are compared.
const MANY: usize = 64;
/// The size of directory at which latencies, memory and start are looked at.
const LARGE_USERS: usize = 1_000_000;

/// What a flood of logins may add, as a share of the memory that hashes may take at once.
const FLOOD_SHARE_MAX: f64 = 1.0;

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Line {
    pub(crate) what: String,
    /// What is to be reached, in words.
    pub(crate) reach: String,
    /// What was measured, with where the worst of several was seen.
    pub(crate) measured: Option<String>,
    pub(crate) verdict: Verdict,
}

/// Whether it is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Verdict {
    Met,
    Short,
    NotRun,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Verdict::Met => "met",
            Verdict::Short => "SHORT",
            Verdict::NotRun => "not run",
        })
    }
}

/// A bound, and which side of it is good.
#[derive(Clone, Copy)]
enum Bound {
    AtLeast(f64),
    Under(f64),
}

/// Every line of the table.
pub(crate) fn table(report: &Report) -> Vec<Line> {
    let first = report.scales.first();
    let large = report.scales.iter().find(|scale| scale.users >= LARGE_USERS);
    let mut lines = vec![
        ratio(first, "authenticated read of one user", &[Kind::Read, Kind::ReadSelf], BARE_DROPSHOT, 0.8),
        ratio(first, "durable merge-patch or PUT", &[Kind::Patch, Kind::Put], SQLITE_GROUPED, 0.5),
        ratio(first, "durable merge-patch or PUT", &[Kind::Patch, Kind::Put], BARE_DROPSHOT, 0.35),
        ratio(first, "durable create", &[Kind::Create], SQLITE_GROUPED, 0.4),
    ];
    for name in &report.rivals {
        lines.push(ratio(first, "read", &[Kind::Read], name, 5.0));
        lines.push(ratio(first, "merge-patch", &[Kind::Patch], name, 6.0));
        lines.push(ratio(first, "password-less create", &[Kind::Create], name, 3.0));
    }
    if report.rivals.is_empty() {
        let what = "read, merge-patch and password-less create against PocketBase";
        lines.push(line(what, "5, 6 and 3 times its rate", None::<(f64, String)>, Bound::AtLeast(1.0), ""));
    }
    lines.push(one_connection(first));
    lines.push(size(first, large, "reads", Kind::is_read));
    lines.push(size(first, large, "writes", Kind::is_write));
    lines.push(page_latency(large, "any list page, filtered, sorted, deep", &[Kind::ListPage, Kind::FilterSort], 10.0));
    lines.push(page_latency(large, "substring search over names and e-mails", &[Kind::Search], 30.0));
    lines.push(login(report));
    lines.push(flood(report));
    lines.extend(footprint(large));
    let megabytes = Some((report.binary_bytes as f64 / 1e6, String::new()));
    lines.push(line("release binary, stripped", "under 15 MB", megabytes, Bound::Under(15.0), " MB"));
    let generator = report.generator.as_ref().map(|cost| (cost.generator_ms, String::new()));
    let what = "`cargo build` after editing one schema: the generator itself";
    lines.push(line(what, "under 300 ms", generator, Bound::Under(300.0), " ms"));
    lines
}

impl Kind {
    fn is_read(self) -> bool {
        matches!(self, Kind::Read | Kind::ReadSelf)
    }
}

/// The lowest ratio of some kinds to a limit at many connections.
fn ratio(scale: Option<&Scale>, what: &str, kinds: &[Kind], limit: &str, least: f64) -> Line {
    let rows = scale.into_iter().flat_map(|scale| &scale.rows);
    let rows = rows.filter(|row| row.connections == MANY && kinds.contains(&row.kind));
    let ratios = rows.filter_map(|row| Some((row.comparison(limit)?.ratio, row.workload.to_owned())));
    let what = format!("{what}, {MANY} connections, against {limit}");
    line(&what, &format!("{least}"), lowest(ratios), Bound::AtLeast(least), "")
}

fn one_connection(scale: Option<&Scale>) -> Line {
    let rows = scale.into_iter().flat_map(|scale| &scale.rows);
    let rows = rows.filter(|row| row.connections == 1 && row.kind.is_write());
    let ratios = rows.filter_map(|row| Some((row.comparison(SQLITE_SINGLE)?.p50_ratio, row.workload.to_owned())));
    let what = "one connection, durable write: p50 against one commit of SQLite";
    line(what, "1.3 at most", highest(ratios), Bound::Under(1.3), "")
}

/// The lowest ratio of a workload's rate in the large directory to that in the first. Each is taken as a share of the bare
/// handler just before it, as the two are measured far apart.
fn size(first: Option<&Scale>, large: Option<&Scale>, word: &str, is_one: fn(Kind) -> bool) -> Line {
    let share = |row: &Row| row.comparison(BARE_DROPSHOT).map(|found| found.ratio);
    let ratios = first.zip(large).map(|(first, large)| {
        let rows = large.rows.iter().filter(|row| is_one(row.kind) && row.connections == MANY);
        let ratios = rows.filter_map(|row| {
            let same = |other: &&Row| other.workload == row.workload && other.connections == row.connections;
            Some((share(row)? / share(first.rows.iter().find(same)?)?, row.workload.to_owned()))
        });
        ratios.collect::<Vec<_>>()
    });
    let users = first.map_or(0, |scale| scale.users);
    let what = format!("{word} at {LARGE_USERS} users against {users}");
    let apart = first.zip(large).is_some_and(|(first, large)| first.users < large.users);
    line(&what, "0.9", lowest(ratios.filter(|_| apart).into_iter().flatten()), Bound::AtLeast(0.9), "")
}

/// The highest p99 of pages. At one connection, as at many a latency is mostly waiting for the other requests.
fn page_latency(large: Option<&Scale>, what: &str, kinds: &[Kind], under_ms: f64) -> Line {
    let rows = large.into_iter().flat_map(|scale| &scale.rows);
    let rows = rows.filter(|row| row.connections == 1 && kinds.contains(&row.kind));
    let latencies = rows.map(|row| (row.p99_us / 1000.0, row.workload.to_owned()));
    let what = format!("{what}, {LARGE_USERS} users, one connection: p99");
    line(&what, &format!("under {under_ms} ms"), highest(latencies), Bound::Under(under_ms), " ms")
}

fn login(report: &Report) -> Line {
    let rows = report.scales.iter().flat_map(|scale| &scale.rows);
    let rows = rows.filter(|row| row.kind == Kind::Login && row.connections > 1);
    let cores = report.machine.cores as f64;
    let best = rows
        .filter_map(|row| Some((row.comparison(ARGON2ID)?.ratio / cores, format!("{} connections", row.connections))));
    line("login, against a hash on each core", "0.95", highest(best), Bound::AtLeast(0.95), "")
}

fn flood(report: &Report) -> Line {
    let added = report.scales.iter().filter_map(|scale| {
        let cap = scale.footprint.flood_cap_bytes as f64;
        Some((
            scale.footprint.flood_added_bytes? as f64 / cap,
            format!("of {:.1} MB, {} users", cap / 1e6, scale.users),
        ))
    });
    let what = "memory that a flood of logins adds, as a share of what hashes may take";
    let reach = format!("{FLOOD_SHARE_MAX} at most");
    line(what, &reach, highest(added), Bound::Under(FLOOD_SHARE_MAX), "")
}

fn footprint(large: Option<&Scale>) -> [Line; 3] {
    let of = |figure: fn(&Scale) -> Option<f64>| large.and_then(figure).map(|figure| (figure, String::new()));
    let megabytes = |bytes: u64| bytes as f64 / 1e6;
    let idle = large.map(|scale| (megabytes(scale.footprint.idle_anonymous_bytes), String::new()));
    let mixed = large.and_then(|scale| Some((megabytes(scale.footprint.mixed?.anonymous_bytes), String::new())));
    [
        line(
            &format!("start with {LARGE_USERS} users, until `/readyz` answers"),
            "under 150 ms",
            of(|scale| Some(scale.footprint.start_ms)),
            Bound::Under(150.0),
            " ms",
        ),
        line(&format!("memory idle, {LARGE_USERS} users"), "under 30 MB", idle, Bound::Under(30.0), " MB"),
        line(
            &format!("memory under the mix of {MANY} connections, {LARGE_USERS} users"),
            "under 120 MB",
            mixed,
            Bound::Under(120.0),
            " MB",
        ),
    ]
}

fn lowest(values: impl IntoIterator<Item = (f64, String)>) -> Option<(f64, String)> {
    values.into_iter().min_by(|a, b| a.0.total_cmp(&b.0))
}

fn highest(values: impl IntoIterator<Item = (f64, String)>) -> Option<(f64, String)> {
    values.into_iter().max_by(|a, b| a.0.total_cmp(&b.0))
}

fn line(what: &str, reach: &str, measured: Option<(f64, String)>, bound: Bound, unit: &str) -> Line {
    let verdict = match (&measured, bound) {
        (None, _) => Verdict::NotRun,
        (Some((value, _)), Bound::AtLeast(least)) if *value >= least => Verdict::Met,
        (Some((value, _)), Bound::Under(most)) if *value <= most => Verdict::Met,
        _ => Verdict::Short,
    };
    let measured = measured.map(|(value, place)| {
        let digits = if value >= 100.0 { 0 } else { 2 };
        let place = if place.is_empty() { place } else { format!(" ({place})") };
        format!("{value:.digits$}{unit}{place}")
    });
    Line { what: what.to_owned(), reach: reach.to_owned(), measured, verdict }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests::report;

    fn find<'l>(lines: &'l [Line], what: &str) -> &'l Line {
        lines.iter().find(|line| line.what.starts_with(what)).expect("there is a line")
    }

    #[test]
    fn worst_of_several_decides_and_is_named() {
        let lines = table(&report(10_000));
        let read = find(&lines, "authenticated read");
        assert_eq!(read.verdict, Verdict::Short, "{read:?}");
        assert_eq!(read.measured.as_deref(), Some("0.70 (elastic get-user)"));
        assert_eq!(find(&lines, "durable create").verdict, Verdict::NotRun);
    }

    #[test]
    fn what_needs_a_large_directory_is_not_claimed_of_a_small_one() {
        let lines = table(&report(10_000));
        for what in ["start with", "memory idle", "any list page", "reads at 1000000"] {
            assert_eq!(find(&lines, what).verdict, Verdict::NotRun, "{what}");
        }
        let lines = table(&report(LARGE_USERS));
        assert_eq!(find(&lines, "start with").verdict, Verdict::Met);
        assert_eq!(find(&lines, "reads at 1000000").verdict, Verdict::NotRun, "there is nothing to compare with");
    }

    #[test]
    fn bounds_are_met_at_the_bound() {
        let verdict = |value, bound| line("", "", Some((value, String::new())), bound, "").verdict;
        assert_eq!(verdict(0.8, Bound::AtLeast(0.8)), Verdict::Met);
        assert_eq!(verdict(0.79, Bound::AtLeast(0.8)), Verdict::Short);
        assert_eq!(verdict(30.1, Bound::Under(30.0)), Verdict::Short);
    }
}
