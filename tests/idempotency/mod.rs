//! `Idempotency-Key`: through every operation that declares it, a request that comes again is answered as the first time and
//! does nothing. The operations come from the contract; what to send them is in `rows.rs`.

mod rows;
mod served;

use std::collections::BTreeSet;

use chrono::TimeDelta;
use data_encoding::HEXLOWER;
use serde_json::{Value, json};

use crate::support::http::{Answer, Request};
use crate::support::in_process::World;
use crate::support::server::ADMIN_KEY;
use rows::{ROWS, Row};

/// How the header is called.
const HEADER: &str = "Idempotency-Key";

/// A world with what the rows need: two administrators who are not built in, somebody to make keys for, an organization.
struct Scene {
    world: World,
    administrators: [String; 2],
    service_account: String,
    organization: String,
}

impl Scene {
    fn open() -> Self {
        let world = World::open();
        let administrators = ["first", "second"].map(|name| {
            let body = json!({"user_name": name, "security": {"roles": ["ece_platform_admin"]}});
            as_admin(&world, "/api/v1/users", &body);
            text(&as_admin(&world, &format!("/roster/v1/users/{name}/keys"), &json!({"description": "test"}))["key"])
        });
        let account = json!({"username": "robot", "description": ""});
        let service_account = text(&as_admin(&world, "/api/org/v1/service-accounts", &account)["id"]);
        let made = as_admin(&world, "/api/admin/v1/organizations", &json!({"name": "elsewhere"}));
        Self { administrators, service_account, organization: text(&made["id"]), world }
    }

    /// The request of a row, by one of the administrators, about something with this number.
    fn request(&self, row: &Row, administrator: usize, number: u32) -> Request {
        let target = row.target.replace("{service_account}", &self.service_account);
        let target = target.replace("{organization}", &self.organization);
        let body = row.body.replace("{unique}", &format!("{number:03}"));
        let request = Request::new("POST", &target).bearer(&self.administrators[administrator]);
        request.header("Content-Type", "application/json").body(body)
    }

    /// One that fails, since what it is about is there already, or has passed.
    fn failing(&self, row: &Row, number: u32) -> Request {
        match row.failing {
            Some(body) => self.request(&Row { body, ..*row }, 0, number),
            None => self.request(row, 0, number),
        }
    }

    /// How many changes there were in all organizations.
    fn changes(&self) -> usize {
        self.world.read(|txn| {
            let organizations = txn.audited_organizations()?;
            organizations.into_iter().map(|organization| Ok(txn.scan_audit(organization, 0, 10_000)?.len())).sum()
        })
    }
}

fn as_admin(world: &World, target: &str, body: &Value) -> Value {
    let answer = world.send(&Request::new("POST", target).bearer(ADMIN_KEY).json(body));
    assert!((200..300).contains(&answer.status), "{target}: {}", answer.text());
    answer.json()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("not a text: {value}")).to_owned()
}

/// All that a client sees, but for what names this one answer.
fn seen(answer: &Answer) -> (u16, Vec<(String, String)>, Vec<u8>) {
    let of_this_one = ["date", "x-request-id"];
    let mut headers = answer.headers.clone();
    headers.retain(|(name, _)| !of_this_one.contains(&name.to_ascii_lowercase().as_str()));
    headers.sort();
    (answer.status, headers, answer.body.clone())
}

fn document() -> Value {
    serde_json::from_str(include_str!("../../generated/openapi.json")).expect("the contract is JSON")
}

/// The operations of the contract, each with its path and method.
fn operations(document: &Value) -> impl Iterator<Item = (&str, &str, &Value)> {
    let items = document["paths"].as_object().into_iter().flatten();
    items.flat_map(|(path, item)| {
        let methods = item.as_object().into_iter().flatten();
        methods
            .filter(|(_, operation)| operation["operationId"].is_string())
            .map(move |(method, operation)| (path.as_str(), method.as_str(), operation))
    })
}

fn declares(operation: &Value) -> bool {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    parameters.into_iter().any(|parameter| parameter["$ref"] == "#/components/parameters/IdempotencyKey")
}

#[test]
fn what_creates_declares_the_header_and_nothing_else_does() {
    let document = document();
    for (path, method, operation) in operations(&document) {
        let action = operation["x-action"].as_str().unwrap_or_default();
        let creates = method == "post" && (action.ends_with(":create") || action.ends_with(":create-self"))
            || operation["responses"]["201"].is_object()
            || operation["operationId"] == "FrontierService_CreateMetaSchema";
        assert_eq!(declares(operation), creates, "{method} {path}");
        assert_eq!(operation["responses"]["422"].is_object(), creates, "{method} {path}");
    }
}

#[test]
fn every_operation_that_declares_the_header_has_its_row() {
    let document = document();
    let declared: BTreeSet<&str> = operations(&document)
        .filter(|(_, _, operation)| declares(operation))
        .filter_map(|(_, _, operation)| operation["operationId"].as_str())
        .collect();
    let rows: BTreeSet<&str> = ROWS.iter().map(|row| row.operation).collect();
    assert_eq!(rows, declared);
}

#[test]
fn what_comes_again_is_answered_as_before_and_does_nothing() {
    let scene = Scene::open();
    for row in ROWS {
        let request = scene.request(row, 0, 1).header(HEADER, row.operation);
        let first = scene.world.send(&request);
        assert!((200..300).contains(&first.status), "{}: {}", row.operation, first.text());
        let changes = scene.changes();
        for _ in 0..2 {
            assert_eq!(seen(&scene.world.send(&request)), seen(&first), "{}", row.operation);
        }
        assert_eq!(scene.changes(), changes, "{}", row.operation);
    }
}

