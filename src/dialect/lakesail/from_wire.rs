//! From LakeSail's requests to what the directory is asked. The contract's own rules are checked before; what is
//! left are the rules of the model, and every violation of them is reported with its member.

use specgen_runtime::{Location, Violations};

use crate::auth::Password;
use crate::directory::{NewUser, UserQuery, UserSelector, UserUpdate};
use crate::domain::text::check_text;
use crate::domain::{Change, Email, Error, PageSize, UserPatch, Username};
use crate::generated::lakesail as wire;
use crate::limits::NAME_CHARS_MAX;

/// The user that a path names.
pub(super) fn selector(id: wire::ResourceId) -> UserSelector {
    UserSelector::WrittenId(id.into_inner())
}

/// The page that is asked for.
///
/// # Errors
/// `Invalid` for a page size that the model does not have; the contract's limits are narrower.
pub(super) fn page_query(limit: i32, marker: Option<String>) -> Result<UserQuery, Error> {
    let entries = u32::try_from(limit).map_err(Error::internal)?;
    Ok(UserQuery { marker, page_size: PageSize::parse(entries)? })
}

/// The current password, as it was sent, and the new one.
///
/// # Errors
/// A new password that the model refuses.
pub(super) fn password_change(change: wire::PasswordChangeSpec) -> Result<(String, Password), Violations> {
    let mut found = Violations::new();
    let new = accept("newPassword", Password::parse(change.new_password.as_str()), &mut found);
    new.map(|new| (change.current_password.into_inner(), new)).ok_or(found)
}

/// The user to be made.
///
/// # Errors
/// All members that the model refuses.
pub(super) fn new_user(spec: wire::UserSpec) -> Result<NewUser, Violations> {
    let mut found = Violations::new();
    let new = NewUser {
        username: accept("username", Username::parse(spec.username.as_str()), &mut found),
        email: accept("email", filled(spec.email).map(email).transpose(), &mut found).flatten(),
        first_name: accept("firstName", filled(spec.first_name).map(name).transpose(), &mut found).flatten(),
        last_name: accept("lastName", filled(spec.last_name).map(name).transpose(), &mut found).flatten(),
        display_name: accept("displayName", filled(spec.display_name).map(name).transpose(), &mut found).flatten(),
        ..NewUser::default()
    };
    if found.is_empty() { Ok(new) } else { Err(found) }
}

/// The members to be changed.
///
/// # Errors
/// All members that the model refuses.
pub(super) fn user_update(update: wire::UserUpdate) -> Result<UserUpdate, Violations> {
    let mut found = Violations::new();
    let username = update.username.map(|username| Username::parse(username.as_str())).transpose();
    let patch = UserPatch {
        username: accept("username", username, &mut found).flatten(),
        email: accept("email", change(update.email).try_map(email), &mut found).unwrap_or_default(),
        first_name: accept("firstName", change(update.first_name).try_map(name), &mut found).unwrap_or_default(),
        last_name: accept("lastName", change(update.last_name).try_map(name), &mut found).unwrap_or_default(),
        display_name: accept("displayName", change(update.display_name).try_map(name), &mut found).unwrap_or_default(),
        ..UserPatch::default()
    };
    if found.is_empty() { Ok(UserUpdate { patch, ..UserUpdate::default() }) } else { Err(found) }
}

/// The text, if there is any.
///
/// Wire quirk (lakesail): every member of a user is a string that must be sent, so an empty one says that there is none.
pub(super) fn filled(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// What a member that may be left out says.
pub(super) fn change(member: Option<String>) -> Change<String> {
    member.map_or(Change::Keep, |text| Change::replace(filled(text)))
}

#[expect(clippy::needless_pass_by_value, reason = "it maps a value that is handed over")]
fn email(text: String) -> Result<Email, Error> {
    Email::parse(&text)
}

fn name(text: String) -> Result<String, Error> {
    check_text("name", &text, NAME_CHARS_MAX)?;
    Ok(text)
}

/// Takes a value that the model has parsed, or notes why it was refused.
pub(super) fn accept<T>(member: &str, parsed: Result<T, Error>, found: &mut Violations) -> Option<T> {
    let error = match parsed {
        Ok(value) => return Some(value),
        Err(error) => error,
    };
    let clause = match error {
        Error::Invalid { reason, .. } => reason.to_string(),
        other => other.to_string(),
    };
    found.report(&Location::Body.member(member), "format", clause);
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absent_empty_and_given_members_are_three_different_changes() {
        let cases = [(None, Change::Keep), (Some(""), Change::Clear), (Some("Ada"), Change::Set("Ada".to_owned()))];
        for (member, expected) in cases {
            assert_eq!(change(member.map(ToOwned::to_owned)), expected, "{member:?}");
        }
    }

    #[test]
    fn everything_that_the_model_refuses_is_reported_at_once() {
        let update = wire::UserUpdate {
            email: Some("nobody".into()),
            first_name: Some("A\0".into()),
            display_name: Some("Ada".into()),
            ..wire::UserUpdate::default()
        };
        let found = user_update(update).expect_err("two members are refused");
        let expected = "body /email is not an e-mail address; body /firstName contains the character U+0000";
        assert_eq!(found.to_string(), expected);
    }
}
