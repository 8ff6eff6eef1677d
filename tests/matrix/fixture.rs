//! The directory that the matrix is drawn on: everybody who asks is in the store before the server starts, with what they
//! come with, also where no operation makes such a thing, as a key that has expired. Another organization is made after that.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use roster::auth::Passwords;
use roster::auth::password::HashCost;
use roster::auth::token::{ApiKey, SessionToken};
use roster::context::Context;
use roster::directory::{Directory, FirstKeys};
use roster::domain::group::EVERYONE;
use roster::domain::permission::USER_MANAGEMENT;
use roster::domain::powers::{BUILTIN_ROLES, BuiltinRole};
use roster::domain::text::fold;
use roster::domain::{
    Credential, CredentialId, CredentialKind, Email, Error, Id, OrganizationId, Permission, RoleId, Status, User,
    UserId, UserKind, Username,
};
use roster::logging;
use roster::store::sqlite::SqliteStore;
use roster::store::{self, NameKind, WriteTransaction};

use serde_json::{Value, json};

use super::actors::Actor;
use crate::support::http::Request;
use crate::support::server::{ADMIN_KEY, READONLY_KEY};
use crate::support::tenant::Tenant;

/// How many keys of their own actors may lose.
const SPARE_KEYS: usize = 24;
/// How many sessions they may end.
const SESSIONS: usize = 2;

/// Somebody who asks, as the requests name and present them.
#[derive(Clone, Debug)]
pub(super) struct Account {
    pub(super) id: Id,
    pub(super) username: String,
    /// As wavefront names them.
    pub(super) identifier: String,
    /// What is presented, if anything.
    pub(super) key: Option<String>,
    pub(super) sessions: Vec<String>,
    /// Ids of keys that are not presented.
    pub(super) spare_keys: Vec<Id>,
}

/// What was put into the store.
#[derive(Clone, Debug, Default)]
pub(super) struct Populated {
    pub(super) accounts: BTreeMap<&'static str, Account>,
    pub(super) roles: BTreeMap<&'static str, Id>,
    pub(super) everyone: Option<Id>,
    pub(super) platform: Option<Id>,
}

impl Populated {
    pub(super) fn account(&self, actor: Actor) -> &Account {
        self.accounts.get(name_of(actor)).expect("every actor was put into the store")
    }
}

/// The username of an actor.
fn name_of(actor: Actor) -> &'static str {
    match actor {
        Actor::Admin => "admin",
        Actor::Readonly => "readonly",
        Actor::PlatformAdmin => "asks.platform.admin",
        Actor::PlatformViewer => "asks.platform.viewer",
        Actor::DeploymentManager => "asks.deployment.manager",
        Actor::DeploymentViewer => "asks.deployment.viewer",
        Actor::UserManager => "asks.user.manager",
        Actor::Plain => "asks.plain",
        Actor::Service => "asks.service",
        Actor::ServiceAdmin => "asks.service.admin",
        Actor::ElsewhereAdmin => "asks.elsewhere.admin",
        Actor::Disabled => "asks.disabled",
        Actor::Expired => "asks.expired",
        Actor::Revoked => "asks.revoked",
        Actor::Malformed => "asks.malformed",
        Actor::Nobody => "asks.nobody",
    }
}

/// The built-in role of an actor.
fn role_of(actor: Actor) -> Option<&'static str> {
    match actor {
        Actor::PlatformAdmin | Actor::ServiceAdmin | Actor::ElsewhereAdmin => Some("ece_platform_admin"),
        // With nothing but what is wrong with their credential in their way.
        Actor::Disabled | Actor::Expired | Actor::Revoked | Actor::Malformed => Some("ece_platform_admin"),
        Actor::PlatformViewer => Some("ece_platform_viewer"),
        Actor::DeploymentManager => Some("ece_deployment_manager"),
        Actor::DeploymentViewer => Some("ece_deployment_viewer"),
        Actor::Admin | Actor::Readonly | Actor::UserManager | Actor::Plain | Actor::Service | Actor::Nobody => None,
    }
}

