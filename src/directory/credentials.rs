//! Keys of users: made, listed, and deleted. The bootstrap keys are the operator's: here they neither appear nor
//! disappear.

use std::collections::BTreeMap;

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

use crate::auth::token::ApiKey;
use crate::auth::{Caller, Target, policy};
use crate::domain::text::check_text;
use crate::domain::{
    Action, Change, Credential, CredentialId, Error, FieldChange, Id, InvalidReason, Kind, OrganizationId, Page,
    Principal, TargetKind, User, Username,
};
use crate::limits::{DESCRIPTION_CHARS_MAX, LISTING_OBJECTS_MAX, USER_CREDENTIALS_MAX};
use crate::store::{ReadTransaction, WriteTransaction};

use super::audit::Stamp;
use super::author::Author;
use super::listing::{Portion, listing};
use super::markers::Markers;
use super::users::authorize_on;
use super::view::known;
use super::{Asking, BatchError, Directory, Listing, UserQuery, UserSelector};

/// What the creation of a key says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewKey {
    /// What it is for.
    pub description: String,
    /// From when on it is refused.
    pub expires: Expiry,
}

/// From when on a key is refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Expiry {
    /// Never.
    #[default]
    Never,
    /// From a time on, which is to come.
    At(DateTime<Utc>),
    /// So long after it was made.
    After(TimeDelta),
}

impl Expiry {
    /// The time that it comes to for a key that is made now.
    fn end(self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, Error> {
        let end = match self {
            Self::Never => return Ok(None),
            Self::At(end) => Some(end),
            Self::After(lifetime) => now.checked_add_signed(lifetime),
        };
        let refused = || Error::invalid("expires_at", InvalidReason::Malformed("is not in the future"));
        end.filter(|end| *end > now).map(|end| Some(whole_millis(end))).ok_or_else(refused)
    }
}

/// A key that was made, with its text: the only time that it is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewKeyView {
    /// What is stored of it.
    pub credential: Credential,
    /// The username of its user.
    pub username: Username,
    /// What its user presents.
    pub key: ApiKey,
}

/// A key without its text, as it is shown ever after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyView {
    /// What is stored of it.
    pub credential: Credential,
    /// The username of its user.
    pub username: Username,
}

impl Directory {
    /// Makes a key for a user of the caller's organization, or for the caller itself.
    ///
    /// # Errors
    /// `NotFound`; `Forbidden` for built-in users, and for a user who can do what the caller cannot;
    /// `Invalid` for a selector that fits several users, for an expiry that has passed, or for more than
    /// [`USER_CREDENTIALS_MAX`] keys.
    pub async fn create_key<R>(
        &self,
        asking: impl Into<Asking<NewKeyView, R>> + Send,
        selector: UserSelector,
        new: NewKey,
    ) -> Result<R, Error>
    where
        R: Send + 'static,
    {
        let asking = asking.into();
        check_text("description", &new.description, DESCRIPTION_CHARS_MAX)?;
        let secret = self.context.secret();
        self.write_once(asking, move |txn, stamp| create_key_in(txn, stamp, &selector, &new, secret)).await
    }

    /// Lists the keys of a user of the caller's organization, the oldest first.
    ///
    /// # Errors
    /// `NotFound`; `Forbidden`.
    pub async fn list_keys(&self, caller: &Caller, selector: UserSelector) -> Result<Vec<KeyView>, Error> {
        let caller = caller.clone();
        self.read(move |txn| {
            let principal = caller.principal();
            let found = selector.find(txn, principal.organization)?;
            let user = authorize_on(txn, principal, Action::CredentialsRead, found)?;
            let view = |credential| KeyView { credential, username: user.username.clone() };
            Ok(keys_of(txn, &user)?.into_iter().map(view).collect())
        })
        .await
    }

