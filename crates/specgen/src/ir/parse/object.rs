//! Takes a JSON object apart member by member, and reports those that nobody took.

use std::collections::HashSet;

use indexmap::IndexMap;
use serde_json::{Map, Value};

use crate::diagnostic::Diagnostics;
use crate::ir::{Extensions, Pointer};

/// An object of the document of which some members have been taken.
pub(super) struct Object<'v> {
    /// Where it stands.
    pub(super) at: Pointer,
    what: &'static str,
    members: &'v Map<String, Value>,
    taken: HashSet<String>,
}

impl<'v> Object<'v> {
    /// Starts on a value that must be an object; `what` names it in findings.
    pub(super) fn open(
        value: &'v Value,
        at: Pointer,
        what: &'static str,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let Value::Object(members) = value else {
            report_type(&at, "an object", diagnostics);
            return None;
        };
        Some(Self { at, what, members, taken: HashSet::new() })
    }

    /// All members, taken or not.
    pub(super) fn members(&self) -> &'v Map<String, Value> {
        self.members
    }

    /// Whether the object has a member of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.members.contains_key(name)
    }

    /// Takes a member with its pointer.
    pub(super) fn take(&mut self, name: &str) -> Option<(&'v Value, Pointer)> {
        let value = self.members.get(name)?;
        self.taken.insert(name.to_owned());
        Some((value, self.at.child(name)))
    }

    /// Takes a member that must be there.
    pub(super) fn require(&mut self, name: &str, diagnostics: &mut Diagnostics) -> Option<(&'v Value, Pointer)> {
        let taken = self.take(name);
        if taken.is_none() {
            diagnostics.error(&self.at, "missing-member", format!("this {} has no `{name}`", self.what), "");
        }
        taken
    }

    /// Takes a member whatever it holds.
    pub(super) fn any(&mut self, name: &str) -> Option<Value> {
        self.take(name).map(|(value, _)| value.clone())
    }

    /// Takes a string.
    pub(super) fn text(&mut self, name: &str, diagnostics: &mut Diagnostics) -> Option<String> {
        self.typed(name, "a string", diagnostics, |value| value.as_str().map(str::to_owned))
    }

    /// Takes a string that must be there; empty where it is not.
    pub(super) fn required_text(&mut self, name: &str, diagnostics: &mut Diagnostics) -> String {
        self.require(name, diagnostics);
        self.text(name, diagnostics).unwrap_or_default()
    }

    /// Takes a boolean.
    pub(super) fn flag(&mut self, name: &str, diagnostics: &mut Diagnostics) -> Option<bool> {
        self.typed(name, "true or false", diagnostics, Value::as_bool)
    }

    /// Takes a number that is not negative.
    pub(super) fn count(&mut self, name: &str, diagnostics: &mut Diagnostics) -> Option<u64> {
        self.typed(name, "a whole number that is not negative", diagnostics, Value::as_u64)
    }

    /// Takes a value that `read` understands; `expected` says what that is.
    pub(super) fn typed<T>(
        &mut self,
        name: &str,
        expected: &str,
        diagnostics: &mut Diagnostics,
        read: impl FnOnce(&Value) -> Option<T>,
    ) -> Option<T> {
        let (value, at) = self.take(name)?;
        let read = read(value);
        if read.is_none() {
            report_type(&at, expected, diagnostics);
        }
        read
    }

    /// Takes an array of strings.
    pub(super) fn texts(&mut self, name: &str, diagnostics: &mut Diagnostics) -> Option<Vec<String>> {
        let (value, at) = self.take(name)?;
        Some(texts_of(value, &at, diagnostics))
    }

    /// Takes an array of strings, and whether null ends it.
    pub(super) fn texts_and_null(&mut self, name: &str, diagnostics: &mut Diagnostics) -> (Option<Vec<String>>, bool) {
        let Some((value, at)) = self.take(name) else { return (None, false) };
        match value.as_array().and_then(|elements| elements.split_last()) {
            Some((Value::Null, texts)) => (Some(texts_of(&texts.into(), &at, diagnostics)), true),
            _ => (Some(texts_of(value, &at, diagnostics)), false),
        }
    }

    /// Takes an array whose elements `read` understands. An empty one is reported: it could not be told from none.
    pub(super) fn list<T>(
        &mut self,
        name: &str,
        diagnostics: &mut Diagnostics,
        mut read: impl FnMut(&Value, Pointer, &mut Diagnostics) -> Option<T>,
    ) -> Vec<T> {
        let Some((value, at)) = self.take(name) else { return Vec::new() };
        let Value::Array(elements) = value else {
            report_type(&at, "an array", diagnostics);
            return Vec::new();
        };
        if elements.is_empty() {
            report_empty(&at, name, diagnostics);
        }
        elements.iter().enumerate().filter_map(|(index, element)| read(element, at.child(index), diagnostics)).collect()
    }

    /// Takes an object that maps names to what `read` understands. An empty one is reported.
    pub(super) fn map<T>(
        &mut self,
        name: &str,
        diagnostics: &mut Diagnostics,
        mut read: impl FnMut(&Value, Pointer, &mut Diagnostics) -> Option<T>,
    ) -> IndexMap<String, T> {
        let Some((value, at)) = self.take(name) else { return IndexMap::new() };
        let Value::Object(members) = value else {
            report_type(&at, "an object", diagnostics);
            return IndexMap::new();
        };
        if members.is_empty() {
            report_empty(&at, name, diagnostics);
        }
        let read =
            members.iter().filter_map(|(name, value)| Some((name.clone(), read(value, at.child(name), diagnostics)?)));
        read.collect()
    }

    /// Ends with the object: what is left are extensions, or findings.
    pub(super) fn close(self, diagnostics: &mut Diagnostics) -> Extensions {
        let mut extensions = Extensions::new();
        for (name, value) in self.members.iter().filter(|(name, _)| !self.taken.contains(*name)) {
            if name.starts_with("x-") {
                extensions.insert(name.clone(), value.clone());
                continue;
            }
            let at = self.at.child(name);
            match advice(self.what, name) {
                Some(help) => {
                    diagnostics.error(
                        &at,
                        "unsupported",
                        format!("`{name}` of the {} is not supported", self.what),
                        help,
                    );
                }
                None => {
                    let help = "it would be lost: remove it, correct its name, or make it an extension `x-...`";
                    diagnostics.error(
                        &at,
                        "unknown-member",
                        format!("the {} has an unknown member `{name}`", self.what),
                        help,
                    );
                }
            }
        }
        extensions
    }
}

