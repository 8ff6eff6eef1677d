//! The regression guard: how many instructions the server executes for fixed work, counted by callgrind and compared with
//! what is committed. Counts do not depend on how busy the machine is, as times do.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Serialize};

use crate::directory::{Pools, Templates, copy_directory};
use crate::load::Load;
use crate::markdown::render_table;
use crate::requests::{RequestMaker, Values};
use crate::server_process::ServerProcess;
use crate::workloads::{self, Kind, Workload};

/// What is counted: a read and a write of every dialect, and what else has its own path through the server.
const COUNTED: &[&str] = &[
    "lakesail DescribeUser",
    "elastic get-current-user",
    "frontier GetUser",
    "wavefront getUser",
    "lakesail ListUsers",
    "frontier ListUsers keyword",
    "wavefront searchUserEntities sorted",
    "lakesail UpdateUser",
    "elastic update-current-user",
    "frontier UpdateUser",
    "wavefront updateUser",
    "lakesail CreateUser",
    "lakesail DeleteUser",
];
const USERS: usize = 1000;
const SUBJECTS: usize = 100;
/// Operations of each workload. Half as many go before, uncounted, so that caches are full and statements prepared.
const READS: usize = 200;
const WRITES: usize = 50;
/// How far a count may be from the committed one. Two runs of one binary differ by less than a third of it.
const TOLERANCE_DEFAULT: f64 = 0.03;

/// What is committed.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Baseline {
    /// Counts are of one kind of processor.
    architecture: String,
    /// As a share of the count.
    tolerance: f64,
    /// Of one operation of each workload.
    instructions: BTreeMap<String, u64>,
}

/// Counts, and compares with the baseline or writes it.
pub(crate) fn run(binary: &Path, directory: &Path, baseline: &Path, update: bool) -> Result<()> {
    let counted = count(binary, directory)?;
    let committed: Option<Baseline> = match fs::read_to_string(baseline) {
        Ok(text) => Some(toml::from_str(&text).with_context(|| format!("{} is not valid", baseline.display()))?),
        Err(_) if update => None,
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", baseline.display())),
    };
    if update {
        let tolerance = committed.map_or(TOLERANCE_DEFAULT, |committed| committed.tolerance);
        let baseline_now =
            Baseline { architecture: std::env::consts::ARCH.to_owned(), tolerance, instructions: counted };
        let text = toml::to_string(&baseline_now).context("the baseline has no TOML form")?;
        let heading =
            "# Instructions of the server for one operation, counted by `bench guard --update` (docs/BENCHMARKS.md).\n";
        return fs::write(baseline, format!("{heading}{text}"))
            .with_context(|| format!("cannot write {}", baseline.display()));
    }
    let committed = committed.context("there is a baseline")?;
    if committed.architecture != std::env::consts::ARCH {
        println!("bench guard: the baseline is of {}, so nothing is compared", committed.architecture);
        return Ok(());
    }
    let (table, grown) = compare(&committed, &counted);
    println!("{table}");
    match grown.is_empty() {
        true => Ok(()),
        false => bail!(
            "more instructions than committed: {}. Find out why; where it is worth it, commit `bench guard --update`",
            grown.join(", ")
        ),
    }
}

