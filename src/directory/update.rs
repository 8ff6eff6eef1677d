//! Changing users: one, oneself, several at once, or one that is made if there is none.

use crate::auth::policy::Sensitive;
use crate::auth::{Caller, Password, policy};
use crate::domain::user_patch::changes_between;
use crate::domain::{
    Action, Email, Error, FieldChange, InvalidReason, Permission, SetChange, Status, TargetKind, User, UserPatch,
    metaschema,
};
use crate::store::WriteTransaction;

use super::audit::Stamp;
use super::create::{check_count, create_in};
use super::grants::grants_of;
use super::metaschemas::check_metadata;
use super::names::check_names;
use super::passwords::check_password_of;
use super::references::{Reference, Unknown, UnknownGroups, resolve_groups, resolve_roles, settle_everyone};
use super::users::{authorize_on, authorize_on_state};
use super::{BatchError, Directory, NewUser, UserSelector, UserView, Written, sessions};

/// What a partial update of a user says. The default says nothing at all.
#[derive(Clone, Debug, Default)]
pub struct UserUpdate {
    /// Whom the request says once more that it changes: anybody else than who was found is refused.
    pub identity: Option<UserSelector>,
    /// The fields.
    pub patch: UserPatch<Reference, Reference>,
    /// A new password.
    pub password: Option<Password>,
    /// What becomes of groups that do not exist.
    pub unknown_groups: UnknownGroups,
}

impl Directory {
    /// Changes a user of the caller's organization. Without a difference nothing is written.
    ///
    /// # Errors
    /// `NotFound`; `Forbidden`, also where the user could do something that the caller cannot, before or
    /// after; `Invalid`, also for unknown roles and groups; `AlreadyExists` for a name that is taken.
    pub async fn update_user(
        &self,
        caller: &Caller,
        selector: UserSelector,
        update: UserUpdate,
    ) -> Result<Written, Error> {
        self.update_one(caller, Action::UsersUpdate, selector, update).await
    }

    /// Changes the person that the caller is.
    ///
    /// # Errors
    /// As [`Directory::update_user`]; `NotFound` for a service account.
    pub async fn update_current_user(&self, caller: &Caller, update: UserUpdate) -> Result<Written, Error> {
        let selector = UserSelector::Id(caller.principal().user);
        self.update_one(caller, Action::UsersUpdateSelf, selector, update).await
    }

    /// Changes several users in the same way, all or none.
    ///
    /// # Errors
    /// As [`Directory::update_user`], and of which user; `Invalid` for more than
    /// [`crate::limits::USERS_PER_REQUEST_MAX`].
    pub async fn update_users(
        &self,
        caller: &Caller,
        selectors: Vec<UserSelector>,
        update: UserUpdate,
    ) -> Result<Vec<Written>, BatchError> {
        check_count(selectors.len())?;
        let hash = self.hash_new(update.password.clone()).await?;
        self.write_each(caller, selectors, move |txn, stamp, selector| {
            let found = selector.find(txn, stamp.organization())?;
            update_in(txn, stamp, Action::UsersUpdate, found, &update, hash.as_deref())
        })
        .await
    }

    /// Grants a permission directly to several users, all or none.
    ///
    /// # Errors
    /// As [`Directory::update_users`].
    pub async fn grant_permission(
        &self,
        caller: &Caller,
        selectors: Vec<UserSelector>,
        permission: Permission,
    ) -> Result<Vec<UserView>, BatchError> {
        self.change_permissions(caller, selectors, SetChange::Add([permission].into())).await
    }

    /// Revokes a permission that several users have directly, all or none.
    ///
    /// # Errors
    /// As [`Directory::update_users`].
    pub async fn revoke_permission(
        &self,
        caller: &Caller,
        selectors: Vec<UserSelector>,
        permission: Permission,
    ) -> Result<Vec<UserView>, BatchError> {
        self.change_permissions(caller, selectors, SetChange::Remove([permission].into())).await
    }

    async fn change_permissions(
        &self,
        caller: &Caller,
        selectors: Vec<UserSelector>,
        permissions: SetChange<Permission>,
    ) -> Result<Vec<UserView>, BatchError> {
        let patch = UserPatch { permissions, ..UserPatch::default() };
        let update = UserUpdate { patch, ..UserUpdate::default() };
        let written = self.update_users(caller, selectors, update).await?;
        Ok(written.into_iter().map(|written| written.view).collect())
    }

    /// Changes the active user who has this e-mail address, or makes `new` if there is none. Who is changed
    /// keeps the address; who is made may have another.
    ///
    /// # Errors
    /// As [`Directory::update_user`] and [`Directory::create_user`]; `Invalid(Restricted)` for an update of
    /// one who exists that says anything about the e-mail address.
    pub async fn create_or_update(
        &self,
        caller: &Caller,
        email: Email,
        new: NewUser,
        update: UserUpdate,
    ) -> Result<Written, Error> {
        new.check_texts()?;
        update.patch.check_texts()?;
        let new_hash = self.hash_new(new.password.clone()).await?;
        let update_hash = self.hash_new(update.password.clone()).await?;
        let invitations = self.invitations.clone();
        self.write_as(caller, move |txn, stamp| {
            let selector = UserSelector::Email(email.as_str().to_owned()).active();
            let Some(user) = selector.find(txn, stamp.organization())? else {
                return create_in(txn, stamp, &invitations, &new, new_hash.as_deref());
            };
            let user = authorize_on_state(txn, stamp, Action::UsersUpdate, Some(user))?;
            if !update.patch.email.is_keep() {
                return Err(Error::invalid("email", InvalidReason::Restricted));
            }
            change_in(txn, stamp, user, &update, update_hash.as_deref())
        })
        .await
    }

