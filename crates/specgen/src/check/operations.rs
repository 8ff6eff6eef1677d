//! What every operation must say: its id, its module, its action, its parameters, its body and its responses.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::Diagnostics;
use crate::ir::{
    Contract, Endpoint, Kind, Method, Operation, Parameter, Place, Pointer, RequestBody, Response, SchemaOrRef,
    StatusKey, is_text,
};

/// Headers whose meaning is HTTP's own, so that OpenAPI ignores parameters of these names.
const RESERVED_PARAMETERS: [&str; 3] = ["accept", "content-type", "authorization"];

pub(super) fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    let mut ids = HashMap::new();
    for endpoint in contract.endpoints() {
        let operation = endpoint.operation;
        check_id(operation, &mut ids, diagnostics);
        check_module(contract, operation, diagnostics);
        check_security(contract, operation, diagnostics);
        check_parameters(contract, &endpoint, diagnostics);
        if let Some(body) = operation.request_body.as_ref().and_then(|body| contract.request_body(body)) {
            check_body(contract, &endpoint, body, diagnostics);
        }
        check_responses(contract, operation, diagnostics);
    }
}

fn check_id<'c>(operation: &'c Operation, ids: &mut HashMap<&'c str, Pointer>, diagnostics: &mut Diagnostics) {
    if operation.id.is_empty() {
        let help = "handwritten code implements it by that name";
        diagnostics.error(&operation.at, "missing-operation-id", "the operation has no `operationId`", help);
    } else if let Some(first) = ids.insert(&operation.id, operation.at.clone()) {
        let message = format!("the operationId `{}` is taken", operation.id);
        diagnostics.error(&operation.at, "duplicate-operation-id", message, format!("the other one is at {first}"));
    }
}

fn check_module(contract: &Contract, operation: &Operation, diagnostics: &mut Diagnostics) {
    let modules: Vec<_> = contract.modules().map(|tag| tag.name.as_str()).collect();
    let of_operation = operation.tags.iter().filter(|tag| modules.contains(&tag.as_str())).count();
    if !modules.is_empty() && of_operation != 1 {
        let message = format!("the operation has {of_operation} tags that are modules, and needs one");
        let help = format!("the module decides where its code goes: tag it with one of {}", modules.join(", "));
        diagnostics.error(&operation.at, "module-tag", message, help);
    }
}

fn check_security(contract: &Contract, operation: &Operation, diagnostics: &mut Diagnostics) {
    let is_secured = contract.is_secured(operation);
    match &operation.action {
        None if is_secured => {
            let help = "say what a caller must be allowed, as in `x-action: users:update`, or `security: []`";
            diagnostics.error(&operation.at, "missing-action", "the operation is secured and has no `x-action`", help);
        }
        Some(action) if !is_action(action) => {
            let message = format!("`{action}` is not an action");
            diagnostics.error(
                &operation.at.child("x-action"),
                "action-syntax",
                message,
                "write `nouns:verb` in lower case",
            );
        }
        Some(_) if !is_secured => {
            let help = "without credentials there is nobody to allow it to: remove it, or `security: []`";
            diagnostics.error(
                &operation.at.child("x-action"),
                "useless-action",
                "the operation is not secured and has an `x-action`",
                help,
            );
        }
        _ => {}
    }
    let alternatives = operation.security.as_ref().or(contract.security.as_ref());
    for requirement in alternatives.into_iter().flatten() {
        if requirement.is_empty() {
            let help = "whether a caller is there must not depend on the request: remove `{}`";
            diagnostics.error(
                &operation.at,
                "optional-security",
                "one alternative of `security` needs no credentials",
                help,
            );
        }
        for scheme in requirement.keys().filter(|scheme| !contract.components.security_schemes.contains_key(*scheme)) {
            let message = format!("the security scheme `{scheme}` is not declared");
            diagnostics.error(
                &operation.at,
                "unknown-security-scheme",
                message,
                "declare it under `components.securitySchemes` of the root",
            );
        }
    }
}

