//! Groups: what they say, who is in them, what they give, and who may change that.

use super::*;
use crate::domain::{Change, GroupPatch, Metadata, SetChange, UserKind, UserPatch};

fn called(name: &str) -> Reference {
    Reference::Name(name.to_owned())
}

fn crew() -> NewGroup {
    NewGroup { name: "Crew".to_owned(), ..NewGroup::default() }
}

fn everyone() -> Reference {
    called("Everyone")
}

impl Rig {
    async fn group(&self, new: NewGroup) -> GroupView {
        self.directory.create_group(&self.admin().await, new).await.expect("created")
    }

    async fn group_audit(&self, view: &GroupView) -> Vec<AuditRecord> {
        let (organization, id) = (view.group.organization, view.group.id.id());
        self.directory.read(move |txn| txn.audit_of(organization, TargetKind::Group, id, 100)).await.expect("read")
    }
}

#[tokio::test]
async fn a_group_is_made_as_said_and_found_by_everything_that_names_it() {
    let rig = Rig::new().await;
    let metadata = Metadata::from_object_text(r#"{"a":1}"#.to_owned()).expect("an object");
    let made = rig
        .group(NewGroup {
            display_name: Some("The crew".to_owned()),
            description: "Keeps the ship".to_owned(),
            metadata: Some(metadata.clone()),
            roles: role("ece_deployment_viewer"),
            ..crew()
        })
        .await;
    assert_eq!(made.group.name, "Crew");
    assert_eq!((made.group.display_name.as_deref(), made.group.metadata.clone()), (Some("The crew"), metadata));
    assert_eq!((made.roles[0].name.as_str(), made.member_count), ("ece_deployment_viewer", 0));
    for named in [called("CREW"), Reference::Id(made.group.id.to_base32()), Reference::Id(made.group.id.to_uuid())] {
        assert_eq!(rig.directory.get_group(&rig.admin().await, named).await.expect("found"), made);
    }
    for nothing in [called("crow"), called(""), Reference::Id("crew".to_owned())] {
        let outcome = rig.directory.get_group(&rig.admin().await, nothing).await;
        assert!(matches!(outcome, Err(Error::NotFound { kind: Kind::Group })), "{outcome:?}");
    }
    let records = rig.group_audit(&made).await;
    let fields: Vec<&str> = records[0].changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(fields, ["name", "display_name", "description", "metadata", "roles"]);
}

#[tokio::test]
async fn a_group_is_not_made_from_what_cannot_be() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    let create = |new| rig.directory.create_group(&admin, new);
    rig.group(crew()).await;
    assert_taken(create(NewGroup { name: "cRew".to_owned(), ..crew() }).await, "name");
    assert_taken(create(NewGroup { name: "everyone".to_owned(), ..crew() }).await, "name");
    assert_invalid(create(NewGroup::default()).await, "name", InvalidReason::Missing);
    let unknown = InvalidReason::UnknownRoles(vec!["no_such_role".to_owned()]);
    assert_invalid(
        create(NewGroup { roles: role("no_such_role"), name: "Fresh".to_owned(), ..crew() }).await,
        "roles",
        unknown,
    );
}

#[tokio::test]
async fn an_update_of_a_group_changes_what_it_says() {
    let rig = Rig::new().await;
    let before = rig.group(NewGroup { display_name: Some("The crew".to_owned()), ..crew() }).await;
    let admin = rig.admin().await;
    let patch = GroupPatch {
        name: Some("Team".to_owned()),
        display_name: Change::Clear,
        roles: SetChange::Add(role("ece_deployment_viewer")),
        ..GroupPatch::default()
    };
    let after = rig.directory.update_group(&admin, called("crew"), patch.clone()).await.expect("updated");
    assert_eq!((after.group.name.as_str(), after.group.display_name.as_deref()), ("Team", None));
    assert_eq!((after.group.roles.len(), after.group.version), (1, 2));
    assert!(after.group.updated_at > before.group.updated_at);
    assert_eq!(rig.directory.get_group(&admin, called("team")).await.expect("found"), after);
    let again = rig.directory.update_group(&admin, called("team"), patch).await.expect("nothing to do");
    assert_eq!(again, after);
    assert_eq!(rig.group_audit(&after).await.len(), 2);

    rig.group(crew()).await;
    let taken = GroupPatch { name: Some("TEAM".to_owned()), ..GroupPatch::default() };
    assert_taken(rig.directory.update_group(&admin, called("crew"), taken).await, "name");
}

