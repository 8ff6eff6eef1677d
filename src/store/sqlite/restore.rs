//! Puts a database into a data directory, in place of the one that is there: killed at any moment, the directory has all of the
//! old one or all of the new one. Must not know what is in the tables.

use std::fs;
use std::path::{Path, PathBuf};

use super::backup::{BreakOff, COMPANIONS, Draft, FileError, beside, remove_unfinished};
use super::check::Snapshot;
use super::connection::Database;
use super::lock::{self, Lock};
use crate::private_file::{make_directory, remove_if_there, sync_names};

/// A database that is in the data directory and not in place yet. The directory is locked meanwhile.
#[derive(Debug)]
pub struct Restoration {
    draft: Draft,
    place: Place,
    // Released last.
    _lock: Lock,
}

impl Restoration {
    /// Copies a backup into a data directory, which is made if there is none.
    ///
    /// # Errors
    /// A server uses the directory, it has a database already and that is not to be replaced, or the backup cannot be read or is
    /// of a newer schema than this program's.
    pub fn begin(backup: &Path, directory: &Path, replace: bool) -> Result<Self, FileError> {
        if Snapshot::of_file(backup, &BreakOff::default())?.schema() == 0 {
            return Err(FileError::Foreign { path: backup.to_owned() });
        }
        make_directory(directory).map_err(FileError::of(directory))?;
        let lock = lock::take(directory)?;
        let place = Place::in_directory(directory);
        if !replace && place.is_taken() {
            return Err(FileError::Taken { path: place.file });
        }
        remove_unfinished(directory, &format!("{}.", super::connection::FILE_NAME));
        let draft = Draft::take(&Database::File(backup.to_owned()), &place.file, &BreakOff::default())?;
        Ok(Self { draft, place, _lock: lock })
    }

    /// Where the database is meanwhile.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.draft.path()
    }

    /// Puts it in place. The database that was there is kept beside it under a name with this in it, which is answered.
    ///
    /// # Errors
    /// What the system says; then there is what was there before.
    pub fn finish(self, stamp: &str) -> Result<Option<PathBuf>, FileError> {
        let kept = self.place.file.with_file_name(format!("roster-replaced-{stamp}.db"));
        let was_taken = self.place.is_taken();
        for step in Place::STEPS {
            step(&self.place, &kept)?;
        }
        self.draft.publish()?;
        Ok(was_taken.then_some(kept))
    }
}

/// A step, which is told where what is there is to be kept.
type Step = fn(&Place, &Path) -> Result<(), FileError>;

/// Where the database of a data directory is.
#[derive(Debug)]
struct Place {
    file: PathBuf,
}

impl Place {
    /// What makes the place free, in this order. After each, what was there is whole, and at last also under its new name.
    const STEPS: [Step; 3] = [Self::fold, Self::keep, Self::clear];

    fn in_directory(directory: &Path) -> Self {
        Self { file: directory.join(super::connection::FILE_NAME) }
    }

    /// Whether a database is there. One that was never begun is an empty file.
    fn is_taken(&self) -> bool {
        fs::metadata(&self.file).is_ok_and(|file| file.len() > 0)
    }

    /// Moves what is only in the log into the database, and the log is gone. Of a damaged database everything stays as it is.
    fn fold(&self, _: &Path) -> Result<(), FileError> {
        let database = Database::File(self.file.clone());
        if self.is_taken()
            && database.bring_log_to_disk().is_ok()
            && let Ok(writer) = database.open_writer()
        {
            // SQLite: the last connection to close does it. What it cannot do shows in the log that is left.
            let _ = writer.close();
        }
        Ok(())
    }

    /// Gives what is there a second name, with the log, if it is left.
    fn keep(&self, kept: &Path) -> Result<(), FileError> {
        for ending in ["", COMPANIONS[0], COMPANIONS[2]] {
            let (from, to) = (beside(&self.file, ending), beside(kept, ending));
            if fs::metadata(&from).is_ok_and(|file| file.len() > 0) {
                fs::hard_link(&from, &to).map_err(FileError::of(&to))?;
            }
        }
        sync_names(&self.file).map_err(FileError::of(&self.file))
    }

