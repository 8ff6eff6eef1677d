//! The store in one SQLite database: one thread writes and commits many jobs at once, some threads read.
//! Knows jobs and the data directory; what SQL there is lies in one file for each noun.

mod audit;
mod backup;
mod bulk;
mod check;
mod connection;
mod credentials;
mod edges;
mod error;
mod functions;
mod groups;
mod installation;
mod kept_answers;
mod lock;
mod log_file;
mod lookup;
mod lookups;
mod mail;
mod members;
mod metaschemas;
mod metrics;
mod migrations;
mod organizations;
mod passwords;
mod reader;
mod restore;
mod roles;
mod rows;
mod rules;
mod search;
mod texts;
mod transaction;
mod users;
mod writer;
mod writes;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, TryLockError};
use std::thread::{self, JoinHandle};

use prometheus::core::Collector;
use prometheus::{IntCounter, IntGauge};
use slog::{Logger, info};

use super::memory::Memory;
use super::{Busy, ReadJob, ShortWork, Store, WriteJob};
use crate::{limits, private_file};
use connection::Database;
use lock::Lock;
use metrics::Metrics;
use reader::Reader;
use writer::Writer;

pub use backup::{BreakOff, Draft, FileError, remove_unfinished};
pub use check::{Findings, Snapshot};
pub use restore::Restoration;

/// Why the store could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The data directory cannot be made or used.
    #[error("cannot use the data directory: {path}: {source}")]
    Directory {
        /// What could not be used.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Another process has the data directory.
    #[error("the data directory {directory} is in use by another server")]
    InUse {
        /// The data directory.
        directory: PathBuf,
    },
    /// The database was written by a program with a newer schema.
    #[error(
        "the database has schema {found} and this program knows schemas up to {known}: \
         it was written by a newer version of Roster"
    )]
    NewerSchema {
        /// The newest migration in the database.
        found: i64,
        /// The newest migration of this program.
        known: i64,
    },
    /// The database was written by a program with an older schema, and may not be changed now.
    #[error(
        "the database has schema {found} and this program reads schema {known}: serve it once to bring it up to date"
    )]
    OlderSchema {
        /// The newest migration in the database.
        found: i64,
        /// The newest migration of this program.
        known: i64,
    },
    /// The schema could not be brought up to date.
    #[error("cannot migrate the database: {source}")]
    Migration {
        /// What the migration tool said.
        source: Box<refinery::Error>,
    },
    /// The database could not be copied before its schema is brought up to date, which was not begun.
    #[error("cannot keep a copy of the database before it is upgraded: {source}")]
    Upgrade {
        /// Why not.
        source: Box<FileError>,
    },
    /// SQLite refused to open or prepare the database.
    #[error("cannot open the database: {source}")]
    Engine {
        /// What SQLite said.
        #[from]
        source: rusqlite::Error,
    },
    /// A thread could not be started.
    #[error("cannot start a thread of the store: {source}")]
    Thread {
        /// What the system said.
        source: std::io::Error,
    },
}

/// How many read, and how many may wait.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// Connections that read at the same time.
    pub readers: usize,
    /// Jobs that wait for a reader, and as many that wait for the writer; more are refused.
    pub queue_jobs_max: usize,
}

impl Default for Sizes {
    fn default() -> Self {
        Self { readers: limits::STORE_READERS_DEFAULT, queue_jobs_max: limits::STORE_QUEUE_JOBS_DEFAULT }
    }
}

/// The directory in SQLite. Dropping it finishes what is queued, then closes the database.
#[derive(Debug)]
pub struct SqliteStore {
    // Both are `Some` until the store is dropped, which ends the threads by closing their queues. Without a writer there is
    // no queue of writes.
    reads: Option<SyncSender<ReadJob>>,
    writes: Option<SyncSender<WriteJob>>,
    readers: Vec<JoinHandle<()>>,
    // Connections for lookups that are made where they are asked for, one for each core.
    lookers: Vec<Mutex<Reader>>,
    writer: Option<JoinHandle<()>>,
    // Not where another process may write.
    memory: Option<Arc<Memory>>,
    metrics: Arc<Metrics>,
    database: Database,
    // Released last, when no thread uses the database any more.
    _lock: Option<Lock>,
}

impl SqliteStore {
    /// Opens the database of a data directory with this many readers, making both if they are not there.
    ///
    /// # Errors
    /// Another process has the directory, the database is not usable, or its schema is newer than this program's.
    pub fn open(directory: &Path, readers: usize, log: &Logger) -> Result<Self, OpenError> {
        Self::open_with(directory, Sizes { readers, ..Sizes::default() }, log)
    }

    /// The same, with other sizes than the usual ones.
    ///
    /// # Errors
    /// Those of [`SqliteStore::open`].
    pub fn open_with(directory: &Path, sizes: Sizes, log: &Logger) -> Result<Self, OpenError> {
        private_file::make_directory(directory)
            .map_err(|source| OpenError::Directory { path: directory.to_owned(), source })?;
        let lock = lock::take(directory)?;
        let database = Database::in_directory(directory);
        let unusable = |source| OpenError::Directory { path: directory.to_owned(), source };
        database.make_private().map_err(unusable)?;
        database.bring_log_to_disk().map_err(unusable)?;
        let store = Self::start(database, sizes, log, Some(lock))?;
        info!(log, "store opened"; "directory" => %directory.display(), "readers" => sizes.readers);
        Ok(store)
    }

