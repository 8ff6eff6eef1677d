//! Service accounts: what they are apart from persons, and what nobody can make of them.

use chrono::TimeDelta;

use super::*;
use crate::domain::{Change, SetChange, UserKind, UserPatch};

fn account(name: &str) -> NewServiceAccount {
    let username = Username::parse(name).expect("valid");
    NewServiceAccount { username, description: Some("Rolls out releases".into()) }
}

fn selector(view: &UserView) -> UserSelector {
    UserSelector::ServiceAccount(view.user.id.to_string())
}

impl Rig {
    /// Makes a service account with a key of its own.
    async fn robot(&self, name: &str) -> (UserView, ApiKey) {
        let admin = self.admin().await;
        let view = self.directory.create_service_account(&admin, account(name)).await.expect("created");
        let made = self.directory.create_key(&admin, selector(&view), NewKey::default()).await.expect("a key");
        (view, made.key)
    }
}

#[tokio::test]
async fn a_service_account_is_not_a_person_however_it_is_named() {
    let rig = Rig::new().await;
    let (robot, _) = rig.robot("robot").await;
    assert_eq!((robot.user.kind, robot.user.groups.len()), (UserKind::Service, 0), "not even in the group of everyone");
    let id = robot.user.id;
    let persons = [
        UserSelector::Id(id),
        UserSelector::WrittenId(id.to_string()),
        UserSelector::Username("robot".into()),
        UserSelector::Any("robot".into()),
        UserSelector::Any(id.to_uuid()),
        UserSelector::EmailOrUsername("robot".into()),
    ];
    for selector in persons {
        let found = rig.directory.get_user(&rig.admin().await, selector.clone()).await;
        assert!(matches!(found, Err(Error::NotFound { kind: Kind::User })), "{selector:?}: {found:?}");
    }
    let (ada, _) = rig.person(named("ada")).await;
    let found = rig.directory.get_user(&rig.admin().await, selector(&ada)).await;
    assert!(matches!(found, Err(Error::NotFound { kind: Kind::User })), "{found:?}");
}

#[tokio::test]
async fn a_service_account_is_itself_and_nobodys_current_user() {
    let rig = Rig::new().await;
    let (robot, key) = rig.robot("robot").await;
    let caller = rig.caller(&key, Action::UsersReadSelf).await.expect("its own account");
    let own = rig.directory.show_own_account(&caller, &WHOLE).await.expect("it is there");
    assert_eq!(own.body.0.user, robot.user);
    let current = rig.current(&caller).await;
    assert!(matches!(current, Err(Error::NotFound { kind: Kind::User })), "{current:?}");
    let update = UserUpdate { patch: display_name("A person"), ..UserUpdate::default() };
    let updated = rig.directory.update_current_user(&caller, update).await;
    assert!(matches!(updated, Err(Error::NotFound { kind: Kind::User })), "{updated:?}");
}

fn display_name(text: &str) -> UserPatch<Reference, Reference> {
    UserPatch { display_name: Change::Set(text.to_owned()), ..UserPatch::default() }
}

#[tokio::test]
async fn a_service_account_has_no_address() {
    let rig = Rig::new().await;
    let new = NewUser { kind: UserKind::Service, email: Email::parse("robot@example.org").ok(), ..named("robot") };
    let made = rig.create(new).await;
    let is_refused =
        matches!(&made, Err(Error::Invalid { field, reason: InvalidReason::Restricted }) if field == "email");
    assert!(is_refused, "{made:?}");
}

