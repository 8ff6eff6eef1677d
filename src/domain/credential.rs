//! Keys and secrets that are bound to a user. The secret itself is never here, only its hash.

use chrono::{DateTime, Utc};

use super::error::{Error, InvalidReason};
use super::id::{CredentialId, OrganizationId, UserId};

/// What a credential is used as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CredentialKind {
    /// A key that is presented whole.
    ApiKey,
    /// A secret that is presented with its id.
    ClientSecret,
}

impl CredentialKind {
    /// The stored name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ApiKey => "api_key",
            Self::ClientSecret => "client_secret",
        }
    }

    /// Parses the stored name.
    ///
    /// # Errors
    /// `Invalid` for any other text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        match text {
            "api_key" => Ok(Self::ApiKey),
            "client_secret" => Ok(Self::ClientSecret),
            _ => Err(Error::invalid("kind", InvalidReason::Malformed("is not a kind of credential"))),
        }
    }
}

/// A key or secret bound to a user.
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
    /// Whether it is refused at this time because of its age.
    #[must_use]
    pub fn is_expired_at(&self, now: DateTime<Utc>) -> bool {
        self.expires_at.is_some_and(|end| end <= now)
    }
}
