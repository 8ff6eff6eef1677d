//! One thread of the load generator, with its share of the connections.

use std::net::SocketAddr;
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use futures::stream::{FuturesUnordered, TryStreamExt};

use super::connection::Connection;
use super::schedule::Schedule;
use super::{Batch, Bodies, runtime};

/// A run that takes longer has hung.
const RUN_TIMEOUT: Duration = Duration::from_secs(900);
/// How much of a wrong answer is shown.
const SHOWN_BYTES: usize = 600;

/// One thread's part of a run.
pub(super) struct Worker<'r> {
    pub(super) batch: &'r Batch,
    /// The request to send next, shared by all threads.
    pub(super) next: &'r AtomicUsize,
    /// Where threads wait until every connection of all of them is open.
    pub(super) ready: &'r Barrier,
    pub(super) keeps_bodies: bool,
    /// When requests are due; at once where there is none.
    pub(super) schedule: Option<&'r Schedule>,
}

/// What a thread's connections saw.
#[derive(Default)]
pub(super) struct Record {
    /// When the thread began and ended; by its own clock, as the thread that waits for it may be late.
    pub(super) span: Option<(Instant, Instant)>,
    pub(super) latencies: Vec<Duration>,
    pub(super) bodies: Bodies,
}

impl Worker<'_> {
    /// Opens the connections, waits for the other threads, and sends until the batch is empty.
    pub(super) fn run(&self, address: SocketAddr, connections: usize) -> Result<Record> {
        let opened = runtime().and_then(|runtime| {
            let opened = runtime.block_on(Connection::open_all(address, connections))?;
            Ok((runtime, opened))
        });
        if opened.is_err() {
            self.stop_all();
        }
        // Every thread arrives at the barrier, also one that could not connect: else the others would wait for ever.
        self.ready.wait();
        let begun = Instant::now();
        let (runtime, mut opened) = opened?;
        let records = runtime.block_on(async {
            let loops: FuturesUnordered<_> =
                opened.iter_mut().map(|connection| self.send_in_turn(connection)).collect();
            tokio::time::timeout(RUN_TIMEOUT, loops.try_collect::<Vec<_>>())
                .await
                .unwrap_or_else(|_| bail!("the run did not end within {RUN_TIMEOUT:?}"))
        });
        let mut all = Record { span: Some((begun, Instant::now())), ..Record::default() };
        for record in records.inspect_err(|_| self.stop_all())? {
            all.latencies.extend(record.latencies);
            all.bodies.extend(record.bodies);
        }
        Ok(all)
    }

    /// Takes the next request of the batch as long as there is one.
    async fn send_in_turn(&self, connection: &mut Connection) -> Result<Record> {
        let mut record = Record::default();
        loop {
            if let Some(schedule) = self.schedule
                && !schedule.wait().await
            {
                return Ok(record);
            }
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            let Some((request, expected_status)) = self.batch.get(index) else {
                return Ok(record);
            };
            let begun = self.schedule.map_or_else(Instant::now, |schedule| schedule.due(index));
            let frame = connection.exchange(request).await?;
            record.latencies.push(begun.elapsed());
            if frame.status != expected_status {
                bail!("{}", describe_wrong_answer(request, connection.answer(), expected_status));
            }
            if self.keeps_bodies {
                record.bodies.push((index, frame.body(connection.answer())?.into_owned()));
            }
        }
    }

    /// Leaves nothing for the other threads, so that a failed run ends at once.
    fn stop_all(&self) {
        self.next.store(self.batch.len(), Ordering::Relaxed);
        if let Some(schedule) = self.schedule {
            schedule.stop();
        }
    }
}

/// Shows request and answer, without the header lines that carry credentials.
fn describe_wrong_answer(request: &[u8], answer: &[u8], expected_status: u16) -> String {
    let request_line = request.split(|byte| *byte == b'\r').next().unwrap_or_default();
    format!(
        "expected status {expected_status} to\n{}\nbut the answer was\n{}",
        String::from_utf8_lossy(request_line),
        String::from_utf8_lossy(&answer[..answer.len().min(SHOWN_BYTES)]),
    )
}
