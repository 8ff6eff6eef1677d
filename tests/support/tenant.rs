//! Another organization, made as anybody makes one: through the public API, with an administrator who has a key.

use serde_json::{Value, json};

use super::http::{Answer, Request};
use super::server::ADMIN_KEY;

/// An organization beside the one that exists from the start.
#[derive(Clone, Debug)]
pub(crate) struct Tenant {
    /// Its id, 20 characters.
    pub(crate) id: String,
    /// The username of its administrator: the name and `.admin`.
    pub(crate) admin: String,
    /// The administrator's address: the username at example.org.
    pub(crate) admin_email: String,
    /// The administrator's id, 20 characters.
    pub(crate) admin_id: String,
    /// The administrator's key.
    pub(crate) key: String,
}

impl Tenant {
    /// Makes an organization, by whatever way requests are sent.
    pub(crate) fn make(send: impl Fn(&Request) -> Answer, name: &str) -> Self {
        let made = |target: &str, body: &Value| {
            let answer = send(&Request::new("POST", target).bearer(ADMIN_KEY).json(body));
            assert_eq!(answer.status, 201, "{target}: {}", answer.text());
            answer.json()
        };
        let text = |value: &Value| value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned();
        let id = text(&made("/api/admin/v1/organizations", &json!({"name": name}))["id"]);
        let (admin, admin_email) = (format!("{name}.admin"), format!("{name}.admin@example.org"));
        let target = format!("/roster/v1/organizations/{id}/administrators");
        let administrator = made(&target, &json!({"username": admin, "email": admin_email}));
        Self { id, admin, admin_email, admin_id: text(&administrator["id"]), key: text(&administrator["key"]) }
    }
}
