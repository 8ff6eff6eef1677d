//! Recipes seen on a small database that is changed as a server would, and followed on a copy of it.

use std::path::Path;

use rusqlite::{Connection, params};

use super::{Observed, Recipe, Schema, SqliteLimit};

const SCHEMA: &str = "
    CREATE TABLE organizations (id BLOB NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE users (
        organization BLOB NOT NULL REFERENCES organizations (id), id BLOB NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (organization, id)
    ) STRICT;
    CREATE TABLE lookup (name TEXT PRIMARY KEY, object BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE audit (
        organization BLOB NOT NULL, position INTEGER NOT NULL, hash BLOB NOT NULL, request TEXT NOT NULL, target BLOB NOT NULL,
        changes TEXT NOT NULL, PRIMARY KEY (organization, position)
    ) STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE search USING fts5 (name);
    INSERT INTO organizations VALUES (x'01');
";

/// A server of three functions.
struct Tiny {
    connection: Connection,
    schema: Schema,
    audited: i64,
}

impl Tiny {
    fn create_in(path: &Path) -> Self {
        let connection = Connection::open(path).expect("it is writable");
        connection.execute_batch(SCHEMA).expect("it is SQL");
        let schema = Schema::read(&connection).expect("it is readable");
        Tiny { connection, schema, audited: 0 }
    }

    fn audit(&mut self, user: [u8; 4], changes: &str) {
        self.audited += 1;
        let hash = [self.audited as u8; 32];
        let request = format!("request-of-some-length-{}", self.audited * 7);
        let sql = "INSERT INTO audit VALUES (x'01', ?1, ?2, ?3, ?4, ?5)";
        self.connection.execute(sql, params![self.audited, hash, request, user, changes]).expect("it is valid");
    }

    fn create(&mut self, user: [u8; 4], serial: &str) {
        let name = format!("c{serial}");
        let sql = "INSERT INTO users VALUES (x'01', ?1, ?2, ?3)";
        self.connection.execute(sql, params![user, name, 100 + self.audited]).expect("it is valid");
        self.connection.execute("INSERT INTO lookup VALUES (?1, ?2)", params![name, user]).expect("it is valid");
        self.audit(user, &format!("[name, null, {name}]"));
    }

    fn rename(&mut self, user: [u8; 4], serial: &str) {
        let sql = "UPDATE users SET name = ?2, at = at + 1 WHERE id = ?1";
        self.connection.execute(sql, params![user, format!("Name {serial}")]).expect("it is valid");
        self.audit(user, &format!("[name, x, Name {serial}]"));
    }

    fn delete(&mut self, user: [u8; 4], serial: &str) {
        self.connection.execute("DELETE FROM lookup WHERE object = ?1", [user]).expect("it is valid");
        self.connection.execute("DELETE FROM users WHERE id = ?1", [user]).expect("it is valid");
        self.audit(user, &format!("[name, c{serial}, null]"));
    }

    fn watch(&mut self, serial: &str, deed: impl FnOnce(&mut Self)) -> Observed {
        let before = self.schema.snapshot(&self.connection).expect("it is readable");
        deed(self);
        let after = self.schema.snapshot(&self.connection).expect("it is readable");
        Observed::between(&self.schema, &before, &after, serial.to_owned())
    }
}

fn count(path: &Path, sql: &str) -> i64 {
    let connection = Connection::open(path).expect("it is readable");
    connection.query_row(sql, [], |row| row.get(0)).expect("it is a count")
}

const A: [u8; 4] = [1, 1, 1, 1];
const B: [u8; 4] = [2, 2, 2, 2];

#[test]
fn creations_are_done_again_with_names_ids_and_positions_of_their_own() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let path = directory.path().join("x.db");
    let mut tiny = Tiny::create_in(&path);
    assert_eq!(tiny.schema.left_out, ["search"], "a virtual table is named");
    let first = tiny.watch("0000000001", |tiny| tiny.create(A, "0000000001"));
    let second = tiny.watch("0000000002", |tiny| tiny.create(B, "0000000002"));
    let recipe = Recipe::of(&tiny.schema, [&first, &second], None).expect("they are alike");
    drop(tiny);
    let mut limit = SqliteLimit::open(&path, 2, 100, 1).expect("it is a database");
    assert_eq!(limit.run(&recipe, None, 130, 64).expect("it can be done again").latencies.len(), 3);
    assert_eq!(limit.run(&recipe, None, 3, 1).expect("and again").latencies.len(), 3);
    drop(limit);
    for table in ["users", "lookup", "audit"] {
        assert_eq!(count(&path, &format!("SELECT count(*) FROM {table}")), 2 + 133, "{table}");
    }
    assert_eq!(count(&path, "SELECT max(position) FROM audit"), 135, "without gaps");
    let consistent = "SELECT count(*) FROM users JOIN lookup USING (name) JOIN audit ON target = id AND object = id
                      WHERE changes = '[name, null, ' || name || ']'";
    assert_eq!(count(&path, consistent), 135, "one object has one id and one name in all tables");
}

#[test]
fn updates_are_about_rows_that_are_there() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let path = directory.path().join("x.db");
    let mut tiny = Tiny::create_in(&path);
    for (index, user) in [A, B, [3; 4], [4; 4]].into_iter().enumerate() {
        tiny.create(user, &format!("{index:010}"));
    }
    let first = tiny.watch("0000000011", |tiny| tiny.rename(A, "0000000011"));
    let second = tiny.watch("0000000012", |tiny| tiny.rename(B, "0000000012"));
    let recipe = Recipe::of(&tiny.schema, [&first, &second], None).expect("they are alike");
    drop(tiny);
    let mut limit = SqliteLimit::open(&path, 2, 100, 1).expect("it is a database");
    limit.run(&recipe, None, 40, 8).expect("it can be done again");
    drop(limit);
    assert_eq!(count(&path, "SELECT count(*) FROM users"), 4);
    assert_eq!(count(&path, "SELECT count(*) FROM users WHERE name LIKE 'Name 7%'"), 2, "as many as are asked about");
    assert_eq!(count(&path, "SELECT count(*) FROM audit JOIN users ON target = id"), 4 + 2 + 40);
}

