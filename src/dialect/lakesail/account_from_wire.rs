//! From LakeSail's requests about service accounts and their keys to what the directory is asked.

use chrono::{DateTime, Utc};
use specgen_runtime::{Field, Violations};

use super::from_wire::{accept, change, filled};
use crate::directory::{Expiry, NewKey, NewServiceAccount, ServiceAccountUpdate, UserSelector};
use crate::domain::text::check_text;
use crate::domain::{Change, Error, Username};
use crate::generated::lakesail as wire;
use crate::limits::DESCRIPTION_CHARS_MAX;

/// The service account that a path names.
pub(super) fn selector(id: wire::ResourceId) -> UserSelector {
    UserSelector::ServiceAccount(id.into_inner())
}

/// The service account to be made.
///
/// # Errors
/// All members that the model refuses.
pub(super) fn new_account(spec: wire::ServiceAccountSpec) -> Result<NewServiceAccount, Violations> {
    let mut found = Violations::new();
    let username = accept("username", Username::parse(spec.username.as_str()), &mut found);
    let said = filled(spec.description).map(description).transpose();
    let description = accept("description", said, &mut found).flatten();
    username.filter(|_| found.is_empty()).map(|username| NewServiceAccount { username, description }).ok_or(found)
}

/// The members of a service account to be changed.
///
/// # Errors
/// All members that the model refuses.
pub(super) fn account_update(update: wire::ServiceAccountUpdate) -> Result<ServiceAccountUpdate, Violations> {
    let mut found = Violations::new();
    let username = update.username.map(|username| Username::parse(username.as_str())).transpose();
    let update = ServiceAccountUpdate {
        username: accept("username", username, &mut found).flatten(),
        description: accept("description", change(update.description).try_map(description), &mut found)
            .unwrap_or_default(),
    };
    if found.is_empty() { Ok(update) } else { Err(found) }
}

/// The key to be made; what it is for is not said here.
pub(super) fn new_key(spec: Option<wire::ServiceAccountKeySpec>) -> NewKey {
    let end = spec.and_then(|spec| spec.expires_at);
    NewKey { expires: end.map_or(Expiry::Never, |end| Expiry::At(end.into())), ..NewKey::default() }
}

/// What becomes of the end of a key.
pub(super) fn key_update(update: wire::ServiceAccountKeyUpdate) -> Change<DateTime<Utc>> {
    match update.expires_at {
        Field::Absent => Change::Keep,
        Field::Null => Change::Clear,
        Field::Value(end) => Change::Set(end.into()),
    }
}

fn description(text: String) -> Result<String, Error> {
    check_text("description", &text, DESCRIPTION_CHARS_MAX)?;
    Ok(text)
}
