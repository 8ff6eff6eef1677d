//! The operations that give permissions directly to users and take them away.
//! It must not know the store or another dialect.

use specgen_runtime::Call;

use crate::auth::Caller;
use crate::directory::Directory;
use crate::generated::wavefront as wire;

use super::error::{Subject, batch_failure, failure};
use super::from_wire::{self, users as in_words};
use super::to_wire::users as on_wire;

pub(super) async fn grant(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::GrantUserPermissionRequest,
) -> wire::GrantUserPermissionResponse {
    let wire::GrantUserPermissionRequest { id, body, if_match } = request;
    let update = in_words::granting(body.unwrap_or_default());
    let written = directory.update_user(&caller.provided(if_match), from_wire::account(id.as_str()), update).await;
    written.map_or_else(
        |error| failure(call, error, &Subject::only(id.as_str())).into(),
        |written| wire::GrantUserPermissionResponse::Ok {
            etag: written.view.tag().to_string(),
            body: on_wire::user(written.view),
        },
    )
}

pub(super) async fn revoke(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::RevokeUserPermissionRequest,
) -> wire::RevokeUserPermissionResponse {
    let wire::RevokeUserPermissionRequest { id, body, if_match } = request;
    let update = in_words::revoking(body.unwrap_or_default());
    let written = directory.update_user(&caller.provided(if_match), from_wire::account(id.as_str()), update).await;
    written.map_or_else(
        |error| failure(call, error, &Subject::only(id.as_str())).into(),
        |written| wire::RevokeUserPermissionResponse::Ok {
            etag: written.view.tag().to_string(),
            body: on_wire::user(written.view),
        },
    )
}

pub(super) async fn grant_to_many(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::GrantPermissionToUsersRequest,
) -> wire::GrantPermissionToUsersResponse {
    let wire::GrantPermissionToUsersRequest { permission, body: identifiers } = request;
    let accounts = from_wire::accounts(&identifiers);
    let granted = directory.grant_permission(&caller, accounts, from_wire::permission(permission)).await;
    granted.map_or_else(
        |error| batch_failure(call, error, &identifiers).into(),
        |views| {
            let view = on_wire::first(views);
            wire::GrantPermissionToUsersResponse::Ok { etag: view.tag().to_string(), body: on_wire::user(view) }
        },
    )
}

pub(super) async fn revoke_from_many(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::RevokePermissionFromUsersRequest,
) -> wire::RevokePermissionFromUsersResponse {
    let wire::RevokePermissionFromUsersRequest { permission, body: identifiers } = request;
    let accounts = from_wire::accounts(&identifiers);
    let revoked = directory.revoke_permission(&caller, accounts, from_wire::permission(permission)).await;
    revoked.map_or_else(
        |error| batch_failure(call, error, &identifiers).into(),
        |views| {
            let view = on_wire::first(views);
            wire::RevokePermissionFromUsersResponse::Ok { etag: view.tag().to_string(), body: on_wire::user(view) }
        },
    )
}
