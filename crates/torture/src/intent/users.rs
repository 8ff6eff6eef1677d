//! Intents about users, their keys and their sessions, each through whichever dialect is drawn.

use std::collections::BTreeSet;

use fastrand::Rng;
use serde_json::{Value, json};

use super::{Intent, Tells};
use crate::http::Request;
use crate::world::{Kind, User, World};

/// The media type of Wavefront's form.
const FORM: &str = "application/x-www-form-urlencoded";
/// Permissions that can be given; nothing depends on what they are.
const PERMISSIONS: [&str; 4] = ["agent_management", "dashboard_management", "events_management", "alerts_management"];
/// The role that a user of Elastic's is made with, as one must have one.
const VIEWER: &str = "ece_deployment_viewer";
/// Users of one portion of an import.
const PORTION: u32 = 10;

/// A user is made through one of the four dialects.
pub(super) fn create(world: &World, dice: &mut Rng) -> Intent {
    let mut next = world.clone();
    next.serial += 1;
    let name = format!("{}u{:05}", next.prefix, next.serial);
    let email = format!("{name}@example.org");
    let mut user = User { email: email.clone(), display_name: format!("Made {}", next.serial), ..User::default() };
    let display = user.display_name.clone();
    let (request, tells, name) = match dice.u32(0..13) {
        0..4 => {
            let body =
                json!({"username": name, "email": email, "firstName": "A", "lastName": "B", "displayName": display});
            (Request::new("POST", "/api/org/v1/users").json(&body), Tells::UserId(name.clone()), name)
        }
        4..8 => {
            user.team = Some("new".to_owned());
            let body = json!({"name": name, "email": email, "title": display, "metadata": {"team": "new"}});
            (Request::new("POST", "/v1beta1/users").json(&body), Tells::UserUuid(name.clone()), name)
        }
        8..12 => {
            user.display_name = String::new();
            let permission = PERMISSIONS[dice.usize(..PERMISSIONS.len())];
            user.permissions = BTreeSet::from([permission]);
            let body = json!({"emailAddress": email, "groups": [permission], "userGroups": [], "roles": []});
            // Wavefront has no usernames: the server derives one.
            let derived = email.replace(['@', '.'], "_");
            (Request::new("POST", "/api/v2/user").json(&body), Tells::Nothing, derived)
        }
        _ => {
            let password = format!("{}-quite-unheard-of-{}", next.prefix, dice.u32(..));
            let security = json!({"password": password, "roles": [VIEWER]});
            let body = json!({"user_name": name, "full_name": display, "email": email, "security": security});
            user.password = Some(password);
            user.builtin_roles = BTreeSet::from([VIEWER]);
            (Request::new("POST", "/api/v1/users").json(&body), Tells::Nothing, name)
        }
    };
    next.users.insert(name, user);
    Intent::new(request, next).telling(tells).sometimes_named(dice)
}

/// A portion of an import, always under a name.
pub(super) fn import(world: &World, dice: &mut Rng) -> Intent {
    let mut next = world.clone();
    let mut rows = Vec::new();
    for _ in 0..PORTION {
        next.serial += 1;
        let name = format!("{}i{:05}", next.prefix, next.serial);
        let (email, display_name) = (format!("{name}@example.org"), format!("Imported {}", dice.u16(..)));
        rows.push(json!({"username": name, "email": email, "displayName": display_name}));
        next.users.insert(name, User { email, display_name, ..User::default() });
    }
    let request = Request::new("POST", "/roster/v1/import").json(&json!({"users": rows}));
    let name = format!("{}{}-portion", next.prefix, next.serial);
    Intent::new(request, next).named(name)
}

/// A display name changes: by a patch, or by a replacement that sets the metadata too.
pub(super) fn rename(world: &World, dice: &mut Rng) -> Option<Intent> {
    let (name, mut next) = pick(world, dice)?;
    next.serial += 1;
    let display_name = format!("Changed {}", next.serial);
    let user = next.users.get_mut(&name)?;
    user.display_name.clone_from(&display_name);
    let request = match dice.u32(0..3) {
        0 => {
            let path = format!("/api/org/v1/users/{}", user.id.as_ref()?);
            Request::new("PATCH", path).json(&json!({"displayName": display_name}))
        }
        1 => Request::new("PATCH", format!("/api/v1/users/{name}")).json(&json!({"full_name": display_name})),
        _ => {
            let team = format!("team {}", dice.u16(..));
            let body = json!({"name": name, "email": user.email, "title": display_name, "metadata": {"team": team}});
            user.team = Some(team);
            Request::new("PUT", format!("/v1beta1/users/{name}")).json(&body)
        }
    };
    Some(Intent::new(request, next))
}

