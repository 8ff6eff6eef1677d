//! From the contract back to the document, which proves that parsing lost nothing.

use indexmap::IndexMap;
use serde_json::{Map, Number, Value};

use super::{
    Additional, ArrayRules, Components, Contract, Extensions, Header, Kind, MediaType, NumberRules, ObjectRules,
    Operation, OrRef, Parameter, PathItem, Place, RequestBody, Response, Schema, SecurityRequirement, StringRules, Tag,
};
use crate::bundle::Bundle;
use crate::diagnostic::Diagnostics;

/// The document that `parse` would read as this contract.
#[must_use]
pub fn render(contract: &Contract) -> Value {
    Out::default()
        .put("openapi", Value::from(contract.openapi.as_str()))
        .put("info", contract.info.whole.clone())
        .maybe("servers", &contract.servers)
        .maybe("externalDocs", &contract.external_docs)
        .list("tags", &contract.tags, tag)
        .option("security", contract.security.as_ref(), |security| self::security(security))
        .put("paths", map(&contract.paths, path_item))
        .some("components", components(&contract.components))
        .close(&contract.extensions)
}

/// Parses the bundled document and renders it again.
///
/// # Errors
/// The pointer of the first place at which the two differ, or `""` where the document is not a contract at all.
pub fn prove_round_trip(bundle: &Bundle) -> Result<(), String> {
    let contract = super::parse(bundle, &mut Diagnostics::default()).ok_or_else(String::new)?;
    match difference(&bundle.document, &render(&contract), String::new()) {
        Some(pointer) => Err(pointer),
        None => Ok(()),
    }
}

/// Whether two values are the same JSON: members in any order, and `1` the same as `1.0`.
#[must_use]
pub fn same_json(left: &Value, right: &Value) -> bool {
    difference(left, right, String::new()).is_none()
}

/// The pointer of the first difference.
fn difference(left: &Value, right: &Value, at: String) -> Option<String> {
    match (left, right) {
        (Value::Object(left), Value::Object(right)) => {
            let missing = right.keys().find(|key| !left.contains_key(*key));
            let within = |(key, value): (&String, &Value)| match right.get(key) {
                Some(other) => difference(value, other, format!("{at}/{key}")),
                None => Some(format!("{at}/{key}")),
            };
            left.iter().find_map(within).or_else(|| missing.map(|key| format!("{at}/{key}")))
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            let pairs = left.iter().zip(right).enumerate();
            pairs.into_iter().find_map(|(index, (left, right))| difference(left, right, format!("{at}/{index}")))
        }
        (Value::Number(left), Value::Number(right)) if left.as_f64() == right.as_f64() => None,
        _ => (left != right).then_some(at),
    }
}

/// An object that is being written.
#[derive(Default)]
struct Out(Map<String, Value>);

impl Out {
    fn put(mut self, name: &str, value: Value) -> Self {
        self.0.insert(name.to_owned(), value);
        self
    }

    fn some(self, name: &str, value: Option<Value>) -> Self {
        match value {
            Some(value) => self.put(name, value),
            None => self,
        }
    }

    fn maybe<T: Clone + Into<Value>>(self, name: &str, value: &Option<T>) -> Self {
        self.some(name, value.clone().map(Into::into))
    }

    fn option<T>(self, name: &str, value: Option<T>, render: impl FnOnce(T) -> Value) -> Self {
        self.some(name, value.map(render))
    }

    fn list<T>(self, name: &str, elements: &[T], render: impl Fn(&T) -> Value) -> Self {
        self.some(name, (!elements.is_empty()).then(|| elements.iter().map(render).collect()))
    }

    fn map<T>(self, name: &str, members: &IndexMap<String, T>, render: impl Fn(&T) -> Value) -> Self {
        self.some(name, (!members.is_empty()).then(|| map(members, render)))
    }

    fn close(mut self, extensions: &Extensions) -> Value {
        self.0.extend(extensions.iter().map(|(name, value)| (name.clone(), value.clone())));
        Value::Object(self.0)
    }
}

fn map<K: ToString, T>(members: &IndexMap<K, T>, render: impl Fn(&T) -> Value) -> Value {
    Value::Object(members.iter().map(|(name, member)| (name.to_string(), render(member))).collect())
}

