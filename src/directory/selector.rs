//! How a request names a user, and how that user is found within the caller's organization.

use crate::auth::Caller;
use crate::domain::text::fold;
use crate::domain::{Error, Id, InvalidReason, OrganizationId, Status, User, UserId, UserKind};
use crate::limits::{EMAIL_CHARS_MAX, USERNAME_CHARS_MAX};
use crate::store::{Lookups, NameKind};

/// How a request names a user, which is a person unless said otherwise. Texts need not be well-formed: what cannot be
/// anybody's name names nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserSelector {
    /// By the id of who asks, of whatever kind that is.
    Oneself(UserId),
    /// A service account, by its id in either text form.
    ServiceAccount(String),
    /// A service account, by its username.
    ServiceAccountNamed(String),
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
    /// The caller's own account, of whatever kind.
    #[must_use]
    pub fn oneself(caller: &Caller) -> Self {
        Self::Oneself(caller.principal().user)
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
    pub(super) fn find(&self, txn: &dyn Lookups, organization: OrganizationId) -> Result<Option<User>, Error> {
        let of_kind = |kind, id: UserId| Ok(txn.user(organization, id)?.filter(|user| user.kind == kind));
        let by_id = |id| of_kind(UserKind::Person, id);
        let parsed = |text: &str| Id::parse(text).map(UserId::from);
        let by_written_id = |text: &str| parsed(text).map_or(Ok(None), by_id);
        let named = |user, kind, text: &str| find_by_name(txn, organization, user, kind, text);
        let by_name = |kind, text: &str| named(UserKind::Person, kind, text);
        match self {
            Self::Oneself(id) => txn.user(organization, *id),
            Self::ServiceAccount(text) => parsed(text).map_or(Ok(None), |id| of_kind(UserKind::Service, id)),
            Self::ServiceAccountNamed(text) => named(UserKind::Service, NameKind::Username, text),
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
    txn: &dyn Lookups,
    organization: OrganizationId,
    kind: UserKind,
    name: NameKind,
    text: &str,
) -> Result<Option<User>, Error> {
    match find_holder(txn, name, text)? {
        Some((holder_in, user)) if holder_in == organization => {
            Ok(txn.user(organization, user)?.filter(|user| user.kind == kind))
        }
        _ => Ok(None),
    }
}

/// Finds who holds a name as written, in any organization. A text too long to be a name is not even folded.
pub(super) fn find_holder(
    txn: &dyn Lookups,
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
