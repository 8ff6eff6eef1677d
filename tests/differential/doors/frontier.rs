//! What Frontier's clients send. A PUT replaces the whole profile, so they read it before.

use roster::domain::{Status, User};
use serde_json::{Value, json};

use super::{Asked, delete, get, post, put, segment};
use crate::differential::intent::{Deed, OfGroup, OfPerson, Thing, Whom};
use crate::differential::rules::{Applied, Rule};
use crate::support::http::Request;

/// An address that a body must have, and that a path by UUID makes meaningless.
const UNUSED_ADDRESS: &str = "not.used@example.org";

pub(super) fn requests(asked: &Asked<'_>, applied: &mut Applied) -> Vec<Request> {
    match &asked.intent.deed {
        Deed::CreateNamed { name, email, title } => {
            vec![post("/v1beta1/users", &json!({"name": name, "email": email, "title": title}))]
        }
        Deed::CreateAddressed { email } => vec![post("/v1beta1/users", &json!({"email": email}))],
        Deed::OfPerson(whom, deed) => of_person(asked, whom, deed, applied),
        Deed::List => {
            vec![post("/v1beta1/admin/users/search", &json!({"sort": [{"name": "created_at", "order": "asc"}]}))]
        }
        Deed::FindByAddress(email) => {
            let filter = json!({"name": "email", "operator": "eq", "string_value": email});
            vec![post("/v1beta1/admin/users/search", &json!({"filters": [filter]}))]
        }
        Deed::CreateGroup { name } => vec![post(&groups(asked), &json!({"name": name}))],
        Deed::OfGroup(group, deed) => of_group(asked, group, deed),
        Deed::CreateWithRoles { .. }
        | Deed::CreateGranted { .. }
        | Deed::CreateService { .. }
        | Deed::OfService(..)
        | Deed::CreateRole { .. }
        | Deed::OfRole(..) => Vec::new(),
    }
}

/// The groups of the organization in which everything happens.
fn groups(asked: &Asked<'_>) -> String {
    format!("/v1beta1/organizations/{}/groups", asked.intent.actor.organization.to_uuid())
}

fn of_person(asked: &Asked<'_>, whom: &Whom, deed: &OfPerson, applied: &mut Applied) -> Vec<Request> {
    let uuid = whom.id.to_uuid();
    let members = |group: &Thing| format!("{}/{}/users", groups(asked), group.id.to_uuid());
    match deed {
        OfPerson::Read => read(asked, whom, applied),
        OfPerson::SetTitle(title) => replace(asked, whom, "title", &json!(title), applied),
        OfPerson::SetAvatar(avatar) => replace(asked, whom, "avatar", &json!(avatar), applied),
        OfPerson::SetLabel(label) => {
            let mut metadata = metadata(asked.user);
            metadata["label"] = json!({"of": label});
            replace(asked, whom, "metadata", &metadata, applied)
        }
        OfPerson::SetStatus { is_active } => {
            let verb = if *is_active { "enable" } else { "disable" };
            vec![post(&format!("/v1beta1/users/{uuid}/{verb}"), &json!({}))]
        }
        OfPerson::Join(group) => vec![post(&members(group), &json!({"user_ids": [uuid]}))],
        OfPerson::Leave(group) => vec![delete(&format!("{}/{uuid}", members(group)))],
        OfPerson::Delete => vec![delete(&format!("/v1beta1/users/{uuid}"))],
        OfPerson::Rename(_)
        | OfPerson::SetEmail(_)
        | OfPerson::SetFirstName(_)
        | OfPerson::SetSsoId(_)
        | OfPerson::SetPassword(_)
        | OfPerson::ResetPassword
        | OfPerson::ReplaceRoles(_)
        | OfPerson::AddRole(_)
        | OfPerson::RemoveRole(_)
        | OfPerson::ReplacePermissions(_)
        | OfPerson::Grant(_)
        | OfPerson::Revoke(_)
        | OfPerson::CreateKey(_)
        | OfPerson::DeleteKey(_) => Vec::new(),
    }
}

/// By name anybody; by UUID, and by address, who is active or not there.
fn read(asked: &Asked<'_>, whom: &Whom, applied: &mut Applied) -> Vec<Request> {
    let user = |name: &str| get(&format!("/v1beta1/users/{name}"));
    let mut requests = vec![user(&segment(&whom.username))];
    if asked.user.is_some_and(|user| user.status == Status::Disabled) {
        applied.count(Rule::FrontierHidesDisabled);
    } else {
        requests.push(user(&whom.id.to_uuid()));
        requests.extend(whom.email.as_ref().map(|email| user(&segment(email))));
    }
    requests.extend(asked.is_about_oneself().then(|| user("self")));
    requests
}

/// One member of the profile, and the others as they are.
fn replace(asked: &Asked<'_>, whom: &Whom, member: &str, value: &Value, applied: &mut Applied) -> Vec<Request> {
    let title = asked.user.and_then(|user| user.display_name.clone()).unwrap_or_default();
    let avatar = asked.user.and_then(|user| user.avatar.clone()).unwrap_or_default();
    let mut body = json!({"email": UNUSED_ADDRESS, "title": title, "avatar": avatar, "metadata": metadata(asked.user)});
    body[member] = value.clone();
    let mut requests = vec![
        put(&format!("/v1beta1/users/{}", whom.id.to_uuid()), &body),
        put(&format!("/v1beta1/users/{}", segment(&whom.username)), &body),
    ];
    let Some(user) = asked.user else { return requests };
    if let Some(email) = &user.email {
        body["email"] = json!(email.as_str());
        if user.status == Status::Active && is_plain(email.as_str()) {
            requests.push(put(&format!("/v1beta1/users/{}", segment(email.as_str())), &body));
        }
        requests.extend(asked.is_about_oneself().then(|| put("/v1beta1/users/self", &body)));
    } else if asked.is_about_oneself() {
        applied.count(Rule::FrontierOwnAddress);
    }
    requests
}

/// Whether the address is one that a body may hold in this dialect.
fn is_plain(email: &str) -> bool {
    email.chars().all(|char| char.is_ascii_alphanumeric() || "@.-_".contains(char))
}

fn metadata(user: Option<&User>) -> Value {
    let text = user.map_or("{}", |user| user.metadata.as_str());
    serde_json::from_str(text).expect("the store keeps JSON")
}

fn of_group(asked: &Asked<'_>, group: &Thing, deed: &OfGroup) -> Vec<Request> {
    let path = format!("{}/{}", groups(asked), group.id.to_uuid());
    match deed {
        OfGroup::Read => vec![get(&path)],
        OfGroup::Rename(name) => {
            let title = asked.group.and_then(|group| group.display_name.clone()).unwrap_or_default();
            let metadata = asked.group.map_or("{}", |group| group.metadata.as_str());
            let metadata: Value = serde_json::from_str(metadata).expect("the store keeps JSON");
            vec![put(&path, &json!({"name": name, "title": title, "metadata": metadata}))]
        }
        OfGroup::Delete => vec![delete(&path)],
        OfGroup::AddRole(_) | OfGroup::RemoveRole(_) => Vec::new(),
    }
}