/// Instructions of one operation of each workload.
fn count(binary: &Path, directory: &Path) -> Result<BTreeMap<String, u64>> {
    let templates = Templates { binary, parent: directory.join("templates"), subjects: SUBJECTS, seed: 1 };
    fs::create_dir_all(&templates.parent).context("cannot make a directory")?;
    let template = templates.filled(USERS, None)?;
    let data_dir = directory.join("data");
    copy_directory(&template.data_dir, &data_dir)?;
    let out = directory.join("callgrind.out");
    let wrapper =
        ["valgrind".to_owned(), "--tool=callgrind".to_owned(), format!("--callgrind-out-file={}", out.display())];
    let server = ServerProcess::start_under(&wrapper, binary, &data_dir)
        .context("counting needs valgrind, which packages of most systems have")?;
    let values = Values::default().with("admin", server.admin_key.clone());
    let mut requests = RequestMaker::new(server.address, values, 1, 0);
    let pools = Pools::read(&template.seeded, &mut requests, server.address, true)?;
    // One connection: then every write is a commit of its own, and the count does not depend on which ones meet.
    let load = Load { address: server.address, connections: 1, threads: 1 };
    let mut counter = Counter { pid: server.pid(), out: &out, dumps: 0 };
    let mut counted = BTreeMap::new();
    for name in COUNTED {
        let workload = workloads::named(name).with_context(|| format!("no workload is called {name}"))?;
        let operations = operations_of(workload);
        let mut batch = |count| pools.batch(&mut requests, server.address, workload, count);
        let (warm_up, measured) = (batch(operations / 2)?, batch(operations)?);
        load.drive(&warm_up)?;
        counter.dump()?;
        load.drive(&measured)?;
        let instructions = counter.dump()? / operations as u64;
        eprintln!("{name:<40} {instructions:>9} instructions");
        counted.insert((*name).to_owned(), instructions);
    }
    Ok(counted)
}

const fn operations_of(workload: &Workload) -> usize {
    if matches!(workload.kind, Kind::Read | Kind::ReadSelf) { READS } else { WRITES }
}

/// Asks a process under callgrind for what it has counted since the last time.
struct Counter<'c> {
    pid: u32,
    out: &'c Path,
    dumps: usize,
}

impl Counter<'_> {
    fn dump(&mut self) -> Result<u64> {
        self.dumps += 1;
        let output = Command::new("callgrind_control")
            .args(["--dump=bench", &self.pid.to_string()])
            .output()
            .context("cannot run callgrind_control")?;
        ensure!(output.status.success(), "callgrind_control: {}", String::from_utf8_lossy(&output.stderr));
        let path = self.out.with_extension(format!("out.{}", self.dumps));
        let text = fs::read_to_string(&path).with_context(|| format!("callgrind wrote no {}", path.display()))?;
        parse_total(&text).with_context(|| format!("{} has no total", path.display()))
    }
}

fn parse_total(dump: &str) -> Option<u64> {
    dump.lines().find_map(|line| line.strip_prefix("totals: "))?.trim().parse().ok()
}

/// A table of all counts, and the names of those that grew.
fn compare(committed: &Baseline, counted: &BTreeMap<String, u64>) -> (String, Vec<String>) {
    let mut grown = Vec::new();
    let rows = counted.iter().map(|(name, now)| {
        let (then, change) = match committed.instructions.get(name) {
            Some(then) => (then.to_string(), *now as f64 / *then as f64 - 1.0),
            // What is not committed is not guarded.
            None => ("none".to_owned(), f64::INFINITY),
        };
        let word = if change > committed.tolerance {
            grown.push(name.clone());
            "MORE"
        } else if change < -committed.tolerance {
            "fewer: commit `bench guard --update`"
        } else {
            ""
        };
        vec![name.clone(), then, now.to_string(), format!("{:+.1} %", change * 100.0), word.to_owned()]
    });
    let header = ["instructions of one operation", "committed", "now", "change", "verdict"];
    (render_table(&header.map(str::to_owned), rows.collect()), grown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_grew_beyond_the_tolerance_is_named() {
        let counts = |counts: &[(&str, u64)]| counts.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect();
        let instructions = counts(&[("read", 1000), ("write", 1000), ("list", 1000)]);
        let baseline = Baseline { architecture: "x".to_owned(), tolerance: 0.05, instructions };
        let now = counts(&[("read", 1049), ("write", 1060), ("list", 900), ("new", 5)]);
        let (table, grown) = compare(&baseline, &now);
        assert_eq!(grown, ["new", "write"]);
        assert!(table.contains("+6.0 %") && table.contains("fewer"), "{table}");
    }

    #[test]
    fn total_is_read_from_a_dump() {
        assert_eq!(parse_total("version: 1\nsummary: 5\n\ntotals: 194978268\n"), Some(194_978_268));
        assert_eq!(parse_total("version: 1\n"), None);
    }

    #[test]
    fn every_counted_workload_is_there() {
        for name in COUNTED {
            assert!(workloads::named(name).is_some(), "{name}");
        }
    }
}
