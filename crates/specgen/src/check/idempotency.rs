//! `x-idempotency-key` stands only where a repetition can be answered: on one optional header of an operation that knows
//! who is asking, and whose successes are whole before they are sent.

use crate::diagnostic::Diagnostics;
use crate::ir::{Contract, Endpoint, Kind, Parameter, Place};

pub(super) fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    for endpoint in contract.endpoints() {
        let parameters = endpoint.parameters(contract);
        let mut keys = parameters.into_iter().filter(|parameter| parameter.idempotency_key == Some(true));
        let Some(key) = keys.next() else { continue };
        check_shape(contract, key, diagnostics);
        for other in keys {
            let message = format!("`{}` names the request too, as `{}` does", other.name, key.name);
            diagnostics.error(&other.at, "idempotency-key", message, "a request has one name: keep one of them");
        }
        check_operation(contract, &endpoint, diagnostics);
    }
}

/// It is a text, sent in a header, and may be left out.
fn check_shape(contract: &Contract, key: &Parameter, diagnostics: &mut Diagnostics) {
    let is_text = contract.schema(&key.schema).is_some_and(|schema| matches!(schema.kind, Kind::String(_)));
    if key.place != Place::Header || key.required == Some(true) || !is_text {
        let message = format!("`{}` cannot name a request", key.name);
        let help = "write an optional header with a string schema";
        diagnostics.error(&key.at, "idempotency-key", message, help);
    }
}

/// Who asks is known, and what is answered can be kept.
fn check_operation(contract: &Contract, endpoint: &Endpoint<'_>, diagnostics: &mut Diagnostics) {
    let operation = endpoint.operation;
    if !contract.is_secured(operation) {
        let message = "the operation takes an idempotency key from callers that it does not know";
        let help = "an answer is given again only to whom it was given: secure the operation, or remove the parameter";
        diagnostics.error(&operation.at, "idempotency-key", message, help);
    }
    let responses = operation.responses.iter().filter(|(status, _)| !status.is_failure());
    for (status, response) in responses {
        let media = contract.response(response).into_iter().flat_map(|response| response.content.values());
        if media.filter_map(|media| media.schema.as_ref()).any(|schema| contract.is_streamed_body(schema)) {
            let message = "a streamed success cannot be kept to be given again";
            let help = "remove `x-stream` from it, or the idempotency key from the operation";
            diagnostics.error(&operation.at.child("responses").child(status), "idempotency-key", message, help);
        }
    }
}
