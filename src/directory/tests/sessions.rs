//! Logging in, going on, and every way in which a session ends.

use chrono::{DateTime, TimeDelta, Utc};

use super::*;
use crate::auth::token::SessionToken;
use crate::domain::{CredentialKind, Status, UserPatch};
use crate::limits::{SESSION_TOKENS_CLEANED_MAX, USER_SESSION_TOKENS_MAX};

const PASSWORD: &str = "correct horse";

fn with_password(name: &str) -> NewUser {
    NewUser { password: Password::parse(PASSWORD).ok(), ..named(name) }
}

async fn log_in(rig: &Rig, name: &str, password: &str) -> Result<NewSession, Error> {
    let login = Login { name: name.to_owned(), password: password.to_owned() };
    rig.directory.log_in(login, "login", origin()).await
}

async fn logged_in(rig: &Rig, name: &str) -> SessionToken {
    log_in(rig, name, PASSWORD).await.expect("the right password").token
}

async fn caller(rig: &Rig, token: &SessionToken) -> Result<Caller, Error> {
    let presented = Presented::Key(token.reveal().to_owned());
    rig.directory.admit(presented, Action::UsersUpdateSelf, "test", origin()).await
}

async fn is_valid(rig: &Rig, token: &SessionToken) -> bool {
    match caller(rig, token).await {
        Ok(_) => true,
        Err(Error::Unauthenticated) => false,
        Err(error) => panic!("neither yes nor no: {error:?}"),
    }
}

async fn session_of(rig: &Rig, caller: &Caller) -> SessionView {
    rig.directory.find_session(caller).await.expect("read").expect("the caller came with a session")
}

/// How many session tokens are stored of a user.
async fn count_tokens(rig: &Rig, user: &User) -> usize {
    let (organization, id) = (user.organization, user.id);
    let all = rig.directory.read(move |txn| txn.credentials_of(organization, id)).await.expect("read");
    all.iter().filter(|credential| credential.kind.session().is_some()).count()
}

fn lasting(rig: Rig, token: TimeDelta, session: TimeDelta) -> Rig {
    Rig { directory: rig.directory.with_sessions(SessionLifetimes { token, session }), ..rig }
}

#[tokio::test]
async fn a_login_gives_a_token_and_is_noted() {
    let rig = Rig::new().await;
    let jane = rig.create(with_password("jane")).await.expect("created").view.user;
    let first = log_in(&rig, "jane", PASSWORD).await.expect("logged in");
    let principal = caller(&rig, &first.token).await.expect("valid").principal().clone();
    assert_eq!(principal.user, jane.id);
    let user = rig.get(jane.id).await.user;
    assert!(user.first_login_at.is_some() && user.first_login_at == user.last_login_at);
    assert_eq!((user.updated_at, user.version), (jane.updated_at, jane.version));

    logged_in(&rig, "jane").await;
    let again = rig.get(jane.id).await.user;
    assert_eq!(again.first_login_at, user.first_login_at);
    assert!(again.last_login_at > user.last_login_at);

    let credential = principal.credential.expect("a token is a credential");
    let records =
        rig.directory.read(move |txn| txn.audit_of(jane.organization, TargetKind::Credential, credential.id(), 10));
    let record = records.await.expect("read").swap_remove(0);
    assert_eq!((record.actor, record.operation.as_str()), (Some(jane.id), "login"));
    assert!(!format!("{record:?}").contains(first.token.reveal()));
}

#[tokio::test]
async fn nobody_logs_in_who_should_not() {
    let rig = Rig::new().await;
    rig.create(with_password("jane")).await.expect("created");
    rig.create(NewUser { status: Status::Disabled, ..with_password("gone") }).await.expect("created");
    rig.create(named("joe")).await.expect("created");
    for (name, password) in
        [("jane", "wrong"), ("gone", PASSWORD), ("joe", ""), ("admin", ""), ("nobody", PASSWORD), ("", "")]
    {
        let outcome = log_in(&rig, name, password).await;
        assert!(matches!(outcome, Err(Error::Unauthenticated)), "{name}: {outcome:?}");
    }
    let admin = rig.admin.reveal().to_owned();
    assert!(matches!(log_in(&rig, "admin", &admin).await, Err(Error::Unauthenticated)), "a key is no password");
}

