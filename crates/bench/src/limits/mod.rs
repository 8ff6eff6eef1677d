//! What the machine allows, measured in the same run as the server: a framework that does nothing but answer, and a
//! database that does nothing but commit. Must not know the server.

pub(crate) mod bare_handler;
pub(crate) mod sqlite;