    async fn update_one(
        &self,
        caller: &Caller,
        action: Action,
        selector: UserSelector,
        update: UserUpdate,
    ) -> Result<Written, Error> {
        update.patch.check_texts()?;
        let hash = self.hash_new(update.password.clone()).await?;
        self.write_as(caller, move |txn, stamp| {
            let found = selector.find(txn, stamp.organization())?;
            let user = authorize_on_state(txn, stamp, action, found)?;
            change_in(txn, stamp, user, &update, hash.as_deref())
        })
        .await
    }
}

/// Changes one of the users that a request is about, found or not, within a transaction.
pub(super) fn update_in(
    txn: &dyn WriteTransaction,
    stamp: &Stamp,
    action: Action,
    found: Option<User>,
    update: &UserUpdate,
    hash: Option<&str>,
) -> Result<Written, Error> {
    let user = authorize_on(txn, stamp.principal(), action, found)?;
    change_in(txn, stamp, user, update, hash)
}

/// Changes a user that the caller may change, as far as it may.
pub(super) fn change_in(
    txn: &dyn WriteTransaction,
    stamp: &Stamp,
    old: User,
    update: &UserUpdate,
    hash: Option<&str>,
) -> Result<Written, Error> {
    check_identity(txn, &old, update)?;
    let (mut new, unknown) = apply(txn, &old, update)?;
    authorize_difference(txn, stamp, &old, &new, &unknown)?;
    let ignored_groups = unknown.refuse(update.unknown_groups)?;
    if !update.patch.metadata.is_keep() {
        check_metadata(txn, new.organization, metaschema::USER, &new.metadata)?;
    }

    let mut changes = changes_between(Some(&old), Some(&new));
    if let Some(hash) = hash {
        txn.set_password(old.organization, old.id, hash)?;
        changes.push(FieldChange::masked("password"));
    }
    if changes.is_empty() {
        let view = UserView::assemble(txn, old)?;
        return Ok(Written { view, ignored_groups });
    }
    new.check_limits()?;
    check_names(txn, Some(&old), &new)?;
    check_password_of(&new, update.password.as_ref())?;
    new.updated_at = stamp.at().max(old.updated_at);
    new.updated_by = Some(stamp.actor());
    new.version = old.version + 1;
    txn.update_user(&old, &new)?;
    stamp.record(txn, TargetKind::User, new.id.id(), changes)?;
    if hash.is_some() || new.status == Status::Disabled {
        sessions::end_all(txn, stamp, &new)?;
    }
    let view = UserView::assemble(txn, new)?;
    Ok(Written { view, ignored_groups })
}

/// Refuses an update that says that it is about somebody else.
fn check_identity(txn: &dyn WriteTransaction, old: &User, update: &UserUpdate) -> Result<(), Error> {
    let Some(identity) = &update.identity else { return Ok(()) };
    match identity.find(txn, old.organization)? {
        Some(named) if named.id == old.id => Ok(()),
        _ => Err(Error::invalid("identity", InvalidReason::Malformed("is not the user's own"))),
    }
}

/// The user as it would be, and what does not exist of the roles and groups that the update names.
fn apply(txn: &dyn WriteTransaction, old: &User, update: &UserUpdate) -> Result<(User, Unknown), Error> {
    let organization = old.organization;
    let patch = update.patch.clone();
    let mut unknown = Unknown::default();
    let roles = patch.roles.clone().try_map(|roles| {
        let (known, missing) = resolve_roles(txn, organization, &roles)?;
        unknown.roles = missing;
        Ok::<_, Error>(known)
    })?;
    let groups = patch.groups.clone().try_map(|groups| {
        let (known, missing) = resolve_groups(txn, organization, &groups)?;
        unknown.groups = missing;
        Ok::<_, Error>(known)
    })?;
    let mut new = patch.with_memberships(roles, groups).apply(old);
    if new.groups != old.groups {
        settle_everyone(txn, organization, old.kind, &mut new.groups)?;
    }
    Ok((new, unknown))
}

/// Authorizes what would be different. A role or group that does not exist would be, if it did.
fn authorize_difference(
    txn: &dyn WriteTransaction,
    stamp: &Stamp,
    old: &User,
    new: &User,
    unknown: &Unknown,
) -> Result<(), Error> {
    let mut sensitive = Sensitive::between(old, new);
    sensitive.roles |= !unknown.roles.is_empty();
    sensitive.groups |= !unknown.groups.is_empty();
    if sensitive == Sensitive::default() {
        return Ok(());
    }
    let grants = grants_of(txn, new)?;
    Ok(policy::authorize_change(stamp.principal(), sensitive, &grants)?)
}
