//! Metaschemas: what an organization begins with, who reads and writes them, and what they do to metadata.

use super::*;
use crate::domain::{Change, Metadata, Metaschema, MetaschemaName, UserPatch, metaschema};
use crate::limits::ORGANIZATION_METASCHEMAS_MAX;

/// A schema that wants a team.
const TEAM: &str = r#"{"required": ["team"]}"#;

fn name(text: &str) -> MetaschemaName {
    MetaschemaName::parse(text).expect("valid")
}

fn called(text: &str) -> MetaschemaSelector {
    MetaschemaSelector::Name(text.to_owned())
}

fn metadata(text: &str) -> Metadata {
    Metadata::from_object_text(text.to_owned()).expect("an object")
}

fn with_metadata(username: &str, text: &str) -> NewUser {
    NewUser { metadata: Some(metadata(text)), ..named(username) }
}

fn set(metadata: Change<Metadata>) -> UserUpdate {
    UserUpdate { patch: UserPatch { metadata, ..UserPatch::default() }, ..UserUpdate::default() }
}

impl Rig {
    async fn metaschema(&self, text: &str) -> Metaschema {
        self.directory.get_metaschema(&self.admin().await, called(text)).await.expect("it is there")
    }

    async fn wants_team(&self, of: &str) {
        let (admin, id) = (self.admin().await, self.metaschema(of).await.id);
        let written = self.directory.update_metaschema(&admin, MetaschemaSelector::Id(id), TEAM.to_owned()).await;
        written.expect("a schema");
    }

    async fn metaschema_audit(&self, of: &Metaschema) -> Vec<AuditRecord> {
        let (organization, id) = (of.organization, of.id.id());
        let read = move |txn: &dyn ReadTransaction| txn.audit_of(organization, TargetKind::Metaschema, id, 100);
        self.directory.read(read).await.expect("read")
    }
}

#[tokio::test]
async fn an_organization_without_any_gets_the_five_from_a_new_version() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    let listed = rig.directory.list_metaschemas(&admin).await.expect("listed");
    let names: Vec<&str> = listed.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["group", "organization", "prospect", "role", "user"]);
    for found in &listed {
        let (_, schema) = metaschema::DEFAULTS.into_iter().find(|(name, _)| *name == found.name.as_str()).expect("one");
        assert_eq!((found.schema.as_str(), found.version), (schema, 1));
    }

    let delete = |found: &Metaschema| rig.directory.delete_metaschema(&admin, MetaschemaSelector::Id(found.id));
    delete(&listed[0]).await.expect("deleted");
    rig.directory.bootstrap(FirstKeys::default()).await.expect("a second start");
    assert_eq!(rig.directory.list_metaschemas(&admin).await.expect("listed"), listed[1..], "what is gone stays gone");
    for found in &listed[1..] {
        delete(found).await.expect("deleted");
    }
    // As in a directory that was made before there were metaschemas.
    rig.directory.write(|txn| txn.set_furnishings(&[0; 32])).await.expect("so another version was");
    rig.directory.bootstrap(FirstKeys::default()).await.expect("a third start");
    assert_eq!(rig.directory.list_metaschemas(&admin).await.expect("listed").len(), 5);
}

#[tokio::test]
async fn a_metaschema_is_made_found_changed_and_deleted_with_a_record_of_each() {
    let rig = Rig::new().await;
    let (directory, admin) = (&rig.directory, rig.admin().await);
    let made = directory.create_metaschema(&admin, name("mine"), "{}".to_owned()).await.expect("made");
    assert_eq!((made.schema.as_str(), made.version), ("{}", 1));
    for selector in [called("mine"), MetaschemaSelector::Id(made.id), MetaschemaSelector::NameOrId("x".into(), made.id)]
    {
        assert_eq!(directory.get_metaschema(&admin, selector).await.expect("found"), made);
    }
    for selector in [called("MINE"), MetaschemaSelector::Nothing] {
        let outcome = directory.get_metaschema(&admin, selector).await;
        assert!(matches!(outcome, Err(Error::NotFound { kind: Kind::Metaschema })), "{outcome:?}");
    }

    let by_id = || MetaschemaSelector::Id(made.id);
    let changed = directory.update_metaschema(&admin, by_id(), TEAM.to_owned()).await.expect("changed");
    assert_eq!((changed.schema.as_str(), changed.version, changed.name.as_str()), (TEAM, 2, "mine"));
    assert!(changed.updated_at > made.updated_at && changed.created_at == made.created_at);
    let same = directory.update_metaschema(&admin, by_id(), TEAM.to_owned()).await.expect("the same");
    assert_eq!(same, changed, "a change that changes nothing");

    directory.delete_metaschema(&admin, by_id()).await.expect("deleted");
    let outcome = directory.delete_metaschema(&admin, by_id()).await;
    assert!(matches!(outcome, Err(Error::NotFound { kind: Kind::Metaschema })), "{outcome:?}");
    let records = rig.metaschema_audit(&made).await;
    let fields: Vec<Vec<&str>> =
        records.iter().map(|record| record.changes.iter().map(|change| change.field.as_str()).collect()).collect();
    assert_eq!(fields, [vec!["name", "schema"], vec!["schema"], vec!["name", "schema"]]);
}

