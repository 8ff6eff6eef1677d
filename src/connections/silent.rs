//! Which connections no request has come on for too long. Dropshot's HTTP library waits for the first byte of a connection
//! without a limit, and so does TLS for the end of its handshake.
//! Must not know how a connection is found or closed.

use std::collections::HashMap;
use std::mem;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use super::heard::{Heard, Taken};
use super::sockets::Sockets;

/// The connections of the last look.
pub(super) struct Silent {
    longest: Duration,
    known: HashMap<u64, Known>,
}

/// What is known of a connection.
#[derive(Clone, Copy)]
enum Known {
    /// No request has come on it since it was first seen.
    Silent { peer: SocketAddr, since: Instant },
    /// One has. From then on it has other limits.
    Asked,
    /// It was closed, and is not gone yet.
    Closed,
}

impl Silent {
    /// Those without a request for so long.
    pub(super) fn for_longer_than(longest: Duration) -> Self {
        Self { longest, known: HashMap::new() }
    }

    /// Closes the connections that have had their time for a request, and returns how many that were. `heard` is from whom one
    /// came since the last look.
    pub(super) fn close(&mut self, sockets: &Sockets, heard: &Heard, now: Instant) -> usize {
        // What was heard is taken before connections are listed, so each that asked before is among them.
        let heard = heard.take();
        sockets.look(|listed| {
            let before = mem::take(&mut self.known);
            let mut closed = 0;
            for one in listed {
                let new = || sockets.accepted(*one).map(|new| Known::Silent { peer: new.peer, since: now });
                let Some(known) = before.get(&one.id).copied().or_else(new) else { continue };
                let mut known = known.after(&heard);
                let is_overdue = known.is_overdue(self.longest, now);
                if is_overdue && sockets.accepted(*one).is_some_and(|overdue| overdue.close()) {
                    known = Known::Closed;
                    closed += 1;
                }
                self.known.insert(one.id, known);
            }
            closed
        })
    }
}

impl Known {
    fn after(self, heard: &Taken<'_>) -> Self {
        match self {
            Self::Silent { peer, .. } if heard.has(peer) => Self::Asked,
            unchanged => unchanged,
        }
    }

    fn is_overdue(self, longest: Duration, now: Instant) -> bool {
        matches!(self, Self::Silent { since, .. } if now.duration_since(since) >= longest)
    }
}

#[cfg(test)]
mod tests {
    use std::net::{TcpListener, TcpStream};

    use super::*;

    #[test]
    fn who_asks_in_time_stays_and_who_does_not_is_closed_once() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
        let address = listener.local_addr().expect("it is bound");
        let ends: Vec<_> = (0..3)
            .map(|_| {
                let client = TcpStream::connect(address).expect("it listens");
                (client, listener.accept().expect("one has connected"))
            })
            .collect();
        let peer = |client: usize| ends[client].0.local_addr().expect("it is connected");
        let sockets = Sockets::of(address).expect("the system shows this process its own files");
        let (heard, second, begin) = (Heard::new(), Duration::from_secs(1), Instant::now());
        let mut silent = Silent::for_longer_than(3 * second);
        heard.note(peer(0));
        assert_eq!(silent.close(&sockets, &heard, begin), 0);
        heard.note(peer(1));
        assert_eq!(silent.close(&sockets, &heard, begin + 2 * second), 0);
        assert_eq!(silent.close(&sockets, &heard, begin + 3 * second), 1);
        assert_eq!(silent.close(&sockets, &heard, begin + 9 * second), 0);
        let silent_end = ends[2].0.peek(&mut [0]).expect("it is closed");
        assert_eq!(silent_end, 0);
    }
}
