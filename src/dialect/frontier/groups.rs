//! The operations on groups and organizations.

use crate::auth::Caller;
use crate::directory::{Reference, Span, UserSelector};
use crate::domain::Error;
use crate::generated::frontier::{
    AddGroupUsersRequest, CreateGroupRequest, CreateGroupResponse, CurrentUserGroups, GroupList, GroupReply,
    GroupUserList, ListOrganizationGroupsRequest, OrganizationGroupList, OrganizationList, RemoveGroupUserRequest,
    UpdateGroupRequest,
};

use super::super::repeat::try_once;
use super::to_wire::Tagged;
use super::users::Empty;
use super::{Frontier, from_wire, to_wire};

impl Frontier {
    /// Refuses an organization that is not the caller's, where the request names one.
    ///
    /// # Errors
    /// `NotFound`.
    pub(super) async fn within(&self, caller: &Caller, organization: Option<Reference>) -> Result<(), Error> {
        match organization {
            Some(organization) => self.directory.get_organization(caller, organization).await.map(|_| ()),
            None => Ok(()),
        }
    }

    pub(super) async fn own_groups(
        &self,
        caller: &Caller,
        organization: Option<String>,
    ) -> Result<CurrentUserGroups, Error> {
        self.within(caller, from_wire::said_organization(organization)).await?;
        let found = self.directory.groups_of(caller, UserSelector::oneself(caller)).await?;
        to_wire::current_user_groups(&found)
    }

    pub(super) async fn groups_of(
        &self,
        caller: &Caller,
        user: String,
        organization: Option<String>,
    ) -> Result<GroupList, Error> {
        self.within(caller, from_wire::said_organization(organization)).await?;
        let found = self.directory.groups_of(caller, from_wire::whoever(user)).await?;
        to_wire::group_list(&found)
    }

    pub(super) async fn own_organizations(
        &self,
        caller: &Caller,
        state: Option<String>,
    ) -> Result<OrganizationList, Error> {
        let found = self.directory.organization_of(caller, UserSelector::oneself(caller)).await?;
        Ok(to_wire::organizations(&found, from_wire::is_enabled(state)))
    }

    pub(super) async fn organizations_of(
        &self,
        caller: &Caller,
        user: String,
        state: Option<String>,
    ) -> Result<OrganizationList, Error> {
        let found = self.directory.organization_of(caller, from_wire::whoever(user)).await?;
        Ok(to_wire::organizations(&found, from_wire::is_enabled(state)))
    }

    pub(super) async fn list_groups(
        &self,
        caller: &Caller,
        request: ListOrganizationGroupsRequest,
    ) -> Result<OrganizationGroupList, Error> {
        self.within(caller, Some(from_wire::organization(request.org_id))).await?;
        let search = from_wire::groups(request.group_ids, request.state);
        let listing = self.directory.stream_groups(caller, search, Span::default()).await?;
        Ok(to_wire::groups(listing))
    }

    pub(super) async fn add_group(
        &self,
        caller: Caller,
        request: CreateGroupRequest,
    ) -> Result<CreateGroupResponse, Error> {
        self.within(&caller, Some(from_wire::organization(request.org_id))).await?;
        let asking = try_once(caller, request.idempotency_key.as_ref(), to_wire::created_group);
        self.directory.create_group(asking, from_wire::new_group(request.body)?).await
    }

    pub(super) async fn find_group(
        &self,
        caller: &Caller,
        org_id: String,
        id: &str,
    ) -> Result<Tagged<GroupReply>, Error> {
        self.within(caller, Some(from_wire::organization(org_id))).await?;
        let found = self.directory.get_group(caller, from_wire::group(id)).await?;
        to_wire::group_reply(&found)
    }

    pub(super) async fn replace_group(
        &self,
        caller: Caller,
        request: UpdateGroupRequest,
    ) -> Result<Tagged<GroupReply>, Error> {
        let caller = caller.provided(request.if_match);
        self.within(&caller, Some(from_wire::organization(request.org_id))).await?;
        let patch = from_wire::group_patch(request.body)?;
        let written = self.directory.update_group(&caller, from_wire::group(&request.id), patch).await?;
        to_wire::group_reply(&written)
    }

    pub(super) async fn remove_group(&self, caller: &Caller, org_id: String, id: &str) -> Result<Empty, Error> {
        self.within(caller, Some(from_wire::organization(org_id))).await?;
        self.directory.delete_group(caller, from_wire::group(id)).await?;
        Ok(Empty::new())
    }

    pub(super) async fn list_members(&self, caller: &Caller, org_id: String, id: &str) -> Result<GroupUserList, Error> {
        self.within(caller, Some(from_wire::organization(org_id))).await?;
        let group = from_wire::group(id);
        let listing = self.directory.stream_members(caller, group, from_wire::members(), Span::default()).await?;
        Ok(to_wire::group_user_list(listing))
    }

    pub(super) async fn add_users(&self, caller: Caller, request: AddGroupUsersRequest) -> Result<Empty, Error> {
        let caller = caller.provided(request.if_match);
        self.within(&caller, Some(from_wire::organization(request.org_id))).await?;
        let users = from_wire::added_users(request.body);
        let added = self.directory.add_members(&caller, from_wire::group(&request.id), users).await;
        added.map(|_| Empty::new()).map_err(|refused| refused.error)
    }

    pub(super) async fn remove_user(&self, caller: Caller, request: RemoveGroupUserRequest) -> Result<Empty, Error> {
        let caller = caller.provided(request.if_match);
        self.within(&caller, Some(from_wire::organization(request.org_id))).await?;
        let users = vec![from_wire::user_by_uuid(&request.user_id)];
        let removed = self.directory.remove_members(&caller, from_wire::group(&request.id), users).await;
        removed.map(|_| Empty::new()).map_err(|refused| refused.error)
    }
}
