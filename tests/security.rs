//! Ways in which user APIs are known to fail, each as a test through every door: who exists is not told, who was shut out
//! stays out, searches and markers are no way in, small inputs stay cheap, and names that look alike are one name.

use std::time::{Duration, Instant};

use data_encoding::BASE64;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use roster::config::Flags;
use roster::limits::PASSWORD_HASH_MEMORY_KIB_MIN;
use serde_json::{Value, json};

use crate::support::http::{Answer, Request};
use crate::support::server::{ADMIN_KEY, TestServer};

const PASSWORD: &str = "a quiet lighthouse keeps time";
/// One operation of each dialect that Ada may do on her own account.
const OWN: [&str; 4] = ["/api/org/v1/me", "/api/v1/user", "/v1beta1/users/self", "/api/v2/user/ada@example.org"];
const SEARCHES: [&str; 4] =
    ["/v1beta1/admin/users/search", "/api/v2/search/user", "/api/v2/search/usergroup", "/api/v2/search/role"];
/// How long an answer to a small input may take, on a machine that is busy with other tests.
const SMALL_INPUT_S_MAX: u64 = 10;

/// A little deeper than anything that is read.
const DEPTH: usize = 150;

struct House(TestServer);

impl House {
    /// A server with Ada, who may manage users, and Bob, who is disabled.
    fn new() -> Self {
        let house = Self(TestServer::start_with(Flags {
            password_hash_memory_kib: Some(PASSWORD_HASH_MEMORY_KIB_MIN),
            password_hash_passes: Some(1),
            ..Flags::default()
        }));
        for (name, enabled, role) in [("ada", true, "ece_platform_admin"), ("bob", false, "ece_deployment_viewer")] {
            let user = json!({
                "user_name": name, "email": format!("{name}@example.org"),
                "security": {"roles": [role], "password": PASSWORD, "enabled": enabled},
            });
            assert_eq!(house.admin("POST", "/api/v1/users", &user).status, 200);
        }
        house
    }

    fn send(&self, request: &Request) -> Answer {
        request.send(self.0.address())
    }

    fn admin(&self, method: &str, target: &str, body: &Value) -> Answer {
        self.send(&Request::new(method, target).bearer(ADMIN_KEY).json(body))
    }

    fn log_in(&self, user: &str, password: &str) -> Answer {
        let body = json!({"username": user, "password": password});
        self.send(&Request::new("POST", "/api/v1/users/auth/_login").json(&body))
    }

    fn key_of(&self, user: &str) -> Value {
        let target = format!("/roster/v1/users/{user}/keys");
        let minted = self.admin("POST", &target, &json!({"description": "security"}));
        assert_eq!(minted.status, 201, "{}", minted.text());
        minted.json()
    }

    /// Every kind of credential of a user, as the value of `Authorization`.
    fn credentials_of(&self, user: &str) -> Vec<String> {
        let key = self.key_of(user);
        let login = self.log_in(user, PASSWORD).json();
        let text = |value: &Value| value.as_str().expect("it is text").to_owned();
        let basic =
            |name: &str, secret: &str| format!("Basic {}", BASE64.encode(format!("{name}:{secret}").as_bytes()));
        vec![
            format!("Bearer {}", text(&key["key"])),
            format!("ApiKey {}", text(&key["key"])),
            basic(&text(&key["id"]), &text(&key["key"])),
            format!("Bearer {}", text(&login["token"])),
            basic(user, PASSWORD),
        ]
    }

    fn statuses(&self, credentials: &[String], target: &str) -> Vec<u16> {
        let ask = |value: &String| self.send(&Request::new("GET", target).header("Authorization", value)).status;
        credentials.iter().map(ask).collect()
    }
}

