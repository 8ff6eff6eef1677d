//! The authenticated actor of a request, with what it may do at this moment.

use std::collections::BTreeSet;

use super::action::ActionSet;
use super::id::{CredentialId, OrganizationId, UserId};
use super::permission::Permission;

/// Who acts. Read anew for every request, so that a demotion counts at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Principal {
    /// The user that acts.
    pub user: UserId,
    /// The organization that it belongs to, and that it cannot see beyond.
    pub organization: OrganizationId,
    /// Its username as written.
    pub username: String,
    /// The key or secret that it came with, if not a password.
    pub credential: Option<CredentialId>,
    /// Everything that it may do, through whatever grants it.
    pub actions: ActionSet,
    /// Its permissions, direct and through roles.
    pub permissions: BTreeSet<Permission>,
    /// Whether it is a built-in user.
    pub builtin: bool,
}
