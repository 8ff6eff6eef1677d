//! From the directory's answers to Wavefront's models.
//! It must not know why an answer is as it is.

use crate::directory::{UserView, Written};
use crate::domain::{Group, Organization, Role};
use crate::generated::wavefront::{
    CreateUserResponse, ResponseStatus, ResponseStatusResult, RoleDto, RolePropertiesDto, UserGroup,
    UserGroupPropertiesDto, UserModel, UserModelInEnvelope,
};

/// The user alone, as most operations answer it.
pub(super) fn user(view: UserView) -> UserModel {
    let UserView { user, organization, mut roles, mut groups, .. } = view;
    roles.sort_by(|one, other| one.name.cmp(&other.name));
    groups.sort_by(|one, other| one.name.cmp(&other.name));
    UserModel {
        identifier: user.email.map_or_else(|| user.username.to_string(), |email| email.to_string()),
        sso_id: user.sso_id,
        last_successful_login: user.last_login_at.map(|at| at.timestamp_millis()),
        groups: user.permissions.iter().map(ToString::to_string).collect(),
        user_groups: groups.into_iter().map(|group| user_group(group, &organization)).collect(),
        roles: roles.into_iter().map(|role| role_dto(role, &organization)).collect(),
        customer: organization.name,
    }
}

/// The first of the users that a request was about.
pub(super) fn first(views: impl IntoIterator<Item = UserView>) -> UserModel {
    user(views.into_iter().next().expect("the contract asks for at least one user in the request"))
}

/// The answer to a creation: 202 where user groups were left out.
pub(super) fn created(written: Written) -> CreateUserResponse {
    let Written { view, ignored_groups } = written;
    if ignored_groups.is_empty() {
        return CreateUserResponse::Ok(enveloped(view, 200, String::new()));
    }
    // Wire quirk (wavefront): the sentence and the code are those of the vendor's server (wire notes, section 2).
    let message = format!("Invalid user groups found and ignored [{}]", ignored_groups.join(", "));
    CreateUserResponse::Accepted(enveloped(view, 202, message))
}

/// The answer to an update.
pub(super) fn updated(written: Written) -> UserModelInEnvelope {
    enveloped(written.view, 200, String::new())
}

// Wire quirk (wavefront): its Python client reads the user at the top level, as declared, and its Go client reads it
// from `response`, as the vendor's server sends it (wire notes, section 6).
fn enveloped(view: UserView, code: i64, message: String) -> UserModelInEnvelope {
    let response = user(view);
    let UserModel { identifier, customer, sso_id, last_successful_login, groups, user_groups, roles } =
        response.clone();
    let status = ResponseStatus { result: ResponseStatusResult::Ok, message: Some(message), code };
    UserModelInEnvelope {
        identifier,
        customer,
        sso_id,
        last_successful_login,
        groups,
        user_groups,
        roles,
        status,
        response,
    }
}

fn user_group(group: Group, organization: &Organization) -> UserGroup {
    // Wire quirk (wavefront): the vendor's server says only of the system group what can be changed about it.
    let properties = group.builtin.then_some(UserGroupPropertiesDto {
        name_editable: Some(false),
        users_editable: Some(false),
        roles_editable: Some(true),
    });
    UserGroup {
        id: Some(group.id.to_uuid()),
        name: Some(group.name),
        customer: Some(organization.name.clone()),
        properties,
        description: Some(group.description).filter(|description| !description.is_empty()),
        ..UserGroup::default()
    }
}

fn role_dto(role: Role, organization: &Organization) -> RoleDto {
    let is_editable = Some(!role.builtin);
    RoleDto {
        properties: Some(RolePropertiesDto {
            name_editable: is_editable,
            users_removable: Some(true),
            users_addable: Some(true),
            perms_editable: is_editable,
            deletable: is_editable,
        }),
        permissions: Some(role.permissions.iter().map(ToString::to_string).collect()),
        name: Some(role.name),
        id: Some(role.id.to_uuid()),
        description: Some(role.description).filter(|description| !description.is_empty()),
        created_epoch_millis: Some(role.created_at.timestamp_millis()),
        last_updated_ms: Some(role.updated_at.timestamp_millis()),
        customer: Some(organization.name.clone()),
        ..RoleDto::default()
    }
}
