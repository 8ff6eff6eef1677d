//! What a tag tells: it is the same through every door, stays as long as every answer stays, and is another as soon as
//! anything differs that any door shows.

use std::net::SocketAddr;

use roster::config::Flags;
use roster::limits::PASSWORD_HASH_MEMORY_KIB_MIN;
use serde_json::{Value, json};

use crate::support::http::{Answer, Request};
use crate::support::server::{ADMIN_KEY, TestServer};

const PASSWORD: &str = "a quiet lighthouse keeps time";
const FORM: &str = "application/x-www-form-urlencoded";

/// A server on which Ada is in a group that gives a role, and Bob is another.
struct House {
    server: TestServer,
    ada: String,
    uuid: String,
    organization: String,
    /// A key of Ada's own.
    key: String,
    group: String,
    /// The role of the group, which Ada has through it.
    role: String,
}

impl House {
    fn build() -> Self {
        let server = TestServer::start_with(Flags {
            password_hash_memory_kib: Some(PASSWORD_HASH_MEMORY_KIB_MIN),
            password_hash_passes: Some(1),
            ..Flags::default()
        });
        let mut house = Self {
            server,
            ada: String::new(),
            uuid: String::new(),
            organization: String::new(),
            key: String::new(),
            group: String::new(),
            role: String::new(),
        };
        house.ada = house.person("ada");
        house.person("bob");
        house.role = text(&house.done("POST", "/api/v2/role", &json!({"name": "Reading"})).json()["response"]["id"]);
        let group = json!({"name": "Crew", "roleIDs": [house.role]});
        house.group = text(&house.done("POST", "/api/v2/usergroup", &group).json()["response"]["id"]);
        house.done("POST", "/api/v2/user/ada@example.org/addUserGroups", &json!([house.group]));
        house.done("PATCH", "/api/v1/users/ada", &json!({"security": {"password": PASSWORD}}));
        let organizations = house.get("/api/admin/v1/organizations").json();
        house.organization = text(&organizations["items"][0]["id"]);
        house.uuid = text(&house.get("/v1beta1/users/ada").json()["user"]["id"]);
        house.key =
            text(&house.done("POST", "/roster/v1/users/ada/keys", &json!({"description": "own"})).json()["key"]);
        house
    }

    fn address(&self) -> SocketAddr {
        self.server.address()
    }

    fn person(&self, name: &str) -> String {
        let email = format!("{name}@example.org");
        let body = json!({"username": name, "email": email, "firstName": "A", "lastName": "B", "displayName": "C"});
        text(&self.done("POST", "/api/org/v1/users", &body).json()["id"])
    }

    /// Does something as the admin, which has to succeed.
    fn done(&self, method: &str, target: &str, body: &Value) -> Answer {
        let answer = Request::new(method, target).bearer(ADMIN_KEY).json(body).send(self.address());
        assert!(answer.status < 300, "{method} {target}: {} {}", answer.status, answer.text());
        answer
    }

    fn get(&self, target: &str) -> Answer {
        Request::new("GET", target).bearer(ADMIN_KEY).send(self.address())
    }

    /// Puts Ada's ids and those of the group and the role in the place of their marks.
    fn fill(&self, text: &str) -> String {
        let marks = [
            ("{ada}", &self.ada),
            ("{uuid}", &self.uuid),
            ("{organization}", &self.organization),
            ("{group}", &self.group),
            ("{role}", &self.role),
        ];
        marks.iter().fold(text.to_owned(), |text, (mark, id)| text.replace(mark, id))
    }

    /// The tag that all these answers have in common.
    fn tag_of(&self, targets: &[&str], key: &str) -> String {
        let tags: Vec<String> = targets
            .iter()
            .map(|target| {
                let answer = Request::new("GET", &self.fill(target)).bearer(key).send(self.address());
                assert_eq!(answer.status, 200, "{target}: {}", answer.text());
                tag(&answer)
            })
            .collect();
        assert!(tags.iter().all(|tag| *tag == tags[0]), "{targets:?} have {tags:?}");
        tags[0].clone()
    }

