//! Schemas must be satisfiable, enforceable in linear time, and true of their own examples.

use std::collections::HashSet;

use serde_json::Value;

use super::conformance::mismatches;
use crate::diagnostic::Diagnostics;
use crate::ir::{
    Contract, Kind, MediaType, NumberRules, ObjectRules, OrRef, Pointer, Schema, SchemaOrRef, StringRules, each_schema,
};
use crate::pattern::matcher;

pub(super) fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    each_schema(contract, &mut |schema| check_schema(contract, schema, diagnostics));
    check_requests(contract, diagnostics);
    if check_circles(contract, diagnostics) {
        check_values(contract, diagnostics);
    }
}

fn check_schema(contract: &Contract, schema: &Schema, diagnostics: &mut Diagnostics) {
    match &schema.kind {
        Kind::String(rules) => {
            check_string(rules, &schema.at, diagnostics);
            check_null_of_enum(rules, schema, diagnostics);
        }
        Kind::Integer(rules) => check_number(rules, &schema.at, diagnostics),
        Kind::Number(rules) => check_number(rules, &schema.at, diagnostics),
        Kind::Array(rules) => check_range(rules.min_items, rules.max_items, &schema.at, diagnostics),
        Kind::Object(rules) => check_object(contract, rules, &schema.at, diagnostics),
        Kind::AllOf { parts, is_typed } => check_all_of(contract, parts, *is_typed, &schema.at, diagnostics),
        Kind::Any | Kind::Boolean => {}
    }
    if schema.merge_patch == Some(true) {
        check_merge_patch(contract, schema, diagnostics);
    }
}

fn check_string(rules: &StringRules, at: &Pointer, diagnostics: &mut Diagnostics) {
    check_range(rules.min_length, rules.max_length, at, diagnostics);
    if let Some(pattern) = &rules.pattern
        && let Err(reason) = matcher(pattern)
    {
        let message = format!("the pattern `{pattern}` cannot be enforced: {reason}");
        let help =
            "patterns are matched in linear time, without lookaround and back-references: describe the rest in words";
        diagnostics.error(&at.child("pattern"), "pattern-unsupported", message, help);
    }
    if let Some(values) = &rules.one_of {
        let mut seen = HashSet::new();
        if values.is_empty() || !values.iter().all(|value| seen.insert(value)) {
            let message = "the `enum` is empty or repeats a value";
            diagnostics.error(&at.child("enum"), "enum-values", message, "write each allowed value once");
        }
    }
}

/// An `enum` is all that a value can be, null included; `nullable` alone does not add it (OpenAPI 3.0.3, proposal 003).
fn check_null_of_enum(rules: &StringRules, schema: &Schema, diagnostics: &mut Diagnostics) {
    if rules.one_of.is_some() && rules.one_of_null != (schema.nullable == Some(true)) {
        let message = "`nullable` and the `enum` do not say the same of null";
        let help = "where null is allowed, write `nullable: true`, and null as the last value of the `enum`";
        diagnostics.error(&schema.at.child("enum"), "enum-null", message, help);
    }
}

fn check_number<T: PartialOrd + Copy + Default>(rules: &NumberRules<T>, at: &Pointer, diagnostics: &mut Diagnostics) {
    check_range(rules.minimum, rules.maximum, at, diagnostics);
    if rules.multiple_of.is_some_and(|factor| factor <= T::default()) {
        diagnostics.error(&at.child("multipleOf"), "empty-range", "`multipleOf` must be greater than 0", "");
    }
    for (name, flag, bound) in [
        ("exclusiveMinimum", rules.exclusive_minimum, rules.minimum),
        ("exclusiveMaximum", rules.exclusive_maximum, rules.maximum),
    ] {
        if flag.is_some() && bound.is_none() {
            diagnostics.error(
                &at.child(name),
                "useless-member",
                format!("`{name}` has no effect without a bound"),
                "add the bound",
            );
        }
    }
}

fn check_range<T: PartialOrd>(min: Option<T>, max: Option<T>, at: &Pointer, diagnostics: &mut Diagnostics) {
    if let (Some(min), Some(max)) = (min, max)
        && min > max
    {
        diagnostics.error(
            at,
            "empty-range",
            "the minimum is greater than the maximum",
            "no value conforms to this schema",
        );
    }
}

