//! The two sides of a wall: in each organization the same kinds of objects, made by its administrator through the API. And a
//! world with both sides, in which one asks about the other.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use roster::domain::Id;
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};

use crate::support::http::{Answer, Request};
use crate::support::in_process::World;
use crate::support::server::ADMIN_KEY;

/// The names of objects: of each kind, in each form.
pub(super) type Names = BTreeMap<String, String>;

/// The organization that exists from the start.
const PLATFORM: &str = "default";
/// When the first request is sent, in milliseconds since 1970: after everything was made.
const BEGINNING_MS: i64 = 1_800_000_000_000;
/// How much chance a request may take.
const DRAWS: u64 = 1_000_000;

/// One side: an administrator's key, and the names of what is there.
#[derive(Clone, Debug)]
pub(super) struct Side {
    pub(super) organization: Id,
    pub(super) key: String,
    pub(super) names: Names,
}

/// Which organization is on which side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attacker {
    /// Another organization asks about the platform.
    Tenant,
    /// The platform asks about another organization.
    Platform,
}

/// A world with both sides. Two of them are alike to the last bit.
pub(super) struct Wall {
    pub(super) world: World,
    pub(super) attacker: Side,
    pub(super) victim: Side,
    store: Connection,
}

impl Wall {
    pub(super) fn build(attacker: Attacker) -> Self {
        let world = World::open();
        let made = post(&world, ADMIN_KEY, "/api/admin/v1/organizations", &json!({"name": "analyti"}));
        let listed = get(&world, ADMIN_KEY, "/api/admin/v1/organizations")["items"].clone();
        let platform = listed.as_array().into_iter().flatten().find(|organization| organization["name"] == PLATFORM);
        let platform = id(&platform.expect("it is there")["id"]);
        let (ours, theirs) = match attacker {
            Attacker::Tenant => ((id(&made["id"]), "analyti"), (platform, PLATFORM)),
            Attacker::Platform => ((platform, PLATFORM), (id(&made["id"]), "analyti")),
        };
        let attacker = Side::furnish(&world, ours, "ours");
        let victim = Side::furnish(&world, theirs, "vera");
        let database = world.data_dir().join("roster.db");
        let store = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY);
        Self { world, attacker, victim, store: store.expect("the database can be read") }
    }

    /// Sends a request of the attacker. What it answers depends on nothing but the state, the request, and its number.
    pub(super) fn ask(&self, number: u64, request: &Request) -> Answer {
        self.world.go_on_from(moment(number), number * DRAWS);
        self.world.send(&request.clone().bearer(&self.attacker.key))
    }

    /// Everything that is kept of the victim's organization, its audit trail included.
    pub(super) fn kept_of_victim(&self) -> Vec<String> {
        let tables = self.strings(
            "SELECT t.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
                                   WHERE t.type = 'table' AND c.name = 'organization' ORDER BY 1",
        );
        assert!(tables.len() > 10, "the tables were not found");
        let rows = tables.iter().flat_map(|table| self.rows_of(table));
        rows.collect()
    }

    fn rows_of(&self, table: &str) -> Vec<String> {
        let sql = format!("SELECT * FROM {table} WHERE organization = ?1");
        let mut statement = self.store.prepare(&sql).expect("the table is there");
        let columns = statement.column_count();
        let organization = self.victim.organization.to_bytes().to_vec();
        let rows = statement.query_map([organization], |row| {
            let cells: Result<Vec<Cell>, _> = (0..columns).map(|column| row.get(column)).collect();
            Ok(format!("{table} {:?}", cells?))
        });
        let mut rows: Vec<String> = rows.expect("it can be read").collect::<Result<_, _>>().expect("rows are readable");
        rows.sort();
        rows
    }

    fn strings(&self, sql: &str) -> Vec<String> {
        let mut statement = self.store.prepare(sql).expect("the schema can be read");
        let rows = statement.query_map([], |row| row.get(0)).expect("the schema can be read");
        rows.collect::<Result<_, _>>().expect("names are texts")
    }
}

