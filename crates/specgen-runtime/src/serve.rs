//! The way of one request: route, then the module's answer (authenticate, parse, handle), then the request log.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use dropshot::{
    ApiEndpointBodyContentType, Body, ExclusiveExtractor, ExtractorMetadata, HttpError, Path, RequestContext,
    ServerContext, SharedExtractor,
};
use http::{HeaderValue, Method, StatusCode, header};
use schemars::JsonSchema;
use serde::Deserialize;
use slog::error;

use crate::body::drain;
use crate::segment::{Segment, segments};
use crate::{Answered, Call, Incoming, Operation, Rejection, Respond, Response, Settings};

/// What the server as a whole decides.
pub trait Host: Send + Sync + 'static {
    /// Returns the limits on bodies.
    fn settings(&self) -> Settings;

    /// Returns how long a request may take until its answer begins, its body included; `None` is no limit.
    fn answer_max(&self) -> Option<Duration> {
        None
    }

    /// Returns the address of whom a request is from. A host behind a proxy knows better than the connection.
    fn client_address(&self, call: &Call) -> IpAddr {
        call.remote_address().ip()
    }

    /// Lets a request in, before anything but its route is looked at: the place of a limit on all requests together.
    /// The operation is known where there is one.
    ///
    /// # Errors
    /// Why not; the module answers with it.
    fn admit(&self, _call: &Call) -> Result<(), Rejection> {
        Ok(())
    }

    /// Is told of every request that a module answered: the place of the request log.
    fn completed(&self, completed: &Completed<'_>);
}

/// A request that has been answered.
#[derive(Clone, Copy, Debug)]
pub struct Completed<'a> {
    /// The request, with its operation and principal as far as they became known.
    pub call: &'a Call,
    /// The status it was answered with.
    pub status: StatusCode,
    /// From routing to the finished response, or to the beginning of a streamed one.
    pub latency: Duration,
}

/// What generated code tells about one module.
pub trait Module: Send + Sync {
    /// Its operations.
    type OperationId: Copy + Into<&'static Operation> + Send + 'static;

    /// How it says that something failed.
    type Failure: Respond;

    /// Returns the operations at a path, given by its decoded segments; none where there is no such path.
    fn operations_at(path: &[&str]) -> &'static [Self::OperationId];

    /// Authenticates, parses, validates and handles.
    fn answer(
        &self,
        call: &Call,
        id: Self::OperationId,
        incoming: Incoming<'_>,
    ) -> impl Future<Output = Response> + Send;

    /// Turns away a request that has no operation, or that is not let in.
    fn refuse(&self, call: &Call, rejection: &Rejection) -> Self::Failure;
}

/// A raw request. Dropshot wants to know that a mounted path has one variable, which holds the rest of the path.
#[derive(Debug)]
pub struct Received<const MOUNTED: bool>(http::Request<Body>);

/// The variable of a mounted path. It is declared and never read: the generated layer splits the raw path itself.
#[derive(Deserialize, JsonSchema)]
struct Rest {
    #[expect(dead_code, reason = "only its schema is used")]
    path: Vec<String>,
}

#[async_trait]
impl ExclusiveExtractor for Received<true> {
    async fn from_request<C: ServerContext>(
        _: &RequestContext<C>,
        request: http::Request<Body>,
    ) -> Result<Self, HttpError> {
        Ok(Self(request))
    }

    fn metadata(body: ApiEndpointBodyContentType) -> ExtractorMetadata {
        <Path<Rest> as SharedExtractor>::metadata(body)
    }
}

#[async_trait]
impl ExclusiveExtractor for Received<false> {
    async fn from_request<C: ServerContext>(
        _: &RequestContext<C>,
        request: http::Request<Body>,
    ) -> Result<Self, HttpError> {
        Ok(Self(request))
    }

    fn metadata(_: ApiEndpointBodyContentType) -> ExtractorMetadata {
        ExtractorMetadata { extension_mode: dropshot::ExtensionMode::None, parameters: Vec::new() }
    }
}

/// Serves one request that Dropshot received with a module.
///
/// # Errors
/// None: every failure is an answer of the module. Dropshot wants the type.
pub async fn serve<H: Host, M: Module, const MOUNTED: bool>(
    context: &RequestContext<H>,
    received: Received<MOUNTED>,
    module: M,
) -> Answered {
    let (head, body) = received.0.into_parts();
    let call = Call::new(context.request_id.clone(), head, context.request.remote_addr(), context.log.clone());
    Ok(handle(context.context(), &module, call, body).await)
}

