//! Roles: making, reading, changing and deleting them, and giving them to users and groups.
//! To give a role is to change who receives it, as by any other update of a user or a group.

use std::collections::BTreeSet;

use crate::auth::{Caller, Grants, Target, policy};
use crate::domain::role::changes_between;
use crate::domain::{
    Action, ActionSet, Error, FieldChange, GroupPatch, Kind, Permission, Principal, Role, RolePatch, SetChange,
    TargetKind, UserPatch,
};
use crate::store::{ReadTransaction, WriteTransaction};

use super::audit::Stamp;
use super::create::check_count;
use super::grants::grants_of_role;
use super::groups::update_group_in;
use super::references::Reference;
use super::update::update_in;
use super::{Asking, BatchError, Directory, RoleView, UserSelector, UserUpdate};

/// What the creation of a role says.
#[derive(Clone, Debug, Default)]
pub struct NewRole {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// What its holders may do.
    pub actions: ActionSet,
    /// The permissions that its holders have.
    pub permissions: BTreeSet<Permission>,
}

/// Whom a role is given to or taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assignee {
    /// A user.
    User(UserSelector),
    /// A group.
    Group(Reference),
    /// A user, or a group where there is no such user.
    Either(UserSelector, Reference),
}

impl Directory {
    /// Makes a role in the caller's organization.
    ///
    /// # Errors
    /// `Forbidden`, also where it gives what the caller does not have; `Invalid`; `AlreadyExists` for a name that is
    /// taken.
    pub async fn create_role<R>(&self, asking: impl Into<Asking<RoleView, R>> + Send, new: NewRole) -> Result<R, Error>
    where
        R: Send + 'static,
    {
        self.write_once(asking.into(), move |txn, stamp| {
            let role = create_in(txn, stamp, &new)?;
            RoleView::assemble(txn, stamp.principal(), role)
        })
        .await
    }

    /// Gets a role of the caller's organization.
    ///
    /// # Errors
    /// `NotFound`; `Forbidden` for one who may not read roles, whether there is such a role or not.
    pub async fn get_role(&self, caller: &Caller, role: Reference) -> Result<RoleView, Error> {
        let caller = caller.clone();
        self.read(move |txn| {
            let found = find_authorized(txn, caller.principal(), Action::RolesRead, &role)?;
            RoleView::assemble(txn, caller.principal(), found)
        })
        .await
    }

    /// Changes a role of the caller's organization. Without a difference nothing is written.
    ///
    /// # Errors
    /// `NotFound`; `Forbidden` for a built-in role, and where it gives what the caller does not have, before or after;
    /// `Invalid`; `AlreadyExists` for a name that is taken.
    pub async fn update_role(&self, caller: &Caller, role: Reference, patch: RolePatch) -> Result<RoleView, Error> {
        self.write_as(caller, move |txn, stamp| update_role_in(txn, stamp, &role, &patch)).await
    }

    /// Changes several roles in the same way, all or none.
    ///
    /// # Errors
    /// As [`Directory::update_role`], and of which role; `Invalid` for more than
    /// [`crate::limits::USERS_PER_REQUEST_MAX`].
    pub async fn update_roles(
        &self,
        caller: &Caller,
        roles: Vec<Reference>,
        patch: RolePatch,
    ) -> Result<Vec<RoleView>, BatchError> {
        check_count(roles.len())?;
        self.write_each(caller, roles, move |txn, stamp, role| update_role_in(txn, stamp, role, &patch)).await
    }

    /// Deletes a role of the caller's organization, and answers it as it was. Who had it is otherwise unchanged.
    ///
    /// # Errors
    /// `NotFound`; `Forbidden` for a built-in role, and for one that gives what the caller does not have.
    pub async fn delete_role(&self, caller: &Caller, role: Reference) -> Result<RoleView, Error> {
        self.write_as(caller, move |txn, stamp| delete_in(txn, stamp, &role)).await
    }

    /// Gives a role to users and groups, to all or none. Who has it already stays as it is.
    ///
    /// # Errors
    /// `NotFound` of the role; as [`Directory::update_user`] and [`Directory::update_group`] of each who shall have
    /// it, and of which; `Invalid` for more than [`crate::limits::USERS_PER_REQUEST_MAX`].
    pub async fn assign_role(
        &self,
        caller: &Caller,
        role: Reference,
        to: Vec<Assignee>,
    ) -> Result<RoleView, BatchError> {
        self.change_assignees(caller, role, to, SetChange::Add).await
    }

    /// Takes a role from users and groups, from all or none. Who does not have it stays as it is.
    ///
    /// # Errors
    /// As [`Directory::assign_role`].
    pub async fn revoke_role(
        &self,
        caller: &Caller,
        role: Reference,
        from: Vec<Assignee>,
    ) -> Result<RoleView, BatchError> {
        self.change_assignees(caller, role, from, SetChange::Remove).await
    }

