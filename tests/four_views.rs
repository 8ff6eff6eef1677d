//! One person through every door: what is written through one dialect reads correctly through the other three.

use serde_json::{Value, json};

use crate::support::http::{Answer, Request};
use crate::support::server::{ADMIN_KEY, TestServer};

/// A person as the four dialects show them.
#[derive(Debug)]
struct Views {
    lakesail: Value,
    elastic: Value,
    frontier: Value,
    wavefront: Value,
}

struct Directory {
    server: TestServer,
}

impl Directory {
    fn start() -> Self {
        Self { server: TestServer::start() }
    }

    fn send(&self, method: &str, target: &str, key: &str, body: &Value) -> Answer {
        Request::new(method, target).bearer(key).json(body).send(self.server.address())
    }

    fn expect(&self, status: u16, method: &str, target: &str, key: &str, body: &Value) -> Value {
        let answer = self.send(method, target, key, body);
        assert_eq!(answer.status, status, "{method} {target}: {}", answer.text());
        answer.json()
    }

    fn get(&self, target: &str, key: &str) -> Value {
        let answer = Request::new("GET", target).bearer(key).send(self.server.address());
        assert_eq!(answer.status, 200, "{target}: {}", answer.text());
        answer.json()
    }

    /// A key of that user's own, named by any of its names.
    fn key_of(&self, user: &str) -> String {
        let target = format!("/roster/v1/users/{user}/keys");
        let minted = self.expect(201, "POST", &target, ADMIN_KEY, &json!({"description": "four views"}));
        minted["key"].as_str().expect("a key is text").to_owned()
    }

    /// The person called `name`, with the e-mail address `email`.
    fn views(&self, name: &str, email: &str) -> Views {
        let own_key = self.key_of(name);
        let me = self.get("/api/org/v1/me", &own_key);
        Views {
            lakesail: me["user"].clone(),
            elastic: self.get("/api/v1/user", &own_key),
            frontier: self.get(&format!("/v1beta1/users/{name}"), ADMIN_KEY)["user"].clone(),
            wavefront: self.get(&format!("/api/v2/user/{email}"), ADMIN_KEY),
        }
    }
}

/// What all four views must agree on.
fn assert_is_one_person(views: &Views, name: &str, email: &str, title: &str) {
    assert_eq!(views.lakesail["username"], name, "{views:#?}");
    assert_eq!(views.elastic["user_name"], name, "{views:#?}");
    assert_eq!(views.frontier["name"], name, "{views:#?}");
    assert_eq!(views.lakesail["email"], email, "{views:#?}");
    assert_eq!(views.elastic["email"], email, "{views:#?}");
    assert_eq!(views.frontier["email"], email, "{views:#?}");
    assert_eq!(views.wavefront["identifier"], email, "{views:#?}");
    assert_eq!(views.lakesail["displayName"], title, "{views:#?}");
    let full_name = views.elastic.get("full_name").and_then(Value::as_str).unwrap_or_default();
    assert_eq!(full_name, title, "{views:#?}");
    assert_eq!(views.frontier["title"], title, "{views:#?}");
    assert_eq!(views.elastic["security"]["enabled"], true, "{views:#?}");
    assert_eq!(views.frontier["state"], "enabled", "{views:#?}");
}

#[test]
fn a_user_created_through_lakesail_is_the_same_everywhere() {
    let directory = Directory::start();
    let body = json!({
        "username": "ada", "email": "ada@example.org", "firstName": "Ada", "lastName": "Lovelace", "displayName": "Ada L.",
    });
    directory.expect(201, "POST", "/api/org/v1/users", ADMIN_KEY, &body);
    assert_is_one_person(&directory.views("ada", "ada@example.org"), "ada", "ada@example.org", "Ada L.");
}

#[test]
fn a_user_created_through_frontier_is_the_same_everywhere() {
    let directory = Directory::start();
    let body =
        json!({"name": "grace", "email": "grace@example.org", "title": "Grace H.", "metadata": {"label": {"a": "b"}}});
    directory.expect(200, "POST", "/v1beta1/users", ADMIN_KEY, &body);
    let views = directory.views("grace", "grace@example.org");
    assert_is_one_person(&views, "grace", "grace@example.org", "Grace H.");
    assert_eq!(views.frontier["metadata"], json!({"label": {"a": "b"}}));
}

#[test]
fn a_user_created_through_wavefront_is_the_same_everywhere() {
    let directory = Directory::start();
    let body = json!({"emailAddress": "alan@example.org", "groups": ["ingestion"], "userGroups": []});
    directory.expect(200, "POST", "/api/v2/user", ADMIN_KEY, &body);
    let views = directory.views("alan_example_org", "alan@example.org");
    assert_is_one_person(&views, "alan_example_org", "alan@example.org", "");
    assert_eq!(views.wavefront["groups"], json!(["ingestion"]));
}

#[test]
fn a_change_through_each_door_is_seen_through_the_others() {
    let directory = Directory::start();
    let body = json!({
        "username": "ada", "email": "ada@example.org", "firstName": "Ada", "lastName": "Lovelace", "displayName": "Ada",
    });
    let created = directory.expect(201, "POST", "/api/org/v1/users", ADMIN_KEY, &body);
    let id = created["id"].as_str().expect("an id is text");
    let own_key = directory.key_of("ada");

    let target = format!("/api/org/v1/users/{id}");
    directory.expect(200, "PATCH", &target, ADMIN_KEY, &json!({"displayName": "by lakesail"}));
    assert_is_one_person(&directory.views("ada", "ada@example.org"), "ada", "ada@example.org", "by lakesail");

    directory.expect(
        200,
        "PATCH",
        "/api/v1/user",
        &own_key,
        &json!({"full_name": "by elastic", "email": "new@example.org"}),
    );
    assert_is_one_person(&directory.views("ada", "new@example.org"), "ada", "new@example.org", "by elastic");

    let replacement = json!({"email": "new@example.org", "title": "by frontier", "metadata": {"description": "x"}});
    directory.expect(200, "PUT", "/v1beta1/users/new@example.org", ADMIN_KEY, &replacement);
    assert_is_one_person(&directory.views("ada", "new@example.org"), "ada", "new@example.org", "by frontier");

    directory.expect(200, "PUT", "/api/v2/user/new@example.org", ADMIN_KEY, &json!({"groups": ["token_management"]}));
    let views = directory.views("ada", "new@example.org");
    assert_is_one_person(&views, "ada", "new@example.org", "by frontier");
    assert_eq!(views.wavefront["groups"], json!(["token_management"]));

    directory.expect(200, "PATCH", "/api/v1/user", &own_key, &json!({"full_name": null}));
    assert_is_one_person(&directory.views("ada", "new@example.org"), "ada", "new@example.org", "");
}

#[test]
fn the_id_that_lakesail_shows_and_the_uuid_that_frontier_shows_name_one_user() {
    let directory = Directory::start();
    let body = json!({
        "username": "ada", "email": "ada@example.org", "firstName": "Ada", "lastName": "Lovelace", "displayName": "Ada",
    });
    let created = directory.expect(201, "POST", "/api/org/v1/users", ADMIN_KEY, &body);
    let short = created["id"].as_str().expect("an id is text");
    let uuid = directory.get("/v1beta1/users/ada", ADMIN_KEY)["user"]["id"].as_str().expect("an id is text").to_owned();
    for id in [short, &uuid] {
        let key = directory.key_of(id);
        assert_eq!(directory.get("/api/v1/user", &key)["user_name"], "ada", "{id}");
    }
}
