//! The contract about all but users: organizations, roles, groups, credentials, audit trail, installation key.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{on_every_backend, on_every_furnished_backend};
use crate::domain::{
    Action, ActionSet, Credential, CredentialKind, Error, Group, Kind, Organization, Role, TargetKind, User, UserKind,
};
use crate::store::samples::{credential, full_user, group, id, organization, plain_user, record, role, time};

#[test]
fn an_organization_has_a_unique_name_that_can_change() {
    on_every_backend(|backend| {
        let old = organization(1);
        backend.write(|txn| txn.insert_organization(&organization(1))).expect("the store was empty");
        let same_name = Organization { name: "ORGANIZATION 1".to_owned(), ..organization(2) };
        let taken = backend.write(move |txn| txn.insert_organization(&same_name));
        assert!(matches!(taken, Err(Error::AlreadyExists { field: "name" })), "{taken:?}");

        let new = Organization { name: "Renamed".to_owned(), updated_at: time(9), ..old.clone() };
        let expected = Organization { version: 2, ..new.clone() };
        for outcome in [Ok(()), Err(())] {
            let (old, new) = (old.clone(), new.clone());
            let updated = backend.write(move |txn| txn.update_organization(&old, &new)).map_err(|_| ());
            assert_eq!(updated, outcome, "the second update is from a stale read");
        }
        let found = backend
            .read(|txn| {
                Ok((
                    txn.organization(id(1))?,
                    txn.organization_by_name("renamed")?,
                    txn.organization_by_name("organization 1")?,
                ))
            })
            .expect("the store reads");
        assert_eq!(found, (Some(expected.clone()), Some(expected), None));
    });
}

#[test]
fn a_role_comes_back_as_stored_and_changes_by_version() {
    on_every_furnished_backend(|backend| {
        let old = role(1, 1);
        let new = Role {
            name: "Other".to_owned(),
            description: "x".to_owned(),
            actions: ActionSet::EMPTY,
            permissions: BTreeSet::new(),
            updated_at: time(99),
            ..role(1, 1)
        };
        let expected = Role { version: 2, ..new.clone() };
        assert_eq!(
            backend.read(|txn| txn.role_by_name(id(1), "role 1")).expect("it reads"),
            Some(Arc::new(old.clone()))
        );
        for outcome in [Ok(()), Err(())] {
            let (old, new) = (old.clone(), new.clone());
            let updated = backend.write(move |txn| txn.update_role(&old, &new)).map_err(|_| ());
            assert_eq!(updated, outcome, "the second update is from a stale read");
        }
        assert_eq!(
            backend.read(|txn| txn.role(id(1), role(1, 1).id)).expect("the store reads"),
            Some(Arc::new(expected))
        );
        assert_eq!(backend.read(|txn| txn.role(id(2), role(1, 1).id)).expect("the store reads"), None);
    });
}

#[test]
fn a_role_of_all_actions_comes_back_whole() {
    on_every_furnished_backend(|backend| {
        let all = Role { actions: Action::ALL.iter().copied().collect(), ..role(1, 3) };
        let stored = all.clone();
        backend.write(move |txn| txn.insert_role(&stored)).expect("the name is free");
        assert_eq!(backend.read(|txn| txn.role(id(1), role(1, 3).id)).expect("the store reads"), Some(Arc::new(all)));
    });
}

#[test]
fn names_of_roles_and_groups_are_unique_in_an_organization() {
    on_every_furnished_backend(|backend| {
        let taken = backend.write(|txn| txn.insert_role(&Role { name: "ROLE 1".to_owned(), ..role(1, 3) }));
        assert!(matches!(taken, Err(Error::AlreadyExists { field: "name" })), "{taken:?}");
        let taken =
            backend.write(|txn| txn.update_role(&role(1, 2), &Role { name: "rolE 1".to_owned(), ..role(1, 2) }));
        assert!(matches!(taken, Err(Error::AlreadyExists { field: "name" })), "{taken:?}");
        let taken = backend.write(|txn| txn.insert_group(&Group { name: "GROUP 1".to_owned(), ..group(1, 3) }));
        assert!(matches!(taken, Err(Error::AlreadyExists { field: "name" })), "{taken:?}");
        let same_id = backend.write(|txn| txn.insert_role(&Role { name: "New".to_owned(), ..role(1, 1) }));
        assert!(matches!(same_id, Err(Error::Internal { .. })), "no caller can take an id: {same_id:?}");
    });
}

