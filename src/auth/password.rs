//! Passwords: Argon2id, computed off the async threads, a bounded number at a time.
//! Whose password it is, and where the hash is kept, is not known here.

use std::fmt;
use std::sync::Arc;

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Params, Version};
use data_encoding::BASE32_NOPAD;
use prometheus::core::Collector;
use subtle::ConstantTimeEq;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::domain::text::fold;
use crate::domain::{Error, InvalidReason};
use crate::limits::{
    PASSWORD_BYTES_MAX, PASSWORD_CHARS_MIN, PASSWORD_GUESSED_CHARS_MAX, PASSWORD_GUESSES_LOG10_MIN,
    PASSWORD_HASH_MEMORY_KIB, PASSWORD_HASH_PASSES, PASSWORD_HASHES_CONCURRENT_MAX, PASSWORD_HASHES_WAITING_DEFAULT,
    PASSWORD_RETRY_AFTER_S,
};

use super::hashers::{Hashers, Scratch};
use super::password_metrics::{PasswordMetrics, Taken};
use super::stored_hash;

/// Random bytes of a password that is made up: 120 bits.
const GENERATED_BYTES: usize = 15;
/// Bytes of a hash.
const HASH_BYTES: usize = Params::DEFAULT_OUTPUT_LEN;

/// A new password that may be set.
#[derive(Clone, Eq)]
pub struct Password(String);

impl Password {
    /// Parses a new password.
    ///
    /// # Errors
    /// `Invalid` if it has fewer than [`PASSWORD_CHARS_MIN`] characters or more than [`PASSWORD_BYTES_MAX`] bytes. Common ones
    /// are refused when it is hashed.
    pub fn parse(text: &str) -> Result<Self, Error> {
        if text.chars().count() < PASSWORD_CHARS_MIN {
            return Err(Error::invalid("password", InvalidReason::TooShort { min: PASSWORD_CHARS_MIN }));
        }
        if text.len() > PASSWORD_BYTES_MAX {
            return Err(Error::invalid("password", InvalidReason::TooLong { max: PASSWORD_BYTES_MAX }));
        }
        Ok(Self(text.to_owned()))
    }

    /// Makes up a password from random bits: 24 capital letters and digits, of which none looks like another.
    #[must_use]
    pub fn generate(secret: [u8; 32]) -> Self {
        Self(BASE32_NOPAD.encode(&secret[..GENERATED_BYTES]))
    }

    /// Refuses the password of a user who is called so: by any of these names, whatever the case.
    ///
    /// # Errors
    /// `Invalid` if it is one of the names.
    pub fn check_is_none_of<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Result<(), Error> {
        let folded = fold(&self.0);
        if names.into_iter().any(|name| fold(name) == folded) {
            return Err(Error::invalid("password", InvalidReason::Malformed("is the user's own name")));
        }
        Ok(())
    }

    /// The text, to be shown to the one who asked for a generated password.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl PartialEq for Password {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(***)")
    }
}

/// What one hash costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HashCost {
    /// Kibibytes of memory.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
}

impl Default for HashCost {
    fn default() -> Self {
        Self { memory_kib: PASSWORD_HASH_MEMORY_KIB, passes: PASSWORD_HASH_PASSES }
    }
}

/// Computes and verifies password hashes, a few at a time, on threads of their own.
#[derive(Clone, Debug)]
pub struct Passwords {
    hasher: Argon2<'static>,
    hashers: Hashers,
    /// What is verified where there is no hash, so that it takes the same time.
    decoy: Arc<str>,
    /// Those who compute or wait: there is no place for more.
    places: Arc<Semaphore>,
    waiting_max: usize,
    /// Those who compute.
    turns: Arc<Semaphore>,
    metrics: PasswordMetrics,
}

impl Passwords {
    /// A pool for hashes of this cost.
    ///
    /// # Errors
    /// `Invalid` for a cost that Argon2 does not have.
    pub fn new(cost: HashCost) -> Result<Self, Error> {
        let refuse = |_| Error::invalid("password hash cost", InvalidReason::Malformed("is not possible"));
        let params = Params::new(cost.memory_kib, cost.passes, 1, None).map_err(refuse)?;
        let hasher = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        // Nobody has it as a hash: it is never computed, and what it is compared with does not count.
        let decoy = phc_of(&hasher, &[0; 16], &[0; HASH_BYTES])?;
        Ok(Self {
            hashers: Hashers::new(hasher.params().block_count()),
            hasher,
            decoy: decoy.into(),
            places: places(PASSWORD_HASHES_WAITING_DEFAULT),
            waiting_max: PASSWORD_HASHES_WAITING_DEFAULT,
            turns: Arc::new(Semaphore::new(PASSWORD_HASHES_CONCURRENT_MAX)),
            metrics: PasswordMetrics::new(),
        })
    }

    /// The same pool, in which so many may wait.
    #[must_use]
    pub fn with_waiting_max(self, waiting_max: usize) -> Self {
        Self { places: places(waiting_max), waiting_max, ..self }
    }

