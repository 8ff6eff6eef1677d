//! Schemas: what a value may be.

use serde_json::Value;

use super::metadata::external_docs;
use super::object::{Object, report_type};
use super::or_ref;
use crate::diagnostic::Diagnostics;
use crate::ir::{
    Additional, ArrayRules, Kind, NumberRules, ObjectRules, OrRef, Pointer, Schema, SchemaOrRef, StringRules,
};

/// Members that only mean something beside a `type`.
const TYPE_MEMBERS: [&str; 19] = [
    "format",
    "minLength",
    "maxLength",
    "pattern",
    "enum",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "items",
    "minItems",
    "maxItems",
    "uniqueItems",
    "properties",
    "required",
    "additionalProperties",
    "minProperties",
    "maxProperties",
];

pub(super) fn schema_or_ref(value: &Value, at: Pointer, diagnostics: &mut Diagnostics) -> Option<SchemaOrRef> {
    or_ref(value, at, "schemas", diagnostics, |value, at, diagnostics| schema(value, at, diagnostics).map(Box::new))
}

fn schema(value: &Value, at: Pointer, diagnostics: &mut Diagnostics) -> Option<Schema> {
    let mut object = Object::open(value, at, "schema", diagnostics)?;
    Some(Schema {
        at: object.at.clone(),
        title: object.text("title", diagnostics),
        description: object.text("description", diagnostics),
        nullable: object.flag("nullable", diagnostics),
        read_only: object.flag("readOnly", diagnostics),
        write_only: object.flag("writeOnly", diagnostics),
        deprecated: object.flag("deprecated", diagnostics),
        default: object.any("default"),
        example: object.any("example"),
        external_docs: external_docs(&mut object, diagnostics),
        kind: kind(&mut object, diagnostics),
        merge_patch: object.flag("x-merge-patch", diagnostics),
        embedded_json: object.flag("x-embedded-json", diagnostics),
        stream: object.flag("x-stream", diagnostics),
        aliases: object.texts("x-aliases", diagnostics),
        extensions: object.close(diagnostics),
    })
}

fn kind(object: &mut Object<'_>, diagnostics: &mut Diagnostics) -> Kind {
    if !object.has("type") {
        return untyped(object, diagnostics);
    }
    let name = object.text("type", diagnostics).unwrap_or_default();
    match name.as_str() {
        "string" => Kind::String(string_rules(object, diagnostics)),
        "integer" => Kind::Integer(number_rules(object, "a whole number of 64 bits", whole, diagnostics)),
        "number" => Kind::Number(number_rules(object, "a number", Value::as_f64, diagnostics)),
        "boolean" => Kind::Boolean,
        "array" => Kind::Array(array_rules(object, diagnostics)),
        "object" if object.has("allOf") => typed_all_of(object, diagnostics),
        "object" => Kind::Object(object_rules(object, diagnostics)),
        _ => {
            let help = "the types are string, integer, number, boolean, array and object; null is `nullable: true`";
            diagnostics.error(&object.at.child("type"), "unknown-type", format!("`{name}` is not a type"), help);
            TYPE_MEMBERS.iter().for_each(|member| drop(object.take(member)));
            Kind::Any
        }
    }
}

/// A schema without `type`: parts of an `allOf`, or anything.
fn untyped(object: &mut Object<'_>, diagnostics: &mut Diagnostics) -> Kind {
    let first = TYPE_MEMBERS.iter().find(|member| object.has(member));
    if let Some(member) = first {
        let message = format!("`{member}` stands in a schema without `type`");
        diagnostics.error(
            &object.at,
            "missing-type",
            message,
            "add the `type`: without it the constraint allows any other type",
        );
        TYPE_MEMBERS.iter().for_each(|member| drop(object.take(member)));
    }
    if object.has("allOf") { all_of(false, object, diagnostics) } else { Kind::Any }
}

fn all_of(is_typed: bool, object: &mut Object<'_>, diagnostics: &mut Diagnostics) -> Kind {
    Kind::AllOf { parts: object.list("allOf", diagnostics, schema_or_ref), is_typed }
}

/// `type: object` beside `allOf` says nothing new; members beside it would, and belong into a part of their own.
fn typed_all_of(object: &mut Object<'_>, diagnostics: &mut Diagnostics) -> Kind {
    for member in TYPE_MEMBERS {
        if let Some((_, at)) = object.take(member) {
            let message = format!("`{member}` stands beside `allOf`");
            diagnostics.error(&at, "all-of-sibling", message, "write it in an object that is one of the parts");
        }
    }
    all_of(true, object, diagnostics)
}

