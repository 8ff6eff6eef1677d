//! Which connections no request has come on for too long. Dropshot's HTTP library waits for the first byte of a connection
//! without a limit, and so does TLS for the end of its handshake.
//! Must not know how a connection is found or closed.

use std::collections::HashMap;
use std::mem;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use super::Accepted;

/// The connections of the last look.
pub(super) struct Silent {
    longest: Duration,
    known: HashMap<String, Known>,
}

/// What is known of a connection.
#[derive(Clone, Copy)]
enum Known {
    /// No request has come on it since it was first seen.
    Silent { since: Instant },
    /// One has. From then on it has other limits.
    Asked,
}

impl Silent {
    /// Nothing has been looked at yet.
    pub(super) fn new(longest: Duration) -> Self {
        Self { longest, known: HashMap::new() }
    }

    /// Looks at all connections there are, and returns those that have had their time for a request. `has_asked` says whether one came
    /// from a peer since the last look.
    pub(super) fn overdue(
        &mut self,
        connections: impl Iterator<Item = Accepted>,
        has_asked: impl Fn(SocketAddr) -> bool,
        now: Instant,
    ) -> Vec<Accepted> {
        let before = mem::take(&mut self.known);
        let mut overdue = Vec::new();
        for one in connections {
            let known = match before.get(&one.socket.name) {
                Some(Known::Asked) => Known::Asked,
                _ if has_asked(one.peer) => Known::Asked,
                Some(silent) => *silent,
                None => Known::Silent { since: now },
            };
            self.known.insert(one.socket.name.clone(), known);
            if matches!(known, Known::Silent { since } if now.duration_since(since) >= self.longest) {
                overdue.push(one);
            }
        }
        overdue
    }
}
