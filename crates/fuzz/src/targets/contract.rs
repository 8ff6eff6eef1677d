//! Contracts: YAML or JSON that specgen reads, checks and generates from. A line `=====` begins a second file, `part.yaml`.
//! What is accepted is kept without loss, what is generated parses as Rust, and doing it again makes the same.

use std::io;
use std::path::Path;

use specgen::{generate_with, ir};

/// The line before the second file.
const BETWEEN: &str = "\n=====\n";
/// Bytes of a contract that code is generated from: more takes long, and shows nothing else.
const GENERATED_BYTES_MAX: usize = 16 * 1024;

pub(super) fn run(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let (root, part) = text.split_once(BETWEEN).unwrap_or((text, ""));
    let mut read = |path: &Path| match path.to_str() {
        Some("openapi.yaml") => Ok(root.to_owned()),
        Some("part.yaml") => Ok(part.to_owned()),
        _ => Err(io::Error::from(io::ErrorKind::NotFound)),
    };
    let root = Path::new("openapi.yaml");
    match specgen::checked(root, &mut read) {
        Err(found) => assert!(!found.is_empty(), "a contract is refused, and nobody says why"),
        Ok((bundle, ..)) => {
            assert_eq!(ir::prove_round_trip(&bundle), Ok(()), "what is accepted is kept");
            if input.len() <= GENERATED_BYTES_MAX {
                let once = generate_with(root, &mut read).map(|generated| generated.files).ok();
                let again = generate_with(root, &mut read).map(|generated| generated.files).ok();
                assert_eq!(once, again);
            }
        }
    }
}
