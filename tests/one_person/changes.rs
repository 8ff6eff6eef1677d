//! What can be said about a person through one of the doors, and what the model makes of it.

use std::collections::BTreeSet;

use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use super::doors::{Doors, segment};
use super::person::{Address, Person, metadata, permissions};
use super::texts;

/// A member of a body that may be left out, be null, or have a value.
type Said<T> = Option<Option<T>>;

/// A change through one door.
#[derive(Clone, Debug)]
pub(super) enum Change {
    /// Whether it is renamed; its address, where the empty one is none; its names, where they are given.
    LakesailUpdate {
        renamed: bool,
        email: Said<Address>,
        first: Option<String>,
        last: Option<String>,
        display: Option<String>,
    },
    ElasticUpdate {
        full_name: Said<String>,
        email: Said<Address>,
        enabled: Said<bool>,
        roles: Said<&'static str>,
    },
    FrontierUpdate {
        title: Option<String>,
        metadata: Option<Value>,
        has_avatar: bool,
    },
    FrontierSwitch {
        enabled: bool,
    },
    WavefrontUpdate {
        permissions: Option<BTreeSet<String>>,
    },
    WavefrontGrant {
        permission: &'static str,
        granted: bool,
        to_many: bool,
    },
    WavefrontGroups {
        joined: bool,
    },
}

const AVATAR: &str = "data:image/png;base64,AAAA";
const ROLES: [&str; 3] = ["ece_deployment_manager", "ece_deployment_viewer", "ece_platform_viewer"];

fn said<T: Clone + std::fmt::Debug>(value: impl Strategy<Value = T>) -> impl Strategy<Value = Said<T>> {
    option::of(option::weighted(0.7, value))
}

impl Change {
    pub(super) fn any() -> impl Strategy<Value = Self> {
        let text = || option::of(texts::text());
        let permission = select(vec!["ingestion", "token_management"]);
        prop_oneof![
            3 => (any::<bool>(), said(Address::any()), text(), text(), text()).prop_map(
                |(renamed, email, first, last, display)| Self::LakesailUpdate { renamed, email, first, last, display }
            ),
            3 => (said(texts::text()), said(Address::any()), said(any::<bool>()), said(select(ROLES.to_vec()))).prop_map(
                |(full_name, email, enabled, roles)| Self::ElasticUpdate { full_name, email, enabled, roles }
            ),
            3 => (text(), option::of(metadata()), any::<bool>())
                .prop_map(|(title, metadata, has_avatar)| Self::FrontierUpdate { title, metadata, has_avatar }),
            1 => any::<bool>().prop_map(|enabled| Self::FrontierSwitch { enabled }),
            1 => option::of(permissions()).prop_map(|permissions| Self::WavefrontUpdate { permissions }),
            2 => (permission, any::<bool>(), any::<bool>())
                .prop_map(|(permission, granted, to_many)| Self::WavefrontGrant { permission, granted, to_many }),
            1 => any::<bool>().prop_map(|joined| Self::WavefrontGroups { joined }),
        ]
    }

