//! Whom a request is from when proxies pass it on. Only a proxy that the operator trusts is believed, since anybody can send
//! the header that proxies send.

use std::net::{IpAddr, SocketAddr};

use crate::config::ProxyNetwork;

/// Finds the address of the client: the first one, going back from the peer, that is no trusted proxy's. Each entry of
/// `forwarded`, which is what `X-Forwarded-For` lists in order, was written by the one after it.
pub(crate) fn client_address<'a>(
    peer: IpAddr,
    forwarded: impl DoubleEndedIterator<Item = &'a str>,
    trusted: &[ProxyNetwork],
) -> IpAddr {
    let mut client = peer;
    for entry in forwarded.rev() {
        if !trusted.iter().any(|network| network.contains(client)) {
            break;
        }
        match parse(entry) {
            Some(address) => client = address,
            // A proxy that we trust does not know either: then it is the one to count against.
            None => break,
        }
    }
    client
}

/// Reads an address, which some proxies write with a port.
fn parse(entry: &str) -> Option<IpAddr> {
    let entry = entry.trim();
    let with_port = || entry.parse::<SocketAddr>().ok().map(|address| address.ip());
    let bracketed = || entry.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    entry.parse().ok().or_else(with_port).or_else(bracketed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_trusted_proxies_are_believed() {
        let trusted: Vec<ProxyNetwork> =
            ["10.0.0.0/8", "2001:db8::1"].iter().map(|text| text.parse().expect("a network")).collect();
        let cases = [
            ("192.0.2.1", "198.51.100.7", "192.0.2.1"),
            ("10.0.0.1", "", "10.0.0.1"),
            ("10.0.0.1", "198.51.100.7", "198.51.100.7"),
            ("::ffff:10.0.0.1", "198.51.100.7", "198.51.100.7"),
            ("10.0.0.1", "6.6.6.6, 198.51.100.7", "198.51.100.7"),
            ("10.0.0.1", "6.6.6.6, 198.51.100.7, 10.9.9.9", "198.51.100.7"),
            ("10.0.0.1", "10.0.0.3,10.0.0.2", "10.0.0.3"),
            ("10.0.0.1", "198.51.100.7:4711", "198.51.100.7"),
            ("2001:db8::1", "[2001:db8::7]:4711", "2001:db8::7"),
            ("10.0.0.1", "[2001:db8::7]", "2001:db8::7"),
            ("10.0.0.1", "198.51.100.7, unknown", "10.0.0.1"),
        ];
        for (peer, forwarded, expected) in cases {
            let found = client_address(peer.parse().expect("an address"), forwarded.split(','), &trusted);
            assert_eq!(found, expected.parse::<IpAddr>().expect("an address"), "{peer} for {forwarded}");
        }
    }
}
