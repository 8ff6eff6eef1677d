//! How each dialect says what somebody wants: all requests that mean it, where it can be said at all.
//! What is said in the same words as another door's is written here once more: a door is what its clients send.

mod elastic;
mod frontier;
mod lakesail;
mod wavefront;

use std::collections::BTreeMap;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use roster::domain::{Group, Id, Role, User, UserKind};
use serde_json::Value;

use super::draw::Intent;
use super::intent::{Deed, OfPerson, Thing};
use super::rules::Applied;
use super::scene::Scene;
use crate::support::http::{Answer, Request};

/// A dialect that has users. Each has a world of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Door {
    Lakesail,
    Elastic,
    Frontier,
    Wavefront,
}

impl Door {
    pub(super) const ALL: [Self; 4] = [Self::Lakesail, Self::Elastic, Self::Frontier, Self::Wavefront];
}

/// An intent, with what a client would have read before it asks.
pub(super) struct Asked<'a> {
    pub(super) intent: &'a Intent,
    pub(super) scene: &'a Scene,
    /// The account that it is about, as it is stored.
    pub(super) user: Option<&'a User>,
    /// The group that it is about.
    pub(super) group: Option<&'a Group>,
    /// The role that it is about.
    pub(super) role: Option<&'a Role>,
}

impl Asked<'_> {
    /// Whether there is such a thing on this side of the wall.
    fn is_here(&self, things: &BTreeMap<Id, Thing>, thing: &Thing) -> bool {
        things.get(&thing.id).is_some_and(|found| found.organization == self.intent.actor.organization)
    }

    /// Whether a person asks about the own account. A service account is no person, so no words for persons are about it.
    fn is_about_oneself(&self) -> bool {
        let is_person = self.user.is_some_and(|user| user.kind == UserKind::Person);
        is_person && self.intent.deed.whom().map(|whom| whom.id) == self.intent.actor.id
    }
}

/// All requests that mean this at a door, and none where the door has no words for it.
pub(super) fn requests(door: Door, asked: &Asked<'_>, applied: &mut Applied) -> Vec<Request> {
    let key = asked.intent.actor.key.as_str();
    let requests = match door {
        Door::Lakesail => lakesail::requests(asked, applied),
        Door::Elastic => elastic::requests(asked, applied),
        Door::Frontier => frontier::requests(asked, applied),
        Door::Wavefront => wavefront::requests(asked, applied),
    };
    // In the header that the dialect's own clients use.
    let present = |request: Request| match door {
        Door::Lakesail | Door::Frontier => request.bearer(key),
        Door::Elastic => request.header("Authorization", &format!("ApiKey {key}")),
        Door::Wavefront => request.header("X-AUTH-TOKEN", key),
    };
    requests.into_iter().map(present).collect()
}

/// The requests of Roster's own dialect, which stands in for whichever door has no words.
pub(super) fn own_requests(asked: &Asked<'_>) -> Vec<Request> {
    let Intent { actor, deed } = asked.intent;
    let Deed::OfPerson(whom, OfPerson::CreateKey(description)) = deed else { return Vec::new() };
    let names = [whom.id.to_base32(), segment(&whom.username)];
    let request = |name: &String| {
        let body = serde_json::json!({"description": description});
        post(&format!("/roster/v1/users/{name}/keys"), &body).bearer(&actor.key)
    };
    names.iter().map(request).collect()
}

/// Whom an answer shows, by whatever the dialect calls them: a list, or whoever was asked for.
pub(super) fn shown(deed: &Deed, request: &Request, answer: &Answer) -> Option<Vec<String>> {
    let is_shown = matches!(deed, Deed::List | Deed::FindByAddress(_) | Deed::OfPerson(_, OfPerson::Read));
    if !is_shown || answer.status != 200 {
        return None;
    }
    let (target, answer) = (request.target(), answer.json());
    let (objects, member) = match target {
        _ if target.starts_with("/api/org/v1/me") => (vec![answer["user"].clone()], "/username"),
        _ if target.starts_with("/api/org/v1/users/") => (vec![answer], "/username"),
        _ if target.starts_with("/api/org") => (list(&answer["items"]), "/username"),
        _ if target.starts_with("/api/v1/users?") => (list(&answer["users"]), "/user_name"),
        _ if target.starts_with("/api/v1") => (vec![answer], "/user_name"),
        _ if target.starts_with("/v1beta1/admin") => (list(&answer["users"]), "/name"),
        _ if target.starts_with("/v1beta1") => (vec![answer["user"].clone()], "/name"),
        _ if target.starts_with("/api/v2/search") => (list(&answer["response"]["items"]), "/identifier"),
        "/api/v2/user" => (list(&answer), "/identifier"),
        _ => (vec![answer], "/identifier"),
    };
    let name = |object: &Value| object.pointer(member).and_then(Value::as_str).unwrap_or_default().to_owned();
    Some(objects.iter().map(name).collect())
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

/// A text as one segment of a path.
fn segment(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

fn get(target: &str) -> Request {
    Request::new("GET", target)
}

fn delete(target: &str) -> Request {
    Request::new("DELETE", target)
}

fn post(target: &str, body: &Value) -> Request {
    Request::new("POST", target).json(body)
}

fn put(target: &str, body: &Value) -> Request {
    Request::new("PUT", target).json(body)
}

fn patch(target: &str, body: &Value) -> Request {
    Request::new("PATCH", target).json(body)
}
