//! Operations and what they consist of: parameters, bodies, responses, headers.

use indexmap::IndexMap;
use serde_json::Value;

use super::metadata::external_docs;
use super::object::Object;
use super::schema::schema_or_ref;
use super::{or_ref, security};
use crate::diagnostic::Diagnostics;
use crate::ir::{
    Header, Kind, MediaType, Operation, OrRef, Parameter, Place, Pointer, RequestBody, Response, Schema, SchemaOrRef,
    StatusKey,
};

pub(super) fn operation(value: &Value, at: Pointer, diagnostics: &mut Diagnostics) -> Option<Operation> {
    let mut object = Object::open(value, at, "operation", diagnostics)?;
    Some(Operation {
        at: object.at.clone(),
        // An empty id is what `check` reports as missing.
        id: object.text("operationId", diagnostics).unwrap_or_default(),
        tags: object.texts("tags", diagnostics).unwrap_or_default(),
        summary: object.text("summary", diagnostics),
        description: object.text("description", diagnostics),
        external_docs: external_docs(&mut object, diagnostics),
        deprecated: object.flag("deprecated", diagnostics),
        parameters: object.list("parameters", diagnostics, parameter_or_ref),
        request_body: object
            .take("requestBody")
            .and_then(|(value, at)| or_ref(value, at, "requestBodies", diagnostics, request_body)),
        responses: responses(&mut object, diagnostics),
        security: security(&mut object, diagnostics),
        action: object.text("x-action", diagnostics),
        stub: object.flag("x-stub", diagnostics),
        extensions: object.close(diagnostics),
    })
}

fn responses(object: &mut Object<'_>, diagnostics: &mut Diagnostics) -> IndexMap<StatusKey, OrRef<Response>> {
    object.require("responses", diagnostics);
    let read = object.map("responses", diagnostics, |value, at, diagnostics| {
        let response = or_ref(value, at.clone(), "responses", diagnostics, response)?;
        Some((response, at))
    });
    let mut responses = IndexMap::new();
    for (key, (response, at)) in read {
        match StatusKey::from_member(&key) {
            Some(status) => drop(responses.insert(status, response)),
            None => {
                let help = "write a status from 100 to 599, a range `4XX`, or `default`";
                diagnostics.error(&at, "status-key", format!("`{key}` is not a status"), help);
            }
        }
    }
    responses
}

pub(super) fn parameter_or_ref(value: &Value, at: Pointer, diagnostics: &mut Diagnostics) -> Option<OrRef<Parameter>> {
    or_ref(value, at, "parameters", diagnostics, parameter)
}

pub(super) fn parameter(value: &Value, at: Pointer, diagnostics: &mut Diagnostics) -> Option<Parameter> {
    if value.get("$ref").is_some() {
        return report_alias(&at, diagnostics);
    }
    let mut object = Object::open(value, at, "parameter", diagnostics)?;
    let place = place(&mut object, diagnostics);
    let parameter = Parameter {
        at: object.at.clone(),
        name: object.required_text("name", diagnostics),
        place: place.unwrap_or(Place::Query),
        description: object.text("description", diagnostics),
        required: object.flag("required", diagnostics),
        deprecated: object.flag("deprecated", diagnostics),
        allow_empty_value: object.flag("allowEmptyValue", diagnostics),
        style: object.text("style", diagnostics),
        explode: object.flag("explode", diagnostics),
        schema: schema_member(&mut object, diagnostics),
        example: object.any("example"),
        examples: object.any("examples"),
        lenient: object.flag("x-lenient", diagnostics),
        aliases: object.texts("x-aliases", diagnostics),
        idempotency_key: object.flag("x-idempotency-key", diagnostics),
        extensions: object.close(diagnostics),
    };
    place.map(|_| parameter)
}

fn place(object: &mut Object<'_>, diagnostics: &mut Diagnostics) -> Option<Place> {
    object.require("in", diagnostics);
    let text = object.text("in", diagnostics)?;
    let place = match text.as_str() {
        "path" => Some(Place::Path),
        "query" => Some(Place::Query),
        "header" => Some(Place::Header),
        _ => None,
    };
    if place.is_none() {
        let help =
            "parameters are read from the path, the query and headers; a cookie has no place in an API that keys open";
        diagnostics.error(
            &object.at.child("in"),
            "unsupported",
            format!("parameters in `{text}` are not supported"),
            help,
        );
    }
    place
}

