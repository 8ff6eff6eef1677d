//! `x-stream` stands only where it can be kept: on the body of a success, or on one array member of it.
//!
//! The rest of the contract must not use a schema that is streamed, since only a response can be made while it is sent.

use crate::diagnostic::Diagnostics;
use crate::ir::{
    Additional, Contract, Kind, MediaType, ObjectRules, OrRef, Pointer, Schema, SchemaOrRef, each_schema, is_text,
};

/// What every misplaced one is told.
const PLACES: &str = "it may stand on an array or a `text/*` or `application/x-ndjson` string that is the body of a success, or on one array member of an object that is";

pub(super) fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    each_schema(contract, &mut |schema| {
        if schema.stream == Some(true) {
            check_shape(schema, diagnostics);
        }
        check_parts(contract, schema, diagnostics);
    });
    for endpoint in contract.endpoints() {
        for parameter in endpoint.parameters(contract) {
            refuse(contract, &parameter.schema, diagnostics);
        }
        let body = endpoint.operation.request_body.as_ref().and_then(|body| contract.request_body(body));
        let media = body.into_iter().flat_map(|body| body.content.values());
        media.filter_map(|media| media.schema.as_ref()).for_each(|schema| refuse(contract, schema, diagnostics));
        for (status, response) in &endpoint.operation.responses {
            let Some(response) = contract.response(response) else { continue };
            for header in response.headers.values().filter_map(|header| contract.header(header)) {
                refuse(contract, &header.schema, diagnostics);
            }
            for (name, media) in &response.content {
                if !is_fit(contract, name, media, status.is_failure()) {
                    media.schema.iter().for_each(|schema| refuse(contract, schema, diagnostics));
                }
            }
        }
    }
}

/// Whether a body of this media type may be what its schema says of streams.
fn is_fit(contract: &Contract, media_type: &str, media: &MediaType, is_failure: bool) -> bool {
    let Some(schema) = &media.schema else { return true };
    let is_text = is_text(media_type);
    match contract.schema(schema).map(|schema| &schema.kind) {
        Some(Kind::String(_)) => is_text && !is_failure,
        Some(Kind::Array(_) | Kind::Object(_)) => !is_text && !is_failure,
        _ => false,
    }
}

/// Reports the use of a schema that is streamed.
fn refuse(contract: &Contract, schema: &SchemaOrRef, diagnostics: &mut Diagnostics) {
    if contract.is_streamed_body(schema) {
        let message = "what stands here cannot be sent while it is made, and its schema has `x-stream`";
        diagnostics.error(place(schema), "stream-place", message, PLACES);
    }
}

fn place(schema: &SchemaOrRef) -> &Pointer {
    match schema {
        OrRef::Here(schema) => &schema.at,
        OrRef::Ref(reference) => &reference.at,
    }
}

/// The parts of a schema: an array member of an object may be streamed, nothing below it.
fn check_parts(contract: &Contract, schema: &Schema, diagnostics: &mut Diagnostics) {
    let Kind::Object(rules) = &schema.kind else {
        return schema.parts().for_each(|part| refuse(contract, part, diagnostics));
    };
    if let Additional::Typed(part) = &rules.additional {
        refuse(contract, part, diagnostics);
    }
    for property in rules.properties.values() {
        let is_array = matches!(contract.schema(property).map(|schema| &schema.kind), Some(Kind::Array(_)));
        if !is_array {
            refuse(contract, property, diagnostics);
        }
    }
    check_members(contract, schema, rules, diagnostics);
}

/// An object that is sent while it is made: its one streamed member is always there, and all others are known.
fn check_members(contract: &Contract, schema: &Schema, rules: &ObjectRules, diagnostics: &mut Diagnostics) {
    let mut streamed = rules.properties.iter().filter(|(_, property)| contract.is_stream(property));
    let Some((name, first)) = streamed.next() else { return };
    if !rules.required.iter().flatten().any(|required| required == name) {
        let message = format!("`{name}` is streamed and not required");
        let help = "whether it is there would be decided before its first item is known: require it";
        diagnostics.error(place(first), "stream-required", message, help);
    }
    for (name, property) in streamed {
        let message = format!("`{name}` is a second streamed member of one object");
        diagnostics.error(place(property), "stream-place", message, "all but the last member are sent at once");
    }
    if matches!(rules.additional, Additional::Typed(_)) || schema.merge_patch == Some(true) {
        let help = "its other members must be known by name: remove `additionalProperties` or `x-merge-patch`";
        diagnostics.error(&schema.at, "stream-shape", "an object with a streamed member is not a plain one", help);
    }
}

/// What is streamed is an array or a string, of no known length.
fn check_shape(schema: &Schema, diagnostics: &mut Diagnostics) {
    let has_length = match &schema.kind {
        Kind::Array(rules) => rules.min_items.is_some() || rules.max_items.is_some() || rules.unique_items.is_some(),
        Kind::String(rules) => rules.min_length.is_some() || rules.max_length.is_some() || rules.pattern.is_some(),
        _ => {
            return diagnostics.error(&schema.at, "stream-shape", "only an array or a string can be streamed", PLACES);
        }
    };
    if has_length || schema.nullable == Some(true) {
        let help =
            "what it will hold is not known when it begins: leave out lengths, `uniqueItems`, `pattern` and `nullable`";
        diagnostics.error(&schema.at, "stream-shape", "a streamed value cannot be constrained as a whole", help);
    }
}
