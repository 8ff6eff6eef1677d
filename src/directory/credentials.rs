//! Keys of users.

use chrono::{DateTime, Utc};

use crate::auth::Caller;
use crate::auth::token::ApiKey;
use crate::domain::text::check_text;
use crate::domain::{Action, Credential, CredentialKind, Error, FieldChange, InvalidReason, TargetKind, Username};
use crate::limits::{DESCRIPTION_CHARS_MAX, USER_CREDENTIALS_MAX};
use crate::store::WriteTransaction;

use super::audit::Stamp;
use super::users::authorize_on;
use super::{Directory, UserSelector};

/// What the creation of a key says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewKey {
    /// What it is for.
    pub description: String,
    /// From when on it is refused; unsaid is never.
    pub expires_at: Option<DateTime<Utc>>,
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

impl Directory {
    /// Makes a key for a user of the caller's organization, or for the caller itself.
    ///
    /// # Errors
    /// `NotFound`; `Forbidden` for built-in users, and for a user who can do what the caller cannot;
    /// `Invalid` for a selector that fits several users, for an expiry that has passed, or for more than
    /// [`USER_CREDENTIALS_MAX`] keys.
    pub async fn create_key(&self, caller: &Caller, selector: UserSelector, new: NewKey) -> Result<NewKeyView, Error> {
        check_text("description", &new.description, DESCRIPTION_CHARS_MAX)?;
        let stamp = Stamp::new(&self.context, caller);
        if new.expires_at.is_some_and(|end| end <= stamp.at()) {
            return Err(Error::invalid("expires_at", InvalidReason::Malformed("is not in the future")));
        }
        let secret = self.context.secret();
        self.write(move |txn| create_key_in(txn, &stamp, &selector, &new, secret)).await
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
    if txn.credentials_of(user.organization, user.id)?.len() >= USER_CREDENTIALS_MAX {
        return Err(Error::invalid("keys", InvalidReason::TooMany { max: USER_CREDENTIALS_MAX }));
    }
    let id = stamp.id();
    let key = ApiKey::generate(id, secret);
    let credential = Credential {
        id,
        organization: user.organization,
        user: user.id,
        kind: CredentialKind::ApiKey,
        description: new.description.clone(),
        secret_hash: key.hash(),
        created_at: stamp.at(),
        created_by: Some(stamp.actor()),
        expires_at: new.expires_at,
        bootstrap: false,
        version: 1,
    };
    txn.insert_credential(&credential)?;
    stamp.record(txn, TargetKind::Credential, id.id(), creation_of(&credential))?;
    Ok(NewKeyView { credential, username: user.username, key })
}

/// What the audit trail keeps of a new key.
pub(super) fn creation_of(credential: &Credential) -> Vec<FieldChange> {
    let field = |name, value| FieldChange::between(name, None, value);
    let stated = [
        field("user", Some(credential.user.to_string())),
        field("description", Some(credential.description.clone())),
        field("expires_at", credential.expires_at.map(|end| end.to_rfc3339())),
    ];
    stated.into_iter().flatten().chain([FieldChange::masked("secret")]).collect()
}
