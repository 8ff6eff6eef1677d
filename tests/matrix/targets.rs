//! What things are done to: objects that the admin makes through the API when they are wanted, and their names in requests.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::net::SocketAddr;

use roster::context::Context;
use roster::domain::Id;
use serde_json::{Value, json};

use super::fixture::Populated;
use super::rows::{Noun, Variant};
use crate::support::http::Request;
use crate::support::server::ADMIN_KEY;

/// What the placeholders of paths and bodies stand for.
pub(super) type Names = BTreeMap<&'static str, String>;

/// Puts names in the place of `{placeholders}`.
pub(super) fn fill(text: &str, names: &Names) -> String {
    names.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// Takes the names out of an answer, so that answers about different objects can be compared.
pub(super) fn without_names(text: &str, names: &Names) -> String {
    let mut values: Vec<&str> =
        names.iter().filter(|(name, _)| **name != "unique").map(|(_, value)| value.as_str()).collect();
    // One name may be part of another.
    values.sort_by_key(|value| std::cmp::Reverse(value.len()));
    values.iter().fold(text.to_owned(), |text, value| text.replace(value, "<name>"))
}

/// Which name stands for a parameter of a path.
pub(super) fn parameter(module: &str, parameter: &str, noun: Noun) -> &'static str {
    match (module, parameter) {
        ("lakesail", "user" | "serviceAccount") => "id",
        ("elastic", "user_name" | "user_id") | ("roster", "user") => "username",
        ("lakesail" | "roster", "organization") => "tenant",
        ("lakesail", "key") | ("elastic", "api_key_id") => "key",
        ("frontier", "org_id") => "organization",
        ("frontier", "user_id") => "member_uuid",
        ("wavefront", "permission") => "permission",
        ("frontier" | "wavefront", "id") => match noun {
            Noun::Group => "group",
            Noun::Role => "role",
            Noun::Metaschema => "schema",
            _ if module == "frontier" => "uuid",
            _ => "email",
        },
        _ => panic!("what is {{{parameter}}} of {module}?"),
    }
}

