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
mod naming;
pub mod pattern;
mod plan;
pub mod render_client;
mod render_server;
mod source;

pub use diagnostic::{Diagnostic, Diagnostics, Severity};
pub use generate::{Generated, Read, checked, generate, generate_again, generate_with};
pub use plan::{Sample, sample_paths};
pub use render_client::Client;
pub use render_server::render_server;
