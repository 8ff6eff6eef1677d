//! The contract as Progenitor can take it: the same requests and answers, said in the few words that it understands.
//!
//! What is left out is the server's to enforce, or readable from the raw response: constraints, defaults, response headers,
//! which failure it is (all failures of a module look alike). Knows Progenitor's limits, and nothing of the code it writes.

mod schemas;

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::diagnostic::Diagnostics;
use crate::ir::{
    Components, Contract, Endpoint, MediaType, Operation, OrRef, Parameter, PathItem, Place, RequestBody, Response,
    Schema, StatusKey,
};
use crate::naming;

/// The lowered contract.
#[derive(Clone, Debug)]
pub struct Lowered {
    /// What Progenitor reads.
    pub contract: Contract,
    /// The merge patches by component name, which are rendered by hand: Progenitor's types cannot send null.
    pub patches: IndexMap<String, Schema>,
}

/// Lowers a contract that has passed its checks.
pub fn lower(contract: &Contract, diagnostics: &mut Diagnostics) -> Lowered {
    let mut names = BTreeSet::new();
    let mut paths: IndexMap<String, PathItem> = IndexMap::new();
    for endpoint in contract.endpoints() {
        let mut operation = operation(contract, &endpoint);
        if !names.insert(operation.id.clone()) {
            let message = format!("two operations of the client would be called `{}`", operation.id);
            diagnostics.error(&operation.at, "client-name", message, "change one of the operationIds");
        }
        let template = separate_names(endpoint.template, &mut operation);
        paths.entry(template).or_insert_with(|| bare(endpoint.item)).operations.insert(endpoint.method, operation);
    }
    let mut lowered = Contract {
        servers: None,
        external_docs: None,
        security: None,
        tags: Vec::new(),
        paths,
        components: Components { schemas: contract.components.schemas.clone(), ..Components::default() },
        extensions: IndexMap::new(),
        ..contract.clone()
    };
    let patches = schemas::lower(contract, &mut lowered);
    Lowered { contract: lowered, patches }
}

/// A path item that says nothing but its operations.
fn bare(item: &PathItem) -> PathItem {
    PathItem {
        at: item.at.clone(),
        summary: None,
        description: None,
        parameters: Vec::new(),
        operations: IndexMap::new(),
        extensions: IndexMap::new(),
    }
}

fn operation(contract: &Contract, endpoint: &Endpoint<'_>) -> Operation {
    let original = endpoint.operation;
    let parameters = endpoint.parameters(contract).into_iter().map(|parameter| OrRef::Here(self::parameter(parameter)));
    let body = original.request_body.as_ref().and_then(|body| contract.request_body(body));
    let mut remarks = Vec::new();
    if body.is_some_and(|body| body.required != Some(true)) {
        remarks.push("The body is optional in the contract; this client always sends one.".to_owned());
    }
    let responses = responses(contract, original, &mut remarks);
    Operation {
        id: operation_name(contract, original),
        tags: Vec::new(),
        description: describe(original.description.as_deref(), &remarks),
        external_docs: None,
        parameters: parameters.collect(),
        request_body: body.map(|body| OrRef::Here(request_body(body))),
        responses,
        security: None,
        action: None,
        stub: None,
        extensions: IndexMap::new(),
        ..original.clone()
    }
}

/// `<module>_<operation>` in snake case, the operation as its method in the server is called.
fn operation_name(contract: &Contract, operation: &Operation) -> String {
    let name = naming::snake(naming::operation_name(&operation.id));
    match contract.module_of(operation) {
        Some(tag) => format!("{}_{name}", naming::snake(&tag.name)),
        None => name,
    }
}

