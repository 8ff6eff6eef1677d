//! Limits over HTTP, through every door: too many requests, and too many wrong passwords and keys. Waits are long here, so that
//! none ends during a test.

use data_encoding::BASE64;
use roster::config::{Flags, ThrottleFlags};
use serde_json::{Value, json};

use crate::support::http::{Answer, Request};
use crate::support::server::{ADMIN_KEY, READONLY_KEY, TestServer};

const PASSWORD: &str = "correct horse battery staple";
/// How many are wrong before a wait begins.
const FREE: u32 = 3;
/// How often a test asks until it is refused. A limit of one a second is passed long before.
const ASKED_MAX: usize = 1000;

/// A path of each dialect that a caller may read without knowing anybody else.
const DOORS: [&str; 5] =
    ["/api/org/v1/me", "/api/v1/user", "/v1beta1/users/self", "/api/v2/user/ada@example.org", "/roster/v1/mail"];

fn server(throttle: ThrottleFlags) -> TestServer {
    let server = TestServer::start_with(Flags { throttle, ..Flags::default() });
    let ada = json!({
        "user_name": "ada", "email": "ada@example.org",
        "security": { "roles": ["ece_deployment_viewer"], "password": PASSWORD },
    });
    let request = Request::new("POST", "/api/v1/users").bearer(ADMIN_KEY).json(&ada);
    assert_eq!(until_let_in(&server, &request).status, 200);
    server
}

/// A server on which only these wrong ones count.
fn guarded(login: u32, address: u32) -> TestServer {
    server(ThrottleFlags {
        login_failures_max: Some(login),
        account_failures_max: Some(0),
        address_failures_max: Some(address),
        failure_wait_s: Some(600),
        ..ThrottleFlags::default()
    })
}

fn until_let_in(server: &TestServer, request: &Request) -> Answer {
    let mut answers = (0..ASKED_MAX).map(|_| request.send(server.address()));
    answers.find(|answer| answer.status != 429).expect("a limit ends")
}

fn until_refused(server: &TestServer, request: &Request) -> Answer {
    let mut answers = (0..ASKED_MAX).map(|_| request.send(server.address()));
    answers.find(|answer| answer.status == 429).expect("the limit is reached")
}

fn basic(target: &str, user: &str, password: &str) -> Request {
    let pair = BASE64.encode(format!("{user}:{password}").as_bytes());
    Request::new("GET", target).header("Authorization", &format!("Basic {pair}"))
}

fn log_in(user: &str, password: &str) -> Request {
    let login = json!({ "username": user, "password": password });
    Request::new("POST", "/api/v1/users/auth/_login").json(&login)
}

fn key_of_ada(server: &TestServer) -> String {
    let body = json!({ "description": "test" });
    let request = Request::new("POST", "/roster/v1/users/ada/keys").bearer(ADMIN_KEY).json(&body);
    request.send(server.address()).json()["key"].as_str().expect("a key").to_owned()
}

/// What a client can tell of an answer, but for what differs each time.
fn told(answer: &Answer) -> (u16, Vec<(String, String)>, String) {
    let varies = |name: &str| ["date", "x-request-id"].contains(&name.to_ascii_lowercase().as_str());
    let headers = answer.headers.iter().filter(|(name, _)| !varies(name)).cloned().collect();
    let id = answer.header("x-request-id").expect("every answer has one");
    (answer.status, headers, answer.text().replace(id, "ID"))
}

/// Asserts a 429 in the shape of the door's dialect.
fn assert_limited(target: &str, answer: &Answer) {
    assert_eq!(answer.status, 429, "{target}: {}", answer.text());
    let retry_after = answer.header("retry-after").and_then(|text| text.parse().ok());
    assert!(retry_after.is_some_and(|seconds: u32| (1..=600).contains(&seconds)), "{target}: {:?}", answer.headers);
    let (pointer, expected) = match target {
        "/api/org/v1/me" => return assert!(answer.json()["message"].is_string(), "{}", answer.text()),
        "/api/v1/user" => ("/errors/0/code", json!("root.too_many_requests")),
        "/v1beta1/users/self" => ("/code", json!(8)),
        "/roster/v1/mail" => ("/type", json!("urn:roster:problem:too-many-requests")),
        _ => ("/status/code", json!(429)),
    };
    assert_eq!(answer.json().pointer(pointer), Some(&expected), "{target}: {}", answer.text());
}

