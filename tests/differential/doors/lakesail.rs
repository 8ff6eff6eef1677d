//! What LakeSail's clients send.

use serde_json::{Value, json};

use super::{Asked, delete, get, patch, post};
use crate::differential::intent::{Deed, OfPerson, OfService, Whom};
use crate::differential::rules::{Applied, Rule};
use crate::support::http::Request;

/// The most that one page has.
const LIMIT_MAX: usize = 100;

pub(super) fn requests(asked: &Asked<'_>, applied: &mut Applied) -> Vec<Request> {
    match &asked.intent.deed {
        Deed::CreateNamed { name, email, title } => {
            let body = json!({"username": name, "email": email, "firstName": "", "lastName": "", "displayName": title});
            vec![post("/api/org/v1/users", &body)]
        }
        Deed::CreateService { name } => {
            vec![post("/api/org/v1/service-accounts", &json!({"username": name, "description": "made"}))]
        }
        Deed::OfPerson(whom, deed) => of_person(asked, whom, deed),
        Deed::OfService(whom, deed) => of_service(whom, deed),
        Deed::List if asked.scene.people.len() > LIMIT_MAX => {
            applied.count(Rule::LakesailPage);
            Vec::new()
        }
        Deed::List => vec![get("/api/org/v1/users?limit=100")],
        Deed::CreateAddressed { .. }
        | Deed::CreateWithRoles { .. }
        | Deed::CreateGranted { .. }
        | Deed::FindByAddress(_)
        | Deed::CreateGroup { .. }
        | Deed::OfGroup(..)
        | Deed::CreateRole { .. }
        | Deed::OfRole(..) => Vec::new(),
    }
}

fn of_person(asked: &Asked<'_>, whom: &Whom, deed: &OfPerson) -> Vec<Request> {
    let user = format!("/api/org/v1/users/{}", whom.id);
    let change = |body: Value| vec![patch(&user, &body)];
    match deed {
        OfPerson::Read => {
            let oneself = asked.is_about_oneself().then(|| get("/api/org/v1/me"));
            [get(&user)].into_iter().chain(oneself).collect()
        }
        OfPerson::Rename(name) => change(json!({"username": name})),
        OfPerson::SetEmail(email) => change(json!({"email": email.as_deref().unwrap_or_default()})),
        OfPerson::SetFirstName(name) => change(json!({"firstName": name})),
        OfPerson::SetTitle(title) => change(json!({"displayName": title})),
        OfPerson::ResetPassword => vec![Request::new("POST", &format!("{user}/password/reset"))],
        OfPerson::Delete => vec![delete(&user)],
        OfPerson::SetAvatar(_)
        | OfPerson::SetLabel(_)
        | OfPerson::SetSsoId(_)
        | OfPerson::SetStatus { .. }
        | OfPerson::SetPassword(_)
        | OfPerson::ReplaceRoles(_)
        | OfPerson::AddRole(_)
        | OfPerson::RemoveRole(_)
        | OfPerson::ReplacePermissions(_)
        | OfPerson::Grant(_)
        | OfPerson::Revoke(_)
        | OfPerson::Join(_)
        | OfPerson::Leave(_)
        | OfPerson::CreateKey(_)
        | OfPerson::DeleteKey(_) => Vec::new(),
    }
}

fn of_service(whom: &Whom, deed: &OfService) -> Vec<Request> {
    let account = format!("/api/org/v1/service-accounts/{}", whom.id);
    match deed {
        OfService::Read => vec![get(&account)],
        OfService::Delete => vec![delete(&account)],
        OfService::CreateKey => vec![post(&format!("{account}/keys"), &json!({}))],
        OfService::Grant(_) => Vec::new(),
    }
}
