//! The module `house`: its models, requests, responses and trait.
//! Generated from the contract by specgen and never edited by hand.

use specgen_runtime as rt;

/// What `getHealth` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum GetHealthResponse {
    /// 200: It stands.
    Ok(String),
    /// Something failed.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: String,
    },
}

impl rt::Respond for GetHealthResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).content("text/plain", body),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).content("text/plain", body)
            }
        }
    }
}

impl From<Failure> for GetHealthResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What can go wrong in any operation of the module. Every operation's response can be made from it.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// Something failed.
    Other {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: String,
    },
}

impl rt::Respond for Failure {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Other { status, body } => {
                rt::Outgoing::new(status).content("text/plain", body)
            }
        }
    }
}

/// The operations of `house`, one method each. Arguments are parsed and valid, and only declared
/// responses can be given.
pub trait Api: Send + Sync + 'static {
    /// Says in the module's own shape why a request does not get an answer of its operation.
    fn reject(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure;

    /// Tells whether the house stands.
    ///
    /// `GET /health`
    ///
    /// Contract: `/paths/~1health/get`
    fn get_health(
        &self,
        call: &rt::Call,
    ) -> impl Future<Output = GetHealthResponse> + Send;
}

/// Names an operation of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationId {
    /// `GET /health`
    GetHealth,
}

/// The operations of the module, in the order of `OperationId`.
pub static OPERATIONS: [rt::Operation; 1] = [
    rt::Operation {
        id: "getHealth",
        module: "house",
        method: "GET",
        path: "/health",
        action: None,
        secured: false,
        stub: false,
    },
];

impl From<OperationId> for &'static rt::Operation {
    fn from(id: OperationId) -> Self {
        &OPERATIONS[id as usize]
    }
}

/// Leads from the runtime to an implementation of the trait.
#[derive(Clone, Copy, Debug)]
pub struct Door<'a, A>(pub &'a A);

impl<A: Api> rt::Module for Door<'_, A> {
    type OperationId = OperationId;
    type Failure = Failure;

    fn operations_at(path: &[&str]) -> &'static [OperationId] {
        match path {
            ["health"] => &[OperationId::GetHealth],
            _ => &[],
        }
    }

    async fn answer(
        &self,
        call: &rt::Call,
        id: OperationId,
        _incoming: rt::Incoming<'_>,
    ) -> rt::Response {
        let api = self.0;
        let outcome: rt::Outcome<'_> = match id {
            OperationId::GetHealth => {
                Box::pin(async {
                    Ok(rt::Respond::into_response(api.get_health(call).await))
                })
            }
        };
        let reject = |rejection: &rt::Rejection| {
            let failure = api.reject(call, rejection);
            match id {
                OperationId::GetHealth => {
                    rt::Respond::into_response(GetHealthResponse::from(failure))
                }
            }
        };
        rt::settle(call, outcome, reject).await
    }

    fn refuse(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure {
        self.0.reject(call, rejection)
    }
}
