//! Rows: how values become columns, and how columns become values again through the domain's own parsers.
//! A column that does not parse is corruption, which only the log explains. Must not know tables.

use chrono::{DateTime, Utc};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, Params, Row, ToSql};

use super::connection::execute;
use super::error::{from_write, internal};
use crate::domain::{
    AuditId, CredentialId, Error, GroupId, Id, Kind, MailId, MetaschemaId, OrganizationId, Permission, RoleId,
    SessionId, UserId,
};
use crate::store::Result;

macro_rules! ids_as_columns {
    ($($id:ty)*) => {$(
        impl ToSql for $id {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Owned(Value::Blob(self.to_bytes().to_vec())))
            }
        }

        impl FromSql for $id {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                <[u8; 12]>::column_result(value).map(Self::from_bytes)
            }
        }
    )*};
}

ids_as_columns! { Id OrganizationId UserId RoleId GroupId CredentialId SessionId MetaschemaId AuditId MailId }

impl ToSql for Permission {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

/// A time as a column: milliseconds since 1970, which is all the precision that the directory keeps.
pub(super) struct Millis(pub(super) DateTime<Utc>);

impl ToSql for Millis {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.timestamp_millis().into())
    }
}

impl FromSql for Millis {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let millis = value.as_i64()?;
        DateTime::from_timestamp_millis(millis).map(Self).ok_or(FromSqlError::OutOfRange(millis))
    }
}

/// The columns of one row, read from left to right.
pub(super) struct Columns<'r> {
    table: &'static str,
    row: &'r Row<'r>,
    next: usize,
}

impl<'r> Columns<'r> {
    /// Starts at the leftmost column. The table is named in errors.
    pub(super) fn of(table: &'static str, row: &'r Row<'r>) -> Self {
        Self { table, row, next: 0 }
    }

    /// Reads the next column as it is.
    pub(super) fn take<T: FromSql>(&mut self) -> Result<T> {
        let index = self.advance();
        self.row.get(index).map_err(|error| self.corrupt(index, &error))
    }

    /// Reads the next column, which is text, with a parser of the domain.
    pub(super) fn parse<T>(&mut self, parse: impl FnOnce(&str) -> Result<T>) -> Result<T> {
        let index = self.advance();
        self.text(index).and_then(|text| parse(text).map_err(|error| self.corrupt(index, &error)))
    }

    /// Reads the next column, which is text or null, with a parser of the domain.
    pub(super) fn parse_optional<T>(&mut self, parse: impl FnOnce(&str) -> Result<T>) -> Result<Option<T>> {
        let index = self.advance();
        match self.row.get_ref(index) {
            Ok(ValueRef::Null) => Ok(None),
            _ => self.text(index).and_then(|text| parse(text).map_err(|error| self.corrupt(index, &error))).map(Some),
        }
    }

    /// Reads the next column, which is words with a space between, with a parser for each word.
    pub(super) fn words<T, C: FromIterator<T>>(&mut self, parse: impl FnMut(&str) -> Result<T>) -> Result<C> {
        self.parse(|text| text.split_ascii_whitespace().map(parse).collect())
    }

    /// Reads the next column as a boolean, which is 0 or 1 and nothing else.
    pub(super) fn flag(&mut self) -> Result<bool> {
        let index = self.advance();
        match self.row.get(index) {
            Ok(0) => Ok(false),
            Ok(1) => Ok(true),
            Ok(other) => Err(self.corrupt(index, &format!("{other} is not a boolean"))),
            Err(error) => Err(self.corrupt(index, &error)),
        }
    }

    /// Reads the next column as a time.
    pub(super) fn time(&mut self) -> Result<DateTime<Utc>> {
        self.take::<Millis>().map(|millis| millis.0)
    }

    /// Reads the next column as a time or null.
    pub(super) fn optional_time(&mut self) -> Result<Option<DateTime<Utc>>> {
        self.take::<Option<Millis>>().map(|millis| millis.map(|millis| millis.0))
    }

