//! What requests look up again and again reaches the store's readers once, and what was changed meanwhile is seen.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::store::{Busy, Memory, ReadJob, ShortWork, WriteJob};

/// A store that counts how often something is read.
struct Counting {
    store: SqliteStore,
    reads: Arc<AtomicUsize>,
}

impl Store for Counting {
    fn submit_read(&self, job: ReadJob) -> Result<(), Busy> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        self.store.submit_read(job)
    }

    fn submit_write(&self, job: WriteJob) -> Result<(), Busy> {
        self.store.submit_write(job)
    }

    fn read_at_once(&self, work: &mut ShortWork<'_>) -> Option<Result<(), Error>> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        self.store.read_at_once(work)
    }

    fn memory(&self) -> Option<&Arc<Memory>> {
        self.store.memory()
    }
}

/// A rig, and how many jobs its readers got.
async fn counted() -> (Rig, Arc<AtomicUsize>) {
    let log = slog::Logger::root(slog::Discard, slog::o!());
    let reads = Arc::new(AtomicUsize::new(0));
    let store = SqliteStore::in_memory(1, &log).expect("a store in memory opens");
    let rig = Rig::over(Counting { store, reads: Arc::clone(&reads) }).await;
    (rig, reads)
}

#[tokio::test]
async fn the_same_request_again_takes_no_reader() {
    let (rig, reads) = counted().await;
    let (jane, key) = rig.person(NewUser { email: mailed("jane@example.org").email, ..named("jane") }).await;
    let selectors = [
        UserSelector::Id(jane.user.id),
        UserSelector::Username("Jane".to_owned()),
        UserSelector::Email("jane@example.org".to_owned()),
    ];
    for is_first in [true, false] {
        let before = reads.load(Ordering::SeqCst);
        let caller = rig.caller(&key, Action::UsersReadSelf).await.expect("authenticated");
        rig.directory.get_current_user(&caller).await.expect("found");
        let admin = rig.admin().await;
        for selector in &selectors {
            rig.directory.get_user(&admin, selector.clone()).await.expect("found");
        }
        let taken = reads.load(Ordering::SeqCst) - before;
        assert_eq!(taken > 0, is_first, "{taken} jobs");
    }
}

#[tokio::test]
async fn a_key_that_was_revoked_is_refused_although_it_was_remembered() {
    let (rig, _) = counted().await;
    let (jane, key) = rig.person(named("jane")).await;
    for _ in 0..2 {
        rig.caller(&key, Action::UsersReadSelf).await.expect("authenticated");
    }
    let selector = UserSelector::Id(jane.user.id);
    rig.directory.delete_keys_of(&rig.admin().await, selector).await.expect("deleted");
    let outcome = rig.caller(&key, Action::UsersReadSelf).await;
    assert!(matches!(outcome, Err(Error::Unauthenticated)), "{outcome:?}");
}
