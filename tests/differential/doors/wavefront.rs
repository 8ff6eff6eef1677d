//! What Wavefront's clients send. Many deeds can be said in several ways, and each is one.

use std::collections::BTreeSet;

use roster::domain::group::EVERYONE;
use serde_json::{Value, json};

use super::{Asked, delete, get, post, put, segment};
use crate::differential::intent::{Deed, OfGroup, OfPerson, OfRole, OfService, Thing, Whom};
use crate::differential::rules::{Applied, Rule};
use crate::support::http::Request;

pub(super) fn requests(asked: &Asked<'_>, applied: &mut Applied) -> Vec<Request> {
    match &asked.intent.deed {
        Deed::CreateAddressed { email } => vec![post("/api/v2/user", &json!({"emailAddress": email}))],
        Deed::CreateWithRoles { email, roles, .. } => {
            vec![post("/api/v2/user", &json!({"emailAddress": email, "roles": ids(roles)}))]
        }
        Deed::CreateGranted { email, permissions, groups, roles } => {
            let body =
                json!({"emailAddress": email, "groups": permissions, "userGroups": ids(groups), "roles": ids(roles)});
            vec![post("/api/v2/user", &body)]
        }
        Deed::OfPerson(whom, deed) => of_person(asked, whom, deed, applied),
        Deed::OfService(whom, deed) => of_service(whom, deed),
        Deed::List => vec![get("/api/v2/user")],
        Deed::FindByAddress(email) => {
            let condition = json!({"key": "identifier", "value": email, "matchingMethod": "EXACT"});
            vec![post("/api/v2/search/user", &json!({"query": [condition]}))]
        }
        Deed::CreateGroup { name } => vec![post("/api/v2/usergroup", &json!({"name": name}))],
        Deed::OfGroup(group, deed) => of_group(asked, group, deed),
        Deed::CreateRole { name, permissions } => {
            vec![post("/api/v2/role", &json!({"name": name, "permissions": permissions}))]
        }
        Deed::OfRole(role, deed) => of_role(asked, role, deed),
        Deed::CreateNamed { .. } | Deed::CreateService { .. } => Vec::new(),
    }
}

fn of_person(asked: &Asked<'_>, whom: &Whom, deed: &OfPerson, applied: &mut Applied) -> Vec<Request> {
    let identifier = whom.identifier();
    let user = format!("/api/v2/user/{}", segment(identifier));
    let change = |body: Value| put(&user, &body);
    let listed = json!([identifier]);
    let roles: BTreeSet<String> = asked.user.iter().flat_map(|user| &user.roles).map(|id| id.to_uuid()).collect();
    let permissions: BTreeSet<String> =
        asked.user.iter().flat_map(|user| &user.permissions).map(|permission| permission.as_str().to_owned()).collect();
    match deed {
        OfPerson::Read => vec![get(&user)],
        OfPerson::SetSsoId(id) => vec![change(json!({"identifier": identifier, "ssoId": id}))],
        OfPerson::SetPassword(password) => vec![change(json!({"credential": password}))],
        OfPerson::ReplaceRoles(roles) => vec![change(json!({"roles": ids(roles)}))],
        OfPerson::AddRole(role) => vec![
            change(json!({"roles": with(&roles, &role.id.to_uuid())})),
            post(&format!("/api/v2/role/{}/addAssignees", role.id.to_uuid()), &listed),
        ],
        OfPerson::RemoveRole(role) => {
            let removed = post(&format!("/api/v2/role/{}/removeAssignees", role.id.to_uuid()), &listed);
            let replaced = change(json!({"roles": without(&roles, &role.id.to_uuid())}));
            sayable(asked.is_here(&asked.scene.roles, role), replaced, [removed])
        }
        OfPerson::ReplacePermissions(permissions) => vec![change(json!({"groups": permissions}))],
        OfPerson::Grant(permission) => vec![
            change(json!({"groups": with(&permissions, permission)})),
            form(&format!("{user}/grant"), permission),
            post(&format!("/api/v2/user/grant/{permission}"), &listed),
        ],
        OfPerson::Revoke(permission) => vec![
            change(json!({"groups": without(&permissions, permission)})),
            form(&format!("{user}/revoke"), permission),
            post(&format!("/api/v2/user/revoke/{permission}"), &listed),
        ],
        OfPerson::Join(group) => membership(asked, &user, &listed, group, true, applied),
        OfPerson::Leave(group) => membership(asked, &user, &listed, group, false, applied),
        OfPerson::Delete => vec![delete(&user), post("/api/v2/user/deleteUsers", &listed)],
        OfPerson::Rename(_)
        | OfPerson::SetEmail(_)
        | OfPerson::SetFirstName(_)
        | OfPerson::SetTitle(_)
        | OfPerson::SetAvatar(_)
        | OfPerson::SetLabel(_)
        | OfPerson::SetStatus { .. }
        | OfPerson::ResetPassword
        | OfPerson::CreateKey(_)
        | OfPerson::DeleteKey(_) => Vec::new(),
    }
}

