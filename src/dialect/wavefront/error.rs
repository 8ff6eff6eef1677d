//! How Wavefront says no: the envelope of its other operations without `response`, with the status as code.
//! It must not know where a rule is checked.

use specgen_runtime::{Call, FailureStatus, Rejection};

use crate::dialect::authentication::CHALLENGE;
use crate::dialect::fault::log_fault;
use crate::directory::BatchError;
use crate::domain::{Error, InvalidReason};
use crate::generated::wavefront::{
    ErrorContainer, Failure, ResponseStatus, ResponseStatusResult, ServiceUnavailable, TooManyRequests, Unauthorized,
};

/// A kind of object, as messages call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Noun {
    /// A user, or a service account where the operation takes both.
    #[default]
    User,
    /// A user group.
    Group,
    /// A role.
    Role,
    /// An account or a user group.
    Assignee,
}

impl Noun {
    const fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Group => "user group",
            Self::Role => "role",
            Self::Assignee => "account or user group",
        }
    }

    /// The wire's name of a field of the domain.
    fn member(self, field: &str) -> &str {
        match (self, field) {
            (Self::Group, "roles") => "roleIDs",
            (Self::User, "permissions") => "groups",
            (Self::User, "groups") => "userGroups",
            (_, "email") => "emailAddress",
            (_, "identity") => "identifier",
            (_, "password") => "credential",
            (_, "sso_id") => "ssoId",
            (_, "conditions" | "values" | "text") => "query",
            (_, same) => same,
        }
    }
}

/// What part of the body is about the subject of a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum Part {
    /// All of it, which is an object.
    #[default]
    Object,
    /// All of it, which is a list.
    List,
    /// One item of it, which is a list.
    Item(usize),
}

/// What a failure is about.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Subject<'a> {
    noun: Noun,
    /// As the request names it.
    identifier: Option<&'a str>,
    part: Part,
}

impl<'a> Subject<'a> {
    /// The only user that the request names.
    pub(super) const fn only(identifier: &'a str) -> Self {
        Self::of(Noun::User, identifier)
    }

    /// The object that the path names, or that the body makes.
    pub(super) const fn of(noun: Noun, identifier: &'a str) -> Self {
        Self { noun, identifier: Some(identifier), part: Part::Object }
    }

    /// The same, of which the body is a list.
    pub(super) const fn with_list(self) -> Self {
        Self { part: Part::List, ..self }
    }

    /// "the user ada@example.org".
    fn name(&self) -> String {
        let noun = self.noun.as_str();
        self.identifier.map_or_else(|| format!("the {noun}"), |identifier| format!("the {noun} {identifier}"))
    }

    /// That a name is taken: of a user the identifier, of anything else what the body calls so.
    fn exists(&self) -> String {
        match self.noun {
            Noun::User | Noun::Assignee => format!("{} exists already", self.name()),
            Noun::Group | Noun::Role => format!("a {} with this name exists already", self.noun.as_str()),
        }
    }

    /// A reason, with the identifier before it where the request names several.
    fn blame(&self, reason: &str) -> String {
        match (self.identifier, self.part) {
            (Some(identifier), Part::Item(_)) => format!("{identifier}: {reason}"),
            _ => reason.to_owned(),
        }
    }

    /// The place of a field of the domain, as violations of the contract name places.
    fn place(&self, field: &str) -> String {
        let member = self.noun.member(field);
        match self.part {
            Part::Object => format!("body /{member}"),
            Part::List => "body".to_owned(),
            Part::Item(position) => format!("body /{position}/{member}"),
        }
    }
}

/// What the directory refuses about one object.
pub(super) fn failure(call: &Call, error: Error, subject: &Subject<'_>) -> Failure {
    match error {
        Error::NotFound { .. } => Failure::NotFound(container(404, format!("{} does not exist", subject.name()))),
        Error::AlreadyExists { .. } => Failure::Conflict(container(409, subject.exists())),
        Error::Invalid { field, reason } => Failure::BadRequest(container(400, broken_rule(&field, &reason, subject))),
        Error::Conflict { .. } => {
            Failure::Conflict(container(409, format!("{} was changed at the same time", subject.name())))
        }
        Error::NotRemovable { .. } => Failure::Conflict(container(409, error.to_string())),
        Error::PreconditionFailed { .. } => {
            let message = format!("{} is not in the state that the request asks for", subject.name());
            Failure::PreconditionFailed(container(412, message))
        }
        Error::Unrepeatable { reason } => Failure::UnprocessableEntity(container(422, reason.to_string())),
        Error::Unauthenticated => unauthenticated(error.to_string()),
        Error::Forbidden { reason } => Failure::Forbidden(container(403, subject.blame(&reason.to_string()))),
        Error::Throttled { retry_after_s } => rejected(call, &Rejection::Throttled { retry_after_s }),
        Error::LimitExceeded { retry_after_s, .. } => rejected(call, &Rejection::Unavailable { retry_after_s }),
        Error::Internal { source } => {
            log_fault(call, source.as_ref());
            internal(call)
        }
    }
}

/// What the directory refuses about one of several users, or about all of them.
pub(super) fn batch_failure<I: ToString>(call: &Call, failed: BatchError, identifiers: &[I]) -> Failure {
    list_failure(call, failed, Subject::default(), Noun::User, identifiers)
}

/// What the directory refuses about one of the items that the body lists, or else about `whole`.
pub(super) fn list_failure<I: ToString>(
    call: &Call,
    failed: BatchError,
    whole: Subject<'_>,
    noun: Noun,
    identifiers: &[I],
) -> Failure {
    let Some(position) = failed.position else { return failure(call, failed.error, &whole) };
    let identifier = identifiers.get(position).map(ToString::to_string);
    let subject = Subject { noun, identifier: identifier.as_deref(), part: Part::Item(position) };
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
        Rejection::Throttled { retry_after_s } => {
            let retry_after = i32::try_from(*retry_after_s).unwrap_or(i32::MAX);
            Failure::TooManyRequests(TooManyRequests { retry_after, body: body(429) })
        }
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
    fn places_and_reasons_say_what_they_are_about() {
        let item = |noun| Subject { noun, identifier: Some("b"), part: Part::Item(1) };
        let cases = [
            (Subject::only("a"), "body /groups", "no", "the user a", "the user a exists already"),
            (item(Noun::User), "body /1/groups", "b: no", "the user b", "the user b exists already"),
            (Subject::default(), "body /groups", "no", "the user", "the user exists already"),
            (
                Subject::of(Noun::Role, "a"),
                "body /permissions",
                "no",
                "the role a",
                "a role with this name exists already",
            ),
            (
                Subject::of(Noun::Group, "a").with_list(),
                "body",
                "no",
                "the user group a",
                "a user group with this name exists already",
            ),
        ];
        for (subject, place, blame, name, exists) in cases {
            let found = (subject.place("permissions"), subject.blame("no"), subject.name(), subject.exists());
            assert_eq!(found, (place.into(), blame.into(), name.into(), exists.into()), "{subject:?}");
        }
        assert_eq!(Subject::of(Noun::Group, "a").place("roles"), "body /roleIDs");
    }
}
