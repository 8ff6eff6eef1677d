//! LakeSail's API over the directory: users, service accounts and organizations by short upper-case id, failures that are
//! one message.
//! It must not know another dialect, nor how users are stored.

mod account_from_wire;
mod error;
mod from_wire;
mod organizations;
mod to_wire;

use specgen_runtime::{Call, Rejection};

use super::authentication;
use super::repeat::once;
use crate::auth::Caller;
use crate::directory::Directory;
use crate::generated::lakesail::{
    Api, ChangePasswordRequest, ChangePasswordResponse, CreateOrganizationRequest, CreateOrganizationResponse,
    CreateServiceAccountKeyRequest, CreateServiceAccountKeyResponse, CreateServiceAccountRequest,
    CreateServiceAccountResponse, CreateUserRequest, CreateUserResponse, DeleteOrganizationRequest,
    DeleteOrganizationResponse, DeleteServiceAccountKeyRequest, DeleteServiceAccountKeyResponse,
    DeleteServiceAccountRequest, DeleteServiceAccountResponse, DeleteUserRequest, DeleteUserResponse,
    DescribeCurrentIdentityResponse, DescribeOrganizationRequest, DescribeOrganizationResponse,
    DescribeServiceAccountKeyRequest, DescribeServiceAccountKeyResponse, DescribeServiceAccountRequest,
    DescribeServiceAccountResponse, DescribeUserRequest, DescribeUserResponse, Failure, ListOrganizationsRequest,
    ListOrganizationsResponse, ListServiceAccountKeysRequest, ListServiceAccountKeysResponse,
    ListServiceAccountsRequest, ListServiceAccountsResponse, ListUsersRequest, ListUsersResponse, ResetPasswordRequest,
    ResetPasswordResponse, UpdateOrganizationRequest, UpdateOrganizationResponse, UpdateServiceAccountKeyRequest,
    UpdateServiceAccountKeyResponse, UpdateServiceAccountRequest, UpdateServiceAccountResponse, UpdateUserRequest,
    UpdateUserResponse,
};
use error::{account_failure, failure, invalid, rejected};

/// The operations of LakeSail's platform API that Roster serves.
#[derive(Debug)]
pub struct Lakesail {
    directory: Directory,
}

impl Lakesail {
    /// Serves this directory.
    #[must_use]
    pub const fn new(directory: Directory) -> Self {
        Self { directory }
    }
}

impl Api for Lakesail {
    type Caller = Caller;

    async fn authenticate(&self, call: &Call) -> Result<Caller, Rejection> {
        authentication::authenticate(&self.directory, call).await
    }

    fn reject(&self, call: &Call, rejection: &Rejection) -> Failure {
        rejected(call, rejection)
    }

    async fn describe_current_identity(&self, call: &Call, caller: Caller) -> DescribeCurrentIdentityResponse {
        match self.directory.show_own_account(&caller, &to_wire::IDENTITY).await {
            Ok(shown) => DescribeCurrentIdentityResponse::Ok { etag: shown.tag, body: shown.body },
            Err(error) => failure(call, error).into(),
        }
    }

    async fn list_users(&self, call: &Call, caller: Caller, request: ListUsersRequest) -> ListUsersResponse {
        let query = from_wire::page_query(request.limit, request.marker);
        let listed = async { self.directory.list_users(&caller, query?).await };
        match listed.await {
            Ok(page) => ListUsersResponse::Ok(to_wire::user_list(page)),
            Err(error) => failure(call, error).into(),
        }
    }

    async fn create_user(&self, call: &Call, caller: Caller, request: CreateUserRequest) -> CreateUserResponse {
        let created = async {
            let new = from_wire::new_user(request.body).map_err(|violations| invalid(&violations))?;
            let asking = once(caller, request.idempotency_key.as_ref(), to_wire::created_user);
            self.directory.create_user(asking, new).await.map_err(|error| failure(call, error))
        };
        created.await.unwrap_or_else(Into::into)
    }

    async fn describe_user(&self, call: &Call, caller: Caller, request: DescribeUserRequest) -> DescribeUserResponse {
        match self.directory.show_user(&caller, from_wire::selector(request.user), &to_wire::USER).await {
            Ok(shown) => DescribeUserResponse::Ok { etag: shown.tag, body: shown.body },
            Err(error) => failure(call, error).into(),
        }
    }

