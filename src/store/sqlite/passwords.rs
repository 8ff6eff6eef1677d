//! Passwords in SQLite: at most one hash for each user. Must not know how it was made.

use rusqlite::{Connection, params};

use super::rows::{self, Columns};
use crate::domain::{OrganizationId, Status, UserId};
use crate::store::Result;

/// Finds a user's password hash.
pub(super) fn find(connection: &Connection, organization: OrganizationId, user: UserId) -> Result<Option<String>> {
    let sql = "SELECT phc FROM passwords WHERE organization = ?1 AND user = ?2";
    rows::find(connection, sql, params![organization, user], |row| Columns::of("passwords", row).take())
}

/// Finds the password hash of a user who is active.
pub(super) fn find_active(
    connection: &Connection,
    organization: OrganizationId,
    user: UserId,
) -> Result<Option<String>> {
    let sql = "SELECT phc FROM passwords JOIN users ON users.organization = ?1 AND users.id = ?2
               WHERE passwords.organization = ?1 AND passwords.user = ?2 AND users.status = ?3";
    rows::find(connection, sql, params![organization, user, Status::Active.as_str()], |row| {
        Columns::of("passwords", row).take()
    })
}

/// Sets or replaces a user's password hash.
pub(super) fn set(connection: &Connection, organization: OrganizationId, user: UserId, phc: &str) -> Result<()> {
    let sql = "INSERT INTO passwords (organization, user, phc) VALUES (?1, ?2, ?3)
               ON CONFLICT (organization, user) DO UPDATE SET phc = excluded.phc";
    rows::write(connection, sql, params![organization, user, phc]).map(|_| ())
}

/// Removes a user's password, if there is one.
pub(super) fn delete(connection: &Connection, organization: OrganizationId, user: UserId) -> Result<()> {
    let sql = "DELETE FROM passwords WHERE organization = ?1 AND user = ?2";
    rows::write(connection, sql, params![organization, user]).map(|_| ())
}
