//! Organizations in SQLite: one row each, with their names in the lookup table, and the way to remove one whole. Must not know
//! what is in them, but for where it is.

use rusqlite::{Connection, Row, params};

use super::lookup::{self, Unique};
use super::rows::{self, Columns, Millis, atomically, write_guarded};
use super::{credentials, installation};
use crate::domain::text::fold;
use crate::domain::{Error, Kind, Organization, OrganizationId};
use crate::store::Result;

/// The tables with what is in organizations, each before those that it refers to. The audit trail is kept.
const CONTENTS: [&str; 12] = [
    "user_roles",
    "user_groups",
    "user_permissions",
    "group_roles",
    "passwords",
    "credentials",
    "metaschemas",
    "mail",
    "kept_answers",
    "users",
    "roles",
    "groups",
];

/// The columns that [`parse`] reads.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, EXISTS (SELECT 1 FROM installation
                                      WHERE installation.name = 'platform' AND value = organizations.id),
                    created_at, updated_at, version FROM organizations ",
            $rest
        )
    };
}

/// Finds an organization.
pub(super) fn find(connection: &Connection, id: OrganizationId) -> Result<Option<Organization>> {
    rows::find(connection, select!("WHERE id = ?1"), params![id], parse)
}

/// Finds an organization by its folded name.
pub(super) fn find_by_name(connection: &Connection, folded: &str) -> Result<Option<Organization>> {
    match lookup::find(connection, Unique::Organization, folded)? {
        Some((id, _)) => find_there(connection, id),
        None => Ok(None),
    }
}

/// Finds the organization that exists from the first start.
pub(super) fn find_platform(connection: &Connection) -> Result<Option<Organization>> {
    installation::find_platform(connection)?.map_or(Ok(None), |id| find_there(connection, id))
}

fn find_there(connection: &Connection, id: OrganizationId) -> Result<Option<Organization>> {
    let found = find(connection, id)?;
    found.map(Some).ok_or_else(|| Error::internal(format!("corrupt lookup: there is no organization {id}")))
}

/// Lists at most `limit` organizations, by id, from after an id or from the first.
pub(super) fn list_page(
    connection: &Connection,
    after: Option<OrganizationId>,
    limit: u32,
) -> Result<Vec<Organization>> {
    let sql = select!("WHERE id > coalesce(?1, x'') ORDER BY id LIMIT ?2");
    rows::list(connection, sql, params![after, limit], parse)
}

/// Says of each row that does not parse what is wrong with it.
pub(super) fn find_unreadable(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    rows::find_unreadable(connection, select!(""), parse)
}

fn parse(row: &Row<'_>) -> Result<Organization> {
    let mut columns = Columns::of("organizations", row);
    Ok(Organization {
        id: columns.take()?,
        name: columns.take()?,
        platform: columns.flag()?,
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
        rows::write(connection, sql, params)?;
        if organization.platform { installation::insert_platform(connection, id) } else { Ok(()) }
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

/// Removes an organization whose version is still the same, with everything in it but its audit trail.
pub(super) fn delete(connection: &Connection, organization: &Organization) -> Result<()> {
    let id = organization.id;
    atomically(connection, || {
        lookup::release_users(connection, id)?;
        credentials::release_all(connection, id)?;
        for table in CONTENTS {
            rows::write(connection, &format!("DELETE FROM {table} WHERE organization = ?1"), params![id])?;
        }
        lookup::release(connection, Unique::Organization, &fold(&organization.name), (id, id.id()))?;
        let sql = "DELETE FROM organizations WHERE id = ?1 AND version = ?2";
        write_guarded(connection, Kind::Organization, sql, params![id, organization.version])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sqlite::plan;

    #[test]
    fn no_table_is_forgotten_when_an_organization_is_removed() {
        let database = plan::empty();
        let sql = "SELECT t.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
                   WHERE t.type = 'table' AND c.name = 'organization' ORDER BY 1";
        let mut statement = database.prepare(sql).expect("the schema can be read");
        let tables = statement.query_map([], |row| row.get(0)).expect("the schema can be read");
        let tables: Vec<String> = tables.collect::<rusqlite::Result<_>>().expect("names are texts");
        let mut known: Vec<&str> = CONTENTS.into_iter().chain(["audit", "lookup"]).collect();
        known.sort_unstable();
        assert_eq!(
            tables, known,
            "a table of what is in organizations is emptied with them, or kept as the audit trail is"
        );
    }

    #[test]
    fn the_names_of_an_organization_are_found_without_those_of_all() {
        let organization = OrganizationId::from_bytes([1; 12]);
        for sql in [lookup::RELEASE_USERNAMES, lookup::RELEASE_EMAILS] {
            let steps = plan::explain(&plan::empty(), sql, params![organization, "username"]);
            assert!(steps[0].contains("SEARCH lookup USING PRIMARY KEY (kind=? AND name=?)"), "{steps:?}");
        }
    }
}