    /// Ada's tag, as every door says it, to the admin and to herself.
    fn ada(&self) -> String {
        const NAMED: [&str; 7] = [
            "/api/org/v1/users/{ada}",
            "/api/v1/users/ada",
            "/v1beta1/users/{uuid}",
            "/v1beta1/users/ada",
            "/v1beta1/users/ada@example.org",
            "/api/v2/user/ada@example.org",
            "/api/v2/user/ada@example.org/businessFunctions",
        ];
        let to_admin = self.tag_of(&NAMED, ADMIN_KEY);
        let own = self.tag_of(&["/api/org/v1/me", "/api/v1/user", "/v1beta1/users/self"], &self.key);
        assert_eq!(own, to_admin, "it does not matter who asks");
        to_admin
    }

    fn group(&self) -> String {
        self.tag_of(&["/api/v2/usergroup/{group}", "/v1beta1/organizations/default/groups/{group}"], ADMIN_KEY)
    }

    fn role(&self) -> String {
        self.tag_of(&["/api/v2/role/{role}"], ADMIN_KEY)
    }
}

fn tag(answer: &Answer) -> String {
    let tags: Vec<&str> =
        answer.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("etag")).map(|(_, tag)| &**tag).collect();
    let [tag] = tags[..] else { panic!("one tag, not {tags:?}: {}", answer.text()) };
    let digits = tag.strip_prefix('"').and_then(|tag| tag.strip_suffix('"'));
    assert!(digits.is_some_and(|digits| digits.len() == 24), "a strong tag of 96 bits: {tag}");
    tag.to_owned()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

#[test]
fn a_users_tag_is_another_after_every_change_that_any_door_shows() {
    let house = House::build();
    let mut seen = vec![house.ada()];
    let long_ago = json!({"username": "ada", "password": PASSWORD});
    let changes: [(&str, &str, &str, Value); 18] = [
        ("her name", "PATCH", "/api/org/v1/users/{ada}", json!({"firstName": "Augusta"})),
        ("her full name", "PATCH", "/api/v1/users/ada", json!({"full_name": "Augusta"})),
        ("her metadata", "PUT", "/v1beta1/users/{uuid}", json!({"email": "ada@example.org", "metadata": {"a": 1}})),
        (
            "her id elsewhere",
            "PUT",
            "/api/v2/user/ada@example.org",
            json!({"identifier": "ada@example.org", "ssoId": "s"}),
        ),
        ("her permissions", "POST", "/api/v2/user/grant/user_management", json!(["ada@example.org"])),
        ("her roles", "POST", "/api/v2/role/{role}/addAssignees", json!(["ada@example.org"])),
        ("the name of her group", "PUT", "/api/v2/usergroup/{group}", json!({"id": "{group}", "name": "Team"})),
        (
            "what her group is for",
            "PUT",
            "/v1beta1/organizations/default/groups/{group}",
            json!({"name": "Team", "title": "T"}),
        ),
        ("the name of her role", "PUT", "/api/v2/role/{role}", json!({"id": "{role}", "name": "Writing"})),
        ("what her role gives", "POST", "/api/v2/role/grant/user_management", json!(["{role}"])),
        ("the roles of her group", "POST", "/api/v2/usergroup/{group}/removeRoles", json!(["{role}"])),
        ("a login", "POST", "/api/v1/users/auth/_login", long_ago),
        ("her state", "PATCH", "/api/v1/users/ada", json!({"full_name": "A", "security": {"enabled": true}})),
        ("her groups", "POST", "/api/v2/usergroup/{group}/removeUsers", json!(["ada@example.org"])),
        ("the roles that are left", "DELETE", "/api/v2/role/{role}", json!({})),
        ("her password", "POST", "/api/org/v1/users/{ada}/password/reset", json!({})),
        ("her last name", "PATCH", "/api/org/v1/users/{ada}", json!({"lastName": "King"})),
        (
            "the name of her organization",
            "PATCH",
            "/api/admin/v1/organizations/{organization}",
            json!({"name": "Elsewhere"}),
        ),
    ];
    for (what, method, target, body) in changes {
        let body: Value = serde_json::from_str(&house.fill(&body.to_string())).expect("it is JSON");
        house.done(method, &house.fill(target), &body);
        let now = house.ada();
        assert!(!seen.contains(&now), "{what} changed, and the tag is one that was there before");
        seen.push(now);
    }
}

