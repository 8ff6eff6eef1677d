//! What SQLite says, in the domain's words: a taken name is `AlreadyExists`, everything else is ours to explain.
//! Must not know which statement failed.

use rusqlite::ffi::{SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE};

use crate::domain::Error;

/// The unique constraints that a caller can meet, by the columns that SQLite names them by, with the field to blame.
const UNIQUE: [(&str, &str); 3] = [
    ("roles.organization, roles.name_folded", "name"),
    ("groups.organization, groups.name_folded", "name"),
    ("metaschemas.organization, metaschemas.name", "name"),
];

/// An error that only the log explains.
pub(super) fn internal(error: rusqlite::Error) -> Error {
    Error::internal(error)
}

/// The error of a statement that writes.
pub(super) fn from_write(error: rusqlite::Error) -> Error {
    match violated_columns(&error).and_then(|columns| UNIQUE.iter().find(|(of, _)| *of == columns)) {
        Some((_, field)) => Error::AlreadyExists { field },
        None => internal(error),
    }
}

/// Whether a row with the same key or unique columns is there already.
pub(super) fn is_duplicate(error: &rusqlite::Error) -> bool {
    violated_columns(error).is_some()
}

fn violated_columns(error: &rusqlite::Error) -> Option<&str> {
    let rusqlite::Error::SqliteFailure(failure, Some(message)) = error else { return None };
    // SQLite: the message of a violated unique or primary key lists its columns after this prefix.
    matches!(failure.extended_code, SQLITE_CONSTRAINT_UNIQUE | SQLITE_CONSTRAINT_PRIMARYKEY)
        .then(|| message.strip_prefix("UNIQUE constraint failed: "))
        .flatten()
}
