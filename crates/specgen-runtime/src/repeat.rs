//! Requests that come again: how one is named and recognized, and how the answer to the first is kept and given again.
//! Where answers are kept, and for how long, is not known here.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use dropshot::Body;
use futures::FutureExt;
use http::{HeaderName, HeaderValue, StatusCode};
use http_body_util::BodyExt;
use sha2::{Digest, Sha256};

use crate::{Call, Respond, Response};

/// The name that a client gave to a request, and what the request was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey {
    key: String,
    request: [u8; 32],
}

impl IdempotencyKey {
    pub(crate) fn new(key: String, call: &Call, body: &[u8]) -> Self {
        let mut digest = Sha256::new();
        for part in [call.method().as_str(), call.path(), call.query()].map(str::as_bytes).into_iter().chain([body]) {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        Self { key, request: digest.finalize().into() }
    }

    /// Returns the name.
    pub fn as_str(&self) -> &str {
        &self.key
    }

    /// Returns a digest (SHA-256) of the request's method, path, query and body. It tells something of a body that is easy
    /// to guess.
    pub const fn request(&self) -> &[u8; 32] {
        &self.request
    }
}

/// The response of an operation that takes an idempotency key: its successes can be kept and given again.
pub trait Keep: Respond + Sized {
    /// The operation, which no other's answer is given for.
    const OPERATION: &'static str;

    /// Tells whether what was asked for was done.
    fn is_success(&self) -> bool;

    /// Gives a success again.
    fn again(kept: Kept<Self>) -> Self;
}

/// A success as it was given: status, headers and body.
pub struct Kept<R> {
    status: StatusCode,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Bytes,
    of: PhantomData<fn() -> R>,
}

impl<R: Keep> Kept<R> {
    /// Keeps a success.
    ///
    /// # Errors
    /// Any other response, as it is.
    pub fn of(response: R) -> Result<Self, R> {
        if !response.is_success() {
            return Err(response);
        }
        let (head, body) = response.into_response().into_parts();
        let body = body.collect().now_or_never().and_then(Result::ok);
        let headers = head.headers.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        Ok(Self {
            status: head.status,
            headers,
            body: body.expect("the generator refuses streamed successes here, and others are whole").to_bytes(),
            of: PhantomData,
        })
    }

    /// Writes it down.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.status.as_u16().to_be_bytes().to_vec();
        let headers = self.headers.iter().flat_map(|(name, value)| [name.as_str().as_bytes(), value.as_bytes()]);
        for part in [R::OPERATION.as_bytes(), &self.body].into_iter().chain(headers) {
            let length = u32::try_from(part.len()).expect("no response has gigabytes");
            bytes.extend_from_slice(&length.to_be_bytes());
            bytes.extend_from_slice(part);
        }
        bytes
    }

    /// Reads what was written down; nothing where it is not an answer of this operation.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (status, mut rest) = bytes.split_first_chunk()?;
        let mut next = || {
            let (length, parts) = rest.split_first_chunk()?;
            let (part, after) = parts.split_at_checked(u32::from_be_bytes(*length).try_into().ok()?)?;
            rest = after;
            Some(part)
        };
        let is_ours = next()? == R::OPERATION.as_bytes();
        let body = Bytes::copy_from_slice(next()?);
        let mut headers = Vec::new();
        while let Some(name) = next() {
            headers.push((HeaderName::from_bytes(name).ok()?, HeaderValue::from_bytes(next()?).ok()?));
        }
        let status = StatusCode::from_u16(u16::from_be_bytes(*status)).ok()?;
        (is_ours && rest.is_empty()).then_some(Self { status, headers, body, of: PhantomData })
    }
}

impl<R> Kept<R> {
    /// Renders it as it was.
    pub fn into_response(self) -> Response {
        let mut response = Response::new(Body::with_content(self.body));
        *response.status_mut() = self.status;
        response.headers_mut().extend(self.headers);
        response
    }
}

