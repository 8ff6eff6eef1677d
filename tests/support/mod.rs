//! What the integration tests share: a raw HTTP client, a server to talk to, a scanner for secrets, and transcripts.

pub(crate) mod http;
pub(crate) mod in_process;
pub(crate) mod log_watch;
pub(crate) mod samples;
pub(crate) mod scanner;
pub(crate) mod server;
pub(crate) mod tenant;
pub(crate) mod transcript;
