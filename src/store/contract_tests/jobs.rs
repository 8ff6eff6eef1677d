//! The contract about jobs: all or nothing, alone in a failure, answered whatever happens.

use super::{Backend, on_every_backend, on_every_furnished_backend, wait};
use crate::domain::{Error, ForbiddenReason, Kind, Organization};
use crate::store::samples::{id, organization, time};
use crate::store::{read, write};

fn stored(backend: &mut Backend) -> Option<Organization> {
    backend.read(|txn| txn.organization(id(1))).expect("the store reads")
}

#[test]
fn a_job_that_fails_leaves_nothing_behind() {
    on_every_backend(|backend| {
        let refused = backend.write(|txn| {
            txn.insert_organization(&organization(1))?;
            Err::<(), _>(Error::forbidden(ForbiddenReason::External))
        });
        assert!(matches!(refused, Err(Error::Forbidden { reason: ForbiddenReason::External })), "{refused:?}");
        assert_eq!(stored(backend), None);
    });
}

#[test]
fn a_job_that_panics_leaves_nothing_behind_and_the_store_goes_on() {
    on_every_backend(|backend| {
        let panicked = backend.write::<()>(|txn| {
            txn.insert_organization(&organization(1))?;
            panic!("the test wants it");
        });
        assert!(matches!(panicked, Err(Error::Internal { .. })), "{panicked:?}");
        let panicked = backend.read::<()>(|_| panic!("the test wants it"));
        assert!(matches!(panicked, Err(Error::Internal { .. })), "{panicked:?}");
        assert_eq!(stored(backend), None);
        backend.write(|txn| txn.insert_organization(&organization(1))).expect("nothing is left of the first attempt");
        assert_eq!(stored(backend), Some(organization(1)));
    });
}

#[test]
fn a_transaction_sees_its_own_changes() {
    on_every_backend(|backend| {
        let seen = backend.write(|txn| {
            txn.insert_organization(&organization(1))?;
            txn.organization(id(1))
        });
        assert_eq!(seen.expect("the store was empty"), Some(organization(1)));
    });
}

#[test]
fn an_answered_write_is_seen_by_every_later_read() {
    on_every_furnished_backend(|backend| {
        for round in 0..50 {
            backend
                .write(move |txn| {
                    let old = txn.organization(id(1))?.ok_or(Error::NotFound { kind: Kind::Organization })?;
                    let new = Organization { name: format!("Round {round}"), ..old.clone() };
                    txn.update_organization(&old, &new)
                })
                .expect("nobody else writes");
            assert_eq!(stored(backend).map(|found| found.name), Some(format!("Round {round}")));
        }
    });
}

#[test]
fn writes_at_the_same_time_lose_nothing() {
    on_every_furnished_backend(|backend| {
        let store = backend.store();
        let touch = || {
            write(store, |txn| {
                let old = txn.organization(id(1))?.ok_or(Error::NotFound { kind: Kind::Organization })?;
                let later = time(old.updated_at.timestamp_millis() + 1);
                txn.update_organization(&old, &Organization { updated_at: later, ..old.clone() })
            })
        };
        wait(async {
            for outcome in futures::future::join_all((0..200).map(|_| touch())).await {
                outcome.expect("read and write are one transaction");
            }
            let found = read(store, |txn| txn.organization(id(1))).await.expect("the store reads");
            assert_eq!(found.map(|found| found.version), Some(201));
        });
    });
}
