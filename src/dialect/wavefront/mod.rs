//! The door `wavefront`: users, user groups and roles as Wavefront API v2 has them, users addressed by e-mail address.
//! The operations of each noun are in its file. It must not know the store or another dialect.

mod error;
mod from_wire;
mod functions;
mod groups;
mod permissions;
mod roles;
mod search;
mod to_wire;
mod users;

use specgen_runtime::{Call, Rejection};

use crate::auth::Caller;
use crate::dialect::authentication;
use crate::directory::Directory;
use crate::generated::wavefront as wire;

/// Implements the operations of Wavefront.
#[derive(Debug)]
pub struct Wavefront {
    directory: Directory,
}

impl Wavefront {
    /// A door to the directory.
    #[must_use]
    pub const fn new(directory: Directory) -> Self {
        Self { directory }
    }
}

impl wire::Api for Wavefront {
    type Caller = Caller;

    async fn authenticate(&self, call: &Call) -> Result<Caller, Rejection> {
        authentication::authenticate(&self.directory, call).await
    }

    fn reject(&self, call: &Call, rejection: &Rejection) -> wire::Failure {
        error::rejected(call, rejection)
    }

    async fn create_user(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::CreateUserRequest,
    ) -> wire::CreateUserResponse {
        users::create(&self.directory, call, caller, request).await
    }

    async fn invite_users(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::InviteUsersRequest,
    ) -> wire::InviteUsersResponse {
        users::invite(&self.directory, call, caller, request).await
    }

    async fn get_all_users(&self, call: &Call, caller: Caller) -> wire::GetAllUsersResponse {
        users::get_all(&self.directory, call, caller).await
    }

    async fn get_user(&self, call: &Call, caller: Caller, request: wire::GetUserRequest) -> wire::GetUserResponse {
        users::get(&self.directory, call, caller, request).await
    }

    async fn update_user(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::UpdateUserRequest,
    ) -> wire::UpdateUserResponse {
        users::update(&self.directory, call, caller, request).await
    }

    async fn delete_user(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::DeleteUserRequest,
    ) -> wire::DeleteUserResponse {
        users::delete(&self.directory, call, caller, request).await
    }

    async fn delete_multiple_users(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::DeleteMultipleUsersRequest,
    ) -> wire::DeleteMultipleUsersResponse {
        users::delete_many(&self.directory, call, caller, request).await
    }

    async fn validate_users(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::ValidateUsersRequest,
    ) -> wire::ValidateUsersResponse {
        users::validate(&self.directory, call, caller, request).await
    }

    async fn get_user_business_functions(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::GetUserBusinessFunctionsRequest,
    ) -> wire::GetUserBusinessFunctionsResponse {
        users::get_functions(&self.directory, call, caller, request).await
    }

    async fn add_user_to_user_groups(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::AddUserToUserGroupsRequest,
    ) -> wire::AddUserToUserGroupsResponse {
        users::join_groups(&self.directory, call, caller, request).await
    }

    async fn remove_user_from_user_groups(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::RemoveUserFromUserGroupsRequest,
    ) -> wire::RemoveUserFromUserGroupsResponse {
        users::leave_groups(&self.directory, call, caller, request).await
    }

    async fn grant_user_permission(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::GrantUserPermissionRequest,
    ) -> wire::GrantUserPermissionResponse {
        permissions::grant(&self.directory, call, caller, request).await
    }

    async fn revoke_user_permission(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::RevokeUserPermissionRequest,
    ) -> wire::RevokeUserPermissionResponse {
        permissions::revoke(&self.directory, call, caller, request).await
    }

    async fn grant_permission_to_users(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::GrantPermissionToUsersRequest,
    ) -> wire::GrantPermissionToUsersResponse {
        permissions::grant_to_many(&self.directory, call, caller, request).await
    }

    async fn revoke_permission_from_users(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::RevokePermissionFromUsersRequest,
    ) -> wire::RevokePermissionFromUsersResponse {
        permissions::revoke_from_many(&self.directory, call, caller, request).await
    }

