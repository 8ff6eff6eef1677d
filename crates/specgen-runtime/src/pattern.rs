//! Regular expressions of the contract, matched in linear time and compiled once, on first use.

use std::sync::OnceLock;

use regex::Regex;

/// A pattern of the contract, already translated from ECMA's syntax by the generator.
#[derive(Debug)]
pub struct Pattern {
    written: &'static str,
    translated: &'static str,
    compiled: OnceLock<Regex>,
}

impl Pattern {
    /// Takes a pattern that means the same in both syntaxes.
    pub const fn new(pattern: &'static str) -> Self {
        Self::translated(pattern, pattern)
    }

    /// Takes a pattern as the contract has it, for messages, and its translation.
    pub const fn translated(written: &'static str, translated: &'static str) -> Self {
        Self { written, translated, compiled: OnceLock::new() }
    }

    /// Returns the pattern as the contract has it.
    pub const fn as_str(&self) -> &'static str {
        self.written
    }

    /// Tells whether the pattern occurs in the text.
    pub fn is_match(&self, text: &str) -> bool {
        self.compiled
            .get_or_init(|| {
                Regex::new(self.translated).expect("the generator compiled this pattern before it rendered it")
            })
            .is_match(text)
    }
}
