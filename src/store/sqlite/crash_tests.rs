//! A process that dies in the middle of writing: what it was told is stored is there afterwards, and nothing by half.
//! The test runs itself once more as the process that dies.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use slog::Logger;

use super::SqliteStore;
use crate::domain::TargetKind;
use crate::store::samples::{id, organization, plain_user, record};
use crate::store::{read, write};

/// Set for the process that dies: where to write.
const DIRECTORY: &str = "ROSTER_CRASH_TEST_DIRECTORY";
const TEST: &str = "store::sqlite::crash_tests::what_was_acknowledged_survives_a_kill";
/// Writes that are under way at any time in the process that dies.
const AT_ONCE: u64 = 8;
/// Writes that must be acknowledged before the process is killed.
const ACKNOWLEDGED_MIN: usize = 200;

fn open(directory: &Path) -> SqliteStore {
    SqliteStore::open(directory, 1, &Logger::root(slog::Discard, slog::o!())).expect("the directory is free")
}

fn wait<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().expect("a runtime can be made").block_on(future)
}

/// Adds users and a record for each until killed, and says the number of each that the store has acknowledged.
fn write_until_killed(directory: &Path) -> ! {
    let store = open(directory);
    wait(write(&store, |txn| txn.insert_organization(&organization(1)))).expect("the store was empty");
    let mut next = 1;
    loop {
        let batch = (next..next + AT_ONCE).map(|number| {
            let store = &store;
            async move {
                let insert = write(store, move |txn| {
                    let user = plain_user(1, number);
                    txn.insert_user(&user)?;
                    txn.append_audit(&record(&user, number))
                });
                insert.await.expect("every number is new");
                eprintln!("{number}");
            }
        });
        wait(futures::future::join_all(batch));
        next += AT_ONCE;
    }
}

/// Starts the process that dies, kills it in the middle, and answers the numbers that it has said.
fn kill_a_writer(directory: &Path) -> Vec<u64> {
    let mut child = Command::new(std::env::current_exe().expect("a test has a program"))
        .args(["--exact", TEST, "--nocapture"])
        .env(DIRECTORY, directory)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the test can run itself");
    let mut lines = BufReader::new(child.stderr.take().expect("it is piped"));
    let mut said = Vec::new();
    let mut line = String::new();
    while lines.read_line(&mut line).is_ok_and(|bytes| bytes > 0) {
        // A line without an end was cut off by the kill.
        if let Some(number) = line.strip_suffix('\n') {
            said.push(number.parse().unwrap_or_else(|_| panic!("the writer failed: {number}")));
        }
        line.clear();
        if said.len() == ACKNOWLEDGED_MIN {
            child.kill().expect("it runs until it is killed");
        }
    }
    child.wait().expect("it was killed");
    said
}

#[test]
fn what_was_acknowledged_survives_a_kill() {
    if let Some(directory) = std::env::var_os(DIRECTORY) {
        write_until_killed(Path::new(&directory));
    }
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let acknowledged = kill_a_writer(directory.path());
    assert!(acknowledged.len() >= ACKNOWLEDGED_MIN, "only {} were acknowledged", acknowledged.len());

    let store = open(directory.path());
    let last = acknowledged.iter().max().copied().unwrap_or_default();
    for number in 1..=last + AT_ONCE {
        let user = plain_user(1, number);
        let (found, records) = wait(read(&store, move |txn| {
            let records = txn.audit_of(id(1), TargetKind::User, user.id.id(), 1)?;
            Ok((txn.user(id(1), user.id)?, records))
        }))
        .expect("the database is whole");
        assert_eq!(found.is_some(), !records.is_empty(), "user {number} and its record are one write");
        assert!(found.is_some() || !acknowledged.contains(&number), "user {number} was acknowledged");
    }
}
