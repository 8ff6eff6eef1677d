//! The operations on roles: each translates in, calls the directory, and translates out.
//! It must not know the store or another dialect.

use specgen_runtime::Call;

use crate::auth::Caller;
use crate::directory::{Directory, Reference};
use crate::domain::Search;
use crate::generated::wavefront as wire;

use super::super::repeat::once;
use super::error::{Noun, Subject, failure, list_failure};
use super::from_wire::{self, roles as in_words};
use super::to_wire::roles as on_wire;

pub(super) async fn list(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::GetAllRolesRequest,
) -> wire::GetAllRolesResponse {
    let wire::GetAllRolesRequest { offset, limit } = request;
    let found = async { directory.search_roles(&caller, Search::default(), from_wire::window(offset, limit)?).await };
    found.await.map_or_else(
        |error| failure(call, error, &Subject::default()).into(),
        |found| wire::GetAllRolesResponse::Ok(on_wire::page(found, offset, limit, None)),
    )
}

pub(super) async fn create(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::CreateRoleRequest,
) -> wire::CreateRoleResponse {
    let name = request.body.name.clone();
    let asking = once(caller, request.idempotency_key.as_ref(), on_wire::created);
    let created = directory.create_role(asking, in_words::new_role(request.body)).await;
    created.unwrap_or_else(|error| failure(call, error, &Subject::of(Noun::Role, &name)).into())
}

pub(super) async fn get(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::GetRoleRequest,
) -> wire::GetRoleResponse {
    let found = directory.get_role(&caller, Reference::Id(request.id.clone())).await;
    found.map_or_else(
        |error| failure(call, error, &Subject::of(Noun::Role, &request.id)).into(),
        |view| wire::GetRoleResponse::Ok { etag: view.tag().to_string(), body: on_wire::answer(view) },
    )
}

pub(super) async fn update(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::UpdateRoleRequest,
) -> wire::UpdateRoleResponse {
    let wire::UpdateRoleRequest { id, body, if_match } = request;
    let updated = async {
        let patch = in_words::role_patch(&id, body)?;
        directory.update_role(&caller.provided(if_match), Reference::Id(id.clone()), patch).await
    };
    updated.await.map_or_else(
        |error| failure(call, error, &Subject::of(Noun::Role, &id)).into(),
        |view| wire::UpdateRoleResponse::Ok { etag: view.tag().to_string(), body: on_wire::answer(view) },
    )
}

pub(super) async fn delete(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::DeleteRoleRequest,
) -> wire::DeleteRoleResponse {
    let deleted = directory.delete_role(&caller.provided(request.if_match), Reference::Id(request.id.clone())).await;
    deleted.map_or_else(
        |error| failure(call, error, &Subject::of(Noun::Role, &request.id)).into(),
        |view| wire::DeleteRoleResponse::Ok(on_wire::answer(view)),
    )
}

pub(super) async fn add_assignees(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::AddAssigneesRequest,
) -> wire::AddAssigneesResponse {
    let wire::AddAssigneesRequest { id, body, if_match } = request;
    let assigned =
        directory.assign_role(&caller.provided(if_match), Reference::Id(id.clone()), in_words::assignees(&body)).await;
    assigned.map_or_else(
        |error| list_failure(call, error, Subject::of(Noun::Role, &id), Noun::Assignee, &body).into(),
        |view| wire::AddAssigneesResponse::Ok { etag: view.tag().to_string(), body: on_wire::answer(view) },
    )
}

pub(super) async fn remove_assignees(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::RemoveAssigneesRequest,
) -> wire::RemoveAssigneesResponse {
    let wire::RemoveAssigneesRequest { id, body, if_match } = request;
    let revoked =
        directory.revoke_role(&caller.provided(if_match), Reference::Id(id.clone()), in_words::assignees(&body)).await;
    revoked.map_or_else(
        |error| list_failure(call, error, Subject::of(Noun::Role, &id), Noun::Assignee, &body).into(),
        |view| wire::RemoveAssigneesResponse::Ok { etag: view.tag().to_string(), body: on_wire::answer(view) },
    )
}

pub(super) async fn grant(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::GrantPermissionToRolesRequest,
) -> wire::GrantPermissionToRolesResponse {
    let wire::GrantPermissionToRolesRequest { permission, body } = request;
    let changed = directory.update_roles(&caller, in_words::roles(&body), in_words::granting(permission)).await;
    changed.map_or_else(
        |error| list_failure(call, error, Subject::default(), Noun::Role, &body).into(),
        |views| {
            let view = on_wire::first(views);
            wire::GrantPermissionToRolesResponse::Ok { etag: view.tag().to_string(), body: on_wire::answer(view) }
        },
    )
}

pub(super) async fn revoke(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::RevokePermissionFromRolesRequest,
) -> wire::RevokePermissionFromRolesResponse {
    let wire::RevokePermissionFromRolesRequest { permission, body } = request;
    let changed = directory.update_roles(&caller, in_words::roles(&body), in_words::revoking(permission)).await;
    changed.map_or_else(
        |error| list_failure(call, error, Subject::default(), Noun::Role, &body).into(),
        |views| {
            let view = on_wire::first(views);
            wire::RevokePermissionFromRolesResponse::Ok { etag: view.tag().to_string(), body: on_wire::answer(view) }
        },
    )
}
