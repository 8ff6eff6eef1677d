//! Copies of a database, each in one file: taken through SQLite's own interface while others write, and given its name only when
//! all of it is on disk. Must not know what is in the tables.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{fs, io, process};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags, ffi};
use slog::{Logger, info};

use super::check::Snapshot;
use super::connection::{self, Database};
use super::{OpenError, migrations};
use crate::limits::BACKUP_STEP_PAGES;
use crate::private_file;

/// How the name of a file ends that is not all there.
const UNFINISHED: &str = ".unfinished";

/// How the name of a database begins that was kept before an upgrade; its schema comes next.
const KEPT: &str = "roster-schema-";

/// What SQLite puts beside a database.
pub(super) const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Why a database could not be copied, put in place, or looked at.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The database or its directory could not be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A file could not be made, named or removed.
    #[error("cannot use {path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// There is something that would be lost.
    #[error("{path} is there already (--force replaces it)")]
    Taken {
        /// What is there.
        path: PathBuf,
    },
    /// SQLite could not read or copy.
    #[error("cannot read or copy the database: {source}")]
    Engine {
        /// What SQLite said.
        #[from]
        source: rusqlite::Error,
    },
    /// The file is a database of something else, or empty.
    #[error("{path} has no schema of Roster")]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The database is not well formed.
    #[error("{path} is damaged: {first}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The first thing that is wrong with it.
        first: String,
    },
    /// The work was broken off on demand.
    #[error("it was broken off")]
    BrokenOff,
}

impl FileError {
    pub(super) fn of(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}

/// The word to stop long work, which all its clones hear.
#[derive(Clone, Debug, Default)]
pub struct BreakOff(Arc<AtomicBool>);

impl BreakOff {
    /// Says it.
    pub fn say(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was said.
    #[must_use]
    pub fn is_said(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// A copy that does not have its name yet. It is removed unless it gets it.
#[derive(Debug)]
pub struct Draft {
    path: PathBuf,
    file: PathBuf,
}

impl Draft {
    /// Copies the database of a data directory as it is now, to become this file. Nobody who writes there waits for it.
    ///
    /// # Errors
    /// There is no database, it cannot be read, or the copy cannot be written.
    pub fn of_directory(directory: &Path, file: &Path, break_off: &BreakOff) -> Result<Self, FileError> {
        Self::take(&Database::in_directory(directory), file, break_off)
    }

    pub(super) fn take(database: &Database, file: &Path, break_off: &BreakOff) -> Result<Self, FileError> {
        let source = database.open_reader()?;
        let draft = Self { path: unfinished(file), file: file.to_owned() };
        private_file::create(&draft.path).map_err(FileError::of(&draft.path))?;
        draft.fill(&source, break_off)?;
        let written = fs::File::open(&draft.path).and_then(|file| file.sync_all());
        written.map_err(FileError::of(&draft.path))?;
        Ok(draft)
    }

    fn fill(&self, source: &Connection, break_off: &BreakOff) -> Result<(), FileError> {
        // SQLite: the snapshot of an open transaction is what is copied. Without one, the copy begins anew after each write.
        connection::begin_snapshot(source)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut copy = Connection::open_with_flags(&self.path, flags)?;
        // Nobody else has it, and it counts only when all of it is on disk.
        copy.execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;")?;
        copy_all(source, &mut copy, break_off)?;
        // SQLite: what is copied says that there is a write-ahead log; without, the copy is one file that can be read anywhere.
        let mode: String = copy.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
        if mode != "delete" {
            return Err(connection::failure(ffi::SQLITE_CANTOPEN, format!("the copy stays in mode {mode}")).into());
        }
        copy.close().map_err(|(_, source)| source.into())
    }

    /// Where it is until then.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name, which takes that of another file away, and answers its size in bytes.
    ///
    /// # Errors
    /// What the system says; then there is what was there before.
    pub fn publish(self) -> Result<u64, FileError> {
        private_file::rename(&self.path, &self.file).map_err(FileError::of(&self.file))?;
        Ok(fs::metadata(&self.file).map_err(FileError::of(&self.file))?.len())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // What cannot be removed says by its name that it is not finished.
        let _ = private_file::remove_if_there(&self.path);
        for companion in COMPANIONS {
            let _ = private_file::remove_if_there(&beside(&self.path, companion));
        }
    }
}

fn copy_all(source: &Connection, copy: &mut Connection, break_off: &BreakOff) -> Result<(), FileError> {
    let backup = Backup::new(source, copy)?;
    loop {
        if break_off.is_said() {
            return Err(FileError::BrokenOff);
        }
        match backup.step(BACKUP_STEP_PAGES)? {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            _ => return Err(connection::failure(ffi::SQLITE_BUSY, "the database is locked".to_owned()).into()),
        }
    }
}

/// The file with this after its name.
pub(super) fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.file_name().map(OsString::from).unwrap_or_default();
    name.push(ending);
    file.with_file_name(name)
}

/// Where a file is until all of it is there: no other process writes to the same place.
fn unfinished(file: &Path) -> PathBuf {
    beside(file, &format!(".{}{UNFINISHED}", process::id()))
}

/// Removes what processes that were killed have left unfinished in a directory, of files whose names begin so. None of them may be
/// under way.
pub fn remove_unfinished(directory: &Path, beginning: &str) {
    let names = fs::read_dir(directory).into_iter().flatten().flatten().map(|entry| entry.file_name());
    for name in names.filter_map(|name| name.into_string().ok()) {
        let is_left = COMPANIONS.iter().chain(&[""]).any(|ending| name.ends_with(&format!("{UNFINISHED}{ending}")));
        if is_left && name.starts_with(beginning) {
            // What cannot be removed now is tried again the next time.
            let _ = fs::remove_file(directory.join(name));
        }
    }
}

/// Brings a database to the schema of this program. One with an older schema is copied before, into a file beside it that its
/// schema names; of several upgrades from the same schema, the last copy stays.
pub(super) fn upgrade(database: &Database, connection: &mut Connection, log: &Logger) -> Result<(), OpenError> {
    let (found, known) = (migrations::check_not_newer(connection)?, migrations::known());
    if let Database::File(path) = database
        && (1..known).contains(&found)
    {
        let kept = path.with_file_name(format!("{KEPT}{found}.db"));
        remove_unfinished(path.parent().unwrap_or(Path::new(".")), KEPT);
        keep(path, &kept).map_err(|source| OpenError::Upgrade { source: Box::new(source) })?;
        info!(log, "upgrading the database"; "from" => found, "to" => known, "kept" => %kept.display());
    }
    migrations::apply(connection)
}

fn keep(database: &Path, file: &Path) -> Result<(), FileError> {
    let draft = Draft::take(&Database::File(database.to_owned()), file, &BreakOff::default())?;
    Snapshot::of_file(draft.path(), &BreakOff::default())?.find_damage()?.into_result(database)?;
    draft.publish().map(|_| ())
}
