//! A directory with something of every kind in it, made through the API in a world without a server, and a copy of its database.

use std::path::{Path, PathBuf};

use roster::store::sqlite::BreakOff;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::http::Request;
use crate::support::in_process::World;
use crate::support::server::ADMIN_KEY;
use crate::support::tenant::Tenant;

/// Ada's password.
pub(super) const PASSWORD: &str = "a quiet lighthouse keeps time";

/// A data directory in which no server has ever run, to be broken at will.
pub(super) struct Scene {
    directory: TempDir,
}

impl Scene {
    /// One with something of every kind.
    pub(super) fn new() -> Self {
        let world = World::open();
        furnish(&world);
        let directory = TempDir::new().expect("a temporary directory can be made");
        let scene = Self { directory };
        let written = roster::backup::write(&world.data_dir(), &scene.database(), false, &BreakOff::default());
        written.expect("the directory can be written to");
        scene
    }

    pub(super) fn path(&self) -> &Path {
        self.directory.path()
    }

    pub(super) fn database(&self) -> PathBuf {
        self.directory.path().join("roster.db")
    }
}

/// Makes users, service accounts, groups, roles, keys, sessions, another organization, mail, metadata and a kept answer.
fn furnish(world: &World) {
    let ada = json!({
        "user_name": "ada", "full_name": "Ada Lovelace", "email": "ada@example.org",
        "security": {"roles": ["ece_deployment_viewer"], "password": PASSWORD},
    });
    post(world, "/api/v1/users", &ada);
    let zoe = json!({
        "username": "Zoe", "email": "Zoe@Example.org", "firstName": "Zo\u{eb}", "lastName": "Stra\u{df}er", "displayName": "",
    });
    post(world, "/api/org/v1/users", &zoe);
    let role = post(world, "/api/v2/role", &json!({"name": "Sailor", "permissions": ["agent_management"]}));
    let group = json!({"name": "Crew", "roleIDs": [role["response"]["id"]]});
    let group = post(world, "/api/v2/usergroup", &group)["response"]["id"].clone();
    let bob = json!({"emailAddress": "bob@example.org", "groups": ["ingestion"], "userGroups": [group]});
    post(world, "/api/v2/user", &bob);
    post(world, "/api/v2/user/invite", &json!([{"emailAddress": "carol@example.org"}]));
    let robot = post(world, "/api/org/v1/service-accounts", &json!({"username": "robot", "description": "sweeps"}));
    let robot = robot["id"].as_str().expect("an id is text");
    post(world, &format!("/api/org/v1/service-accounts/{robot}/keys"), &json!({"description": "broom"}));
    post(world, "/roster/v1/users/ada/keys", &json!({"description": "laptop"}));
    post(world, "/api/v1/users/auth/_login", &json!({"username": "ada", "password": PASSWORD}));
    Tenant::make(|request| world.send(request), "elsewhere");
    let named = Request::new("POST", "/api/v1/users").bearer(ADMIN_KEY).header("Idempotency-Key", "once");
    assert_eq!(
        world.send(&named.json(&json!({"user_name": "dan", "security": {"roles": ["ece_deployment_viewer"]}}))).status,
        200
    );
}

fn post(world: &World, target: &str, body: &Value) -> Value {
    let answer = world.send(&Request::new("POST", target).bearer(ADMIN_KEY).json(body));
    assert!((200..300).contains(&answer.status), "{target}: {}", answer.text());
    answer.json()
}