fn describe(description: Option<&str>, remarks: &[String]) -> Option<String> {
    let paragraphs: Vec<_> = description.map(str::trim).into_iter().chain(remarks.iter().map(String::as_str)).collect();
    (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n"))
}

fn parameter(parameter: &Parameter) -> Parameter {
    Parameter {
        style: None,
        explode: None,
        example: None,
        examples: None,
        lenient: None,
        aliases: None,
        idempotency_key: None,
        extensions: IndexMap::new(),
        ..parameter.clone()
    }
}

/// Progenitor knows parameters by name alone. A path parameter may be called anything as long as the template agrees, so
/// it gives way.
fn separate_names(template: &str, operation: &mut Operation) -> String {
    let mut template = template.to_owned();
    let taken: Vec<_> =
        own(operation).filter(|parameter| parameter.place != Place::Path).map(|p| p.name.clone()).collect();
    for parameter in &mut operation.parameters {
        let OrRef::Here(parameter) = parameter else { continue };
        if parameter.place == Place::Path && taken.contains(&parameter.name) {
            let name = format!("path_{}", parameter.name);
            template = template.replace(&format!("{{{}}}", parameter.name), &format!("{{{name}}}"));
            parameter.name = name;
        }
    }
    let queries: Vec<_> =
        own(operation).filter(|parameter| parameter.place == Place::Query).map(|p| p.name.clone()).collect();
    operation.parameters.retain(|parameter| match parameter {
        OrRef::Here(parameter) => parameter.place != Place::Header || !queries.contains(&parameter.name),
        OrRef::Ref(_) => true,
    });
    template
}

fn own(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    operation.parameters.iter().filter_map(|parameter| match parameter {
        OrRef::Here(parameter) => Some(parameter),
        OrRef::Ref(_) => None,
    })
}

fn request_body(body: &RequestBody) -> RequestBody {
    RequestBody {
        content: content(&body.content),
        required: Some(true),
        any_media_type: None,
        empty_object_is_absent: None,
        max_bytes: None,
        extensions: IndexMap::new(),
        ..body.clone()
    }
}

/// The one media type, under a name that Progenitor knows.
fn content(content: &IndexMap<String, MediaType>) -> IndexMap<String, MediaType> {
    let lowered = content.iter().take(1).map(|(name, media)| {
        let essence = name.split(';').next().unwrap_or_default().trim();
        let name = if essence.ends_with("+json") { "application/json" } else { essence };
        let media = MediaType { example: None, examples: None, extensions: IndexMap::new(), ..media.clone() };
        (name.to_owned(), media)
    });
    lowered.collect()
}

/// One success and one failure, since Progenitor takes one type of each.
fn responses(
    contract: &Contract,
    operation: &Operation,
    remarks: &mut Vec<String>,
) -> IndexMap<StatusKey, OrRef<Response>> {
    let declared =
        || operation.responses.iter().filter_map(|(&status, response)| Some((status, contract.response(response)?)));
    let mut responses = IndexMap::new();
    let success = declared().filter(|(status, _)| !status.is_failure()).min_by_key(|(status, _)| *status);
    if let Some((lowest, response)) = success {
        responses.insert(lowest, OrRef::Here(self::response(response)));
        for (status, other) in declared().filter(|(status, _)| !status.is_failure() && *status != lowest) {
            if body(other) == body(response) {
                responses.insert(status, OrRef::Here(self::response(other)));
            } else {
                remarks.push(format!(
                    "The answer `{status}` has another type and is an unexpected response to this client."
                ));
            }
        }
    }
    // `default` first: it is the one that says what all have in common.
    let failures = declared().filter(|(status, _)| status.is_failure());
    if let Some((_, failure)) = failures.max_by_key(|(status, _)| *status) {
        for range in [StatusKey::Range(4), StatusKey::Range(5)] {
            responses.insert(range, OrRef::Here(self::response(failure)));
        }
    }
    responses
}

/// What a response's body is, as far as the client's types are concerned.
fn body(response: &Response) -> Option<serde_json::Value> {
    response.content.values().next()?.schema.as_ref().map(crate::ir::render_schema)
}

fn response(response: &Response) -> Response {
    Response {
        headers: IndexMap::new(),
        content: content(&response.content),
        extensions: IndexMap::new(),
        ..response.clone()
    }
}
