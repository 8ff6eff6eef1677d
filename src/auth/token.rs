//! API keys and session tokens: their text, and how a presented one is compared with what is kept of it.
//! Where the random bits come from, and where hashes are stored, is not known here.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::domain::id::BASE32_CHARS;
use crate::domain::{Credential, CredentialId, Error, Id, InvalidReason};
use crate::limits::{KEY_CHARS_MAX, KEY_CHARS_MIN};

/// What every generated key begins with, so that a leaked one is recognized.
const PREFIX: &str = "rk_";
/// What every session token begins with.
const SESSION_PREFIX: &str = "rs_";

/// The text of a key. It is shown once, and never printed otherwise.
#[derive(Clone, Eq)]
pub struct ApiKey(String);

impl ApiKey {
    /// The key of a credential: `rk_`, its id, `_`, and the secret in base64url.
    #[must_use]
    pub fn generate(id: CredentialId, secret: [u8; 32]) -> Self {
        Self::assemble(id, &BASE64URL_NOPAD.encode(&secret))
    }

    /// The whole key from the two parts that HTTP Basic presents.
    #[must_use]
    pub fn assemble(id: CredentialId, secret: &str) -> Self {
        Self(format!("{PREFIX}{id}_{secret}"))
    }

    /// Takes a key that was chosen by whoever runs the server.
    ///
    /// # Errors
    /// `Invalid` unless it is [`KEY_CHARS_MIN`] to [`KEY_CHARS_MAX`] visible ASCII characters.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let reason = if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            InvalidReason::Malformed("contains something other than visible ASCII characters")
        } else if text.len() < KEY_CHARS_MIN {
            InvalidReason::TooShort { min: KEY_CHARS_MIN }
        } else if text.len() > KEY_CHARS_MAX {
            InvalidReason::TooLong { max: KEY_CHARS_MAX }
        } else {
            return Ok(Self(text.to_owned()));
        };
        Err(Error::invalid("key", reason))
    }

    /// The credential id that a generated key contains.
    #[must_use]
    pub fn credential_id(&self) -> Option<CredentialId> {
        let (id, rest) = self.0.strip_prefix(PREFIX)?.split_at_checked(BASE32_CHARS)?;
        let id = Id::parse_base32(id)?;
        rest.starts_with('_').then(|| id.into())
    }

    /// What is stored of it. One plain SHA-256 is enough for a secret with this much entropy.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }

    /// Whether it is the key of this credential; takes the same time either way.
    #[must_use]
    pub fn is_of(&self, credential: &Credential) -> bool {
        is_hash_of(&self.hash(), credential)
    }

    /// The text, to be shown to the one who asked for the key.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// Whether this is the hash of the credential's key; takes the same time either way.
#[must_use]
pub fn is_hash_of(hash: &[u8; 32], credential: &Credential) -> bool {
    hash.ct_eq(&credential.secret_hash).into()
}

impl PartialEq for ApiKey {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(***)")
    }
}

/// The text of a session token. Presented as a key is, it is also looked up as one: by the hash of the whole.
#[derive(Clone, Eq)]
pub struct SessionToken(String);

impl SessionToken {
    /// The token of a credential: `rs_`, its id, `_`, and the secret in base64url.
    #[must_use]
    pub fn generate(id: CredentialId, secret: [u8; 32]) -> Self {
        Self(format!("{SESSION_PREFIX}{id}_{}", BASE64URL_NOPAD.encode(&secret)))
    }

    /// What is stored of it, as of a key.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }

    /// The text, to be shown to the one who logged in.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl PartialEq for SessionToken {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id() -> CredentialId {
        Id::new(1, [9; 6]).into()
    }

    #[test]
    fn a_generated_key_has_its_id_and_43_characters_of_secret() {
        let key = ApiKey::generate(id(), [0xFB; 32]);
        assert_eq!(key.reveal().len(), 3 + 20 + 1 + 43);
        assert_eq!(key.credential_id(), Some(id()));
        assert_eq!(ApiKey::parse(key.reveal()).ok(), Some(key));
    }

    #[test]
    fn a_key_is_put_together_from_its_parts() {
        let key = ApiKey::generate(id(), [0xFB; 32]);
        assert_eq!(ApiKey::assemble(id(), &key.reveal()[24..]), key);
    }

    #[test]
    fn chosen_keys_have_visible_ascii_and_a_length() {
        assert!(ApiKey::parse(&"k".repeat(KEY_CHARS_MIN)).is_ok());
        assert!(ApiKey::parse(&"k".repeat(KEY_CHARS_MAX)).is_ok());
        for bad in
            ["short".to_owned(), "k".repeat(KEY_CHARS_MAX + 1), format!("{} ", "k".repeat(30)), "\u{e9}".repeat(30)]
        {
            assert!(ApiKey::parse(&bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn foreign_keys_contain_no_credential_id() {
        for foreign in ["rk_", "rk_short_abc", "kkkkkkkkkkkkkkkkkkkkkkkkkk", "rk_0000000000000000000000000"] {
            assert_eq!(ApiKey(foreign.to_owned()).credential_id(), None, "{foreign}");
        }
    }

    #[test]
    fn a_key_is_never_printed() {
        assert_eq!(format!("{:?}", ApiKey::generate(id(), [1; 32])), "ApiKey(***)");
    }

    #[test]
    fn a_session_token_is_found_as_a_key_is() {
        let token = SessionToken::generate(id(), [0xFB; 32]);
        assert!(token.reveal().starts_with("rs_"));
        assert_eq!(ApiKey::parse(token.reveal()).expect("a key in form").hash(), token.hash());
        assert_eq!(format!("{token:?}"), "SessionToken(***)");
    }
}
