//! The server of the contract `Roster`, one module per tag.
//! Generated from the contract by specgen and never edited by hand.

#![allow(clippy::large_enum_variant, reason = "responses are moved once, from handler to bytes")]

/// Users as the LakeSail platform API has them: short upper-case ids, camelCase, failures that are one
/// message.
pub mod lakesail;

/// Users as Elastic Cloud Enterprise has them: addressed by name, changed by JSON Merge Patch, failures
/// with codes that are also in a header.
pub mod elastic;

/// Users as Raystack Frontier v1beta1 has them: addressed by UUID, name or e-mail address, free
/// metadata, failures in the shape of gRPC.
pub mod frontier;

/// Users as Wavefront (Aria Operations for Applications) API v2 has them: addressed by e-mail address,
/// with permissions, user groups and roles.
pub mod wavefront;

/// What no imitated API has: keys for other users, and the server's own health and contract. Failures
/// are problem details (RFC 9457).
pub mod roster;

/// All modules as one server.
pub mod server;