/// Fills an empty data directory. The store is closed when it is done, so that a server can open it.
pub(super) fn populate(data_dir: &Path) -> Populated {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime can be built");
    runtime.block_on(async {
        let store = Arc::new(SqliteStore::open(data_dir, 1, &logging::discard()).expect("the store can be opened"));
        let context = Arc::new(Context::system());
        let passwords = Passwords::new(HashCost::default()).expect("the cost is allowed");
        let directory = Directory::new(store.clone(), context.clone(), passwords);
        let key = |text| Some(ApiKey::parse(text).expect("the tests' keys are valid"));
        let given = FirstKeys { admin: key(ADMIN_KEY), readonly: key(READONLY_KEY) };
        directory.bootstrap(given).await.expect("an empty store can be bootstrapped");
        let filled = store::write(store.as_ref(), move |txn| Filling { context: &context, txn }.fill());
        filled.await.expect("the store takes what it is given")
    })
}

/// Makes another organization on a server that runs, and the administrator of it who asks.
pub(super) fn populate_elsewhere(server: SocketAddr, populated: &mut Populated) {
    const PASSWORD: &str = "a quiet lighthouse keeps time";
    let name = name_of(Actor::ElsewhereAdmin);
    let tenant = Tenant::make(|request| request.send(server), name.strip_suffix(".admin").unwrap_or(name));
    assert_eq!(tenant.admin, name);
    let send = |method: &str, target: &str, body: &Value| {
        let answer = Request::new(method, target).bearer(&tenant.key).json(body).send(server);
        assert!((200..300).contains(&answer.status), "{method} {target}: {}", answer.text());
        answer.json()
    };
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    send("PATCH", "/api/v1/user", &json!({"security": {"password": PASSWORD}}));
    let login = json!({"username": name, "password": PASSWORD});
    let token = |_| text(&send("POST", "/api/v1/users/auth/_login", &login)["token"]);
    let keys = format!("/roster/v1/users/{name}/keys");
    let key = |_| Id::parse(&text(&send("POST", &keys, &json!({"description": "spare"}))["id"])).expect("an id");
    let account = Account {
        id: Id::parse(&tenant.admin_id).expect("an id"),
        username: name.to_owned(),
        identifier: tenant.admin_email.clone(),
        key: Some(tenant.key.clone()),
        sessions: (0..SESSIONS).map(token).collect(),
        spare_keys: (0..SPARE_KEYS).map(key).collect(),
    };
    populated.accounts.insert(name, account);
}

struct Filling<'a> {
    context: &'a Context,
    txn: &'a dyn WriteTransaction,
}

