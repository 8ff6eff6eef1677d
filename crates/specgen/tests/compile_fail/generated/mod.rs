//! The server of the contract `Locked`, one module per tag.
//! Generated from the contract by specgen and never edited by hand.

#![allow(clippy::large_enum_variant, reason = "responses are moved once, from handler to bytes")]

/// A gate.
pub mod gate;

/// All modules as one server.
pub mod server;
