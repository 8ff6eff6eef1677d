//! The cast: everybody who is there from the beginning, put into every world in the same way, through the doors as far as
//! doors can.

use std::collections::{BTreeMap, BTreeSet};

use roster::domain::{Action, ActionSet, Id, OrganizationId, Role};
use roster::store::NameKind;
use serde_json::{Value, json};

use super::scene::{Actor, Scene};
use crate::support::http::Request;
use crate::support::in_process::World;
use crate::support::server::{ADMIN_KEY, READONLY_KEY};
use crate::support::tenant::Tenant;

/// The roles of single actions, or of a few, which no door can make.
const CUSTOM_ROLES: [(&str, &[Action]); 8] = [
    ("reads-users", &[Action::UsersRead]),
    ("updates-users", &[Action::UsersRead, Action::UsersUpdate]),
    ("creates-users", &[Action::UsersCreate]),
    ("deletes-users", &[Action::UsersDelete]),
    ("assigns-roles", &[Action::UsersUpdate, Action::RolesAssign, Action::GroupsUpdate]),
    ("keeps-groups", &[Action::GroupsRead, Action::GroupsCreate, Action::GroupsUpdate, Action::GroupsDelete]),
    ("keeps-keys", &[Action::CredentialsCreate, Action::CredentialsRead, Action::CredentialsDelete]),
    ("keeps-roles", &[Action::RolesRead, Action::RolesCreate, Action::RolesUpdate, Action::RolesDelete]),
];

/// Persons of the cast: name, roles, direct permissions.
const CAST: [(&str, &[&str], &[&str]); 14] = [
    ("cast-admin", &["ece_platform_admin"], &[]),
    ("cast-viewer", &["ece_platform_viewer"], &[]),
    ("cast-deployer", &["ece_deployment_manager"], &[]),
    ("cast-manager", &[], &["user_management"]),
    ("cast-manager-too", &["ece_deployment_viewer"], &["user_management", "ingestion"]),
    ("cast-plain", &[], &[]),
    ("cast-reads", &["reads-users"], &[]),
    ("cast-updates", &["updates-users"], &[]),
    ("cast-creates", &["creates-users"], &[]),
    ("cast-deletes", &["deletes-users"], &[]),
    ("cast-assigns", &["assigns-roles"], &["ingestion"]),
    ("cast-groups", &["keeps-groups", "updates-users"], &[]),
    ("cast-keys", &["keeps-keys"], &[]),
    ("cast-roles", &["keeps-roles"], &["ingestion", "agent_management"]),
];

/// Puts everybody into a world, always in the same way.
pub(super) fn populate(world: &World) -> Scene {
    let here = world.read(|txn| Ok(txn.organization_by_name("default")?.expect("it is there").id));
    let context = world.context().clone();
    world.write(move |txn| {
        for (name, actions) in CUSTOM_ROLES {
            let at = context.now();
            txn.insert_role(&Role {
                id: context.id(),
                organization: here,
                name: name.to_owned(),
                description: String::new(),
                actions: actions.iter().copied().collect::<ActionSet>(),
                permissions: BTreeSet::new(),
                builtin: false,
                created_at: at,
                updated_at: at,
                version: 1,
            })?;
        }
        Ok(())
    });
    let tenant = Tenant::make(|request| world.send(request), "elsewhere");
    let elsewhere = Id::parse(&tenant.id).expect("an organization has an id").into();
    let mut scene = Scene {
        here,
        elsewhere,
        actors: Vec::new(),
        cast: 0,
        people: BTreeMap::new(),
        services: BTreeMap::new(),
        gone: Vec::new(),
        locked_out: BTreeSet::new(),
        gone_actors: 0,
        groups: BTreeMap::new(),
        roles: BTreeMap::new(),
        keys: BTreeMap::new(),
        numbers: 0,
    };
    scene.look_at_givers(world);
    scene.hire(world);
    scene.hire_elsewhere(world, &tenant);
    scene.cast = scene.actors.len();
    scene
}

/// Does something as the administrator that has to succeed.
fn ask(world: &World, method: &str, target: &str, body: &Value) -> Value {
    ask_with(world, ADMIN_KEY, method, target, body)
}

