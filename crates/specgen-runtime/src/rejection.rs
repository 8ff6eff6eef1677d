//! Why a request does not reach its handler. The module that owns the path decides how that looks on the wire.

use std::fmt;

use http::StatusCode;

use crate::Violations;

/// Why a request was turned away before, or instead of, its handler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// No operation has this path.
    NotFound,
    /// The path has operations, but not for this method.
    MethodNotAllowed {
        /// The methods it has, as `Allow` lists them; the header is added to the answer in any case.
        allow: String,
    },
    /// Credentials are missing or wrong.
    Unauthenticated {
        /// For the client; says no more than it may know.
        reason: String,
    },
    /// The caller is known and may not do this.
    Forbidden {
        /// For the client.
        reason: String,
    },
    /// Parameters or body break the contract.
    Invalid(Violations),
    /// The body's media type is not the operation's.
    UnsupportedMediaType {
        /// The media type that the operation takes.
        expected: &'static str,
    },
    /// The body is over the limit.
    BodyTooLarge {
        /// The limit in bytes.
        limit_bytes: usize,
    },
    /// The body could not be received in full, or not in time.
    BodyUnreadable,
    /// More was asked for than is allowed in this time.
    Throttled {
        /// When to try again.
        retry_after_s: u32,
    },
    /// Too much to do at the moment.
    Unavailable {
        /// When to try again.
        retry_after_s: u32,
    },
    /// The contract has the operation, this server does not, and there is no example to answer from.
    NotImplemented,
    /// A fault of the server.
    Internal {
        /// For the log only.
        message: String,
    },
}

impl Rejection {
    /// Returns the status that fits by HTTP's own rules; a module may choose another.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed { .. } => StatusCode::METHOD_NOT_ALLOWED,
            Self::Unauthenticated { .. } => StatusCode::UNAUTHORIZED,
            Self::Forbidden { .. } => StatusCode::FORBIDDEN,
            Self::Invalid(_) => StatusCode::BAD_REQUEST,
            Self::UnsupportedMediaType { .. } => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::BodyTooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::BodyUnreadable => StatusCode::BAD_REQUEST,
            Self::Throttled { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable { .. } => StatusCode::SERVICE_UNAVAILABLE,
            Self::NotImplemented => StatusCode::NOT_IMPLEMENTED,
            Self::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl fmt::Display for Rejection {
    /// Writes a sentence for the client; nothing of an internal message.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("there is nothing at this path"),
            Self::MethodNotAllowed { allow } => write!(f, "this path allows only {allow}"),
            Self::Unauthenticated { reason } | Self::Forbidden { reason } => f.write_str(reason),
            Self::Invalid(violations) => violations.fmt(f),
            Self::UnsupportedMediaType { expected } => write!(f, "the body must be {expected}"),
            Self::BodyTooLarge { limit_bytes } => write!(f, "the body must have at most {limit_bytes} bytes"),
            Self::BodyUnreadable => f.write_str("the body did not arrive in full"),
            Self::Throttled { retry_after_s } => {
                write!(f, "too many requests; try again in {retry_after_s} seconds")
            }
            Self::Unavailable { retry_after_s } => {
                write!(f, "the server is busy; try again in {retry_after_s} seconds")
            }
            Self::NotImplemented => f.write_str("this operation is not implemented"),
            Self::Internal { .. } => f.write_str("the server failed to answer this request"),
        }
    }
}
