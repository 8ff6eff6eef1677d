//! Metaschemas in SQLite: one row each. Must not know what a schema says.

use rusqlite::{Connection, Row, params};

use super::rows::{self, Columns, Millis, write_guarded};
use crate::domain::{Kind, Metaschema, MetaschemaId, MetaschemaName, OrganizationId};
use crate::store::Result;

/// The columns that [`parse`] reads.
macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT organization, id, name, schema, created_at, updated_at, version FROM metaschemas ", $rest)
    };
}

/// Finds a metaschema.
pub(super) fn find(
    connection: &Connection,
    organization: OrganizationId,
    id: MetaschemaId,
) -> Result<Option<Metaschema>> {
    rows::find(connection, select!("WHERE organization = ?1 AND id = ?2"), params![organization, id], parse)
}

/// Finds a metaschema by its name.
pub(super) fn find_by_name(
    connection: &Connection,
    organization: OrganizationId,
    name: &str,
) -> Result<Option<Metaschema>> {
    rows::find(connection, select!("WHERE organization = ?1 AND name = ?2"), params![organization, name], parse)
}

/// Lists the metaschemas of an organization, by name.
pub(super) fn list(connection: &Connection, organization: OrganizationId) -> Result<Vec<Metaschema>> {
    rows::list(connection, select!("WHERE organization = ?1 ORDER BY name"), params![organization], parse)
}

/// Says of each row that does not parse what is wrong with it.
pub(super) fn find_unreadable(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    rows::find_unreadable(connection, select!(""), parse)
}

fn parse(row: &Row<'_>) -> Result<Metaschema> {
    let mut columns = Columns::of("metaschemas", row);
    Ok(Metaschema {
        organization: columns.take()?,
        id: columns.take()?,
        name: columns.parse(MetaschemaName::parse)?,
        schema: columns.take()?,
        created_at: columns.time()?,
        updated_at: columns.time()?,
        version: columns.version()?,
    })
}

/// Adds a metaschema.
pub(super) fn insert(connection: &Connection, metaschema: &Metaschema) -> Result<()> {
    let sql = "INSERT INTO metaschemas (organization, id, name, schema, created_at, updated_at, version)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let params = params![
        metaschema.organization,
        metaschema.id,
        metaschema.name.as_str(),
        metaschema.schema,
        Millis(metaschema.created_at),
        Millis(metaschema.updated_at),
        metaschema.version,
    ];
    rows::write(connection, sql, params).map(|_| ())
}

/// Changes a metaschema whose version is still that of `old`.
pub(super) fn update(connection: &Connection, old: &Metaschema, new: &Metaschema) -> Result<()> {
    let sql = "UPDATE metaschemas SET name = ?4, schema = ?5, updated_at = ?6, version = ?3 + 1
               WHERE organization = ?1 AND id = ?2 AND version = ?3";
    let params = params![old.organization, old.id, old.version, new.name.as_str(), new.schema, Millis(new.updated_at),];
    write_guarded(connection, Kind::Metaschema, sql, params)
}

/// Removes a metaschema whose version is still the same.
pub(super) fn delete(connection: &Connection, metaschema: &Metaschema) -> Result<()> {
    let sql = "DELETE FROM metaschemas WHERE organization = ?1 AND id = ?2 AND version = ?3";
    let params = params![metaschema.organization, metaschema.id, metaschema.version];
    write_guarded(connection, Kind::Metaschema, sql, params)
}
