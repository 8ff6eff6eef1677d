//! Password hashes in PHC string format and bcrypt's own, as they are imported. What is accepted costs no more than the limits
//! say, read here once more from the text, and can be checked: with a cheap one that is done.

use roster::auth::password::HashCost;
use roster::auth::{ImportedHash, Passwords};
use tokio::runtime::{Builder, Runtime};

use crate::limits::{
    IMPORTED_ARGON2_LANES_MAX, IMPORTED_BCRYPT_COST_MAX, IMPORTED_HASH_BYTES_MAX, IMPORTED_HASH_MEMORY_KIB_MAX,
    IMPORTED_HASH_WORK_KIB_MAX, IMPORTED_PBKDF2_ROUNDS_MAX,
};

/// What is cheap, in kibibytes that are passed over, and in rounds.
const CHEAP_KIB: u64 = 256;
const CHEAP_ROUNDS: u64 = 500;

thread_local! {
    static HASHING: (Runtime, Passwords) = {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
        (runtime, Passwords::new(HashCost { memory_kib: 8, passes: 1 }).expect("the cost is allowed"))
    };
}

pub(super) fn run(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let Ok(hash) = ImportedHash::parse(text) else { return };
    assert_eq!(hash.as_str(), text);
    assert!(text.len() <= IMPORTED_HASH_BYTES_MAX);
    if is_cheap(text) {
        let verified = HASHING.with(|(runtime, passwords)| {
            runtime.block_on(passwords.verify("correct horse battery".to_owned(), Some(text.to_owned())))
        });
        verified.expect("what was accepted can be checked");
    }
}

/// Whether it costs little to check; it fails if that costs too much.
fn is_cheap(text: &str) -> bool {
    let parts: Vec<&str> = text.split('$').collect();
    let parameter = |name: &str| -> Option<u64> {
        let said = parts.iter().flat_map(|part| part.split(',')).find_map(|pair| pair.strip_prefix(name));
        said.and_then(|value| value.strip_prefix('=')?.parse().ok())
    };
    let work = |memory_kib: u64, passes: u64| {
        assert!(memory_kib <= IMPORTED_HASH_MEMORY_KIB_MAX, "{memory_kib} KiB");
        assert!(memory_kib * passes <= IMPORTED_HASH_WORK_KIB_MAX, "{memory_kib} KiB, {passes} times");
        memory_kib * passes <= CHEAP_KIB
    };
    match parts[1] {
        "argon2id" | "argon2i" | "argon2d" => {
            assert!(parameter("p").unwrap_or(1) <= u64::from(IMPORTED_ARGON2_LANES_MAX));
            // What the crate takes where a hash does not say.
            work(parameter("m").unwrap_or(19 * 1024), parameter("t").unwrap_or(2))
        }
        "scrypt" => {
            let (log_n, r, p) =
                (parameter("ln").unwrap_or(17), parameter("r").unwrap_or(8), parameter("p").unwrap_or(1));
            work((1_u64 << log_n) * r / 8, p)
        }
        "pbkdf2-sha256" | "pbkdf2-sha512" => {
            let rounds = parameter("i").unwrap_or(600_000);
            assert!(rounds <= u64::from(IMPORTED_PBKDF2_ROUNDS_MAX), "{rounds} rounds");
            rounds <= CHEAP_ROUNDS
        }
        _ => {
            let cost = parameter("r").or_else(|| parts[2].parse().ok()).expect("bcrypt has a cost");
            assert!(cost <= u64::from(IMPORTED_BCRYPT_COST_MAX), "2^{cost} rounds");
            cost == 4
        }
    }
}
