//! The operations on users: each translates in, calls the directory, and translates out.
//! It must not know the store or another dialect.

use futures::TryStreamExt as _;
use specgen_runtime::{Call, Items};

use crate::auth::Caller;
use crate::directory::{Directory, Span};
use crate::domain::search::Search;
use crate::generated::wavefront as wire;

use super::super::repeat::once;
use super::error::{Subject, batch_failure, failure};
use super::from_wire::{self, users as in_words};
use super::to_wire::{self, users as on_wire};

pub(super) async fn create(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::CreateUserRequest,
) -> wire::CreateUserResponse {
    let wire::CreateUserRequest { send_email, idempotency_key, body } = request;
    let identifier = body.email_address.clone();
    let asking = once(caller, idempotency_key.as_ref(), on_wire::created);
    let written = async { directory.create_user(asking, in_words::new_user(body, send_email)?).await };
    written.await.unwrap_or_else(|error| failure(call, error, &Subject::only(&identifier)).into())
}

pub(super) async fn invite(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::InviteUsersRequest,
) -> wire::InviteUsersResponse {
    let identifiers = in_words::addresses(&request.body);
    let asking = once(caller, request.idempotency_key.as_ref(), on_wire::invited);
    let written = async { directory.invite_users(asking, in_words::new_users(request.body)?).await };
    written.await.unwrap_or_else(|error| batch_failure(call, error, &identifiers).into())
}

pub(super) async fn get_all(directory: &Directory, call: &Call, caller: Caller) -> wire::GetAllUsersResponse {
    let listing = directory.stream_users(&caller, Search::default(), Span::default()).await;
    listing.map_or_else(
        |error| failure(call, error, &Subject::default()).into(),
        |listing| wire::GetAllUsersResponse::Ok(Items::new(listing.map_ok(on_wire::user))),
    )
}

pub(super) async fn get(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::GetUserRequest,
) -> wire::GetUserResponse {
    let found = directory.show_user(&caller, from_wire::person(&request.id), &on_wire::USER).await;
    found.map_or_else(
        |error| failure(call, error, &Subject::only(request.id.as_str())).into(),
        |shown| wire::GetUserResponse::Ok { etag: shown.tag, body: shown.body },
    )
}

pub(super) async fn update(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::UpdateUserRequest,
) -> wire::UpdateUserResponse {
    let wire::UpdateUserRequest { id, body, if_match } = request;
    let written = async {
        let update = in_words::user_update(body.unwrap_or_default())?;
        directory.update_user(&caller.provided(if_match), from_wire::person(&id), update).await
    };
    written.await.map_or_else(
        |error| failure(call, error, &Subject::only(id.as_str())).into(),
        |written| wire::UpdateUserResponse::Ok {
            etag: written.view.tag().to_string(),
            body: on_wire::updated(written),
        },
    )
}

pub(super) async fn delete(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::DeleteUserRequest,
) -> wire::DeleteUserResponse {
    let identifier = request.id.as_str();
    let deleted = directory.delete_user(&caller.provided(request.if_match), from_wire::account(identifier)).await;
    deleted.map_or_else(
        |error| failure(call, error, &Subject::only(identifier)).into(),
        |()| wire::DeleteUserResponse::Ok(to_wire::done()),
    )
}

pub(super) async fn delete_many(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::DeleteMultipleUsersRequest,
) -> wire::DeleteMultipleUsersResponse {
    let identifiers = request.body.unwrap_or_default();
    let deleted = directory.delete_users(&caller, from_wire::accounts(&identifiers)).await;
    deleted.map_or_else(
        |error| batch_failure(call, error, &identifiers).into(),
        |were_there| wire::DeleteMultipleUsersResponse::Ok(on_wire::deleted(&identifiers, &were_there)),
    )
}

pub(super) async fn validate(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::ValidateUsersRequest,
) -> wire::ValidateUsersResponse {
    let identifiers = request.body.unwrap_or_default();
    let found = directory.find_users(&caller, from_wire::accounts(&identifiers)).await;
    found.map_or_else(
        |error| failure(call, error, &Subject::default()).into(),
        |found| wire::ValidateUsersResponse::Ok(on_wire::validated(&identifiers, found)),
    )
}

pub(super) async fn get_functions(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::GetUserBusinessFunctionsRequest,
) -> wire::GetUserBusinessFunctionsResponse {
    let identifier = request.id.as_str();
    let found = directory.get_user(&caller, from_wire::account(identifier)).await;
    found.map_or_else(
        |error| failure(call, error, &Subject::only(identifier)).into(),
        |view| wire::GetUserBusinessFunctionsResponse::Ok {
            etag: view.tag().to_string(),
            body: on_wire::with_functions(view),
        },
    )
}

pub(super) async fn join_groups(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::AddUserToUserGroupsRequest,
) -> wire::AddUserToUserGroupsResponse {
    let wire::AddUserToUserGroupsRequest { id, body, if_match } = request;
    let update = in_words::joining(body.unwrap_or_default());
    let written = directory.update_user(&caller.provided(if_match), from_wire::person(&id), update).await;
    written.map_or_else(
        |error| failure(call, error, &Subject::only(id.as_str())).into(),
        |written| wire::AddUserToUserGroupsResponse::Ok {
            etag: written.view.tag().to_string(),
            body: on_wire::user(written.view),
        },
    )
}

pub(super) async fn leave_groups(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::RemoveUserFromUserGroupsRequest,
) -> wire::RemoveUserFromUserGroupsResponse {
    let wire::RemoveUserFromUserGroupsRequest { id, body, if_match } = request;
    let update = in_words::leaving(body.unwrap_or_default());
    let written = directory.update_user(&caller.provided(if_match), from_wire::person(&id), update).await;
    written.map_or_else(
        |error| failure(call, error, &Subject::only(id.as_str())).into(),
        |written| wire::RemoveUserFromUserGroupsResponse::Ok {
            etag: written.view.tag().to_string(),
            body: on_wire::user(written.view),
        },
    )
}
