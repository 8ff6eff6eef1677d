//! The audit trail in SQLite: rows that are added, each chained to the one before, and never changed.
//! Must not know what is worth a record, or who reads them.

use chrono::{DateTime, Utc};
use rusqlite::functions::Context;
use rusqlite::types::{FromSql, ToSqlOutput, Value};
use rusqlite::{Connection, Row, ToSql, params, params_from_iter};

use super::bulk;
use super::error::internal;
use super::rows::{self, Columns, Millis};
use crate::domain::{
    AuditEntry, AuditFilter, AuditHash, AuditLink, AuditRecord, Error, FieldChange, Id, Order, OrganizationId,
    TargetKind,
};
use crate::limits::STORE_SLICE_BYTES_MAX;
use crate::store::{AuditSlice, Result, ScannedAudit};

/// The columns that [`parse`] reads.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT organization, id, at, actor, credential, operation, request_id, target_kind, target_id, changes,
                    position, hash FROM audit ",
            $rest
        )
    };
}

/// Lists the newest records about one object, newest first.
pub(super) fn list_of_target(
    connection: &Connection,
    organization: OrganizationId,
    target_kind: TargetKind,
    target_id: Id,
    limit: u32,
) -> Result<Vec<AuditRecord>> {
    let sql =
        select!("WHERE organization = ?1 AND target_id = ?2 AND target_kind = ?3 ORDER BY position DESC LIMIT ?4");
    let params = params![organization, target_id, target_kind.as_str(), limit];
    rows::list(connection, sql, params, |row| parse(row).map(|entry| entry.record))
}

/// Lists the records that fit, from behind a position on: at most `limit`, and fewer where they are long.
pub(super) fn list_slice(
    connection: &Connection,
    organization: OrganizationId,
    filter: &AuditFilter,
    order: Order,
    after: Option<u64>,
    limit: u32,
) -> Result<AuditSlice> {
    let statement = Statement::of(organization, filter, order, after, limit)?;
    let mut prepared = connection.prepare_cached(&statement.sql).map_err(internal)?;
    let mut rows = prepared.query(params_from_iter(statement.values)).map_err(internal)?;
    let (mut entries, mut bytes) = (Vec::new(), 0);
    while let Some(row) = rows.next().map_err(internal)? {
        let is_full = u32::try_from(entries.len()).is_ok_and(|count| count >= limit) || bytes >= STORE_SLICE_BYTES_MAX;
        if is_full {
            return Ok(AuditSlice { entries, more: true });
        }
        let entry = parse(row)?;
        bytes += entry.record.changes.iter().map(length).sum::<usize>();
        entries.push(entry);
    }
    Ok(AuditSlice { entries, more: false })
}

/// The bytes that a change takes, about.
fn length(change: &FieldChange) -> usize {
    let value = |value: &Option<String>| value.as_ref().map_or(0, String::len);
    change.field.len() + value(&change.from) + value(&change.to)
}

/// A query under construction: its text, and the value of each of its parameters.
struct Statement {
    sql: String,
    values: Vec<Value>,
}