fn reference<T>(kind: &str, value: &OrRef<T>, render: impl FnOnce(&T) -> Value) -> Value {
    match value {
        OrRef::Here(value) => render(value),
        OrRef::Ref(reference) => {
            let name = reference.name.replace('~', "~0").replace('/', "~1");
            Out::default().put("$ref", format!("#/components/{kind}/{name}").into()).close(&Extensions::new())
        }
    }
}

fn tag(tag: &Tag) -> Value {
    let module = |module: &super::Module| serde_json::json!({ "mounts": module.mounts });
    Out::default()
        .put("name", tag.name.as_str().into())
        .maybe("description", &tag.description)
        .maybe("externalDocs", &tag.external_docs)
        .option("x-module", tag.module.as_ref(), module)
        .close(&tag.extensions)
}

fn security(alternatives: &[SecurityRequirement]) -> Value {
    alternatives.iter().map(|requirement| map(requirement, |scopes| scopes.clone().into())).collect()
}

fn components(components: &Components) -> Option<Value> {
    let value = Out::default()
        .map("schemas", &components.schemas, render_schema)
        .map("responses", &components.responses, response)
        .map("parameters", &components.parameters, parameter)
        .map("headers", &components.headers, render_header)
        .map("requestBodies", &components.request_bodies, request_body)
        .map("securitySchemes", &components.security_schemes, Value::clone)
        .map("examples", &components.examples, Value::clone)
        .close(&components.extensions);
    (value != Value::Object(Map::new())).then_some(value)
}

fn path_item(item: &PathItem) -> Value {
    let out = Out::default().maybe("summary", &item.summary).maybe("description", &item.description).list(
        "parameters",
        &item.parameters,
        |value| reference("parameters", value, parameter),
    );
    let out = item.operations.iter().fold(out, |out, (method, value)| out.put(method.member(), operation(value)));
    out.close(&item.extensions)
}

fn operation(operation: &Operation) -> Value {
    Out::default()
        .some("tags", (!operation.tags.is_empty()).then(|| operation.tags.clone().into()))
        .maybe("summary", &operation.summary)
        .maybe("description", &operation.description)
        .maybe("externalDocs", &operation.external_docs)
        .some("operationId", (!operation.id.is_empty()).then(|| operation.id.as_str().into()))
        .maybe("deprecated", &operation.deprecated)
        .list("parameters", &operation.parameters, |value| reference("parameters", value, parameter))
        .option("requestBody", operation.request_body.as_ref(), |body| reference("requestBodies", body, request_body))
        .put("responses", map(&operation.responses, |value| reference("responses", value, response)))
        .option("security", operation.security.as_ref(), |security| self::security(security))
        .maybe("x-action", &operation.action)
        .maybe("x-stub", &operation.stub)
        .close(&operation.extensions)
}

fn parameter(parameter: &Parameter) -> Value {
    let place = match parameter.place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
    };
    Out::default()
        .put("name", parameter.name.as_str().into())
        .put("in", place.into())
        .maybe("description", &parameter.description)
        .maybe("required", &parameter.required)
        .maybe("deprecated", &parameter.deprecated)
        .maybe("allowEmptyValue", &parameter.allow_empty_value)
        .maybe("style", &parameter.style)
        .maybe("explode", &parameter.explode)
        .put("schema", render_schema(&parameter.schema))
        .maybe("example", &parameter.example)
        .maybe("examples", &parameter.examples)
        .maybe("x-lenient", &parameter.lenient)
        .maybe("x-aliases", &parameter.aliases)
        .maybe("x-idempotency-key", &parameter.idempotency_key)
        .close(&parameter.extensions)
}

fn request_body(body: &RequestBody) -> Value {
    Out::default()
        .maybe("description", &body.description)
        .maybe("required", &body.required)
        .map("content", &body.content, media_type)
        .maybe("x-any-media-type", &body.any_media_type)
        .maybe("x-empty-object-is-absent", &body.empty_object_is_absent)
        .maybe("x-max-bytes", &body.max_bytes)
        .close(&body.extensions)
}

fn media_type(media: &MediaType) -> Value {
    Out::default()
        .option("schema", media.schema.as_ref(), render_schema)
        .maybe("example", &media.example)
        .maybe("examples", &media.examples)
        .close(&media.extensions)
}

