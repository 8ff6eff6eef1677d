//! Groups in SQLite: one row each; who is in them is an edge of the user. Must not know who may be.

use rusqlite::{Connection, Row, params};

use super::rows::{self, Columns, Millis, atomically, write_guarded};
use crate::domain::text::fold;
use crate::domain::{Group, GroupId, Kind, OrganizationId, UserId};
use crate::store::Result;

/// The columns that [`parse`] reads.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT groups.organization, groups.id, groups.name, groups.description, groups.builtin,
                    groups.created_at, groups.updated_at, groups.version FROM groups ",
            $rest
        )
    };
}

/// Finds a group.
pub(super) fn find(connection: &Connection, organization: OrganizationId, id: GroupId) -> Result<Option<Group>> {
    rows::find(connection, select!("WHERE organization = ?1 AND id = ?2"), params![organization, id], parse)
}

/// Finds a group by its folded name.
pub(super) fn find_by_name(
    connection: &Connection,
    organization: OrganizationId,
    folded: &str,
) -> Result<Option<Group>> {
    let sql = select!("WHERE organization = ?1 AND name_folded = ?2");
    rows::find(connection, sql, params![organization, folded], parse)
}

/// Lists the groups that a user is in, by id.
pub(super) fn list_of_user(connection: &Connection, organization: OrganizationId, user: UserId) -> Result<Vec<Group>> {
    let sql = select!(
        "JOIN user_groups ON user_groups.organization = groups.organization AND user_groups.\"group\" = groups.id
         WHERE user_groups.organization = ?1 AND user_groups.user = ?2 ORDER BY user_groups.\"group\""
    );
    rows::list(connection, sql, params![organization, user], parse)
}

fn parse(row: &Row<'_>) -> Result<Group> {
    let mut columns = Columns::of("groups", row);
    Ok(Group {
        organization: columns.take()?,
        id: columns.take()?,
        name: columns.take()?,
        description: columns.take()?,
        builtin: columns.flag()?,
        created_at: columns.time()?,
        updated_at: columns.time()?,
        version: columns.version()?,
    })
}

/// Adds a group.
pub(super) fn insert(connection: &Connection, group: &Group) -> Result<()> {
    let sql = "INSERT INTO groups (organization, id, name, name_folded, description, builtin, created_at, updated_at,
                                   version)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let params = params![
        group.organization,
        group.id,
        group.name,
        fold(&group.name),
        group.description,
        group.builtin,
        Millis(group.created_at),
        Millis(group.updated_at),
        group.version,
    ];
    rows::write(connection, sql, params).map(|_| ())
}

/// Changes a group whose version is still that of `old`.
pub(super) fn update(connection: &Connection, old: &Group, new: &Group) -> Result<()> {
    let sql = "UPDATE groups SET name = ?4, name_folded = ?5, description = ?6, builtin = ?7, updated_at = ?8,
                                 version = ?3 + 1
               WHERE organization = ?1 AND id = ?2 AND version = ?3";
    let params = params![
        old.organization,
        old.id,
        old.version,
        new.name,
        fold(&new.name),
        new.description,
        new.builtin,
        Millis(new.updated_at),
    ];
    write_guarded(connection, Kind::Group, sql, params)
}

/// Removes a group whose version is still the same, with all its memberships.
pub(super) fn delete(connection: &Connection, group: &Group) -> Result<()> {
    atomically(connection, || {
        let sql = "DELETE FROM user_groups WHERE organization = ?1 AND \"group\" = ?2";
        rows::write(connection, sql, params![group.organization, group.id])?;
        let sql = "DELETE FROM groups WHERE organization = ?1 AND id = ?2 AND version = ?3";
        write_guarded(connection, Kind::Group, sql, params![group.organization, group.id, group.version])
    })
}
