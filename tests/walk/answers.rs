//! What the server itself says that people can do, compared with the model: what the store and the policy come to, what
//! elastic shows as permissions, what wavefront shows as groups, user groups and roles, and whom frontier finds.

use std::collections::BTreeSet;

use roster::auth::Grants;
use roster::domain::{Error, Id, OrganizationId, UserId};
use roster::generated;
use roster::store::{groups_of, roles_granted_to};
use serde_json::Value;

use super::checker::Complaints;
use super::model::Powers;
use super::state::{State, UserRow, Words};
use crate::support::http::Request;
use crate::support::in_process::World;
use crate::support::server::ADMIN_KEY;

/// Elastic's operations that are about everybody, so that one's own account is not enough for them.
const ABOUT_EVERYBODY: [&str; 2] = ["get-users", "get-users-api-keys"];

/// What differs from the model.
pub(super) fn complaints(world: &World, state: &State) -> Complaints {
    let mut found = Complaints::new();
    for (id, user) in &state.users {
        let powers = Powers::of(state, user);
        let (actions, permissions) = granted(world, *id, user.organization);
        if (&actions, &permissions) != (&powers.actions, &powers.permissions) {
            found.push(format!("{} is granted {actions:?} {permissions:?}, not {powers:?}", user.username));
        }
        if state.platform() == Some(user.organization) && !user.is_service {
            found.extend(complaint_of_elastic(world, user, &powers));
            found.extend(complaint_of_wavefront(world, user));
            found.extend(complaint_of_frontier(world, *id, user));
        }
    }
    found
}

/// What the store and the policy come to.
fn granted(world: &World, id: Id, organization: Id) -> (Words, Words) {
    world.read(move |txn| {
        let (organization, id) = (OrganizationId::from(organization), UserId::from(id));
        let missing = || Error::internal("the user is gone");
        let user = txn.user(organization, id)?.ok_or_else(missing)?;
        let powers = txn.organization(organization)?.ok_or_else(missing)?.powers();
        let grants = Grants::of(&user, &roles_granted_to(txn, &user, &groups_of(txn, &user)?)?, powers);
        let actions = grants.actions.iter().map(|action| action.as_str().to_owned()).collect();
        Ok((actions, grants.permissions.iter().map(ToString::to_string).collect()))
    })
}

/// Elastic shows the operations that a person may call.
fn complaint_of_elastic(world: &World, user: &UserRow, powers: &Powers) -> Option<String> {
    let operations = generated::server::operations().filter(|operation| operation.module == "elastic");
    let allowed = operations.filter(|operation| match operation.action {
        Some(action) if ABOUT_EVERYBODY.contains(&operation.id) => powers.actions.contains(action),
        Some(action) => powers.allow(action),
        None => false,
    });
    let expected: Words = allowed.map(|operation| operation.id.to_owned()).collect();
    let shown = get(world, &format!("/api/v1/users/{}", user.username));
    let shown = words(&shown["security"]["permissions"], |shown| shown);
    (shown != expected).then(|| format!("elastic shows {shown:?} of {}, not {expected:?}", user.username))
}

/// Wavefront shows the edges.
fn complaint_of_wavefront(world: &World, user: &UserRow) -> Option<String> {
    let identifier = user.email.as_ref().unwrap_or(&user.username);
    let shown = get(world, &format!("/api/v2/user/{identifier}"));
    let ids = |ids: &BTreeSet<Id>| -> Words { ids.iter().map(|id| id.to_base32()).collect() };
    let edges = |name: &str| -> Words { words(&shown[name], |edge| &edge["id"]) };
    let same_id = |text: &String| Id::parse(text).map(Id::to_base32);
    let shown_ids = |name: &str| -> Words { edges(name).iter().filter_map(same_id).collect() };
    let is_same = words(&shown["groups"], |shown| shown) == user.permissions
        && shown_ids("roles") == ids(&user.roles)
        && shown_ids("userGroups") == ids(&user.groups);
    (!is_same).then(|| format!("wavefront shows {shown} of {user:?}"))
}

/// Frontier finds whoever is active by the id, whatever others are called.
fn complaint_of_frontier(world: &World, id: Id, user: &UserRow) -> Option<String> {
    if !user.is_active {
        return None;
    }
    let shown = get(world, &format!("/v1beta1/users/{}", id.to_uuid()));
    let is_found = shown["user"]["name"] == user.username.as_str();
    (!is_found).then(|| format!("frontier does not find {} by its id: {shown}", user.username))
}

fn words(list: &Value, text: impl Fn(&Value) -> &Value) -> Words {
    list.as_array().into_iter().flatten().filter_map(|item| text(item).as_str()).map(str::to_owned).collect()
}

fn get(world: &World, target: &str) -> Value {
    world.send(&Request::new("GET", target).bearer(ADMIN_KEY)).json()
}
