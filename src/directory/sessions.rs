//! Sessions: a login with name and password gives a token that soon expires, and a token gives a fresher one until
//! the session is too old. Tokens are credentials beside the keys, so every door takes them.
//! How a token is presented is not known here.

use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use crate::auth::token::SessionToken;
use crate::auth::{Caller, Origin};
use crate::domain::{Action, Credential, CredentialKind, Error, OrganizationId, Principal, SessionId, User, UserId};
use crate::limits::{
    SESSION_AGE_S_MAX_DEFAULT, SESSION_LIFETIME_S_DEFAULT, SESSION_TOKENS_CLEANED_MAX, USER_SESSION_TOKENS_MAX,
};
use crate::store::{ReadTransaction, WriteTransaction};

use super::Directory;
use super::audit::Stamp;
use super::credentials::{add_credential, delete_credential};

/// How often a login begins anew because the password's hash was replaced before the session could begin.
const LOGIN_ATTEMPTS_MAX: usize = 3;
/// What a token is described as where credentials are.
const DESCRIPTION: &str = "session";

/// Who logs in.
#[derive(Clone)]
pub struct Login {
    /// The username or e-mail address.
    pub name: String,
    /// The password.
    pub password: String,
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Login").field("name", &self.name).finish_non_exhaustive()
    }
}

/// A token that was made: the only time that it is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSession {
    /// What its user presents.
    pub token: SessionToken,
    /// From when on it is refused.
    pub expires_at: DateTime<Utc>,
}

/// The token that a request came with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionView {
    /// The session that it is of.
    pub session: SessionId,
    /// From when on it is refused.
    pub expires_at: Option<DateTime<Utc>>,
}

/// How long sessions last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionLifetimes {
    /// From the making of a token to its end.
    pub token: TimeDelta,
    /// From a login to the end of its last token.
    pub session: TimeDelta,
}

impl Default for SessionLifetimes {
    fn default() -> Self {
        Self {
            token: TimeDelta::seconds(SESSION_LIFETIME_S_DEFAULT.into()),
            session: TimeDelta::seconds(SESSION_AGE_S_MAX_DEFAULT.into()),
        }
    }
}

impl SessionLifetimes {
    /// When a token ends that is made now for a session of this beginning.
    fn end(self, now: DateTime<Utc>, began_at: DateTime<Utc>) -> DateTime<Utc> {
        (now + self.token).min(began_at + self.session)
    }
}

impl Directory {
    /// Sets how long sessions last.
    #[must_use]
    pub fn with_sessions(self, lifetimes: SessionLifetimes) -> Self {
        Self { sessions: lifetimes, ..self }
    }

    /// Begins a session with a username or e-mail address and the password, and notes the login. A hash that does
    /// not cost what it should any more is computed anew.
    ///
    /// # Errors
    /// `Unauthenticated`, without a reason; `Throttled` after too many wrong passwords from this address; `LimitExceeded`
    /// if too many passwords are being checked.
    pub async fn log_in(&self, login: Login, operation: &'static str, origin: Origin) -> Result<NewSession, Error> {
        for _ in 0..LOGIN_ATTEMPTS_MAX {
            let Login { name, password } = login.clone();
            let (principal, hash) = self.authenticate_password(name, password.clone(), origin.address).await?;
            let renewed = self.passwords.renew(password, &hash, self.context.salt()).await?;
            // Whoever may see the own account may log in to it: that is everybody.
            let caller = Caller::admit(Arc::new(principal), Action::UsersReadSelf, operation, origin.clone())?;
            if let Some(session) = self.begin_session(&caller, hash, renewed).await? {
                return Ok(session);
            }
        }
        Err(Error::Unauthenticated)
    }

    /// Begins a session of who met this hash; none if the hash is another by now.
    async fn begin_session(
        &self,
        caller: &Caller,
        hash: String,
        renewed: Option<String>,
    ) -> Result<Option<NewSession>, Error> {
        let (lifetimes, secret) = (self.sessions, self.context.secret());
        self.write_as(caller, move |txn, stamp| {
            let (user, organization) = (stamp.actor(), stamp.organization());
            if txn.password(organization, user)?.as_ref() != Some(&hash) {
                return Ok(None);
            }
            if let Some(renewed) = &renewed {
                txn.set_password(organization, user, renewed)?;
            }
            txn.touch_login(organization, user, stamp.at())?;
            let expires_at = lifetimes.end(stamp.at(), stamp.at());
            begin_token(txn, stamp, stamp.id(), expires_at, secret).map(Some)
        })
        .await
    }

