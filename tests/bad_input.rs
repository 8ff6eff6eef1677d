//! Whatever a client gets wrong is answered in the dialect's own shape with a message that says where, changes nothing, and the
//! server goes on. One table of operations that read a body, one table of mistakes, every pair of them.

use serde_json::{Value, json};

use crate::support::http::{Answer, Request};
use crate::support::server::{ADMIN_KEY, TestServer};
use crate::support::tenant::Tenant;

/// A little more than the largest body that the server reads, in bytes.
const TOO_LARGE_BYTES: usize = 1024 * 1024 + 1;
/// A text that fits into a body and into no field, in bytes.
const LONG_TEXT_BYTES: usize = 1_000_000;
/// Deeper than any JSON reader goes.
const DEPTH: usize = 100_000;

/// An operation that reads a body. `{user}`, `{group}`, `{role}` and `{organization}` in the target are ids of the fixture.
struct Door {
    dialect: &'static str,
    method: &'static str,
    target: &'static str,
    /// A member of the body that is text, in the dialect's words; `None` where the body is not an object of such.
    text_member: Option<&'static str>,
    /// Whether the body is an array.
    wants_array: bool,
    /// Whether the dialect's clients are known to send any `Content-Type` at all.
    any_media_type: bool,
}

const fn door(dialect: &'static str, method: &'static str, target: &'static str, text: &'static str) -> Door {
    Door { dialect, method, target, text_member: Some(text), wants_array: false, any_media_type: false }
}

const DOORS: &[Door] = &[
    door("lakesail", "POST", "/api/org/v1/users", "username"),
    door("lakesail", "PATCH", "/api/org/v1/users/{user}", "displayName"),
    door("lakesail", "POST", "/api/org/v1/users/{user}/password", "newPassword"),
    door("lakesail", "POST", "/api/org/v1/service-accounts", "description"),
    door("lakesail", "POST", "/api/admin/v1/organizations", "name"),
    door("lakesail", "PATCH", "/api/admin/v1/organizations/{organization}", "name"),
    door("elastic", "POST", "/api/v1/users/auth/_login", "username"),
    door("elastic", "PATCH", "/api/v1/user", "full_name"),
    door("elastic", "POST", "/api/v1/users", "full_name"),
    door("elastic", "PATCH", "/api/v1/users/ada", "full_name"),
    door("elastic", "POST", "/api/v1/users/auth/keys", "description"),
    Door { text_member: None, ..door("elastic", "DELETE", "/api/v1/users/auth/keys", "") },
    Door { text_member: None, ..door("elastic", "DELETE", "/api/v1/users/auth/keys/_all", "") },
    Door { any_media_type: true, ..door("frontier", "POST", "/v1beta1/users", "name") },
    Door { any_media_type: true, ..door("frontier", "PUT", "/v1beta1/users/ada", "title") },
    Door { any_media_type: true, ..door("frontier", "PUT", "/v1beta1/users/self", "title") },
    Door { text_member: None, any_media_type: true, ..door("frontier", "POST", "/v1beta1/users/{user}/disable", "") },
    Door { any_media_type: true, ..door("frontier", "POST", "/v1beta1/admin/users/search", "search") },
    Door { any_media_type: true, ..door("frontier", "POST", "/v1beta1/meta/schemas", "name") },
    Door { any_media_type: true, ..door("frontier", "PUT", "/v1beta1/meta/schemas/user", "schema") },
    Door { any_media_type: true, ..door("frontier", "POST", "/v1beta1/organizations/default/groups", "title") },
    Door { any_media_type: true, ..door("frontier", "PUT", "/v1beta1/organizations/default/groups/{group}", "title") },
    Door {
        text_member: None,
        any_media_type: true,
        ..door("frontier", "POST", "/v1beta1/organizations/default/groups/{group}/users", "")
    },
    door("wavefront", "POST", "/api/v2/user", "emailAddress"),
    door("wavefront", "PUT", "/api/v2/user/ada@example.org", "ssoId"),
    Door { text_member: None, wants_array: true, ..door("wavefront", "POST", "/api/v2/user/invite", "") },
    Door {
        text_member: None,
        wants_array: true,
        ..door("wavefront", "POST", "/api/v2/user/grant/user_management", "")
    },
    door("wavefront", "POST", "/api/v2/usergroup", "description"),
    door("wavefront", "PUT", "/api/v2/usergroup/{group}", "description"),
    Door {
        text_member: None,
        wants_array: true,
        ..door("wavefront", "POST", "/api/v2/usergroup/{group}/addUsers", "")
    },
    Door {
        text_member: None,
        wants_array: true,
        ..door("wavefront", "POST", "/api/v2/usergroup/{group}/removeRoles", "")
    },
    door("wavefront", "POST", "/api/v2/role", "description"),
    door("wavefront", "PUT", "/api/v2/role/{role}", "description"),
    Door { text_member: None, wants_array: true, ..door("wavefront", "POST", "/api/v2/role/{role}/addAssignees", "") },
    Door {
        text_member: None,
        wants_array: true,
        ..door("wavefront", "POST", "/api/v2/role/grant/user_management", "")
    },
    Door { text_member: None, wants_array: true, ..door("wavefront", "POST", "/api/v2/user/deleteUsers", "") },
    Door { text_member: None, wants_array: true, ..door("wavefront", "POST", "/api/v2/user/validateUsers", "") },
    Door {
        text_member: None,
        wants_array: true,
        ..door("wavefront", "POST", "/api/v2/user/revoke/user_management", "")
    },
    Door {
        text_member: None,
        wants_array: true,
        ..door("wavefront", "POST", "/api/v2/user/ada@example.org/addUserGroups", "")
    },
    Door {
        text_member: None,
        wants_array: true,
        ..door("wavefront", "POST", "/api/v2/user/ada@example.org/removeUserGroups", "")
    },
    Door { text_member: None, ..door("wavefront", "POST", "/api/v2/search/user", "") },
    Door { text_member: None, ..door("wavefront", "POST", "/api/v2/search/usergroup", "") },
    Door { text_member: None, ..door("wavefront", "POST", "/api/v2/search/role", "") },
    door("roster", "POST", "/roster/v1/users/ada/keys", "description"),
    Door { text_member: None, ..door("roster", "POST", "/roster/v1/import", "") },
    door("roster", "POST", "/roster/v1/organizations/default/administrators", "username"),
];

