//! From what a request presents to who it is. Unknown, wrong, expired and disabled are one and the same
//! answer, and cost the same time.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use crate::auth::token::{ApiKey, is_hash_of};
use crate::auth::{Caller, Origin, Presented, bytes_of};
use crate::domain::{Action, Credential, CredentialId, Error, Id, OrganizationId, Principal, Status, User, UserId};
use crate::limits::PASSWORD_LOOKUP_STEP_MS;
use crate::store::{Derivable, Derivation, Lookups, NameKind, ReadTransaction, derive};

use super::Directory;
use super::grants::grants_of;
use super::selector::find_holder;

/// How many hashes of one user a password may have to meet, if they are replaced while it is looked at: by one that
/// costs something else, or by that of another password.
const HASHES_MET_MAX: usize = 3;

const LOOKUP_STEP: Duration = Duration::from_millis(PASSWORD_LOOKUP_STEP_MS);

/// The id of nobody: the time in it is long past.
const NOBODY: [u8; 12] = [0; 12];

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

/// Who a key or a session token makes somebody, as long as it does.
struct Bearer {
    credential: Credential,
    principal: Arc<Principal>,
}

impl Bearer {
    fn find(txn: &dyn Lookups, hash: &[u8; 32]) -> Result<Option<Self>, Error> {
        let Some(credential) = txn.credential_by_secret(hash)? else { return Ok(None) };
        let principal = principal_of_credential(txn, Some(credential.clone()))?;
        Ok(principal.map(|principal| Self { credential, principal: Arc::new(principal) }))
    }
}

impl Derivable for Bearer {
    fn bytes(&self) -> usize {
        let Principal { username, permissions, .. } = self.principal.as_ref();
        let texts = self.credential.description.len() + username.len() + bytes_of(permissions);
        size_of::<Credential>() + size_of::<Principal>() + texts
    }
}

impl Directory {
    /// Finds out who presents this, and what it may do at this moment.
    ///
    /// # Errors
    /// `Unauthenticated`, without a reason; `Throttled` after too many wrong ones from this address; `LimitExceeded` if
    /// too many passwords are being checked.
    pub async fn authenticate(&self, presented: Presented, from: IpAddr) -> Result<Arc<Principal>, Error> {
        match presented {
            Presented::Key(text) => {
                let found = self.authenticate_key(&text).await;
                if matches!(found, Err(Error::Unauthenticated)) {
                    self.guesses.count_wrong_key(from, self.context.now())?;
                }
                found
            }
            Presented::Basic { user, password } => self.authenticate_basic(user, password, from).await.map(Arc::new),
        }
    }

    /// Authenticates a request and lets it through to its operation, before its input is looked at.
    ///
    /// # Errors
    /// As [`Directory::authenticate`]; `Throttled` for one request too many; `Forbidden` if the principal may do this on no target whatever.
    pub async fn admit(
        &self,
        presented: Presented,
        action: Action,
        operation: &'static str,
        origin: Origin,
    ) -> Result<Caller, Error> {
        let principal = self.authenticate(presented, origin.address).await?;
        self.requests.count_of(&principal)?;
        Caller::admit(principal, action, operation, origin)
    }

    async fn authenticate_key(&self, text: &str) -> Result<Arc<Principal>, Error> {
        let hash = ApiKey::parse(text).map_err(|_| Error::Unauthenticated)?.hash();
        let now = self.context.now();
        let bearer = self.look_up(move |txn| {
            let derivation = Derivation { what: "bearer", of: hash };
            derive(txn, derivation, |txn| Bearer::find(txn, &hash)?.ok_or(Error::Unauthenticated))
        });
        let bearer = bearer.await?;
        let is_valid = is_hash_of(&hash, &bearer.credential) && !bearer.credential.is_expired_at(now);
        is_valid.then(|| Arc::clone(&bearer.principal)).ok_or(Error::Unauthenticated)
    }

