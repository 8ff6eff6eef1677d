//! The contract about answers that are given again: found by their lookup value, counted, replaced and forgotten.

use super::{Backend, on_every_furnished_backend};
use crate::domain::KeptAnswer;
use crate::store::samples::{id, plain_user, time};

/// An answer to a user of an organization.
fn answer(organization: u64, user: u64, number: u8, expires_at: i64) -> KeptAnswer {
    KeptAnswer {
        organization: id(organization),
        lookup: [number; 32],
        user: id(1000 + user),
        sealed: vec![number, 0, 255],
        expires_at: time(expires_at),
    }
}

/// Adds users 1 and 2 of organization 1 and user 3 of organization 2, and these answers.
fn keep(backend: &mut Backend, answers: &[KeptAnswer]) {
    let answers = answers.to_vec();
    let kept = backend.write(move |txn| {
        for (organization, number) in [(1, 1), (1, 2), (2, 3)] {
            if txn.user(id(organization), id(1000 + number))?.is_none() {
                txn.insert_user(&plain_user(organization, number))?;
            }
        }
        answers.iter().try_for_each(|answer| txn.keep_answer(answer))
    });
    kept.expect("its user is there");
}

fn found(backend: &mut Backend, organization: u64, number: u8) -> Option<KeptAnswer> {
    backend.read(move |txn| txn.kept_answer(id(organization), &[number; 32])).expect("the store reads")
}

#[test]
fn an_answer_is_found_in_its_organization_and_replaced_by_a_later_one() {
    on_every_furnished_backend(|backend| {
        let (first, other) = (answer(1, 1, 7, 100), answer(2, 3, 7, 200));
        keep(backend, &[first.clone(), other.clone()]);
        assert_eq!(found(backend, 1, 7), Some(first));
        assert_eq!(found(backend, 2, 7), Some(other.clone()));
        assert_eq!(found(backend, 1, 8), None);
        let later = KeptAnswer { sealed: vec![9; 70_000], ..answer(1, 2, 7, 300) };
        keep(backend, std::slice::from_ref(&later));
        assert_eq!((found(backend, 1, 7), found(backend, 2, 7)), (Some(later), Some(other)));
    });
}

#[test]
fn the_answers_of_a_user_are_counted_from_the_newest() {
    on_every_furnished_backend(|backend| {
        keep(backend, &[answer(1, 1, 1, 300), answer(1, 1, 2, 100), answer(1, 1, 3, 200), answer(1, 2, 4, 900)]);
        for (newer, expected) in [(0, Some(300)), (1, Some(200)), (2, Some(100)), (3, None)] {
            let found = backend.read(move |txn| txn.kept_answer_expiry_behind(id(1), id(1001), newer));
            assert_eq!(found.expect("the store reads"), expected.map(time), "behind {newer}");
        }
    });
}

#[test]
fn expired_answers_are_forgotten_a_few_at_a_time() {
    on_every_furnished_backend(|backend| {
        keep(backend, &[answer(1, 1, 1, 30), answer(1, 1, 2, 10), answer(1, 2, 3, 20), answer(2, 3, 4, 5)]);
        for (at, limit, left) in
            [(9, 9, [true, true, true]), (20, 1, [true, false, true]), (20, 9, [true, false, false])]
        {
            backend.write(move |txn| txn.forget_expired_answers(id(1), time(at), limit)).expect("the store writes");
            assert_eq!([1, 2, 3].map(|number| found(backend, 1, number).is_some()), left, "at {at}");
        }
        assert!(found(backend, 2, 4).is_some(), "another organization's");
    });
}

#[test]
fn the_answers_of_a_user_go_with_the_user() {
    on_every_furnished_backend(|backend| {
        keep(backend, &[answer(1, 1, 1, 100), answer(1, 2, 2, 100)]);
        backend.write(|txn| txn.delete_user(&plain_user(1, 1))).expect("the user is there");
        assert_eq!([1, 2].map(|number| found(backend, 1, number).is_some()), [false, true]);
    });
}
