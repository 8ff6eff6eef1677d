//! The operations on users: one's own, one, many.

use specgen_runtime::{Map, Rendered, TextItems, Value};

use crate::auth::Caller;
use crate::directory::Span;
use crate::domain::search::Search;
use crate::domain::{Error, Status};
use crate::generated::frontier::{
    CreateUserRequest, CreateUserResponse, CurrentUserReply, GetUserRequest, ListUsersRequest, SearchReply,
    SearchUsersRequest, UpdateCurrentUserRequest, UpdateUserRequest, UserList, UserReply,
};

use super::super::repeat::try_once;
use super::from_wire::{self, Replacement, UserListing, Whom};
use super::to_wire::Tagged;
use super::{Frontier, to_wire};

/// The answer that says nothing but that it was done.
pub(super) type Empty = Map<String, Value>;

impl Frontier {
    pub(super) async fn list(&self, caller: &Caller, request: ListUsersRequest) -> Result<UserList, Error> {
        let UserListing { organization, search, span } = from_wire::listing(request);
        self.within(caller, organization).await?;
        let found = self.directory.stream_counted_users(caller, search, span).await?;
        Ok(to_wire::user_list(found))
    }

    pub(super) async fn create(&self, caller: Caller, request: CreateUserRequest) -> Result<CreateUserResponse, Error> {
        let new = from_wire::new_user(request.body)?;
        let asking = try_once(caller, request.idempotency_key.as_ref(), to_wire::created_user);
        self.directory.create_user(asking, new).await
    }

    pub(super) async fn get_current(&self, caller: &Caller) -> Result<Tagged<Rendered<CurrentUserReply>>, Error> {
        self.directory.show_own_account(caller, &to_wire::CURRENT_USER).await.map(Tagged::from)
    }

    pub(super) async fn update_current(
        &self,
        caller: Caller,
        request: UpdateCurrentUserRequest,
    ) -> Result<Tagged<UserReply>, Error> {
        let caller = caller.provided(request.if_match);
        let update = from_wire::own_update(request.body)?;
        let written = self.directory.update_current_user(&caller, update).await?;
        to_wire::user_reply(&written.view)
    }

    pub(super) async fn get(
        &self,
        caller: &Caller,
        request: GetUserRequest,
    ) -> Result<Tagged<Rendered<UserReply>>, Error> {
        let selector = from_wire::read_selector(request.id);
        self.directory.show_user(caller, selector, &to_wire::USER).await.map(Tagged::from)
    }

    pub(super) async fn replace(
        &self,
        caller: Caller,
        mut request: UpdateUserRequest,
    ) -> Result<Tagged<UserReply>, Error> {
        let caller = caller.provided(request.if_match.take());
        let Replacement { whom, new, update } = from_wire::replacement(request)?;
        let written = match whom {
            Whom::Existing(selector) => self.directory.update_user(&caller, selector, update).await?,
            Whom::Addressee(email) => self.directory.create_or_update(&caller, email, new, update).await?,
        };
        to_wire::user_reply(&written.view)
    }

    pub(super) async fn delete(&self, caller: &Caller, id: &str) -> Result<Empty, Error> {
        self.directory.delete_user(caller, from_wire::user_by_uuid(id)).await?;
        Ok(Empty::new())
    }

    pub(super) async fn switch(&self, caller: &Caller, id: &str, status: Status) -> Result<Empty, Error> {
        let update = from_wire::switched(status);
        self.directory.update_user(caller, from_wire::user_by_uuid(id), update).await?;
        Ok(Empty::new())
    }

    pub(super) async fn search(&self, caller: &Caller, request: SearchUsersRequest) -> Result<SearchReply, Error> {
        let asked = from_wire::user_search(request.body)?;
        let counts = self.directory.count_users_by_status(caller, asked.search.conditions.clone()).await?;
        let listing = self.directory.stream_users(caller, asked.search.clone(), asked.span).await?;
        Ok(to_wire::search_reply(&asked, counts, listing))
    }

    pub(super) async fn export(&self, caller: &Caller) -> Result<TextItems, Error> {
        let listing = self.directory.stream_users(caller, Search::default(), Span::default()).await?;
        Ok(to_wire::user_lines(listing))
    }
}
