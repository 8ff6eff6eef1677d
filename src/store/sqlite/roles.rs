//! Roles in SQLite: one row each; what a role allows is words in it. Must not know what the words mean.

use rusqlite::{Connection, Row, params};

use super::rows::{self, Columns, Millis, atomically, join_words, write_guarded};
use crate::domain::text::fold;
use crate::domain::{Action, Kind, OrganizationId, Permission, Role, RoleId};
use crate::store::Result;

/// The columns that [`parse`] reads, of the table or its alias `roles`.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT roles.organization, roles.id, roles.name, roles.description, roles.actions, roles.permissions,
                    roles.builtin, roles.created_at, roles.updated_at, roles.version FROM roles ",
            $rest
        )
    };
}

/// Finds a role.
pub(super) fn find(connection: &Connection, organization: OrganizationId, id: RoleId) -> Result<Option<Role>> {
    rows::find(connection, select!("WHERE organization = ?1 AND id = ?2"), params![organization, id], parse)
}

/// Finds a role by its folded name.
pub(super) fn find_by_name(
    connection: &Connection,
    organization: OrganizationId,
    folded: &str,
) -> Result<Option<Role>> {
    let sql = select!("WHERE organization = ?1 AND name_folded = ?2");
    rows::find(connection, sql, params![organization, folded], parse)
}

/// Says of each row that does not parse what is wrong with it.
pub(super) fn find_unreadable(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    rows::find_unreadable(connection, select!(""), parse)
}

fn parse(row: &Row<'_>) -> Result<Role> {
    let mut columns = Columns::of("roles", row);
    Ok(Role {
        organization: columns.take()?,
        id: columns.take()?,
        name: columns.take()?,
        description: columns.take()?,
        actions: columns.words(str::parse::<Action>)?,
        permissions: columns.words(Permission::parse)?,
        builtin: columns.flag()?,
        created_at: columns.time()?,
        updated_at: columns.time()?,
        version: columns.version()?,
    })
}

/// Adds a role.
pub(super) fn insert(connection: &Connection, role: &Role) -> Result<()> {
    let sql = "INSERT INTO roles (organization, id, name, name_folded, description, actions, permissions, builtin,
                                  created_at, updated_at, version)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    let params = params![
        role.organization,
        role.id,
        role.name,
        fold(&role.name),
        role.description,
        join_words(role.actions.iter().map(Action::as_str)),
        join_words(role.permissions.iter().map(Permission::as_str)),
        role.builtin,
        Millis(role.created_at),
        Millis(role.updated_at),
        role.version,
    ];
    rows::write(connection, sql, params).map(|_| ())
}

/// Changes a role whose version is still that of `old`.
pub(super) fn update(connection: &Connection, old: &Role, new: &Role) -> Result<()> {
    let sql =
        "UPDATE roles SET name = ?4, name_folded = ?5, description = ?6, actions = ?7, permissions = ?8, builtin = ?9,
                                updated_at = ?10, version = ?3 + 1
               WHERE organization = ?1 AND id = ?2 AND version = ?3";
    let params = params![
        old.organization,
        old.id,
        old.version,
        new.name,
        fold(&new.name),
        new.description,
        join_words(new.actions.iter().map(Action::as_str)),
        join_words(new.permissions.iter().map(Permission::as_str)),
        new.builtin,
        Millis(new.updated_at),
    ];
    write_guarded(connection, Kind::Role, sql, params)
}

/// Removes a role whose version is still the same, also from all users and groups that have it.
pub(super) fn delete(connection: &Connection, role: &Role) -> Result<()> {
    atomically(connection, || {
        let sql = "DELETE FROM user_roles WHERE organization = ?1 AND role = ?2";
        rows::write(connection, sql, params![role.organization, role.id])?;
        let sql = "DELETE FROM group_roles WHERE organization = ?1 AND role = ?2";
        rows::write(connection, sql, params![role.organization, role.id])?;
        let sql = "DELETE FROM roles WHERE organization = ?1 AND id = ?2 AND version = ?3";
        write_guarded(connection, Kind::Role, sql, params![role.organization, role.id, role.version])
    })
}
