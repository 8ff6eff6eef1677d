//! The use cases on a real store: what they answer, what they leave behind, and what they refuse.

mod audit_trail;
mod authentication;
mod bootstrapping;
mod concurrency;
mod counted;
mod creation;
mod deletion;
mod escalation;
mod groups;
mod imports;
mod key_lists;
mod keys;
mod mail;
mod metaschemas;
mod organizations;
mod pages;
mod passwords;
mod remembered;
mod repeats;
mod roles;
mod searches;
mod service_accounts;
mod sessions;
mod stale_callers;
mod throttling;
mod updates;

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use chrono::DateTime;

use super::*;
use crate::auth::Password;
use crate::auth::password::HashCost;
use crate::auth::token::ApiKey;
use crate::domain::{
    Action, AuditRecord, Email, ForbiddenReason, Id, InvalidReason, Kind, Organization, PageSize, Permission,
    TargetKind, User, UserId, Username,
};
use crate::store::sqlite::SqliteStore;

/// Where every request comes from.
const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

fn origin() -> Origin {
    Origin { request_id: "request".to_owned(), address: HERE }
}

/// A bootstrapped directory of its own, with its admin.
struct Rig {
    directory: Directory,
    admin: ApiKey,
    readonly: ApiKey,
}

/// A door that shows a view as it is.
static WHOLE: Showing<Whole> = Showing { name: "whole user", show: |view| Ok(Whole(view)) };

#[derive(Clone, Debug)]
struct Whole(UserView);

impl AsRef<[u8]> for Whole {
    fn as_ref(&self) -> &[u8] {
        self.0.user.username.as_str().as_bytes()
    }
}

impl Rig {
    async fn new() -> Self {
        let log = slog::Logger::root(slog::Discard, slog::o!());
        Self::over(SqliteStore::in_memory(1, &log).expect("a store in memory opens")).await
    }

    /// A rig over a new store.
    async fn over(store: impl Store) -> Self {
        let context = Context::deterministic(DateTime::UNIX_EPOCH);
        let passwords = Passwords::new(HashCost { memory_kib: 8, passes: 1 }).expect("a possible cost");
        let directory = Directory::new(Arc::new(store), Arc::new(context), passwords);
        let keys = directory.bootstrap(FirstKeys::default()).await.expect("bootstrapped");
        let admin = keys.admin.expect("the first start makes a key");
        let readonly = keys.readonly.expect("the first start makes a key");
        Self { directory, admin, readonly }
    }

    async fn caller(&self, key: &ApiKey, action: Action) -> Result<Caller, Error> {
        self.directory.admit(Presented::Key(key.reveal().to_owned()), action, "test", origin()).await
    }

    async fn admin(&self) -> Caller {
        self.caller(&self.admin, Action::UsersUpdate).await.expect("the admin may")
    }

    async fn create(&self, new: NewUser) -> Result<Written, Error> {
        self.directory.create_user(&self.admin().await, new).await
    }

    /// Makes a user with a key of its own.
    async fn person(&self, new: NewUser) -> (UserView, ApiKey) {
        let view = self.create(new).await.expect("created").view;
        let selector = UserSelector::Id(view.user.id);
        let made = self.directory.create_key(&self.admin().await, selector, NewKey::default()).await.expect("a key");
        (view, made.key)
    }

    /// The person that the caller is.
    async fn current(&self, caller: &Caller) -> Result<UserView, Error> {
        self.directory.show_current_user(caller, &WHOLE).await.map(|shown| shown.body.0)
    }

    async fn get(&self, id: UserId) -> UserView {
        self.directory.get_user(&self.admin().await, UserSelector::Id(id)).await.expect("the user exists")
    }

    /// The newest audit records of a user, newest first.
    async fn audit(&self, user: &User) -> Vec<AuditRecord> {
        let (organization, id) = (user.organization, user.id.id());
        self.directory.read(move |txn| txn.audit_of(organization, TargetKind::User, id, 100)).await.expect("read")
    }

    /// Puts a user of another organization into the store, as no use case of this organization can.
    async fn stranger(&self) -> User {
        let like = self.create(named("like")).await.expect("created").view.user;
        let context = Arc::clone(&self.directory.context);
        let work = move |txn: &dyn WriteTransaction| {
            let id = context.id();
            let (created_at, updated_at) = (like.created_at, like.updated_at);
            let name = "other".to_owned();
            txn.insert_organization(&Organization { id, name, platform: false, created_at, updated_at, version: 1 })?;
            let stranger = User {
                id: context.id(),
                organization: id,
                username: Username::parse("stranger")?,
                email: Some(Email::parse("stranger@example.com")?),
                groups: BTreeSet::new(),
                created_by: None,
                updated_by: None,
                ..like.clone()
            };
            txn.insert_user(&stranger)?;
            Ok(stranger)
        };
        self.directory.write(work).await.expect("written")
    }
}

fn named(username: &str) -> NewUser {
    NewUser { username: Some(Username::parse(username).expect("valid")), ..NewUser::default() }
}

fn mailed(email: &str) -> NewUser {
    NewUser { email: Some(Email::parse(email).expect("valid")), ..NewUser::default() }
}

fn permissions(names: &[&str]) -> BTreeSet<Permission> {
    names.iter().map(|name| Permission::parse(name).expect("valid")).collect()
}

fn role(name: &str) -> BTreeSet<Reference> {
    [Reference::Name(name.to_owned())].into()
}

/// A user who manages users.
fn manager() -> NewUser {
    NewUser { permissions: Some(permissions(&["user_management"])), ..named("manager") }
}

#[track_caller]
fn assert_forbidden<T: std::fmt::Debug>(outcome: Result<T, Error>, expected: ForbiddenReason) {
    match outcome {
        Err(Error::Forbidden { reason }) => assert_eq!(reason, expected),
        other => panic!("expected Forbidden({expected:?}), got {other:?}"),
    }
}

#[track_caller]
fn assert_not_found<T: std::fmt::Debug>(outcome: Result<T, Error>) {
    assert!(matches!(outcome, Err(Error::NotFound { kind: Kind::User })), "{outcome:?}");
}

#[track_caller]
fn assert_taken<T: std::fmt::Debug>(outcome: Result<T, Error>, expected: &str) {
    match outcome {
        Err(Error::AlreadyExists { field }) => assert_eq!(field, expected),
        other => panic!("expected AlreadyExists({expected}), got {other:?}"),
    }
}

#[track_caller]
fn assert_invalid<T: std::fmt::Debug>(outcome: Result<T, Error>, expected: &str, because: InvalidReason) {
    match outcome {
        Err(Error::Invalid { field, reason }) => assert_eq!((field.as_str(), reason), (expected, because)),
        other => panic!("expected Invalid({expected}), got {other:?}"),
    }
}
