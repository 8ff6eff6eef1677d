//! Facts about this installation in SQLite: so far its secret key. Must not know what the key is for.

use rusqlite::{Connection, params};

use super::rows::{self, Columns};
use crate::store::Result;

/// The row of the secret key.
const KEY: &str = "key";

/// Finds the secret key.
pub(super) fn find_key(connection: &Connection) -> Result<Option<[u8; 32]>> {
    let sql = "SELECT value FROM installation WHERE name = ?1";
    rows::find(connection, sql, params![KEY], |row| Columns::of("installation", row).take())
}

/// Adds the secret key; there must be none.
pub(super) fn insert_key(connection: &Connection, key: &[u8; 32]) -> Result<()> {
    let sql = "INSERT INTO installation (name, value) VALUES (?1, ?2)";
    rows::write(connection, sql, params![KEY, key]).map(|_| ())
}
