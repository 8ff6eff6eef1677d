//! The sockets of one listener and of what it accepted, found among the files of this process.
//! Must not know which of them are to be closed.

use std::fs::{self, File};
use std::io;
use std::net::SocketAddr;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::MetadataExt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rustix::net::{Shutdown, getpeername, getsockname, shutdown, sockopt};
use rustix::process::{PidfdFlags, PidfdGetfdFlags, getpid, pidfd_getfd, pidfd_open};

use crate::limits::SPARE_FILES;

/// The files of this process.
const OWN_FILES: &str = "/proc/self/fd";

/// What a link to a socket is to, around the socket's number.
const SOCKET: (&str, &str) = ("socket:[", "]");

/// The sockets that belong to one address.
#[derive(Debug)]
pub(super) struct Sockets {
    /// This process, to get its own files by their numbers.
    process: OwnedFd,
    address: SocketAddr,
    /// Files of which one is given up for as long as a look takes: to look takes one, also where clients have left none. There are
    /// several, as a new connection may take it first.
    spare: Mutex<Vec<OwnedFd>>,
}

/// A socket of this process, whatever it is for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed {
    /// The system's name of the socket. No other one has it at the same time.
    pub(super) id: u64,
    descriptor: i32,
}

/// An accepted connection.
pub(super) struct Accepted {
    /// Whom it is from.
    pub(super) peer: SocketAddr,
    socket: OwnedFd,
}

impl Sockets {
    /// The sockets of an address that this process listens on.
    ///
    /// # Errors
    /// The system does not show this process its own files.
    pub(super) fn of(address: SocketAddr) -> io::Result<Self> {
        let process = pidfd_open(getpid(), PidfdFlags::empty())?;
        let sockets = Self { process, address, spare: Mutex::default() };
        sockets.listener()?;
        sockets.keep_spare();
        Ok(sockets)
    }

    /// Looks at all sockets of this process there are, and returns how many of them something was found or done with. Who looks
    /// gets one at a time. Where no file is left to look with, that is none.
    pub(super) fn look(&self, look: impl FnOnce(&[Listed]) -> usize) -> usize {
        drop(self.spare().pop());
        let count = listed().map_or(0, |listed| look(&listed));
        self.keep_spare();
        count
    }

    /// How many connections there are.
    pub(super) fn count(&self) -> usize {
        self.look(|listed| listed.iter().filter(|one| self.accepted(**one).is_some()).count())
    }

    /// Gets a socket if it is an accepted connection, and still the one that was listed.
    pub(super) fn accepted(&self, listed: Listed) -> Option<Accepted> {
        let socket = self.get(listed).ok()?;
        let peer = SocketAddr::try_from(getpeername(&socket).ok()??).ok()?;
        Some(Accepted { peer, socket })
    }

    /// Lets the system close a connection whose client has not taken anything that was sent for so long.
    ///
    /// # Errors
    /// The system's own.
    // What is set on the socket that listens holds for all that are accepted afterwards.
    pub(super) fn limit_unread(&self, longest: Duration) -> io::Result<()> {
        let longest_ms = u32::try_from(longest.as_millis()).unwrap_or(u32::MAX);
        Ok(sockopt::set_tcp_user_timeout(self.listener()?, longest_ms)?)
    }

    fn listener(&self) -> io::Result<OwnedFd> {
        let mut refused = None;
        for one in listed()? {
            match self.get(one) {
                Ok(socket) if sockopt::socket_acceptconn(&socket).unwrap_or(false) => return Ok(socket),
                Ok(_) => {}
                Err(error) => refused = Some(error),
            }
        }
        // The error of a system that does not permit it, if that is why there is none.
        Err(refused.unwrap_or_else(|| io::Error::other("its own socket is not found")))
    }

    /// Gets a socket whose own port is the listener's.
    fn get(&self, listed: Listed) -> io::Result<OwnedFd> {
        let socket = File::from(pidfd_getfd(&self.process, listed.descriptor, PidfdGetfdFlags::empty())?);
        let own = SocketAddr::try_from(getsockname(&socket)?)?;
        // Its number may be another socket's by now.
        let is_it = socket.metadata()?.ino() == listed.id && own.port() == self.address.port();
        if is_it { Ok(socket.into()) } else { Err(io::Error::other("it is another socket")) }
    }

    fn keep_spare(&self) {
        let mut spare = self.spare();
        let missing = SPARE_FILES.saturating_sub(spare.len());
        spare.extend((0..missing).map_while(|_| self.process.try_clone().ok()));
    }

    fn spare(&self) -> MutexGuard<'_, Vec<OwnedFd>> {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Accepted {
    /// Closes it, and returns whether its client had not done so already.
    pub(super) fn close(&self) -> bool {
        shutdown(self.socket.as_fd(), Shutdown::Both).is_ok()
    }
}

/// The sockets among the files of this process.
fn listed() -> io::Result<Vec<Listed>> {
    let sockets = fs::read_dir(OWN_FILES)?.flatten().filter_map(|entry| {
        let target = fs::read_link(entry.path()).ok()?;
        let id = target.to_str()?.strip_prefix(SOCKET.0)?.strip_suffix(SOCKET.1)?;
        Some(Listed { id: id.parse().ok()?, descriptor: entry.file_name().to_str()?.parse().ok()? })
    });
    Ok(sockets.collect())
}
