//! A worker: does one thing after another over a connection of its own until the server is gone or refuses, keeps what was
//! acknowledged, and compares it afterwards with what is there. Must not know what happened to the server.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, bail, ensure};
use fastrand::Rng;

use crate::http::{Answer, Connection, Request};
use crate::intent::{self, Intent, Tells};
use crate::observation::Observation;
use crate::world::{User, World, differences};

/// Secrets and kept answers of each sort that are tried after a restart: so many of the last, and as many others.
const TRIED: usize = 6;

/// Creations of one worker whose answers are kept: the server keeps 10,000 of one caller, and all workers are one.
const KEPT_MAX: usize = 500;

/// Why a worker does not go on.
#[derive(Debug)]
pub(crate) enum End {
    /// It was told to.
    Told,
    /// The connection broke, so what it asked for last is done or not.
    Broken,
    /// The server did not do it, or does not know whether it did.
    Refused(Answer),
}

/// What became of the requests whose answers were lost.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Lost {
    pub(crate) done: u64,
    pub(crate) not_done: u64,
    /// Those that change nothing that is shown.
    pub(crate) unseen: u64,
}

/// A worker.
#[derive(Debug)]
pub(crate) struct Hand {
    world: World,
    pending: Option<Intent>,
    /// The ids of the requests that were acknowledged, in their order.
    pub(crate) acknowledged: Vec<String>,
    kept: Vec<(Request, u16, Vec<u8>)>,
    dead: Vec<String>,
    dice: Rng,
}

impl Hand {
    /// A worker that has done nothing. What it makes has its number in the name.
    pub(crate) fn new(number: usize, seed: u64) -> Self {
        Self {
            world: World::new(format!("w{number:02}")),
            pending: None,
            acknowledged: Vec::new(),
            kept: Vec::new(),
            dead: Vec::new(),
            dice: Rng::with_seed(seed.wrapping_mul(1000).wrapping_add(number as u64)),
        }
    }

    /// Does one thing after another.
    ///
    /// # Errors
    /// The answer to what was done does not say what it has to.
    pub(crate) fn work(&mut self, server: SocketAddr, key: &str, stop: &AtomicBool) -> Result<End> {
        let Ok(mut connection) = Connection::open(server) else { return Ok(End::Broken) };
        while !stop.load(Ordering::Relaxed) {
            let mut intent = intent::draw(&self.world, &mut self.dice);
            if intent.request.credential.is_none() {
                intent.request.credential = Some(key.to_owned());
            }
            if self.kept.len() >= KEPT_MAX {
                intent.forget_name();
            }
            let intent = self.pending.insert(intent);
            let Ok(answer) = connection.exchange(&intent.request) else { return Ok(End::Broken) };
            if answer.status >= 300 {
                return Ok(End::Refused(answer));
            }
            let id = answer.header("x-request-id").context("every answer has the id of its request")?;
            self.acknowledged.push(id.to_owned());
            let intent = self.pending.take().context("it was put there")?;
            self.take_over(&intent, &answer)?;
        }
        Ok(End::Told)
    }

    /// Says what was asked for last, for a message.
    pub(crate) fn last_request(&self) -> String {
        self.pending.as_ref().map_or_else(String::new, |intent| {
            format!("{} {} {:?}", intent.request.method, intent.request.path, intent.request.body)
        })
    }

    fn take_over(&mut self, intent: &Intent, answer: &Answer) -> Result<()> {
        if intent.is_kept {
            self.kept.push((intent.request.clone(), answer.status, answer.body.clone()));
        }
        let next = intent.learn(answer)?;
        self.enter(next);
        Ok(())
    }

    /// Lives in another world from now on; the secrets that are not in it any more are dead.
    fn enter(&mut self, next: World) {
        let gone = self.world.secrets().filter(|(text, _)| !next.secrets().any(|(other, _)| other == *text));
        self.dead.extend(gone.map(|(text, _)| text.to_owned()).collect::<Vec<_>>());
        self.world = next;
    }

