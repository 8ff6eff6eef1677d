//! From the bundled document to the contract, without loss: what has no node in the contract is reported.
//!
//! Goes on after a finding with whatever it has, so one run says everything. Whether the contract makes sense is for `check`.

mod metadata;
mod object;
mod operation;
mod schema;

use indexmap::IndexMap;
use serde_json::Value;

use super::{Components, Contract, Method, Module, OrRef, PathItem, Pointer, Reference, SecurityRequirement, Tag};
use crate::bundle::Bundle;
use crate::diagnostic::Diagnostics;
use object::Object;

/// Parses the bundled document. What was parsed is returned even where errors were found, so that later checks can add
/// theirs; nothing is returned where there is nothing like a contract.
pub fn parse(bundle: &Bundle, diagnostics: &mut Diagnostics) -> Option<Contract> {
    let mut object = Object::open(&bundle.document, Pointer::default(), "document", diagnostics)?;
    let openapi = object.required_text("openapi", diagnostics);
    if !openapi.is_empty() && !openapi.starts_with("3.0.") {
        let help = "the generator reads OpenAPI 3.0; 3.1 writes null, bounds and references differently";
        diagnostics.error(
            &object.at.child("openapi"),
            "openapi-version",
            format!("OpenAPI `{openapi}` is not supported"),
            help,
        );
    }
    let contract = Contract {
        openapi,
        info: metadata::info(&mut object, diagnostics),
        servers: metadata::servers(&mut object, diagnostics),
        external_docs: metadata::external_docs(&mut object, diagnostics),
        tags: object.list("tags", diagnostics, tag),
        security: security(&mut object, diagnostics),
        paths: paths(&mut object, diagnostics),
        components: object
            .take("components")
            .and_then(|(value, at)| components(value, at, diagnostics))
            .unwrap_or_default(),
        extensions: object.close(diagnostics),
    };
    Some(contract)
}

fn tag(value: &Value, at: Pointer, diagnostics: &mut Diagnostics) -> Option<Tag> {
    let mut object = Object::open(value, at, "tag", diagnostics)?;
    Some(Tag {
        at: object.at.clone(),
        name: object.required_text("name", diagnostics),
        description: object.text("description", diagnostics),
        external_docs: metadata::external_docs(&mut object, diagnostics),
        module: object.take("x-module").and_then(|(value, at)| module(value, at, diagnostics)),
        extensions: object.close(diagnostics),
    })
}

fn module(value: &Value, at: Pointer, diagnostics: &mut Diagnostics) -> Option<Module> {
    let mut object = Object::open(value, at, "x-module", diagnostics)?;
    object.require("mounts", diagnostics);
    let mounts = object.texts("mounts", diagnostics).unwrap_or_default();
    let at = object.at.clone();
    for (name, _) in object.close(diagnostics) {
        diagnostics.error(&at.child(&name), "unknown-member", format!("`x-module` has an unknown member `{name}`"), "");
    }
    Some(Module { mounts })
}

/// The `security` member of the document or of an operation.
fn security(object: &mut Object<'_>, diagnostics: &mut Diagnostics) -> Option<Vec<SecurityRequirement>> {
    let (value, at) = object.take("security")?;
    let Value::Array(alternatives) = value else {
        object::report_type(&at, "an array of requirements", diagnostics);
        return None;
    };
    let read = |(index, alternative)| {
        let object = Object::open(alternative, at.child(index), "security requirement", diagnostics)?;
        let mut requirement = SecurityRequirement::new();
        for (scheme, scopes) in object.members() {
            let scopes = object::texts_of(scopes, &object.at.child(scheme), diagnostics);
            requirement.insert(scheme.clone(), scopes);
        }
        Some(requirement)
    };
    Some(alternatives.iter().enumerate().filter_map(read).collect())
}

fn paths(object: &mut Object<'_>, diagnostics: &mut Diagnostics) -> IndexMap<String, PathItem> {
    let Some((value, at)) = object.require("paths", diagnostics) else { return IndexMap::new() };
    let Some(paths) = Object::open(value, at, "paths", diagnostics) else { return IndexMap::new() };
    let mut items = IndexMap::new();
    for (template, value) in paths.members() {
        if let Some(item) = path_item(value, paths.at.child(template), diagnostics) {
            items.insert(template.clone(), item);
        }
    }
    items
}

