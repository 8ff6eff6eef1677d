//! Facts about this installation in SQLite: its secret key, which organization is the platform, and what all of them have been
//! given. Must not know what they are for.

use rusqlite::{Connection, params};

use super::rows::{self, Columns};
use crate::domain::OrganizationId;
use crate::store::Result;

/// The row of the secret key.
const KEY: &str = "key";
/// The row of the organization that exists from the first start.
const PLATFORM: &str = "platform";
/// The row of the digest of what every organization has been given.
const FURNISHINGS: &str = "furnishings";

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

/// Finds which organization exists from the first start.
pub(super) fn find_platform(connection: &Connection) -> Result<Option<OrganizationId>> {
    let sql = "SELECT value FROM installation WHERE name = ?1";
    rows::find(connection, sql, params![PLATFORM], |row| Columns::of("installation", row).take())
}

/// Notes which organization that is; none may have been noted before.
pub(super) fn insert_platform(connection: &Connection, organization: OrganizationId) -> Result<()> {
    let sql = "INSERT INTO installation (name, value) VALUES (?1, ?2)";
    rows::write(connection, sql, params![PLATFORM, organization]).map(|_| ())
}

/// Finds the digest of what every organization has been given.
pub(super) fn find_furnishings(connection: &Connection) -> Result<Option<[u8; 32]>> {
    let sql = "SELECT value FROM installation WHERE name = ?1";
    rows::find(connection, sql, params![FURNISHINGS], |row| Columns::of("installation", row).take())
}

/// Notes the digest of what every organization has been given.
pub(super) fn set_furnishings(connection: &Connection, digest: &[u8; 32]) -> Result<()> {
    let sql = "INSERT INTO installation (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    rows::write(connection, sql, params![FURNISHINGS, digest]).map(|_| ())
}