#[tokio::test]
async fn a_token_is_presented_whole_and_is_no_key_of_its_user() {
    let rig = Rig::new().await;
    rig.create(with_password("jane")).await.expect("created");
    let token = logged_in(&rig, "jane").await;
    let jane = caller(&rig, &token).await.expect("valid");
    let id = jane.principal().credential.expect("a token").to_string();
    for password in [token.reveal(), &token.reveal()[24..]] {
        let basic = Presented::Basic { user: id.clone(), password: password.to_owned() };
        assert!(matches!(rig.directory.authenticate(basic, HERE).await, Err(Error::Unauthenticated)));
    }
    let own = UserSelector::oneself(&jane);
    assert_eq!(rig.directory.list_keys(&jane, own.clone()).await.expect("listed"), []);
    let got = rig.directory.get_key(&jane, own.clone(), &id).await;
    assert!(matches!(got, Err(Error::NotFound { kind: Kind::Credential })), "{got:?}");
    rig.directory.delete_keys_of(&jane, own).await.expect("nothing to delete");
    assert!(is_valid(&rig, &token).await);
}

#[tokio::test]
async fn a_fresh_token_does_not_end_the_one_before() {
    let rig = Rig::new().await;
    rig.create(with_password("jane")).await.expect("created");
    let first = logged_in(&rig, "jane").await;
    let jane = caller(&rig, &first).await.expect("valid");
    let second = rig.directory.refresh_session(&jane).await.expect("refreshed");
    assert!(is_valid(&rig, &first).await && is_valid(&rig, &second.token).await);
    let again = caller(&rig, &second.token).await.expect("valid");
    let one = session_of(&rig, &jane).await;
    let other = session_of(&rig, &again).await;
    assert_eq!(one.session, other.session);
    assert_eq!(other.expires_at, Some(second.expires_at));
    assert!(one.expires_at < other.expires_at);
}

#[tokio::test]
async fn only_a_session_is_refreshed() {
    let rig = Rig::new().await;
    let (jane, key) = rig.person(with_password("jane")).await;
    let by_key = rig.caller(&key, Action::UsersReadSelf).await.expect("valid");
    let basic = Presented::Basic { user: jane.user.username.to_string(), password: PASSWORD.to_owned() };
    let by_password = rig.directory.admit(basic, Action::UsersReadSelf, "test", origin()).await.expect("valid");
    for caller in [by_key, by_password] {
        let outcome = rig.directory.refresh_session(&caller).await;
        assert!(matches!(outcome, Err(Error::Unauthenticated)), "{outcome:?}");
        assert_eq!(rig.directory.find_session(&caller).await.expect("read"), None);
        rig.directory.log_out(&caller).await.expect("there is nothing to end");
    }
    assert!(rig.caller(&key, Action::UsersReadSelf).await.is_ok());
}

#[tokio::test]
async fn logging_out_ends_all_tokens_of_the_session_and_no_other() {
    let rig = Rig::new().await;
    let user = rig.create(with_password("jane")).await.expect("created").view.user;
    let (first, other) = (logged_in(&rig, "jane").await, logged_in(&rig, "jane").await);
    let jane = caller(&rig, &first).await.expect("valid");
    let second = rig.directory.refresh_session(&jane).await.expect("refreshed").token;
    rig.directory.log_out(&jane).await.expect("logged out");
    assert!(!is_valid(&rig, &first).await && !is_valid(&rig, &second).await);
    assert!(is_valid(&rig, &other).await);
    assert_eq!(count_tokens(&rig, &user).await, 1);

    // A request that was authenticated before gets no further.
    let outcome = rig.directory.refresh_session(&jane).await;
    assert!(matches!(outcome, Err(Error::Unauthenticated)), "{outcome:?}");
    let outcome = rig.directory.log_out(&jane).await;
    assert!(matches!(outcome, Err(Error::Unauthenticated)), "{outcome:?}");
}

