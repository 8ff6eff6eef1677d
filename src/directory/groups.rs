//! Groups: making, reading, changing and deleting them, and choosing who is in them.
//! Membership is the user's: who joins or leaves is changed, as by any other update of a user.

use std::collections::BTreeSet;

use crate::auth::policy::GroupChange;
use crate::auth::{Caller, Grants, Target, policy};
use crate::domain::group::{changes_between, check_texts};
use crate::domain::{
    Action, Error, FieldChange, Group, GroupPatch, Kind, Metadata, Principal, SetChange, TargetKind, UserPatch,
    metaschema,
};
use crate::store::{ReadTransaction, WriteTransaction};

use super::audit::Stamp;
use super::create::check_count;
use super::grants::grants_of_roles;
use super::metaschemas::check_metadata;
use super::references::{Reference, Unknown, UnknownGroups, resolve_roles};
use super::update::update_in;
use super::{Asking, BatchError, Directory, GroupView, UserSelector, UserUpdate};

/// What the creation of a group says.
#[derive(Clone, Debug, Default)]
pub struct NewGroup {
    /// Its name.
    pub name: String,
    /// The name to show.
    pub display_name: Option<String>,
    /// What it is for.
    pub description: String,
    /// What others keep with it.
    pub metadata: Option<Metadata>,
    /// Its roles.
    pub roles: BTreeSet<Reference>,
}

impl Directory {
    /// Makes a group in the caller's organization, with nobody in it.
    ///
    /// # Errors
    /// `Forbidden`, also where its roles give what the caller does not have; `Invalid`, also for unknown roles;
    /// `AlreadyExists` for a name that is taken.
    pub async fn create_group<R>(
        &self,
        asking: impl Into<Asking<GroupView, R>> + Send,
        new: NewGroup,
    ) -> Result<R, Error>
    where
        R: Send + 'static,
    {
        check_texts(Some(&new.name), new.display_name.as_deref(), Some(&new.description))?;
        self.write_once(asking.into(), move |txn, stamp| {
            let group = create_in(txn, stamp, &new)?;
            GroupView::assemble(txn, stamp.principal(), group)
        })
        .await
    }

    /// Gets a group of the caller's organization.
    ///
    /// # Errors
    /// `NotFound`; `Forbidden` for one who may not read groups, whether there is such a group or not.
    pub async fn get_group(&self, caller: &Caller, group: Reference) -> Result<GroupView, Error> {
        let caller = caller.clone();
        self.read(move |txn| {
            let found = find_authorized(txn, caller.principal(), Action::GroupsRead, &group)?;
            GroupView::assemble(txn, caller.principal(), found)
        })
        .await
    }

    /// Changes a group of the caller's organization. Without a difference nothing is written.
    ///
    /// # Errors
    /// `NotFound`; `Forbidden`, also where its roles give what the caller does not have, before or after, and for all
    /// but the roles of a built-in group; `Invalid`, also for unknown roles; `AlreadyExists` for a name that is taken.
    pub async fn update_group(
        &self,
        caller: &Caller,
        group: Reference,
        patch: GroupPatch<Reference>,
    ) -> Result<GroupView, Error> {
        patch.check_texts()?;
        self.write_as(caller, move |txn, stamp| {
            let old = find_in_state(txn, stamp, Action::GroupsUpdate, &group)?;
            let group = change_in(txn, stamp, old, &patch)?;
            GroupView::assemble(txn, stamp.principal(), group)
        })
        .await
    }

    /// Deletes a group of the caller's organization, and answers it as it was. Who was in it is otherwise unchanged.
    ///
    /// # Errors
    /// `NotFound`; `Forbidden` for a built-in group, and where its roles give what the caller does not have.
    pub async fn delete_group(&self, caller: &Caller, group: Reference) -> Result<GroupView, Error> {
        self.write_as(caller, move |txn, stamp| delete_in(txn, stamp, &group)).await
    }

    /// Adds users to a group, all or none. Who is in it already stays as it is.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` of the group, of a built-in one too; as [`Directory::update_user`] of each user, and
    /// of which; `Invalid` for more than [`crate::limits::USERS_PER_REQUEST_MAX`].
    pub async fn add_members(
        &self,
        caller: &Caller,
        group: Reference,
        users: Vec<UserSelector>,
    ) -> Result<GroupView, BatchError> {
        self.change_members(caller, group, users, SetChange::Add).await
    }

    /// Removes users from a group, all or none. Who is not in it stays as it is.
    ///
    /// # Errors
    /// As [`Directory::add_members`].
    pub async fn remove_members(
        &self,
        caller: &Caller,
        group: Reference,
        users: Vec<UserSelector>,
    ) -> Result<GroupView, BatchError> {
        self.change_members(caller, group, users, SetChange::Remove).await
    }

    async fn change_members(
        &self,
        caller: &Caller,
        group: Reference,
        users: Vec<UserSelector>,
        change: fn(BTreeSet<Reference>) -> SetChange<Reference>,
    ) -> Result<GroupView, BatchError> {
        check_count(users.len())?;
        self.write_all(caller, move |txn, stamp, position| {
            let principal = stamp.principal();
            let found = find_authorized(txn, principal, Action::GroupsUpdate, &group)?;
            policy::authorize_members(principal, &found)?;
            check_state(txn, stamp, &found)?;
            let groups = change([Reference::Id(found.id.to_base32())].into());
            let patch = UserPatch { groups, ..UserPatch::default() };
            let update = UserUpdate { patch, ..UserUpdate::default() };
            position.each(&users, |selector| {
                let user = selector.find(txn, stamp.organization())?;
                update_in(txn, stamp, Action::UsersUpdate, user, &update, None)
            })?;
            GroupView::assemble(txn, principal, found)
        })
        .await
    }
}

