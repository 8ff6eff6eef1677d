//! How LakeSail says that something failed: a status and one message. It decides nothing.

use specgen_runtime::{Call, FailureStatus, Rejection, Violations};

use super::super::authentication::CHALLENGE;
use super::super::fault::log_fault;
use crate::domain::{Error, Kind};
use crate::generated::lakesail::{self as wire, Failure, ServiceUnavailable, TooManyRequests, Unauthorized};

/// Renders what the directory answered instead of what was asked for.
pub(super) fn failure(call: &Call, error: Error) -> Failure {
    let message = says(error.to_string());
    match error {
        Error::NotFound { .. } => Failure::NotFound(message),
        // The vendor declares no status of its own for a collision.
        Error::AlreadyExists { field } => Failure::Conflict(says(format!("the {field} is already taken"))),
        Error::Conflict { .. } | Error::NotRemovable { .. } => Failure::Conflict(message),
        Error::PreconditionFailed { .. } => Failure::PreconditionFailed(message),
        Error::Unrepeatable { .. } => Failure::UnprocessableEntity(message),
        Error::Invalid { field, reason } => Failure::BadRequest(says(format!("{} {reason}", place(&field)))),
        Error::Unauthenticated => unauthenticated(message),
        Error::Forbidden { .. } => Failure::Forbidden(message),
        Error::Throttled { retry_after_s } => too_many_requests(retry_after_s, message),
        Error::LimitExceeded { retry_after_s, .. } => rejected(call, &Rejection::Unavailable { retry_after_s }),
        Error::Internal { source } => {
            log_fault(call, source.as_ref());
            rejected(call, &Rejection::Internal { message: String::new() })
        }
    }
}

/// Renders the same where the request is about a service account, which the model calls a user.
pub(super) fn account_failure(call: &Call, error: Error) -> Failure {
    match error {
        Error::NotFound { kind: Kind::User } => {
            Failure::NotFound(says("the service account does not exist".to_owned()))
        }
        Error::Conflict { kind: Kind::User } => {
            Failure::Conflict(says("the service account was changed at the same time".to_owned()))
        }
        Error::PreconditionFailed { kind: Kind::User } => Failure::PreconditionFailed(says(
            "the service account is not in the state that the request asks for".to_owned(),
        )),
        other => failure(call, other),
    }
}

/// Renders why a request did not reach its operation.
pub(super) fn rejected(call: &Call, rejection: &Rejection) -> Failure {
    let message = says(rejection.to_string());
    match rejection {
        Rejection::NotFound => Failure::NotFound(message),
        Rejection::Invalid(violations) => invalid(violations),
        Rejection::BodyUnreadable => Failure::BadRequest(message),
        Rejection::Unauthenticated { .. } => unauthenticated(message),
        Rejection::Forbidden { .. } => Failure::Forbidden(message),
        Rejection::BodyTooLarge { .. } => Failure::PayloadTooLarge(message),
        Rejection::UnsupportedMediaType { .. } => Failure::UnsupportedMediaType(message),
        Rejection::Throttled { retry_after_s } => too_many_requests(*retry_after_s, message),
        Rejection::Unavailable { retry_after_s } => unavailable(*retry_after_s, message),
        Rejection::Internal { .. } => {
            Failure::InternalServerError(says(format!("{rejection} (request {})", call.request_id())))
        }
        Rejection::MethodNotAllowed { .. } => Failure::Other { status: FailureStatus::of(405), body: message },
        Rejection::NotImplemented => Failure::Other { status: FailureStatus::of(501), body: message },
    }
}

/// Renders everything that is wrong with a request, in one message.
pub(super) fn invalid(violations: &Violations) -> Failure {
    Failure::BadRequest(says(violations.to_string()))
}

fn says(message: String) -> wire::Error {
    wire::Error { message }
}

fn unauthenticated(body: wire::Error) -> Failure {
    Failure::Unauthorized(Unauthorized { www_authenticate: CHALLENGE.to_owned(), body })
}

fn too_many_requests(retry_after_s: u32, body: wire::Error) -> Failure {
    let retry_after = i32::try_from(retry_after_s).unwrap_or(i32::MAX);
    Failure::TooManyRequests(TooManyRequests { retry_after, body })
}

fn unavailable(retry_after_s: u32, body: wire::Error) -> Failure {
    let retry_after = i32::try_from(retry_after_s).unwrap_or(i32::MAX);
    Failure::ServiceUnavailable(ServiceUnavailable { retry_after, body })
}

/// Names a field of the model as the request does, and where it stands there.
fn place(field: &str) -> String {
    let member = match field {
        "marker" => return "query marker".to_owned(),
        // Not a member: it is about what there is already.
        "keys" => return "the list of keys".to_owned(),
        "first_name" => "firstName",
        "last_name" => "lastName",
        "display_name" => "displayName",
        "current_password" => "currentPassword",
        "expires_at" => "expiresAt",
        "password" => "newPassword",
        other => other,
    };
    format!("body /{member}")
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use slog::{Discard, Logger, o};
    use specgen_runtime::Respond;

    use super::*;
    use crate::domain::{InvalidReason, UnrepeatableReason};

    #[test]
    fn what_no_transcript_can_provoke_has_its_status_and_message_too() {
        let (head, ()) = http::Request::new(()).into_parts();
        let peer = SocketAddr::from(([127, 0, 0, 1], 1));
        let call = Call::new("the-id".to_owned(), head, peer, Logger::root(Discard, o!()));
        let busy = Error::LimitExceeded { what: "the queue", retry_after_s: 3 };
        let cases = [
            (failure(&call, Error::Conflict { kind: Kind::User }), 409, "the user was changed at the same time"),
            (
                account_failure(&call, Error::PreconditionFailed { kind: Kind::User }),
                412,
                "the service account is not in the state that the request asks for",
            ),
            (failure(&call, Error::invalid("last_name", InvalidReason::Missing)), 400, "body /lastName is required"),
            (failure(&call, busy), 503, "the server is busy"),
            (failure(&call, Error::Throttled { retry_after_s: 9 }), 429, "try again in 9 seconds"),
            (failure(&call, Error::Unrepeatable { reason: UnrepeatableReason::TooLong }), 422, "too long to be kept"),
            (failure(&call, Error::internal("disk full")), 500, "(request the-id)"),
            (rejected(&call, &Rejection::BodyUnreadable), 400, "the body did not arrive in full"),
            (rejected(&call, &Rejection::NotImplemented), 501, "this operation is not implemented"),
        ];
        for (failure, status, message) in cases {
            let text = format!("{failure:?}");
            assert!(text.contains(message) && !text.contains("disk full"), "{text}");
            assert_eq!(failure.into_response().status().as_u16(), status, "{text}");
        }
    }
}
