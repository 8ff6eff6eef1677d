//! How Elastic says no: the status, and one or more errors whose codes are once more in a header.
//! It must not know where a rule is checked.

use specgen_runtime::{Call, FailureStatus, Rejection, Violation};

use super::super::authentication::CHALLENGE;
use super::super::fault::log_fault;
use super::reply::{Reply, element};
use crate::domain::{Error, ForbiddenReason, InvalidReason, Kind, UnrepeatableReason};
use crate::generated::elastic::{
    BadRequest, BasicFailedReplyElement, Conflict, Failure, Forbidden, InternalServerError, NotFound, NotImplemented,
    PayloadTooLarge, PreconditionFailed, ServiceUnavailable, TooManyRequests, Unauthorized, UnprocessableEntity,
    UnsupportedMediaType,
};

const INVALID_REQUEST: &str = "root.invalid_json_request";
const INVALID_NAME: &str = "user.user_name.invalid";
const INVALID_ROLES: &str = "user.roles.invalid";
const INVALID_KEY: &str = "api_keys.invalid_input";
/// The operation that wants a session's token and takes nothing else.
const REFRESH: &str = "refresh-token";
const RESTRICTED_FIELD: &str = "user.restricted_field";

/// What the directory refuses.
pub(super) fn failure(call: &Call, error: Error) -> Failure {
    match error {
        Error::NotFound { .. } => not_found("user.not_found", "The user does not exist."),
        Error::AlreadyExists { field } => taken(field),
        Error::Invalid { field, reason } => bad_request(Reply::new(vec![broken_rule(&field, &reason)])),
        Error::NotRemovable { .. } => conflict(Reply::plain("user.conflict", error.to_string())),
        Error::Conflict { .. } => conflict(Reply::plain("user.conflict", "The user was changed at the same time.")),
        Error::PreconditionFailed { kind } => precondition_failed(kind),
        Error::Unrepeatable { reason } => unrepeatable(reason),
        Error::Unauthenticated => unauthenticated(),
        Error::Forbidden { reason } => forbidden(reason),
        Error::Throttled { retry_after_s } => too_many_requests(retry_after_s),
        Error::LimitExceeded { retry_after_s, .. } => unavailable(retry_after_s),
        Error::Internal { source } => {
            log_fault(call, source.as_ref());
            internal(call)
        }
    }
}

/// What does not reach its operation.
pub(super) fn rejected(call: &Call, rejection: &Rejection) -> Failure {
    match rejection {
        Rejection::NotFound => not_found("root.resource_not_found", "There is nothing at this path."),
        Rejection::MethodNotAllowed { allow } => {
            other(405, Reply::plain("root.method_not_allowed", format!("This path allows only {allow}.")))
        }
        Rejection::Unauthenticated { .. } => {
            // Wire quirk (elastic): refresh-token has a code of its own for this (wire notes, section 2b).
            let refreshes = call.operation().is_some_and(|operation| operation.id == REFRESH);
            if refreshes { without_session() } else { unauthenticated() }
        }
        Rejection::Forbidden { .. } => not_authorized(),
        Rejection::Invalid(violations) => bad_request(Reply::new(violations.iter().map(violated).collect())),
        Rejection::BodyUnreadable => bad_request(Reply::plain(INVALID_REQUEST, "The body did not arrive in full.")),
        Rejection::UnsupportedMediaType { expected } => {
            let Reply { codes, body } =
                Reply::plain("root.unsupported_media_type", format!("The body must be {expected}."));
            Failure::UnsupportedMediaType(UnsupportedMediaType { x_cloud_error_codes: codes, body })
        }
        Rejection::BodyTooLarge { limit_bytes } => {
            let message = format!("The body must have at most {limit_bytes} bytes.");
            let Reply { codes, body } = Reply::plain("root.request_too_large", message);
            Failure::PayloadTooLarge(PayloadTooLarge { x_cloud_error_codes: codes, body })
        }
        Rejection::Throttled { retry_after_s } => too_many_requests(*retry_after_s),
        Rejection::Unavailable { retry_after_s } => unavailable(*retry_after_s),
        Rejection::NotImplemented => {
            let Reply { codes, body } = Reply::plain("root.not_implemented", "This operation is not implemented.");
            Failure::NotImplemented(NotImplemented { x_cloud_error_codes: codes, body })
        }
        Rejection::Internal { .. } => internal(call),
    }
}