    /// Reads the next column as a version, which counts from 1.
    pub(super) fn version(&mut self) -> Result<u64> {
        let index = self.advance();
        let version = self.row.get(index).map_err(|error| self.corrupt(index, &error))?;
        if version == 0 { Err(self.corrupt(index, &"it counts from 1")) } else { Ok(version) }
    }

    fn advance(&mut self) -> usize {
        self.next += 1;
        self.next - 1
    }

    fn text(&self, index: usize) -> Result<&'r str> {
        let value = self.row.get_ref(index).map_err(|error| self.corrupt(index, &error))?;
        value.as_str().map_err(|error| self.corrupt(index, &error))
    }

    fn corrupt(&self, index: usize, why: &dyn std::fmt::Display) -> Error {
        let column = self.row.as_ref().column_name(index).unwrap_or("?");
        Error::internal(format!("corrupt row: {}.{column}: {why}", self.table))
    }
}

/// Joins words for a column that [`Columns::words`] reads.
pub(super) fn join_words<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

/// Finds at most one row.
pub(super) fn find<T>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    parse: impl FnOnce(&Row<'_>) -> Result<T>,
) -> Result<Option<T>> {
    let mut statement = connection.prepare_cached(sql).map_err(internal)?;
    let mut rows = statement.query(params).map_err(internal)?;
    rows.next().map_err(internal)?.map(parse).transpose()
}

/// Collects all rows.
pub(super) fn list<T, C: FromIterator<T>>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    mut parse: impl FnMut(&Row<'_>) -> Result<T>,
) -> Result<C> {
    let mut statement = connection.prepare_cached(sql).map_err(internal)?;
    let mut rows = statement.query(params).map_err(internal)?;
    std::iter::from_fn(|| rows.next().map_err(internal).transpose().map(|row| row.and_then(&mut parse))).collect()
}

/// Says of each row that does not parse what is wrong with it.
pub(super) fn find_unreadable<T>(
    connection: &Connection,
    sql: &str,
    parse: impl Fn(&Row<'_>) -> Result<T>,
) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if let Err(error) = parse(row) {
            let why = std::error::Error::source(&error).map_or_else(|| error.to_string(), ToString::to_string);
            let id = row.get("id").map(Id::to_uuid).unwrap_or_default();
            found.push(format!("{why} {id}").trim_end().to_owned());
        }
    }
    Ok(found)
}

/// Counts what a statement counts.
pub(super) fn count(connection: &Connection, sql: &str, params: impl Params) -> Result<u64> {
    let mut statement = connection.prepare_cached(sql).map_err(internal)?;
    statement.query_row(params, |row| row.get(0)).map_err(internal)
}

/// Runs a statement that writes, and counts the rows that it wrote.
pub(super) fn write(connection: &Connection, sql: &str, params: impl Params) -> Result<usize> {
    check_transaction(connection)?;
    let mut statement = connection.prepare_cached(sql).map_err(internal)?;
    statement.execute(params).map_err(from_write)
}

/// Runs a statement that writes the one row whose version was read before: `Conflict` if there is no such row any more.
pub(super) fn write_guarded(connection: &Connection, kind: Kind, sql: &str, params: impl Params) -> Result<()> {
    match write(connection, sql, params)? {
        0 => Err(Error::Conflict { kind }),
        _ => Ok(()),
    }
}

/// Runs several statements as one: if one fails, none of them has happened.
pub(super) fn atomically(connection: &Connection, statements: impl FnOnce() -> Result<()>) -> Result<()> {
    check_transaction(connection)?;
    execute(connection, "SAVEPOINT step").map_err(internal)?;
    let outcome = statements();
    if outcome.is_err() {
        execute(connection, "ROLLBACK TO step").map_err(internal)?;
    }
    execute(connection, "RELEASE step").map_err(internal)?;
    outcome
}

/// Refuses to write when the transaction is gone.
pub(super) fn check_transaction(connection: &Connection) -> Result<()> {
    // SQLite: some faults, such as a full disk, end the whole transaction; what is written after that commits at once.
    if connection.is_autocommit() { Err(Error::internal("the transaction was given up")) } else { Ok(()) }
}
