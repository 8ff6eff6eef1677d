//! One process for each data directory: an exclusive lock on a file in it, which the system releases when the process ends.
//! Knows files; must not know databases.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::OpenError;

/// The file that is locked, below the data directory. It stays when the lock is released; it is empty.
const FILE_NAME: &str = "lock";

/// Takes the data directory for this process, until the file is dropped.
pub(super) fn take(directory: &Path) -> Result<File, OpenError> {
    let path = directory.join(FILE_NAME);
    let unusable = |source| OpenError::Directory { path: path.clone(), source };
    let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(unusable)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse { directory: directory.to_owned() }),
        Err(TryLockError::Error(source)) => Err(unusable(source)),
    }
}