#[test]
fn too_many_requests_of_everybody_are_refused_before_anything_else() {
    let limits = ThrottleFlags { requests_per_second: Some(1), requests_burst: Some(2), ..ThrottleFlags::default() };
    let server = server(limits);
    for target in DOORS {
        // Who has no credentials is told of the limit first.
        assert_limited(target, &until_refused(&server, &Request::new("GET", target)));
    }
    assert_eq!(until_refused(&server, &Request::new("GET", "/api/v1/nowhere")).status, 429);
    for target in ["/healthz", "/readyz", "/ping"] {
        for _ in 0..10 {
            assert_eq!(Request::new("GET", target).send(server.address()).status, 200, "{target}");
        }
    }
}

#[test]
fn too_many_requests_with_one_credential_leave_others_alone() {
    let limits = ThrottleFlags { credential_requests_per_second: Some(1), ..ThrottleFlags::default() };
    let server = server(limits);
    for target in DOORS {
        assert_limited(target, &until_refused(&server, &Request::new("GET", target).bearer(ADMIN_KEY)));
    }
    let other = Request::new("GET", "/api/v1/user").bearer(READONLY_KEY).send(server.address());
    assert_eq!(other.status, 200, "{}", other.text());
    for _ in 0..10 {
        assert_eq!(Request::new("GET", "/api/v1/user").send(server.address()).status, 401, "nobody is not counted");
    }
}

#[test]
fn a_locked_account_is_answered_as_a_wrong_password_through_every_door() {
    let server = guarded(FREE, 0);
    let wrong: Vec<_> = DOORS.map(|target| told(&basic(target, "nobody", "wrong").send(server.address()))).to_vec();
    let wrong_login = told(&log_in("nobody", "wrong").send(server.address()));
    assert_eq!(log_in("ada", PASSWORD).send(server.address()).status, 200);

    // Through one door, another, and by the other name: it is one count.
    for request in
        [basic(DOORS[0], "ada", "wrong"), log_in("ada@example.org", "wrong"), basic(DOORS[3], "ADA", "wrong")]
    {
        assert_eq!(request.send(server.address()).status, 401);
    }
    for (target, wrong) in DOORS.iter().zip(&wrong) {
        assert_eq!(&told(&basic(target, "ada", PASSWORD).send(server.address())), wrong, "{target}");
    }
    assert_eq!(told(&log_in("ada", PASSWORD).send(server.address())), wrong_login);
}

#[test]
fn who_has_another_credential_is_not_locked_out() {
    let server = guarded(FREE, FREE);
    let (key, login) = (key_of_ada(&server), log_in("ada", PASSWORD).send(server.address()));
    let session = login.json()["token"].as_str().expect("a token").to_owned();
    (0..FREE * 2).for_each(|_| drop(log_in("ada", "wrong").send(server.address())));
    (0..FREE * 2).for_each(|_| drop(log_in("admin", "wrong").send(server.address())));
    assert_eq!(log_in("ada", PASSWORD).send(server.address()).status, 429);
    for key in [ADMIN_KEY, &key, &session] {
        for target in &DOORS[..3] {
            let answer = Request::new("GET", target).bearer(key).send(server.address());
            assert_eq!(answer.status, 200, "{target}: {}", answer.text());
        }
    }
}

#[test]
fn an_address_that_guesses_passwords_must_wait_whatever_the_account() {
    let server = guarded(0, FREE);
    for number in 0..FREE {
        assert_eq!(log_in(&format!("nobody{number}"), "wrong").send(server.address()).status, 401);
    }
    for target in DOORS {
        for (user, password) in [("nobody", "wrong"), ("ada", "wrong"), ("ada", PASSWORD)] {
            assert_limited(target, &basic(target, user, password).send(server.address()));
        }
    }
    assert_limited("/api/v1/user", &log_in("ada", PASSWORD).send(server.address()));
    let key = key_of_ada(&server);
    assert_limited("/api/org/v1/me", &change_password(&server, &key, PASSWORD));
}

