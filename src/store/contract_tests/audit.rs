//! The contract about the audit trail: that each organization has one chain, and how it is read.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::{Backend, on_every_furnished_backend};
use crate::domain::{
    AuditEntry, AuditFilter, AuditLink, AuditRecord, ChainCheck, Error, Order, TargetKind, User, UserId,
};
use crate::store::samples::{id, plain_user, record, time};

fn user(organization: u64) -> User {
    plain_user(organization, 1)
}

fn append(backend: &mut Backend, records: Vec<AuditRecord>) {
    let work =
        move |txn: &dyn crate::store::WriteTransaction| records.iter().try_for_each(|record| txn.append_audit(record));
    backend.write(work).expect("records are new");
}

/// The positions that fit, portion by portion of this size.
fn positions(backend: &mut Backend, filter: &AuditFilter, order: Order, limit: u32) -> Vec<u64> {
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let filter = filter.clone();
        let slice =
            backend.read(move |txn| txn.audit_slice(id(1), &filter, order, after, limit)).expect("the store reads");
        found.extend(slice.entries.iter().map(|entry| entry.link.position));
        after = found.last().copied();
        if !slice.more {
            return found;
        }
        assert!(!slice.entries.is_empty(), "a part that is not the last has something");
    }
}

fn chain(backend: &mut Backend, organization: u64) -> Vec<AuditEntry> {
    let rows = backend.read(move |txn| txn.scan_audit(id(organization), 0, 100)).expect("the store reads");
    rows.into_iter().map(|row| row.entry.expect("nobody has damaged it")).collect()
}

#[test]
fn each_organization_has_one_chain_without_gaps() {
    on_every_furnished_backend(|backend| {
        append(backend, vec![record(&user(1), 1), record(&user(2), 2), record(&user(1), 3)]);
        let refused = backend.write(|txn| {
            txn.append_audit(&record(&user(1), 4))?;
            Err::<(), _>(Error::Unauthenticated)
        });
        assert!(refused.is_err());
        append(backend, vec![record(&user(1), 5)]);
        for (organization, numbers) in [(1, vec![1, 3, 5]), (2, vec![2])] {
            let entries = chain(backend, organization);
            let expected: Vec<_> = numbers.into_iter().map(|number| record(&user(organization), number)).collect();
            assert_eq!(entries.iter().map(|entry| entry.record.clone()).collect::<Vec<_>>(), expected);
            let mut check = ChainCheck::new(None);
            entries.iter().try_for_each(|entry| check.follow(entry)).expect("it is whole");
            assert_eq!(check.finish(), Ok(entries.last().map_or(AuditLink::START, |last| last.link)));
        }
        assert_eq!(backend.read(|txn| txn.audited_organizations()).expect("the store reads"), [id(1), id(2)]);
    });
}

#[test]
fn filters_hold_together_and_leave_the_order_alone() {
    on_every_furnished_backend(|backend| {
        let records = vec![
            AuditRecord { at: time(50), ..record(&user(1), 1) },
            AuditRecord { at: time(70), actor: Some(id(7)), ..record(&user(1), 2) },
            AuditRecord { at: time(60), operation: "DeleteUser".to_owned(), ..record(&user(1), 3) },
            AuditRecord { at: time(80), target_kind: TargetKind::Role, target_id: id(8), ..record(&user(1), 4) },
            AuditRecord { at: time(80), actor: None, ..record(&user(1), 5) },
        ];
        append(backend, records);
        append(backend, vec![record(&user(2), 6)]);
        let actors = |ids: &[u64]| Some(ids.iter().map(|number| id(*number)).collect::<BTreeSet<UserId>>());
        let operations = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect());
        let all = AuditFilter::default();
        let cases: [(AuditFilter, &[u64]); 11] = [
            (all.clone(), &[1, 2, 3, 4, 5]),
            (AuditFilter { actors: actors(&[7]), ..all.clone() }, &[2]),
            (AuditFilter { actors: actors(&[1, 7]), ..all.clone() }, &[1, 2, 3, 4]),
            (AuditFilter { actors: actors(&[]), ..all.clone() }, &[]),
            (AuditFilter { target_kind: Some(TargetKind::Role), ..all.clone() }, &[4]),
            (AuditFilter { target_id: Some(user(1).id.id()), ..all.clone() }, &[1, 2, 3, 5]),
            (AuditFilter { operations: operations(&["DeleteUser"]), ..all.clone() }, &[3]),
            (AuditFilter { operations: operations(&["DeleteUser", "UpdateUser"]), ..all.clone() }, &[1, 2, 3, 4, 5]),
            (AuditFilter { from: Some(time(60)), to: Some(time(80)), ..all.clone() }, &[2, 3]),
            (AuditFilter { span: Some((2, 4)), ..all.clone() }, &[2, 3, 4]),
            (AuditFilter { actors: actors(&[1]), from: Some(time(60)), ..all.clone() }, &[3, 4]),
        ];
        for (filter, expected) in cases {
            for limit in [1, 2, 9] {
                assert_eq!(positions(backend, &filter, Order::Ascending, limit), expected, "{filter:?}");
                let backwards: Vec<u64> = expected.iter().rev().copied().collect();
                assert_eq!(positions(backend, &filter, Order::Descending, limit), backwards, "{filter:?}");
            }
        }
    });
}

#[test]
fn the_span_of_a_time_holds_everything_of_that_time() {
    on_every_furnished_backend(|backend| {
        let at = |millis| AuditRecord { at: time(millis), ..record(&user(1), 1) };
        append(backend, [50, 70, 60, 80].map(at).into());
        let half = Some(time(60) + chrono::TimeDelta::microseconds(1));
        let cases: [(Option<DateTime<Utc>>, _, _); 6] = [
            (None, None, Some((1, 4))),
            (Some(time(60)), None, Some((2, 4))),
            (half, None, Some((2, 4))),
            (None, Some(time(70)), Some((1, 3))),
            (None, half, Some((1, 3))),
            (Some(time(81)), None, None),
        ];
        for (from, to, expected) in cases {
            let span = backend.read(move |txn| txn.audit_span(id(1), from, to)).expect("the store reads");
            assert_eq!(span, expected, "{from:?} {to:?}");
        }
    });
}
