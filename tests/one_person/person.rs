//! The model: a person as it should be, and the ways to make one.

use std::collections::BTreeSet;

use proptest::collection::btree_set;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::doors::Doors;
use super::texts;

/// What a person has. Empty texts are none.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) short_id: String,
    pub(super) uuid: String,
    pub(super) username: String,
    pub(super) email: String,
    pub(super) first_name: String,
    pub(super) last_name: String,
    pub(super) display_name: String,
    pub(super) avatar: String,
    pub(super) metadata: Value,
    pub(super) enabled: bool,
    pub(super) roles: BTreeSet<String>,
    pub(super) permissions: BTreeSet<String>,
    pub(super) in_crew: bool,
}

impl Person {
    /// How Wavefront names it.
    pub(super) fn identifier(&self) -> &str {
        if self.email.is_empty() { &self.username } else { &self.email }
    }

    fn new(email: &str) -> Self {
        Self {
            short_id: String::new(),
            uuid: String::new(),
            username: String::new(),
            email: email.to_owned(),
            first_name: String::new(),
            last_name: String::new(),
            display_name: String::new(),
            avatar: String::new(),
            metadata: json!({}),
            enabled: true,
            roles: BTreeSet::new(),
            permissions: BTreeSet::new(),
            in_crew: false,
        }
    }
}

/// An address before it gets its number.
#[derive(Clone, Debug)]
pub(super) struct Address {
    pub(super) local: String,
    pub(super) host: &'static str,
}

impl Address {
    pub(super) fn any() -> impl Strategy<Value = Self> {
        (texts::local_part(), texts::host()).prop_map(|(local, host)| Self { local, host })
    }

    /// An address that nobody has had.
    pub(super) fn numbered(&self, doors: &Doors) -> String {
        format!("{}-{}@{}", self.local, doors.number(), self.host)
    }
}

pub(super) fn permissions() -> impl Strategy<Value = BTreeSet<String>> {
    let some = select(vec!["ingestion", "user_management", "log_management", "saml_sso_management"]);
    btree_set(some.prop_map(ToOwned::to_owned), 0..4)
}

pub(super) fn metadata() -> impl Strategy<Value = Value> {
    (option::of(texts::text()), option::of(texts::text()), texts::text(), any::<i32>()).prop_map(
        |(description, label, other, number)| {
            let mut object = json!({other: [number, null, {"a": 0.5}]});
            object["label"] = json!({"of": label});
            if let Some(description) = description {
                object["description"] = json!(description);
            }
            object
        },
    )
}

/// How a person is made.
#[derive(Clone, Debug)]
pub(super) enum Birth {
    Lakesail { email: Option<Address>, first_name: String, last_name: String, display_name: String },
    Elastic { name: String, email: Option<Address>, full_name: Option<String> },
    Frontier { name: Option<String>, title: String, metadata: Value },
    Wavefront { email: Address, permissions: BTreeSet<String> },
}

impl Birth {
    pub(super) fn any() -> impl Strategy<Value = Self> {
        let text = texts::text;
        prop_oneof![
            (option::of(Address::any()), text(), text(), text()).prop_map(
                |(email, first_name, last_name, display_name)| {
                    Self::Lakesail { email, first_name, last_name, display_name }
                }
            ),
            (texts::elastic_name(), option::of(Address::any()), option::of(text()))
                .prop_map(|(name, email, full_name)| Self::Elastic { name, email, full_name }),
            (option::of("[a-zA-Z][a-zA-Z0-9_-]{0,40}"), text(), metadata())
                .prop_map(|(name, title, metadata)| Self::Frontier { name, title, metadata }),
            (Address::any(), permissions()).prop_map(|(email, permissions)| Self::Wavefront { email, permissions }),
        ]
    }

    /// Makes the person, and asks for the ids and the name that it got.
    pub(super) fn happen(self, doors: &Doors) -> Result<Person, String> {
        let mut person = match self {
            Self::Lakesail { email, first_name, last_name, display_name } => {
                let email = email.map_or_else(String::new, |email| email.numbered(doors));
                let username = format!("Lake.Sail-{}", doors.number());
                let body = json!({"username": username, "email": email, "firstName": first_name,
                    "lastName": last_name, "displayName": display_name});
                doors.send("POST", "/api/org/v1/users", &body)?;
                Person { username, first_name, last_name, display_name, ..Person::new(&email) }
            }
            Self::Elastic { name, email, full_name } => {
                let email = email.map(|email| email.numbered(doors));
                let username = format!("{name}-{}", doors.number());
                let mut body = json!({"user_name": username, "security": {"roles": ["ece_deployment_viewer"]}});
                email.iter().for_each(|email| body["email"] = json!(email));
                full_name.iter().for_each(|name| body["full_name"] = json!(name));
                doors.send("POST", "/api/v1/users", &body)?;
                let roles = ["ece_deployment_viewer".to_owned()].into();
                let display_name = full_name.unwrap_or_default();
                Person { username, roles, display_name, ..Person::new(&email.unwrap_or_default()) }
            }
            Self::Frontier { name, title, metadata } => {
                let number = doors.number();
                let email = format!("Front-{number}@Example.org");
                let name = name.map(|name| format!("{name}-{number}"));
                let body = json!({"name": name, "email": email, "title": title, "metadata": metadata});
                doors.send("POST", "/v1beta1/users", &body)?;
                let username = name.unwrap_or_default().to_lowercase();
                Person { username, display_name: title, metadata, ..Person::new(&email.to_lowercase()) }
            }
            Self::Wavefront { email, permissions } => {
                let email = email.numbered(doors);
                let body = json!({"emailAddress": email, "groups": permissions, "userGroups": null});
                doors.send("POST", "/api/v2/user", &body)?;
                Person { permissions, ..Person::new(&email) }
            }
        };
        let known = person.identifier().to_owned();
        let named = doors.name(&known)?;
        if person.username.is_empty() {
            person.username = named.username;
        }
        Ok(Person { short_id: named.short_id, uuid: named.uuid, ..person })
    }
}
