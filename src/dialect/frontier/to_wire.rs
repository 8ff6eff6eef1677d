//! From the directory's words to Frontier's: a user with all members, empty strings for what it does not have.
//! It must not know who asked.

use specgen_runtime::Uuid;

use crate::directory::UserView;
use crate::domain::{Error, Status};
use crate::generated::frontier::{CurrentUserReply, User, UserReply, UserState};

/// A user alone.
///
/// # Errors
/// `Internal` for stored metadata that is no JSON object.
pub(super) fn user_reply(view: &UserView) -> Result<UserReply, Error> {
    Ok(UserReply { user: user(view)? })
}

/// The user that the credentials belong to.
///
/// # Errors
/// As [`user_reply`].
pub(super) fn current_user_reply(view: &UserView) -> Result<CurrentUserReply, Error> {
    Ok(CurrentUserReply { user: user(view)?, serviceuser: None })
}

fn user(view: &UserView) -> Result<User, Error> {
    let user = &view.user;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    Ok(User {
        id: Uuid::from_bytes(user.id.id().to_uuid_bytes()),
        name: user.username.to_string(),
        title: text(&user.display_name),
        email: user.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        metadata: serde_json::from_str(user.metadata.as_str()).map_err(Error::internal)?,
        created_at: user.created_at.into(),
        updated_at: user.updated_at.into(),
        state: match user.status {
            Status::Active => UserState::Enabled,
            Status::Disabled => UserState::Disabled,
        },
        avatar: text(&user.avatar),
    })
}
