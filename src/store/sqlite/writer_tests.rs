//! Group commit, step by step: batches are handed to a writer without its thread.

use std::sync::{Arc, Mutex, mpsc};

use tempfile::TempDir;

use super::*;
use crate::domain::audit_chain::ChainCheck;
use crate::domain::{ForbiddenReason, Group, OrganizationId, User, Username};
use crate::store::samples::{group, id, organization, plain_user, record};
use crate::store::sqlite::migrations;
use crate::store::{Job, Lookups, NameKind, ReadTransaction, WriteTransaction, WriteWork, groups_of};

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
            writer: Writer::new(database, connection, Arc::new(Memory::new()), Arc::new(Metrics::new()), log),
            events: Events::default(),
        }
    }

    fn commit(&mut self, jobs: &[(u64, End)]) -> Vec<Event> {
        let job = |(number, then): &(u64, End)| -> WriteJob {
            let (database, events) = (self.writer.database.clone(), Arc::clone(&self.events));
            Box::new(Insert { number: *number, then: *then, database, events })
        };
        self.run(jobs.iter().map(job).collect());
        std::mem::take(&mut self.events.lock().expect("no test panics under the lock"))
    }

    /// Runs jobs that are all in the queue when the writer comes to it, and what they leave there.
    fn run(&mut self, jobs: Vec<WriteJob>) {
        let (sender, queue) = mpsc::channel();
        jobs.into_iter().for_each(|job| sender.send(job).expect("the queue is there"));
        while let Ok(first) = queue.try_recv() {
            self.writer.commit(first, queue.try_iter());
        }
    }

    /// Does this in one batch, if nothing fails, and tells what failed.
    fn run_deeds(&mut self, deeds: &[Deed]) -> Vec<bool> {
        let outcomes = Arc::new(Mutex::new(Vec::new()));
        let job = |deed: &Deed| -> WriteJob { Box::new(Doing { deed: *deed, outcomes: Arc::clone(&outcomes) }) };
        self.run(deeds.iter().map(job).collect());
        std::mem::take(&mut outcomes.lock().expect("no test panics under the lock"))
    }

    /// Makes every commit fail that follows the insertion of an organization, as long as the connection lives.
    fn break_commits(&self) {
        let connection = self.writer.connection.as_ref().expect("it is open");
        // SQLite: a deferred foreign key is checked by COMMIT.
        connection
            .execute_batch(
                "CREATE TEMP TABLE parent (id INTEGER PRIMARY KEY);
                 CREATE TEMP TABLE child (id INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED);
                 CREATE TEMP TRIGGER orphan AFTER INSERT ON main.organizations BEGIN INSERT INTO child VALUES (1); END;",
            )
            .expect("temporary tables can be made");
    }
}

/// What a job does that is like those of the directory.
type Deed = fn(&dyn WriteTransaction) -> Result<()>;

struct Doing {
    deed: Deed,
    outcomes: Arc<Mutex<Vec<bool>>>,
}

impl WriteWork for Doing {
    fn run(&mut self, txn: &dyn WriteTransaction) -> Result<()> {
        (self.deed)(txn)
    }
}

impl Job for Doing {
    fn finish(self: Box<Self>, outcome: Result<()>) {
        self.outcomes.lock().expect("no test panics under the lock").push(outcome.is_ok());
    }
}

/// Only what became of the jobs.
fn answers(events: Vec<Event>) -> Vec<Event> {
    events.into_iter().filter(|event| matches!(event, Event::Done { .. })).collect()
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
        let events = answers(Bench::new().commit(&[(1, succeed), (2, end), (3, succeed)]));
        assert_eq!(events, [done(1, true, true), done(2, false, false), done(3, true, true)]);
    }
}

#[test]
fn a_job_that_fails_before_it_writes_makes_nobody_run_again() {
    let events = Bench::new().commit(&[(1, succeed), (1, succeed), (2, succeed)]);
    let ran = [Event::Ran(1), Event::Ran(1), Event::Ran(2)];
    assert_eq!(events[..3], ran);
    assert_eq!(events[3..], [done(1, true, true), done(1, false, true), done(2, true, true)]);
}

#[test]
fn a_job_that_fails_after_it_wrote_is_run_again_with_those_before_it_each_apart() {
    let events = Bench::new().commit(&[(1, succeed), (2, fail), (3, succeed)]);
    assert_eq!(events[..4], [Event::Ran(1), Event::Ran(2), Event::Ran(1), Event::Ran(2)]);
}

