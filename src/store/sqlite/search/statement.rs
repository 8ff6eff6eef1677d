//! A statement in the making: its text, in which only this program's own words stand, and the values bound to it.

use rusqlite::types::{ToSqlOutput, Value};
use rusqlite::vtab::array::Array;
use rusqlite::{Connection, Row, Rows, ToSql, params_from_iter};

use crate::store::Result;
use crate::store::sqlite::error::internal;

/// Values of a statement that is kept prepared, at most.
const KEPT_VALUES_MAX: usize = 16;

/// SQL, and a value for each of its parameters.
#[derive(Debug)]
pub(super) struct Statement {
    sql: String,
    values: Vec<Bound>,
}

/// What is bound to a parameter: a value, or a list of them for `rarray`.
#[derive(Debug)]
enum Bound {
    One(Value),
    Many(Array),
}

impl ToSql for Bound {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::One(value) => value.to_sql(),
            Self::Many(values) => values.to_sql(),
        }
    }
}

impl Statement {
    /// Begins a statement.
    pub(super) fn new(sql: &'static str) -> Self {
        Self { sql: sql.to_owned(), values: Vec::new() }
    }

    /// Goes on with words of this program.
    pub(super) fn push(&mut self, sql: &'static str) -> &mut Self {
        self.sql.push_str(sql);
        self
    }

    /// Goes on with a parameter, and binds a value to it.
    pub(super) fn bind(&mut self, value: impl Into<Value>) -> &mut Self {
        self.sql.push('?');
        self.values.push(Bound::One(value.into()));
        self
    }

    /// Goes on with a table of one column, `value`, and of these rows.
    pub(super) fn table(&mut self, rows: &Array) -> &mut Self {
        self.sql.push_str("rarray(?)");
        self.values.push(Bound::Many(Array::clone(rows)));
        self
    }

    /// Goes on with several parts, and with words between them.
    pub(super) fn join<T>(
        &mut self,
        between: &'static str,
        parts: impl IntoIterator<Item = T>,
        mut push: impl FnMut(&mut Self, T),
    ) -> &mut Self {
        for (index, part) in parts.into_iter().enumerate() {
            if index > 0 {
                self.push(between);
            }
            push(self, part);
        }
        self
    }

    /// Runs it, and collects its rows. It stays prepared, unless it has so many values that no two are alike.
    pub(super) fn run<T>(&self, connection: &Connection, parse: impl FnMut(&Row<'_>) -> Result<T>) -> Result<Vec<T>> {
        if self.values.len() > KEPT_VALUES_MAX {
            collect(self.query(&mut connection.prepare(&self.sql).map_err(internal)?)?, parse)
        } else {
            collect(self.query(&mut *connection.prepare_cached(&self.sql).map_err(internal)?)?, parse)
        }
    }

    /// Runs it, and looks at its rows one after the other.
    pub(super) fn each(&self, connection: &Connection, mut look: impl FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
        let mut statement = connection.prepare(&self.sql).map_err(internal)?;
        let mut rows = self.query(&mut statement)?;
        while let Some(row) = rows.next().map_err(internal)? {
            look(row)?;
        }
        Ok(())
    }

    fn query<'s>(&self, statement: &'s mut rusqlite::Statement<'_>) -> Result<Rows<'s>> {
        statement.query(params_from_iter(&self.values)).map_err(internal)
    }

    /// What the engine is going to do, a line for each step.
    #[cfg(test)]
    pub(super) fn plan(&self, connection: &Connection) -> Vec<String> {
        super::super::plan::explain(connection, &self.sql, params_from_iter(&self.values))
    }
}

fn collect<T>(mut rows: Rows<'_>, mut parse: impl FnMut(&Row<'_>) -> Result<T>) -> Result<Vec<T>> {
    let mut found = Vec::new();
    while let Some(row) = rows.next().map_err(internal)? {
        found.push(parse(row)?);
    }
    Ok(found)
}
