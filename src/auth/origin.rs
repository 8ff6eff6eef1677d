//! Where a request comes from, as far as anybody inside needs to know.

use std::net::IpAddr;

/// A request and its sender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The request's id, which its log line, audit records and error answers share.
    pub request_id: String,
    /// The address it was sent from.
    pub address: IpAddr,
}
