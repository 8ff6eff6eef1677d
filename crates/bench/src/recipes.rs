//! Watches what rows each write of the server changes, on a small directory of its own, so that SQLite alone can do the same.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use rusqlite::{Connection, OpenFlags};

use crate::directory::seed::{self, Seeded};
use crate::directory::{Templates, copy_directory, make_victims};
use crate::limits::sqlite::{Observed, Recipe, Schema};
use crate::load::Load;
use crate::requests::{RequestMaker, Values};
use crate::server_process::ServerProcess;
use crate::workloads::{About, Workload};

/// How many users the watched directory has.
const USERS: usize = 4;
/// Serial numbers of what is watched, apart from those of a measurement.
const WATCHED_SERIALS: u64 = 6_000_000_000;

/// What each write changes.
#[derive(Debug, Default)]
pub(crate) struct Recipes {
    by_workload: BTreeMap<&'static str, Recipe>,
    /// How users are made who are to be deleted.
    maker: Option<Recipe>,
    /// Tables that SQLite alone is without, as their rows cannot be compared.
    pub(crate) left_out: Vec<String>,
}

impl Recipes {
    /// What a workload changes, and how what it is about is made where that is needed.
    pub(crate) fn of(&self, workload: &Workload) -> Option<(&Recipe, Option<&Recipe>)> {
        let recipe = self.by_workload.get(workload.name)?;
        Some((recipe, self.maker.as_ref().filter(|_| workload.about == About::Victim)))
    }

    /// Lets the server do each write twice and sees what it changed. The directory is a copy of the base that the measured
    /// ones have grown from, so what is constant here is constant there.
    pub(crate) fn watch(templates: &Templates<'_>, directory: &Path, workloads: &[&'static Workload]) -> Result<Self> {
        copy_directory(&templates.base()?, directory)?;
        let mut server = ServerProcess::start(templates.binary, directory)?;
        let values = Values::default().with("admin", server.admin_key.clone());
        let mut requests = RequestMaker::new(server.address, values, 1, WATCHED_SERIALS);
        let load = Load { address: server.address, connections: 1, threads: 1 };
        let seeded = seed::grow(load, &mut requests, 0, USERS, USERS)?;
        let connection = Connection::open_with_flags(directory.join("roster.db"), OpenFlags::SQLITE_OPEN_READ_ONLY)
            .context("cannot look into the server's database")?;
        let schema = Schema::read(&connection)?;
        let mut watcher = Watcher { load, requests, seeded, connection, schema };
        let mut recipes = Recipes::default();
        for workload in workloads.iter().filter(|workload| workload.kind.is_write()) {
            let watched = match workload.about {
                About::Victim => watcher.watch_deletion(workload, &mut recipes.maker),
                _ => watcher.watch(workload),
            };
            let recipe = watched.with_context(|| format!("watching {}", workload.name))?;
            recipes.by_workload.insert(workload.name, recipe);
        }
        recipes.left_out = watcher.schema.left_out;
        server.stop()?;
        Ok(recipes)
    }

    /// One line for each write: the rows that it changes.
    pub(crate) fn summaries(&self) -> impl Iterator<Item = (&'static str, String)> {
        self.by_workload.iter().map(|(name, recipe)| (*name, recipe.summary()))
    }
}

/// A server that does one thing at a time, and its database seen from outside.
struct Watcher {
    load: Load,
    requests: RequestMaker,
    seeded: Seeded,
    connection: Connection,
    schema: Schema,
}

impl Watcher {
    fn watch(&mut self, workload: &Workload) -> Result<Recipe> {
        let [first, second] = [self.seeded.subjects[0].clone(), self.seeded.subjects[1].clone()];
        let observed = [self.send(workload, &first, None)?, self.send(workload, &second, None)?];
        Recipe::of(&self.schema, [&observed[0], &observed[1]], None)
    }

    fn watch_deletion(&mut self, workload: &Workload, maker: &mut Option<Recipe>) -> Result<Recipe> {
        let ((first, made_first), (second, made_second)) = (self.make()?, self.make()?);
        let made = [&made_first, &made_second];
        let maker = match maker {
            Some(maker) => maker,
            None => maker.insert(Recipe::of(&self.schema, made, None)?),
        };
        let observed =
            [self.send(workload, &first, number_of(&first))?, self.send(workload, &second, number_of(&second))?];
        Recipe::of(&self.schema, [&observed[0], &observed[1]], Some((maker, made)))
    }

    /// Sends one request and sees what it changed. Its serial number is in the texts, or that of whom it is about.
    fn send(&mut self, workload: &Workload, subject: &Values, number: Option<String>) -> Result<Observed> {
        let (_, request) = workload.requests.first().context("a workload sends something")?;
        let before = self.schema.snapshot(&self.connection)?;
        self.load.drive(&self.requests.batch_of_each(request, std::slice::from_ref(subject)))?;
        let after = self.schema.snapshot(&self.connection)?;
        let serial = number.unwrap_or_else(|| self.requests.last_serial());
        Ok(Observed::between(&self.schema, &before, &after, serial))
    }

    fn make(&mut self) -> Result<(Values, Observed)> {
        let before = self.schema.snapshot(&self.connection)?;
        let victim = make_victims(&mut self.requests, self.load.address, 1)?.pop().context("one was made")?;
        let after = self.schema.snapshot(&self.connection)?;
        let number = number_of(&victim).context("a name ends in a number")?;
        Ok((victim, Observed::between(&self.schema, &before, &after, number)))
    }
}

/// The serial number that stands in all texts of a user who was made to be deleted.
fn number_of(victim: &Values) -> Option<String> {
    victim.get("username")?.get(1..).map(str::to_owned)
}
