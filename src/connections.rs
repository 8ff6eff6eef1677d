//! The connections that Dropshot accepts. It binds, accepts and keeps them itself, with no place to look at them or to set
//! anything, so they are found among the files of this process and held to their limits from outside.
//! Must not know what is said on them.

mod heard;
mod newest;
mod silent;
mod sockets;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use prometheus::IntCounter;
use prometheus::core::Collector;
use rustix::process::{Resource, getrlimit};
use slog::{Logger, warn};
use tokio::task::JoinHandle;

use crate::config::TrafficConfig;
use crate::limits;
use crate::metrics::{Reading, counter};
pub(crate) use heard::Heard;
use newest::Newest;
use silent::Silent;
use sockets::Sockets;

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
    let sockets = match (Sockets::of(address), traffic.connections_max) {
        (Ok(sockets), _) => Arc::new(sockets),
        (Err(error), Some(_)) => return Err(ConnectionsError::Hidden(error)),
        (Err(error), None) => {
            warn!(log, "the system does not show this process its own connections"; "error" => %error);
            return Ok(Held { guards: Vec::new(), collectors: Vec::new() });
        }
    };
    let seconds = |seconds: u32| Duration::from_secs(seconds.into());
    if let Some(Err(error)) = traffic.unread_s_max.map(|longest| sockets.limit_unread(seconds(longest))) {
        warn!(log, "clients that leave their answers unread are waited for"; "error" => %error);
    }
    let refused = counter("roster_connections_refused_total", "Connections that were closed beyond their limit");
    let silent = counter("roster_connections_silent_total", "Connections that were closed as no request came on them");
    let shown = Arc::clone(&sockets);
    let open = move || i64::try_from(shown.count()).unwrap_or(i64::MAX);
    let open = Reading::new("roster_connections", "Connections that are open", open);
    let collectors: Vec<Box<dyn Collector>> = vec![Box::new(refused.clone()), Box::new(silent.clone()), Box::new(open)];
    let newest = traffic.connections_max.map(|most| {
        let mut newest = Newest::beyond(usize::try_from(most).unwrap_or(usize::MAX));
        let look = move |sockets: &Sockets| newest.close(sockets);
        let pause = Duration::from_millis(limits::CONNECTIONS_LOOK_MS);
        watch(Arc::clone(&sockets), pause, refused, log.clone(), look, "there are more than connections_max")
    });
    let silent = traffic.first_request_s_max.map(seconds).map(|longest| {
        let (mut known, heard) = (Silent::for_longer_than(longest), Arc::clone(heard));
        let look = move |sockets: &Sockets| known.close(sockets, &heard, Instant::now());
        let reason = "no request came for first_request_s_max";
        watch(Arc::clone(&sockets), longest / limits::SILENT_LOOKS, silent, log.clone(), look, reason)
    });
    Ok(Held { guards: newest.into_iter().chain(silent).collect(), collectors })
}

/// Looks at the sockets from now on, so often, and counts and logs what a look has closed.
fn watch(
    sockets: Arc<Sockets>,
    pause: Duration,
    total: IntCounter,
    log: Logger,
    mut look: impl FnMut(&Sockets) -> usize + Send + 'static,
    reason: &'static str,
) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut clock = tokio::time::interval(pause);
        loop {
            clock.tick().await;
            let closed = look(&sockets);
            if closed > 0 {
                total.inc_by(u64::try_from(closed).unwrap_or(u64::MAX));
                warn!(log, "closed connections"; "closed" => closed, "reason" => reason);
            }
        }
    })
}