/// A user is disabled, which ends its sessions, or enabled.
pub(super) fn switch(world: &World, dice: &mut Rng) -> Option<Intent> {
    let (name, mut next) = pick(world, dice)?;
    let user = next.users.get_mut(&name)?;
    user.is_disabled = !user.is_disabled;
    if user.is_disabled {
        user.sessions.clear();
    }
    let request = match &user.uuid {
        Some(uuid) if dice.bool() => {
            let verb = if user.is_disabled { "disable" } else { "enable" };
            Request::new("POST", format!("/v1beta1/users/{uuid}/{verb}")).json(&json!({}))
        }
        _ => {
            let body = json!({"security": {"enabled": !user.is_disabled}});
            Request::new("PATCH", format!("/api/v1/users/{name}")).json(&body)
        }
    };
    Some(Intent::new(request, next))
}

/// A permission is granted or revoked: of one user, or of several at once, who are all changed or none.
pub(super) fn change_permission(world: &World, dice: &mut Rng) -> Option<Intent> {
    let (name, mut next) = pick(world, dice)?;
    let permission = PERMISSIONS[dice.usize(..PERMISSIONS.len())];
    let has = next.users.get(&name)?.permissions.contains(permission);
    let verb = if has { "revoke" } else { "grant" };
    let mut emails = Vec::new();
    let is_several = dice.bool();
    for (other, user) in &mut next.users {
        if *other == name || is_several && emails.len() < 5 && user.permissions.contains(permission) == has {
            emails.push(user.email.clone());
            if has {
                user.permissions.remove(permission)
            } else {
                user.permissions.insert(permission)
            };
        }
    }
    let request = if is_several {
        Request::new("POST", format!("/api/v2/user/{verb}/{permission}")).json(&json!(emails))
    } else {
        let form = format!("group={permission}");
        let request = Request::new("POST", format!("/api/v2/user/{}/{verb}", emails.first()?));
        Request { body: Some((FORM, form)), ..request }
    };
    Some(Intent::new(request, next))
}

/// A user enters or leaves a group, or gets or loses a role.
pub(super) fn change_edge(world: &World, dice: &mut Rng) -> Option<Intent> {
    let (name, mut next) = pick(world, dice)?;
    let ends = world.things.iter().filter(|(_, thing)| matches!(thing.kind, Kind::Group | Kind::Role));
    let ends: Vec<_> = ends.filter(|(_, thing)| thing.id.is_some()).collect();
    let (number, thing) = *ends.get(dice.usize(..ends.len().max(1)))?;
    let user = next.users.get_mut(&name)?;
    let (has, email, id) = (user.edges.contains(number), user.email.clone(), thing.id.as_ref()?);
    if has {
        user.edges.remove(number)
    } else {
        user.edges.insert(*number)
    };
    let (path, body) = match (thing.kind, has) {
        (Kind::Role, false) => (format!("/api/v2/role/{id}/addAssignees"), json!([email])),
        (Kind::Role, true) => (format!("/api/v2/role/{id}/removeAssignees"), json!([email])),
        (_, false) if dice.bool() => (format!("/api/v2/usergroup/{id}/addUsers"), json!([email])),
        (_, false) => (format!("/api/v2/user/{email}/addUserGroups"), json!([id])),
        (_, true) if dice.bool() => (format!("/api/v2/usergroup/{id}/removeUsers"), json!([email])),
        (_, true) => (format!("/api/v2/user/{email}/removeUserGroups"), json!([id])),
    };
    Some(Intent::new(Request::new("POST", path).json(&body), next))
}