#[test]
fn a_users_tag_is_another_when_those_who_made_and_changed_her_have_another_name() {
    let house = House::build();
    let grace = house.person("grace");
    house.done("POST", "/api/v2/user/grant/user_management", &json!(["grace@example.org"]));
    let minted = house.done("POST", "/roster/v1/users/grace/keys", &json!({"description": "hers"})).json();
    let patch = Request::new("PATCH", "/api/v1/users/ada").bearer(&text(&minted["key"]));
    assert_eq!(patch.json(&json!({"full_name": "By Grace"})).send(house.address()).status, 200);
    let before = house.ada();
    house.done("PATCH", &format!("/api/org/v1/users/{grace}"), &json!({"username": "hopper"}));
    let renamed = house.ada();
    assert_ne!(renamed, before, "elastic shows by name who changed her");
    house.done("DELETE", "/api/v1/users/hopper", &json!({}));
    assert_ne!(house.ada(), renamed, "and by id, when that is nobody any more");
}

#[test]
fn a_tag_stays_while_every_answer_stays() {
    let house = House::build();
    let before = (house.ada(), house.group(), house.role());
    house.done("POST", "/roster/v1/users/ada/keys", &json!({"description": "another"}));
    house.done("PATCH", "/api/v1/users/ada", &json!({"full_name": "C"}));
    house.done("PATCH", "/api/org/v1/users/{ada}".replace("{ada}", &house.ada).as_str(), &json!({}));
    house.done("PATCH", "/api/v1/users/bob", &json!({"full_name": "Robert"}));
    house.done("POST", "/api/v2/user/ada@example.org/addUserGroups", &json!([house.group]));
    let refused =
        Request::new("PATCH", "/api/v1/users/ada").bearer(ADMIN_KEY).json(&json!({"email": "bob@example.org"}));
    assert_eq!(refused.send(house.address()).status, 409);
    assert_eq!((house.ada(), house.group(), house.role()), before);
}

#[test]
fn the_tags_of_groups_and_roles_follow_their_members() {
    let house = House::build();
    let mut groups = vec![house.group()];
    let mut roles = vec![house.role()];
    let bob = ["bob@example.org"];
    // What is changed, and whether the group and the role are shown differently after it.
    let changes: [(&str, &str, Value, bool, bool); 7] = [
        ("POST", "/api/v2/usergroup/{group}/addUsers", json!(bob), true, false),
        ("PATCH", "/api/v1/users/bob", json!({"email": "robert@example.org"}), true, false),
        ("POST", "/api/v2/role/{role}/addAssignees", json!(["robert@example.org"]), false, true),
        ("PUT", "/api/v2/role/{role}", json!({"id": "{role}", "name": "Writing"}), true, true),
        ("PUT", "/api/v2/usergroup/{group}", json!({"id": "{group}", "name": "Team"}), true, true),
        ("DELETE", "/api/v1/users/bob", json!({}), true, true),
        ("POST", "/api/v2/usergroup/{group}/removeRoles", json!(["{role}"]), true, true),
    ];
    for (method, target, body, of_group, of_role) in changes {
        let body: Value = serde_json::from_str(&house.fill(&body.to_string())).expect("it is JSON");
        house.done(method, &house.fill(target), &body);
        for (seen, now, is_changed) in [(&mut groups, house.group(), of_group), (&mut roles, house.role(), of_role)] {
            assert_eq!(seen.last() != Some(&now), is_changed, "{method} {target}");
            assert!(!is_changed || !seen.contains(&now), "{method} {target}: a tag comes back");
            seen.push(now);
        }
    }
}

