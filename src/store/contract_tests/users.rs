//! The contract about users: names, edges, versions, passwords, logins.

use std::collections::BTreeSet;

use super::{Backend, on_every_furnished_backend};
use crate::domain::{Email, Error, Kind, Status, User, Username};
use crate::store::samples::{credential, full_user, group, id, plain_user, role, time};
use crate::store::{NameKind, ReadTransaction, Result};

fn insert(backend: &mut Backend, user: &User) -> Result<()> {
    let user = user.clone();
    backend.write(move |txn| txn.insert_user(&user))
}

fn update(backend: &mut Backend, old: &User, new: &User) -> Result<()> {
    let (old, new) = (old.clone(), new.clone());
    backend.write(move |txn| txn.update_user(&old, &new))
}

fn stored(backend: &mut Backend, user: &User) -> Option<User> {
    let (organization, id) = (user.organization, user.id);
    backend.read(move |txn| txn.user(organization, id)).expect("the store reads")
}

fn holder_of(backend: &mut Backend, kind: NameKind, name: &str) -> Option<User> {
    let folded = crate::domain::text::fold(name);
    backend
        .read(move |txn| match txn.find_name(kind, &folded)? {
            Some((organization, id)) => txn.user(organization, id),
            None => Ok(None),
        })
        .expect("the store reads")
}

fn renamed(user: &User, username: &str) -> User {
    User { username: Username::parse(username).expect("valid"), ..user.clone() }
}

fn with_email(user: &User, email: &str) -> User {
    User { email: Some(Email::parse(email).expect("valid")), ..user.clone() }
}

#[test]
fn users_come_back_as_they_were_stored() {
    on_every_furnished_backend(|backend| {
        for user in [plain_user(1, 1), full_user(1, 2), full_user(2, 3)] {
            insert(backend, &user).expect("the names are free");
            assert_eq!(stored(backend, &user), Some(user));
        }
    });
}

#[test]
fn users_of_another_organization_are_not_there() {
    on_every_furnished_backend(|backend| {
        let user = plain_user(1, 1);
        insert(backend, &user).expect("the names are free");
        let elsewhere = User { organization: id(2), ..user };
        assert_eq!(stored(backend, &elsewhere), None);
    });
}

#[test]
fn a_username_is_found_in_its_organization() {
    on_every_furnished_backend(|backend| {
        let user = plain_user(1, 1);
        insert(backend, &user).expect("the names are free");
        let of = user.id;
        let find = |organization: u64| move |txn: &dyn ReadTransaction| txn.username(id(organization), of);
        assert_eq!(backend.read(find(1)).expect("the store reads"), Some(user.username));
        assert_eq!(backend.read(find(2)).expect("the store reads"), None);
    });
}

#[test]
fn users_are_found_by_any_spelling_of_their_names() {
    on_every_furnished_backend(|backend| {
        let user = full_user(1, 1);
        insert(backend, &user).expect("the names are free");
        assert_eq!(holder_of(backend, NameKind::Username, "USER\u{200b}1"), Some(user.clone()));
        assert_eq!(holder_of(backend, NameKind::Email, "user1@EXAMPLE.org"), Some(user));
        assert_eq!(holder_of(backend, NameKind::Email, "User1"), None, "an e-mail address is not a username");
    });
}

#[test]
fn names_are_unique_in_the_whole_instance() {
    on_every_furnished_backend(|backend| {
        insert(backend, &full_user(1, 1)).expect("the names are free");
        let same_username = renamed(&plain_user(2, 2), "uSER1");
        let taken = insert(backend, &same_username).expect_err("it is taken in the other organization");
        assert!(matches!(taken, Error::AlreadyExists { field: "username" }), "{taken:?}");
        let same_email = with_email(&plain_user(2, 2), "USER1@example.org");
        let taken = insert(backend, &same_email).expect_err("it is taken in the other organization");
        assert!(matches!(taken, Error::AlreadyExists { field: "email" }), "{taken:?}");
        assert_eq!(stored(backend, &same_email), None);
    });
}

