//! Groups in requests: which one a path names, and what a body says of it.

use specgen_runtime::Uuid;

use crate::directory::{NewGroup, Reference, UserSelector};
use crate::domain::group::GroupPatch;
use crate::domain::{Change, Error, Metadata};
use crate::generated::frontier::{GroupRequestBody, GroupUsersRequestBody};

/// The group that a path names, by UUID and nothing else.
pub(in super::super) fn group(text: &str) -> Reference {
    // An empty text is no id, so it names nothing.
    Reference::Id(Uuid::try_parse(text).map(|uuid| uuid.to_string()).unwrap_or_default())
}

/// The group that a body describes. Metadata that is left out is checked as an empty object is.
///
/// # Errors
/// `Invalid` for metadata that is too long.
pub(in super::super) fn new_group(body: GroupRequestBody) -> Result<NewGroup, Error> {
    let metadata = metadata(&body)?;
    let display_name = super::given(body.title);
    Ok(NewGroup { name: body.name, display_name, metadata: Some(metadata), ..NewGroup::default() })
}

/// What UpdateGroup writes of a group: what is left out becomes empty.
///
/// # Errors
/// As [`new_group`].
pub(in super::super) fn group_patch(body: GroupRequestBody) -> Result<GroupPatch<Reference>, Error> {
    let metadata = Change::Set(metadata(&body)?);
    let display_name = Change::replace(super::given(body.title));
    Ok(GroupPatch { name: Some(body.name), display_name, metadata, ..GroupPatch::default() })
}

/// Whom a body adds to a group.
pub(in super::super) fn added_users(body: GroupUsersRequestBody) -> Vec<UserSelector> {
    body.user_ids.value().unwrap_or_default().iter().map(|id| super::user_by_uuid(id)).collect()
}

fn metadata(body: &GroupRequestBody) -> Result<Metadata, Error> {
    body.metadata.as_ref().value().map_or_else(|| Ok(Metadata::empty()), super::metadata)
}
