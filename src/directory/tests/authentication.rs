//! Who gets in, and that everyone else gets the same answer.

use chrono::TimeDelta;

use super::*;
use crate::auth::Password;
use crate::domain::action::READS;
use crate::domain::{Status, UserPatch};

fn with_password(new: NewUser, text: &str) -> NewUser {
    NewUser { password: Some(Password::parse(text).expect("long enough")), ..new }
}

fn key(text: &str) -> Presented {
    Presented::Key(text.to_owned())
}

fn basic(user: &str, password: &str) -> Presented {
    Presented::Basic { user: user.to_owned(), password: password.to_owned() }
}

fn status(status: Status) -> UserUpdate {
    UserUpdate { patch: UserPatch { status: Some(status), ..UserPatch::default() }, ..UserUpdate::default() }
}

async fn assert_out(rig: &Rig, presented: Presented, why: &str) {
    let outcome = rig.directory.authenticate(presented, HERE).await;
    assert!(matches!(outcome, Err(Error::Unauthenticated)), "{why}: {outcome:?}");
}

#[tokio::test]
async fn a_key_works_in_every_form() {
    let rig = Rig::new().await;
    let text = rig.admin.reveal().to_owned();
    let id = rig.admin.credential_id().expect("generated");
    let forms =
        [key(&text), basic(&id.to_base32(), &text), basic(&id.to_uuid(), &text), basic(&id.to_base32(), &text[24..])];
    for presented in forms {
        let principal = rig.directory.authenticate(presented, HERE).await.expect("authenticated");
        assert_eq!((principal.username.as_str(), principal.credential), ("admin", Some(id)));
    }
}

#[tokio::test]
async fn a_password_works_with_either_name() {
    let rig = Rig::new().await;
    let new = NewUser { username: named("Jane").username, ..mailed("jane@example.com") };
    rig.create(with_password(new, "correct horse")).await.expect("created");
    for name in ["Jane", "jane", "JANE", "jane@example.com", "Jane@Example.com"] {
        let principal = rig.directory.authenticate(basic(name, "correct horse"), HERE).await.expect("authenticated");
        assert_eq!((principal.username.as_str(), principal.credential), ("Jane", None));
    }
}

#[tokio::test]
async fn everyone_else_is_unauthenticated() {
    let rig = Rig::new().await;
    rig.create(with_password(named("jane"), "correct horse")).await.expect("created");
    rig.create(named("joe")).await.expect("created");
    let gone = NewUser { status: Status::Disabled, ..named("gone") };
    rig.create(with_password(gone, "correct horse")).await.expect("created");
    let text = rig.admin.reveal().to_owned();
    let id = rig.admin.credential_id().expect("generated").to_base32();
    let readonly_id = rig.readonly.credential_id().expect("generated").to_base32();
    let cases = [
        ("no key", key("")),
        ("not a key", key("kkkkkkkkkkkkkkkkkkkkkkkk")),
        ("an endless key", key(&"k".repeat(100_000))),
        ("half a key", key(&text[..40])),
        ("a key with a space", key(&format!("{text} "))),
        ("another's id", basic(&readonly_id, &text)),
        ("an id alone", basic(&id, "")),
        ("a wrong password", basic("jane", "correct horsf")),
        ("no password", basic("jane", "")),
        ("a user without a password", basic("joe", "")),
        ("an unknown user", basic("nobody", "correct horse")),
        ("a disabled user", basic("gone", "correct horse")),
        ("nothing", basic("", "")),
        ("an endless name", basic(&"x".repeat(100_000), "x")),
    ];
    for (why, presented) in cases {
        assert_out(&rig, presented, why).await;
    }
}

#[tokio::test]
async fn an_expired_key_is_refused() {
    let rig = Rig::new().await;
    let jane = rig.create(named("jane")).await.expect("created").view.user;
    // The rig's clock advances by a millisecond at each look.
    let end = rig.directory.context.now() + TimeDelta::milliseconds(50);
    let new = NewKey { expires: Expiry::At(end), ..NewKey::default() };
    let made = rig.directory.create_key(&rig.admin().await, UserSelector::Id(jane.id), new).await.expect("a key");
    let presented = key(made.key.reveal());
    rig.directory.authenticate(presented.clone(), HERE).await.expect("not expired yet");
    while rig.directory.context.now() < end {}
    assert_out(&rig, presented, "expired").await;
}

#[tokio::test]
async fn disabling_takes_effect_on_the_next_request_and_enabling_undoes_it() {
    let rig = Rig::new().await;
    let (jane, jane_key) = rig.person(with_password(named("jane"), "correct horse")).await;
    let by_id = || UserSelector::Id(jane.user.id);
    let forms = || [key(jane_key.reveal()), basic("jane", "correct horse")];
    rig.directory.update_user(&rig.admin().await, by_id(), status(Status::Disabled)).await.expect("disabled");
    for presented in forms() {
        assert_out(&rig, presented, "disabled").await;
    }
    rig.directory.update_user(&rig.admin().await, by_id(), status(Status::Active)).await.expect("enabled");
    for presented in forms() {
        rig.directory.authenticate(presented, HERE).await.expect("enabled again");
    }
}

#[tokio::test]
async fn demotion_takes_effect_on_the_next_request() {
    let rig = Rig::new().await;
    let (view, its_key) = rig.person(manager()).await;
    rig.caller(&its_key, Action::UsersCreate).await.expect("still a manager");
    let patch = UserPatch {
        permissions: crate::domain::SetChange::Remove(permissions(&["user_management"])),
        ..UserPatch::default()
    };
    let update = UserUpdate { patch, ..UserUpdate::default() };
    rig.directory.update_user(&rig.admin().await, UserSelector::Id(view.user.id), update).await.expect("demoted");
    let outcome = rig.caller(&its_key, Action::UsersCreate).await;
    assert_forbidden(outcome, ForbiddenReason::MissingAction(Action::UsersCreate));
}

#[tokio::test]
async fn a_new_password_replaces_the_old_one() {
    let rig = Rig::new().await;
    let jane = rig.create(with_password(named("jane"), "correct horse")).await.expect("created").view.user;
    let update = UserUpdate { password: Password::parse("battery staple").ok(), ..UserUpdate::default() };
    let written = rig.directory.update_user(&rig.admin().await, UserSelector::Id(jane.id), update).await;
    assert_eq!(written.expect("updated").view.user.version, 2);
    assert_out(&rig, basic("jane", "correct horse"), "the old password").await;
    rig.directory.authenticate(basic("jane", "battery staple"), HERE).await.expect("the new password");
    let newest = rig.audit(&jane).await.remove(0);
    assert!(newest.changes.iter().all(|change| change.to.as_deref() == Some("***")), "{newest:?}");
}

#[tokio::test]
async fn the_builtin_readonly_user_is_let_through_to_reads_only() {
    let rig = Rig::new().await;
    for action in Action::ALL {
        let outcome = rig.caller(&rig.readonly, *action).await;
        assert_eq!(outcome.is_ok(), READS.contains(*action), "{action}");
    }
}
