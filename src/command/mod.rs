//! The commands that are clients of a running server. They use its public API and know nothing of its rooms.

pub(crate) mod connection;
pub(crate) mod key;
