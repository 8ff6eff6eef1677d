//! Roles: what they give, to whom, and who may change that.

use super::*;
use crate::domain::{ActionSet, RolePatch, SetChange};

fn called(name: &str) -> Reference {
    Reference::Name(name.to_owned())
}

fn keepers() -> NewRole {
    NewRole { name: "Keepers".to_owned(), permissions: permissions(&["alerts_management"]), ..NewRole::default() }
}

fn user(name: &str) -> Assignee {
    Assignee::User(UserSelector::Username(name.to_owned()))
}

fn granting(names: &[&str]) -> RolePatch {
    RolePatch { permissions: SetChange::Add(permissions(names)), ..RolePatch::default() }
}

impl Rig {
    async fn role(&self, new: NewRole) -> RoleView {
        self.directory.create_role(&self.admin().await, new).await.expect("created")
    }

    async fn role_audit(&self, view: &RoleView) -> Vec<AuditRecord> {
        let (organization, id) = (view.role.organization, view.role.id.id());
        self.directory.read(move |txn| txn.audit_of(organization, TargetKind::Role, id, 100)).await.expect("read")
    }
}

#[track_caller]
fn assert_no_role<T: std::fmt::Debug>(outcome: Result<T, Error>) {
    assert!(matches!(outcome, Err(Error::NotFound { kind: Kind::Role })), "{outcome:?}");
}

#[tokio::test]
async fn a_role_is_made_changed_and_deleted() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    let made = rig.role(NewRole { actions: ActionSet::of(&[Action::AuditRead]), ..keepers() }).await;
    for named in [called("KEEPERS"), Reference::Id(made.role.id.to_base32()), Reference::Id(made.role.id.to_uuid())] {
        assert_eq!(rig.directory.get_role(&admin, named).await.expect("found"), made);
    }
    let patch = RolePatch { description: Some("Keep alerts".to_owned()), ..granting(&["ingestion"]) };
    let changed = rig.directory.update_role(&admin, called("keepers"), patch.clone()).await.expect("updated");
    assert_eq!(changed.role.permissions, permissions(&["alerts_management", "ingestion"]));
    assert_eq!((changed.role.version, changed.role.actions), (2, made.role.actions));
    assert!(changed.role.updated_at > made.role.updated_at);
    let again = rig.directory.update_role(&admin, called("keepers"), patch).await.expect("nothing to do");
    assert_eq!(again, changed);

    assert_eq!(rig.directory.delete_role(&admin, called("keepers")).await.expect("deleted"), changed);
    assert_no_role(rig.directory.get_role(&admin, called("keepers")).await);
    let records = rig.role_audit(&made).await;
    let fields =
        |index: usize| -> Vec<&str> { records[index].changes.iter().map(|change| change.field.as_str()).collect() };
    assert_eq!(fields(0), ["name", "description", "actions", "permissions", "users", "groups"]);
    assert_eq!(fields(1), ["description", "permissions"]);
    assert_eq!(records.len(), 3);
}

#[tokio::test]
async fn a_role_is_not_made_from_what_cannot_be() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    rig.role(keepers()).await;
    assert_taken(rig.directory.create_role(&admin, keepers()).await, "name");
    let nameless = NewRole { name: " ".to_owned(), ..keepers() };
    assert_invalid(rig.directory.create_role(&admin, nameless).await, "name", InvalidReason::Missing);
    let taken = RolePatch { name: Some("ECE_platform_admin".to_owned()), ..RolePatch::default() };
    assert_taken(rig.directory.update_role(&admin, called("keepers"), taken).await, "name");
}

#[tokio::test]
async fn a_role_is_given_to_users_and_groups_and_taken_again() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    rig.role(keepers()).await;
    let joe = rig.create(named("joe")).await.expect("created").view.user;
    let crew = NewGroup { name: "Crew".to_owned(), ..NewGroup::default() };
    let crew = rig.directory.create_group(&admin, crew).await.expect("created").group;
    let either =
        |text: &str| Assignee::Either(UserSelector::EmailOrUsername(text.to_owned()), Reference::Id(text.to_owned()));
    let all = || vec![either("joe"), either(&crew.id.to_uuid()), Assignee::Group(called("crew")), user("joe")];

    let failed = rig.directory.assign_role(&admin, called("keepers"), vec![user("joe"), either("nobody")]).await;
    let failed = failed.expect_err("there is neither such a user nor such a group");
    assert_eq!(failed.position, Some(1));
    assert_not_found::<()>(Err(failed.error));
    assert!(rig.get(joe.id).await.roles.is_empty());

    let given = rig.directory.assign_role(&admin, called("keepers"), all()).await.expect("assigned");
    assert_eq!((given.user_count, given.group_count), (1, 1));
    assert_eq!((given.users[0].id, given.groups[0].id), (joe.id, crew.id));
    assert_eq!((given.role.version, given.groups[0].version), (1, 2));
    assert_eq!(rig.get(joe.id).await.roles[0].name, "Keepers");

    let taken = rig.directory.revoke_role(&admin, called("keepers"), all()).await.expect("revoked");
    assert_eq!((taken.user_count, taken.group_count), (0, 0));
    let failed = rig.directory.assign_role(&admin, called("Kippers"), all()).await.expect_err("no such role");
    assert_eq!(failed.position, None);
    assert_no_role::<()>(Err(failed.error));
}