#[test]
fn a_refused_insert_can_be_tried_again_in_the_same_transaction() {
    on_every_furnished_backend(|backend| {
        insert(backend, &full_user(1, 1)).expect("the names are free");
        let user = with_email(&plain_user(1, 2), "user1@example.org");
        let second = with_email(&user, "other@example.org");
        let expected = second.clone();
        backend
            .write(move |txn| {
                let taken = txn.insert_user(&user).expect_err("the e-mail address is taken");
                assert!(matches!(taken, Error::AlreadyExists { field: "email" }));
                txn.insert_user(&second)
            })
            .expect("the username was not left claimed by the refused insert");
        assert_eq!(stored(backend, &expected), Some(expected));
    });
}

#[test]
fn an_update_changes_all_but_identity_creation_and_logins() {
    on_every_furnished_backend(|backend| {
        let old = full_user(1, 1);
        insert(backend, &old).expect("the names are free");
        let other = plain_user(1, 2);
        let said = User {
            created_at: time(99),
            created_by: None,
            first_login_at: None,
            last_login_at: None,
            updated_at: time(60),
            version: 77,
            ..other.clone()
        };
        update(backend, &old, &said).expect("the version is the stored one");
        let expected = User {
            id: old.id,
            created_at: old.created_at,
            created_by: old.created_by,
            first_login_at: old.first_login_at,
            last_login_at: old.last_login_at,
            version: 2,
            ..said
        };
        assert_eq!(stored(backend, &old), Some(expected.clone()));
        assert_eq!(holder_of(backend, NameKind::Username, "user2"), Some(expected));
        assert_eq!(holder_of(backend, NameKind::Username, "user1"), None);
        assert_eq!(holder_of(backend, NameKind::Email, "user1@example.org"), None);
    });
}

#[test]
fn an_update_from_a_stale_read_is_a_conflict() {
    on_every_furnished_backend(|backend| {
        let read = plain_user(1, 1);
        insert(backend, &read).expect("the names are free");
        let first = with_email(&read, "first@example.org");
        update(backend, &read, &first).expect("nothing has changed since");
        let conflict =
            update(backend, &read, &with_email(&read, "late@example.org")).expect_err("it has changed since");
        assert!(matches!(conflict, Error::Conflict { kind: Kind::User }), "{conflict:?}");
        assert_eq!(stored(backend, &read), Some(User { version: 2, ..first }));
        assert_eq!(holder_of(backend, NameKind::Email, "late@example.org"), None);
    });
}

#[test]
fn an_update_to_a_taken_name_changes_nothing() {
    on_every_furnished_backend(|backend| {
        let (one, two) = (full_user(1, 1), plain_user(1, 2));
        insert(backend, &one).and_then(|()| insert(backend, &two)).expect("the names are free");
        let greedy = User { display_name: Some("Greedy".to_owned()), ..renamed(&two, "user1") };
        let taken = update(backend, &two, &greedy).expect_err("the name is taken");
        assert!(matches!(taken, Error::AlreadyExists { field: "username" }), "{taken:?}");
        assert_eq!(stored(backend, &two), Some(two));
    });
}

#[test]
fn a_name_can_be_respelled_by_its_holder() {
    on_every_furnished_backend(|backend| {
        let user = plain_user(1, 1);
        insert(backend, &user).expect("the names are free");
        let respelled = renamed(&user, "USER1");
        update(backend, &user, &respelled).expect("it is the same name");
        assert_eq!(holder_of(backend, NameKind::Username, "user1"), Some(User { version: 2, ..respelled }));
    });
}

#[test]
fn edges_are_exchanged_with_an_update() {
    on_every_furnished_backend(|backend| {
        let old = full_user(1, 1);
        insert(backend, &old).expect("the names are free");
        let new = User {
            roles: BTreeSet::from([role(1, 1).id, role(1, 2).id]),
            groups: BTreeSet::from([group(1, 2).id]),
            permissions: BTreeSet::new(),
            ..old.clone()
        };
        update(backend, &old, &new).expect("the ends exist");
        assert_eq!(stored(backend, &old), Some(User { version: 2, ..new }));
    });
}