    /// Compares what was acknowledged with what is there. What was asked for last may be wholly there or wholly not; which,
    /// is what the world is from now on.
    ///
    /// # Errors
    /// The server does not show what it acknowledged.
    pub(crate) fn settle(&mut self, found: &Observation, connection: &mut Connection) -> Result<Lost> {
        let part = found.part(&self.world.prefix);
        let without = differences(&self.world.view(), &part);
        let mut lost = Lost::default();
        let Some(intent) = self.pending.take() else {
            ensure!(without.is_empty(), "what was acknowledged is not there:\n  {}", without.join("\n  "));
            self.world.learn_ids(&found.ids);
            return Ok(lost);
        };
        let with = differences(&intent.next.view(), &part);
        match (without.is_empty(), with.is_empty()) {
            (false, false) => bail!(
                "what was acknowledged is not there, with or without the last request, {} {}:\n  without: {}\n  with: {}",
                intent.request.method,
                intent.request.path,
                without.join("\n    "),
                with.join("\n    ")
            ),
            (false, true) => {
                lost.done += 1;
                self.enter(intent.next.clone());
            }
            (true, false) => lost.not_done += 1,
            (true, true) => {
                lost.unseen += 1;
                self.settle_unseen(&intent, connection)?;
            }
        }
        self.world.learn_ids(&found.ids);
        if intent.is_kept {
            self.ask_again(&intent, connection)?;
        }
        Ok(lost)
    }

    /// A login, a logout or a new password, whose answer was lost.
    fn settle_unseen(&mut self, intent: &Intent, connection: &mut Connection) -> Result<()> {
        if let Tells::Session(_) = intent.tells {
            return Ok(());
        }
        let has_other = |(name, user): &(&String, &User)| user.password != self.world.users[*name].password;
        if let Some((name, user)) = intent.next.users.iter().find(has_other) {
            let old = self.world.users[name].password.clone();
            let mut next = intent.next.clone();
            if user.is_disabled {
                // Neither password opens anything, so which one it is cannot be told.
                next.users.entry(name.clone()).or_default().password = None;
                self.enter(next);
            } else if is_password(connection, name, user.password.as_deref())? {
                self.enter(next);
            } else if old.is_some() {
                let is_old = is_password(connection, name, old.as_deref())?;
                ensure!(is_old, "neither the old password of {name} nor the new one is right");
            }
            return Ok(());
        }
        // Of a session that may have ended, nothing is known but that it is none of ours any more.
        self.world = intent.next.clone();
        Ok(())
    }

    /// Sends a named request again, which does it if it was not done, and answers as before if it was.
    fn ask_again(&mut self, intent: &Intent, connection: &mut Connection) -> Result<()> {
        let answer = connection.exchange(&intent.request)?;
        let path = &intent.request.path;
        ensure!(answer.status < 300, "{path} is refused when it comes again: {} {}", answer.status, answer.text());
        let mut ids_known = intent.clone();
        for (name, user) in &mut ids_known.next.users {
            user.id = user.id.take().or_else(|| self.world.users.get(name).and_then(|known| known.id.clone()));
        }
        self.take_over(&ids_known, &answer)
    }

    /// Tries secrets and kept answers: what opened something does, what was revoked does not, and what was kept is given again.
    ///
    /// # Errors
    /// Any of this is not so.
    pub(crate) fn try_secrets(&mut self, connection: &mut Connection) -> Result<u64> {
        let mut tried = 0;
        let live: Vec<_> = self.world.secrets().collect();
        for at in sample(live.len(), &mut self.dice) {
            let (secret, opens) = live[at];
            try_secret(connection, secret, opens)?;
            tried += 1;
        }
        for at in sample(self.dead.len(), &mut self.dice) {
            try_secret(connection, &self.dead[at], false)?;
            tried += 1;
        }
        for at in sample(self.kept.len(), &mut self.dice) {
            let (request, status, body) = &self.kept[at];
            let answer = connection.exchange(request)?;
            let is_same = answer.status == *status && answer.body == *body;
            ensure!(is_same, "{} is not answered as before: {} {}", request.path, answer.status, answer.text());
            tried += 1;
        }
        Ok(tried)
    }
}

fn is_password(connection: &mut Connection, name: &str, password: Option<&str>) -> Result<bool> {
    let request = intent::log_in_request(name, password.unwrap_or_default());
    Ok(connection.exchange(&request)?.status == 200)
}

fn try_secret(connection: &mut Connection, secret: &str, opens: bool) -> Result<()> {
    let answer = connection.exchange(&Request::new("GET", "/api/v1/user").with(secret))?;
    let expected = if opens { 200 } else { 401 };
    let name = secret.get(..24).unwrap_or_default();
    ensure!(
        answer.status == expected,
        "{name}... is answered with {}, not {expected}: {}",
        answer.status,
        answer.text()
    );
    Ok(())
}

/// The last few places of a list, and a few others.
fn sample(length: usize, dice: &mut Rng) -> Vec<usize> {
    let last = length.saturating_sub(TRIED)..length;
    let others = (0..TRIED.min(last.start)).map(|_| dice.usize(..last.start));
    last.clone().chain(others).collect()
}
