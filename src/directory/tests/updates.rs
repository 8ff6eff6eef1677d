//! Reading and changing users.

use super::*;
use crate::domain::{Change, SetChange, Status, UserPatch};

type Patch = UserPatch<Reference, Reference>;

fn patch(patch: Patch) -> UserUpdate {
    UserUpdate { patch, ..UserUpdate::default() }
}

fn display_name(name: &str) -> UserUpdate {
    patch(Patch { display_name: Change::Set(name.into()), ..Patch::default() })
}

fn by_name(name: &str) -> UserSelector {
    UserSelector::Username(name.into())
}

#[tokio::test]
async fn a_user_is_found_by_everything_that_names_it() {
    let rig = Rig::new().await;
    let new = NewUser { username: named("Jane").username, ..mailed("jane@example.com") };
    let jane = rig.create(new).await.expect("created").view.user;
    let any = |text: &str| UserSelector::Any(text.into());
    let selectors = [
        UserSelector::Id(jane.id),
        by_name("JANE"),
        UserSelector::Email("JANE@example.com".into()),
        UserSelector::EmailOrUsername("jane@example.com".into()),
        UserSelector::EmailOrUsername("jane".into()),
        any(&jane.id.to_base32()),
        any(&jane.id.to_uuid()),
        any("jane"),
        any("jane@example.com"),
    ];
    for selector in selectors {
        let found = rig.directory.get_user(&rig.admin().await, selector.clone()).await.expect("found");
        assert_eq!(found.user.id, jane.id, "{selector:?}");
    }
    let too_long = any(&"x".repeat(5000));
    let nobodies =
        [by_name("jane@example.com"), UserSelector::Email("jane".into()), any(""), too_long, UserSelector::Nobody];
    for nobody in nobodies {
        assert_not_found(rig.directory.get_user(&rig.admin().await, nobody).await);
    }
}

#[tokio::test]
async fn a_disabled_user_is_not_among_the_active() {
    let rig = Rig::new().await;
    rig.create(named("jane")).await.expect("created");
    rig.create(NewUser { status: Status::Disabled, ..named("joe") }).await.expect("created");
    let admin = rig.admin().await;
    rig.directory.get_user(&admin, by_name("jane").active()).await.expect("she is active");
    rig.directory.get_user(&admin, by_name("joe")).await.expect("he is there");
    assert_not_found(rig.directory.get_user(&admin, by_name("joe").active()).await);
}

#[tokio::test]
async fn an_update_changes_what_it_says_and_reads_back() {
    let rig = Rig::new().await;
    let before = rig.create(NewUser { first_name: Some("J".into()), ..named("jane") }).await.expect("created").view;
    let update = patch(Patch {
        username: Username::parse("janet").ok(),
        email: Change::Set(Email::parse("janet@example.com").expect("valid")),
        first_name: Change::Clear,
        permissions: SetChange::Add(permissions(&["alerts_management"])),
        roles: SetChange::Replace(role("ece_deployment_viewer")),
        ..Patch::default()
    });
    let written = rig.directory.update_user(&rig.admin().await, by_name("jane"), update).await.expect("updated");
    let after = rig.get(before.user.id).await;
    assert_eq!(after, written.view);
    assert_eq!((after.user.username.as_str(), after.user.first_name.as_deref()), ("janet", None));
    assert_eq!(after.roles[0].name, "ece_deployment_viewer");
    assert_eq!((after.user.version, after.user.created_at), (2, before.user.created_at));
    assert!(after.user.updated_at > before.user.updated_at);
    let records = rig.audit(&before.user).await;
    let fields: Vec<&str> = records[0].changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(fields, ["username", "email", "first_name", "permissions", "roles"]);
    assert_not_found(rig.directory.get_user(&rig.admin().await, by_name("jane")).await);
}

#[tokio::test]
async fn an_update_without_a_difference_writes_nothing() {
    let rig = Rig::new().await;
    let before = rig.create(named("jane")).await.expect("created").view;
    let same = patch(Patch {
        username: Username::parse("jane").ok(),
        status: Some(Status::Active),
        groups: SetChange::Replace([Reference::Name("everyone".into())].into()),
        first_name: Change::Clear,
        ..Patch::default()
    });
    for update in [UserUpdate::default(), same] {
        let written = rig.directory.update_user(&rig.admin().await, by_name("jane"), update).await.expect("updated");
        assert_eq!(written.view, before);
    }
    assert_eq!(rig.get(before.user.id).await, before);
    assert_eq!(rig.audit(&before.user).await.len(), 1);
}

