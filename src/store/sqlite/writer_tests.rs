//! Group commit, step by step: batches are handed to a writer without its thread.

use std::sync::{Arc, Mutex};

use tempfile::TempDir;

use super::*;
use crate::domain::{ForbiddenReason, OrganizationId};
use crate::store::samples::{id, organization};
use crate::store::sqlite::migrations;
use crate::store::{Job, WriteTransaction, WriteWork};

/// What happened, in order: a job ran, or was answered and found its row on disk or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Event {
    Ran(u64),
    Done { number: u64, is_ok: bool, is_on_disk: bool },
}

type Events = Arc<Mutex<Vec<Event>>>;

/// How a job ends, given what its insert answered.
type End = fn(&dyn WriteTransaction, Result<()>) -> Result<()>;

/// A job that adds organization `number`, then ends as it is told to.
struct Insert {
    number: u64,
    then: End,
    database: Database,
    events: Events,
}

impl WriteWork for Insert {
    fn run(&mut self, txn: &dyn WriteTransaction) -> Result<()> {
        self.events.lock().expect("no test panics under the lock").push(Event::Ran(self.number));
        (self.then)(txn, txn.insert_organization(&organization(self.number)))
    }
}

impl Job for Insert {
    fn finish(self: Box<Self>, outcome: Result<()>) {
        let is_on_disk = is_stored(&self.database, self.number);
        let done = Event::Done { number: self.number, is_ok: outcome.is_ok(), is_on_disk };
        self.events.lock().expect("no test panics under the lock").push(done);
    }
}

/// A writer on a new database, the directory that it is in, and what its jobs report.
struct Bench {
    _directory: TempDir,
    writer: Writer,
    events: Events,
}

impl Bench {
    fn new() -> Self {
        let directory = TempDir::new().expect("a temporary directory can be made");
        let database = Database::in_directory(directory.path());
        let mut connection = database.open_writer().expect("the directory is empty");
        migrations::apply(&mut connection).expect("the database is new");
        let log = Logger::root(slog::Discard, slog::o!());
        Self {
            _directory: directory,
            writer: Writer::new(database, connection, Arc::new(Memory::new()), log),
            events: Events::default(),
        }
    }

    fn commit(&mut self, jobs: &[(u64, End)]) -> Vec<Event> {
        let job = |(number, then): &(u64, End)| -> WriteJob {
            let (database, events) = (self.writer.database.clone(), Arc::clone(&self.events));
            Box::new(Insert { number: *number, then: *then, database, events })
        };
        let batch = jobs.iter().map(job).collect();
        self.writer.commit(batch);
        std::mem::take(&mut self.events.lock().expect("no test panics under the lock"))
    }
}

/// Looks with a connection of its own, which sees only what is committed.
fn is_stored(database: &Database, number: u64) -> bool {
    let connection = database.open_reader().expect("the writer has opened it");
    let id: OrganizationId = id(number);
    connection
        .query_row("SELECT count(*) FROM organizations WHERE id = ?1", [id], |row| row.get::<_, i64>(0))
        .is_ok_and(|count| count == 1)
}

fn succeed(_: &dyn WriteTransaction, inserted: Result<()>) -> Result<()> {
    inserted
}

fn fail(_: &dyn WriteTransaction, _: Result<()>) -> Result<()> {
    Err(Error::forbidden(ForbiddenReason::External))
}

fn panic(_: &dyn WriteTransaction, _: Result<()>) -> Result<()> {
    panic!("the test wants it")
}

/// Goes on whatever the insert answered, with an organization that no other job adds.
fn go_on(txn: &dyn WriteTransaction, _: Result<()>) -> Result<()> {
    let _ = txn.insert_organization(&organization(9));
    Ok(())
}

fn done(number: u64, is_ok: bool, is_on_disk: bool) -> Event {
    Event::Done { number, is_ok, is_on_disk }
}

#[test]
fn all_jobs_of_a_batch_run_before_the_commit_and_are_answered_after_it() {
    let events = Bench::new().commit(&[(1, succeed), (2, succeed)]);
    assert_eq!(events, [Event::Ran(1), Event::Ran(2), done(1, true, true), done(2, true, true)]);
}

#[test]
fn a_failing_job_undoes_itself_and_not_its_neighbours() {
    for end in [fail as End, panic] {
        let events = Bench::new().commit(&[(1, succeed), (2, end), (3, succeed)]);
        assert_eq!(events[3..], [done(1, true, true), done(2, false, false), done(3, true, true)]);
    }
}

#[test]
fn a_batch_of_failures_writes_nothing() {
    let mut bench = Bench::new();
    assert_eq!(bench.commit(&[(1, fail), (2, panic)])[2..], [done(1, false, false), done(2, false, false)]);
    assert_eq!(bench.commit(&[(1, succeed)])[1..], [done(1, true, true)]);
}

#[test]
fn a_failed_commit_is_everybodys_failure_and_the_next_batch_gets_a_new_connection() {
    let mut bench = Bench::new();
    let connection = bench.writer.connection.as_ref().expect("it was just opened");
    // SQLite: a deferred foreign key is checked by COMMIT, so COMMIT fails for as long as this connection lives.
    connection
        .execute_batch(
            "CREATE TEMP TABLE parent (id INTEGER PRIMARY KEY);
             CREATE TEMP TABLE child (id INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED);
             CREATE TEMP TRIGGER orphan AFTER INSERT ON main.organizations BEGIN INSERT INTO child VALUES (1); END;",
        )
        .expect("temporary tables can be made");
    let events = bench.commit(&[(1, succeed), (2, succeed)]);
    assert_eq!(events[2..], [done(1, false, false), done(2, false, false)]);
    assert_eq!(bench.commit(&[(1, succeed)])[1..], [done(1, true, true)]);
}

#[test]
fn a_transaction_that_sqlite_gave_up_is_everybodys_failure() {
    for end in [succeed as End, go_on] {
        let mut bench = Bench::new();
        let connection = bench.writer.connection.as_ref().expect("it was just opened");
        connection
            .execute_batch(
                "CREATE TEMP TRIGGER give_up AFTER INSERT ON main.organizations WHEN NEW.name = 'Organization 2'
                 BEGIN SELECT RAISE(ROLLBACK, 'as if the disk were full'); END;",
            )
            .expect("temporary triggers can be made");
        let events = bench.commit(&[(1, succeed), (2, end), (3, succeed)]);
        assert_eq!(events[2..], [done(1, false, false), done(2, false, false), done(3, false, false)]);
        assert!(!is_stored(&bench.writer.database, 9), "nothing is written outside of a transaction");
        assert_eq!(bench.commit(&[(2, succeed)])[1..], [done(2, true, true)]);
    }
}
