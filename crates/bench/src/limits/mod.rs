//! The limits that every result stands beside, measured in the same run.

pub(crate) mod bare_handler;
pub(crate) mod password;
pub(crate) mod sqlite;
