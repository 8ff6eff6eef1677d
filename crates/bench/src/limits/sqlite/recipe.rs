//! What an operation does to rows, as statements whose parameters say which values differ from one operation to the next.
//! Two observations of the same operation tell these apart from constants.

use std::collections::BTreeMap;

use anyhow::{Result, bail, ensure};
use rusqlite::types::Value;

use super::schema::{Change, RowChange, Schema, Snapshot, Table, quoted};

/// One operation that was watched: the rows that it changed, and its serial number as it stands in their texts.
#[derive(Debug)]
pub(crate) struct Observed {
    changes: Vec<RowChange>,
    serial: String,
}

impl Observed {
    /// What changed between two states of a directory.
    pub(crate) fn between(schema: &Schema, before: &Snapshot, after: &Snapshot, serial: String) -> Self {
        Observed { changes: schema.changes(before, after), serial }
    }
}

/// Statements that change the same rows again, of another object.
#[derive(Debug)]
pub(crate) struct Recipe {
    pub(super) steps: Vec<Step>,
    /// How many values of its own each operation makes up.
    pub(super) slots: Vec<Slot>,
}

#[derive(Debug)]
pub(super) struct Step {
    pub(super) sql: String,
    pub(super) parameters: Vec<Parameter>,
    pub(super) is_delete: bool,
    /// What the counters of this step count: table, column.
    pub(super) table: String,
}

/// Stands for a serial number, as no text of the directory has it.
pub(super) const SERIAL: &str = "\u{1}";

/// Where the value of a parameter comes from.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Parameter {
    /// It was the same both times.
    Constant(Value),
    /// A text in which the operation's serial number stands wherever [`SERIAL`] does.
    Serial(String),
    /// A text that differs in another way: as long, and its end differs each time.
    Filler(String),
    /// Bytes that the operation made up or found, the same wherever they stand.
    Slot(usize),
    /// A number in a key, one more each time.
    Counter { column: String },
}

/// Bytes that differ between operations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// New ones, so many.
    Fresh { bytes: usize },
    /// The key of a row that is there: of the object that is changed.
    Existing { table: String, column: String },
    /// Those that the operation before, which made the object, put into its slot.
    OfMaker(usize),
}

impl Recipe {
    /// What two operations of one kind did. `maker` is how the objects were made that they delete, with the observations
    /// of making these two.
    pub(crate) fn of(
        schema: &Schema,
        observed: [&Observed; 2],
        maker: Option<(&Recipe, [&Observed; 2])>,
    ) -> Result<Self> {
        let [first, second] = observed;
        let same_shape = first.changes.len() == second.changes.len()
            && first.changes.iter().zip(&second.changes).all(|(a, b)| shape(a) == shape(b));
        ensure!(same_shape, "two operations of one kind changed different rows: {first:?} and {second:?}");
        ensure!(!first.changes.is_empty(), "the operation changed no row");
        let mut writer =
            Writer { slots: Vec::new(), by_values: BTreeMap::new(), serials: [&first.serial, &second.serial] };
        if let Some((recipe, made)) = maker {
            writer.know_slots(recipe, made);
        }
        let mut steps = Vec::new();
        for (a, b) in first.changes.iter().zip(&second.changes) {
            steps.push(writer.step(schema, a, b)?);
        }
        // What refers to a row is removed before it, and what it refers to is there before it.
        let (mut deletes, others): (Vec<_>, Vec<_>) = steps.into_iter().partition(|step| step.is_delete);
        deletes.reverse();
        deletes.extend(others);
        Ok(Recipe { steps: deletes, slots: writer.slots })
    }

    /// Its statements, without what is inserted and how rows are found.
    pub(crate) fn summary(&self) -> String {
        let short = |step: &Step| {
            step.sql.split(" (").next().and_then(|sql| sql.split(" WHERE").next()).unwrap_or_default().to_owned()
        };
        self.steps.iter().map(short).collect::<Vec<_>>().join("; ")
    }
}

/// What two changes must have in common.
fn shape(change: &RowChange) -> (usize, u8, Vec<usize>) {
    match &change.change {
        Change::Insert { .. } => (change.table, 0, Vec::new()),
        Change::Update { changed, .. } => (change.table, 1, changed.iter().map(|(column, _)| *column).collect()),
        Change::Delete { .. } => (change.table, 2, Vec::new()),
    }
}

struct Writer<'o> {
    slots: Vec<Slot>,
    /// Which slot stands for which bytes, of the first and of the second operation.
    by_values: BTreeMap<(Vec<u8>, Vec<u8>), usize>,
    serials: [&'o str; 2],
}

