//! Wires the rooms together: opens the store, makes the directory, hangs the dialects into their doors, listens, and stops.
//! The only file that knows every room. Decides nothing that a room could decide.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use dropshot::{ConfigDropshot, ConfigTls, HttpServer, ServerBuilder};
use slog::{Logger, info, o};
use specgen_runtime::{Call, Completed, Host, Rejection, Settings};
use tokio::task::JoinHandle;

use crate::auth::Passwords;
use crate::auth::password::HashCost;
use crate::backup::Scheduler;
use crate::config::{Config, ProxyNetwork, TlsConfig};
use crate::connections::{self, ConnectionsError, Heard};
use crate::context::Context;
use crate::dialect::elastic::Elastic;
use crate::dialect::frontier::Frontier;
use crate::dialect::lakesail::Lakesail;
use crate::dialect::roster::Roster;
use crate::dialect::wavefront::Wavefront;
use crate::directory::{Directory, SessionLifetimes};
use crate::domain::Error;
use crate::first_keys::{self, KeyFileError};
use crate::mail::{Pace, RelayError, Sender};
use crate::private_file;
use crate::store::sqlite::{OpenError, Sizes, SqliteStore};
use crate::throttle::RequestLimits;
use crate::tls::{self, TlsError};
use crate::watch::Watch;
use crate::{generated, logging, proxies};

pub use crate::first_keys::{ADMIN_KEY_FILE, READONLY_KEY_FILE};

/// The file in the data directory that holds the URL of the address the server listens on.
pub const ADDRESS_FILE: &str = "address";

