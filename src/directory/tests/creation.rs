//! Making users.

use super::*;
use crate::domain::group::EVERYONE;

fn group(name: &str) -> BTreeSet<Reference> {
    [Reference::Name(name.to_owned())].into()
}

#[tokio::test]
async fn a_user_is_made_and_read_back() {
    let rig = Rig::new().await;
    let new = NewUser {
        username: named("Jane.Doe").username,
        first_name: Some("Jane".into()),
        display_name: Some(String::new()),
        permissions: Some(permissions(&["alerts_management"])),
        roles: role("ece_platform_viewer"),
        ..mailed("Jane@Example.com")
    };
    let written = rig.create(new).await.expect("created");
    let view = rig.get(written.view.user.id).await;
    assert_eq!(view, written.view);
    assert_eq!(view.user.username.as_str(), "Jane.Doe");
    assert_eq!(view.user.email.as_ref().map(Email::as_str), Some("Jane@Example.com"));
    assert_eq!((view.user.last_name.as_deref(), view.user.display_name.as_deref()), (None, Some("")));
    assert_eq!(view.roles[0].name, "ece_platform_viewer");
    assert_eq!(view.groups[0].name, EVERYONE);
    assert_eq!(view.created_by_name.as_deref(), Some("admin"));
    assert_eq!((view.user.version, view.user.created_at == view.user.updated_at), (1, true));
    assert!(view.allowed.contains(Action::UsersRead) && !view.allowed.contains(Action::UsersUpdate));
}

#[tokio::test]
async fn a_creation_leaves_one_audit_record() {
    let rig = Rig::new().await;
    let jane = rig.create(named("jane")).await.expect("created").view.user;
    let records = rig.audit(&jane).await;
    assert_eq!(records.len(), 1);
    let caller = rig.admin().await;
    assert_eq!(records[0].actor, Some(caller.principal().user));
    assert_eq!(records[0].credential, rig.admin.credential_id());
    assert_eq!((records[0].operation.as_str(), records[0].request_id.as_str()), ("test", "request"));
    let fields: Vec<&str> = records[0].changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(fields, ["username", "metadata", "status", "groups"]);
}

#[tokio::test]
async fn a_username_is_derived_and_numbered() {
    let rig = Rig::new().await;
    let mut usernames = Vec::new();
    for email in ["john.doe@x.org", "johndoe@x.org", "john-doe@x.org"] {
        let view = rig.create(mailed(email)).await.expect("created").view;
        usernames.push(view.user.username.to_string());
    }
    assert_eq!(usernames, ["johndoe_x_org", "johndoe_x_org2", "johndoe_x_org3"]);
}

#[tokio::test]
async fn one_needs_a_name() {
    let rig = Rig::new().await;
    assert_invalid(rig.create(NewUser::default()).await, "username", InvalidReason::Missing);
}

#[tokio::test]
async fn names_are_unique_after_folding_and_across_kinds() {
    let rig = Rig::new().await;
    let jane = NewUser { username: named("Jane").username, ..mailed("jane@example.com") };
    rig.create(jane).await.expect("created");
    rig.create(named("joe@example.com")).await.expect("created");
    assert_taken(rig.create(named("jANE")).await, "username");
    assert_taken(rig.create(named("ja\u{200b}ne")).await, "username");
    assert_taken(rig.create(named("\u{ff2a}ane")).await, "username");
    assert_taken(rig.create(mailed("JANE@example.com")).await, "email");
    assert_taken(rig.create(named("jane@example.com")).await, "username");
    assert_taken(rig.create(mailed("Joe@example.com")).await, "email");
    let both = NewUser { username: named("jim@example.com").username, ..mailed("jim@example.com") };
    rig.create(both).await.expect("one's own two names may be equal");
}

#[tokio::test]
async fn names_of_other_organizations_are_taken_too() {
    let rig = Rig::new().await;
    rig.stranger().await;
    assert_taken(rig.create(named("stranger")).await, "username");
}

#[tokio::test]
async fn unknown_roles_are_refused() {
    let rig = Rig::new().await;
    let foreign = Id::new(5, [5; 6]).to_uuid();
    for unknown in [Reference::Name("made_up_role".into()), Reference::Id(foreign), Reference::Id("nonsense".into())] {
        let new = NewUser { roles: [unknown.clone()].into(), ..named("jane") };
        let because = InvalidReason::UnknownRoles(vec![unknown.text().to_owned()]);
        assert_invalid(rig.create(new).await, "roles", because);
    }
}