#[tokio::test]
async fn nobody_leaves_everyone() {
    let rig = Rig::new().await;
    rig.create(named("jane")).await.expect("created");
    let everyone = || BTreeSet::from([Reference::Name("Everyone".into())]);
    for groups in [SetChange::Replace(BTreeSet::new()), SetChange::Remove(everyone())] {
        let update = patch(Patch { groups, ..Patch::default() });
        let written = rig.directory.update_user(&rig.admin().await, by_name("jane"), update).await.expect("updated");
        assert_eq!((written.view.groups.len(), written.view.user.version), (1, 1));
    }
}

#[tokio::test]
async fn one_changes_ones_own_account_but_not_what_it_may_do() {
    let rig = Rig::new().await;
    let (plain, plain_key) = rig.person(named("plain")).await;
    let caller = rig.caller(&plain_key, Action::UsersUpdateSelf).await.expect("everyone may");
    let written = rig.directory.update_current_user(&caller, display_name("Me")).await.expect("updated");
    assert_eq!(written.view.user.updated_by, Some(plain.user.id));
    let through_id = rig.directory.update_user(&caller, UserSelector::Id(plain.user.id), display_name("Me too")).await;
    assert_eq!(through_id.expect("the same deed").view.user.version, 3);

    let refused = [
        (Patch { roles: SetChange::Add(role("ece_platform_admin")), ..Patch::default() }, ForbiddenReason::Roles),
        (Patch { roles: SetChange::Add(role("ece_deployment_viewer")), ..Patch::default() }, ForbiddenReason::Roles),
        // Whether there is such a role or group is not for everyone to know.
        (Patch { roles: SetChange::Add(role("no_such_role")), ..Patch::default() }, ForbiddenReason::Roles),
        (Patch { groups: SetChange::Add(role("no such group")), ..Patch::default() }, ForbiddenReason::Groups),
        (
            Patch { permissions: SetChange::Add(permissions(&["user_management"])), ..Patch::default() },
            ForbiddenReason::Permissions,
        ),
        (Patch { status: Some(Status::Disabled), ..Patch::default() }, ForbiddenReason::OwnField("status")),
        (Patch { sso_id: Change::Set("x".into()), ..Patch::default() }, ForbiddenReason::OwnField("sso_id")),
    ];
    for (update, reason) in refused {
        assert_forbidden(rig.directory.update_current_user(&caller, patch(update)).await, reason);
    }
    assert_eq!(rig.get(plain.user.id).await.user.version, 3);
}

#[tokio::test]
async fn ones_own_account_may_be_gone() {
    let rig = Rig::new().await;
    let (plain, plain_key) = rig.person(named("plain")).await;
    let caller = rig.caller(&plain_key, Action::UsersUpdateSelf).await.expect("everyone may");
    let user = plain.user;
    rig.directory.write(move |txn| txn.delete_user(&user)).await.expect("deleted");
    assert_not_found(rig.current(&caller).await);
    let outcome = rig.directory.update_current_user(&caller, display_name("x")).await;
    assert!(matches!(outcome, Err(Error::Unauthenticated)), "{outcome:?}");
    let outcome = rig.caller(&plain_key, Action::UsersReadSelf).await;
    assert!(matches!(outcome, Err(Error::Unauthenticated)), "{outcome:?}");
}

#[tokio::test]
async fn builtin_users_are_changed_by_nobody() {
    let rig = Rig::new().await;
    let caller = rig.admin().await;
    let builtin = ForbiddenReason::Builtin(Kind::User);
    assert_forbidden(rig.directory.update_current_user(&caller, display_name("x")).await, builtin);
    assert_forbidden(rig.directory.update_user(&caller, by_name("readonly"), display_name("x")).await, builtin);
    let readonly = rig.caller(&rig.readonly, Action::UsersRead).await.expect("readonly reads");
    let missing = ForbiddenReason::MissingAction(Action::UsersUpdateSelf);
    assert_forbidden(rig.directory.update_current_user(&readonly, display_name("x")).await, missing);
}

