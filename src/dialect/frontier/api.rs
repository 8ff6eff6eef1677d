//! The operations of Frontier's contract, each as the door's own method and an answer. It must not know more than that.

use std::convert::identity;

use specgen_runtime::{Call, Rejection};

use crate::auth::Caller;
use crate::domain::{Error, Status};
use crate::generated::frontier as wire;
use crate::generated::frontier::{Api, Failure, Ping};

use super::super::authentication::authenticate;
use super::to_wire::Tagged;
use super::{Frontier, error};

/// The name that a browser keeps the exported users under.
const EXPORT: &str = "attachment; filename=\"users.csv\"";

/// The answer to an operation that was done, or was not.
fn answer<T, R: From<Failure>>(call: &Call, outcome: Result<T, Error>, done: impl FnOnce(T) -> R) -> R {
    outcome.map_or_else(|refused| error::failure(call, refused).into(), done)
}

impl Api for Frontier {
    type Caller = Caller;

    async fn authenticate(&self, call: &Call) -> Result<Caller, Rejection> {
        authenticate(&self.directory, call).await
    }

    fn reject(&self, call: &Call, rejection: &Rejection) -> Failure {
        error::rejected(call, rejection)
    }

    async fn ping(&self, _: &Call) -> wire::PingResponse {
        wire::PingResponse::Ok(Ping { status: "SERVING".to_owned() })
    }

    async fn list_users(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::ListUsersRequest,
    ) -> wire::ListUsersResponse {
        answer(call, self.list(&caller, request).await, wire::ListUsersResponse::Ok)
    }

    async fn create_user(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::CreateUserRequest,
    ) -> wire::CreateUserResponse {
        answer(call, self.create(caller, request).await, identity)
    }

    async fn get_current_user(&self, call: &Call, caller: Caller) -> wire::GetCurrentUserResponse {
        answer(call, self.get_current(&caller).await, |Tagged { etag, body }| wire::GetCurrentUserResponse::Ok {
            etag,
            body,
        })
    }

    async fn update_current_user(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::UpdateCurrentUserRequest,
    ) -> wire::UpdateCurrentUserResponse {
        answer(call, self.update_current(caller, request).await, |Tagged { etag, body }| {
            wire::UpdateCurrentUserResponse::Ok { etag, body }
        })
    }

    async fn get_user(&self, call: &Call, caller: Caller, request: wire::GetUserRequest) -> wire::GetUserResponse {
        answer(call, self.get(&caller, request).await, |Tagged { etag, body }| wire::GetUserResponse::Ok { etag, body })
    }

    async fn update_user(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::UpdateUserRequest,
    ) -> wire::UpdateUserResponse {
        answer(call, self.replace(caller, request).await, |Tagged { etag, body }| wire::UpdateUserResponse::Ok {
            etag,
            body,
        })
    }

    async fn delete_user(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::DeleteUserRequest,
    ) -> wire::DeleteUserResponse {
        answer(call, self.delete(&caller.provided(request.if_match), &request.id).await, wire::DeleteUserResponse::Ok)
    }

    async fn enable_user(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::EnableUserRequest,
    ) -> wire::EnableUserResponse {
        answer(
            call,
            self.switch(&caller.provided(request.if_match), &request.id, Status::Active).await,
            wire::EnableUserResponse::Ok,
        )
    }

    async fn disable_user(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::DisableUserRequest,
    ) -> wire::DisableUserResponse {
        answer(
            call,
            self.switch(&caller.provided(request.if_match), &request.id, Status::Disabled).await,
            wire::DisableUserResponse::Ok,
        )
    }

    async fn list_all_users(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::ListAllUsersRequest,
    ) -> wire::ListAllUsersResponse {
        answer(call, self.list(&caller, request.into()).await, wire::ListAllUsersResponse::Ok)
    }

    async fn search_users(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::SearchUsersRequest,
    ) -> wire::SearchUsersResponse {
        answer(call, self.search(&caller, request).await, wire::SearchUsersResponse::Ok)
    }

    async fn list_current_user_groups(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::ListCurrentUserGroupsRequest,
    ) -> wire::ListCurrentUserGroupsResponse {
        answer(call, self.own_groups(&caller, request.org_id).await, wire::ListCurrentUserGroupsResponse::Ok)
    }

    async fn list_user_groups(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::ListUserGroupsRequest,
    ) -> wire::ListUserGroupsResponse {
        answer(call, self.groups_of(&caller, request.id, request.org_id).await, wire::ListUserGroupsResponse::Ok)
    }

