//! Requests that come again: done once, answered each time, for as long as answers are kept.

use chrono::TimeDelta;

use super::*;
use crate::domain::{KeptAnswer, UnrepeatableReason};
use crate::limits::{ANSWERS_KEPT_S, KEPT_ANSWER_BYTES_MAX, USER_ANSWERS_KEPT_MAX};

/// An answer as a door might have it: a text, kept as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Text(String);

impl Repeatable for Text {
    fn keep(self) -> (Self, Option<Vec<u8>>) {
        let bytes = self.0.clone().into_bytes();
        (self, Some(bytes))
    }

    fn again(kept: &[u8]) -> Option<Self> {
        String::from_utf8(kept.to_vec()).ok().map(Self)
    }
}

fn presented(key: &ApiKey) -> Presented {
    Presented::Key(key.reveal().to_owned())
}

impl Rig {
    /// What somebody asks for with a request of this name and digest, answered with the id and the username.
    async fn asking(&self, presented: Presented, name: &str, digest: u8) -> Asking<Written, Text> {
        let admitted = self.directory.admit(presented.clone(), Action::UsersCreate, "test", origin()).await;
        let caller = self.directory.recognize(admitted.expect("it may"), &presented).await.expect("recognized");
        Asking::once(caller, Some((name, [digest; 32])), |written: Written| {
            Ok(Text(format!("{} {}", written.view.user.id, written.view.user.username)))
        })
    }

    /// The admin makes a user with a request of this name; the digest tells requests apart.
    async fn create_named(&self, name: &str, digest: u8, username: &str) -> Result<Text, Error> {
        let asking = self.asking(presented(&self.admin), name, digest).await;
        self.directory.create_user(asking, named(username)).await
    }

    fn later(&self, by: TimeDelta) {
        let now = self.directory.context.now();
        self.directory.context.go_on_from(now + by, 1_000_000);
    }

    async fn chain_length(&self) -> usize {
        let organization = self.admin().await.principal().organization;
        let records = self.directory.read(move |txn| txn.scan_audit(organization, 0, 10_000)).await;
        records.expect("read").len()
    }
}

fn assert_other_request(outcome: &Result<Text, Error>) {
    let other = UnrepeatableReason::OtherRequest;
    assert!(matches!(outcome, Err(Error::Unrepeatable { reason }) if *reason == other), "{outcome:?}");
}

#[tokio::test]
async fn a_request_that_comes_again_is_answered_as_before_and_leaves_nothing() {
    let rig = Rig::new().await;
    let first = rig.create_named("n", 1, "jane").await.expect("created");
    let records = rig.chain_length().await;
    assert_eq!(rig.create_named("n", 1, "jane").await.expect("answered again"), first);
    assert_eq!(rig.chain_length().await, records);
    assert_taken(rig.create_named("m", 1, "jane").await, "username");
}

#[tokio::test]
async fn another_request_of_the_same_name_is_refused_and_not_done() {
    let rig = Rig::new().await;
    rig.create_named("n", 1, "jane").await.expect("created");
    assert_other_request(&rig.create_named("n", 2, "joe").await);
    rig.create(named("joe")).await.expect("nobody has this name");
}

#[tokio::test]
async fn a_failure_is_not_kept() {
    let rig = Rig::new().await;
    let jane = rig.create(named("jane")).await.expect("created").view.user;
    assert_taken(rig.create_named("n", 1, "jane").await, "username");
    rig.directory.delete_user(&rig.admin().await, UserSelector::Id(jane.id)).await.expect("deleted");
    rig.create_named("n", 1, "jane").await.expect("it can be tried again");
}

#[tokio::test]
async fn after_a_day_a_name_may_be_used_anew() {
    let rig = Rig::new().await;
    let first = rig.create_named("n", 1, "jane").await.expect("created");
    rig.later(TimeDelta::seconds(ANSWERS_KEPT_S - 1));
    assert_eq!(rig.create_named("n", 1, "jane").await.expect("answered again"), first);
    rig.later(TimeDelta::seconds(1));
    assert_taken(rig.create_named("n", 1, "jane").await, "username");
    let second = rig.create_named("n", 2, "joe").await.expect("created");
    assert_eq!(rig.create_named("n", 2, "joe").await.expect("answered again"), second);
}

