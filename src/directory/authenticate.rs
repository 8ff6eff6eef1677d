//! From what a request presents to who it is. Unknown, wrong, expired and disabled are one and the same
//! answer, and cost the same time.

use crate::auth::token::ApiKey;
use crate::auth::{Caller, Grants, Presented};
use crate::domain::{Action, Credential, CredentialId, Error, Id, OrganizationId, Principal, Status, User, UserId};
use crate::store::{NameKind, ReadTransaction};

use super::Directory;
use super::selector::find_holder;

/// What one look into the store says about a Basic pair.
enum Basic {
    /// It was a key in two parts.
    Key(Principal),
    /// It is a name, and somebody's, with this password hash.
    Name(Option<Holder>),
}

/// Whose password it should be.
struct Holder {
    organization: OrganizationId,
    user: UserId,
    hash: Option<String>,
}

impl Directory {
    /// Finds out who presents this, and what it may do at this moment.
    ///
    /// # Errors
    /// `Unauthenticated`, without a reason; `LimitExceeded` if too many passwords are being checked.
    pub async fn authenticate(&self, presented: Presented) -> Result<Principal, Error> {
        match presented {
            Presented::Key(text) => self.authenticate_key(&text).await,
            Presented::Basic { user, password } => self.authenticate_basic(user, password).await,
        }
    }

    /// Authenticates a request and lets it through to its operation, before its input is looked at.
    ///
    /// # Errors
    /// As [`Directory::authenticate`]; `Forbidden` if the principal may do this on no target whatever.
    pub async fn admit(
        &self,
        presented: Presented,
        action: Action,
        operation: &'static str,
        request_id: &str,
    ) -> Result<Caller, Error> {
        let principal = self.authenticate(presented).await?;
        Caller::admit(principal, action, operation, request_id)
    }

    async fn authenticate_key(&self, text: &str) -> Result<Principal, Error> {
        let key = ApiKey::parse(text).map_err(|_| Error::Unauthenticated)?;
        let now = self.context.now();
        self.read(move |txn| {
            let found = txn.credential_by_secret(&key.hash())?;
            let valid = found.filter(|credential| key.is_of(credential) && !credential.is_expired_at(now));
            principal_of_credential(txn, valid)?.ok_or(Error::Unauthenticated)
        })
        .await
    }

    async fn authenticate_basic(&self, name: String, password: String) -> Result<Principal, Error> {
        let now = self.context.now();
        let secret = password.clone();
        let looked_up = self
            .read(move |txn| {
                let credential = find_presented(txn, &name, &secret)?;
                let valid = credential.filter(|credential| !credential.is_expired_at(now));
                match principal_of_credential(txn, valid)? {
                    Some(principal) => Ok(Basic::Key(principal)),
                    None => Ok(Basic::Name(find_password(txn, &name)?)),
                }
            })
            .await?;
        match looked_up {
            Basic::Key(principal) => Ok(principal),
            Basic::Name(holder) => self.check_password(holder, password).await,
        }
    }

    async fn check_password(&self, holder: Option<Holder>, password: String) -> Result<Principal, Error> {
        let hash = holder.as_ref().and_then(|holder| holder.hash.clone());
        let matches = self.passwords.verify(password, hash).await?;
        let holder = holder.filter(|_| matches).ok_or(Error::Unauthenticated)?;
        self.read(move |txn| {
            // Hashing took a while: it must still be the password, and the user still active.
            let is_current = txn.password(holder.organization, holder.user)? == holder.hash;
            let user = txn.user(holder.organization, holder.user)?.filter(|_| is_current);
            principal_of(txn, user, None)?.ok_or(Error::Unauthenticated)
        })
        .await
    }
}

/// Finds the credential that a Basic pair presents: its id, and the whole key or its last part.
fn find_presented(txn: &dyn ReadTransaction, id: &str, secret: &str) -> Result<Option<Credential>, Error> {
    let Some(id) = Id::parse(id).map(CredentialId::from) else { return Ok(None) };
    let keys = [ApiKey::parse(secret), ApiKey::parse(ApiKey::assemble(id, secret).reveal())];
    let matches = |credential: &Credential| keys.iter().flatten().any(|key| key.is_of(credential));
    Ok(txn.credential(id)?.filter(matches))
}

/// Finds whose password is presented, by username or e-mail address.
fn find_password(txn: &dyn ReadTransaction, name: &str) -> Result<Option<Holder>, Error> {
    let by_username = find_holder(txn, NameKind::Username, name)?;
    let found = by_username.map_or_else(|| find_holder(txn, NameKind::Email, name), |holder| Ok(Some(holder)))?;
    let Some((organization, user)) = found else { return Ok(None) };
    let hash = txn.password(organization, user)?;
    Ok(Some(Holder { organization, user, hash }))
}

fn principal_of_credential(
    txn: &dyn ReadTransaction,
    credential: Option<Credential>,
) -> Result<Option<Principal>, Error> {
    let Some(credential) = credential else { return Ok(None) };
    let user = txn.user(credential.organization, credential.user)?;
    principal_of(txn, user, Some(credential.id))
}

/// The principal as it is by now: a request may have waited since it was authenticated.
///
/// # Errors
/// `Unauthenticated` if its user is gone or disabled.
pub(super) fn principal_now(txn: &dyn ReadTransaction, principal: &Principal) -> Result<Principal, Error> {
    let user = txn.user(principal.organization, principal.user)?;
    principal_of(txn, user, principal.credential)?.ok_or(Error::Unauthenticated)
}

/// The principal that an active user is.
fn principal_of(
    txn: &dyn ReadTransaction,
    user: Option<User>,
    credential: Option<CredentialId>,
) -> Result<Option<Principal>, Error> {
    let Some(user) = user.filter(|user| user.status == Status::Active) else { return Ok(None) };
    let grants = Grants::of(&user, &txn.roles_of(user.organization, user.id)?);
    Ok(Some(Principal {
        user: user.id,
        organization: user.organization,
        username: user.username.to_string(),
        credential,
        actions: grants.actions,
        permissions: grants.permissions,
        builtin: user.builtin,
    }))
}