    async fn change_assignees(
        &self,
        caller: &Caller,
        role: Reference,
        assignees: Vec<Assignee>,
        change: fn(BTreeSet<Reference>) -> SetChange<Reference>,
    ) -> Result<RoleView, BatchError> {
        check_count(assignees.len())?;
        self.write_all(caller, move |txn, stamp, position| {
            let found = find_in_state(txn, stamp, Action::RolesAssign, &role)?;
            let roles = change([Reference::Id(found.id.to_base32())].into());
            position.each(&assignees, |assignee| assignee.change_roles(txn, stamp, &roles))?;
            RoleView::assemble(txn, stamp.principal(), found)
        })
        .await
    }
}

impl Assignee {
    fn change_roles(
        &self,
        txn: &dyn WriteTransaction,
        stamp: &Stamp,
        roles: &SetChange<Reference>,
    ) -> Result<(), Error> {
        let user = match self {
            Self::User(user) | Self::Either(user, _) => user.find(txn, stamp.organization())?,
            Self::Group(_) => None,
        };
        let group = match self {
            Self::User(_) => None,
            Self::Either(_, group) if user.is_some() || group.find_group(txn, stamp.organization())?.is_none() => None,
            Self::Group(group) | Self::Either(_, group) => Some(group),
        };
        if let Some(group) = group {
            let patch = GroupPatch { roles: roles.clone(), ..GroupPatch::default() };
            return update_group_in(txn, stamp, group, &patch).map(|_| ());
        }
        let patch = UserPatch { roles: roles.clone(), ..UserPatch::default() };
        let update = UserUpdate { patch, ..UserUpdate::default() };
        update_in(txn, stamp, Action::UsersUpdate, user, &update, None).map(|_| ())
    }
}

/// Finds the role that is named, as far as the principal may do this with it.
fn find_authorized(
    txn: &dyn ReadTransaction,
    principal: &Principal,
    action: Action,
    named: &Reference,
) -> Result<Role, Error> {
    let Some(role) = named.find_role(txn, principal.organization)? else {
        policy::authorize(principal, action, Target::Absent(Kind::Role))?;
        return Err(Error::not_found(Kind::Role));
    };
    policy::authorize(principal, action, Target::role(&role, &grants_of_role(txn, &role)?))?;
    Ok(role)
}

/// Finds a role that a change is about, in the state that the request asks for, if it asks.
fn find_in_state(txn: &dyn ReadTransaction, stamp: &Stamp, action: Action, named: &Reference) -> Result<Role, Error> {
    let role = find_authorized(txn, stamp.principal(), action, named)?;
    stamp.check_state(Kind::Role, || Ok(RoleView::assemble(txn, stamp.principal(), role.clone())?.tag()))?;
    Ok(role)
}

fn create_in(txn: &dyn WriteTransaction, stamp: &Stamp, new: &NewRole) -> Result<Role, Error> {
    let principal = stamp.principal();
    policy::authorize(principal, Action::RolesCreate, Target::Collection)?;
    let role = Role {
        id: stamp.id(),
        organization: stamp.organization(),
        name: new.name.clone(),
        description: new.description.clone(),
        actions: new.actions,
        permissions: new.permissions.clone(),
        builtin: false,
        created_at: stamp.at(),
        updated_at: stamp.at(),
        version: 1,
    };
    policy::authorize_role_change(principal, false, &Grants::default(), &grants_of_role(txn, &role)?)?;
    role.check_limits()?;
    txn.insert_role(&role)?;
    stamp.record(txn, TargetKind::Role, role.id.id(), changes_between(None, Some(&role)))?;
    Ok(role)
}

fn update_role_in(
    txn: &dyn WriteTransaction,
    stamp: &Stamp,
    named: &Reference,
    patch: &RolePatch,
) -> Result<RoleView, Error> {
    let principal = stamp.principal();
    let old = find_in_state(txn, stamp, Action::RolesUpdate, named)?;
    let mut new = patch.apply(&old);
    policy::authorize_role_change(principal, old.builtin, &grants_of_role(txn, &old)?, &grants_of_role(txn, &new)?)?;
    let changes = changes_between(Some(&old), Some(&new));
    if changes.is_empty() {
        return RoleView::assemble(txn, principal, old);
    }
    new.check_limits()?;
    new.updated_at = stamp.at().max(old.updated_at);
    new.version = old.version + 1;
    txn.update_role(&old, &new)?;
    stamp.record(txn, TargetKind::Role, new.id.id(), changes)?;
    RoleView::assemble(txn, principal, new)
}

fn delete_in(txn: &dyn WriteTransaction, stamp: &Stamp, named: &Reference) -> Result<RoleView, Error> {
    let role = find_in_state(txn, stamp, Action::RolesDelete, named)?;
    let view = RoleView::assemble(txn, stamp.principal(), role)?;
    let mut changes = changes_between(Some(&view.role), None);
    changes.extend(FieldChange::between("users", Some(view.user_count.to_string()), None));
    changes.extend(FieldChange::between("groups", Some(view.group_count.to_string()), None));
    txn.delete_role(&view.role)?;
    stamp.record(txn, TargetKind::Role, view.role.id.id(), changes)?;
    Ok(view)
}
