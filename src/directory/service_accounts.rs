//! Service accounts: users that are programs. They share names, keys, roles and permissions with persons, and are
//! found, changed and deleted as users are, by [`UserSelector::ServiceAccount`]; here is what only they have.

use crate::auth::Caller;
use crate::domain::{Change, Error, Page, UserKind, UserPatch, Username};

use super::{Asking, Directory, NewUser, UserQuery, UserSelector, UserUpdate, UserView, Written};

/// What the creation of a service account says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewServiceAccount {
    /// Its username.
    pub username: Username,
    /// What it is for.
    pub description: Option<String>,
}

/// What a partial update of a service account says. The default says nothing at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceAccountUpdate {
    /// The username, which cannot be empty.
    pub username: Option<Username>,
    /// What it is for.
    pub description: Change<String>,
}

impl Directory {
    /// Makes a service account in the caller's organization. It may do nothing but manage its own account.
    ///
    /// # Errors
    /// As [`Directory::create_user`].
    pub async fn create_service_account<R>(
        &self,
        asking: impl Into<Asking<UserView, R>> + Send,
        new: NewServiceAccount,
    ) -> Result<R, Error>
    where
        R: Send + 'static,
    {
        let new = NewUser {
            kind: UserKind::Service,
            username: Some(new.username),
            description: new.description,
            ..NewUser::default()
        };
        self.create_user(asking.into().made_of(|written: Written| written.view), new).await
    }

    /// Changes a service account of the caller's organization.
    ///
    /// # Errors
    /// As [`Directory::update_user`].
    pub async fn update_service_account(
        &self,
        caller: &Caller,
        id: String,
        update: ServiceAccountUpdate,
    ) -> Result<UserView, Error> {
        let ServiceAccountUpdate { username, description } = update;
        let patch = UserPatch { username, description, ..UserPatch::default() };
        let update = UserUpdate { patch, ..UserUpdate::default() };
        let written = self.update_user(caller, UserSelector::ServiceAccount(id), update).await?;
        Ok(written.view)
    }

    /// Lists service accounts of the caller's organization, the oldest first.
    ///
    /// # Errors
    /// As [`Directory::list_users`].
    pub async fn list_service_accounts(&self, caller: &Caller, query: UserQuery) -> Result<Page<UserView>, Error> {
        self.list_kind(caller, UserKind::Service, query).await
    }
}
