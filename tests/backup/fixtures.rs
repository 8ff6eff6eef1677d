//! A database of every schema that there was: each is upgraded, directly and as a backup that is restored, and serves its users.
//!
//! `ROSTER_FIXTURES=make cargo test --test roster backup::fixtures` makes those under `tests/fixtures` that are missing, from a
//! directory of today: its rows, as far as the older schema has their columns, in tables that the migrations up to it have made.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use refinery::Target;
use roster::inspection::inspect;
use roster::store::sqlite::{BreakOff, OpenError, Snapshot, SqliteStore};
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, Error};
use serde_json::json;
use slog::{Discard, Logger, o};
use tempfile::TempDir;

use super::scene::{PASSWORD, Scene};
use crate::support::http::Request;
use crate::support::server::{ADMIN_KEY, RosterProcess};

refinery::embed_migrations!("src/store/sqlite/migrations");

/// Who did not exist before the second schema: service accounts and sessions, with whatever refers to them.
const WITHOUT_SERVICE_ACCOUNTS: [&str; 5] = [
    "DELETE FROM main.credentials WHERE id IN (SELECT c.id FROM newest.credentials AS c JOIN newest.users AS u ON u.id = c.user
                                               WHERE u.kind = 'service' OR c.session IS NOT NULL)",
    "DELETE FROM main.user_groups WHERE user IN (SELECT id FROM newest.users WHERE kind = 'service')",
    "DELETE FROM main.user_roles WHERE user IN (SELECT id FROM newest.users WHERE kind = 'service')",
    "DELETE FROM main.users WHERE id IN (SELECT id FROM newest.users WHERE kind = 'service')",
    "DELETE FROM main.lookup WHERE object NOT IN (SELECT id FROM main.users UNION SELECT id FROM main.credentials
                                                  UNION SELECT id FROM main.organizations)",
];

/// The schemas that there were, and are.
fn schemas() -> Vec<u32> {
    let mut versions: Vec<u32> = migrations::runner()
        .get_migrations()
        .iter()
        .map(|migration| u32::try_from(migration.version()).expect("small"))
        .collect();
    versions.sort_unstable();
    versions
}

fn fixture(schema: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/schema-{schema}.db"))
}

fn list(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).expect("it is valid");
    let rows = statement.query_map([], |row| row.get(0)).expect("it runs");
    rows.collect::<Result<_, _>>().expect("it is text")
}

/// Makes a database of a schema from one of the newest.
fn make(schema: u32, newest: &Path, file: &Path) {
    let mut connection = Connection::open(file).expect("it can be made");
    // Small pages for many small tables.
    connection.execute_batch("PRAGMA page_size = 512").expect("the file is empty");
    // Tables that are empty are migrated without a call of either.
    for (name, arguments) in [("fold", 1), ("audit_hash", 12)] {
        let never = |_: &rusqlite::functions::Context<'_>| Err::<i64, _>(Error::InvalidQuery);
        connection.create_scalar_function(name, arguments, FunctionFlags::SQLITE_UTF8, never).expect("it can be lent");
    }
    let target = Target::Version(schema.try_into().expect("small"));
    migrations::runner().set_target(target).run(&mut connection).expect("the database is new");
    connection
        .execute("ATTACH ?1 AS newest", [newest.to_str().expect("the tests' paths are text")])
        .expect("it is there");
    connection.execute_batch("PRAGMA foreign_keys = OFF; BEGIN").expect("it can be written");
    let tables =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'refinery%'
                  AND (name NOT LIKE 'user_texts%' OR name = 'user_texts_due')";
    for table in list(&connection, tables) {
        let columns = format!(
            "SELECT '\"' || name || '\"' FROM pragma_table_info('{table}', 'main')
             WHERE name IN (SELECT name FROM pragma_table_info('{table}', 'newest'))"
        );
        let mut columns = list(&connection, &columns);
        if table == "users" {
            columns.push("rowid".to_owned());
        }
        let columns = columns.join(", ");
        let copy = format!("INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newest.{table}");
        connection.execute_batch(&copy).unwrap_or_else(|error| panic!("{copy}: {error}"));
    }
    if schema < 2 {
        WITHOUT_SERVICE_ACCOUNTS.iter().for_each(|sql| connection.execute_batch(sql).expect("it is the first schema"));
    }
    if schema < 6 {
        connection
            .execute_batch("DELETE FROM main.installation WHERE name = 'platform'")
            .expect("a table of all schemas");
    }
    if schema < 7 {
        connection.execute_batch("DELETE FROM main.installation WHERE name = 'furnishings'").expect("the same");
    }
    connection.execute_batch("COMMIT").expect("it can be written");
}

