//! The kinds of refusal that are compared: a door, and what is presented there. Names, passwords and keys of all kinds have the same
//! length, and there are several of each, so that nothing but the kind can make the difference.

use data_encoding::BASE64;
use roster::config::{Flags, ThrottleFlags};
use roster::limits::PASSWORD_HASH_MEMORY_KIB_MIN;
use serde_json::{Value, json};

use crate::support::http::{Answer, Request};
use crate::support::server::{ADMIN_KEY, TestServer};

const PASSWORD: &str = "a quiet lighthouse keeps time";
const WRONG: &str = "a quiet lighthouse loses time";
/// How many users, or keys, there are of each kind.
const OF_EACH: usize = 4;
/// An operation of each dialect, for everybody with credentials.
const DOORS: [(&str, &str); 5] = [
    ("lakesail", "/api/org/v1/me"),
    ("elastic", "/api/v1/user"),
    ("frontier", "/v1beta1/users/self"),
    ("wavefront", "/api/v2/user/person0@example.org"),
    ("roster", "/roster/v1/actions"),
];
const LOGIN: &str = "/api/v1/users/auth/_login";

/// Who asks with which password. The first is what all others are compared with.
const PRESENTED: [(&str, &str, &str, &str); 7] = [
    ("nobody's name", "absent", "", WRONG),
    ("nobody's address", "absent", "@example.org", WRONG),
    ("wrong password", "person", "", WRONG),
    ("wrong password, by address", "person", "@example.org", WRONG),
    ("disabled, wrong password", "barred", "", WRONG),
    ("disabled, right password", "barred", "", PASSWORD),
    ("a user without password", "nopass", "", WRONG),
];

/// A kind of refusal: the same request, with names or keys of several.
pub(super) struct Kind {
    pub(super) door: &'static str,
    pub(super) name: &'static str,
    requests: Vec<Vec<u8>>,
}

impl Kind {
    fn new(door: &'static str, name: &'static str, request: impl Fn(usize) -> Request) -> Self {
        let bytes = |number| request(number).header("Connection", "keep-alive").bytes();
        Self { door, name, requests: (0..OF_EACH).map(bytes).collect() }
    }

    /// The bytes to send in this round.
    pub(super) fn request(&self, round: usize) -> &[u8] {
        &self.requests[round % OF_EACH]
    }
}

fn admin(server: &TestServer, method: &str, target: &str, body: &Value) -> Answer {
    let answer = Request::new(method, target).bearer(ADMIN_KEY).json(body).send(server.address());
    assert!(answer.status < 300, "{method} {target}: {}", answer.text());
    answer
}

/// A server with people who have a password, people who are disabled, and people without a password. Nobody must wait.
pub(super) fn house() -> TestServer {
    let server = TestServer::start_with(Flags {
        password_hash_memory_kib: Some(PASSWORD_HASH_MEMORY_KIB_MIN),
        password_hash_passes: Some(1),
        throttle: ThrottleFlags {
            login_failures_max: Some(0),
            account_failures_max: Some(0),
            address_failures_max: Some(0),
            ..ThrottleFlags::default()
        },
        ..Flags::default()
    });
    for number in 0..OF_EACH {
        for (name, enabled, password) in
            [("person", true, json!(PASSWORD)), ("barred", false, json!(PASSWORD)), ("nopass", true, Value::Null)]
        {
            let mut security = json!({"roles": ["ece_deployment_viewer"], "enabled": enabled});
            if !password.is_null() {
                security["password"] = password;
            }
            let name = format!("{name}{number}");
            let user = json!({"user_name": name, "email": format!("{name}@example.org"), "security": security});
            admin(&server, "POST", "/api/v1/users", &user);
        }
    }
    server
}

/// Names and passwords that are refused: at the login, and as HTTP Basic in each dialect.
pub(super) fn password_kinds() -> Vec<Kind> {
    let mut kinds = Vec::new();
    for (kind, name, domain, password) in PRESENTED {
        kinds.push(Kind::new("login", kind, |number| {
            let login = json!({"username": format!("{name}{number}{domain}"), "password": password});
            Request::new("POST", LOGIN).json(&login)
        }));
    }
    for (door, target) in DOORS {
        for (kind, name, domain, password) in PRESENTED {
            kinds.push(Kind::new(door, kind, |number| {
                let pair = BASE64.encode(format!("{name}{number}{domain}:{password}").as_bytes());
                Request::new("GET", target).header("Authorization", &format!("Basic {pair}"))
            }));
        }
    }
    kinds
}

/// Keys that are refused: those that never were, those that were deleted, and others with the id of one that is there.
pub(super) fn key_kinds(server: &TestServer) -> Vec<Kind> {
    let mint = |number: usize| {
        let target = format!("/roster/v1/users/person{number}/keys");
        admin(server, "POST", &target, &json!({"description": "timing"})).json()
    };
    let text = |key: &Value, member: &str| key[member].as_str().expect("it is text").to_owned();
    let there: Vec<Value> = (0..OF_EACH).map(mint).collect();
    let revoked: Vec<String> = (0..OF_EACH)
        .map(|number| {
            let key = mint(number);
            let target = format!("/api/v1/users/person{number}/auth/keys/{}", text(&key, "id"));
            admin(server, "DELETE", &target, &Value::Null);
            text(&key, "key")
        })
        .collect();
    let absent = |number: usize| format!("rk_{}{}", revoked[number][3..23].replace('0', "1"), "_".repeat(44));
    let altered = |number: usize| text(&there[number], "key")[..24].to_owned() + &"A".repeat(43);
    let key_of: [(&'static str, &dyn Fn(usize) -> String); 3] = [
        ("never a key", &absent),
        ("a deleted key", &|number| revoked[number].clone()),
        ("a key's id, wrong secret", &altered),
    ];
    let kinds = |(door, target): (&'static str, &'static str)| {
        key_of.map(|(kind, key)| Kind::new(door, kind, |number| Request::new("GET", target).bearer(&key(number))))
    };
    DOORS.into_iter().flat_map(kinds).collect()
}
