//! The dialect `frontier`: users as Raystack Frontier v1beta1 has them. Each operation is translated in, asked of the
//! directory, and translated out. It must not know another dialect or the store.

mod error;
mod from_wire;
mod to_wire;

use specgen_runtime::{Call, Rejection};

use crate::auth::Caller;
use crate::directory::Directory;
use crate::domain::Error;
use crate::generated::frontier::{
    Api, CreateUserRequest, CreateUserResponse, CurrentUserReply, Failure, GetCurrentUserResponse, GetUserRequest,
    GetUserResponse, Ping, PingResponse, UpdateUserRequest, UpdateUserResponse, UserReply,
};

use super::authentication::authenticate;
use error::failure;
use from_wire::{Replacement, Whom};

/// Frontier's door to a directory.
#[derive(Clone, Debug)]
pub struct Frontier {
    directory: Directory,
}

impl Frontier {
    /// A door to this directory.
    #[must_use]
    pub const fn new(directory: Directory) -> Self {
        Self { directory }
    }

    async fn create(&self, caller: &Caller, request: CreateUserRequest) -> Result<UserReply, Error> {
        let new = from_wire::new_user(request.body)?;
        let written = self.directory.create_user(caller, new).await?;
        to_wire::user_reply(&written.view)
    }

    async fn get_current(&self, caller: &Caller) -> Result<CurrentUserReply, Error> {
        let view = self.directory.get_current_user(caller).await?;
        to_wire::current_user_reply(&view)
    }

    async fn get(&self, caller: &Caller, request: GetUserRequest) -> Result<UserReply, Error> {
        let view = self.directory.get_user(caller, from_wire::read_selector(request.id)).await?;
        to_wire::user_reply(&view)
    }

    async fn replace(&self, caller: &Caller, request: UpdateUserRequest) -> Result<UserReply, Error> {
        let Replacement { whom, new, update } = from_wire::replacement(request)?;
        let written = match whom {
            Whom::Existing(selector) => self.directory.update_user(caller, selector, update).await?,
            Whom::Addressee(email) => self.directory.create_or_update(caller, email, new, update).await?,
        };
        to_wire::user_reply(&written.view)
    }
}

impl Api for Frontier {
    type Caller = Caller;

    async fn authenticate(&self, call: &Call) -> Result<Caller, Rejection> {
        authenticate(&self.directory, call).await
    }

    fn reject(&self, call: &Call, rejection: &Rejection) -> Failure {
        error::rejected(call, rejection)
    }

    async fn ping(&self, _: &Call) -> PingResponse {
        PingResponse::Ok(Ping { status: "SERVING".to_owned() })
    }

    async fn create_user(&self, call: &Call, caller: Caller, request: CreateUserRequest) -> CreateUserResponse {
        let outcome = self.create(&caller, request).await;
        outcome.map_or_else(|error| failure(call, error).into(), CreateUserResponse::Ok)
    }

    async fn get_current_user(&self, call: &Call, caller: Caller) -> GetCurrentUserResponse {
        let outcome = self.get_current(&caller).await;
        outcome.map_or_else(|error| failure(call, error).into(), GetCurrentUserResponse::Ok)
    }

    async fn get_user(&self, call: &Call, caller: Caller, request: GetUserRequest) -> GetUserResponse {
        let outcome = self.get(&caller, request).await;
        outcome.map_or_else(|error| failure(call, error).into(), GetUserResponse::Ok)
    }

    async fn update_user(&self, call: &Call, caller: Caller, request: UpdateUserRequest) -> UpdateUserResponse {
        let outcome = self.replace(&caller, request).await;
        outcome.map_or_else(|error| failure(call, error).into(), UpdateUserResponse::Ok)
    }
}