#[test]
fn a_group_comes_back_as_stored_and_changes_by_version() {
    on_every_furnished_backend(|backend| {
        let old = group(1, 1);
        let new = Group { name: "Other".to_owned(), description: "x".to_owned(), updated_at: time(99), ..group(1, 1) };
        let expected = Group { version: 2, ..new.clone() };
        assert_eq!(
            backend.read(|txn| txn.group(id(1), group(1, 1).id)).expect("the store reads"),
            Some(Arc::new(old.clone()))
        );
        for outcome in [Ok(()), Err(())] {
            let (old, new) = (old.clone(), new.clone());
            let updated = backend.write(move |txn| txn.update_group(&old, &new)).map_err(|_| ());
            assert_eq!(updated, outcome, "the second update is from a stale read");
        }
        let found = backend.read(|txn| txn.group_by_name(id(1), "other")).expect("the store reads");
        assert_eq!(found, Some(Arc::new(expected)));
        assert_eq!(backend.read(|txn| txn.group_by_name(id(1), "group 1")).expect("the store reads"), None);
    });
}

#[test]
fn a_deleted_role_or_group_is_taken_from_everybody() {
    on_every_furnished_backend(|backend| {
        backend.write(|txn| txn.insert_user(&full_user(1, 1))).expect("the names are free");
        let conflict = backend.write(|txn| txn.delete_role(&Role { version: 2, ..role(1, 1) }));
        assert!(matches!(conflict, Err(Error::Conflict { kind: Kind::Role })), "{conflict:?}");
        backend
            .write(|txn| {
                txn.delete_role(&role(1, 1))?;
                txn.delete_group(&group(1, 1))
            })
            .expect("the versions are the stored ones");
        let user = backend.read(|txn| txn.user(id(1), full_user(1, 1).id)).expect("the store reads");
        let user = user.expect("the user is still there");
        assert!(user.roles.is_empty() && user.groups.is_empty());
        assert_eq!(backend.read(|txn| txn.role(id(1), role(1, 1).id)).expect("the store reads"), None);
        assert!(backend.read(|txn| txn.role(id(2), role(2, 1).id)).expect("the store reads").is_some());
    });
}

#[test]
fn a_credential_is_found_by_id_and_by_secret() {
    on_every_furnished_backend(|backend| {
        let user = plain_user(1, 1);
        let (one, two) = (credential(&user, 1), Credential { expires_at: None, ..credential(&user, 2) });
        let both = [one.clone(), two.clone()];
        backend
            .write(move |txn| {
                txn.insert_user(&plain_user(1, 1))?;
                both.iter().try_for_each(|credential| txn.insert_credential(credential))
            })
            .expect("everything is new");
        let (id, secret) = (one.id, two.secret_hash);
        let found = backend
            .read(move |txn| Ok((txn.credential(id)?, txn.credential_by_secret(&secret)?)))
            .expect("the store reads");
        assert_eq!(found, (Some(one.clone()), Some(two.clone())));
        let (organization, of) = (user.organization, user.id);
        let all = backend.read(move |txn| txn.credentials_of(organization, of)).expect("the store reads");
        assert_eq!(all, [one, two]);
        assert_eq!(backend.read(|txn| txn.credential_by_secret(&[9; 32])).expect("the store reads"), None);
    });
}

#[test]
fn credentials_of_the_persons_of_an_organization_are_listed_by_pages() {
    on_every_furnished_backend(|backend| {
        let service = User { kind: UserKind::Service, ..plain_user(1, 4) };
        let users = [plain_user(1, 1), plain_user(1, 2), plain_user(2, 3), service];
        let keys = [(0, 1), (1, 2), (2, 3), (0, 4), (3, 5)].map(|(user, number)| credential(&users[user], number));
        let (inserted, expected) = (keys.clone(), [keys[0].clone(), keys[1].clone(), keys[3].clone()]);
        backend
            .write(move |txn| {
                users.iter().try_for_each(|user| txn.insert_user(user))?;
                inserted.iter().try_for_each(|credential| txn.insert_credential(credential))
            })
            .expect("everything is new");
        let mut page =
            |after, limit| backend.read(move |txn| txn.credentials_page(id(1), after, limit)).expect("the store reads");
        assert_eq!(page(None, 9), expected);
        assert_eq!(page(None, 2), expected[..2]);
        assert_eq!(page(Some(expected[1].id), 2), expected[2..]);
        assert_eq!(page(Some(expected[2].id), 2), []);
    });
}

