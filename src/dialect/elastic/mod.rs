//! The dialect elastic: the current user of Elastic Cloud Enterprise API v1, changed by JSON Merge Patch.
//! It must not know another dialect, the store, or who may do what.

mod error;
mod from_wire;
mod reply;
mod to_wire;

use specgen_runtime::{Call, Rejection};

use super::authentication;
use crate::auth::Caller;
use crate::directory::Directory;
use crate::generated::elastic::{
    Api, Failure, GetCurrentUserResponse, UpdateCurrentUserRequest, UpdateCurrentUserResponse, User,
};

/// The door for Elastic's clients.
#[derive(Clone)]
pub struct Elastic {
    directory: Directory,
}

impl Elastic {
    /// The door to this directory.
    #[must_use]
    pub const fn new(directory: Directory) -> Self {
        Self { directory }
    }

    async fn current_user(&self, call: &Call, caller: &Caller) -> Result<User, Failure> {
        let found = self.directory.get_current_user(caller).await;
        found.map(to_wire::user).map_err(|error| error::failure(call, error))
    }

    async fn update(&self, call: &Call, caller: &Caller, request: UpdateCurrentUserRequest) -> Result<User, Failure> {
        let update = from_wire::user_update(&caller.principal().username, request.body)?;
        let written = self.directory.update_current_user(caller, update).await;
        written.map(|written| to_wire::user(written.view)).map_err(|error| error::failure(call, error))
    }
}

impl Api for Elastic {
    type Caller = Caller;

    async fn authenticate(&self, call: &Call) -> Result<Caller, Rejection> {
        authentication::authenticate(&self.directory, call).await
    }

    fn reject(&self, call: &Call, rejection: &Rejection) -> Failure {
        error::rejected(call, rejection)
    }

    async fn get_current_user(&self, call: &Call, caller: Caller) -> GetCurrentUserResponse {
        self.current_user(call, &caller).await.map_or_else(Into::into, GetCurrentUserResponse::Ok)
    }

    async fn update_current_user(
        &self,
        call: &Call,
        caller: Caller,
        request: UpdateCurrentUserRequest,
    ) -> UpdateCurrentUserResponse {
        self.update(call, &caller, request).await.map_or_else(Into::into, UpdateCurrentUserResponse::Ok)
    }
}
