//! One request on its way: what authentication, handlers and the request log may know about it, but not its body.

use std::net::{IpAddr, SocketAddr};
use std::sync::OnceLock;

use http::request;
use http::{HeaderMap, Method};
use slog::Logger;

/// An operation of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Operation {
    /// Its `operationId`.
    pub id: &'static str,
    /// The module, `elastic`.
    pub module: &'static str,
    /// The method, `PATCH`.
    pub method: &'static str,
    /// The path template, `/api/v2/user/{id}`.
    pub path: &'static str,
    /// Its `x-action`: the action that a caller must be allowed.
    pub action: Option<&'static str>,
    /// Whether it needs credentials.
    pub secured: bool,
    /// Whether it may be served from its example.
    pub stub: bool,
}

/// A request without its body.
#[derive(Debug)]
pub struct Call {
    request_id: String,
    head: request::Parts,
    remote_address: SocketAddr,
    client_address: IpAddr,
    log: Logger,
    operation: Option<&'static Operation>,
    principal: OnceLock<String>,
}

impl Call {
    /// Describes a request that has arrived.
    pub const fn new(request_id: String, head: request::Parts, remote_address: SocketAddr, log: Logger) -> Self {
        let client_address = remote_address.ip();
        Self { request_id, head, remote_address, client_address, log, operation: None, principal: OnceLock::new() }
    }

    pub(crate) fn set_client_address(&mut self, address: IpAddr) {
        self.client_address = address;
    }

    pub(crate) fn set_operation(&mut self, operation: &'static Operation) {
        self.operation = Some(operation);
    }

    /// Notes who is asking, for the request log; the first note stays.
    pub fn note_principal(&self, principal: &impl ToString) {
        self.principal.get_or_init(|| principal.to_string());
    }

    /// Returns the request's id, which the answer carries in `x-request-id`.
    pub fn request_id(&self) -> &str {
        &self.request_id
    }

    /// Returns the method.
    pub const fn method(&self) -> &Method {
        &self.head.method
    }

    /// Returns the path as sent, without the query.
    pub fn path(&self) -> &str {
        self.head.uri.path()
    }

    /// Returns the query as sent; empty where there is none.
    pub fn query(&self) -> &str {
        self.head.uri.query().unwrap_or_default()
    }

    /// Returns the headers.
    pub const fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// Returns the peer's address.
    pub const fn remote_address(&self) -> SocketAddr {
        self.remote_address
    }

    /// Returns the address of whom the request is from, as the host knows it: the peer's, or what a proxy says of it.
    pub const fn client_address(&self) -> IpAddr {
        self.client_address
    }

    /// Returns the logger of this request.
    pub const fn log(&self) -> &Logger {
        &self.log
    }

    /// Returns the operation; `None` where the path or method is unknown.
    pub const fn operation(&self) -> Option<&'static Operation> {
        self.operation
    }

    /// Returns who is asking, once that is known.
    pub fn principal(&self) -> Option<&str> {
        self.principal.get().map(String::as_str)
    }
}
