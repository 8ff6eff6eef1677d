//! How a request names a user, and how that user is found within the caller's organization.

use crate::auth::Caller;
use crate::domain::text::fold;
use crate::domain::{Error, Id, InvalidReason, OrganizationId, Status, User, UserId};
use crate::limits::{EMAIL_CHARS_MAX, USERNAME_CHARS_MAX};
use crate::store::{NameKind, ReadTransaction};

/// How a request names a user. Texts need not be well-formed: what cannot be anybody's name names nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserSelector {
    /// By id.
    Id(UserId),
    /// By id in either text form. A text that is no id names nobody.
    WrittenId(String),
    /// By username.
    Username(String),
    /// By e-mail address.
    Email(String),
    /// By e-mail address, else by username.
    EmailOrUsername(String),
    /// By id in either text form, by username, or by e-mail address, as long as all that fit are the same user.
    Any(String),
    /// By what is inside, as long as the user is active.
    Active(Box<UserSelector>),
    /// By something that cannot be anybody's.
    Nobody,
}

impl UserSelector {
    /// The caller's own user.
    #[must_use]
    pub fn oneself(caller: &Caller) -> Self {
        Self::Id(caller.principal().user)
    }

    /// The same selector, to which disabled users do not exist.
    #[must_use]
    pub fn active(self) -> Self {
        Self::Active(Box::new(self))
    }

    /// Finds the user, if there is one in this organization.
    ///
    /// # Errors
    /// `Invalid(Ambiguous)` where [`UserSelector::Any`] fits several; those of the store.
    pub(super) fn find(&self, txn: &dyn ReadTransaction, organization: OrganizationId) -> Result<Option<User>, Error> {
        let by_id = |id: UserId| txn.user(organization, id);
        let by_written_id = |text: &str| Id::parse(text).map(UserId::from).map_or(Ok(None), by_id);
        let by_name = |kind, text: &str| find_by_name(txn, organization, kind, text);
        match self {
            Self::Id(id) => by_id(*id),
            Self::WrittenId(text) => by_written_id(text),
            Self::Username(text) => by_name(NameKind::Username, text),
            Self::Email(text) => by_name(NameKind::Email, text),
            Self::EmailOrUsername(text) => first(by_name(NameKind::Email, text)?, || by_name(NameKind::Username, text)),
            Self::Any(text) => {
                only([by_written_id(text)?, by_name(NameKind::Username, text)?, by_name(NameKind::Email, text)?])
            }
            Self::Active(inner) => Ok(inner.find(txn, organization)?.filter(|user| user.status == Status::Active)),
            Self::Nobody => Ok(None),
        }
    }
}

fn first(found: Option<User>, otherwise: impl FnOnce() -> Result<Option<User>, Error>) -> Result<Option<User>, Error> {
    found.map_or_else(otherwise, |user| Ok(Some(user)))
}

/// The one user among those found, however often it was found.
fn only(found: [Option<User>; 3]) -> Result<Option<User>, Error> {
    let mut found = found.into_iter().flatten();
    let Some(first) = found.next() else { return Ok(None) };
    if found.all(|other| other.id == first.id) {
        Ok(Some(first))
    } else {
        Err(Error::invalid("user", InvalidReason::Ambiguous))
    }
}

fn find_by_name(
    txn: &dyn ReadTransaction,
    organization: OrganizationId,
    kind: NameKind,
    text: &str,
) -> Result<Option<User>, Error> {
    match find_holder(txn, kind, text)? {
        Some((holder_in, user)) if holder_in == organization => txn.user(organization, user),
        _ => Ok(None),
    }
}

/// Finds who holds a name as written, in any organization. A text too long to be a name is not even folded.
pub(super) fn find_holder(
    txn: &dyn ReadTransaction,
    kind: NameKind,
    text: &str,
) -> Result<Option<(OrganizationId, UserId)>, Error> {
    let chars_max = match kind {
        NameKind::Username => USERNAME_CHARS_MAX,
        NameKind::Email => EMAIL_CHARS_MAX,
    };
    if text.chars().nth(chars_max).is_some() {
        return Ok(None);
    }
    txn.find_name(kind, &fold(text))
}
