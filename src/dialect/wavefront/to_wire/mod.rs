//! From the directory's answers to Wavefront's models: what several of its nouns share.
//! It must not know why an answer is as it is.

pub(crate) mod groups;
pub(crate) mod roles;
pub(crate) mod search;
pub(crate) mod users;

use crate::domain::{Email, Group, Identity, Organization, Role, User, UserKind, Username};
use crate::generated::wavefront::{
    ResponseContainer, ResponseStatus, ResponseStatusResult, RoleDto, RolePropertiesDto, UserGroup,
    UserGroupPropertiesDto,
};

/// How the vendor's API names a user: `sa::` and its name for a service account, the address of a person, or the
/// username where there is none.
pub(crate) fn identifier(user: &User) -> String {
    named(user.kind, &user.username, user.email.as_ref())
}

/// The identifiers of members.
pub(crate) fn identifiers(members: &[Identity]) -> Vec<String> {
    members.iter().map(|member| named(member.kind, &member.username, member.email.as_ref())).collect()
}

fn named(kind: UserKind, username: &Username, email: Option<&Email>) -> String {
    match (kind, email) {
        (UserKind::Service, _) => format!("sa::{username}"),
        (UserKind::Person, Some(email)) => email.to_string(),
        (UserKind::Person, None) => username.to_string(),
    }
}

/// That a request succeeded.
pub(crate) fn ok() -> ResponseStatus {
    succeeded(200, String::new())
}

/// That a request succeeded which has nothing to answer.
pub(crate) fn done() -> ResponseContainer {
    ResponseContainer { status: ok() }
}

/// That a request succeeded, with what there is to say about it.
fn succeeded(code: i64, message: String) -> ResponseStatus {
    ResponseStatus { result: ResponseStatusResult::Ok, message: Some(message), code }
}

/// A group that a user is in or a role belongs to, without what it has itself.
pub(crate) fn user_group(group: Group, organization: &Organization) -> UserGroup {
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

/// A role that a user or a group has, without who else has it.
pub(crate) fn role_dto(role: Role, organization: &Organization) -> RoleDto {
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

/// A number as the wire has it, which ends where its type does.
pub(crate) fn number(count: u64) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Whether there are entries after a page.
pub(crate) fn goes_on(offset: i32, shown: usize, total: u64) -> bool {
    let before = u64::try_from(offset).unwrap_or_default();
    let shown = u64::try_from(shown).unwrap_or(u64::MAX);
    before.saturating_add(shown) < total
}
