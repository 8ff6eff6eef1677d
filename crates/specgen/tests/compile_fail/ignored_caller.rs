//! A handler of a secured operation does not take its caller.
//! Expected: error[E0050] `Api::open_gate` has 3
#[path = "generated/mod.rs"]
mod generated;

use generated::gate::{Api, Failure, LookAtGateResponse, OpenGateResponse};
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

    async fn look_at_gate(&self, _: &Call) -> LookAtGateResponse {
        LookAtGateResponse::Ok("a gate".to_owned())
    }

    async fn open_gate(&self, _: &Call) -> OpenGateResponse {
        OpenGateResponse::NoContent { x_seconds: 3 }
    }
}

fn main() {}