#[tokio::test]
async fn a_deleted_role_is_taken_from_all_who_had_it() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    rig.role(NewRole { permissions: permissions(&["user_management"]), ..keepers() }).await;
    let (joe, key) = rig.person(named("joe")).await;
    let crew = NewGroup { name: "Crew".to_owned(), roles: [called("keepers")].into(), ..NewGroup::default() };
    rig.directory.create_group(&admin, crew).await.expect("created");
    rig.directory.assign_role(&admin, called("keepers"), vec![user("joe")]).await.expect("assigned");
    rig.caller(&key, Action::UsersCreate).await.expect("through the role");
    let gone = rig.directory.delete_role(&admin, called("keepers")).await.expect("deleted");
    assert_eq!((gone.user_count, gone.group_count), (1, 1));
    assert!(rig.caller(&key, Action::UsersCreate).await.is_err());
    assert!(rig.get(joe.user.id).await.roles.is_empty());
    let crew = rig.directory.get_group(&admin, called("crew")).await.expect("found");
    assert!(crew.roles.is_empty() && crew.group.roles.is_empty());
}

#[tokio::test]
async fn builtin_roles_stay_as_they_are() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    let builtin = ForbiddenReason::Builtin(Kind::Role);
    for name in ["ece_platform_admin", "ece_platform_viewer", "ece_deployment_manager", "ece_deployment_viewer"] {
        assert_forbidden(rig.directory.update_role(&admin, called(name), granting(&["ingestion"])).await, builtin);
        assert_forbidden(rig.directory.delete_role(&admin, called(name)).await, builtin);
    }
    rig.create(named("joe")).await.expect("created");
    let given = rig.directory.assign_role(&admin, called("ece_platform_viewer"), vec![user("joe")]).await;
    assert_eq!(given.expect("given as any other").user_count, 2);
}

#[tokio::test]
async fn a_permission_is_granted_to_several_roles_or_none() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    rig.role(keepers()).await;
    rig.role(NewRole { name: "Watchers".to_owned(), ..NewRole::default() }).await;
    let several = |names: &[&str]| names.iter().map(|name| called(name)).collect::<Vec<_>>();
    let grant = granting(&["ingestion"]);
    let failed = rig.directory.update_roles(&admin, several(&["keepers", "nothing"]), grant.clone()).await;
    assert_eq!(failed.expect_err("there is no such role").position, Some(1));
    let kept = rig.directory.get_role(&admin, called("keepers")).await.expect("found");
    assert_eq!(kept.role.permissions, keepers().permissions);
    let both = rig.directory.update_roles(&admin, several(&["keepers", "watchers"]), grant).await.expect("granted");
    assert!(both.iter().all(|view| view.role.permissions.is_superset(&permissions(&["ingestion"]))));
    let revoke = RolePatch { permissions: SetChange::Remove(permissions(&["ingestion"])), ..RolePatch::default() };
    let both = rig.directory.update_roles(&admin, several(&["watchers", "keepers"]), revoke).await.expect("revoked");
    assert!(both[0].role.permissions.is_empty());
}

#[tokio::test]
async fn nobody_reaches_more_through_a_role() {
    let rig = Rig::new().await;
    let (_, manager_key) = rig.person(manager()).await;
    rig.role(keepers()).await;
    rig.role(NewRole { name: "Weak".to_owned(), ..NewRole::default() }).await;
    let manages = rig.caller(&manager_key, Action::RolesUpdate).await.expect("a manager may");
    let d = &rig.directory;
    assert_forbidden(
        d.create_role(&manages, NewRole { name: "X".to_owned(), ..keepers() }).await,
        ForbiddenReason::Permissions,
    );
    let everything = RolePatch { actions: Some(ActionSet::ALL), ..RolePatch::default() };
    assert_forbidden(d.update_role(&manages, called("weak"), everything).await, ForbiddenReason::Permissions);
    let emptied = RolePatch { permissions: SetChange::Replace(BTreeSet::new()), ..RolePatch::default() };
    assert_forbidden(d.update_role(&manages, called("keepers"), emptied).await, ForbiddenReason::StrongerTarget);
    assert_forbidden(d.delete_role(&manages, called("keepers")).await, ForbiddenReason::StrongerTarget);
    let given = d.assign_role(&manages, called("keepers"), vec![user("manager")]).await;
    assert_forbidden(given.map_err(|failed| failed.error), ForbiddenReason::Roles);
    let described = RolePatch { description: Some("x".to_owned()), ..RolePatch::default() };
    d.update_role(&manages, called("keepers"), described).await.expect("what it gives stays");
    d.update_role(&manages, called("weak"), granting(&["user_management"])).await.expect("a manager has that");
}

#[tokio::test]
async fn who_may_not_look_at_roles_learns_nothing() {
    let rig = Rig::new().await;
    let (_, key) = rig.person(named("plain")).await;
    let plain = rig.caller(&key, Action::UsersReadSelf).await.expect("everyone may");
    for named in [called("ece_platform_admin"), called("nothing")] {
        let missing = ForbiddenReason::MissingAction;
        assert_forbidden(rig.directory.get_role(&plain, named.clone()).await, missing(Action::RolesRead));
        assert_forbidden(rig.directory.delete_role(&plain, named.clone()).await, missing(Action::RolesDelete));
        let given = rig.directory.assign_role(&plain, named, vec![]).await.map_err(|failed| failed.error);
        assert_forbidden(given, missing(Action::RolesAssign));
    }
}
