//! Schemas: what a value may be, with every constraint that the contract gives it.

use indexmap::IndexMap;
use serde_json::Value;

use super::{Extensions, OrRef, Pointer};

/// A schema in place or by reference.
pub type SchemaOrRef = OrRef<Box<Schema>>;

/// A schema.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema {
    /// Where it stands.
    pub at: Pointer,
    /// `title`.
    pub title: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `nullable`; `None` where the document does not say.
    pub nullable: Option<bool>,
    /// `readOnly`.
    pub read_only: Option<bool>,
    /// `writeOnly`.
    pub write_only: Option<bool>,
    /// `deprecated`.
    pub deprecated: Option<bool>,
    /// `default`, checked against the schema.
    pub default: Option<Value>,
    /// `example`, checked against the schema.
    pub example: Option<Value>,
    /// `externalDocs`, kept whole.
    pub external_docs: Option<Value>,
    /// What it allows.
    pub kind: Kind,
    /// `x-merge-patch: true`: an RFC 7396 patch; every property is optional and nullable.
    pub merge_patch: Option<bool>,
    /// `x-embedded-json: true`: a JSON string whose content is a document of this schema is accepted too.
    pub embedded_json: Option<bool>,
    /// `x-stream: true`: an array or text of a response that is sent while it is made.
    pub stream: Option<bool>,
    /// `x-aliases`: other names under which a property of this schema is accepted.
    pub aliases: Option<Vec<String>>,
    /// Other extensions.
    pub extensions: Extensions,
}

/// What a schema allows.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// No `type`: any JSON value.
    Any,
    /// `type: string`.
    String(StringRules),
    /// `type: integer`.
    Integer(NumberRules<i64>),
    /// `type: number`.
    Number(NumberRules<f64>),
    /// `type: boolean`.
    Boolean,
    /// `type: array`.
    Array(ArrayRules),
    /// `type: object`.
    Object(ObjectRules),
    /// `allOf`: one object with the members of all.
    AllOf {
        /// What it has the members of.
        parts: Vec<SchemaOrRef>,
        /// Whether `type: object` stands beside it, as OpenAPI 3.0 wants it beside `nullable`.
        is_typed: bool,
    },
}

/// Constraints of a string; lengths in Unicode scalar values.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "named as in OpenAPI")]
pub struct StringRules {
    pub format: Option<String>,
    pub min_length: Option<u64>,
    pub max_length: Option<u64>,
    pub pattern: Option<String>,
    /// The texts of `enum`, in document order.
    pub one_of: Option<Vec<String>>,
    /// Whether `enum` ends with null.
    pub one_of_null: bool,
}

/// Constraints of a number.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "named as in OpenAPI")]
pub struct NumberRules<T> {
    pub format: Option<String>,
    pub minimum: Option<T>,
    pub maximum: Option<T>,
    pub exclusive_minimum: Option<bool>,
    pub exclusive_maximum: Option<bool>,
    pub multiple_of: Option<T>,
}

/// Constraints of an array.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "named as in OpenAPI")]
pub struct ArrayRules {
    pub items: SchemaOrRef,
    pub min_items: Option<u64>,
    pub max_items: Option<u64>,
    pub unique_items: Option<bool>,
}

/// Constraints of an object.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "named as in OpenAPI")]
pub struct ObjectRules {
    pub properties: IndexMap<String, SchemaOrRef>,
    pub required: Option<Vec<String>>,
    pub additional: Additional,
    pub min_properties: Option<u64>,
    pub max_properties: Option<u64>,
}

/// `additionalProperties`.
#[derive(Clone, Debug, PartialEq)]
pub enum Additional {
    /// Not written: unknown members are ignored.
    Unsaid,
    /// `true`: unknown members are kept where the schema has no properties, and ignored otherwise.
    Allowed,
    /// `false`: unknown members are violations.
    Denied,
    /// A schema for the values of unknown members.
    Typed(SchemaOrRef),
}
