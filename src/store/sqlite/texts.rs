//! The index of users' texts in SQLite: who may have certain characters in a name or an address. It answers with more
//! than fit, never with fewer, so whoever asks tests its answers. Must not know what is looked for.
//!
//! It knows users by the numbers of their rows, which SQLite may give anew in a `VACUUM`, so there must be none.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};

use super::bulk;
use super::error::internal;
use super::rows;
use crate::domain::{OrganizationId, User, UserId};
use crate::limits::{TEXTS_DUE_MAX, TEXTS_FOUND_MAX};
use crate::store::Result;

/// What the index has of a user.
macro_rules! text {
    () => {
        "concat_ws(char(10), username_folded, email_folded, display_name_folded, fold(first_name), fold(last_name))"
    };
}

/// How many characters the index takes together.
const GRAM_CHARS: usize = 3;

/// Notes that a user's texts are to be put into the index.
pub(super) fn note(connection: &Connection, organization: OrganizationId, user: UserId) -> Result<()> {
    let sql = "INSERT INTO user_texts_due (number) SELECT rowid FROM users WHERE organization = ?1 AND id = ?2";
    rows::write(connection, sql, params![organization, user])?;
    index_if_many(connection)
}

/// The same of a user who was just added, by the number of its row.
pub(super) fn note_number(connection: &Connection, number: i64) -> Result<()> {
    rows::write(connection, "INSERT INTO user_texts_due (number) VALUES (?1)", params![number])?;
    index_if_many(connection)
}

/// The same of many.
pub(super) fn note_numbers(connection: &Connection, numbers: &[i64]) -> Result<()> {
    bulk::insert(connection, "INSERT INTO user_texts_due (number)", numbers, |columns, number| columns.add(number))?;
    index_if_many(connection)
}

/// After a note: puts into the index what is due, if it has become enough.
fn index_if_many(connection: &Connection) -> Result<()> {
    // SQLite: the key of a row that was given none is one more than the greatest.
    if connection.last_insert_rowid() < TEXTS_DUE_MAX { Ok(()) } else { index_due(connection) }
}

/// Notes a change of a user, if it is one of its texts.
pub(super) fn note_difference(connection: &Connection, old: &User, new: &User) -> Result<()> {
    let is_same = old.username.folded() == new.username.folded()
        && old.email == new.email
        && old.display_name == new.display_name
        && old.first_name == new.first_name
        && old.last_name == new.last_name;
    if is_same { Ok(()) } else { note(connection, old.organization, old.id) }
}

/// Puts into the index what is due.
fn index_due(connection: &Connection) -> Result<()> {
    // FTS5: rows that come in the order of their numbers are kept in memory until the end.
    let index = concat!(
        "INSERT INTO user_texts (rowid, text) SELECT rowid, ",
        text!(),
        " FROM users WHERE rowid IN (SELECT number FROM user_texts_due) ORDER BY rowid"
    );
    rows::write(connection, index, [])?;
    rows::write(connection, "DELETE FROM user_texts_due", []).map(|_| ())
}

/// The numbers of whoever may have what an expression of FTS5 asks for, in their order; `None` if there are so many that
/// looking at everybody is better.
pub(super) fn find(connection: &Connection, expression: &str) -> Result<Option<Vec<i64>>> {
    let sql = "SELECT rowid FROM user_texts WHERE user_texts MATCH ?1 LIMIT ?2";
    let mut statement = connection.prepare_cached(sql).map_err(internal)?;
    let mut numbers = numbers(&mut statement, params![expression, TEXTS_FOUND_MAX + 1])?;
    if numbers.len() > TEXTS_FOUND_MAX {
        return Ok(None);
    }
    let mut due = connection.prepare_cached("SELECT number FROM user_texts_due").map_err(internal)?;
    numbers.append(&mut self::numbers(&mut due, [])?);
    numbers.sort_unstable();
    numbers.dedup();
    Ok(Some(numbers))
}

fn numbers(statement: &mut rusqlite::CachedStatement<'_>, params: impl rusqlite::Params) -> Result<Vec<i64>> {
    let numbers = statement.query_map(params, |row| row.get(0)).map_err(internal)?;
    numbers.collect::<rusqlite::Result<_>>().map_err(internal)
}

/// What makes the content of the index readable, each gram with the number of each user that has it. It is only in the memory of
/// the connection.
pub(super) const GRAMS: &str = "CREATE VIRTUAL TABLE temp.user_grams USING fts5vocab(main, user_texts, instance)";

/// Says of each user whose texts are neither due nor all in the index that it is not found by them. The connection has [`GRAMS`].
pub(super) fn find_missing(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut missing = list_texts(connection)?;
    // SQLite: to ask for the grams of one user goes through all users who have them, so all are read once instead.
    let mut statement = connection.prepare("SELECT term, doc FROM temp.user_grams")?;
    let mut grams = statement.query([])?;
    while let Some(gram) = grams.next()? {
        if let Some((text, lacking)) = missing.get_mut(&gram.get::<_, i64>(1)?)
            && text.contains(gram.get_ref(0)?.as_str()?)
        {
            // The index has each pair once.
            *lacking = lacking.saturating_sub(1);
        }
    }
    missing.retain(|_, (_, lacking)| *lacking > 0);
    let mut id = connection.prepare("SELECT uuid_text(id) FROM users WHERE rowid = ?1")?;
    let line = |number| {
        let id: String = id.query_row([number], |row| row.get(0))?;
        Ok(format!("user {id} is not found by a part of its names"))
    };
    missing.into_keys().map(line).collect()
}

/// The texts of whoever is not due, by the numbers of their rows, and how many grams there are of each.
fn list_texts(connection: &Connection) -> rusqlite::Result<BTreeMap<i64, (String, usize)>> {
    let sql = concat!("SELECT rowid, ", text!(), " FROM users WHERE rowid NOT IN (SELECT number FROM user_texts_due)");
    let mut users = connection.prepare(sql)?;
    let users = users.query_map([], |user| {
        let text: String = user.get(1)?;
        let count = count_grams(&text);
        Ok((user.get(0)?, (text, count)))
    })?;
    users.collect()
}

/// How many different grams there are in a text, beside those with U+0000, which nothing has.
fn count_grams(text: &str) -> usize {
    let chars: Vec<char> = text.chars().collect();
    let grams = chars.windows(GRAM_CHARS).filter(|gram| !gram.contains(&'\0'));
    grams.collect::<BTreeSet<_>>().len()
}