    /// What is counted, to be shown.
    #[must_use]
    pub fn collectors(&self) -> Vec<Box<dyn Collector>> {
        let all = PASSWORD_HASHES_CONCURRENT_MAX + self.waiting_max;
        let turns = Taken { of: Arc::clone(&self.turns), all: PASSWORD_HASHES_CONCURRENT_MAX };
        self.metrics.collectors(&Taken { of: Arc::clone(&self.places), all }, &turns)
    }

    /// Computes the hash of a new password, in PHC string format.
    ///
    /// # Errors
    /// `Invalid` for a common password; `LimitExceeded` if too many wait already.
    pub async fn hash(&self, password: Password, salt: [u8; 16]) -> Result<String, Error> {
        let hasher = self.hasher.clone();
        let check_and_hash = move |scratch: &mut Scratch| {
            check_uncommon(&password.0)?;
            hash(scratch, &hasher, password.0.as_bytes(), &salt)
        };
        self.in_turn(check_and_hash).await?
    }

    /// Verifies a presented password against a stored hash. Without a hash the answer is no, and takes as long.
    ///
    /// # Errors
    /// `LimitExceeded` if too many wait already; `Internal` if the stored hash is corrupt.
    pub async fn verify(&self, presented: String, stored: Option<String>) -> Result<bool, Error> {
        // No password is longer than the maximum, so the rest of a longer one is not even looked at.
        let possible = presented.len() <= PASSWORD_BYTES_MAX && stored.is_some();
        let phc = stored.unwrap_or_else(|| self.decoy.to_string());
        let check = move |scratch: &mut Scratch| {
            let bytes = &presented.as_bytes()[..presented.len().min(PASSWORD_BYTES_MAX)];
            stored_hash::verify(scratch, &phc, bytes)
        };
        let matches = self.in_turn(check).await??;
        Ok(matches && possible)
    }

    /// Computes the hash of a password that was just verified anew, if the stored one is not as it would be made now.
    ///
    /// # Errors
    /// `LimitExceeded` if too many wait already; `Internal` if the stored hash is corrupt.
    pub async fn renew(&self, verified: String, stored: &str, salt: [u8; 16]) -> Result<Option<String>, Error> {
        if stored_hash::is_made_by(&self.hasher, stored)? {
            return Ok(None);
        }
        let hasher = self.hasher.clone();
        self.in_turn(move |scratch| hash(scratch, &hasher, verified.as_bytes(), &salt)).await?.map(Some)
    }

    /// Makes something of a presented password that is as costly to guess as its hash.
    ///
    /// # Errors
    /// `LimitExceeded` if too many wait already.
    pub async fn stretch(&self, presented: String, salt: [u8; 16]) -> Result<String, Error> {
        let hasher = self.hasher.clone();
        self.in_turn(move |scratch| hash(scratch, &hasher, presented.as_bytes(), &salt)).await?
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Scratch) -> T + Send + 'static,
    ) -> Result<T, Error> {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| {
            self.metrics.refused.inc();
            Error::LimitExceeded { what: "password checks", retry_after_s: PASSWORD_RETRY_AFTER_S }
        })?;
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(Error::internal)?;
        // The permits go with the work: a caller that is cancelled does not free the thread that still computes.
        let permits: [OwnedSemaphorePermit; 2] = [place, turn];
        let seconds = self.metrics.seconds.clone();
        self.hashers.run(permits, move |scratch| seconds.observe_closure_duration(|| work(scratch))).await
    }
}

/// Places for those who compute, and so many who wait.
fn places(waiting_max: usize) -> Arc<Semaphore> {
    Arc::new(Semaphore::new(PASSWORD_HASHES_CONCURRENT_MAX + waiting_max))
}

/// Refuses what lists of common passwords, words and names, and the usual ways to vary them, lead to soon.
fn check_uncommon(text: &str) -> Result<(), Error> {
    // Counting takes the longer the longer the text is, and a beginning says enough.
    let counted: String = text.chars().take(PASSWORD_GUESSED_CHARS_MAX).collect();
    if zxcvbn::zxcvbn(&counted, &[]).guesses_log10() < PASSWORD_GUESSES_LOG10_MIN {
        let reason = InvalidReason::Malformed("is too common or too easy to guess");
        return Err(Error::invalid("password", reason));
    }
    Ok(())
}

fn hash(scratch: &mut Scratch, hasher: &Argon2<'_>, password: &[u8], salt: &[u8; 16]) -> Result<String, Error> {
    let mut output = [0; HASH_BYTES];
    scratch.argon2(hasher, password, salt, &mut output).map_err(|cause| Error::internal(cause.to_string()))?;
    phc_of(hasher, salt, &output)
}

