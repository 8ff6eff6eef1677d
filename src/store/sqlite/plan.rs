//! What the engine is going to do, for tests that hold which index a statement follows. Not part of the program.

use rusqlite::{Connection, Params};

use super::connection::Database;
use super::migrations;

/// An empty database of this program's schema, with what its planner is told.
pub(super) fn empty() -> Connection {
    let mut connection = Database::in_memory().open_writer().expect("memory is there");
    migrations::apply(&mut connection).expect("the database is new");
    connection
}

/// The steps of a statement, a line each.
pub(super) fn explain(connection: &Connection, sql: &str, params: impl Params) -> Vec<String> {
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("the statement is valid");
    let steps = statement.query_map(params, |row| row.get(3)).expect("it can be explained");
    steps.collect::<rusqlite::Result<_>>().expect("steps are text")
}
