//! Passwords of users: one changes one's own, and managers reset those of others.
//! What a password looks like as it is kept is not known here.

use crate::auth::{Caller, Password, Target, policy};
use crate::domain::{Action, Email, Error, InvalidReason, Kind, Principal, User};
use crate::store::ReadTransaction;

use super::update::change_in;
use super::users::{authorize_on, authorize_on_state};
use super::{Directory, UserSelector, UserUpdate};

impl Directory {
    /// Changes the caller's own password, which must be known. The caller's sessions end, this one included.
    ///
    /// # Errors
    /// `Forbidden` for anybody else's; `Invalid` for a current password that is wrong or was never set, and for a new
    /// one that is common;
    /// `Conflict` if it was changed at the same time; `Throttled` after too many wrong passwords from the caller's address;
    /// `LimitExceeded` if too many passwords are being checked.
    pub async fn change_password(
        &self,
        caller: &Caller,
        selector: UserSelector,
        current: String,
        new: Password,
    ) -> Result<(), Error> {
        let (asking, named) = (caller.clone(), selector.clone());
        let look_up = self.read(move |txn| {
            let user = find_own(txn, asking.principal(), &named)?;
            txn.password(user.organization, user.id)
        });
        let kept = look_up.await?;
        // Who has stolen a session must not find out the password by trying.
        let attempt = self.guesses.begin(Some(caller.principal().user), caller.address(), self.context.now())?;
        let matches = self.passwords.verify(current, kept.clone().filter(|_| attempt.is_open())).await?;
        if attempt.end(matches.then_some(()), self.context.now()).is_none() {
            let reason = InvalidReason::Malformed("is not the current password");
            return Err(Error::invalid("current_password", reason));
        }
        let hash = self.passwords.hash(new.clone(), self.context.salt()).await?;
        self.write_as(caller, move |txn, stamp| {
            let user = find_own(txn, stamp.principal(), &selector)?;
            let user = authorize_on_state(txn, stamp, Action::UsersUpdateSelf, Some(user))?;
            // Hashing took a while: it must still be the password that was known.
            if txn.password(user.organization, user.id)? != kept {
                return Err(Error::Conflict { kind: Kind::User });
            }
            let update = UserUpdate { password: Some(new.clone()), ..UserUpdate::default() };
            change_in(txn, stamp, user, &update, Some(&hash)).map(|_| ())
        })
        .await
    }

    /// Sets a new password that is made up here, and answers it: the only time that it is seen. The user's sessions end.
    ///
    /// # Errors
    /// `NotFound`; `Forbidden` for one who does not manage users, for built-in and external users, and for a
    /// user who can do what the caller cannot.
    pub async fn reset_password(&self, caller: &Caller, selector: UserSelector) -> Result<Password, Error> {
        // One's own password is changed by who knows it: a key that was stolen must not be enough.
        policy::authorize(caller.principal(), Action::UsersUpdate, Target::Collection)?;
        let password = Password::generate(self.context.secret());
        let hash = self.passwords.hash(password.clone(), self.context.salt()).await?;
        self.write_as(caller, move |txn, stamp| {
            let found = selector.find(txn, stamp.organization())?;
            let user = authorize_on_state(txn, stamp, Action::UsersUpdate, found)?;
            change_in(txn, stamp, user, &UserUpdate::default(), Some(&hash)).map(|_| ())
        })
        .await?;
        Ok(password)
    }
}

/// Refuses a new password that anybody would guess who knows the user's names.
pub(super) fn check_password_of(user: &User, password: Option<&Password>) -> Result<(), Error> {
    let email = user.email.as_ref().map(Email::as_str);
    let local_part = email.and_then(|email| email.split_once('@')).map(|(local_part, _)| local_part);
    let names = [&user.first_name, &user.last_name, &user.display_name].into_iter().filter_map(Option::as_deref);
    let called = [Some(user.username.as_str()), email, local_part].into_iter().flatten().chain(names);
    password.map_or(Ok(()), |password| password.check_is_none_of(called))
}

/// Finds the caller's own user by whatever it is named.
fn find_own(txn: &dyn ReadTransaction, principal: &Principal, selector: &UserSelector) -> Result<User, Error> {
    let found = selector.find(txn, principal.organization)?;
    // Only who may update others can tell those who exist from those who do not.
    let user = authorize_on(txn, principal, Action::UsersUpdate, found)?;
    authorize_on(txn, principal, Action::UsersUpdateSelf, Some(user))
}
