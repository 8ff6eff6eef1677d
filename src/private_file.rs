//! Files and directories that only their owner may look into, written whole or not at all.
//! Knows nothing about what is in them.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

/// Who may read such a file: its owner.
const MODE: u32 = 0o600;
/// Who may look into such a directory: its owner.
const DIRECTORY_MODE: u32 = 0o700;

/// Makes a directory, with those above it, and returns once their names are on disk. One that exists keeps its mode.
///
/// # Errors
/// What the system says.
pub(crate) fn make_directory(directory: &Path) -> io::Result<()> {
    let is_missing = |path: &&Path| !path.as_os_str().is_empty() && !path.exists();
    let missing: Vec<&Path> = directory.ancestors().take_while(is_missing).collect();
    let existing = missing.last().map_or(directory, |first| above(first));
    if is_empty(existing)? {
        // It may have been made by a start that was killed before it could wait for the disk.
        match sync_names(existing) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
            outcome => outcome?,
        }
    }
    for path in missing.into_iter().rev() {
        match DirBuilder::new().mode(DIRECTORY_MODE).create(path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => sync_names(path)?,
        }
    }
    Ok(())
}

/// Whether nothing is in a directory, as far as can be seen.
fn is_empty(directory: &Path) -> io::Result<bool> {
    match fs::read_dir(directory) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(false),
        entries => Ok(entries?.next().is_none()),
    }
}

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
    File::open(above(path))?.sync_all()
}

/// The directory that something has its name in.
fn above(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
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
    fn directories_are_made_private_and_one_that_is_there_keeps_its_mode() {
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        let (there, made) = (directory.path().join("there"), directory.path().join("there/a/b"));
        fs::create_dir(&there).expect("it can be made");
        fs::set_permissions(&there, fs::Permissions::from_mode(0o755)).expect("it is ours");
        for _ in 0..2 {
            make_directory(&made).expect("it can be made");
            assert_eq!((mode(&made), mode(above(&made)), mode(&there)), (0o700, 0o700, 0o755));
        }
        make_directory(Path::new(".")).expect("it is there");
        fs::write(made.join("file"), "").expect("it can be written to");
        let refused = make_directory(&made.join("file")).map_err(|error| error.kind());
        assert_eq!(refused, Err(io::ErrorKind::NotADirectory));
    }

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
