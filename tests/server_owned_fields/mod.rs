//! Mass assignment: every member that the server owns, put into every object of every body that an operation reads, in each
//! dialect. It is refused or ignored; what is stored is what the same request without it stores.
//! The members come from the contract, so that a new one is tried without anybody listing it.

mod fields;
mod samples;

use std::collections::{BTreeMap, BTreeSet};

use roster::config::Flags;
use roster::limits::PASSWORD_HASH_MEMORY_KIB_MIN;
use serde_json::{Value, json};

use crate::support::http::{Answer, Request};
use crate::support::server::{ADMIN_KEY, TestServer};
use fields::{HOSTILE_PASSWORD, Intruder, intruders, schema_of_request, shows_hostile};
use samples::{ALL, Sample, USER};

const PASSWORD: &str = "a quiet lighthouse keeps time";
const FORM: &str = "application/x-www-form-urlencoded";
/// Fewer tries than this for an operation mean that the contract was not read.
const TRIES_MIN: usize = 40;

#[test]
fn lakesail() {
    try_all(samples::LAKESAIL);
}

#[test]
fn elastic() {
    try_all(samples::ELASTIC);
}

#[test]
fn frontier() {
    try_all(samples::FRONTIER);
}

#[test]
fn wavefront() {
    try_all(samples::WAVEFRONT);
}

#[test]
fn roster() {
    try_all(samples::ROSTER);
}

fn contract() -> Value {
    serde_json::from_str(include_str!("../../generated/openapi.json")).expect("it is JSON")
}

/// Each operation of the contract with its method.
fn operations(document: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let paths = document["paths"].as_object().into_iter().flatten();
    let operations = paths.flat_map(|(_, path)| path.as_object().into_iter().flatten());
    operations.filter(|(_, operation)| operation["operationId"].is_string()).map(|(method, it)| (method.as_str(), it))
}

#[test]
fn every_operation_that_reads_an_object_has_a_sample() {
    let document = contract();
    let reads_objects = operations(&document).filter(|(_, operation)| {
        let schema = schema_of_request(operation, &document);
        let items = &schema["items"];
        schema["type"] == "object"
            || items["type"] == "object"
            || items["$ref"].as_str().is_some_and(|name| {
                document.pointer(&format!("{}/type", name.trim_start_matches('#'))) == Some(&json!("object"))
            })
    });
    let wanted: BTreeSet<&str> = reads_objects.filter_map(|(_, operation)| operation["operationId"].as_str()).collect();
    let there: BTreeSet<&str> = ALL.iter().flat_map(|of| of.iter()).map(|sample| sample.operation).collect();
    assert_eq!(there, wanted);
}

/// A server with everything that the samples name.
struct Fixture {
    server: TestServer,
    own_key: String,
    ids: Vec<(&'static str, String)>,
    before: Vec<Value>,
}

impl Fixture {
    fn new() -> Self {
        let server = TestServer::start_with(Flags {
            password_hash_memory_kib: Some(PASSWORD_HASH_MEMORY_KIB_MIN),
            password_hash_passes: Some(1),
            ..Flags::default()
        });
        let mut fixture = Self { server, own_key: String::new(), ids: Vec::new(), before: Vec::new() };
        let person = |name: &str| {
            json!({
                "username": name, "email": format!("{name}@example.org"), "firstName": "", "lastName": "", "displayName": "",
            })
        };
        let mut ids = vec![("{password}", PASSWORD.to_owned())];
        ids.push(("{user}", fixture.make("/api/org/v1/users", &person("augusta"), "/id")));
        fixture.make("/api/org/v1/users", &person("bob"), "/id");
        for (mark, target, id) in [
            ("{user_uuid}", "/v1beta1/users/augusta", "/user/id"),
            ("{bob_uuid}", "/v1beta1/users/bob", "/user/id"),
            ("{schema}", "/v1beta1/meta/schemas/user", "/metaschema/id"),
        ] {
            let shown = fixture.get(target).json();
            ids.push((mark, shown.pointer(id).and_then(Value::as_str).expect("an id is text").to_owned()));
        }
        let robot = json!({"username": "robot", "description": "D"});
        let robot = fixture.make("/api/org/v1/service-accounts", &robot, "/id");
        let keys = format!("/api/org/v1/service-accounts/{robot}/keys");
        ids.push(("{service_key}", fixture.make(&keys, &json!({}), "/id")));
        ids.push(("{service}", robot));
        ids.push(("{group}", fixture.make("/api/v2/usergroup", &json!({"name": "crew"}), "/response/id")));
        ids.push(("{role}", fixture.make("/api/v2/role", &json!({"name": "crew"}), "/response/id")));
        let tenant = json!({"name": "analytics"});
        ids.push(("{organization}", fixture.make("/api/admin/v1/organizations", &tenant, "/id")));
        let set = json!({"security": {"password": PASSWORD}});
        fixture.answer("PATCH", "/api/v1/users/augusta", ADMIN_KEY, &set);
        fixture.own_key = fixture.make("/roster/v1/users/augusta/keys", &json!({"description": "own"}), "/key");
        fixture.ids = ids;
        fixture.before = fixture.bystanders();
        fixture
    }