/// Does something as an administrator with this key that has to succeed.
fn ask_with(world: &World, key: &str, method: &str, target: &str, body: &Value) -> Value {
    let answer = world.send(&Request::new(method, target).bearer(key).json(body));
    assert!(answer.status < 300, "{method} {target}: {} {}", answer.status, answer.text());
    if answer.body.is_empty() { Value::Null } else { answer.json() }
}

fn id_in(value: &Value) -> Id {
    value.as_str().and_then(Id::parse).expect("an answer says the id of what was made")
}

impl Scene {
    fn hire(&mut self, world: &World) {
        for (name, given) in
            [("crew", &[][..]), ("bosses", &["ece_platform_admin"]), ("handlers", &["ece_deployment_viewer"])]
        {
            let roles: Vec<String> = given.iter().map(|name| self.role(name).id.to_uuid()).collect();
            ask(world, "POST", "/api/v2/usergroup", &json!({"name": name, "roleIDs": roles}));
        }
        for (name, permission) in [("gives-management", "user_management"), ("gives-ingestion", "ingestion")] {
            ask(world, "POST", "/api/v2/role", &json!({"name": name, "permissions": [permission]}));
        }
        self.look_at_givers(world);
        for (name, key) in [("admin", ADMIN_KEY), ("readonly", READONLY_KEY)] {
            let folded = name.to_owned();
            let found = world.read(move |txn| txn.find_name(NameKind::Username, &folded));
            let (_, id) = found.expect("it is a built-in user");
            self.cast_as(world, name, key.to_owned(), id.id(), self.here);
        }
        for (name, roles, permissions) in CAST {
            let email = format!("{name}@example.org");
            let made = ask(world, "POST", "/v1beta1/users", &json!({"name": name, "email": email}));
            let id = id_in(&made["user"]["id"]);
            let roles: Vec<String> = roles.iter().map(|name| self.role(name).id.to_uuid()).collect();
            let powers = json!({"roles": roles, "groups": permissions});
            ask(world, "PUT", &format!("/api/v2/user/{email}"), &powers);
            self.cast_as(world, name, key_of(world, name), id, self.here);
        }
        for name in ["service-plain", "service-manager"] {
            let made =
                ask(world, "POST", "/api/org/v1/service-accounts", &json!({"username": name, "description": ""}));
            let id = id_in(&made["id"]);
            if name == "service-manager" {
                ask(world, "POST", "/api/v2/user/grant/user_management", &json!([format!("sa::{name}")]));
            }
            let key = ask(world, "POST", &format!("/api/org/v1/service-accounts/{id}/keys"), &json!({}));
            let key = key["key"].as_str().expect("a key is text").to_owned();
            self.cast_as(world, name, key, id, self.here);
        }
        let key = "nobodys-key-0123456789".to_owned();
        self.actors.push(Actor { name: "nobody".to_owned(), key, id: None, organization: self.here });
    }

    /// Behind the wall: an administrator, somebody to be seen or not, a group and a role.
    fn hire_elsewhere(&mut self, world: &World, tenant: &Tenant) {
        let id = Id::parse(&tenant.admin_id).expect("a user has an id");
        self.cast_as(world, &tenant.admin, tenant.key.clone(), id, self.elsewhere);
        for number in 1..=3 {
            let name = format!("stranger-{number}");
            let body = json!({"name": name, "email": format!("{name}@example.org")});
            let made = ask_with(world, &tenant.key, "POST", "/v1beta1/users", &body);
            self.look_at_user(world, id_in(&made["user"]["id"]));
        }
        ask_with(world, &tenant.key, "POST", "/api/v2/usergroup", &json!({"name": "strangers"}));
        let role = json!({"name": "strange", "permissions": ["ingestion"]});
        ask_with(world, &tenant.key, "POST", "/api/v2/role", &role);
        self.look_at_givers(world);
    }

    fn cast_as(&mut self, world: &World, name: &str, key: String, id: Id, organization: OrganizationId) {
        self.actors.push(Actor { name: name.to_owned(), key, id: Some(id), organization });
        self.look_at_user(world, id);
    }
}

fn key_of(world: &World, name: &str) -> String {
    let made = ask(world, "POST", &format!("/roster/v1/users/{name}/keys"), &json!({"description": "cast"}));
    made["key"].as_str().expect("a key is text").to_owned()
}
