//! SQLite alone, making the row changes that a write of the server makes: no HTTP, no queue, no validation.
//! Must not know the server's schema; rows are as wide and as many, so that the disk sees about the same.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use rusqlite::{Connection, Transaction, params};

use crate::http_load::Timing;

const SCHEMA: &str = "
    CREATE TABLE users (
        organization BLOB NOT NULL, id BLOB NOT NULL, username TEXT NOT NULL, email TEXT,
        first_name TEXT, last_name TEXT, display_name TEXT, status TEXT NOT NULL, realm TEXT NOT NULL,
        created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, created_by BLOB, updated_by BLOB,
        version INTEGER NOT NULL, metadata TEXT NOT NULL,
        PRIMARY KEY (organization, id)
    ) STRICT;
    CREATE TABLE names (
        kind TEXT NOT NULL, folded TEXT NOT NULL, organization BLOB NOT NULL, user BLOB NOT NULL,
        PRIMARY KEY (kind, folded)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE audit (
        organization BLOB NOT NULL, id BLOB NOT NULL, at INTEGER NOT NULL, actor BLOB, credential BLOB,
        operation TEXT NOT NULL, request_id TEXT NOT NULL, target_kind TEXT NOT NULL, target BLOB NOT NULL,
        changes TEXT NOT NULL,
        PRIMARY KEY (organization, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX audit_by_target ON audit (organization, target_kind, target, id);
";

const INSERT_USER: &str = "INSERT INTO users
    VALUES (?1, ?2, ?3, ?4, 'First', 'Last', ?5, 'active', 'native', ?6, ?6, ?7, ?7, 1, '{}')";
const INSERT_NAME: &str = "INSERT INTO names VALUES (?1, ?2, ?3, ?4)";
const UPDATE_USER: &str = "UPDATE users SET display_name = ?3, updated_at = ?4, updated_by = ?5, version = version + 1
    WHERE organization = ?1 AND id = ?2";
const INSERT_AUDIT: &str = "INSERT INTO audit VALUES (?1, ?2, ?3, ?4, ?4, 'UpdateUser', ?5, 'user', ?6, ?7)";

const ORGANIZATION: [u8; 12] = [1; 12];
const ACTOR: [u8; 12] = [2; 12];
/// Any constant will do: the database only stores it.
const EPOCH_MS: i64 = 1_700_000_000_000;

/// The rows that one operation changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowChange {
    /// One user row is updated and one audit row inserted.
    Update,
    /// One user row, its two names and one audit row are inserted.
    Create,
}

/// A database with the directory's durability: a write-ahead log, and every commit on disk before it returns.
#[derive(Debug)]
pub(crate) struct SqliteLimit {
    connection: Connection,
    choice: fastrand::Rng,
    subjects: u64,
    users: u64,
    serial: u64,
}

impl SqliteLimit {
    /// Creates a database with that many users, of which the first `subjects` will be updated.
    pub(crate) fn create(path: &Path, users: u64, subjects: u64, seed: u64) -> Result<Self> {
        let connection = Connection::open(path).with_context(|| format!("cannot open {}", path.display()))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // SQLite: with WAL only FULL waits for the disk at every commit; NORMAL can lose the last ones.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.execute_batch(SCHEMA).context("cannot create the tables")?;
        let choice = fastrand::Rng::with_seed(seed);
        let mut limit = SqliteLimit { connection, choice, subjects, users: 0, serial: 0 };
        limit.in_transaction(users, |transaction, state| insert_user(transaction, state.next_user()))?;
        Ok(limit)
    }

    /// Makes that many changes, `group` of them in each transaction; a latency is that of one transaction.
    pub(crate) fn run(&mut self, change: RowChange, operations: usize, group: usize) -> Result<Timing> {
        let start = Instant::now();
        let mut latencies: Vec<Duration> = Vec::with_capacity(operations.div_ceil(group));
        let mut left = operations;
        while left > 0 {
            let count = left.min(group);
            let begun = Instant::now();
            self.in_transaction(count as u64, |transaction, state| apply(transaction, change, state))?;
            latencies.push(begun.elapsed());
            left -= count;
        }
        Ok(Timing { elapsed: start.elapsed(), latencies })
    }

    fn in_transaction(
        &mut self,
        count: u64,
        mut work: impl FnMut(&Transaction<'_>, &mut State<'_>) -> Result<()>,
    ) -> Result<()> {
        let transaction = self.connection.transaction()?;
        let mut state = State {
            choice: &mut self.choice,
            subjects: self.subjects,
            users: &mut self.users,
            serial: &mut self.serial,
        };
        for _ in 0..count {
            work(&transaction, &mut state)?;
        }
        transaction.commit().context("SQLite cannot commit")
    }
}

/// What the next change is about.
struct State<'s> {
    choice: &'s mut fastrand::Rng,
    subjects: u64,
    users: &'s mut u64,
    serial: &'s mut u64,
}

impl State<'_> {
    fn next_user(&mut self) -> u64 {
        *self.users += 1;
        *self.users
    }

    fn next_serial(&mut self) -> u64 {
        *self.serial += 1;
        *self.serial
    }
}

