//! The chain of the audit trail: that it is what it was, and that no change of a record goes unseen.

use chrono::DateTime;
use proptest::prelude::*;

use super::super::{FieldChange, Id, TargetKind};
use super::*;

fn id<T: From<Id>>(number: u64) -> T {
    Id::new(number, [7; 6]).into()
}

fn at(millis: i64) -> DateTime<chrono::Utc> {
    DateTime::from_timestamp_millis(millis).expect("the tests stay near 1970")
}

fn record(number: u64) -> AuditRecord {
    AuditRecord {
        id: id(number),
        organization: id(1),
        at: at(5),
        actor: Some(id(2)),
        credential: None,
        operation: "update-user".to_owned(),
        request_id: "request".to_owned(),
        target_kind: TargetKind::User,
        target_id: id(3),
        changes: vec![FieldChange { field: "email".to_owned(), from: None, to: Some("a@b.c".to_owned()) }],
    }
}

fn chain(records: impl IntoIterator<Item = AuditRecord>) -> Vec<AuditEntry> {
    let mut head = AuditLink::START;
    let link = |record: AuditRecord| {
        head = record.linked_to(&head);
        AuditEntry { record, link: head }
    };
    records.into_iter().map(link).collect()
}

fn check(entries: &[AuditEntry], known: Option<AuditLink>) -> Result<AuditLink, BrokenChain> {
    let mut check = ChainCheck::new(known);
    entries.iter().try_for_each(|entry| check.follow(entry))?;
    check.finish()
}

#[test]
fn a_hash_is_what_it_was() {
    // A hash that differs from release to release would declare every old trail broken.
    let [first] = <[_; 1]>::try_from(chain([record(1)])).expect("one record has one link");
    assert_eq!(first.link.to_string(), EXPECTED);
    assert_eq!(AuditLink::parse(EXPECTED).expect("as shown"), first.link);
}

/// Computed by another program, from the description of the chain.
const EXPECTED: &str = "1:4ded4bfe0190498a3a4d02aa784f0be7e283afa3cc679a7e08048926f8a4884c";

#[test]
fn texts_that_are_no_link_are_refused() {
    for bad in
        ["", "1", "1:", ":00", "+1:00", "1:zz", &format!("-1:{}", "0".repeat(64)), &format!("1:{}", "0".repeat(63))]
    {
        assert!(AuditLink::parse(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_whole_chain_is_followed_to_its_end() {
    let entries = chain((1..=4).map(record));
    assert_eq!(check(&entries, None), Ok(entries[3].link));
    assert_eq!(check(&entries, Some(entries[1].link)), Ok(entries[3].link));
    assert_eq!(check(&[], None), Ok(AuditLink::START));
}

#[test]
fn what_was_removed_inserted_or_reordered_is_found_where_it_stands() {
    let entries = chain((1..=4).map(record));
    let without = |gone: usize| {
        let mut left = entries.clone();
        left.remove(gone);
        left
    };
    assert_eq!(check(&without(0), None), Err(BrokenChain::Missing { expected: 1, found: 2 }));
    assert_eq!(check(&without(2), None), Err(BrokenChain::Missing { expected: 3, found: 4 }));

    let mut renumbered = without(1);
    for (entry, position) in renumbered.iter_mut().zip(1..) {
        entry.link.position = position;
    }
    assert_eq!(check(&renumbered, None), Err(BrokenChain::Changed { position: 2 }));

    let mut swapped = entries.clone();
    let (left, right) = (swapped[1].record.clone(), swapped[2].record.clone());
    (swapped[1].record, swapped[2].record) = (right, left);
    assert_eq!(check(&swapped, None), Err(BrokenChain::Changed { position: 2 }));

    let mut doubled = entries.clone();
    doubled.insert(2, entries[1].clone());
    assert_eq!(check(&doubled, None), Err(BrokenChain::Missing { expected: 3, found: 2 }));
}

#[test]
fn a_known_link_finds_what_agrees_with_itself() {
    let known = chain((1..=4).map(record)).swap_remove(3).link;
    let cut = chain((1..=2).map(record));
    assert_eq!(check(&cut, Some(known)), Err(BrokenChain::Cut { last: 2, known: 4 }));
    let anew = chain([1, 2, 3, 9].map(record));
    assert_eq!(check(&anew, None), Ok(anew[3].link), "a forger who writes everything anew leaves no trace in it");
    assert_eq!(check(&anew, Some(known)), Err(BrokenChain::Rewritten { position: 4 }));
}

fn any_id() -> impl Strategy<Value = Id> {
    any::<[u8; 12]>().prop_map(Id::from_bytes)
}

fn any_change() -> impl Strategy<Value = FieldChange> {
    let value = || proptest::option::of(".{0,3}");
    (".{0,3}", value(), value()).prop_map(|(field, from, to)| FieldChange { field, from, to })
}

fn any_record() -> impl Strategy<Value = AuditRecord> {
    let who = (any_id(), proptest::option::of(any_id()), proptest::option::of(any_id()));
    let what = (".{0,3}", ".{0,3}", any_id(), any::<bool>(), 0..1000_i64);
    (who, what, proptest::collection::vec(any_change(), 0..3)).prop_map(|(who, what, changes)| AuditRecord {
        id: who.0.into(),
        organization: id(1),
        at: at(what.4),
        actor: who.1.map(Into::into),
        credential: who.2.map(Into::into),
        operation: what.0,
        request_id: what.1,
        target_kind: if what.3 { TargetKind::User } else { TargetKind::Role },
        target_id: what.2,
        changes,
    })
}

proptest! {
    #[test]
    fn any_two_records_that_differ_have_different_hashes(left in any_record(), right in any_record()) {
        let link = |record: &AuditRecord| record.linked_to(&AuditLink::START);
        prop_assert_eq!(left == right, link(&left) == link(&right));
    }

    #[test]
    fn a_record_in_the_place_of_another_is_found(
        records in proptest::collection::vec(any_record(), 1..6),
        other in any_record(),
        place in any::<proptest::sample::Index>(),
    ) {
        let mut entries = chain(records);
        let place = place.index(entries.len());
        prop_assume!(entries[place].record != other);
        entries[place].record = other;
        let position = entries[place].link.position;
        prop_assert_eq!(check(&entries, None), Err(BrokenChain::Changed { position }));
    }
}