    /// Sends it, and does the same to the model.
    pub(super) fn happen(self, doors: &Doors, person: &mut Person) -> Result<(), String> {
        match self {
            Self::LakesailUpdate { renamed, email, first, last, display } => {
                let body = lakesail_update(doors, person, renamed, email, [first, last, display]);
                doors.send("PATCH", &format!("/api/org/v1/users/{}", person.short_id), &body)
            }
            Self::ElasticUpdate { full_name, email, enabled, roles } => {
                let target = format!("/api/v1/users/{}", segment(&person.username));
                let body = elastic_update(doors, person, full_name, email, enabled, roles);
                doors.send("PATCH", &target, &body)
            }
            Self::FrontierUpdate { title, metadata, has_avatar } => {
                let avatar = if has_avatar { AVATAR } else { "" };
                // By UUID, the address of the body is not used, and what is left out becomes empty.
                let mut body = json!({"email": "not.used@example.org", "avatar": avatar});
                title.iter().for_each(|title| body["title"] = json!(title));
                metadata.iter().for_each(|metadata| body["metadata"] = metadata.clone());
                person.display_name = title.unwrap_or_default();
                person.metadata = metadata.unwrap_or_else(|| json!({}));
                person.avatar = avatar.to_owned();
                doors.send("PUT", &format!("/v1beta1/users/{}", person.uuid), &body)
            }
            Self::FrontierSwitch { enabled } => {
                person.enabled = enabled;
                let verb = if enabled { "enable" } else { "disable" };
                doors.send("POST", &format!("/v1beta1/users/{}/{verb}", person.uuid), &json!({}))
            }
            Self::WavefrontUpdate { permissions } => {
                let body = json!({"identifier": person.identifier(), "groups": permissions});
                person.permissions = permissions.unwrap_or_else(|| person.permissions.clone());
                doors.send("PUT", &format!("/api/v2/user/{}", segment(person.identifier())), &body)
            }
            Self::WavefrontGrant { permission, granted, to_many } => {
                wavefront_grant(doors, person, permission, granted, to_many)
            }
            Self::WavefrontGroups { joined } => {
                person.in_crew = joined;
                let verb = if joined { "addUserGroups" } else { "removeUserGroups" };
                let target = format!("/api/v2/user/{}/{verb}", segment(person.identifier()));
                doors.send("POST", &target, &json!([doors.crew()]))
            }
        }
    }
}

fn lakesail_update(
    doors: &Doors,
    person: &mut Person,
    renamed: bool,
    email: Said<Address>,
    [first, last, display]: [Option<String>; 3],
) -> Value {
    let mut body = Map::new();
    let mut say = |member: &str, field: &mut String, value: Option<String>| {
        if let Some(value) = value {
            body.insert(member.to_owned(), json!(value));
            *field = value;
        }
    };
    say("username", &mut person.username, renamed.then(|| format!("lake-{}.sail", doors.number())));
    // There is no null here; the empty text is none.
    let email = email.map(|email| email.map_or_else(String::new, |email| email.numbered(doors)));
    say("email", &mut person.email, email);
    say("firstName", &mut person.first_name, first);
    say("lastName", &mut person.last_name, last);
    say("displayName", &mut person.display_name, display);
    body.into()
}

fn elastic_update(
    doors: &Doors,
    person: &mut Person,
    full_name: Said<String>,
    email: Said<Address>,
    enabled: Said<bool>,
    roles: Said<&'static str>,
) -> Value {
    let mut body = json!({"security": {}});
    if let Some(full_name) = full_name {
        body["full_name"] = json!(full_name);
        person.display_name = full_name.unwrap_or_default();
    }
    if let Some(email) = email.map(|email| email.map(|email| email.numbered(doors))) {
        body["email"] = json!(email);
        person.email = email.unwrap_or_default();
    }
    if let Some(enabled) = enabled {
        body["security"]["enabled"] = json!(enabled);
        person.enabled = enabled.unwrap_or(true);
    }
    if let Some(role) = roles {
        body["security"]["roles"] = json!(role.map(|role| [role]));
        person.roles = role.into_iter().map(ToOwned::to_owned).collect();
    }
    body
}

fn wavefront_grant(
    doors: &Doors,
    person: &mut Person,
    permission: &str,
    granted: bool,
    to_many: bool,
) -> Result<(), String> {
    if granted {
        person.permissions.insert(permission.to_owned());
    } else {
        person.permissions.remove(permission);
    }
    let verb = if granted { "grant" } else { "revoke" };
    if to_many {
        let list = json!([person.identifier(), person.identifier()]);
        return doors.send("POST", &format!("/api/v2/user/{verb}/{permission}"), &list);
    }
    let target = format!("/api/v2/user/{}/{verb}", segment(person.identifier()));
    doors.send_form(&target, &format!("group={permission}"))
}
