//! Backups: written while a server runs, checked before they get their names, made by a schedule, and restored.
//! It must not know what is in them, nor how they are copied.

mod schedule;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::store::sqlite::{BreakOff, Draft, FileError, Restoration, Snapshot};
use crate::verification::{self, VerificationError};

pub use schedule::Scheduler;

/// Why there is no backup, or why one was not restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file could not be read, copied or put in its place, or is damaged.
    #[error(transparent)]
    File(#[from] FileError),
    /// The audit trails could not be read.
    #[error(transparent)]
    Unverified(#[from] VerificationError),
    /// An audit trail is not whole.
    #[error("the audit trail of {organization} is not whole: {reason}")]
    Tampered {
        /// Whose trail it is.
        organization: String,
        /// What is wrong with it.
        reason: String,
    },
}

/// What is in a backup, as far as it was looked at.
#[derive(Debug)]
pub struct Contents {
    /// The number of its newest migration.
    pub schema: i64,
    /// How many users there are.
    pub users: u64,
    /// How far the audit trail of each organization goes; not known of a schema that is older than this program's.
    pub heads: Vec<String>,
}

/// A backup that was written.
#[derive(Debug)]
pub struct Written {
    /// What is in it.
    pub contents: Contents,
    /// Its size in bytes.
    pub bytes: u64,
}

/// A backup that was restored.
#[derive(Debug)]
pub struct Restored {
    /// What is in it.
    pub contents: Contents,
    /// Where the database is that was there before.
    pub replaced: Option<PathBuf>,
}

/// Writes the database of a data directory, as it is now, to a file. Nobody who writes there meanwhile waits for it.
///
/// # Errors
/// There is such a file and it is not to be replaced, there is no database, it is damaged, its audit trail is not whole, or the
/// file cannot be written. There is then what was there before.
pub fn write(directory: &Path, file: &Path, replace: bool, break_off: &BreakOff) -> Result<Written, BackupError> {
    if !replace && file.symlink_metadata().is_ok() {
        return Err(FileError::Taken { path: file.to_owned() }.into());
    }
    let draft = Draft::of_directory(directory, file, break_off)?;
    let contents = examine(draft.path(), directory, break_off)?;
    Ok(Written { contents, bytes: draft.publish()? })
}

/// Puts a backup into a data directory, which is made if there is none. A database that is there is kept under a name with this
/// time, if it is to be replaced.
///
/// # Errors
/// A server uses the directory, it has a database already and that is not to be replaced, or the backup is damaged, of a newer
/// version, or has an audit trail that is not whole. There is then what was there before.
pub fn restore(file: &Path, directory: &Path, replace: bool, at: DateTime<Utc>) -> Result<Restored, BackupError> {
    let restoration = Restoration::begin(file, directory, replace)?;
    let contents = examine(restoration.path(), file, &BreakOff::default())?;
    Ok(Restored { contents, replaced: restoration.finish(&stamp(at))? })
}

/// Checks that a copy of something is whole, and says what is in it.
fn examine(copy: &Path, original: &Path, break_off: &BreakOff) -> Result<Contents, BackupError> {
    let snapshot = Snapshot::of_file(copy, break_off)?;
    snapshot.find_damage()?.into_result(original)?;
    let mut heads = Vec::new();
    if snapshot.require_current().is_ok() {
        for found in verification::check_all(&snapshot.transaction())? {
            let organization = found.organization;
            let head = found.outcome.map_err(|broken| BackupError::Tampered {
                organization: organization.clone(),
                reason: broken.to_string(),
            })?;
            heads.push(format!("{organization} {head}"));
        }
    }
    Ok(Contents { schema: snapshot.schema(), users: snapshot.count_users()?, heads })
}

/// A time as it stands in names of files: in UTC, to the second, and so that later ones sort later.
fn stamp(at: DateTime<Utc>) -> String {
    at.format(STAMP).to_string()
}

/// The format of [`stamp`].
const STAMP: &str = "%Y%m%dT%H%M%SZ";

#[cfg(test)]
mod tests;
