//! One run: a world for each door, the same intents in all of them, and a comparison after each.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use chrono::DateTime;
use roster::domain::{Group, Id, Role, User};

use super::cast;
use super::dice::Dice;
use super::doors::{self, Asked, Door};
use super::draw::{Intent, draw};
use super::eye::{Eye, Record};
use super::intent::{Deed, OfPerson, Thing, Whom};
use super::rules::Applied;
use super::scene::{Actor, Scene};
use super::verdict::{Verdict, agree};
use crate::support::http::{Answer, Request};
use crate::support::in_process::World;

/// How many intents lie between two comparisons of everything that is stored.
const WHOLE_EVERY: u64 = 1000;
/// When the first intent happens, in milliseconds since 1970: after everything that was prepared.
const FIRST_MS: i64 = 1_800_000_000_000;
/// How much later each next one happens, in milliseconds.
const STEP_MS: i64 = 1000;
/// How many random values one intent may use up.
const DRAWS_MAX: u64 = 1 << 20;

/// A copy of the directory, and how it is asked.
struct Copy {
    door: Door,
    world: World,
    eye: Eye,
}

/// What was run, and what came of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Report {
    pub(super) intents: u64,
    pub(super) requests: u64,
    /// Intents that were put into the words of at least two doors, or of one in several ways.
    pub(super) compared: u64,
    /// Intents that changed something.
    pub(super) changed: u64,
    pub(super) verdicts: BTreeMap<String, BTreeMap<Verdict, u64>>,
    pub(super) applied: Applied,
}

