//! Names of users: free ones are found, and nobody's username is anybody else's e-mail address or id, because
//! requests may name a user by any of them.

use crate::domain::name::{derive_username, with_suffix};
use crate::domain::{Email, Error, Id, User, UserId, Username};
use crate::limits::USERNAME_SUFFIX_MAX;
use crate::store::{NameKind, ReadTransaction};

/// Derives a username from an e-mail address, with the first number that makes it free.
///
/// # Errors
/// `AlreadyExists` if none of the numbers that are tried does.
pub(super) fn free_username(txn: &dyn ReadTransaction, email: &Email) -> Result<Username, Error> {
    let base = derive_username(email);
    let numbered = (2..=USERNAME_SUFFIX_MAX).map(|number| with_suffix(&base, number));
    for candidate in std::iter::once(base.clone()).chain(numbered) {
        let candidate = Username::parse(&candidate)?;
        let taken = txn.find_name(NameKind::Username, candidate.folded())?.is_some()
            || txn.find_name(NameKind::Email, candidate.folded())?.is_some();
        if !taken {
            return Ok(candidate);
        }
    }
    Err(Error::AlreadyExists { field: "username" })
}

/// Refuses a new name that is somebody else's name of the other kind, or id. Two of the same kind the store refuses.
///
/// # Errors
/// `AlreadyExists` with the field.
pub(super) fn check_names(txn: &dyn ReadTransaction, old: Option<&User>, new: &User) -> Result<(), Error> {
    let is_anothers = |kind, folded: &str| -> Result<bool, Error> {
        Ok(txn.find_name(kind, folded)?.is_some_and(|(_, holder): (_, UserId)| holder != new.id))
    };
    let username_stays = old.is_some_and(|old| old.username.folded() == new.username.folded());
    let can_be_address = new.username.folded().contains('@');
    if !username_stays
        && ((can_be_address && is_anothers(NameKind::Email, new.username.folded())?) || is_anothers_id(txn, new)?)
    {
        return Err(Error::AlreadyExists { field: "username" });
    }
    let Some(email) = &new.email else { return Ok(()) };
    let email_stays = old.and_then(|old| old.email.as_ref()).is_some_and(|old| old.folded() == email.folded());
    if !email_stays && is_anothers(NameKind::Username, email.folded())? {
        return Err(Error::AlreadyExists { field: "email" });
    }
    Ok(())
}

/// Whether the username, however it is written, is the id of somebody else of the organization, in either text form.
/// Whoever were called so could not be told from them, and so would hide them.
fn is_anothers_id(txn: &dyn ReadTransaction, user: &User) -> Result<bool, Error> {
    let Some(id) = id_written_as(&user.username).filter(|id| *id != user.id) else { return Ok(false) };
    Ok(txn.username(user.organization, id)?.is_some())
}

/// The id that a username is a text form of, if it is one.
pub(super) fn id_written_as(username: &Username) -> Option<UserId> {
    let folded = username.folded();
    Id::parse(folded).or_else(|| Id::parse(&folded.to_uppercase())).map(UserId::from)
}
