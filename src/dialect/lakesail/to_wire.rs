//! From the directory's users to LakeSail's. All eight members are always sent.

use crate::auth::Password;
use crate::directory::UserView;
use crate::domain::{Page, User};
use crate::generated::lakesail::{self as wire, ResetPasswordResponse};

/// The user as this dialect shows it; a value that it does not have is an empty string.
pub(super) fn user(user: User) -> wire::User {
    wire::User {
        id: user.id.to_base32(),
        username: user.username.to_string(),
        email: user.email.map(|email| email.to_string()).unwrap_or_default(),
        first_name: user.first_name.unwrap_or_default(),
        last_name: user.last_name.unwrap_or_default(),
        display_name: user.display_name.unwrap_or_default(),
        created_at: user.created_at.into(),
        updated_at: user.updated_at.into(),
    }
}

/// A page of users; the last one has no marker.
pub(super) fn user_list(page: Page<UserView>) -> wire::UserList {
    wire::UserList { items: page.items.into_iter().map(|view| user(view.user)).collect(), marker: page.next }
}

/// A password that was made up, in the one answer that shows it, which nobody on the way may keep.
pub(super) fn password_reset(password: &Password) -> ResetPasswordResponse {
    let body = wire::PasswordReset { password: password.reveal().to_owned() };
    ResetPasswordResponse::Ok { cache_control: "no-store".to_owned(), body }
}

/// Whom the credentials belong to: always a user, as there are neither root keys nor service accounts here.
pub(super) fn identity(current: User) -> wire::CurrentIdentity {
    wire::CurrentIdentity { user: Some(user(current)), ..wire::CurrentIdentity::default() }
}
