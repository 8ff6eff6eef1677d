//! The searches: each translates in, calls the directory, and translates out.
//! It must not know the store or another dialect.

use specgen_runtime::Call;

use crate::auth::Caller;
use crate::directory::Directory;
use crate::generated::wavefront as wire;

use super::error::{Subject, failure};
use super::from_wire::search::{self as in_words, Asked, Named};
use super::to_wire;

pub(super) async fn users(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::SearchUserEntitiesRequest,
) -> wire::SearchUserEntitiesResponse {
    let found = async {
        let Asked { search, window, named } = in_words::users(request.body.unwrap_or_default())?;
        let own = caller.principal().user;
        let found = directory.search_users_as(&caller, search, window, move |view| to_wire::search::user(view, own));
        let Named { offset, limit, sort } = named;
        Ok(to_wire::search::users(found.await?, offset, limit, sort))
    };
    let refused = |error| failure(call, error, &Subject::default()).into();
    found.await.map_or_else(refused, wire::SearchUserEntitiesResponse::Ok)
}

pub(super) async fn groups(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::SearchUserGroupEntitiesRequest,
) -> wire::SearchUserGroupEntitiesResponse {
    let found = async {
        let Asked { search, window, named } = in_words::groups(request.body.unwrap_or_default())?;
        let found = directory.search_groups(&caller, search, window).await?;
        Ok(to_wire::groups::page(found, named.offset, named.limit, named.sort))
    };
    let refused = |error| failure(call, error, &Subject::default()).into();
    found.await.map_or_else(refused, wire::SearchUserGroupEntitiesResponse::Ok)
}

pub(super) async fn roles(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: wire::SearchRoleEntitiesRequest,
) -> wire::SearchRoleEntitiesResponse {
    let found = async {
        let Asked { search, window, named } = in_words::roles(request.body.unwrap_or_default())?;
        let found = directory.search_roles(&caller, search, window).await?;
        Ok(to_wire::roles::page(found, named.offset, named.limit, named.sort))
    };
    let refused = |error| failure(call, error, &Subject::default()).into();
    found.await.map_or_else(refused, wire::SearchRoleEntitiesResponse::Ok)
}
