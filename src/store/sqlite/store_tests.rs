//! The SQLite store as a whole: its directory, its queues, its end, and what it does with a damaged database.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use tempfile::TempDir;

use super::*;
use crate::domain::Error;
use crate::store::samples::{credential, full_user, group, id, organization, record, role};
use crate::store::{Job, ReadTransaction, Result, WriteTransaction, WriteWork, groups_of, roles_granted_to};

fn log() -> Logger {
    Logger::root(slog::Discard, slog::o!())
}

fn open(directory: &TempDir) -> SqliteStore {
    SqliteStore::open(directory.path(), 1, &log()).expect("the directory is free")
}

fn new_directory() -> TempDir {
    TempDir::new().expect("a temporary directory can be made")
}

fn wait<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().expect("a runtime can be made").block_on(future)
}

#[test]
fn a_second_store_on_the_same_directory_is_refused_until_the_first_is_gone() {
    let directory = new_directory();
    let first = open(&directory);
    let refused = SqliteStore::open(directory.path(), 1, &log()).expect_err("the first has it");
    assert!(matches!(refused, OpenError::InUse { .. }), "{refused}");
    assert!(refused.to_string().contains("in use by another server"), "{refused}");
    drop(first);
    open(&directory);
}

#[test]
fn a_store_that_is_dropped_leaves_no_log_behind() {
    let directory = new_directory();
    let store = open(&directory);
    wait(crate::store::write(&store, |txn| txn.insert_organization(&organization(1)))).expect("the store was empty");
    assert!(directory.path().join("roster.db-wal").exists());
    drop(store);
    assert!(!directory.path().join("roster.db-wal").exists(), "the log is folded into the database");
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_the_database() {
    use std::os::unix::fs::PermissionsExt;

    let parent = new_directory();
    let directory = parent.path().join("new").join("data");
    let store = SqliteStore::open(&directory, 1, &log()).expect("the directory is made");
    wait(crate::store::write(&store, |txn| txn.insert_organization(&organization(1)))).expect("the store was empty");
    let mode = |name: &str| {
        let metadata = std::fs::metadata(directory.join(name)).expect("the file is there");
        metadata.permissions().mode() & 0o777
    };
    assert_eq!(mode("."), 0o700);
    assert_eq!(mode("roster.db"), 0o600);
    assert_eq!(mode("roster.db-wal"), 0o600);
}

#[test]
fn a_directory_that_cannot_be_made_is_named() {
    let parent = new_directory();
    let file = parent.path().join("file");
    std::fs::write(&file, "").expect("the file can be written");
    let refused = SqliteStore::open(&file, 1, &log()).expect_err("a file is not a directory");
    assert!(matches!(refused, OpenError::Directory { .. }), "{refused}");
    assert!(refused.to_string().contains("file"), "{refused}");
}

#[test]
fn a_file_that_is_no_database_is_refused() {
    let directory = new_directory();
    std::fs::write(directory.path().join("roster.db"), "x".repeat(4096)).expect("the file can be written");
    let refused = SqliteStore::open(directory.path(), 1, &log()).expect_err("it is no database");
    assert!(matches!(refused, OpenError::Engine { .. }), "{refused}");
}

/// Says that it has started, then waits for the word to go on.
struct Gate {
    started: Sender<()>,
    go_on: Receiver<()>,
}

impl WriteWork for Gate {
    fn run(&mut self, _: &dyn WriteTransaction) -> Result<()> {
        self.started.send(()).expect("the test waits for it");
        self.go_on.recv().map_err(Error::internal)
    }
}

impl Job for Gate {
    fn finish(self: Box<Self>, _: Result<()>) {}
}

/// Counts that it was answered.
struct Counted(Arc<AtomicUsize>);

impl WriteWork for Counted {
    fn run(&mut self, _: &dyn WriteTransaction) -> Result<()> {
        Ok(())
    }
}

impl Job for Counted {
    fn finish(self: Box<Self>, outcome: Result<()>) {
        assert!(outcome.is_ok());
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

#[test]
fn a_full_queue_refuses_and_a_dropped_store_finishes_what_it_accepted() {
    let directory = new_directory();
    let store = open(&directory);
    let ((started, has_started), (may_go_on, go_on)) = (channel(), channel());
    store.submit_write(Box::new(Gate { started, go_on })).expect("the queue is empty");
    has_started.recv().expect("the writer takes the first job");
    let answered = Arc::new(AtomicUsize::new(0));
    for _ in 0..limits::STORE_QUEUE_JOBS_DEFAULT {
        store.submit_write(Box::new(Counted(Arc::clone(&answered)))).expect("the queue is not full yet");
    }
    assert_eq!(store.submit_write(Box::new(Counted(Arc::clone(&answered)))), Err(Busy));
    let refused = wait(crate::store::write(&store, |_| Ok(())));
    assert!(matches!(refused, Err(Error::LimitExceeded { retry_after_s: 1.., .. })), "{refused:?}");
    assert_eq!(answered.load(Ordering::SeqCst), 0, "nobody is answered while the writer is held");
    may_go_on.send(()).expect("the writer waits for it");
    drop(store);
    assert_eq!(answered.load(Ordering::SeqCst), limits::STORE_QUEUE_JOBS_DEFAULT);
}

#[test]
fn a_read_sees_one_snapshot_while_others_write() {
    let directory = new_directory();
    let store = open(&directory);
    let ((started, has_started), (may_go_on, go_on)) = (channel(), channel::<()>());
    let reading = crate::store::read(&store, move |txn| {
        let before = txn.organization(id(1))?;
        started.send(()).map_err(Error::internal)?;
        go_on.recv().map_err(Error::internal)?;
        Ok((before, txn.organization(id(1))?))
    });
    let writing = async {
        has_started.recv().expect("the read has begun");
        crate::store::write(&store, |txn| txn.insert_organization(&organization(1)))
            .await
            .expect("the store was empty");
        may_go_on.send(()).expect("the read goes on");
    };
    let (seen, ()) = wait(async { tokio::join!(reading, writing) });
    assert_eq!(seen.expect("the store reads"), (None, None));
}

#[test]
fn a_reader_cannot_write() {
    let directory = new_directory();
    let _store = open(&directory);
    let reader = Database::in_directory(directory.path()).open_reader().expect("the database is there");
    assert!(reader.execute("DELETE FROM users", []).is_err());
}

/// Fills a database, damages it as told, and reads everything back: the text of the error that the log gets.
fn read_damaged(damage: &str) -> String {
    let directory = new_directory();
    let store = open(&directory);
    wait(crate::store::write(&store, |txn| {
        txn.insert_organization(&organization(1))?;
        txn.insert_role(&role(1, 1))?;
        txn.insert_group(&group(1, 1))?;
        txn.insert_user(&full_user(1, 1))?;
        txn.insert_credential(&credential(&full_user(1, 1), 1))?;
        txn.append_audit(&record(&full_user(1, 1), 1))
    }))
    .expect("the store was empty");
    drop(store);
    let connection = rusqlite::Connection::open(directory.path().join("roster.db")).expect("nobody else has it");
    connection.execute_batch("PRAGMA ignore_check_constraints = ON").expect("it is a setting");
    connection.execute_batch(damage).expect("the damage can be done");
    drop(connection);
    let error = wait(crate::store::read(&open(&directory), read_everything)).expect_err("it is damaged");
    match error {
        Error::Internal { source } => source.to_string(),
        other => panic!("not for a client to see: {other:?}"),
    }
}

fn read_everything(txn: &dyn ReadTransaction) -> Result<()> {
    let user = full_user(1, 1);
    txn.organization_by_name("organization 1")?;
    if let Some(user) = txn.user(user.organization, user.id)? {
        roles_granted_to(txn, &user, &groups_of(txn, &user)?)?;
    }
    txn.credential(credential(&user, 1).id)?;
    txn.audit_of(id(1), crate::domain::TargetKind::User, user.id.id(), 1).map(|_| ())
}

#[test]
fn a_damaged_row_is_an_error_that_names_the_column() {
    let cases = [
        ("UPDATE users SET username = ' x'", "corrupt row: users.username:"),
        ("UPDATE users SET email = 'x'", "corrupt row: users.email:"),
        ("UPDATE users SET status = 'asleep'", "corrupt row: users.status:"),
        ("UPDATE users SET metadata = '[]'", "corrupt row: users.metadata:"),
        ("UPDATE users SET version = 0", "corrupt row: users.version:"),
        ("UPDATE users SET created_by = x'00'", "corrupt row: users.created_by:"),
        ("UPDATE users SET builtin = 2", "corrupt row: users.builtin:"),
        ("UPDATE users SET created_at = 9223372036854775807", "corrupt row: users.created_at:"),
        ("UPDATE user_permissions SET permission = 'No' || permission", "corrupt row: user edges.permission:"),
        ("UPDATE roles SET actions = 'users:fly'", "corrupt row: roles.actions:"),
        ("UPDATE roles SET permissions = 'No'", "corrupt row: roles.permissions:"),
        ("UPDATE groups SET version = -1", "corrupt row: groups.version:"),
        ("UPDATE credentials SET kind = 'x'", "corrupt row: credentials.kind:"),
        ("UPDATE credentials SET secret_hash = x'00'", "corrupt row: credentials.secret_hash:"),
        ("UPDATE audit SET changes = '{'", "corrupt row: audit.changes:"),
        ("UPDATE lookup SET object = x'00' WHERE kind = 'key-id'", "corrupt row: lookup.object:"),
        ("DELETE FROM credentials", "corrupt lookup: there is no credential"),
    ];
    for (damage, expected) in cases {
        let said = read_damaged(damage);
        assert!(said.starts_with(expected), "{damage}: {said}");
    }
}
