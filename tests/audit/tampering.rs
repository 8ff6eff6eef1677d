//! Tampering with the database of a data directory, and that it is found where it is.

use roster::domain::{AuditLink, BrokenChain};
use roster::store::sqlite::OpenError;
use roster::verification::{Finding, VerificationError, check_data_directory};
use rusqlite::Connection;
use slog::Logger;
use tempfile::TempDir;

use crate::support::server::RosterProcess;

/// Every column but the kind of target, which has a case of its own, with another value of its kind.
const EDITS: [(&str, &str); 11] = [
    ("organization", "randomblob(12)"),
    ("position", "position + 1000"),
    ("hash", "randomblob(32)"),
    ("id", "randomblob(12)"),
    ("at", "at + 1"),
    ("actor", "CASE WHEN actor IS NULL THEN randomblob(12) END"),
    ("credential", "CASE WHEN credential IS NULL THEN randomblob(12) END"),
    ("operation", "operation || ' '"),
    ("request_id", "request_id || char(0)"),
    ("target_id", "randomblob(12)"),
    ("changes", "changes || ' '"),
];

fn log() -> Logger {
    Logger::root(slog::Discard, slog::o!())
}

fn wait<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().expect("a runtime can be made").block_on(future)
}

/// A data directory after its first start, which left records, and its end.
fn furnished() -> TempDir {
    let directory = TempDir::new().expect("a temporary directory can be made");
    assert_eq!(RosterProcess::start(directory.path()).stop("TERM").code(), Some(0));
    directory
}

fn tamper(directory: &TempDir, sql: &str) {
    let connection = Connection::open(directory.path().join("roster.db")).expect("it is there");
    connection.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
}

fn check(directory: &TempDir, known: Option<AuditLink>) -> Vec<Finding> {
    wait(check_data_directory(directory.path(), None, known, &log())).expect("it can be read")
}

/// The head of a directory with one whole trail.
fn head(directory: &TempDir) -> AuditLink {
    let found = check(directory, None);
    assert_eq!(found.len(), 1, "{found:?}");
    *found[0].outcome.as_ref().expect("it is whole")
}

fn is_found(directory: &TempDir, known: Option<AuditLink>) -> bool {
    check(directory, known).iter().any(|finding| finding.outcome.is_err())
}

#[test]
fn a_change_of_any_column_of_any_record_is_found() {
    let directory = furnished();
    let records = head(&directory).position;
    let whole = std::fs::read(directory.path().join("roster.db")).expect("it is there");
    for position in 1..=records {
        for (column, value) in EDITS {
            tamper(&directory, &format!("UPDATE audit SET {column} = {value} WHERE position = {position}"));
            assert!(is_found(&directory, None), "{column} of {position}");
            for log in ["roster.db-wal", "roster.db-shm"] {
                let _ = std::fs::remove_file(directory.path().join(log));
            }
            std::fs::write(directory.path().join("roster.db"), &whole).expect("it can be written");
        }
    }
    assert_eq!(head(&directory).position, records);
}

#[test]
fn what_was_removed_inserted_or_swapped_is_found_where_it_is() {
    let cases = [
        ("DELETE FROM audit WHERE position = 3", BrokenChain::Missing { expected: 3, found: 4 }),
        ("DELETE FROM audit WHERE position < 3", BrokenChain::Missing { expected: 1, found: 3 }),
        (
            "DELETE FROM audit WHERE position = 3; UPDATE audit SET position = 3 WHERE position = 4",
            BrokenChain::Changed { position: 3 },
        ),
        (
            "UPDATE audit SET position = 999 WHERE position = 3; UPDATE audit SET position = 3 WHERE position = 4;
             UPDATE audit SET position = 4 WHERE position = 999",
            BrokenChain::Changed { position: 3 },
        ),
        (
            "INSERT INTO audit SELECT organization, (SELECT max(position) + 1 FROM audit), hash, id, at, actor,
                                      credential, operation, request_id, target_kind, target_id, changes
                               FROM audit WHERE position = 1",
            BrokenChain::Changed { position: 0 },
        ),
        ("UPDATE audit SET changes = '{' WHERE position = 2", BrokenChain::Unreadable { position: 2 }),
        ("UPDATE audit SET target_kind = 'ghost' WHERE position = 2", BrokenChain::Unreadable { position: 2 }),
        ("UPDATE audit SET target_kind = 'mail' WHERE position = 2", BrokenChain::Changed { position: 2 }),
    ];
    for (sql, expected) in cases {
        let directory = furnished();
        let last = head(&directory).position;
        tamper(&directory, sql);
        let found = check(&directory, None);
        let expected = match expected {
            BrokenChain::Changed { position: 0 } => BrokenChain::Changed { position: last + 1 },
            other => other,
        };
        assert_eq!(found[0].outcome, Err(expected), "{sql}");
    }
}

#[test]
fn a_cut_tail_is_found_by_whoever_knows_the_head() {
    let directory = furnished();
    let known = head(&directory);
    tamper(&directory, &format!("DELETE FROM audit WHERE position = {}", known.position));
    assert!(!is_found(&directory, None), "nothing in what is left tells of it");
    let cut = BrokenChain::Cut { last: known.position - 1, known: known.position };
    assert_eq!(check(&directory, Some(known))[0].outcome, Err(cut));
    tamper(&directory, "DELETE FROM audit");
    assert_eq!(check(&directory, Some(known))[0].outcome, Err(BrokenChain::Cut { last: 0, known: known.position }));
}

#[test]
fn what_is_asked_for_must_be_there() {
    let directory = furnished();
    let asked = |organization| wait(check_data_directory(directory.path(), Some(organization), None, &log()));
    assert_eq!(asked("default").expect("it is there").len(), 1);
    assert!(matches!(asked("other"), Err(VerificationError::UnknownOrganization(_))));
    let empty = TempDir::new().expect("a temporary directory can be made");
    let nothing = wait(check_data_directory(empty.path(), None, None, &log()));
    assert!(matches!(nothing, Err(VerificationError::Open(_))), "{nothing:?}");
    assert_eq!(std::fs::read_dir(empty.path()).expect("it is there").count(), 0, "looking makes nothing");
    tamper(&directory, "DELETE FROM refinery_schema_history WHERE version > 2");
    let older = asked("default").expect_err("the schema is older");
    assert!(matches!(older, VerificationError::Open(OpenError::OlderSchema { found: 2, .. })), "{older}");
}