#[tokio::test]
async fn others_and_nobody_look_alike_to_one_who_may_not_look() {
    let rig = Rig::new().await;
    let stranger = rig.stranger().await;
    let (_, plain_key) = rig.person(named("plain")).await;
    let plain = rig.caller(&plain_key, Action::UsersRead).await.expect("on its own account");
    for whom in [by_name("admin"), by_name("nobody"), by_name("stranger"), UserSelector::Id(stranger.id)] {
        let missing = ForbiddenReason::MissingAction(Action::UsersRead);
        assert_forbidden(rig.directory.get_user(&plain, whom.clone()).await, missing);
        let missing = ForbiddenReason::MissingAction(Action::UsersUpdate);
        assert_forbidden(rig.directory.update_user(&plain, whom, display_name("x")).await, missing);
    }
}

#[tokio::test]
async fn other_organizations_are_behind_a_wall() {
    let rig = Rig::new().await;
    let stranger = rig.stranger().await;
    let selectors =
        [UserSelector::Id(stranger.id), by_name("stranger"), UserSelector::Email("stranger@example.com".into())];
    for selector in selectors {
        let caller = rig.admin().await;
        assert_not_found(rig.directory.get_user(&caller, selector.clone()).await);
        assert_not_found(rig.directory.update_user(&caller, selector.clone(), display_name("x")).await);
        assert_not_found(rig.directory.create_key(&caller, selector, NewKey::default()).await);
    }
}

#[tokio::test]
async fn a_refused_update_leaves_everything_as_it_was() {
    let rig = Rig::new().await;
    rig.create(named("joe")).await.expect("created");
    let before = rig.create(named("jane")).await.expect("created").view;
    let update = UserUpdate {
        password: crate::auth::Password::parse("correct horse").ok(),
        ..patch(Patch {
            username: Username::parse("JOE").ok(),
            roles: SetChange::Replace(role("ece_deployment_viewer")),
            ..Patch::default()
        })
    };
    assert_taken(rig.directory.update_user(&rig.admin().await, by_name("jane"), update).await, "username");
    assert_eq!(rig.get(before.user.id).await, before);
    assert_eq!(rig.audit(&before.user).await.len(), 1);
    let presented = Presented::Basic { user: "jane".into(), password: "correct horse".into() };
    assert!(rig.directory.authenticate(presented, HERE).await.is_err());
}

#[tokio::test]
async fn a_manager_does_not_touch_who_can_do_more() {
    let rig = Rig::new().await;
    let (_, manager_key) = rig.person(manager()).await;
    rig.create(NewUser { roles: role("ece_platform_admin"), ..named("chief") }).await.expect("created");
    let caller = rig.caller(&manager_key, Action::UsersUpdate).await.expect("a manager may");
    let outcome = rig.directory.update_user(&caller, by_name("chief"), display_name("x")).await;
    assert_forbidden(outcome, ForbiddenReason::StrongerTarget);
}

#[tokio::test]
async fn who_is_named_twice_is_the_same_user() {
    let rig = Rig::new().await;
    rig.create(NewUser { email: Email::parse("jane@example.com").ok(), ..named("jane") }).await.expect("created");
    rig.create(named("joe")).await.expect("created");
    let update = |identity: &str| {
        let identity = Some(UserSelector::EmailOrUsername(identity.to_owned()));
        let (directory, admin) = (rig.directory.clone(), rig.admin());
        let update = UserUpdate { identity, ..display_name("J") };
        async move { directory.update_user(&admin.await, by_name("jane"), update).await }
    };
    for other in ["joe", "nobody", ""] {
        let reason = InvalidReason::Malformed("is not the user's own");
        assert_invalid(update(other).await, "identity", reason);
    }
    for own in ["JANE@example.com", "jane"] {
        assert_eq!(update(own).await.expect("updated").view.user.display_name.as_deref(), Some("J"));
    }
}

