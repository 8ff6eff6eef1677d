//! Roles as Wavefront has them, with some of those who have them.
//! It must not know why an answer is as it is.

use crate::directory::{Found, RoleView};
use crate::generated::wavefront::{
    CreateRoleResponse, PagedRoleDto, ResponseContainerPagedRoleDto, ResponseContainerRoleDto, RoleDto, Sorting,
};

use super::{goes_on, identifiers, number, ok, role_dto, user_group};

/// A role with the first of those who have it.
pub(crate) fn role(view: RoleView) -> RoleDto {
    let RoleView { role, organization, user_count, users, group_count, groups } = view;
    RoleDto {
        linked_accounts_count: Some(number(user_count)),
        sample_linked_accounts: Some(identifiers(&users)),
        linked_groups_count: Some(number(group_count)),
        sample_linked_groups: Some(groups.into_iter().map(|group| user_group(group, &organization)).collect()),
        ..role_dto(role, &organization)
    }
}

/// A role in the envelope that all operations on one answer with.
pub(crate) fn answer(view: RoleView) -> ResponseContainerRoleDto {
    ResponseContainerRoleDto { status: ok(), response: role(view) }
}

/// The first of the roles that a request was about.
pub(crate) fn first(views: Vec<RoleView>) -> RoleView {
    views.into_iter().next().expect("the contract asks for at least one role in the request")
}

/// The answer to the creation of a role.
pub(crate) fn created(view: RoleView) -> CreateRoleResponse {
    CreateRoleResponse::Ok { etag: view.tag().to_string(), body: answer(view) }
}

/// A page of roles.
pub(crate) fn page(
    found: Found<RoleView>,
    offset: i32,
    limit: i32,
    sort: Option<Sorting>,
) -> ResponseContainerPagedRoleDto {
    let response = PagedRoleDto {
        more_items: goes_on(offset, found.items.len(), found.total),
        items: found.items.into_iter().map(role).collect(),
        offset,
        limit,
        total_items: number(found.total),
        sort,
    };
    ResponseContainerPagedRoleDto { status: ok(), response }
}