/// The `schema` that a parameter or header must have.
fn schema_member(object: &mut Object<'_>, diagnostics: &mut Diagnostics) -> SchemaOrRef {
    // `content` in its place is reported as unsupported.
    let taken = if object.has("content") { None } else { object.require("schema", diagnostics) };
    taken
        .and_then(|(value, at)| schema_or_ref(value, at, diagnostics))
        .unwrap_or_else(|| OrRef::Here(Box::new(Schema::of(Kind::Any, object.at.child("schema")))))
}

pub(super) fn request_body(value: &Value, at: Pointer, diagnostics: &mut Diagnostics) -> Option<RequestBody> {
    if value.get("$ref").is_some() {
        return report_alias(&at, diagnostics);
    }
    let mut object = Object::open(value, at, "request body", diagnostics)?;
    object.require("content", diagnostics);
    Some(RequestBody {
        at: object.at.clone(),
        description: object.text("description", diagnostics),
        required: object.flag("required", diagnostics),
        content: object.map("content", diagnostics, media_type),
        any_media_type: object.flag("x-any-media-type", diagnostics),
        empty_object_is_absent: object.flag("x-empty-object-is-absent", diagnostics),
        max_bytes: object.count("x-max-bytes", diagnostics),
        extensions: object.close(diagnostics),
    })
}

fn media_type(value: &Value, at: Pointer, diagnostics: &mut Diagnostics) -> Option<MediaType> {
    let mut object = Object::open(value, at, "media type", diagnostics)?;
    Some(MediaType {
        at: object.at.clone(),
        schema: object.take("schema").and_then(|(value, at)| schema_or_ref(value, at, diagnostics)),
        example: object.any("example"),
        examples: object.any("examples"),
        extensions: object.close(diagnostics),
    })
}

pub(super) fn response(value: &Value, at: Pointer, diagnostics: &mut Diagnostics) -> Option<Response> {
    if value.get("$ref").is_some() {
        return report_alias(&at, diagnostics);
    }
    let mut object = Object::open(value, at, "response", diagnostics)?;
    Some(Response {
        at: object.at.clone(),
        description: object.required_text("description", diagnostics),
        headers: object
            .map("headers", diagnostics, |value, at, diagnostics| or_ref(value, at, "headers", diagnostics, header)),
        content: object.map("content", diagnostics, media_type),
        rendered: object.flag("x-rendered", diagnostics),
        extensions: object.close(diagnostics),
    })
}

pub(super) fn header(value: &Value, at: Pointer, diagnostics: &mut Diagnostics) -> Option<Header> {
    if value.get("$ref").is_some() {
        return report_alias(&at, diagnostics);
    }
    let mut object = Object::open(value, at, "header", diagnostics)?;
    Some(Header {
        at: object.at.clone(),
        description: object.text("description", diagnostics),
        required: object.flag("required", diagnostics),
        deprecated: object.flag("deprecated", diagnostics),
        schema: schema_member(&mut object, diagnostics),
        example: object.any("example"),
        extensions: object.close(diagnostics),
    })
}

/// A component that is only a reference to another one; schemas may be that.
fn report_alias<T>(at: &Pointer, diagnostics: &mut Diagnostics) -> Option<T> {
    let help = "refer to the other component where this one is used";
    diagnostics.error(at, "component-alias", "this component is only a reference to another one", help);
    None
}

impl StatusKey {
    /// The status that a member of `responses` stands for.
    #[must_use]
    pub fn from_member(name: &str) -> Option<Self> {
        if name == "default" {
            return Some(Self::Default);
        }
        if name.len() != 3 {
            return None;
        }
        if let Some(digit) = name.strip_suffix("XX") {
            return digit.parse().ok().filter(|digit| (1..=5).contains(digit)).map(Self::Range);
        }
        name.parse().ok().filter(|status| (100..=599).contains(status)).map(Self::Exact)
    }
}