impl Writer<'_> {
    /// Takes over what the makers of the two objects put into their slots.
    fn know_slots(&mut self, recipe: &Recipe, made: [&Observed; 2]) {
        let mut maker =
            Writer { slots: Vec::new(), by_values: BTreeMap::new(), serials: [&made[0].serial, &made[1].serial] };
        for (a, b) in made[0].changes.iter().zip(&made[1].changes) {
            if let (Change::Insert { row: a }, Change::Insert { row: b }) = (&a.change, &b.change) {
                for (a, b) in a.iter().zip(b) {
                    maker.parameter("", a, b, None, false).ok();
                }
            }
        }
        for (values, slot) in maker.by_values.into_iter().filter(|(_, slot)| *slot < recipe.slots.len()) {
            self.slots.push(Slot::OfMaker(slot));
            self.by_values.insert(values, self.slots.len() - 1);
        }
    }

    fn step(&mut self, schema: &Schema, a: &RowChange, b: &RowChange) -> Result<Step> {
        let table = &schema.tables[a.table];
        let name = quoted(&table.name);
        let column = |index: &usize| quoted(&table.columns[*index]);
        let (mut parameters, mut assigned) = (Vec::new(), Vec::new());
        let (sql, is_delete) = match (&a.change, &b.change) {
            (Change::Insert { row: a }, Change::Insert { row: b }) => {
                for (index, (a, b)) in a.iter().zip(b).enumerate() {
                    let is_key = table.key.contains(&index);
                    parameters.push(self.parameter(&table.columns[index], a, b, None, is_key)?);
                }
                let columns: Vec<_> = (0..table.columns.len()).map(|index| column(&index)).collect();
                let places: Vec<_> = (1..=columns.len()).map(|place| format!("?{place}")).collect();
                (format!("INSERT INTO {name} ({}) VALUES ({})", columns.join(", "), places.join(", ")), false)
            }
            (Change::Update { key, changed }, Change::Update { key: other, changed: also }) => {
                for (index, value) in changed {
                    let value_b = also.iter().find(|(found, _)| found == index).map_or(value, |(_, value)| value);
                    parameters.push(self.parameter(&table.columns[*index], value, value_b, None, false)?);
                    assigned.push(format!("{} = ?{}", column(index), parameters.len()));
                }
                let condition = self.condition(table, [key, other], &mut parameters)?;
                (format!("UPDATE {name} SET {} WHERE {condition}", assigned.join(", ")), false)
            }
            (Change::Delete { key }, Change::Delete { key: other }) => {
                let condition = self.condition(table, [key, other], &mut parameters)?;
                (format!("DELETE FROM {name} WHERE {condition}"), true)
            }
            _ => bail!("two operations did different things to {}", table.name),
        };
        Ok(Step { sql, parameters, is_delete, table: table.name.clone() })
    }

    /// The condition that finds a row by its key.
    fn condition(&mut self, table: &Table, keys: [&Vec<Value>; 2], parameters: &mut Vec<Parameter>) -> Result<String> {
        let mut conditions = Vec::new();
        for (index, (a, b)) in table.key.iter().zip(keys[0].iter().zip(keys[1])) {
            let column = &table.columns[*index];
            parameters.push(self.parameter(column, a, b, Some(&table.name), false)?);
            conditions.push(format!("{} IS ?{}", quoted(column), parameters.len()));
        }
        Ok(conditions.join(" AND "))
    }

    /// Tells where a value comes from by how it differs. `keyed` is the table in which it is the key of a row that is there.
    fn parameter(
        &mut self,
        column: &str,
        a: &Value,
        b: &Value,
        keyed: Option<&str>,
        counts: bool,
    ) -> Result<Parameter> {
        Ok(match (a, b) {
            (Value::Blob(a), Value::Blob(b)) if a != b || self.by_values.contains_key(&(a.clone(), b.clone())) => {
                let slots = &mut self.slots;
                let slot = *self.by_values.entry((a.clone(), b.clone())).or_insert_with(|| {
                    slots.push(Slot::Fresh { bytes: a.len() });
                    slots.len() - 1
                });
                if let (Some(table), Slot::Fresh { .. }) = (keyed, &self.slots[slot]) {
                    self.slots[slot] = Slot::Existing { table: table.to_owned(), column: column.to_owned() };
                }
                Parameter::Slot(slot)
            }
            (a, b) if a == b => Parameter::Constant(a.clone()),
            (Value::Text(a), Value::Text(b)) => {
                let pattern = a.replace(self.serials[0], SERIAL);
                if pattern == b.replace(self.serials[1], SERIAL) {
                    Parameter::Serial(pattern)
                } else {
                    Parameter::Filler(a.clone())
                }
            }
            (Value::Integer(_), Value::Integer(_)) if counts => Parameter::Counter { column: column.to_owned() },
            // Times, and texts that are there in one operation only.
            (a, _) => Parameter::Constant(a.clone()),
        })
    }
}
