//! Organizations in SQLite: one row each, with their names in the lookup table. Must not know what is in them.

use rusqlite::{Connection, Row, params};

use super::lookup::{self, Unique};
use super::rows::{self, Columns, Millis, atomically, write_guarded};
use crate::domain::text::fold;
use crate::domain::{Error, Kind, Organization, OrganizationId};
use crate::store::Result;

/// Finds an organization.
pub(super) fn find(connection: &Connection, id: OrganizationId) -> Result<Option<Organization>> {
    let sql = "SELECT id, name, created_at, updated_at, version FROM organizations WHERE id = ?1";
    rows::find(connection, sql, params![id], parse)
}

/// Finds an organization by its folded name.
pub(super) fn find_by_name(connection: &Connection, folded: &str) -> Result<Option<Organization>> {
    let Some((id, _)) = lookup::find(connection, Unique::Organization, folded)? else { return Ok(None) };
    let found = find(connection, id)?;
    found.map(Some).ok_or_else(|| Error::internal(format!("corrupt lookup: there is no organization {id}")))
}

fn parse(row: &Row<'_>) -> Result<Organization> {
    let mut columns = Columns::of("organizations", row);
    Ok(Organization {
        id: columns.take()?,
        name: columns.take()?,
        created_at: columns.time()?,
        updated_at: columns.time()?,
        version: columns.version()?,
    })
}

/// Adds an organization.
pub(super) fn insert(connection: &Connection, organization: &Organization) -> Result<()> {
    let sql = "INSERT INTO organizations (id, name, created_at, updated_at, version) VALUES (?1, ?2, ?3, ?4, ?5)";
    let id = organization.id;
    atomically(connection, || {
        lookup::claim(connection, Unique::Organization, &fold(&organization.name), (id, id.id()))?;
        let params = params![
            id,
            organization.name,
            Millis(organization.created_at),
            Millis(organization.updated_at),
            organization.version,
        ];
        rows::write(connection, sql, params).map(|_| ())
    })
}

/// Changes an organization whose version is still that of `old`.
pub(super) fn update(connection: &Connection, old: &Organization, new: &Organization) -> Result<()> {
    let sql = "UPDATE organizations SET name = ?3, updated_at = ?4, version = ?2 + 1 WHERE id = ?1 AND version = ?2";
    let holder = (old.id, old.id.id());
    atomically(connection, || {
        let params = params![old.id, old.version, new.name, Millis(new.updated_at)];
        write_guarded(connection, Kind::Organization, sql, params)?;
        lookup::exchange(connection, Unique::Organization, Some(&fold(&old.name)), Some(&fold(&new.name)), holder)
    })
}
