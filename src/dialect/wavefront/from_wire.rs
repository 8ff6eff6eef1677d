//! From Wavefront's requests to what the directory is asked: `groups` are permissions, `userGroups` are groups.
//! It must not know what the users are like at the moment.

use std::collections::BTreeSet;

use specgen_runtime::Field;

use crate::auth::Password;
use crate::directory::{BatchError, NewUser, Reference, UnknownGroups, UserSelector, UserUpdate};
use crate::domain::{self, Change, Email, Error, SetChange, UserPatch};
use crate::generated::wavefront::{Identifier, Permission, PermissionForm, UserRequestDto, UserToCreate};

/// Whom an identifier names: the user with this address, or with this name where nobody has such an address.
pub(super) fn selector(identifier: &Identifier) -> UserSelector {
    UserSelector::EmailOrUsername(identifier.as_str().to_owned())
}

/// A permission of the contract's list.
pub(super) fn permission(permission: Permission) -> domain::Permission {
    domain::Permission::parse(permission.as_str()).expect("the contract's permissions are permission ids")
}

/// What a creation says. User groups that do not exist are left out, as the vendor's server does.
///
/// # Errors
/// `Invalid` for an address with an invisible or control character that the schema's pattern lets through.
pub(super) fn new_user(user: UserToCreate) -> Result<NewUser, Error> {
    Ok(NewUser {
        email: Some(Email::parse(&user.email_address)?),
        // Wire quirk (wavefront): the Go client leaves out `groups` and sends `userGroups: null` for none, although
        // both are declared as required (wire notes, section 3).
        permissions: user.groups.value().map(permissions),
        roles: user.roles.value().map(references).unwrap_or_default(),
        groups: user.user_groups.value().map(references).unwrap_or_default(),
        unknown_groups: UnknownGroups::Ignore,
        ..NewUser::default()
    })
}

/// What an invitation says.
///
/// # Errors
/// As [`new_user`], for the first user to whom it applies.
pub(super) fn new_users(users: Vec<UserToCreate>) -> Result<Vec<NewUser>, BatchError> {
    let numbered = users.into_iter().enumerate();
    numbered.map(|(index, user)| new_user(user).map_err(|error| BatchError { position: Some(index), error })).collect()
}

/// The identifiers that the users of an invitation shall have.
pub(super) fn addresses(users: &[UserToCreate]) -> Vec<String> {
    users.iter().map(|user| user.email_address.clone()).collect()
}

/// What a PUT says: what is left out or null is kept. `customer` is not looked at.
///
/// # Errors
/// `Invalid` for a password of too many bytes.
pub(super) fn user_update(user: UserRequestDto) -> Result<UserUpdate, Error> {
    let patch = UserPatch {
        // Wire quirk (wavefront): its clients have no null for a text, so the empty text removes it.
        sso_id: user.sso_id.value().map_or(Change::Keep, |id| Change::replace(Some(id).filter(|id| !id.is_empty()))),
        permissions: replacement(user.groups, permissions),
        roles: replacement(user.roles, references),
        groups: replacement(user.user_groups, references),
        ..UserPatch::default()
    };
    Ok(UserUpdate {
        identity: user.identifier.value().map(UserSelector::EmailOrUsername),
        patch,
        password: user.credential.value().map(|password| Password::parse(&password)).transpose()?,
        ..UserUpdate::default()
    })
}

/// What a form that grants a permission says; without one it says nothing.
pub(super) fn granting(form: PermissionForm) -> UserUpdate {
    let permissions = form.group.map_or(SetChange::Keep, |granted| SetChange::Add([permission(granted)].into()));
    UserUpdate { patch: UserPatch { permissions, ..UserPatch::default() }, ..UserUpdate::default() }
}

fn permissions(list: Vec<Permission>) -> BTreeSet<domain::Permission> {
    list.into_iter().map(permission).collect()
}

fn references(ids: Vec<String>) -> BTreeSet<Reference> {
    ids.into_iter().map(Reference::Id).collect()
}

fn replacement<T, U: Ord>(field: Field<Vec<T>>, set: fn(Vec<T>) -> BTreeSet<U>) -> SetChange<U> {
    // Wire quirk (wavefront): the Go client sends `userGroups: null` where it has nothing to say.
    field.value().map_or(SetChange::Keep, |list| SetChange::Replace(set(list)))
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
    fn an_empty_list_says_something_and_null_does_not() {
        let update = |groups| {
            let user = UserRequestDto { user_groups: groups, ..UserRequestDto::default() };
            user_update(user).expect("nothing in it can be wrong").patch.groups
        };
        let id = || "06DRTZFHR2DJFW53R5F0".to_owned();
        let cases = [
            (Field::Absent, SetChange::Keep),
            (Field::Null, SetChange::Keep),
            (Field::Value(vec![]), SetChange::Replace([].into())),
            (Field::Value(vec![id(), id()]), SetChange::Replace([Reference::Id(id())].into())),
        ];
        for (groups, expected) in cases {
            assert_eq!(update(groups), expected);
        }
    }

    #[test]
    fn an_empty_single_sign_on_id_removes_it() {
        let update = |sso_id| {
            let user = UserRequestDto { sso_id, ..UserRequestDto::default() };
            user_update(user).expect("nothing in it can be wrong").patch.sso_id
        };
        let cases = [
            (Field::Absent, Change::Keep),
            (Field::Null, Change::Keep),
            (Field::Value(String::new()), Change::Clear),
            (Field::Value("a".to_owned()), Change::Set("a".to_owned())),
        ];
        for (sso_id, expected) in cases {
            assert_eq!(update(sso_id), expected);
        }
    }
}
