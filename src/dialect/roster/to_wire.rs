//! From what the directory answers to the answers of Roster's own API.

use crate::directory::NewKeyView;
use crate::generated::roster::{self as wire, CreateUserKeyResponse};

/// The state of a server that is well.
pub(super) fn health() -> wire::Health {
    wire::Health { status: "ok".to_owned() }
}

/// A new key, in the one answer that shows it, which nobody on the way may keep.
pub(super) fn created(made: NewKeyView) -> CreateUserKeyResponse {
    CreateUserKeyResponse::Created { cache_control: "no-store".to_owned(), body: user_key(made) }
}

fn user_key(made: NewKeyView) -> wire::UserKey {
    wire::UserKey {
        id: made.credential.id.to_base32(),
        key: made.key.reveal().to_owned(),
        user_id: made.credential.user.to_base32(),
        username: made.username.to_string(),
        description: made.credential.description,
        created_at: made.credential.created_at.into(),
        expires_at: made.credential.expires_at.map(Into::into),
    }
}
