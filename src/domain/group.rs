//! Groups of users.

use chrono::{DateTime, Utc};

use super::id::{GroupId, OrganizationId};

/// The name of the system group that every user of an organization is in.
pub const EVERYONE: &str = "Everyone";

/// A set of users of one organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// The organization that it belongs to.
    pub organization: OrganizationId,
    /// Its name, unique in the organization after folding.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Whether it is a system group, whose members are not chosen.
    pub builtin: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts its changes, from 1.
    pub version: u64,
}
