//! A request may wait between authentication and its transaction. What its caller lost meanwhile is lost.

use super::*;
use crate::domain::{SetChange, Status, UserPatch};

/// A manager's request for each kind of mutation, and why it was refused.
async fn attempts(rig: &Rig, stale: &Caller, victim: &User) -> Vec<(&'static str, Error)> {
    let (d, victim) = (&rig.directory, UserSelector::Id(victim.id));
    let renamed = UserUpdate {
        patch: UserPatch { permissions: SetChange::Add(permissions(&["ingestion"])), ..UserPatch::default() },
        ..UserUpdate::default()
    };
    let new_group = NewGroup { name: "Crew".to_owned(), ..NewGroup::default() };
    let new_role = NewRole { name: "Helpers".to_owned(), ..NewRole::default() };
    let refusals = [
        ("create a user", d.create_user(stale, named("fresh")).await.err()),
        ("invite", d.invite_users(stale, vec![mailed("new@example.org")]).await.err().map(|refused| refused.error)),
        ("update", d.update_user(stale, victim.clone(), renamed).await.err()),
        ("reset a password", d.reset_password(stale, victim.clone()).await.err()),
        ("make a key", d.create_key(stale, victim.clone(), NewKey::default()).await.err()),
        ("delete keys", d.delete_keys_of(stale, victim.clone()).await.err()),
        ("make a group", d.create_group(stale, new_group).await.err()),
        ("make a role", d.create_role(stale, new_role).await.err()),
        ("delete", d.delete_user(stale, victim).await.err()),
    ];
    refusals.map(|(what, refusal)| (what, refusal.unwrap_or_else(|| panic!("could {what}")))).into()
}

/// What the store looks like to the admin: who is there, and how often each was changed.
async fn versions(rig: &Rig) -> Vec<(String, u64)> {
    let query = UserQuery { marker: None, page_size: PageSize::parse(50).expect("a size") };
    let page = rig.directory.list_users(&rig.admin().await, query).await.expect("listed");
    page.items.into_iter().map(|view| (view.user.username.to_string(), view.user.version)).collect()
}

#[tokio::test]
async fn who_was_demoted_while_a_request_waited_does_not_do_it() {
    let rig = Rig::new().await;
    let (manager, key) = rig.person(manager()).await;
    let (victim, _) = rig.person(named("victim")).await;
    let stale = rig.caller(&key, Action::UsersUpdate).await.expect("still a manager");
    let lost = permissions(&["user_management"]);
    let selectors = vec![UserSelector::Id(manager.user.id)];
    let permission = lost.into_iter().next().expect("one");
    rig.directory.revoke_permission(&rig.admin().await, selectors, permission).await.expect("demoted");

    let before = versions(&rig).await;
    for (what, refusal) in attempts(&rig, &stale, &victim.user).await {
        assert!(matches!(refusal, Error::Forbidden { .. }), "{what}: {refusal}");
    }
    assert_eq!(versions(&rig).await, before);
}

#[tokio::test]
async fn who_was_disabled_while_a_request_waited_is_not_let_in_any_more() {
    let rig = Rig::new().await;
    let (manager, key) = rig.person(manager()).await;
    let (victim, _) = rig.person(named("victim")).await;
    let stale = rig.caller(&key, Action::UsersUpdate).await.expect("still active");
    let patch = UserPatch { status: Some(Status::Disabled), ..UserPatch::default() };
    let update = UserUpdate { patch, ..UserUpdate::default() };
    rig.directory.update_user(&rig.admin().await, UserSelector::Id(manager.user.id), update).await.expect("disabled");

    let before = versions(&rig).await;
    for (what, refusal) in attempts(&rig, &stale, &victim.user).await {
        assert!(matches!(refusal, Error::Unauthenticated), "{what}: {refusal}");
    }
    assert_eq!(versions(&rig).await, before);
}

#[tokio::test]
async fn whose_key_was_revoked_while_a_request_waited_is_not_let_in_any_more() {
    let rig = Rig::new().await;
    let (manager, key) = rig.person(manager()).await;
    let (victim, _) = rig.person(named("victim")).await;
    let stale = rig.caller(&key, Action::UsersUpdate).await.expect("the key is valid");
    rig.directory.delete_keys_of(&rig.admin().await, UserSelector::Id(manager.user.id)).await.expect("revoked");

    let before = versions(&rig).await;
    for (what, refusal) in attempts(&rig, &stale, &victim.user).await {
        assert!(matches!(refusal, Error::Unauthenticated), "{what}: {refusal}");
    }
    assert_eq!(versions(&rig).await, before);
}