#[tokio::test]
async fn a_permission_is_granted_to_all_or_none() {
    let rig = Rig::new().await;
    let jane = rig.create(named("jane")).await.expect("created").view.user;
    rig.create(named("joe")).await.expect("created");
    let grant = |names: &[&str]| {
        let selectors = names.iter().map(|name| by_name(name)).collect();
        let permission = Permission::parse("alerts_management").expect("valid");
        let directory = rig.directory.clone();
        let admin = rig.admin();
        async move { directory.grant_permission(&admin.await, selectors, permission).await }
    };
    let refused = grant(&["jane", "nobody"]).await.expect_err("nobody has the second name");
    assert_eq!(refused.position, Some(1));
    assert_not_found::<()>(Err(refused.error));
    assert!(rig.get(jane.id).await.user.permissions.is_empty());
    let views = grant(&["jane", "joe", "jane"]).await.expect("granted");
    assert!(views.iter().all(|view| view.user.permissions == permissions(&["alerts_management"])));
    assert_eq!(rig.get(jane.id).await.user.version, 2, "granting again changes nothing");
}

#[tokio::test]
async fn a_permission_is_revoked_from_all_or_none() {
    let rig = Rig::new().await;
    let both = permissions(&["alerts_management", "ingestion"]);
    let jane = NewUser { permissions: Some(both.clone()), ..named("jane") };
    let jane = rig.create(jane).await.expect("created").view.user;
    rig.create(named("joe")).await.expect("created");
    let revoke = |names: &[&str]| {
        let selectors = names.iter().map(|name| UserSelector::Username((*name).into())).collect();
        let permission = Permission::parse("ingestion").expect("valid");
        let (directory, admin) = (rig.directory.clone(), rig.admin());
        async move { directory.revoke_permission(&admin.await, selectors, permission).await }
    };
    let refused = revoke(&["jane", "admin"]).await.expect_err("built-in users are not changed");
    assert_eq!(refused.position, Some(1));
    assert_eq!(rig.get(jane.id).await.user.permissions, both);
    revoke(&["jane", "joe", "jane"]).await.expect("revoked");
    let now = rig.get(jane.id).await.user;
    assert_eq!((now.permissions, now.version), (permissions(&["alerts_management"]), 2));
}

#[tokio::test]
async fn an_upsert_updates_creates_or_refuses() {
    let rig = Rig::new().await;
    let email = |text: &str| Email::parse(text).expect("valid");
    let upsert = |path: &str, body: &str, name: &str| {
        let new = NewUser { display_name: Some(name.into()), ..mailed(body) };
        let mut update = display_name(name);
        update.patch.email = if path == body { Change::Keep } else { Change::Set(email(body)) };
        let (path, directory, admin) = (email(path), rig.directory.clone(), rig.admin());
        async move { directory.create_or_update(&admin.await, path, new, update).await }
    };
    let made = upsert("a@example.com", "a@example.com", "A").await.expect("made").view;
    let changed = upsert("a@example.com", "a@example.com", "B").await.expect("changed").view;
    assert_eq!((changed.user.id, changed.user.version), (made.user.id, 2));
    assert_invalid(upsert("a@example.com", "b@example.com", "C").await, "email", InvalidReason::Restricted);
    let other = upsert("c@example.com", "d@example.com", "D").await.expect("made").view;
    assert_eq!(other.user.email.as_ref().map(Email::as_str), Some("d@example.com"));

    let disable = patch(Patch { status: Some(Status::Disabled), ..Patch::default() });
    rig.directory.update_user(&rig.admin().await, UserSelector::Id(made.user.id), disable).await.expect("disabled");
    assert_taken(upsert("a@example.com", "a@example.com", "E").await, "email");
    assert_eq!(rig.get(made.user.id).await.user.display_name.as_deref(), Some("B"));
}

#[tokio::test]
async fn an_upsert_needs_the_right_to_what_it_does() {
    let rig = Rig::new().await;
    let (_, plain_key) = rig.person(mailed("plain@example.com")).await;
    rig.create(mailed("jane@example.com")).await.expect("created");
    let caller = rig.caller(&plain_key, Action::UsersUpdate).await.expect("on its own account");
    let upsert = |text: &str| {
        let email = Email::parse(text).expect("valid");
        rig.directory.create_or_update(&caller, email, mailed(text), display_name("x"))
    };
    let missing = ForbiddenReason::MissingAction;
    assert_forbidden(upsert("jane@example.com").await, missing(Action::UsersUpdate));
    assert_forbidden(upsert("nobody@example.com").await, missing(Action::UsersCreate));
    upsert("plain@example.com").await.expect("one's own account");
}
