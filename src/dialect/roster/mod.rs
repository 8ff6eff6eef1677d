//! Roster's own small API: keys for other users, who may do what, the outgoing mail, the audit trail, and the server's health and contract. Failures are problem details.
//! It must not know another dialect, nor how users and keys are stored.

mod actions_to_wire;
mod audit_from_wire;
mod audit_to_wire;
mod contract;
mod error;
mod from_wire;
mod import_from_wire;
mod import_to_wire;
mod to_wire;

use std::sync::Arc;

use specgen_runtime::{Call, Rejection};

use super::authentication;
use super::repeat::{once, try_once};
use crate::auth::Caller;
use crate::directory::Directory;
use crate::generated::roster::{
    Api, CreateAdministratorRequest, CreateAdministratorResponse, CreateUserKeyRequest, CreateUserKeyResponse,
    ExportAuditRequest, ExportAuditResponse, ExportUsersRequest, ExportUsersResponse, Failure, GetContractResponse,
    GetHealthResponse, GetMetricsResponse, GetReadinessResponse, ImportUsersRequest, ImportUsersResponse,
    ListActionsResponse, ListAuditRequest, ListAuditResponse, ListMailRequest, ListMailResponse,
};
use crate::watch::Watch;
use error::{failure, invalid, not_ready, rejected};

/// The operations that no imitated system has.
#[derive(Debug)]
pub struct Roster {
    directory: Directory,
    watch: Arc<Watch>,
}

impl Roster {
    /// Serves this directory, and shows what is watched.
    #[must_use]
    pub const fn new(directory: Directory, watch: Arc<Watch>) -> Self {
        Self { directory, watch }
    }
}

impl Api for Roster {
    type Caller = Caller;

    async fn authenticate(&self, call: &Call) -> Result<Caller, Rejection> {
        authentication::authenticate(&self.directory, call).await
    }

    fn reject(&self, call: &Call, rejection: &Rejection) -> Failure {
        rejected(call, rejection)
    }

    async fn create_user_key(
        &self,
        call: &Call,
        caller: Caller,
        request: CreateUserKeyRequest,
    ) -> CreateUserKeyResponse {
        let (selector, new) = (from_wire::selector(request.user), from_wire::new_key(request.body));
        let asking = once(caller, request.idempotency_key.as_ref(), to_wire::created);
        let made = self.directory.create_key(asking, selector, new).await;
        made.unwrap_or_else(|error| failure(call, error).into())
    }

    async fn create_administrator(
        &self,
        call: &Call,
        caller: Caller,
        request: CreateAdministratorRequest,
    ) -> CreateAdministratorResponse {
        let created = async {
            let new = from_wire::new_administrator(request.body).map_err(|violations| invalid(call, &violations))?;
            let named = from_wire::organization(request.organization);
            let asking = once(caller, request.idempotency_key.as_ref(), to_wire::administrator);
            self.directory.create_administrator(asking, named, new).await.map_err(|error| failure(call, error))
        };
        created.await.unwrap_or_else(Into::into)
    }

    async fn list_actions(&self, _: &Call, _: Caller) -> ListActionsResponse {
        ListActionsResponse::Ok(actions_to_wire::table())
    }

    async fn list_mail(&self, call: &Call, caller: Caller, request: ListMailRequest) -> ListMailResponse {
        let listed = async { self.directory.list_mail(&caller, from_wire::mail_query(request)?).await };
        match listed.await {
            Ok(page) => ListMailResponse::Ok(to_wire::mail_page(page)),
            Err(error) => failure(call, error).into(),
        }
    }

    async fn list_audit(&self, call: &Call, caller: Caller, request: ListAuditRequest) -> ListAuditResponse {
        let listed = async {
            let page = self.directory.list_audit(&caller, audit_from_wire::page_query(request)?).await?;
            audit_to_wire::page(page)
        };
        match listed.await {
            Ok(page) => ListAuditResponse::Ok(page),
            Err(error) => failure(call, error).into(),
        }
    }

    async fn export_audit(&self, call: &Call, caller: Caller, request: ExportAuditRequest) -> ExportAuditResponse {
        let listed = async { self.directory.export_audit(&caller, audit_from_wire::export_query(request)?).await };
        match listed.await {
            Ok(listing) => ExportAuditResponse::Ok(audit_to_wire::lines(listing)),
            Err(error) => failure(call, error).into(),
        }
    }

    async fn import_users(&self, call: &Call, caller: Caller, request: ImportUsersRequest) -> ImportUsersResponse {
        let asking = try_once(caller, request.idempotency_key.as_ref(), import_to_wire::report);
        let imported = async { self.directory.import_users(asking, import_from_wire::portion(request.body)?).await };
        imported.await.unwrap_or_else(|error| failure(call, error).into())
    }

    async fn export_users(&self, call: &Call, caller: Caller, request: ExportUsersRequest) -> ExportUsersResponse {
        match self.directory.export_users(&caller, request.password_hashes).await {
            Ok(listing) => import_to_wire::lines(listing),
            Err(error) => failure(call, error).into(),
        }
    }

    async fn get_health(&self, _: &Call) -> GetHealthResponse {
        GetHealthResponse::Ok(to_wire::health())
    }

    async fn get_readiness(&self, call: &Call) -> GetReadinessResponse {
        let checks = self.watch.check_ready(&self.directory).await;
        to_wire::readiness(&checks).map_or_else(|shown| not_ready(call, checks, shown).into(), GetReadinessResponse::Ok)
    }

    async fn get_metrics(&self, call: &Call, _: Caller) -> GetMetricsResponse {
        self.watch.metrics().map_or_else(|error| failure(call, error).into(), to_wire::metrics)
    }

    async fn get_contract(&self, _: &Call) -> GetContractResponse {
        GetContractResponse::Ok(contract::document())
    }
}
