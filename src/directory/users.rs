//! Reading users, and finding the one that something is to be done to.

use crate::auth::{Caller, Grants, Target, policy};
use crate::domain::{Action, Error, Kind, Principal, User};
use crate::store::ReadTransaction;

use super::{Directory, UserSelector, UserView};

impl Directory {
    /// Gets a user of the caller's organization.
    ///
    /// # Errors
    /// `NotFound`; `Forbidden` for one who may not read users, whether there is such a user or not.
    pub async fn get_user(&self, caller: &Caller, selector: UserSelector) -> Result<UserView, Error> {
        self.view_user(caller, Action::UsersRead, selector).await
    }

    /// Gets the caller's own user.
    ///
    /// # Errors
    /// `NotFound` if it was deleted a moment ago.
    pub async fn get_current_user(&self, caller: &Caller) -> Result<UserView, Error> {
        self.view_user(caller, Action::UsersReadSelf, UserSelector::oneself(caller)).await
    }

    async fn view_user(&self, caller: &Caller, action: Action, selector: UserSelector) -> Result<UserView, Error> {
        let caller = caller.clone();
        self.read(move |txn| {
            let principal = caller.principal();
            let found = selector.find(txn, principal.organization)?;
            let user = authorize_on(txn, principal, action, found)?;
            UserView::assemble(txn, principal, user)
        })
        .await
    }
}

/// Authorizes an action on a user that was looked for, found or not.
///
/// # Errors
/// `NotFound` or `Forbidden`, as the policy says.
pub(super) fn authorize_on(
    txn: &dyn ReadTransaction,
    principal: &Principal,
    action: Action,
    found: Option<User>,
) -> Result<User, Error> {
    let Some(user) = found else {
        policy::authorize(principal, action, Target::Absent(Kind::User))?;
        return Err(Error::not_found(Kind::User));
    };
    let grants = Grants::of(&user, &txn.roles_of(user.organization, user.id)?);
    policy::authorize(principal, action, Target::user(&user, &grants))?;
    Ok(user)
}
