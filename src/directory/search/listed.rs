//! What there is to list, and how a part of a list is read in one transaction. Whether it may be is decided before.

use crate::domain::search::{Condition, Search, Searched, Slice, Start};
use crate::domain::{Action, Error, Group, OrganizationId, Principal, Role, User};
use crate::limits::{LISTING_OBJECTS_MAX, LISTING_SORTED_OBJECTS_MAX};
use crate::store::ReadTransaction;

use super::{Found, Window};
use crate::directory::listing::Portion;
use crate::directory::{GroupView, RoleView, UserView};

/// A noun that the directory lists.
pub(super) trait Listed: Searched {
    /// How it is shown.
    type View: Send + 'static;
    /// What listing it is.
    const ACTION: Action;

    /// Reads some neighbours of what fits.
    fn slice(
        txn: &dyn ReadTransaction,
        organization: OrganizationId,
        search: &Search<Self>,
        start: &Start,
        limit: u32,
    ) -> Result<Slice<Self>, Error>;

    /// Counts what fits.
    fn count(
        txn: &dyn ReadTransaction,
        organization: OrganizationId,
        conditions: &[Condition<Self>],
    ) -> Result<u64, Error>;

    /// Reads what belongs to objects.
    fn views(txn: &dyn ReadTransaction, asking: &Principal, objects: Vec<Self>) -> Result<Vec<Self::View>, Error>;
}

macro_rules! listed {
    ($($noun:ty, $view:ty, $action:expr, $search:ident, $count:ident;)*) => {$(
        impl Listed for $noun {
            type View = $view;
            const ACTION: Action = $action;

            fn slice(
                txn: &dyn ReadTransaction,
                organization: OrganizationId,
                search: &Search<Self>,
                start: &Start,
                limit: u32,
            ) -> Result<Slice<Self>, Error> {
                txn.$search(organization, search, start, limit)
            }

            fn count(
                txn: &dyn ReadTransaction,
                organization: OrganizationId,
                conditions: &[Condition<Self>],
            ) -> Result<u64, Error> {
                txn.$count(organization, conditions)
            }

            fn views(
                txn: &dyn ReadTransaction,
                asking: &Principal,
                objects: Vec<Self>,
            ) -> Result<Vec<Self::View>, Error> {
                <$view>::assemble_all(txn, asking, objects)
            }
        }
    )*};
}

listed! {
    User, UserView, Action::UsersRead, search_users, count_users;
    Group, GroupView, Action::GroupsRead, search_groups, count_groups;
    Role, RoleView, Action::RolesRead, search_roles, count_roles;
}

/// Where a list that is read as it is taken goes on, and how many of it are left to take.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) start: Start,
    pub(super) left: Option<u64>,
}

/// Reads a window, and counts all that fits. What is not shown is not kept: objects can be large.
pub(super) fn search_in<N: Listed, T>(
    txn: &dyn ReadTransaction,
    principal: &Principal,
    search: &Search<N>,
    window: Window,
    show: &impl Fn(N::View) -> T,
) -> Result<Found<T>, Error> {
    let organization = principal.organization;
    let total = N::count(txn, organization, &search.conditions)?;
    let mut items = Vec::new();
    let mut start = Some(Start::Offset(window.offset));
    let mut left = window.limit.get();
    while let Some(from) = start.take().filter(|_| left > 0) {
        let slice = N::slice(txn, organization, search, &from, left)?;
        left -= u32::try_from(slice.items.len()).map_err(Error::internal)?;
        let last = slice.items.last().filter(|_| slice.more);
        start = last.map(|last| Start::After(search.position_of(last)));
        items.extend(N::views(txn, principal, slice.items)?.into_iter().map(show));
    }
    Ok(Found { items, total })
}

/// Reads what comes at a place, and says where the list goes on.
pub(super) fn portion_in<N: Listed>(
    txn: &dyn ReadTransaction,
    principal: &Principal,
    search: &Search<N>,
    place: &Place,
) -> Result<Portion<N::View, Place>, Error> {
    let most = if search.sort.len() > 1 { LISTING_SORTED_OBJECTS_MAX } else { LISTING_OBJECTS_MAX };
    let limit = place.left.map_or(most, |left| u32::try_from(left).unwrap_or(most).min(most));
    let slice = N::slice(txn, principal.organization, search, &place.start, limit)?;
    let taken = u64::try_from(slice.items.len()).map_err(Error::internal)?;
    let left = place.left.map(|left| left - taken);
    let last = slice.items.last().filter(|_| slice.more && left != Some(0));
    let next = last.map(|last| Place { start: Start::After(search.position_of(last)), left });
    Ok((N::views(txn, principal, slice.items)?, next))
}
