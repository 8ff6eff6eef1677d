//! Searches of users, groups and roles: a window with the number of all that fit, or everything, read as it is taken.
//! Searches of users find persons. What the conditions were on a wire is not known here.

mod listed;

use std::sync::Arc;

use crate::auth::{Caller, Target, policy};
use crate::domain::search::{Condition, Search, Start, UserTrait};
use crate::domain::{
    Action, Error, Group, GroupId, Kind, OrganizationId, PageSize, Principal, Role, Status, User, UserKind,
};
use crate::store::ReadTransaction;

use super::listing::listing;
use super::{Directory, GroupView, Listing, Reference, RoleView, UserView};
use listed::{Listed, Place, portion_in, search_in};

/// Which part of what fits is wanted at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// How many of the first are left out.
    pub offset: u64,
    /// How many there are at most.
    pub limit: PageSize,
}

/// Which part of what fits is wanted as it is read. The default is all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// How many of the first are left out.
    pub offset: u64,
    /// How many there are at most.
    pub limit: Option<u64>,
}

/// A part of what fits, and how many fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// The part that was asked for.
    pub items: Vec<T>,
    /// How many fit, this part and all others together.
    pub total: u64,
}

impl Directory {
    /// Searches the persons of the caller's organization, whatever their status.
    ///
    /// # Errors
    /// `Forbidden`; `Invalid` for more than a search may ask for.
    pub async fn search_users(
        &self,
        caller: &Caller,
        search: Search<User>,
        window: Window,
    ) -> Result<Found<UserView>, Error> {
        self.search_users_as(caller, search, window, |view| view).await
    }

    /// Searches as [`Directory::search_users`] does, and keeps of each only what is shown of it.
    ///
    /// # Errors
    /// As [`Directory::search_users`].
    pub async fn search_users_as<T: Send + 'static>(
        &self,
        caller: &Caller,
        search: Search<User>,
        window: Window,
        show: impl Fn(UserView) -> T + Send + 'static,
    ) -> Result<Found<T>, Error> {
        self.search(caller, persons(search), window, show).await
    }

    /// Lists the persons of the caller's organization that fit, whatever their status, as they are read. Who neither
    /// changes places nor comes nor goes meanwhile is listed once.
    ///
    /// # Errors
    /// As [`Directory::search_users`].
    pub async fn stream_users(
        &self,
        caller: &Caller,
        search: Search<User>,
        span: Span,
    ) -> Result<Listing<UserView>, Error> {
        self.stream(caller, persons(search), span).await
    }

    /// Counts the persons of the caller's organization that fit.
    ///
    /// # Errors
    /// As [`Directory::search_users`].
    pub async fn count_users(&self, caller: &Caller, conditions: Vec<Condition<User>>) -> Result<u64, Error> {
        let search = persons(Search { conditions, sort: Vec::new() });
        self.count(caller, search, |txn, organization, conditions| txn.count_users(organization, conditions)).await
    }

    /// Counts the persons of the caller's organization that fit, by status: each that occurs, the active first.
    ///
    /// # Errors
    /// As [`Directory::search_users`].
    pub async fn count_users_by_status(
        &self,
        caller: &Caller,
        conditions: Vec<Condition<User>>,
    ) -> Result<Vec<(Status, u64)>, Error> {
        let search = persons(Search { conditions, sort: Vec::new() });
        self.count(caller, search, |txn, organization, conditions| txn.count_users_by_status(organization, conditions))
            .await
    }

    /// Lists the persons in a group of the caller's organization that fit, as they are read.
    ///
    /// # Errors
    /// As [`Directory::search_users`]; `NotFound` of the group.
    pub async fn stream_members(
        &self,
        caller: &Caller,
        group: Reference,
        search: Search<User>,
        span: Span,
    ) -> Result<Listing<UserView>, Error> {
        let group = self.find_group(caller, group).await?;
        self.stream_users(caller, members(group, search), span).await
    }

    /// Searches the groups of the caller's organization.
    ///
    /// # Errors
    /// `Forbidden`; `Invalid` for more than a search may ask for.
    pub async fn search_groups(
        &self,
        caller: &Caller,
        search: Search<Group>,
        window: Window,
    ) -> Result<Found<GroupView>, Error> {
        self.search(caller, search, window, |view| view).await
    }

    /// Lists the groups of the caller's organization that fit, as they are read.
    ///
    /// # Errors
    /// As [`Directory::search_groups`].
    pub async fn stream_groups(
        &self,
        caller: &Caller,
        search: Search<Group>,
        span: Span,
    ) -> Result<Listing<GroupView>, Error> {
        self.stream(caller, search, span).await
    }

    /// Searches the roles of the caller's organization.
    ///
    /// # Errors
    /// `Forbidden`; `Invalid` for more than a search may ask for.
    pub async fn search_roles(
        &self,
        caller: &Caller,
        search: Search<Role>,
        window: Window,
    ) -> Result<Found<RoleView>, Error> {
        self.search(caller, search, window, |view| view).await
    }

    async fn search<N: Listed, T: Send + 'static>(
        &self,
        caller: &Caller,
        search: Search<N>,
        window: Window,
        show: impl Fn(N::View) -> T + Send + 'static,
    ) -> Result<Found<T>, Error> {
        admit(caller.principal(), &search)?;
        let caller = caller.clone();
        self.read(move |txn| search_in(txn, caller.principal(), &search, window, &show)).await
    }

    async fn count<T, F>(&self, caller: &Caller, search: Search<User>, count: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: Fn(&dyn ReadTransaction, OrganizationId, &[Condition<User>]) -> Result<T, Error> + Send + 'static,
    {
        admit(caller.principal(), &search)?;
        let organization = caller.principal().organization;
        self.read(move |txn| count(txn, organization, &search.conditions)).await
    }

    async fn stream<N: Listed>(
        &self,
        caller: &Caller,
        search: Search<N>,
        span: Span,
    ) -> Result<Listing<N::View>, Error> {
        admit(caller.principal(), &search)?;
        let (directory, caller, search) = (self.clone(), caller.clone(), Arc::new(search));
        let first = Place { start: Start::Offset(span.offset), left: span.limit };
        listing(move |next: Option<Place>| {
            let (directory, caller, search) = (directory.clone(), caller.clone(), Arc::clone(&search));
            let place = next.unwrap_or_else(|| first.clone());
            async move { directory.read(move |txn| portion_in(txn, caller.principal(), &search, &place)).await }
        })
        .await
    }

    /// Finds the group whose members are wanted. Who may not read users is not told whether there is one.
    async fn find_group(&self, caller: &Caller, group: Reference) -> Result<GroupId, Error> {
        policy::authorize(caller.principal(), Action::UsersRead, Target::Collection)?;
        let organization = caller.principal().organization;
        let found = self.read(move |txn| group.find_group(txn, organization)).await?;
        found.map(|group| group.id).ok_or_else(|| Error::not_found(Kind::Group))
    }
}

/// Refuses who may not list this, and what nobody may ask for.
fn admit<N: Listed>(principal: &Principal, search: &Search<N>) -> Result<(), Error> {
    policy::authorize(principal, N::ACTION, Target::Collection)?;
    search.check()
}

fn persons(mut search: Search<User>) -> Search<User> {
    search.conditions.insert(0, Condition::Is(UserTrait::Kind(UserKind::Person)));
    search
}

fn members(group: GroupId, mut search: Search<User>) -> Search<User> {
    search.conditions.insert(0, Condition::Is(UserTrait::Group(group)));
    search
}
