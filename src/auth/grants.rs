//! What a user can do, all sources together: its own account, its permissions, its roles and those of its groups.

use std::borrow::Borrow;
use std::collections::BTreeSet;

use crate::domain::action::READS;
use crate::domain::powers::{self, EVERYTHING_IN_ONE, OWN_ACCOUNT};
use crate::domain::{ActionSet, Permission, Principal, Role, User};

/// The effective actions and permissions of a user.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Grants {
    /// What it may do.
    pub actions: ActionSet,
    /// The permissions that it has, direct and through roles and groups.
    pub permissions: BTreeSet<Permission>,
}

/// How much memory permissions take, about, in bytes.
pub(crate) fn bytes_of(permissions: &BTreeSet<Permission>) -> usize {
    permissions.iter().map(|permission| size_of_val(permission) + permission.as_str().len()).sum()
}

impl Grants {
    /// What a user who holds these roles, itself or through its groups, can do while it is active, in an organization
    /// in which nobody has more than these powers.
    ///
    /// A built-in user that is not a full administrator only reads, its own account included, as in
    /// Elastic Cloud Enterprise (ESA-2025-22); its groups give it nothing, since their roles can be changed.
    #[must_use]
    pub fn of(user: &User, roles: &[impl Borrow<Role>], powers: ActionSet) -> Self {
        let held = roles.iter().map(Borrow::borrow).filter(|role| !user.builtin || user.roles.contains(&role.id));
        let Self { actions, permissions } = Self::collect(held, &user.permissions, powers);
        let actions = actions.union(OWN_ACCOUNT);
        let reads_only = user.builtin && !EVERYTHING_IN_ONE.is_subset(actions);
        Self { actions: if reads_only { actions.intersection(READS) } else { actions }, permissions }
    }

    /// What these roles give to whoever holds them, in an organization in which nobody has more than these powers.
    pub fn given_by<'r>(roles: impl IntoIterator<Item = &'r Role>, powers: ActionSet) -> Self {
        Self::collect(roles, &BTreeSet::new(), powers)
    }

    fn collect<'r>(
        roles: impl IntoIterator<Item = &'r Role>,
        direct: &BTreeSet<Permission>,
        powers: ActionSet,
    ) -> Self {
        let (mut actions, mut permissions) = (ActionSet::EMPTY, direct.clone());
        for role in roles {
            actions = actions.union(role.actions);
            permissions.extend(role.permissions.iter().cloned());
        }
        let given = permissions.iter().map(powers::actions_of);
        Self { actions: given.fold(actions, ActionSet::union).intersection(powers), permissions }
    }

    /// Whether the principal can do all of this itself. Whoever may do everything in an organization has every
    /// permission there, and no action that it does not hold.
    #[must_use]
    pub fn within(&self, principal: &Principal) -> bool {
        let has_permissions =
            EVERYTHING_IN_ONE.is_subset(principal.actions) || self.permissions.is_subset(&principal.permissions);
        self.actions.is_subset(principal.actions) && has_permissions
    }
}
