//! Searches in SQLite: a part of what fits, in the order that is asked for, and how many fit.
//! The ids are found first and the objects then, so that sorting never carries what is long. Must not know why.

mod condition;
mod grams;
mod like;
mod order;
mod outlined;
mod statement;
mod tables;

use rusqlite::Connection;
use rusqlite::types::Value;

use super::error::internal;
use super::rows::Columns;
use crate::domain::search::{Condition, Position, Search, Slice, Start};
use crate::domain::{Error, Id, OrganizationId, Status, User};
use crate::limits::STORE_SLICE_BYTES_MAX;
use crate::store::Result;
use condition::Lead;
pub(super) use outlined::Outlook;
use statement::Statement;
use tables::Table;

/// Lists what fits from a place on: at most `limit` objects, and fewer where they are large.
pub(super) fn slice<N: Table>(
    connection: &Connection,
    organization: OrganizationId,
    search: &Search<N>,
    start: &Start,
    limit: u32,
) -> Result<Slice<N>> {
    let lead = Lead::of(connection, &search.conditions)?;
    slice_led(connection, organization, search, &lead, start, limit)
}

fn slice_led<N: Table>(
    connection: &Connection,
    organization: OrganizationId,
    search: &Search<N>,
    lead: &Lead,
    start: &Start,
    limit: u32,
) -> Result<Slice<N>> {
    let from = match start {
        Start::Offset(offset) => (None, *offset),
        Start::After(position) => (Some(position), 0),
    };
    slice_from(connection, organization, search, lead, from, limit)
}

/// Lists what comes so many behind a place, or behind the beginning.
fn slice_from<N: Table>(
    connection: &Connection,
    organization: OrganizationId,
    search: &Search<N>,
    lead: &Lead,
    from: From<'_>,
    limit: u32,
) -> Result<Slice<N>> {
    let limit = usize::try_from(limit).map_err(Error::internal)?;
    let ids = ids(connection, &select(organization, search, lead, from, limit + 1))?;
    let mut items: Vec<N> = Vec::new();
    let mut bytes = 0;
    for id in ids.iter().take(limit) {
        let object = N::find(connection, organization, *id)?;
        let object = object.ok_or_else(|| Error::internal(format!("corrupt index of {}: {id}", N::TABLE)))?;
        bytes += object.long_bytes();
        items.push(object);
        if bytes >= STORE_SLICE_BYTES_MAX {
            break;
        }
    }
    let more = items.len() < ids.len();
    Ok(Slice { items, more })
}

/// Counts what fits.
pub(super) fn count<N: Table>(
    connection: &Connection,
    organization: OrganizationId,
    conditions: &[Condition<N>],
) -> Result<u64> {
    let lead = Lead::of(connection, conditions)?;
    let mut statement = Statement::new("SELECT count(*) FROM ");
    condition::source(&mut statement, organization, conditions, &lead, false);
    statement.run(connection, |row| row.get(0).map_err(internal)).map(|counts: Vec<u64>| counts.into_iter().sum())
}

/// Counts the users that fit, by status.
pub(super) fn count_by_status(
    connection: &Connection,
    organization: OrganizationId,
    conditions: &[Condition<User>],
) -> Result<Vec<(Status, u64)>> {
    let lead = Lead::of(connection, conditions)?;
    let mut statement = Statement::new("SELECT users.status, count(*) FROM ");
    condition::source(&mut statement, organization, conditions, &lead, false);
    statement.push(" GROUP BY users.status ORDER BY users.status");
    statement.run(connection, |row| {
        let mut columns = Columns::of("users", row);
        Ok((columns.parse(Status::parse)?, columns.take()?))
    })
}

/// The statement that finds the ids of a part of a list.
fn select<N: Table>(
    organization: OrganizationId,
    search: &Search<N>,
    lead: &Lead,
    (after, passed): From<'_>,
    limit: usize,
) -> Statement {
    let mut statement = Statement::new("SELECT ");
    statement.push(lead.id_column::<N>()).push(" FROM ");
    condition::source(&mut statement, organization, &search.conditions, lead, !search.sort.is_empty());
    if let Some(position) = after {
        statement.push(" AND ");
        order::after(&mut statement, search, lead, position);
    }
    order::by(&mut statement, search, lead);
    statement.push(" LIMIT ").bind(integer(limit));
    if after.is_none() || passed > 0 {
        statement.push(" OFFSET ").bind(integer(passed));
    }
    statement
}

/// A place, and how many behind it are left out.
type From<'p> = (Option<&'p Position>, u64);

fn ids(connection: &Connection, statement: &Statement) -> Result<Vec<Id>> {
    statement.run(connection, |row| row.get(0).map_err(internal))
}

/// A count as SQLite has numbers. There is nothing behind the greatest of them.
fn integer<N: TryInto<i64>>(count: N) -> Value {
    Value::Integer(count.try_into().unwrap_or(i64::MAX))
}

#[cfg(test)]
mod plans;