    /// Makes a fresh token for the session that the caller came with. Those made before stay valid until they end.
    ///
    /// # Errors
    /// `Unauthenticated` if the caller came with anything but a session, or the session has ended meanwhile.
    pub async fn refresh_session(&self, caller: &Caller) -> Result<NewSession, Error> {
        let (lifetimes, secret) = (self.sessions, self.context.secret());
        self.write_as(caller, move |txn, stamp| {
            let (_, session) = find_own(txn, stamp.principal(), stamp.at())?.ok_or(Error::Unauthenticated)?;
            begin_token(txn, stamp, session, lifetimes.end(stamp.at(), began_at(session)?), secret)
        })
        .await
    }

    /// Ends the session that the caller came with, all its tokens. Who came with anything else has none to end.
    ///
    /// # Errors
    /// `Unauthenticated` if the session has ended meanwhile.
    pub async fn log_out(&self, caller: &Caller) -> Result<(), Error> {
        self.write_as(caller, move |txn, stamp| {
            let own = find_own(txn, stamp.principal(), stamp.at())?;
            own.map_or(Ok(()), |(_, session)| end(txn, stamp, stamp.actor(), |other| other == session))
        })
        .await
    }

    /// Finds the session that the caller came with.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn find_session(&self, caller: &Caller) -> Result<Option<SessionView>, Error> {
        let (caller, now) = (caller.clone(), self.context.now());
        self.read(move |txn| {
            let own = find_own(txn, caller.principal(), now)?;
            Ok(own.map(|(credential, session)| SessionView { session, expires_at: credential.expires_at }))
        })
        .await
    }
}

/// Ends all sessions of a user.
pub(super) fn end_all(txn: &dyn WriteTransaction, stamp: &Stamp, user: &User) -> Result<(), Error> {
    end(txn, stamp, user.id, |_| true)
}

fn end(
    txn: &dyn WriteTransaction,
    stamp: &Stamp,
    user: UserId,
    is_meant: impl Fn(SessionId) -> bool,
) -> Result<(), Error> {
    let tokens = tokens_of(txn, stamp.organization(), user)?;
    let mut meant = tokens.iter().filter(|token| token.kind.session().is_some_and(&is_meant));
    meant.try_for_each(|token| delete_credential(txn, stamp.author(), token))
}

/// Makes a token for the caller, after it was made room for.
fn begin_token(
    txn: &dyn WriteTransaction,
    stamp: &Stamp,
    session: SessionId,
    expires_at: DateTime<Utc>,
    secret: [u8; 32],
) -> Result<NewSession, Error> {
    for expired in txn.expired_sessions(stamp.organization(), stamp.at(), SESSION_TOKENS_CLEANED_MAX)? {
        // That it would end was said when it was made.
        txn.delete_credential(&expired)?;
    }
    let tokens = tokens_of(txn, stamp.organization(), stamp.actor())?;
    let too_many = (tokens.len() + 1).saturating_sub(USER_SESSION_TOKENS_MAX);
    tokens.iter().take(too_many).try_for_each(|oldest| delete_credential(txn, stamp.author(), oldest))?;

    let id = stamp.id();
    let token = SessionToken::generate(id, secret);
    let credential = Credential {
        kind: CredentialKind::Session(session),
        description: DESCRIPTION.to_owned(),
        created_by: Some(stamp.actor()),
        expires_at: Some(expires_at),
        ..Credential::api_key(id, (stamp.organization(), stamp.actor()), token.hash(), stamp.at())
    };
    add_credential(txn, stamp.author(), &credential)?;
    Ok(NewSession { token, expires_at })
}

/// The session token that a principal came with, if it is still there and valid.
fn find_own(
    txn: &dyn ReadTransaction,
    principal: &Principal,
    now: DateTime<Utc>,
) -> Result<Option<(Credential, SessionId)>, Error> {
    let presented = principal.credential.map_or(Ok(None), |id| txn.credential(id))?;
    let valid = presented.filter(|credential| credential.user == principal.user && !credential.is_expired_at(now));
    Ok(valid.and_then(|credential| credential.kind.session().map(|session| (credential, session))))
}

/// The session tokens of a user, the oldest first.
fn tokens_of(txn: &dyn ReadTransaction, organization: OrganizationId, user: UserId) -> Result<Vec<Credential>, Error> {
    let mut all = txn.credentials_of(organization, user)?;
    all.retain(|credential| credential.kind.session().is_some());
    Ok(all)
}

/// When a session began, which its id says.
fn began_at(session: SessionId) -> Result<DateTime<Utc>, Error> {
    let millis = i64::try_from(session.id().millis()).map_err(Error::internal)?;
    DateTime::from_timestamp_millis(millis).ok_or_else(|| Error::internal("a session began at no time"))
}
