//! The contract about what is remembered: a lookup is answered as a snapshot would answer it, whatever was written, and
//! never with what an acknowledged write has changed.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

use super::{on_every_furnished_backend, wait};
use crate::domain::{Credential, Group, Organization, Role, Status, User, Username};
use crate::store::samples::{credential, group, id, organization, plain_user, role, time};
use crate::store::sqlite::SqliteStore;
use crate::store::{
    Derivable, Derivation, Lookups, NameKind, Result, WriteTransaction, derive, groups_of, look_up, read,
    roles_granted_to, write,
};

/// How often the reader compares what it sees with what was acknowledged.
const LOOKS: u64 = 3_000;

/// A write that may make something doubtful.
type Deed = fn(&dyn WriteTransaction) -> Result<()>;

fn user() -> User {
    User { roles: [role(1, 1).id].into(), groups: [group(1, 1).id].into(), ..plain_user(1, 1) }
}

fn renamed() -> User {
    User { username: Username::parse("Renamed").expect("valid"), roles: [].into(), version: 2, ..user() }
}

/// Everything that can be looked up about the user, and of what it has.
const PARTS: [fn(&dyn Lookups) -> Result<String>; 10] = [
    |txn| {
        let granted = |user: User| -> Result<_> {
            let groups = groups_of(txn, &user)?;
            Ok((roles_granted_to(txn, &user, &groups)?, groups))
        };
        Ok(format!("{:?}", txn.user(user().organization, user().id)?.map(granted).transpose()?))
    },
    |txn| Ok(format!("{:?}", txn.organization(user().organization)?)),
    |txn| Ok(format!("{:?}", txn.user(user().organization, user().id)?)),
    |txn| Ok(format!("{:?}", txn.username(user().organization, user().id)?)),
    |txn| Ok(format!("{:?}", txn.role(user().organization, role(1, 1).id)?)),
    |txn| Ok(format!("{:?}", txn.group(user().organization, group(1, 1).id)?)),
    |txn| Ok(format!("{:?}", txn.find_name(NameKind::Username, "user1")?)),
    |txn| Ok(format!("{:?}", txn.find_name(NameKind::Username, "renamed")?)),
    |txn| Ok(format!("{:?}", txn.credential(credential(&user(), 1).id)?)),
    |txn| Ok(format!("{:?}", txn.credential_by_secret(&credential(&user(), 1).secret_hash)?)),
];

fn look(txn: &dyn Lookups) -> Result<Vec<String>> {
    PARTS.iter().map(|part| part(txn)).collect()
}

/// The same, each part as it is remembered, or made anew.
fn look_at_derived(txn: &dyn Lookups) -> Result<Vec<String>> {
    PARTS.iter().enumerate().map(|(number, part)| derived(txn, number, part)).collect()
}

/// Something that is made of each part, as it is remembered, or made anew. The parts are derived, too.
fn look_at_derived_of_derived(txn: &dyn Lookups) -> Result<Vec<String>> {
    let parts = PARTS.iter().enumerate();
    parts.map(|(number, part)| derived(txn, 100 + number, |txn| derived(txn, number, part))).collect()
}

fn derived(txn: &dyn Lookups, number: usize, make: impl Fn(&dyn Lookups) -> Result<String>) -> Result<String> {
    let derivation = Derivation { what: "part", of: [u8::try_from(number).expect("there are few"); 32] };
    derive(txn, derivation, make).map(|made| made.to_string())
}

impl Derivable for String {
    fn bytes(&self) -> usize {
        self.len()
    }
}

