//! Another program under the same load: started, set up, filled and asked as a description file says, so that products can be
//! compared in one run. Must not know any product.

mod description;
mod process;

use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::SEED_CONNECTIONS;
use crate::directory::seed;
use crate::load::{Batch, Load};
use crate::requests::{RequestMaker, Values};
use crate::workloads::Kind;

use description::{Description, Step};
use process::RivalProcess;

/// A program that runs and has as many users as the directory it is compared with.
#[derive(Debug)]
pub(crate) struct Rival {
    description: Description,
    process: RivalProcess,
    requests: RequestMaker,
    subjects: Vec<Values>,
}

impl Rival {
    /// Starts the program on a fresh directory and fills it.
    pub(crate) fn start(
        description: &Path,
        directory: &Path,
        users: usize,
        subjects: usize,
        seed: u64,
    ) -> Result<Self> {
        let description = Description::read(description)?;
        let name = description.name.clone();
        let (process, values) =
            RivalProcess::start(&description, directory).with_context(|| format!("starting {name}"))?;
        let requests = RequestMaker::new(process.address, values, seed, 0);
        let mut rival = Rival { description, process, requests, subjects: Vec::new() };
        rival.set_up().with_context(|| format!("setting up {name}"))?;
        eprintln!("seeding {users} users of {name}");
        rival.subjects = rival.make(0..users).with_context(|| format!("seeding {name}"))?;
        rival.subjects = rival.subjects.iter().step_by((users / subjects.max(1)).max(1)).cloned().collect();
        Ok(rival)
    }

    /// What it is called.
    pub(crate) fn name(&self) -> &str {
        &self.description.name
    }

    /// The same load on this program.
    pub(crate) fn load(&self, load: Load) -> Load {
        Load { address: self.process.address, ..load }
    }

    /// As many requests of a kind as asked for; none where the description has no such workload.
    pub(crate) fn batch(&mut self, kind: Kind, count: usize) -> Result<Option<Batch>> {
        let Some(request) = self.description.workloads.get(&kind).cloned() else { return Ok(None) };
        if kind == Kind::Delete {
            let from = usize::try_from(self.requests.serial()).context("the serial is a number of users")?;
            let victims = self.make(VICTIMS_FROM + from..VICTIMS_FROM + from + count)?;
            return Ok(Some(self.requests.batch_of_each(&request, &victims)));
        }
        Ok(Some(self.requests.batch(&request, &self.subjects, count)))
    }

    fn set_up(&mut self) -> Result<()> {
        for index in 0..self.description.setup.len() {
            let step = self.description.setup[index].clone();
            let batch = self.requests.batch_of_each(&step.request(), &[Values::default()]);
            let load = Load { address: self.process.address, connections: 1, threads: 1 };
            for body in load.collect_bodies(&batch)? {
                take(&step, &body, &mut self.requests.values)?;
            }
        }
        Ok(())
    }

    fn make(&mut self, numbers: std::ops::Range<usize>) -> Result<Vec<Values>> {
        ensure!(!numbers.is_empty(), "nobody to make");
        let step = self.description.seed.clone();
        let load = Load { address: self.process.address, connections: SEED_CONNECTIONS.min(numbers.len()), threads: 1 };
        let mut made: Vec<Values> = numbers.map(seed::user).collect();
        let bodies = load.collect_bodies(&self.requests.batch_of_each(&step.request(), &made))?;
        for (values, body) in made.iter_mut().zip(&bodies) {
            take(&step, body, values)?;
        }
        Ok(made)
    }
}

/// Numbers of users who are made to be deleted, apart from those who stay.
const VICTIMS_FROM: usize = 500_000_000;

/// Keeps what the answer to a step has for later requests.
fn take(step: &Step, body: &[u8], values: &mut Values) -> Result<()> {
    for (word, pointer) in &step.take {
        values.set(word.clone(), seed::text_at(body, pointer)?);
    }
    Ok(())
}
