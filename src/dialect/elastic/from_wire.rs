//! From Elastic's merge patch to the directory's update, and the members of it that nobody may set.
//! It must not know what the user is like at the moment.

use specgen_runtime::Field;

use super::error;
use crate::auth::Password;
use crate::directory::{Reference, UserUpdate};
use crate::domain::{Change, Email, SetChange, Status, UserPatch};
use crate::generated::elastic::{self, Failure, UserSecurityPatch};

/// What a patch by the user of this name says.
///
/// # Errors
/// All values that break a rule which the schema cannot express, else all restricted members.
pub(super) fn user_update(own_name: &str, patch: elastic::UserPatch) -> Result<UserUpdate, Failure> {
    let restricted = restricted_members(own_name, &patch);
    let security = security(patch.security);
    let email = text(patch.email).try_map(|email| Email::parse(&email));
    let password = security.password.value().map(|password| Password::parse(&password)).transpose();
    let (email, password) = match (email, password) {
        (Ok(email), Ok(password)) => (email, password),
        (email, password) => return Err(error::invalid(email.err().into_iter().chain(password.err()))),
    };
    if !restricted.is_empty() {
        return Err(error::restricted(&restricted));
    }
    let patch = UserPatch {
        email,
        display_name: text(patch.full_name),
        status: status(security.enabled),
        roles: roles(security.roles),
        ..UserPatch::default()
    };
    Ok(UserUpdate { patch, password, ..UserUpdate::default() })
}

/// The members that the patch says something about and must not.
fn restricted_members(own_name: &str, patch: &elastic::UserPatch) -> Vec<&'static str> {
    // Wire quirk (elastic): ecctl and the SDK put the user's own name into every patch (wire notes, section 4).
    let keeps_name = match &patch.user_name {
        Field::Absent => true,
        Field::Null => false,
        Field::Value(name) => name == own_name,
    };
    let mut members = vec![
        ("user_name", keeps_name),
        ("builtin", patch.builtin.is_absent()),
        ("metadata", patch.metadata.is_absent()),
    ];
    if let Field::Value(security) = &patch.security {
        members.extend([
            ("security.password", !security.password.is_null()),
            ("security.permissions", security.permissions.is_absent()),
            ("security.elevated_permissions", security.elevated_permissions.is_absent()),
            ("security.security_realm", security.security_realm.is_absent()),
        ]);
    }
    members.into_iter().filter(|(_, is_fine)| !is_fine).map(|(member, _)| member).collect()
}

/// `null` for the whole is `null` for what has a default; the password has none and stays.
fn security(patch: Field<UserSecurityPatch>) -> UserSecurityPatch {
    match patch {
        // Wire quirk (elastic): ecctl and the SDK send an empty object in every patch, which says nothing.
        Field::Value(security) => security,
        Field::Absent => UserSecurityPatch::default(),
        Field::Null => UserSecurityPatch { roles: Field::Null, enabled: Field::Null, ..UserSecurityPatch::default() },
    }
}

/// An empty text is none.
fn text(field: Field<String>) -> Change<String> {
    match field {
        Field::Absent => Change::Keep,
        Field::Null => Change::Clear,
        Field::Value(text) => Change::replace(Some(text).filter(|text| !text.is_empty())),
    }
}

fn status(enabled: Field<bool>) -> Option<Status> {
    match enabled {
        Field::Absent => None,
        Field::Null | Field::Value(true) => Some(Status::Active),
        Field::Value(false) => Some(Status::Disabled),
    }
}

fn roles(names: Field<Vec<String>>) -> SetChange<Reference> {
    match names {
        Field::Absent => SetChange::Keep,
        Field::Null => SetChange::Replace([].into()),
        Field::Value(names) => SetChange::Replace(names.into_iter().map(Reference::Name).collect()),
    }
}

#[cfg(test)]
mod tests {
    use specgen_runtime::Map;

    use super::*;

    type Wire = elastic::UserPatch;

    fn secured(security: UserSecurityPatch) -> Wire {
        Wire { security: Field::Value(security), ..Wire::default() }
    }

    #[test]
    fn what_nobody_may_set_is_found() {
        let name = |name: &str| Wire { user_name: Field::Value(name.into()), ..Wire::default() };
        let none: &[&str] = &[];
        let cases = [
            ("nothing", Wire::default(), none),
            ("the own name", name("ada"), none),
            ("the own name in capitals", name("ADA"), &["user_name"]),
            ("no name", Wire { user_name: Field::Null, ..Wire::default() }, &["user_name"]),
            ("an unchanged copy", Wire { builtin: Field::Value(false), ..Wire::default() }, &["builtin"]),
            ("null", Wire { metadata: Field::Null, ..Wire::default() }, &["metadata"]),
            ("empty security", secured(UserSecurityPatch::default()), none),
            (
                "no password",
                secured(UserSecurityPatch { password: Field::Null, ..Default::default() }),
                &["security.password"],
            ),
            (
                "several",
                Wire {
                    builtin: Field::Null,
                    ..secured(UserSecurityPatch {
                        permissions: Field::Value(Vec::new()),
                        elevated_permissions: Field::Null,
                        security_realm: Field::Value(Map::new()),
                        ..Default::default()
                    })
                },
                &["builtin", "security.permissions", "security.elevated_permissions", "security.security_realm"],
            ),
        ];
        for (case, patch, expected) in cases {
            assert_eq!(restricted_members("ada", &patch), expected, "{case}");
        }
    }

    #[test]
    fn null_is_the_default_or_nothing() {
        let patch = Wire { full_name: Field::Null, email: Field::Null, security: Field::Null, ..Wire::default() };
        let update = user_update("ada", patch).expect("nothing is restricted");
        let expected: UserPatch<Reference, Reference> = UserPatch {
            display_name: Change::Clear,
            email: Change::Clear,
            status: Some(Status::Active),
            roles: SetChange::Replace([].into()),
            ..UserPatch::default()
        };
        assert_eq!(update.patch, expected);
        assert_eq!(update.password, None);
    }

    #[test]
    fn an_empty_text_is_none() {
        assert_eq!(text(Field::Value(String::new())), Change::Clear);
        assert_eq!(text(Field::Value(" ".into())), Change::Set(" ".into()));
    }
}