#[test]
fn a_lookup_is_answered_as_a_snapshot_would_answer_it() {
    let deeds: &[(&str, Deed)] = &[
        ("add a user", |txn| txn.insert_user(&user())),
        ("add a key", |txn| txn.insert_credential(&credential(&user(), 1))),
        ("note a login", |txn| txn.touch_login(user().organization, user().id, time(99))),
        ("change a role", |txn| txn.update_role(&role(1, 1), &Role { name: "Other".to_owned(), ..role(1, 1) })),
        ("change a group", |txn| {
            txn.update_group(&group(1, 1), &Group { description: "other".to_owned(), roles: [].into(), ..group(1, 1) })
        }),
        ("change an organization", |txn| {
            txn.update_organization(&organization(1), &Organization { name: "Other".to_owned(), ..organization(1) })
        }),
        ("change a key", |txn| {
            let old = credential(&user(), 1);
            txn.update_credential(&old, &Credential { expires_at: None, ..old.clone() })
        }),
        ("rename a user", |txn| txn.update_user(&user(), &renamed())),
        ("fail to change it again", |txn| txn.update_user(&user(), &User { status: Status::Disabled, ..user() })),
        ("delete a key", |txn| txn.delete_credential(&Credential { version: 2, ..credential(&user(), 1) })),
        ("add it again", |txn| txn.insert_credential(&credential(&user(), 1))),
        ("delete a role", |txn| txn.delete_role(&Role { version: 2, ..role(1, 1) })),
        ("delete a group", |txn| txn.delete_group(&Group { version: 2, ..group(1, 1) })),
        ("delete a user", |txn| txn.delete_user(&renamed())),
    ];
    on_every_furnished_backend(|backend| {
        for (what, deed) in deeds {
            let deed = *deed;
            let outcome = backend.write(deed);
            assert_eq!(outcome.is_ok(), !what.starts_with("fail"), "{what}: {outcome:?}");
            let expected = backend.read(|txn| look(txn)).expect("the store reads");
            // At first from a snapshot, then from what was remembered of it.
            for _ in 0..3 {
                let seen = wait(look_up(backend.store(), look)).expect("the store reads");
                assert_eq!(seen, expected, "after a write to {what}");
                let seen = wait(look_up(backend.store(), look_at_derived)).expect("the store reads");
                assert_eq!(seen, expected, "derived, after a write to {what}");
                let seen = wait(look_up(backend.store(), look_at_derived_of_derived)).expect("the store reads");
                assert_eq!(seen, expected, "derived of what is derived, after a write to {what}");
            }
        }
    });
}

#[test]
fn what_was_acknowledged_is_seen_and_what_was_seen_is_not_unseen() {
    let log = slog::Logger::root(slog::Discard, slog::o!());
    let store = Arc::new(SqliteStore::in_memory(2, &log).expect("memory is there"));
    wait(write(store.as_ref(), |txn| {
        txn.insert_organization(&organization(1))?;
        txn.insert_user(&plain_user(1, 1))
    }))
    .expect("the store was empty");
    let (acknowledged, is_done) = (Arc::new(AtomicU64::new(1)), Arc::new(AtomicBool::new(false)));

    let writer = thread::spawn({
        let (store, acknowledged, is_done) = (Arc::clone(&store), Arc::clone(&acknowledged), Arc::clone(&is_done));
        move || {
            while !is_done.load(Ordering::SeqCst) {
                let version = wait(write(store.as_ref(), |txn| {
                    let old = txn.user(plain_user(1, 1).organization, plain_user(1, 1).id)?.expect("it is there");
                    let new = User { display_name: Some(old.version.to_string()), ..old.clone() };
                    txn.update_user(&old, &new).map(|()| old.version + 1)
                }));
                acknowledged.store(version.expect("written"), Ordering::SeqCst);
            }
        }
    });
    let mut last = 0;
    for _ in 0..LOOKS {
        let at_least = acknowledged.load(Ordering::SeqCst).max(last);
        let seen = wait(look_up(store.as_ref(), |txn| {
            let version = |txn: &dyn Lookups| {
                let user = txn.user(plain_user(1, 1).organization, plain_user(1, 1).id)?;
                Ok(user.expect("it is there").version)
            };
            Ok((version(txn)?, derived(txn, 0, |txn| version(txn).map(|version| version.to_string()))?))
        }));
        let (version, derived) = seen.expect("the store reads");
        assert_eq!(version.to_string(), derived, "both are of one moment");
        last = version;
        assert!(last >= at_least, "version {last} was seen after version {at_least}");
    }
    is_done.store(true, Ordering::SeqCst);
    writer.join().expect("the writer found nothing wrong");
    let stored = wait(read(store.as_ref(), |txn| txn.user(id(1), plain_user(1, 1).id)));
    assert!(stored.expect("the store reads").is_some_and(|user| user.version >= last));
}
