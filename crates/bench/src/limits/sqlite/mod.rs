//! SQLite alone, making the row changes that a write of the server makes: no HTTP, no queue, no validation.
//! What these are is seen, not known: an operation is done twice by the server on a small directory, and what it changed there,
//! table by table, is done again with other values on a copy of the directory that is measured. So tables, indexes and
//! rows are those that the server's migrations make today. Must not know the schema, or what any table is for.

mod recipe;
mod replay;
mod schema;

pub(crate) use recipe::{Observed, Recipe};
pub(crate) use replay::SqliteLimit;
pub(crate) use schema::Schema;

#[cfg(test)]
mod tests;
