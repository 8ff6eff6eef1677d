//! Making users: one, several at once, or one where an update finds none.

use std::collections::BTreeSet;

use crate::auth::policy::Sensitive;
use crate::auth::{Denied, Password, Target, policy};
use crate::domain::user::check_texts;
use crate::domain::user_patch::changes_between;
use crate::domain::{
    Action, Email, Error, FieldChange, GroupId, InvalidReason, Kind, Metadata, Permission, RoleId, Status, TargetKind,
    User, UserKind, Username, metaschema,
};
use crate::limits::USERS_PER_REQUEST_MAX;
use crate::store::{ReadTransaction, WriteTransaction};

use super::audit::Stamp;
use super::grants::grants_of;
use super::mail::Invitations;
use super::metaschemas::check_metadata;
use super::names::{check_names, free_username};
use super::passwords::check_password_of;
use super::references::{Reference, Unknown, UnknownGroups, resolve_groups, resolve_roles, settle_everyone};
use super::{Asking, BatchError, Directory, UserView, Written};

/// The permissions of a new user where the request does not say any: an organization's default, which is none.
const PERMISSIONS_DEFAULT: BTreeSet<Permission> = BTreeSet::new();

/// What the creation of a user says.
#[derive(Clone, Debug, Default)]
pub struct NewUser {
    /// What it is.
    pub kind: UserKind,
    /// Its username; without one, it is derived from the e-mail address.
    pub username: Option<Username>,
    /// Its e-mail address.
    pub email: Option<Email>,
    /// Its first name.
    pub first_name: Option<String>,
    /// Its last name.
    pub last_name: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// What it is for, said of service accounts.
    pub description: Option<String>,
    /// Its picture, as a data URL.
    pub avatar: Option<String>,
    /// What others keep with it.
    pub metadata: Option<Metadata>,
    /// Its id with a single-sign-on provider.
    pub sso_id: Option<String>,
    /// Whether it can authenticate.
    pub status: Status,
    /// Its direct permissions; unsaid is the default of the organization, which is none.
    pub permissions: Option<BTreeSet<Permission>>,
    /// Its roles.
    pub roles: BTreeSet<Reference>,
    /// Its groups, beside the one that every person is in.
    pub groups: BTreeSet<Reference>,
    /// What becomes of groups that do not exist.
    pub unknown_groups: UnknownGroups,
    /// Its password; without one, it has none.
    pub password: Option<Password>,
    /// Whether a mail tells it of its account, if it has an e-mail address.
    pub invited: bool,
}

impl NewUser {
    /// Checks what is wrong with the texts whoever asks, before that is looked at.
    ///
    /// # Errors
    /// `Invalid` for the first text that passes its limit.
    pub(super) fn check_texts(&self) -> Result<(), Error> {
        let Self { first_name, last_name, display_name, description, avatar, sso_id, .. } = self;
        let texts = [first_name, last_name, display_name, description, avatar, sso_id];
        check_texts(texts.map(Option::as_deref))
    }
}

impl Directory {
    /// Makes a user in the caller's organization.
    ///
    /// # Errors
    /// `Forbidden`, also where the user could do something that the caller cannot; `Invalid`, also for
    /// unknown roles and groups; `AlreadyExists` for a name that is taken.
    pub async fn create_user<R>(&self, asking: impl Into<Asking<Written, R>> + Send, new: NewUser) -> Result<R, Error>
    where
        R: Send + 'static,
    {
        new.check_texts()?;
        let asking = asking.into();
        let hash = self.hash_new(new.password.clone()).await?;
        let invitations = self.invitations.clone();
        self.write_once(asking, move |txn, stamp| create_in(txn, stamp, &invitations, &new, hash.as_deref())).await
    }

    /// Makes several users, all or none.
    ///
    /// # Errors
    /// As [`Directory::create_user`], and of which user; `Invalid` for more than [`USERS_PER_REQUEST_MAX`].
    pub async fn invite_users<R>(
        &self,
        asking: impl Into<Asking<Vec<Written>, R>> + Send,
        new: Vec<NewUser>,
    ) -> Result<R, BatchError>
    where
        R: Send + 'static,
    {
        let asking = asking.into();
        check_count(new.len())?;
        let mut hashed = Vec::with_capacity(new.len());
        for user in new {
            let hash = self.hash_new(user.password.clone()).await?;
            hashed.push((user, hash));
        }
        let invitations = self.invitations.clone();
        self.write_each_once(asking, hashed, move |txn, stamp, (user, hash)| {
            create_in(txn, stamp, &invitations, user, hash.as_deref())
        })
        .await
    }

    /// Hashes a new password, before the transaction that stores it.
    pub(super) async fn hash_new(&self, password: Option<Password>) -> Result<Option<String>, Error> {
        match password {
            Some(password) => self.passwords.hash(password, self.context.salt()).await.map(Some),
            None => Ok(None),
        }
    }
}

