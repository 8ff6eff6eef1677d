//! One person, four views: whatever is changed through any dialect, all four show the same person.
//! People of random texts are made and changed through random doors of one server, and compared with a plain model.

mod changes;
mod doors;
mod person;
mod texts;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use changes::Change;
use doors::Doors;
use person::Birth;

/// How many people there are.
const PEOPLE: u32 = 64;
/// How often each of them is changed, at most.
const CHANGES_MAX: usize = 10;

#[test]
fn every_change_through_any_dialect_is_seen_through_all_of_them() {
    let doors = Doors::open();
    let mut runner = TestRunner::new_with_rng(
        Config { cases: PEOPLE, failure_persistence: None, ..Config::default() },
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    let life = (Birth::any(), vec(Change::any(), 0..=CHANGES_MAX));
    let outcome = runner.run(&life, |(birth, changes)| live(&doors, birth, changes).map_err(TestCaseError::fail));
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

/// Makes a person, changes it, and looks at it through every door before and after each change.
fn live(doors: &Doors, birth: Birth, changes: Vec<Change>) -> Result<(), String> {
    let mut person = birth.happen(doors)?;
    doors.compare(&person).map_err(|difference| format!("as it was made: {difference}"))?;
    doors.find_in_every_form(&person)?;
    for change in changes {
        let said = format!("{change:?}");
        change.happen(doors, &mut person).map_err(|refusal| format!("{said}: {refusal}"))?;
        doors.compare(&person).map_err(|difference| format!("after {said}: {difference}"))?;
    }
    Ok(())
}