/// What a client can compare of an answer.
fn told(answer: &Answer) -> (u16, Vec<(String, String)>, String) {
    let varies = |name: &str| ["date", "x-request-id"].contains(&name.to_ascii_lowercase().as_str());
    let headers = answer.headers.iter().filter(|(name, _)| !varies(name)).cloned().collect();
    let id = answer.header("x-request-id").expect("every answer has one");
    (answer.status, headers, answer.text().replace(id, "ID"))
}

/// SECURITY-TESTS 6: unknown, known, disabled, built-in, by name or by address: a refusal is the same bytes.
#[test]
fn who_exists_is_not_told_to_who_is_not_let_in() {
    let house = House::new();
    let wrong = [
        ("nobody", "wrong"),
        ("nobody@example.org", PASSWORD),
        ("ada", "wrong"),
        ("ada@example.org", "wrong"),
        ("bob", "wrong"),
        ("bob", PASSWORD),
        ("admin", "wrong"),
    ];
    let logins: Vec<_> = wrong.iter().map(|(user, password)| told(&house.log_in(user, password))).collect();
    assert!(logins[0].0 == 401 && logins.iter().all(|login| *login == logins[0]), "{logins:#?}");
    for target in OWN {
        let basic = |(user, password): &(&str, &str)| {
            let pair = BASE64.encode(format!("{user}:{password}").as_bytes());
            told(&house.send(&Request::new("GET", target).header("Authorization", &format!("Basic {pair}"))))
        };
        let answers: Vec<_> = wrong.iter().map(basic).collect();
        assert!(answers[0].0 == 401 && answers.iter().all(|answer| *answer == answers[0]), "{target}: {answers:#?}");
    }
}

/// SECURITY-TESTS 7: after disabling and deleting, every kind of credential is refused on the next request by every dialect.
#[test]
fn who_is_disabled_or_deleted_is_out_at_once_whatever_the_credential() {
    let disable = |house: &House| house.admin("PATCH", "/api/v1/users/ada", &json!({"security": {"enabled": false}}));
    let delete = |house: &House| house.send(&Request::new("DELETE", "/api/v2/user/ada@example.org").bearer(ADMIN_KEY));
    for shut_out in [&disable as &dyn Fn(&House) -> Answer, &delete] {
        let house = House::new();
        let credentials = house.credentials_of("ada");
        for target in OWN {
            assert_eq!(house.statuses(&credentials, target), vec![200; credentials.len()], "{target}");
        }
        let done = shut_out(&house);
        assert!(done.status < 300, "{}", done.text());
        for target in OWN {
            assert_eq!(house.statuses(&credentials, target), vec![401; credentials.len()], "{target}");
        }
        assert_eq!(house.log_in("ada", PASSWORD).status, 401);
    }
}

/// SECURITY-TESTS 7: what a role gave ends with the role, for credentials that were there before.
#[test]
fn who_is_demoted_may_no_more_than_before_whatever_the_credential() {
    let house = House::new();
    let credentials = house.credentials_of("ada");
    let managed = ["/api/org/v1/users", "/api/v1/users", "/v1beta1/admin/users", "/api/v2/user/bob@example.org"];
    for target in managed {
        assert_eq!(house.statuses(&credentials, target), vec![200; credentials.len()], "{target}");
    }
    let demoted = json!({"security": {"roles": ["ece_deployment_viewer"]}});
    assert_eq!(house.admin("PATCH", "/api/v1/users/ada", &demoted).status, 200);
    for target in managed {
        assert_eq!(house.statuses(&credentials, target), vec![403; credentials.len()], "{target}");
    }
}