    fn make(&self, target: &str, body: &Value, id: &str) -> String {
        let answer = self.answer("POST", target, ADMIN_KEY, body);
        assert!(answer.status < 300, "POST {target}: {}", answer.text());
        answer.json().pointer(id).and_then(Value::as_str).expect("an id is text").to_owned()
    }

    fn answer(&self, method: &str, target: &str, key: &str, body: &Value) -> Answer {
        Request::new(method, target).bearer(key).json(body).send(self.server.address())
    }

    fn get(&self, target: &str) -> Answer {
        Request::new("GET", target).bearer(ADMIN_KEY).send(self.server.address())
    }

    /// Puts in what the names of a sample stand for.
    fn fill(&self, text: &str, name: &str) -> String {
        let known = self.ids.iter().fold(text.to_owned(), |text, (mark, value)| text.replace(mark, value));
        known.replace("{N}", &name.to_ascii_uppercase()).replace("{n}", name)
    }

    /// Those whom no sample names.
    fn bystanders(&self) -> Vec<Value> {
        let shown =
            ["/api/v1/users/admin", "/api/v1/users/readonly", "/api/org/v1/me"].map(|target| self.get(target).json());
        shown.to_vec()
    }
}

/// What a request did: the status class, the answer, and what the views show.
#[derive(Debug, PartialEq)]
struct Outcome {
    is_refused: bool,
    answer: Value,
    views: BTreeMap<&'static str, Value>,
}

impl Outcome {
    /// Whether this has had the effect of `expected` and no other, as far as was looked.
    fn is_as(&self, expected: &Self, creates: bool) -> bool {
        let shows_the_same = self.views.iter().all(|(view, shown)| expected.views.get(view) == Some(shown));
        match self.is_refused {
            // Nothing is there where something would have been created.
            true => creates || shows_the_same,
            false => self.answer == expected.answer && shows_the_same,
        }
    }
}

/// One operation that is tried.
struct Trial<'a> {
    fixture: &'a Fixture,
    sample: &'a Sample,
    method: String,
    media_type: String,
}

impl Trial<'_> {
    /// Sends the sample with or without an intruder and looks at the effect.
    fn run(&self, number: usize, intruder: Option<&Intruder>) -> Outcome {
        let name = format!("kq{number:05}");
        let mut body: Value =
            serde_json::from_str(&self.fixture.fill(self.sample.body, &name)).expect("a sample is JSON");
        let mut case = format!("{} alone", self.sample.operation);
        if let Some(Intruder { at, name, value }) = intruder {
            body.pointer_mut(at).expect("it was found there")[name] = value.clone();
            case = format!("{} with {at}/{name} = {value}", self.sample.operation);
        }
        let target = self.fixture.fill(self.sample.target, &name);
        let key = if self.sample.own { &self.fixture.own_key } else { ADMIN_KEY };
        let request = Request::new(&self.method, &target).bearer(key).header("Content-Type", &self.media_type);
        let content = if self.media_type == FORM { form(&body) } else { body.to_string() };
        let answer = request.body(content).send(self.fixture.server.address());
        assert!(answer.status < 500, "{case}: {}", answer.text());
        let is_refused = answer.status >= 400;
        assert!(!is_refused || intruder.is_some(), "{case}: {}", answer.text());
        let location = answer.header("location").unwrap_or_default();
        assert!(is_refused || !shows_hostile(answer.text()) && !shows_hostile(location), "{case}: {answer:?}");

        let shown = if answer.body.is_empty() { Value::Null } else { answer.json() };
        let id = id_in(&shown).to_owned();
        // Each view costs a request: one at a time, by turns, and all of them before and after.
        let views = self.sample.views;
        let turn = number % views.len();
        let wanted = if intruder.is_some() { &views[turn..=turn] } else { views };
        let views = self.views(wanted, &name, &shown, is_refused, &case);
        if let (Some(undo), false) = (self.sample.undo, is_refused) {
            let undone = self.fixture.answer("DELETE", &undo.replace("{id}", &id), ADMIN_KEY, &Value::Null);
            assert!(undone.status < 300, "{case}: {}", undone.text());
        }
        Outcome { is_refused, answer: forget(shown, &name), views }
    }

    /// Whether it makes something new each time.
    fn creates(&self) -> bool {
        self.sample.views.iter().any(|view| view.contains("{id}") || view.contains("{n}"))
    }

    /// What these views show; nothing of what was to be created and was refused.
    fn views(
        &self,
        wanted: &[&'static str],
        name: &str,
        answer: &Value,
        is_refused: bool,
        case: &str,
    ) -> BTreeMap<&'static str, Value> {
        let mut views = BTreeMap::new();
        for template in wanted {
            if template.contains("{id}") && is_refused {
                continue;
            }
            let view = self.fixture.fill(template, name).replace("{id}", id_in(answer));
            let shown = self.fixture.get(&view);
            if self.creates() && is_refused && view.contains(name) {
                assert_eq!(shown.status, 404, "{case} was refused, and {view} shows {}", shown.text());
                continue;
            }
            assert_eq!(shown.status, 200, "{case}: {view}: {}", shown.text());
            assert!(!shows_hostile(shown.text()), "{case}: {view}: {}", shown.text());
            views.insert(*template, forget(shown.json(), name));
        }
        views
    }
}

