//! The random walk of powers, row 2 of the ten ways in which a user API fails: whatever somebody does, and whoever they can
//! become by it, nobody does more than they could at the beginning, and nobody who could do more is touched.
//!
//! A walk begins with one user of some kind. At each step the walk acts as that user or as anybody whose credentials it has
//! come by, and makes a random call through a random door on a random target; nobody else acts. After each call the stored
//! edges are compared with those before (`checker.rs`), on a model of powers that is apart from the policy (`model.rs`).
//! By command: `ROSTER_WALK_STEPS=100000 cargo test --release --test roster walk`.

mod answers;
mod beginners;
mod calls;
mod chance;
mod checker;
mod checker_tests;
mod givers;
mod model;
mod persons;
mod shrink;
mod state;
mod tally;
mod walker;
mod world;

use std::collections::BTreeSet;

use roster::generated;

use calls::all_means;
use tally::Tally;
use walker::{Walk, walk};

/// How many calls are made where nobody says how many.
const STEPS_DEFAULT: usize = 2_000;
/// How many calls are made in one world: more of them see what becomes of what was made, fewer see more kinds of beginners.
const WALK_STEPS: usize = 125;
/// From where chance begins.
const SEED: u64 = 20_261_122;

/// What changes something and is no step of a walk, with the reason.
const NO_STEPS: &[(&str, &str)] =
    &[("saml-init", "there is no single sign-on to begin"), ("saml-callback", "there is no single sign-on to end")];

#[test]
fn nobody_ever_becomes_more_than_they_were() {
    let steps = std::env::var("ROSTER_WALK_STEPS").ok().map(|text| text.parse().expect("a number of steps"));
    let steps = steps.unwrap_or(STEPS_DEFAULT);
    let mut tally = Tally::default();
    let mut walks = 0;
    while tally.calls() < steps {
        let planned = Walk::planned(SEED, walks, WALK_STEPS.min(steps - tally.calls()));
        match walk(&planned) {
            Ok(of_walk) => tally.add(&of_walk),
            Err(failure) => panic!("{}", shrink::story(planned, failure)),
        }
        walks += 1;
    }
    println!("{walks} walks\n{tally}");
    let idle = tally.without_both(all_means().filter(|means| means.gives).map(|means| means.operation));
    assert!(idle.is_empty(), "ways of giving that were never both done and refused: {idle:?}\n{tally}");
}

#[test]
fn whatever_changes_something_is_a_step_of_the_walk() {
    let changing: BTreeSet<&str> = generated::server::operations()
        .filter(|operation| operation.method != "GET" && !operation.stub)
        .filter(|operation| operation.action.is_none_or(|action| !action.contains(":read") || is_session(operation.id)))
        .map(|operation| operation.id)
        .collect();
    let steps: BTreeSet<&str> = all_means().map(|means| means.operation).collect();
    let excused: BTreeSet<&str> = NO_STEPS.iter().map(|(operation, _)| *operation).collect();
    let missing: Vec<_> = changing.difference(&steps).filter(|operation| !excused.contains(*operation)).collect();
    assert!(missing.is_empty(), "{missing:?} change something, and the walk does not try them");
    assert_eq!(steps.len(), all_means().count(), "an operation is one means");
    assert!(steps.is_disjoint(&excused), "what is a step needs no excuse");
}

/// Whether this is about the session that it is asked with, though its action reads.
fn is_session(operation: &str) -> bool {
    matches!(operation, "logout" | "refresh-token")
}
