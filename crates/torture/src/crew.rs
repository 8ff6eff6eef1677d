//! All workers together, on one data directory: they load a server, and when it has died and was started again, they and the
//! database say whether all is there. Must not know how it died.

use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};

use crate::hand::{End, Hand, Lost};
use crate::integrity;
use crate::observation::Observation;
use crate::server::Server;

/// How often is looked whether the server has died by itself.
const POLL: Duration = Duration::from_millis(1);

/// Workers, and what they were told by the server of one data directory.
#[derive(Debug)]
pub(crate) struct Crew {
    pub(crate) hands: Vec<Hand>,
}

/// What was found out after a restart.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Settled {
    pub(crate) lost: Lost,
    /// Secrets and kept answers that were tried.
    pub(crate) tried: u64,
}

impl Crew {
    /// Workers who have done nothing.
    pub(crate) fn new(size: usize, seed: u64) -> Self {
        Self { hands: (0..size).map(|number| Hand::new(number, seed)).collect() }
    }

    /// How many writes were acknowledged.
    pub(crate) fn acknowledged(&self) -> u64 {
        self.hands.iter().map(|hand| hand.acknowledged.len() as u64).sum()
    }

    /// Lets all work until `until` says that it is enough, and answers how each ended. Meanwhile the server may die.
    pub(crate) fn load(
        &mut self,
        server: &mut Server,
        mut until: impl FnMut(&mut Server) -> Result<bool>,
    ) -> Result<Vec<End>> {
        let stop = AtomicBool::new(false);
        let (address, key) = (server.address, server.key.clone());
        thread::scope(|scope| {
            let workers: Vec<_> =
                self.hands.iter_mut().map(|hand| scope.spawn(|| hand.work(address, &key, &stop))).collect();
            let watched = loop {
                match until(server) {
                    Ok(false) if workers.iter().any(|worker| !worker.is_finished()) => thread::sleep(POLL),
                    Ok(_) => break Ok(()),
                    Err(error) => break Err(error),
                }
            };
            stop.store(true, Ordering::Relaxed);
            let ends = workers.into_iter().map(|worker| worker.join().map_err(|_| anyhow!("a worker panicked"))?);
            let ends = ends.collect::<Result<Vec<_>>>();
            watched?;
            ends
        })
    }

    /// Loads the server for so long and then kills it, unless it has died by itself before. Nobody may be refused.
    pub(crate) fn load_and_kill(&mut self, mut server: Server, how_long: Duration) -> Result<()> {
        let deadline = Instant::now() + how_long;
        let mut ends = Vec::new();
        let mut killed = false;
        let kill = |server: &mut Server| {
            if server.has_ended()? {
                return Ok(true);
            }
            if !killed && Instant::now() >= deadline {
                killed = true;
                server.kill_now()?;
            }
            Ok(false)
        };
        ends.extend(self.load(&mut server, kill)?);
        for (hand, end) in self.hands.iter().zip(&ends) {
            if let End::Refused(answer) = end {
                return Err(anyhow!("{} was refused: {} {}", hand.last_request(), answer.status, answer.text()));
            }
        }
        let panics = server.panics();
        ensure!(panics.is_empty(), "the server panicked: {panics:?}");
        server.kill()
    }

    /// Compares everything that was acknowledged with what a server shows that was started again, and checks the database.
    pub(crate) fn settle(&mut self, server: &Server, binary: &Path, data_dir: &Path) -> Result<Settled> {
        let records = integrity::check(binary, data_dir)?;
        let found = Observation::read(&mut server.connect()?, &server.key)?;
        let mut settled = Settled::default();
        for (number, hand) in self.hands.iter_mut().enumerate() {
            let mut connection = server.connect()?;
            let lost = hand.settle(&found, &mut connection).with_context(|| format!("worker {number}"))?;
            settled.tried += hand.try_secrets(&mut connection).with_context(|| format!("worker {number}"))?;
            settled.lost.done += lost.done;
            settled.lost.not_done += lost.not_done;
            settled.lost.unseen += lost.unseen;
            ensure_recorded(hand, &records).with_context(|| format!("worker {number}"))?;
        }
        Ok(settled)
    }

    /// Checks that of each worker's requests, in their order, the first ones left records and the others did not.
    pub(crate) fn ensure_prefix(&self, records: &HashSet<String>) -> Result<()> {
        for (number, hand) in self.hands.iter().enumerate() {
            let there = hand.acknowledged.iter().take_while(|id| records.contains(*id)).count();
            let later = hand.acknowledged.iter().skip(there).find(|id| records.contains(*id));
            ensure!(later.is_none(), "worker {number}: request {there} is gone and a later one is there");
        }
        Ok(())
    }
}

fn ensure_recorded(hand: &Hand, records: &HashSet<String>) -> Result<()> {
    let missing = hand.acknowledged.iter().find(|id| !records.contains(*id));
    ensure!(missing.is_none(), "the acknowledged request {missing:?} has no record");
    Ok(())
}