/// Operations that are always served: whoever watches over the server must see it when it is busy.
const UNLIMITED: [&str; 4] = ["getHealth", "getReadiness", "ping", "getMetrics"];
/// The header in which proxies list whom a request is from.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// Why the server does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The store could not be opened, or belongs to another server.
    #[error(transparent)]
    Store(#[from] OpenError),
    /// What exists from the first start could not be made.
    #[error("cannot prepare the directory: {0}")]
    Bootstrap(Error),
    /// A key file could not be read or written.
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// The address file could not be written.
    #[error("cannot write {path}: {source}")]
    AddressFile {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The certificate cannot be used.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// The mail server's settings cannot be used.
    #[error(transparent)]
    Mail(#[from] RelayError),
    /// Dropshot refused a route, which the generator should have refused.
    #[error("cannot register the operations: {0}")]
    Routes(#[from] dropshot::ApiDescriptionRegisterError),
    /// Requests could not be counted.
    #[error("cannot count what the server does: {0}")]
    Metrics(Error),
    /// Connections cannot be limited as configured.
    #[error(transparent)]
    Connections(#[from] ConnectionsError),
    /// The address could not be listened on.
    #[error("cannot listen: {0}")]
    Listen(#[from] dropshot::BuildError),
}

/// A server that listens.
pub struct Running {
    http: HttpServer<Doors>,
    watch: Arc<Watch>,
    guards: Vec<JoinHandle<()>>,
    sender: Option<Sender>,
    scheduler: Option<Scheduler>,
    tls: Option<TlsConfig>,
    address_file: PathBuf,
    generated_admin_key: Option<String>,
    stop_delay: Duration,
    grace: Duration,
    log: Logger,
}

/// Opens the data directory, makes what exists from the first start, and listens.
///
/// # Errors
/// Another server uses the data directory, it cannot be used, or the address cannot be listened on.
pub async fn start(config: &Config, log: &Logger) -> Result<Running, StartError> {
    let tls = config.tls.as_ref().map(tls::load).transpose()?;
    let traffic = &config.traffic;
    traffic.connections_max.map_or(Ok(()), connections::check_files)?;
    let sizes = Sizes { readers: config.store_readers, queue_jobs_max: traffic.store_queue_jobs_max };
    let store = SqliteStore::open_with(&config.data_dir, sizes, log)?;
    let of_store = store.collectors();
    let cost = HashCost { memory_kib: config.password_hash_memory_kib, passes: config.password_hash_passes };
    let passwords = Passwords::new(cost).map_err(StartError::Bootstrap)?;
    let passwords = passwords.with_waiting_max(traffic.password_hashes_waiting_max);
    let lifetimes = SessionLifetimes {
        token: TimeDelta::seconds(config.session_lifetime_s.into()),
        session: TimeDelta::seconds(config.session_age_s_max.into()),
    };
    let context = Arc::new(Context::system());
    let directory = Directory::new(Arc::new(store), Arc::clone(&context), passwords).with_sessions(lifetimes);
    let directory = match public_url(config) {
        Some(url) => directory.reached_at(&url),
        None => directory,
    };
    let throttle = &config.throttle;
    let requests = Arc::new(RequestLimits::new(throttle.requests, throttle.credential_requests));
    let directory = directory.with_limits(Arc::clone(&requests), throttle.guesses);
    let generated_admin_key = first_keys::prepare(&directory, config).await?;
    let sender = |smtp| Sender::start(directory.outbox(), smtp, Pace::default(), log);
    let sender = config.mail.smtp.as_ref().map(sender).transpose()?;

    let framework = ConfigDropshot { bind_address: config.listen, ..ConfigDropshot::default() };
    let watch = Watch::new(generated::server::operations(), context.now().timestamp()).map_err(StartError::Metrics)?;
    watch.show(of_store.into_iter().chain(directory.collectors())).map_err(StartError::Metrics)?;
    let heard = Arc::new(Heard::new());
    let doors = Doors::new(&directory, requests, &watch, Arc::clone(&heard), config, log);
    let http = ServerBuilder::new(generated::server::api()?, doors, logging::for_framework(log))
        .config(framework)
        .tls(tls.map(ConfigTls::Dynamic))
        .start()?;

    let address = http.local_addr();
    let held = connections::hold(address, traffic, &heard, log)?;
    watch.show(held.collectors).map_err(StartError::Metrics)?;
    let guards = held.guards;
    let address_file = config.data_dir.join(ADDRESS_FILE);
    private_file::write(&address_file, &format!("{}://{address}\n", scheme(config)))
        .map_err(|source| StartError::AddressFile { path: address_file.clone(), source })?;
    info!(log, "listening"; "address" => %address, "scheme" => scheme(config), "data_dir" => %config.data_dir.display());
    let tls = config.tls.clone();
    let grace = Duration::from_secs(config.stop_grace_s.into());
    let stop_delay = Duration::from_secs(traffic.stop_delay_s.into());
    let schedule = |backup| Scheduler::start(backup, &config.data_dir, context, log);
    let scheduler = config.backup.as_ref().map(schedule);
    let log = log.clone();
    Ok(Running {
        http,
        watch,
        guards,
        sender,
        scheduler,
        tls,
        address_file,
        generated_admin_key,
        stop_delay,
        grace,
        log,
    })
}

impl fmt::Debug for Running {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Running").field("address", &self.address()).finish_non_exhaustive()
    }
}

impl Running {
    /// Returns the address that the server listens on.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.http.local_addr()
    }

    /// Returns the admin's key if this start made it: the only time that it is shown.
    #[must_use]
    pub fn generated_admin_key(&self) -> Option<&str> {
        self.generated_admin_key.as_deref()
    }

    /// Reads the certificate again, for the connections that begin from now on. One that cannot be used is logged, and
    /// the one before stays in use.
    pub async fn reload_certificate(&self) {
        let Some(config) = &self.tls else {
            info!(self.log, "there is no certificate to read again: connections are not encrypted");
            return;
        };
        let refreshed = match tls::load(config) {
            Ok(loaded) => self.http.refresh_tls(&ConfigTls::Dynamic(loaded)).await,
            Err(error) => Err(error.to_string()),
        };
        match refreshed {
            Ok(()) => info!(self.log, "the certificate was read again"),
            Err(error) => slog::error!(self.log, "the certificate stays as it was"; "error" => error),
        }
    }

    /// Is not ready any more, and after the configured delay accepts nothing more, finishes the requests in flight and the
    /// mail that is being sent, breaks a backup off, and closes the store. What takes longer than the configured grace, such
    /// as a list that its client does not read, is broken off.
    ///
    /// # Errors
    /// What Dropshot says of a server that had failed before.
    pub async fn stop(self) -> Result<(), StopError> {
        self.watch.note_stopping();
        // Whoever sends requests here finds that out by `/readyz` before the first is refused.
        tokio::time::sleep(self.stop_delay).await;
        remove_if_there(&self.address_file, &self.log);
        self.guards.iter().for_each(JoinHandle::abort);
        let sender = async {
            if let Some(sender) = self.sender {
                sender.stop().await;
            }
        };
        let scheduler = async {
            if let Some(scheduler) = self.scheduler {
                scheduler.stop().await;
            }
        };
        let finished = async { tokio::join!(self.http.close(), sender, scheduler) };
        match tokio::time::timeout(self.grace, finished).await {
            Ok((closed, (), ())) => closed.map_err(StopError),
            Err(_) => {
                slog::warn!(self.log, "breaking off requests in flight"; "grace_s" => self.grace.as_secs());
                Ok(())
            }
        }
    }
}

/// The server had failed before it was stopped.
#[derive(Debug, thiserror::Error)]
#[error("the server had failed: {0}")]
pub struct StopError(String);

/// The URL that mail names: what the operator says, else the address to listen on, if others can use that.
fn public_url(config: &Config) -> Option<String> {
    let is_usable = config.listen.port() != 0 && !config.listen.ip().is_unspecified();
    let own = is_usable.then(|| format!("{}://{}", scheme(config), config.listen));
    config.mail.public_url.clone().or(own)
}

/// The scheme that the server is reached under.
const fn scheme(config: &Config) -> &'static str {
    if config.tls.is_some() { "https" } else { "http" }
}

fn remove_if_there(file: &Path, log: &Logger) {
    if let Err(error) = private_file::remove_if_there(file) {
        slog::warn!(log, "cannot remove a file"; "path" => %file.display(), "error" => %error);
    }
}

/// The dialects, each behind its generated door. Dropshot's context.
pub struct Doors {
    lakesail: Lakesail,
    elastic: Elastic,
    frontier: Frontier,
    wavefront: Wavefront,
    roster: Roster,
    requests: Arc<RequestLimits>,
    watch: Arc<Watch>,
    heard: Arc<Heard>,
    trusted_proxies: Vec<ProxyNetwork>,
    settings: Settings,
    answer_max: Option<Duration>,
    log: Logger,
}

impl Doors {
    fn new(
        directory: &Directory,
        requests: Arc<RequestLimits>,
        watch: &Arc<Watch>,
        heard: Arc<Heard>,
        config: &Config,
        log: &Logger,
    ) -> Self {
        Self {
            lakesail: Lakesail::new(directory.clone()),
            elastic: Elastic::new(directory.clone()),
            frontier: Frontier::new(directory.clone()),
            wavefront: Wavefront::new(directory.clone()),
            roster: Roster::new(directory.clone(), Arc::clone(watch)),
            requests,
            watch: Arc::clone(watch),
            heard,
            trusted_proxies: config.throttle.trusted_proxies.clone(),
            answer_max: config.traffic.request_s_max.map(|seconds| Duration::from_secs(seconds.into())),
            settings: Settings {
                body_bytes_max: config.body_bytes_max,
                body_read_max: Duration::from_secs(config.traffic.body_read_s_max.into()),
            },
            log: log.new(o!()),
        }
    }
}

impl generated::server::Server for Doors {
    type Lakesail = Lakesail;
    type Elastic = Elastic;
    type Frontier = Frontier;
    type Wavefront = Wavefront;
    type Roster = Roster;

    fn lakesail(&self) -> &Lakesail {
        &self.lakesail
    }

    fn elastic(&self) -> &Elastic {
        &self.elastic
    }

    fn frontier(&self) -> &Frontier {
        &self.frontier
    }

    fn wavefront(&self) -> &Wavefront {
        &self.wavefront
    }

    fn roster(&self) -> &Roster {
        &self.roster
    }
}

impl Host for Doors {
    fn settings(&self) -> Settings {
        self.settings
    }

    fn answer_max(&self) -> Option<Duration> {
        self.answer_max
    }

    fn client_address(&self, call: &Call) -> IpAddr {
        if self.trusted_proxies.is_empty() {
            return call.remote_address().ip();
        }
        let headers = call.headers().get_all(FORWARDED_FOR).iter();
        let readable: Vec<&str> = headers.map(|value| value.to_str().unwrap_or_default()).collect();
        let entries = readable.iter().flat_map(|value| value.split(','));
        proxies::client_address(call.remote_address().ip(), entries, &self.trusted_proxies)
    }

    fn admit(&self, call: &Call) -> Result<(), Rejection> {
        self.watch.requests().begin();
        self.heard.note(call.remote_address());
        if call.operation().is_some_and(|operation| UNLIMITED.contains(&operation.id)) {
            return Ok(());
        }
        self.requests.count().map_err(|error| match error {
            Error::Throttled { retry_after_s } => Rejection::Throttled { retry_after_s },
            other => Rejection::Internal { message: other.to_string() },
        })
    }

    fn completed(&self, completed: &Completed<'_>) {
        self.watch.requests().end(completed);
        let call = completed.call;
        // The query is left out: what callers put there is not known to be free of secrets.
        info!(self.log, "request";
            "operation" => call.operation().map(|operation| operation.id),
            "method" => call.method().as_str(),
            "path" => call.path(),
            "status" => completed.status.as_u16(),
            "latency_us" => u64::try_from(completed.latency.as_micros()).unwrap_or(u64::MAX),
            "principal" => call.principal(),
            "remote" => %call.client_address(),
            "request_id" => call.request_id(),
        );
    }
}