    /// Removes what SQLite would take for a part of the database that comes.
    fn clear(&self, _: &Path) -> Result<(), FileError> {
        for companion in COMPANIONS {
            let file = beside(&self.file, companion);
            remove_if_there(&file).map_err(FileError::of(&file))?;
        }
        sync_names(&self.file).map_err(FileError::of(&self.file))
    }
}

#[cfg(test)]
mod tests {
    use slog::{Discard, Logger, o};
    use tempfile::TempDir;

    use super::*;
    use crate::store::samples::{id, organization};
    use crate::store::sqlite::SqliteStore;

    fn open(directory: &Path) -> SqliteStore {
        SqliteStore::open(directory, 1, &Logger::root(Discard, o!())).expect("it is free and whole")
    }

    fn wait<T>(future: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().build().expect("a runtime can be made").block_on(future)
    }

    fn add(store: &SqliteStore, number: u64) {
        wait(crate::store::write(store, move |txn| txn.insert_organization(&organization(number)))).expect("it is new");
    }

    /// Which organizations of these numbers are in a directory.
    fn found(directory: &Path) -> Vec<u64> {
        let store = open(directory);
        let is_there = |number: &u64| {
            let organization = id(*number);
            wait(crate::store::read(&store, move |txn| txn.organization(organization))).expect("readable").is_some()
        };
        (1..=3).filter(is_there).collect()
    }

    /// A directory whose server was killed: organization 1 is in the database, and 2 in the log alone.
    fn killed() -> TempDir {
        let (place, killed) = (TempDir::new().expect("a directory"), TempDir::new().expect("a directory"));
        add(&open(place.path()), 1);
        let store = open(place.path());
        add(&store, 2);
        for name in ["roster.db", "roster.db-wal", "roster.db-shm"] {
            fs::copy(place.path().join(name), killed.path().join(name)).expect("a server that runs has it");
        }
        killed
    }

    /// A backup with organization 3.
    fn backup() -> TempDir {
        let place = TempDir::new().expect("a directory");
        add(&open(place.path()), 3);
        let draft = Draft::of_directory(place.path(), &place.path().join("backup.db"), &BreakOff::default());
        draft.expect("it can be copied").publish().expect("it can be named");
        place
    }

    #[test]
    fn killed_at_any_step_it_leaves_all_of_the_old_or_all_of_the_new() {
        let backup = backup();
        for steps in 0..=Place::STEPS.len() + 1 {
            let directory = killed();
            let restoration = Restoration::begin(&backup.path().join("backup.db"), directory.path(), true);
            let Restoration { draft, place, _lock: lock } = restoration.expect("the directory is free");
            let kept = directory.path().join("kept.db");
            for step in Place::STEPS.into_iter().take(steps) {
                step(&place, &kept).expect("nothing is in the way");
            }
            if steps > Place::STEPS.len() {
                draft.publish().expect("nothing is in the way");
                drop(lock);
                assert_eq!(found(directory.path()), [3]);
            } else {
                // As a kill leaves it.
                std::mem::forget(draft);
                drop(lock);
                assert_eq!(found(directory.path()), [1, 2], "after {steps} steps");
            }
            if steps >= 2 {
                let second = TempDir::new().expect("a directory");
                fs::rename(&kept, second.path().join("roster.db")).expect("it is kept");
                assert_eq!(found(second.path()), [1, 2], "after {steps} steps");
            }
        }
    }

    #[test]
    fn what_is_damaged_is_kept_as_it_was_with_its_log() {
        let backup = backup();
        let directory = killed();
        fs::write(directory.path().join("roster.db"), "x".repeat(8192)).expect("it can be written");
        let log = fs::read(directory.path().join("roster.db-wal")).expect("it is there");
        let restoration = Restoration::begin(&backup.path().join("backup.db"), directory.path(), true);
        let kept = restoration.expect("the directory is free").finish("now").expect("it can be replaced");
        let kept = kept.expect("there was something");
        assert_eq!(fs::read(&kept).expect("it is kept"), "x".repeat(8192).into_bytes());
        assert_eq!(fs::read(beside(&kept, "-wal")).expect("it is kept"), log);
        assert_eq!(found(directory.path()), [3]);
    }
}
