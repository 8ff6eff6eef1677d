//! From the requests of Roster's own API to what the directory is asked.

use crate::directory::{Expiry, NewKey, UserSelector};
use crate::generated::roster as wire;

/// The user that a path names, in any of its ways.
pub(super) fn selector(user: String) -> UserSelector {
    UserSelector::Any(user)
}

/// The key to be made.
pub(super) fn new_key(body: wire::NewUserKey) -> NewKey {
    let expires = body.expires_at.map_or(Expiry::Never, |end| Expiry::At(end.into()));
    NewKey { description: body.description, expires }
}
