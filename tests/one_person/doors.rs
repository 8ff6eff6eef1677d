//! One server with its four doors: what is sent through them, and what a person looks like from each.

use std::cell::Cell;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::person::Person;
use super::texts;
use crate::support::http::{Answer, Request};
use crate::support::server::{ADMIN_KEY, TestServer};

/// A server with a user group that people join and leave.
pub(super) struct Doors {
    server: TestServer,
    crew: String,
    numbers: Cell<u32>,
}

/// What a person is called where the one who made it did not say.
pub(super) struct Named {
    pub(super) short_id: String,
    pub(super) uuid: String,
    pub(super) username: String,
}

/// A text as one segment of a path.
pub(super) fn segment(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

impl Doors {
    pub(super) fn open() -> Self {
        let mut doors = Self { server: TestServer::start(), crew: String::new(), numbers: Cell::new(0) };
        let made = doors.ask("POST", "/api/v2/usergroup", ADMIN_KEY, &json!({"name": "Crew", "roleIDs": []}));
        doors.crew = text(&made.expect("the group is made")["response"]["id"]);
        doors
    }

    /// The id of the user group.
    pub(super) fn crew(&self) -> &str {
        &self.crew
    }

    /// A number that was never given before, which makes a name unique.
    pub(super) fn number(&self) -> u32 {
        self.numbers.set(self.numbers.get() + 1);
        self.numbers.get()
    }

    /// Sends something that has to succeed.
    pub(super) fn send(&self, method: &str, target: &str, body: &Value) -> Result<(), String> {
        self.ask(method, target, ADMIN_KEY, body).map(|_| ())
    }

    pub(super) fn send_form(&self, target: &str, form: &str) -> Result<(), String> {
        let request = Request::new("POST", target).bearer(ADMIN_KEY);
        let request = request.header("Content-Type", "application/x-www-form-urlencoded").body(form);
        succeeded(target, &request.send(self.server.address())).map(|_| ())
    }

    /// Asks what somebody is called, with a key of its own.
    pub(super) fn name(&self, known: &str) -> Result<Named, String> {
        let target = format!("/roster/v1/users/{}/keys", segment(known));
        let minted = self.ask("POST", &target, ADMIN_KEY, &json!({"description": "one person"}))?;
        let key = text(&minted["key"]);
        let oneself = self.get("/v1beta1/users/self", &key)?;
        let me = self.get("/api/org/v1/me", &key)?;
        Ok(Named {
            short_id: text(&me["user"]["id"]),
            uuid: text(&oneself["user"]["id"]),
            username: text(&minted["username"]),
        })
    }

    /// Compares the person with what each door shows.
    pub(super) fn compare(&self, person: &Person) -> Result<(), String> {
        let lakesail = self.get(&format!("/api/org/v1/users/{}", person.short_id), ADMIN_KEY)?;
        same(
            "lakesail",
            &lakesail,
            &[
                ("/id", json!(person.short_id)),
                ("/username", json!(person.username)),
                ("/email", json!(person.email)),
                ("/firstName", json!(person.first_name)),
                ("/lastName", json!(person.last_name)),
                ("/displayName", json!(person.display_name)),
            ],
        )?;
        let elastic = self.get(&format!("/api/v1/users/{}", segment(&person.username)), ADMIN_KEY)?;
        same(
            "elastic",
            &elastic,
            &[
                ("/user_name", json!(person.username)),
                ("/email", json!(person.email)),
                ("/full_name", json!(person.display_name)),
                ("/security/enabled", json!(person.enabled)),
                ("/security/roles", json!(person.roles)),
            ],
        )?;
        let mut wavefront = self.get(&format!("/api/v2/user/{}", segment(person.identifier())), ADMIN_KEY)?;
        wavefront["roles"] = names(&wavefront["roles"]);
        wavefront["userGroups"] = names(&wavefront["userGroups"]);
        same(
            "wavefront",
            &wavefront,
            &[
                ("/identifier", json!(person.identifier())),
                ("/groups", json!(person.permissions)),
                ("/roles", json!(person.roles)),
                ("/userGroups", if person.in_crew { json!(["Crew", "Everyone"]) } else { json!(["Everyone"]) }),
            ],
        )?;
        self.compare_with_search(person)?;
        self.compare_with_frontier(person)
    }

    /// Whatever an identifier looks like, a search for exactly that finds this person and nobody else.
    fn compare_with_search(&self, person: &Person) -> Result<(), String> {
        let condition = json!({"key": "identifier", "value": person.identifier(), "matchingMethod": "EXACT"});
        let found = self.ask("POST", "/api/v2/search/user", ADMIN_KEY, &json!({"query": [condition]}))?;
        same(
            "search",
            &found["response"],
            &[
                ("/totalItems", json!(1)),
                ("/items/0/identifier", json!(person.identifier())),
                ("/items/0/groups", json!(person.permissions)),
            ],
        )
    }

    /// Looks for the person under its names as other programs may write them: in each of Unicode's normal forms.
    pub(super) fn find_in_every_form(&self, person: &Person) -> Result<(), String> {
        for name in texts::normal_forms(&person.username) {
            let found = self.get(&format!("/api/v1/users/{}", segment(&name)), ADMIN_KEY)?;
            same("elastic", &found, &[("/user_name", json!(person.username))])?;
        }
        for identifier in texts::normal_forms(person.identifier()) {
            let found = self.get(&format!("/api/v2/user/{}", segment(&identifier)), ADMIN_KEY)?;
            same("wavefront", &found, &[("/identifier", json!(person.identifier()))])?;
        }
        Ok(())
    }

    fn compare_with_frontier(&self, person: &Person) -> Result<(), String> {
        let target = format!("/v1beta1/users/{}", person.uuid);
        if !person.enabled {
            // By UUID there are no disabled users.
            let answer = Request::new("GET", &target).bearer(ADMIN_KEY).send(self.server.address());
            return same("frontier", &json!(answer.status), &[("", json!(404))]);
        }
        let frontier = self.get(&target, ADMIN_KEY)?;
        same(
            "frontier",
            &frontier,
            &[
                ("/user/id", json!(person.uuid)),
                ("/user/name", json!(person.username)),
                ("/user/email", json!(person.email)),
                ("/user/title", json!(person.display_name)),
                ("/user/avatar", json!(person.avatar)),
                ("/user/metadata", person.metadata.clone()),
                ("/user/state", json!("enabled")),
            ],
        )?;
        let groups = self.get(&format!("{target}/groups"), ADMIN_KEY)?;
        let is_crew = |group: &Value| group["id"] == json!(self.crew);
        let in_crew = groups["groups"].as_array().is_some_and(|groups| groups.iter().any(is_crew));
        same("frontier", &json!(in_crew), &[("", json!(person.in_crew))])
    }

    fn get(&self, target: &str, key: &str) -> Result<Value, String> {
        succeeded(target, &Request::new("GET", target).bearer(key).send(self.server.address()))
    }

    fn ask(&self, method: &str, target: &str, key: &str, body: &Value) -> Result<Value, String> {
        succeeded(target, &Request::new(method, target).bearer(key).json(body).send(self.server.address()))
    }
}

fn succeeded(target: &str, answer: &Answer) -> Result<Value, String> {
    if answer.status < 300 { Ok(answer.json()) } else { Err(format!("{target}: {} {}", answer.status, answer.text())) }
}

/// Compares what a door shows, at these places; what is left out is an empty text.
fn same(door: &str, shown: &Value, wanted: &[(&str, Value)]) -> Result<(), String> {
    for (pointer, value) in wanted {
        let found = shown.pointer(pointer).cloned().unwrap_or_else(|| json!(""));
        if found != *value {
            return Err(format!("{door} shows {found} at {pointer}, not {value}"));
        }
    }
    Ok(())
}

/// The names of groups or roles.
fn names(objects: &Value) -> Value {
    objects.as_array().into_iter().flatten().map(|object| object["name"].clone()).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