/// A hash as text, with everything that it takes to check it.
fn phc_of(hasher: &Argon2<'_>, salt: &[u8; 16], output: &[u8; HASH_BYTES]) -> Result<String, Error> {
    let text = |cause: argon2::password_hash::Error| Error::internal(cause.to_string());
    let hash = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(hasher.params()).map_err(text)?,
        salt: Some(Salt::new(salt).map_err(|cause| Error::internal(cause.to_string()))?),
        hash: Some(Output::new(output).map_err(|cause| Error::internal(cause.to_string()))?),
    };
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cheap() -> Passwords {
        Passwords::new(HashCost { memory_kib: 8, passes: 1 }).expect("a possible cost")
    }

    fn password(text: &str) -> Password {
        Password::parse(text).expect("long enough")
    }

    #[tokio::test]
    async fn a_password_matches_its_hash_and_no_other() {
        let passwords = cheap();
        let phc = passwords.hash(password("correct horse"), [7; 16]).await.expect("hashed");
        assert!(phc.starts_with("$argon2id$v=19$"), "{phc}");
        let verify = |text: &str| passwords.verify(text.to_owned(), Some(phc.clone()));
        assert!(verify("correct horse").await.expect("verified"));
        assert!(!verify("correct horsf").await.expect("verified"));
    }

    #[tokio::test]
    async fn the_beginning_of_an_endless_password_is_not_enough() {
        let passwords = cheap();
        let longest = "correct horse ".repeat(PASSWORD_BYTES_MAX)[..PASSWORD_BYTES_MAX].to_owned();
        let phc = passwords.hash(password(&longest), [7; 16]).await.expect("hashed");
        assert!(passwords.verify(longest.clone(), Some(phc.clone())).await.expect("verified"));
        assert!(!passwords.verify(longest + "x", Some(phc)).await.expect("verified"));
    }

    #[test]
    fn a_generated_password_may_be_set() {
        let generated = Password::generate([0xFB; 32]);
        assert_eq!(generated.reveal().len(), 24);
        assert_ne!(generated, Password::generate([0xFC; 32]));
        assert_eq!(Password::parse(generated.reveal()).ok(), Some(generated));
    }

    #[test]
    fn common_passwords_are_refused() {
        for common in ["password", "12345678", "qwertyuiop", "Password1!", "letmein123", &"abc".repeat(300)] {
            assert!(check_uncommon(common).is_err(), "{common}");
        }
        let longest = "correct horse battery staple ".repeat(40);
        for fine in ["correct horse", "tr0ub4dor&3", &longest, Password::generate([7; 32]).reveal()] {
            assert!(check_uncommon(fine).is_ok(), "{fine}");
        }
    }

    #[test]
    fn nobody_is_protected_by_the_own_name() {
        let names = ["ada.lovelace", "ada@example.org"];
        assert!(password("ADA.Lovelace").check_is_none_of(names).is_err());
        assert!(password("ada.lovelace1").check_is_none_of(names).is_ok());
    }

    #[tokio::test]
    async fn a_hash_of_another_cost_is_renewed_and_no_other() {
        let (cheap, dearer) = (cheap(), Passwords::new(HashCost { memory_kib: 16, passes: 1 }).expect("possible"));
        let phc = cheap.hash(password("correct horse"), [7; 16]).await.expect("hashed");
        let renew = |pool: Passwords| {
            let phc = phc.clone();
            async move { pool.renew("correct horse".into(), &phc, [8; 16]).await.expect("a good hash") }
        };
        assert_eq!(renew(cheap.clone()).await, None);
        let renewed = renew(dearer.clone()).await;
        assert!(dearer.verify("correct horse".into(), renewed).await.expect("verified"));
    }

    #[tokio::test]
    async fn nobody_gets_in_without_a_hash() {
        for text in ["", "anything"] {
            assert!(!cheap().verify(text.to_owned(), None).await.expect("verified"));
        }
    }

    #[tokio::test]
    async fn a_corrupt_hash_is_a_fault_of_ours() {
        let outcome = cheap().verify("x".into(), Some("plain".into())).await;
        assert!(matches!(outcome, Err(Error::Internal { .. })));
    }

    #[tokio::test]
    async fn more_than_the_waiting_maximum_are_refused() {
        let passwords = cheap();
        let all = u32::try_from(PASSWORD_HASHES_CONCURRENT_MAX + PASSWORD_HASHES_WAITING_DEFAULT).expect("few");
        let taken = Arc::clone(&passwords.places).acquire_many_owned(all).await.expect("open");
        let refused = passwords.verify("x".into(), None).await;
        assert!(matches!(refused, Err(Error::LimitExceeded { .. })));
        drop(taken);
        assert!(passwords.verify("x".into(), None).await.is_ok());
    }

    #[test]
    fn new_passwords_have_a_length() {
        for bad in ["", "seven77", &"x".repeat(PASSWORD_BYTES_MAX + 1)] {
            assert!(Password::parse(bad).is_err(), "{bad}");
        }
        assert!(Password::parse("\u{e9}ight\u{e9}\u{e9}\u{e9}").is_ok());
        assert_eq!(format!("{:?}", password("12345678")), "Password(***)");
    }
}