/// SECURITY-TESTS 7: the keys of a service account, too, end with the key, with what its role gave, and with the account.
#[test]
fn the_keys_of_service_accounts_end_with_the_key_the_role_and_the_account() {
    let house = House::new();
    let text = |value: &Value| value.as_str().expect("it is text").to_owned();
    let account = json!({"username": "robot", "description": "security"});
    let account = format!(
        "/api/org/v1/service-accounts/{}",
        text(&house.admin("POST", "/api/org/v1/service-accounts", &account).json()["id"])
    );
    let [first, second] = [(); 2].map(|()| house.admin("POST", &format!("{account}/keys"), &json!({})).json());
    let forms = |key: &Value| {
        let pair = format!("{}:{}", text(&key["id"]), text(&key["key"]));
        vec![
            format!("Bearer {}", text(&key["key"])),
            format!("ApiKey {}", text(&key["key"])),
            format!("Basic {}", BASE64.encode(pair.as_bytes())),
        ]
    };
    let roles = house.admin("GET", "/api/v2/role", &Value::Null).json();
    let roles = roles["response"]["items"].as_array().expect("roles").clone();
    let viewer = roles.iter().find(|role| role["name"] == "ece_platform_viewer").expect("it is built in");
    let assign = |deed: &str| {
        let target = format!("/api/v2/role/{}/{deed}", text(&viewer["id"]));
        assert_eq!(house.admin("POST", &target, &json!(["sa::robot"])).status, 200, "{deed}");
    };
    let own = ["/api/org/v1/me", "/v1beta1/users/self"];
    let read = ["/api/org/v1/users", "/api/v1/users", "/v1beta1/admin/users", "/api/v2/user"];
    let assert_all = |key: &Value, targets: &[&str], status: u16| {
        for target in targets {
            assert_eq!(house.statuses(&forms(key), target), [status; 3], "{target}");
        }
    };

    assert_all(&first, &own, 200);
    assert_all(&first, &read, 403);
    assign("addAssignees");
    assert_all(&first, &read, 200);
    assign("removeAssignees");
    assert_all(&first, &read, 403);
    let deleted = house.admin("DELETE", &format!("{account}/keys/{}", text(&first["id"])), &Value::Null);
    assert_eq!(deleted.status, 204, "{}", deleted.text());
    assert_all(&first, &own, 401);
    assert_all(&second, &own, 200);
    assert_eq!(house.admin("DELETE", &account, &Value::Null).status, 204);
    assert_all(&second, &own, 401);
    assert_all(&second, &read, 401);
}

/// SECURITY-TESTS 8: what is sorted, filtered and paged by is a value or a known name, never a part of a statement.
#[test]
fn filters_sorts_and_markers_are_no_way_in() {
    let house = House::new();
    let injections = [
        "' OR '1'='1",
        "name; DROP TABLE users",
        "\" UNION SELECT secret_hash FROM credentials --",
        "%",
        "_",
        "a\\",
        "password_hash",
    ];
    let before = house.admin("GET", "/api/v1/users", &Value::Null).json();
    for injection in injections {
        let bodies = [
            (SEARCHES[0], json!({"sort": [{"name": injection, "order": "asc"}]}), 400),
            (SEARCHES[0], json!({"filters": [{"name": injection, "operator": "eq", "string_value": "a"}]}), 400),
            (SEARCHES[0], json!({"filters": [{"name": "name", "operator": injection, "string_value": "a"}]}), 400),
            (SEARCHES[0], json!({"filters": [{"name": "name", "operator": "eq", "string_value": injection}]}), 200),
            (SEARCHES[0], json!({"search": injection}), 200),
            (SEARCHES[1], json!({"sort": {"field": injection, "ascending": true}}), 400),
            (SEARCHES[1], json!({"query": [{"key": injection, "value": "a"}]}), 400),
            (
                SEARCHES[1],
                json!({"query": [{"key": "identifier", "value": injection, "matchingMethod": "CONTAINS"}]}),
                200,
            ),
        ];
        for (target, body, status) in bodies {
            let answer = house.admin("POST", target, &body);
            assert_eq!(answer.status, status, "{target} {body}: {}", answer.text());
            let finds_somebody = answer.text().contains("ada@example.org");
            assert!(!finds_somebody, "{target} {body}: {}", answer.text());
        }
        let marker = utf8_percent_encode(injection, NON_ALPHANUMERIC);
        let page = house.admin("GET", &format!("/api/org/v1/users?marker={marker}"), &Value::Null);
        assert_eq!(page.status, 400, "{injection}: {}", page.text());
    }
    assert_eq!(house.admin("GET", "/api/v1/users", &Value::Null).json(), before);
}