    /// Opens the database of a data directory to look at it, also while a server uses it. Jobs that write are dropped.
    ///
    /// # Errors
    /// There is no database, it is not usable, or its schema is not this program's.
    pub fn open_read_only(directory: &Path, log: &Logger) -> Result<Self, OpenError> {
        let database = Database::in_directory(directory);
        migrations::check(&database.open_reader()?)?;
        let (reads, queue) = sync_channel(limits::STORE_QUEUE_JOBS_DEFAULT);
        let reader = Reader::open(database.clone(), None, log.clone())?;
        let queue = Arc::new(Mutex::new(queue));
        let metrics = Arc::new(Metrics::new());
        let waiting = metrics.reads_waiting.clone();
        let readers = vec![spawn("store-reader-1".to_owned(), move || reader.serve(&queue, &waiting))?];
        Ok(Self {
            reads: Some(reads),
            writes: None,
            readers,
            lookers: Vec::new(),
            writer: None,
            memory: None,
            metrics,
            database,
            _lock: None,
        })
    }

    /// What is counted, to be shown.
    #[must_use]
    pub fn collectors(&self) -> Vec<Box<dyn Collector>> {
        self.metrics.collectors(&self.database)
    }

    /// Opens a new, empty database that lives in memory as long as the store.
    ///
    /// # Errors
    /// As [`SqliteStore::open`], where it applies.
    pub fn in_memory(readers: usize, log: &Logger) -> Result<Self, OpenError> {
        Self::start(Database::in_memory(), Sizes { readers, ..Sizes::default() }, log, None)
    }

    fn start(database: Database, sizes: Sizes, log: &Logger, lock: Option<Lock>) -> Result<Self, OpenError> {
        let mut connection = database.open_writer()?;
        backup::upgrade(&database, &mut connection, log)?;
        connection::prepare_for_jobs(&connection)?;
        let (reads, read_queue) = sync_channel(sizes.queue_jobs_max);
        let (writes, write_queue) = sync_channel(sizes.queue_jobs_max);
        let memory = Arc::new(Memory::new());
        let metrics = Arc::new(Metrics::new());
        let mut store = Self {
            reads: Some(reads),
            writes: Some(writes),
            readers: Vec::new(),
            lookers: Vec::new(),
            writer: None,
            memory: Some(Arc::clone(&memory)),
            metrics: Arc::clone(&metrics),
            database: database.clone(),
            _lock: lock,
        };
        let read_queue = Arc::new(Mutex::new(read_queue));
        for number in 1..=sizes.readers.max(1) {
            let reader = Reader::open(database.clone(), Some(Arc::clone(&memory)), log.clone())?;
            let (queue, waiting) = (Arc::clone(&read_queue), metrics.reads_waiting.clone());
            store.readers.push(spawn(format!("store-reader-{number}"), move || reader.serve(&queue, &waiting))?);
        }
        for _ in 0..thread::available_parallelism().map_or(1, NonZeroUsize::get) {
            store.lookers.push(Mutex::new(Reader::open(database.clone(), Some(Arc::clone(&memory)), log.clone())?));
        }
        let writer = Writer::new(database, connection, memory, metrics, log.clone());
        store.writer = Some(spawn("store-writer".to_owned(), move || writer.serve(&write_queue))?);
        Ok(store)
    }
}

impl Store for SqliteStore {
    fn submit_read(&self, job: ReadJob) -> Result<(), Busy> {
        submit(self.reads.as_ref(), job, &self.metrics.reads_waiting, &self.metrics.refused)
    }

    fn submit_write(&self, job: WriteJob) -> Result<(), Busy> {
        submit(self.writes.as_ref(), job, &self.metrics.writes_waiting, &self.metrics.refused)
    }

    fn read_at_once(&self, work: &mut ShortWork<'_>) -> Option<super::Result<()>> {
        let free = self.lookers.iter().find_map(|looker| match looker.try_lock() {
            Ok(looker) => Some(looker),
            // A panic of the work is caught below the lock, so that the reader is whole.
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        });
        free.map(|mut looker| looker.run(work))
    }

    fn memory(&self) -> Option<&Arc<Memory>> {
        self.memory.as_ref()
    }

    fn writes_fail(&self) -> bool {
        self.metrics.writes_fail.get() != 0
    }
}

impl Drop for SqliteStore {
    fn drop(&mut self) {
        // SQLite: the last connection to close folds the write-ahead log into the database, and only the writer's can.
        self.reads = None;
        self.readers.drain(..).for_each(finish);
        self.lookers.clear();
        self.writes = None;
        self.writer.take().into_iter().for_each(finish);
    }
}

/// Waits until a thread whose queue is closed has done what was left.
fn finish(thread: JoinHandle<()>) {
    // A thread that panicked has already said so, and there is nobody left to answer.
    let _ = thread.join();
}

/// Puts a job into its queue. A queue whose thread is gone drops the job, which tells whoever waits for it.
fn submit<J>(queue: Option<&SyncSender<J>>, job: J, waiting: &IntGauge, refused: &IntCounter) -> Result<(), Busy> {
    // Before it can be taken, so that there are never fewer than none.
    waiting.inc();
    match queue.map(|queue| queue.try_send(job)) {
        Some(Ok(())) => Ok(()),
        Some(Err(TrySendError::Full(_))) => {
            waiting.dec();
            refused.inc();
            Err(Busy)
        }
        Some(Err(TrySendError::Disconnected(_))) | None => {
            waiting.dec();
            Ok(())
        }
    }
}

fn spawn(name: String, work: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, OpenError> {
    thread::Builder::new().name(name).spawn(work).map_err(|source| OpenError::Thread { source })
}

/// The queue that all readers take from.
type ReadQueue = Mutex<Receiver<ReadJob>>;

#[cfg(test)]
mod crash_tests;
#[cfg(test)]
mod plan;
#[cfg(test)]
mod store_tests;
