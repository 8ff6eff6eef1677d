//! Fuzz targets: each takes any bytes and fails if a parser that meets the outside panics, takes too long, or breaks its law.
//! Without instrumentation the seeds are tried by `cargo test`; `crates/fuzz/run` looks for more of them, led by coverage.

mod command;
mod decoded;
mod exchange;
mod judge;
mod targets;
mod world;

// Files of the server that are compiled here too name these.
use roster::{config, domain, limits};

pub use targets::{TARGETS, Target};