#[tokio::test]
async fn members_come_and_go_all_or_none() {
    let rig = Rig::new().await;
    let crew = rig.group(crew()).await;
    let jane = rig.create(mailed("jane@example.com")).await.expect("created").view.user;
    let joe = rig.create(named("joe")).await.expect("created").view.user;
    let admin = rig.admin().await;
    let whom = |names: &[&str]| names.iter().map(|name| UserSelector::EmailOrUsername((*name).to_owned())).collect();

    let failed = rig.directory.add_members(&admin, called("crew"), whom(&["joe", "nobody"])).await;
    let failed = failed.expect_err("nobody has that name");
    assert_eq!(failed.position, Some(1));
    assert_not_found::<()>(Err(failed.error));
    assert_eq!(rig.get(joe.id).await.groups.len(), 1);

    let added = rig.directory.add_members(&admin, called("crew"), whom(&["joe", "jane@example.com", "joe"])).await;
    let added = added.expect("added");
    assert_eq!(added.member_count, 2);
    assert_eq!(added.members.iter().map(|member| member.id).collect::<Vec<_>>(), [jane.id, joe.id]);
    assert_eq!(added.group, crew.group, "membership is the user's");
    let view = rig.get(joe.id).await;
    assert_eq!((view.groups.len(), view.user.version), (2, 2));
    assert_eq!(rig.audit(&view.user).await[0].changes[0].field, "groups");

    let removed = rig.directory.remove_members(&admin, called("crew"), whom(&["joe"])).await.expect("removed");
    assert_eq!(removed.member_count, 1);
    assert_eq!(rig.get(joe.id).await.groups.len(), 1);
    let failed = rig.directory.add_members(&admin, called("crow"), whom(&["joe"])).await.expect_err("no such group");
    assert!(matches!(failed, BatchError { position: None, error: Error::NotFound { kind: Kind::Group } }));
    let crowd = vec![UserSelector::Nobody; crate::limits::USERS_PER_REQUEST_MAX + 1];
    let failed = rig.directory.add_members(&admin, called("crew"), crowd).await.expect_err("too many");
    assert_eq!(failed.position, None);
}

#[tokio::test]
async fn everyone_stays_as_it_is_but_for_its_roles() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    let builtin = ForbiddenReason::Builtin(Kind::Group);
    let rename = GroupPatch { name: Some("All".to_owned()), ..GroupPatch::default() };
    assert_forbidden(rig.directory.update_group(&admin, everyone(), rename).await, builtin);
    assert_forbidden(rig.directory.delete_group(&admin, everyone()).await, builtin);
    rig.create(named("joe")).await.expect("created");
    let joe = || vec![UserSelector::Username("joe".to_owned())];
    let removed = rig.directory.remove_members(&admin, everyone(), joe()).await;
    assert_forbidden(removed.map_err(|failed| failed.error), builtin);
    let added = rig.directory.add_members(&admin, everyone(), joe()).await;
    assert_forbidden(added.map_err(|failed| failed.error), builtin);

    let patch = GroupPatch { roles: SetChange::Add(role("ece_platform_viewer")), ..GroupPatch::default() };
    let changed = rig.directory.update_group(&admin, everyone(), patch).await.expect("its roles can change");
    assert_eq!(changed.roles[0].name, "ece_platform_viewer");
}

