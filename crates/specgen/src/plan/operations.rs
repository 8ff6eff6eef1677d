//! The requests of operations: parameters and bodies as the fields of one struct each.

use std::collections::HashSet;

use super::models::Models;
use super::{Body, BodyFormat, Doc, Example, Operation, Parameter, Type};
use crate::diagnostic::Diagnostics;
use crate::ir::Endpoint;
use crate::ir::{self, Kind, Method, Place, StatusKey, is_json, is_text};
use crate::naming;

/// Plans one operation.
pub(super) fn operation(endpoint: Endpoint<'_>, models: &mut Models<'_>, diagnostics: &mut Diagnostics) -> Operation {
    let ir = endpoint.operation;
    let contract = models.scope.contract;
    let name = naming::operation_name(&ir.id);
    let type_name = naming::pascal(name);
    let mut parameters: Vec<_> = endpoint
        .parameters(contract)
        .into_iter()
        .map(|parameter| plan_parameter(parameter, endpoint.template, &type_name, models))
        .collect();
    let body = ir.request_body.as_ref().and_then(|body| contract.request_body(body));
    let body = body.and_then(|body| plan_body(body, &type_name, models, diagnostics));
    separate(&mut parameters);
    let sentence = |summary: &String| format!("{}.", summary.trim_end_matches('.'));
    let summary = ir.summary.as_ref().map(sentence);
    let text = summary.into_iter().chain(ir.description.clone()).collect::<Vec<_>>().join("\n\n");
    Operation {
        id: ir.id.clone(),
        method_name: naming::snake(name),
        doc: Doc { text: Some(text).filter(|text| !text.is_empty()), source: Some(ir.at.0.clone()) },
        method: method(endpoint.method),
        path: endpoint.template.to_owned(),
        action: ir.action.clone(),
        is_secured: contract.is_secured(ir),
        is_stub: ir.stub == Some(true),
        example: if ir.stub == Some(true) { example(ir, models) } else { None },
        parameters,
        body,
        responses: super::responses::of_operation(ir, &type_name, models),
        type_name,
    }
}

/// Returns the name of a method as it stands in a request.
pub(super) const fn method(method: Method) -> &'static str {
    match method {
        Method::Get => "GET",
        Method::Put => "PUT",
        Method::Post => "POST",
        Method::Delete => "DELETE",
        Method::Options => "OPTIONS",
        Method::Patch => "PATCH",
    }
}

fn plan_parameter(parameter: &ir::Parameter, template: &str, operation: &str, models: &mut Models<'_>) -> Parameter {
    let wire = &parameter.name;
    let (mut ty, _) = models.split_null(&parameter.schema, &format!("{operation}{}", naming::pascal(wire)));
    if parameter.lenient == Some(true)
        && let Type::Boolean { is_lenient } = &mut ty
    {
        *is_lenient = true;
    }
    let schema = models.scope.contract.schema(&parameter.schema);
    let placeholder = format!("{{{wire}}}");
    let segment = template.split('/').filter(|segment| !segment.is_empty()).position(|segment| segment == placeholder);
    Parameter {
        name: naming::snake(wire),
        wire: wire.clone(),
        aliases: parameter.aliases.clone().unwrap_or_default(),
        place: parameter.place,
        segment: segment.unwrap_or_default(),
        is_idempotency_key: parameter.idempotency_key == Some(true),
        doc: Doc { text: parameter.description.clone(), source: None },
        is_required: parameter.place == Place::Path || parameter.required == Some(true),
        default: schema.and_then(|schema| schema.default.clone()).filter(|default| is_scalar(default, &ty)),
        ty,
    }
}

/// Defaults are rendered for plain scalars; an enumeration's default stays an `Option`.
const fn is_scalar(default: &serde_json::Value, ty: &Type) -> bool {
    matches!(
        (default, ty),
        (serde_json::Value::Bool(_), Type::Boolean { .. })
            | (serde_json::Value::Number(_), Type::Integer { .. } | Type::Number(_))
            | (serde_json::Value::String(_), Type::String(_))
    )
}

