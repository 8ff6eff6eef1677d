//! What the store counts: how much waits, what is committed together and how long that takes, whether writes reach the disk,
//! and how large it is. Must not know who shows it.

use std::path::Path;

use prometheus::core::Collector;
use prometheus::{Histogram, IntCounter, IntGauge};

use super::connection::{Database, FILE_NAME};
use crate::metrics::{Reading, counter, gauge, histogram};

/// Upper bounds of the sizes of batches that are told apart; no batch is larger.
const JOBS: [f64; 8] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0];
/// Upper bounds of the times of commits that are told apart, in seconds.
const SECONDS: [f64; 12] = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5];

/// The counts of one store.
#[derive(Debug)]
pub(super) struct Metrics {
    /// Jobs that wait for a reader.
    pub(super) reads_waiting: IntGauge,
    /// Jobs that wait for the writer.
    pub(super) writes_waiting: IntGauge,
    /// Jobs that a full queue refused.
    pub(super) refused: IntCounter,
    /// Jobs that were committed together.
    pub(super) batch_jobs: Histogram,
    /// How long commits took, with their sync.
    pub(super) commit_seconds: Histogram,
    /// Batches of which nothing was kept.
    pub(super) batches_failed: IntCounter,
    /// 1 from a batch that failed to the next that reached the disk.
    pub(super) writes_fail: IntGauge,
}

impl Metrics {
    /// Counts from nothing.
    pub(super) fn new() -> Self {
        let commits = "How long commits took, until they were on the disk";
        let failing = "1 from a batch of writes that failed to the next one that was on the disk, else 0";
        Self {
            reads_waiting: gauge("roster_store_reads_waiting", "Jobs that wait for a reader of the store"),
            writes_waiting: gauge("roster_store_writes_waiting", "Jobs that wait for the store's writer"),
            refused: counter("roster_store_jobs_refused_total", "Jobs that a full queue of the store refused"),
            batch_jobs: histogram("roster_store_batch_jobs", "Jobs that were committed together", &JOBS),
            commit_seconds: histogram("roster_store_commit_duration_seconds", commits, &SECONDS),
            batches_failed: counter("roster_store_batches_failed_total", "Batches of which nothing was kept"),
            writes_fail: gauge("roster_store_writes_fail", failing),
        }
    }

    /// Everything that is counted, and how large the files of the database are, to be shown.
    pub(super) fn collectors(&self, database: &Database) -> Vec<Box<dyn Collector>> {
        let mut collectors: Vec<Box<dyn Collector>> = vec![
            Box::new(self.reads_waiting.clone()),
            Box::new(self.writes_waiting.clone()),
            Box::new(self.refused.clone()),
            Box::new(self.batch_jobs.clone()),
            Box::new(self.commit_seconds.clone()),
            Box::new(self.batches_failed.clone()),
            Box::new(self.writes_fail.clone()),
        ];
        if let Database::File(path) = database {
            let log = path.with_file_name(format!("{FILE_NAME}-wal"));
            let sizes = [
                ("roster_store_database_bytes", "Bytes of the database's file", path.clone()),
                ("roster_store_log_bytes", "Bytes of the file of the database's write-ahead log", log),
            ];
            for (name, help, path) in sizes {
                collectors.push(Box::new(Reading::new(name, help, move || bytes_of(&path))));
            }
        }
        collectors
    }
}

/// How large a file is; one that is not there has nothing.
fn bytes_of(path: &Path) -> i64 {
    std::fs::metadata(path).map_or(0, |found| i64::try_from(found.len()).unwrap_or(i64::MAX))
}
