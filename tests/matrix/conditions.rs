//! Conditional requests: every operation that declares `If-Match`, with every kind of condition, on an object of its kind. What
//! is not met changes nothing at all, and what was refused anyway is refused as without it.

use std::collections::BTreeSet;

use roster::generated;
use serde_json::Value;
use specgen_runtime::Operation;

use super::actors::Actor;
use super::rows::{Noun, ROWS, Row, Variant};
use super::targets::{self, Maker, Names};
use super::{request, start};
use crate::support::http::{Answer, Request};

/// A tag that looks like one of ours and is nobody's.
const FOREIGN: &str = "\"0123456789abcdef01234567\"";
/// What somebody's password becomes.
const NEW_PASSWORD: &str = "a slow green turtle swims";
/// What is no list of tags.
const MALFORMED: [&str; 5] = ["", "now", "\"open", "*, \"a\"", "W/*"];
/// Who asks: somebody who may do all of it, to the own account too.
const ASKING: Actor = Actor::PlatformAdmin;

/// The operations of the contract that take `If-Match`.
fn conditional() -> BTreeSet<String> {
    let contract: Value = serde_json::from_str(include_str!("../../generated/openapi.json")).expect("it is JSON");
    let paths = contract["paths"].as_object().into_iter().flatten();
    let operations = paths.flat_map(|(_, path)| path.as_object().into_iter().flatten().map(|(_, operation)| operation));
    let takes = |operation: &&Value| {
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        parameters.filter_map(|parameter| parameter["$ref"].as_str()).any(|name| name.ends_with("/IfMatch"))
    };
    operations.filter(takes).filter_map(|operation| operation["operationId"].as_str().map(str::to_owned)).collect()
}

/// One operation, asked for again and again.
struct Walk<'a> {
    server: std::net::SocketAddr,
    maker: &'a Maker<'a>,
    store: &'a rusqlite::Connection,
    key: &'a str,
    operation: &'a Operation,
    row: &'a Row,
    own: Names,
    spare_keys: std::cell::RefCell<Vec<String>>,
}

