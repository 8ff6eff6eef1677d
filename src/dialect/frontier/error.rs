//! How Frontier says that something failed: a gRPC code, a message, and no details. Clients match some of the messages,
//! so those that Frontier has are its own to the letter; the others are Roster's.
//! It must not know where a rule is checked.

use specgen_runtime::{Call, FailureStatus, Rejection, Violation};

use super::super::fault::log_fault;
use crate::domain::{Error, InvalidReason};
use crate::generated::frontier::{Failure, ServiceUnavailable, Status, TooManyRequests, Unauthorized};

/// The pattern of a user's `name` as Frontier's message quotes it.
const USER_NAME_PATTERN: &str = "^([a-zA-Z][a-zA-Z0-9-_]{3,64})?$";
/// The pattern of the `name` of a group or metaschema as Frontier's message quotes it.
const NAME_PATTERN: &str = "^[A-Za-z0-9-_]+$";
/// The pattern of `avatar` as Frontier's message quotes it.
const AVATAR_PATTERN: &str = "^data:image/(png|jpg|jpeg|gif);base64,([a-zA-Z0-9+/]+={0,2})+$";

/// What Frontier says of a body that it cannot use.
const BAD_BODY: &str = "invalid syntax in body";

/// The codes of gRPC that are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Code {
    InvalidArgument = 3,
    NotFound = 5,
    AlreadyExists = 6,
    PermissionDenied = 7,
    ResourceExhausted = 8,
    FailedPrecondition = 9,
    Aborted = 10,
    Unimplemented = 12,
    Internal = 13,
    Unavailable = 14,
    Unauthenticated = 16,
}

/// Renders why the directory did not do what was asked, and logs what is our own fault.
pub(super) fn failure(call: &Call, error: Error) -> Failure {
    match error {
        Error::NotFound { kind } => not_found(&format!("{kind} doesn't exist")),
        // Wire quirk (frontier): the message does not say what exists already.
        Error::AlreadyExists { .. } => Failure::Conflict(status(Code::AlreadyExists, "already exist")),
        Error::Invalid { field, reason } => bad_request(&refused_value(call, &field, &reason)),
        Error::Conflict { .. } => Failure::Conflict(status(Code::Aborted, &error.to_string())),
        Error::NotRemovable { .. } => Failure::Conflict(status(Code::FailedPrecondition, &error.to_string())),
        Error::PreconditionFailed { .. } => {
            Failure::PreconditionFailed(status(Code::FailedPrecondition, &error.to_string()))
        }
        Error::Unrepeatable { .. } => Failure::UnprocessableEntity(status(Code::InvalidArgument, &error.to_string())),
        Error::Unauthenticated => unauthenticated(),
        Error::Forbidden { .. } => forbidden(),
        Error::Throttled { retry_after_s } => too_many_requests(retry_after_s, &error.to_string()),
        Error::LimitExceeded { retry_after_s, .. } => unavailable(retry_after_s),
        Error::Internal { source } => {
            log_fault(call, source.as_ref());
            internal(call)
        }
    }
}

/// Renders why a request did not come as far as its operation.
pub(super) fn rejected(call: &Call, rejection: &Rejection) -> Failure {
    match rejection {
        Rejection::NotFound => not_found("Not Found"),
        // Wire quirk (frontier): 501 for a path without this method; read in its gateway's source, v0.90.0.
        Rejection::MethodNotAllowed { .. } => other(501, Code::Unimplemented, "Method Not Allowed"),
        Rejection::Unauthenticated { .. } => unauthenticated(),
        Rejection::Forbidden { .. } => forbidden(),
        Rejection::Invalid(violations) => {
            let messages: Vec<String> = violations.iter().map(|violation| violated(call, violation)).collect();
            bad_request(&messages.join("; "))
        }
        Rejection::UnsupportedMediaType { .. } => other(415, Code::InvalidArgument, &rejection.to_string()),
        Rejection::BodyTooLarge { limit_bytes } => {
            let message = format!("the body is larger than {limit_bytes} bytes");
            Failure::PayloadTooLarge(status(Code::ResourceExhausted, &message))
        }
        Rejection::BodyUnreadable => bad_request(&rejection.to_string()),
        Rejection::Throttled { retry_after_s } => too_many_requests(*retry_after_s, &rejection.to_string()),
        Rejection::Unavailable { retry_after_s } => unavailable(*retry_after_s),
        Rejection::NotImplemented => other(501, Code::Unimplemented, &rejection.to_string()),
        Rejection::Internal { .. } => internal(call),
    }
}

