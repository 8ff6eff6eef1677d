//! How Roster's own API says that something failed: problem details (RFC 9457). It decides nothing.

use specgen_runtime::{Call, FailureStatus, Location, Place, Rejection, Violation, Violations};

use super::super::authentication::CHALLENGE;
use super::super::fault::log_fault;
use crate::domain::{Error, InvalidReason};
use crate::generated::roster::{
    BrokenRule, BrokenRuleIn, Failure, Problem, ReadinessCheck, ServiceUnavailable, TooManyRequests, Unauthorized,
};
use crate::watch::Check;

/// Seconds after which a server that is not ready may be asked again.
const READINESS_RETRY_AFTER_S: u32 = 1;

/// A kind of problem: its status, its name for programs, its title for people.
struct Kind(u16, &'static str, &'static str);

const INVALID: Kind = Kind(400, "invalid-request", "The request is invalid");
const UNAUTHENTICATED: Kind = Kind(401, "unauthenticated", "Valid credentials are required");
const FORBIDDEN: Kind = Kind(403, "forbidden", "Not allowed");
const NOT_FOUND: Kind = Kind(404, "not-found", "Not found");
const METHOD_NOT_ALLOWED: Kind = Kind(405, "method-not-allowed", "Method not allowed");
const CONFLICT: Kind = Kind(409, "conflict", "Conflict");
const LIMIT_EXCEEDED: Kind = Kind(409, "limit-exceeded", "A limit is reached");
const PRECONDITION_FAILED: Kind = Kind(412, "precondition-failed", "The object is in another state");
const TOO_LARGE: Kind = Kind(413, "too-large", "The body is too large");
const UNSUPPORTED: Kind = Kind(415, "unsupported-media-type", "The media type is not supported");
const UNREPEATABLE: Kind = Kind(422, "idempotency-key", "The idempotency key cannot be used");
const TOO_MANY_REQUESTS: Kind = Kind(429, "too-many-requests", "Too many requests");
const INTERNAL: Kind = Kind(500, "internal", "Internal error");
const NOT_IMPLEMENTED: Kind = Kind(501, "not-implemented", "Not implemented");
const UNAVAILABLE: Kind = Kind(503, "unavailable", "Try again");

/// Renders what the directory answered instead of what was asked for.
pub(super) fn failure(call: &Call, error: Error) -> Failure {
    let problem = |kind| problem_of(call, kind, error.to_string());
    match &error {
        Error::NotFound { .. } => Failure::NotFound(problem(NOT_FOUND)),
        Error::AlreadyExists { .. } | Error::Conflict { .. } | Error::NotRemovable { .. } => {
            Failure::Conflict(problem(CONFLICT))
        }
        Error::PreconditionFailed { .. } => {
            let status = FailureStatus::of(PRECONDITION_FAILED.0);
            Failure::Other { status, body: problem(PRECONDITION_FAILED) }
        }
        Error::Unrepeatable { .. } => Failure::UnprocessableEntity(problem(UNREPEATABLE)),
        Error::Invalid { field, reason: InvalidReason::Ambiguous } => {
            let detail = format!("path {field} {}", InvalidReason::Ambiguous);
            Failure::Conflict(problem_of(call, CONFLICT, detail))
        }
        Error::Invalid { field, reason: InvalidReason::TooMany { max } } => {
            Failure::Conflict(problem_of(call, LIMIT_EXCEEDED, format!("a user can have at most {max} {field}")))
        }
        Error::Invalid { field, reason } => refused_member(call, field, reason),
        Error::Unauthenticated => unauthorized(problem(UNAUTHENTICATED)),
        Error::Forbidden { .. } => Failure::Forbidden(problem(FORBIDDEN)),
        Error::Throttled { retry_after_s } => rejected(call, &Rejection::Throttled { retry_after_s: *retry_after_s }),
        Error::LimitExceeded { retry_after_s, .. } => {
            rejected(call, &Rejection::Unavailable { retry_after_s: *retry_after_s })
        }
        Error::Internal { source } => {
            log_fault(call, source.as_ref());
            rejected(call, &Rejection::Internal { message: String::new() })
        }
    }
}

/// Renders what hinders the server from serving requests. The causes are for the log only.
pub(super) fn not_ready(call: &Call, checks: Vec<Check>, shown: Vec<ReadinessCheck>) -> Failure {
    let reasons: Vec<_> = checks.iter().filter_map(|check| check.reason).collect();
    let detail = format!("the server cannot serve requests at the moment: {}", reasons.join(", "));
    for check in checks {
        if let Some(Error::Internal { source }) = check.fault {
            log_fault(call, source.as_ref());
        }
    }
    let problem = problem_of(call, UNAVAILABLE, detail);
    unavailable(READINESS_RETRY_AFTER_S, Problem { checks: Some(shown), ..problem })
}