/// Reads an array of strings.
pub(super) fn texts_of(value: &Value, at: &Pointer, diagnostics: &mut Diagnostics) -> Vec<String> {
    let Value::Array(elements) = value else {
        report_type(at, "an array of strings", diagnostics);
        return Vec::new();
    };
    let read = elements.iter().enumerate().filter_map(|(index, element)| {
        if !element.is_string() {
            report_type(&at.child(index), "a string", diagnostics);
        }
        element.as_str().map(str::to_owned)
    });
    read.collect()
}

/// Reports a value of the wrong type.
pub(super) fn report_type(at: &Pointer, expected: &str, diagnostics: &mut Diagnostics) {
    diagnostics.error(at, "wrong-type", format!("{expected} is expected here"), "");
}

fn report_empty(at: &Pointer, name: &str, diagnostics: &mut Diagnostics) {
    diagnostics.error(at, "empty-member", format!("an empty `{name}` says nothing"), "leave it out");
}

/// What to do about a feature of OpenAPI that is known and not supported.
fn advice(what: &str, member: &str) -> Option<&'static str> {
    Some(match (what, member) {
        ("schema", "oneOf" | "anyOf" | "not" | "discriminator") => {
            "which alternative a value is could not be told by its type: write one schema with optional properties, or one operation per alternative"
        }
        ("schema", "xml") => "bodies are JSON, forms, text or bytes: remove it",
        ("schema", "const") => "this is OpenAPI 3.1: write an `enum` with one value",
        (
            "schema",
            "patternProperties" | "$defs" | "if" | "then" | "else" | "contains" | "prefixItems" | "propertyNames",
        ) => "this is OpenAPI 3.1: say it in the description and check it in the operation",
        ("path item", "trace") => "a server should not answer TRACE: remove it",
        ("path item", "head") => "HEAD is answered wherever there is a GET: remove it",
        ("path item" | "operation", "servers") => "the generated server has one address: write `servers` at the root",
        ("operation", "callbacks") => "the generated server makes no requests: describe it in the description",
        ("response", "links") | ("components", "links" | "callbacks") => {
            "nothing is generated from it: describe it in the description"
        }
        ("media type", "encoding") => "forms are read with the default encoding: remove it",
        ("parameter" | "header", "content") => "give it a `schema`",
        ("parameter", "allowReserved") => "reserved characters must be percent-encoded: remove it",
        ("header", "style" | "explode") => "headers are written in the style `simple`: remove it",
        _ => return None,
    })
}
