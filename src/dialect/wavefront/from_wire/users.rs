//! From Wavefront's requests about users to what the directory is asked: `groups` are permissions, `userGroups` are
//! groups. It must not know what the users are like at the moment.

use std::collections::BTreeSet;

use crate::auth::Password;
use crate::directory::{BatchError, NewUser, Reference, UnknownGroups, UserSelector, UserUpdate};
use crate::domain::{self, Change, Email, Error, SetChange, UserPatch};
use crate::generated::wavefront::{PermissionForm, UserRequestDto, UserToCreate};

use super::{permission, permissions, references, replacement};

/// What a creation says, and whether a mail shall tell the user of it. User groups that do not exist are left out, as
/// the vendor's server does.
///
/// # Errors
/// `Invalid` for an address with an invisible or control character that the schema's pattern lets through.
pub(crate) fn new_user(user: UserToCreate, invited: bool) -> Result<NewUser, Error> {
    Ok(NewUser {
        email: Some(Email::parse(&user.email_address)?),
        // Wire quirk (wavefront): the Go client leaves out `groups` and sends `userGroups: null` for none, although
        // both are declared as required (wire notes, section 3).
        permissions: user.groups.value().map(permissions),
        roles: user.roles.value().map(references).unwrap_or_default(),
        groups: user.user_groups.value().map(references).unwrap_or_default(),
        unknown_groups: UnknownGroups::Ignore,
        invited,
        ..NewUser::default()
    })
}

/// What an invitation says, which every user is told of by mail.
///
/// # Errors
/// As [`new_user`], for the first user to whom it applies.
pub(crate) fn new_users(users: Vec<UserToCreate>) -> Result<Vec<NewUser>, BatchError> {
    let numbered = users.into_iter().enumerate();
    numbered
        .map(|(index, user)| new_user(user, true).map_err(|error| BatchError { position: Some(index), error }))
        .collect()
}

/// The identifiers that the users of an invitation shall have.
pub(crate) fn addresses(users: &[UserToCreate]) -> Vec<String> {
    users.iter().map(|user| user.email_address.clone()).collect()
}

/// What a PUT says: what is left out or null is kept. `customer` is not looked at.
///
/// # Errors
/// `Invalid` for a password of too many bytes.
pub(crate) fn user_update(user: UserRequestDto) -> Result<UserUpdate, Error> {
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
        password: user.credential.value().map(|password| Password::parse(password.as_str())).transpose()?,
        ..UserUpdate::default()
    })
}

/// What a form that grants a permission says; without one it says nothing.
pub(crate) fn granting(form: PermissionForm) -> UserUpdate {
    of_permissions(form, SetChange::Add)
}

/// What a form that revokes a permission says; without one it says nothing.
pub(crate) fn revoking(form: PermissionForm) -> UserUpdate {
    of_permissions(form, SetChange::Remove)
}

/// That a user shall be in these groups too.
pub(crate) fn joining(groups: Vec<String>) -> UserUpdate {
    of_groups(SetChange::Add(references(groups)))
}

/// That a user shall be in these groups no longer.
pub(crate) fn leaving(groups: Vec<String>) -> UserUpdate {
    of_groups(SetChange::Remove(references(groups)))
}

fn of_permissions(
    form: PermissionForm,
    change: fn(BTreeSet<domain::Permission>) -> SetChange<domain::Permission>,
) -> UserUpdate {
    let permissions = form.group.map_or(SetChange::Keep, |named| change([permission(named)].into()));
    UserUpdate { patch: UserPatch { permissions, ..UserPatch::default() }, ..UserUpdate::default() }
}

fn of_groups(groups: SetChange<Reference>) -> UserUpdate {
    UserUpdate { patch: UserPatch { groups, ..UserPatch::default() }, ..UserUpdate::default() }
}

#[cfg(test)]
mod tests {
    use specgen_runtime::Field;

    use super::*;

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