/// The id of what an answer is about.
fn id_in(answer: &Value) -> &str {
    let places = ["/id", "/user/id", "/group/id", "/metaschema/id", "/response/id"];
    places.iter().find_map(|place| answer.pointer(place)?.as_str()).unwrap_or_default()
}

fn form(body: &Value) -> String {
    let pairs = body.as_object().into_iter().flatten().map(|(name, value)| {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        format!("{name}={}", percent_encoding::utf8_percent_encode(&text, percent_encoding::NON_ALPHANUMERIC))
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// Leaves out what is never the same twice: names, ids, times, secrets.
fn forget(value: Value, name: &str) -> Value {
    match value {
        Value::Object(members) => members.into_iter().map(|(key, value)| (key, forget(value, name))).collect(),
        Value::Array(items) => items.into_iter().map(|item| forget(item, name)).collect(),
        Value::String(text) => {
            let is_time = text.len() == 24 && text.ends_with('Z') && text.starts_with("20");
            let is_base32 =
                text.len() == 20 && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
            let is_uuid = text.len() == 36 && text.matches('-').count() == 4;
            let is_secret = ["rk_", "rs_"].iter().any(|mark| text.starts_with(mark));
            if is_time || is_base32 || is_uuid || is_secret { json!("*") } else { json!(text.replace(name, "N")) }
        }
        Value::Number(number) if number.as_i64().is_some_and(|number| number > 1_000_000_000_000) => json!("*"),
        other => other,
    }
}

fn try_all(samples: &[Sample]) {
    let document = contract();
    let fixture = Fixture::new();
    let mut number = 0;
    let mut failures = Vec::new();
    for sample in samples {
        let (method, operation) = operations(&document)
            .find(|(_, operation)| operation["operationId"] == sample.operation)
            .unwrap_or_else(|| panic!("{} is not in the contract", sample.operation));
        let body = fixture.fill(sample.body, "n");
        let body = serde_json::from_str(&body).unwrap_or_else(|error| panic!("{body}: {error}"));
        let is_form = operation["requestBody"]["content"][FORM].is_object();
        let media_type = if is_form { FORM } else { "application/json" };
        let trial = Trial { fixture: &fixture, sample, method: method.to_uppercase(), media_type: media_type.into() };
        let creates = trial.creates();
        let mut next = |intruder: Option<&Intruder>| {
            number += 1;
            trial.run(number, intruder)
        };
        // What the request changes has been changed before the comparison begins.
        next(None);
        let mut expected = next(None);
        let found = intruders(operation, &document, &body);
        assert!(found.len() >= TRIES_MIN, "{}: only {} members", sample.operation, found.len());
        for intruder in &found {
            let outcome = next(Some(intruder));
            if !outcome.is_as(&expected, creates) {
                let Intruder { at, name, value } = intruder;
                failures.push(format!("{}: {at}/{name} = {value}\n  {expected:?}\n  {outcome:?}", sample.operation));
                next(None);
                expected = next(None);
            }
        }
        let after = next(None);
        assert!(after.is_as(&expected, false), "{}: {expected:?}, and afterwards {after:?}", sample.operation);
        assert_eq!(fixture.bystanders(), fixture.before, "{} changed somebody else", sample.operation);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert_nobody_got_the_password(&fixture);
}

/// A password that came as an intruder opens nothing.
fn assert_nobody_got_the_password(fixture: &Fixture) {
    for username in ["augusta", "bob", "admin", "kq00003"] {
        let login = json!({"username": username, "password": HOSTILE_PASSWORD});
        let answer = fixture.answer("POST", "/api/v1/users/auth/_login", ADMIN_KEY, &login);
        assert_eq!(answer.status, 401, "{username}: {}", answer.text());
    }
    let augusta = fixture.get(&fixture.fill(USER[0], ""));
    assert_eq!(augusta.status, 200, "{}", augusta.text());
}
