//! Objects: each member is taken out by name, and what is left over is unknown.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Read, map, report_type, sequence::check_properties};
use crate::{Field, Location, Reported, Violations};

/// An object while its members are read.
#[derive(Debug)]
pub struct ObjectReader<'a> {
    members: Map<String, Value>,
    at: &'a Location<'a>,
    found: &'a mut Violations,
}

/// Opens an object for reading.
///
/// # Errors
/// `Reported` where the value is not an object.
pub fn object<'a>(value: Value, at: &'a Location<'a>, found: &'a mut Violations) -> Result<ObjectReader<'a>, Reported> {
    match value {
        Value::Object(members) => Ok(ObjectReader { members, at, found }),
        other => Err(report_type(&other, "an object", at, found)),
    }
}

/// Opens a string whose content is a JSON document; any other value is passed on as it is.
///
/// # Errors
/// `Reported` where the string's content is not JSON.
pub fn embedded_json(value: Value, at: &Location<'_>, found: &mut Violations) -> Result<Value, Reported> {
    match value {
        Value::String(text) => serde_json::from_str(&text)
            .map_err(|error| found.report(at, "json", format!("must be JSON, or a string that holds JSON: {error}"))),
        other => Ok(other),
    }
}

impl ObjectReader<'_> {
    /// Accepts a member under another name too; the contract's own name wins where both were sent.
    pub fn alias(&mut self, other: &str, name: &str) {
        if let Some(value) = self.members.remove(other)
            && !self.members.contains_key(name)
        {
            self.members.insert(name.to_owned(), value);
        }
    }

    /// Reads a member that must be there.
    ///
    /// # Errors
    /// `Reported` where it is missing or breaks a rule.
    pub fn required<R: Read>(&mut self, name: &str, reader: &R) -> Result<R::Output, Reported> {
        match self.members.remove(name) {
            Some(value) => reader.read(value, &self.at.member(name), self.found),
            None => Err(self.found.report(&self.at.member(name), "required", "is required")),
        }
    }

    /// Reads a member that may be absent, but is not null.
    ///
    /// # Errors
    /// `Reported` where it breaks a rule.
    pub fn optional<R: Read>(&mut self, name: &str, reader: &R) -> Result<Option<R::Output>, Reported> {
        let value = self.members.remove(name);
        value.map(|value| reader.read(value, &self.at.member(name), self.found)).transpose()
    }

    /// Reads a member that may be absent, null or a value.
    ///
    /// # Errors
    /// `Reported` where it breaks a rule.
    pub fn field<R: Read>(&mut self, name: &str, reader: &R) -> Result<Field<R::Output>, Reported> {
        match self.members.remove(name) {
            None => Ok(Field::Absent),
            Some(Value::Null) => Ok(Field::Null),
            Some(value) => reader.read(value, &self.at.member(name), self.found).map(Field::Value),
        }
    }

    /// Checks how many members were sent; called before any is read.
    ///
    /// # Errors
    /// `Reported` where there are too few or too many.
    pub fn check_properties(&mut self, min: usize, max: usize) -> Result<(), Reported> {
        check_properties(self.members.len(), min, max).map_err(|fault| self.found.report_fault(self.at, fault))
    }

    /// Reads the members that have no name in the contract; called after all others.
    ///
    /// # Errors
    /// `Reported` where one breaks a rule.
    pub fn rest<R: Read + Copy>(&mut self, reader: &R) -> Result<BTreeMap<String, R::Output>, Reported> {
        let members = std::mem::take(&mut self.members);
        map(*reader).read(Value::Object(members), self.at, self.found)
    }

    /// Refuses the members that have no name in the contract; called after all others.
    ///
    /// # Errors
    /// `Reported` where there is one.
    pub fn deny_unknown(self) -> Result<(), Reported> {
        let mut outcome = Ok(());
        for name in self.members.keys() {
            outcome = Err(self.found.report(&self.at.member(name), "unknown", "is not a member of this object"));
        }
        outcome
    }
}
