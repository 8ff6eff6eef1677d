//! An import of an export is the same directory: exported again, it is the same bytes.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Map, Value, json};

use super::{done, roster};
use crate::support::http::Request;
use crate::support::in_process::World;
use crate::support::server::{ADMIN_KEY, TestServer};

/// Random directories that are exported and imported.
const DIRECTORIES: u32 = 24;
/// Texts that formats have trouble with.
const TEXTS: [&str; 14] = [
    "Ada",
    "",
    "\"",
    "\"Ada\"",
    "a,b;c",
    "line\nbreak",
    "cr\r\nlf",
    "=1+1",
    " padded ",
    "null",
    "[]",
    "\u{feff}mark",
    "\u{1F600}é",
    "\\",
];
const HASHES: [&str; 3] = [
    "$2b$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
    "$scrypt$ln=4,r=8,p=1$MDEyMzQ1Njc4OWFiY2RlZg$LYtM8Mh+uD5qDLQWvjcUOTNEVL2STXzMHwI4lieKYvI",
    "$argon2i$v=19$m=64,t=1,p=2$MDEyMzQ1Njc4OWFiY2RlZg$3XDDy8HoTxmilssYJXVKhPAarADyRigs/DODUNqw7aI",
];
const GROUPS: [&str; 3] = ["engineers", "a,\"b\";c", "Éclairs"];
const ROLES: [&str; 3] = ["ece_platform_viewer", "ece_deployment_viewer", "crew"];

fn text() -> impl Strategy<Value = Option<&'static str>> {
    proptest::option::of(proptest::sample::select(&TEXTS[..]))
}

fn time() -> impl Strategy<Value = Option<&'static str>> {
    proptest::option::of(proptest::sample::select(&["2001-02-03T04:05:06.789Z", "2020-01-01T00:00:00.000Z"][..]))
}

fn some_of(names: &'static [&'static str]) -> impl Strategy<Value = Vec<&'static str>> {
    proptest::sample::subsequence(names, 0..=names.len())
}

/// A row with everything that a row can have; its names are made unique by its number.
fn row() -> impl Strategy<Value = Value> {
    let texts = (text(), text(), text(), text(), text());
    let sets = (some_of(&["ingestion", "user_management"]), some_of(&ROLES), some_of(&GROUPS));
    let times = (time(), time(), time(), time());
    let others =
        (any::<bool>(), any::<bool>(), proptest::option::of(proptest::sample::select(&HASHES[..])), any::<bool>());
    let metadata = proptest::sample::select(vec![
        json!({}),
        json!({"a": 1.5, "b": [null, "x\ny"]}),
        json!({"z": 1, "a": {"=": "\""}}),
        json!({"n": 18446744073709551615_u64}),
    ]);
    (texts, sets, times, others, metadata).prop_map(|(texts, sets, times, others, metadata)| {
        let (is_service, is_disabled, hash, is_external) = others;
        let mut row = Map::new();
        let mut put = |name: &str, value: Option<Value>| value.map(|value| row.insert(name.to_owned(), value));
        put("kind", is_service.then(|| json!("service")));
        put("firstName", texts.0.map(Into::into));
        put("lastName", texts.1.map(Into::into));
        put("displayName", texts.2.map(Into::into));
        put("description", texts.3.map(Into::into));
        put("ssoId", texts.4.map(Into::into));
        put("status", is_disabled.then(|| json!("disabled")));
        put("realm", is_external.then(|| json!({"kind": "saml", "id": "idp, \"1\""})));
        put("permissions", Some(json!(sets.0)));
        put("roles", Some(json!(sets.1)));
        put("groups", Some(json!(sets.2)));
        put("metadata", Some(metadata));
        put("passwordHash", hash.map(Into::into));
        put("createdAt", times.0.map(Into::into));
        put("updatedAt", times.1.map(Into::into));
        put("firstLoginAt", times.2.map(Into::into));
        put("lastLoginAt", times.3.map(Into::into));
        row.into()
    })
}

