//! The names of files that commands write. Must not know what is in them.

use std::fs::File;
use std::io;
use std::path::Path;

/// The directory that a file has its name in.
pub(super) fn directory_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Returns once the name of a file is on disk.
///
/// # Errors
/// What the system says.
pub(super) fn sync_name(path: &Path) -> io::Result<()> {
    File::open(directory_of(path))?.sync_all()
}