    /// Lists keys of a user of the caller's organization by pages, the oldest first.
    ///
    /// # Errors
    /// As [`Directory::list_keys`]; `Invalid` for a marker that this list did not give to this caller.
    pub async fn list_key_page(
        &self,
        caller: &Caller,
        selector: UserSelector,
        query: UserQuery,
    ) -> Result<Page<KeyView>, Error> {
        let caller = caller.clone();
        self.read(move |txn| {
            let principal = caller.principal();
            let found = selector.find(txn, principal.organization)?;
            let user = authorize_on(txn, principal, Action::CredentialsRead, found)?;
            let markers = Markers::of(txn, principal, &format!("keys {}", user.id))?;
            let after: Option<CredentialId> = markers.position(query.marker.as_deref())?;
            let follows = |credential: &Credential| after.is_none_or(|after| credential.id > after);
            let view = |credential| KeyView { credential, username: user.username.clone() };
            let keys = keys_of(txn, &user)?.into_iter().filter(follows).map(view).collect();
            Ok(markers.page(keys, query.page_size, |key: &KeyView| key.credential.id.id()))
        })
        .await
    }

    /// Changes from when on a key of a user of the caller's organization is refused. Without a difference nothing
    /// is written. Whoever could make such a key may do it.
    ///
    /// # Errors
    /// As [`Directory::create_key`]; `NotFound` of the key.
    pub async fn update_key(
        &self,
        caller: &Caller,
        selector: UserSelector,
        key: &str,
        expires_at: Change<DateTime<Utc>>,
    ) -> Result<KeyView, Error> {
        let key = Id::parse(key).map(CredentialId::from);
        self.write_as(caller, move |txn, stamp| {
            let (user, old) = find_key(txn, stamp.principal(), Action::CredentialsCreate, &selector, key)?;
            check_state(stamp, &user, &old)?;
            let credential = update_key_in(txn, stamp, old, &expires_at)?;
            Ok(KeyView { credential, username: user.username })
        })
        .await
    }

    /// Lists all keys of the persons of the caller's organization, the oldest first. It is read by pages, so what is made or
    /// deleted meanwhile may be missing or not.
    ///
    /// # Errors
    /// `Forbidden`.
    pub async fn list_all_keys(&self, caller: &Caller) -> Result<Listing<KeyView>, Error> {
        policy::authorize(caller.principal(), Action::CredentialsRead, Target::Collection)?;
        let organization = caller.principal().organization;
        let directory = self.clone();
        listing(move |after| {
            let directory = directory.clone();
            async move { directory.read(move |txn| keys_page(txn, organization, after)).await }
        })
        .await
    }

    /// Gets a key of a user of the caller's organization by its id, in either text form.
    ///
    /// # Errors
    /// `NotFound` of the user or the key; `Forbidden`.
    pub async fn get_key(&self, caller: &Caller, selector: UserSelector, key: &str) -> Result<KeyView, Error> {
        let caller = caller.clone();
        let key = Id::parse(key).map(CredentialId::from);
        self.read(move |txn| {
            let (user, credential) = find_key(txn, caller.principal(), Action::CredentialsRead, &selector, key)?;
            Ok(KeyView { credential, username: user.username })
        })
        .await
    }

    /// Deletes a key of a user of the caller's organization by its id, in either text form.
    ///
    /// # Errors
    /// `NotFound` of the user or the key; `Forbidden` for built-in users, and for a user who can do what the
    /// caller cannot.
    pub async fn delete_key(&self, caller: &Caller, selector: UserSelector, key: &str) -> Result<(), Error> {
        let key = Id::parse(key).map(CredentialId::from);
        self.write_as(caller, move |txn, stamp| {
            let (user, credential) = find_key(txn, stamp.principal(), Action::CredentialsDelete, &selector, key)?;
            check_state(stamp, &user, &credential)?;
            delete_credential(txn, stamp.author(), &credential)
        })
        .await
    }

