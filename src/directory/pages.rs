//! Users by pages: each page is one transaction, and a marker says where the next one begins.

use crate::auth::{Caller, Target, policy};
use crate::domain::search::{Condition, Position, Search, Start, UserTrait};
use crate::domain::{Action, Error, Page, PageSize, Principal, UserKind};
use crate::store::ReadTransaction;

use super::markers::Markers;
use super::{Directory, UserView};

/// Which page of the users is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserQuery {
    /// The marker that the page before ended with; none asks for the first page.
    pub marker: Option<String>,
    /// How many users it has at most.
    pub page_size: PageSize,
}

impl Directory {
    /// Lists users of the caller's organization, the oldest first, disabled ones included.
    ///
    /// # Errors
    /// `Forbidden`; `Invalid` for a marker that this list did not give to this caller.
    pub async fn list_users(&self, caller: &Caller, query: UserQuery) -> Result<Page<UserView>, Error> {
        self.list_kind(caller, UserKind::Person, query).await
    }

    /// Lists users of one kind.
    pub(super) async fn list_kind(
        &self,
        caller: &Caller,
        kind: UserKind,
        query: UserQuery,
    ) -> Result<Page<UserView>, Error> {
        let caller = caller.clone();
        self.read(move |txn| list_in(txn, caller.principal(), kind, &query)).await
    }
}

fn list_in(
    txn: &dyn ReadTransaction,
    principal: &Principal,
    kind: UserKind,
    query: &UserQuery,
) -> Result<Page<UserView>, Error> {
    policy::authorize(principal, Action::UsersRead, Target::Collection)?;
    let list = match kind {
        UserKind::Person => "users",
        UserKind::Service => "service accounts",
    };
    let markers = Markers::of(txn, principal, list)?;
    let after = markers.position(query.marker.as_deref())?;
    let start = after.map_or(Start::Offset(0), |id| Start::After(Position { marks: Vec::new(), id }));
    let search = Search { conditions: vec![Condition::Is(UserTrait::Kind(kind))], sort: Vec::new() };
    let slice = txn.search_users(principal.organization, &search, &start, query.page_size.get())?;
    let Page { items, next } = markers.page_of(slice);
    Ok(Page { items: UserView::assemble_all(txn, principal, items)?, next })
}
