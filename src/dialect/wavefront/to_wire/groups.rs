//! Groups as Wavefront's user groups.
//! It must not know why an answer is as it is.

use crate::directory::{Found, GroupView};
use crate::generated::wavefront::{
    CreateUserGroupResponse, PagedUserGroupModel, ResponseContainerPagedUserGroupModel,
    ResponseContainerUserGroupModel, Sorting, UserGroupModel, UserGroupPropertiesDto,
};

use super::{goes_on, identifiers, number, ok, role_dto};

/// A group with its roles and the first of its members.
pub(crate) fn group(view: GroupView) -> UserGroupModel {
    let GroupView { group, organization, mut roles, member_count, members } = view;
    roles.sort_by(|one, other| one.name.cmp(&other.name));
    let is_chosen = Some(!group.builtin);
    UserGroupModel {
        id: group.id.to_uuid(),
        name: group.name,
        description: Some(group.description).filter(|description| !description.is_empty()),
        users: identifiers(&members),
        user_count: number(member_count),
        role_count: i32::try_from(roles.len()).unwrap_or(i32::MAX),
        roles: roles.into_iter().map(|role| role_dto(role, &organization)).collect(),
        properties: UserGroupPropertiesDto {
            name_editable: is_chosen,
            users_editable: is_chosen,
            roles_editable: Some(true),
        },
        created_epoch_millis: group.created_at.timestamp_millis(),
        customer: organization.name,
    }
}

/// A group in the envelope that all operations on one answer with.
pub(crate) fn answer(view: GroupView) -> ResponseContainerUserGroupModel {
    ResponseContainerUserGroupModel { status: ok(), response: group(view) }
}

/// The answer to the creation of a group.
pub(crate) fn created(view: GroupView) -> CreateUserGroupResponse {
    CreateUserGroupResponse::Ok { etag: view.tag().to_string(), body: answer(view) }
}

/// A page of groups.
pub(crate) fn page(
    found: Found<GroupView>,
    offset: i32,
    limit: i32,
    sort: Option<Sorting>,
) -> ResponseContainerPagedUserGroupModel {
    let response = PagedUserGroupModel {
        more_items: goes_on(offset, found.items.len(), found.total),
        items: found.items.into_iter().map(group).collect(),
        offset,
        limit,
        total_items: number(found.total),
        sort,
    };
    ResponseContainerPagedUserGroupModel { status: ok(), response }
}
