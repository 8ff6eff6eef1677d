//! The module `gate`: its models, requests, responses and trait.
//! Generated from the contract by specgen and never edited by hand.

use specgen_runtime as rt;

/// What `openGate` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenGateResponse {
    /// 204: Open.
    NoContent {
        /// The header `x-seconds`.
        x_seconds: i32,
    },
    /// Closed.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: String,
    },
}

impl rt::Respond for OpenGateResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::NoContent { x_seconds } => {
                rt::Outgoing::status(204).header("x-seconds", x_seconds).empty()
            }
            Self::Default { status, body } => {
                rt::Outgoing::new(status).content("text/plain", body)
            }
        }
    }
}

impl From<Failure> for OpenGateResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What `lookAtGate` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum LookAtGateResponse {
    /// 200: A gate.
    Ok(String),
    /// Dark.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: String,
    },
}

impl rt::Respond for LookAtGateResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).content("text/plain", body),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).content("text/plain", body)
            }
        }
    }
}

impl From<Failure> for LookAtGateResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// What can go wrong in any operation of the module. Every operation's response can be made from it.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// Closed.
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

/// The operations of `gate`, one method each. Arguments are parsed and valid, and only declared
/// responses can be given.
pub trait Api: Send + Sync + 'static {
    /// Who is asking; only `authenticate` makes it.
    type Caller: std::fmt::Display + Send;

    /// Finds out who is asking, before anything of the request is parsed.
    fn authenticate(
        &self,
        call: &rt::Call,
    ) -> impl Future<Output = Result<Self::Caller, rt::Rejection>> + Send;

    /// Says in the module's own shape why a request does not get an answer of its operation.
    fn reject(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure;

    /// `POST /gate`
    ///
    /// Contract: `/paths/~1gate/post`
    fn open_gate(
        &self,
        call: &rt::Call,
        caller: Self::Caller,
    ) -> impl Future<Output = OpenGateResponse> + Send;

    /// `GET /gate`
    ///
    /// Contract: `/paths/~1gate/get`
    fn look_at_gate(
        &self,
        call: &rt::Call,
    ) -> impl Future<Output = LookAtGateResponse> + Send;
}

/// Names an operation of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationId {
    /// `POST /gate`
    OpenGate,
    /// `GET /gate`
    LookAtGate,
}

/// The operations of the module, in the order of `OperationId`.
pub static OPERATIONS: [rt::Operation; 2] = [
    rt::Operation {
        id: "openGate",
        module: "gate",
        method: "POST",
        path: "/gate",
        action: Some("gates:open"),
        secured: true,
        stub: false,
    },
    rt::Operation {
        id: "lookAtGate",
        module: "gate",
        method: "GET",
        path: "/gate",
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
            ["gate"] => &[OperationId::OpenGate, OperationId::LookAtGate],
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
            OperationId::OpenGate => {
                Box::pin(async {
                    let caller = api.authenticate(call).await?;
                    call.note_principal(&caller);
                    Ok(rt::Respond::into_response(api.open_gate(call, caller).await))
                })
            }
            OperationId::LookAtGate => {
                Box::pin(async {
                    Ok(rt::Respond::into_response(api.look_at_gate(call).await))
                })
            }
        };
        let reject = |rejection: &rt::Rejection| {
            let failure = api.reject(call, rejection);
            match id {
                OperationId::OpenGate => {
                    rt::Respond::into_response(OpenGateResponse::from(failure))
                }
                OperationId::LookAtGate => {
                    rt::Respond::into_response(LookAtGateResponse::from(failure))
                }
            }
        };
        rt::settle(call, outcome, reject).await
    }

    fn refuse(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure {
        self.0.reject(call, rejection)
    }
}