    async fn update_user(&self, call: &Call, caller: Caller, request: UpdateUserRequest) -> UpdateUserResponse {
        let caller = caller.provided(request.if_match);
        let updated = async {
            let update = from_wire::user_update(request.body).map_err(|violations| invalid(&violations))?;
            let selector = from_wire::selector(request.user);
            self.directory.update_user(&caller, selector, update).await.map_err(|error| failure(call, error))
        };
        match updated.await {
            Ok(updated) => {
                UpdateUserResponse::Ok { etag: updated.view.tag().to_string(), body: to_wire::user(updated.view.user) }
            }
            Err(failure) => failure.into(),
        }
    }

    async fn delete_user(&self, call: &Call, caller: Caller, request: DeleteUserRequest) -> DeleteUserResponse {
        let caller = caller.provided(request.if_match);
        match self.directory.delete_user(&caller, from_wire::selector(request.user)).await {
            Ok(()) => DeleteUserResponse::NoContent,
            Err(error) => failure(call, error).into(),
        }
    }

    async fn change_password(
        &self,
        call: &Call,
        caller: Caller,
        request: ChangePasswordRequest,
    ) -> ChangePasswordResponse {
        let caller = caller.provided(request.if_match);
        let changed = async {
            let (current, new) = from_wire::password_change(request.body).map_err(|violations| invalid(&violations))?;
            let selector = from_wire::selector(request.user);
            self.directory.change_password(&caller, selector, current, new).await.map_err(|error| failure(call, error))
        };
        match changed.await {
            Ok(()) => ChangePasswordResponse::NoContent,
            Err(failure) => failure.into(),
        }
    }

    async fn reset_password(
        &self,
        call: &Call,
        caller: Caller,
        request: ResetPasswordRequest,
    ) -> ResetPasswordResponse {
        let caller = caller.provided(request.if_match);
        match self.directory.reset_password(&caller, from_wire::selector(request.user)).await {
            Ok(password) => to_wire::password_reset(&password),
            Err(error) => failure(call, error).into(),
        }
    }

    async fn list_service_accounts(
        &self,
        call: &Call,
        caller: Caller,
        request: ListServiceAccountsRequest,
    ) -> ListServiceAccountsResponse {
        let query = from_wire::page_query(request.limit, request.marker);
        let listed = async { self.directory.list_service_accounts(&caller, query?).await };
        match listed.await {
            Ok(page) => ListServiceAccountsResponse::Ok(to_wire::account_list(page)),
            Err(error) => failure(call, error).into(),
        }
    }

    async fn create_service_account(
        &self,
        call: &Call,
        caller: Caller,
        request: CreateServiceAccountRequest,
    ) -> CreateServiceAccountResponse {
        let created = async {
            let new = account_from_wire::new_account(request.body).map_err(|violations| invalid(&violations))?;
            let asking = once(caller, request.idempotency_key.as_ref(), to_wire::created_account);
            self.directory.create_service_account(asking, new).await.map_err(|error| account_failure(call, error))
        };
        created.await.unwrap_or_else(Into::into)
    }

    async fn describe_service_account(
        &self,
        call: &Call,
        caller: Caller,
        request: DescribeServiceAccountRequest,
    ) -> DescribeServiceAccountResponse {
        match self.directory.get_user(&caller, account_from_wire::selector(request.service_account)).await {
            Ok(view) => {
                DescribeServiceAccountResponse::Ok { etag: view.tag().to_string(), body: to_wire::account(view.user) }
            }
            Err(error) => account_failure(call, error).into(),
        }
    }

    async fn update_service_account(
        &self,
        call: &Call,
        caller: Caller,
        request: UpdateServiceAccountRequest,
    ) -> UpdateServiceAccountResponse {
        let caller = caller.provided(request.if_match);
        let updated = async {
            let update = account_from_wire::account_update(request.body).map_err(|violations| invalid(&violations))?;
            let id = request.service_account.into_inner();
            let updated = self.directory.update_service_account(&caller, id, update).await;
            updated.map_err(|error| account_failure(call, error))
        };
        match updated.await {
            Ok(view) => {
                UpdateServiceAccountResponse::Ok { etag: view.tag().to_string(), body: to_wire::account(view.user) }
            }
            Err(failure) => failure.into(),
        }
    }