#[tokio::test]
async fn what_a_group_gives_counts_at_once_and_not_for_builtin_users() {
    let rig = Rig::new().await;
    let (joe, key) = rig.person(named("joe")).await;
    assert!(rig.caller(&key, Action::GroupsRead).await.is_err());
    rig.group(NewGroup { roles: role("ece_platform_viewer"), ..crew() }).await;
    let admin = rig.admin().await;
    let whom = || vec![UserSelector::Username("joe".to_owned())];
    rig.directory.add_members(&admin, called("crew"), whom()).await.expect("added");
    rig.caller(&key, Action::GroupsRead).await.expect("through the group");
    let view = rig.get(joe.user.id).await;
    assert!(view.allowed.contains(Action::GroupsRead) && view.roles.is_empty(), "{view:?}");
    let page = rig
        .directory
        .list_users(&admin, UserQuery { marker: None, page_size: PageSize::parse(10).expect("a page size") });
    let page = page.await.expect("listed");
    assert!(page.items.contains(&view), "a list shows the same");

    rig.directory.remove_members(&admin, called("crew"), whom()).await.expect("removed");
    assert!(rig.caller(&key, Action::GroupsRead).await.is_err());

    let patch = GroupPatch { roles: SetChange::Add(role("ece_platform_admin")), ..GroupPatch::default() };
    rig.directory.update_group(&admin, everyone(), patch).await.expect("updated");
    rig.caller(&key, Action::RolesCreate).await.expect("everyone may now");
    assert!(rig.caller(&rig.readonly, Action::UsersUpdateSelf).await.is_err(), "readonly reads, whatever its groups");
}

#[tokio::test]
async fn a_deleted_group_takes_along_what_it_gave() {
    let rig = Rig::new().await;
    let (joe, key) = rig.person(named("joe")).await;
    let made = rig.group(NewGroup { roles: role("ece_platform_viewer"), ..crew() }).await;
    let admin = rig.admin().await;
    let whom = vec![UserSelector::Username("joe".to_owned())];
    let full = rig.directory.add_members(&admin, called("crew"), whom).await.expect("added");
    assert_eq!(rig.directory.delete_group(&admin, called("crew")).await.expect("deleted"), full);
    assert!(rig.caller(&key, Action::GroupsRead).await.is_err());
    assert_eq!(rig.get(joe.user.id).await.groups.len(), 1);
    let records = rig.group_audit(&made).await;
    let members = records[0].changes.iter().find(|change| change.field == "members").expect("how many there were");
    assert_eq!((members.from.as_deref(), members.to.as_deref()), (Some("1"), None));
    rig.group(crew()).await;
}

#[tokio::test]
async fn nobody_reaches_more_through_a_group() {
    let rig = Rig::new().await;
    let (_, manager_key) = rig.person(manager()).await;
    let (_, plain_key) = rig.person(named("plain")).await;
    rig.group(NewGroup { roles: role("ece_platform_admin"), name: "Chiefs".to_owned(), ..NewGroup::default() }).await;
    rig.group(crew()).await;
    let manages = rig.caller(&manager_key, Action::GroupsUpdate).await.expect("a manager may");
    let d = &rig.directory;

    let strong = NewGroup { roles: role("ece_platform_admin"), name: "X".to_owned(), ..NewGroup::default() };
    assert_forbidden(d.create_group(&manages, strong).await, ForbiddenReason::Roles);
    for roles in [SetChange::Add(role("ece_platform_viewer")), SetChange::Replace(role("ece_platform_admin"))] {
        let patch = GroupPatch { roles, ..GroupPatch::default() };
        assert_forbidden(d.update_group(&manages, called("crew"), patch).await, ForbiddenReason::Roles);
    }
    let emptied = GroupPatch { roles: SetChange::Replace(BTreeSet::new()), ..GroupPatch::default() };
    assert_forbidden(d.update_group(&manages, called("chiefs"), emptied).await, ForbiddenReason::Roles);
    assert_forbidden(d.delete_group(&manages, called("chiefs")).await, ForbiddenReason::StrongerTarget);
    let oneself = || vec![UserSelector::Username("manager".to_owned())];
    let joined = d.add_members(&manages, called("chiefs"), oneself()).await.map_err(|failed| failed.error);
    assert_forbidden(joined, ForbiddenReason::Groups);
    let joining = UserPatch { groups: SetChange::Add([called("chiefs")].into()), ..UserPatch::default() };
    let joining = UserUpdate { patch: joining, ..UserUpdate::default() };
    let joined = d.update_user(&manages, UserSelector::Username("manager".to_owned()), joining).await;
    assert_forbidden(joined, ForbiddenReason::Groups);
    d.add_members(&manages, called("crew"), oneself()).await.expect("a group that gives nothing");

    let admin = rig.admin().await;
    d.add_members(&admin, called("chiefs"), vec![UserSelector::Username("plain".to_owned())]).await.expect("added");
    let touched = d.add_members(&manages, called("crew"), vec![UserSelector::Username("plain".to_owned())]).await;
    assert_forbidden(touched.map_err(|failed| failed.error), ForbiddenReason::StrongerTarget);
    rig.caller(&plain_key, Action::GroupsDelete).await.expect("plain is a chief");
}