fn string_rules(object: &mut Object<'_>, diagnostics: &mut Diagnostics) -> StringRules {
    let (one_of, one_of_null) = object.texts_and_null("enum", diagnostics);
    StringRules {
        format: format(object, &["date-time", "uuid", "binary", "password"], diagnostics),
        min_length: object.count("minLength", diagnostics),
        max_length: object.count("maxLength", diagnostics),
        pattern: object.text("pattern", diagnostics),
        one_of,
        one_of_null,
    }
}

fn number_rules<T>(
    object: &mut Object<'_>,
    expected: &str,
    read: fn(&Value) -> Option<T>,
    diagnostics: &mut Diagnostics,
) -> NumberRules<T> {
    if let Some((_, at)) = object.take("enum") {
        let help = "only strings may be enumerated: write bounds, or a string";
        diagnostics.error(&at, "unsupported", "an `enum` of numbers is not supported", help);
    }
    NumberRules {
        format: format(object, &["int32", "int64", "float", "double"], diagnostics),
        minimum: object.typed("minimum", expected, diagnostics, read),
        maximum: object.typed("maximum", expected, diagnostics, read),
        exclusive_minimum: object.flag("exclusiveMinimum", diagnostics),
        exclusive_maximum: object.flag("exclusiveMaximum", diagnostics),
        multiple_of: object.typed("multipleOf", expected, diagnostics, read),
    }
}

/// A whole number, also where it is written `1.0`.
fn whole(value: &Value) -> Option<i64> {
    let from_float = |number: f64| {
        let whole = number as i64;
        // Invariant: a float that is a whole number of 64 bits survives the way there and back.
        (whole as f64 == number && number.abs() < 9e15).then_some(whole)
    };
    value.as_i64().or_else(|| value.as_f64().filter(|_| value.is_f64()).and_then(from_float))
}

fn array_rules(object: &mut Object<'_>, diagnostics: &mut Diagnostics) -> ArrayRules {
    let items = object.require("items", diagnostics).and_then(|(value, at)| schema_or_ref(value, at, diagnostics));
    ArrayRules {
        items: items.unwrap_or_else(|| OrRef::Here(Box::new(Schema::of(Kind::Any, object.at.child("items"))))),
        min_items: object.count("minItems", diagnostics),
        max_items: object.count("maxItems", diagnostics),
        unique_items: object.flag("uniqueItems", diagnostics),
    }
}

fn object_rules(object: &mut Object<'_>, diagnostics: &mut Diagnostics) -> ObjectRules {
    let additional = match object.take("additionalProperties") {
        None => Additional::Unsaid,
        Some((Value::Bool(true), _)) => Additional::Allowed,
        Some((Value::Bool(false), _)) => Additional::Denied,
        Some((value, at)) => schema_or_ref(value, at, diagnostics).map_or(Additional::Unsaid, Additional::Typed),
    };
    ObjectRules {
        properties: object.map("properties", diagnostics, schema_or_ref),
        required: object.texts("required", diagnostics),
        additional,
        min_properties: object.count("minProperties", diagnostics),
        max_properties: object.count("maxProperties", diagnostics),
    }
}

/// Takes `format`; one that is not enforced is kept, with a note.
fn format(object: &mut Object<'_>, enforced: &[&str], diagnostics: &mut Diagnostics) -> Option<String> {
    let (value, at) = object.take("format")?;
    let Some(format) = value.as_str() else {
        report_type(&at, "a string", diagnostics);
        return None;
    };
    if !enforced.contains(&format) {
        let help = "add a `pattern` or lengths, or check it in the operation";
        diagnostics.note(&at, "unknown-format", format!("the format `{format}` is kept, and not enforced"), help);
    }
    Some(format.to_owned())
}

impl Schema {
    /// A schema that says nothing but its kind.
    #[must_use]
    pub fn of(kind: Kind, at: Pointer) -> Self {
        Self {
            at,
            title: None,
            description: None,
            nullable: None,
            read_only: None,
            write_only: None,
            deprecated: None,
            default: None,
            example: None,
            external_docs: None,
            kind,
            merge_patch: None,
            embedded_json: None,
            stream: None,
            aliases: None,
            extensions: indexmap::IndexMap::new(),
        }
    }
}
