//! Wires the rooms together: opens the store, makes the directory, hangs the dialects into their doors, listens, and stops.
//! The only file that knows every room. Decides nothing that a room could decide.

use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use dropshot::{ConfigDropshot, HttpServer, ServerBuilder};
use slog::{Logger, info, o};
use specgen_runtime::{Completed, Host, Settings};

use crate::auth::Passwords;
use crate::auth::password::HashCost;
use crate::config::Config;
use crate::context::Context;
use crate::dialect::elastic::Elastic;
use crate::dialect::frontier::Frontier;
use crate::dialect::lakesail::Lakesail;
use crate::dialect::roster::Roster;
use crate::dialect::wavefront::Wavefront;
use crate::directory::Directory;
use crate::domain::Error;
use crate::first_keys::{self, KeyFileError};
use crate::private_file;
use crate::store::sqlite::{OpenError, SqliteStore};
use crate::{generated, limits, logging};

pub use crate::first_keys::{ADMIN_KEY_FILE, READONLY_KEY_FILE};

/// The file in the data directory that holds the address the server listens on.
pub const ADDRESS_FILE: &str = "address";

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
    /// Dropshot refused a route, which the generator should have refused.
    #[error("cannot register the operations: {0}")]
    Routes(#[from] dropshot::ApiDescriptionRegisterError),
    /// The address could not be listened on.
    #[error("cannot listen: {0}")]
    Listen(#[from] dropshot::BuildError),
}

/// A server that listens.
pub struct Running {
    http: HttpServer<Doors>,
    address_file: PathBuf,
    generated_admin_key: Option<String>,
    log: Logger,
}

/// Opens the data directory, makes what exists from the first start, and listens.
///
/// # Errors
/// Another server uses the data directory, it cannot be used, or the address cannot be listened on.
pub async fn start(config: &Config, log: &Logger) -> Result<Running, StartError> {
    let store = SqliteStore::open(&config.data_dir, config.store_readers, log)?;
    let passwords = Passwords::new(HashCost::default()).map_err(StartError::Bootstrap)?;
    let directory = Directory::new(Arc::new(store), Arc::new(Context::system()), passwords);
    let generated_admin_key = first_keys::prepare(&directory, config).await?;

    let framework = ConfigDropshot { bind_address: config.listen, ..ConfigDropshot::default() };
    let doors = Doors::new(&directory, config, log);
    let http =
        ServerBuilder::new(generated::server::api()?, doors, logging::for_framework(log)).config(framework).start()?;

    let address = http.local_addr();
    let address_file = config.data_dir.join(ADDRESS_FILE);
    private_file::write(&address_file, &format!("{address}\n"))
        .map_err(|source| StartError::AddressFile { path: address_file.clone(), source })?;
    info!(log, "listening"; "address" => %address, "data_dir" => %config.data_dir.display());
    Ok(Running { http, address_file, generated_admin_key, log: log.clone() })
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

    /// Accepts nothing more, finishes the requests in flight, and closes the store.
    ///
    /// # Errors
    /// What Dropshot says of a server that had failed before.
    pub async fn stop(self) -> Result<(), StopError> {
        remove_if_there(&self.address_file, &self.log);
        self.http.close().await.map_err(StopError)
    }
}

/// The server had failed before it was stopped.
#[derive(Debug, thiserror::Error)]
#[error("the server had failed: {0}")]
pub struct StopError(String);

fn remove_if_there(file: &Path, log: &Logger) {
    if let Err(error) = std::fs::remove_file(file)
        && error.kind() != std::io::ErrorKind::NotFound
    {
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
    settings: Settings,
    log: Logger,
}

impl Doors {
    fn new(directory: &Directory, config: &Config, log: &Logger) -> Self {
        Self {
            lakesail: Lakesail::new(directory.clone()),
            elastic: Elastic::new(directory.clone()),
            frontier: Frontier::new(directory.clone()),
            wavefront: Wavefront::new(directory.clone()),
            roster: Roster::new(directory.clone()),
            settings: Settings {
                body_bytes_max: config.body_bytes_max,
                body_read_max: Duration::from_secs(limits::BODY_READ_S_MAX),
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

    fn completed(&self, completed: &Completed<'_>) {
        let call = completed.call;
        // The query is left out: what callers put there is not known to be free of secrets.
        info!(self.log, "request";
            "operation" => call.operation().map(|operation| operation.id),
            "method" => call.method().as_str(),
            "path" => call.path(),
            "status" => completed.status.as_u16(),
            "latency_us" => u64::try_from(completed.latency.as_micros()).unwrap_or(u64::MAX),
            "principal" => call.principal(),
            "remote" => %call.remote_address(),
            "request_id" => call.request_id(),
        );
    }
}
