//! Whether a value written in the contract, an example or a default, is one that its schema allows.

use serde_json::{Map, Value};

use crate::ir::{
    Additional, Contract, Kind, NumberRules, ObjectRules, Pointer, Schema, SchemaOrRef, StringRules, same_json,
};
use crate::pattern::matcher;

/// A place in a value that its schema does not allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The place, relative to the value.
    pub pointer: Pointer,
    /// What is wrong with it.
    pub message: String,
}

/// Everything in the value that the schema does not allow.
#[must_use]
pub fn mismatches(contract: &Contract, schema: &SchemaOrRef, value: &Value) -> Vec<Mismatch> {
    let mut check = Check { contract, found: Vec::new() };
    check.value(schema, value, &Pointer::default());
    check.found
}

struct Check<'c> {
    contract: &'c Contract,
    found: Vec<Mismatch>,
}

impl Check<'_> {
    fn report(&mut self, at: &Pointer, message: impl Into<String>) {
        self.found.push(Mismatch { pointer: at.clone(), message: message.into() });
    }

    fn value(&mut self, schema: &SchemaOrRef, value: &Value, at: &Pointer) {
        // A reference that leads nowhere has been reported where it stands.
        if let Some(schema) = self.contract.schema(schema) {
            self.resolved(schema, value, at);
        }
    }

    fn resolved(&mut self, schema: &Schema, value: &Value, at: &Pointer) {
        if value.is_null() && schema.nullable == Some(true) {
            return;
        }
        match (&schema.kind, value) {
            (Kind::Any, _) | (Kind::Boolean, Value::Bool(_)) => {}
            (Kind::String(rules), Value::String(text)) => self.string(rules, text, at),
            (Kind::Integer(rules), Value::Number(number)) => match number.as_i64() {
                Some(number) => self.number(rules, number, is_multiple(number, rules.multiple_of), at),
                None => self.report(at, format!("{number} is not a whole number of 64 bits")),
            },
            (Kind::Number(rules), Value::Number(number)) => {
                let number = number.as_f64().unwrap_or(f64::NAN);
                let is_multiple = rules.multiple_of.is_none_or(|factor| (number / factor).fract() == 0.0);
                self.number(rules, number, is_multiple, at);
            }
            (Kind::Array(rules), Value::Array(elements)) => {
                self.size(elements.len(), "elements", rules.min_items, rules.max_items, at);
                let is_repeated =
                    |(index, element): (usize, &Value)| elements[..index].iter().any(|other| same_json(element, other));
                if rules.unique_items == Some(true) && elements.iter().enumerate().any(is_repeated) {
                    self.report(at, "two elements are the same");
                }
                for (index, element) in elements.iter().enumerate() {
                    self.value(&rules.items, element, &at.child(index));
                }
            }
            (Kind::Object(rules), Value::Object(members)) => self.object(rules, members, &[], at),
            (Kind::AllOf { parts, .. }, _) => self.all_of(parts, value, at),
            (kind, _) => self.report(at, format!("{} is expected", name_of(kind))),
        }
    }

    fn string(&mut self, rules: &StringRules, text: &str, at: &Pointer) {
        self.size(text.chars().count(), "characters", rules.min_length, rules.max_length, at);
        let matcher = rules.pattern.as_deref().and_then(|pattern| matcher(pattern).ok());
        if matcher.is_some_and(|matcher| !matcher.is_match(text)) {
            self.report(at, format!("`{text}` does not match `{}`", rules.pattern.as_deref().unwrap_or_default()));
        }
        if rules.one_of.as_ref().is_some_and(|values| !values.iter().any(|value| value == text)) {
            self.report(at, format!("`{text}` is not one of the enumerated values"));
        }
    }

    fn number<T: PartialOrd + std::fmt::Display + Copy>(
        &mut self,
        rules: &NumberRules<T>,
        number: T,
        is_multiple: bool,
        at: &Pointer,
    ) {
        let is_exclusive = |flag: Option<bool>, bound: T| flag == Some(true) && number == bound;
        if rules.minimum.is_some_and(|minimum| number < minimum || is_exclusive(rules.exclusive_minimum, minimum)) {
            self.report(at, format!("{number} is less than the minimum"));
        }
        if rules.maximum.is_some_and(|maximum| number > maximum || is_exclusive(rules.exclusive_maximum, maximum)) {
            self.report(at, format!("{number} is greater than the maximum"));
        }
        if !is_multiple {
            self.report(at, format!("{number} is not a multiple of `multipleOf`"));
        }
    }

    /// Each part must allow the value, and a part may have members that only another one names.
    fn all_of(&mut self, parts: &[SchemaOrRef], value: &Value, at: &Pointer) {
        let contract = self.contract;
        let parts: Vec<_> = parts.iter().filter_map(|part| contract.schema(part)).collect();
        let mut names = Vec::new();
        for part in &parts {
            property_names(contract, part, &mut names);
        }
        for part in parts {
            match (&part.kind, value) {
                (Kind::Object(rules), Value::Object(members)) => self.object(rules, members, &names, at),
                _ => self.resolved(part, value, at),
            }
        }
    }

    /// `others` are names that other parts of an `allOf` know.
    fn object(&mut self, rules: &ObjectRules, members: &Map<String, Value>, others: &[&str], at: &Pointer) {
        self.size(members.len(), "members", rules.min_properties, rules.max_properties, at);
        for name in rules.required.iter().flatten().filter(|name| !members.contains_key(*name)) {
            self.report(at, format!("`{name}` is missing"));
        }
        for (name, member) in members {
            match (rules.properties.get(name), &rules.additional) {
                (Some(schema), _) | (None, Additional::Typed(schema)) => self.value(schema, member, &at.child(name)),
                (None, Additional::Allowed) => {}
                (None, _) if others.contains(&name.as_str()) => {}
                (None, Additional::Unsaid) if rules.properties.is_empty() => {}
                // What the schema does not name is dropped when it is read, so it has no place in an example.
                (None, _) => self.report(&at.child(name), format!("`{name}` is not a property")),
            }
        }
    }

    fn size(&mut self, size: usize, of: &str, min: Option<u64>, max: Option<u64>, at: &Pointer) {
        let size = size as u64;
        if min.is_some_and(|min| size < min) || max.is_some_and(|max| size > max) {
            self.report(at, format!("{size} {of} are too few or too many"));
        }
    }
}

fn is_multiple(number: i64, factor: Option<i64>) -> bool {
    factor.and_then(|factor| number.checked_rem(factor)).is_none_or(|remainder| remainder == 0)
}

fn property_names<'c>(contract: &'c Contract, schema: &'c Schema, names: &mut Vec<&'c str>) {
    match &schema.kind {
        Kind::Object(rules) => names.extend(rules.properties.keys().map(String::as_str)),
        Kind::AllOf { parts, .. } => {
            for part in parts.iter().filter_map(|part| contract.schema(part)) {
                property_names(contract, part, names);
            }
        }
        _ => {}
    }
}

fn name_of(kind: &Kind) -> &'static str {
    match kind {
        Kind::Any | Kind::AllOf { .. } => "a value",
        Kind::String(_) => "a string",
        Kind::Integer(_) => "a whole number",
        Kind::Number(_) => "a number",
        Kind::Boolean => "true or false",
        Kind::Array(_) => "an array",
        Kind::Object(_) => "an object",
    }
}