fn is_action(action: &str) -> bool {
    let is_word = |word: &str| {
        word.starts_with(|letter: char| letter.is_ascii_lowercase())
            && word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
    };
    action.split_once(':').is_some_and(|(nouns, verb)| is_word(nouns) && is_word(verb))
}

fn check_parameters(contract: &Contract, endpoint: &Endpoint<'_>, diagnostics: &mut Diagnostics) {
    let mut seen = HashSet::new();
    let own = endpoint.operation.parameters.iter().filter_map(|parameter| contract.parameter(parameter));
    for parameter in own {
        if !seen.insert((parameter.place, parameter.name.as_str())) {
            let message = format!("the parameter `{}` is declared twice", parameter.name);
            diagnostics.error(&parameter.at, "duplicate-parameter", message, "remove one of them");
        }
    }
    for parameter in endpoint.parameters(contract) {
        check_parameter(contract, parameter, diagnostics);
    }
}

fn check_parameter(contract: &Contract, parameter: &Parameter, diagnostics: &mut Diagnostics) {
    let name = &parameter.name;
    let default_style = if parameter.place == Place::Query { "form" } else { "simple" };
    let is_array = matches!(contract.schema(&parameter.schema).map(|schema| &schema.kind), Some(Kind::Array(_)));
    let is_other_explode =
        is_array && parameter.explode.is_some_and(|explode| explode != (parameter.place == Place::Query));
    if parameter.style.as_deref().is_some_and(|style| style != default_style) || is_other_explode {
        let message = format!("the parameter `{name}` has a style other than its place's default");
        let help = "query parameters repeat their name (form, explode), all others are `simple`: leave `style` and `explode` out";
        diagnostics.error(&parameter.at, "parameter-style", message, help);
    }
    if parameter.allow_empty_value == Some(true) {
        let help = "an empty value is an empty string, which the schema allows or not: leave `allowEmptyValue` out";
        diagnostics.error(
            &parameter.at,
            "unsupported",
            format!("`allowEmptyValue` of `{name}` is not supported"),
            help,
        );
    }
    if parameter.place == Place::Header && RESERVED_PARAMETERS.contains(&name.to_ascii_lowercase().as_str()) {
        let help = "OpenAPI ignores it: describe it by the media types or by `security`";
        diagnostics.error(&parameter.at, "reserved-header", format!("`{name}` cannot be a parameter"), help);
    }
    if !is_flat(contract, &parameter.schema, parameter.place == Place::Query) {
        let help =
            "a path or header parameter is a string, number or boolean; a query parameter may be an array of them";
        diagnostics.error(
            &parameter.at,
            "parameter-schema",
            format!("the parameter `{name}` has a schema it cannot have"),
            help,
        );
    }
}

/// Whether values of the schema can be written as text; arrays only where they are allowed.
fn is_flat(contract: &Contract, schema: &SchemaOrRef, is_array_allowed: bool) -> bool {
    match contract.schema(schema).map(|schema| &schema.kind) {
        Some(Kind::Array(rules)) => is_array_allowed && is_flat(contract, &rules.items, false),
        Some(Kind::Object(_) | Kind::AllOf { .. } | Kind::Any) => false,
        Some(Kind::String(_) | Kind::Integer(_) | Kind::Number(_) | Kind::Boolean) | None => true,
    }
}

