//! Hashes of passwords as they are kept: the server's own, and those that were made elsewhere and imported, until the next
//! login replaces them. What checking one may cost is bounded when it is imported. Whose it is, is not known here.

use std::fmt;

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use pbkdf2::Pbkdf2;
use pbkdf2::password_hash::PasswordVerifier;
use scrypt::Scrypt;
use subtle::ConstantTimeEq;

use super::hashers::Scratch;
use crate::domain::{Error, InvalidReason};
use crate::limits::{
    IMPORTED_ARGON2_LANES_MAX, IMPORTED_BCRYPT_COST_MAX, IMPORTED_HASH_BYTES_MAX, IMPORTED_HASH_MEMORY_KIB_MAX,
    IMPORTED_HASH_WORK_KIB_MAX, IMPORTED_PBKDF2_ROUNDS_MAX,
};

/// bcrypt's own text form, by its versions. `$2x$` marks hashes of a library that was wrong, and is not among them.
const BCRYPT_PREFIXES: [&str; 3] = ["$2a$", "$2b$", "$2y$"];
/// The version that bcrypt has in PHC form: the `b` of `$2b$`.
const BCRYPT_VERSION: u32 = 98;
/// The least that bcrypt is defined for.
const BCRYPT_COST_MIN: u32 = 4;
/// Bytes of a password that bcrypt looks at.
const BCRYPT_PASSWORD_BYTES: usize = 72;
/// Bytes of a digest that bcrypt keeps.
const BCRYPT_DIGEST_BYTES: usize = 23;

/// The hash of a password that was set elsewhere, as text. It can be checked here, and that does not cost too much.
#[derive(Clone, Eq)]
pub struct ImportedHash(String);

