//! The log that a server has left behind: it is brought to the disk before anything is read from it. Must not know its format.
//!
//! The system shows bytes that the disk may not have: those of the last moments before a kill, and, for good, those before a sync
//! that failed, since it takes their pages for written. SQLite takes whole transactions that it finds there for committed. What is
//! written behind them would be lost with them in a power cut, though its own sync succeeded.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use super::backup::{COMPANIONS, beside};
use crate::private_file;

/// How much is copied at once.
const PIECE_BYTES: usize = 1024 * 1024;

/// Puts a copy of the log of this database in its place, and returns once that is on the disk. Killed at any moment, there is
/// one of the two. Nobody may write to the database meanwhile; who reads it has the old log until the connection is closed.
///
/// # Errors
/// What the system says; the log is then as it was.
pub(super) fn bring_to_disk(database: &Path) -> io::Result<()> {
    let log = beside(database, COMPANIONS[0]);
    let unfinished = beside(&log, ".unfinished");
    let mut source = match File::open(&log) {
        Ok(source) if source.metadata()?.len() > 0 => source,
        Ok(_) => return private_file::remove_if_there(&unfinished),
        Err(error) if error.kind() == ErrorKind::NotFound => return private_file::remove_if_there(&unfinished),
        Err(error) => return Err(error),
    };
    let mut copy = private_file::create(&unfinished)?;
    // Piece by piece through this process: a copy by the system may share what the disk has.
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        match source.read(&mut piece)? {
            0 => break,
            length => copy.write_all(&piece[..length])?,
        }
    }
    copy.sync_all()?;
    private_file::rename(&unfinished, &log)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::{MetadataExt, PermissionsExt};

    use super::*;

    #[test]
    fn the_log_is_another_file_with_the_same_bytes_and_nothing_is_left_over() {
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        let (database, log) = (directory.path().join("roster.db"), directory.path().join("roster.db-wal"));
        let bytes: Vec<u8> = (0..PIECE_BYTES + 7).map(|at| (at % 251) as u8).collect();
        fs::write(&log, &bytes).expect("the directory can be written to");
        fs::write(directory.path().join("roster.db-wal.unfinished"), "of a start that was killed").expect("so it can");
        let before = fs::metadata(&log).expect("it is there").ino();
        bring_to_disk(&database).expect("the directory can be written to");
        let after = fs::metadata(&log).expect("it is there");
        assert_ne!(after.ino(), before, "pages that the system takes for written are not written again");
        assert_eq!(after.permissions().mode() & 0o777, 0o600);
        assert!(fs::read(&log).expect("it can be read") == bytes, "the bytes are others");
        assert_eq!(fs::read_dir(directory.path()).expect("it can be listed").count(), 1);
    }

    #[test]
    fn without_a_log_none_is_made_and_an_empty_one_stays() {
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        let (database, log) = (directory.path().join("roster.db"), directory.path().join("roster.db-wal"));
        bring_to_disk(&database).expect("there is nothing to do");
        assert!(!log.exists());
        fs::write(&log, "").expect("the directory can be written to");
        bring_to_disk(&database).expect("there is nothing to do");
        assert_eq!(fs::read_dir(directory.path()).expect("it can be listed").count(), 1);
    }
}
