//! Groups and roles with everything that a dialect needs to show them, from one transaction.
//! Of who has them there are numbers, and only so many names.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::{Error, Group, Identity, Organization, Principal, Role, RoleId};
use crate::limits::MEMBERS_SHOWN_MAX;
use crate::store::ReadTransaction;

use super::view::{known, organization_of};

/// A group with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupView {
    /// The group.
    pub group: Group,
    /// The organization that it belongs to.
    pub organization: Organization,
    /// Its roles, by id.
    pub roles: Vec<Role>,
    /// How many are in it.
    pub member_count: u64,
    /// The first who are in it, by id, at most [`MEMBERS_SHOWN_MAX`].
    pub members: Vec<Identity>,
}

impl GroupView {
    /// Reads what belongs to a group of the asking principal's organization.
    pub(super) fn assemble(txn: &dyn ReadTransaction, asking: &Principal, group: Group) -> Result<Self, Error> {
        let views = Self::assemble_all(txn, asking, vec![group])?;
        views.into_iter().next().ok_or_else(|| Error::internal("a group has no view"))
    }

    /// Reads what belongs to groups of the asking principal's organization. What they share is read once.
    pub(super) fn assemble_all(
        txn: &dyn ReadTransaction,
        asking: &Principal,
        groups: Vec<Group>,
    ) -> Result<Vec<Self>, Error> {
        let organization = organization_of(txn, asking.organization)?;
        let mut read = BTreeMap::new();
        let view = |group: Group| {
            let role =
                |id: &RoleId| known(&mut read, *id, |id| txn.role(organization.id, id)).map(Arc::unwrap_or_clone);
            let roles = group.roles.iter().map(role).collect::<Result<_, _>>()?;
            let (member_count, members) = txn.group_members(organization.id, group.id, MEMBERS_SHOWN_MAX)?;
            Ok(Self { group, organization: organization.clone(), roles, member_count, members })
        };
        groups.into_iter().map(view).collect()
    }
}

/// A role with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleView {
    /// The role.
    pub role: Role,
    /// The organization that it belongs to.
    pub organization: Organization,
    /// How many users hold it themselves.
    pub user_count: u64,
    /// The first of them, by id, at most [`MEMBERS_SHOWN_MAX`].
    pub users: Vec<Identity>,
    /// How many groups give it.
    pub group_count: u64,
    /// The first of them, by id, at most [`MEMBERS_SHOWN_MAX`].
    pub groups: Vec<Group>,
}

impl RoleView {
    /// Reads what belongs to a role of the asking principal's organization.
    pub(super) fn assemble(txn: &dyn ReadTransaction, asking: &Principal, role: Role) -> Result<Self, Error> {
        let views = Self::assemble_all(txn, asking, vec![role])?;
        views.into_iter().next().ok_or_else(|| Error::internal("a role has no view"))
    }

    /// Reads what belongs to roles of the asking principal's organization.
    pub(super) fn assemble_all(
        txn: &dyn ReadTransaction,
        asking: &Principal,
        roles: Vec<Role>,
    ) -> Result<Vec<Self>, Error> {
        let organization = organization_of(txn, asking.organization)?;
        let view = |role: Role| {
            let (user_count, users) = txn.role_users(organization.id, role.id, MEMBERS_SHOWN_MAX)?;
            let (group_count, groups) = txn.role_groups(organization.id, role.id, MEMBERS_SHOWN_MAX)?;
            Ok(Self { role, organization: organization.clone(), user_count, users, group_count, groups })
        };
        roles.into_iter().map(view).collect()
    }
}
