//! The server of the contract `Tiny`, one module per tag.
//! Generated from the contract by specgen and never edited by hand.

#![allow(clippy::large_enum_variant, reason = "responses are moved once, from handler to bytes")]

/// Pets and who they belong to.
pub mod pets;

/// The house that the pets live in.
pub mod house;

/// All modules as one server.
pub mod server;