/// Says which rule of the contract is broken.
fn violated(call: &Call, violation: &Violation) -> String {
    match (violation.subject().as_str(), violation.rule) {
        // Wire quirk (frontier): one operation has a text of its own for a missing body; read in its source, v0.90.0.
        ("body", "required") if operation(call) == "CreateUser" => {
            "invalid CreateUserRequest.Body: value is required".to_owned()
        }
        ("body", "required") => BAD_BODY.to_owned(),
        ("query page_size", "minimum") => refused_query(call, "PageSize"),
        ("query page_num", "minimum") => refused_query(call, "PageNum"),
        ("body /name", "required" | "null" | "minLength" | "pattern" | "maxLength") => {
            let pattern = if body_type(call) == "User" { USER_NAME_PATTERN } else { NAME_PATTERN };
            refused_member(call, &format!("Name: value does not match regex pattern \"{pattern}\""))
        }
        ("body /schema", "required" | "null" | "minLength") => {
            refused_member(call, "Schema: value length must be at least 2 runes")
        }
        ("body /email", "required" | "null" | "minLength") => refused_email(call, "is required"),
        ("body /email", "pattern") => refused_email(call, "is not an e-mail address"),
        ("body /email", "maxLength") => refused_email(call, &violation.message),
        ("body /avatar", "pattern") => {
            refused_member(call, &format!("Avatar: value does not match regex pattern \"{AVATAR_PATTERN}\""))
        }
        ("body /avatar", "maxLength") => refused_member(call, "Avatar: value length must be at most 250000 runes"),
        _ => violation.to_string(),
    }
}

/// Says which value the directory refuses.
fn refused_value(call: &Call, field: &str, reason: &InvalidReason) -> String {
    match (field, reason) {
        ("email", InvalidReason::Restricted) => "user email can't be updated".to_owned(),
        ("username", InvalidReason::Restricted) => "user name can't be updated".to_owned(),
        ("identity", _) => BAD_BODY.to_owned(),
        ("metadata", InvalidReason::Metaschema) => format!("{BAD_BODY} : metadata schema validation failed"),
        ("schema", reason) => format!("{BAD_BODY} : schema {reason}"),
        ("email", reason) => refused_email(call, &reason.to_string()),
        ("username", reason) => format!("body /name {reason}"),
        ("display_name", reason) => format!("body /title {reason}"),
        // These are of several members, or of none.
        ("conditions" | "values" | "text" | "sort", reason) => format!("the search {reason}"),
        ("metaschemas", reason) => format!("the organization {reason}"),
        (field, reason) => format!("body /{field} {reason}"),
    }
}

fn refused_query(call: &Call, parameter: &str) -> String {
    format!("invalid {}Request.{parameter}: value must be greater than or equal to 1", operation(call))
}

fn refused_email(call: &Call, reason: &str) -> String {
    refused_member(call, &format!("Email: value must be a valid email address | caused by: {reason}"))
}

fn refused_member(call: &Call, reason: &str) -> String {
    let operation = operation(call);
    let outer = format!("invalid {operation}Request.Body: embedded message failed validation");
    format!("{outer} | caused by: invalid {}RequestBody.{reason}", body_type(call))
}

/// The operation's name within its gRPC service.
fn operation(call: &Call) -> &'static str {
    let id = call.operation().map_or("", |operation| operation.id);
    id.split_once('_').map_or(id, |(_, name)| name)
}

