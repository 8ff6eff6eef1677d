//! Roster: one user directory, served through the user APIs of four systems.
//! The module list is the table of contents; `docs/ARCHITECTURE.md` says what each room must not know.

pub mod auth;
pub mod backup;
pub mod config;
mod connections;
pub mod context;
pub mod dialect;
pub mod directory;
pub mod domain;
mod first_keys;
// Formatted by the generator.
#[rustfmt::skip]
#[path = "../generated/mod.rs"]
pub mod generated;
pub mod inspection;
pub mod limits;
pub mod logging;
pub mod mail;
pub mod metrics;
mod private_file;
mod proxies;
pub mod server;
pub mod store;
pub mod throttle;
pub mod tls;
pub mod verification;
pub mod watch;
