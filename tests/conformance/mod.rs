//! Every answer that any test receives is one that the contract declares: its status, its headers, its media type, its body.
//!
//! The judge reads `generated/openapi.json` alone. It shares nothing with the generator and the runtime, which both read the
//! contract in their own way; schemas are checked by another library than theirs.

mod contract;
mod judge;
mod judge_tests;
mod methods;

pub(crate) use judge::check_answer;
