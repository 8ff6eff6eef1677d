//! The contract as a document: which operation a request is for, and what a pointer points to.

use std::sync::LazyLock;

use jsonschema::{Draft, Registry, Validator};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::{Map, Value, json};

/// Where the schemas are found by references; nothing is fetched from there.
const ADDRESS: &str = "urn:contract";
/// The members of a path that are operations.
const METHODS: [&str; 7] = ["get", "put", "post", "delete", "patch", "head", "options"];

/// The bundled contract.
pub(super) static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../generated/openapi.json")).expect("the bundled contract is JSON")
});
/// The same with schemas as JSON Schema has them.
static SCHEMAS: LazyLock<Registry<'static>> = LazyLock::new(|| {
    let mut document = DOCUMENT.clone();
    translate(&mut document);
    let registry = Registry::new().draft(Draft::Draft202012).add(ADDRESS, document);
    registry.and_then(|registry| registry.prepare()).expect("the contract's references lead somewhere")
});

/// A path of the contract.
#[derive(Clone, Copy)]
pub(super) struct Path {
    template: &'static str,
    item: &'static Value,
}

impl Path {
    /// The path that a request's target is at: where several fit, the one with a name instead of a variable earliest.
    pub(super) fn find(target: &str) -> Option<Self> {
        let sent = segments(target.split('?').next().unwrap_or_default());
        let paths = DOCUMENT["paths"].as_object().expect("the contract has paths").iter();
        let fitting = paths.filter(|(template, _)| {
            let names = segments(template);
            names.len() == sent.len() && names.iter().zip(&sent).all(|(name, sent)| is_variable(name) || name == sent)
        });
        let found = fitting
            .min_by_key(|(template, _)| segments(template).iter().map(|name| is_variable(name)).collect::<Vec<_>>());
        found.map(|(template, item)| Self { template, item })
    }

    /// The methods that it has operations for, in capitals.
    pub(super) fn methods(self) -> impl Iterator<Item = String> {
        let members = self.item.as_object().expect("a path has members").keys();
        members.filter(|member| METHODS.contains(&member.as_str())).map(|member| member.to_ascii_uppercase())
    }

    /// The pointer to what answers a method with a status, by name or by default. HEAD is answered as GET.
    pub(super) fn response(self, method: &str, status: &str) -> Option<String> {
        let method = if method == "HEAD" { "get".to_owned() } else { method.to_ascii_lowercase() };
        let path = format!("/paths/{}/{method}/responses/{status}", escaped(self.template));
        resolve(&path)
    }

    /// The tag of its operations.
    pub(super) fn tag(self) -> &'static str {
        let operation = METHODS.iter().find_map(|method| self.item.get(method));
        operation.and_then(|operation| operation["tags"][0].as_str()).unwrap_or_default()
    }
}

/// The paths of the contract, as templates.
pub(super) fn templates() -> impl Iterator<Item = &'static str> {
    DOCUMENT["paths"].as_object().expect("the contract has paths").keys().map(String::as_str)
}

/// What stands at a pointer.
pub(super) fn at(pointer: &str) -> &'static Value {
    DOCUMENT.pointer(pointer).unwrap_or(&Value::Null)
}

/// The pointer itself, or the one that stands there as a reference.
pub(super) fn resolve(pointer: &str) -> Option<String> {
    let found = DOCUMENT.pointer(pointer)?;
    let reference = found["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'));
    Some(reference.unwrap_or(pointer).to_owned())
}

/// What checks the schema at a pointer.
pub(super) fn validator(pointer: &str) -> Validator {
    let fragment: Vec<String> =
        pointer.split('/').map(|part| utf8_percent_encode(part, NON_ALPHANUMERIC).to_string()).collect();
    let reference = json!({"$ref": format!("{ADDRESS}#{}", fragment.join("/"))});
    let options = jsonschema::options().offline().with_draft(Draft::Draft202012).with_registry(&SCHEMAS);
    let built = options.should_validate_formats(true).build(&reference);
    built.unwrap_or_else(|error| panic!("the schema at {pointer} cannot be used: {error}"))
}

/// A name as a part of a JSON Pointer.
pub(super) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The parts of a path, decoded; empty ones count for nothing (`docs/WIRE-NOTES.md`).
fn segments(path: &str) -> Vec<String> {
    let parts = path.split('/').filter(|part| !part.is_empty());
    parts.map(|part| percent_decode_str(part).decode_utf8_lossy().into_owned()).collect()
}

fn is_variable(segment: &str) -> bool {
    segment.starts_with('{')
}

/// Writes what OpenAPI 3.0 says otherwise than JSON Schema: null beside a type, and the formats of numbers.
fn translate(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(translate),
        Value::Object(members) => {
            members
                .iter_mut()
                .filter(|(name, _)| !["example", "default", "enum"].contains(&name.as_str()))
                .for_each(|(_, member)| translate(member));
            allow_null(members);
            bound(members);
        }
        _ => {}
    }
}

fn allow_null(schema: &mut Map<String, Value>) {
    if schema.get("nullable") == Some(&Value::Bool(true)) {
        let rest = std::mem::take(schema);
        *schema = json!({"anyOf": [{"type": "null"}, rest]}).as_object().cloned().unwrap_or_default();
    }
}

fn bound(schema: &mut Map<String, Value>) {
    let (lowest, highest) = match schema.get("format").and_then(Value::as_str) {
        Some("int32") => (json!(i32::MIN), json!(i32::MAX)),
        Some("int64") => (json!(i64::MIN), json!(i64::MAX)),
        _ => return,
    };
    schema.entry("minimum").or_insert(lowest);
    schema.entry("maximum").or_insert(highest);
}