#[tokio::test]
async fn whatever_changes_a_password_or_disables_ends_every_session_of_the_user() {
    let rig = Rig::new().await;
    let user = rig.create(with_password("jane")).await.expect("created").view.user;
    rig.create(with_password("joe")).await.expect("created");
    let joe = logged_in(&rig, "joe").await;
    let by_id = || UserSelector::Id(user.id);
    let new = || Password::parse(PASSWORD).ok();
    let admin = rig.admin().await;

    let tokens = [logged_in(&rig, "jane").await, logged_in(&rig, "jane").await];
    let jane = caller(&rig, &tokens[0]).await.expect("valid");
    let changed = Password::parse("battery staple").expect("long enough");
    rig.directory.change_password(&jane, by_id(), PASSWORD.to_owned(), changed).await.expect("changed");
    assert!(!is_valid(&rig, &tokens[0]).await && !is_valid(&rig, &tokens[1]).await);

    let token = log_in(&rig, "jane", "battery staple").await.expect("logged in").token;
    let update = UserUpdate { password: new(), ..UserUpdate::default() };
    rig.directory.update_user(&admin, by_id(), update).await.expect("set");
    assert!(!is_valid(&rig, &token).await);

    let token = logged_in(&rig, "jane").await;
    for status in [Status::Disabled, Status::Active] {
        let patch = UserPatch { status: Some(status), ..UserPatch::default() };
        let update = UserUpdate { patch, ..UserUpdate::default() };
        rig.directory.update_user(&admin, by_id(), update).await.expect("switched");
        assert!(!is_valid(&rig, &token).await, "{status:?}");
    }

    let token = logged_in(&rig, "jane").await;
    rig.directory.reset_password(&admin, by_id()).await.expect("reset");
    assert!(!is_valid(&rig, &token).await);
    assert_eq!(count_tokens(&rig, &user).await, 0);
    assert!(is_valid(&rig, &joe).await, "nobody else's session ends");
}

#[tokio::test]
async fn a_token_and_a_session_end_in_time() {
    // Each look at the clock takes a millisecond.
    let rig = lasting(Rig::new().await, TimeDelta::milliseconds(200), TimeDelta::milliseconds(300));
    let user = rig.create(with_password("jane")).await.expect("created").view.user;
    let first = logged_in(&rig, "jane").await;
    let wait_until = |end: DateTime<Utc>| while rig.directory.context.now() < end {};
    let jane = caller(&rig, &first).await.expect("valid");
    let began = rig.get(user.id).await.user.last_login_at.expect("logged in");
    wait_until(began + TimeDelta::milliseconds(150));
    let second = rig.directory.refresh_session(&jane).await.expect("refreshed");
    let session = session_of(&rig, &jane).await.session;
    let end = i64::try_from(session.id().millis()).expect("a time") + 300;
    assert_eq!(second.expires_at.timestamp_millis(), end, "the session's end comes first");

    wait_until(began + TimeDelta::milliseconds(200));
    assert!(!is_valid(&rig, &first).await && is_valid(&rig, &second.token).await);
    let outcome = rig.directory.refresh_session(&jane).await;
    assert!(matches!(outcome, Err(Error::Unauthenticated)), "{outcome:?}");
    wait_until(second.expires_at);
    assert!(!is_valid(&rig, &second.token).await);
}

#[tokio::test]
async fn what_has_expired_is_removed_when_somebody_logs_in() {
    let rig = lasting(Rig::new().await, TimeDelta::milliseconds(1), TimeDelta::milliseconds(1));
    let jane = rig.create(with_password("jane")).await.expect("created").view.user;
    let joe = rig.create(with_password("joe")).await.expect("created").view.user;
    let jane_again = jane.clone();
    let stale = move |txn: &dyn WriteTransaction| {
        (0..SESSION_TOKENS_CLEANED_MAX + 3)
            .try_for_each(|number| txn.insert_credential(&stale_token(&jane_again, u8::try_from(number).expect("few"))))
    };
    rig.directory.write(stale).await.expect("written");
    logged_in(&rig, "joe").await;
    assert_eq!((count_tokens(&rig, &jane).await, count_tokens(&rig, &joe).await), (3, 1));
    logged_in(&rig, "joe").await;
    assert_eq!((count_tokens(&rig, &jane).await, count_tokens(&rig, &joe).await), (0, 1));
}

fn stale_token(user: &User, number: u8) -> crate::domain::Credential {
    crate::domain::Credential {
        id: Id::new(0, [number; 6]).into(),
        organization: user.organization,
        user: user.id,
        kind: CredentialKind::Session(Id::new(0, [number; 6]).into()),
        description: String::new(),
        secret_hash: [number; 32],
        created_at: user.created_at,
        updated_at: user.created_at,
        created_by: Some(user.id),
        expires_at: Some(user.created_at),
        bootstrap: false,
        version: 1,
    }
}