/// A key is made for a user.
pub(super) fn create_key(world: &World, dice: &mut Rng) -> Option<Intent> {
    let (name, mut next) = pick(world, dice)?;
    next.serial += 1;
    let description = format!("{}k{:05}", next.prefix, next.serial);
    next.users.get_mut(&name)?.keys.insert(description.clone(), None);
    let request =
        Request::new("POST", format!("/roster/v1/users/{name}/keys")).json(&json!({"description": description}));
    Some(Intent::new(request, next).telling(Tells::Key { user: name, description }).sometimes_named(dice))
}

/// A key is revoked.
pub(super) fn delete_key(world: &World, dice: &mut Rng) -> Option<Intent> {
    let keys = world.users.iter().flat_map(|(name, user)| user.keys.iter().map(move |(of, key)| (name, of, key)));
    let keys: Vec<_> = keys.collect();
    let (name, description, key) = *keys.get(dice.usize(..keys.len().max(1)))?;
    let id = key.as_ref()?.id.as_ref()?;
    let mut next = world.clone();
    next.users.get_mut(name)?.keys.remove(description);
    Some(Intent::new(Request::new("DELETE", format!("/api/v1/users/{name}/auth/keys/{id}")), next))
}

/// A user gets another password, which ends its sessions.
pub(super) fn set_password(world: &World, dice: &mut Rng) -> Option<Intent> {
    let (name, mut next) = pick(world, dice)?;
    let password = format!("{}-rather-seldom-seen-{}", next.prefix, dice.u32(..));
    let user = next.users.get_mut(&name)?;
    user.password = Some(password.clone());
    user.sessions.clear();
    let body = json!({"security": {"password": password}});
    Some(Intent::new(Request::new("PATCH", format!("/api/v1/users/{name}")).json(&body), next))
}

/// A user logs in.
pub(super) fn log_in(world: &World, dice: &mut Rng) -> Option<Intent> {
    let able = world.users.iter().filter(|(_, user)| user.password.is_some() && !user.is_disabled);
    let able: Vec<_> = able.collect();
    let (name, user) = *able.get(dice.usize(..able.len().max(1)))?;
    let request = log_in_request(name, user.password.as_ref()?);
    Some(Intent::new(request, world.clone()).telling(Tells::Session(name.clone())))
}

/// The request of a login.
pub(crate) fn log_in_request(name: &str, password: &str) -> Request {
    let body: Value = json!({"username": name, "password": password});
    Request::new("POST", "/api/v1/users/auth/_login").json(&body)
}

/// A session ends.
pub(super) fn log_out(world: &World, dice: &mut Rng) -> Option<Intent> {
    let logged_in: Vec<_> = world.users.iter().filter(|(_, user)| !user.sessions.is_empty()).collect();
    let (name, user) = *logged_in.get(dice.usize(..logged_in.len().max(1)))?;
    let mut next = world.clone();
    next.users.get_mut(name)?.sessions.pop();
    let request = Request::new("POST", "/api/v1/users/auth/_logout").with(&user.sessions.last()?.text);
    Some(Intent::new(request, next))
}

/// A user is deleted, with its keys and sessions; or a few at once.
pub(super) fn delete(world: &World, dice: &mut Rng) -> Option<Intent> {
    let (name, mut next) = pick(world, dice)?;
    let user = next.users.remove(&name)?;
    let request = match (dice.u32(0..5), &user.id, &user.uuid) {
        (0, Some(id), _) => Request::new("DELETE", format!("/api/org/v1/users/{id}")),
        (1, _, Some(uuid)) => Request::new("DELETE", format!("/v1beta1/users/{uuid}")),
        (2, ..) => Request::new("DELETE", format!("/api/v1/users/{name}")),
        (3, ..) => {
            let (other, also) = next.users.pop_first()?;
            debug_assert!(other != name, "it was removed before");
            Request::new("POST", "/api/v2/user/deleteUsers").json(&json!([user.email, also.email]))
        }
        _ => Request::new("DELETE", format!("/api/v2/user/{}", user.email)),
    };
    Some(Intent::new(request, next))
}

/// Somebody of the world, and a copy of it.
fn pick(world: &World, dice: &mut Rng) -> Option<(String, World)> {
    let chosen = dice.usize(..world.users.len().max(1));
    world.users.keys().nth(chosen).map(|name| (name.clone(), world.clone()))
}