#[test]
fn deletions_are_about_rows_made_for_them() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let path = directory.path().join("x.db");
    let mut tiny = Tiny::create_in(&path);
    let made_first = tiny.watch("0000000001", |tiny| tiny.create(A, "0000000001"));
    let made_second = tiny.watch("0000000002", |tiny| tiny.create(B, "0000000002"));
    let made = [&made_first, &made_second];
    let maker = Recipe::of(&tiny.schema, made, None).expect("they are alike");
    let first = tiny.watch("0000000001", |tiny| tiny.delete(A, "0000000001"));
    let second = tiny.watch("0000000002", |tiny| tiny.delete(B, "0000000002"));
    let recipe = Recipe::of(&tiny.schema, [&first, &second], Some((&maker, made))).expect("they are alike");
    drop(tiny);
    let mut limit = SqliteLimit::open(&path, 2, 100, 1).expect("it is a database");
    limit.run(&recipe, Some(&maker), 50, 10).expect("it can be done again");
    drop(limit);
    assert_eq!(count(&path, "SELECT count(*) FROM users") + count(&path, "SELECT count(*) FROM lookup"), 0);
    assert_eq!(count(&path, "SELECT count(*) FROM audit"), 4 + 100);
}

#[test]
fn operations_that_change_different_rows_are_refused() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let mut tiny = Tiny::create_in(&directory.path().join("x.db"));
    let create = tiny.watch("0000000001", |tiny| tiny.create(A, "0000000001"));
    let rename = tiny.watch("0000000002", |tiny| tiny.rename(A, "0000000002"));
    let nothing = tiny.watch("0000000003", |_| ());
    assert!(Recipe::of(&tiny.schema, [&create, &rename], None).is_err());
    assert!(Recipe::of(&tiny.schema, [&nothing, &nothing], None).is_err());
}

#[test]
fn every_commit_waits_for_the_disk() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let path = directory.path().join("x.db");
    drop(Tiny::create_in(&path));
    let limit = SqliteLimit::open(&path, 1, 100, 1).expect("it is a database");
    let pragma =
        |name| limit.connection().pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0));
    assert_eq!(pragma("journal_mode").ok(), Some("wal".to_owned().into()));
    assert_eq!(pragma("synchronous").ok(), Some(2.into()), "2 is FULL");
}