/// Finds the group that is named, as far as the principal may do this with it.
fn find_authorized(
    txn: &dyn ReadTransaction,
    principal: &Principal,
    action: Action,
    named: &Reference,
) -> Result<Group, Error> {
    let Some(group) = named.find_group(txn, principal.organization)? else {
        policy::authorize(principal, action, Target::Absent(Kind::Group))?;
        return Err(Error::not_found(Kind::Group));
    };
    let gives = grants_of_roles(txn, group.organization, &group.roles)?;
    policy::authorize(principal, action, Target::group(&group, &gives))?;
    Ok(group)
}

/// Finds the one group that a change is about, in the state that the request asks for, if it asks.
fn find_in_state(txn: &dyn ReadTransaction, stamp: &Stamp, action: Action, named: &Reference) -> Result<Group, Error> {
    let group = find_authorized(txn, stamp.principal(), action, named)?;
    check_state(txn, stamp, &group)?;
    Ok(group)
}

fn check_state(txn: &dyn ReadTransaction, stamp: &Stamp, group: &Group) -> Result<(), Error> {
    stamp.check_state(Kind::Group, || Ok(GroupView::assemble(txn, stamp.principal(), group.clone())?.tag()))
}

fn create_in(txn: &dyn WriteTransaction, stamp: &Stamp, new: &NewGroup) -> Result<Group, Error> {
    let principal = stamp.principal();
    policy::authorize(principal, Action::GroupsCreate, Target::Collection)?;
    let (roles, missing) = resolve_roles(txn, stamp.organization(), &new.roles)?;
    let changed = GroupChange { itself: true, roles: !new.roles.is_empty() };
    let after = grants_of_roles(txn, stamp.organization(), &roles)?;
    policy::authorize_group_change(principal, false, changed, &Grants::default(), &after)?;
    refuse(missing)?;
    let group = Group {
        id: stamp.id(),
        organization: stamp.organization(),
        name: new.name.clone(),
        display_name: new.display_name.clone(),
        description: new.description.clone(),
        metadata: new.metadata.clone().unwrap_or_else(Metadata::empty),
        roles,
        builtin: false,
        created_at: stamp.at(),
        updated_at: stamp.at(),
        version: 1,
    };
    group.check_limits()?;
    if let Some(metadata) = &new.metadata {
        check_metadata(txn, group.organization, metaschema::GROUP, metadata)?;
    }
    txn.insert_group(&group)?;
    stamp.record(txn, TargetKind::Group, group.id.id(), changes_between(None, Some(&group)))?;
    Ok(group)
}

/// Changes a group that something else is changed with, within a transaction.
pub(super) fn update_group_in(
    txn: &dyn WriteTransaction,
    stamp: &Stamp,
    named: &Reference,
    patch: &GroupPatch<Reference>,
) -> Result<Group, Error> {
    let old = find_authorized(txn, stamp.principal(), Action::GroupsUpdate, named)?;
    change_in(txn, stamp, old, patch)
}

/// Changes a group that the caller may change, as far as it may.
fn change_in(
    txn: &dyn WriteTransaction,
    stamp: &Stamp,
    old: Group,
    patch: &GroupPatch<Reference>,
) -> Result<Group, Error> {
    let principal = stamp.principal();
    let mut missing = Vec::new();
    let roles = patch.roles.clone().try_map(|roles| {
        let (known, unknown) = resolve_roles(txn, old.organization, &roles)?;
        missing = unknown;
        Ok::<_, Error>(known)
    })?;
    let mut new = patch.clone().with_roles(roles).apply(&old);
    let mut changed = GroupChange::between(&old, &new);
    changed.roles |= !missing.is_empty();
    let before = grants_of_roles(txn, old.organization, &old.roles)?;
    let after = grants_of_roles(txn, old.organization, &new.roles)?;
    policy::authorize_group_change(principal, old.builtin, changed, &before, &after)?;
    refuse(missing)?;
    if !patch.metadata.is_keep() {
        check_metadata(txn, new.organization, metaschema::GROUP, &new.metadata)?;
    }
    let changes = changes_between(Some(&old), Some(&new));
    if changes.is_empty() {
        return Ok(old);
    }
    new.check_limits()?;
    new.updated_at = stamp.at().max(old.updated_at);
    new.version = old.version + 1;
    txn.update_group(&old, &new)?;
    stamp.record(txn, TargetKind::Group, new.id.id(), changes)?;
    Ok(new)
}

fn delete_in(txn: &dyn WriteTransaction, stamp: &Stamp, named: &Reference) -> Result<GroupView, Error> {
    let group = find_in_state(txn, stamp, Action::GroupsDelete, named)?;
    let view = GroupView::assemble(txn, stamp.principal(), group)?;
    let mut changes = changes_between(Some(&view.group), None);
    changes.extend(FieldChange::between("members", Some(view.member_count.to_string()), None));
    txn.delete_group(&view.group)?;
    stamp.record(txn, TargetKind::Group, view.group.id.id(), changes)?;
    Ok(view)
}

/// Refuses roles that do not exist, once it is clear that the caller may give roles at all.
fn refuse(missing: Vec<String>) -> Result<(), Error> {
    let unknown = Unknown { roles: missing, groups: Vec::new() };
    unknown.refuse(UnknownGroups::Refuse).map(|_| ())
}
