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
    // What an earlier run left unfinished might have another mode.
    match fs::remove_file(&unfinished) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(MODE).open(&unfinished)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&unfinished, path)?;
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(directory)?.sync_all()
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
