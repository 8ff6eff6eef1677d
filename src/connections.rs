//! The connections that Dropshot accepts. It binds, accepts and keeps them itself, with no place to look at them or to set
//! anything, so they are found among the files of this process and held to their limits from outside.
//! Must not know what is said on them.

mod heard;
mod silent;

use std::collections::HashSet;
use std::fs;
use std::io;
use std::net::SocketAddr;
use std::os::fd::OwnedFd;
use std::sync::Arc;
use std::time::{Duration, Instant};

use prometheus::IntCounter;
use prometheus::core::Collector;
use rustix::net::{Shutdown, getpeername, getsockname, shutdown, sockopt};
use rustix::process::{PidfdFlags, PidfdGetfdFlags, Resource, getpid, getrlimit, pidfd_getfd, pidfd_open};
use slog::{Logger, warn};
use tokio::task::JoinHandle;

use crate::config::TrafficConfig;
use crate::limits;
use crate::metrics::{Reading, counter};
pub(crate) use heard::Heard;
use silent::Silent;

/// The files of this process.
const OWN_FILES: &str = "/proc/self/fd";

/// Why connections cannot be limited.
#[derive(Debug, thiserror::Error)]
pub enum ConnectionsError {
    /// The system does not let this process look at its own sockets.
    #[error("connections_max cannot be held: the system does not show this process its connections: {0}")]
    Hidden(io::Error),
    /// The system permits fewer files than the connections would take.
    #[error(
        "connections_max is {wanted}, and with at most {permitted} files (RLIMIT_NOFILE) only {possible} are possible"
    )]
    TooMany {
        /// The limit that was asked for.
        wanted: u32,
        /// Files that this process may have.
        permitted: u64,
        /// Connections that this leaves room for.
        possible: u64,
    },
}

/// Refuses a limit on connections that the system's limit on files would undercut.
///
/// # Errors
/// `TooMany`.
pub(crate) fn check_files(connections_max: u32) -> Result<(), ConnectionsError> {
    let permitted = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    let possible = permitted.saturating_sub(limits::FILES_BESIDE_CONNECTIONS);
    if u64::from(connections_max) <= possible {
        return Ok(());
    }
    Err(ConnectionsError::TooMany { wanted: connections_max, permitted, possible })
}

/// Connections that are held to their limits.
pub(crate) struct Held {
    /// What looks at them, until it is aborted.
    pub(crate) guards: Vec<JoinHandle<()>>,
    /// How many there are and were closed, to be shown.
    pub(crate) collectors: Vec<Box<dyn Collector>>,
}

/// Holds the connections to an address that this process listens on to their limits. Requests are noted in `heard`. Without a
/// limit on their number, a system that does not show this process its own connections is only told of.
///
/// # Errors
/// `Hidden`.
pub(crate) fn hold(
    address: SocketAddr,
    traffic: &TrafficConfig,
    heard: &Arc<Heard>,
    log: &Logger,
) -> Result<Held, ConnectionsError> {
    let connections = match (Connections::to(address), traffic.connections_max) {
        (Ok(connections), _) => Arc::new(connections),
        (Err(error), Some(_)) => return Err(ConnectionsError::Hidden(error)),
        (Err(error), None) => {
            warn!(log, "the system does not show this process its own connections"; "error" => %error);
            return Ok(Held { guards: Vec::new(), collectors: Vec::new() });
        }
    };
    let unread = traffic.unread_s_max.map(|seconds| connections.limit_unread(Duration::from_secs(seconds.into())));
    if let Some(Err(error)) = unread {
        warn!(log, "clients that leave their answers unread are waited for"; "error" => %error);
    }
    let refused = counter("roster_connections_refused_total", "Connections that were closed beyond their limit");
    let silent = counter("roster_connections_silent_total", "Connections that were closed as no request came on them");
    let shown = Arc::clone(&connections);
    let open = move || i64::try_from(shown.count()).unwrap_or(i64::MAX);
    let open = Reading::new("roster_connections", "Connections that are open", open);
    let collectors: Vec<Box<dyn Collector>> = vec![Box::new(refused.clone()), Box::new(silent.clone()), Box::new(open)];
    let most = traffic.connections_max.map(|most| usize::try_from(most).unwrap_or(usize::MAX));
    let number = most.map(|most| Arc::clone(&connections).guard_number(most, refused, log.clone()));
    let longest = traffic.first_request_s_max.map(|seconds| Duration::from_secs(seconds.into()));
    let first = longest.map(|longest| connections.guard_silent(longest, Arc::clone(heard), silent, log.clone()));
    Ok(Held { guards: number.into_iter().chain(first).collect(), collectors })
}

/// The sockets of one listener.
#[derive(Debug)]
struct Connections {
    /// This process, to get its own files by their numbers without any doubt whether they are still the same.
    process: OwnedFd,
    address: SocketAddr,
}

/// A socket. The name is the system's, and no other socket has it at the same time.
struct Socket {
    name: String,
    file: OwnedFd,
}

/// An accepted connection, and whom it is from.
struct Accepted {
    socket: Socket,
    peer: SocketAddr,
}

impl Connections {
    /// The connections to this address, which this process listens on.
    fn to(address: SocketAddr) -> io::Result<Self> {
        let process = pidfd_open(getpid(), PidfdFlags::empty())?;
        let connections = Self { process, address };
        connections.listener().map(|_| connections)
    }

    /// How many there are.
    fn count(&self) -> usize {
        self.accepted().count()
    }

