//! The tables of a database, what is in them, and how two states differ.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use rusqlite::Connection;
use rusqlite::types::Value;

/// The tables whose rows can be seen and changed, each after those that it refers to.
#[derive(Debug)]
pub(crate) struct Schema {
    pub(super) tables: Vec<Table>,
    /// Virtual tables, whose rows are not compared: the limit is without them.
    pub(crate) left_out: Vec<String>,
}

#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: String,
    pub(super) columns: Vec<String>,
    /// Which columns are the primary key; all where there is none.
    pub(super) key: Vec<usize>,
}

/// All rows of all tables, each under its key.
#[derive(Debug)]
pub(crate) struct Snapshot(Vec<BTreeMap<String, Vec<Value>>>);

/// What happened to one row.
#[derive(Clone, Debug)]
pub(super) enum Change {
    Insert {
        row: Vec<Value>,
    },
    /// Which columns have other values, and which.
    Update {
        key: Vec<Value>,
        changed: Vec<(usize, Value)>,
    },
    Delete {
        key: Vec<Value>,
    },
}

/// What happened to one row of one table.
#[derive(Clone, Debug)]
pub(super) struct RowChange {
    pub(super) table: usize,
    pub(super) change: Change,
}

impl Schema {
    /// Reads which tables there are.
    pub(crate) fn read(connection: &Connection) -> Result<Self> {
        let sql =
            "SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%' ORDER BY name";
        let mut statement = connection.prepare(sql)?;
        let found = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let (mut tables, mut left_out) = (Vec::new(), Vec::new());
        for entry in found {
            let (name, kind) = entry?;
            match kind.as_str() {
                "table" => tables.push(Table::read(connection, name)?),
                "virtual" => left_out.push(name),
                // What a virtual table keeps, and views.
                _ => {}
            }
        }
        let mut depths = BTreeMap::new();
        for table in &tables {
            depth_of(connection, &table.name, &mut depths)?;
        }
        tables.sort_by_key(|table| depths.get(&table.name).copied());
        Ok(Schema { tables, left_out })
    }

    /// Reads every row. Meant for directories of a few users.
    pub(crate) fn snapshot(&self, connection: &Connection) -> Result<Snapshot> {
        self.tables.iter().map(|table| table.rows(connection)).collect::<Result<_>>().map(Snapshot)
    }

    /// What one state has that the other does not, in the order of the tables.
    pub(super) fn changes(&self, before: &Snapshot, after: &Snapshot) -> Vec<RowChange> {
        let mut changes = Vec::new();
        for (index, table) in self.tables.iter().enumerate() {
            let (before, after) = (&before.0[index], &after.0[index]);
            let mut push = |change| changes.push(RowChange { table: index, change });
            for (key, row) in after {
                match before.get(key) {
                    None => push(Change::Insert { row: row.clone() }),
                    Some(old) if old != row => push(table.update(old, row)),
                    Some(_) => {}
                }
            }
            for (_, row) in before.iter().filter(|(key, _)| !after.contains_key(*key)) {
                push(Change::Delete { key: table.key_of(row) });
            }
        }
        changes
    }
}

impl Table {
    fn read(connection: &Connection, name: String) -> Result<Self> {
        let mut statement = connection.prepare("SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid")?;
        let found = statement.query_map([&name], |row| Ok((row.get::<_, String>(0)?, row.get::<_, usize>(1)?)))?;
        let found: Vec<(String, usize)> = found.collect::<rusqlite::Result<_>>()?;
        let mut key: Vec<usize> = (0..found.len()).filter(|index| found[*index].1 > 0).collect();
        key.sort_by_key(|index| found[*index].1);
        if key.is_empty() {
            key = (0..found.len()).collect();
        }
        Ok(Table { name, columns: found.into_iter().map(|(column, _)| column).collect(), key })
    }

    fn rows(&self, connection: &Connection) -> Result<BTreeMap<String, Vec<Value>>> {
        let columns = self.columns.iter().map(|column| quoted(column)).collect::<Vec<_>>().join(", ");
        let mut statement = connection.prepare(&format!("SELECT {columns} FROM {}", quoted(&self.name)))?;
        let mut rows = statement.query([])?;
        let mut found = BTreeMap::new();
        while let Some(row) = rows.next().with_context(|| format!("reading {}", self.name))? {
            let row = (0..self.columns.len()).map(|index| row.get(index)).collect::<rusqlite::Result<Vec<Value>>>()?;
            found.insert(format!("{:?}", self.key_of(&row)), row);
        }
        Ok(found)
    }

    fn key_of(&self, row: &[Value]) -> Vec<Value> {
        self.key.iter().map(|index| row[*index].clone()).collect()
    }

    fn update(&self, old: &[Value], new: &[Value]) -> Change {
        let columns = old.iter().zip(new).enumerate();
        let changed = columns.filter(|(_, (old, new))| old != new).map(|(index, (_, new))| (index, new.clone()));
        Change::Update { key: self.key_of(old), changed: changed.collect() }
    }
}

/// How many tables must be there before a table can have rows.
fn depth_of(connection: &Connection, table: &str, depths: &mut BTreeMap<String, usize>) -> Result<usize> {
    if let Some(depth) = depths.get(table) {
        return Ok(*depth);
    }
    // A table that refers to itself, or a circle of tables, ends here.
    depths.insert(table.to_owned(), 0);
    let mut statement = connection.prepare("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(?1)")?;
    let parents = statement.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    let mut depth = 0;
    for parent in parents {
        depth = depth.max(depth_of(connection, &parent, depths)? + 1);
    }
    depths.insert(table.to_owned(), depth);
    Ok(depth)
}

/// A name as SQL writes it.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
