//! The operations on user groups: each translates in, calls the directory, and translates out.
//! It must not know the store or another dialect.

use specgen_runtime::Call;

use crate::auth::Caller;
use crate::directory::{Directory, Reference};
use crate::domain::Search;
use crate::generated::wavefront as wire;

use super::super::repeat::once;
use super::error::{Noun, Subject, failure, list_failure};
use super::from_wire::{self, groups as in_words};
use super::to_wire::groups as on_wire;

pub(super) async fn list(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::GetAllUserGroupsRequest,
) -> wire::GetAllUserGroupsResponse {
    let wire::GetAllUserGroupsRequest { offset, limit } = request;
    let found = async { directory.search_groups(&caller, Search::default(), from_wire::window(offset, limit)?).await };
    found.await.map_or_else(
        |error| failure(call, error, &Subject::default()).into(),
        |found| wire::GetAllUserGroupsResponse::Ok(on_wire::page(found, offset, limit, None)),
    )
}

pub(super) async fn create(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::CreateUserGroupRequest,
) -> wire::CreateUserGroupResponse {
    let name = request.body.name.clone();
    let asking = once(caller, request.idempotency_key.as_ref(), on_wire::created);
    let created = directory.create_group(asking, in_words::new_group(request.body)).await;
    created.unwrap_or_else(|error| failure(call, error, &Subject::of(Noun::Group, &name)).into())
}

pub(super) async fn get(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::GetUserGroupRequest,
) -> wire::GetUserGroupResponse {
    let found = directory.get_group(&caller, Reference::Id(request.id.clone())).await;
    found.map_or_else(
        |error| failure(call, error, &Subject::of(Noun::Group, &request.id)).into(),
        |view| wire::GetUserGroupResponse::Ok { etag: view.tag().to_string(), body: on_wire::answer(view) },
    )
}

pub(super) async fn update(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::UpdateUserGroupRequest,
) -> wire::UpdateUserGroupResponse {
    let wire::UpdateUserGroupRequest { id, body, if_match } = request;
    let updated = async {
        let patch = in_words::group_patch(&id, body.unwrap_or_default())?;
        directory.update_group(&caller.provided(if_match), Reference::Id(id.clone()), patch).await
    };
    updated.await.map_or_else(
        |error| failure(call, error, &Subject::of(Noun::Group, &id)).into(),
        |view| wire::UpdateUserGroupResponse::Ok { etag: view.tag().to_string(), body: on_wire::answer(view) },
    )
}

pub(super) async fn delete(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::DeleteUserGroupRequest,
) -> wire::DeleteUserGroupResponse {
    let deleted = directory.delete_group(&caller.provided(request.if_match), Reference::Id(request.id.clone())).await;
    deleted.map_or_else(
        |error| failure(call, error, &Subject::of(Noun::Group, &request.id)).into(),
        |view| wire::DeleteUserGroupResponse::Ok(on_wire::answer(view)),
    )
}

pub(super) async fn add_users(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::AddUsersToUserGroupRequest,
) -> wire::AddUsersToUserGroupResponse {
    let wire::AddUsersToUserGroupRequest { id, body, if_match } = request;
    let users = body.unwrap_or_default();
    let selectors = users.iter().map(from_wire::person).collect();
    let changed = directory.add_members(&caller.provided(if_match), Reference::Id(id.clone()), selectors).await;
    changed.map_or_else(
        |error| list_failure(call, error, Subject::of(Noun::Group, &id), Noun::User, &users).into(),
        |view| wire::AddUsersToUserGroupResponse::Ok { etag: view.tag().to_string(), body: on_wire::answer(view) },
    )
}

pub(super) async fn remove_users(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::RemoveUsersFromUserGroupRequest,
) -> wire::RemoveUsersFromUserGroupResponse {
    let wire::RemoveUsersFromUserGroupRequest { id, body, if_match } = request;
    let users = body.unwrap_or_default();
    let selectors = users.iter().map(from_wire::person).collect();
    let changed = directory.remove_members(&caller.provided(if_match), Reference::Id(id.clone()), selectors).await;
    changed.map_or_else(
        |error| list_failure(call, error, Subject::of(Noun::Group, &id), Noun::User, &users).into(),
        |view| wire::RemoveUsersFromUserGroupResponse::Ok { etag: view.tag().to_string(), body: on_wire::answer(view) },
    )
}

pub(super) async fn add_roles(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::AddRolesToUserGroupRequest,
) -> wire::AddRolesToUserGroupResponse {
    let wire::AddRolesToUserGroupRequest { id, body, if_match } = request;
    let changed =
        directory.update_group(&caller.provided(if_match), Reference::Id(id.clone()), in_words::adding(body)).await;
    changed.map_or_else(
        |error| failure(call, error, &Subject::of(Noun::Group, &id).with_list()).into(),
        |view| wire::AddRolesToUserGroupResponse::Ok { etag: view.tag().to_string(), body: on_wire::answer(view) },
    )
}

pub(super) async fn remove_roles(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::RemoveRolesFromUserGroupRequest,
) -> wire::RemoveRolesFromUserGroupResponse {
    let wire::RemoveRolesFromUserGroupRequest { id, body, if_match } = request;
    let changed =
        directory.update_group(&caller.provided(if_match), Reference::Id(id.clone()), in_words::removing(body)).await;
    changed.map_or_else(
        |error| failure(call, error, &Subject::of(Noun::Group, &id).with_list()).into(),
        |view| wire::RemoveRolesFromUserGroupResponse::Ok { etag: view.tag().to_string(), body: on_wire::answer(view) },
    )
}
