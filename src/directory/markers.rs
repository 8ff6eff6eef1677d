//! Markers: where one list of one caller goes on after a page. Pages are found by key, so what is made or deleted
//! between two of them neither repeats nor hides anything else. It must not know what is listed.

use crate::auth::Cursors;
use crate::domain::search::{Searched, Slice};
use crate::domain::{Error, Id, InvalidReason, Page, PageSize, Principal};
use crate::store::ReadTransaction;

/// The markers of one list, of use to one principal only.
pub(super) struct Markers(Cursors);

impl Markers {
    /// The markers that this principal gets from the list of this name.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) fn of(txn: &dyn ReadTransaction, principal: &Principal, list: &str) -> Result<Self, Error> {
        let key = txn.installation_key()?.ok_or_else(|| Error::internal("the installation has no key"))?;
        Ok(Self(Cursors::new(&key, principal, list)))
    }

    /// Where the list goes on; from its beginning where there is no marker.
    ///
    /// # Errors
    /// `Invalid` for a marker that this list did not give to this principal.
    pub(super) fn position<T: From<Id>>(&self, marker: Option<&str>) -> Result<Option<T>, Error> {
        let foreign = || Error::invalid("marker", InvalidReason::Malformed("is not a marker of this list"));
        marker.map(|marker| self.0.verify(marker).map(T::from).ok_or_else(foreign)).transpose()
    }

    /// The page that these entries make: one more was asked for than it has, which only shows that there are more.
    pub(super) fn page<T>(&self, mut entries: Vec<T>, size: PageSize, id: impl Fn(&T) -> Id) -> Page<T> {
        let size = usize::try_from(size.get()).unwrap_or(usize::MAX);
        let more = entries.len() > size;
        entries.truncate(size);
        self.page_until(entries, more, id)
    }

    /// The page that these entries make, with a marker if there are more.
    pub(super) fn page_until<T>(&self, items: Vec<T>, more: bool, id: impl Fn(&T) -> Id) -> Page<T> {
        let next = items.last().filter(|_| more).map(|last| self.0.mint(id(last)));
        Page { items, next }
    }

    /// The page that a slice makes.
    pub(super) fn page_of<N: Searched>(&self, slice: Slice<N>) -> Page<N> {
        self.page_until(slice.items, slice.more, N::id)
    }
}