/// One thing a client gets wrong.
struct Mistake {
    name: &'static str,
    content_type: &'static str,
    body: fn(&Door) -> Option<Vec<u8>>,
    status: u16,
    /// What the answer's text must hold, so that its reader knows where to look.
    says: fn(&Door) -> String,
}

const MISTAKES: &[Mistake] = &[
    Mistake {
        name: "malformed JSON",
        content_type: "application/json",
        body: |_| Some(b"{\"a\": 1,,}".to_vec()),
        status: 400,
        says: |_| "line 1".into(),
    },
    Mistake {
        name: "JSON that ends too early",
        content_type: "application/json",
        body: |_| Some(b"[{\"a\"".to_vec()),
        status: 400,
        says: |_| "line 1".into(),
    },
    Mistake {
        name: "a number where an object or an array belongs",
        content_type: "application/json",
        body: |_| Some(b"7".to_vec()),
        status: 400,
        says: |door| if door.wants_array { "array".into() } else { "object".into() },
    },
    Mistake {
        name: "a member of the wrong type",
        content_type: "application/json",
        body: |door| door.text_member.map(|member| json!({member: {"a": []}}).to_string().into_bytes()),
        status: 400,
        says: |door| format!("/{}", door.text_member.unwrap_or_default()),
    },
    Mistake {
        name: "a text that is far too long",
        content_type: "application/json",
        body: |door| {
            door.text_member.map(|member| json!({member: "x".repeat(LONG_TEXT_BYTES)}).to_string().into_bytes())
        },
        status: 400,
        says: |_| String::new(),
    },
    Mistake {
        name: "nesting without end",
        content_type: "application/json",
        body: |_| Some("[".repeat(DEPTH).into_bytes()),
        status: 400,
        says: |_| "line 1".into(),
    },
    Mistake {
        name: "bytes that are not UTF-8",
        content_type: "application/json",
        body: |_| Some(b"{\"a\": \"\xff\xfe\"}".to_vec()),
        status: 400,
        says: |_| "line 1".into(),
    },
    Mistake {
        name: "a media type that nobody reads",
        content_type: "text/csv",
        body: |door| (!door.any_media_type).then(|| b"{}".to_vec()),
        status: 415,
        says: |_| "application/json".into(),
    },
    Mistake {
        name: "a body over the limit",
        content_type: "application/json",
        body: |_| Some(vec![b' '; TOO_LARGE_BYTES]),
        status: 413,
        says: |_| "1048576".into(),
    },
];

