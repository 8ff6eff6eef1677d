//! From the directory's users to Wavefront's: permissions are `groups`, groups are `userGroups`.
//! It must not know why an answer is as it is.

use std::sync::Arc;

use specgen_runtime::Rendered;

use crate::directory::{Showing, UserView, Written};
use crate::domain::Status;
use crate::generated::wavefront::{
    CreateUserResponse, Identifier, InviteUsersResponse, ResponseContainerListString,
    ResponseContainerValidatedUsersDto, UserModel, UserModelInEnvelope, UserModelWithBusinessFunctions,
    ValidatedUsersDto,
};

use super::super::functions;
use super::{identifier, ok, role_dto, succeeded, user_group};

/// The user alone, as it is sent.
pub(crate) static USER: Showing<Rendered<UserModel>> =
    Showing { name: "wavefront user", show: |view| Ok(Rendered::of(&user(view))) };

/// The user alone, as most operations answer it.
pub(crate) fn user(view: UserView) -> UserModel {
    let UserView { user, organization, mut roles, mut groups, .. } = view;
    roles.sort_by(|one, other| one.name.cmp(&other.name));
    groups.sort_by(|one, other| one.name.cmp(&other.name));
    UserModel {
        identifier: identifier(&user),
        sso_id: user.sso_id,
        last_successful_login: user.last_login_at.map(|at| at.timestamp_millis()),
        groups: user.permissions.iter().map(ToString::to_string).collect(),
        user_groups: groups.into_iter().map(|group| user_group(Arc::unwrap_or_clone(group), &organization)).collect(),
        roles: roles.into_iter().map(|role| role_dto(Arc::unwrap_or_clone(role), &organization)).collect(),
        customer: organization.name,
    }
}

/// The first of the users that a request was about.
pub(crate) fn first(views: impl IntoIterator<Item = UserView>) -> UserView {
    views.into_iter().next().expect("the contract asks for at least one user in the request")
}

/// The answer to a creation: 202 where user groups were left out.
pub(crate) fn created(written: Written) -> CreateUserResponse {
    let Written { view, ignored_groups } = written;
    let etag = view.tag().to_string();
    if ignored_groups.is_empty() {
        return CreateUserResponse::Ok { etag, body: enveloped(view, 200, String::new()) };
    }
    // Wire quirk (wavefront): the sentence and the code are those of the vendor's server (wire notes, section 2).
    let message = format!("Invalid user groups found and ignored [{}]", ignored_groups.join(", "));
    CreateUserResponse::Accepted { etag, body: enveloped(view, 202, message) }
}

/// The answer to an invitation.
pub(crate) fn invited(written: Vec<Written>) -> InviteUsersResponse {
    let view = first(written.into_iter().map(|written| written.view));
    InviteUsersResponse::Ok { etag: view.tag().to_string(), body: user(view) }
}

/// The answer to an update.
pub(crate) fn updated(written: Written) -> UserModelInEnvelope {
    enveloped(written.view, 200, String::new())
}

// Wire quirk (wavefront): its Python client reads the user at the top level, as declared, and its Go client reads it
// from `response`, as the vendor's server sends it (wire notes, section 6).
fn enveloped(view: UserView, code: i64, message: String) -> UserModelInEnvelope {
    let response = user(view);
    let UserModel { identifier, customer, sso_id, last_successful_login, groups, user_groups, roles } =
        response.clone();
    let status = succeeded(code, message);
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

/// Which of the identifiers of a request named somebody who is deleted now.
pub(crate) fn deleted(identifiers: &[Identifier], were_there: &[bool]) -> ResponseContainerListString {
    let gone = identifiers.iter().zip(were_there).filter(|(_, was_there)| **was_there);
    let response = gone.map(|(identifier, _)| identifier.to_string()).collect();
    ResponseContainerListString { status: ok(), response }
}

/// Who is there of those whom the identifiers of a request name, and who is not.
pub(crate) fn validated(
    identifiers: &[Identifier],
    found: Vec<Option<UserView>>,
) -> ResponseContainerValidatedUsersDto {
    let mut response = ValidatedUsersDto { valid_users: Vec::new(), invalid_identifiers: Vec::new() };
    for (identifier, view) in identifiers.iter().zip(found) {
        match view {
            Some(view) => response.valid_users.push(user(view)),
            None => response.invalid_identifiers.push(identifier.to_string()),
        }
    }
    ResponseContainerValidatedUsersDto { status: ok(), response }
}

/// The user with what it can do.
pub(crate) fn with_functions(view: UserView) -> UserModelWithBusinessFunctions {
    let response = match view.user.status {
        Status::Active => functions::allowed(view.user.kind, view.allowed),
        Status::Disabled => Vec::new(),
    };
    let UserModel { identifier, customer, sso_id, last_successful_login, groups, user_groups, roles } = user(view);
    UserModelWithBusinessFunctions {
        identifier,
        customer,
        sso_id,
        last_successful_login,
        groups,
        user_groups,
        roles,
        status: ok(),
        response,
    }
}
