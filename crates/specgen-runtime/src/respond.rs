//! From a typed response to bytes: a status, declared headers, and a body of the declared media type.

use std::panic::AssertUnwindSafe;

use bytes::Bytes;
use dropshot::Body;
use futures::FutureExt;
use futures::future::BoxFuture;
use http::{HeaderName, HeaderValue, StatusCode, header};
use serde::Serialize;
use serde_json::Value;
use slog::error;

use crate::stream::log_fault;
use crate::{Call, Location, Read, Rejection, Rendered, Streamed, Violations};

/// What goes out.
pub type Response = http::Response<Body>;

/// The typed response of one operation, or a module's failure.
pub trait Respond {
    /// Renders it.
    fn into_response(self) -> Response;
}

/// A response being put together.
#[derive(Debug)]
pub struct Outgoing(Response);

impl Outgoing {
    /// Starts with a status and no body.
    pub fn new(status: impl Into<StatusCode>) -> Self {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = status.into();
        Self(response)
    }

    /// Starts with a status of the contract.
    pub fn status(status: u16) -> Self {
        Self::new(StatusCode::from_u16(status).expect("the contract's statuses are between 100 and 599"))
    }

    /// Adds a header that must be sent.
    pub fn header(mut self, name: &'static str, value: impl HeaderText) -> Self {
        self.0.headers_mut().append(HeaderName::from_static(name), value_of(&value.header_text()));
        self
    }

    /// Adds a header, if there is a value.
    pub fn optional_header(self, name: &'static str, value: Option<impl HeaderText>) -> Self {
        match value {
            Some(value) => self.header(name, value),
            None => self,
        }
    }

    /// Ends without a body.
    pub fn empty(self) -> Response {
        self.0
    }

    /// Ends with a JSON body.
    pub fn json(self, media_type: &'static str, body: &impl Serialize) -> Response {
        let bytes =
            serde_json::to_vec(body).expect("a model has no map with keys that are not strings, and no failing member");
        self.content(media_type, bytes)
    }

    /// Ends with a JSON body that was rendered before.
    pub fn rendered<T>(self, media_type: &'static str, body: Rendered<T>) -> Response {
        self.content(media_type, body.into_text())
    }

    /// Ends with a body that is made while it is sent.
    pub fn stream(mut self, media_type: &'static str, body: impl Into<Streamed>) -> Response {
        self.0.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        *self.0.body_mut() = body.into().into_body();
        self.0
    }

    /// Ends with a body that is text or bytes already.
    pub fn content(mut self, media_type: &'static str, body: impl Into<Bytes>) -> Response {
        self.0.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        *self.0.body_mut() = Body::with_content(body);
        self.0
    }
}

/// A value that can be sent in a header.
pub trait HeaderText {
    /// Returns its text.
    fn header_text(&self) -> String;
}

impl<T: ToString + ?Sized> HeaderText for T {
    fn header_text(&self) -> String {
        self.to_string()
    }
}

/// Makes a header's value; control characters, which could end the header, become spaces.
fn value_of(text: &str) -> HeaderValue {
    if let Ok(value) = HeaderValue::from_str(text) {
        return value;
    }
    let text: String = text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
    HeaderValue::from_bytes(text.as_bytes()).expect("UTF-8 without control characters is a header's value")
}

/// Reads an example of the contract, which the generator has checked.
///
/// # Panics
/// Where the example does not conform, which the generator refuses.
pub fn example<R: Read>(reader: &R, json: &str) -> R::Output {
    let value: Value = serde_json::from_str(json).expect("the generator rendered this example");
    let mut found = Violations::new();
    let read = reader.read(value, &Location::Body, &mut found);
    read.unwrap_or_else(|_| panic!("the generator checked this example: {found}"))
}

/// What becomes of one operation. In a box: the future of an operation may be large, and what waits for it is moved several
/// times and the same for all operations.
pub type Outcome<'a> = BoxFuture<'a, Result<Response, Rejection>>;

/// Waits for an operation's outcome; a rejection, or a panic of the handler, becomes what `reject` makes of it.
pub async fn settle(call: &Call, outcome: Outcome<'_>, reject: impl FnOnce(&Rejection) -> Response + Send) -> Response {
    let outcome = AssertUnwindSafe(outcome).catch_unwind().await.unwrap_or_else(|panic| {
        let message = panic.downcast_ref::<&str>().map(|message| (*message).to_owned());
        let message = message.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
        Err(Rejection::Internal { message: format!("the handler panicked: {message}") })
    });
    match outcome {
        Ok(response) => log_fault(response, call),
        Err(rejection) => {
            if let Rejection::Internal { message } = &rejection {
                error!(call.log(), "request failed"; "request_id" => call.request_id(), "error" => message);
            }
            reject(&rejection)
        }
    }
}