/// The message of a failure, from where the dialect puts it.
fn message(dialect: &str, answer: &Answer) -> String {
    let body = answer.json();
    let found = match dialect {
        "lakesail" => body["message"].clone(),
        "elastic" => {
            assert!(answer.header("x-cloud-error-codes").is_some(), "no x-cloud-error-codes: {body}");
            body["errors"].clone()
        }
        "frontier" => {
            assert_eq!(body["details"], json!([]), "{body}");
            body["message"].clone()
        }
        "wavefront" => {
            assert_eq!(body["status"]["result"], "ERROR", "{body}");
            body["status"]["message"].clone()
        }
        _ => {
            assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{body}");
            body.clone()
        }
    };
    assert!(found != Value::Null, "no message: {body}");
    found.to_string()
}

fn create_ada(server: &TestServer) -> String {
    let ada = json!({
        "username": "ada", "email": "ada@example.org", "firstName": "Ada", "lastName": "Lovelace",
        "displayName": "Ada Lovelace",
    });
    let created = Request::new("POST", "/api/org/v1/users").bearer(ADMIN_KEY).json(&ada).send(server.address());
    assert_eq!(created.status, 201, "{}", created.text());
    created.json()["id"].as_str().expect("an id is text").to_owned()
}

/// What there is to be left alone: Ada, a group, a role and an organization, by id.
struct Fixture {
    user: String,
    group: String,
    role: String,
    organization: String,
    own_key: String,
}

impl Fixture {
    fn new(server: &TestServer) -> Self {
        let user = create_ada(server);
        let own_key = mint_key(server, "ada");
        let [group, role] = ["usergroup", "role"].map(|noun| {
            let target = format!("/api/v2/{noun}");
            let made =
                Request::new("POST", &target).bearer(ADMIN_KEY).json(&json!({"name": "crew"})).send(server.address());
            assert_eq!(made.status, 200, "{}", made.text());
            made.json()["response"]["id"].as_str().expect("an id is text").to_owned()
        });
        let organization = Tenant::make(|request| request.send(server.address()), "elsewhere").id;
        Self { user, group, role, organization, own_key }
    }

    fn target(&self, door: &Door) -> String {
        let ids = [
            ("{user}", &self.user),
            ("{group}", &self.group),
            ("{role}", &self.role),
            ("{organization}", &self.organization),
        ];
        ids.into_iter().fold(door.target.to_owned(), |target, (mark, id)| target.replace(mark, id))
    }
}