#[tokio::test]
async fn each_credential_has_names_of_its_own_and_a_password_is_one() {
    let rig = Rig::new().await;
    let password = Some(Password::parse("correct horse").expect("long enough"));
    let new = NewUser { password, email: Email::parse("boss@example.com").ok(), ..manager() };
    let (_, key) = rig.person(new).await;
    let basic = |user: &str| Presented::Basic { user: user.to_owned(), password: "correct horse".to_owned() };
    for (presented, username, is_made) in [
        (presented(&rig.admin), "a", true),
        (presented(&key), "b", true),
        (basic("manager"), "c", true),
        // The same password of the same user.
        (basic("boss@example.com"), "c", false),
    ] {
        let records = rig.chain_length().await;
        let asking = rig.asking(presented, "n", username.as_bytes()[0]).await;
        let answer = rig.directory.create_user(asking, named(username)).await.expect("created or answered again");
        assert!(answer.0.ends_with(&format!(" {username}")), "{answer:?}");
        assert_eq!(rig.chain_length().await, records + usize::from(is_made), "{username}");
    }
    let records = rig.chain_length().await;
    let id = key.credential_id().expect("generated").to_string();
    let in_two_parts = Presented::Basic { user: id, password: key.reveal().to_owned() };
    let asking = rig.asking(in_two_parts, "n", 4).await;
    rig.directory.create_user(asking, named("d")).await.expect("the key in two parts has names of its own");
    assert_eq!(rig.chain_length().await, records + 1);
}

#[tokio::test]
async fn several_users_are_made_once_too() {
    let rig = Rig::new().await;
    let invite = |usernames: [&'static str; 2], digest: u8| {
        let presented = presented(&rig.admin);
        let rig = &rig;
        async move {
            let admitted = rig.directory.admit(presented.clone(), Action::UsersCreate, "test", origin()).await;
            let caller = rig.directory.recognize(admitted.expect("it may"), &presented).await.expect("recognized");
            let asking = Asking::once(caller, Some(("n", [digest; 32])), |written: Vec<Written>| {
                Ok(Text(format!("{:?}", written.iter().map(|one| one.view.user.id).collect::<Vec<_>>())))
            });
            rig.directory.invite_users(asking, usernames.map(named).to_vec()).await
        }
    };
    let first = invite(["jane", "joe"], 1).await.expect("created");
    assert_eq!(invite(["jane", "joe"], 1).await.expect("answered again"), first);
    let failed = invite(["jim", "jane"], 2).await.expect_err("another request");
    assert!(matches!((failed.position, failed.error), (None, Error::Unrepeatable { .. })));
}

#[tokio::test]
async fn what_would_be_answered_at_too_great_length_is_not_done() {
    let rig = Rig::new().await;
    for (length, is_done) in [(KEPT_ANSWER_BYTES_MAX + 1, false), (KEPT_ANSWER_BYTES_MAX, true)] {
        let presented = presented(&rig.admin);
        let caller = rig.admin().await;
        let caller = rig.directory.recognize(caller, &presented).await.expect("recognized");
        let asking = Asking::once(caller, Some(("n", [1; 32])), move |_: Written| Ok(Text("x".repeat(length))));
        let outcome = rig.directory.create_user(asking, named("jane")).await;
        let too_long = UnrepeatableReason::TooLong;
        assert_eq!(outcome.is_ok(), is_done);
        assert!(is_done || matches!(&outcome, Err(Error::Unrepeatable { reason }) if *reason == too_long));
    }
}

#[tokio::test]
async fn who_has_too_many_answers_kept_waits_until_one_expires() {
    let rig = Rig::new().await;
    let admin = rig.admin().await;
    let (organization, user) = (admin.principal().organization, admin.principal().user);
    let now = rig.directory.context.now();
    let hour = TimeDelta::hours(1);
    let fill = move |txn: &dyn WriteTransaction| {
        for number in 0..USER_ANSWERS_KEPT_MAX {
            let mut lookup = [0; 32];
            lookup[..4].copy_from_slice(&number.to_be_bytes());
            let expires_at = now + if number == 7 { hour } else { hour * 20 };
            txn.keep_answer(&KeptAnswer { organization, lookup, user, sealed: vec![0], expires_at })?;
        }
        Ok(())
    };
    rig.directory.write(fill).await.expect("written");
    let refused = rig.create_named("n", 1, "jane").await;
    let Err(Error::Throttled { retry_after_s }) = refused else { panic!("{refused:?}") };
    assert!((3590..=3600).contains(&retry_after_s), "{retry_after_s}");
    rig.later(hour);
    rig.create_named("n", 1, "jane").await.expect("one has expired");
    assert!(matches!(rig.create_named("m", 2, "joe").await, Err(Error::Throttled { .. })));
    rig.create_named("n", 1, "jane").await.expect("what is kept is answered all the same");
    rig.create(named("joe")).await.expect("a request without a name needs no room");
}

#[tokio::test]
async fn who_may_not_ask_any_more_is_not_answered_again() {
    let rig = Rig::new().await;
    let (manager, key) = rig.person(manager()).await;
    let asking = || rig.asking(presented(&key), "n", 1);
    rig.directory.create_user(asking().await, named("jane")).await.expect("created");
    let late = asking().await;
    let patch = crate::domain::UserPatch { status: Some(crate::domain::Status::Disabled), ..Default::default() };
    let update = UserUpdate { patch, ..UserUpdate::default() };
    let selector = UserSelector::Id(manager.user.id);
    rig.directory.update_user(&rig.admin().await, selector, update).await.expect("disabled");
    let refused = rig.directory.create_user(late, named("jane")).await;
    assert!(matches!(refused, Err(Error::Unauthenticated)), "{refused:?}");
}
