//! The schedule by hand, with a clock that goes where it is told, on a real store.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use slog::{Discard, Logger, o};
use tempfile::TempDir;
use tokio::sync::oneshot;

use super::schedule::Work;
use super::{Scheduler, stamp};
use crate::config::BackupConfig;
use crate::context::Context;
use crate::store::sqlite::SqliteStore;

const HOUR_S: u32 = 3600;

/// A data directory with a server's store, a clock, and a schedule of which rounds are made by hand.
struct Rig {
    work: Work,
    context: Arc<Context>,
    backups: PathBuf,
    _stop: oneshot::Sender<()>,
    _store: SqliteStore,
    _place: TempDir,
}

fn log() -> Logger {
    Logger::root(Discard, o!())
}

fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).expect("it is a time")
}

impl Rig {
    fn new(kept: u32) -> Self {
        let place = TempDir::new().expect("a temporary directory can be made");
        let data_dir = place.path().join("data");
        let store = SqliteStore::open(&data_dir, 1, &log()).expect("the directory is new");
        let backups = place.path().join("backups");
        let config = BackupConfig { directory: backups.clone(), every_s: HOUR_S, kept };
        let context = Arc::new(Context::deterministic(start()));
        let (stop, stopped) = oneshot::channel();
        let work = Work::new(&config, &data_dir, Arc::clone(&context), stopped, &log());
        Self { work, context, backups, _stop: stop, _store: store, _place: place }
    }

    /// A round, so long after the beginning.
    async fn round_after(&mut self, seconds: i64) {
        self.context.go_on_from(start() + TimeDelta::seconds(seconds), 0);
        assert!(self.work.round().await.is_continue());
    }

    fn names(&self) -> Vec<String> {
        names(&self.backups)
    }
}

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).expect("it is there").flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

fn name_after(seconds: i64) -> String {
    format!("roster-{}.db", stamp(start() + TimeDelta::seconds(seconds)))
}

#[tokio::test]
async fn a_backup_is_made_when_the_newest_is_old_enough_and_says_when_in_utc() {
    let mut rig = Rig::new(9);
    rig.round_after(0).await;
    assert_eq!(rig.names(), ["roster-20270115T080000Z.db"]);
    rig.round_after(3599).await;
    assert_eq!(rig.names().len(), 1, "it is not due");
    rig.round_after(3600).await;
    assert_eq!(rig.names(), [name_after(0), name_after(3600)]);
    fs::remove_file(rig.backups.join(name_after(3600))).expect("it is there");
    rig.round_after(3601).await;
    assert_eq!(rig.names(), [name_after(0), name_after(3601)], "what is there counts, not what was done");
}

#[tokio::test]
async fn the_oldest_give_way_and_nothing_else_is_touched() {
    let mut rig = Rig::new(2);
    rig.round_after(0).await;
    let others = ["roster-2027.db", "roster-20270115T080000Z.db.old", "roster-20270115T086000Z.db", "notes.txt"];
    others.iter().for_each(|name| fs::write(rig.backups.join(name), "x").expect("it can be written"));
    let left = "roster-20270115T070000Z.db.1.unfinished";
    fs::write(rig.backups.join(left), "x").expect("it can be written");
    for hours in 1..4 {
        rig.round_after(hours * 3600).await;
    }
    let mut expected: Vec<String> = others.map(ToOwned::to_owned).into();
    expected.extend([name_after(2 * 3600), name_after(3 * 3600)]);
    expected.sort();
    assert_eq!(rig.names(), expected);
}

#[tokio::test]
async fn a_backup_of_the_future_does_not_keep_others_from_being_made() {
    let mut rig = Rig::new(9);
    rig.round_after(7 * 24 * 3600).await;
    rig.round_after(0).await;
    rig.round_after(10).await;
    assert_eq!(rig.names(), [name_after(0), name_after(7 * 24 * 3600)]);
}

#[tokio::test]
async fn what_fails_leaves_nothing_and_is_tried_again() {
    let mut rig = Rig::new(9);
    fs::write(&rig.backups, "in the way").expect("it can be written");
    for _ in 0..2 {
        rig.round_after(0).await;
        let failure = rig.work.failure().expect("there is no directory");
        assert!(failure.contains("backups"), "{failure}");
    }
    fs::remove_file(&rig.backups).expect("it is there");
    rig.round_after(1).await;
    assert_eq!(rig.work.failure(), None);
    assert_eq!(rig.names(), [name_after(1)]);
}

#[tokio::test]
async fn a_stop_ends_the_schedule_at_once() {
    let place = TempDir::new().expect("a temporary directory can be made");
    let store = SqliteStore::open(place.path(), 1, &log()).expect("the directory is new");
    let backups = place.path().join("backups");
    let config = BackupConfig { directory: backups.clone(), every_s: HOUR_S, kept: 1 };
    let context = Arc::new(Context::deterministic(start()));
    Scheduler::start(&config, place.path(), context, &log()).stop().await;
    drop(store);
    let unfinished = fs::read_dir(&backups).into_iter().flatten().flatten();
    assert_eq!(unfinished.filter(|entry| entry.path().to_string_lossy().contains("unfinished")).count(), 0);
}