/// Refuses a request about too many users.
pub(super) fn check_count(users: usize) -> Result<(), Error> {
    if users > USERS_PER_REQUEST_MAX {
        return Err(Error::invalid("users", InvalidReason::TooMany { max: USERS_PER_REQUEST_MAX }));
    }
    Ok(())
}

/// Makes a user within a transaction.
pub(super) fn create_in(
    txn: &dyn WriteTransaction,
    stamp: &Stamp,
    invitations: &Invitations,
    new: &NewUser,
    hash: Option<&str>,
) -> Result<Written, Error> {
    policy::authorize(stamp.principal(), Action::UsersCreate, Target::Collection)?;
    stamp.check_none(Kind::User)?;
    let (user, unknown) = draft(txn, stamp, new)?;
    judge_grants(txn, stamp, &user, new)??;
    let ignored_groups = unknown.refuse(new.unknown_groups)?;
    user.check_limits()?;
    check_names(txn, None, &user)?;
    check_password_of(&user, new.password.as_ref())?;
    if let Some(metadata) = &new.metadata {
        check_metadata(txn, user.organization, metaschema::USER, metadata)?;
    }

    txn.insert_user(&user)?;
    let mut changes = changes_between(None, Some(&user));
    if let Some(hash) = hash {
        txn.set_password(user.organization, user.id, hash)?;
        changes.push(FieldChange::masked("password"));
    }
    stamp.record(txn, TargetKind::User, user.id.id(), changes)?;
    if new.invited {
        invitations.queue(txn, stamp, &user)?;
    }
    let view = UserView::assemble(txn, user)?;
    Ok(Written { view, ignored_groups })
}

/// The user as it would be, and what does not exist of the roles and groups that it should have.
fn draft(txn: &dyn WriteTransaction, stamp: &Stamp, new: &NewUser) -> Result<(User, Unknown), Error> {
    let (roles, groups, unknown) = memberships_of(txn, stamp, new)?;
    Ok((user_of(stamp, new, name_of(txn, new)?, roles, groups), unknown))
}

/// The roles and groups of a new user that exist, its system group included, and the names of those that do not.
pub(super) fn memberships_of(
    txn: &dyn ReadTransaction,
    stamp: &Stamp,
    new: &NewUser,
) -> Result<(BTreeSet<RoleId>, BTreeSet<GroupId>, Unknown), Error> {
    let organization = stamp.organization();
    let (roles, unknown_roles) = resolve_roles(txn, organization, &new.roles)?;
    let (mut groups, unknown_groups) = resolve_groups(txn, organization, &new.groups)?;
    settle_everyone(txn, organization, new.kind, &mut groups)?;
    Ok((roles, groups, Unknown { roles: unknown_roles, groups: unknown_groups }))
}

/// The username of a new user: the one that it says, or a free one.
pub(super) fn name_of(txn: &dyn ReadTransaction, new: &NewUser) -> Result<Username, Error> {
    match (&new.username, &new.email) {
        (Some(username), _) => Ok(username.clone()),
        (None, Some(email)) => free_username(txn, email),
        (None, None) => Err(Error::invalid("username", InvalidReason::Missing)),
    }
}

/// The user that a creation says, under a name, with roles and groups that exist.
pub(super) fn user_of(
    stamp: &Stamp,
    new: &NewUser,
    username: Username,
    roles: BTreeSet<RoleId>,
    groups: BTreeSet<GroupId>,
) -> User {
    User {
        kind: new.kind,
        email: new.email.clone(),
        first_name: new.first_name.clone(),
        last_name: new.last_name.clone(),
        display_name: new.display_name.clone(),
        description: new.description.clone(),
        avatar: new.avatar.clone(),
        metadata: new.metadata.clone().unwrap_or_else(Metadata::empty),
        sso_id: new.sso_id.clone(),
        status: new.status,
        permissions: new.permissions.clone().unwrap_or(PERMISSIONS_DEFAULT),
        roles,
        groups,
        created_by: Some(stamp.actor()),
        updated_by: Some(stamp.actor()),
        ..User::new(stamp.id(), stamp.organization(), username, stamp.at())
    }
}

/// Decides whether the caller may make a user who has what it would have.
pub(super) fn judge_grants(
    txn: &dyn ReadTransaction,
    stamp: &Stamp,
    user: &User,
    new: &NewUser,
) -> Result<Result<(), Denied>, Error> {
    let grants = grants_of(txn, user)?;
    let given = Sensitive {
        roles: !new.roles.is_empty(),
        permissions: !user.permissions.is_empty(),
        // The system group of all persons gives too, and a service account that makes one is not in it.
        groups: !new.groups.is_empty() || !grants.within(stamp.principal()),
        ..Sensitive::default()
    };
    Ok(policy::authorize_change(stamp.principal(), given, &grants))
}
