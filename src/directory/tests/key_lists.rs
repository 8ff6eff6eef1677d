//! Listing, getting and deleting keys, one's own and those of others.

use futures::{StreamExt, TryStreamExt};

use super::*;
use crate::domain::CredentialId;

fn id(key: &ApiKey) -> CredentialId {
    key.credential_id().expect("generated")
}

fn user(name: &str) -> UserSelector {
    UserSelector::Username(name.into())
}

#[track_caller]
fn assert_no_key<T: std::fmt::Debug>(outcome: Result<T, Error>) {
    assert!(matches!(outcome, Err(Error::NotFound { kind: Kind::Credential })), "{outcome:?}");
}

async fn works(rig: &Rig, key: &ApiKey) -> bool {
    rig.directory.authenticate(Presented::Key(key.reveal().to_owned()), HERE).await.is_ok()
}

async fn another_key(rig: &Rig, name: &str) -> ApiKey {
    rig.directory.create_key(&rig.admin().await, user(name), NewKey::default()).await.expect("a key").key
}

#[tokio::test]
async fn one_lists_gets_and_deletes_ones_own_keys() {
    let rig = Rig::new().await;
    let (_, first) = rig.person(named("jane")).await;
    let second = another_key(&rig, "jane").await;
    let jane = rig.caller(&first, Action::CredentialsReadSelf).await.expect("authenticated");
    let own = || UserSelector::oneself(&jane);
    let listed = rig.directory.list_keys(&jane, own()).await.expect("listed");
    assert_eq!(listed.iter().map(|key| key.credential.id).collect::<Vec<_>>(), [id(&first), id(&second)]);
    assert!(listed.iter().all(|key| key.username.as_str() == "jane"));
    for written in [id(&second).to_base32(), id(&second).to_uuid()] {
        assert_eq!(rig.directory.get_key(&jane, own(), &written).await.expect("it is hers"), listed[1]);
    }

    let written = id(&second).to_string();
    rig.directory.delete_key(&jane, own(), &written).await.expect("deleted");
    assert!(!works(&rig, &second).await && works(&rig, &first).await);
    assert_no_key(rig.directory.get_key(&jane, own(), &written).await);
    assert_no_key(rig.directory.delete_key(&jane, own(), &written).await);
    assert_eq!(rig.directory.list_keys(&jane, own()).await.expect("listed"), listed[..1]);
}

#[tokio::test]
async fn keys_of_others_are_for_those_who_may() {
    let rig = Rig::new().await;
    let (_, jane_key) = rig.person(named("jane")).await;
    let (_, joe_key) = rig.person(named("joe")).await;
    let jane = rig.caller(&jane_key, Action::CredentialsReadSelf).await.expect("authenticated");
    let joes = id(&joe_key).to_string();
    let (read, delete) = (Action::CredentialsRead, Action::CredentialsDelete);
    for name in ["joe", "admin", "nobody"] {
        let missing = ForbiddenReason::MissingAction(read);
        assert_forbidden(rig.directory.list_keys(&jane, user(name)).await, missing);
        assert_forbidden(rig.directory.get_key(&jane, user(name), &joes).await, missing);
        let missing = ForbiddenReason::MissingAction(delete);
        assert_forbidden(rig.directory.delete_key(&jane, user(name), &joes).await, missing);
        assert_forbidden(rig.directory.delete_keys_of(&jane, user(name)).await, missing);
    }
    assert_forbidden(rig.directory.list_all_keys(&jane).await.map(drop), ForbiddenReason::MissingAction(read));
    // A key that is another's is none of one's own.
    assert_no_key(rig.directory.get_key(&jane, user("jane"), &joes).await);
    assert_no_key(rig.directory.delete_key(&jane, user("jane"), &joes).await);

    let admin = rig.admin().await;
    let found = rig.directory.get_key(&admin, user("joe"), &joes).await.expect("an administrator may");
    assert_eq!((found.credential.id, found.username.as_str()), (id(&joe_key), "joe"));
    for absent in ["", "nothing", &id(&jane_key).to_string()] {
        assert_no_key(rig.directory.get_key(&admin, user("joe"), absent).await);
    }
    rig.stranger().await;
    for absent in ["stranger", "nobody"] {
        assert_not_found(rig.directory.list_keys(&admin, user(absent)).await);
        assert_not_found(rig.directory.delete_keys_of(&admin, user(absent)).await);
    }
    assert!(works(&rig, &joe_key).await);
}

