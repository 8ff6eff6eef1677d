//! Keys, secrets and sessions that are bound to a user. The secret itself is never here, only its hash.

use chrono::{DateTime, Utc};

use super::error::{Error, InvalidReason};
use super::id::{CredentialId, OrganizationId, SessionId, UserId};

/// What a credential is used as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CredentialKind {
    /// A key that is presented whole.
    ApiKey,
    /// A secret that is presented with its id.
    ClientSecret,
    /// A token of this session, which begins with a login and may have several tokens, each fresher than the last.
    Session(SessionId),
}

impl CredentialKind {
    /// The stored name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ApiKey => "api_key",
            Self::ClientSecret => "client_secret",
            Self::Session(_) => "session",
        }
    }

    /// The session that it is a token of, if it is one.
    #[must_use]
    pub const fn session(self) -> Option<SessionId> {
        match self {
            Self::ApiKey | Self::ClientSecret => None,
            Self::Session(session) => Some(session),
        }
    }

    /// Parses the stored name, with the session that is stored beside it.
    ///
    /// # Errors
    /// `Invalid` for any other text, and for a session where there must be none or none where there must be one.
    pub fn parse(text: &str, session: Option<SessionId>) -> Result<Self, Error> {
        match (text, session) {
            ("api_key", None) => Ok(Self::ApiKey),
            ("client_secret", None) => Ok(Self::ClientSecret),
            ("session", Some(session)) => Ok(Self::Session(session)),
            _ => Err(Error::invalid("kind", InvalidReason::Malformed("is not a kind of credential"))),
        }
    }
}

/// A key, secret or session bound to a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// Its id, which is part of the text of a generated key.
    pub id: CredentialId,
    /// The organization of its user.
    pub organization: OrganizationId,
    /// Whom it authenticates.
    pub user: UserId,
    /// What it is used as.
    pub kind: CredentialKind,
    /// What it is for.
    pub description: String,
    /// SHA-256 of the whole key text.
    pub secret_hash: [u8; 32],
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Who made it; nobody made the bootstrap keys.
    pub created_by: Option<UserId>,
    /// From when on it is refused, if ever.
    pub expires_at: Option<DateTime<Utc>>,
    /// Whether it was made at the first start.
    pub bootstrap: bool,
    /// Counts its changes, from 1.
    pub version: u64,
}

impl Credential {
    /// A key of a user that is made at a time by nobody, never expires, and is not said to be for anything.
    #[must_use]
    pub const fn api_key(
        id: CredentialId,
        (organization, user): (OrganizationId, UserId),
        secret_hash: [u8; 32],
        at: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            organization,
            user,
            kind: CredentialKind::ApiKey,
            description: String::new(),
            secret_hash,
            created_at: at,
            updated_at: at,
            created_by: None,
            expires_at: None,
            bootstrap: false,
            version: 1,
        }
    }

    /// Whether it is refused at this time because of its age.
    #[must_use]
    pub fn is_expired_at(&self, now: DateTime<Utc>) -> bool {
        self.expires_at.is_some_and(|end| end <= now)
    }
    /// Whether it is one of the keys and secrets that its user sees: sessions come and go by themselves, and the keys
    /// of the first start are the operator's.
    #[must_use]
    pub const fn is_listed(&self) -> bool {
        !self.bootstrap && self.kind.session().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_parses_from_its_name_and_session() {
        let session = SessionId::from_bytes([1; 12]);
        for kind in [CredentialKind::ApiKey, CredentialKind::ClientSecret, CredentialKind::Session(session)] {
            assert_eq!(CredentialKind::parse(kind.as_str(), kind.session()).ok(), Some(kind));
        }
        for (text, session) in [("api_key", Some(session)), ("session", None), ("other", None)] {
            assert!(CredentialKind::parse(text, session).is_err(), "{text}");
        }
    }
}
