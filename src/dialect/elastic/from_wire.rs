//! From Elastic's users, logins and merge patches to what the directory is asked, and the members that nobody may set.
//! It must not know what a user is like at the moment.

use std::collections::BTreeSet;

use specgen_runtime::Field;

use super::{error, roles};
use crate::auth::Password;
use crate::directory::{Login, NewUser, Reference, UserSelector, UserUpdate};
use crate::domain::search::{Condition, Search, UserTrait};
use crate::domain::{Change, Email, Error, InvalidReason, SetChange, Status, User, UserPatch, Username};
use crate::generated::elastic::{self, Failure, LoginRequestModel, UserSecurityPatch};

/// What a name of this dialect must not have, beside what no name has: the vendor's native identifiers have neither
/// comma nor slash, and HTTP Basic ends a name at its colon.
const SPECIAL_CHARACTERS: [char; 4] = [',', '/', '\\', ':'];

/// A word that stands in paths where names do, so that nobody of this name could be got.
const RESERVED_NAME: &str = "auth";

/// The user that a path or a body names.
pub(super) fn user(user_name: String) -> UserSelector {
    UserSelector::Username(user_name)
}

/// The users of a list, with those who cannot authenticate or without.
pub(super) fn users(include_disabled: bool) -> Search<User> {
    let is_active = (!include_disabled).then_some(Condition::Is(UserTrait::Status(Status::Active)));
    Search { conditions: is_active.into_iter().collect(), ..Search::default() }
}

/// Who logs in, and the path that the browser was at, if it is one.
pub(super) fn login(body: LoginRequestModel) -> (Login, Option<String>) {
    let login = Login { name: body.username, password: body.password.into_inner() };
    (login, body.login_state.and_then(|state| state.path))
}

/// The user to be made.
///
/// # Errors
/// All values that break a rule which the schema cannot express, else all restricted members, else roles that are
/// not there or do not go together.
pub(super) fn new_user(body: elastic::NewUser) -> Result<NewUser, Failure> {
    let restricted = restricted_in_new(&body);
    let username = user_name(&body.user_name);
    let email = filled(body.email).map(|email| Email::parse(&email)).transpose();
    let password = body.security.password.map(|password| Password::parse(password.as_str())).transpose();
    let (username, email, password) = match (username, email, password) {
        (Ok(username), Ok(email), Ok(password)) => (username, email, password),
        (username, email, password) => {
            return Err(error::invalid([username.err(), email.err(), password.err()].into_iter().flatten()));
        }
    };
    if !restricted.is_empty() {
        return Err(error::restricted(&restricted));
    }
    let names = body.security.roles.unwrap_or_default();
    if names.is_empty() {
        return Err(error::without_roles());
    }
    Ok(NewUser {
        username: Some(username),
        email,
        display_name: filled(body.full_name),
        status: if body.security.enabled == Some(false) { Status::Disabled } else { Status::Active },
        roles: references(names)?,
        password,
        ..NewUser::default()
    })
}

/// The members that the creation says something about and must not.
fn restricted_in_new(body: &elastic::NewUser) -> Vec<&'static str> {
    let members = [
        ("builtin", body.builtin.is_some()),
        ("metadata", body.metadata.is_some()),
        ("security.permissions", body.security.permissions.is_some()),
        ("security.elevated_permissions", body.security.elevated_permissions.is_some()),
        ("security.security_realm", body.security.security_realm.is_some()),
    ];
    members.into_iter().filter(|(_, is_said)| *is_said).map(|(member, _)| member).collect()
}

fn user_name(text: &str) -> Result<Username, Error> {
    if text.contains(SPECIAL_CHARACTERS) {
        let reason = InvalidReason::Malformed("contains a comma, slash, backslash or colon");
        return Err(Error::invalid("username", reason));
    }
    let name = Username::parse(text)?;
    if name.folded() == RESERVED_NAME {
        return Err(Error::invalid("username", InvalidReason::Malformed("is a word of this API")));
    }
    Ok(name)
}

/// What a patch by the user of this name says.
///
/// # Errors
/// All values that break a rule which the schema cannot express, else all restricted members, else roles that do not
/// go together.
pub(super) fn user_update(own_name: &str, patch: elastic::UserPatch) -> Result<UserUpdate, Failure> {
    let restricted = restricted_members(own_name, &patch);
    let security = security(patch.security);
    let email = text(patch.email).try_map(|email| Email::parse(&email));
    let password = security.password.value().map(|password| Password::parse(password.as_str())).transpose();
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
        roles: role_change(security.roles)?,
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
fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.is_empty())
}

fn text(field: Field<String>) -> Change<String> {
    match field {
        Field::Absent => Change::Keep,
        Field::Null => Change::Clear,
        Field::Value(text) => Change::replace(filled(Some(text))),
    }
}

fn status(enabled: Field<bool>) -> Option<Status> {
    match enabled {
        Field::Absent => None,
        Field::Null | Field::Value(true) => Some(Status::Active),
        Field::Value(false) => Some(Status::Disabled),
    }
}

fn role_change(names: Field<Vec<String>>) -> Result<SetChange<Reference>, Failure> {
    Ok(match names {
        Field::Absent => SetChange::Keep,
        Field::Null => SetChange::Replace([].into()),
        Field::Value(names) => SetChange::Replace(references(names)?),
    })
}

fn references(names: Vec<String>) -> Result<BTreeSet<Reference>, Failure> {
    if !roles::go_together(&names) {
        return Err(error::roles_apart());
    }
    Ok(names.into_iter().map(Reference::Name).collect())
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
    fn a_name_has_no_special_characters() {
        for name in ["ada", "ada@example.org", "Ada L.", "ädä", "a%b+c"] {
            assert!(user_name(name).is_ok(), "{name}");
        }
        for name in ["", " ada", "ada ", "a,b", "a/b", "a\\b", "a:b", "a\u{7}", "\u{200b}", "auth", "AUTH"] {
            assert!(user_name(name).is_err(), "{name}");
        }
    }

    #[test]
    fn an_empty_text_is_none() {
        assert_eq!(text(Field::Value(String::new())), Change::Clear);
        assert_eq!(text(Field::Value(" ".into())), Change::Set(" ".into()));
    }
}