fn check_object(contract: &Contract, rules: &ObjectRules, at: &Pointer, diagnostics: &mut Diagnostics) {
    check_range(rules.min_properties, rules.max_properties, at, diagnostics);
    let mut seen = HashSet::new();
    for name in rules.required.iter().flatten() {
        if !rules.properties.contains_key(name) {
            let message = format!("`{name}` is required and not declared");
            diagnostics.error(
                &at.child("required"),
                "required-undeclared",
                message,
                "declare it under `properties` of the same schema",
            );
        }
        if !seen.insert(name) {
            diagnostics.error(&at.child("required"), "required-undeclared", format!("`{name}` is required twice"), "");
        }
    }
    let mut names: HashSet<&str> = rules.properties.keys().map(String::as_str).collect();
    for (property, schema) in &rules.properties {
        for alias in contract.schema(schema).and_then(|schema| schema.aliases.as_ref()).into_iter().flatten() {
            if !names.insert(alias) {
                let message = format!("the alias `{alias}` of `{property}` is also another property's name");
                diagnostics.error(
                    &at.child("properties").child(property),
                    "alias-collision",
                    message,
                    "remove the alias",
                );
            }
        }
    }
}

/// The parts of an `allOf` become one object; a single part may be anything, which is how a reference gets a description.
fn check_all_of(
    contract: &Contract,
    parts: &[SchemaOrRef],
    is_typed: bool,
    at: &Pointer,
    diagnostics: &mut Diagnostics,
) {
    if parts.len() < 2 && !is_typed {
        return;
    }
    let mut names = HashSet::new();
    for (index, part) in parts.iter().enumerate() {
        let at = at.child("allOf").child(index);
        match contract.schema(part).map(|schema| &schema.kind) {
            Some(Kind::Object(rules)) => {
                for name in rules.properties.keys().filter(|name| !names.insert(*name)) {
                    let message = format!("two parts of this `allOf` have a property `{name}`");
                    diagnostics.error(&at, "all-of-conflict", message, "keep it in one of them");
                }
            }
            Some(Kind::AllOf { .. }) | None => {}
            Some(_) => {
                let help = "the parts become one object, so each must be an object";
                diagnostics.error(&at, "all-of-part", "this part of an `allOf` is not an object", help);
            }
        }
    }
}

fn check_merge_patch(contract: &Contract, schema: &Schema, diagnostics: &mut Diagnostics) {
    let Kind::Object(rules) = &schema.kind else {
        diagnostics.error(&schema.at, "merge-patch-object", "a merge patch must be an object", "write `type: object`");
        return;
    };
    if rules.required.is_some() {
        let help = "a merge patch names only what it changes: remove `required`";
        diagnostics.error(
            &schema.at.child("required"),
            "merge-patch-required",
            "a merge patch requires properties",
            help,
        );
    }
    for (name, property) in &rules.properties {
        let Some(property) = contract.schema(property) else { continue };
        let at = schema.at.child("properties").child(name);
        let is_object = matches!(&property.kind, Kind::Object(rules) if !rules.properties.is_empty());
        if is_object && property.merge_patch != Some(true) {
            let message = format!("`{name}` of a merge patch is an object and no merge patch itself");
            let help = "its members are merged too (RFC 7396): write `x-merge-patch: true`";
            diagnostics.error(&at, "merge-patch-nested", message, help);
        }
        if property.nullable != Some(true) {
            let message = format!("`{name}` of a merge patch is not nullable");
            diagnostics.error(
                &at,
                "merge-patch-nullable",
                message,
                "null removes a member (RFC 7396): write `nullable: true`",
            );
        }
    }
}

/// A request must not require what only the server may set.
fn check_requests(contract: &Contract, diagnostics: &mut Diagnostics) {
    let mut seen = HashSet::new();
    for endpoint in contract.endpoints() {
        let body = endpoint.operation.request_body.as_ref().and_then(|body| contract.request_body(body));
        for media in body.into_iter().flat_map(|body| body.content.values()) {
            if let Some(schema) = &media.schema {
                check_sent(contract, schema, &mut seen, diagnostics);
            }
        }
    }
}

