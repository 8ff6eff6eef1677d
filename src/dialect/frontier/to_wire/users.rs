//! Users and service users.

use futures::StreamExt;
use specgen_runtime::{Items, Rendered};

use super::{Tagged, count, object, state, text, uuid};
use crate::directory::{Counted, Listing, Showing, UserView, Written};
use crate::domain::{Error, Status, UserKind};
use crate::generated::frontier::{
    CreateUserResponse, CurrentUserReply, CurrentUserReplyServiceuser, User, UserList, UserReply, UserState,
};

/// A user alone, as it is sent.
pub(in super::super) static USER: Showing<Rendered<UserReply>> =
    Showing { name: "frontier user", show: |view| Ok(Rendered::of(&user_reply(&view)?.body)) };

/// Whom the credentials belong to, as it is sent.
pub(in super::super) static CURRENT_USER: Showing<Rendered<CurrentUserReply>> =
    Showing { name: "frontier current user", show: |view| Ok(Rendered::of(&current_user_reply(&view)?)) };

/// A user alone.
///
/// # Errors
/// `Internal` for stored metadata that is no JSON object.
pub(in super::super) fn user_reply(view: &UserView) -> Result<Tagged<UserReply>, Error> {
    Ok(Tagged::new(view.tag(), UserReply { user: user(view)? }))
}

/// The answer to a creation.
///
/// # Errors
/// `Internal` for metadata that was stored and is none.
pub(in super::super) fn created_user(written: Written) -> Result<CreateUserResponse, Error> {
    let Tagged { etag, body } = user_reply(&written.view)?;
    Ok(CreateUserResponse::Ok { etag, body })
}

/// Whom the credentials belong to: a user or a service user.
///
/// # Errors
/// As [`user_reply`].
fn current_user_reply(view: &UserView) -> Result<CurrentUserReply, Error> {
    Ok(match view.user.kind {
        UserKind::Person => CurrentUserReply { user: Some(user(view)?), serviceuser: None },
        UserKind::Service => CurrentUserReply { user: None, serviceuser: Some(service_user(view)?) },
    })
}

/// Some users with their number.
pub(in super::super) fn user_list(found: Counted<UserView>) -> UserList {
    UserList { count: count(found.count), users: users(found.items) }
}

/// Users as they are read.
pub(super) fn users(listing: Listing<UserView>) -> Items<User> {
    Items::new(listing.map(|view| user(&view?)))
}

fn user(view: &UserView) -> Result<User, Error> {
    let user = &view.user;
    Ok(User {
        id: uuid(user.id.id()),
        name: user.username.to_string(),
        title: text(user.display_name.as_ref()),
        email: user.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        metadata: object(&user.metadata)?,
        created_at: user.created_at.into(),
        updated_at: user.updated_at.into(),
        state: match user.status {
            Status::Active => UserState::Enabled,
            Status::Disabled => UserState::Disabled,
        },
        avatar: text(user.avatar.as_ref()),
    })
}

fn service_user(view: &UserView) -> Result<CurrentUserReplyServiceuser, Error> {
    let account = &view.user;
    Ok(CurrentUserReplyServiceuser {
        id: uuid(account.id.id()),
        title: account.display_name.clone().unwrap_or_else(|| account.username.to_string()),
        metadata: object(&account.metadata)?,
        created_at: account.created_at.into(),
        updated_at: account.updated_at.into(),
        state: state(account.status).to_owned(),
        org_id: account.organization.to_uuid(),
    })
}