impl ImportedHash {
    /// Takes a hash in PHC string format, or in bcrypt's own form.
    ///
    /// # Errors
    /// `Invalid` for any other text, for a function that is not one of Argon2, bcrypt, scrypt and PBKDF2, and for a hash that
    /// costs more to check than the limits allow.
    pub fn parse(text: &str) -> Result<Self, Error> {
        if text.len() > IMPORTED_HASH_BYTES_MAX {
            return Err(refused("is too long"));
        }
        let kept = Kept::parse(text).filter(|_| !repeats_a_parameter(text));
        let kept = kept.ok_or_else(|| refused("is not a hash that can be checked here"))?;
        if kept.costs_too_much() {
            return Err(refused("costs too much to check"));
        }
        Ok(Self(text.to_owned()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PartialEq for ImportedHash {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl fmt::Debug for ImportedHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ImportedHash(***)")
    }
}

/// Whether a parameter stands in it twice: which of the two counts, every function has its own answer to.
fn repeats_a_parameter(text: &str) -> bool {
    let pairs = text.split(['$', ',']).filter_map(|pair| pair.split_once('='));
    let names: Vec<&str> = pairs.map(|(name, _)| name).collect();
    (1..names.len()).any(|at| names[..at].contains(&names[at]))
}

fn refused(reason: &'static str) -> Error {
    Error::invalid("password_hash", InvalidReason::Malformed(reason))
}

/// Whether a password has this hash, which the store has kept.
///
/// # Errors
/// `Internal` if the hash is corrupt.
pub(super) fn verify(scratch: &mut Scratch, stored: &str, password: &[u8]) -> Result<bool, Error> {
    let kept = Kept::parse(stored).ok_or_else(|| Error::internal("a stored password hash cannot be read"))?;
    Ok(kept.is_of(scratch, password))
}

/// Whether it is a hash as this hasher makes them, at the same cost.
///
/// # Errors
/// `Internal` if the hash is corrupt.
pub(super) fn is_made_by(hasher: &Argon2<'_>, stored: &str) -> Result<bool, Error> {
    let cost = |params: &Params| (params.m_cost(), params.t_cost(), params.p_cost());
    match Kept::parse(stored) {
        Some(Kept::Argon2(hash, params)) => {
            Ok(hash.algorithm == Algorithm::Argon2id.ident() && cost(&params) == cost(hasher.params()))
        }
        Some(_) => Ok(false),
        None => Err(Error::internal("a stored password hash cannot be read")),
    }
}

/// A hash by its function.
enum Kept<'t> {
    Argon2(PasswordHash, Params),
    Scrypt(PasswordHash, scrypt::Params),
    Pbkdf2(PasswordHash, pbkdf2::Params),
    /// bcrypt in PHC form: its cost, salt and digest.
    BcryptPhc(u32, [u8; 16], [u8; BCRYPT_DIGEST_BYTES]),
    /// bcrypt in its own form, and its cost.
    Bcrypt(&'t str, u32),
}

impl<'t> Kept<'t> {
    fn parse(text: &'t str) -> Option<Self> {
        if BCRYPT_PREFIXES.iter().any(|prefix| text.starts_with(prefix)) {
            let parts: bcrypt::HashParts = text.parse().ok()?;
            return Some(Self::Bcrypt(text, bcrypt_cost(parts.get_cost())?));
        }
        let hash = PasswordHash::new(text).ok()?;
        let salt = hash.salt.as_ref()?;
        let digest = hash.hash.as_ref()?;
        match hash.algorithm.as_str() {
            "argon2id" | "argon2i" | "argon2d" => {
                let params = Params::try_from(&hash).ok()?;
                Some(Self::Argon2(hash, params))
            }
            "scrypt" => {
                let params = scrypt::Params::try_from(&hash).ok()?;
                Some(Self::Scrypt(hash, params))
            }
            "pbkdf2-sha256" | "pbkdf2-sha512" => {
                let params = pbkdf2::Params::try_from(&hash).ok()?;
                Some(Self::Pbkdf2(hash, params))
            }
            "bcrypt" if hash.version == Some(BCRYPT_VERSION) => {
                let cost = bcrypt_cost(rounds(&hash.params)?)?;
                Some(Self::BcryptPhc(cost, salt.as_ref().try_into().ok()?, digest.as_ref().try_into().ok()?))
            }
            _ => None,
        }
    }

    fn costs_too_much(&self) -> bool {
        let exceeds = |memory_kib: u64, passes: u64| {
            memory_kib > IMPORTED_HASH_MEMORY_KIB_MAX || memory_kib.saturating_mul(passes) > IMPORTED_HASH_WORK_KIB_MAX
        };
        match self {
            Self::Argon2(_, params) => {
                params.p_cost() > IMPORTED_ARGON2_LANES_MAX || exceeds(params.m_cost().into(), params.t_cost().into())
            }
            Self::Scrypt(_, params) => {
                let memory_kib = params.n().saturating_mul(params.r().into()) / 8;
                exceeds(memory_kib, params.p().into())
            }
            Self::Pbkdf2(_, params) => params.rounds() > IMPORTED_PBKDF2_ROUNDS_MAX,
            Self::BcryptPhc(cost, ..) | Self::Bcrypt(_, cost) => *cost > IMPORTED_BCRYPT_COST_MAX,
        }
    }

    fn is_of(&self, scratch: &mut Scratch, password: &[u8]) -> bool {
        match self {
            Self::Argon2(hash, params) => is_argon2_of(scratch, hash, params, password).unwrap_or(false),
            Self::Scrypt(hash, _) => Scrypt::new().verify_password(password, hash).is_ok(),
            Self::Pbkdf2(hash, _) => Pbkdf2::default().verify_password(password, hash).is_ok(),
            Self::BcryptPhc(cost, salt, digest) => {
                let mut padded = [0; BCRYPT_PASSWORD_BYTES];
                let length = password.len().min(BCRYPT_PASSWORD_BYTES);
                padded[..length].copy_from_slice(&password[..length]);
                let used = (length + 1).min(BCRYPT_PASSWORD_BYTES);
                let computed = bcrypt::bcrypt(*cost, *salt, &padded[..used]);
                computed[..BCRYPT_DIGEST_BYTES].ct_eq(digest).into()
            }
            Self::Bcrypt(text, _) => bcrypt::verify(password, text).unwrap_or(false),
        }
    }
}

/// `None` where the hash lacks something, or has what Argon2 does not.
fn is_argon2_of(scratch: &mut Scratch, hash: &PasswordHash, params: &Params, password: &[u8]) -> Option<bool> {
    let (salt, expected) = (hash.salt.as_ref()?, hash.hash.as_ref()?);
    let algorithm = Algorithm::try_from(hash.algorithm.as_str()).ok()?;
    let version = hash.version.map_or(Ok(Version::default()), Version::try_from).ok()?;
    let hasher = Argon2::new(algorithm, version, params.clone());
    let mut output = [0; Output::MAX_LENGTH];
    let output = output.get_mut(..expected.len())?;
    scratch.argon2(&hasher, password, salt, output).ok()?;
    Some(output.ct_eq(expected.as_bytes()).into())
}

/// The base-2 logarithm of bcrypt's rounds, if it is one that bcrypt is defined for.
fn bcrypt_cost(cost: u32) -> Option<u32> {
    (BCRYPT_COST_MIN..=31).contains(&cost).then_some(cost)
}

fn rounds(params: &ParamsString) -> Option<u32> {
    params.get_decimal("r")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSWORD: &str = "correct horse battery";
    /// The same password by each function at a low cost, as other programs made it.
    const HASHES: [&str; 11] = [
        "$argon2i$v=19$m=64,t=1,p=2$MDEyMzQ1Njc4OWFiY2RlZg$3XDDy8HoTxmilssYJXVKhPAarADyRigs/DODUNqw7aI",
        "$argon2d$v=19$m=64,t=1,p=2$MDEyMzQ1Njc4OWFiY2RlZg$TDRmcwreKEFEw9iXHJnUxrIvXhX2ITayc3Vd1tDqcU4",
        "$argon2id$v=19$m=64,t=1,p=2$MDEyMzQ1Njc4OWFiY2RlZg$FOr2/B0B+KhFsUs2jOfFZ4zxqazV93mYJFguXzwX/mY",
        "$argon2id$v=16$m=64,t=1,p=2$MDEyMzQ1Njc4OWFiY2RlZg$C4gk+TRgvnKpqcaajetXzWFUiSxGpA2/vxvQxnYveWU",
        "$scrypt$ln=4,r=8,p=1$MDEyMzQ1Njc4OWFiY2RlZg$LYtM8Mh+uD5qDLQWvjcUOTNEVL2STXzMHwI4lieKYvI",
        "$pbkdf2-sha256$i=1000,l=32$MDEyMzQ1Njc4OWFiY2RlZg$BVALGMmC/K/8ELErc5VgJxyPFApArIZRCQsqjEgZWJ4",
        "$pbkdf2-sha512$i=1000,l=64$MDEyMzQ1Njc4OWFiY2RlZg$7F/Y1rnWXXurLCfFvAmyjyXtbABhgzBTBNcm//wlnvGBOz7OExlgRFs5qwaY5PzB3/WjR7P4yv/ACDQZpDXIfQ",
        "$2b$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
        "$2a$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
        "$2y$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
        "$bcrypt$v=98$r=4$cdefghijklmnopqrstuvww$sTGvf5XLF4SXbdwHumHUNm8gTKtSqQU",
    ];

    #[test]
    fn hashes_of_every_function_are_checked() {
        for text in HASHES {
            let hash = ImportedHash::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert!(verify(&mut Scratch::default(), hash.as_str(), PASSWORD.as_bytes()).expect("whole"), "{text}");
            assert!(
                !verify(&mut Scratch::default(), hash.as_str(), b"correct horse batterz").expect("whole"),
                "{text}"
            );
            assert!(!is_made_by(&Argon2::default(), hash.as_str()).expect("whole"), "{text}");
        }
    }

    #[test]
    fn what_costs_too_much_is_refused() {
        let (salt, digest) = ("MDEyMzQ1Njc4OWFiY2RlZg", "FOr2/B0B+KhFsUs2jOfFZ4zxqazV93mYJFguXzwX/mY");
        let bcrypt = "abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS";
        let cases = [
            (format!("$argon2id$v=19$m=131072,t=8,p=1${salt}${digest}"), true),
            (format!("$argon2id$v=19$m=131073,t=1,p=1${salt}${digest}"), false),
            (format!("$argon2id$v=19$m=131072,t=9,p=1${salt}${digest}"), false),
            (format!("$argon2id$v=19$m=4294967295,t=4294967295,p=1${salt}${digest}"), false),
            (format!("$argon2id$v=19$m=1024,t=1,p=17${salt}${digest}"), false),
            (format!("$scrypt$ln=17,r=8,p=1${salt}${digest}"), true),
            (format!("$scrypt$ln=18,r=8,p=1${salt}${digest}"), false),
            (format!("$scrypt$ln=17,r=8,p=9${salt}${digest}"), false),
            (format!("$scrypt$ln=63,r=1073741823,p=1${salt}${digest}"), false),
            (format!("$pbkdf2-sha256$i=2000000,l=32${salt}${digest}"), true),
            (format!("$pbkdf2-sha256$i=2000001,l=32${salt}${digest}"), false),
            (format!("$2b$14${bcrypt}"), true),
            (format!("$2b$15${bcrypt}"), false),
            ("$bcrypt$v=98$r=15$cdefghijklmnopqrstuvww$sTGvf5XLF4SXbdwHumHUNm8gTKtSqQU".to_owned(), false),
        ];
        for (text, fits) in cases {
            assert_eq!(ImportedHash::parse(&text).is_ok(), fits, "{text}");
        }
    }

    #[test]
    fn what_is_no_hash_is_refused() {
        let salt = "MDEyMzQ1Njc4OWFiY2RlZg";
        let endless = format!("$scrypt$ln=4,r=8,p=1${salt}${}", "A".repeat(600));
        let cases = [
            "",
            "hunter2hunter2",
            "5f4dcc3b5aa765d61d8327deb882cf99",
            "$1$salt$qJH7.N4xYta3aEG/dfqo/0",
            "$2x$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
            "$2b$03$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
            "$2b$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQo",
            "$bcrypt$v=97$r=4$cdefghijklmnopqrstuvww$sTGvf5XLF4SXbdwHumHUNm8gTKtSqQU",
            "$bcrypt$v=98$r=4$cdefghijklmnopqrstuvww",
            "$argon2id$v=19$m=64,t=1,p=2$MDEyMzQ1Njc4OWFiY2RlZg",
            "$argon2id$v=19$m=64,t=1,p=20,t=1,p=2$MDEyMzQ1Njc4OWFiY2RlZg$FOr2/B0B+KhFsUs2jOfFZ4zxqazV93mYJFguXzwX/mY",
            "$md5$i=1$MDEyMzQ1Njc4OWFiY2RlZg$FOr2/B0B+KhFsUs2jOfFZ4zxqazV93mYJFguXzwX/mY",
            "$pbkdf2$i=1000,l=32$MDEyMzQ1Njc4OWFiY2RlZg$BVALGMmC/K/8ELErc5VgJxyPFApArIZRCQsqjEgZWJ4",
            &endless,
        ];
        for text in cases {
            assert!(ImportedHash::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn bcrypt_looks_at_the_beginning_of_a_long_password_only() {
        let long = "p".repeat(100);
        let text = bcrypt::hash_with_salt(&long, 4, [7; 16]).expect("a possible cost").to_string();
        assert!(verify(&mut Scratch::default(), &text, long.as_bytes()).expect("whole"));
        assert!(!verify(&mut Scratch::default(), &text, &long.as_bytes()[..71]).expect("whole"));
    }
}
