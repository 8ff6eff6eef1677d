//! The rules that a contract must keep beyond being readable, so that what is generated from it is sound.
//!
//! Each rule is on its own and goes on after a finding. Knows the contract only, and nothing of the code made from it.

mod conformance;
mod failures;
mod idempotency;
mod operations;
mod paths;
mod rendered;
mod schemas;
mod streams;

use crate::diagnostic::Diagnostics;
use crate::ir::Contract;

pub use conformance::{Mismatch, mismatches};

/// Checks the whole contract.
pub fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    paths::check(contract, diagnostics);
    operations::check(contract, diagnostics);
    failures::check(contract, diagnostics);
    idempotency::check(contract, diagnostics);
    rendered::check(contract, diagnostics);
    schemas::check(contract, diagnostics);
    streams::check(contract, diagnostics);
}