#[tokio::test]
async fn a_service_account_does_what_it_was_given_and_no_more() {
    let rig = Rig::new().await;
    let (robot, key) = rig.robot("robot").await;
    assert!(
        rig.caller(&key, Action::UsersRead).await.is_ok_and(|caller| caller.principal().actions.iter().count() == 5)
    );
    let refused = rig.caller(&key, Action::UsersCreate).await;
    assert!(matches!(refused, Err(Error::Forbidden { reason: ForbiddenReason::MissingAction(_) })), "{refused:?}");

    let permissions = SetChange::Add([Permission::parse("user_management").expect("valid")].into());
    let update = UserUpdate { patch: UserPatch { permissions, ..UserPatch::default() }, ..UserUpdate::default() };
    rig.directory.update_user(&rig.admin().await, selector(&robot), update).await.expect("given");
    let caller = rig.caller(&key, Action::UsersCreate).await.expect("the next request may");
    rig.directory.create_user(&caller, named("ada")).await.expect("it manages users");

    let oneself = rig.directory.delete_user(&caller, selector(&robot)).await;
    assert!(matches!(oneself, Err(Error::Forbidden { reason: ForbiddenReason::Oneself })), "{oneself:?}");
    rig.directory.delete_user(&rig.admin().await, selector(&robot)).await.expect("deleted");
    assert!(matches!(rig.caller(&key, Action::UsersReadSelf).await, Err(Error::Unauthenticated)));
}

#[tokio::test]
async fn service_accounts_are_listed_by_themselves() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    for number in 0..5 {
        rig.robot(&format!("robot{number}")).await;
        rig.person(named(&format!("person{number}"))).await;
    }
    let mut names = Vec::new();
    let mut marker = None;
    loop {
        let query = UserQuery { marker, page_size: PageSize::parse(2).expect("valid") };
        let page = rig.directory.list_service_accounts(&admin, query).await.expect("listed");
        names.extend(page.items.into_iter().map(|view| view.user.username.to_string()));
        marker = page.next;
        if marker.is_none() {
            break;
        }
    }
    assert_eq!(names, ["robot0", "robot1", "robot2", "robot3", "robot4"]);
    let everybody = UserQuery { marker: None, page_size: PageSize::parse(100).expect("valid") };
    let persons = rig.directory.list_users(&admin, everybody).await.expect("listed").items;
    assert!(persons.iter().all(|view| view.user.kind == UserKind::Person));
    assert_eq!(persons.len(), 2 + 5);
}

#[tokio::test]
async fn the_end_of_a_key_changes_and_is_kept_in_the_audit_trail() {
    let rig = Rig::new().await;
    let (robot, _) = rig.robot("robot").await;
    let admin = rig.admin().await;
    let key = rig.directory.list_keys(&admin, selector(&robot)).await.expect("listed").remove(0).credential;
    let end = key.created_at + TimeDelta::days(1);
    let id = key.id.to_string();
    let update = |change| rig.directory.update_key(&admin, selector(&robot), &id, change);
    for same in [Change::Keep, Change::Clear] {
        assert_eq!(update(same).await.expect("nothing differs").credential, key);
    }
    let changed = update(Change::Set(end + TimeDelta::microseconds(7))).await.expect("changed").credential;
    assert_eq!((changed.expires_at, changed.version), (Some(end), key.version + 1));
    assert!(changed.updated_at > key.updated_at && changed.created_at == key.created_at);
    assert_eq!(update(Change::Set(end)).await.expect("nothing differs").credential, changed);

    let past = update(Change::Set(key.created_at)).await;
    assert!(matches!(&past, Err(Error::Invalid { field, .. }) if field == "expires_at"), "{past:?}");
    let organization = robot.user.organization;
    let trail = rig
        .directory
        .read(move |txn| txn.audit_of(organization, TargetKind::Credential, key.id.id(), 9))
        .await
        .expect("read");
    let fields: Vec<&str> = trail[0].changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!((trail.len(), fields), (2, vec!["expires_at"]));
}

#[tokio::test]
async fn keys_are_listed_by_pages_of_every_size() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    let (robot, _) = rig.robot("robot").await;
    for _ in 0..6 {
        rig.directory.create_key(&admin, selector(&robot), NewKey::default()).await.expect("a key");
    }
    let all = rig.directory.list_keys(&admin, selector(&robot)).await.expect("listed");
    for size in 1..=8 {
        let (mut joined, mut marker) = (Vec::new(), None);
        loop {
            let query = UserQuery { marker, page_size: PageSize::parse(size).expect("valid") };
            let page = rig.directory.list_key_page(&admin, selector(&robot), query).await.expect("listed");
            joined.extend(page.items);
            marker = page.next;
            if marker.is_none() {
                break;
            }
        }
        assert_eq!(joined, all, "{size} a page");
    }
}
