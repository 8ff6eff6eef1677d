//! The contract about searches by text in a crowd that is larger than what any index holds back: what is found is what a look at
//! everybody finds, whatever was renamed, removed, or undone before.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::search::passes;
use super::{Backend, Variant};
use crate::domain::search::{Start, UserText};
use crate::domain::{Condition, Email, Error, Search, TextTest, User, Username};
use crate::limits::TEXTS_DUE_MAX;
use crate::store::samples::{id, plain_user};

const FIELDS: [UserText; 6] = [
    UserText::Username,
    UserText::Email,
    UserText::EmailOrUsername,
    UserText::FirstName,
    UserText::LastName,
    UserText::DisplayName,
];

/// A text of few different characters, some of which fold or are wildcards, so that parts of it are in many others.
fn name() -> impl Strategy<Value = String> {
    let parts = vec![
        "a",
        "B",
        "ab",
        "\u{df}",
        "SS",
        "\u{c1}",
        "e\u{301}",
        "%",
        "_",
        "\\",
        "\"",
        " ",
        "1",
        "\u{1f600}",
        "\u{fb01}",
    ];
    proptest::collection::vec(select(parts), 0..6).prop_map(|parts| parts.concat())
}

fn user(number: u64) -> impl Strategy<Value = User> {
    (name(), "[a-c1]{0,4}", proptest::option::of(name()), proptest::option::of(name())).prop_map(
        move |(username, email, first, display)| User {
            username: Username::parse(&format!("x{username}u{number}")).expect("valid"),
            email: (!number.is_multiple_of(3))
                .then(|| Email::parse(&format!("{email}-{number}@ab.example")).expect("valid")),
            first_name: first,
            last_name: Some("Same".to_owned()),
            display_name: display,
            ..plain_user(1, number)
        },
    )
}

fn tests() -> impl Strategy<Value = TextTest> {
    let text = || prop_oneof![3 => name(), 1 => "[ab1u0-9]{1,5}", 1 => Just("same".to_owned()), 1 => Just("@AB.exa".to_owned())];
    prop_oneof![
        3 => text().prop_map(TextTest::Contains),
        1 => text().prop_map(TextTest::StartsWith),
        1 => text().prop_map(TextTest::EndsWith),
        1 => proptest::collection::vec(text(), 0..3).prop_map(TextTest::OneOf),
        1 => proptest::collection::vec(text(), 0..3).prop_map(TextTest::Exactly),
        2 => "(ab|ss|u1|[%_]|same|@ab){1,4}".prop_map(TextTest::Like),
    ]
}

fn random<T>(runner: &mut TestRunner, strategy: impl Strategy<Value = T>) -> T {
    strategy.new_tree(runner).expect("nothing is refused").current()
}

#[test]
fn whoever_has_a_text_is_found_in_a_crowd_that_changes() {
    let size = 2 * u64::try_from(TEXTS_DUE_MAX).expect("it is a count") + 100;
    let config = Config { failure_persistence: None, ..Config::with_cases(300) };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mut backend = Backend::new(Variant::Memory);
    backend.furnish();
    let mut crowd: Vec<User> = (0..size).map(|number| random(&mut runner, user(number))).collect();
    for some in crowd.chunks(200) {
        let users = some.to_vec();
        backend.write(move |txn| users.iter().try_for_each(|user| txn.insert_user(user))).expect("the names are free");
    }
    for number in (0..crowd.len()).step_by(5) {
        let old = crowd[number].clone();
        let new = User { id: old.id, ..random(&mut runner, user(number as u64)) };
        crowd[number] = User { version: old.version + 1, ..new.clone() };
        let undone = new.clone();
        backend.write(move |txn| txn.update_user(&old, &new)).expect("the names are free");
        let removed = undone.clone();
        let outcome = backend.write(move |txn| {
            txn.insert_user(&User {
                username: Username::parse("abSSab").expect("valid"),
                email: None,
                ..plain_user(1, 99_999)
            })?;
            txn.delete_user(&User { version: removed.version + 1, ..removed.clone() })?;
            Err::<(), _>(Error::internal("it is undone"))
        });
        outcome.expect_err("it is undone");
    }
    for gone in crowd.split_off(crowd.len() - 300) {
        backend.write(move |txn| txn.delete_user(&gone)).expect("it is there");
    }
    // Some take the place of others.
    let late: Vec<User> = (size..size + 50).map(|number| random(&mut runner, user(number))).collect();
    crowd.extend(late.iter().cloned());
    backend.write(move |txn| late.iter().try_for_each(|user| txn.insert_user(user))).expect("the names are free");

    let backend = std::cell::RefCell::new(backend);
    let asked = (select(FIELDS.to_vec()), tests());
    let outcome = runner.run(&asked, |(field, test)| {
        let expected: Vec<_> = crowd.iter().filter(|user| passes(user, field, &test)).map(|user| user.id).collect();
        let search = Search { conditions: vec![Condition::Text(field, test)], ..Search::default() };
        let found = backend.borrow_mut().read(move |txn| {
            let slice = txn.search_users(id(1), &search, &Start::Offset(0), 10_000)?;
            Ok((slice.items, txn.count_users(id(1), &search.conditions)?))
        });
        let (items, count) = found.expect("the store reads");
        let ids: Vec<_> = items.iter().map(|user| user.id).collect();
        prop_assert_eq!(&ids, &expected);
        prop_assert_eq!(count, expected.len() as u64);
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}
