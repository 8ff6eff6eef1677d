//! What callers and users belong to: their organization, and their groups. An organization is a wall, so of all there
//! are, a caller finds its own.

use std::sync::Arc;

use crate::auth::Caller;
use crate::domain::{Action, Error, Group, Kind, Organization, User};
use crate::store::{ReadTransaction, groups_of};

use super::users::authorize_on;
use super::view::organization_of;
use super::{Directory, Reference, UserSelector};

impl Directory {
    /// Gets the organization that is named, if it is the caller's own. It takes no permission to know where one is.
    ///
    /// # Errors
    /// `NotFound` for any other, whether there is such an organization or not.
    pub async fn get_organization(&self, caller: &Caller, named: Reference) -> Result<Organization, Error> {
        let own = caller.principal().organization;
        self.read(move |txn| {
            let found = named.find_organization(txn)?.filter(|organization| organization.id == own);
            found.ok_or_else(|| Error::not_found(Kind::Organization))
        })
        .await
    }

    /// Gets the organization that a user of the caller's organization belongs to.
    ///
    /// # Errors
    /// As [`Directory::get_user`].
    pub async fn organization_of(&self, caller: &Caller, selector: UserSelector) -> Result<Organization, Error> {
        self.read_about(caller, selector, |txn, user| organization_of(txn, user.organization)).await
    }

    /// Lists the groups that a user of the caller's organization is in, the oldest first.
    ///
    /// # Errors
    /// As [`Directory::get_user`].
    pub async fn groups_of(&self, caller: &Caller, selector: UserSelector) -> Result<Vec<Group>, Error> {
        self.read_about(caller, selector, |txn, user| {
            Ok(groups_of(txn, user)?.into_iter().map(Arc::unwrap_or_clone).collect())
        })
        .await
    }

    async fn read_about<T, F>(&self, caller: &Caller, selector: UserSelector, read: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: Fn(&dyn ReadTransaction, &User) -> Result<T, Error> + Send + 'static,
    {
        let caller = caller.clone();
        self.read(move |txn| {
            let found = selector.find(txn, caller.principal().organization)?;
            read(txn, &authorize_on(txn, caller.principal(), Action::UsersRead, found)?)
        })
        .await
    }
}