/// Joining or leaving: a change of the user, in two ways, or of the group.
fn membership(
    asked: &Asked<'_>,
    user: &str,
    listed: &Value,
    group: &Thing,
    joins: bool,
    applied: &mut Applied,
) -> Vec<Request> {
    let id = group.id.to_uuid();
    let (of_user, of_group) = if joins { ("addUserGroups", "addUsers") } else { ("removeUserGroups", "removeUsers") };
    let mut requests = vec![post(&format!("/api/v2/usergroup/{id}/{of_group}"), listed)];
    if group.name == EVERYONE {
        applied.count(Rule::WavefrontEveryone);
        return requests;
    }
    let groups: BTreeSet<String> = asked.user.iter().flat_map(|user| &user.groups).map(|id| id.to_uuid()).collect();
    let groups = if joins { with(&groups, &id) } else { without(&groups, &id) };
    requests.push(post(&format!("{user}/{of_user}"), &json!([id])));
    let replaced = put(user, &json!({"userGroups": groups}));
    sayable(joins || asked.is_here(&asked.scene.groups, group), replaced, requests)
}

/// To leave something out of a set says nothing where it cannot be in there.
fn sayable(is_known: bool, replaced: Request, others: impl IntoIterator<Item = Request>) -> Vec<Request> {
    others.into_iter().chain(is_known.then_some(replaced)).collect()
}

fn of_service(whom: &Whom, deed: &OfService) -> Vec<Request> {
    let identifier = format!("sa::{}", whom.username);
    let listed = json!([identifier]);
    let account = format!("/api/v2/user/{}", segment(&identifier));
    match deed {
        OfService::Grant(permission) => vec![
            form(&format!("{account}/grant"), permission),
            post(&format!("/api/v2/user/grant/{permission}"), &listed),
        ],
        OfService::Delete => vec![delete(&account), post("/api/v2/user/deleteUsers", &listed)],
        OfService::Read => vec![get(&format!("{account}/businessFunctions"))],
        OfService::CreateKey => Vec::new(),
    }
}

fn of_group(asked: &Asked<'_>, group: &Thing, deed: &OfGroup) -> Vec<Request> {
    let id = group.id.to_uuid();
    let path = format!("/api/v2/usergroup/{id}");
    let roles: BTreeSet<String> = asked.group.iter().flat_map(|group| &group.roles).map(|id| id.to_uuid()).collect();
    match deed {
        OfGroup::Read => vec![get(&path)],
        OfGroup::Rename(name) => vec![put(&path, &json!({"id": id, "name": name}))],
        OfGroup::AddRole(role) => vec![
            post(&format!("{path}/addRoles"), &json!([role.id.to_uuid()])),
            put(&path, &json!({"roleIDs": with(&roles, &role.id.to_uuid())})),
            post(&format!("/api/v2/role/{}/addAssignees", role.id.to_uuid()), &json!([id])),
        ],
        OfGroup::RemoveRole(role) => {
            let replaced = put(&path, &json!({"roleIDs": without(&roles, &role.id.to_uuid())}));
            let others = [
                post(&format!("{path}/removeRoles"), &json!([role.id.to_uuid()])),
                post(&format!("/api/v2/role/{}/removeAssignees", role.id.to_uuid()), &json!([id])),
            ];
            sayable(asked.is_here(&asked.scene.roles, role), replaced, others)
        }
        OfGroup::Delete => vec![delete(&path)],
    }
}

fn of_role(asked: &Asked<'_>, role: &Thing, deed: &OfRole) -> Vec<Request> {
    let id = role.id.to_uuid();
    let path = format!("/api/v2/role/{id}");
    let permissions: BTreeSet<String> =
        asked.role.iter().flat_map(|role| &role.permissions).map(|permission| permission.as_str().to_owned()).collect();
    match deed {
        OfRole::Read => vec![get(&path)],
        OfRole::Rename(name) => vec![put(&path, &json!({"id": id, "name": name}))],
        OfRole::Grant(permission) => vec![
            put(&path, &json!({"permissions": with(&permissions, permission)})),
            post(&format!("/api/v2/role/grant/{permission}"), &json!([id])),
        ],
        OfRole::Revoke(permission) => vec![
            put(&path, &json!({"permissions": without(&permissions, permission)})),
            post(&format!("/api/v2/role/revoke/{permission}"), &json!([id])),
        ],
        OfRole::Delete => vec![delete(&path)],
    }
}

fn ids(things: &[Thing]) -> Vec<String> {
    things.iter().map(|thing| thing.id.to_uuid()).collect()
}

fn with(set: &BTreeSet<String>, item: &str) -> BTreeSet<String> {
    set.iter().cloned().chain([item.to_owned()]).collect()
}

fn without(set: &BTreeSet<String>, item: &str) -> BTreeSet<String> {
    set.iter().filter(|kept| *kept != item).cloned().collect()
}

fn form(target: &str, permission: &str) -> Request {
    let request = Request::new("POST", target).header("Content-Type", "application/x-www-form-urlencoded");
    request.body(format!("group={permission}"))
}
