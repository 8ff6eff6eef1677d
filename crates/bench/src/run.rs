//! One run of the harness: directories of each size, one after the other, each with every workload beside its limits.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::directory::{Pools, Template, Templates, copy_directory};
use crate::footprint;
use crate::generator::GeneratorCost;
use crate::limits::bare_handler::BareHandlers;
use crate::limits::password::PasswordLimit;
use crate::limits::sqlite::SqliteLimit;
use crate::machine::Machine;
use crate::measurement::{Bench, Extent, Figures};
use crate::recipes::Recipes;
use crate::report::{Report, Scale};
use crate::requests::{RequestMaker, Values};
use crate::results::Row;
use crate::rival::Rival;
use crate::workloads::{self, Workload};

/// The server's page cache for each connection, which SQLite alone gets too (`STORE_PAGE_CACHE_KIB`).
const PAGE_CACHE_KIB: i64 = 16 * 1024;
/// How many hashes tell what one takes.
const HASHES: usize = 20;

/// What a run is asked to do.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) binary: PathBuf,
    /// Where everything goes that ends with the run.
    pub(crate) directory: PathBuf,
    /// Where filled directories are kept, or are looked for.
    pub(crate) templates: PathBuf,
    /// Sizes of the directory, ascending.
    pub(crate) scales: Vec<usize>,
    pub(crate) subjects: usize,
    pub(crate) seed: u64,
    pub(crate) connections: Vec<usize>,
    /// Only workloads whose name or kind contains one of these.
    pub(crate) only: Vec<String>,
    /// Description files of other programs.
    pub(crate) rivals: Vec<PathBuf>,
    pub(crate) extent: Extent,
    pub(crate) command: String,
    pub(crate) generator: Option<GeneratorCost>,
}

impl Plan {
    /// Measures everything.
    pub(crate) fn run(&self) -> Result<Report> {
        let workloads = self.workloads()?;
        ensure!(self.scales.is_sorted() && !self.scales.is_empty(), "directories must grow");
        let templates = Templates {
            binary: &self.binary,
            parent: self.templates.clone(),
            subjects: self.subjects,
            seed: self.seed,
        };
        let recipes = Recipes::watch(&templates, &self.directory.join("watched"), &workloads)?;
        let mut password = PasswordLimit::of_database(&self.directory.join("watched/roster.db"))?;
        let password_hash = Figures::of(HASHES, || password.run(HASHES))?.latency.p50;
        let mut bare = BareHandlers::default();
        let mut smaller: Option<Template> = None;
        let mut report = Report {
            machine: Machine::read(),
            command: self.command.clone(),
            seed: self.seed,
            binary_bytes: footprint::binary_bytes(&self.binary)?,
            password_cost: password.cost.clone(),
            password_hash_ms: password_hash.as_secs_f64() * 1e3,
            rivals: Vec::new(),
            row_changes: recipes.summaries().collect(),
            left_out: recipes.left_out.clone(),
            generator: self.generator.clone(),
            scales: Vec::new(),
        };
        for users in &self.scales {
            let template = templates.filled(*users, smaller.as_ref())?;
            // Other programs are filled once, for the smallest directory: it is their rate that is compared, not their growth.
            let mut rivals = if report.scales.is_empty() { self.start_rivals(*users)? } else { Vec::new() };
            report.rivals.extend(rivals.iter().map(|rival| rival.name().to_owned()));
            let scale = self.measure(&template, &workloads, &recipes, &mut password, &mut bare, &mut rivals)?;
            report.scales.push(scale);
            smaller = Some(template);
        }
        Ok(report)
    }

    fn workloads(&self) -> Result<Vec<&'static Workload>> {
        let is_asked = |workload: &&Workload| {
            let fits = |part: &String| workload.name.contains(part.as_str()) || workload.kind.as_str() == part;
            self.only.is_empty() || self.only.iter().any(fits)
        };
        let selected: Vec<_> = workloads::all().filter(is_asked).collect();
        ensure!(!selected.is_empty(), "no workload's name contains any of {:?}", self.only);
        Ok(selected)
    }

    fn start_rivals(&self, users: usize) -> Result<Vec<Rival>> {
        let start = |(index, path): (usize, &PathBuf)| {
            let directory = self.directory.join(format!("rival-{index}"));
            Rival::start(path, &directory, users, self.subjects, self.seed)
        };
        self.rivals.iter().enumerate().map(start).collect()
    }

    fn measure(
        &self,
        template: &Template,
        workloads: &[&'static Workload],
        recipes: &Recipes,
        password: &mut PasswordLimit,
        bare: &mut BareHandlers,
        rivals: &mut [Rival],
    ) -> Result<Scale> {
        let (data_dir, alone) = (self.directory.join("data"), self.directory.join("alone"));
        copy_directory(&template.data_dir, &data_dir)?;
        copy_directory(&template.data_dir, &alone)?;
        let (server, mut footprint) = footprint::start(&self.binary, &data_dir)?;
        let sqlite = self.open_sqlite(&alone)?;
        let values = Values::default().with("admin", server.admin_key.clone());
        let mut requests = RequestMaker::new(server.address, values, self.seed, 0);
        let lists = workloads.iter().any(|workload| workload.kind.is_list());
        let pools = Pools::read(&template.seeded, &mut requests, server.address, lists)?;
        let extent = self.extent;
        let mut bench = Bench { server, requests, pools, bare, sqlite, recipes, password, rivals, extent };
        let mut rows = Vec::new();
        for workload in workloads {
            for connections in &self.connections {
                let series = bench.measure(workload, *connections)?;
                let row = Row::of(&series).context("a series has at least one round")?;
                eprintln!("{:>8} users  {}", template.seeded.users, row.summary());
                rows.push(row);
            }
        }
        if self.only.is_empty() {
            // A new process has nothing yet that logins and lists before have left in its memory.
            bench.restart(&self.binary, &data_dir)?;
            footprint::under_load(&mut bench, &mut footprint)?;
        }
        bench.server.stop()?;
        Ok(Scale {
            users: template.seeded.users,
            subjects: template.seeded.subjects.len(),
            seeding_s: template.took.map(|took| took.as_secs_f64()),
            footprint,
            rows,
        })
    }

    /// The copy for SQLite alone. The server looks at it once, which brings a kept directory to the schema of today.
    fn open_sqlite(&self, alone: &Path) -> Result<SqliteLimit> {
        crate::server_process::ServerProcess::start(&self.binary, alone)?.stop()?;
        SqliteLimit::open(&alone.join("roster.db"), self.subjects, PAGE_CACHE_KIB, self.seed)
    }
}
