//! What Elastic's clients send. A set is replaced as a whole, so they read it before.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Asked, delete, get, patch, post, segment};
use crate::differential::intent::{Deed, OfPerson, Thing, Whom};
use crate::differential::rules::{Applied, Rule};
use crate::support::http::Request;

const ADMIN: &str = "ece_platform_admin";
const MANAGER: &str = "ece_deployment_manager";
const VIEWER: &str = "ece_deployment_viewer";

pub(super) fn requests(asked: &Asked<'_>, applied: &mut Applied) -> Vec<Request> {
    match &asked.intent.deed {
        Deed::CreateWithRoles { roles, .. } if roles.is_empty() => {
            applied.count(Rule::ElasticNeedsRole);
            Vec::new()
        }
        Deed::CreateWithRoles { name, email, roles } => {
            let names = names(roles);
            let body = json!({"user_name": name, "email": email, "security": {"roles": names}});
            if go_together(&names, applied) { vec![post("/api/v1/users", &body)] } else { Vec::new() }
        }
        Deed::OfPerson(whom, deed) => of_person(asked, whom, deed, applied),
        Deed::List => vec![get("/api/v1/users?include_disabled=true")],
        Deed::CreateNamed { .. }
        | Deed::CreateAddressed { .. }
        | Deed::CreateGranted { .. }
        | Deed::CreateService { .. }
        | Deed::OfService(..)
        | Deed::FindByAddress(_)
        | Deed::CreateGroup { .. }
        | Deed::OfGroup(..)
        | Deed::CreateRole { .. }
        | Deed::OfRole(..) => Vec::new(),
    }
}

fn of_person(asked: &Asked<'_>, whom: &Whom, deed: &OfPerson, applied: &mut Applied) -> Vec<Request> {
    let user = format!("/api/v1/users/{}", segment(&whom.username));
    let oneself = asked.is_about_oneself();
    let change = |body: Value| {
        let own = oneself.then(|| patch("/api/v1/user", &body));
        [patch(&user, &body)].into_iter().chain(own).collect::<Vec<_>>()
    };
    let mut change_roles = |names: BTreeSet<String>| {
        let body = json!({"security": {"roles": names}});
        if go_together(&names, applied) { change(body) } else { Vec::new() }
    };
    let present = asked.user.map(|user| asked.scene.role_names(&user.roles)).unwrap_or_default();
    let present: BTreeSet<String> = present.into_iter().collect();
    match deed {
        OfPerson::Read => {
            let own = oneself.then(|| get("/api/v1/user"));
            [get(&user)].into_iter().chain(own).collect()
        }
        OfPerson::SetEmail(email) => change(json!({"email": email})),
        OfPerson::SetTitle(title) if title.is_empty() => change(json!({"full_name": null})),
        OfPerson::SetTitle(title) => change(json!({"full_name": title})),
        OfPerson::SetStatus { is_active } => change(json!({"security": {"enabled": is_active}})),
        OfPerson::SetPassword(password) => change(json!({"security": {"password": password}})),
        OfPerson::ReplaceRoles(roles) => change_roles(names(roles)),
        OfPerson::AddRole(role) => change_roles(present.into_iter().chain([role.name.clone()]).collect()),
        // To leave it out of the set says nothing where it cannot be in there.
        OfPerson::RemoveRole(role) if !asked.is_here(&asked.scene.roles, role) => Vec::new(),
        OfPerson::RemoveRole(role) => change_roles(present.into_iter().filter(|name| *name != role.name).collect()),
        OfPerson::Delete => vec![delete(&user)],
        OfPerson::CreateKey(description) if oneself => {
            vec![post("/api/v1/users/auth/keys", &json!({"description": description}))]
        }
        OfPerson::DeleteKey(key) => {
            let own = oneself.then(|| delete(&format!("/api/v1/users/auth/keys/{key}")));
            [delete(&format!("{user}/auth/keys/{key}"))].into_iter().chain(own).collect()
        }
        OfPerson::CreateKey(_)
        | OfPerson::Rename(_)
        | OfPerson::SetFirstName(_)
        | OfPerson::SetAvatar(_)
        | OfPerson::SetLabel(_)
        | OfPerson::SetSsoId(_)
        | OfPerson::ResetPassword
        | OfPerson::ReplacePermissions(_)
        | OfPerson::Grant(_)
        | OfPerson::Revoke(_)
        | OfPerson::Join(_)
        | OfPerson::Leave(_) => Vec::new(),
    }
}

fn names(roles: &[Thing]) -> BTreeSet<String> {
    roles.iter().map(|role| role.name.clone()).collect()
}

/// The rule of this door alone: the administrator is nothing else, and a manager of deployments is no viewer of them.
fn go_together(names: &BTreeSet<String>, applied: &mut Applied) -> bool {
    let is_mixed_admin = names.contains(ADMIN) && names.len() > 1;
    let is_manager_and_viewer = names.contains(MANAGER) && names.contains(VIEWER);
    let is_allowed = !is_mixed_admin && !is_manager_and_viewer;
    if !is_allowed {
        applied.count(Rule::ElasticRolesApart);
    }
    is_allowed
}
