//! Requests that come again: what one is found by, and what seals its answer. Both are made of what the caller presents and of
//! the name that the request was given, so that what is kept of them is of no use to anybody else, whoever reads the disk.
//! Where answers are kept, and what they say, is not known here.

use std::fmt;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::domain::{Error, Principal};

/// Bytes of the digest of a request.
const REQUEST_BYTES: usize = 32;

/// What the named requests of a caller are found and sealed by.
#[derive(Clone)]
pub struct RepeatSecret([u8; 32]);

impl RepeatSecret {
    /// The secret of whoever presents this text, which must be one that nobody guesses, or as costly to guess as the hash of
    /// a password.
    #[must_use]
    pub fn of(presented: &str) -> Self {
        Self(derive(presented.as_bytes(), &[b"roster repeat"]))
    }

    /// A request of this principal, by the name and the digest that it came with.
    #[must_use]
    pub fn request(&self, principal: &Principal, name: &str, digest: [u8; REQUEST_BYTES]) -> NamedRequest {
        let (organization, user) = (principal.organization.to_bytes(), principal.user.to_bytes());
        // Invariant: all but the name have a fixed length, so no two requests are the same bytes.
        let of = |purpose: &[u8; 6]| derive(&self.0, &[purpose, &organization, &user, name.as_bytes()]);
        NamedRequest { lookup: of(b"lookup"), sealing: of(b"answer"), digest }
    }
}

impl fmt::Debug for RepeatSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RepeatSecret(***)")
    }
}

/// A request that was given a name, and can be told from another of the same name.
pub struct NamedRequest {
    lookup: [u8; 32],
    sealing: [u8; 32],
    digest: [u8; REQUEST_BYTES],
}

impl NamedRequest {
    /// What its answer is found by.
    #[must_use]
    pub const fn lookup(&self) -> &[u8; 32] {
        &self.lookup
    }

    /// Seals its answer. No two answers may have the same nonce.
    ///
    /// # Errors
    /// `Internal` for an answer that no cipher takes.
    pub fn seal(&self, answer: &[u8], nonce: [u8; NONCE_LEN]) -> Result<Vec<u8>, Error> {
        let mut sealed = [&self.digest, answer].concat();
        let unique = Nonce::assume_unique_for_key(nonce);
        self.cipher()?.seal_in_place_append_tag(unique, Aad::empty(), &mut sealed).map_err(Error::internal)?;
        sealed.extend_from_slice(&nonce);
        Ok(sealed)
    }

    /// Opens an answer; `None` if it is that of another request of the same name.
    ///
    /// # Errors
    /// `Internal` for what was not sealed for this name.
    pub fn open(&self, sealed: &[u8]) -> Result<Option<Vec<u8>>, Error> {
        let (sealed, nonce) = sealed.split_last_chunk().ok_or_else(|| Error::internal("a kept answer has no nonce"))?;
        let mut opened = sealed.to_vec();
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let opened = self.cipher()?.open_in_place(nonce, Aad::empty(), &mut opened).map_err(Error::internal)?;
        let (digest, answer) = opened
            .split_first_chunk::<REQUEST_BYTES>()
            .ok_or_else(|| Error::internal("a kept answer has no request"))?;
        Ok(bool::from(digest.ct_eq(&self.digest)).then(|| answer.to_vec()))
    }

    fn cipher(&self) -> Result<LessSafeKey, Error> {
        UnboundKey::new(&AES_256_GCM, &self.sealing).map(LessSafeKey::new).map_err(Error::internal)
    }
}

impl fmt::Debug for NamedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NamedRequest(***)")
    }
}

fn derive(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ActionSet, Id};

    fn request(presented: &str, user: u8, name: &str, digest: u8) -> NamedRequest {
        let principal = Principal {
            user: Id::new(1, [user; 6]).into(),
            organization: Id::new(1, [9; 6]).into(),
            username: "jane".into(),
            credential: None,
            actions: ActionSet::EMPTY,
            permissions: [].into(),
            builtin: false,
        };
        RepeatSecret::of(presented).request(&principal, name, [digest; 32])
    }

    #[test]
    fn only_the_same_caller_with_the_same_name_finds_and_opens_an_answer() {
        let first = request("K", 1, "n", 1);
        let sealed = first.seal(b"the answer", [5; 12]).expect("sealed");
        for (other, is_same) in [
            (request("K", 1, "n", 1), true),
            (request("L", 1, "n", 1), false),
            (request("K", 2, "n", 1), false),
            (request("K", 1, "m", 1), false),
        ] {
            assert_eq!(other.lookup() == first.lookup(), is_same);
            assert_eq!(other.open(&sealed).ok().flatten().is_some_and(|answer| answer == b"the answer"), is_same);
        }
    }

    #[test]
    fn another_request_of_the_same_name_finds_that_it_is_another() {
        let sealed = request("K", 1, "n", 1).seal(b"the answer", [5; 12]).expect("sealed");
        let other = request("K", 1, "n", 2);
        assert_eq!(other.lookup(), request("K", 1, "n", 1).lookup());
        assert!(matches!(other.open(&sealed), Ok(None)));
    }

    #[test]
    fn what_is_kept_shows_neither_answer_nor_request_and_cannot_be_changed() {
        let request = request("K", 1, "n", 7);
        let sealed = request.seal(b"the answer", [5; 12]).expect("sealed");
        let shows = |text: &[u8]| sealed.windows(text.len()).any(|window| window == text);
        assert!(!shows(b"answer") && !shows(&[7; 4]) && !shows(&request.sealing));
        for index in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[index] ^= 1;
            assert!(request.open(&changed).is_err(), "byte {index}");
            assert!(request.open(&sealed[..index]).is_err(), "{index} bytes");
        }
        assert_eq!(format!("{:?} {request:?}", RepeatSecret::of("K")), "RepeatSecret(***) NamedRequest(***)");
    }
}
