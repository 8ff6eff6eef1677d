//! Which connections are beyond the limit on their number: the newest.
//! Must not know how a connection is found or closed.

use std::collections::HashSet;

use super::sockets::{Listed, Sockets};

/// The connections of the last look: those that may stay, and those that were closed and are not gone yet.
pub(super) struct Newest {
    most: usize,
    known: HashSet<u64>,
    closed: HashSet<u64>,
}

impl Newest {
    /// Those beyond so many.
    pub(super) fn beyond(most: usize) -> Self {
        Self { most, known: HashSet::new(), closed: HashSet::new() }
    }

    /// Closes what is not known, as far as there are too many, and returns how many that were. What stays is known from then on.
    pub(super) fn close(&mut self, sockets: &Sockets) -> usize {
        sockets.look(|listed| self.close_of(sockets, listed))
    }

    fn close_of(&mut self, sockets: &Sockets, listed: &[Listed]) -> usize {
        // With few sockets there is nothing to look at.
        if listed.len() <= self.most - self.most / 8 {
            self.known.clear();
            return 0;
        }
        let there: HashSet<u64> = listed.iter().map(|one| one.id).collect();
        self.known.retain(|id| there.contains(id));
        self.closed.retain(|id| there.contains(id));
        let closed_before = self.closed.len();
        for one in listed {
            if self.known.contains(&one.id) || self.closed.contains(&one.id) {
                continue;
            }
            let Some(connection) = sockets.accepted(*one) else { continue };
            if self.known.len() < self.most {
                self.known.insert(one.id);
            } else if connection.close() {
                self.closed.insert(one.id);
            }
        }
        self.closed.len() - closed_before
    }
}

#[cfg(test)]
mod tests {
    use std::net::{TcpListener, TcpStream};

    use super::*;

    #[test]
    fn each_connection_is_counted_once_and_those_too_many_are_closed() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
        let address = listener.local_addr().expect("it is bound");
        let connect = || {
            let client = TcpStream::connect(address).expect("it listens");
            (client, listener.accept().expect("one has connected").0)
        };
        let first: Vec<_> = (0..30).map(|_| connect()).collect();
        let sockets = Sockets::of(address).expect("the system shows this process its own files");
        let mut newest = Newest::beyond(30);
        assert_eq!((sockets.count(), newest.close(&sockets)), (30, 0));
        let late: Vec<_> = (0..10).map(|_| connect()).collect();
        assert_eq!((sockets.count(), newest.close(&sockets)), (40, 10));
        let is_open = |(client, _): &(TcpStream, TcpStream)| {
            client.set_nonblocking(true).expect("it is a socket");
            client.peek(&mut [0]).is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock)
        };
        assert!(first.iter().all(is_open) && !late.iter().any(is_open));
        assert_eq!(newest.close(&sockets), 0, "what is closed is not closed again");
    }
}