fn check_body(contract: &Contract, endpoint: &Endpoint<'_>, body: &RequestBody, diagnostics: &mut Diagnostics) {
    if endpoint.method == Method::Get {
        let help = "what a body of a GET means is undefined: use query parameters";
        diagnostics.error(&body.at, "body-of-get", "a GET has a request body", help);
    }
    if body.content.len() > 1 {
        let help = "the generated request has one type: keep one of them";
        diagnostics.error(&body.at, "several-media-types", "the request body has several media types", help);
    }
    for (name, media) in &body.content {
        let kind = media.schema.as_ref().and_then(|schema| contract.schema(schema)).map(|schema| &schema.kind);
        let is_fit = match MediaKind::of(name) {
            Some(MediaKind::Json) => media.schema.is_some(),
            Some(MediaKind::Form) => matches!(kind, Some(Kind::Object(rules))
                if rules.properties.values().all(|property| is_flat(contract, property, true))),
            Some(MediaKind::Text | MediaKind::Bytes) => matches!(kind, None | Some(Kind::String(_))),
            None => {
                let help = "request bodies are JSON, `...+json`, `application/x-www-form-urlencoded`, `text/plain` or `application/octet-stream`";
                diagnostics.error(
                    &media.at,
                    "media-type",
                    format!("request bodies of `{name}` are not supported"),
                    help,
                );
                continue;
            }
        };
        if !is_fit {
            let help = "JSON needs a schema, a form an object of plain values, text and bytes a string or none";
            diagnostics.error(&media.at, "media-schema", format!("the schema cannot be that of `{name}`"), help);
        }
    }
}

/// How a body of some media type is read or written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MediaKind {
    Json,
    Form,
    Text,
    Bytes,
}

impl MediaKind {
    fn of(name: &str) -> Option<Self> {
        match name.split(';').next().unwrap_or_default().trim() {
            "application/json" => Some(Self::Json),
            "application/x-www-form-urlencoded" => Some(Self::Form),
            "application/octet-stream" => Some(Self::Bytes),
            name if name.ends_with("+json") => Some(Self::Json),
            name if is_text(name) => Some(Self::Text),
            _ => None,
        }
    }
}

fn check_responses(contract: &Contract, operation: &Operation, diagnostics: &mut Diagnostics) {
    let at = operation.at.child("responses");
    if !operation.responses.contains_key(&StatusKey::Default) {
        let help = "what the server cannot foresee (401, 413, 500) has no declared shape: add `default`";
        diagnostics.error(&operation.at, "missing-default", "the operation has no `default` response", help);
    }
    if operation.responses.keys().all(|status| status.is_failure()) {
        diagnostics.error(
            &operation.at,
            "missing-success",
            "the operation has no response but failures",
            "add one below 400",
        );
    }
    for (status, response) in &operation.responses {
        let Some(response) = contract.response(response) else { continue };
        check_response(contract, *status, response, &at.child(status), diagnostics);
    }
}

fn check_response(
    contract: &Contract,
    status: StatusKey,
    response: &Response,
    at: &Pointer,
    diagnostics: &mut Diagnostics,
) {
    if response.content.len() > 1 {
        let help = "the generated response has one type: keep one of them";
        diagnostics.error(&response.at, "several-media-types", "the response has several media types", help);
    }
    if matches!(status, StatusKey::Exact(100..=199 | 204 | 304)) && !response.content.is_empty() {
        diagnostics.error(
            at,
            "content-of-empty-status",
            format!("`{status}` has no content in HTTP"),
            "remove `content`",
        );
    }
    for (name, media) in &response.content {
        if media.schema.is_none() && MediaKind::of(name) == Some(MediaKind::Json) {
            diagnostics.error(&media.at, "media-schema", "a JSON response needs a schema", "add it; `{}` is any JSON");
        }
    }
    for (name, header) in &response.headers {
        let Some(header) = contract.header(header) else { continue };
        if name.eq_ignore_ascii_case("content-type") {
            let help = "OpenAPI ignores it: it follows from `content`";
            diagnostics.error(&header.at, "reserved-header", format!("`{name}` cannot be declared as a header"), help);
        }
        if !is_flat(contract, &header.schema, false) {
            let message = format!("the header `{name}` has a schema it cannot have");
            diagnostics.error(&header.at, "parameter-schema", message, "a header is a string, number or boolean");
        }
    }
}
