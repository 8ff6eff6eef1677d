//! `x-rendered` stands only on a success whose body is whole and JSON, of an operation that somebody implements.

use crate::diagnostic::Diagnostics;
use crate::ir::{Contract, Response, is_json};

pub(super) fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    for endpoint in contract.endpoints() {
        for (status, response) in &endpoint.operation.responses {
            let Some(response) = contract.response(response).filter(|response| response.rendered == Some(true)) else {
                continue;
            };
            if status.is_failure() || endpoint.operation.stub == Some(true) || !is_whole_json(contract, response) {
                let message = "what stands here cannot have been rendered before it is answered";
                let help = "`x-rendered` may stand on a success with a JSON body that is not streamed, of an operation without `x-stub`";
                diagnostics.error(&response.at, "rendered-place", message, help);
            }
        }
    }
}

fn is_whole_json(contract: &Contract, response: &Response) -> bool {
    let Some((media_type, media)) = response.content.first() else { return false };
    let is_streamed = media.schema.as_ref().is_some_and(|schema| contract.is_streamed_body(schema));
    is_json(media_type) && !is_streamed
}
