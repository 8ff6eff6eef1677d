//! The dialect elastic: users, changed by JSON Merge Patch, and API keys of Elastic Cloud Enterprise API v1.
//! It must not know another dialect, the store, or who may do what.

mod error;
mod from_wire;
mod key_from_wire;
mod reply;
mod roles;
mod session_to_wire;
mod to_wire;

use specgen_runtime::{Call, Operation, Rejection};

use super::authentication;
use super::repeat::once;
use crate::auth::Caller;
use crate::directory::{Directory, Span, UserSelector};
use crate::generated::elastic::{
    Api, CreateApiKeyRequest, CreateApiKeyResponse, CreateUserRequest, CreateUserResponse, DeleteApiKeyRequest,
    DeleteApiKeyResponse, DeleteApiKeysRequest, DeleteApiKeysResponse, DeleteUserApiKeyRequest,
    DeleteUserApiKeyResponse, DeleteUserApiKeysRequest, DeleteUserApiKeysResponse, DeleteUserRequest,
    DeleteUserResponse, DeleteUsersApiKeysRequest, DeleteUsersApiKeysResponse, Failure, GetApiKeyRequest,
    GetApiKeyResponse, GetApiKeysResponse, GetAuthenticationInfoResponse, GetCurrentUserResponse, GetUserApiKeyRequest,
    GetUserApiKeyResponse, GetUserApiKeysRequest, GetUserApiKeysResponse, GetUserRequest, GetUserResponse,
    GetUsersApiKeysResponse, GetUsersRequest, GetUsersResponse, LoginRequest, LoginResponse, LogoutResponse,
    MethodsResponse, OperationId, RefreshTokenResponse, SamlCallbackResponse, SamlInitResponse,
    UpdateCurrentUserRequest, UpdateCurrentUserResponse, UpdateUserRequest, UpdateUserResponse,
};
use error::{failure, key_failure, keys_failure, session_failure};

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
        match self.directory.show_current_user(&caller, &to_wire::USER).await {
            Ok(shown) => GetCurrentUserResponse::Ok { etag: shown.tag, body: shown.body },
            Err(error) => failure(call, error).into(),
        }
    }

    async fn update_current_user(
        &self,
        call: &Call,
        caller: Caller,
        request: UpdateCurrentUserRequest,
    ) -> UpdateCurrentUserResponse {
        let caller = caller.provided(request.if_match);
        let updated = async {
            let update = from_wire::user_update(&caller.principal().username, request.body)?;
            self.directory.update_current_user(&caller, update).await.map_err(|error| failure(call, error))
        };
        match updated.await {
            Ok(updated) => UpdateCurrentUserResponse::Ok {
                etag: updated.view.tag().to_string(),
                body: to_wire::user(updated.view),
            },
            Err(failure) => failure.into(),
        }
    }

    async fn get_users(&self, call: &Call, caller: Caller, request: GetUsersRequest) -> GetUsersResponse {
        let wanted = from_wire::users(request.include_disabled);
        match self.directory.stream_users(&caller, wanted, Span::default()).await {
            Ok(views) => GetUsersResponse::Ok(to_wire::users(views)),
            Err(error) => failure(call, error).into(),
        }
    }

    async fn create_user(&self, call: &Call, caller: Caller, request: CreateUserRequest) -> CreateUserResponse {
        let created = async {
            let new = from_wire::new_user(request.body)?;
            let asking = once(caller, request.idempotency_key.as_ref(), to_wire::created_user);
            self.directory.create_user(asking, new).await.map_err(|error| failure(call, error))
        };
        created.await.unwrap_or_else(Into::into)
    }

    async fn get_user(&self, call: &Call, caller: Caller, request: GetUserRequest) -> GetUserResponse {
        match self.directory.show_user(&caller, from_wire::user(request.user_name), &to_wire::USER).await {
            Ok(shown) => GetUserResponse::Ok { etag: shown.tag, body: shown.body },
            Err(error) => failure(call, error).into(),
        }
    }

    async fn update_user(&self, call: &Call, caller: Caller, request: UpdateUserRequest) -> UpdateUserResponse {
        let caller = caller.provided(request.if_match);
        let updated = async {
            let update = from_wire::user_update(&request.user_name, request.body)?;
            let selector = from_wire::user(request.user_name);
            self.directory.update_user(&caller, selector, update).await.map_err(|error| failure(call, error))
        };
        match updated.await {
            Ok(updated) => {
                UpdateUserResponse::Ok { etag: updated.view.tag().to_string(), body: to_wire::user(updated.view) }
            }
            Err(failure) => failure.into(),
        }
    }

    async fn delete_user(&self, call: &Call, caller: Caller, request: DeleteUserRequest) -> DeleteUserResponse {
        let caller = caller.provided(request.if_match);
        match self.directory.delete_user(&caller, from_wire::user(request.user_name)).await {
            Ok(()) => DeleteUserResponse::Ok(to_wire::done()),
            Err(error) => failure(call, error).into(),
        }
    }

    async fn get_authentication_info(&self, call: &Call, caller: Caller) -> GetAuthenticationInfoResponse {
        match self.directory.find_session(&caller).await {
            Ok(session) => GetAuthenticationInfoResponse::Ok(session_to_wire::info(session)),
            Err(error) => failure(call, error).into(),
        }
    }

    async fn login(&self, call: &Call, request: LoginRequest) -> LoginResponse {
        let (login, state) = from_wire::login(request.body);
        let operation: &Operation = OperationId::Login.into();
        match self.directory.log_in(login, operation.id, authentication::origin(call)).await {
            Ok(session) => session_to_wire::logged_in(&session, state.as_deref()),
            Err(error) => failure(call, error).into(),
        }
    }

    async fn logout(&self, call: &Call, caller: Caller) -> LogoutResponse {
        match self.directory.log_out(&caller).await {
            Ok(()) => LogoutResponse::Ok(to_wire::done()),
            Err(error) => failure(call, error).into(),
        }
    }

    async fn refresh_token(&self, call: &Call, caller: Caller) -> RefreshTokenResponse {
        match self.directory.refresh_session(&caller).await {
            Ok(session) => session_to_wire::refreshed(&session),
            Err(error) => session_failure(call, error).into(),
        }
    }

    async fn methods(&self, _: &Call) -> MethodsResponse {
        MethodsResponse::Ok(session_to_wire::methods())
    }

    async fn saml_init(&self, _: &Call) -> SamlInitResponse {
        error::without_saml().into()
    }

    async fn saml_callback(&self, _: &Call) -> SamlCallbackResponse {
        error::without_saml().into()
    }

    async fn get_api_keys(&self, call: &Call, caller: Caller) -> GetApiKeysResponse {
        match self.directory.list_keys(&caller, UserSelector::oneself(&caller)).await {
            Ok(views) => GetApiKeysResponse::Ok(to_wire::keys(views)),
            Err(error) => keys_failure(call, error).into(),
        }
    }

    async fn create_api_key(&self, call: &Call, caller: Caller, request: CreateApiKeyRequest) -> CreateApiKeyResponse {
        let created = async {
            let new = key_from_wire::new_key(request.body)?;
            let selector = UserSelector::oneself(&caller);
            let asking = once(caller, request.idempotency_key.as_ref(), to_wire::created_key);
            self.directory.create_key(asking, selector, new).await.map_err(|error| keys_failure(call, error))
        };
        created.await.unwrap_or_else(Into::into)
    }

    async fn delete_api_keys(
        &self,
        call: &Call,
        caller: Caller,
        request: DeleteApiKeysRequest,
    ) -> DeleteApiKeysResponse {
        match self.directory.delete_keys(&caller, key_from_wire::own_keys(&caller, request.body)).await {
            Ok(()) => DeleteApiKeysResponse::Ok(to_wire::done()),
            Err(failed) => keys_failure(call, failed.error).into(),
        }
    }

    async fn get_users_api_keys(&self, call: &Call, caller: Caller) -> GetUsersApiKeysResponse {
        match self.directory.list_all_keys(&caller).await {
            Ok(views) => GetUsersApiKeysResponse::Ok(to_wire::all_keys(views)),
            Err(error) => keys_failure(call, error).into(),
        }
    }

    async fn delete_users_api_keys(
        &self,
        call: &Call,
        caller: Caller,
        request: DeleteUsersApiKeysRequest,
    ) -> DeleteUsersApiKeysResponse {
        match self.directory.delete_keys(&caller, key_from_wire::users_keys(request.body)).await {
            Ok(()) => DeleteUsersApiKeysResponse::Ok(to_wire::done()),
            Err(failed) => keys_failure(call, failed.error).into(),
        }
    }

    async fn get_api_key(&self, call: &Call, caller: Caller, request: GetApiKeyRequest) -> GetApiKeyResponse {
        match self.directory.get_key(&caller, UserSelector::oneself(&caller), &request.api_key_id).await {
            Ok(view) => GetApiKeyResponse::Ok { etag: view.tag().to_string(), body: to_wire::key(view) },
            Err(error) => key_failure(call, error).into(),
        }
    }

    async fn delete_api_key(&self, call: &Call, caller: Caller, request: DeleteApiKeyRequest) -> DeleteApiKeyResponse {
        let caller = caller.provided(request.if_match);
        match self.directory.delete_key(&caller, UserSelector::oneself(&caller), &request.api_key_id).await {
            Ok(()) => DeleteApiKeyResponse::Ok(to_wire::done()),
            Err(error) => key_failure(call, error).into(),
        }
    }

    async fn get_user_api_keys(
        &self,
        call: &Call,
        caller: Caller,
        request: GetUserApiKeysRequest,
    ) -> GetUserApiKeysResponse {
        match self.directory.list_keys(&caller, from_wire::user(request.user_id)).await {
            Ok(views) => GetUserApiKeysResponse::Ok(to_wire::keys(views)),
            Err(error) => keys_failure(call, error).into(),
        }
    }

    async fn delete_user_api_keys(
        &self,
        call: &Call,
        caller: Caller,
        request: DeleteUserApiKeysRequest,
    ) -> DeleteUserApiKeysResponse {
        match self.directory.delete_keys_of(&caller, from_wire::user(request.user_id)).await {
            Ok(()) => DeleteUserApiKeysResponse::Ok(to_wire::done()),
            Err(error) => keys_failure(call, error).into(),
        }
    }

    async fn get_user_api_key(
        &self,
        call: &Call,
        caller: Caller,
        request: GetUserApiKeyRequest,
    ) -> GetUserApiKeyResponse {
        match self.directory.get_key(&caller, from_wire::user(request.user_id), &request.api_key_id).await {
            Ok(view) => GetUserApiKeyResponse::Ok { etag: view.tag().to_string(), body: to_wire::key(view) },
            Err(error) => key_failure(call, error).into(),
        }
    }

    async fn delete_user_api_key(
        &self,
        call: &Call,
        caller: Caller,
        request: DeleteUserApiKeyRequest,
    ) -> DeleteUserApiKeyResponse {
        let caller = caller.provided(request.if_match);
        match self.directory.delete_key(&caller, from_wire::user(request.user_id), &request.api_key_id).await {
            Ok(()) => DeleteUserApiKeyResponse::Ok(to_wire::done()),
            Err(error) => key_failure(call, error).into(),
        }
    }
}