    async fn list_organizations_by_current_user(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::ListOrganizationsByCurrentUserRequest,
    ) -> wire::ListOrganizationsByCurrentUserResponse {
        answer(
            call,
            self.own_organizations(&caller, request.state).await,
            wire::ListOrganizationsByCurrentUserResponse::Ok,
        )
    }

    async fn list_organizations_by_user(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::ListOrganizationsByUserRequest,
    ) -> wire::ListOrganizationsByUserResponse {
        answer(
            call,
            self.organizations_of(&caller, request.id, request.state).await,
            wire::ListOrganizationsByUserResponse::Ok,
        )
    }

    async fn list_meta_schemas(&self, call: &Call, caller: Caller) -> wire::ListMetaSchemasResponse {
        answer(call, self.list_all_metaschemas(&caller).await, wire::ListMetaSchemasResponse::Ok)
    }

    async fn create_meta_schema(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::CreateMetaSchemaRequest,
    ) -> wire::CreateMetaSchemaResponse {
        answer(call, self.add_metaschema(caller, request).await, identity)
    }

    async fn get_meta_schema(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::GetMetaSchemaRequest,
    ) -> wire::GetMetaSchemaResponse {
        answer(call, self.find_metaschema(&caller, request.id).await, |Tagged { etag, body }| {
            wire::GetMetaSchemaResponse::Ok { etag, body }
        })
    }

    async fn update_meta_schema(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::UpdateMetaSchemaRequest,
    ) -> wire::UpdateMetaSchemaResponse {
        answer(
            call,
            self.replace_metaschema(&caller.provided(request.if_match), &request.id, request.body).await,
            |Tagged { etag, body }| wire::UpdateMetaSchemaResponse::Ok { etag, body },
        )
    }

    async fn delete_meta_schema(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::DeleteMetaSchemaRequest,
    ) -> wire::DeleteMetaSchemaResponse {
        answer(
            call,
            self.remove_metaschema(&caller.provided(request.if_match), &request.id).await,
            wire::DeleteMetaSchemaResponse::Ok,
        )
    }

    async fn list_organization_groups(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::ListOrganizationGroupsRequest,
    ) -> wire::ListOrganizationGroupsResponse {
        answer(call, self.list_groups(&caller, request).await, wire::ListOrganizationGroupsResponse::Ok)
    }

    async fn create_group(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::CreateGroupRequest,
    ) -> wire::CreateGroupResponse {
        answer(call, self.add_group(caller, request).await, identity)
    }

    async fn get_group(&self, call: &Call, caller: Caller, request: wire::GetGroupRequest) -> wire::GetGroupResponse {
        answer(call, self.find_group(&caller, request.org_id, &request.id).await, |Tagged { etag, body }| {
            wire::GetGroupResponse::Ok { etag, body }
        })
    }

    async fn update_group(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::UpdateGroupRequest,
    ) -> wire::UpdateGroupResponse {
        answer(call, self.replace_group(caller, request).await, |Tagged { etag, body }| wire::UpdateGroupResponse::Ok {
            etag,
            body,
        })
    }

    async fn delete_group(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::DeleteGroupRequest,
    ) -> wire::DeleteGroupResponse {
        answer(
            call,
            self.remove_group(&caller.provided(request.if_match), request.org_id, &request.id).await,
            wire::DeleteGroupResponse::Ok,
        )
    }

    async fn list_group_users(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::ListGroupUsersRequest,
    ) -> wire::ListGroupUsersResponse {
        answer(call, self.list_members(&caller, request.org_id, &request.id).await, wire::ListGroupUsersResponse::Ok)
    }

    async fn add_group_users(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::AddGroupUsersRequest,
    ) -> wire::AddGroupUsersResponse {
        answer(call, self.add_users(caller, request).await, wire::AddGroupUsersResponse::Ok)
    }

    async fn remove_group_user(
        &self,
        call: &Call,
        caller: Caller,
        request: wire::RemoveGroupUserRequest,
    ) -> wire::RemoveGroupUserResponse {
        answer(call, self.remove_user(caller, request).await, wire::RemoveGroupUserResponse::Ok)
    }

    async fn export_users(&self, call: &Call, caller: Caller) -> wire::ExportUsersResponse {
        let done = |body| wire::ExportUsersResponse::Ok { content_disposition: EXPORT.to_owned(), body };
        answer(call, self.export(&caller).await, done)
    }
}
