//! Reading users, and finding the one that something is to be done to.

use crate::auth::{Caller, Target, policy};
use crate::domain::{Action, Error, Kind, Principal, User};
use crate::store::Lookups;

use super::audit::Stamp;
use super::create::check_count;
use super::grants::grants_of;
use super::{Directory, UserSelector, UserView};

impl Directory {
    /// Gets a user of the caller's organization.
    ///
    /// # Errors
    /// `NotFound`; `Forbidden` for one who may not read users, whether there is such a user or not.
    pub async fn get_user(&self, caller: &Caller, selector: UserSelector) -> Result<UserView, Error> {
        let caller = caller.clone();
        self.look_up(move |txn| {
            let principal = caller.principal();
            let found = selector.find(txn, principal.organization)?;
            let user = authorize_on(txn, principal, Action::UsersRead, found)?;
            UserView::assemble(txn, user)
        })
        .await
    }

    /// Finds several users of the caller's organization, in the order asked for; `None` for one who is not there.
    ///
    /// # Errors
    /// `Forbidden` for one who may not read users; `Invalid` for more than
    /// [`crate::limits::USERS_PER_REQUEST_MAX`].
    pub async fn find_users(
        &self,
        caller: &Caller,
        selectors: Vec<UserSelector>,
    ) -> Result<Vec<Option<UserView>>, Error> {
        check_count(selectors.len())?;
        let caller = caller.clone();
        self.read(move |txn| {
            let principal = caller.principal();
            let view = |selector: &UserSelector| {
                let found = selector.find(txn, principal.organization)?;
                match authorize_on(txn, principal, Action::UsersRead, found) {
                    Ok(user) => UserView::assemble(txn, user).map(Some),
                    Err(Error::NotFound { .. }) => Ok(None),
                    Err(error) => Err(error),
                }
            };
            selectors.iter().map(view).collect()
        })
        .await
    }
}

/// Authorizes a change of the one user that a request is about, who is in the state that it asks for, if it asks.
///
/// # Errors
/// As [`authorize_on`]; then `PreconditionFailed`.
pub(super) fn authorize_on_state(
    txn: &dyn Lookups,
    stamp: &Stamp,
    action: Action,
    found: Option<User>,
) -> Result<User, Error> {
    let user = authorize_on(txn, stamp.principal(), action, found)?;
    stamp.check_state(Kind::User, || Ok(UserView::assemble(txn, user.clone())?.tag()))?;
    Ok(user)
}

/// Authorizes an action on a user that was looked for, found or not.
///
/// # Errors
/// `NotFound` or `Forbidden`, as the policy says.
pub(super) fn authorize_on(
    txn: &dyn Lookups,
    principal: &Principal,
    action: Action,
    found: Option<User>,
) -> Result<User, Error> {
    let Some(user) = found else {
        policy::authorize(principal, action, Target::Absent(Kind::User))?;
        return Err(Error::not_found(Kind::User));
    };
    let grants = grants_of(txn, &user)?;
    policy::authorize(principal, action, Target::user(&user, &grants))?;
    Ok(user)
}
