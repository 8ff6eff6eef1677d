//! From the directory's sessions to Elastic's tokens. It must not know how one logs in.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::to_wire::done;
use crate::directory::{NewSession, SessionView};
use crate::generated::elastic::{
    AuthenticationInfo, AvailableAuthenticationMethods, LoginResponse, RefreshTokenResponse, TokenResponse,
};

/// Where a token is refreshed.
const REFRESH: &str = "/api/v1/users/auth/_refresh";
/// Where a browser takes a token from its fragment.
const SSO: &str = "/sso/token";
/// Every answer with a token is kept by nobody on the way.
const NO_STORE: &str = "no-store";
/// What is encoded of a path that stands in a fragment.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The session that has begun: its token, or the way back for the browser that was at `state`.
pub(super) fn logged_in(session: &NewSession, state: Option<&str>) -> LoginResponse {
    let cache_control = NO_STORE.to_owned();
    match state {
        None => LoginResponse::Ok { cache_control, body: token(session) },
        Some(state) => {
            LoginResponse::Found { cache_control, location: way_back(session.token.reveal(), state), body: done() }
        }
    }
}

/// The fresh token of a session.
pub(super) fn refreshed(session: &NewSession) -> RefreshTokenResponse {
    RefreshTokenResponse::Ok { cache_control: NO_STORE.to_owned(), body: token(session) }
}

/// How a caller is authenticated that came with this session, or with something else.
pub(super) fn info(session: Option<SessionView>) -> AuthenticationInfo {
    AuthenticationInfo {
        has_elevated_permissions: false,
        refresh_token_url: REFRESH.to_owned(),
        expires_at: session.and_then(|session| session.expires_at).map(Into::into),
    }
}

/// The ways to log in.
pub(super) fn methods() -> AvailableAuthenticationMethods {
    AvailableAuthenticationMethods { password: true, saml: false, openid: false, sso_methods: Vec::new() }
}

fn token(session: &NewSession) -> TokenResponse {
    TokenResponse {
        token: session.token.reveal().to_owned().into(),
        session_expiration_time: session.expires_at.into(),
    }
}

// Wire quirk (elastic): the token and the state both stand in the fragment (wire notes, section 2b).
fn way_back(token: &str, state: &str) -> String {
    format!("{SSO}#{token}?state={}", utf8_percent_encode(state, ENCODED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_cannot_leave_the_fragment() {
        let cases =
            [("/home", "/home"), ("", ""), ("/a b?c=d&e#f", "/a%20b%3Fc%3Dd%26e%23f"), ("\r\n\u{e9}", "%0D%0A%C3%A9")];
        for (state, encoded) in cases {
            assert_eq!(way_back("rs_1", state), format!("/sso/token#rs_1?state={encoded}"));
        }
    }
}
