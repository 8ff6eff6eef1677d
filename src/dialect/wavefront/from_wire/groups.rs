//! What requests say about user groups.
//! It must not know which groups there are.

use crate::directory::{NewGroup, Reference};
use crate::domain::{Error, GroupPatch, SetChange};
use crate::generated::wavefront::{UserGroupUpdate, UserGroupWrite};

use super::{check_id, references, replacement};

/// What a creation says.
pub(crate) fn new_group(group: UserGroupWrite) -> NewGroup {
    NewGroup {
        name: group.name,
        description: group.description.value().unwrap_or_default(),
        // Wire quirk (wavefront): declared as required, and not sent by all of its clients.
        roles: group.role_i_ds.value().map(references).unwrap_or_default(),
        ..NewGroup::default()
    }
}

/// What a PUT says: what is left out or null is kept.
///
/// # Errors
/// `Invalid` for the id of another group than the path's.
pub(crate) fn group_patch(path: &str, group: UserGroupUpdate) -> Result<GroupPatch<Reference>, Error> {
    check_id(path, group.id)?;
    Ok(GroupPatch {
        name: group.name.value(),
        description: group.description.value(),
        roles: replacement(group.role_i_ds, references),
        ..GroupPatch::default()
    })
}

/// What a list of roles to add says.
pub(crate) fn adding(roles: Option<Vec<String>>) -> GroupPatch<Reference> {
    GroupPatch { roles: SetChange::Add(references(roles.unwrap_or_default())), ..GroupPatch::default() }
}

/// What a list of roles to remove says.
pub(crate) fn removing(roles: Option<Vec<String>>) -> GroupPatch<Reference> {
    GroupPatch { roles: SetChange::Remove(references(roles.unwrap_or_default())), ..GroupPatch::default() }
}
