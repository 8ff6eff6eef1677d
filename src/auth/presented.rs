//! What a request presents to authenticate itself, in whatever header it came.

use std::fmt;

/// Credentials as presented, not yet believed.
#[derive(Clone)]
#[cfg_attr(test, derive(PartialEq, Eq))]
pub enum Presented {
    /// A key: the text of a bearer token or of any header that carries a key alone.
    Key(String),
    /// The two parts of HTTP Basic: a key's id and its secret, or a username or e-mail address and a password.
    Basic {
        /// Before the first colon.
        user: String,
        /// After it.
        password: String,
    },
}

impl fmt::Debug for Presented {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Key(_) => "Key(***)",
            Self::Basic { .. } => "Basic(***)",
        })
    }
}
