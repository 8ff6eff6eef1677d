//! An operation of the contract is not implemented.
//! Expected: error[E0046] `look_at_gate`
#[path = "generated/mod.rs"]
mod generated;

use generated::gate::{Api, Failure, OpenGateResponse};
use specgen_runtime::{Call, FailureStatus, Rejection};

struct Gate;

impl Api for Gate {
    type Caller = String;

    async fn authenticate(&self, _: &Call) -> Result<String, Rejection> {
        Ok("keeper".to_owned())
    }

    fn reject(&self, _: &Call, rejection: &Rejection) -> Failure {
        Failure::Other { status: FailureStatus::of(500), body: rejection.to_string() }
    }

    async fn open_gate(&self, _: &Call, _: String) -> OpenGateResponse {
        OpenGateResponse::NoContent { x_seconds: 3 }
    }
}

fn main() {}