/// Makes objects, as the admin.
pub(super) struct Maker<'a> {
    server: SocketAddr,
    populated: &'a Populated,
    context: Context,
    made: Cell<u32>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(server: SocketAddr, populated: &'a Populated) -> Self {
        Self { server, populated, context: Context::system(), made: Cell::new(0) }
    }

    /// A number that was not given before, as text.
    pub(super) fn unique(&self) -> String {
        self.made.set(self.made.get() + 1);
        self.made.get().to_string()
    }

    /// Names of nothing.
    pub(super) fn absent(&self) -> Names {
        let unique = self.unique();
        let id = || self.context.id::<Id>();
        let mut names = Names::new();
        name_user(&mut names, id(), &format!("absent{unique}"), &format!("absent{unique}@example.org"));
        names.insert("key", id().to_base32());
        name_member(&mut names, id(), &format!("absent.member{unique}@example.org"));
        for name in ["group", "role", "held_role", "schema", "strong_role", "strong_group"] {
            names.insert(name, id().to_uuid());
        }
        names.insert("organization", format!("nowhere{unique}"));
        names.insert("tenant", id().to_base32());
        names.insert("permission", "user_management".to_owned());
        names
    }

    /// Names of an object of a kind, and of the others that requests about it need. Nothing else knows it.
    pub(super) fn make(&self, noun: Noun, variant: Variant) -> Names {
        let mut names = self.absent();
        names.insert("organization", "default".to_owned());
        let strong_role = self.builtin_role("ece_platform_admin").to_uuid();
        if matches!(noun, Noun::Person | Noun::Collection) {
            names.insert("strong_group", self.group(&[strong_role.as_str()]));
        }
        names.insert("strong_role", strong_role);
        match noun {
            Noun::Person => self.name_person(&mut names, variant),
            Noun::Service => self.name_service(&mut names, variant),
            Noun::Group => self.name_group(&mut names, variant),
            Noun::Role => self.name_role(&mut names, variant),
            Noun::Metaschema => {
                let body = json!({"name": format!("made{}", self.unique()), "schema": "true"});
                let made = self.send("POST", "/v1beta1/meta/schemas", &body);
                names.insert("schema", text(&made["metaschema"]["id"]));
            }
            Noun::Tenant if variant == Variant::Builtin => {
                names.insert("tenant", self.populated.platform.expect("it was bootstrapped").to_base32());
            }
            Noun::Tenant => {
                let body = json!({"name": format!("made{}", self.unique())});
                names.insert("tenant", text(&self.send("POST", "/api/admin/v1/organizations", &body)["id"]));
            }
            Noun::Open | Noun::Oneself | Noun::Session | Noun::Collection | Noun::Organization => {}
        }
        names
    }

    fn name_person(&self, names: &mut Names, variant: Variant) {
        let (id, username, email) = self.person();
        if variant == Variant::Stronger {
            self.assign(self.builtin_role("ece_platform_admin"), &email);
        }
        let path = format!("/roster/v1/users/{username}/keys");
        names.insert("key", text(&self.send("POST", &path, &json!({"description": "made"}))["id"]));
        names.insert("group", self.group(&[]));
        name_user(names, id, &username, &email);
    }

    fn name_service(&self, names: &mut Names, variant: Variant) {
        let username = format!("made.service{}", self.unique());
        let body = json!({"username": username, "description": ""});
        let id = text(&self.send("POST", "/api/org/v1/service-accounts", &body)["id"]);
        let identifier = format!("sa::{username}");
        if variant == Variant::Stronger {
            self.assign(self.builtin_role("ece_platform_admin"), &identifier);
        }
        let path = format!("/api/org/v1/service-accounts/{id}/keys");
        names.insert("key", text(&self.send("POST", &path, &json!({}))["id"]));
        name_user(names, Id::parse(&id).expect("an id"), &username, &identifier);
    }

    fn name_group(&self, names: &mut Names, variant: Variant) {
        let (member, _, email) = self.person();
        name_member(names, member, &email);
        let held = match variant {
            Variant::Stronger => self.builtin_role("ece_platform_admin").to_uuid(),
            _ => self.role(&[]),
        };
        let group = match variant {
            Variant::Builtin => self.populated.everyone.expect("everyone is a group").to_uuid(),
            _ => self.group(&[held.as_str()]),
        };
        names.insert("group", group);
        names.insert("held_role", held);
        names.insert("role", self.role(&[]));
    }

    fn name_role(&self, names: &mut Names, variant: Variant) {
        let (member, _, email) = self.person();
        name_member(names, member, &email);
        names.insert(
            "role",
            match variant {
                Variant::Builtin => self.builtin_role("ece_deployment_viewer").to_uuid(),
                Variant::Stronger => self.role(&["agent_management"]),
                Variant::Other | Variant::Own => self.role(&[]),
            },
        );
    }

    /// A person with nothing but an account: id, username, address.
    fn person(&self) -> (Id, String, String) {
        let username = format!("made{}", self.unique());
        let email = format!("{username}@example.org");
        let body = json!({"username": username, "email": email, "firstName": "M", "lastName": "N", "displayName": "O"});
        let made = self.send("POST", "/api/org/v1/users", &body);
        (Id::parse(&text(&made["id"])).expect("an id"), username, email)
    }

    fn group(&self, roles: &[&str]) -> String {
        let body = json!({"name": format!("made{}", self.unique()), "roleIDs": roles});
        text(&self.send("POST", "/api/v2/usergroup", &body)["response"]["id"])
    }

    fn role(&self, permissions: &[&str]) -> String {
        let body = json!({"name": format!("made{}", self.unique()), "permissions": permissions});
        text(&self.send("POST", "/api/v2/role", &body)["response"]["id"])
    }

    fn assign(&self, role: Id, identifier: &str) {
        self.send("POST", &format!("/api/v2/role/{}/addAssignees", role.to_uuid()), &json!([identifier]));
    }

    fn builtin_role(&self, name: &str) -> Id {
        *self.populated.roles.get(name).expect("it is a built-in role")
    }

    fn send(&self, method: &str, target: &str, body: &Value) -> Value {
        let answer = Request::new(method, target).bearer(ADMIN_KEY).json(body).send(self.server);
        assert!((200..300).contains(&answer.status), "{method} {target}: {} {}", answer.status, answer.text());
        answer.json()
    }
}

/// Names the user that something is done to.
pub(super) fn name_user(names: &mut Names, id: Id, username: &str, email: &str) {
    names.insert("id", id.to_base32());
    names.insert("uuid", id.to_uuid());
    names.insert("username", username.to_owned());
    names.insert("email", email.to_owned());
    // Whoever has no address gets one.
    names.insert("address", if email.contains('@') { email.to_owned() } else { format!("{username}@example.org") });
}

/// Names a user beside the object that something is done to.
fn name_member(names: &mut Names, id: Id, email: &str) {
    names.insert("member_uuid", id.to_uuid());
    names.insert("member_email", email.to_owned());
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}
