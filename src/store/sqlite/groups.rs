//! Groups in SQLite: one row each, and one for each role of a group; who is in them is an edge of the user.
//! Must not know who may be.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row, params};

use super::rows::{self, Columns, Millis, atomically, write_guarded};
use crate::domain::text::fold;
use crate::domain::{Group, GroupId, Kind, Metadata, OrganizationId, RoleId};
use crate::store::Result;

/// The columns that [`parse`] reads.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT groups.organization, groups.id, groups.name, groups.display_name, groups.description, groups.metadata,
                    groups.builtin, groups.created_at, groups.updated_at, groups.version FROM groups ",
            $rest
        )
    };
}

/// Finds a group.
pub(super) fn find(connection: &Connection, organization: OrganizationId, id: GroupId) -> Result<Option<Group>> {
    let sql = select!("WHERE organization = ?1 AND id = ?2");
    with_roles(connection, rows::find(connection, sql, params![organization, id], parse)?)
}

/// Finds a group by its folded name.
pub(super) fn find_by_name(
    connection: &Connection,
    organization: OrganizationId,
    folded: &str,
) -> Result<Option<Group>> {
    let sql = select!("WHERE organization = ?1 AND name_folded = ?2");
    with_roles(connection, rows::find(connection, sql, params![organization, folded], parse)?)
}

/// Counts the groups that give a role, and lists the first of them, by id, at most `limit`.
pub(super) fn list_of_role(
    connection: &Connection,
    organization: OrganizationId,
    role: RoleId,
    limit: u32,
) -> Result<(u64, Vec<Group>)> {
    let sql = "SELECT count(*) FROM group_roles WHERE organization = ?1 AND role = ?2";
    let count = rows::count(connection, sql, params![organization, role])?;
    let sql = select!(
        "JOIN group_roles ON group_roles.organization = groups.organization AND group_roles.\"group\" = groups.id
         WHERE group_roles.organization = ?1 AND group_roles.role = ?2 ORDER BY group_roles.\"group\" LIMIT ?3"
    );
    let groups = rows::list(connection, sql, params![organization, role, limit], parse)?;
    Ok((count, with_roles(connection, groups)?))
}

/// Fills in the roles of each group.
pub(super) fn with_roles<G>(connection: &Connection, mut groups: G) -> Result<G>
where
    for<'g> &'g mut G: IntoIterator<Item = &'g mut Group>,
{
    let sql = "SELECT role FROM group_roles WHERE organization = ?1 AND \"group\" = ?2";
    for group in &mut groups {
        group.roles = rows::list(connection, sql, params![group.organization, group.id], |row| {
            Columns::of("group_roles", row).take()
        })?;
    }
    Ok(groups)
}

/// Says of each row that does not parse what is wrong with it.
pub(super) fn find_unreadable(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    rows::find_unreadable(connection, select!(""), parse)
}

fn parse(row: &Row<'_>) -> Result<Group> {
    let mut columns = Columns::of("groups", row);
    Ok(Group {
        organization: columns.take()?,
        id: columns.take()?,
        name: columns.take()?,
        display_name: columns.take()?,
        description: columns.take()?,
        metadata: columns.parse(|text| Metadata::from_object_text(text.to_owned()))?,
        roles: BTreeSet::new(),
        builtin: columns.flag()?,
        created_at: columns.time()?,
        updated_at: columns.time()?,
        version: columns.version()?,
    })
}

/// Adds a group.
pub(super) fn insert(connection: &Connection, group: &Group) -> Result<()> {
    let sql = "INSERT INTO groups (organization, id, name, name_folded, display_name, description, metadata, builtin,
                                   created_at, updated_at, version)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    let params = params![
        group.organization,
        group.id,
        group.name,
        fold(&group.name),
        group.display_name,
        group.description,
        group.metadata.as_str(),
        group.builtin,
        Millis(group.created_at),
        Millis(group.updated_at),
        group.version,
    ];
    atomically(connection, || {
        rows::write(connection, sql, params)?;
        exchange_roles(connection, group, &BTreeSet::new(), &group.roles)
    })
}

/// Changes a group whose version is still that of `old`.
pub(super) fn update(connection: &Connection, old: &Group, new: &Group) -> Result<()> {
    let sql = "UPDATE groups SET name = ?4, name_folded = ?5, display_name = ?6, description = ?7, metadata = ?8, builtin = ?9,
                                 updated_at = ?10, version = ?3 + 1
               WHERE organization = ?1 AND id = ?2 AND version = ?3";
    let params = params![
        old.organization,
        old.id,
        old.version,
        new.name,
        fold(&new.name),
        new.display_name,
        new.description,
        new.metadata.as_str(),
        new.builtin,
        Millis(new.updated_at),
    ];
    atomically(connection, || {
        write_guarded(connection, Kind::Group, sql, params)?;
        exchange_roles(connection, old, &old.roles, &new.roles)
    })
}

fn exchange_roles(
    connection: &Connection,
    group: &Group,
    old: &BTreeSet<RoleId>,
    new: &BTreeSet<RoleId>,
) -> Result<()> {
    for role in old.difference(new) {
        let sql = "DELETE FROM group_roles WHERE organization = ?1 AND \"group\" = ?2 AND role = ?3";
        rows::write(connection, sql, params![group.organization, group.id, role])?;
    }
    for role in new.difference(old) {
        let sql = "INSERT INTO group_roles (organization, \"group\", role) VALUES (?1, ?2, ?3)";
        rows::write(connection, sql, params![group.organization, group.id, role])?;
    }
    Ok(())
}

/// Removes a group whose version is still the same, with its roles and all its memberships.
pub(super) fn delete(connection: &Connection, group: &Group) -> Result<()> {
    atomically(connection, || {
        let sql = "DELETE FROM group_roles WHERE organization = ?1 AND \"group\" = ?2";
        rows::write(connection, sql, params![group.organization, group.id])?;
        let sql = "DELETE FROM user_groups WHERE organization = ?1 AND \"group\" = ?2";
        rows::write(connection, sql, params![group.organization, group.id])?;
        let sql = "DELETE FROM groups WHERE organization = ?1 AND id = ?2 AND version = ?3";
        write_guarded(connection, Kind::Group, sql, params![group.organization, group.id, group.version])
    })
}