/// What the operation's body describes, as its type is called.
fn body_type(call: &Call) -> &'static str {
    match operation(call) {
        "CreateGroup" | "UpdateGroup" => "Group",
        "CreateMetaSchema" | "UpdateMetaSchema" => "MetaSchema",
        _ => "User",
    }
}

fn bad_request(message: &str) -> Failure {
    Failure::BadRequest(status(Code::InvalidArgument, message))
}

fn not_found(message: &str) -> Failure {
    Failure::NotFound(status(Code::NotFound, message))
}

fn forbidden() -> Failure {
    Failure::Forbidden(status(Code::PermissionDenied, "not authorized"))
}

fn unauthenticated() -> Failure {
    let body = status(Code::Unauthenticated, "not authenticated");
    // Wire quirk (frontier): the header holds the message, which is no challenge; read in its source, v0.90.0.
    Failure::Unauthorized(Unauthorized { www_authenticate: body.message.clone(), body })
}

fn too_many_requests(retry_after_s: u32, message: &str) -> Failure {
    let retry_after = i32::try_from(retry_after_s).unwrap_or(i32::MAX);
    Failure::TooManyRequests(TooManyRequests { retry_after, body: status(Code::ResourceExhausted, message) })
}

fn unavailable(retry_after_s: u32) -> Failure {
    let retry_after = i32::try_from(retry_after_s).unwrap_or(i32::MAX);
    Failure::ServiceUnavailable(ServiceUnavailable {
        retry_after,
        body: status(Code::Unavailable, "the server is busy, try again"),
    })
}

fn internal(call: &Call) -> Failure {
    let message = format!("internal server error (request {})", call.request_id());
    Failure::InternalServerError(status(Code::Internal, &message))
}

fn other(http_status: u16, code: Code, message: &str) -> Failure {
    Failure::Other { status: FailureStatus::of(http_status), body: status(code, message) }
}

fn status(code: Code, message: &str) -> Status {
    Status { code: code as i32, message: message.to_owned(), details: Vec::new() }
}

#[cfg(test)]
mod tests {
    use specgen_runtime::Violations;

    use super::*;
    use crate::domain::Kind;

    fn call() -> Call {
        let (head, ()) = http::Request::new(()).into_parts();
        let log = slog::Logger::root(slog::Discard, slog::o!());
        Call::new("r1".into(), head, std::net::SocketAddr::from(([127, 0, 0, 1], 1)), log)
    }

    #[test]
    fn failures_that_no_transcript_can_cause_have_their_codes() {
        let busy = || {
            Failure::ServiceUnavailable(ServiceUnavailable {
                retry_after: 3,
                body: status(Code::Unavailable, "the server is busy, try again"),
            })
        };
        let fault = || Failure::InternalServerError(status(Code::Internal, "internal server error (request r1)"));
        let moved = "the user was changed at the same time";
        let errors = [
            (Error::Conflict { kind: Kind::User }, Failure::Conflict(status(Code::Aborted, moved))),
            (Error::LimitExceeded { what: "writes", retry_after_s: 3 }, busy()),
            (Error::internal("the disk is full"), fault()),
            (Error::not_found(Kind::Group), Failure::NotFound(status(Code::NotFound, "group doesn't exist"))),
        ];
        for (error, expected) in errors {
            assert_eq!(failure(&call(), error), expected);
        }
        let not_served = "this operation is not implemented";
        let rejections = [
            (Rejection::Unavailable { retry_after_s: 3 }, busy()),
            (Rejection::Internal { message: "a panic".into() }, fault()),
            (Rejection::NotImplemented, other(501, Code::Unimplemented, not_served)),
            (Rejection::BodyUnreadable, bad_request("the body did not arrive in full")),
            (Rejection::Invalid(Violations::new()), bad_request("")),
        ];
        for (rejection, expected) in rejections {
            assert_eq!(rejected(&call(), &rejection), expected);
        }
    }
}
