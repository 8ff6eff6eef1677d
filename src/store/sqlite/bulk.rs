//! Adding many rows with few statements. Must not know tables.
// SQLite: within one statement an index that is added to at its end is not searched anew for each row, which takes most of the
// time of adding a row by itself.

use rusqlite::{CachedStatement, Connection, ToSql};

use super::error::{from_write, internal};
use super::rows::check_transaction;
use crate::store::Result;

/// Rows of one statement.
const ROWS_AT_ONCE: usize = 64;

/// The columns of a statement's rows, from left to right.
pub(super) struct Values<'c> {
    statement: CachedStatement<'c>,
    bound: usize,
}

impl Values<'_> {
    /// Gives the next column its value.
    pub(super) fn add(&mut self, value: impl ToSql) -> Result<()> {
        self.bound += 1;
        self.statement.raw_bind_parameter(self.bound, value).map_err(internal)
    }
}

/// Adds a row for each item, with the columns that `insert` names.
pub(super) fn insert<T>(
    connection: &Connection,
    insert: &str,
    items: &[T],
    mut columns: impl FnMut(&mut Values<'_>, &T) -> Result<()>,
) -> Result<()> {
    let (chunks, rest) = items.as_chunks::<ROWS_AT_ONCE>();
    if !chunks.is_empty() {
        let many = statement(insert, ROWS_AT_ONCE);
        chunks.iter().try_for_each(|chunk| run(connection, &many, chunk, &mut columns))?;
    }
    if !rest.is_empty() {
        let one = statement(insert, 1);
        rest.iter().try_for_each(|item| run(connection, &one, std::slice::from_ref(item), &mut columns))?;
    }
    Ok(())
}

/// The statement for so many rows, with a parameter for each column.
fn statement(insert: &str, rows: usize) -> String {
    let columns = insert.matches(',').count() + 1;
    let mut sql = String::with_capacity(insert.len() + " VALUES".len() + rows * (columns * 2 + 3));
    sql.push_str(insert);
    sql.push_str(" VALUES");
    for row in 0..rows {
        sql.push_str(if row == 0 { " (?" } else { ",(?" });
        (1..columns).for_each(|_| sql.push_str(",?"));
        sql.push(')');
    }
    sql
}

/// Runs a statement that adds a row for each item.
pub(super) fn run<T>(
    connection: &Connection,
    sql: &str,
    items: &[T],
    mut columns: impl FnMut(&mut Values<'_>, &T) -> Result<()>,
) -> Result<()> {
    check_transaction(connection)?;
    let statement = connection.prepare_cached(sql).map_err(internal)?;
    let mut values = Values { statement, bound: 0 };
    items.iter().try_for_each(|item| columns(&mut values, item))?;
    values.statement.raw_execute().map(|_| ()).map_err(from_write)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_becomes_a_row_in_their_order() {
        let connection = Connection::open_in_memory().expect("memory is there");
        connection.execute_batch("CREATE TABLE pairs (a INTEGER, b TEXT); BEGIN").expect("it is new");
        for count in [0, 1, ROWS_AT_ONCE - 1, ROWS_AT_ONCE, 3 * ROWS_AT_ONCE + 2] {
            connection.execute_batch("DELETE FROM pairs").expect("it is there");
            let items: Vec<usize> = (0..count).collect();
            insert(&connection, "INSERT INTO pairs (a, b)", &items, |values, item| {
                values.add(*item as i64)?;
                values.add(format!("b{item}"))
            })
            .expect("it is written");
            let mut statement = connection.prepare("SELECT a, b FROM pairs ORDER BY rowid").expect("it can be read");
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("it can be read");
            let rows: Vec<(i64, String)> = rows.collect::<rusqlite::Result<_>>().expect("of these types");
            let expected: Vec<_> = items.iter().map(|item| (*item as i64, format!("b{item}"))).collect();
            assert_eq!(rows, expected);
        }
    }

    #[test]
    fn nothing_is_added_when_the_transaction_is_gone() {
        let connection = Connection::open_in_memory().expect("memory is there");
        connection.execute_batch("CREATE TABLE pairs (a INTEGER)").expect("it is new");
        assert!(insert(&connection, "INSERT INTO pairs (a)", &[1], |values, item| values.add(item)).is_err());
    }
}
