//! What the program lends to SQL: its own folding of names, the text forms of ids, and the hash that chains the audit trail. No
//! index depends on any.
//! Must not know tables.

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::{Connection, Error, Result};

use super::audit;
use crate::domain::Id;
use crate::domain::text::fold;

/// Makes `fold(text)`, `uuid_text(id)`, `base32_text(id)` and `audit_hash(...)` known to a connection. Of NULL, all but the last
/// are NULL.
pub(super) fn lend(connection: &Connection) -> Result<()> {
    // SQLite: DIRECTONLY keeps a function out of what the schema of a file that came from elsewhere could run.
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_DIRECTONLY;
    connection.create_scalar_function("fold", 1, flags, folded)?;
    connection.create_scalar_function("uuid_text", 1, flags, uuid_text)?;
    connection.create_scalar_function("base32_text", 1, flags, base32_text)?;
    connection.create_scalar_function("audit_hash", 12, flags, audit::hash)
}

fn folded(context: &Context<'_>) -> Result<Option<String>> {
    let text = context.get_raw(0).as_str_or_null().map_err(|error| Error::UserFunctionError(error.into()))?;
    Ok(text.map(fold))
}

fn uuid_text(context: &Context<'_>) -> Result<Option<String>> {
    let id: Option<Id> = context.get(0)?;
    Ok(id.map(Id::to_uuid))
}

fn base32_text(context: &Context<'_>) -> Result<Option<String>> {
    let id: Option<Id> = context.get(0)?;
    Ok(id.map(Id::to_base32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(sql: &str) -> Result<Option<String>> {
        let connection = Connection::open_in_memory().expect("memory is there");
        lend(&connection).expect("they can be made known");
        connection.query_row(sql, [], |row| row.get(0))
    }

    #[test]
    fn texts_are_folded_as_the_program_folds() {
        assert_eq!(answer("SELECT fold('Stra\u{df}E')"), Ok(Some("strasse".to_owned())));
        assert_eq!(answer("SELECT fold(NULL)"), Ok(None));
        assert!(answer("SELECT fold(x'ff')").is_err());
    }

    #[test]
    fn ids_are_shown_in_both_forms() {
        let id = Id::from_bytes(*b"abcdefghijkl");
        assert_eq!(answer("SELECT uuid_text(x'6162636465666768696a6b6c')"), Ok(Some(id.to_uuid())));
        assert_eq!(answer("SELECT base32_text(x'6162636465666768696a6b6c')"), Ok(Some(id.to_base32())));
        assert!(answer("SELECT uuid_text('x')").is_err());
    }
}
