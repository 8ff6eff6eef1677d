//! Deleting users: what goes with them, and who is kept.

use super::*;
use crate::domain::UserKind;
use crate::limits::USERS_PER_REQUEST_MAX;

#[tokio::test]
async fn a_deleted_user_is_gone_with_all_that_was_its_own() {
    let rig = Rig::new().await;
    let new = NewUser { password: Password::parse("correct horse").ok(), ..mailed("jane@example.com") };
    let (jane, key) = rig.person(new).await;
    rig.directory.delete_user(&rig.admin().await, UserSelector::Any("jane@example.com".into())).await.expect("deleted");

    let selector = UserSelector::Id(jane.user.id);
    assert_not_found(rig.directory.get_user(&rig.admin().await, selector).await);
    let by_password = Presented::Basic { user: "jane@example.com".into(), password: "correct horse".into() };
    for presented in [Presented::Key(key.reveal().to_owned()), by_password] {
        let outcome = rig.directory.authenticate(presented, HERE).await;
        assert!(matches!(outcome, Err(Error::Unauthenticated)), "{outcome:?}");
    }
    let again = rig.create(mailed("jane@example.com")).await.expect("the names are free again").view.user;
    assert_ne!(again.id, jane.user.id);
}

#[tokio::test]
async fn the_trail_tells_who_was_deleted_and_which_keys() {
    let rig = Rig::new().await;
    let (jane, key) = rig.person(mailed("jane@example.com")).await;
    rig.directory.delete_user(&rig.admin().await, UserSelector::Id(jane.user.id)).await.expect("deleted");
    let newest = rig.audit(&jane.user).await.swap_remove(0);
    let email = newest.changes.iter().find(|change| change.field == "email").expect("it had one");
    assert_eq!((email.from.as_deref(), email.to.as_deref()), (Some("jane@example.com"), None));

    let (organization, id) = (jane.user.organization, key.credential_id().expect("generated").id());
    let of_key = move |txn: &dyn ReadTransaction| txn.audit_of(organization, TargetKind::Credential, id, 10);
    let records = rig.directory.read(of_key).await.expect("read");
    assert_eq!(records.len(), 2, "it was made and deleted");
    assert!(records[0].changes.iter().any(|change| change.field == "user" && change.to.is_none()), "{records:?}");
}

#[tokio::test]
async fn nobody_deletes_oneself_or_whom_they_may_not() {
    let rig = Rig::new().await;
    let (_, manager_key) = rig.person(manager()).await;
    rig.create(NewUser { roles: role("ece_platform_viewer"), ..named("viewer") }).await.expect("created");
    rig.create(named("jane")).await.expect("created");
    rig.stranger().await;
    let caller = rig.caller(&manager_key, Action::UsersDelete).await.expect("a manager may");
    let delete = |name: &str| rig.directory.delete_user(&caller, UserSelector::Username(name.into()));
    assert_forbidden(delete("manager").await, ForbiddenReason::Oneself);
    assert_forbidden(delete("viewer").await, ForbiddenReason::StrongerTarget);
    assert_forbidden(delete("admin").await, ForbiddenReason::Builtin(Kind::User));
    for absent in ["stranger", "nobody"] {
        assert_not_found(delete(absent).await);
    }
    delete("jane").await.expect("a manager deletes those who can do less");
    assert_not_found(delete("jane").await);
    for name in ["manager", "viewer", "admin"] {
        rig.directory.get_user(&rig.admin().await, UserSelector::Username(name.into())).await.expect("still there");
    }
}

#[tokio::test]
async fn two_who_delete_each_other_do_not_both_go() {
    let rig = Rig::new().await;
    let administrator = |name| NewUser { roles: role("ece_platform_admin"), ..named(name) };
    let (_, one) = rig.person(administrator("one")).await;
    let (_, two) = rig.person(administrator("two")).await;
    let one = rig.caller(&one, Action::UsersDelete).await.expect("one may");
    let two = rig.caller(&two, Action::UsersDelete).await.expect("two may");
    rig.directory.delete_user(&one, UserSelector::oneself(&two)).await.expect("the first one succeeds");
    let outcome = rig.directory.delete_user(&two, UserSelector::oneself(&one)).await;
    assert!(matches!(outcome, Err(Error::Unauthenticated)), "{outcome:?}");
    rig.get(one.principal().user).await;
}

#[tokio::test]
async fn several_are_deleted_all_or_none() {
    let rig = Rig::new().await;
    for name in ["jane", "joe"] {
        rig.create(named(name)).await.expect("created");
    }
    rig.create(NewUser { kind: UserKind::Service, ..named("robot") }).await.expect("created");
    rig.stranger().await;
    let named = |name: &&str| UserSelector::Username((*name).into());
    let delete = |names: &[&str]| {
        let selectors = names.iter().map(named).chain([UserSelector::ServiceAccountNamed("robot".into())]).collect();
        let (directory, admin) = (rig.directory.clone(), rig.admin());
        async move { directory.delete_users(&admin.await, selectors).await }
    };
    let refused = delete(&["jane", "nobody", "readonly", "joe"]).await.expect_err("built-in users stay");
    assert_eq!(refused.position, Some(2));
    assert_forbidden::<()>(Err(refused.error), ForbiddenReason::Builtin(Kind::User));
    rig.directory.get_user(&rig.admin().await, named(&"jane")).await.expect("nobody went");

    let were_there = delete(&["jane", "nobody", "stranger", "JANE", "joe"]).await.expect("deleted");
    assert_eq!(were_there, [true, false, false, false, true, true]);
    for gone in [named(&"jane"), named(&"joe"), UserSelector::ServiceAccountNamed("robot".into())] {
        assert_not_found(rig.directory.get_user(&rig.admin().await, gone).await);
    }
    let too_many = vec![UserSelector::Nobody; USERS_PER_REQUEST_MAX + 1];
    let refused = rig.directory.delete_users(&rig.admin().await, too_many).await.expect_err("too many");
    assert!(matches!(refused.error, Error::Invalid { .. }), "{refused:?}");
}
