//! Files that only their owner may read, written whole or not at all.
//! Knows nothing about what is in them.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Who may read such a file: its owner.
const MODE: u32 = 0o600;

/// Writes a file through a temporary one beside it, and returns once it is on disk under its name.
///
/// # Errors
/// What the system says; the file is then as it was.
pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    let unfinished = path.with_extension("unfinished");
    let mut file = create(&unfinished)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    rename(&unfinished, path)
}

/// Makes an empty file, in place of what an earlier run left unfinished, which might have another mode.
///
/// # Errors
/// What the system says.
pub(crate) fn create(path: &Path) -> io::Result<File> {
    remove_if_there(path)?;
    OpenOptions::new().write(true).create_new(true).mode(MODE).open(path)
}

/// Gives a file that is on disk another name, and returns once that is on disk, too. A file that has this name is replaced.
///
/// # Errors
/// What the system says.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)?;
    sync_names(to)
}

/// Returns once the names in the directory of this file are on disk.
///
/// # Errors
/// What the system says.
pub(crate) fn sync_names(path: &Path) -> io::Result<()> {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(directory)?.sync_all()
}

/// Removes a file, if there is one.
///
/// # Errors
/// What the system says.
pub(crate) fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_file_is_replaced_and_stays_private() {
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        let path = directory.path().join("secret");
        for text in ["one", "two"] {
            write(&path, text).expect("the directory can be written to");
            assert_eq!(fs::read_to_string(&path).expect("it is there"), text);
            assert_eq!(fs::metadata(&path).expect("it is there").permissions().mode() & 0o777, MODE);
        }
        assert_eq!(fs::read_dir(directory.path()).expect("it can be listed").count(), 1, "nothing is left over");
    }
}