fn response(response: &Response) -> Value {
    Out::default()
        .put("description", response.description.as_str().into())
        .map("headers", &response.headers, |value| reference("headers", value, render_header))
        .map("content", &response.content, media_type)
        .maybe("x-rendered", &response.rendered)
        .close(&response.extensions)
}

/// A header as the document has it.
pub(crate) fn render_header(header: &Header) -> Value {
    Out::default()
        .maybe("description", &header.description)
        .maybe("required", &header.required)
        .maybe("deprecated", &header.deprecated)
        .put("schema", render_schema(&header.schema))
        .maybe("example", &header.example)
        .close(&header.extensions)
}

/// A schema as the document has it.
pub(crate) fn render_schema(schema: &super::SchemaOrRef) -> Value {
    reference("schemas", schema, |schema| self::schema(schema))
}

fn schema(schema: &Schema) -> Value {
    kind(Out::default().maybe("title", &schema.title), &schema.kind)
        .maybe("description", &schema.description)
        .maybe("nullable", &schema.nullable)
        .maybe("readOnly", &schema.read_only)
        .maybe("writeOnly", &schema.write_only)
        .maybe("deprecated", &schema.deprecated)
        .maybe("default", &schema.default)
        .maybe("example", &schema.example)
        .maybe("externalDocs", &schema.external_docs)
        .maybe("x-merge-patch", &schema.merge_patch)
        .maybe("x-embedded-json", &schema.embedded_json)
        .maybe("x-stream", &schema.stream)
        .maybe("x-aliases", &schema.aliases)
        .close(&schema.extensions)
}

fn kind(out: Out, kind: &Kind) -> Out {
    match kind {
        Kind::Any => out,
        Kind::Boolean => out.put("type", "boolean".into()),
        Kind::String(rules) => out
            .put("type", "string".into())
            .maybe("format", &rules.format)
            .maybe("minLength", &rules.min_length)
            .maybe("maxLength", &rules.max_length)
            .maybe("pattern", &rules.pattern)
            .some("enum", enumerated(rules)),
        Kind::Integer(rules) => number_rules(out.put("type", "integer".into()), rules, |number| number.into()),
        Kind::Number(rules) => number_rules(out.put("type", "number".into()), rules, |number| {
            Number::from_f64(number).map_or(Value::Null, Value::Number)
        }),
        Kind::Array(rules) => array_rules(out.put("type", "array".into()), rules),
        Kind::Object(rules) => object_rules(out.put("type", "object".into()), rules),
        Kind::AllOf { parts, is_typed } => {
            out.some("type", is_typed.then(|| "object".into())).list("allOf", parts, render_schema)
        }
    }
}

fn enumerated(rules: &StringRules) -> Option<Value> {
    let texts = rules.one_of.as_ref()?.iter().map(|text| Value::from(text.as_str()));
    Some(texts.chain(rules.one_of_null.then_some(Value::Null)).collect())
}

fn number_rules<T: Copy>(out: Out, rules: &NumberRules<T>, number: impl Fn(T) -> Value) -> Out {
    out.maybe("format", &rules.format)
        .option("minimum", rules.minimum, &number)
        .option("maximum", rules.maximum, &number)
        .maybe("exclusiveMinimum", &rules.exclusive_minimum)
        .maybe("exclusiveMaximum", &rules.exclusive_maximum)
        .option("multipleOf", rules.multiple_of, &number)
}

fn array_rules(out: Out, rules: &ArrayRules) -> Out {
    out.put("items", render_schema(&rules.items))
        .maybe("minItems", &rules.min_items)
        .maybe("maxItems", &rules.max_items)
        .maybe("uniqueItems", &rules.unique_items)
}

fn object_rules(out: Out, rules: &ObjectRules) -> Out {
    let additional = match &rules.additional {
        Additional::Unsaid => None,
        Additional::Allowed => Some(Value::Bool(true)),
        Additional::Denied => Some(Value::Bool(false)),
        Additional::Typed(schema) => Some(render_schema(schema)),
    };
    out.map("properties", &rules.properties, render_schema)
        .maybe("required", &rules.required)
        .some("additionalProperties", additional)
        .maybe("minProperties", &rules.min_properties)
        .maybe("maxProperties", &rules.max_properties)
}