/// Renders why a request did not reach its operation.
pub(super) fn rejected(call: &Call, rejection: &Rejection) -> Failure {
    let problem = |kind| problem_of(call, kind, rejection.to_string());
    let other = |kind: Kind| Failure::Other { status: FailureStatus::of(kind.0), body: problem(kind) };
    match rejection {
        Rejection::NotFound => Failure::NotFound(problem(NOT_FOUND)),
        Rejection::Invalid(violations) => invalid(call, violations),
        Rejection::BodyUnreadable => Failure::BadRequest(problem(INVALID)),
        Rejection::Unauthenticated { .. } => unauthorized(problem(UNAUTHENTICATED)),
        Rejection::Forbidden { .. } => Failure::Forbidden(problem(FORBIDDEN)),
        Rejection::BodyTooLarge { .. } => Failure::PayloadTooLarge(problem(TOO_LARGE)),
        Rejection::UnsupportedMediaType { .. } => Failure::UnsupportedMediaType(problem(UNSUPPORTED)),
        Rejection::Throttled { retry_after_s } => too_many_requests(*retry_after_s, problem(TOO_MANY_REQUESTS)),
        Rejection::Unavailable { retry_after_s } => unavailable(*retry_after_s, problem(UNAVAILABLE)),
        Rejection::Internal { .. } => Failure::InternalServerError(problem(INTERNAL)),
        Rejection::MethodNotAllowed { .. } => other(METHOD_NOT_ALLOWED),
        Rejection::NotImplemented => other(NOT_IMPLEMENTED),
    }
}

/// Renders everything that is wrong with a request, each place by itself.
pub(super) fn invalid(call: &Call, violations: &Violations) -> Failure {
    let broken = violations.iter().map(broken_rule).collect();
    let problem = problem_of(call, INVALID, violations.to_string());
    Failure::BadRequest(Problem { violations: Some(broken), ..problem })
}

/// Renders a member that the model refuses, as if the contract had said so.
fn refused_member(call: &Call, field: &str, reason: &InvalidReason) -> Failure {
    let location = match field {
        "marker" => Location::Parameter { place: Place::Query, name: "cursor" },
        "action" => Location::Parameter { place: Place::Query, name: "action" },
        "target_id" => Location::Parameter { place: Place::Query, name: "targetId" },
        "expires_at" => Location::Body.member("expiresAt"),
        other => Location::Body.member(other),
    };
    let mut violations = Violations::new();
    violations.report(&location, "format", reason.to_string());
    invalid(call, &violations)
}

fn broken_rule(violation: &Violation) -> BrokenRule {
    let is_body = violation.place == Place::Body;
    BrokenRule {
        r#in: match violation.place {
            Place::Path => BrokenRuleIn::Path,
            Place::Query => BrokenRuleIn::Query,
            Place::Header => BrokenRuleIn::Header,
            Place::Body => BrokenRuleIn::Body,
        },
        pointer: is_body.then(|| violation.pointer.clone()),
        name: (!is_body).then(|| violation.parameter.clone()),
        rule: violation.rule.to_owned(),
        message: violation.message.clone(),
    }
}

fn problem_of(call: &Call, Kind(status, name, title): Kind, detail: String) -> Problem {
    Problem {
        r#type: format!("urn:roster:problem:{name}"),
        title: title.to_owned(),
        status: i32::from(status),
        detail,
        instance: Some(format!("urn:roster:request:{}", call.request_id())),
        violations: None,
        checks: None,
    }
}

fn unauthorized(body: Problem) -> Failure {
    Failure::Unauthorized(Unauthorized { www_authenticate: CHALLENGE.to_owned(), body })
}

fn too_many_requests(retry_after_s: u32, body: Problem) -> Failure {
    let retry_after = i32::try_from(retry_after_s).unwrap_or(i32::MAX);
    Failure::TooManyRequests(TooManyRequests { retry_after, body })
}

fn unavailable(retry_after_s: u32, body: Problem) -> Failure {
    let retry_after = i32::try_from(retry_after_s).unwrap_or(i32::MAX);
    Failure::ServiceUnavailable(ServiceUnavailable { retry_after, body })
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use slog::{Discard, Logger, o};
    use specgen_runtime::Respond;

    use super::*;
    use crate::domain::{Kind as Noun, UnrepeatableReason};
    use crate::watch::CheckName;

    fn call() -> Call {
        let (head, ()) = http::Request::new(()).into_parts();
        Call::new("the-id".to_owned(), head, SocketAddr::from(([127, 0, 0, 1], 1)), Logger::root(Discard, o!()))
    }

    #[test]
    fn what_no_transcript_can_provoke_has_its_status_too() {
        let busy = || Error::LimitExceeded { what: "the queue", retry_after_s: 3 };
        let fault = || Some(Error::internal("disk full"));
        let broken = || Check { name: CheckName::Writes, reason: Some("it is broken"), fault: fault() };
        let cases = [
            (failure(&call(), Error::invalid("keys", InvalidReason::TooMany { max: 7 })), 409),
            (failure(&call(), Error::Conflict { kind: Noun::User }), 409),
            (failure(&call(), Error::PreconditionFailed { kind: Noun::User }), 412),
            (failure(&call(), busy()), 503),
            (failure(&call(), Error::Throttled { retry_after_s: 9 }), 429),
            (failure(&call(), Error::Unrepeatable { reason: UnrepeatableReason::TooLong }), 422),
            (failure(&call(), Error::internal("disk full")), 500),
            (not_ready(&call(), vec![broken()], Vec::new()), 503),
            (rejected(&call(), &Rejection::BodyUnreadable), 400),
            (rejected(&call(), &Rejection::NotImplemented), 501),
        ];
        for (failure, status) in cases {
            let text = format!("{failure:?}");
            assert!(!text.contains("disk full"), "a fault is for the log only: {text}");
            assert!(text.contains("urn:roster:request:the-id"), "{text}");
            assert_eq!(failure.into_response().status().as_u16(), status, "{text}");
        }
    }
}