#[tokio::test]
async fn groups_of_other_organizations_are_behind_a_wall() {
    let rig = Rig::new().await;
    let stranger = rig.stranger().await;
    let foreign = rig.group(crew()).await.group;
    let moved = foreign.clone();
    let work = move |txn: &dyn WriteTransaction| {
        txn.delete_group(&moved)?;
        txn.insert_group(&crate::domain::Group { organization: stranger.organization, ..moved.clone() })
    };
    rig.directory.write(work).await.expect("moved");
    let admin = rig.admin().await;
    for named in [called("crew"), Reference::Id(foreign.id.to_base32())] {
        let outcome = rig.directory.get_group(&admin, named.clone()).await;
        assert!(matches!(outcome, Err(Error::NotFound { kind: Kind::Group })), "{outcome:?}");
        let outcome = rig.directory.delete_group(&admin, named).await;
        assert!(matches!(outcome, Err(Error::NotFound { kind: Kind::Group })), "{outcome:?}");
    }
}

#[tokio::test]
async fn nobody_makes_a_person_to_whom_everyone_gives_more() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    let robot = NewUser { kind: UserKind::Service, permissions: manager().permissions, ..named("robot") };
    let made = rig.create(robot).await.expect("created").view.user;
    let account = UserSelector::ServiceAccount(made.id.to_base32());
    let key = rig.directory.create_key(&admin, account, NewKey::default()).await.expect("a key").key;
    let robot = rig.caller(&key, Action::UsersCreate).await.expect("it manages users");
    rig.directory.create_user(&robot, named("joe")).await.expect("who can do no more than the robot");

    let patch = GroupPatch { roles: SetChange::Add(role("ece_platform_viewer")), ..GroupPatch::default() };
    rig.directory.update_group(&admin, everyone(), patch).await.expect("updated");
    assert_forbidden(rig.directory.create_user(&robot, named("jane")).await, ForbiddenReason::Groups);
    let service = NewUser { kind: UserKind::Service, groups: [everyone()].into(), ..named("other") };
    let other = rig.directory.create_user(&robot, service).await.expect("which is not in Everyone");
    assert!(other.view.groups.is_empty());
    let joining = UserPatch { groups: SetChange::Add([everyone()].into()), ..UserPatch::default() };
    let joining = UserUpdate { patch: joining, ..UserUpdate::default() };
    let other = UserSelector::ServiceAccount(other.view.user.id.to_base32());
    let same = rig.directory.update_user(&robot, other, joining).await.expect("nothing to do");
    assert_eq!((same.view.groups.len(), same.view.user.version), (0, 1));
}

#[tokio::test]
async fn the_metadata_of_a_group_meets_its_metaschema() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    let metadata = |text: &str| Metadata::from_object_text(text.to_owned()).expect("an object");
    let wrong = || metadata(r#"{"label": 1}"#);
    let refused = rig.directory.create_group(&admin, NewGroup { metadata: Some(wrong()), ..crew() }).await;
    assert!(matches!(refused, Err(Error::Invalid { ref field, .. }) if field == "metadata"), "{refused:?}");
    let made = rig.group(NewGroup { metadata: Some(metadata(r#"{"label": {}}"#)), ..crew() }).await;
    let patch = GroupPatch { metadata: Change::Set(wrong()), ..GroupPatch::default() };
    let refused = rig.directory.update_group(&admin, called("crew"), patch).await;
    assert!(matches!(refused, Err(Error::Invalid { ref field, .. }) if field == "metadata"), "{refused:?}");
    assert_eq!(rig.directory.get_group(&admin, called("crew")).await.expect("found"), made);
}
