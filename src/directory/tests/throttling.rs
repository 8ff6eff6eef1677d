//! Wrong passwords and keys on a real store: what counts, for how long, and that nothing tells accounts apart.

use super::*;
use crate::config::GuessLimits;
use crate::domain::{Principal, Status, UserPatch};

const PASSWORD: &str = "correct horse battery staple";
/// How many may be wrong.
const FREE: u32 = 3;
const NO_LIMIT: GuessLimits = GuessLimits {
    login_failures_max: 0,
    account_failures_max: 0,
    address_failures_max: 0,
    wait_s: 600,
    wait_s_max: 900,
};

async fn rig(limits: GuessLimits) -> Rig {
    let rig = Rig::new().await;
    let directory = rig.directory.clone().with_limits(Arc::new(RequestLimits::new(None, None)), limits);
    let rig = Rig { directory, ..rig };
    let password = Password::parse(PASSWORD).ok();
    let jane = NewUser { username: Username::parse("jane").ok(), password, ..NewUser::default() };
    rig.create(jane).await.expect("created");
    rig
}

async fn present(rig: &Rig, name: &str, password: &str) -> Result<Arc<Principal>, Error> {
    let basic = Presented::Basic { user: name.to_owned(), password: password.to_owned() };
    rig.directory.authenticate(basic, HERE).await
}

async fn assert_wrong(rig: &Rig, name: &str, password: &str) {
    let outcome = present(rig, name, password).await;
    assert!(matches!(outcome, Err(Error::Unauthenticated)), "{name}: {outcome:?}");
}

/// Looks at the clock until this much has passed: each look takes a millisecond.
fn pass(rig: &Rig, seconds: i64) {
    let until = rig.directory.context.now() + chrono::TimeDelta::seconds(seconds);
    while rig.directory.context.now() < until {}
}

#[tokio::test]
async fn a_lock_of_a_password_ends_and_a_login_clears_the_count() {
    let rig = rig(GuessLimits { login_failures_max: FREE, wait_s: 1, ..NO_LIMIT }).await;
    for _ in 0..2 {
        for _ in 0..FREE {
            assert_wrong(&rig, "jane", "wrong").await;
        }
        assert_wrong(&rig, "jane", PASSWORD).await;
        pass(&rig, 1);
        let login = Login { name: "jane".to_owned(), password: PASSWORD.to_owned() };
        rig.directory.log_in(login, "login", origin()).await.expect("the wait is over");
    }
}

#[tokio::test]
async fn a_disabled_users_right_password_counts_as_a_wrong_one() {
    let rig = rig(GuessLimits { address_failures_max: FREE, ..NO_LIMIT }).await;
    let disabled = UserUpdate {
        patch: UserPatch { status: Some(Status::Disabled), ..UserPatch::default() },
        ..UserUpdate::default()
    };
    let jane = UserSelector::Username("jane".into());
    rig.directory.update_user(&rig.admin().await, jane, disabled).await.expect("disabled");
    for _ in 0..FREE {
        assert_wrong(&rig, "jane", PASSWORD).await;
    }
    let refused = present(&rig, "jane", PASSWORD).await;
    assert!(matches!(refused, Err(Error::Throttled { retry_after_s: 590..=600 })), "{refused:?}");
}

#[tokio::test]
async fn keys_that_ended_count_as_wrong_and_those_that_are_right_never_wait() {
    let rig = rig(GuessLimits { address_failures_max: FREE, ..NO_LIMIT }).await;
    let key = |text: &str| rig.directory.authenticate(Presented::Key(text.to_owned()), HERE);
    for text in ["nobody-has-this-key-at-all", "short", "rs_00000000000000000000_nobody"] {
        assert!(matches!(key(text).await, Err(Error::Unauthenticated)), "{text}");
    }
    assert!(matches!(key("nobody-has-this-key-at-all").await, Err(Error::Throttled { .. })));
    assert!(key(rig.admin.reveal()).await.is_ok());
    assert!(present(&rig, "jane", PASSWORD).await.is_ok(), "passwords are another matter");
}

#[tokio::test]
async fn a_key_in_two_parts_is_let_in_where_passwords_wait() {
    let rig = rig(GuessLimits { address_failures_max: FREE, ..NO_LIMIT }).await;
    for _ in 0..FREE {
        assert_wrong(&rig, "nobody", "wrong").await;
    }
    assert!(matches!(present(&rig, "jane", PASSWORD).await, Err(Error::Throttled { .. })));
    let id = rig.admin.credential_id().expect("generated").to_base32();
    assert!(present(&rig, &id, rig.admin.reveal()).await.is_ok());
}