    async fn delete_service_account(
        &self,
        call: &Call,
        caller: Caller,
        request: DeleteServiceAccountRequest,
    ) -> DeleteServiceAccountResponse {
        let caller = caller.provided(request.if_match);
        match self.directory.delete_user(&caller, account_from_wire::selector(request.service_account)).await {
            Ok(()) => DeleteServiceAccountResponse::NoContent,
            Err(error) => account_failure(call, error).into(),
        }
    }

    async fn list_service_account_keys(
        &self,
        call: &Call,
        caller: Caller,
        request: ListServiceAccountKeysRequest,
    ) -> ListServiceAccountKeysResponse {
        let selector = account_from_wire::selector(request.service_account);
        let query = from_wire::page_query(request.limit, request.marker);
        let listed = async { self.directory.list_key_page(&caller, selector, query?).await };
        match listed.await {
            Ok(page) => ListServiceAccountKeysResponse::Ok(to_wire::key_list(&page)),
            Err(error) => account_failure(call, error).into(),
        }
    }

    async fn create_service_account_key(
        &self,
        call: &Call,
        caller: Caller,
        request: CreateServiceAccountKeyRequest,
    ) -> CreateServiceAccountKeyResponse {
        let selector = account_from_wire::selector(request.service_account);
        let asking = once(caller, request.idempotency_key.as_ref(), |made| to_wire::new_key(&made));
        let made = self.directory.create_key(asking, selector, account_from_wire::new_key(request.body)).await;
        made.unwrap_or_else(|error| account_failure(call, error).into())
    }

    async fn describe_service_account_key(
        &self,
        call: &Call,
        caller: Caller,
        request: DescribeServiceAccountKeyRequest,
    ) -> DescribeServiceAccountKeyResponse {
        let selector = account_from_wire::selector(request.service_account);
        match self.directory.get_key(&caller, selector, request.key.as_str()).await {
            Ok(view) => {
                DescribeServiceAccountKeyResponse::Ok { etag: view.tag().to_string(), body: to_wire::key(&view) }
            }
            Err(error) => account_failure(call, error).into(),
        }
    }

    async fn update_service_account_key(
        &self,
        call: &Call,
        caller: Caller,
        request: UpdateServiceAccountKeyRequest,
    ) -> UpdateServiceAccountKeyResponse {
        let caller = caller.provided(request.if_match);
        let selector = account_from_wire::selector(request.service_account);
        let expires_at = account_from_wire::key_update(request.body);
        match self.directory.update_key(&caller, selector, request.key.as_str(), expires_at).await {
            Ok(view) => UpdateServiceAccountKeyResponse::Ok { etag: view.tag().to_string(), body: to_wire::key(&view) },
            Err(error) => account_failure(call, error).into(),
        }
    }

    async fn delete_service_account_key(
        &self,
        call: &Call,
        caller: Caller,
        request: DeleteServiceAccountKeyRequest,
    ) -> DeleteServiceAccountKeyResponse {
        let caller = caller.provided(request.if_match);
        let selector = account_from_wire::selector(request.service_account);
        match self.directory.delete_key(&caller, selector, request.key.as_str()).await {
            Ok(()) => DeleteServiceAccountKeyResponse::NoContent,
            Err(error) => account_failure(call, error).into(),
        }
    }

    async fn list_organizations(
        &self,
        call: &Call,
        caller: Caller,
        request: ListOrganizationsRequest,
    ) -> ListOrganizationsResponse {
        organizations::list(&self.directory, call, &caller, request).await
    }

    async fn create_organization(
        &self,
        call: &Call,
        caller: Caller,
        request: CreateOrganizationRequest,
    ) -> CreateOrganizationResponse {
        organizations::create(&self.directory, call, caller, request).await
    }

    async fn describe_organization(
        &self,
        call: &Call,
        caller: Caller,
        request: DescribeOrganizationRequest,
    ) -> DescribeOrganizationResponse {
        organizations::describe(&self.directory, call, &caller, request).await
    }

    async fn update_organization(
        &self,
        call: &Call,
        caller: Caller,
        request: UpdateOrganizationRequest,
    ) -> UpdateOrganizationResponse {
        organizations::rename(&self.directory, call, caller, request).await
    }

    async fn delete_organization(
        &self,
        call: &Call,
        caller: Caller,
        request: DeleteOrganizationRequest,
    ) -> DeleteOrganizationResponse {
        organizations::remove(&self.directory, call, caller, request).await
    }
}
