//! A generator of strict Dropshot servers and Progenitor clients from an OpenAPI 3.0 contract.
//!
//! The contract's files are bundled into one document (`bundle`), parsed without loss (`ir`), checked (`check`) and rendered.
//! Whatever cannot be done is said with file, line and column; nothing is dropped silently and nothing panics.
//! Knows nothing about Roster: dialects are tags with `x-module` in the contract.

pub mod bundle;
pub mod check;
pub mod diagnostic;
mod generate;
pub mod ir;
pub mod lower;
pub mod pattern;
pub mod render_client;
mod source;

pub use diagnostic::{Diagnostic, Diagnostics, Severity};
pub use generate::{Generated, contract, generate};