/// Values that their parsers refuse, all together. A parser answers nothing but `Invalid`.
pub(super) fn invalid(refused: impl IntoIterator<Item = Error>) -> Failure {
    let broken = refused.into_iter().filter_map(|error| match error {
        Error::Invalid { field, reason } => Some(broken_rule(&field, &reason)),
        Error::NotFound { .. }
        | Error::AlreadyExists { .. }
        | Error::Conflict { .. }
        | Error::NotRemovable { .. }
        | Error::PreconditionFailed { .. }
        | Error::Unrepeatable { .. }
        | Error::Unauthenticated
        | Error::Forbidden { .. }
        | Error::Throttled { .. }
        | Error::LimitExceeded { .. }
        | Error::Internal { .. } => None,
    });
    bad_request(Reply::new(broken.collect()))
}

/// Members that nobody may set, all together.
pub(super) fn restricted(members: &[&str]) -> Failure {
    bad_request(Reply::new(vec![element(RESTRICTED_FIELD, "These fields cannot be set.", members)]))
}

/// A new user who would have no role.
pub(super) fn without_roles() -> Failure {
    refused_roles("A user must have at least one role.")
}

/// Roles that one user cannot have together.
pub(super) fn roles_apart() -> Failure {
    refused_roles("These roles cannot be combined.")
}

/// What the directory refuses of a session.
pub(super) fn session_failure(call: &Call, error: Error) -> Failure {
    match &error {
        Error::Unauthenticated => without_session(),
        Error::NotFound { .. }
        | Error::AlreadyExists { .. }
        | Error::Invalid { .. }
        | Error::Conflict { .. }
        | Error::NotRemovable { .. }
        | Error::PreconditionFailed { .. }
        | Error::Unrepeatable { .. }
        | Error::Forbidden { .. }
        | Error::Throttled { .. }
        | Error::LimitExceeded { .. }
        | Error::Internal { .. } => failure(call, error),
    }
}

/// What needs an identity provider.
pub(super) fn without_saml() -> Failure {
    let message = "There is no authentication through SAML here.";
    let Reply { codes, body } = Reply::plain("authc.no_authentication_cluster", message);
    Failure::NotImplemented(NotImplemented { x_cloud_error_codes: codes, body })
}

/// What the directory refuses of the keys of a user.
pub(super) fn keys_failure(call: &Call, error: Error) -> Failure {
    match &error {
        Error::NotFound { .. } => not_found("api_keys.user_not_found", "The user does not exist."),
        Error::Invalid { field, reason } => refused_key(field, reason),
        Error::Forbidden { reason: ForbiddenReason::Builtin(_) } => {
            bad_request(Reply::plain(INVALID_KEY, "Built-in users have no API keys that could be changed."))
        }
        Error::AlreadyExists { .. }
        | Error::Conflict { .. }
        | Error::NotRemovable { .. }
        | Error::PreconditionFailed { .. }
        | Error::Unrepeatable { .. }
        | Error::Unauthenticated
        | Error::Forbidden { .. }
        | Error::Throttled { .. }
        | Error::LimitExceeded { .. }
        | Error::Internal { .. } => failure(call, error),
    }
}

/// What the directory refuses of one key. Nobody's key is no key.
pub(super) fn key_failure(call: &Call, error: Error) -> Failure {
    match &error {
        Error::NotFound { .. } => not_found("api_keys.key_not_found", "The API key does not exist."),
        Error::AlreadyExists { .. }
        | Error::Invalid { .. }
        | Error::Conflict { .. }
        | Error::NotRemovable { .. }
        | Error::PreconditionFailed { .. }
        | Error::Unrepeatable { .. }
        | Error::Unauthenticated
        | Error::Forbidden { .. }
        | Error::Throttled { .. }
        | Error::LimitExceeded { .. }
        | Error::Internal { .. } => keys_failure(call, error),
    }
}

