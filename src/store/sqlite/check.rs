//! A look at a whole database: whether it is well formed, and whether it keeps the rules that the directory relies on.
//! It only reads, one state of it, whatever is written meanwhile.

use std::path::Path;

use rusqlite::Connection;

use super::backup::{BreakOff, FileError};
use super::connection::{self, Database};
use super::rules::{COUNTED, RULES};
use super::transaction::SqliteTransaction;
use super::{OpenError, credentials, edges, groups, mail, metaschemas, migrations, organizations, roles, texts, users};
use crate::limits::{CHECK_STEP_INSTRUCTIONS, FINDINGS_SHOWN_MAX};
use crate::store::ReadTransaction;

/// What was found, one line for each, and no more of a kind than are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings(Vec<String>);

impl Findings {
    /// The lines.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        &self.0
    }

    /// Adds what was found of one kind.
    pub fn add(&mut self, mut found: Vec<String>) {
        let hidden = found.len().saturating_sub(FINDINGS_SHOWN_MAX);
        found.truncate(FINDINGS_SHOWN_MAX);
        self.0.append(&mut found);
        if hidden > 0 {
            self.0.push(format!("and {hidden} more of the same kind"));
        }
    }

    /// Adds others.
    pub fn append(&mut self, mut others: Self) {
        self.0.append(&mut others.0);
    }

    /// Fails with the first of them.
    ///
    /// # Errors
    /// There are any.
    pub fn into_result(mut self, file: &Path) -> Result<(), FileError> {
        if self.0.is_empty() {
            return Ok(());
        }
        Err(FileError::Damaged { path: file.to_owned(), first: self.0.swap_remove(0) })
    }
}

/// One state of a database.
pub struct Snapshot {
    connection: Connection,
    schema: i64,
}

impl Snapshot {
    /// The state now of a data directory, also while a server uses it.
    ///
    /// # Errors
    /// There is no database, it is not usable, or its schema is newer than this program's.
    pub fn of_directory(directory: &Path) -> Result<Self, FileError> {
        Self::begin(&Database::in_directory(directory), &BreakOff::default())
    }

    /// The state of a database in a file. What is asked of it fails once it is to be broken off.
    ///
    /// # Errors
    /// As those of a data directory.
    pub fn of_file(file: &Path, break_off: &BreakOff) -> Result<Self, FileError> {
        Self::begin(&Database::File(file.to_owned()), break_off)
    }

    fn begin(database: &Database, break_off: &BreakOff) -> Result<Self, FileError> {
        let mut connection = database.open_inspector(texts::GRAMS)?;
        let break_off = break_off.clone();
        connection.progress_handler(CHECK_STEP_INSTRUCTIONS, Some(move || break_off.is_said()))?;
        connection::begin_snapshot(&connection)?;
        let schema = migrations::check_not_newer(&connection)?;
        Ok(Self { connection, schema })
    }

    /// The number of its newest migration; 0 if it is no database of Roster.
    #[must_use]
    pub const fn schema(&self) -> i64 {
        self.schema
    }

    /// Refuses a schema that is older than this program's.
    ///
    /// # Errors
    /// It is one.
    pub fn require_current(&self) -> Result<(), OpenError> {
        migrations::check(&self.connection)
    }

    /// How many users there are.
    ///
    /// # Errors
    /// The database cannot be read, or the work is to be broken off.
    pub fn count_users(&self) -> Result<u64, FileError> {
        Ok(self.count("users")?)
    }

    /// How many there are of everything that is counted, with its name.
    ///
    /// # Errors
    /// As those of [`Snapshot::count_users`].
    pub fn counts(&self) -> Result<Vec<(&'static str, u64)>, FileError> {
        let counts = COUNTED.into_iter().map(|(name, table)| Ok((name, self.count(table)?)));
        counts.collect::<rusqlite::Result<_>>().map_err(FileError::from)
    }

    fn count(&self, table: &str) -> rusqlite::Result<u64> {
        self.connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
    }

    /// The transaction in which this state is seen; of the schema of this program only.
    #[must_use]
    pub fn transaction(&self) -> impl ReadTransaction {
        SqliteTransaction::reading(&self.connection, None)
    }

    /// What is wrong with it whatever its rows mean: pages, indexes, columns, the index of texts, and references to nothing.
    ///
    /// # Errors
    /// As those of [`Snapshot::count_users`].
    pub fn find_damage(&self) -> Result<Findings, FileError> {
        let mut findings = Findings::default();
        // SQLite: it also asks FTS5 whether its index is well formed.
        let report = self.lines("SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'")?;
        findings.add(report);
        let dangling = "SELECT 'a row of ' || \"table\" || ' refers to a row of ' || parent || ' that is not there'
                        FROM pragma_foreign_key_check";
        findings.add(self.lines(dangling)?);
        Ok(findings)
    }

    /// What breaks the rules of the directory, in a database with the schema of this program.
    ///
    /// # Errors
    /// As those of [`Snapshot::count_users`].
    pub fn find_violations(&self) -> Result<Findings, FileError> {
        let mut findings = Findings::default();
        for rule in RULES {
            findings.add(self.lines(rule)?);
        }
        for find in [
            organizations::find_unreadable,
            users::find_unreadable,
            edges::find_unreadable,
            roles::find_unreadable,
            groups::find_unreadable,
            credentials::find_unreadable,
            metaschemas::find_unreadable,
            mail::find_unreadable,
            texts::find_missing,
        ] {
            findings.add(find(&self.connection)?);
        }
        Ok(findings)
    }

    fn lines(&self, sql: &str) -> rusqlite::Result<Vec<String>> {
        self.connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
    }
}

impl std::fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Snapshot").field("schema", &self.schema).finish_non_exhaustive()
    }
}
