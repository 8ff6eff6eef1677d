//! The worlds that are walked: a directory with people who can do much, little and different things, with groups and roles
//! that give it to them, and one user of a chosen kind who begins.

use std::collections::BTreeSet;

use roster::domain::group::EVERYONE;
use roster::domain::{ActionSet, Id, Permission, Role};
use serde_json::{Value, json};

use super::state::{Eye, State};
use crate::support::http::Request;
use crate::support::in_process::World;
use crate::support::server::{ADMIN_KEY, READONLY_KEY};
use crate::support::tenant::Tenant;

/// How many keys whoever begins has, since it may lose some.
const FIRST_KEYS: usize = 5;
const PLATFORM_ADMIN: &str = "ece_platform_admin";
/// Where the walls are tried from the other side.
const ELSEWHERE: &str = "elsewhere";

/// Roles with the actions and permissions that they give.
const ROLES: &[(&str, &[&str], &[&str])] = &[
    ("Alerts", &[], &["alerts_management"]),
    ("Ingesters", &[], &["ingestion"]),
    ("Meters", &[], &["metrics_management", "ingestion"]),
    ("Managers", &[], &["user_management"]),
    ("Weak", &[], &[]),
    ("Auditors", &["audit:read", "mail:read"], &[]),
    ("Keepers", &["metaschemas:read", "metaschemas:write"], &["metrics_management"]),
    ("Assigners", &["roles:assign", "users:update"], &[]),
    ("Founders", &["organizations:read", "organizations:write"], &[]),
    ("Readers", &["users:read", "groups:read", "roles:read"], &[]),
];

/// Groups with their roles.
const GROUPS: &[(&str, &[&str])] = &[
    ("Chiefs", &[PLATFORM_ADMIN]),
    ("Crew", &["Weak"]),
    ("Team", &["Managers"]),
    ("Watch", &["Alerts"]),
    ("Night", &["Auditors", "Weak"]),
];

type Names = &'static [&'static str];

/// Persons with their permissions, roles and groups.
const PERSONS: &[(&str, Names, Names, Names)] = &[
    ("chief", &[], &[PLATFORM_ADMIN], &["Crew", "Team"]),
    ("boss", &[], &[], &["Chiefs"]),
    ("warden", &["user_management", "alerts_management"], &[], &["Crew"]),
    ("keeper", &[], &["Keepers", "Managers"], &[]),
    ("auditor", &[], &[], &["Night", "Team"]),
    ("founder", &[], &["Founders"], &[]),
    ("alma", &[], &["Alerts"], &["Watch"]),
    ("ines", &[], &["Ingesters", "Meters"], &[]),
    ("manager", &["user_management"], &[], &[]),
    ("second", &[], &[], &["Team"]),
    ("viewer", &[], &["ece_platform_viewer"], &[]),
    ("plain", &[], &[], &[]),
    ("other", &["ingestion"], &["Weak"], &["Crew"]),
    ("sleeper", &[], &[PLATFORM_ADMIN], &[]),
];

/// Service accounts with their roles.
const SERVICES: &[(&str, &[&str])] = &[("robot", &[PLATFORM_ADMIN]), ("drone", &[])];

/// What the one who begins is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Beginner {
    /// A person who holds a role.
    Holder(Gift),
    /// A person in a group that has a role.
    Member(Gift),
    /// A service account that holds a role.
    Service(Gift),
    /// A person with permissions of its own.
    Permitted(Vec<&'static str>),
    /// A person who holds a built-in role.
    BuiltinRole(&'static str),
    /// The built-in user `readonly`.
    Readonly,
    /// The built-in user `admin`.
    Admin,
    /// Who may do everything in another organization.
    Elsewhere,
}

/// What a role gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Gift {
    pub(super) actions: Vec<String>,
    pub(super) permissions: Vec<String>,
}

/// What is presented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Secret {
    /// A key or a token.
    Bearer(String),
    Password(String),
}