/// A value of a key that breaks a rule.
pub(super) fn refused_key(field: &str, reason: &InvalidReason) -> Failure {
    let member = member(field);
    bad_request(Reply::new(vec![element(INVALID_KEY, format!("The {member} {reason}."), &[member])]))
}

fn refused_roles(message: &str) -> Failure {
    bad_request(Reply::new(vec![element(INVALID_ROLES, message, &[member("roles")])]))
}

fn broken_rule(field: &str, reason: &InvalidReason) -> BasicFailedReplyElement {
    let member = member(field);
    match reason {
        InvalidReason::UnknownRoles(names) => {
            element(INVALID_ROLES, format!("These roles do not exist: {}.", names.join(", ")), &[member])
        }
        InvalidReason::Restricted => element(RESTRICTED_FIELD, "This field cannot be set.", &[member]),
        InvalidReason::Missing
        | InvalidReason::TooShort { .. }
        | InvalidReason::TooLong { .. }
        | InvalidReason::OutOfRange { .. }
        | InvalidReason::TooMany { .. }
        | InvalidReason::Malformed(_)
        | InvalidReason::Ambiguous
        | InvalidReason::Schema(_)
        | InvalidReason::Metaschema
        | InvalidReason::UnknownGroups(_) => {
            let code = if field == "username" { INVALID_NAME } else { INVALID_REQUEST };
            let place = member.replace('.', "/");
            element(code, format!("The request breaks the contract: body /{place} {reason}"), &[member])
        }
    }
}

/// A breach of the schema; its place is written with dots, without the slashes of a JSON Pointer.
fn violated(violation: &Violation) -> BasicFailedReplyElement {
    let steps = violation.pointer.split('/').map(|step| step.replace("~1", "/").replace("~0", "~"));
    let place: Vec<String> = std::iter::once(violation.parameter.clone()).chain(steps).collect();
    let place = place.into_iter().filter(|step| !step.is_empty()).collect::<Vec<_>>().join(".");
    let fields = Some(place.as_str()).filter(|place| !place.is_empty());
    element(INVALID_REQUEST, format!("The request breaks the contract: {violation}"), fields.as_slice())
}

fn forbidden(reason: ForbiddenReason) -> Failure {
    match reason {
        ForbiddenReason::OwnField(field) => restricted(&[member(field)]),
        ForbiddenReason::Roles => {
            let message = "You may not assign these roles.";
            bad_request(Reply::new(vec![element("user.roles.forbidden", message, &[member("roles")])]))
        }
        ForbiddenReason::Builtin(_) => {
            bad_request(Reply::plain("user.cannot_modify", "Built-in users cannot be modified."))
        }
        ForbiddenReason::External => {
            bad_request(Reply::plain("user.cannot_modify_external", "External users cannot be modified."))
        }
        ForbiddenReason::Oneself => {
            bad_request(Reply::plain("user.restricted_deletion", "You cannot delete your own account."))
        }
        ForbiddenReason::MissingAction(_)
        | ForbiddenReason::Permissions
        | ForbiddenReason::Groups
        | ForbiddenReason::StrongerTarget => not_authorized(),
    }
}

/// The wire's name of a field of the domain.
fn member(field: &str) -> &str {
    match field {
        "username" => "user_name",
        "display_name" => "full_name",
        "roles" => "security.roles",
        "status" => "security.enabled",
        "password" => "security.password",
        "expires_at" => "expiration",
        same => same,
    }
}

fn taken(field: &str) -> Failure {
    let (code, message) = match field {
        "email" => ("user.email.conflict", "Another user has this e-mail address."),
        _ => ("user.user_name.conflict", "Another user has this name."),
    };
    conflict(Reply::new(vec![element(code, message, &[member(field)])]))
}

fn bad_request(Reply { codes, body }: Reply) -> Failure {
    Failure::BadRequest(BadRequest { x_cloud_error_codes: codes, body })
}

