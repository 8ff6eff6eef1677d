//! Groups, their members, and organizations.

use futures::StreamExt;
use specgen_runtime::{Items, Map};

use super::users::users;
use super::{Tagged, count, object, text, uuid};
use crate::directory::{GroupView, Listing, UserView};
use crate::domain::{self, Error};
use crate::generated::frontier::{
    CreateGroupResponse, CurrentUserGroups, Group, GroupList, GroupReply, GroupUserList, Organization,
    OrganizationGroupList, OrganizationList,
};

/// A group alone.
///
/// # Errors
/// `Internal` for stored metadata that is no JSON object.
pub(in super::super) fn group_reply(view: &GroupView) -> Result<Tagged<GroupReply>, Error> {
    Ok(Tagged::new(view.tag(), GroupReply { group: group(&view.group, view.member_count)? }))
}

/// The answer to a creation.
///
/// # Errors
/// `Internal` for metadata that was stored and is none.
pub(in super::super) fn created_group(view: GroupView) -> Result<CreateGroupResponse, Error> {
    let Tagged { etag, body } = group_reply(&view)?;
    Ok(CreateGroupResponse::Ok { etag, body })
}

/// The groups of an organization, as they are read.
pub(in super::super) fn groups(listing: Listing<GroupView>) -> OrganizationGroupList {
    let group = |view: GroupView| group(&view.group, view.member_count);
    OrganizationGroupList { groups: Items::new(listing.map(move |view| view.and_then(group))) }
}

/// The groups of a user.
///
/// # Errors
/// As [`group_reply`].
pub(in super::super) fn group_list(groups: &[domain::Group]) -> Result<GroupList, Error> {
    Ok(GroupList { groups: uncounted(groups)? })
}

/// The groups of the current user.
///
/// # Errors
/// As [`group_reply`].
pub(in super::super) fn current_user_groups(groups: &[domain::Group]) -> Result<CurrentUserGroups, Error> {
    Ok(CurrentUserGroups { groups: uncounted(groups)?, access_pairs: Vec::new() })
}

/// The members of a group, as they are read.
pub(in super::super) fn group_user_list(listing: Listing<UserView>) -> GroupUserList {
    GroupUserList { users: users(listing), role_pairs: Vec::new() }
}

/// The organization of a user, if it is wanted.
pub(in super::super) fn organizations(found: &domain::Organization, is_wanted: bool) -> OrganizationList {
    let organizations = is_wanted.then(|| organization(found)).into_iter().collect();
    OrganizationList { organizations, joinable_via_domain: Vec::new() }
}

fn uncounted(groups: &[domain::Group]) -> Result<Vec<Group>, Error> {
    // Wire quirk (frontier): members are counted only where that is asked for; read in its source, v0.90.0.
    groups.iter().map(|it| group(it, 0)).collect()
}

fn group(group: &domain::Group, member_count: u64) -> Result<Group, Error> {
    Ok(Group {
        id: uuid(group.id.id()),
        name: group.name.clone(),
        title: text(group.display_name.as_ref()),
        org_id: uuid(group.organization.id()),
        metadata: object(&group.metadata)?,
        created_at: group.created_at.into(),
        updated_at: group.updated_at.into(),
        users: Vec::new(),
        members_count: count(member_count),
    })
}

fn organization(organization: &domain::Organization) -> Organization {
    Organization {
        id: uuid(organization.id.id()),
        name: organization.name.clone(),
        title: String::new(),
        metadata: Map::new(),
        created_at: organization.created_at.into(),
        updated_at: organization.updated_at.into(),
        state: "enabled".to_owned(),
        avatar: String::new(),
    }
}
