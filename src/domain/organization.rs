//! The organization: the wall around everything else.

use chrono::{DateTime, Utc};

use super::id::OrganizationId;

/// A tenant of the instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// Its name, unique in the instance after folding.
    pub name: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts its changes, from 1.
    pub version: u64,
}