fn unauthenticated() -> Failure {
    unauthorized(Reply::plain("root.unauthenticated", "Valid credentials are required."))
}

fn without_session() -> Failure {
    unauthorized(Reply::plain("root.unauthorized", "A session's token is required."))
}

fn unauthorized(Reply { codes, body }: Reply) -> Failure {
    Failure::Unauthorized(Unauthorized { www_authenticate: CHALLENGE.to_owned(), x_cloud_error_codes: codes, body })
}

fn not_authorized() -> Failure {
    let message = "You are not authorized to call this operation.";
    let Reply { codes, body } = Reply::plain("root.unauthorized.rbac", message);
    Failure::Forbidden(Forbidden { x_cloud_error_codes: codes, body })
}

fn not_found(code: &'static str, message: &str) -> Failure {
    let Reply { codes, body } = Reply::plain(code, message);
    Failure::NotFound(NotFound { x_cloud_error_codes: codes, body })
}

fn conflict(Reply { codes, body }: Reply) -> Failure {
    Failure::Conflict(Conflict { x_cloud_error_codes: codes, body })
}

fn unrepeatable(reason: UnrepeatableReason) -> Failure {
    let message = match reason {
        UnrepeatableReason::OtherRequest => "The idempotency key was sent with another request.",
        UnrepeatableReason::TooLong => "The answer is too long to be kept for its idempotency key.",
    };
    let Reply { codes, body } = Reply::plain("root.idempotency_key", message);
    Failure::UnprocessableEntity(UnprocessableEntity { x_cloud_error_codes: codes, body })
}

fn precondition_failed(kind: Kind) -> Failure {
    let message = format!("The {kind} is not in the state that the request asks for.");
    let Reply { codes, body } = Reply::plain("root.precondition_failed", message);
    Failure::PreconditionFailed(PreconditionFailed { x_cloud_error_codes: codes, body })
}

fn internal(call: &Call) -> Failure {
    let message = format!("Internal error (request {}).", call.request_id());
    let Reply { codes, body } = Reply::plain("internal.server.error", message);
    Failure::InternalServerError(InternalServerError { x_cloud_error_codes: codes, body })
}

fn too_many_requests(retry_after_s: u32) -> Failure {
    let Reply { codes, body } = Reply::plain("root.too_many_requests", "Too many requests, try again later.");
    let retry_after = i32::try_from(retry_after_s).unwrap_or(i32::MAX);
    Failure::TooManyRequests(TooManyRequests { retry_after, x_cloud_error_codes: codes, body })
}

fn unavailable(retry_after_s: u32) -> Failure {
    let Reply { codes, body } = Reply::plain("root.unavailable", "The server is busy, try again.");
    let retry_after = i32::try_from(retry_after_s).unwrap_or(i32::MAX);
    Failure::ServiceUnavailable(ServiceUnavailable { retry_after, x_cloud_error_codes: codes, body })
}

fn other(status: u16, Reply { codes, body }: Reply) -> Failure {
    Failure::Other { status: FailureStatus::of(status), x_cloud_error_codes: codes, body }
}

#[cfg(test)]
mod tests {
    use specgen_runtime::Respond;

    use super::*;
    use crate::domain::Action;

    fn call() -> Call {
        let (parts, ()) = http::Request::new(()).into_parts();
        let log = slog::Logger::root(slog::Discard, slog::o!());
        Call::new("r1".into(), parts, ([127, 0, 0, 1], 1).into(), log)
    }

