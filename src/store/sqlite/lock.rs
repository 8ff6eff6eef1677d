//! One process for each data directory: an exclusive lock on a file in it, which ends with the process at the latest.
//! Knows files; must not know databases.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::OpenError;

/// The file that is locked, below the data directory. It stays when the lock is released; it is empty.
const FILE_NAME: &str = "lock";

/// The right to use a data directory, for as long as it is held.
#[derive(Debug)]
pub(super) struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing is not enough: a child of this process shares the lock from its fork until it runs its own program.
        // If it fails there is nothing left to do, as the lock ends with the process.
        let _ = self.0.unlock();
    }
}

/// Takes the data directory for this process.
pub(super) fn take(directory: &Path) -> Result<Lock, OpenError> {
    let path = directory.join(FILE_NAME);
    let unusable = |source| OpenError::Directory { path: path.clone(), source };
    let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(unusable)?;
    match file.try_lock() {
        Ok(()) => Ok(Lock(file)),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse { directory: directory.to_owned() }),
        Err(TryLockError::Error(source)) => Err(unusable(source)),
    }
}