/// Ada as every door shows her, her own account as she sees it, her keys, and the group and the role.
fn views(server: &TestServer, fixture: &Fixture) -> Vec<Value> {
    let get = |target: &str, key: &str| {
        let answer = Request::new("GET", target).bearer(key).send(server.address());
        assert_eq!(answer.status, 200, "{target}: {}", answer.text());
        answer.json()
    };
    vec![
        get(&format!("/api/org/v1/users/{}", fixture.user), ADMIN_KEY),
        get("/v1beta1/users/ada", ADMIN_KEY),
        get("/api/v2/user/ada@example.org", ADMIN_KEY),
        get("/api/v1/users/ada", ADMIN_KEY),
        get("/api/v1/user", &fixture.own_key),
        get("/api/v1/users/ada/auth/keys", ADMIN_KEY),
        get(&format!("/api/v2/usergroup/{}", fixture.group), ADMIN_KEY),
        get(&format!("/api/v2/role/{}", fixture.role), ADMIN_KEY),
        get(&format!("/api/admin/v1/organizations/{}", fixture.organization), ADMIN_KEY),
    ]
}

fn mint_key(server: &TestServer, user: &str) -> String {
    let target = format!("/roster/v1/users/{user}/keys");
    let minted =
        Request::new("POST", &target).bearer(ADMIN_KEY).json(&json!({"description": "test"})).send(server.address());
    assert_eq!(minted.status, 201, "{}", minted.text());
    minted.json()["key"].as_str().expect("a key is text").to_owned()
}

#[test]
fn every_mistake_is_told_where_it_is_and_changes_nothing() {
    let server = TestServer::start();
    let fixture = Fixture::new(&server);
    let before = views(&server, &fixture);
    let mut tried = 0;
    for door in DOORS {
        for mistake in MISTAKES {
            let Some(body) = (mistake.body)(door) else { continue };
            let key = if door.target == "/api/v1/user" { &fixture.own_key } else { ADMIN_KEY };
            let answer = Request::new(door.method, &fixture.target(door))
                .bearer(key)
                .header("Content-Type", mistake.content_type)
                .body(body)
                .send(server.address());
            let case = format!("{} {}: {}", door.method, door.target, mistake.name);
            assert_eq!(answer.status, mistake.status, "{case}: {}", answer.text());
            let said = message(door.dialect, &answer);
            let wanted = (mistake.says)(door);
            assert!(said.contains(&wanted), "{case}: {said} does not say {wanted:?}");
            tried += 1;
        }
        assert_eq!(views(&server, &fixture), before, "{} {} changed something", door.method, door.target);
    }
    assert!(tried > DOORS.len() * (MISTAKES.len() - 3), "only {tried} pairs were tried");
}

#[test]
fn a_path_that_cannot_be_decoded_is_a_bad_request_in_the_dialects_shape() {
    let server = TestServer::start();
    for (dialect, target) in [
        ("lakesail", "/api/org/v1/users/%zz"),
        ("elastic", "/api/v1/users/%zz"),
        ("frontier", "/v1beta1/users/a%2"),
        ("wavefront", "/api/v2/user/%"),
        ("roster", "/roster/v1/users/%e/keys"),
    ] {
        let method = if dialect == "roster" { "POST" } else { "GET" };
        let answer = Request::new(method, target).bearer(ADMIN_KEY).send(server.address());
        assert_eq!(answer.status, 400, "{target}: {}", answer.text());
        let said = message(dialect, &answer);
        assert!(said.contains("path"), "{target}: {said}");
    }
}

#[test]
fn a_form_is_checked_as_json_is() {
    let server = TestServer::start();
    create_ada(&server);
    let grant = |content_type: &str, body: &[u8]| {
        Request::new("POST", "/api/v2/user/ada@example.org/grant")
            .bearer(ADMIN_KEY)
            .header("Content-Type", content_type)
            .body(body)
            .send(server.address())
    };
    let form = "application/x-www-form-urlencoded";
    assert_eq!(grant("text/csv", b"group=user_management").status, 415);
    assert_eq!(grant(form, b"group=%zz").status, 400);
    assert_eq!(grant(form, b"group=user_management&group=ingestion").status, 400);
    assert_eq!(grant(form, &vec![b'a'; TOO_LARGE_BYTES]).status, 413);
    let shown = Request::new("GET", "/api/v2/user/ada@example.org").bearer(ADMIN_KEY).send(server.address());
    assert_eq!(shown.json()["groups"], json!([]), "nothing was granted");
}