#[tokio::test]
async fn unknown_groups_are_refused_or_reported() {
    let rig = Rig::new().await;
    let new = |unknown_groups| NewUser { groups: group("nowhere"), unknown_groups, ..named("jane") };
    let because = InvalidReason::UnknownGroups(vec!["nowhere".into()]);
    assert_invalid(rig.create(new(UnknownGroups::Refuse)).await, "groups", because);
    let written = rig.create(new(UnknownGroups::Ignore)).await.expect("created");
    assert_eq!(written.ignored_groups, ["nowhere"]);
    assert_eq!(written.view.groups.len(), 1);
}

#[tokio::test]
async fn groups_are_found_by_name_and_by_either_id() {
    let rig = Rig::new().await;
    let everyone = rig.create(named("first")).await.expect("created").view.groups.remove(0);
    let references = [
        Reference::Name("EVERYONE".into()),
        Reference::Id(everyone.id.to_base32()),
        Reference::Id(everyone.id.to_uuid()),
    ];
    let new = NewUser { groups: references.into(), ..named("second") };
    assert_eq!(rig.create(new).await.expect("created").view.groups, [everyone]);
}

#[tokio::test]
async fn limits_hold() {
    let rig = Rig::new().await;
    let new = NewUser { first_name: Some("x".repeat(1_000_000)), ..named("jane") };
    assert_invalid(rig.create(new).await, "first_name", InvalidReason::TooLong { max: 1024 });
    let new = NewUser { display_name: Some("a\0b".into()), ..named("jane") };
    assert!(matches!(rig.create(new).await, Err(Error::Invalid { field, .. }) if field == "display_name"));
}

#[tokio::test]
async fn nobody_makes_a_user_who_can_do_more() {
    let rig = Rig::new().await;
    let (_, manager_key) = rig.person(manager()).await;
    let caller = rig.caller(&manager_key, Action::UsersCreate).await.expect("a manager may");
    let create = |new| rig.directory.create_user(&caller, new);
    let admin = NewUser { roles: role("ece_platform_admin"), ..named("eve") };
    assert_forbidden(create(admin).await, ForbiddenReason::Roles);
    let alerter = NewUser { permissions: Some(permissions(&["alerts_management"])), ..named("eve") };
    assert_forbidden(create(alerter).await, ForbiddenReason::Permissions);
    let equal = NewUser { permissions: Some(permissions(&["user_management"])), ..named("equal") };
    create(equal).await.expect("an equal may be made");
    create(NewUser { roles: role("ece_deployment_viewer"), ..named("less") }).await.expect("so may a lesser one");
}

#[tokio::test]
async fn who_may_not_create_is_refused() {
    let rig = Rig::new().await;
    let (_, plain) = rig.person(named("plain")).await;
    let missing = ForbiddenReason::MissingAction(Action::UsersCreate);
    // Even a caller that was let through for another operation.
    for key in [&plain, &rig.readonly] {
        let caller = rig.caller(key, Action::UsersReadSelf).await.expect("everyone may");
        assert_forbidden(rig.directory.create_user(&caller, named("eve")).await, missing);
    }
    let outcome = rig.directory.get_user(&rig.admin().await, UserSelector::Username("eve".into())).await;
    assert_not_found(outcome);
}

#[tokio::test]
async fn inviting_is_all_or_nothing() {
    let rig = Rig::new().await;
    let caller = rig.admin().await;
    let both = vec![mailed("a@example.com"), mailed("b@example.com"), mailed("A@example.com")];
    let refused = rig.directory.invite_users(&caller, both).await.expect_err("the third has the first's address");
    assert_eq!(refused.position, Some(2));
    assert_taken::<()>(Err(refused.error), "email");
    assert_not_found(rig.directory.get_user(&caller, UserSelector::Email("a@example.com".into())).await);
    let two = vec![mailed("a@example.com"), mailed("b@example.com")];
    let written = rig.directory.invite_users(&caller, two).await.expect("invited");
    assert_eq!(written.len(), 2);
    assert_eq!(rig.get(written[1].view.user.id).await, written[1].view);
    let many = vec![mailed("c@example.com"); crate::limits::USERS_PER_REQUEST_MAX + 1];
    let refused = rig.directory.invite_users(&caller, many).await.expect_err("too many");
    assert!(matches!(refused, BatchError { position: None, error: Error::Invalid { .. } }), "{refused:?}");
}
