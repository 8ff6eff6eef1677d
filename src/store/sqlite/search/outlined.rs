//! Searches of users with what is remembered of long lists: how many fit is counted once, and a page deep in a list is read
//! from the nearest place that is known. Must not know when that is forgotten.

use std::sync::Arc;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::condition::{self, Lead};
use super::statement::Statement;
use super::{count, count_by_status, order, slice_from};
use crate::domain::search::{Condition, Mark, Position, Search, Slice, Start};
use crate::domain::{Error, Id, OrganizationId, Status, User};
use crate::limits::OFFSET_PASSED_MAX;
use crate::store::Result;
use crate::store::outlines::{Moment, Outlines, Places};
use crate::store::sqlite::error::internal;
use crate::store::sqlite::rows;

/// What is remembered, and a moment from before the snapshot that is read.
#[derive(Clone, Copy)]
pub(in crate::store::sqlite) struct Outlook<'o> {
    outlines: &'o Outlines,
    since: Moment,
}

impl<'o> Outlook<'o> {
    /// What is remembered now. The snapshot has to be taken later.
    pub(in crate::store::sqlite) fn new(outlines: &'o Outlines) -> Self {
        Self { outlines, since: outlines.moment() }
    }

    /// Counts the users that fit.
    pub(in crate::store::sqlite) fn count(
        self,
        connection: &Connection,
        organization: OrganizationId,
        conditions: &[Condition<User>],
    ) -> Result<u64> {
        take_snapshot(connection)?;
        if let Some(total) = self.outlines.total(self.since, organization, conditions) {
            return Ok(total);
        }
        let total = count(connection, organization, conditions)?;
        self.outlines.learn_total(self.since, organization, conditions, total);
        Ok(total)
    }

    /// Counts the users that fit, by status.
    pub(in crate::store::sqlite) fn count_by_status(
        self,
        connection: &Connection,
        organization: OrganizationId,
        conditions: &[Condition<User>],
    ) -> Result<Vec<(Status, u64)>> {
        take_snapshot(connection)?;
        if let Some(counts) = self.outlines.counts(self.since, organization, conditions) {
            return Ok(counts);
        }
        let counts = count_by_status(connection, organization, conditions)?;
        self.outlines.learn_counts(self.since, organization, conditions, counts.clone());
        Ok(counts)
    }

    /// Lists users as [`super::slice`] does. Whoever is found by texts is not many, and so is passed by one by one.
    pub(in crate::store::sqlite) fn slice(
        self,
        connection: &Connection,
        organization: OrganizationId,
        search: &Search<User>,
        start: &Start,
        limit: u32,
    ) -> Result<Slice<User>> {
        let lead = Lead::of(connection, &search.conditions)?;
        let passed = if let Start::Offset(offset) = start { *offset } else { 0 };
        if passed <= OFFSET_PASSED_MAX || matches!(lead, Lead::Found(_)) {
            return super::slice_led(connection, organization, search, &lead, start, limit);
        }
        let places = self.places(connection, organization, search, &lead)?;
        let (after, passed) = places.before(passed);
        slice_from(connection, organization, search, &lead, (after, passed), limit)
    }

    fn places(
        self,
        connection: &Connection,
        organization: OrganizationId,
        search: &Search<User>,
        lead: &Lead,
    ) -> Result<Arc<Places>> {
        take_snapshot(connection)?;
        if let Some(places) = self.outlines.places(self.since, organization, search) {
            return Ok(places);
        }
        let places = Arc::new(outline(connection, organization, search, lead)?);
        self.outlines.learn_places(self.since, organization, search, Arc::clone(&places));
        Ok(places)
    }
}

/// Makes sure that the snapshot is taken before anything is remembered about it.
fn take_snapshot(connection: &Connection) -> Result<()> {
    // SQLite: a deferred transaction takes its snapshot at the first read.
    rows::find(connection, "SELECT 1 FROM organizations LIMIT 1", [], |_| Ok(())).map(|_| ())
}

/// Goes through a list from its beginning to its end.
fn outline(
    connection: &Connection,
    organization: OrganizationId,
    search: &Search<User>,
    lead: &Lead,
) -> Result<Places> {
    let mut statement = Statement::new("SELECT ");
    statement.join(", ", order::columns(search, lead), |statement, (column, _)| {
        statement.push(column);
    });
    statement.push(" FROM ");
    condition::source(&mut statement, organization, &search.conditions, lead, !search.sort.is_empty());
    order::by(&mut statement, search, lead);
    let mut places = Places::new();
    statement.each(connection, |row| {
        let place = places.keeps_next().then(|| position(row, search.sort.len())).transpose()?;
        places.push(place);
        Ok(())
    })?;
    Ok(places)
}

/// The place of a row that has the marks of a number of keys, and the id.
fn position(row: &Row<'_>, keys: usize) -> Result<Position> {
    let marks = (0..keys).map(|key| mark(row, key)).collect::<Result<_>>()?;
    Ok(Position { marks, id: row.get(keys).map_err(internal)? })
}

fn mark(row: &Row<'_>, column: usize) -> Result<Mark> {
    match row.get_ref(column).map_err(internal)? {
        ValueRef::Text(_) => row.get(column).map(Mark::Text).map_err(internal),
        ValueRef::Integer(number) => Ok(Mark::Number(number)),
        ValueRef::Blob(_) => row.get::<_, Id>(column).map(Mark::Id).map_err(internal),
        ValueRef::Null | ValueRef::Real(_) => Err(Error::internal("corrupt order: a key is no mark")),
    }
}