#[test]
fn a_batch_of_failures_writes_nothing() {
    let mut bench = Bench::new();
    assert_eq!(answers(bench.commit(&[(1, fail), (2, panic)])), [done(1, false, false), done(2, false, false)]);
    assert_eq!(bench.commit(&[(1, succeed)])[1..], [done(1, true, true)]);
}

#[test]
fn a_failed_commit_is_everybodys_failure_and_the_next_batch_gets_a_new_connection() {
    let mut bench = Bench::new();
    bench.break_commits();
    let events = bench.commit(&[(1, succeed), (2, succeed)]);
    assert_eq!(events[2..], [done(1, false, false), done(2, false, false)]);
    assert_eq!(bench.commit(&[(1, succeed)])[1..], [done(1, true, true)]);
}

#[test]
fn a_transaction_that_sqlite_gave_up_is_the_failure_of_everybody_in_it() {
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
        // Whoever had not begun is of the next batch.
        assert_eq!(answers(events), [done(1, false, false), done(2, false, false), done(3, true, true)]);
        assert!(!is_stored(&bench.writer.database, 9), "nothing is written outside of a transaction");
        assert_eq!(bench.commit(&[(2, succeed)])[1..], [done(2, true, true)]);
    }
}

fn someone() -> User {
    User { groups: [group(1, 1).id].into(), ..plain_user(1, 1) }
}

/// Renames whoever is there now.
fn rename(txn: &dyn WriteTransaction, name: &str) -> Result<()> {
    let old = txn.user(someone().organization, someone().id)?.ok_or_else(|| Error::internal("there is nobody"))?;
    let username = Username::parse(name)?;
    txn.update_user(&old, &User { username, version: old.version + 1, ..old.clone() })?;
    txn.append_audit(&record(&old, old.version))
}

fn furnish(txn: &dyn WriteTransaction) -> Result<()> {
    txn.insert_organization(&organization(1))?;
    txn.insert_group(&group(1, 1))?;
    txn.insert_user(&someone())
}

/// Looks as a job would, and as a connection that knows nothing.
fn assert_truth(bench: &mut Bench, name: &str, records: u64) {
    fn look(txn: &dyn Lookups) -> Result<String> {
        let (organization, id) = (someone().organization, someone().id);
        let (user, holder) = (txn.user(organization, id)?, txn.find_name(NameKind::Username, "second")?);
        let groups = user.as_ref().map(|user| groups_of(txn, user)).transpose()?;
        Ok(format!("{user:?} {groups:?} {:?} {holder:?}", txn.username(organization, id)?))
    }
    let connection = bench.writer.database.open_reader().expect("the writer has opened it");
    let stored = SqliteTransaction::reading(&connection, None);
    let truth = look(&stored).expect("it is readable");
    assert!(truth.contains(name), "{truth}");
    let memory = Arc::clone(&bench.writer.memory);
    let draft = Draft::new(&memory);
    assert_eq!(look(&SqliteTransaction::writing(&connection, &draft)).expect("it is readable"), truth);

    let mut chain = ChainCheck::new(None);
    for scanned in stored.scan_audit(id(1), 0, 100).expect("it is readable") {
        chain.follow(&scanned.entry.expect("it is readable")).expect("the chain is whole");
    }
    assert_eq!(chain.head().position, records);
}

#[test]
fn what_the_writer_knows_is_what_is_stored_whatever_failed() {
    let mut bench = Bench::new();
    let first: Deed = |txn| rename(txn, "first");
    let second: Deed = |txn| rename(txn, "second");
    let and_fail: Deed = |txn| {
        rename(txn, "third")?;
        txn.update_group(&group(1, 1), &Group { name: "Other".to_owned(), ..group(1, 1) })?;
        Err(Error::forbidden(ForbiddenReason::External))
    };
    let and_break: Deed = |txn| {
        rename(txn, "fourth")?;
        txn.insert_organization(&organization(2))
    };

    assert_eq!(bench.run_deeds(&[furnish]), [true]);
    assert_truth(&mut bench, "User1", 0);
    assert_eq!(bench.run_deeds(&[first, second]), [true, true]);
    assert_truth(&mut bench, "second", 2);
    assert_eq!(bench.run_deeds(&[first, and_fail, second]), [true, false, true]);
    assert_truth(&mut bench, "second", 4);
    assert_eq!(bench.run_deeds(&[and_fail]), [false]);
    assert_truth(&mut bench, "second", 4);
    bench.break_commits();
    assert_eq!(bench.run_deeds(&[first, and_break]), [false, false]);
    assert_truth(&mut bench, "second", 4);
    assert_eq!(bench.run_deeds(&[first, second, first]), [true, true, true]);
    assert_truth(&mut bench, "first", 7);
}