    /// Lets the system close a connection whose client has not taken anything that was sent for so long.
    // What is set on the socket that listens holds for all that are accepted afterwards.
    fn limit_unread(&self, longest: Duration) -> io::Result<()> {
        let longest_ms = u32::try_from(longest.as_millis()).unwrap_or(u32::MAX);
        Ok(sockopt::set_tcp_user_timeout(self.listener()?, longest_ms)?)
    }

    /// Closes the newest connections beyond so many, from now on.
    fn guard_number(self: Arc<Self>, most: usize, refused: IntCounter, log: Logger) -> JoinHandle<()> {
        tokio::spawn(async move {
            let mut known = HashSet::new();
            let mut clock = tokio::time::interval(Duration::from_millis(limits::CONNECTIONS_LOOK_MS));
            loop {
                clock.tick().await;
                // Each connection is a file: with few files there is nothing to look at.
                if files().len() <= most - most / 8 {
                    known.clear();
                    continue;
                }
                let closed = self.close_newest_beyond(most, &mut known);
                if closed > 0 {
                    refused.inc_by(closed);
                    warn!(log, "closed connections beyond the limit"; "closed" => closed, "connections_max" => most);
                }
            }
        })
    }

    /// Closes the connections that no request has come on for so long, from now on.
    fn guard_silent(
        self: Arc<Self>,
        longest: Duration,
        heard: Arc<Heard>,
        closed: IntCounter,
        log: Logger,
    ) -> JoinHandle<()> {
        tokio::spawn(async move {
            let mut silent = Silent::new(longest);
            let mut clock = tokio::time::interval(longest / limits::SILENT_LOOKS);
            loop {
                clock.tick().await;
                // What was heard is taken before connections are listed, so each that asked before is among them.
                let heard = heard.take();
                let overdue = silent.overdue(self.accepted(), |peer| heard.has(peer), Instant::now());
                let count = overdue.iter().filter(|one| one.close()).count();
                if count > 0 {
                    closed.inc_by(u64::try_from(count).unwrap_or(u64::MAX));
                    let limit = longest.as_secs();
                    warn!(log, "closed connections without a request"; "closed" => count, "first_request_s_max" => limit);
                }
            }
        })
    }

    /// Closes what is not known, as far as there are too many. What stays is known from then on.
    fn close_newest_beyond(&self, most: usize, known: &mut HashSet<String>) -> u64 {
        let (old, new): (Vec<_>, Vec<_>) = self.accepted().partition(|one| known.contains(&one.socket.name));
        let room = most.saturating_sub(old.len());
        let closed = new.iter().skip(room).filter(|one| one.close()).count();
        *known = old.into_iter().chain(new.into_iter().take(room)).map(|one| one.socket.name).collect();
        u64::try_from(closed).unwrap_or(u64::MAX)
    }

    fn accepted(&self) -> impl Iterator<Item = Accepted> {
        self.sockets().filter_map(|socket| {
            let peer = getpeername(&socket.file).ok()??;
            Some(Accepted { socket, peer: SocketAddr::try_from(peer).ok()? })
        })
    }

    fn listener(&self) -> io::Result<OwnedFd> {
        // The error of a system that does not permit it, if that is why there is none.
        let refused = || self.socket(&files().first()?.0).err();
        let listens = |one: &Socket| sockopt::socket_acceptconn(&one.file).unwrap_or(false);
        let found = self.sockets().find(listens).map(|one| one.file);
        found.ok_or_else(|| refused().unwrap_or_else(|| io::Error::other("its own socket is not found")))
    }

    /// The sockets of this process whose own port is the listener's.
    fn sockets(&self) -> impl Iterator<Item = Socket> {
        let is_ours = |socket: &OwnedFd| {
            let own = getsockname(socket).ok().and_then(|own| SocketAddr::try_from(own).ok());
            own.is_some_and(|own| own.port() == self.address.port())
        };
        let files = files().into_iter().filter(|(_, name)| name.starts_with("socket:"));
        files.filter_map(move |(number, name)| {
            let file = self.socket(&number).ok().filter(is_ours)?;
            Some(Socket { name, file })
        })
    }

    fn socket(&self, number: &str) -> io::Result<OwnedFd> {
        let number = number.parse().map_err(io::Error::other)?;
        Ok(pidfd_getfd(&self.process, number, PidfdGetfdFlags::empty())?)
    }
}

impl Accepted {
    /// Closes it, and returns whether its client had not done so already.
    fn close(&self) -> bool {
        shutdown(&self.socket.file, Shutdown::Both).is_ok()
    }
}

/// The files of this process, by their numbers, with what the system says that they are. All are listed before any is
/// looked at, since what is got of one is a file, too.
fn files() -> Vec<(String, String)> {
    let entries = fs::read_dir(OWN_FILES).into_iter().flatten().flatten();
    let named = entries.filter_map(|entry| {
        let name = fs::read_link(entry.path()).ok()?;
        Some((entry.file_name().into_string().ok()?, name.to_string_lossy().into_owned()))
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use std::net::{TcpListener, TcpStream};

    use super::*;

    #[test]
    fn each_connection_is_found_once_while_all_are_held() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
        let address = listener.local_addr().expect("it is bound");
        let ends: Vec<_> = (0..40)
            .map(|_| {
                let client = TcpStream::connect(address).expect("it listens");
                (client, listener.accept().expect("one has connected"))
            })
            .collect();
        let connections = Connections::to(address).expect("the system shows this process its own files");
        let held: Vec<Accepted> = connections.accepted().collect();
        let names: HashSet<&str> = held.iter().map(|one| one.socket.name.as_str()).collect();
        assert_eq!((held.len(), names.len()), (ends.len(), ends.len()));
        drop(held);
        assert_eq!(connections.close_newest_beyond(30, &mut HashSet::new()), 10);
    }
}
