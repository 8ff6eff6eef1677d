//! The audit trail in SQLite: rows that are added and never changed. Must not know what is worth a record.

use rusqlite::{Connection, Row, params};

use super::rows::{self, Columns, Millis};
use crate::domain::{AuditRecord, Error, FieldChange, Id, OrganizationId, TargetKind};
use crate::store::Result;

/// Lists the newest records about one object, newest first.
pub(super) fn list_of_target(
    connection: &Connection,
    organization: OrganizationId,
    target_kind: TargetKind,
    target_id: Id,
    limit: u32,
) -> Result<Vec<AuditRecord>> {
    let sql = "SELECT organization, id, at, actor, credential, operation, request_id, target_kind, target_id, changes
               FROM audit WHERE organization = ?1 AND target_kind = ?2 AND target_id = ?3 ORDER BY id DESC LIMIT ?4";
    rows::list(connection, sql, params![organization, target_kind.as_str(), target_id, limit], parse)
}

fn parse(row: &Row<'_>) -> Result<AuditRecord> {
    let mut columns = Columns::of("audit", row);
    Ok(AuditRecord {
        organization: columns.take()?,
        id: columns.take()?,
        at: columns.time()?,
        actor: columns.take()?,
        credential: columns.take()?,
        operation: columns.take()?,
        request_id: columns.take()?,
        target_kind: columns.parse(TargetKind::parse)?,
        target_id: columns.take()?,
        changes: columns.parse(parse_changes)?,
    })
}

/// A field, what it was, and what it became.
type ChangeColumns = (String, Option<String>, Option<String>);

fn parse_changes(text: &str) -> Result<Vec<FieldChange>> {
    let changes: Vec<ChangeColumns> = serde_json::from_str(text).map_err(Error::internal)?;
    Ok(changes.into_iter().map(|(field, from, to)| FieldChange { field, from, to }).collect())
}

fn render_changes(changes: &[FieldChange]) -> Result<String> {
    let changes: Vec<_> = changes.iter().map(|change| (&change.field, &change.from, &change.to)).collect();
    serde_json::to_string(&changes).map_err(Error::internal)
}

/// Adds a record.
pub(super) fn append(connection: &Connection, record: &AuditRecord) -> Result<()> {
    let sql = "INSERT INTO audit (organization, id, at, actor, credential, operation, request_id, target_kind,
                                  target_id, changes)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    let params = params![
        record.organization,
        record.id,
        Millis(record.at),
        record.actor,
        record.credential,
        record.operation,
        record.request_id,
        record.target_kind.as_str(),
        record.target_id,
        render_changes(&record.changes)?,
    ];
    rows::write(connection, sql, params).map(|_| ())
}