    async fn get_all_user_groups(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::GetAllUserGroupsRequest,
    ) -> wire::GetAllUserGroupsResponse {
        groups::list(&self.directory, call, caller, request).await
    }

    async fn create_user_group(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::CreateUserGroupRequest,
    ) -> wire::CreateUserGroupResponse {
        groups::create(&self.directory, call, caller, request).await
    }

    async fn get_user_group(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::GetUserGroupRequest,
    ) -> wire::GetUserGroupResponse {
        groups::get(&self.directory, call, caller, request).await
    }

    async fn update_user_group(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::UpdateUserGroupRequest,
    ) -> wire::UpdateUserGroupResponse {
        groups::update(&self.directory, call, caller, request).await
    }

    async fn delete_user_group(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::DeleteUserGroupRequest,
    ) -> wire::DeleteUserGroupResponse {
        groups::delete(&self.directory, call, caller, request).await
    }

    async fn add_users_to_user_group(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::AddUsersToUserGroupRequest,
    ) -> wire::AddUsersToUserGroupResponse {
        groups::add_users(&self.directory, call, caller, request).await
    }

    async fn remove_users_from_user_group(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::RemoveUsersFromUserGroupRequest,
    ) -> wire::RemoveUsersFromUserGroupResponse {
        groups::remove_users(&self.directory, call, caller, request).await
    }

    async fn add_roles_to_user_group(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::AddRolesToUserGroupRequest,
    ) -> wire::AddRolesToUserGroupResponse {
        groups::add_roles(&self.directory, call, caller, request).await
    }

    async fn remove_roles_from_user_group(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::RemoveRolesFromUserGroupRequest,
    ) -> wire::RemoveRolesFromUserGroupResponse {
        groups::remove_roles(&self.directory, call, caller, request).await
    }

    async fn get_all_roles(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::GetAllRolesRequest,
    ) -> wire::GetAllRolesResponse {
        roles::list(&self.directory, call, caller, request).await
    }

    async fn create_role(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::CreateRoleRequest,
    ) -> wire::CreateRoleResponse {
        roles::create(&self.directory, call, caller, request).await
    }

    async fn get_role(&self, call: &Call, caller: Caller, request: wire::GetRoleRequest) -> wire::GetRoleResponse {
        roles::get(&self.directory, call, caller, request).await
    }

    async fn update_role(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::UpdateRoleRequest,
    ) -> wire::UpdateRoleResponse {
        roles::update(&self.directory, call, caller, request).await
    }

    async fn delete_role(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::DeleteRoleRequest,
    ) -> wire::DeleteRoleResponse {
        roles::delete(&self.directory, call, caller, request).await
    }

    async fn add_assignees(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::AddAssigneesRequest,
    ) -> wire::AddAssigneesResponse {
        roles::add_assignees(&self.directory, call, caller, request).await
    }

    async fn remove_assignees(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::RemoveAssigneesRequest,
    ) -> wire::RemoveAssigneesResponse {
        roles::remove_assignees(&self.directory, call, caller, request).await
    }

    async fn grant_permission_to_roles(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::GrantPermissionToRolesRequest,
    ) -> wire::GrantPermissionToRolesResponse {
        roles::grant(&self.directory, call, caller, request).await
    }

    async fn revoke_permission_from_roles(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::RevokePermissionFromRolesRequest,
    ) -> wire::RevokePermissionFromRolesResponse {
        roles::revoke(&self.directory, call, caller, request).await
    }

    async fn search_user_entities(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::SearchUserEntitiesRequest,
    ) -> wire::SearchUserEntitiesResponse {
        search::users(&self.directory, call, caller, request).await
    }

    async fn search_user_group_entities(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::SearchUserGroupEntitiesRequest,
    ) -> wire::SearchUserGroupEntitiesResponse {
        search::groups(&self.directory, call, caller, request).await
    }

    async fn search_role_entities(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::SearchRoleEntitiesRequest,
    ) -> wire::SearchRoleEntitiesResponse {
        search::roles(&self.directory, call, caller, request).await
    }
}