impl Filling<'_> {
    fn fill(&self) -> Result<Populated, Error> {
        let here = self.txn.platform()?.expect("it was bootstrapped").id;
        let mut populated = Populated { platform: Some(here.id()), ..Populated::default() };
        for BuiltinRole { name, .. } in BUILTIN_ROLES {
            populated.roles.insert(name, self.role(here, name)?.id());
        }
        populated.everyone = self.txn.group_by_name(here, &fold(EVERYONE))?.map(|group| group.id.id());
        for actor in Actor::ALL.into_iter().filter(|actor| *actor != Actor::ElsewhereAdmin) {
            let account = match actor {
                Actor::Admin => self.builtin("admin", ADMIN_KEY)?,
                Actor::Readonly => self.builtin("readonly", READONLY_KEY)?,
                _ => self.account(actor, here)?,
            };
            populated.accounts.insert(name_of(actor), account);
        }
        Ok(populated)
    }

    fn role(&self, organization: OrganizationId, name: &str) -> Result<RoleId, Error> {
        Ok(self.txn.role_by_name(organization, &fold(name))?.expect("it is a built-in role").id)
    }

    /// A user that the bootstrap has made, with keys besides the first.
    fn builtin(&self, name: &str, key: &str) -> Result<Account, Error> {
        let found = self.txn.find_name(NameKind::Username, &fold(name))?;
        let (organization, user) = found.expect("it is a built-in user");
        self.credentials(organization, user, name, name, |account| account.key = Some(key.to_owned()))
    }

    fn account(&self, actor: Actor, organization: OrganizationId) -> Result<Account, Error> {
        let name = name_of(actor);
        let permission = Permission::parse(USER_MANAGEMENT)?;
        let roles = role_of(actor).map(|role| self.role(organization, role)).transpose()?;
        let everyone = self.txn.group_by_name(organization, &fold(EVERYONE))?.map(|group| group.id);
        let email = format!("{name}@example.org");
        let (id, now): (UserId, _) = (self.context.id(), self.context.now());
        let (is_service, is_disabled) = (actor.is_service(), actor == Actor::Disabled);
        self.txn.insert_user(&User {
            kind: if is_service { UserKind::Service } else { UserKind::Person },
            email: if is_service { None } else { Some(Email::parse(&email)?) },
            status: if is_disabled { Status::Disabled } else { Status::Active },
            permissions: (actor == Actor::UserManager).then_some(permission).into_iter().collect(),
            roles: roles.into_iter().collect(),
            groups: everyone.filter(|_| !is_service).into_iter().collect(),
            ..User::new(id, organization, Username::parse(name)?, now)
        })?;
        let identifier = if is_service { format!("sa::{name}") } else { email };
        let expires_at = (actor == Actor::Expired).then_some(now - TimeDelta::seconds(1));
        let is_kept = actor != Actor::Revoked;
        let (key, key_id) = self.key(organization, id, expires_at, is_kept)?;
        self.credentials(organization, id, name, &identifier, move |account| match actor {
            Actor::Nobody => (account.key, account.sessions) = (None, Vec::new()),
            Actor::Malformed => {
                account.key = Some(format!("rk_{}_", CredentialId::from(key_id)));
                account.sessions = vec!["rs_no-session".to_owned(); SESSIONS];
            }
            Actor::Expired | Actor::Revoked => {
                account.key = Some(key);
                account.sessions = vec![account.key.clone().unwrap_or_default(); SESSIONS];
            }
            _ => account.key = Some(key),
        })
    }

    fn credentials(
        &self,
        organization: OrganizationId,
        user: UserId,
        username: &str,
        identifier: &str,
        finish: impl FnOnce(&mut Account),
    ) -> Result<Account, Error> {
        let mut account = Account {
            id: user.id(),
            username: username.to_owned(),
            identifier: identifier.to_owned(),
            key: None,
            sessions: Vec::new(),
            spare_keys: Vec::new(),
        };
        for _ in 0..SESSIONS {
            let (id, secret) = (self.context.id(), self.context.secret());
            let token = SessionToken::generate(id, secret);
            let kind = CredentialKind::Session(self.context.id());
            let expires_at = Some(self.context.now() + TimeDelta::hours(1));
            self.insert(organization, user, id, kind, token.hash(), expires_at)?;
            account.sessions.push(token.reveal().to_owned());
        }
        for _ in 0..SPARE_KEYS {
            account.spare_keys.push(self.key(organization, user, None, true)?.1);
        }
        finish(&mut account);
        Ok(account)
    }

    fn key(
        &self,
        organization: OrganizationId,
        user: UserId,
        expires_at: Option<DateTime<Utc>>,
        is_kept: bool,
    ) -> Result<(String, Id), Error> {
        let id: CredentialId = self.context.id();
        let key = ApiKey::generate(id, self.context.secret());
        if is_kept {
            self.insert(organization, user, id, CredentialKind::ApiKey, key.hash(), expires_at)?;
        }
        Ok((key.reveal().to_owned(), id.id()))
    }

    fn insert(
        &self,
        organization: OrganizationId,
        user: UserId,
        id: CredentialId,
        kind: CredentialKind,
        secret_hash: [u8; 32],
        expires_at: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        let now = self.context.now();
        self.txn.insert_credential(&Credential {
            id,
            organization,
            user,
            kind,
            description: "matrix".to_owned(),
            secret_hash,
            created_at: now,
            updated_at: now,
            created_by: None,
            expires_at,
            bootstrap: false,
            version: 1,
        })
    }
}