#[tokio::test]
async fn a_metaschema_that_cannot_be_is_not_made() {
    let rig = Rig::new().await;
    let (directory, admin) = (&rig.directory, rig.admin().await);
    let taken = directory.create_metaschema(&admin, name("user"), "{}".to_owned()).await;
    assert_taken(taken, "name");
    for unusable in ["", "no", r#"{"type": "nothing"}"#, r##"{"$ref": "#"}"##] {
        let made = directory.create_metaschema(&admin, name("mine"), unusable.to_owned()).await;
        assert!(matches!(&made, Err(Error::Invalid { field, .. }) if field == "schema"), "{unusable}: {made:?}");
        let selector = MetaschemaSelector::Id(rig.metaschema("user").await.id);
        let changed = directory.update_metaschema(&admin, selector, unusable.to_owned()).await;
        assert!(matches!(&changed, Err(Error::Invalid { field, .. }) if field == "schema"), "{unusable}: {changed:?}");
    }
    assert_eq!(rig.metaschema("user").await.version, 1);
    for number in 5..ORGANIZATION_METASCHEMAS_MAX {
        let made = directory.create_metaschema(&admin, name(&format!("n{number}")), "{}".to_owned()).await;
        made.expect("there is room");
    }
    let max = ORGANIZATION_METASCHEMAS_MAX;
    let full = directory.create_metaschema(&admin, name("mine"), "{}".to_owned()).await;
    assert_invalid(full, "metaschemas", InvalidReason::TooMany { max });
}

#[tokio::test]
async fn who_may_not_read_or_write_metaschemas_does_not_learn_which_there_are() {
    let rig = Rig::new().await;
    let (_, key) = rig.person(named("plain")).await;
    let plain = rig.caller(&key, Action::UsersReadSelf).await.expect("admitted");
    let readonly = rig.caller(&rig.readonly, Action::MetaschemasRead).await.expect("admitted");
    let missing = ForbiddenReason::MissingAction;
    assert_forbidden(rig.directory.list_metaschemas(&plain).await, missing(Action::MetaschemasRead));
    assert_eq!(rig.directory.list_metaschemas(&readonly).await.expect("a reader").len(), 5);
    for selector in [called("user"), called("none")] {
        let read = rig.directory.get_metaschema(&plain, selector.clone()).await;
        assert_forbidden(read, missing(Action::MetaschemasRead));
        for caller in [&plain, &readonly] {
            let changed = rig.directory.update_metaschema(caller, selector.clone(), "no".to_owned()).await;
            assert_forbidden(changed, missing(Action::MetaschemasWrite));
            let deleted = rig.directory.delete_metaschema(caller, selector.clone()).await;
            assert_forbidden(deleted, missing(Action::MetaschemasWrite));
        }
    }
    let made = rig.directory.create_metaschema(&readonly, name("mine"), "no".to_owned()).await;
    assert_forbidden(made, missing(Action::MetaschemasWrite));
}

#[tokio::test]
async fn metadata_of_users_is_checked_where_it_is_said() {
    let rig = Rig::new().await;
    let broken = || InvalidReason::Metaschema;
    assert_invalid(rig.create(with_metadata("ada", r#"{"label": null}"#)).await, "metadata", broken());
    rig.wants_team("user").await;
    assert_invalid(rig.create(with_metadata("ada", "{}")).await, "metadata", broken());
    let ada = rig.create(named("ada")).await.expect("nothing is said of metadata").view.user;

    let selector = || UserSelector::Id(ada.id);
    let admin = rig.admin().await;
    for refused in [Change::Clear, Change::Set(metadata(r#"{"label": {}}"#))] {
        let outcome = rig.directory.update_user(&admin, selector(), set(refused)).await;
        assert_invalid(outcome, "metadata", broken());
    }
    assert_eq!(rig.get(ada.id).await.user, ada);
    let kept = UserPatch { display_name: Change::Set("Ada".to_owned()), ..UserPatch::default() };
    let kept = UserUpdate { patch: kept, ..UserUpdate::default() };
    rig.directory.update_user(&admin, selector(), kept).await.expect("what is kept is not checked");
    let given = set(Change::Set(metadata(r#"{"team": 1}"#)));
    rig.directory.update_user(&admin, selector(), given).await.expect("it has a team");
    assert_eq!(rig.get(ada.id).await.user.metadata, metadata(r#"{"team": 1}"#));
}

#[tokio::test]
async fn metadata_of_groups_is_checked_where_it_is_said() {
    let rig = Rig::new().await;
    let (directory, admin) = (&rig.directory, rig.admin().await);
    rig.wants_team("group").await;
    let crew = |metadata| NewGroup { name: "crew".to_owned(), metadata, ..NewGroup::default() };
    let refused = directory.create_group(&admin, crew(Some(Metadata::empty()))).await;
    assert_invalid(refused, "metadata", InvalidReason::Metaschema);
    directory.create_group(&admin, crew(None)).await.expect("nothing is said of metadata");

    let named = || Reference::Name("crew".to_owned());
    let patch = |metadata| crate::domain::GroupPatch { metadata, ..crate::domain::GroupPatch::default() };
    let refused = directory.update_group(&admin, named(), patch(Change::Clear)).await;
    assert_invalid(refused, "metadata", InvalidReason::Metaschema);
    let given = patch(Change::Set(metadata(r#"{"team": 1}"#)));
    let changed = directory.update_group(&admin, named(), given).await.expect("it has a team");
    assert_eq!(changed.group.metadata, metadata(r#"{"team": 1}"#));
}

#[tokio::test]
async fn without_a_metaschema_everything_is_allowed() {
    let rig = Rig::new().await;
    let selector = MetaschemaSelector::Id(rig.metaschema("user").await.id);
    rig.directory.delete_metaschema(&rig.admin().await, selector).await.expect("deleted");
    rig.create(with_metadata("ada", r#"{"label": null}"#)).await.expect("nothing to follow");
}