/// Something that lets one in, and as whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Credential {
    pub(super) user: Id,
    pub(super) secret: Secret,
}

/// A world at its beginning.
pub(super) struct Setting {
    pub(super) world: World,
    pub(super) eye: Eye,
    pub(super) first: Id,
    pub(super) purse: Vec<Credential>,
}

impl Setting {
    /// Makes a world for such a beginner; what everybody has is another question.
    pub(super) fn of(beginner: &Beginner, everyone_has: Option<&str>) -> Self {
        let world = World::open();
        let eye = Eye::on(&world.data_dir());
        let mut founding = Founding { world, eye, tenant: None };
        founding.found(everyone_has);
        let (first, keys) = founding.beginner(beginner);
        let Founding { world, eye, .. } = founding;
        let purse = keys.into_iter().map(|key| Credential { user: first, secret: Secret::Bearer(key) }).collect();
        Self { world, eye, first, purse }
    }
}

struct Founding {
    world: World,
    eye: Eye,
    tenant: Option<Tenant>,
}

impl Founding {
    fn found(&mut self, everyone_has: Option<&str>) {
        for (name, actions, permissions) in ROLES {
            let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
            self.role(name, &Gift { actions: owned(actions), permissions: owned(permissions) });
        }
        for (name, roles) in GROUPS {
            self.group(name, roles);
        }
        for (name, permissions, roles, groups) in PERSONS {
            self.person(name, permissions, roles, groups);
        }
        for (name, roles) in SERVICES {
            self.service(name, roles);
        }
        let sleeper = json!({"security": {"enabled": false}});
        self.send("PATCH", "/api/v1/users/sleeper_example_org", &sleeper);
        for name in ["chief", "plain"] {
            let path = format!("/roster/v1/users/{name}@example.org/keys");
            self.send("POST", &path, &json!({"description": "its own"}));
        }
        if let Some(role) = everyone_has {
            let state = self.eye.look();
            let group = group_named(&state, EVERYONE).to_uuid();
            let roles = json!([role_named(&state, role).to_uuid()]);
            self.send("POST", &format!("/api/v2/usergroup/{group}/addRoles"), &roles);
        }
        self.elsewhere();
    }

    /// Whoever begins, with keys.
    fn beginner(&mut self, beginner: &Beginner) -> (Id, Vec<String>) {
        const WALKER: &str = "walker";
        const WALKS: &str = "Walks";
        match beginner {
            Beginner::Readonly => return (self.user("readonly"), vec![READONLY_KEY.to_owned()]),
            Beginner::Admin => return (self.user("admin"), vec![ADMIN_KEY.to_owned()]),
            Beginner::Elsewhere => {
                let tenant = self.tenant.clone().expect("it was made");
                return (self.user(&tenant.admin), vec![tenant.key]);
            }
            Beginner::Holder(gift) => {
                self.role(WALKS, gift);
                self.person(WALKER, &[], &[WALKS], &[]);
            }
            Beginner::Member(gift) => {
                self.role(WALKS, gift);
                self.group("Walkers", &[WALKS]);
                self.person(WALKER, &[], &[], &["Walkers"]);
            }
            Beginner::Permitted(permissions) => self.person(WALKER, permissions, &[], &[]),
            Beginner::BuiltinRole(role) => self.person(WALKER, &[], &[role], &[]),
            Beginner::Service(gift) => {
                self.role(WALKS, gift);
                self.service(WALKER, &[WALKS]);
                let id = self.user(WALKER);
                let path = format!("/api/org/v1/service-accounts/{}/keys", id.to_base32());
                return (id, (0..FIRST_KEYS).map(|_| text(&self.send("POST", &path, &json!({}))["key"])).collect());
            }
        }
        let id = self.user("walker_example_org");
        let path = format!("/roster/v1/users/{}/keys", id.to_base32());
        let key = |_| text(&self.send("POST", &path, &json!({"description": "first"}))["key"]);
        (id, (0..FIRST_KEYS).map(key).collect())
    }

