//! Connections to the database: where it is, how each is opened, and what every one of them insists on.
//! Must not know tables or jobs.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, ffi};

use super::{functions, log_file};
use crate::limits;

/// The file of the database, below the data directory.
pub(super) const FILE_NAME: &str = "roster.db";

/// Where the database is.
#[derive(Clone, Debug)]
pub(super) enum Database {
    /// In a file.
    File(PathBuf),
    /// In the memory of this process, under a name of its own, for as long as a connection is open.
    Memory(String),
}

impl Database {
    /// The database of a data directory.
    pub(super) fn in_directory(directory: &Path) -> Self {
        Self::File(directory.join(FILE_NAME))
    }

    /// Makes the file, if there is none, so that only its owner can read it. SQLite gives its log the same mode.
    pub(super) fn make_private(&self) -> std::io::Result<()> {
        let Self::File(path) = self else { return Ok(()) };
        let mut options = std::fs::File::options();
        options.create(true).append(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(path).map(|_| ())
    }

    /// Lets nobody read from the log what the disk may not have. To be done before the first connection of whoever writes.
    pub(super) fn bring_log_to_disk(&self) -> std::io::Result<()> {
        let Self::File(path) = self else { return Ok(()) };
        log_file::bring_to_disk(path)
    }

    /// A new, empty database in memory.
    pub(super) fn in_memory() -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        // SQLite: `memdb` shares a database between the connections of a process if its name begins with a slash.
        Self::Memory(format!("file:/roster-{}?vfs=memdb", COUNT.fetch_add(1, Ordering::Relaxed)))
    }

    /// Opens the connection of the writer, creating the database if there is none.
    pub(super) fn open_writer(&self) -> rusqlite::Result<Connection> {
        let connection = self.open(OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        if let Self::File(_) = self {
            // SQLite: a database that cannot have a write-ahead log answers with another mode.
            let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
            if mode != "wal" {
                let message = format!("no write-ahead log is possible here, only the journal mode {mode}");
                return Err(failure(ffi::SQLITE_CANTOPEN, message));
            }
        }
        // SQLite: FULL makes a commit in the write-ahead log wait until it is on disk.
        connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")?;
        // SQLite: whoever commits when the log has so many pages moves them into the database, which waits for the disk twice.
        // A page that was written often meanwhile is moved once.
        connection.pragma_update(None, "wal_autocheckpoint", limits::STORE_LOG_PAGES_MAX)?;
        connection.pragma_update(None, "journal_size_limit", limits::STORE_LOG_BYTES_KEPT)?;
        Ok(connection)
    }

    /// Opens a connection that can only read. The writer's must have been opened before.
    pub(super) fn open_reader(&self) -> rusqlite::Result<Connection> {
        let connection = self.open(OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        connection.execute_batch("PRAGMA query_only = ON;")?;
        Ok(connection)
    }

    /// Opens a connection that looks at all of an existing database and changes nothing, not even by closing. What it needs for
    /// that beside the database is prepared by a statement.
    pub(super) fn open_inspector(&self, preparation: &str) -> rusqlite::Result<Connection> {
        // SQLite: a connection that can only read does not know the constraints of columns, so it cannot check them.
        let connection = self.open(OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        connection.execute_batch(preparation)?;
        connection.execute_batch("PRAGMA query_only = ON;")?;
        Ok(connection)
    }

    fn open(&self, mode: OpenFlags) -> rusqlite::Result<Connection> {
        // SQLite: a connection is used by one thread at a time, so it needs no mutex.
        let flags = mode | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = match self {
            Self::File(path) => Connection::open_with_flags(path, flags)?,
            Self::Memory(uri) => Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_URI)?,
        };
        connection.busy_timeout(Duration::from_millis(limits::STORE_BUSY_TIMEOUT_MS))?;
        connection.set_prepared_statement_cache_capacity(limits::STORE_STATEMENTS_CACHED_MAX);
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
        // SQLite: without this, a build with STAT4 prepares a statement anew whenever a parameter is bound to another value.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")?;
        functions::lend(&connection)?;
        rusqlite::vtab::array::load_module(&connection)?;
        // SQLite: a negative size is in KiB.
        connection.pragma_update(None, "cache_size", -limits::STORE_PAGE_CACHE_KIB)?;
        Ok(connection)
    }
}

/// Prepares the writer's connection for jobs, when it has migrated.
pub(super) fn prepare_for_jobs(connection: &Connection) -> rusqlite::Result<()> {
    // SQLite: so what it takes to undo one statement, its pages as they were, is never written to a file. It is little, but for
    // migrations.
    connection.pragma_update(None, "temp_store", "MEMORY")
}

/// Runs a statement without parameters or rows, prepared once for each connection.
pub(super) fn execute(connection: &Connection, sql: &str) -> rusqlite::Result<()> {
    connection.prepare_cached(sql)?.raw_execute().map(|_| ())
}

/// Checks that the database is well formed.
///
/// # Errors
/// The first thing that is wrong with it.
pub(super) fn check(connection: &Connection) -> rusqlite::Result<()> {
    let report: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if report == "ok" { Ok(()) } else { Err(failure(ffi::SQLITE_CORRUPT, report)) }
}

/// That SQLite has ended a transaction before its time.
pub(super) fn given_up() -> rusqlite::Error {
    failure(ffi::SQLITE_ABORT_ROLLBACK, "the transaction was given up".to_owned())
}

/// Begins a transaction that sees the state of now, whatever is written from here on.
pub(super) fn begin_snapshot(connection: &Connection) -> rusqlite::Result<()> {
    // SQLite: a deferred transaction takes its snapshot at the first read.
    connection.execute_batch("BEGIN DEFERRED")?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
}

/// An error in SQLite's own shape.
pub(super) fn failure(code: i32, message: String) -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(ffi::Error::new(code), Some(message))
}