#[test]
fn the_name_of_another_request_is_refused_and_nothing_is_done() {
    let scene = Scene::open();
    for row in ROWS {
        let named = |request: Request| scene.world.send(&request.header(HEADER, row.operation));
        assert!((200..300).contains(&named(scene.request(row, 0, 1)).status), "{}", row.operation);
        let changes = scene.changes();
        let elsewhere = Row { target: &format!("{}?other", row.target), ..*row };
        for other in [scene.request(row, 0, 2), scene.request(&elsewhere, 0, 1)] {
            let refused = named(other);
            assert_eq!(refused.status, 422, "{}: {}", row.operation, refused.text());
            assert!(refused.text().contains("dempotency key was sent with another request"), "{}", refused.text());
        }
        assert_eq!(scene.changes(), changes, "{}", row.operation);
    }
}

#[test]
fn the_names_of_one_caller_are_not_those_of_another() {
    let scene = Scene::open();
    for row in ROWS {
        for (administrator, number) in [(0, 1), (1, 2)] {
            let changes = scene.changes();
            let request = scene.request(row, administrator, number).header(HEADER, row.operation);
            let answer = scene.world.send(&request);
            assert!((200..300).contains(&answer.status), "{}: {}", row.operation, answer.text());
            assert!(scene.changes() > changes, "{}", row.operation);
        }
    }
}

#[test]
fn a_caller_has_one_name_for_all_operations() {
    let scene = Scene::open();
    let statuses = ROWS.iter().map(|row| scene.world.send(&scene.request(row, 0, 1).header(HEADER, "n")).status);
    let statuses: Vec<u16> = statuses.collect();
    assert!(statuses[0] < 300 && statuses[1..].iter().all(|status| *status == 422), "{statuses:?}");
}

#[test]
fn what_failed_can_be_tried_again() {
    let scene = Scene::open();
    for row in ROWS {
        assert!(scene.world.send(&scene.request(row, 0, 1)).status < 300, "{}", row.operation);
        let changes = scene.changes();
        let refused = scene.world.send(&scene.failing(row, 1).header(HEADER, row.operation));
        assert!((400..422).contains(&refused.status), "{}: {}", row.operation, refused.text());
        assert_eq!(scene.changes(), changes, "{}", row.operation);
        let done = scene.world.send(&scene.request(row, 0, 2).header(HEADER, row.operation));
        assert!((200..300).contains(&done.status), "{}: {}", row.operation, done.text());
    }
}

#[test]
fn what_is_no_name_is_refused() {
    let scene = Scene::open();
    let changes = scene.changes();
    for row in ROWS {
        for names in [vec![""], vec!["a b"], vec!["a"; 2], vec![&"n".repeat(256)]] {
            let mut request = scene.request(row, 0, 1);
            for name in &names {
                request = request.header(HEADER, name);
            }
            assert_eq!(scene.world.send(&request).status, 400, "{}: {names:?}", row.operation);
        }
    }
    assert_eq!(scene.changes(), changes);
    let longest = scene.request(&ROWS[0], 0, 1).header(HEADER, &"n".repeat(255));
    assert!(scene.world.send(&longest).status < 300);
}

#[test]
fn after_24_hours_a_name_is_free() {
    let scene = Scene::open();
    let row = ROWS.iter().find(|row| row.operation == "createUserKey").expect("it declares the header");
    let send = || scene.world.send(&scene.request(row, 0, 1).header(HEADER, "n"));
    let first = send();
    scene.world.go_on_from(scene.world.context().now() + TimeDelta::hours(23), 1 << 20);
    assert_eq!(seen(&send()), seen(&first));
    scene.world.go_on_from(scene.world.context().now() + TimeDelta::hours(1), 1 << 21);
    let second = send();
    assert_eq!(second.status, first.status);
    assert_ne!(second.json()["key"], first.json()["key"]);
    assert_eq!(seen(&send()), seen(&second));
}

#[test]
fn what_is_on_the_disk_tells_nothing_of_an_answer() {
    let scene = Scene::open();
    let name = "the-name-of-the-request";
    let mut secrets = vec![name.to_owned()];
    for row in ROWS {
        let answer = scene.world.send(&scene.request(row, 0, 1).header(HEADER, &format!("{name}-{}", row.operation)));
        secrets.extend(answer.json()["key"].as_str().map(str::to_owned));
    }
    assert!(secrets.len() > 3, "several operations answer a key");
    for entry in std::fs::read_dir(scene.world.data_dir()).expect("the directory is there") {
        let path = entry.expect("it can be listed").path();
        let bytes = std::fs::read(&path).expect("it can be read");
        for secret in &secrets {
            let is_there = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!is_there, "{} holds {secret}", path.display());
        }
    }
    let kept = sealed_answers(&scene.world);
    assert_eq!(kept.len(), ROWS.len());
    for sealed in kept {
        // Texts that every answer of some dialect has.
        for text in ["etag", "application/json", "no-store", "example.org", "rk_", "\"id\""] {
            let is_there = sealed.windows(text.len()).any(|window| window == text.as_bytes());
            assert!(!is_there, "{text} is in {}", HEXLOWER.encode(&sealed));
        }
    }
}

/// What is kept of answers, as it is on the disk.
fn sealed_answers(world: &World) -> Vec<Vec<u8>> {
    let database = rusqlite::Connection::open(world.data_dir().join("roster.db")).expect("the database is there");
    let mut statement = database.prepare("SELECT sealed FROM kept_answers").expect("the table is there");
    let rows = statement.query_map([], |row| row.get(0)).expect("it can be read");
    rows.collect::<rusqlite::Result<_>>().expect("blobs")
}
