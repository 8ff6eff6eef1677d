//! Looks at what is stored, table by table, past the product's own code: a difference that no door shows is still one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use roster::domain::Id;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, Row};

/// Which operation a record of the audit trail came through, and what is computed from that, is what differs between doors.
const DIFFERS: [(&str, &str); 3] = [("audit", "operation"), ("audit", "request_id"), ("audit", "hash")];
/// When each migration ran: the real time.
const MIGRATIONS: &str = "refinery_schema_history";
/// Where something is kept that belongs to a user, a group or a role, with the column that says to which.
const BELONGINGS: [(&str, &str); 11] = [
    ("users", "id"),
    ("user_roles", "user"),
    ("user_groups", "user"),
    ("user_permissions", "user"),
    ("passwords", "user"),
    ("credentials", "user"),
    ("credentials", "id"),
    ("groups", "id"),
    ("group_roles", "\"group\""),
    ("roles", "id"),
    ("organizations", "id"),
];

/// A record of the audit trail, but for the operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) target_kind: String,
    pub(super) target: Id,
    /// Everything that must be the same through every door.
    pub(super) text: String,
}

/// A reading connection to one world's database.
pub(super) struct Eye {
    connection: Connection,
    /// The last position that was seen in each organization's trail.
    seen: BTreeMap<Vec<u8>, i64>,
}

impl Eye {
    pub(super) fn open(data_dir: &Path) -> Self {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(data_dir.join("roster.db"), flags).expect("the database is there");
        connection.set_prepared_statement_cache_capacity(64);
        let mut eye = Self { connection, seen: BTreeMap::new() };
        eye.new_records();
        eye
    }

    /// A number that differs when anything was written since it was asked for.
    pub(super) fn version(&self) -> i64 {
        let mut pragma = self.connection.prepare_cached("PRAGMA data_version").expect("there is such a pragma");
        pragma.query_row([], |row| row.get(0)).expect("it has a value")
    }

    /// The records that were added since the last call, organization by organization.
    pub(super) fn new_records(&mut self) -> Vec<Record> {
        let organizations = self.column("SELECT id FROM organizations ORDER BY id");
        let organizations: BTreeSet<Vec<u8>> = organizations.into_iter().chain(self.seen.keys().cloned()).collect();
        let mut added = Vec::new();
        for organization in organizations {
            let seen = self.seen.entry(organization.clone()).or_default();
            let query = "SELECT position, target_kind, target_id, at, actor, credential, changes, id FROM audit
                         WHERE organization = ?1 AND position > ?2 ORDER BY position";
            let mut statement = self.connection.prepare_cached(query).expect("the trail has these columns");
            let mut rows = statement.query((&organization, *seen)).expect("the trail can be read");
            while let Some(row) = rows.next().expect("the trail can be read") {
                *seen = row.get(0).expect("a position is a number");
                let target: [u8; 12] = row.get(2).expect("an id has 12 bytes");
                added.push(Record {
                    target_kind: row.get(1).expect("a kind is text"),
                    target: Id::from_bytes(target),
                    text: cells(row, &[0, 1, 2, 3, 4, 5, 6, 7]),
                });
            }
        }
        added
    }

    /// All rows that are about one object, with their tables.
    pub(super) fn belongings(&self, id: Id) -> Vec<String> {
        let mut found = Vec::new();
        for (table, column) in BELONGINGS {
            let query = format!("SELECT * FROM {table} WHERE {column} = ?1");
            let mut statement = self.connection.prepare_cached(&query).expect("there is such a table");
            let columns: Vec<usize> = (0..statement.column_count()).collect();
            let mut rows = statement.query([id.to_bytes()]).expect("the table can be read");
            while let Some(row) = rows.next().expect("the table can be read") {
                found.push(format!("{table}: {}", cells(row, &columns)));
            }
        }
        found
    }

    /// Everything that is stored, but for what differs by nature.
    pub(super) fn everything(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for table in self.tables() {
            let query = format!("SELECT * FROM \"{table}\"");
            let mut statement = self.connection.prepare(&query).expect("there is such a table");
            let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
            let is_same = |column: &usize| !DIFFERS.contains(&(table.as_str(), names[*column].as_str()));
            let columns: Vec<usize> = (0..names.len()).filter(is_same).collect();
            let mut rows = statement.query([]).expect("the table can be read");
            while let Some(row) = rows.next().expect("the table can be read") {
                found.insert(format!("{table}: {}", cells(row, &columns)));
            }
        }
        found
    }

    fn tables(&self) -> Vec<String> {
        // Not virtual ones, nor what they keep: the index of texts only says where to look.
        let query = "SELECT name FROM pragma_table_list
                     WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
        let mut statement = self.connection.prepare(query).expect("there is such a table");
        let names = statement.query_map([], |row| row.get(0)).expect("it can be read");
        let names = names.map(|name| name.expect("a name is text"));
        names.filter(|name: &String| name != MIGRATIONS).collect()
    }

    fn column(&self, query: &str) -> Vec<Vec<u8>> {
        let mut statement = self.connection.prepare_cached(query).expect("there is such a table");
        let cells = statement.query_map([], |row| row.get(0)).expect("it can be read");
        cells.map(|cell| cell.expect("ids are bytes")).collect()
    }
}

/// Some cells of a row, as one text that another row has only if these cells are the same.
fn cells(row: &Row<'_>, columns: &[usize]) -> String {
    let cell = |column: &usize| match row.get(*column).expect("the column is there") {
        Value::Null => "-".to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => format!("{text:?}"),
        Value::Blob(bytes) => data_encoding::HEXLOWER.encode(&bytes),
    };
    columns.iter().map(cell).collect::<Vec<_>>().join(" ")
}
