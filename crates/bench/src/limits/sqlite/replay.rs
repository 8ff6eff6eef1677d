//! Does on a copy of a directory what recipes say, as often and as fast as SQLite can.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use rusqlite::types::Value;
use rusqlite::{Connection, Statement, params_from_iter};

use super::recipe::{Parameter, Recipe, SERIAL, Slot, Step};
use super::schema::quoted;
use crate::load::Timing;
use crate::requests::serial_text;

/// The values of one operation's parameters, statement by statement.
type Bound = Vec<Vec<Value>>;

/// A copy of a directory's database, with the server's durability: a write-ahead log, and every commit on disk before it
/// returns.
#[derive(Debug)]
pub(crate) struct SqliteLimit {
    connection: Connection,
    choice: fastrand::Rng,
    /// How many of the rows that are there are changed; spread evenly over all of them.
    subjects: usize,
    serial: u64,
    /// The keys of rows that are there, by table and column, read once.
    keys: BTreeMap<(String, String), Vec<Vec<u8>>>,
}

impl SqliteLimit {
    /// Opens a database that nobody else uses.
    pub(crate) fn open(path: &Path, subjects: usize, page_cache_kib: i64, seed: u64) -> Result<Self> {
        let connection = Connection::open(path).with_context(|| format!("cannot open {}", path.display()))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // SQLite: with WAL only FULL waits for the disk at every commit; NORMAL can lose the last ones.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        // SQLite: a negative size is in KiB.
        connection.pragma_update(None, "cache_size", -page_cache_kib)?;
        let choice = fastrand::Rng::with_seed(seed);
        Ok(SqliteLimit { connection, choice, subjects, serial: FIRST_SERIAL, keys: BTreeMap::new() })
    }

    /// Follows a recipe that many times, `group` of them in each transaction; a latency is that of one transaction. Where
    /// it is about what another recipe makes, that many are made before, unmeasured.
    pub(crate) fn run(
        &mut self,
        recipe: &Recipe,
        maker: Option<&Recipe>,
        operations: usize,
        group: usize,
    ) -> Result<Timing> {
        let first = self.serial + 1;
        let mut made = Vec::new();
        if let Some(maker) = maker {
            let bound = self.bind(maker, operations, first, &mut made, &[])?;
            self.execute(maker, bound, MAKING_GROUP)?;
        }
        let bound = self.bind(recipe, operations, first, &mut Vec::new(), &made)?;
        self.serial += operations as u64;
        self.execute(recipe, bound, group)
    }

    /// Makes up the values of all operations before the clock starts.
    fn bind(
        &mut self,
        recipe: &Recipe,
        operations: usize,
        first_serial: u64,
        slots_used: &mut Vec<Vec<Vec<u8>>>,
        made: &[Vec<Vec<u8>>],
    ) -> Result<Vec<Bound>> {
        let mut existing = Vec::new();
        for slot in &recipe.slots {
            existing.push(match slot {
                Slot::Existing { table, column } => self.keys(table, column)?,
                _ => Vec::new(),
            });
        }
        let counters = self.counters(recipe)?;
        let mut all = Vec::with_capacity(operations);
        for operation in 0..operations {
            let mut slots = Vec::with_capacity(recipe.slots.len());
            for (slot, keys) in recipe.slots.iter().zip(&existing) {
                slots.push(match slot {
                    Slot::Fresh { bytes } => fresh(&mut self.choice, *bytes, first_serial + operation as u64),
                    Slot::Existing { .. } => self.choice.choice(keys).cloned().context("there is no row to change")?,
                    Slot::OfMaker(slot) => {
                        let made = made.get(operation).and_then(|slots| slots.get(*slot));
                        made.cloned().context("nothing was made that could be deleted")?
                    }
                });
            }
            let serial = serial_text(first_serial + operation as u64);
            let bind = |step: (usize, &Step)| -> Vec<Value> {
                let mut counted = counters[step.0].iter();
                let value = |parameter: &Parameter| match parameter {
                    Parameter::Constant(value) => value.clone(),
                    Parameter::Serial(pattern) => Value::Text(pattern.replace(SERIAL, &serial)),
                    Parameter::Filler(text) => Value::Text(with_end(text, &serial)),
                    Parameter::Slot(slot) => Value::Blob(slots[*slot].clone()),
                    Parameter::Counter { .. } => {
                        Value::Integer(counted.next().copied().unwrap_or_default() + operation as i64)
                    }
                };
                step.1.parameters.iter().map(value).collect()
            };
            all.push(recipe.steps.iter().enumerate().map(bind).collect());
            slots_used.push(slots);
        }
        Ok(all)
    }

