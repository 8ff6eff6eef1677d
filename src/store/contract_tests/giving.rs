//! The contract about who has what through whom: roles of groups, and the members of groups and roles.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::on_every_furnished_backend;
use crate::domain::{Error, Group, Identity, Kind, Role, User, UserKind};
use crate::store::samples::{full_user, group, id, plain_user, role};
use crate::store::{ReadTransaction, Result, groups_of, roles_granted_to};

/// A group with roles, where the samples have none.
fn giving(organization: u64, number: u64, roles: &[u64]) -> Group {
    Group { roles: roles.iter().map(|number| role(organization, *number).id).collect(), ..group(organization, number) }
}

fn identity(user: &User) -> Identity {
    Identity { id: user.id, kind: user.kind, username: user.username.clone(), email: user.email.clone() }
}

/// The roles that a user has in whichever way, and its groups.
fn granted(txn: &dyn ReadTransaction, user: &User) -> Result<(Vec<Role>, Vec<Group>)> {
    let groups = groups_of(txn, user)?;
    let roles = roles_granted_to(txn, user, &groups)?.into_iter().map(Arc::unwrap_or_clone).collect();
    Ok((roles, groups.into_iter().map(Arc::unwrap_or_clone).collect()))
}

#[test]
fn a_groups_roles_come_back_and_change_with_it() {
    on_every_furnished_backend(|backend| {
        let old = group(1, 1);
        let both = giving(1, 1, &[1, 2]);
        let one = Group { version: 2, ..giving(1, 1, &[2]) };
        backend.write(move |txn| txn.update_group(&old, &both)).expect("the version is the stored one");
        let stored = Group { version: 2, ..giving(1, 1, &[1, 2]) };
        let by_name = backend.read(|txn| txn.group_by_name(id(1), "group 1")).expect("the store reads");
        assert_eq!(by_name, Some(Arc::new(stored.clone())));
        let stale = backend.write(|txn| txn.update_group(&group(1, 1), &giving(1, 1, &[])));
        assert!(matches!(stale, Err(Error::Conflict { kind: Kind::Group })), "{stale:?}");
        backend.write(move |txn| txn.update_group(&stored, &one)).expect("the version is the stored one");
        let found = backend.read(|txn| txn.group(id(1), group(1, 1).id)).expect("the store reads");
        assert_eq!(found, Some(Arc::new(Group { version: 3, ..giving(1, 1, &[2]) })));
        let other = backend.read(|txn| txn.group(id(2), group(2, 1).id)).expect("the store reads");
        assert_eq!(other, Some(Arc::new(group(2, 1))));
    });
}

#[test]
fn a_refused_change_of_a_group_leaves_its_roles() {
    on_every_furnished_backend(|backend| {
        let taken = Group { name: "Group 2".to_owned(), ..giving(1, 1, &[1]) };
        let outcome = backend.write(move |txn| {
            let outcome = txn.update_group(&group(1, 1), &taken);
            assert!(matches!(outcome, Err(Error::AlreadyExists { field: "name" })), "{outcome:?}");
            let nobody = Group { id: id(3199), name: "Group 2".to_owned(), ..giving(1, 1, &[1]) };
            assert!(txn.insert_group(&nobody).is_err());
            Ok(())
        });
        outcome.expect("what was refused did nothing");
        let (count, groups) = backend.read(|txn| txn.role_groups(id(1), role(1, 1).id, 9)).expect("the store reads");
        assert_eq!((count, groups), (0, vec![]));
    });
}

#[test]
fn roles_are_granted_by_users_and_by_their_groups() {
    on_every_furnished_backend(|backend| {
        let users = [
            full_user(1, 1),
            User { roles: [role(1, 2).id].into(), groups: [group(1, 2).id].into(), ..plain_user(1, 2) },
            plain_user(1, 3),
        ];
        let (inserted, both) = (users.clone(), giving(1, 1, &[1, 2]));
        backend
            .write(move |txn| {
                txn.update_group(&group(1, 1), &both)?;
                inserted.iter().try_for_each(|user| txn.insert_user(user))
            })
            .expect("everything is new");
        let expected = [
            (vec![role(1, 1), role(1, 2)], vec![Group { version: 2, ..giving(1, 1, &[1, 2]) }]),
            (vec![role(1, 2)], vec![group(1, 2)]),
            (vec![], vec![]),
        ];
        for (user, expected) in users.into_iter().zip(expected) {
            let found = backend.read(move |txn| granted(txn, &user)).expect("the store reads");
            assert_eq!(found, expected, "each once, by id");
        }
    });
}

#[test]
fn members_are_counted_and_the_first_are_named() {
    on_every_furnished_backend(|backend| {
        let member = |number, kind| User {
            kind,
            roles: [role(1, 1).id].into(),
            groups: [group(1, 1).id].into(),
            ..plain_user(1, number)
        };
        let users = [member(2, UserKind::Service), member(3, UserKind::Person), full_user(1, 1)];
        let inserted = users.clone();
        backend.write(move |txn| inserted.iter().try_for_each(|user| txn.insert_user(user))).expect("they are new");
        let first = [identity(&users[2]), identity(&users[0])];
        let (in_group, with_role, nobody) = backend
            .read(|txn| {
                let in_group = txn.group_members(id(1), group(1, 1).id, 2)?;
                Ok((in_group, txn.role_users(id(1), role(1, 1).id, 2)?, txn.group_members(id(2), group(1, 1).id, 2)?))
            })
            .expect("the store reads");
        assert_eq!(in_group, (3, first.to_vec()));
        assert_eq!(with_role, (3, first.to_vec()));
        assert_eq!(nobody, (0, vec![]), "of another organization");
    });
}

#[test]
fn what_is_deleted_gives_nothing_any_more() {
    on_every_furnished_backend(|backend| {
        backend
            .write(|txn| {
                txn.update_group(&group(1, 1), &giving(1, 1, &[1, 2]))?;
                txn.update_group(&group(1, 2), &giving(1, 2, &[2]))?;
                txn.insert_user(&full_user(1, 1))
            })
            .expect("everything is new");
        let (count, groups) = backend.read(|txn| txn.role_groups(id(1), role(1, 2).id, 1)).expect("the store reads");
        assert_eq!((count, groups), (2, vec![Group { version: 2, ..giving(1, 1, &[1, 2]) }]));
        backend.write(|txn| txn.delete_role(&role(1, 2))).expect("the version is the stored one");
        let kept = backend.read(|txn| txn.group(id(1), group(1, 1).id)).expect("the store reads");
        assert_eq!(kept.map(|group| group.roles.clone()), Some(BTreeSet::from([role(1, 1).id])));
        let doomed = Group { version: 2, ..giving(1, 1, &[1]) };
        backend.write(move |txn| txn.delete_group(&doomed)).expect("the version is the stored one");
        let stays =
            move |txn: &dyn ReadTransaction| granted(txn, &txn.user(id(1), full_user(1, 1).id)?.expect("stays"));
        let granted = backend.read(stays).expect("the store reads");
        assert_eq!(granted, (vec![role(1, 1)], vec![]), "its own");
        let (count, _) = backend.read(|txn| txn.role_groups(id(1), role(1, 1).id, 1)).expect("the store reads");
        assert_eq!(count, 0);
    });
}