impl<R> Clone for Kept<R> {
    fn clone(&self) -> Self {
        let Self { status, headers, body, of } = self;
        Self { status: *status, headers: headers.clone(), body: body.clone(), of: *of }
    }
}

impl<R> PartialEq for Kept<R> {
    fn eq(&self, other: &Self) -> bool {
        (self.status, &self.headers, &self.body) == (other.status, &other.headers, &other.body)
    }
}

impl<R> fmt::Debug for Kept<R> {
    /// Shows the status only: the body may hold a secret that no type hides any more.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Kept({})", self.status)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outgoing;

    #[derive(Clone, Debug, PartialEq)]
    enum Made<const OTHER: bool> {
        Created(&'static str),
        Empty,
        Failed,
        Kept(Kept<Self>),
    }

    impl<const OTHER: bool> Respond for Made<OTHER> {
        fn into_response(self) -> Response {
            match self {
                Self::Created(text) => Outgoing::status(201).header("etag", "\"1\"").json("application/json", &text),
                Self::Empty => Outgoing::status(204).empty(),
                Self::Failed => Outgoing::status(409).empty(),
                Self::Kept(kept) => kept.into_response(),
            }
        }
    }

    impl<const OTHER: bool> Keep for Made<OTHER> {
        const OPERATION: &'static str = if OTHER { "other" } else { "make" };

        fn is_success(&self) -> bool {
            !matches!(self, Self::Failed)
        }

        fn again(kept: Kept<Self>) -> Self {
            Self::Kept(kept)
        }
    }

    fn rendered(response: Made<false>) -> (StatusCode, String, Bytes) {
        let (head, body) = response.into_response().into_parts();
        let body = body.collect().now_or_never().and_then(Result::ok).expect("a whole body");
        (head.status, format!("{:?}", head.headers), body.to_bytes())
    }

    #[test]
    fn a_success_is_given_again_as_it_was() {
        for made in [Made::Created("a toy"), Made::Empty] {
            let kept = Kept::of(made.clone()).expect("a success").to_bytes();
            let again = Kept::from_bytes(&kept).map(Made::again).expect("what was written is read");
            assert_eq!(rendered(again.clone()), rendered(made));
            assert_eq!(Kept::of(again).expect("a success still").to_bytes(), kept);
        }
        assert_eq!(Kept::of(Made::<false>::Failed), Err(Made::Failed));
    }

    #[test]
    fn what_is_not_an_answer_of_the_operation_is_nothing() {
        let bytes = Kept::of(Made::<false>::Created("a toy")).expect("a success").to_bytes();
        assert!(Kept::<Made<true>>::from_bytes(&bytes).is_none());
        for length in 0..bytes.len() {
            // An answer that ends behind its body is one without headers.
            let part = Kept::<Made<false>>::from_bytes(&bytes[..length]);
            assert!(part.is_none_or(|part| part.headers.len() < 2), "{length}");
        }
    }

    #[test]
    fn debug_shows_no_body() {
        let kept = Kept::of(Made::<false>::Created("a secret")).expect("a success");
        assert_eq!(format!("{kept:?}"), "Kept(201 Created)");
    }

    #[test]
    fn requests_are_told_apart_by_all_that_they_ask() {
        let key = |method: &str, target: &str, body: &[u8]| {
            let (head, ()) = http::Request::builder().method(method).uri(target).body(()).expect("one").into_parts();
            let log = slog::Logger::root(slog::Discard, slog::o!());
            let call = Call::new("r".to_owned(), head, ([127, 0, 0, 1], 80).into(), log);
            *IdempotencyKey::new("k".to_owned(), &call, body).request()
        };
        let asked = [
            key("POST", "/a", b"{}"),
            key("PUT", "/a", b"{}"),
            key("POST", "/ab", b"{}"),
            key("POST", "/a?b", b"{}"),
            key("POST", "/a", b"{ }"),
            key("POST", "/a", b""),
        ];
        for (index, one) in asked.iter().enumerate() {
            assert!(!asked[index + 1..].contains(one), "{index}");
        }
        assert_eq!(asked[0], key("POST", "/a", b"{}"));
    }
}
