//! The first start, and those after it.

use super::*;
use crate::domain::powers::PLATFORM_ADMIN;
use crate::domain::text::fold;
use crate::domain::{ActionSet, Role};

fn given(text: &str) -> FirstKeys {
    FirstKeys { admin: ApiKey::parse(text).ok(), readonly: None }
}

async fn is_admin(rig: &Rig, text: &str) -> bool {
    let principal = rig.directory.authenticate(Presented::Key(text.to_owned()), HERE).await;
    principal.is_ok_and(|principal| principal.username == "admin" && principal.actions == ActionSet::ALL)
}

#[tokio::test]
async fn starting_again_changes_nothing() {
    let rig = Rig::new().await;
    let again = rig.directory.bootstrap(FirstKeys::default()).await.expect("bootstrapped");
    assert_eq!(again, FirstKeys::default());
    assert!(is_admin(&rig, rig.admin.reveal()).await);
    rig.directory.check_reads().await.expect("ready");
}

#[tokio::test]
async fn a_given_key_replaces_the_bootstrap_key() {
    let rig = Rig::new().await;
    let chosen = "a-key-that-the-operator-chose";
    let new = rig.directory.bootstrap(given(chosen)).await.expect("bootstrapped");
    assert_eq!(new.admin.map(|key| key.reveal().to_owned()).as_deref(), Some(chosen));
    assert!(is_admin(&rig, chosen).await);
    assert!(!is_admin(&rig, rig.admin.reveal()).await);
    let again = rig.directory.bootstrap(given(chosen)).await.expect("bootstrapped");
    assert_eq!(again, FirstKeys::default());
}

#[tokio::test]
async fn a_minted_key_keeps_the_id_that_it_contains() {
    let rig = Rig::new().await;
    let key = rig.directory.mint_key();
    rig.directory.bootstrap(FirstKeys { admin: Some(key.clone()), readonly: None }).await.expect("bootstrapped");
    let id = key.credential_id().expect("minted").to_base32();
    let basic = Presented::Basic { user: id, password: key.reveal()[24..].to_owned() };
    assert!(rig.directory.authenticate(basic, HERE).await.is_ok());
}

#[tokio::test]
async fn one_key_cannot_be_two_users() {
    let rig = Rig::new().await;
    let same = ApiKey::parse("one-key-for-both-of-them");
    let keys = FirstKeys { admin: same.as_ref().ok().cloned(), readonly: same.ok() };
    assert!(rig.directory.bootstrap(keys).await.is_err());
    assert!(is_admin(&rig, rig.admin.reveal()).await, "nothing was kept of it");
}

#[tokio::test]
async fn roles_of_an_older_version_are_brought_up_to_date() {
    let rig = Rig::new().await;
    let organization = rig.admin().await.principal().organization;
    let weaken = move |txn: &dyn WriteTransaction| {
        let old = txn.role_by_name(organization, &fold(PLATFORM_ADMIN.name))?.expect("built in");
        let new = Role { actions: ActionSet::of(&[Action::UsersRead]), version: 2, ..Role::clone(&old) };
        txn.update_role(&old, &new)
    };
    rig.directory.write(weaken).await.expect("written");
    assert!(!is_admin(&rig, rig.admin.reveal()).await);
    rig.directory.bootstrap(FirstKeys::default()).await.expect("bootstrapped");
    assert!(!is_admin(&rig, rig.admin.reveal()).await, "the same version has nothing to bring up to date");
    rig.directory.write(|txn| txn.set_furnishings(&[0; 32])).await.expect("so another version was");
    rig.directory.bootstrap(FirstKeys::default()).await.expect("bootstrapped");
    assert!(is_admin(&rig, rig.admin.reveal()).await);
}