impl Statement {
    /// The query of a list.
    fn of(
        organization: OrganizationId,
        filter: &AuditFilter,
        order: Order,
        after: Option<u64>,
        limit: u32,
    ) -> Result<Self> {
        let mut statement = Self { sql: select!("WHERE organization = ?").to_owned(), values: Vec::new() };
        statement.values.push(value(&organization)?);
        if let Some(kind) = filter.target_kind {
            statement.and("target_kind = ?", [value(&kind.as_str())?]);
        }
        if let Some(id) = filter.target_id {
            statement.and("target_id = ?", [value(&id)?]);
        }
        if let Some(actors) = &filter.actors {
            statement.and_one_of("actor", actors.iter().map(value).collect::<Result<_>>()?);
        }
        if let Some(operations) = &filter.operations {
            statement.and_one_of("operation", operations.iter().map(value).collect::<Result<_>>()?);
        }
        if let Some((first, last)) = filter.span {
            statement.and("position BETWEEN ? AND ?", [value(&first)?, value(&last)?]);
        }
        if let Some(from) = filter.from {
            // SQLite: the plus keeps the planner from an index that does not give the order.
            statement.and("+at >= ?", [Value::Integer(ceiling_millis(from))]);
        }
        if let Some(to) = filter.to {
            statement.and("+at < ?", [Value::Integer(ceiling_millis(to))]);
        }
        let (comparison, direction) = match order {
            Order::Ascending => ("position > ?", "ASC"),
            Order::Descending => ("position < ?", "DESC"),
        };
        if let Some(after) = after {
            statement.and(comparison, [value(&after)?]);
        }
        statement.sql += &format!(" ORDER BY position {direction} LIMIT ?");
        statement.values.push(Value::Integer(i64::from(limit) + 1));
        Ok(statement)
    }

    fn and(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        self.sql += " AND ";
        self.sql += condition;
        self.values.extend(values);
    }

    fn and_one_of(&mut self, column: &str, values: Vec<Value>) {
        // SQLite: only with one value does an index also give the order, which spares sorting all that fit.
        let condition = match values.len() {
            1 => format!("{column} = ?"),
            count => format!("{column} IN ({})", vec!["?"; count].join(", ")),
        };
        self.and(&condition, values);
    }
}

fn value(from: &impl ToSql) -> Result<Value> {
    match from.to_sql().map_err(internal)? {
        ToSqlOutput::Owned(value) => Ok(value),
        ToSqlOutput::Borrowed(value) => {
            value.try_into().map_err(|error: rusqlite::types::FromSqlError| Error::internal(error))
        }
        other => Err(Error::internal(format!("not a plain value: {other:?}"))),
    }
}

/// The first millisecond that is not before a time: a record's time is kept in milliseconds.
fn ceiling_millis(time: DateTime<Utc>) -> i64 {
    time.timestamp_millis() + i64::from(!time.timestamp_subsec_nanos().is_multiple_of(1_000_000))
}

/// Finds the first and the last position of what was done from a time on and before another.
pub(super) fn find_span(
    connection: &Connection,
    organization: OrganizationId,
    from: Option<DateTime<Utc>>,
    to: Option<DateTime<Utc>>,
) -> Result<Option<(u64, u64)>> {
    let sql = "SELECT min(position), max(position) FROM audit WHERE organization = ?1 AND at >= ?2 AND at < ?3";
    let (from, to) = (from.map_or(i64::MIN, ceiling_millis), to.map_or(i64::MAX, ceiling_millis));
    let span = rows::find(connection, sql, params![organization, from, to], |row| {
        let mut columns = Columns::of("audit", row);
        Ok(columns.take::<Option<u64>>()?.zip(columns.take::<Option<u64>>()?))
    })?;
    Ok(span.flatten())
}

/// Reads at most `limit` records of a chain, as far as they can be read, from after a position on.
pub(super) fn scan(
    connection: &Connection,
    organization: OrganizationId,
    after: u64,
    limit: u32,
) -> Result<Vec<ScannedAudit>> {
    let sql = select!("WHERE organization = ?1 AND position > ?2 ORDER BY position LIMIT ?3");
    rows::list(connection, sql, params![organization, after, limit], |row| {
        let position = row.get("position").map_err(internal)?;
        Ok(ScannedAudit { position, entry: parse(row).ok() })
    })
}

/// Lists the organizations that are there or have left records.
pub(super) fn list_organizations(connection: &Connection) -> Result<Vec<OrganizationId>> {
    let sql = "SELECT id FROM organizations UNION SELECT organization FROM audit ORDER BY 1";
    rows::list(connection, sql, [], |row| row.get(0).map_err(internal))
}