#[test]
fn an_address_that_guesses_keys_must_wait_and_right_keys_work() {
    let server = guarded(0, FREE);
    for number in 0..FREE {
        let request = Request::new("GET", "/api/v1/user").bearer(&format!("a-key-that-nobody-has-{number}"));
        assert_eq!(request.send(server.address()).status, 401);
    }
    for target in DOORS {
        for request in [
            Request::new("GET", target).bearer("a-key-that-nobody-has"),
            Request::new("GET", target).header("X-AUTH-TOKEN", "short"),
        ] {
            assert_limited(target, &request.send(server.address()));
        }
        let admin = Request::new("GET", target).bearer(ADMIN_KEY).send(server.address());
        assert_eq!(admin.status, 200, "{target}: {}", admin.text());
    }
    assert_eq!(log_in("ada", PASSWORD).send(server.address()).status, 200, "passwords are another matter");
}

fn change_password(server: &TestServer, key: &str, current: &str) -> Answer {
    let me = Request::new("GET", "/api/org/v1/me").bearer(key).send(server.address()).json();
    let id = me["user"]["id"].as_str().expect("an id").to_owned();
    let body = json!({ "currentPassword": current, "newPassword": "quite another long passphrase" });
    let request = Request::new("POST", &format!("/api/org/v1/users/{id}/password"));
    request.bearer(key).json(&body).send(server.address())
}

#[test]
fn a_stolen_key_does_not_find_out_the_password() {
    let server = guarded(FREE, 0);
    let key = key_of_ada(&server);
    let wrong = told(&change_password(&server, &key, "wrong"));
    assert_eq!(wrong.0, 400, "{wrong:?}");
    (1..FREE).for_each(|_| assert_eq!(told(&change_password(&server, &key, "wrong")), wrong));
    assert_eq!(told(&change_password(&server, &key, PASSWORD)), wrong);
    assert_eq!(log_in("ada", PASSWORD).send(server.address()).status, 401, "it is the same count");
}

#[test]
fn behind_a_trusted_proxy_the_client_is_who_guesses() {
    let proxy = "127.0.0.1".parse().expect("an address");
    let guessed_from = |client: &str, trusted_proxies| {
        let server = server(ThrottleFlags {
            address_failures_max: Some(FREE),
            failure_wait_s: Some(600),
            trusted_proxies,
            ..ThrottleFlags::default()
        });
        for _ in 0..FREE {
            let guess = log_in("nobody", "wrong").header("X-Forwarded-For", client);
            assert_eq!(guess.send(server.address()).status, 401);
        }
        let again = |client| log_in("ada", PASSWORD).header("X-Forwarded-For", client).send(server.address()).status;
        ["198.51.100.1", "198.51.100.2"].map(again)
    };
    assert_eq!(guessed_from("198.51.100.1", Some(vec![proxy])), [429, 200]);
    assert_eq!(guessed_from("6.6.6.6, 198.51.100.1", Some(vec![proxy])), [429, 200], "who adds an entry gains nothing");
    assert_eq!(guessed_from("198.51.100.1", None), [429, 429], "anybody can send the header");
}

/// Every operation but those that watch over the server says that it can be refused for now.
#[test]
fn the_contract_declares_429_with_when_to_try_again() {
    let contract: Value = serde_json::from_str(include_str!("../generated/openapi.json")).expect("it is JSON");
    let at = |reference: &Value| {
        let pointer = reference["$ref"].as_str().expect("a reference").trim_start_matches('#').to_owned();
        contract.pointer(&pointer).expect("references lead somewhere").clone()
    };
    let operations = contract["paths"].as_object().expect("paths").values().flat_map(|path| {
        let of_path = path.as_object().expect("operations").values();
        of_path.filter(|operation| operation["operationId"].is_string())
    });
    for operation in operations {
        let id = operation["operationId"].as_str().unwrap_or_default();
        let is_exempt = ["getHealth", "getReadiness", "ping"].iter().any(|exempt| id.ends_with(exempt));
        let declared = &operation["responses"]["429"];
        assert_eq!(declared.is_null(), is_exempt, "{id}");
        if !is_exempt {
            assert!(at(declared)["headers"]["Retry-After"].is_object(), "{id}: {declared}");
        }
    }
}