impl Walk<'_> {
    /// Something new that it can be done to.
    fn object(&self) -> Names {
        let mut names = self.maker.make(self.row.noun, Variant::Other);
        if self.row.noun == Noun::Oneself || self.row.only_own {
            names.extend(self.own.clone());
            names.insert("key", self.spare_keys.borrow_mut().pop().expect("there are keys enough"));
        }
        if self.row.only_own {
            names.insert("password", self.new_password(&names["id"]));
        }
        names.insert("unique", self.maker.unique());
        names
    }

    /// A password of the one who asks, which is known.
    fn new_password(&self, id: &str) -> String {
        let reset = Request::new("POST", &format!("/api/org/v1/users/{id}/password/reset"));
        let answer = reset.bearer(self.key).send(self.server);
        answer.json()["password"].as_str().unwrap_or_else(|| panic!("{}", answer.text())).to_owned()
    }

    fn send(&self, names: &Names, key: &str, condition: Option<&str>) -> Answer {
        let request = match names.get("password") {
            Some(password) => {
                let body = serde_json::json!({"currentPassword": password, "newPassword": NEW_PASSWORD});
                let target = targets::fill("/api/org/v1/users/{id}/password", names);
                Request::new("POST", &target).bearer(key).json(&body)
            }
            None => request(self.operation, self.row, names, Some(key)),
        };
        condition.map_or(request.clone(), |condition| request.header("If-Match", condition)).send(self.server)
    }

    /// The state that the object is in, as the door with the shortest path to it says.
    fn tag(&self, names: &Names) -> Option<String> {
        let is_key = self.operation.path.ends_with("/{key}") || self.operation.path.ends_with("/{api_key_id}");
        let answer = if is_key {
            let shown = generated::server::operations()
                .find(|other| other.path == self.operation.path && other.method == "GET")
                .expect("a key can be read where it can be deleted");
            request(shown, self.row, names, Some(self.key)).header("Accept", "*/*").send(self.server)
        } else {
            let target = match self.row.noun {
                Noun::Person | Noun::Oneself => "/api/v1/users/{username}",
                Noun::Service => "/api/org/v1/service-accounts/{id}",
                Noun::Group => "/api/v2/usergroup/{group}",
                Noun::Role => "/api/v2/role/{role}",
                Noun::Tenant => "/api/admin/v1/organizations/{tenant}",
                Noun::Metaschema => "/v1beta1/meta/schemas/{schema}",
                other => panic!("{}: where is the tag of {other:?}?", self.operation.id),
            };
            Request::new("GET", &targets::fill(target, names)).bearer(self.key).send(self.server)
        };
        (answer.status == 200).then(|| answer.header("etag").expect("one object has a tag").to_owned())
    }

    /// Asks for it under a condition, and complains if the status differs or something was written that should not be.
    fn expect(&self, names: &Names, condition: &str, statuses: std::ops::RangeInclusive<u16>) -> Answer {
        let before = self.version();
        let answer = self.send(names, self.key, Some(condition));
        let said = format!("{} if {condition}: {} {}", self.operation.id, answer.status, answer.text());
        assert!(statuses.contains(&answer.status), "{said}");
        assert!(*statuses.start() < 300 || before == self.version(), "{said}: something was written");
        answer
    }

    fn version(&self) -> i64 {
        self.store.query_row("PRAGMA data_version", [], |row| row.get(0)).expect("the store can be read")
    }

    fn run(&self) {
        let mut names = self.object();
        let tag = self.tag(&names).expect("it is there");
        for malformed in MALFORMED {
            self.expect(&names, malformed, 400..=400);
        }
        for stale in [FOREIGN.to_owned(), "\"\"".to_owned(), format!("W/{tag}"), format!("{FOREIGN}, W/{tag} ,")] {
            let answer = self.expect(&names, &stale, 412..=412);
            check_shape(self.operation.module, &answer);
            assert_eq!(self.tag(&names).as_ref(), Some(&tag), "{}", self.operation.id);
        }
        self.expect(&names, &format!("{FOREIGN}, {tag}"), 200..=299);
        names.entry("password").and_modify(|password| NEW_PASSWORD.clone_into(password));
        match self.tag(&names) {
            // What it would change is changed already, and yet.
            Some(now) if now != tag => drop(self.expect(&names, &tag, 412..=412)),
            Some(_) => {}
            None => drop(self.expect(&names, "*", 404..=404)),
        }
        let names = self.object();
        self.expect(&names, "*", 200..=299);
        self.check_refused();
    }

    /// What is refused or not found without a condition is so with one, whatever it says.
    fn check_refused(&self) {
        let mut absent = self.maker.absent();
        absent.insert("unique", self.maker.unique());
        if !matches!(self.row.noun, Noun::Oneself) && !self.row.only_own {
            for condition in ["*", FOREIGN] {
                let answer = self.send(&absent, self.key, Some(condition));
                assert_eq!(answer.status, 404, "{} of nothing: {}", self.operation.id, answer.text());
            }
        }
        let names = self.object();
        for key in ["", crate::support::server::READONLY_KEY] {
            let without = self.send(&names, key, None);
            let with = self.send(&names, key, Some(FOREIGN));
            assert!((400..=404).contains(&without.status), "{}: {}", self.operation.id, without.status);
            assert_eq!(with.status, without.status, "{} by one who may not", self.operation.id);
        }
    }
}

/// The dialect's own shape of 412.
fn check_shape(module: &str, answer: &Answer) {
    let body = answer.json();
    let is_own = match module {
        "lakesail" => body["message"].is_string(),
        "elastic" => {
            let code = answer.header("x-cloud-error-codes");
            code == Some("root.precondition_failed") && body["errors"][0]["code"] == code.unwrap_or_default()
        }
        "frontier" => body["code"] == 9,
        "wavefront" => body["status"]["code"] == 412,
        _ => false,
    };
    assert!(is_own, "{module}: {body}");
}

#[test]
fn whatever_declares_if_match_is_done_only_in_a_state_that_it_names() {
    let (server, populated, store) = start();
    let maker = Maker::new(server.address(), &populated);
    let account = populated.account(ASKING);
    let mut own = Names::new();
    targets::name_user(&mut own, account.id, &account.username, &account.identifier);
    let wanted = conditional();
    assert!(wanted.len() >= 40, "the contract was not read: {wanted:?}");
    for id in &wanted {
        let operation = generated::server::operations().find(|operation| operation.id == id).expect("it is served");
        let row = ROWS.iter().find(|row| row.operation == id).expect("every operation has a row");
        let walk = Walk {
            server: server.address(),
            maker: &maker,
            store: &store,
            key: account.key.as_deref().expect("it has a key"),
            operation,
            row,
            own: own.clone(),
            spare_keys: account.spare_keys.iter().rev().map(|key| key.to_base32()).collect::<Vec<_>>().into(),
        };
        walk.run();
    }
}
