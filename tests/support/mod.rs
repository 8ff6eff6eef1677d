//! What the integration tests share: a raw HTTP client, a server to talk to, and transcripts.

pub(crate) mod http;
pub(crate) mod samples;
pub(crate) mod server;
pub(crate) mod transcript;
