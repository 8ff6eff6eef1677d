//! What the use cases answer: a user with everything that a dialect needs to show it, from the same transaction.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::sync::Arc;

use crate::auth::Grants;
use crate::domain::{
    ActionSet, Error, Group, GroupId, Organization, OrganizationId, Permission, Principal, Role, RoleId, User, UserId,
};
use crate::store::{Lookups, ReadTransaction, groups_of, roles_granted_to};

/// A user with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserView {
    /// The user.
    pub user: User,
    /// The organization that it belongs to.
    pub organization: Organization,
    /// The roles that it holds itself, by id. Those of one list share them.
    pub roles: Vec<Arc<Role>>,
    /// Its groups, by id. Those of one list share them.
    pub groups: Vec<Arc<Group>>,
    /// The username of who made it, if that was somebody who still exists.
    pub created_by_name: Option<String>,
    /// The username of who changed it last, if that was somebody who still exists.
    pub updated_by_name: Option<String>,
    /// What it may do while it is active, whatever grants it.
    pub allowed: ActionSet,
    /// The permissions that it has, whatever grants them.
    pub permissions: BTreeSet<Permission>,
}

/// A user that was made or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The user as it is now.
    pub view: UserView,
    /// The groups that were named, do not exist, and were left out.
    pub ignored_groups: Vec<String>,
}

impl UserView {
    /// Reads what belongs to the user.
    pub(super) fn assemble(txn: &dyn Lookups, user: User) -> Result<Self, Error> {
        let organization = organization_of(txn, user.organization)?;
        let groups = groups_of(txn, &user)?;
        let granted = roles_granted_to(txn, &user, &groups)?;
        let mut names = Names::of(txn, user.organization);
        Self::with(user, organization, granted, groups, &mut names)
    }

    /// Reads what belongs to users of the asking principal's organization. What they share is read once.
    pub(super) fn assemble_all(
        txn: &dyn ReadTransaction,
        asking: &Principal,
        users: Vec<User>,
    ) -> Result<Vec<Self>, Error> {
        let organization = organization_of(txn, asking.organization)?;
        let mut names = Names::of(txn, organization.id);
        names.learn(asking.user, asking.username.clone());
        let (mut roles, mut groups) = (BTreeMap::new(), BTreeMap::new());
        let view = |user: User| {
            let group = |id: &GroupId| known(&mut groups, *id, |id| txn.group(organization.id, id));
            let joined: Vec<Arc<Group>> = user.groups.iter().map(group).collect::<Result<_, _>>()?;
            let ids: BTreeSet<&RoleId> =
                user.roles.iter().chain(joined.iter().flat_map(|group| &group.roles)).collect();
            let role = |id: &RoleId| known(&mut roles, *id, |id| txn.role(organization.id, id));
            let granted = ids.into_iter().map(role).collect::<Result<_, _>>()?;
            Self::with(user, organization.clone(), granted, joined, &mut names)
        };
        users.into_iter().map(view).collect()
    }

    /// The view of a user to whom these roles are granted, by itself or through its groups.
    fn with(
        user: User,
        organization: Organization,
        granted: Vec<Arc<Role>>,
        groups: Vec<Arc<Group>>,
        names: &mut Names<'_>,
    ) -> Result<Self, Error> {
        names.learn(user.id, user.username.to_string());
        let created_by_name = user.created_by.map_or(Ok(None), |id| names.find(id))?;
        let updated_by_name = user.updated_by.map_or(Ok(None), |id| names.find(id))?;
        let Grants { actions: allowed, permissions } = Grants::of(&user, &granted, organization.powers());
        let roles = granted.into_iter().filter(|role| user.roles.contains(&role.id)).collect();
        Ok(Self { user, organization, roles, groups, created_by_name, updated_by_name, allowed, permissions })
    }
}

/// The organization that everything in a transaction is about.
pub(super) fn organization_of(txn: &dyn Lookups, id: OrganizationId) -> Result<Organization, Error> {
    // Whoever is still authenticated after its organization was removed is not any more.
    txn.organization(id)?.ok_or(Error::Unauthenticated)
}

/// What was read before, or is read now: something that another row refers to, so that it is there.
pub(super) fn known<K: Ord + Copy + Display, V: Clone>(
    read: &mut BTreeMap<K, V>,
    id: K,
    find: impl FnOnce(K) -> Result<Option<V>, Error>,
) -> Result<V, Error> {
    match read.entry(id) {
        Entry::Occupied(entry) => Ok(entry.get().clone()),
        Entry::Vacant(entry) => {
            let found = find(id)?.ok_or_else(|| Error::internal(format!("{id} is referred to and not there")))?;
            Ok(entry.insert(found).clone())
        }
    }
}

/// The usernames of an organization, as far as they were asked for.
struct Names<'t> {
    txn: &'t dyn Lookups,
    organization: OrganizationId,
    known: BTreeMap<UserId, Option<String>>,
}

impl<'t> Names<'t> {
    /// At first, none is known.
    const fn of(txn: &'t dyn Lookups, organization: OrganizationId) -> Self {
        Self { txn, organization, known: BTreeMap::new() }
    }

    /// Finds the username of a user, if there still is one.
    fn find(&mut self, id: UserId) -> Result<Option<String>, Error> {
        if let Some(name) = self.known.get(&id) {
            return Ok(name.clone());
        }
        let name = self.txn.username(self.organization, id)?.map(|username| username.to_string());
        self.known.insert(id, name.clone());
        Ok(name)
    }

    fn learn(&mut self, id: UserId, name: String) {
        self.known.insert(id, Some(name));
    }
}