/// Answers one request with a module, wherever it came from, and tells the host.
pub async fn handle<H: Host, M: Module>(host: &H, module: &M, mut call: Call, body: Body) -> Response {
    let started = Instant::now();
    call.set_client_address(host.client_address(&call));
    let path = call.path().to_owned();
    let segments = segments(&path);
    let mut body = Some(body);
    let response = answer(host, module, &mut call, &segments, &mut body).await;
    if let Some(body) = body.filter(|body| !http_body::Body::is_end_stream(body)) {
        // Who has not sent it in time is not given the same time again.
        drain(body, host.settings().body_read_max.saturating_sub(started.elapsed())).await;
    }
    host.completed(&Completed { call: &call, status: response.status(), latency: started.elapsed() });
    response
}

async fn answer<H: Host, M: Module>(
    host: &H,
    module: &M,
    call: &mut Call,
    segments: &[Segment<'_>],
    body: &mut Option<Body>,
) -> Response {
    let names: Vec<_> = segments.iter().map(Segment::as_str).collect();
    let operations = M::operations_at(&names);
    let mut choice = choose::<M>(call.method(), operations);
    if let Choice::Operation(id) = choice {
        call.set_operation(id.into());
    }
    if let Err(rejection) = host.admit(call) {
        choice = Choice::Refused(rejection);
    }
    match choice {
        Choice::Operation(id) => {
            let incoming = Incoming::new(call, segments, body, host.settings());
            let answer = module.answer(call, id, incoming);
            let response = match host.answer_max() {
                None => answer.await,
                Some(longest) => match tokio::time::timeout(longest, answer).await {
                    Ok(response) => response,
                    Err(_) => out_of_time(module, call, longest),
                },
            };
            if call.method() == Method::HEAD { without_body(response) } else { response }
        }
        Choice::Refused(rejection) => module.refuse(call, &rejection).into_response(),
        Choice::NotFound => module.refuse(call, &Rejection::NotFound).into_response(),
        Choice::Options => with_allow(crate::Outgoing::new(StatusCode::NO_CONTENT).empty(), &allow::<M>(operations)),
        Choice::NotAllowed => {
            let allow = allow::<M>(operations);
            let response = module.refuse(call, &Rejection::MethodNotAllowed { allow: allow.clone() }).into_response();
            with_allow(response, &allow)
        }
    }
}

/// Gives up on an operation. What it has begun may still be done, so the answer says nothing of that.
fn out_of_time<M: Module>(module: &M, call: &Call, longest: Duration) -> Response {
    let message = format!("there was no answer after {} s", longest.as_secs());
    error!(call.log(), "request failed"; "request_id" => call.request_id(), "error" => &message);
    module.refuse(call, &Rejection::Internal { message }).into_response()
}

enum Choice<I> {
    Operation(I),
    Refused(Rejection),
    NotFound,
    NotAllowed,
    Options,
}

fn choose<M: Module>(method: &Method, operations: &'static [M::OperationId]) -> Choice<M::OperationId> {
    let method_of = |id: &M::OperationId| -> &'static str { Into::<&'static Operation>::into(*id).method };
    let find = |name: &str| operations.iter().find(|id| method_of(id) == name);
    if operations.is_empty() {
        return Choice::NotFound;
    }
    let found = find(method.as_str()).or_else(|| if *method == Method::HEAD { find("GET") } else { None });
    match found {
        Some(id) => Choice::Operation(*id),
        None if *method == Method::OPTIONS => Choice::Options,
        None => Choice::NotAllowed,
    }
}

/// Lists the methods of a path; `HEAD` comes with `GET`, `OPTIONS` with every path.
fn allow<M: Module>(operations: &'static [M::OperationId]) -> String {
    let mut methods: Vec<&str> = Vec::new();
    for id in operations {
        let operation: &'static Operation = (*id).into();
        methods.push(operation.method);
        if operation.method == "GET" {
            methods.push("HEAD");
        }
    }
    if !methods.contains(&"OPTIONS") {
        methods.push("OPTIONS");
    }
    methods.join(", ")
}

fn with_allow(mut response: Response, allow: &str) -> Response {
    let value = HeaderValue::from_str(allow).expect("methods are tokens");
    response.headers_mut().insert(header::ALLOW, value);
    response
}

/// Keeps the head as it would be for `GET`, the length included.
fn without_body(response: Response) -> Response {
    let length = http_body::Body::size_hint(response.body()).exact();
    let mut response = response.map(|_| Body::empty());
    if let Some(length) = length {
        response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
    response
}