fn check_sent<'c>(
    contract: &'c Contract,
    schema: &'c SchemaOrRef,
    seen: &mut HashSet<&'c Pointer>,
    diagnostics: &mut Diagnostics,
) {
    let Some(schema) = contract.schema(schema) else { return };
    if !seen.insert(&schema.at) {
        return;
    }
    if let Kind::Object(rules) = &schema.kind {
        for name in rules.required.iter().flatten() {
            let property = rules.properties.get(name).and_then(|property| contract.schema(property));
            if property.is_some_and(|property| property.read_only == Some(true)) {
                let message = format!("`{name}` is read-only, and required in a request");
                let help = "a client must not send it: make it optional, or write a schema of its own for requests";
                diagnostics.error(&schema.at.child("properties").child(name), "read-only-required", message, help);
            }
        }
    }
    schema.parts().for_each(|part| check_sent(contract, part, seen, diagnostics));
}

/// Reports schemas that are made of themselves by reference and `allOf` alone; whether there are none.
fn check_circles(contract: &Contract, diagnostics: &mut Diagnostics) -> bool {
    let mut is_sound = true;
    for (name, schema) in &contract.components.schemas {
        let mut open = vec![schema];
        let mut seen = HashSet::new();
        while let Some(schema) = open.pop() {
            match schema {
                OrRef::Ref(reference) if reference.name == *name => {
                    let message = format!("the schema `{name}` is made of itself");
                    diagnostics.error(
                        &reference.at,
                        "ref-circle",
                        message,
                        "no value has such a type: break the circle",
                    );
                    is_sound = false;
                }
                OrRef::Ref(reference) if seen.insert(&reference.name) => {
                    open.extend(contract.components.schemas.get(&reference.name));
                }
                OrRef::Here(schema) => {
                    if let Kind::AllOf { parts, .. } = &schema.kind {
                        open.extend(parts);
                    }
                }
                OrRef::Ref(_) => {}
            }
        }
    }
    is_sound
}

/// Checks every example and default against its schema.
fn check_values(contract: &Contract, diagnostics: &mut Diagnostics) {
    each_schema(contract, &mut |schema| {
        let itself = OrRef::Here(Box::new(schema.clone()));
        check_value(
            contract,
            &itself,
            schema.default.as_ref(),
            &schema.at.child("default"),
            "default-mismatch",
            diagnostics,
        );
        check_value(
            contract,
            &itself,
            schema.example.as_ref(),
            &schema.at.child("example"),
            "example-mismatch",
            diagnostics,
        );
    });
    for endpoint in contract.endpoints() {
        for parameter in endpoint.parameters(contract) {
            let at = parameter.at.child("example");
            check_value(contract, &parameter.schema, parameter.example.as_ref(), &at, "example-mismatch", diagnostics);
        }
        let body = endpoint.operation.request_body.as_ref().and_then(|body| contract.request_body(body));
        let of_body = body.into_iter().flat_map(|body| body.content.values());
        let responses = endpoint.operation.responses.values().filter_map(|response| contract.response(response));
        of_body.chain(responses.flat_map(|response| response.content.values())).for_each(|media| {
            check_media(contract, media, diagnostics);
        });
    }
}

fn check_media(contract: &Contract, media: &MediaType, diagnostics: &mut Diagnostics) {
    let Some(schema) = &media.schema else { return };
    check_value(contract, schema, media.example.as_ref(), &media.at.child("example"), "example-mismatch", diagnostics);
    for (name, example) in media.examples.as_ref().and_then(Value::as_object).into_iter().flatten() {
        let at = media.at.child("examples").child(name).child("value");
        check_value(contract, schema, example.get("value"), &at, "example-mismatch", diagnostics);
    }
}

fn check_value(
    contract: &Contract,
    schema: &SchemaOrRef,
    value: Option<&Value>,
    at: &Pointer,
    rule: &'static str,
    diagnostics: &mut Diagnostics,
) {
    for mismatch in value.into_iter().flat_map(|value| mismatches(contract, schema, value)) {
        let at = Pointer(format!("{at}{}", mismatch.pointer));
        diagnostics.error(&at, rule, format!("the schema does not allow this: {}", mismatch.message), "");
    }
}
