//! The program that libFuzzer drives: it has the entry point, chooses inputs by what they reach, and keeps those that reach more.
//! Which target is fuzzed says the environment, as the arguments are libFuzzer's.
#![no_main]

use std::sync::LazyLock;

use fuzz::{TARGETS, Target};

/// The target that `FUZZ_TARGET` names.
static CHOSEN: LazyLock<Target> = LazyLock::new(|| {
    let name = std::env::var("FUZZ_TARGET").unwrap_or_default();
    let found = TARGETS.into_iter().find(|target| target.name == name);
    found.unwrap_or_else(|| {
        let names = TARGETS.map(|target| target.name).join(", ");
        panic!("FUZZ_TARGET is {name:?} and must be one of: {names}")
    })
});

libfuzzer_sys::fuzz_target!(|input: &[u8]| (CHOSEN.run)(input));
