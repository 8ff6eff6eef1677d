//! The load generator: sends a fixed batch of requests over keep-alive connections and times every exchange, either each
//! connection waiting for its answer before it sends the next (a closed loop) or at given moments (an open one).
//! Must not know what the requests mean: they are bytes made beforehand, so that the loop is only sockets and clock.

mod connection;
mod http_response;
mod schedule;
mod worker;

use std::net::SocketAddr;
use std::ops::Range;
use std::sync::Barrier;
use std::sync::atomic::AtomicUsize;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};

use connection::Connection;
use schedule::Schedule;
use worker::Worker;

/// Requests ready to send, back to back in one buffer.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    bytes: Vec<u8>,
    requests: Vec<(Range<usize>, u16)>,
}

impl Batch {
    /// Adds the request that `write` appends, and the status that its answer must have.
    pub(crate) fn push(&mut self, expected_status: u16, write: impl FnOnce(&mut Vec<u8>)) {
        let start = self.bytes.len();
        write(&mut self.bytes);
        self.requests.push((start..self.bytes.len(), expected_status));
    }

    /// How many requests the batch has.
    pub(crate) fn len(&self) -> usize {
        self.requests.len()
    }

    fn get(&self, index: usize) -> Option<(&[u8], u16)> {
        let (range, status) = self.requests.get(index)?;
        Some((&self.bytes[range.clone()], *status))
    }
}

/// Answers' bodies, each with the index of its request.
type Bodies = Vec<(usize, Vec<u8>)>;

/// What a run took.
#[derive(Debug)]
pub(crate) struct Timing {
    /// From the moment that every connection was open to the last answer.
    pub(crate) elapsed: Duration,
    /// One exchange each, in no order; in an open loop from the moment that the request was due.
    pub(crate) latencies: Vec<Duration>,
    /// How late the generator itself was with each request of an open loop, in their order.
    pub(crate) lags: Vec<Duration>,
}

impl Timing {
    /// A run without a schedule.
    pub(crate) fn closed(elapsed: Duration, latencies: Vec<Duration>) -> Self {
        Timing { elapsed, latencies, lags: Vec::new() }
    }
}

/// Whom to load, and how hard.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load {
    /// Where the server listens.
    pub(crate) address: SocketAddr,
    /// How many connections send at once, at least one.
    pub(crate) connections: usize,
    /// How many threads share the connections, at least one.
    pub(crate) threads: usize,
}

impl Load {
    /// Sends every request of the batch once; fails on the first answer with another status than expected.
    pub(crate) fn drive(&self, batch: &Batch) -> Result<Timing> {
        let (timing, _) = self.run(batch, false, None)?;
        Ok(timing)
    }

    /// Sends every request of the batch once, each when it is due: `rate` a second, evenly. A request that is due while
    /// every connection still waits for an answer waits too, and its latency counts from when it was due.
    pub(crate) fn drive_at(&self, batch: &Batch, rate: f64) -> Result<Timing> {
        ensure!(rate.is_finite() && rate > 0.0, "a schedule needs a rate");
        let (timing, _) = self.run(batch, false, Some(&Schedule::new(rate)))?;
        Ok(timing)
    }

    /// Sends every request of the batch once and returns the answers' bodies in the order of the requests.
    pub(crate) fn collect_bodies(&self, batch: &Batch) -> Result<Vec<Vec<u8>>> {
        let (_, mut bodies) = self.run(batch, true, None)?;
        bodies.sort_unstable_by_key(|(index, _)| *index);
        Ok(bodies.into_iter().map(|(_, body)| body).collect())
    }

    fn run(&self, batch: &Batch, keeps_bodies: bool, schedule: Option<&Schedule>) -> Result<(Timing, Bodies)> {
        ensure!(self.connections > 0 && self.threads > 0, "a load needs a connection and a thread");
        let threads = self.threads.min(self.connections);
        let next = AtomicUsize::new(0);
        let ready = Barrier::new(threads + 1);
        thread::scope(|scope| {
            let workers: Vec<_> = (0..threads)
                .map(|thread| {
                    let share = self.connections / threads + usize::from(thread < self.connections % threads);
                    let worker = Worker { batch, next: &next, ready: &ready, keeps_bodies, schedule };
                    scope.spawn(move || worker.run(self.address, share))
                })
                .collect();
            ready.wait();
            let lags = schedule
                .map_or_else(Vec::new, |schedule| schedule.release(Instant::now(), batch.len(), self.connections));
            let (mut latencies, mut bodies, mut spans) = (Vec::with_capacity(batch.len()), Vec::new(), Vec::new());
            for worker in workers {
                let record = worker.join().map_err(|_| anyhow!("a load thread panicked"))??;
                latencies.extend(record.latencies);
                bodies.extend(record.bodies);
                spans.extend(record.span);
            }
            let begun = spans.iter().map(|(begun, _)| *begun).min();
            let elapsed = begun.zip(spans.iter().map(|(_, ended)| *ended).max()).map(|(begun, ended)| ended - begun);
            Ok((Timing { elapsed: elapsed.unwrap_or_default(), latencies, lags }, bodies))
        })
    }
}

/// Sends one request on a connection of its own and returns the status and body of the answer.
pub(crate) fn fetch(address: SocketAddr, request: &[u8]) -> Result<(u16, Vec<u8>)> {
    runtime()?.block_on(async {
        let mut connection = Connection::open(address).await?;
        let frame = connection.exchange(request).await?;
        Ok((frame.status, frame.body(connection.answer())?.into_owned()))
    })
}

fn runtime() -> Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("cannot start the load generator's runtime")
}

#[cfg(test)]
mod tests;
