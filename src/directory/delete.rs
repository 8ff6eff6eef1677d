//! Deleting users, with everything that is only theirs.

use crate::auth::Caller;
use crate::domain::user_patch::changes_between;
use crate::domain::{Action, Error, TargetKind};
use crate::store::WriteTransaction;

use super::audit::Stamp;
use super::create::check_count;
use super::credentials::record_deletion;
use super::users::authorize_on_state;
use super::{BatchError, Directory, UserSelector};

impl Directory {
    /// Deletes a user of the caller's organization with its names, its password and its keys.
    ///
    /// # Errors
    /// `NotFound`; `Forbidden` for oneself, for built-in and external users, and for a user who can do what the
    /// caller cannot.
    pub async fn delete_user(&self, caller: &Caller, selector: UserSelector) -> Result<(), Error> {
        self.write_as(caller, move |txn, stamp| delete_in(txn, stamp, &selector)).await
    }

    /// Deletes all who exist of several users, or none. Tells of each whether there was such a user; one who is
    /// named twice is there only once.
    ///
    /// # Errors
    /// As [`Directory::delete_user`] but for `NotFound`, and of which user; `Invalid` for more than
    /// [`crate::limits::USERS_PER_REQUEST_MAX`].
    pub async fn delete_users(&self, caller: &Caller, selectors: Vec<UserSelector>) -> Result<Vec<bool>, BatchError> {
        check_count(selectors.len())?;
        self.write_each(caller, selectors, move |txn, stamp, selector| match delete_in(txn, stamp, selector) {
            Ok(()) => Ok(true),
            Err(Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error),
        })
        .await
    }
}

fn delete_in(txn: &dyn WriteTransaction, stamp: &Stamp, selector: &UserSelector) -> Result<(), Error> {
    let found = selector.find(txn, stamp.organization())?;
    let user = authorize_on_state(txn, stamp, Action::UsersDelete, found)?;
    for credential in txn.credentials_of(user.organization, user.id)? {
        record_deletion(txn, stamp.author(), &credential)?;
    }
    txn.delete_user(&user)?;
    stamp.record(txn, TargetKind::User, user.id.id(), changes_between(Some(&user), None))
}