/// SECURITY-TESTS 9: a small request asks for a bounded amount of work.
#[test]
fn small_inputs_do_not_cost_much() {
    let house = House::new();
    let nested = (0..DEPTH).fold(json!("a"), |inner, _| Value::Array(vec![inner]));
    let many_filters = vec![json!({"name": "name", "operator": "like", "string_value": "%a%a%a%"}); 5000];
    let many_queries = vec![json!({"key": "freetext", "value": "a"}); 5000];
    let tries = [
        ("GET", "/api/org/v1/users?limit=0", Value::Null),
        ("GET", "/api/org/v1/users?limit=4294967296", Value::Null),
        ("POST", SEARCHES[0], json!({"limit": -1})),
        ("POST", SEARCHES[0], json!({"offset": 1e300})),
        ("POST", SEARCHES[0], json!({ "filters": many_filters })),
        ("POST", SEARCHES[1], json!({"limit": 0})),
        ("POST", SEARCHES[1], json!({ "query": many_queries })),
        ("POST", SEARCHES[1], json!({ "query": nested })),
        ("POST", "/v1beta1/users", json!({"email": "eve@example.org", "metadata": {"a": nested}})),
        ("POST", "/api/v1/users/auth/_login", json!({"username": "ada", "password": "x".repeat(100_000)})),
    ];
    for (method, target, body) in tries {
        let begun = Instant::now();
        let answer = house.admin(method, target, &body);
        assert!((400..500).contains(&answer.status), "{method} {target}: {} {}", answer.status, answer.text());
        assert!(
            begun.elapsed() < Duration::from_secs(SMALL_INPUT_S_MAX),
            "{method} {target} took {:?}",
            begun.elapsed()
        );
    }
}

/// SECURITY-TESTS 10: a name that looks like another's, or is it in another spelling, is taken, through every dialect.
#[test]
fn names_that_look_alike_are_one_name_through_every_dialect() {
    let house = House::new();
    let before = house.admin("GET", "/api/v1/users", &Value::Null).json();
    for name in [
        "ADA",
        "ａｄａ",
        "ad\u{200b}a",
        "\u{feff}ada",
        "ada\u{00ad}",
        "𝐚𝐝𝐚",
        "Ⓐda",
        "ada\u{2060}",
        "ａdA",
        "a\u{034f}da",
    ] {
        let email = format!("{name}@example.org");
        let security = json!({"roles": ["ece_deployment_viewer"]});
        let tries = [
            (
                "/api/org/v1/users",
                json!({"username": name, "email": "", "firstName": "", "lastName": "", "displayName": ""}),
            ),
            (
                "/api/org/v1/users",
                json!({"username": "eve", "email": email, "firstName": "", "lastName": "", "displayName": ""}),
            ),
            ("/api/org/v1/service-accounts", json!({"username": name, "description": ""})),
            ("/api/v1/users", json!({"user_name": name, "security": security})),
            ("/api/v1/users", json!({"user_name": "eve", "email": email, "security": security})),
            ("/v1beta1/users", json!({"name": "evel", "email": email})),
            ("/api/v2/user", json!({"emailAddress": email, "groups": [], "userGroups": []})),
            ("/api/v2/user/invite", json!([{"emailAddress": email, "groups": [], "userGroups": []}])),
        ];
        for (target, body) in tries {
            let answer = house.admin("POST", target, &body);
            assert!((400..500).contains(&answer.status), "{target} {body}: {} {}", answer.status, answer.text());
        }
    }
    assert_eq!(house.admin("GET", "/api/v1/users", &Value::Null).json(), before);
}
