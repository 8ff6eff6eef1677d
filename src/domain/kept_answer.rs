//! The answer to a request, kept so that it can be given again. What it says is sealed, and so is what the request was.

use chrono::{DateTime, Utc};

use super::id::{OrganizationId, UserId};

/// An answer that is kept for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAnswer {
    /// Where it was given.
    pub organization: OrganizationId,
    /// What it is found by, which tells nothing about it.
    pub lookup: [u8; 32],
    /// To whom it was given.
    pub user: UserId,
    /// The request and the answer, of use only to who can make the same request again.
    pub sealed: Vec<u8>,
    /// From when on it is not given again.
    pub expires_at: DateTime<Utc>,
}

impl KeptAnswer {
    /// Whether it is not given again any more.
    #[must_use]
    pub fn is_expired_at(&self, now: DateTime<Utc>) -> bool {
        self.expires_at <= now
    }
}