fn path_item(value: &Value, at: Pointer, diagnostics: &mut Diagnostics) -> Option<PathItem> {
    let mut object = Object::open(value, at, "path item", diagnostics)?;
    let mut operations = IndexMap::new();
    for (name, value) in object.members() {
        if let Some(method) = Method::from_member(name)
            && let Some(operation) = operation::operation(value, object.at.child(name), diagnostics)
        {
            operations.insert(method, operation);
        }
    }
    Method::ALL.iter().for_each(|method| drop(object.take(method.member())));
    Some(PathItem {
        at: object.at.clone(),
        summary: object.text("summary", diagnostics),
        description: object.text("description", diagnostics),
        parameters: object.list("parameters", diagnostics, operation::parameter_or_ref),
        operations,
        extensions: object.close(diagnostics),
    })
}

fn components(value: &Value, at: Pointer, diagnostics: &mut Diagnostics) -> Option<Components> {
    let mut object = Object::open(value, at, "components", diagnostics)?;
    let components = Components {
        schemas: object.map("schemas", diagnostics, schema::schema_or_ref),
        responses: object.map("responses", diagnostics, operation::response),
        parameters: object.map("parameters", diagnostics, operation::parameter),
        headers: object.map("headers", diagnostics, operation::header),
        request_bodies: object.map("requestBodies", diagnostics, operation::request_body),
        security_schemes: object.map("securitySchemes", diagnostics, metadata::security_scheme),
        examples: object.map("examples", diagnostics, |value, _, _| Some(value.clone())),
        extensions: object.close(diagnostics),
    };
    check_component_names(value, &Pointer("/components".to_owned()), diagnostics);
    Some(components)
}

fn check_component_names(components: &Value, at: &Pointer, diagnostics: &mut Diagnostics) {
    for (kind, members) in components.as_object().into_iter().flatten() {
        for name in members.as_object().into_iter().flat_map(|members| members.keys()) {
            let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
            if name.is_empty() || !name.chars().all(is_plain) {
                let message = format!("`{name}` is not a name for a component");
                let help = "OpenAPI allows letters, digits, `.`, `_` and `-`";
                diagnostics.error(&at.child(kind).child(name), "component-name", message, help);
            }
        }
    }
}

/// Reads a reference or, by `read`, what stands in its place.
fn or_ref<T>(
    value: &Value,
    at: Pointer,
    kind: &str,
    diagnostics: &mut Diagnostics,
    read: impl FnOnce(&Value, Pointer, &mut Diagnostics) -> Option<T>,
) -> Option<OrRef<T>> {
    if value.get("$ref").is_none() {
        return read(value, at, diagnostics).map(OrRef::Here);
    }
    reference(value, at, kind, diagnostics).map(OrRef::Ref)
}

fn reference(value: &Value, at: Pointer, kind: &str, diagnostics: &mut Diagnostics) -> Option<Reference> {
    let siblings: Vec<_> =
        value.as_object()?.keys().filter(|key| *key != "$ref").map(|key| format!("`{key}`")).collect();
    if !siblings.is_empty() {
        let message = format!("{} beside `$ref` would be ignored", siblings.join(", "));
        let help = "OpenAPI 3.0 ignores what stands beside `$ref`: for a schema write `allOf: [{$ref: ...}]` with it";
        diagnostics.error(&at, "ref-siblings", message, help);
    }
    let Some(text) = value.get("$ref").and_then(Value::as_str) else {
        object::report_type(&at.child("$ref"), "a string", diagnostics);
        return None;
    };
    let prefix = format!("#/components/{kind}/");
    match text.strip_prefix(&prefix) {
        Some(name) if !name.contains('/') => Some(Reference { at, name: name.replace("~1", "/").replace("~0", "~") }),
        // The bundle has reported what leads to no component at all.
        _ if !text.starts_with("#/components/") => None,
        _ => {
            let message = format!("`{text}` does not lead to a component of kind `{kind}`");
            diagnostics.error(
                &at,
                "ref-kind",
                message,
                format!("what stands here must be written in place or be `{prefix}<name>`"),
            );
            None
        }
    }
}