/// Gives parameters whose fields would have one name, or that of the body, the place as a prefix.
fn separate(parameters: &mut [Parameter]) {
    let mut seen = HashSet::from(["body".to_owned()]);
    for parameter in parameters {
        if !seen.insert(parameter.name.clone()) {
            let place = match parameter.place {
                Place::Path => "path",
                Place::Query => "query",
                Place::Header => "header",
            };
            parameter.name = format!("{place}_{}", parameter.name);
            seen.insert(parameter.name.clone());
        }
    }
}

fn plan_body(
    body: &ir::RequestBody,
    operation: &str,
    models: &mut Models<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Body> {
    let (media_type, media) = body.content.first()?;
    let format = format_of(media_type);
    let ty = match (&media.schema, format) {
        (_, BodyFormat::Text) => Type::String(super::Text::default()),
        (_, BodyFormat::Bytes) => Type::Bytes,
        (Some(schema), _) => models.type_of(schema, &format!("{operation}Body")),
        (None, _) => Type::Any,
    };
    match format {
        BodyFormat::Json => models.use_as_json(&ty),
        BodyFormat::Form if matches!(ty, Type::Model(_)) => models.use_as_form(&ty),
        BodyFormat::Form => {
            let help = "describe the form as an object with its fields as properties";
            diagnostics.error(&media.at, "form-shape", "a form must be an object with properties", help);
        }
        BodyFormat::Text | BodyFormat::Bytes => {}
    }
    Some(Body {
        doc: Doc { text: body.description.clone(), source: None },
        media_type: media_type.clone(),
        format,
        ty,
        is_required: body.required == Some(true),
        any_media_type: body.any_media_type == Some(true),
        empty_object_is_absent: body.empty_object_is_absent == Some(true),
        max_bytes: body.max_bytes,
    })
}

/// Returns how a media type is read and written.
pub(super) fn format_of(media_type: &str) -> BodyFormat {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    match essence {
        "application/x-www-form-urlencoded" => BodyFormat::Form,
        _ if is_json(essence) => BodyFormat::Json,
        _ if is_text(essence) => BodyFormat::Text,
        _ => BodyFormat::Bytes,
    }
}

/// Returns what a stub answers: the example of its first success, if that and all required headers have one.
fn example(operation: &ir::Operation, models: &Models<'_>) -> Option<Example> {
    let contract = models.scope.contract;
    let successes = operation.responses.iter().filter_map(|(key, response)| match key {
        StatusKey::Exact(status @ 200..=299) => Some((*status, contract.response(response)?)),
        _ => None,
    });
    let (status, response) = successes.min_by_key(|(status, _)| *status)?;
    let headers = response.headers.iter().map(|(name, header)| {
        let header = contract.header(header)?;
        let schema = contract.schema(&header.schema);
        let value = header.example.as_ref().or_else(|| schema.and_then(|schema| schema.example.as_ref()));
        let text = value.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
        // Only texts can be repeated as they are; another type would need its own literal.
        let is_text = schema.is_some_and(|schema| matches!(schema.kind, Kind::String(_)));
        match (text, header.required == Some(true)) {
            (Some(text), _) if is_text => Some((name.clone(), Some(text))),
            (_, true) => None,
            _ => Some((name.clone(), None)),
        }
    });
    let headers = headers.collect::<Option<Vec<_>>>()?;
    let Some((_, media)) = response.content.first() else { return Some(Example { status, body: None, headers }) };
    let named = media.examples.as_ref().and_then(|examples| examples.as_object()?.values().next()?.get("value"));
    let schema = media.schema.as_ref().and_then(|schema| contract.schema(schema));
    let body = media.example.as_ref().or(named).or_else(|| schema.and_then(|schema| schema.example.as_ref()))?;
    Some(Example { status, body: Some(body.clone()), headers })
}
