//! What requests look up again and again reaches the store's readers once, and what was changed meanwhile is seen.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::domain::{Change, GroupPatch, RolePatch, SetChange, UserPatch};
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

    fn writes_fail(&self) -> bool {
        self.store.writes_fail()
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
        rig.current(&caller).await.expect("found");
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

/// How often [`COUNTED`] has shown a user.
static SHOWN: AtomicUsize = AtomicUsize::new(0);

static COUNTED: Showing<Whole> = Showing {
    name: "counted user",
    show: |view| {
        SHOWN.fetch_add(1, Ordering::SeqCst);
        Ok(Whole(view))
    },
};

fn called(name: &str) -> Reference {
    Reference::Name(name.to_owned())
}

/// A rig with a group `crew`, a role `cook`, and `jane`, whom `boss` has made.
async fn furnished() -> (Rig, UserSelector, UserSelector) {
    let (rig, _) = counted().await;
    let admin = rig.admin().await;
    rig.directory
        .create_group(&admin, NewGroup { name: "crew".to_owned(), ..NewGroup::default() })
        .await
        .expect("made");
    rig.directory.create_role(&admin, NewRole { name: "cook".to_owned(), ..NewRole::default() }).await.expect("made");
    let (boss, key) = rig.person(NewUser { roles: role("ece_platform_admin"), ..named("boss") }).await;
    let caller = rig.caller(&key, Action::UsersCreate).await.expect("an administrator");
    let jane = rig.directory.create_user(&caller, named("jane")).await.expect("created").view.user.id;
    (rig, UserSelector::Id(jane), UserSelector::Id(boss.user.id))
}

/// The changes of everything that is shown of Jane, one after the other.
async fn change(rig: &Rig, jane: UserSelector, boss: UserSelector, deed: u32) {
    let admin = rig.admin().await;
    let update = |patch| UserUpdate { patch, ..UserUpdate::default() };
    let directory = &rig.directory;
    match deed {
        0 => {
            let patch = UserPatch { display_name: Change::Set("Jane".to_owned()), ..UserPatch::default() };
            directory.update_user(&admin, jane, update(patch)).await.expect("she has a name");
        }
        1 => drop(directory.add_members(&admin, called("crew"), vec![jane]).await.expect("she is a member")),
        2 => {
            let patch = GroupPatch { roles: SetChange::Add(role("cook")), ..GroupPatch::default() };
            directory.update_group(&admin, called("crew"), patch).await.expect("the group gives a role");
        }
        3 => {
            let patch = RolePatch { permissions: SetChange::Add(permissions(&["ingestion"])), ..RolePatch::default() };
            directory.update_role(&admin, called("cook"), patch).await.expect("the role gives a permission");
        }
        4 => {
            let whom = vec![Assignee::User(jane)];
            directory.assign_role(&admin, called("cook"), whom).await.expect("she has the role herself");
        }
        5 => {
            let patch = RolePatch { name: Some("chef".to_owned()), ..RolePatch::default() };
            directory.update_role(&admin, called("cook"), patch).await.expect("the role has another name");
        }
        6 => {
            let patch = UserPatch { username: Username::parse("chief").ok(), ..UserPatch::default() };
            directory.update_user(&admin, boss, update(patch)).await.expect("who made her has another name");
        }
        7 => {
            let own = Reference::Id(admin.principal().organization.to_base32());
            let renamed = directory.rename_organization(&admin, own, Some("Other".to_owned())).await;
            renamed.expect("the organization has another name");
        }
        _ => directory.delete_user(&admin, boss).await.expect("who made her is gone"),
    }
}

#[tokio::test]
async fn what_is_shown_is_made_once_and_anew_after_each_change_of_anything_in_it() {
    let (rig, jane, boss) = furnished().await;
    let mut made = 0;
    for deed in 0..9 {
        change(&rig, jane.clone(), boss.clone(), deed).await;
        let admin = rig.admin().await;
        let expected = rig.directory.get_user(&admin, jane.clone()).await.expect("she is there");
        for _ in 0..3 {
            let shown = rig.directory.show_user(&admin, jane.clone(), &COUNTED).await.expect("shown");
            assert_eq!((shown.tag, shown.body.0), (expected.tag().to_string(), expected.clone()), "after deed {deed}");
        }
        let before = std::mem::replace(&mut made, SHOWN.load(Ordering::SeqCst));
        // That somebody is not there is never remembered, and so nothing that is made of it.
        assert_eq!(made - before, if deed == 8 { 3 } else { 1 }, "after deed {deed}");
    }
}
