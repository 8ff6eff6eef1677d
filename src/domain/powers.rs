//! The one table of powers: which actions everybody has, and which each built-in role and each permission gives.
//! It is served as `GET /roster/v1/actions`. How what one has is put together, and who has what, is not known here.

use super::action::{Action, ActionSet, READS};
use super::permission::{Permission, USER_MANAGEMENT};

/// What every active user may do with its own account.
pub const OWN_ACCOUNT: ActionSet = ActionSet::of(&[
    Action::UsersReadSelf,
    Action::UsersUpdateSelf,
    Action::CredentialsCreateSelf,
    Action::CredentialsReadSelf,
    Action::CredentialsDeleteSelf,
]);

/// What only users of the default organization may do, whatever gives it to others.
pub const PLATFORM_ONLY: ActionSet =
    ActionSet::of(&[Action::OrganizationsRead, Action::OrganizationsWrite, Action::MetricsRead]);

/// What whoever may do everything in an organization may do, whichever it is.
pub const EVERYTHING_IN_ONE: ActionSet = ActionSet::ALL.without(PLATFORM_ONLY);

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

/// What a permission gives besides its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivingPermission {
    /// The permission's id.
    pub id: &'static str,
    /// What those who have it may do.
    pub actions: ActionSet,
}

/// What the permission `user_management` grants: users, groups, roles, and the keys of others.
pub const MANAGEMENT: ActionSet = ActionSet::of(&[
    Action::UsersCreate,
    Action::UsersRead,
    Action::UsersUpdate,
    Action::UsersDelete,
    Action::RolesRead,
    Action::RolesCreate,
    Action::RolesUpdate,
    Action::RolesDelete,
    Action::RolesAssign,
    Action::GroupsRead,
    Action::GroupsCreate,
    Action::GroupsUpdate,
    Action::GroupsDelete,
    Action::CredentialsCreate,
    Action::CredentialsRead,
    Action::CredentialsDelete,
]);

/// The permissions that give actions. Every other one is kept and shown, and gives nothing.
pub const GIVING_PERMISSIONS: [GivingPermission; 1] = [GivingPermission { id: USER_MANAGEMENT, actions: MANAGEMENT }];

/// The actions that a permission gives.
#[must_use]
pub fn actions_of(permission: &Permission) -> ActionSet {
    let given = GIVING_PERMISSIONS.iter().find(|giving| giving.id == permission.as_str());
    given.map_or(ActionSet::EMPTY, |giving| giving.actions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permission_gives_what_the_table_says_and_others_nothing() {
        let actions = |id| actions_of(&Permission::parse(id).expect("an id"));
        assert_eq!(actions(USER_MANAGEMENT), MANAGEMENT);
        assert_eq!(actions("agent_management"), ActionSet::EMPTY);
    }

    #[test]
    fn nothing_but_the_administrators_role_gives_what_is_the_platforms_to_change() {
        let changes = PLATFORM_ONLY.iter().filter(|action| !READS.contains(*action)).collect::<ActionSet>();
        for role in BUILTIN_ROLES {
            assert_eq!(changes.is_subset(role.actions), role == PLATFORM_ADMIN, "{}", role.name);
        }
        assert!(changes.intersection(MANAGEMENT.union(OWN_ACCOUNT)).is_empty());
    }
}
