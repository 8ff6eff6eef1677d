//! Roles: named sets of actions and permissions, and the four that every organization is born with.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::action::{ActionSet, OWN_ACCOUNT, READS};
use super::id::{OrganizationId, RoleId};
use super::permission::Permission;

/// A named set of actions and permissions of one organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its id.
    pub id: RoleId,
    /// The organization that it belongs to.
    pub organization: OrganizationId,
    /// Its name, unique in the organization after folding.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// What its holders may do.
    pub actions: ActionSet,
    /// The permissions that its holders have.
    pub permissions: BTreeSet<Permission>,
    /// Whether it is built in.
    pub builtin: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts its changes, from 1.
    pub version: u64,
}

/// What a built-in role is, before an organization has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuiltinRole {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub description: &'static str,
    /// What its holders may do.
    pub actions: ActionSet,
}

/// May do everything.
pub const PLATFORM_ADMIN: BuiltinRole =
    BuiltinRole { name: "ece_platform_admin", description: "May do everything", actions: ActionSet::ALL };

/// May read everything, and has its own account.
pub const PLATFORM_VIEWER: BuiltinRole = BuiltinRole {
    name: "ece_platform_viewer",
    description: "May read everything, and manage its own account",
    actions: READS.union(OWN_ACCOUNT),
};

/// Has its own account; what it manages elsewhere is not in this directory.
pub const DEPLOYMENT_MANAGER: BuiltinRole = BuiltinRole {
    name: "ece_deployment_manager",
    description: "May manage deployments, and its own account",
    actions: OWN_ACCOUNT,
};

/// Has its own account; what it views elsewhere is not in this directory.
pub const DEPLOYMENT_VIEWER: BuiltinRole = BuiltinRole {
    name: "ece_deployment_viewer",
    description: "May view deployments, and manage its own account",
    actions: OWN_ACCOUNT,
};

/// The roles that every organization is born with.
pub const BUILTIN_ROLES: [BuiltinRole; 4] = [PLATFORM_ADMIN, PLATFORM_VIEWER, DEPLOYMENT_MANAGER, DEPLOYMENT_VIEWER];
