//! How Wavefront says no: the envelope of its other operations without `response`, with the status as code.
//! It must not know where a rule is checked.

use specgen_runtime::{Call, FailureStatus, Rejection};

use crate::dialect::authentication::CHALLENGE;
use crate::dialect::fault::log_fault;
use crate::directory::BatchError;
use crate::domain::{Error, InvalidReason};
use crate::generated::wavefront::{
    ErrorContainer, Failure, ResponseStatus, ResponseStatusResult, ServiceUnavailable, Unauthorized,
};

/// The user that a failure is about.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Subject<'a> {
    /// As the request names it.
    identifier: Option<&'a str>,
    /// Its place in the list that is the body, if the body is one.
    position: Option<usize>,
}

impl<'a> Subject<'a> {
    /// The only user that the request names.
    pub(super) const fn only(identifier: &'a str) -> Self {
        Self { identifier: Some(identifier), position: None }
    }

    /// "the user ada@example.org".
    fn user(&self) -> String {
        self.identifier.map_or_else(|| "the user".to_owned(), |identifier| format!("the user {identifier}"))
    }

    /// A reason, with the user's identifier before it where the request names several.
    fn blame(&self, reason: &str) -> String {
        match (self.identifier, self.position) {
            (Some(identifier), Some(_)) => format!("{identifier}: {reason}"),
            _ => reason.to_owned(),
        }
    }

    /// The place of a field of the domain, as violations of the contract name places.
    fn place(&self, field: &str) -> String {
        let item = self.position.map_or_else(String::new, |position| format!("/{position}"));
        format!("body {item}/{}", member(field))
    }
}

/// What the directory refuses about one user.
pub(super) fn failure(call: &Call, error: Error, subject: &Subject<'_>) -> Failure {
    match error {
        Error::NotFound { .. } => Failure::NotFound(container(404, format!("{} does not exist", subject.user()))),
        Error::AlreadyExists { .. } => Failure::Conflict(container(409, format!("{} exists already", subject.user()))),
        Error::Invalid { field, reason } => Failure::BadRequest(container(400, broken_rule(&field, &reason, subject))),
        Error::Conflict { .. } => {
            Failure::Conflict(container(409, format!("{} was changed at the same time", subject.user())))
        }
        Error::Unauthenticated => unauthenticated(error.to_string()),
        Error::Forbidden { reason } => Failure::Forbidden(container(403, subject.blame(&reason.to_string()))),
        Error::LimitExceeded { retry_after_s, .. } => rejected(call, &Rejection::Unavailable { retry_after_s }),
        Error::Internal { source } => {
            log_fault(call, source.as_ref());
            internal(call)
        }
    }
}

/// What the directory refuses about one of several users, or about all of them.
pub(super) fn batch_failure<I: ToString>(call: &Call, failed: BatchError, identifiers: &[I]) -> Failure {
    let identifier = failed.position.and_then(|position| identifiers.get(position)).map(ToString::to_string);
    let subject = Subject { identifier: identifier.as_deref(), position: failed.position };
    failure(call, failed.error, &subject)
}

/// What does not reach its operation.
pub(super) fn rejected(call: &Call, rejection: &Rejection) -> Failure {
    let body = |code| container(code, rejection.to_string());
    match rejection {
        Rejection::NotFound => Failure::NotFound(body(404)),
        Rejection::MethodNotAllowed { .. } => Failure::Other { status: FailureStatus::of(405), body: body(405) },
        Rejection::Unauthenticated { reason } => unauthenticated(reason.clone()),
        Rejection::Forbidden { .. } => Failure::Forbidden(body(403)),
        Rejection::Invalid(_) | Rejection::BodyUnreadable => Failure::BadRequest(body(400)),
        Rejection::UnsupportedMediaType { .. } => Failure::UnsupportedMediaType(body(415)),
        Rejection::BodyTooLarge { .. } => Failure::PayloadTooLarge(body(413)),
        Rejection::Unavailable { retry_after_s } => {
            let retry_after = i32::try_from(*retry_after_s).unwrap_or(i32::MAX);
            Failure::ServiceUnavailable(ServiceUnavailable { retry_after, body: body(503) })
        }
        Rejection::NotImplemented => Failure::Other { status: FailureStatus::of(501), body: body(501) },
        Rejection::Internal { .. } => internal(call),
    }
}

fn broken_rule(field: &str, reason: &InvalidReason, subject: &Subject<'_>) -> String {
    format!("{} {reason}", subject.place(field))
}

/// The wire's name of a field of the domain.
fn member(field: &str) -> &str {
    match field {
        "email" => "emailAddress",
        "identity" => "identifier",
        "permissions" => "groups",
        "groups" => "userGroups",
        "password" => "credential",
        "sso_id" => "ssoId",
        same => same,
    }
}

fn unauthenticated(message: String) -> Failure {
    Failure::Unauthorized(Unauthorized { www_authenticate: CHALLENGE.to_owned(), body: container(401, message) })
}

fn internal(call: &Call) -> Failure {
    Failure::InternalServerError(container(500, format!("internal error (request {})", call.request_id())))
}

fn container(code: i64, message: String) -> ErrorContainer {
    ErrorContainer { status: ResponseStatus { result: ResponseStatusResult::Error, message: Some(message), code } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_reasons_say_which_of_several_users_they_are_about() {
        let second = Subject { identifier: Some("b@example.org"), position: Some(1) };
        let cases = [
            (Subject::only("a@example.org"), "body /groups", "no", "the user a@example.org"),
            (second, "body /1/groups", "b@example.org: no", "the user b@example.org"),
            (Subject::default(), "body /groups", "no", "the user"),
        ];
        for (subject, place, blame, user) in cases {
            let found = (subject.place("permissions"), subject.blame("no"), subject.user());
            assert_eq!(found, (place.into(), blame.into(), user.into()), "{subject:?}");
        }
    }
}
