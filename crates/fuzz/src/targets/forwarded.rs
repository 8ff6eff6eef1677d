//! Whom a request is from behind proxies. An input has three lines: the peer's address, the trusted networks, and what
//! `X-Forwarded-For` says. Nobody is believed who is not trusted, and nobody can be anybody who is not named.

#[path = "../../../../src/proxies.rs"]
mod proxies;

use std::net::{IpAddr, Ipv4Addr};

use crate::config::ProxyNetwork;
use proxies::client_address;

/// An address that an attacker would like to have.
const CLAIMED: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 66));

pub(super) fn run(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let mut lines = text.splitn(3, '\n');
    let Some(Ok(peer)) = lines.next().map(str::parse::<IpAddr>) else { return };
    let networks = lines.next().unwrap_or_default().split(',').map(str::parse::<ProxyNetwork>);
    let trusted: Vec<ProxyNetwork> = networks.filter_map(Result::ok).collect();
    let forwarded = lines.next().unwrap_or_default();
    let is_trusted = |address| trusted.iter().any(|network| network.contains(address));

    let found = client_address(peer, forwarded.split(','), &trusted);
    assert!(is_trusted(peer) || found == peer, "{peer} is not trusted, and {found} is believed");
    assert_eq!(client_address(peer, forwarded.split(','), &[]), peer);
    let claim = CLAIMED.to_string();
    let entries = std::iter::once(claim.as_str()).chain(forwarded.split(','));
    let claimed = client_address(peer, entries.collect::<Vec<_>>().into_iter(), &trusted);
    // What was there before a proxy that is not trusted, or could not tell, is worth nothing.
    assert!(claimed == found || is_trusted(found) && claimed == CLAIMED, "{claimed} instead of {found}");
}
