//! From the requests of Roster's own API to what the directory is asked.

use crate::directory::{Expiry, MailQuery, NewKey, UserSelector};
use crate::domain::{Error, MailStatus, PageSize};
use crate::generated::roster as wire;

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
