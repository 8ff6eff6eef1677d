//! What a user can do, all sources together: its own account, its roles, its permissions.

use std::collections::BTreeSet;

use crate::domain::action::{MANAGEMENT, OWN_ACCOUNT, READS};
use crate::domain::permission::USER_MANAGEMENT;
use crate::domain::{ActionSet, Permission, Principal, Role, User};

/// The effective actions and permissions of a user.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Grants {
    /// What it may do.
    pub actions: ActionSet,
    /// The permissions that it has, direct and through roles.
    pub permissions: BTreeSet<Permission>,
}

impl Grants {
    /// What a user who holds these roles can do while it is active.
    ///
    /// A built-in user that is not a full administrator only reads, its own account included, as in
    /// Elastic Cloud Enterprise (ESA-2025-22).
    #[must_use]
    pub fn of(user: &User, roles: &[Role]) -> Self {
        let permissions: BTreeSet<Permission> =
            roles.iter().flat_map(|role| &role.permissions).chain(&user.permissions).cloned().collect();
        let managed = permissions.iter().any(|permission| permission.as_str() == USER_MANAGEMENT);
        let implied = if managed { MANAGEMENT.union(OWN_ACCOUNT) } else { OWN_ACCOUNT };
        let actions = roles.iter().fold(implied, |actions, role| actions.union(role.actions));
        let reads_only = user.builtin && actions != ActionSet::ALL;
        Self { actions: if reads_only { actions.intersection(READS) } else { actions }, permissions }
    }

    /// Whether the principal can do all of this itself. Whoever may do everything has every permission.
    #[must_use]
    pub fn within(&self, principal: &Principal) -> bool {
        principal.actions == ActionSet::ALL
            || self.actions.is_subset(principal.actions) && self.permissions.is_subset(&principal.permissions)
    }
}