#[test]
fn the_answer_that_makes_or_changes_something_has_the_tag_that_is_read_after_it() {
    let house = House::build();
    let crew = json!({"name": "made"});
    let cases: [(&str, &str, Value, &str); 14] = [
        (
            "POST",
            "/api/org/v1/users",
            json!({"username": "lakesail", "email": "", "firstName": "", "lastName": "", "displayName": ""}),
            "/api/v1/users/lakesail",
        ),
        (
            "POST",
            "/api/v1/users",
            json!({"user_name": "elastic", "security": {"roles": ["ece_deployment_viewer"]}}),
            "/api/v1/users/elastic",
        ),
        ("POST", "/v1beta1/users", json!({"name": "frontier", "email": "f@example.org"}), "/api/v1/users/frontier"),
        (
            "PUT",
            "/v1beta1/users/g@example.org",
            json!({"name": "gggg", "email": "g@example.org"}),
            "/api/v1/users/gggg",
        ),
        ("POST", "/api/v2/user", json!({"emailAddress": "w@example.org"}), "/api/v2/user/w@example.org"),
        ("POST", "/api/v2/user/invite", json!([{"emailAddress": "i@example.org"}]), "/api/v2/user/i@example.org"),
        ("PATCH", "/api/org/v1/users/{ada}", json!({"displayName": "1"}), "/api/v1/users/ada"),
        ("PATCH", "/api/v1/users/ada", json!({"full_name": "2"}), "/api/org/v1/users/{ada}"),
        ("PUT", "/v1beta1/users/ada", json!({"email": "ada@example.org", "title": "3"}), "/api/v1/users/ada"),
        (
            "PUT",
            "/api/v2/user/ada@example.org",
            json!({"identifier": "ada@example.org", "ssoId": "4"}),
            "/v1beta1/users/ada",
        ),
        ("POST", "/api/v2/user/revoke/user_management", json!(["ada@example.org"]), "/api/v1/users/ada"),
        ("POST", "/v1beta1/organizations/default/groups", crew.clone(), "/v1beta1/organizations/default/groups/{made}"),
        ("POST", "/api/v2/role", crew.clone(), "/api/v2/role/{made}"),
        ("POST", "/v1beta1/meta/schemas", json!({"name": "made", "schema": "true"}), "/v1beta1/meta/schemas/made"),
    ];
    for (method, target, body, shown) in cases {
        let answer = house.done(method, &house.fill(target), &body);
        let json = answer.json();
        let made = [&json["group"]["id"], &json["response"]["id"]].into_iter().find_map(Value::as_str);
        let shown = shown.replace("{made}", made.unwrap_or_default());
        assert_eq!(house.tag_of(&[&shown], ADMIN_KEY), tag(&answer), "{method} {target}");
    }
    let form = Request::new("POST", "/api/v2/user/ada@example.org/grant").bearer(ADMIN_KEY);
    let granted = form.header("Content-Type", FORM).body("group=user_management").send(house.address());
    assert_eq!(tag(&granted), house.ada());
}

#[test]
fn a_key_has_a_tag_of_its_own() {
    let house = House::build();
    let robot = house.done("POST", "/api/org/v1/service-accounts", &json!({"username": "robot", "description": ""}));
    let robot_shown = format!("/api/org/v1/service-accounts/{}", text(&robot.json()["id"]));
    assert_eq!(house.tag_of(&[&robot_shown], ADMIN_KEY), tag(&robot));
    let made = house.done("POST", &format!("{robot_shown}/keys"), &json!({}));
    let shown = format!("{robot_shown}/keys/{}", text(&made.json()["id"]));
    assert_eq!(house.tag_of(&[&shown], ADMIN_KEY), tag(&made));
    let changed = house.done("PATCH", &shown, &json!({"expiresAt": "2100-01-01T00:00:00Z"}));
    assert_ne!(tag(&changed), tag(&made));
    assert_eq!(house.tag_of(&[&shown], ADMIN_KEY), tag(&changed));
}

#[test]
fn a_head_request_is_answered_with_the_tag_too() {
    let house = House::build();
    for target in ["/api/org/v1/users/{ada}", "/api/v1/users/ada", "/v1beta1/users/ada", "/api/v2/user/ada@example.org"]
    {
        let answer = Request::new("HEAD", &house.fill(target)).bearer(ADMIN_KEY).send(house.address());
        assert_eq!(tag(&answer), house.ada(), "{target}");
    }
}