    fn person(&mut self, name: &str, permissions: &[&str], roles: &[&str], groups: &[&str]) {
        let state = self.eye.look();
        let roles: Vec<_> = roles.iter().map(|role| role_named(&state, role).to_uuid()).collect();
        let groups: Vec<_> = groups.iter().map(|group| group_named(&state, group).to_uuid()).collect();
        let email = format!("{name}@example.org");
        let body = json!({"emailAddress": email, "groups": permissions, "userGroups": groups, "roles": roles});
        self.send("POST", "/api/v2/user", &body);
    }

    fn service(&mut self, name: &str, roles: &[&str]) {
        self.send("POST", "/api/org/v1/service-accounts", &json!({"username": name, "description": ""}));
        for role in roles {
            let role = role_named(&self.eye.look(), role).to_uuid();
            self.send("POST", &format!("/api/v2/role/{role}/addAssignees"), &json!([format!("sa::{name}")]));
        }
    }

    fn group(&mut self, name: &str, roles: &[&str]) {
        let state = self.eye.look();
        let roles: Vec<_> = roles.iter().map(|role| role_named(&state, role).to_uuid()).collect();
        self.send("POST", "/api/v2/usergroup", &json!({"name": name, "roleIDs": roles}));
    }

    /// A role with actions of its own, which no door makes.
    fn role(&mut self, name: &str, gift: &Gift) {
        let (name, actions) = (name.to_owned(), actions(&gift.actions));
        let permissions: BTreeSet<Permission> = gift.permissions.iter().map(|id| permission(id)).collect();
        let (id, now) = (self.world.context().id(), self.world.context().now());
        self.world.write(move |txn| {
            let organization = txn.organization_by_name("default")?.expect("it was bootstrapped").id;
            txn.insert_role(&Role {
                id,
                organization,
                name: name.clone(),
                description: String::new(),
                actions,
                permissions: permissions.clone(),
                builtin: false,
                created_at: now,
                updated_at: now,
                version: 1,
            })
        });
    }

    /// Another organization with an administrator and one who can do little.
    fn elsewhere(&mut self) {
        let tenant = Tenant::make(|request| self.world.send(request), ELSEWHERE);
        let subject = json!({"emailAddress": "subject@example.net", "groups": [], "userGroups": []});
        let answer = self.world.send(&Request::new("POST", "/api/v2/user").bearer(&tenant.key).json(&subject));
        assert_eq!(answer.status, 200, "{}", answer.text());
        self.tenant = Some(tenant);
    }

    fn user(&mut self, username: &str) -> Id {
        self.eye.look().named(username).unwrap_or_else(|| panic!("{username} was made"))
    }

    /// Asks as the admin for what must be done.
    fn send(&self, method: &str, target: &str, body: &Value) -> Value {
        let answer = self.world.send(&Request::new(method, target).bearer(ADMIN_KEY).json(body));
        assert!((200..300).contains(&answer.status), "{method} {target}: {} {}", answer.status, answer.text());
        answer.json()
    }
}

fn actions(names: &[String]) -> ActionSet {
    names.iter().map(|name| name.parse().unwrap_or_else(|_| panic!("{name} is an action"))).collect()
}

fn permission(id: &str) -> Permission {
    Permission::parse(id).expect("a permission id")
}

fn role_named(state: &State, name: &str) -> Id {
    let platform = state.platform();
    let found = state.roles.iter().find(|(_, role)| role.name == name && Some(role.organization) == platform);
    *found.unwrap_or_else(|| panic!("there is a role {name}")).0
}

fn group_named(state: &State, name: &str) -> Id {
    let platform = state.platform();
    let found = state.groups.iter().find(|(_, group)| group.name == name && Some(group.organization) == platform);
    *found.unwrap_or_else(|| panic!("there is a group {name}")).0
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}
