//! Changing one's own password, and resetting those of others.

use super::*;

const OLD: &str = "correct horse";
const NEW: &str = "battery staple";

fn with_password(name: &str) -> NewUser {
    NewUser { password: Password::parse(OLD).ok(), ..named(name) }
}

async fn authenticates(rig: &Rig, name: &str, password: &str) -> bool {
    let presented = Presented::Basic { user: name.to_owned(), password: password.to_owned() };
    match rig.directory.authenticate(presented, HERE).await {
        Ok(_) => true,
        Err(Error::Unauthenticated) => false,
        Err(error) => panic!("neither yes nor no: {error:?}"),
    }
}

async fn change(rig: &Rig, caller: &Caller, name: &str, current: &str) -> Result<(), Error> {
    let new = Password::parse(NEW).expect("long enough");
    rig.directory.change_password(caller, UserSelector::Username(name.into()), current.to_owned(), new).await
}

#[tokio::test]
async fn who_knows_the_password_changes_it() {
    let rig = Rig::new().await;
    let (jane, key) = rig.person(with_password("jane")).await;
    let caller = rig.caller(&key, Action::UsersUpdateSelf).await.expect("authenticated");
    let wrong = InvalidReason::Malformed("is not the current password");
    assert_invalid(change(&rig, &caller, "jane", NEW).await, "current_password", wrong);
    assert!(authenticates(&rig, "jane", OLD).await);
    assert_eq!(rig.get(jane.user.id).await.user, jane.user);

    change(&rig, &caller, "jane", OLD).await.expect("changed");
    assert!(authenticates(&rig, "jane", NEW).await);
    assert!(!authenticates(&rig, "jane", OLD).await);
    assert!(rig.get(jane.user.id).await.user.updated_at > jane.user.updated_at);
    let newest = rig.audit(&jane.user).await.swap_remove(0);
    assert_eq!(newest.changes, [crate::domain::FieldChange::masked("password")]);
    assert_eq!(newest.actor, Some(jane.user.id));
}

#[tokio::test]
async fn who_never_had_a_password_has_none_to_change() {
    let rig = Rig::new().await;
    let (_, key) = rig.person(named("jane")).await;
    let caller = rig.caller(&key, Action::UsersUpdateSelf).await.expect("authenticated");
    let wrong = InvalidReason::Malformed("is not the current password");
    assert_invalid(change(&rig, &caller, "jane", "").await, "current_password", wrong);
    assert!(!authenticates(&rig, "jane", NEW).await);
}

#[tokio::test]
async fn nobody_changes_the_password_of_another() {
    let rig = Rig::new().await;
    rig.create(with_password("joe")).await.expect("created");
    let (_, jane_key) = rig.person(named("jane")).await;
    let jane = rig.caller(&jane_key, Action::UsersUpdateSelf).await.expect("authenticated");
    for other in ["joe", "admin", "nobody"] {
        let missing = ForbiddenReason::MissingAction(Action::UsersUpdate);
        assert_forbidden(change(&rig, &jane, other, OLD).await, missing);
    }
    let admin = rig.admin().await;
    let missing = ForbiddenReason::MissingAction(Action::UsersUpdateSelf);
    assert_forbidden(change(&rig, &admin, "joe", OLD).await, missing);
    assert_forbidden(change(&rig, &admin, "admin", OLD).await, ForbiddenReason::Builtin(Kind::User));
    assert_not_found(change(&rig, &admin, "nobody", OLD).await);
    assert!(authenticates(&rig, "joe", OLD).await);
}

#[tokio::test]
async fn a_reset_password_is_shown_once_and_works() {
    let rig = Rig::new().await;
    let joe = rig.create(with_password("joe")).await.expect("created").view.user;
    let reset = || async { rig.directory.reset_password(&rig.admin().await, UserSelector::Id(joe.id)).await };
    let first = reset().await.expect("reset");
    assert!(authenticates(&rig, "joe", first.reveal()).await);
    assert!(!authenticates(&rig, "joe", OLD).await);
    let second = reset().await.expect("reset");
    assert_ne!(first, second);
    assert!(!authenticates(&rig, "joe", first.reveal()).await);
    let kept = format!("{:?}", rig.audit(&joe).await);
    assert!(!kept.contains(second.reveal()), "{kept}");
}

#[tokio::test]
async fn nobody_resets_whom_they_may_not() {
    let rig = Rig::new().await;
    let (_, jane_key) = rig.person(with_password("jane")).await;
    let (_, manager_key) = rig.person(manager()).await;
    rig.create(NewUser { roles: role("ece_platform_viewer"), ..with_password("viewer") }).await.expect("created");
    rig.stranger().await;

    let jane = rig.caller(&jane_key, Action::UsersUpdate).await.expect("she may update herself");
    for name in ["jane", "viewer", "nobody"] {
        let outcome = rig.directory.reset_password(&jane, UserSelector::Username(name.into())).await;
        assert_forbidden(outcome, ForbiddenReason::MissingAction(Action::UsersUpdate));
    }
    let manager = rig.caller(&manager_key, Action::UsersUpdate).await.expect("a manager may");
    let reset = |name: &str| rig.directory.reset_password(&manager, UserSelector::Username(name.into()));
    assert_forbidden(reset("viewer").await, ForbiddenReason::StrongerTarget);
    assert_forbidden(reset("admin").await, ForbiddenReason::Builtin(Kind::User));
    for absent in ["stranger", "nobody"] {
        assert_not_found(reset(absent).await);
    }
    for name in ["jane", "viewer"] {
        assert!(authenticates(&rig, name, OLD).await, "{name}");
    }
}
