//! Organizations as wholes: who makes, renames and removes them, what they have, and what their administrators are.

use super::*;
use crate::auth::policy::allow_ever;
use crate::domain::powers::{EVERYTHING_IN_ONE, PLATFORM_ADMIN, PLATFORM_ONLY};
use crate::domain::text::fold;
use crate::domain::{ActionSet, RemovalReason, Role};

fn by_id(organization: &Organization) -> Reference {
    Reference::Id(organization.id.to_base32())
}

fn administrator(username: &str) -> NewAdministrator {
    NewAdministrator { username: Username::parse(username).expect("valid"), email: None, display_name: None }
}

/// An organization with an administrator and its key.
async fn tenant(rig: &Rig) -> (Organization, NewAdministratorView) {
    let admin = rig.admin().await;
    let organization = rig.directory.create_organization(&admin, "analytics".to_owned()).await.expect("created");
    let made = rig.directory.create_administrator(&admin, by_id(&organization), administrator("boss")).await;
    (organization, made.expect("created"))
}

async fn audit_of(rig: &Rig, organization: &Organization, about: Id) -> Vec<AuditRecord> {
    let id = organization.id;
    let work = move |txn: &dyn ReadTransaction| txn.audit_of(id, TargetKind::Organization, about, 100);
    rig.directory.read(work).await.expect("read")
}

#[tokio::test]
async fn an_organization_has_what_the_first_one_has_but_nobody() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    let made = rig.directory.create_organization(&admin, "analytics".to_owned()).await.expect("created");
    let platform = admin.principal().organization;
    let contents = move |id| {
        move |txn: &dyn ReadTransaction| {
            let schemas = txn.metaschemas(id)?.into_iter().map(|schema| schema.schema).collect::<Vec<_>>();
            let everyone = txn.group_by_name(id, "everyone")?.map(|group| (group.name.clone(), group.builtin));
            let roles = txn.count_roles(id, &[])?;
            Ok((schemas, everyone, roles))
        }
    };
    let there = rig.directory.read(contents(made.id)).await.expect("read");
    let here = rig.directory.read(contents(platform)).await.expect("read");
    assert_eq!(there, here);
    let id = made.id;
    assert_eq!(rig.directory.read(move |txn| txn.count_users(id, &[])).await.expect("read"), 0);
    assert!(!made.platform);
}

#[tokio::test]
async fn an_administrator_of_another_organization_may_do_everything_there_and_nothing_with_organizations() {
    let rig = Rig::new().await;
    let (organization, made) = tenant(&rig).await;
    let boss = rig.caller(&made.key.key, Action::UsersUpdate).await.expect("the administrator may");
    assert_eq!(boss.principal().actions, EVERYTHING_IN_ONE);
    for action in PLATFORM_ONLY.iter() {
        assert_forbidden(rig.caller(&made.key.key, action).await, ForbiddenReason::MissingAction(action));
    }
    // It gives everything that can be had there: the role of administrators, and any permission.
    let deputy = NewUser {
        roles: role("ece_platform_admin"),
        permissions: Some(permissions(&["agent_management", "user_management"])),
        ..named("deputy")
    };
    let deputy = rig.directory.create_user(&boss, deputy).await.expect("created").view;
    assert_eq!(deputy.allowed, EVERYTHING_IN_ONE);
    assert_eq!(deputy.organization, organization);
    rig.directory.delete_user(&boss, UserSelector::Id(deputy.user.id)).await.expect("deleted");
}

#[tokio::test]
async fn what_a_role_says_of_the_platform_counts_on_the_platform_only() {
    let rig = Rig::new().await;
    let (organization, made) = tenant(&rig).await;
    let work = move |txn: &dyn WriteTransaction| {
        let old = txn.role_by_name(organization.id, &fold(PLATFORM_ADMIN.name))?.expect("built in");
        assert_eq!(old.actions, EVERYTHING_IN_ONE);
        txn.update_role(&old, &Role { actions: ActionSet::ALL, ..Role::clone(&old) })
    };
    rig.directory.write(work).await.expect("written");
    let boss = rig.caller(&made.key.key, Action::UsersUpdate).await.expect("the administrator may");
    assert!(!allow_ever(boss.principal().actions, Action::OrganizationsWrite));
}

#[tokio::test]
async fn nobody_makes_an_administrator_who_could_do_more() {
    let rig = Rig::new().await;
    let (organization, _) = tenant(&rig).await;
    let actions = ActionSet::of(&[Action::OrganizationsWrite]);
    let new = NewRole { name: "landlord".to_owned(), actions, ..NewRole::default() };
    rig.directory.create_role(&rig.admin().await, new).await.expect("created");
    let (_, key) = rig.person(NewUser { roles: role("landlord"), ..named("landlord") }).await;
    let landlord = rig.caller(&key, Action::OrganizationsWrite).await.expect("the role allows it");
    for named in [by_id(&organization), Reference::Name("default".to_owned())] {
        let made = rig.directory.create_administrator(&landlord, named, administrator("puppet")).await;
        assert_forbidden(made, ForbiddenReason::Roles);
    }
    rig.directory
        .rename_organization(&landlord, by_id(&organization), Some("other".to_owned()))
        .await
        .expect("renamed");
}

