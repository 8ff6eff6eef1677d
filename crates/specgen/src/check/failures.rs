//! Failures must look alike within a module: one function turns an error into an answer, whatever the operation.

use std::collections::{BTreeMap, HashMap};

use indexmap::IndexMap;
use serde_json::Value;

use crate::diagnostic::Diagnostics;
use crate::ir::{Contract, Operation, Pointer, Response, StatusKey, render_header, render_schema};

/// A failure response as an operation declares it.
struct Failure<'c> {
    status: StatusKey,
    response: &'c Response,
    /// Where the operation declares it.
    at: Pointer,
}

pub(super) fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    let mut modules: IndexMap<&str, Vec<Failure<'_>>> = IndexMap::new();
    for endpoint in contract.endpoints() {
        let module = contract.module_of(endpoint.operation).map_or("", |tag| &tag.name);
        let failures = failures(contract, endpoint.operation);
        check_default_headers(contract, &failures, diagnostics);
        modules.entry(module).or_default().extend(failures);
    }
    for failures in modules.values() {
        check_bodies(failures, diagnostics);
        check_headers(contract, failures, diagnostics);
    }
}

fn failures<'c>(contract: &'c Contract, operation: &'c Operation) -> Vec<Failure<'c>> {
    let responses = operation.responses.iter().filter(|(status, _)| status.is_failure());
    let failures = responses.filter_map(|(&status, response)| {
        let at = operation.at.child("responses").child(status);
        Some(Failure { status, response: contract.response(response)?, at })
    });
    failures.collect()
}

/// All failures of a module have the body of its first one.
fn check_bodies(failures: &[Failure<'_>], diagnostics: &mut Diagnostics) {
    let body = |response: &Response| -> Vec<(String, Option<Value>)> {
        let content = response.content.iter();
        content.map(|(name, media)| (name.clone(), media.schema.as_ref().map(render_schema))).collect()
    };
    let Some(first) = failures.first() else { return };
    let expected = body(first.response);
    for failure in failures {
        if body(failure.response) != expected {
            let message = format!("the failure `{}` has another body than the module's other failures", failure.status);
            let help = format!("all failures of a module share one media type and schema, here those at {}", first.at);
            diagnostics.error(&failure.at, "failure-body", message, help);
        }
    }
}

/// The shape of a response's headers: name, in lower case, to whether it is required and what it holds.
fn headers(contract: &Contract, response: &Response) -> BTreeMap<String, (bool, Value)> {
    let headers = response.headers.iter().filter_map(|(name, header)| {
        let header = contract.header(header)?;
        let schema = render_header(header).get("schema").cloned().unwrap_or_default();
        Some((name.to_ascii_lowercase(), (header.required == Some(true), schema)))
    });
    headers.collect()
}

/// A status has the same headers in every operation of a module.
fn check_headers(contract: &Contract, failures: &[Failure<'_>], diagnostics: &mut Diagnostics) {
    let mut first = HashMap::new();
    for failure in failures {
        let shape = headers(contract, failure.response);
        let (expected, at) = first.entry(failure.status).or_insert_with(|| (shape.clone(), failure.at.clone()));
        if *expected != shape {
            let message =
                format!("the failure `{}` has other headers here than elsewhere in the module", failure.status);
            let help = format!("share one component response, or repeat the headers declared at {at}");
            diagnostics.error(&failure.at, "failure-headers", message, help);
        }
    }
}

/// What `default` or a range requires, the exact statuses must have too: a failure that one operation declares exactly
/// is answered through `default` in another.
fn check_default_headers(contract: &Contract, failures: &[Failure<'_>], diagnostics: &mut Diagnostics) {
    for general in failures.iter().filter(|failure| !matches!(failure.status, StatusKey::Exact(_))) {
        let covered = failures.iter().filter(|failure| covers(general.status, failure.status));
        for failure in covered {
            let has = headers(contract, failure.response);
            let needed = headers(contract, general.response);
            for (name, _) in needed.iter().filter(|(_, (is_required, _))| *is_required) {
                if !has.get(name).is_some_and(|(is_required, _)| *is_required) {
                    let message =
                        format!("`{}` requires the header `{name}`, and `{}` does not", general.status, failure.status);
                    let help = "require it in both: the same failure may be answered through either";
                    diagnostics.error(&failure.at, "default-headers", message, help);
                }
            }
        }
    }
}

fn covers(general: StatusKey, status: StatusKey) -> bool {
    match (general, status) {
        (StatusKey::Default, StatusKey::Exact(_) | StatusKey::Range(_)) => true,
        (StatusKey::Range(digit), StatusKey::Exact(status)) => status / 100 == u16::from(digit),
        _ => false,
    }
}