#[test]
fn an_edge_cannot_lead_into_another_organization() {
    on_every_furnished_backend(|backend| {
        let user = User { roles: BTreeSet::from([role(2, 1).id]), ..plain_user(1, 1) };
        assert!(insert(backend, &user).is_err());
        assert_eq!(stored(backend, &user), None);
        assert_eq!(holder_of(backend, NameKind::Username, "user1"), None);
    });
}

#[test]
fn a_deleted_user_leaves_nothing_behind() {
    on_every_furnished_backend(|backend| {
        let user = full_user(1, 1);
        let key = credential(&user, 1);
        let (of_user, of_key) = (user.clone(), key.clone());
        backend
            .write(move |txn| {
                txn.insert_user(&of_user)?;
                txn.set_password(of_user.organization, of_user.id, "phc")?;
                txn.insert_credential(&of_key)
            })
            .expect("everything is new");
        let stale = User { version: 9, ..user.clone() };
        let conflict = backend.write(move |txn| txn.delete_user(&stale)).expect_err("the version is another");
        assert!(matches!(conflict, Error::Conflict { kind: Kind::User }), "{conflict:?}");
        assert_eq!(stored(backend, &user), Some(user.clone()));

        let doomed = user.clone();
        backend.write(move |txn| txn.delete_user(&doomed)).expect("the version is the stored one");
        assert_eq!(stored(backend, &user), None);
        let found = backend.read(move |txn| txn.credential(key.id)).expect("the store reads");
        assert_eq!(found, None);
        insert(backend, &user).expect("its id and names are free again");
        let (organization, id) = (user.organization, user.id);
        assert_eq!(backend.read(move |txn| txn.password(organization, id)).expect("the store reads"), None);
    });
}

#[test]
fn a_login_is_noted_without_an_edit() {
    on_every_furnished_backend(|backend| {
        let user = plain_user(1, 1);
        insert(backend, &user).expect("the names are free");
        let (organization, id) = (user.organization, user.id);
        for at in [70, 71] {
            backend.write(move |txn| txn.touch_login(organization, id, time(at))).expect("the user is there");
        }
        let expected = User { first_login_at: Some(time(70)), last_login_at: Some(time(71)), ..user.clone() };
        assert_eq!(stored(backend, &user), Some(expected));
        let nobody = backend.write(move |txn| txn.touch_login(super::samples::id(2), id, time(72)));
        assert!(matches!(nobody, Err(Error::NotFound { kind: Kind::User })), "{nobody:?}");
    });
}

#[test]
fn only_who_is_active_has_an_active_password() {
    on_every_furnished_backend(|backend| {
        let user = plain_user(1, 1);
        insert(backend, &user).expect("the names are free");
        let (organization, id) = (user.organization, user.id);
        let found = |backend: &mut Backend| backend.read(move |txn| txn.active_password(organization, id));
        assert_eq!(found(backend).expect("the store reads"), None);
        backend.write(move |txn| txn.set_password(organization, id, "$phc")).expect("the user is there");
        assert_eq!(found(backend).expect("the store reads").as_deref(), Some("$phc"));
        let disabled = User { status: Status::Disabled, version: user.version + 1, ..user.clone() };
        update(backend, &user, &disabled).expect("the version is the stored one");
        assert_eq!(found(backend).expect("the store reads"), None);
        assert!(backend.read(move |txn| txn.password(organization, id)).expect("the store reads").is_some());
    });
}

#[test]
fn a_password_can_be_set_replaced_and_removed() {
    on_every_furnished_backend(|backend| {
        let user = plain_user(1, 1);
        insert(backend, &user).expect("the names are free");
        let (organization, id) = (user.organization, user.id);
        for phc in ["$first", "$second"] {
            backend.write(move |txn| txn.set_password(organization, id, phc)).expect("the user is there");
            let found = backend.read(move |txn| txn.password(organization, id)).expect("the store reads");
            assert_eq!(found.as_deref(), Some(phc));
        }
        for _ in 0..2 {
            backend.write(move |txn| txn.delete_password(organization, id)).expect("removing is idempotent");
            assert_eq!(backend.read(move |txn| txn.password(organization, id)).expect("the store reads"), None);
        }
    });
}
