//! LakeSail's user API over the directory: users by short upper-case id, failures that are one message.
//! It must not know another dialect, nor how users are stored.

mod error;
mod from_wire;
mod to_wire;

use specgen_runtime::{Call, Rejection};

use super::authentication;
use crate::auth::Caller;
use crate::directory::Directory;
use crate::generated::lakesail::{
    Api, ChangePasswordRequest, ChangePasswordResponse, CreateUserRequest, CreateUserResponse, DeleteUserRequest,
    DeleteUserResponse, DescribeCurrentIdentityResponse, DescribeUserRequest, DescribeUserResponse, Failure,
    ListUsersRequest, ListUsersResponse, ResetPasswordRequest, ResetPasswordResponse, UpdateUserRequest,
    UpdateUserResponse,
};
use error::{failure, invalid, rejected};

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
        match self.directory.get_current_user(&caller).await {
            Ok(view) => DescribeCurrentIdentityResponse::Ok(to_wire::identity(view.user)),
            Err(error) => failure(call, error).into(),
        }
    }

    async fn list_users(&self, call: &Call, caller: Caller, request: ListUsersRequest) -> ListUsersResponse {
        let listed = async { self.directory.list_users(&caller, from_wire::user_query(request)?).await };
        match listed.await {
            Ok(page) => ListUsersResponse::Ok(to_wire::user_list(page)),
            Err(error) => failure(call, error).into(),
        }
    }

    async fn create_user(&self, call: &Call, caller: Caller, request: CreateUserRequest) -> CreateUserResponse {
        let created = async {
            let new = from_wire::new_user(request.body).map_err(|violations| invalid(&violations))?;
            self.directory.create_user(&caller, new).await.map_err(|error| failure(call, error))
        };
        match created.await {
            Ok(created) => CreateUserResponse::Created(to_wire::user(created.view.user)),
            Err(failure) => failure.into(),
        }
    }

    async fn describe_user(&self, call: &Call, caller: Caller, request: DescribeUserRequest) -> DescribeUserResponse {
        match self.directory.get_user(&caller, from_wire::selector(request.user)).await {
            Ok(view) => DescribeUserResponse::Ok(to_wire::user(view.user)),
            Err(error) => failure(call, error).into(),
        }
    }

    async fn update_user(&self, call: &Call, caller: Caller, request: UpdateUserRequest) -> UpdateUserResponse {
        let updated = async {
            let update = from_wire::user_update(request.body).map_err(|violations| invalid(&violations))?;
            let selector = from_wire::selector(request.user);
            self.directory.update_user(&caller, selector, update).await.map_err(|error| failure(call, error))
        };
        match updated.await {
            Ok(updated) => UpdateUserResponse::Ok(to_wire::user(updated.view.user)),
            Err(failure) => failure.into(),
        }
    }

    async fn delete_user(&self, call: &Call, caller: Caller, request: DeleteUserRequest) -> DeleteUserResponse {
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
        match self.directory.reset_password(&caller, from_wire::selector(request.user)).await {
            Ok(password) => to_wire::password_reset(&password),
            Err(error) => failure(call, error).into(),
        }
    }
}
