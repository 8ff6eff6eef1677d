//! Readers: small values that say which JSON a schema allows and turn it into a Rust type, reporting every breach.
//!
//! `string().min_length(2)` is a rule; reading is `Read::read`. Parameters are texts, so readers of scalars implement
//! `ReadText` as well. Nothing here knows where a value came from but by its `Location`.

mod number;
mod object;
mod sequence;
mod text;

use std::marker::PhantomData;

use serde_json::{Map, Value};

use crate::{Fault, Location, Model, Reported, TextModel, Violations};

pub use number::{BooleanReader, IntegerReader, NumberReader, boolean, integer, number};
pub use object::{ObjectReader, embedded_json, object};
pub use sequence::{ArrayReader, ItemsReader, MapReader, array, items, map};
pub use text::{SecretReader, StringReader, TimestampReader, UuidReader, secret, string, timestamp, uuid};

/// Reads a JSON value.
pub trait Read {
    /// What it is read as.
    type Output;

    /// Reads the value, or reports every rule that it breaks.
    ///
    /// # Errors
    /// `Reported` once at least one violation was added to `found`.
    fn read(&self, value: Value, at: &Location<'_>, found: &mut Violations) -> Result<Self::Output, Reported>;
}

/// Reads a parameter or a form field.
pub trait ReadText: Read {
    /// Reads the decoded text.
    ///
    /// # Errors
    /// The first rule that the text breaks.
    fn read_text(&self, text: String) -> Result<Self::Output, Fault>;
}

/// Reports a value of the wrong type: null, which is named as such, or another.
fn report_type(value: &Value, expected: &str, at: &Location<'_>, found: &mut Violations) -> Reported {
    match value {
        Value::Null => found.report(at, "null", format!("must be {expected}, not null")),
        _ => found.report(at, "type", format!("must be {expected}")),
    }
}

/// Reads a named schema.
#[derive(Clone, Copy, Debug)]
pub struct ModelReader<T>(PhantomData<fn() -> T>);

/// Reads a named schema.
pub const fn model<T: Model>() -> ModelReader<T> {
    ModelReader(PhantomData)
}

impl<T: Model> Read for ModelReader<T> {
    type Output = T;

    fn read(&self, value: Value, at: &Location<'_>, found: &mut Violations) -> Result<T, Reported> {
        T::read(value, at, found)
    }
}

impl<T: TextModel> ReadText for ModelReader<T> {
    fn read_text(&self, text: String) -> Result<T, Fault> {
        T::parse(text)
    }
}

/// Reads what another reader reads, or null.
#[derive(Clone, Copy, Debug)]
pub struct NullableReader<R>(R);

/// Reads what the reader reads, or null.
pub const fn nullable<R: Read>(reader: R) -> NullableReader<R> {
    NullableReader(reader)
}

impl<R: Read> Read for NullableReader<R> {
    type Output = Option<R::Output>;

    fn read(&self, value: Value, at: &Location<'_>, found: &mut Violations) -> Result<Self::Output, Reported> {
        if value.is_null() { Ok(None) } else { self.0.read(value, at, found).map(Some) }
    }
}

/// Reads into a box, for schemas that contain themselves.
#[derive(Clone, Copy, Debug)]
pub struct BoxedReader<R>(R);

/// Reads into a box.
pub const fn boxed<R: Read>(reader: R) -> BoxedReader<R> {
    BoxedReader(reader)
}

impl<R: Read> Read for BoxedReader<R> {
    type Output = Box<R::Output>;

    fn read(&self, value: Value, at: &Location<'_>, found: &mut Violations) -> Result<Self::Output, Reported> {
        self.0.read(value, at, found).map(Box::new)
    }
}

/// Reads any JSON value, null included.
#[derive(Clone, Copy, Debug)]
pub struct AnyReader;

/// Reads any JSON value, null included.
pub const fn any() -> AnyReader {
    AnyReader
}

impl Read for AnyReader {
    type Output = Value;

    fn read(&self, value: Value, _: &Location<'_>, _: &mut Violations) -> Result<Value, Reported> {
        Ok(value)
    }
}

/// Reads any JSON object.
#[derive(Clone, Copy, Debug)]
pub struct JsonObjectReader;

/// Reads any JSON object.
pub const fn json_object() -> JsonObjectReader {
    JsonObjectReader
}

impl Read for JsonObjectReader {
    type Output = Map<String, Value>;

    fn read(&self, value: Value, at: &Location<'_>, found: &mut Violations) -> Result<Self::Output, Reported> {
        match value {
            Value::Object(members) => Ok(members),
            other => Err(report_type(&other, "an object", at, found)),
        }
    }
}
