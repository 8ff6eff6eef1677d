//! From Wavefront's requests to what the directory is asked: what several of its nouns share.
//! It must not know what is in the directory at the moment.

pub(crate) mod groups;
pub(crate) mod roles;
pub(crate) mod search;
pub(crate) mod users;

use std::collections::BTreeSet;

use specgen_runtime::Field;

use crate::directory::{Reference, UserSelector, Window};
use crate::domain::{self, Error, Id, InvalidReason, PageSize, SetChange};
use crate::generated::wavefront::{Identifier, Permission};

/// What the identifier of a service account begins with.
const SERVICE_ACCOUNT: &str = "sa::";

/// Whom an identifier names: the person with this address, or with this name where nobody has such an address.
pub(crate) fn person(identifier: &Identifier) -> UserSelector {
    UserSelector::EmailOrUsername(identifier.as_str().to_owned())
}

/// Whom an identifier names that may also be a service account's.
pub(crate) fn account(identifier: &str) -> UserSelector {
    match identifier.strip_prefix(SERVICE_ACCOUNT) {
        Some(name) => UserSelector::ServiceAccountNamed(name.to_owned()),
        None => UserSelector::EmailOrUsername(identifier.to_owned()),
    }
}

/// Whom the identifiers of a list name.
pub(crate) fn accounts(identifiers: &[Identifier]) -> Vec<UserSelector> {
    identifiers.iter().map(|identifier| account(identifier.as_str())).collect()
}

/// A permission of the contract's list.
pub(crate) fn permission(permission: Permission) -> domain::Permission {
    domain::Permission::parse(permission.as_str()).expect("the contract's permissions are permission ids")
}

/// A list of permissions, as a set.
pub(crate) fn permissions(list: Vec<Permission>) -> BTreeSet<domain::Permission> {
    list.into_iter().map(permission).collect()
}

/// A list of the ids of groups or roles, as a set.
pub(crate) fn references(ids: Vec<String>) -> BTreeSet<Reference> {
    ids.into_iter().map(Reference::Id).collect()
}

/// What a list that may be left out says about a set.
pub(crate) fn replacement<T, U: Ord>(field: Field<Vec<T>>, set: fn(Vec<T>) -> BTreeSet<U>) -> SetChange<U> {
    // Wire quirk (wavefront): the Go client sends `userGroups: null` where it has nothing to say.
    field.value().map_or(SetChange::Keep, |list| SetChange::Replace(set(list)))
}

/// Refuses a body that says it is about something else than the path.
///
/// # Errors
/// `Invalid` for `id`.
pub(crate) fn check_id(path: &str, body: Field<String>) -> Result<(), Error> {
    match body.value() {
        Some(id) if id != path && Id::parse(&id).is_none_or(|id| Id::parse(path) != Some(id)) => {
            Err(Error::invalid("id", InvalidReason::Malformed("is not the id in the path")))
        }
        _ => Ok(()),
    }
}

/// The part of a list that is asked for.
///
/// # Errors
/// `Invalid` for what the contract does not let through.
pub(crate) fn window(offset: i32, limit: i32) -> Result<Window, Error> {
    let limit = PageSize::parse(u32::try_from(limit).unwrap_or_default())?;
    Ok(Window { offset: u64::try_from(offset).unwrap_or_default(), limit })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_permission_of_the_contract_is_a_permission_id() {
        for wire in Permission::ALL {
            assert_eq!(permission(*wire).as_str(), wire.as_str());
        }
    }

    #[test]
    fn an_identifier_with_the_prefix_is_a_service_accounts() {
        let person = |text: &str| UserSelector::EmailOrUsername(text.to_owned());
        let service = |text: &str| UserSelector::ServiceAccountNamed(text.to_owned());
        let cases = [
            ("ada@example.org", person("ada@example.org")),
            ("sa::robot", service("robot")),
            ("sa::", service("")),
            ("sa:robot", person("sa:robot")),
            ("SA::robot", person("SA::robot")),
        ];
        for (identifier, expected) in cases {
            assert_eq!(account(identifier), expected, "{identifier}");
        }
    }
}