#[tokio::test]
async fn the_oldest_token_gives_way_to_one_too_many() {
    let rig = Rig::new().await;
    let user = rig.create(with_password("jane")).await.expect("created").view.user;
    let first = logged_in(&rig, "jane").await;
    let second = logged_in(&rig, "jane").await;
    let jane = caller(&rig, &second).await.expect("valid");
    for _ in 2..USER_SESSION_TOKENS_MAX {
        rig.directory.refresh_session(&jane).await.expect("refreshed");
    }
    assert!(is_valid(&rig, &first).await);
    rig.directory.refresh_session(&jane).await.expect("refreshed");
    assert!(!is_valid(&rig, &first).await && is_valid(&rig, &second).await);
    assert_eq!(count_tokens(&rig, &user).await, USER_SESSION_TOKENS_MAX);
}

#[tokio::test]
async fn a_hash_of_another_cost_is_renewed_at_the_next_login() {
    let rig = Rig::new().await;
    let user = rig.create(with_password("jane")).await.expect("created").view.user;
    let token = logged_in(&rig, "jane").await;
    let stored = || async {
        let (organization, id) = (user.organization, user.id);
        rig.directory.read(move |txn| txn.password(organization, id)).await.expect("read").expect("there is one")
    };
    let before = stored().await;
    let dearer = Passwords::new(HashCost { memory_kib: 16, passes: 1 }).expect("a possible cost");
    let restarted = Directory { passwords: dearer, ..rig.directory.clone() };
    for _ in 0..2 {
        let login = Login { name: "jane".to_owned(), password: PASSWORD.to_owned() };
        restarted.log_in(login, "login", origin()).await.expect("logged in");
        let after = stored().await;
        assert!(before.contains("m=8,") && after.contains("m=16,"), "{before} {after}");
    }
    assert!(is_valid(&rig, &token).await, "nothing has changed for the user");
}

#[tokio::test]
async fn logins_at_the_same_time_all_succeed_while_the_hash_is_renewed() {
    let rig = Rig::new().await;
    rig.create(with_password("jane")).await.expect("created");
    let dearer = Passwords::new(HashCost { memory_kib: 16, passes: 1 }).expect("a possible cost");
    let rig = Rig { directory: Directory { passwords: dearer, ..rig.directory.clone() }, ..rig };
    let logins = (0..16).map(|_| log_in(&rig, "jane", PASSWORD));
    for outcome in futures::future::join_all(logins).await {
        assert!(outcome.is_ok(), "{outcome:?}");
    }
}

#[tokio::test]
async fn no_door_sets_a_name_of_the_user_as_its_password() {
    let rig = Rig::new().await;
    let own_name = || InvalidReason::Malformed("is the user's own name");
    let set = |text: &str| Password::parse(text).ok();
    let called =
        || NewUser { display_name: Some("Jane of Lancaster".to_owned()), ..mailed("jane.lancaster@example.com") };
    for name in ["Jane.Lancaster@example.com", "jane.lancaster", "JANELANCASTER_EXAMPLE_COM", "jane of lancaster"] {
        let new = NewUser { password: set(name), ..called() };
        assert_invalid(rig.create(new).await, "password", own_name());
    }
    let user = rig.create(NewUser { password: set(PASSWORD), ..called() }).await.expect("created").view.user;
    let token = logged_in(&rig, user.username.as_str()).await;
    let jane = caller(&rig, &token).await.expect("valid");
    let new = set("Jane.Lancaster").expect("long enough");
    let changed = rig.directory.change_password(&jane, UserSelector::Id(user.id), PASSWORD.to_owned(), new).await;
    assert_invalid(changed, "password", own_name());
    assert!(is_valid(&rig, &token).await);
}

#[tokio::test]
async fn no_door_sets_a_common_password() {
    let rig = Rig::new().await;
    let common = || Password::parse("password1").ok();
    let too_easy = || InvalidReason::Malformed("is too common or too easy to guess");
    assert_invalid(rig.create(NewUser { password: common(), ..named("joe") }).await, "password", too_easy());
    let user = rig.create(with_password("jane")).await.expect("created").view.user;
    let token = logged_in(&rig, "jane").await;
    let jane = caller(&rig, &token).await.expect("valid");
    let update = UserUpdate { password: common(), ..UserUpdate::default() };
    assert_invalid(rig.directory.update_current_user(&jane, update).await, "password", too_easy());
    let new = common().expect("long enough");
    let changed = rig.directory.change_password(&jane, UserSelector::Id(user.id), PASSWORD.to_owned(), new).await;
    assert_invalid(changed, "password", too_easy());
    assert!(is_valid(&rig, &token).await);
    assert!(log_in(&rig, "jane", PASSWORD).await.is_ok());
}