    /// Deletes all keys of a user of the caller's organization.
    ///
    /// # Errors
    /// As [`Directory::delete_key`].
    pub async fn delete_keys_of(&self, caller: &Caller, selector: UserSelector) -> Result<(), Error> {
        self.write_as(caller, move |txn, stamp| {
            let found = selector.find(txn, stamp.organization())?;
            let user = authorize_on(txn, stamp.principal(), Action::CredentialsDelete, found)?;
            keys_of(txn, &user)?.iter().try_for_each(|credential| delete_credential(txn, stamp.author(), credential))
        })
        .await
    }

    /// Deletes several keys, each of a user and with an id in either text form, all or none. What does not
    /// exist is as good as deleted.
    ///
    /// # Errors
    /// `Forbidden` as [`Directory::delete_key`], and at which key; `Invalid` for more than
    /// [`USER_CREDENTIALS_MAX`].
    pub async fn delete_keys(&self, caller: &Caller, keys: Vec<(UserSelector, String)>) -> Result<(), BatchError> {
        if keys.len() > USER_CREDENTIALS_MAX {
            return Err(too_many_keys().into());
        }
        self.write_each(caller, keys, move |txn, stamp, (selector, key)| {
            let key = Id::parse(key).map(CredentialId::from);
            match find_key(txn, stamp.principal(), Action::CredentialsDelete, selector, key) {
                Ok((_, credential)) => delete_credential(txn, stamp.author(), &credential),
                Err(Error::NotFound { .. }) => Ok(()),
                Err(error) => Err(error),
            }
        })
        .await
        .map(|_: Vec<()>| ())
    }
}

fn create_key_in(
    txn: &dyn WriteTransaction,
    stamp: &Stamp,
    selector: &UserSelector,
    new: &NewKey,
    secret: [u8; 32],
) -> Result<NewKeyView, Error> {
    let found = selector.find(txn, stamp.organization())?;
    let user = authorize_on(txn, stamp.principal(), Action::CredentialsCreate, found)?;
    if keys_of(txn, &user)?.len() >= USER_CREDENTIALS_MAX {
        return Err(too_many_keys());
    }
    let id = stamp.id();
    let key = ApiKey::generate(id, secret);
    let credential = Credential {
        description: new.description.clone(),
        created_by: Some(stamp.actor()),
        expires_at: new.expires.end(stamp.at())?,
        ..Credential::api_key(id, (user.organization, user.id), key.hash(), stamp.at())
    };
    add_credential(txn, stamp.author(), &credential)?;
    Ok(NewKeyView { credential, username: user.username, key })
}

fn update_key_in(
    txn: &dyn WriteTransaction,
    stamp: &Stamp,
    old: Credential,
    change: &Change<DateTime<Utc>>,
) -> Result<Credential, Error> {
    let end = |at: Option<DateTime<Utc>>| at.map(|end| end.to_rfc3339());
    let expires_at = change.applied_to(&old.expires_at).map(whole_millis);
    let Some(change) = FieldChange::between("expires_at", end(old.expires_at), end(expires_at)) else {
        // An end that stays is no change, even where it has passed.
        return Ok(old);
    };
    let expires_at = expires_at.map_or(Expiry::Never, Expiry::At).end(stamp.at())?;
    let updated_at = stamp.at().max(old.updated_at);
    let new = Credential { expires_at, updated_at, version: old.version + 1, ..old.clone() };
    txn.update_credential(&old, &new)?;
    stamp.record(txn, TargetKind::Credential, new.id.id(), vec![change])?;
    Ok(new)
}

/// Adds a credential, and says so.
pub(super) fn add_credential(
    txn: &dyn WriteTransaction,
    author: &Author,
    credential: &Credential,
) -> Result<(), Error> {
    txn.insert_credential(credential)?;
    record(txn, author, credential, key_changes(None, Some(credential)))
}

