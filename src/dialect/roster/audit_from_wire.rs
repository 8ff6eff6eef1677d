//! From the requests for the audit trail to what the directory is asked.

use std::collections::BTreeSet;

use specgen_runtime::Timestamp;

use crate::directory::{AuditPageQuery, AuditQuery};
use crate::domain::{Action, Error, Id, InvalidReason, Order, PageSize, TargetKind};
use crate::generated::{roster as wire, server};

/// The page that is asked for.
///
/// # Errors
/// `Invalid` for an action or an id that there cannot be.
pub(super) fn page_query(request: wire::ListAuditRequest) -> Result<AuditPageQuery, Error> {
    let entries = u32::try_from(request.limit).map_err(Error::internal)?;
    let filters = Filters {
        actor: request.actor,
        target_kind: request.target_kind,
        target_id: request.target_id,
        operation: request.operation,
        action: request.action,
        from: request.from,
        to: request.to,
    };
    let order = request.order.map_or(Order::Descending, order);
    Ok(AuditPageQuery { query: query(filters, order)?, marker: request.cursor, page_size: PageSize::parse(entries)? })
}

/// The records that are to be exported.
///
/// # Errors
/// `Invalid` for an action or an id that there cannot be.
pub(super) fn export_query(request: wire::ExportAuditRequest) -> Result<AuditQuery, Error> {
    let order = request.order.map_or(Order::Ascending, order);
    let filters = Filters {
        actor: request.actor,
        target_kind: request.target_kind,
        target_id: request.target_id,
        operation: request.operation,
        action: request.action,
        from: request.from,
        to: request.to,
    };
    query(filters, order)
}

/// What both requests say of records.
struct Filters {
    actor: Option<String>,
    target_kind: Option<wire::AuditTargetKind>,
    target_id: Option<String>,
    operation: Option<String>,
    action: Option<String>,
    from: Option<Timestamp>,
    to: Option<Timestamp>,
}

fn query(filters: Filters, order: Order) -> Result<AuditQuery, Error> {
    Ok(AuditQuery {
        actor: filters.actor,
        target_kind: filters.target_kind.map(target_kind),
        target_id: filters.target_id.as_deref().map(id).transpose()?,
        operations: operations(filters.operation, filters.action.as_deref())?,
        from: filters.from.map(Into::into),
        to: filters.to.map(Into::into),
        order,
    })
}

const fn order(order: wire::AuditOrder) -> Order {
    match order {
        wire::AuditOrder::Asc => Order::Ascending,
        wire::AuditOrder::Desc => Order::Descending,
    }
}

const fn target_kind(kind: wire::AuditTargetKind) -> TargetKind {
    match kind {
        wire::AuditTargetKind::User => TargetKind::User,
        wire::AuditTargetKind::Group => TargetKind::Group,
        wire::AuditTargetKind::Role => TargetKind::Role,
        wire::AuditTargetKind::Organization => TargetKind::Organization,
        wire::AuditTargetKind::Credential => TargetKind::Credential,
        wire::AuditTargetKind::Metaschema => TargetKind::Metaschema,
        wire::AuditTargetKind::Mail => TargetKind::Mail,
    }
}

fn id(text: &str) -> Result<Id, Error> {
    Id::parse(text).ok_or_else(|| Error::invalid("target_id", InvalidReason::Malformed("is not an id")))
}

/// The operations that fit both the one that is named and the action, as the contract has it.
fn operations(operation: Option<String>, action: Option<&str>) -> Result<Option<BTreeSet<String>>, Error> {
    let Some(action) = action else { return Ok(operation.map(|operation| [operation].into())) };
    let action: Action = action.parse()?;
    let all = server::operations().filter(|known| known.action == Some(action.as_str()));
    let fitting = all.map(|known| known.id.to_owned()).filter(|id| operation.as_ref().is_none_or(|asked| asked == id));
    Ok(Some(fitting.collect()))
}
