//! What requests say about roles.
//! It must not know which roles there are.

use crate::directory::{Assignee, NewRole, Reference};
use crate::domain::{Error, RolePatch, SetChange};
use crate::generated::wavefront::{Permission, RoleCreateDto, RoleUpdateDto};

use super::{account, check_id, permission, permissions, replacement};

/// What a creation says. A role of this API has permissions and no actions of its own.
pub(crate) fn new_role(role: RoleCreateDto) -> NewRole {
    NewRole {
        name: role.name,
        description: role.description.value().unwrap_or_default(),
        permissions: role.permissions.value().map(permissions).unwrap_or_default(),
        ..NewRole::default()
    }
}

/// What a PUT says: what is left out or null is kept.
///
/// # Errors
/// `Invalid` for the id of another role than the path's.
pub(crate) fn role_patch(path: &str, role: RoleUpdateDto) -> Result<RolePatch, Error> {
    check_id(path, role.id)?;
    Ok(RolePatch {
        name: role.name.value(),
        description: role.description.value(),
        permissions: replacement(role.permissions, permissions),
        ..RolePatch::default()
    })
}

/// Whom a list of accounts and user groups names: accounts by identifier, groups by id.
pub(crate) fn assignees(list: &[String]) -> Vec<Assignee> {
    list.iter().map(|text| Assignee::Either(account(text), Reference::Id(text.clone()))).collect()
}

/// The roles that a list of ids names.
pub(crate) fn roles(ids: &[String]) -> Vec<Reference> {
    ids.iter().cloned().map(Reference::Id).collect()
}

/// That a permission is granted.
pub(crate) fn granting(granted: Permission) -> RolePatch {
    RolePatch { permissions: SetChange::Add([permission(granted)].into()), ..RolePatch::default() }
}

/// That a permission is revoked.
pub(crate) fn revoking(revoked: Permission) -> RolePatch {
    RolePatch { permissions: SetChange::Remove([permission(revoked)].into()), ..RolePatch::default() }
}