/// Deletes a credential, and says so.
pub(super) fn delete_credential(
    txn: &dyn WriteTransaction,
    author: &Author,
    credential: &Credential,
) -> Result<(), Error> {
    txn.delete_credential(credential)?;
    record_deletion(txn, author, credential)
}

/// Says that a credential is gone, which went with its user.
pub(super) fn record_deletion(
    txn: &dyn WriteTransaction,
    author: &Author,
    credential: &Credential,
) -> Result<(), Error> {
    record(txn, author, credential, key_changes(Some(credential), None))
}

fn record(
    txn: &dyn WriteTransaction,
    author: &Author,
    credential: &Credential,
    changes: Vec<FieldChange>,
) -> Result<(), Error> {
    author.record(txn, credential.organization, TargetKind::Credential, credential.id.id(), changes)
}

/// Finds a user and one of its keys, if the principal may do this with them.
fn find_key(
    txn: &dyn ReadTransaction,
    principal: &Principal,
    action: Action,
    selector: &UserSelector,
    key: Option<CredentialId>,
) -> Result<(User, Credential), Error> {
    let user = authorize_on(txn, principal, action, selector.find(txn, principal.organization)?)?;
    let found = key.map_or(Ok(None), |id| txn.credential(id))?;
    let is_shown = |credential: &Credential| credential.user == user.id && credential.is_listed();
    let credential = found.filter(is_shown).ok_or_else(|| Error::not_found(Kind::Credential))?;
    Ok((user, credential))
}

/// Refuses to change a key that is not in the state that the request asks for, if it asks.
fn check_state(stamp: &Stamp, user: &User, credential: &Credential) -> Result<(), Error> {
    let view = || KeyView { credential: credential.clone(), username: user.username.clone() };
    stamp.check_state(Kind::Credential, || Ok(view().tag()))
}

/// The keys of a user that are shown.
fn keys_of(txn: &dyn ReadTransaction, user: &User) -> Result<Vec<Credential>, Error> {
    let mut all = txn.credentials_of(user.organization, user.id)?;
    all.retain(Credential::is_listed);
    Ok(all)
}

/// The keys of one page that are shown, and after which to go on if there may be more.
fn keys_page(
    txn: &dyn ReadTransaction,
    organization: OrganizationId,
    after: Option<CredentialId>,
) -> Result<Portion<KeyView, CredentialId>, Error> {
    let page = txn.credentials_page(organization, after, LISTING_OBJECTS_MAX)?;
    let is_full = u32::try_from(page.len()).is_ok_and(|length| length == LISTING_OBJECTS_MAX);
    let last = page.last().filter(|_| is_full).map(|credential| credential.id);
    let mut names = BTreeMap::new();
    let shown = page.into_iter().filter(Credential::is_listed).map(|credential| {
        let username = known(&mut names, credential.user, |user| txn.username(organization, user))?;
        Ok(KeyView { credential, username })
    });
    Ok((shown.collect::<Result<_, Error>>()?, last))
}

/// What the audit trail keeps of a key that was made or deleted.
fn key_changes(old: Option<&Credential>, new: Option<&Credential>) -> Vec<FieldChange> {
    let field = |name: &str, read: &dyn Fn(&Credential) -> Option<String>| {
        FieldChange::between(name, old.and_then(read), new.and_then(read))
    };
    let stated = [
        field("user", &|key| Some(key.user.to_string())),
        field("description", &|key| Some(key.description.clone())),
        field("expires_at", &|key| key.expires_at.map(|end| end.to_rfc3339())),
    ];
    stated.into_iter().flatten().chain([FieldChange::masked("secret")]).collect()
}

/// The time as the store keeps it.
fn whole_millis(time: DateTime<Utc>) -> DateTime<Utc> {
    time.trunc_subsecs(3)
}

fn too_many_keys() -> Error {
    Error::invalid("keys", InvalidReason::TooMany { max: USER_CREDENTIALS_MAX })
}
