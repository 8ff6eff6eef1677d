//! Arrays and maps: every item is read, so that one bad item does not hide another.

use std::collections::{BTreeMap, HashSet};

use serde_json::Value;

use super::{Read, ReadText, report_type};
use crate::{Fault, Items, Location, Reported, Violations};

/// The rules of an array.
#[derive(Clone, Copy, Debug)]
pub struct ArrayReader<R> {
    item: R,
    min_items: usize,
    max_items: usize,
    unique: bool,
}

/// Reads an array of what the reader reads.
pub const fn array<R: Read>(item: R) -> ArrayReader<R> {
    ArrayReader { item, min_items: 0, max_items: usize::MAX, unique: false }
}

impl<R: Read> ArrayReader<R> {
    /// Refuses shorter arrays.
    pub const fn min_items(mut self, items: usize) -> Self {
        self.min_items = items;
        self
    }

    /// Refuses longer arrays.
    pub const fn max_items(mut self, items: usize) -> Self {
        self.max_items = items;
        self
    }

    /// Refuses arrays in which two items are equal.
    pub const fn unique(mut self) -> Self {
        self.unique = true;
        self
    }

    fn check_length(&self, length: usize) -> Result<(), Fault> {
        let items = |count: usize| format!("{count} item{}", if count == 1 { "" } else { "s" });
        if length < self.min_items {
            return Err(Fault::new("minItems", format!("must have at least {}", items(self.min_items))));
        }
        if length > self.max_items {
            return Err(Fault::new("maxItems", format!("must have at most {}", items(self.max_items))));
        }
        Ok(())
    }
}

impl<R: Read> Read for ArrayReader<R> {
    type Output = Vec<R::Output>;

    fn read(&self, value: Value, at: &Location<'_>, found: &mut Violations) -> Result<Self::Output, Reported> {
        let Value::Array(values) = value else { return Err(report_type(&value, "an array", at, found)) };
        self.check_length(values.len()).map_err(|fault| found.report_fault(at, fault))?;
        let unique = if self.unique { report_repeated(&values, at, found) } else { Ok(()) };
        let read = |(index, value)| self.item.read(value, &at.item(index), found);
        let items = collect_all(values.into_iter().enumerate().map(read));
        unique.and(items)
    }
}

impl<R: ReadText> ArrayReader<R> {
    /// Reads a parameter that was sent once per item.
    ///
    /// # Errors
    /// `Reported` once at least one violation was added to `found`.
    pub(crate) fn read_texts(
        &self,
        texts: Vec<String>,
        at: &Location<'_>,
        found: &mut Violations,
    ) -> Result<Vec<R::Output>, Reported> {
        self.check_length(texts.len()).map_err(|fault| found.report_fault(at, fault))?;
        let values: Vec<_> = texts.iter().map(|text| Value::from(text.as_str())).collect();
        let unique = if self.unique { report_repeated(&values, at, found) } else { Ok(()) };
        let read =
            |(index, text)| self.item.read_text(text).map_err(|fault| found.report_fault(&at.item(index), fault));
        let items = collect_all(texts.into_iter().enumerate().map(read));
        unique.and(items)
    }
}

/// Collects all, going on after the first failure.
fn collect_all<C, T>(results: impl Iterator<Item = Result<T, Reported>>) -> Result<C, Reported>
where
    C: Default + Extend<T>,
{
    let mut collected = C::default();
    let mut outcome = Ok(());
    for result in results {
        match result {
            Ok(item) => collected.extend([item]),
            Err(reported) => outcome = Err(reported),
        }
    }
    outcome.map(|()| collected)
}

fn report_repeated(values: &[Value], at: &Location<'_>, found: &mut Violations) -> Result<(), Reported> {
    let mut seen = HashSet::with_capacity(values.len());
    let repeated = values.iter().enumerate().filter(|(_, value)| !seen.insert(canonical(value)));
    let reported =
        repeated.map(|(index, _)| found.report(&at.item(index), "uniqueItems", "must differ from the items before it"));
    reported.last().map_or(Ok(()), Err)
}

/// A text that is equal for equal values, whatever the order of an object's members.
fn canonical(value: &Value) -> String {
    match value {
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(canonical).collect();
            format!("[{}]", items.join(","))
        }
        Value::Object(members) => {
            let members: BTreeMap<_, _> = members.iter().map(|(name, value)| (name, canonical(value))).collect();
            format!("{members:?}")
        }
        scalar => scalar.to_string(),
    }
}

/// Reads an array that a server streams, as examples of the contract have it.
#[derive(Clone, Copy, Debug)]
pub struct ItemsReader<R>(ArrayReader<R>);

/// Reads an array that a server streams.
pub const fn items<R: Read>(item: R) -> ItemsReader<R> {
    ItemsReader(array(item))
}

impl<R: Read<Output: Send + 'static>> Read for ItemsReader<R> {
    type Output = Items<R::Output>;

    fn read(&self, value: Value, at: &Location<'_>, found: &mut Violations) -> Result<Self::Output, Reported> {
        self.0.read(value, at, found).map(Items::from)
    }
}

/// Reads an object of which only the values are described.
#[derive(Clone, Copy, Debug)]
pub struct MapReader<R> {
    value: R,
    min_properties: usize,
    max_properties: usize,
}

/// Reads an object whose values are what the reader reads.
pub const fn map<R: Read>(value: R) -> MapReader<R> {
    MapReader { value, min_properties: 0, max_properties: usize::MAX }
}

impl<R: Read> MapReader<R> {
    /// Refuses objects with fewer members.
    pub const fn min_properties(mut self, members: usize) -> Self {
        self.min_properties = members;
        self
    }

    /// Refuses objects with more members.
    pub const fn max_properties(mut self, members: usize) -> Self {
        self.max_properties = members;
        self
    }
}

impl<R: Read> Read for MapReader<R> {
    type Output = BTreeMap<String, R::Output>;

    fn read(&self, value: Value, at: &Location<'_>, found: &mut Violations) -> Result<Self::Output, Reported> {
        let Value::Object(members) = value else { return Err(report_type(&value, "an object", at, found)) };
        check_properties(members.len(), self.min_properties, self.max_properties)
            .map_err(|fault| found.report_fault(at, fault))?;
        collect_all(members.into_iter().map(|(name, value)| {
            let value = self.value.read(value, &at.member(&name), found)?;
            Ok((name, value))
        }))
    }
}

pub(super) fn check_properties(count: usize, min: usize, max: usize) -> Result<(), Fault> {
    let members = |count: usize| format!("{count} member{}", if count == 1 { "" } else { "s" });
    if count < min {
        return Err(Fault::new("minProperties", format!("must have at least {}", members(min))));
    }
    if count > max {
        return Err(Fault::new("maxProperties", format!("must have at most {}", members(max))));
    }
    Ok(())
}
