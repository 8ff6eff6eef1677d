//! Bodies: received up to a limit and in time, checked for their media type, and only then read.

use std::time::Duration;

use bytes::Bytes;
use dropshot::Body;
use http::{HeaderMap, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use crate::segment::Segment;
use crate::{Call, Parts, Rejection, Request};

/// How much of a body that nobody reads is received and thrown away.
const DRAINED_BYTES_MAX: usize = 8 << 20;

/// What holds for every body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The longest body, where the operation does not say otherwise.
    pub body_bytes_max: usize,
    /// How long a body may take to arrive.
    pub body_read_max: Duration,
}

/// What an operation says about its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BodyRules {
    media_type: &'static str,
    any_media_type: bool,
    bytes_max: Option<usize>,
}

impl BodyRules {
    /// Takes bodies of one media type; a JSON type stands for every `+json` type too.
    pub const fn new(media_type: &'static str) -> Self {
        Self { media_type, any_media_type: false, bytes_max: None }
    }

    /// Does not look at the `Content-Type` that was sent.
    pub const fn any_media_type(mut self) -> Self {
        self.any_media_type = true;
        self
    }

    /// Has its own limit.
    pub const fn bytes_max(mut self, bytes: usize) -> Self {
        self.bytes_max = Some(bytes);
        self
    }

    /// Tells whether the `Content-Type` fits; a missing one does.
    fn accepts(&self, headers: &HeaderMap) -> bool {
        let Some(sent) = headers.get(header::CONTENT_TYPE) else { return true };
        let essence = |media_type: &str| media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let is_json = |essence: &str| essence == "application/json" || essence.ends_with("+json");
        let declared = essence(self.media_type);
        self.any_media_type
            || sent.to_str().is_ok_and(|sent| {
                let sent = essence(sent);
                sent == declared || (is_json(&sent) && is_json(&declared))
            })
    }
}

/// A request that has been routed and authenticated, with its body still to come.
#[derive(Debug)]
pub struct Incoming<'c> {
    call: &'c Call,
    segments: &'c [Segment<'c>],
    /// Taken where it is received; what is left is drained by the server.
    body: &'c mut Option<Body>,
    settings: Settings,
}

impl<'c> Incoming<'c> {
    pub(crate) const fn new(
        call: &'c Call,
        segments: &'c [Segment<'c>],
        body: &'c mut Option<Body>,
        settings: Settings,
    ) -> Self {
        Self { call, segments, body, settings }
    }

    /// Receives, parses and validates the request.
    ///
    /// # Errors
    /// A body that is too long, does not arrive or has the wrong media type; or all violations of the contract.
    pub async fn read<R: Request>(self) -> Result<R, Rejection> {
        let Self { call, segments, body, settings } = self;
        let body = match (&R::BODY, body.as_mut()) {
            (Some(rules), Some(body)) => receive(rules, call.headers(), body, settings).await?,
            _ => None,
        };
        let mut parts = Parts::new(call, segments, body);
        let request = R::extract(&mut parts);
        let violations = parts.into_violations();
        match request {
            Ok(request) if violations.is_empty() => Ok(request),
            _ => Err(Rejection::Invalid(violations)),
        }
    }
}

/// Receives a body; an empty one is none.
async fn receive(
    rules: &BodyRules,
    headers: &HeaderMap,
    body: &mut Body,
    settings: Settings,
) -> Result<Option<Bytes>, Rejection> {
    let limit_bytes = rules.bytes_max.unwrap_or(settings.body_bytes_max);
    let collected = tokio::time::timeout(settings.body_read_max, collect(body, limit_bytes)).await;
    let bytes = collected.map_err(|_| Rejection::BodyUnreadable)??;
    if bytes.is_empty() {
        return Ok(None);
    }
    if rules.accepts(headers) {
        Ok(Some(bytes))
    } else {
        Err(Rejection::UnsupportedMediaType { expected: rules.media_type })
    }
}

async fn collect(body: &mut Body, limit_bytes: usize) -> Result<Bytes, Rejection> {
    match Limited::new(body, limit_bytes).collect().await {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(Rejection::BodyTooLarge { limit_bytes }),
        Err(_) => Err(Rejection::BodyUnreadable),
    }
}

/// Receives what is left of a body and throws it away, within limits: a client that is cut off while it sends may never
/// read the answer.
pub(crate) async fn drain(mut body: Body, time_max: Duration) {
    let mut left = DRAINED_BYTES_MAX;
    let draining = async {
        while let Some(Ok(frame)) = body.frame().await {
            left = left.saturating_sub(frame.data_ref().map_or(0, Bytes::len));
            if left == 0 {
                return;
            }
        }
    };
    // Out of time is out of luck: the answer is sent in any case.
    let _ = tokio::time::timeout(time_max, draining).await;
}