#[tokio::test]
async fn both_trails_say_what_becomes_of_an_organization() {
    let rig = Rig::new().await;
    let (organization, made) = tenant(&rig).await;
    let admin = rig.admin().await;
    let renamed = rig.directory.rename_organization(&admin, by_id(&organization), Some("research".to_owned())).await;
    let renamed = renamed.expect("renamed");
    let again = rig.directory.rename_organization(&admin, by_id(&organization), Some("research".to_owned())).await;
    assert_eq!(again.expect("unchanged"), renamed);
    rig.directory.remove_organization(&admin, Reference::Name("research".to_owned())).await.expect("removed");

    let about = organization.id.id();
    let platform = Organization { id: admin.principal().organization, ..organization.clone() };
    let said = |records: Vec<AuditRecord>| {
        let records = records.into_iter().rev().flat_map(|record| record.changes);
        records.map(|change| (change.field, change.from, change.to)).collect::<Vec<_>>()
    };
    let name = |from: Option<&str>, to: Option<&str>| ("name".to_owned(), from.map(Into::into), to.map(Into::into));
    let there =
        [name(None, Some("analytics")), name(Some("analytics"), Some("research")), name(Some("research"), None)];
    assert_eq!(said(audit_of(&rig, &organization, about).await), there);
    let [first, second, third] = there;
    let added = ("administrator".to_owned(), None, Some(made.user.id.to_string()));
    assert_eq!(said(audit_of(&rig, &platform, about).await), [first, added, second, third]);
}

#[tokio::test]
async fn the_platform_can_be_renamed_and_stays() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    let named = || Reference::Id(admin.principal().organization.to_base32());
    let renamed = rig.directory.rename_organization(&admin, named(), Some("headquarters".to_owned())).await;
    assert!(renamed.expect("renamed").platform);
    let removed = rig.directory.remove_organization(&admin, named()).await;
    let reason = RemovalReason::Platform;
    assert!(matches!(removed, Err(Error::NotRemovable { kind: Kind::Organization, reason: found }) if found == reason));
    // A later start finds it by what it is.
    let again = rig.directory.bootstrap(FirstKeys::default()).await.expect("bootstrapped");
    assert_eq!(again, FirstKeys::default());
    rig.directory.check_reads().await.expect("ready");
    let query = UserQuery { marker: None, page_size: PageSize::parse(10).expect("a size") };
    let all = rig.directory.list_organizations(&admin, query).await.expect("listed").items;
    assert_eq!(all.iter().map(|organization| organization.name.as_str()).collect::<Vec<_>>(), ["headquarters"]);
}

#[tokio::test]
async fn a_new_version_brings_every_organization_up_to_date() {
    let rig = Rig::new().await;
    let (organization, made) = tenant(&rig).await;
    let id = organization.id;
    let weaken = move |txn: &dyn WriteTransaction| {
        let old = txn.role_by_name(id, &fold(PLATFORM_ADMIN.name))?.expect("built in");
        txn.update_role(&old, &Role { actions: ActionSet::of(&[Action::UsersRead]), ..Role::clone(&old) })
    };
    rig.directory.write(weaken).await.expect("written");
    assert!(rig.caller(&made.key.key, Action::UsersCreate).await.is_err());
    rig.directory.write(|txn| txn.set_furnishings(&[0; 32])).await.expect("so another version was");
    rig.directory.bootstrap(FirstKeys::default()).await.expect("bootstrapped");
    rig.caller(&made.key.key, Action::UsersCreate).await.expect("the administrator may again");
}

#[tokio::test]
async fn a_request_that_outlives_its_organization_is_not_authenticated() {
    let rig = Rig::new().await;
    let (organization, made) = tenant(&rig).await;
    let boss = rig.caller(&made.key.key, Action::UsersUpdate).await.expect("the administrator may");
    rig.directory.remove_organization(&rig.admin().await, by_id(&organization)).await.expect("removed");
    let created = rig.directory.create_user(&boss, named("late")).await;
    assert!(matches!(created, Err(Error::Unauthenticated)), "{created:?}");
    let query = UserQuery { marker: None, page_size: PageSize::parse(10).expect("a size") };
    let listed = rig.directory.list_users(&boss, query).await;
    assert!(matches!(listed, Err(Error::Unauthenticated)), "{listed:?}");
}
