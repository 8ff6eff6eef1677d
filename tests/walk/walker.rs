//! One walk: a world, whoever begins in it, and calls until they are made or one of them has done what none may do.

use std::collections::BTreeSet;
use std::fmt;
use std::rc::Rc;

use roster::domain::Id;

use super::answers;
use super::beginners::beginner;
use super::calls::{self, Draw, Means, PROMISING, all_means};
use super::chance::Chance;
use super::checker::{self, Complaints};
use super::model::Powers;
use super::state::{Eye, State};
use super::tally::{Outcome, Tally};
use super::world::{Beginner, Credential, Setting};
use crate::support::http::Request;
use crate::support::in_process::World;

/// After how many calls the server's own words are compared with the model.
const CALLS_PER_COMPARISON: usize = 125;
/// How many credentials are kept: enough to be many, few enough to be used.
const PURSE_MAX: usize = 24;

/// A walk as a plan: the same plan is the same walk. Each step is a number that draws a call from the state that it meets,
/// so a plan without some of its steps is a plan too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Walk {
    pub(super) beginner: Beginner,
    pub(super) everyone_has: Option<&'static str>,
    pub(super) steps: Vec<u64>,
}

impl Walk {
    /// The plan of this number.
    pub(super) fn planned(seed: u64, number: usize, steps: usize) -> Self {
        let offset = u64::try_from(number).expect("there are not so many walks");
        let mut chance = Chance::of(Chance::of(seed.wrapping_add(offset)).next());
        let (beginner, everyone_has) = beginner(number, &mut chance);
        Self { beginner, everyone_has, steps: (0..steps).map(|_| chance.next()).collect() }
    }
}

/// What went wrong, and where.
#[derive(Debug)]
pub(super) struct Failure {
    /// How many steps were made, the wrong one included.
    pub(super) steps: usize,
    pub(super) complaints: Complaints,
    /// Every call with its answer.
    pub(super) trace: Vec<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.trace.join("\n"))?;
        write!(f, "after which: {}", self.complaints.join("; "))
    }
}

/// Walks.
///
/// # Errors
/// Where somebody can do more than they may, or the server says something else than what is stored.
pub(super) fn walk(plan: &Walk) -> Result<Tally, Failure> {
    let Setting { world, mut eye, first, purse } = Setting::of(&plan.beginner, plan.everyone_has);
    let beginning = eye.look();
    let state = Rc::clone(&beginning);
    let (tally, trace) = (Tally::default(), Vec::new());
    let controlled = BTreeSet::from([first]);
    let mut walker = Walker { world, eye, first, purse, controlled, beginning, state, tally, trace };
    for (made, step) in plan.steps.iter().enumerate() {
        let is_last = made + 1 == plan.steps.len();
        let mut complaints = walker.step(*step);
        if complaints.is_empty() && (is_last || made % CALLS_PER_COMPARISON == 0) {
            complaints = answers::complaints(&walker.world, &walker.state);
        }
        if !complaints.is_empty() {
            return Err(Failure { steps: made + 1, complaints, trace: walker.trace });
        }
    }
    walker.tally.users = walker.controlled.len() - 1;
    Ok(walker.tally)
}

struct Walker {
    world: World,
    eye: Eye,
    /// Who began.
    first: Id,
    /// What lets the walk in.
    purse: Vec<Credential>,
    /// Everybody whose credentials it ever had.
    controlled: BTreeSet<Id>,
    beginning: Rc<State>,
    state: Rc<State>,
    tally: Tally,
    trace: Vec<String>,
}

impl Walker {
    /// Makes the call that a number draws. Nothing is wrong where nobody is let in any more.
    fn step(&mut self, number: u64) -> Complaints {
        let mut chance = Chance::of(number);
        let Some(caller) = self.caller(&mut chance) else { return Complaints::new() };
        let powers = self.state.users.get(&caller.user).map(|user| Powers::of(&self.state, user)).unwrap_or_default();
        let means = drawn_means(&mut chance, &powers);
        let operation = calls::operation(means.operation);
        let mut draw = Draw {
            chance,
            state: &self.state,
            caller: &caller,
            powers: &powers,
            controlled: &self.controlled,
            purse: &self.purse,
            unique: number % 1_000_000_007,
        };
        let drawn = (means.draw)(&mut draw);
        let request = calls::request(operation, &drawn, &caller, &self.state);
        let answer = self.world.send(&request);
        let outcome = Outcome::of(&answer);
        self.tally.count(means.operation, outcome);
        self.trace.push(self.told(&caller, &request, answer.status));
        if answer.status == 401 && !drawn.is_open {
            self.purse.retain(|kept| *kept != caller);
        }
        let before = std::mem::replace(&mut self.state, self.eye.look());
        let mut taken = BTreeSet::new();
        if outcome == Outcome::Done {
            for credential in calls::gained(&drawn.hopes, &answer, &self.state) {
                taken.insert(credential.user);
                self.keep(credential);
            }
        }
        if Rc::ptr_eq(&before, &self.state) && taken.is_subset(&self.controlled) {
            return Complaints::new();
        }
        // A login is its own caller, unless it was as somebody whose password was not known.
        let logged_in = taken.first().copied().filter(|user| drawn.is_open && self.controlled.contains(user));
        let caller = logged_in.unwrap_or(caller.user);
        self.controlled.extend(&taken);
        let mut complaints = checker::complaints_of_call(&before, &self.state, caller, &taken);
        complaints.extend(checker::complaints_of_walk(&self.beginning, &self.state, self.first, &self.controlled));
        complaints
    }

    /// Somebody who is let in: often who began.
    fn caller(&self, chance: &mut Chance) -> Option<Credential> {
        let is_first = chance.happens(60);
        let own: Vec<_> = self.purse.iter().filter(|kept| !is_first || kept.user == self.first).collect();
        let from = if own.is_empty() { self.purse.iter().collect() } else { own };
        let known: Vec<_> = from.into_iter().filter(|kept| self.state.users.contains_key(&kept.user)).collect();
        chance.one(&known).map(|credential| (*credential).clone())
    }

    /// Keeps a credential, and lets an old one of somebody else than who began go where there are many.
    fn keep(&mut self, credential: Credential) {
        self.tally.credentials += 1;
        if self.purse.len() >= PURSE_MAX
            && let Some(oldest) = self.purse.iter().position(|kept| kept.user != self.first)
        {
            self.purse.remove(oldest);
        }
        self.purse.push(credential);
    }

    fn told(&self, caller: &Credential, request: &Request, status: u16) -> String {
        let who = self.state.users.get(&caller.user).map_or("nobody", |user| user.username.as_str());
        let body = String::from_utf8_lossy(request.content());
        format!("{who}: {} {} {body} -> {status}", request.method(), request.target())
    }
}

/// A means: often one whose operation the caller is let through to.
fn drawn_means(chance: &mut Chance, powers: &Powers) -> &'static Means {
    let is_open = |means: &&Means| calls::operation(means.operation).action.is_none_or(|action| powers.allow(action));
    if chance.happens(PROMISING) {
        weighted(chance, all_means().filter(is_open))
    } else {
        weighted(chance, all_means())
    }
}

fn weighted(chance: &mut Chance, from: impl Iterator<Item = &'static Means> + Clone) -> &'static Means {
    let all: usize = from.clone().map(|means| means.weight).sum();
    let mut place = chance.below(all);
    for means in from {
        match place.checked_sub(means.weight) {
            Some(rest) => place = rest,
            None => return means,
        }
    }
    unreachable!("a place below the sum of all weights is in one of them")
}