impl Side {
    /// Makes an administrator of an organization, who makes one object of each kind.
    pub(super) fn furnish(world: &World, (organization, name): (Id, &str), prefix: &str) -> Self {
        let target = format!("/roster/v1/organizations/{}/administrators", organization.to_base32());
        let administrator = post(world, ADMIN_KEY, &target, &json!({"username": format!("{prefix}.admin")}));
        let key = text(&administrator["key"]);
        let mut side = Self { organization, key, names: Names::new() };
        side.name("organization", organization);
        side.names.insert("organization.name".to_owned(), name.to_owned());
        side.make_objects(world, prefix);
        side
    }

    /// Makes one object of each kind, and forgets those before.
    pub(super) fn make_objects(&mut self, world: &World, prefix: &str) {
        let key = self.key.clone();
        let made = |target: &str, body: Value| post(world, &key, target, &body);
        let [person, service] = [format!("{prefix}-person"), format!("{prefix}-robot")];
        let email = format!("{person}@example.org");
        let body = json!({"username": person, "email": email, "firstName": "", "lastName": "", "displayName": ""});
        self.name("person", id(&made("/api/org/v1/users", body)["id"]));
        let own_key = made(&format!("/roster/v1/users/{person}/keys"), json!({"description": "key"}));
        self.name("key", id(&own_key["id"]));
        let robot = made("/api/org/v1/service-accounts", json!({"username": service, "description": ""}));
        let keys = format!("/api/org/v1/service-accounts/{}/keys", text(&robot["id"]));
        self.name("service", id(&robot["id"]));
        self.name("service_key", id(&made(&keys, json!({}))["id"]));
        self.name("admin_key", id(&made("/api/v1/users/auth/keys", json!({"description": "own"}))["id"]));
        let [group, role, schema] = ["crew", "role", "schema"].map(|noun| format!("{prefix}-{noun}"));
        self.name("role", id(&made("/api/v2/role", json!({"name": role}))["response"]["id"]));
        let body = json!({"name": group, "roleIDs": [self.names["role.uuid"]]});
        self.name("group", id(&made("/api/v2/usergroup", body)["response"]["id"]));
        made(&format!("/api/v2/usergroup/{}/addUsers", self.names["group.uuid"]), json!([email]));
        let body = json!({"name": schema, "schema": "true"});
        self.name("schema", id(&made("/v1beta1/meta/schemas", body)["metaschema"]["id"]));
        for (kind, name) in
            [("person", person), ("service", service), ("group", group), ("role", role), ("schema", schema)]
        {
            self.names.insert(format!("{kind}.name"), name);
        }
        self.names.insert("person.email".to_owned(), email);
    }

    fn name(&mut self, kind: &str, id: Id) {
        self.names.insert(format!("{kind}.id"), id.to_base32());
        self.names.insert(format!("{kind}.uuid"), id.to_uuid());
    }
}

/// Well-formed names of nothing, each as long as the victim's.
pub(super) fn absent(victim: &Side) -> Names {
    let mut names = Names::new();
    let kinds = ["organization", "person", "key", "service", "service_key", "admin_key", "role", "group", "schema"];
    for (number, kind) in (0..).zip(kinds) {
        let id = Id::new(1_600_000_000_000 + number, [9; 6]);
        names.insert(format!("{kind}.id"), id.to_base32());
        names.insert(format!("{kind}.uuid"), id.to_uuid());
    }
    for (form, name) in &victim.names {
        let absent = name.replace("vera", "nora").replace(PLATFORM, "nowhere").replace("analyti", "nowhere");
        names.entry(form.clone()).or_insert(absent);
    }
    names
}

fn moment(number: u64) -> DateTime<Utc> {
    let seconds = i64::try_from(number).expect("there are not so many");
    let beginning = DateTime::from_timestamp_millis(BEGINNING_MS).expect("it is a time");
    beginning + TimeDelta::seconds(seconds)
}

fn post(world: &World, key: &str, target: &str, body: &Value) -> Value {
    let answer = world.send(&Request::new("POST", target).bearer(key).json(body));
    assert!((200..300).contains(&answer.status), "{target}: {} {}", answer.status, answer.text());
    answer.json()
}

fn get(world: &World, key: &str, target: &str) -> Value {
    let answer = world.send(&Request::new("GET", target).bearer(key));
    assert_eq!(answer.status, 200, "{target}: {}", answer.text());
    answer.json()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

fn id(value: &Value) -> Id {
    Id::parse(&text(value)).expect("an id")
}
