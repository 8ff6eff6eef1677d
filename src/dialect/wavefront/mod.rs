//! The door `wavefront`: users as Wavefront API v2 has them, addressed by e-mail address.
//! Translates in, calls the directory, translates out; it must not know the store or another dialect.

mod error;
mod from_wire;
mod to_wire;

use specgen_runtime::{Call, Rejection};

use crate::auth::Caller;
use crate::dialect::authentication;
use crate::directory::Directory;
use crate::generated::wavefront::{
    Api, CreateUserRequest, CreateUserResponse, Failure, GetUserRequest, GetUserResponse,
    GrantPermissionToUsersRequest, GrantPermissionToUsersResponse, GrantUserPermissionRequest,
    GrantUserPermissionResponse, InviteUsersRequest, InviteUsersResponse, UpdateUserRequest, UpdateUserResponse,
};

use error::{Subject, batch_failure, failure};

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

impl Api for Wavefront {
    type Caller = Caller;

    async fn authenticate(&self, call: &Call) -> Result<Caller, Rejection> {
        authentication::authenticate(&self.directory, call).await
    }

    fn reject(&self, call: &Call, rejection: &Rejection) -> Failure {
        error::rejected(call, rejection)
    }

    // `sendEmail` is not looked at: a server without outgoing mail has nothing to send.
    async fn create_user(&self, call: &Call, caller: Caller, request: CreateUserRequest) -> CreateUserResponse {
        let identifier = request.body.email_address.clone();
        let written = async { self.directory.create_user(&caller, from_wire::new_user(request.body)?).await };
        written.await.map_or_else(|error| failure(call, error, &Subject::only(&identifier)).into(), to_wire::created)
    }

    async fn invite_users(&self, call: &Call, caller: Caller, request: InviteUsersRequest) -> InviteUsersResponse {
        let identifiers = from_wire::addresses(&request.body);
        let written = async { self.directory.invite_users(&caller, from_wire::new_users(request.body)?).await };
        written.await.map_or_else(
            |error| batch_failure(call, error, &identifiers).into(),
            |written| InviteUsersResponse::Ok(to_wire::first(written.into_iter().map(|written| written.view))),
        )
    }

    async fn grant_permission_to_users(
        &self,
        call: &Call,
        caller: Caller,
        request: GrantPermissionToUsersRequest,
    ) -> GrantPermissionToUsersResponse {
        let GrantPermissionToUsersRequest { permission, body: identifiers } = request;
        let selectors = identifiers.iter().map(from_wire::selector).collect();
        let granted = self.directory.grant_permission(&caller, selectors, from_wire::permission(permission)).await;
        granted.map_or_else(
            |error| batch_failure(call, error, &identifiers).into(),
            |views| GrantPermissionToUsersResponse::Ok(to_wire::first(views)),
        )
    }

    async fn get_user(&self, call: &Call, caller: Caller, request: GetUserRequest) -> GetUserResponse {
        let found = self.directory.get_user(&caller, from_wire::selector(&request.id)).await;
        found.map_or_else(
            |error| failure(call, error, &Subject::only(request.id.as_str())).into(),
            |view| GetUserResponse::Ok(to_wire::user(view)),
        )
    }

    async fn update_user(&self, call: &Call, caller: Caller, request: UpdateUserRequest) -> UpdateUserResponse {
        let UpdateUserRequest { id, body } = request;
        let written = async {
            let update = from_wire::user_update(body.unwrap_or_default())?;
            self.directory.update_user(&caller, from_wire::selector(&id), update).await
        };
        written.await.map_or_else(
            |error| failure(call, error, &Subject::only(id.as_str())).into(),
            |written| UpdateUserResponse::Ok(to_wire::updated(written)),
        )
    }

    async fn grant_user_permission(
        &self,
        call: &Call,
        caller: Caller,
        request: GrantUserPermissionRequest,
    ) -> GrantUserPermissionResponse {
        let GrantUserPermissionRequest { id, body } = request;
        let update = from_wire::granting(body.unwrap_or_default());
        let written = self.directory.update_user(&caller, from_wire::selector(&id), update).await;
        written.map_or_else(
            |error| failure(call, error, &Subject::only(id.as_str())).into(),
            |written| GrantUserPermissionResponse::Ok(to_wire::user(written.view)),
        )
    }
}
