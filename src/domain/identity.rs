//! Who a user is, without the rest: what lists of members name it by.

use super::id::UserId;
use super::name::{Email, Username};
use super::user::UserKind;

/// The names of a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Its id.
    pub id: UserId,
    /// What kind of user it is.
    pub kind: UserKind,
    /// Its username.
    pub username: Username,
    /// Its e-mail address.
    pub email: Option<Email>,
}