fn apply(transaction: &Transaction<'_>, change: RowChange, state: &mut State<'_>) -> Result<()> {
    let serial = state.next_serial();
    let user = match change {
        RowChange::Create => {
            let user = state.next_user();
            insert_user(transaction, user)?;
            user
        }
        RowChange::Update => {
            let user = state.choice.u64(1..=state.subjects);
            let name = format!("Name {serial:010}");
            let at = EPOCH_MS + serial as i64;
            transaction.prepare_cached(UPDATE_USER)?.execute(params![ORGANIZATION, id(user), name, at, ACTOR])?;
            user
        }
    };
    insert_audit(transaction, serial, user)
}

fn insert_user(transaction: &Transaction<'_>, user: u64) -> Result<()> {
    let (username, email) = (format!("u{user:010}"), format!("u{user:010}@bench.example"));
    let display_name = format!("Name {user:010}");
    transaction.prepare_cached(INSERT_USER)?.execute(params![
        ORGANIZATION,
        id(user),
        username,
        email,
        display_name,
        EPOCH_MS,
        ACTOR
    ])?;
    let mut insert_name = transaction.prepare_cached(INSERT_NAME)?;
    insert_name.execute(params!["username", username, ORGANIZATION, id(user)])?;
    insert_name.execute(params!["email", email, ORGANIZATION, id(user)])?;
    Ok(())
}

fn insert_audit(transaction: &Transaction<'_>, serial: u64, user: u64) -> Result<()> {
    let request_id = format!("018bcfe5-6800-7000-8000-{serial:012}");
    let changes = format!(r#"[["display_name","Name 0000000000","Name {serial:010}"]]"#);
    transaction.prepare_cached(INSERT_AUDIT)?.execute(params![
        ORGANIZATION,
        id(serial),
        EPOCH_MS + serial as i64,
        ACTOR,
        request_id,
        id(user),
        changes
    ])?;
    Ok(())
}

/// Ascending as the directory's time-ordered ids are.
fn id(number: u64) -> [u8; 12] {
    let mut id = [0; 12];
    id[4..].copy_from_slice(&number.to_be_bytes());
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(limit: &SqliteLimit, table: &str) -> i64 {
        let query = format!("SELECT count(*) FROM {table}");
        limit.connection.query_row(&query, [], |row| row.get(0)).expect("the table can be counted")
    }

    fn with_users(users: u64, test: impl FnOnce(&mut SqliteLimit)) {
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        let path = directory.path().join("limit.db");
        test(&mut SqliteLimit::create(&path, users, users, 1).expect("the database can be created"));
    }

    #[test]
    fn every_commit_waits_for_the_disk() {
        with_users(1, |limit| {
            let pragma = |name| limit.connection.pragma_query_value(None, name, |row| row.get::<_, String>(0));
            assert_eq!(pragma("journal_mode").as_deref(), Ok("wal"));
            let synchronous = limit.connection.pragma_query_value(None, "synchronous", |row| row.get::<_, i64>(0));
            assert_eq!(synchronous, Ok(2), "2 is FULL");
        });
    }

    #[test]
    fn updates_change_one_row_and_leave_one_audit_row_each() {
        with_users(10, |limit| {
            let timing = limit.run(RowChange::Update, 130, 64).expect("the changes are valid");
            assert_eq!(timing.latencies.len(), 3, "two full groups and a rest");
            assert_eq!((count(limit, "users"), count(limit, "audit")), (10, 130));
            let versions: i64 = limit
                .connection
                .query_row("SELECT sum(version - 1) FROM users", [], |row| row.get(0))
                .expect("versions can be summed");
            assert_eq!(versions, 130);
        });
    }

    #[test]
    fn creations_leave_a_user_two_names_and_an_audit_row_each() {
        with_users(3, |limit| {
            limit.run(RowChange::Create, 5, 1).expect("the changes are valid");
            assert_eq!((count(limit, "users"), count(limit, "names"), count(limit, "audit")), (8, 16, 5));
        });
    }
}
