//! Users by pages: each page is one transaction, and a marker says where the next one begins.
//! Pages are found by key, so what is made or deleted between two of them neither repeats nor hides anybody else.

use crate::auth::{Caller, Cursors, Target, policy};
use crate::domain::{Action, Error, InvalidReason, Page, PageSize, Principal, UserId};
use crate::store::ReadTransaction;

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
        let caller = caller.clone();
        self.read(move |txn| list_in(txn, caller.principal(), &query)).await
    }
}

fn list_in(txn: &dyn ReadTransaction, principal: &Principal, query: &UserQuery) -> Result<Page<UserView>, Error> {
    policy::authorize(principal, Action::UsersRead, Target::Collection)?;
    let key = txn.installation_key()?.ok_or_else(|| Error::internal("the installation has no key"))?;
    let cursors = Cursors::new(&key, principal, "users");
    let verify = |marker: &String| cursors.verify(marker).map(UserId::from).ok_or_else(foreign);
    let after = query.marker.as_ref().map(verify).transpose()?;
    let entries = usize::try_from(query.page_size.get()).map_err(Error::internal)?;
    // The one that is too many only shows that there is another page.
    let mut users = txn.users_page(principal.organization, after, query.page_size.get() + 1)?;
    let more = users.len() > entries;
    users.truncate(entries);
    let next = users.last().filter(|_| more).map(|last| cursors.mint(last.id.id()));
    let items = UserView::assemble_all(txn, principal, users)?;
    Ok(Page { items, next })
}

fn foreign() -> Error {
    Error::invalid("marker", InvalidReason::Malformed("is not a marker of this list"))
}
