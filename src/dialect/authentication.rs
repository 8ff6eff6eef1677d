//! What every door accepts as credentials: one key in any of the headers that the four systems' clients send.
//! Says who is asking, never what they may do.

use data_encoding::BASE64;
use http::HeaderMap;
use http::header::{AUTHORIZATION, HeaderName};
use specgen_runtime::{Call, Rejection};

use crate::auth::{Caller, Origin, Presented};
use crate::directory::Directory;
use crate::domain::{Action, Error};
use crate::limits::CREDENTIALS_BYTES_MAX;

/// The challenge of an answer without valid credentials, in every dialect that sends one.
pub(super) const CHALLENGE: &str = "Bearer realm=\"roster\"";

/// The header of Wavefront's declared security scheme.
const X_AUTH_TOKEN: HeaderName = HeaderName::from_static("x-auth-token");

/// The header that names a request.
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Finds out who is asking, and whether they could ever do what the operation does.
///
/// # Errors
/// `Unauthenticated` without valid credentials, `Forbidden` where no target at all is allowed, `Throttled` after too
/// many requests or guesses, `Unavailable` when busy.
pub(super) async fn authenticate(directory: &Directory, call: &Call) -> Result<Caller, Rejection> {
    let operation = call.operation().ok_or_else(|| internal("only operations of the contract are authenticated"))?;
    let action =
        operation.action.ok_or_else(|| internal("the generator refuses a secured operation without action"))?;
    let action: Action = action.parse().map_err(|error: Error| internal(&error.to_string()))?;
    let presented = presented(call.headers()).ok_or_else(unauthenticated)?;
    let named_with = call.headers().contains_key(IDEMPOTENCY_KEY).then(|| presented.clone());
    let caller = directory.admit(presented, action, operation.id, origin(call)).await.map_err(rejection)?;
    match named_with {
        Some(presented) => directory.recognize(caller, &presented).await.map_err(rejection),
        None => Ok(caller),
    }
}

/// Where a request comes from.
pub(super) fn origin(call: &Call) -> Origin {
    Origin { request_id: call.request_id().to_owned(), address: call.client_address() }
}

/// Reads the credentials of a request; `None` where there are none, two, or unreadable ones.
fn presented(headers: &HeaderMap) -> Option<Presented> {
    match (only(headers, &AUTHORIZATION)?, only(headers, &X_AUTH_TOKEN)?) {
        (Some(value), None) => authorization(value),
        // Wire quirk (wavefront): its Python client can be told to send the scheme in this header too.
        (None, Some(value)) => match value.split_once(' ') {
            Some((scheme, key)) if scheme.eq_ignore_ascii_case("bearer") => key_alone(key),
            Some(_) => None,
            None => key_alone(value),
        },
        (Some(_), Some(_)) | (None, None) => None,
    }
}

/// The header's only value: `Some(None)` where it is absent, `None` where it is repeated, too long or not text.
#[expect(clippy::option_option, reason = "absent and unreadable are different here, and only here")]
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<Option<&'a str>> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Some(None),
        (Some(value), None) if value.len() <= CREDENTIALS_BYTES_MAX => value.to_str().ok().map(Some),
        _ => None,
    }
}

fn authorization(value: &str) -> Option<Presented> {
    let (scheme, rest) = value.split_once(' ')?;
    match scheme.to_ascii_lowercase().as_str() {
        "bearer" | "apikey" => key_alone(rest),
        "basic" => basic(rest),
        _ => None,
    }
}

fn key_alone(text: &str) -> Option<Presented> {
    let key = text.trim();
    (!key.is_empty()).then(|| Presented::Key(key.to_owned()))
}

fn basic(text: &str) -> Option<Presented> {
    let decoded = String::from_utf8(BASE64.decode(text.trim().as_bytes()).ok()?).ok()?;
    let (user, password) = decoded.split_once(':')?;
    Some(Presented::Basic { user: user.to_owned(), password: password.to_owned() })
}

fn rejection(error: Error) -> Rejection {
    match error {
        Error::Forbidden { reason } => Rejection::Forbidden { reason: reason.to_string() },
        Error::Throttled { retry_after_s } => Rejection::Throttled { retry_after_s },
        Error::LimitExceeded { retry_after_s, .. } => Rejection::Unavailable { retry_after_s },
        Error::Internal { source } => Rejection::Internal { message: source.to_string() },
        // Whatever else went wrong, the credentials were not accepted, and why is nobody's business.
        Error::Unauthenticated
        | Error::NotFound { .. }
        | Error::AlreadyExists { .. }
        | Error::Invalid { .. }
        | Error::Conflict { .. }
        | Error::NotRemovable { .. }
        | Error::PreconditionFailed { .. }
        | Error::Unrepeatable { .. } => unauthenticated(),
    }
}

fn unauthenticated() -> Rejection {
    Rejection::Unauthenticated { reason: Error::Unauthenticated.to_string() }
}

fn internal(message: &str) -> Rejection {
    Rejection::Internal { message: message.to_owned() }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn read(headers: &[(&'static str, &str)]) -> Option<Presented> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, HeaderValue::from_str(value).expect("a header value"));
        }
        presented(&map)
    }

    #[test]
    fn one_key_is_read_from_every_header() {
        for (name, value) in [
            ("authorization", "Bearer K"),
            ("authorization", "bearer  K "),
            ("authorization", "ApiKey K"),
            ("x-auth-token", "K"),
            ("x-auth-token", "Bearer K"),
        ] {
            assert_eq!(read(&[(name, value)]), Some(Presented::Key("K".into())), "{name}: {value}");
        }
    }

    #[test]
    fn basic_is_split_at_the_first_colon() {
        let expected = Presented::Basic { user: "ada".into(), password: "a:b".into() };
        assert_eq!(read(&[("authorization", "Basic YWRhOmE6Yg==")]), Some(expected));
    }

    #[test]
    fn what_is_missing_repeated_or_unreadable_is_nothing() {
        let long = format!("Bearer {}", "k".repeat(CREDENTIALS_BYTES_MAX));
        for headers in [
            &[][..],
            &[("authorization", "K")],
            &[("authorization", "Digest K")],
            &[("authorization", "Bearer ")],
            &[("authorization", "Basic ???")],
            &[("authorization", "Basic YWRh")],
            &[("authorization", "Bearer K"), ("authorization", "Bearer K")],
            &[("authorization", "Bearer K"), ("x-auth-token", "K")],
            &[("x-auth-token", "Digest K")],
            &[("authorization", &long)],
        ] {
            assert_eq!(read(headers), None, "{headers:?}");
        }
    }
}