fn parse(row: &Row<'_>) -> Result<AuditEntry> {
    let mut columns = Columns::of("audit", row);
    let record = AuditRecord {
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
    };
    let link = AuditLink { position: columns.version()?, hash: AuditHash::from_bytes(columns.take()?) };
    Ok(AuditEntry { record, link })
}

/// A field, what it was, and what it became.
type ChangeColumns = (String, Option<String>, Option<String>);

/// Only the one spelling that is written is read, so that the hash of what it says is a hash of the text.
fn parse_changes(text: &str) -> Result<Vec<FieldChange>> {
    let changes: Vec<ChangeColumns> = serde_json::from_str(text).map_err(Error::internal)?;
    let changes: Vec<_> = changes.into_iter().map(|(field, from, to)| FieldChange { field, from, to }).collect();
    if render_changes(&changes)? == text { Ok(changes) } else { Err(Error::internal("it is spelt in another way")) }
}

fn render_changes(changes: &[FieldChange]) -> Result<String> {
    let changes: Vec<_> = changes.iter().map(|change| (&change.field, &change.from, &change.to)).collect();
    serde_json::to_string(&changes).map_err(Error::internal)
}

/// Adds records of one organization to the end of its chain, which has come to `head`; answers how far it has come then.
pub(super) fn append(connection: &Connection, records: &[AuditRecord], head: AuditLink) -> Result<AuditLink> {
    let mut link = head;
    let insert = "INSERT INTO audit (organization, position, hash, id, at, actor, credential, operation, request_id,
                                     target_kind, target_id, changes)";
    bulk::insert(connection, insert, records, |columns, record| {
        link = record.linked_to(&link);
        columns.add(record.organization)?;
        columns.add(link.position)?;
        columns.add(link.hash.to_bytes())?;
        columns.add(record.id)?;
        columns.add(Millis(record.at))?;
        columns.add(record.actor)?;
        columns.add(record.credential)?;
        columns.add(&record.operation)?;
        columns.add(&record.request_id)?;
        columns.add(record.target_kind.as_str())?;
        columns.add(record.target_id)?;
        columns.add(render_changes(&record.changes)?)
    })?;
    Ok(link)
}

/// Finds how far the chain of an organization has come, with what the open transaction has added, if it has begun.
pub(super) fn find_head(connection: &Connection, organization: OrganizationId) -> Result<Option<AuditLink>> {
    let sql = "SELECT position, hash FROM audit WHERE organization = ?1 ORDER BY position DESC LIMIT 1";
    rows::find(connection, sql, params![organization], |row| {
        let mut columns = Columns::of("audit", row);
        Ok(AuditLink { position: columns.version()?, hash: AuditHash::from_bytes(columns.take()?) })
    })
}

/// What SQL calls `audit_hash`: the hash of the record whose columns follow the link of the one before.
pub(super) fn hash(context: &Context<'_>) -> rusqlite::Result<[u8; 32]> {
    let fault = |error: Error| rusqlite::Error::UserFunctionError(format!("{error:?}").into());
    let previous = AuditLink { hash: AuditHash::from_bytes(argument(context, 0)?), position: argument(context, 1)? };
    let record = AuditRecord {
        organization: argument(context, 2)?,
        id: argument(context, 3)?,
        at: argument::<Millis>(context, 4)?.0,
        actor: argument(context, 5)?,
        credential: argument(context, 6)?,
        operation: argument(context, 7)?,
        request_id: argument(context, 8)?,
        target_kind: TargetKind::parse(&argument::<String>(context, 9)?).map_err(fault)?,
        target_id: argument(context, 10)?,
        changes: parse_changes(&argument::<String>(context, 11)?).map_err(fault)?,
    };
    Ok(record.linked_to(&previous).hash.to_bytes())
}

fn argument<T: FromSql>(context: &Context<'_>, index: usize) -> rusqlite::Result<T> {
    context.get(index)
}