    #[test]
    fn every_error_has_its_status_and_code() {
        let forbidden = Error::forbidden;
        let invalid = |reason| Error::invalid("roles", reason);
        let cases = [
            (Error::not_found(Kind::User), 404, "user.not_found"),
            (Error::AlreadyExists { field: "email" }, 409, "user.email.conflict"),
            (Error::AlreadyExists { field: "username" }, 409, "user.user_name.conflict"),
            (Error::Conflict { kind: Kind::User }, 409, "user.conflict"),
            (Error::PreconditionFailed { kind: Kind::User }, 412, "root.precondition_failed"),
            (invalid(InvalidReason::UnknownRoles(vec!["x".into()])), 400, INVALID_ROLES),
            (Error::invalid("username", InvalidReason::Missing), 400, INVALID_NAME),
            (invalid(InvalidReason::Restricted), 400, RESTRICTED_FIELD),
            (invalid(InvalidReason::TooMany { max: 1 }), 400, INVALID_REQUEST),
            (forbidden(ForbiddenReason::OwnField("status")), 400, RESTRICTED_FIELD),
            (forbidden(ForbiddenReason::Roles), 400, "user.roles.forbidden"),
            (forbidden(ForbiddenReason::Builtin(Kind::User)), 400, "user.cannot_modify"),
            (forbidden(ForbiddenReason::External), 400, "user.cannot_modify_external"),
            (forbidden(ForbiddenReason::Oneself), 400, "user.restricted_deletion"),
            (forbidden(ForbiddenReason::MissingAction(Action::UsersUpdateSelf)), 403, "root.unauthorized.rbac"),
            (forbidden(ForbiddenReason::StrongerTarget), 403, "root.unauthorized.rbac"),
            (Error::Unauthenticated, 401, "root.unauthenticated"),
            (Error::Throttled { retry_after_s: 2 }, 429, "root.too_many_requests"),
            (Error::Unrepeatable { reason: UnrepeatableReason::TooLong }, 422, "root.idempotency_key"),
            (Error::LimitExceeded { what: "jobs", retry_after_s: 2 }, 503, "root.unavailable"),
            (Error::internal("secret"), 500, "internal.server.error"),
        ];
        for (error, status, code) in cases {
            let case = format!("{error:?}");
            let response = failure(&call(), error).into_response();
            assert_eq!(response.status().as_u16(), status, "{case}");
            assert_eq!(response.headers()["x-cloud-error-codes"], code, "{case}");
        }
    }

    #[test]
    fn an_error_about_keys_has_its_status_and_code() {
        let builtin = || Error::forbidden(ForbiddenReason::Builtin(Kind::User));
        let cases = [
            (keys_failure(&call(), Error::not_found(Kind::User)), 404, "api_keys.user_not_found"),
            (key_failure(&call(), Error::not_found(Kind::User)), 404, "api_keys.key_not_found"),
            (key_failure(&call(), Error::not_found(Kind::Credential)), 404, "api_keys.key_not_found"),
            (key_failure(&call(), builtin()), 400, INVALID_KEY),
            (keys_failure(&call(), Error::invalid("keys", InvalidReason::TooMany { max: 1 })), 400, INVALID_KEY),
            (key_failure(&call(), Error::forbidden(ForbiddenReason::StrongerTarget)), 403, "root.unauthorized.rbac"),
            (key_failure(&call(), Error::internal("secret")), 500, "internal.server.error"),
        ];
        for (failure, status, code) in cases {
            let case = format!("{failure:?}");
            let response = failure.into_response();
            assert_eq!(response.status().as_u16(), status, "{case}");
            assert_eq!(response.headers()["x-cloud-error-codes"], code, "{case}");
        }
    }

    #[test]
    fn only_a_missing_session_has_a_code_of_its_own() {
        let cases = [
            (session_failure(&call(), Error::Unauthenticated), 401, "root.unauthorized"),
            (session_failure(&call(), Error::internal("secret")), 500, "internal.server.error"),
            (without_saml(), 501, "authc.no_authentication_cluster"),
        ];
        for (failure, status, code) in cases {
            let case = format!("{failure:?}");
            let response = failure.into_response();
            assert_eq!(response.status().as_u16(), status, "{case}");
            assert_eq!(response.headers()["x-cloud-error-codes"], code, "{case}");
        }
    }

    #[test]
    fn an_internal_error_shows_the_request_and_not_the_cause() {
        let Failure::InternalServerError(answer) = failure(&call(), Error::internal("secret")) else {
            panic!("an internal error is a 500");
        };
        assert_eq!(answer.body.errors[0].message, "Internal error (request r1).");
    }
}
