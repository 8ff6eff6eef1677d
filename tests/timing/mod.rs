//! Who exists is not told by how long a refusal takes (SECURITY-TESTS 6). Refusals of several kinds are asked for in turn, in an
//! order that changes, through every door, and their times compared.
//!
//! `ROSTER_TIMING_PAIRS=2000 cargo test --release --test roster timing -- --nocapture` takes so many times of each kind and
//! holds them against a two-sample test. Without the variable, a few times of each find gross differences only.

mod comparison;
mod connection;
mod kinds;

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use comparison::Comparison;
use connection::{Connection, Timed};
use kinds::{Kind, house, key_kinds, password_kinds};

/// How many times are taken of each kind unless the variable says otherwise.
const PAIRS_DEFAULT: usize = 15;
/// From how many on the two-sample test has the last word.
const TESTED_PAIRS_MIN: usize = 500;
/// Rounds at the beginning that do not count: caches fill.
const WARM_UP_ROUNDS: usize = 3;
/// How likely it may be that some difference is found in a whole run where there is none. It is shared by all comparisons.
const FALSE_ALARM: f64 = 0.01;
/// How many times longer one median may be than another in a run of a few times, on a machine that is busy with other tests.
const SMOKE_RATIO_MAX: f64 = 2.0;
/// How often a few times are taken anew while some kind seems to be told apart: what the machine did meanwhile does not
/// come back, a difference of ours does.
const SMOKE_ATTEMPTS_MAX: usize = 3;

/// What is compared with what, and how it came out.
struct Finding {
    title: String,
    compared: Comparison,
    is_told_apart: bool,
}

fn pairs() -> usize {
    let wanted = std::env::var("ROSTER_TIMING_PAIRS").ok();
    wanted.map_or(PAIRS_DEFAULT, |text| text.parse().expect("ROSTER_TIMING_PAIRS is a number"))
}

/// The places in an order that is another in each round, and the same in each run.
fn order(round: usize, count: usize) -> Vec<usize> {
    let place = |index: &usize| {
        let mut hasher = DefaultHasher::new();
        (round, index).hash(&mut hasher);
        hasher.finish()
    };
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_unstable_by_key(place);
    order
}

/// What a client can compare of an answer besides the time.
fn told(answer: &Timed) -> String {
    let varies = |line: &&str| {
        let name = line.split(':').next().unwrap_or_default();
        !["date", "x-request-id"].contains(&name.to_ascii_lowercase().as_str())
    };
    let id = answer
        .head
        .lines()
        .find_map(|line| line.to_ascii_lowercase().strip_prefix("x-request-id: ").map(str::to_owned));
    let head: Vec<&str> = answer.head.lines().filter(varies).collect();
    head.join("\n") + &answer.body.replace(&id.expect("every answer has one"), "ID")
}

/// Asks for every kind in turn, and answers the times of each. All of a door must be answered by the same bytes.
fn measure(connection: &mut Connection, kinds: &[Kind], pairs: usize) -> Vec<Vec<u64>> {
    let mut times = vec![Vec::with_capacity(pairs); kinds.len()];
    let mut answers = BTreeMap::new();
    for round in 0..WARM_UP_ROUNDS + pairs {
        for index in order(round, kinds.len()) {
            let kind = &kinds[index];
            let answer = connection.send(kind.request(round));
            let told = told(&answer);
            let expected = answers.entry(kind.door).or_insert_with(|| told.clone());
            assert!(told.starts_with("HTTP/1.1 401") && told == *expected, "{} {}: {told}", kind.door, kind.name);
            if round >= WARM_UP_ROUNDS {
                times[index].push(answer.took_ns);
            }
        }
    }
    times
}

/// Compares each kind with the first of its door.
fn compare(kinds: &[Kind], times: &[Vec<u64>]) -> Vec<Finding> {
    let baseline = |door| kinds.iter().position(|kind| kind.door == door).expect("every door has a first kind");
    let others: Vec<usize> = (0..kinds.len()).filter(|index| baseline(kinds[*index].door) != *index).collect();
    let significance = FALSE_ALARM / others.len() as f64;
    let finding = |index: usize| {
        let (first, kind) = (baseline(kinds[index].door), &kinds[index]);
        let compared = Comparison::of(&times[first], &times[index]);
        let is_told_apart = if times[index].len() < TESTED_PAIRS_MIN {
            compared.ratio() > SMOKE_RATIO_MAX
        } else {
            compared.p < significance
        };
        Finding { title: format!("{}: {} / {}", kind.door, kinds[first].name, kind.name), compared, is_told_apart }
    };
    others.into_iter().map(finding).collect()
}

/// Finds nothing that is told apart each time that it is measured.
fn assert_alike(title: &str, connection: &mut Connection, kinds: &[Kind]) {
    let attempts = if pairs() < TESTED_PAIRS_MIN { SMOKE_ATTEMPTS_MAX } else { 1 };
    let mut apart = told_apart(title, kinds, &measure(connection, kinds, pairs()));
    for _ in 1..attempts {
        if apart.is_empty() {
            return;
        }
        let again = told_apart(title, kinds, &measure(connection, kinds, pairs()));
        apart.retain(|title| again.contains(title));
    }
    assert!(apart.is_empty(), "told apart by their times: {apart:#?}");
}

/// Prints what was measured, and answers what is told apart.
fn told_apart(title: &str, kinds: &[Kind], times: &[Vec<u64>]) -> Vec<String> {
    let findings = compare(kinds, times);
    println!("\n{title}: {} times of each kind, p is to be below {FALSE_ALARM}/{}", times[0].len(), findings.len());
    for Finding { title, compared, is_told_apart } in &findings {
        println!("  {title:<78} {compared}{}", if *is_told_apart { "  <-- told apart" } else { "" });
    }
    findings.into_iter().filter(|finding| finding.is_told_apart).map(|finding| finding.title).collect()
}

#[test]
fn refused_passwords_take_the_same_time_whoever_exists() {
    let house = house();
    let kinds = password_kinds();
    assert_alike("passwords", &mut Connection::open(house.address()), &kinds);
}

#[test]
fn refused_keys_take_the_same_time_whether_or_not_they_were_keys() {
    let house = house();
    let kinds = key_kinds(&house);
    assert_alike("keys", &mut Connection::open(house.address()), &kinds);
}

#[test]
fn an_order_has_every_place_once_and_changes() {
    let orders: Vec<Vec<usize>> = (0..20).map(|round| order(round, 6)).collect();
    assert!(orders.iter().any(|order| *order != orders[0]));
    for mut order in orders {
        order.sort_unstable();
        assert_eq!(order, [0, 1, 2, 3, 4, 5]);
    }
}
