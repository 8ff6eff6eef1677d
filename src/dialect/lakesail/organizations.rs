//! LakeSail's operations about organizations: what is asked of the directory, and what is answered.

use specgen_runtime::Call;

use super::super::repeat::once;
use super::error::failure;
use super::{from_wire, to_wire};
use crate::auth::Caller;
use crate::directory::{Directory, Reference};
use crate::domain::Organization;
use crate::generated::lakesail::{
    self as wire, CreateOrganizationRequest, CreateOrganizationResponse, DeleteOrganizationRequest,
    DeleteOrganizationResponse, DescribeOrganizationRequest, DescribeOrganizationResponse, ListOrganizationsRequest,
    ListOrganizationsResponse, UpdateOrganizationRequest, UpdateOrganizationResponse,
};

pub(super) async fn list(
    directory: &Directory,
    call: &Call,
    caller: &Caller,
    request: ListOrganizationsRequest,
) -> ListOrganizationsResponse {
    let query = from_wire::page_query(request.limit, request.marker);
    let listed = async { directory.list_organizations(caller, query?).await };
    match listed.await {
        Ok(page) => ListOrganizationsResponse::Ok(to_wire::organization_list(page)),
        Err(error) => failure(call, error).into(),
    }
}

pub(super) async fn create(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: CreateOrganizationRequest,
) -> CreateOrganizationResponse {
    let asking = once(caller, request.idempotency_key.as_ref(), |made| CreateOrganizationResponse::Created {
        etag: tag(&made),
        body: to_wire::organization(made),
    });
    let made = directory.create_organization(asking, request.body.name).await;
    made.unwrap_or_else(|error| failure(call, error).into())
}

pub(super) async fn describe(
    directory: &Directory,
    call: &Call,
    caller: &Caller,
    request: DescribeOrganizationRequest,
) -> DescribeOrganizationResponse {
    match directory.describe_organization(caller, named(request.organization)).await {
        Ok(found) => DescribeOrganizationResponse::Ok { etag: tag(&found), body: to_wire::organization(found) },
        Err(error) => failure(call, error).into(),
    }
}

pub(super) async fn rename(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: UpdateOrganizationRequest,
) -> UpdateOrganizationResponse {
    let caller = caller.provided(request.if_match);
    match directory.rename_organization(&caller, named(request.organization), request.body.name).await {
        Ok(renamed) => UpdateOrganizationResponse::Ok { etag: tag(&renamed), body: to_wire::organization(renamed) },
        Err(error) => failure(call, error).into(),
    }
}

pub(super) async fn remove(
    directory: &Directory,
    call: &Call,
    caller: Caller,
    request: DeleteOrganizationRequest,
) -> DeleteOrganizationResponse {
    let caller = caller.provided(request.if_match);
    match directory.remove_organization(&caller, named(request.organization)).await {
        Ok(()) => DeleteOrganizationResponse::NoContent,
        Err(error) => failure(call, error).into(),
    }
}

/// The organization that a path names.
fn named(id: wire::ResourceId) -> Reference {
    Reference::Id(id.into_inner())
}

fn tag(organization: &Organization) -> String {
    organization.tag().to_string()
}
