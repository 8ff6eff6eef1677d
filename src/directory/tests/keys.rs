//! Making keys.

use super::*;
use crate::domain::group::EVERYONE;

fn described(description: &str) -> NewKey {
    NewKey { description: description.into(), ..NewKey::default() }
}

#[tokio::test]
async fn a_key_is_shown_once_and_works() {
    let rig = Rig::new().await;
    let jane = rig.create(named("jane")).await.expect("created").view.user;
    let selector = UserSelector::Any("jane".into());
    let made = rig.directory.create_key(&rig.admin().await, selector, described("laptop")).await.expect("a key");
    assert_eq!(made.credential.description, "laptop");
    assert_eq!(made.key.credential_id(), Some(made.credential.id));
    let caller = rig.caller(&made.key, Action::UsersReadSelf).await.expect("authenticated");
    assert_eq!(rig.current(&caller).await.expect("oneself").user, jane);
    assert_eq!((caller.to_string().as_str(), caller.operation()), ("jane", "test"));
}

#[tokio::test]
async fn the_trail_of_a_key_keeps_no_secret() {
    let rig = Rig::new().await;
    let (jane, key) = rig.person(named("jane")).await;
    let id = key.credential_id().expect("generated").id();
    let organization = jane.user.organization;
    let records =
        rig.directory.read(move |txn| txn.audit_of(organization, TargetKind::Credential, id, 10)).await.expect("read");
    assert_eq!(records.len(), 1);
    let kept = format!("{records:?}");
    assert!(!kept.contains(&key.reveal()[24..]), "{kept}");
    assert!(records[0].changes.iter().any(|change| change.field == "secret" && change.to.as_deref() == Some("***")));
}

#[tokio::test]
async fn one_makes_keys_for_oneself_and_not_for_others() {
    let rig = Rig::new().await;
    let (_, jane_key) = rig.person(named("jane")).await;
    rig.create(named("joe")).await.expect("created");
    let caller = rig.caller(&jane_key, Action::CredentialsCreate).await.expect("for itself");
    let create = |name: &str| rig.directory.create_key(&caller, UserSelector::Any(name.into()), NewKey::default());
    create("jane").await.expect("one's own");
    let missing = ForbiddenReason::MissingAction(Action::CredentialsCreate);
    for other in ["joe", "admin", "nobody"] {
        assert_forbidden(create(other).await, missing);
    }
}

#[tokio::test]
async fn builtin_users_have_no_keys_but_the_first() {
    let rig = Rig::new().await;
    let builtin = ForbiddenReason::Builtin(Kind::User);
    for name in ["admin", "readonly"] {
        let selector = UserSelector::Username(name.into());
        assert_forbidden(rig.directory.create_key(&rig.admin().await, selector, NewKey::default()).await, builtin);
    }
}

#[tokio::test]
async fn nobody_makes_a_key_for_one_who_can_do_more() {
    let rig = Rig::new().await;
    let (_, manager_key) = rig.person(manager()).await;
    rig.create(NewUser { roles: role("ece_platform_viewer"), ..named("viewer") }).await.expect("created");
    let caller = rig.caller(&manager_key, Action::CredentialsCreate).await.expect("a manager may");
    let selector = UserSelector::Username("viewer".into());
    let outcome = rig.directory.create_key(&caller, selector, NewKey::default()).await;
    assert_forbidden(outcome, ForbiddenReason::StrongerTarget);
}

#[tokio::test]
async fn a_lifetime_counts_from_the_moment_the_key_is_made() {
    let rig = Rig::new().await;
    rig.create(named("jane")).await.expect("created");
    let (hour, longest) = (chrono::TimeDelta::hours(1), chrono::TimeDelta::MAX);
    let create = |lifetime| {
        let (directory, admin) = (rig.directory.clone(), rig.admin());
        let new = NewKey { expires: Expiry::After(lifetime), ..NewKey::default() };
        async move { directory.create_key(&admin.await, UserSelector::Username("jane".into()), new).await }
    };
    let made = create(hour).await.expect("a key").credential;
    assert_eq!(made.expires_at, Some(made.created_at + hour));
    let because = || InvalidReason::Malformed("is not in the future");
    assert_invalid(create(-hour).await, "expires_at", because());
    assert_invalid(create(longest).await, "expires_at", because());
}

#[tokio::test]
async fn bad_keys_are_not_made() {
    let rig = Rig::new().await;
    rig.create(named("jane")).await.expect("created");
    let create = |new| {
        let (directory, admin) = (rig.directory.clone(), rig.admin());
        async move { directory.create_key(&admin.await, UserSelector::Username("jane".into()), new).await }
    };
    let past = NewKey { expires: Expiry::At(DateTime::UNIX_EPOCH), ..NewKey::default() };
    let because = InvalidReason::Malformed("is not in the future");
    assert_invalid(create(past).await, "expires_at", because);
    assert!(matches!(create(described(&"x".repeat(2000))).await, Err(Error::Invalid { .. })));
    assert_not_found(
        rig.directory.create_key(&rig.admin().await, UserSelector::Any(EVERYONE.into()), NewKey::default()).await,
    );
}

#[tokio::test]
async fn a_name_that_fits_two_gives_nobody_a_key() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    let jane = rig.create(named("jane")).await.expect("created").view.user;
    let create = |selector| rig.directory.create_key(&admin, selector, NewKey::default());
    for id in [jane.id.to_base32(), jane.id.to_uuid()] {
        assert_taken(rig.create(named(&id)).await, "username");
        // Whoever was called so before that was refused.
        let impostor = User::new(
            rig.directory.context.id(),
            jane.organization,
            Username::parse(&id).expect("valid"),
            jane.created_at,
        );
        rig.directory.write(move |txn| txn.insert_user(&impostor)).await.expect("inserted");
        assert_invalid(create(UserSelector::Any(id.clone())).await, "user", InvalidReason::Ambiguous);
        let made = create(UserSelector::WrittenId(id)).await.expect("an id is an id");
        assert_eq!(made.username, jane.username);
    }
}
