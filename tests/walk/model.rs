//! What somebody can do, computed from plain sets: a second opinion, written by hand and apart from `src/auth`, of what
//! users, groups, roles and permissions come to.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use roster::domain::Id;

use super::state::{GroupRow, RoleRow, State, UserRow, Words};

/// What everybody may do with their own account.
const OWN_ACCOUNT: [&str; 5] = [
    "users:read-self",
    "users:update-self",
    "credentials:create-self",
    "credentials:read-self",
    "credentials:delete-self",
];

/// What the permission `user_management` comes to.
const MANAGEMENT: [&str; 16] = [
    "users:create",
    "users:read",
    "users:update",
    "users:delete",
    "roles:read",
    "roles:create",
    "roles:update",
    "roles:delete",
    "roles:assign",
    "groups:read",
    "groups:create",
    "groups:update",
    "groups:delete",
    "credentials:create",
    "credentials:read",
    "credentials:delete",
];

/// What is about all organizations, or about the server, and nobody's outside of the platform.
const ABOUT_ORGANIZATIONS: [&str; 3] = ["organizations:read", "organizations:write", "metrics:read"];

/// What is left.
const OTHERS: [&str; 6] =
    ["users:restore", "credentials:export", "metaschemas:read", "metaschemas:write", "audit:read", "mail:read"];

/// Every action.
pub(super) static ALL_ACTIONS: LazyLock<Words> =
    LazyLock::new(|| words(&[&OWN_ACCOUNT[..], &MANAGEMENT, &ABOUT_ORGANIZATIONS, &OTHERS].concat()));
/// Every action that is not about all organizations.
static ALL_OF_ONE: LazyLock<Words> = LazyLock::new(|| words(&[&OWN_ACCOUNT[..], &MANAGEMENT, &OTHERS].concat()));

fn words(actions: &[&str]) -> Words {
    actions.iter().map(|action| (*action).to_owned()).collect()
}

/// What somebody can do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Powers {
    pub(super) actions: Words,
    pub(super) permissions: Words,
    /// Whether they count as every permission: those do who may do everything that is not about all organizations.
    pub(super) is_every_permission: bool,
}

impl Powers {
    /// What a user can do, once it is active.
    pub(super) fn of(state: &State, user: &UserRow) -> Self {
        let groups = user.groups.iter().filter_map(|group| state.groups.get(group));
        let of_groups: BTreeSet<Id> = groups.flat_map(|group| group.roles.iter().copied()).collect();
        // What its groups give can be changed, so a built-in user has nothing of it.
        let roles = if user.is_builtin { user.roles.clone() } else { &user.roles | &of_groups };
        let mut powers = Self::given_by(state, &roles, &user.permissions);
        powers.actions.extend(OWN_ACCOUNT.map(str::to_owned));
        if state.platform() != Some(user.organization) {
            powers.actions.retain(|action| !ABOUT_ORGANIZATIONS.contains(&action.as_str()));
        }
        if user.is_builtin && powers.actions != *ALL_ACTIONS {
            powers.actions.retain(|action| action.contains(":read"));
        }
        powers.is_every_permission = ALL_OF_ONE.is_subset(&powers.actions);
        powers
    }

    /// What a group gives to whoever is in it.
    pub(super) fn of_group(state: &State, group: &GroupRow) -> Self {
        Self::given_by(state, &group.roles, &Words::new())
    }

    /// What a role gives to whoever holds it.
    pub(super) fn of_role(role: &RoleRow) -> Self {
        let mut powers =
            Self { actions: role.actions.clone(), permissions: role.permissions.clone(), ..Self::default() };
        powers.settle();
        powers
    }

    fn given_by(state: &State, roles: &BTreeSet<Id>, permissions: &Words) -> Self {
        let mut powers = Self { permissions: permissions.clone(), ..Self::default() };
        for role in roles.iter().filter_map(|role| state.roles.get(role)) {
            powers.actions.extend(role.actions.iter().cloned());
            powers.permissions.extend(role.permissions.iter().cloned());
        }
        powers.settle();
        powers
    }

    fn settle(&mut self) {
        if self.permissions.contains("user_management") {
            self.actions.extend(MANAGEMENT.map(str::to_owned));
        }
        assert!(self.actions.is_subset(&ALL_ACTIONS), "the model does not know all of {:?}", self.actions);
    }

    /// Whether these are enough for all of the others.
    pub(super) fn cover(&self, others: &Self) -> bool {
        let has_permissions = self.is_every_permission || others.permissions.is_subset(&self.permissions);
        has_permissions && others.actions.is_subset(&self.actions)
    }

    /// What these are without the others.
    pub(super) fn without(&self, others: &Self) -> Self {
        let actions = &self.actions - &others.actions;
        Self { actions, permissions: &self.permissions - &others.permissions, is_every_permission: false }
    }

    /// These and the others.
    pub(super) fn with(&self, others: &Self) -> Self {
        let actions = &self.actions | &others.actions;
        let is_every_permission = self.is_every_permission || others.is_every_permission;
        Self { actions, permissions: &self.permissions | &others.permissions, is_every_permission }
    }

    /// Whether they allow the action, be it on one's own account only.
    pub(super) fn allow(&self, action: &str) -> bool {
        self.actions.contains(action) || self.actions.contains(&format!("{action}-self"))
    }
}