/// A data directory with the fixture of a schema.
fn directory(schema: u32) -> TempDir {
    let directory = TempDir::new().expect("a temporary directory can be made");
    fs::copy(fixture(schema), directory.path().join("roster.db")).expect("every schema has a fixture");
    directory
}

fn open(directory: &Path) -> Result<SqliteStore, OpenError> {
    SqliteStore::open(directory, 1, &Logger::root(Discard, o!()))
}

fn schema_of(file: &Path) -> i64 {
    Snapshot::of_file(file, &BreakOff::default()).expect("it is a database").schema()
}

#[test]
fn every_schema_has_a_fixture() {
    let scene = (std::env::var("ROSTER_FIXTURES").as_deref() == Ok("make")).then(Scene::new);
    for schema in schemas() {
        if let Some(scene) = scene.as_ref().filter(|_| !fixture(schema).exists()) {
            make(schema, &scene.database(), &fixture(schema));
        }
        assert!(
            fixture(schema).exists(),
            "schema {schema} has none: `ROSTER_FIXTURES=make cargo test --test roster backup::fixtures`"
        );
        assert_eq!(schema_of(&fixture(schema)), i64::from(schema));
    }
}

/// Starts a server on a data directory, reads people back in several ways, and checks the directory when it has stopped.
fn serves(data_dir: &Path, schema: u32) {
    let server = RosterProcess::start(data_dir);
    let get = |target: &str| {
        let answer = Request::new("GET", target).bearer(ADMIN_KEY).send(server.address());
        assert_eq!(answer.status, 200, "schema {schema}: {target}: {}", answer.text());
        answer.json()
    };
    let ada = get("/api/v1/users/ada");
    assert_eq!((&ada["full_name"], &ada["email"]), (&json!("Ada Lovelace"), &json!("ada@example.org")));
    assert_eq!(ada["security"]["roles"], json!(["ece_deployment_viewer"]));
    assert_eq!(get("/api/v2/user/bob@example.org")["groups"], json!(["ingestion"]));
    let by_email = json!({"query": [{"key": "identifier", "value": "oe@exa", "matchingMethod": "CONTAINS"}]});
    let found = Request::new("POST", "/api/v2/search/user").bearer(ADMIN_KEY).json(&by_email).send(server.address());
    assert_eq!(found.json()["response"]["items"].as_array().map(Vec::len), Some(1), "{}", found.text());
    let login = json!({"username": "ada", "password": PASSWORD});
    let login = Request::new("POST", "/api/v1/users/auth/_login").json(&login).send(server.address());
    assert_eq!(login.status, 200, "schema {schema}: {}", login.text());
    let new = json!({"user_name": "eve", "security": {"roles": ["ece_deployment_viewer"]}});
    let made = Request::new("POST", "/api/v1/users").bearer(ADMIN_KEY).json(&new).send(server.address());
    assert_eq!(made.status, 200, "{}", made.text());
    assert_eq!(server.stop("TERM").code(), Some(0));
    let report = inspect(data_dir).expect("it can be read");
    assert_eq!(report.findings.lines(), [""; 0], "schema {schema}");
}

#[test]
fn a_database_of_every_schema_is_upgraded_and_serves_its_users() {
    let newest = schemas().pop().expect("there are some");
    for schema in schemas() {
        let directory = directory(schema);
        serves(directory.path(), schema);
        let kept = directory.path().join(format!("roster-schema-{schema}.db"));
        assert_eq!(kept.exists(), schema < newest, "schema {schema}");
        if kept.exists() {
            assert_eq!(schema_of(&kept), i64::from(schema));
            // What was kept is a backup, and eve is not in it.
            let other = TempDir::new().expect("a temporary directory can be made");
            roster(&["restore", kept.to_str().expect("text")], other.path(), None);
            serves(other.path(), schema);
        }
    }
}