/// Users of whom no two have a name in common.
fn users() -> impl Strategy<Value = Vec<Value>> {
    proptest::collection::vec(row(), 1..12).prop_map(|mut rows| {
        for (number, row) in rows.iter_mut().enumerate() {
            row["username"] = json!(format!("Üser \"{number}\""));
            if row["kind"] != "service" {
                row["email"] = json!(format!("u,{number}@example.org"));
            }
        }
        rows
    })
}

fn furnish(send: impl Fn(&Request) -> u16) {
    for group in GROUPS {
        let body = json!({"name": group, "roleIDs": []});
        assert_eq!(send(&Request::new("POST", "/api/v2/usergroup").bearer(ADMIN_KEY).json(&body)), 200);
    }
    let body = json!({"name": "crew", "permissions": ["ingestion"]});
    assert_eq!(send(&Request::new("POST", "/api/v2/role").bearer(ADMIN_KEY).json(&body)), 200);
}

fn world() -> World {
    let world = World::open();
    furnish(|request| world.send(request).status);
    world
}

fn import(world: &World, users: &[Value]) {
    let request = Request::new("POST", "/roster/v1/import").bearer(ADMIN_KEY).json(&json!({"users": users}));
    let answer = world.send(&request);
    assert_eq!(answer.json(), json!({"created": users.len(), "refused": []}));
}

fn export(world: &World) -> String {
    let answer = world.send(&Request::new("GET", "/roster/v1/export?passwordHashes=true").bearer(ADMIN_KEY));
    assert_eq!(answer.status, 200);
    answer.text().to_owned()
}

#[test]
fn what_is_exported_and_imported_is_the_same_directory() {
    let mut runner = TestRunner::new(Config { cases: DIRECTORIES, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&users(), |users| {
        let (first, second) = (world(), world());
        import(&first, &users);
        let exported = export(&first);
        let lines: Vec<Value> = exported.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        // In whatever order it is imported.
        import(&second, &lines.iter().rev().cloned().collect::<Vec<_>>());
        prop_assert_eq!(export(&second), exported);
        for (line, row) in lines.iter().zip(&users) {
            for (name, value) in row.as_object().expect("a row") {
                let is_default = [json!([]), json!({})].contains(value);
                let shown = line.get(name);
                prop_assert!(
                    is_default && shown.is_none() || shown.is_some_and(|shown| sorted(shown) == sorted(value)),
                    "{} {}",
                    name,
                    line
                );
            }
        }
        Ok(())
    });
    outcome.expect("a round trip changes nothing");
}

/// A list of names as a set of them.
fn sorted(value: &Value) -> Value {
    let Some(items) = value.as_array().filter(|items| items.iter().all(Value::is_string)) else { return value.clone() };
    let mut names: Vec<String> = items.iter().map(ToString::to_string).collect();
    names.sort();
    json!(names)
}

#[test]
fn the_commands_keep_everything_in_both_formats() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let mut before: Option<String> = None;
    let mut file = directory.path().join("users.jsonl");
    let lines = TEXTS.iter().enumerate().map(|(number, text)| {
        let user = json!({
            "username": format!("u{number}"), "displayName": text, "firstName": text, "groups": GROUPS, "roles": ["crew"],
            "metadata": {"text": text}, "realm": {"kind": "ldap", "id": text}, "createdAt": "2020-01-01T00:00:00Z",
            "passwordHash": HASHES[number % HASHES.len()],
        });
        user.to_string() + "\n"
    });
    std::fs::write(&file, lines.collect::<String>()).expect("a file can be written");
    for format in ["jsonl", "csv", "jsonl"] {
        let server = TestServer::start();
        furnish(|request| request.send(server.address()).status);
        let printed = done(&roster(&server, &["import"], &file));
        assert_eq!(printed, format!("{} made, 0 refused", TEXTS.len()));
        assert!(!directory.path().join("users.jsonl.journal").exists(), "a finished import leaves nothing");
        let exported =
            Request::new("GET", "/roster/v1/export?passwordHashes=true").bearer(ADMIN_KEY).send(server.address());
        let exported = exported.text().to_owned();
        if let Some(before) = before.replace(exported.clone()) {
            assert_eq!(exported, before, "as {format}");
        }
        file = directory.path().join(format!("export-{format}.{format}"));
        done(&roster(&server, &["export", "--with-password-hashes"], &file));
    }
}