impl Report {
    pub(super) fn add(&mut self, other: &Self) {
        self.intents += other.intents;
        self.requests += other.requests;
        self.compared += other.compared;
        self.changed += other.changed;
        self.applied.add(&other.applied);
        for (kind, verdicts) in &other.verdicts {
            for (verdict, count) in verdicts {
                *self.verdicts.entry(kind.clone()).or_default().entry(*verdict).or_default() += count;
            }
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { intents, requests, compared, changed, .. } = self;
        writeln!(
            f,
            "{intents} operations in {requests} requests, {compared} said in different ways, {changed} changes"
        )?;
        for (kind, verdicts) in &self.verdicts {
            let counts: Vec<String> = verdicts.iter().map(|(verdict, count)| format!("{verdict:?} {count}")).collect();
            writeln!(f, "  {kind:<36} {}", counts.join(", "))?;
        }
        writeln!(f, "rules of single doors, and how often they applied:")?;
        self.applied.lines().iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

/// What was sent to one copy, and what came back.
struct Outcome {
    door: Door,
    request: Request,
    answer: Answer,
    verdict: Verdict,
    records: Vec<Record>,
    is_changed: bool,
}

/// Runs so many intents on copies of one state.
///
/// # Errors
/// The first divergence, with all that it takes to see it again.
pub(super) fn run(seed: u64, intents: u64) -> Result<Report, String> {
    let mut stage = Stage::open(seed);
    for number in 1..=intents {
        stage.step(number).map_err(|what| format!("seed {seed}, operation {number}: {what}"))?;
        if number % WHOLE_EVERY == 0 || number == intents {
            stage.compare_everything().map_err(|what| format!("seed {seed}, after operation {number}: {what}"))?;
        }
    }
    Ok(stage.report)
}

struct Stage {
    copies: Vec<Copy>,
    scene: Scene,
    dice: Dice,
    report: Report,
}

impl Stage {
    fn open(seed: u64) -> Self {
        let mut scenes = Vec::new();
        let mut copies = Vec::new();
        for door in Door::ALL {
            let world = World::open();
            scenes.push(cast::populate(&world));
            let eye = Eye::open(&world.data_dir());
            copies.push(Copy { door, world, eye });
        }
        let stage = Self { copies, scene: scenes.remove(0), dice: Dice::new(seed), report: Report::default() };
        stage.compare_everything().expect("all copies begin as one");
        stage
    }

    fn step(&mut self, number: u64) -> Result<(), String> {
        let intent = draw(&mut self.scene, &mut self.dice);
        let whom = intent.deed.whom().map(|whom| whom.id);
        let before = whom.map(|id| self.copies[0].eye.belongings(id)).unwrap_or_default();
        let user = whom.and_then(|id| self.scene.find(&self.copies[0].world, id));
        // What is behind the wall cannot be read before it is asked for.
        let user = user.filter(|user| user.organization == intent.actor.organization);
        let said = self.say(&intent, user.as_ref());
        let mut outcomes = Vec::new();
        for (copy, request) in self.copies.iter_mut().zip(said) {
            let millis = FIRST_MS + i64::try_from(number).unwrap_or(i64::MAX) * STEP_MS;
            copy.world.go_on_from(DateTime::from_timestamp_millis(millis).expect("it is a time"), number * DRAWS_MAX);
            outcomes.push(copy.ask(request));
        }
        self.judge(&intent, &outcomes).map_err(|what| describe(&what, &intent, &outcomes, &before))?;
        self.note(&intent, &outcomes);
        Ok(())
    }

    /// A request for each copy: what its door says, else what another does.
    fn say(&mut self, intent: &Intent, user: Option<&User>) -> Vec<Request> {
        let world = &self.copies[0].world;
        let group = match &intent.deed {
            Deed::OfGroup(group, _) => find_group(world, &intent.actor, group),
            _ => None,
        };
        let role = match &intent.deed {
            Deed::OfRole(role, _) => find_role(world, &intent.actor, role),
            _ => None,
        };
        let asked = Asked { intent, scene: &self.scene, user, group: group.as_ref(), role: role.as_ref() };
        let applied = &mut self.report.applied;
        let own: Vec<Vec<Request>> = Door::ALL.iter().map(|door| doors::requests(*door, &asked, applied)).collect();
        let all: Vec<Request> = own.iter().flatten().cloned().chain(doors::own_requests(&asked)).collect();
        assert!(!all.is_empty(), "no door can say {:?}", intent.deed);
        self.report.compared += u64::from(all.len() > 1);
        let dice = &mut self.dice;
        own.iter().map(|own| dice.pick(if own.is_empty() { &all } else { own }).clone()).collect()
    }

    fn judge(&mut self, intent: &Intent, outcomes: &[Outcome]) -> Result<(), String> {
        let verdicts: Vec<Verdict> = outcomes.iter().map(|outcome| outcome.verdict).collect();
        let is_changed = outcomes.iter().any(|outcome| outcome.is_changed);
        if !agree(&intent.deed, &verdicts, is_changed, &mut self.report.applied) {
            return Err("the verdicts differ".to_owned());
        }
        let [first, others @ ..] = outcomes else { return Ok(()) };
        if others.iter().any(|other| other.is_changed != first.is_changed) {
            return Err("one copy was changed and another was not".to_owned());
        }
        if others.iter().any(|other| other.records != first.records) {
            return Err("the audit records differ".to_owned());
        }
        self.judge_shown(intent, outcomes)?;
        if !is_changed {
            return Ok(());
        }
        let touched: BTreeSet<Id> = first.records.iter().map(|record| record.target).collect();
        for id in touched.into_iter().chain(intent.deed.whom().map(|whom| whom.id)) {
            let stored: BTreeSet<Vec<String>> = self.copies.iter().map(|copy| copy.eye.belongings(id)).collect();
            if stored.len() > 1 {
                return Err(format!("what is stored of {id} differs: {stored:#?}"));
            }
        }
        Ok(())
    }

    /// Lists and searches show the same persons in the same order, and reading shows whom was asked for.
    fn judge_shown(&self, intent: &Intent, outcomes: &[Outcome]) -> Result<(), String> {
        let person = |name: String| {
            let mut people = self.scene.people.values();
            people.find(|whom| whom.username == name || whom.identifier() == name).map(|whom| whom.id).ok_or(name)
        };
        let shown = outcomes.iter().filter_map(|outcome| doors::shown(&intent.deed, &outcome.request, &outcome.answer));
        let shown: BTreeSet<Vec<_>> = shown.map(|names| names.into_iter().map(person).collect()).collect();
        let is_here = |whom: &&Whom| whom.organization == intent.actor.organization;
        let everybody = || self.scene.people.values().filter(is_here).map(|whom| Ok(whom.id)).collect();
        let expected = match &intent.deed {
            Deed::List => Some(everybody()),
            Deed::OfPerson(whom, OfPerson::Read) => Some(vec![Ok(whom.id)]),
            _ => None,
        };
        let is_one =
            shown.len() <= 1 && (expected.is_none() || shown.iter().all(|shown| Some(shown) == expected.as_ref()));
        if is_one { Ok(()) } else { Err(format!("what is shown differs: {shown:#?}, expected {expected:?}")) }
    }

    fn note(&mut self, intent: &Intent, outcomes: &[Outcome]) {
        let Some(first) = outcomes.first() else { return };
        self.report.intents += 1;
        self.report.requests += u64::try_from(outcomes.len()).unwrap_or(u64::MAX);
        self.report.changed += u64::from(first.is_changed);
        // Where verdicts may differ, the mildest is the one that says most.
        let verdict = outcomes.iter().map(|outcome| outcome.verdict).min().unwrap_or(first.verdict);
        *self.report.verdicts.entry(intent.deed.kind()).or_default().entry(verdict).or_default() += 1;
        self.scene.look_again(&self.copies[0].world, &first.records);
        if let Deed::OfPerson(whom, OfPerson::CreateKey(_)) = &intent.deed
            && verdict == Verdict::Done
            && let Some(key) = first.answer.json()["key"].as_str()
        {
            self.scene.let_act(whom, key);
        }
    }

    fn compare_everything(&self) -> Result<(), String> {
        let stored: Vec<BTreeSet<String>> = self.copies.iter().map(|copy| copy.eye.everything()).collect();
        let Some((first, others)) = stored.split_first() else { return Ok(()) };
        for (copy, other) in self.copies.iter().skip(1).zip(others) {
            let differing: Vec<&String> = first.symmetric_difference(other).take(10).collect();
            if !differing.is_empty() {
                return Err(format!("everything that is stored differs at {:?}: {differing:#?}", copy.door));
            }
        }
        Ok(())
    }
}

impl Copy {
    fn ask(&mut self, request: Request) -> Outcome {
        let before = self.eye.version();
        let answer = self.world.send(&request);
        let is_changed = before != self.eye.version();
        let records = if is_changed { self.eye.new_records() } else { Vec::new() };
        let verdict = Verdict::of(&request, &answer);
        Outcome { door: self.door, request, answer, verdict, records, is_changed }
    }
}

fn find_group(world: &World, asking: &Actor, thing: &Thing) -> Option<Group> {
    let (organization, id) = (asking.organization, thing.id);
    world.read(move |txn| Ok(txn.group(organization, id.into())?.map(Arc::unwrap_or_clone)))
}

fn find_role(world: &World, asking: &Actor, thing: &Thing) -> Option<Role> {
    let (organization, id) = (asking.organization, thing.id);
    world.read(move |txn| Ok(txn.role(organization, id.into())?.map(Arc::unwrap_or_clone)))
}

/// All that is needed to understand a divergence.
fn describe(what: &str, intent: &Intent, outcomes: &[Outcome], before: &[String]) -> String {
    let mut text = format!("{what}\n{} wants {:?}\n", intent.actor.name, intent.deed);
    for Outcome { door, request, answer, verdict, records, is_changed } in outcomes {
        let body = String::from_utf8_lossy(request.content());
        text.push_str(&format!("{door:?}: {} {} {body}\n", request.method(), request.target()));
        let answered: String = answer.text().chars().take(400).collect();
        text.push_str(&format!("  {verdict:?}: {} {answered}\n  changed: {is_changed}\n", answer.status));
        records.iter().for_each(|record| text.push_str(&format!("  {}: {}\n", record.target_kind, record.text)));
    }
    text.push_str(&format!("before: {before:#?}"));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::support::server::ADMIN_KEY;

    #[test]
    fn a_copy_that_was_changed_in_any_way_is_found() {
        let mut stage = Stage::open(1);
        let Some(copy) = stage.copies.last_mut() else { panic!("there are copies") };
        let unseen = copy.eye.version();
        let joined = Request::new("POST", "/api/v2/user/grant/ingestion").bearer(ADMIN_KEY);
        let outcome = copy.ask(joined.json(&serde_json::json!(["cast-plain@example.org"])));
        assert!(outcome.is_changed && outcome.verdict == Verdict::Done && outcome.records.len() == 1);
        assert_ne!(copy.eye.version(), unseen);
        let told = stage.compare_everything().expect_err("a copy differs");
        assert!(told.contains("user_permissions") && told.contains("audit"), "{told}");
    }
}