    /// The values of a key column of rows that are there, evenly spread over the table.
    fn keys(&mut self, table: &str, column: &str) -> Result<Vec<Vec<u8>>> {
        let place = (table.to_owned(), column.to_owned());
        if let Some(keys) = self.keys.get(&place) {
            return Ok(keys.clone());
        }
        let (table, column) = (quoted(table), quoted(column));
        let mut statement = self.connection.prepare(&format!("SELECT {column} FROM {table} ORDER BY {column}"))?;
        let found = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<Vec<u8>>>>()?;
        let distance = (found.len() / self.subjects.max(1)).max(1);
        let keys: Vec<_> = found.into_iter().step_by(distance).collect();
        drop(statement);
        self.keys.insert(place, keys.clone());
        Ok(keys)
    }

    /// What the counters of each step begin with.
    fn counters(&self, recipe: &Recipe) -> Result<Vec<Vec<i64>>> {
        let of_step = |step: &Step| {
            let columns = step.parameters.iter().filter_map(|parameter| match parameter {
                Parameter::Counter { column } => Some(column),
                _ => None,
            });
            let next = |column: &String| {
                let sql = format!("SELECT coalesce(max({}), 0) + 1 FROM {}", quoted(column), quoted(&step.table));
                self.connection.query_row(&sql, [], |row| row.get(0)).context("cannot count on")
            };
            columns.map(next).collect::<Result<Vec<i64>>>()
        };
        recipe.steps.iter().map(of_step).collect()
    }

    fn execute(&mut self, recipe: &Recipe, bound: Vec<Bound>, group: usize) -> Result<Timing> {
        let prepare = |step: &Step| self.connection.prepare(&step.sql);
        let mut statements = recipe.steps.iter().map(prepare).collect::<rusqlite::Result<Vec<Statement<'_>>>>()?;
        let mut begin = self.connection.prepare("BEGIN IMMEDIATE")?;
        let mut commit = self.connection.prepare("COMMIT")?;
        let start = Instant::now();
        let mut latencies = Vec::with_capacity(bound.len().div_ceil(group));
        for operations in bound.chunks(group) {
            let begun = Instant::now();
            begin.execute([])?;
            for (statement, values) in operations.iter().flat_map(|operation| operation.iter().enumerate()) {
                let changed = statements[statement].execute(params_from_iter(values))?;
                ensure!(changed == 1, "`{}` changed {changed} rows", recipe.steps[statement].sql);
            }
            commit.execute([])?;
            latencies.push(begun.elapsed());
        }
        Ok(Timing::closed(start.elapsed(), latencies))
    }
}

/// Serial numbers of what SQLite alone makes, apart from those of the server.
const FIRST_SERIAL: u64 = 7_000_000_000;
/// What is unmeasured is done in larger groups.
const MAKING_GROUP: usize = 1000;

/// Bytes that rise from one operation to the next, as the directory's time-ordered ids do, in front of random ones.
fn fresh(choice: &mut fastrand::Rng, bytes: usize, serial: u64) -> Vec<u8> {
    let mut made: Vec<u8> = (0..bytes).map(|_| choice.u8(..)).collect();
    let is_id = bytes < 32;
    if let (true, Some(head)) = (is_id, made.get_mut(..8)) {
        head.copy_from_slice(&(0x0200_0000_0000_0000 | serial).to_be_bytes());
    }
    made
}

/// A text of the same length with the serial number at its end.
fn with_end(text: &str, serial: &str) -> String {
    match text.len().checked_sub(serial.len()).and_then(|kept| text.get(..kept)) {
        Some(kept) => format!("{kept}{serial}"),
        None => text.to_owned(),
    }
}

#[cfg(test)]
impl SqliteLimit {
    /// For looking at how it was opened.
    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }
}
