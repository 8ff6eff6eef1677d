//! The audit trail as it is read: whom it is about, and who may read it.

use super::*;
use crate::domain::Page;

async fn list(rig: &Rig, caller: &Caller, query: AuditQuery) -> Result<Page<AuditView>, Error> {
    let page_size = PageSize::parse(1000).expect("a possible size");
    rig.directory.list_audit(caller, AuditPageQuery { query, marker: None, page_size }).await
}

fn by(actor: &str) -> AuditQuery {
    AuditQuery { actor: Some(actor.to_owned()), ..AuditQuery::default() }
}

#[tokio::test]
async fn whoever_was_deleted_is_found_by_the_id_and_has_no_name() {
    let rig = Rig::new().await;
    let (jane, key) = rig.person(manager()).await;
    let acting = rig.caller(&key, Action::UsersCreate).await.expect("a manager may");
    rig.directory.create_user(&acting, named("joe")).await.expect("created");
    let admin = rig.admin().await;
    let (id, oneself) = (jane.user.id, UserSelector::Id(jane.user.id));

    let named = list(&rig, &admin, by("MANAGER")).await.expect("the admin may").items;
    assert_eq!(named.iter().map(|view| view.actor.clone()).collect::<Vec<_>>(), [Some(jane.user.username.clone())]);
    rig.directory.delete_user(&admin, oneself).await.expect("deleted");
    assert_eq!(list(&rig, &admin, by("manager")).await.expect("the admin may").items, []);
    for text in [id.to_base32(), id.to_uuid()] {
        let found = list(&rig, &admin, by(&text)).await.expect("the admin may").items;
        assert_eq!(found.iter().map(|view| &view.entry).collect::<Vec<_>>(), [&named[0].entry]);
        assert_eq!(found[0].actor, None);
    }
}

#[tokio::test]
async fn the_trail_of_another_organization_is_nobodys_here() {
    let rig = Rig::new().await;
    let stranger = rig.stranger().await;
    let admin = rig.admin().await;
    let of_stranger = AuditQuery { target_id: Some(stranger.id.id()), ..AuditQuery::default() };
    for query in [by("stranger"), by(&stranger.id.to_base32()), of_stranger] {
        assert_eq!(list(&rig, &admin, query).await.expect("the admin may").items, []);
    }
}

#[tokio::test]
async fn only_who_may_read_the_trail_reads_or_exports_it() {
    let rig = Rig::new().await;
    let (_, key) = rig.person(manager()).await;
    let caller = rig.caller(&key, Action::UsersRead).await.expect("a manager may");
    let missing = ForbiddenReason::MissingAction(Action::AuditRead);
    assert_forbidden(list(&rig, &caller, AuditQuery::default()).await, missing);
    let exported = rig.directory.export_audit(&caller, AuditQuery::default()).await;
    assert_forbidden(exported.map(|_| ()), missing);
}
