//! From the requests of Roster's own API to what the directory is asked.

use specgen_runtime::{Location, Violations};

use crate::directory::{Expiry, MailQuery, NewAdministrator, NewKey, Reference, UserSelector};
use crate::domain::text::check_text;
use crate::domain::{Email, Error, Id, MailStatus, PageSize, Username};
use crate::generated::roster as wire;
use crate::limits::NAME_CHARS_MAX;

/// The user that a path names, in any of its ways.
pub(super) fn selector(user: String) -> UserSelector {
    UserSelector::Any(user)
}

/// The key to be made.
pub(super) fn new_key(body: wire::NewUserKey) -> NewKey {
    let expires = body.expires_at.map_or(Expiry::Never, |end| Expiry::At(end.into()));
    NewKey { description: body.description, expires }
}

/// The page of mail that is asked for.
///
/// # Errors
/// `Invalid` for a page size that the model does not have; the contract has the same limits.
pub(super) fn mail_query(request: wire::ListMailRequest) -> Result<MailQuery, Error> {
    let entries = u32::try_from(request.limit).map_err(Error::internal)?;
    let status = request.status.map(|status| match status {
        wire::MailStatus::Queued => MailStatus::Queued,
        wire::MailStatus::Sent => MailStatus::Sent,
        wire::MailStatus::Failed => MailStatus::Failed,
    });
    Ok(MailQuery { status, marker: request.cursor, page_size: PageSize::parse(entries)? })
}

/// The organization that a path names. No name has the form of an id.
pub(super) fn organization(text: String) -> Reference {
    if Id::parse(&text).is_some() { Reference::Id(text) } else { Reference::Name(text) }
}

/// The administrator to be made.
///
/// # Errors
/// All members that the model refuses.
pub(super) fn new_administrator(body: wire::NewAdministrator) -> Result<NewAdministrator, Violations> {
    let mut found = Violations::new();
    let checked = |name: String| check_text("displayName", &name, NAME_CHARS_MAX).map(|()| name);
    let username = accept("username", Username::parse(&body.username), &mut found);
    let email = accept("email", body.email.as_deref().map(Email::parse).transpose(), &mut found).flatten();
    let display_name = accept("displayName", body.display_name.map(checked).transpose(), &mut found).flatten();
    let username = username.filter(|_| found.is_empty());
    username.map(|username| NewAdministrator { username, email, display_name }).ok_or(found)
}

/// Takes a value that the model has parsed, or notes why it was refused.
fn accept<T>(member: &str, parsed: Result<T, Error>, found: &mut Violations) -> Option<T> {
    let refused = |error| match error {
        Error::Invalid { reason, .. } => reason.to_string(),
        other => other.to_string(),
    };
    parsed.map_err(|error| found.report(&Location::Body.member(member), "format", refused(error))).ok()
}