#[test]
fn a_session_token_is_a_credential_that_is_found_once_it_has_expired() {
    on_every_furnished_backend(|backend| {
        let users = [plain_user(1, 1), plain_user(1, 2), plain_user(2, 3)];
        let token = |user: usize, number, millis| Credential {
            kind: CredentialKind::Session(id(7)),
            expires_at: Some(time(millis)),
            ..credential(&users[user], number)
        };
        let tokens = [token(0, 1, 103), token(1, 2, 101), token(0, 3, 102), token(1, 4, 104), token(2, 5, 101)];
        let key = Credential { expires_at: Some(time(100)), ..credential(&users[0], 6) };
        let (owners, inserted, also) = (users.clone(), tokens.clone(), key.clone());
        backend
            .write(move |txn| {
                owners.iter().try_for_each(|user| txn.insert_user(user))?;
                inserted.iter().chain([&also]).try_for_each(|credential| txn.insert_credential(credential))
            })
            .expect("everything is new");
        let found = backend.read(|txn| txn.credential_by_secret(&[1; 32])).expect("the store reads");
        assert_eq!(found.as_ref(), Some(&tokens[0]));
        let mut expired =
            |at, limit| backend.read(move |txn| txn.expired_sessions(id(1), time(at), limit)).expect("the store reads");
        assert_eq!(expired(103, 9), [tokens[1].clone(), tokens[2].clone(), tokens[0].clone()]);
        assert_eq!(expired(103, 2), [tokens[1].clone(), tokens[2].clone()]);
        assert_eq!(expired(100, 9), []);
        let listed = backend.read(|txn| txn.credentials_page(id(1), None, 9)).expect("the store reads");
        assert_eq!(listed, [key]);
    });
}

#[test]
fn a_credential_can_change_and_go() {
    on_every_furnished_backend(|backend| {
        let old = credential(&plain_user(1, 1), 1);
        let same_secret = Credential { id: id(1), ..old.clone() };
        let inserted = old.clone();
        backend
            .write(move |txn| {
                txn.insert_user(&plain_user(1, 1))?;
                txn.insert_credential(&inserted)?;
                let taken = txn.insert_credential(&same_secret);
                assert!(matches!(taken, Err(Error::AlreadyExists { field: "key" })), "{taken:?}");
                Ok(())
            })
            .expect("everything is new");
        let new = Credential { description: "other".to_owned(), secret_hash: [8; 32], expires_at: None, ..old.clone() };
        let expected = Credential { version: 2, ..new.clone() };
        let (was, is) = (old.clone(), new.clone());
        backend.write(move |txn| txn.update_credential(&was, &is)).expect("the version is the stored one");
        let found = backend.read(|txn| txn.credential_by_secret(&[8; 32])).expect("the store reads");
        assert_eq!(found, Some(expected.clone()));
        assert_eq!(backend.read(|txn| txn.credential_by_secret(&[1; 32])).expect("the store reads"), None);

        let conflict = backend.write(move |txn| txn.delete_credential(&old));
        assert!(matches!(conflict, Err(Error::Conflict { kind: Kind::Credential })), "{conflict:?}");
        let doomed = expected.clone();
        backend.write(move |txn| txn.delete_credential(&doomed)).expect("the version is the stored one");
        let found = backend
            .read(move |txn| Ok((txn.credential(expected.id)?, txn.credential_by_secret(&[8; 32])?)))
            .expect("the store reads");
        assert_eq!(found, (None, None));
    });
}

#[test]
fn the_audit_trail_lists_the_newest_first_and_outlives_its_target() {
    on_every_furnished_backend(|backend| {
        backend
            .write(|txn| {
                let (user, other) = (plain_user(1, 1), plain_user(1, 2));
                txn.insert_user(&user)?;
                (1..=3).try_for_each(|number| txn.append_audit(&record(&user, number)))?;
                txn.append_audit(&record(&other, 4))?;
                txn.delete_user(&user)
            })
            .expect("everything is new");
        let list = |organization: u64, kind: TargetKind| {
            move |txn: &dyn crate::store::ReadTransaction| {
                txn.audit_of(id(organization), kind, plain_user(1, 1).id.id(), 2)
            }
        };
        let found = backend.read(list(1, TargetKind::User)).expect("the store reads");
        assert_eq!(found, [record(&plain_user(1, 1), 3), record(&plain_user(1, 1), 2)]);
        assert_eq!(backend.read(list(2, TargetKind::User)).expect("the store reads"), []);
        assert_eq!(backend.read(list(1, TargetKind::Role)).expect("the store reads"), []);
    });
}

#[test]
fn what_organizations_were_given_is_noted_anew() {
    on_every_backend(|backend| {
        assert_eq!(backend.read(|txn| txn.furnishings()).expect("the store reads"), None);
        for digest in [[1; 32], [2; 32]] {
            backend.write(move |txn| txn.set_furnishings(&digest)).expect("the store writes");
            assert_eq!(backend.read(|txn| txn.furnishings()).expect("the store reads"), Some(digest));
        }
    });
}

#[test]
fn the_installation_key_is_set_once() {
    on_every_backend(|backend| {
        assert_eq!(backend.read(|txn| txn.installation_key()).expect("the store reads"), None);
        backend.write(|txn| txn.insert_installation_key(&[1; 32])).expect("there was none");
        assert!(backend.write(|txn| txn.insert_installation_key(&[2; 32])).is_err());
        assert_eq!(backend.read(|txn| txn.installation_key()).expect("the store reads"), Some([1; 32]));
    });
}