#[tokio::test]
async fn all_keys_of_a_user_go_at_once_and_leave_a_trail() {
    let rig = Rig::new().await;
    let (joe, first) = rig.person(named("joe")).await;
    let second = another_key(&rig, "joe").await;
    let (_, jane) = rig.person(named("jane")).await;
    rig.directory.delete_keys_of(&rig.admin().await, user("joe")).await.expect("deleted");
    assert!(!works(&rig, &first).await && !works(&rig, &second).await && works(&rig, &jane).await);
    let (organization, key) = (joe.user.organization, id(&second).id());
    let of_key = move |txn: &dyn ReadTransaction| txn.audit_of(organization, TargetKind::Credential, key, 10);
    let records = rig.directory.read(of_key).await.expect("read");
    assert_eq!(records.len(), 2, "it was made and deleted");
    let of_user = records[0].changes.iter().find(|change| change.field == "user").expect("it says whose it was");
    assert_eq!((of_user.from.clone(), of_user.to.clone()), (Some(joe.user.id.to_string()), None));
}

#[tokio::test]
async fn several_keys_go_all_or_none_and_what_is_gone_is_gone() {
    let rig = Rig::new().await;
    let (_, joe) = rig.person(named("joe")).await;
    let (_, viewer) = rig.person(NewUser { roles: role("ece_platform_viewer"), ..named("viewer") }).await;
    let (_, manager_key) = rig.person(manager()).await;
    let manager = rig.caller(&manager_key, Action::CredentialsDelete).await.expect("a manager may");
    let pair = |name: &str, key: &ApiKey| (user(name), id(key).to_string());

    let refused = vec![pair("joe", &joe), pair("viewer", &viewer)];
    let error = rig.directory.delete_keys(&manager, refused).await.expect_err("a viewer sees more than a manager");
    assert_eq!(error.position, Some(1));
    assert_forbidden(Err::<(), _>(error.error), ForbiddenReason::StrongerTarget);
    assert!(works(&rig, &joe).await && works(&rig, &viewer).await);

    let partly_gone = vec![pair("joe", &viewer), pair("nobody", &joe), pair("joe", &joe), pair("joe", &joe)];
    rig.directory.delete_keys(&manager, partly_gone).await.expect("what does not exist is skipped");
    assert!(!works(&rig, &joe).await && works(&rig, &viewer).await);
    let many = vec![pair("joe", &joe); 1001];
    let error = rig.directory.delete_keys(&manager, many).await.expect_err("too many");
    assert_invalid(Err::<(), _>(error.error), "keys", InvalidReason::TooMany { max: 1000 });
}

#[tokio::test]
async fn the_keys_of_the_organization_are_those_of_its_people() {
    let rig = Rig::new().await;
    let (_, joe) = rig.person(named("joe")).await;
    let (_, jane) = rig.person(named("jane")).await;
    let again = another_key(&rig, "joe").await;
    let readonly = rig.caller(&rig.readonly, Action::CredentialsRead).await.expect("it reads");
    let all: Vec<_> = rig.directory.list_all_keys(&readonly).await.expect("begun").try_collect().await.expect("listed");
    let shown: Vec<_> = all.iter().map(|key| (key.credential.id, key.username.as_str())).collect();
    assert_eq!(shown, [(id(&joe), "joe"), (id(&jane), "jane"), (id(&again), "joe")]);
}

#[tokio::test]
async fn bootstrap_keys_neither_appear_nor_disappear() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    let builtin = ForbiddenReason::Builtin(Kind::User);
    for (name, key) in [("admin", &rig.admin), ("readonly", &rig.readonly)] {
        let written = id(key).to_string();
        assert_eq!(rig.directory.list_keys(&admin, user(name)).await.expect("listed"), []);
        assert_no_key(rig.directory.get_key(&admin, user(name), &written).await);
        assert_forbidden(rig.directory.delete_key(&admin, user(name), &written).await, builtin);
        assert_forbidden(rig.directory.delete_keys_of(&admin, user(name)).await, builtin);
        let error = rig.directory.delete_keys(&admin, vec![(user(name), written)]).await.expect_err("refused");
        assert_forbidden(Err::<(), _>(error.error), builtin);
        assert!(works(&rig, key).await);
    }
    assert!(rig.directory.list_all_keys(&admin).await.expect("begun").next().await.is_none());
}