    async fn authenticate_basic(&self, name: String, password: String, from: IpAddr) -> Result<Principal, Error> {
        let begun = Instant::now();
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
            Basic::Name(holder) => {
                self.check_password(begun, holder, password, from).await.map(|(principal, _)| principal)
            }
        }
    }

    /// Finds out whose username or e-mail address and password these are, and the hash that the password met.
    pub(super) async fn authenticate_password(
        &self,
        name: String,
        password: String,
        from: IpAddr,
    ) -> Result<(Principal, String), Error> {
        let begun = Instant::now();
        let holder = self.read(move |txn| find_password(txn, &name)).await?;
        self.check_password(begun, holder, password, from).await
    }

    /// Checks the password of who was looked for since `begun`. The check begins a whole number of steps after that,
    /// since finding somebody takes a little longer than finding nobody.
    async fn check_password(
        &self,
        begun: Instant,
        holder: Option<Holder>,
        password: String,
        from: IpAddr,
    ) -> Result<(Principal, String), Error> {
        let account = holder.as_ref().map(|holder| holder.user);
        let attempt = self.guesses.begin(account, from, self.context.now())?;
        sleep_until(next_step(begun, Instant::now())).await;
        let found = self.find_by_password(holder.filter(|_| attempt.is_open()), password).await?;
        attempt.end(found, self.context.now()).ok_or(Error::Unauthenticated)
    }

    /// Finds who this is if it is the password. That nobody is found costs as much as that it is wrong.
    async fn find_by_password(
        &self,
        mut holder: Option<Holder>,
        password: String,
    ) -> Result<Option<(Principal, String)>, Error> {
        for _ in 0..HASHES_MET_MAX {
            let hash = holder.as_ref().and_then(|holder| holder.hash.clone());
            let matches = self.passwords.verify(password.clone(), hash.clone()).await?;
            let Some((held, hash)) = holder.as_ref().zip(hash).filter(|_| matches) else { return Ok(None) };
            let (organization, user) = (held.organization, held.user);
            let look_again = self.read(move |txn| {
                let principal = principal_of(txn, txn.user(organization, user)?, None)?;
                Ok((principal, txn.password(organization, user)?))
            });
            // Hashing took a while: the user must still be active, and it must still be the password.
            let (principal, current) = look_again.await?;
            if current.as_ref() == Some(&hash) {
                return Ok(principal.map(|principal| (principal, hash)));
            }
            holder = Some(Holder { organization, user, hash: current });
        }
        Ok(None)
    }
}

/// The first moment from `now` on that is a whole number of steps after `begun`.
fn next_step(begun: Instant, now: Instant) -> Instant {
    let steps = now.duration_since(begun).as_nanos().div_ceil(LOOKUP_STEP.as_nanos());
    begun + LOOKUP_STEP * u32::try_from(steps).unwrap_or(u32::MAX)
}

/// Finds the credential that a Basic pair presents: its id, and the whole key or its last part.
fn find_presented(txn: &dyn Lookups, id: &str, secret: &str) -> Result<Option<Credential>, Error> {
    let Some(id) = Id::parse(id).map(CredentialId::from) else { return Ok(None) };
    let keys = [ApiKey::parse(secret), ApiKey::parse(ApiKey::assemble(id, secret).reveal())];
    let matches = |credential: &Credential| keys.iter().flatten().any(|key| key.is_of(credential));
    // A session token is presented whole, as a bearer's.
    Ok(txn.credential(id)?.filter(|credential| credential.kind.session().is_none() && matches(credential)))
}

/// Finds whose password is presented, by username or e-mail address. Who is disabled is found without a hash, so that a right
/// password costs no more than a wrong one; and nobody is looked for as long as somebody.
fn find_password(txn: &dyn ReadTransaction, name: &str) -> Result<Option<Holder>, Error> {
    let by_username = find_holder(txn, NameKind::Username, name)?;
    let by_email = find_holder(txn, NameKind::Email, name)?;
    let found = by_username.or(by_email);
    let (organization, user) = found.unwrap_or_else(|| (Id::from_bytes(NOBODY).into(), Id::from_bytes(NOBODY).into()));
    let hash = txn.active_password(organization, user)?;
    Ok(found.map(|_| Holder { organization, user, hash }))
}

fn principal_of_credential(txn: &dyn Lookups, credential: Option<Credential>) -> Result<Option<Principal>, Error> {
    let Some(credential) = credential else { return Ok(None) };
    let user = txn.user(credential.organization, credential.user)?;
    principal_of(txn, user, Some(credential.id))
}

/// The principal as it is by now: a request may have waited since it was authenticated.
///
/// # Errors
/// `Unauthenticated` if its user is gone or disabled, or its credential is gone.
pub(super) fn principal_now(txn: &dyn Lookups, principal: &Principal) -> Result<Principal, Error> {
    if principal.credential.map_or(Ok(false), |id| txn.credential(id).map(|found| found.is_none()))? {
        return Err(Error::Unauthenticated);
    }
    let user = txn.user(principal.organization, principal.user)?;
    principal_of(txn, user, principal.credential)?.ok_or(Error::Unauthenticated)
}

/// The principal that an active user is.
fn principal_of(
    txn: &dyn Lookups,
    user: Option<User>,
    credential: Option<CredentialId>,
) -> Result<Option<Principal>, Error> {
    let Some(user) = user.filter(|user| user.status == Status::Active) else { return Ok(None) };
    let grants = grants_of(txn, &user)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_lookup_takes_the_check_begins_at_a_whole_step() {
        let begun = Instant::now();
        let waits = |took: Duration| next_step(begun, begun + took) - begun;
        let nanosecond = Duration::from_nanos(1);
        assert_eq!(waits(nanosecond), LOOKUP_STEP);
        assert_eq!(waits(LOOKUP_STEP / 2), LOOKUP_STEP);
        assert_eq!(waits(LOOKUP_STEP), LOOKUP_STEP);
        assert_eq!(waits(LOOKUP_STEP + nanosecond), LOOKUP_STEP * 2);
    }
}