#[test]
fn a_backup_of_every_schema_is_restored_into_the_newest() {
    for schema in schemas() {
        let (directory, other) = (directory(schema), TempDir::new().expect("a temporary directory can be made"));
        let backup = directory.path().join("backup.db");
        let backup = backup.to_str().expect("the tests' paths are text");
        roster(&["backup", backup], directory.path(), None);
        roster(&["restore", backup], other.path(), None);
        assert_eq!(schema_of(&other.path().join("roster.db")), i64::from(schema), "the next start upgrades");
        serves(other.path(), schema);
    }
}

#[test]
fn an_upgrade_that_fails_at_its_last_step_has_done_nothing() {
    let directory = directory(1);
    let file = directory.path().join("roster.db");
    let sql = |sql: &str| Connection::open(&file).expect("it is there").execute_batch(sql).expect("it is valid");
    let tables = || {
        list(&Connection::open(&file).expect("it is there"), "SELECT name || sql FROM sqlite_schema WHERE sql <> ''")
    };
    sql("CREATE TABLE user_texts_due (in_the_way)");
    let before = tables();
    let error = open(directory.path()).expect_err("the table is there already");
    assert!(matches!(error, OpenError::Migration { .. }), "{error}");
    assert_eq!((tables(), schema_of(&file)), (before, 1));
    assert_eq!(schema_of(&directory.path().join("roster-schema-1.db")), 1, "and it was kept before");
    sql("DROP TABLE user_texts_due");
    drop(open(directory.path()).expect("nothing is in the way"));
    assert_eq!(schema_of(&file), i64::from(schemas().pop().expect("there are some")));
}

#[test]
fn an_upgrade_that_cannot_keep_the_old_database_is_not_begun() {
    let directory = directory(1);
    fs::create_dir(directory.path().join("roster-schema-1.db")).expect("it can be made");
    let error = open(directory.path()).expect_err("the name is taken");
    assert!(matches!(error, OpenError::Upgrade { .. }), "{error}");
    assert_eq!(schema_of(&directory.path().join("roster.db")), 1);
}

#[test]
fn a_new_directory_is_not_kept_before_its_first_schema() {
    let directory = TempDir::new().expect("a temporary directory can be made");
    drop(open(directory.path()).expect("it is new"));
    let names = fs::read_dir(directory.path()).expect("it is there").flatten().map(|entry| entry.file_name());
    let kept = names.filter(|name| name.to_string_lossy().starts_with("roster-schema-"));
    assert_eq!(kept.count(), 0);
}

#[test]
fn a_database_of_a_newer_version_is_refused_by_everything() {
    let newest = schemas().pop().expect("there are some");
    let directory = directory(newest);
    let file = directory.path().join("roster.db");
    let future = "INSERT INTO refinery_schema_history VALUES (9999, 'future', '2999-01-01T00:00:00Z', '1')";
    Connection::open(&file).expect("it is there").execute_batch(future).expect("the history is a table");
    let before = fs::read(&file).expect("it is there");
    let other = TempDir::new().expect("a temporary directory can be made");
    let why = Some("written by a newer version of Roster");
    roster(&["serve", "--listen", "127.0.0.1:0"], directory.path(), why);
    roster(&["check"], directory.path(), why);
    roster(&["backup", other.path().join("backup.db").to_str().expect("text")], directory.path(), why);
    roster(&["restore", file.to_str().expect("text")], other.path(), why);
    assert_eq!(fs::read_dir(other.path()).expect("it is there").count(), 0, "nothing is left over");
    assert_eq!(schema_of_future(&file), 9999);
    assert_eq!(fs::read(&file).expect("it is there").len(), before.len());
}

fn schema_of_future(file: &Path) -> i64 {
    let connection = Connection::open(file).expect("it is there");
    let sql = "SELECT max(version) FROM refinery_schema_history";
    connection.query_row(sql, [], |row| row.get(0)).expect("the history is a table")
}

/// Runs a command on a data directory, which succeeds, or fails and says so.
fn roster(arguments: &[&str], data_dir: &Path, why: Option<&str>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roster"));
    let output = command.args(arguments).arg("--data-dir").arg(data_dir).output().expect("the binary can be run");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.success(), why.is_none(), "{arguments:?}: {said}");
    assert!(said.contains(why.unwrap_or_default()), "{arguments:?}: {said}");
}
