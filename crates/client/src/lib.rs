//! A client of Roster: every operation of its contract, in the words of the four systems and of Roster itself.
//!
//! The operations are methods of [`Client`], named `<dialect>_<operation>`, and each returns a builder. [`connect`] makes a
//! client that sends a key with every request, [`connect_through`] one over HTTP of the caller's making. A merge patch tells what is absent from what is null by [`Field`].
//! Knows nothing of the server but its contract.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use roster_client::{Field, connect, patches::ElasticUserPatch};
//!
//! let client = connect("http://127.0.0.1:7400", "the key")?;
//! let patch = ElasticUserPatch { full_name: Field::from("Ada Lovelace"), email: Field::Null, ..Default::default() };
//! let user = client.elastic_update_current_user().body(patch).send().await?;
//! println!("{} is {:?}", user.user_name, user.full_name);
//! # Ok(())
//! # }
//! ```

mod field;
#[expect(
    missing_docs,
    unused_imports,
    unreachable_pub,
    clippy::all,
    clippy::unwrap_used,
    reason = "Progenitor's code is not ours to tidy"
)]
#[rustfmt::skip]
mod generated;

use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};

pub use field::Field;
pub use generated::{ByteStream, Client, ClientInfo, Error, ResponseValue, builder, patches, types};

/// How long the server may be silent, in seconds: an answer that is sent while it is made can take longer.
const SILENCE_S: u64 = 30;

/// Why there is no client.
#[derive(Debug)]
pub enum ConnectError {
    /// The key has characters that a header cannot have.
    Key,
    /// The HTTP client could not be made.
    Http(reqwest::Error),
}

impl std::fmt::Display for ConnectError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Key => formatter.write_str("the key has characters that a header cannot have"),
            Self::Http(_) => formatter.write_str("the HTTP client could not be made"),
        }
    }
}

impl std::error::Error for ConnectError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Key => None,
            Self::Http(error) => Some(error),
        }
    }
}

/// Makes a client of the server at `url` that sends `key` with every request. Nothing is sent yet.
///
/// # Errors
/// Where the key cannot be sent in a header, or the HTTP client cannot be made.
pub fn connect(url: &str, key: &str) -> Result<Client, ConnectError> {
    connect_through(reqwest::Client::builder(), url, key)
}

/// Makes a client as [`connect`] does, over HTTP that the caller has set up: whom to trust, which proxy to use.
///
/// # Errors
/// Where the key cannot be sent in a header, or the HTTP client cannot be made.
pub fn connect_through(http: reqwest::ClientBuilder, url: &str, key: &str) -> Result<Client, ConnectError> {
    let mut value = HeaderValue::try_from(format!("Bearer {key}")).map_err(|_| ConnectError::Key)?;
    value.set_sensitive(true);
    let http = http
        .default_headers(HeaderMap::from_iter([(AUTHORIZATION, value)]))
        .connect_timeout(std::time::Duration::from_secs(SILENCE_S))
        .read_timeout(std::time::Duration::from_secs(SILENCE_S))
        .build()
        .map_err(ConnectError::Http)?;
    Ok(Client::new_with_client(url.trim_end_matches('/'), http))
}

#[cfg(test)]
mod tests {
    use super::{ConnectError, connect};

    #[test]
    fn a_key_that_no_header_can_have_is_refused() {
        assert!(matches!(connect("http://127.0.0.1:7400", "line\nbreak"), Err(ConnectError::Key)));
        assert!(connect("http://127.0.0.1:7400/", "key").is_ok());
    }
}
