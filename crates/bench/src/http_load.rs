//! The load generator: sends a fixed batch of requests over keep-alive connections, each waiting for its answer
//! before it sends the next (a closed loop), and times every exchange.
//! Must not know what the requests mean: they are bytes made beforehand, so that the loop is only sockets and clock.

use std::net::SocketAddr;
use std::ops::Range;
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail, ensure};
use futures::stream::{FuturesUnordered, TryStreamExt};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::http_response::Frame;

/// A run that takes longer has hung.
const RUN_TIMEOUT: Duration = Duration::from_secs(600);
/// Room for one read from the socket.
const READ_BYTES: usize = 16 * 1024;
/// How much of a wrong answer is shown.
const SHOWN_BYTES: usize = 600;

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
    /// One exchange each, in no order.
    pub(crate) latencies: Vec<Duration>,
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
        let (timing, _) = self.run(batch, false)?;
        Ok(timing)
    }

    /// Sends every request of the batch once and returns the answers' bodies in the order of the requests.
    pub(crate) fn collect_bodies(&self, batch: &Batch) -> Result<Vec<Vec<u8>>> {
        let (_, mut bodies) = self.run(batch, true)?;
        bodies.sort_unstable_by_key(|(index, _)| *index);
        Ok(bodies.into_iter().map(|(_, body)| body).collect())
    }

    fn run(&self, batch: &Batch, keeps_bodies: bool) -> Result<(Timing, Bodies)> {
        ensure!(self.connections > 0 && self.threads > 0, "a load needs a connection and a thread");
        let threads = self.threads.min(self.connections);
        let next = AtomicUsize::new(0);
        let ready = Barrier::new(threads + 1);
        thread::scope(|scope| {
            let workers: Vec<_> = (0..threads)
                .map(|thread| {
                    let share = self.connections / threads + usize::from(thread < self.connections % threads);
                    let worker = Worker { batch, next: &next, ready: &ready, keeps_bodies };
                    scope.spawn(move || worker.run(self.address, share))
                })
                .collect();
            ready.wait();
            let start = Instant::now();
            let mut latencies = Vec::with_capacity(batch.len());
            let mut bodies = Vec::new();
            for worker in workers {
                let record = worker.join().map_err(|_| anyhow!("a load thread panicked"))??;
                latencies.extend(record.latencies);
                bodies.extend(record.bodies);
            }
            Ok((Timing { elapsed: start.elapsed(), latencies }, bodies))
        })
    }
}

/// Sends one request on a connection of its own and returns the status and body of the answer.
pub(crate) fn fetch(address: SocketAddr, request: &[u8]) -> Result<(u16, Vec<u8>)> {
    runtime()?.block_on(async {
        let mut connection = Connection::open(address).await?;
        let frame = connection.exchange(request).await?;
        Ok((frame.status, frame.body(&connection.buffer)?.into_owned()))
    })
}

/// One thread's part of a run.
struct Worker<'r> {
    batch: &'r Batch,
    next: &'r AtomicUsize,
    ready: &'r Barrier,
    keeps_bodies: bool,
}

/// What one connection saw.
#[derive(Default)]
struct Record {
    latencies: Vec<Duration>,
    bodies: Bodies,
}

impl Worker<'_> {
    fn run(&self, address: SocketAddr, connections: usize) -> Result<Record> {
        let opened = runtime().and_then(|runtime| {
            let opened = runtime.block_on(open_all(address, connections))?;
            Ok((runtime, opened))
        });
        // Every thread arrives at the barrier, also one that could not connect: else the others would wait for ever.
        self.ready.wait();
        let (runtime, mut opened) = opened.inspect_err(|_| self.stop_all())?;
        let records = runtime.block_on(async {
            let loops: FuturesUnordered<_> =
                opened.iter_mut().map(|connection| self.send_in_turn(connection)).collect();
            tokio::time::timeout(RUN_TIMEOUT, loops.try_collect::<Vec<_>>())
                .await
                .unwrap_or_else(|_| bail!("the run did not end within {RUN_TIMEOUT:?}"))
        });
        let mut all = Record::default();
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
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            let Some((request, expected_status)) = self.batch.get(index) else {
                return Ok(record);
            };
            let sent = Instant::now();
            let frame = connection.exchange(request).await?;
            record.latencies.push(sent.elapsed());
            if frame.status != expected_status {
                bail!("{}", describe_wrong_answer(request, &connection.buffer, expected_status));
            }
            if self.keeps_bodies {
                record.bodies.push((index, frame.body(&connection.buffer)?.into_owned()));
            }
        }
    }

    /// Leaves nothing for the other threads, so that a failed run ends at once.
    fn stop_all(&self) {
        self.next.store(self.batch.len(), Ordering::Relaxed);
    }
}

fn runtime() -> Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("cannot start the load generator's runtime")
}

async fn open_all(address: SocketAddr, connections: usize) -> Result<Vec<Connection>> {
    let mut opened = Vec::with_capacity(connections);
    for _ in 0..connections {
        opened.push(Connection::open(address).await?);
    }
    Ok(opened)
}

/// A keep-alive connection and the answer that it read last.
struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await.with_context(|| format!("cannot connect to {address}"))?;
        stream.set_nodelay(true)?;
        Ok(Connection { stream, buffer: Vec::with_capacity(READ_BYTES) })
    }

    /// Sends a request and reads its whole answer into the buffer.
    async fn exchange(&mut self, request: &[u8]) -> Result<Frame> {
        self.buffer.clear();
        self.stream.write_all(request).await.context("the server does not take the request")?;
        loop {
            self.buffer.reserve(READ_BYTES);
            let read = self.stream.read_buf(&mut self.buffer).await.context("the answer broke off")?;
            ensure!(read > 0, "the server closed the connection before the answer was complete");
            if let Some(frame) = Frame::find(&self.buffer)? {
                ensure!(frame.total_bytes == self.buffer.len(), "the server said more than it was asked");
                return Ok(frame);
            }
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

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpListener;

    use super::*;

    /// Serves connections one thread each, answering every request with its own path as the body.
    fn serve_paths(connections: usize, status: &'static str) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port exists");
        let address = listener.local_addr().expect("a bound listener has an address");
        thread::spawn(move || {
            for stream in listener.incoming().take(connections) {
                let mut stream = stream.expect("the client connects");
                thread::spawn(move || answer_paths(&mut stream, status));
            }
        });
        address
    }

    fn answer_paths(stream: &mut std::net::TcpStream, status: &str) {
        let mut request = [0; 1024];
        while let Ok(read) = stream.read(&mut request) {
            let text = String::from_utf8_lossy(&request[..read]);
            let Some(path) = text.split(' ').nth(1) else { return };
            let answer = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n\r\n{path}", path.len());
            // The answer is sent in two parts, as a slow network would.
            let (first, second) = answer.as_bytes().split_at(20);
            let sent = stream.write_all(first).and_then(|()| stream.write_all(second));
            if sent.is_err() {
                return;
            }
        }
    }

    fn batch(requests: usize) -> Batch {
        let mut batch = Batch::default();
        for index in 0..requests {
            batch.push(200, |bytes| {
                bytes.extend_from_slice(format!("GET /{index} HTTP/1.1\r\n\r\n").as_bytes());
            });
        }
        batch
    }

    #[test]
    fn every_request_is_sent_once_and_its_body_is_returned_in_order() {
        for (connections, threads) in [(1, 1), (5, 1), (5, 2)] {
            let address = serve_paths(connections, "200 OK");
            let bodies =
                Load { address, connections, threads }.collect_bodies(&batch(40)).expect("every answer is right");
            let expected: Vec<Vec<u8>> = (0..40).map(|index| format!("/{index}").into_bytes()).collect();
            assert_eq!(bodies, expected);
        }
    }

    #[test]
    fn timing_has_one_latency_per_request() {
        let address = serve_paths(3, "200 OK");
        let timing = Load { address, connections: 3, threads: 1 }.drive(&batch(30)).expect("every answer is right");
        assert_eq!(timing.latencies.len(), 30);
        assert!(timing.latencies.iter().all(|latency| *latency <= timing.elapsed));
    }

    #[test]
    fn wrong_status_aborts_the_run_and_is_shown() {
        let address = serve_paths(4, "503 Service Unavailable");
        let error = Load { address, connections: 4, threads: 2 }
            .drive(&batch(10))
            .expect_err("the status is not the expected one");
        let text = format!("{error:#}");
        assert!(text.contains("expected status 200") && text.contains("503"), "{text}");
    }

    #[test]
    fn unreachable_server_is_an_error_and_not_a_hang() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port exists");
        let address = listener.local_addr().expect("a bound listener has an address");
        drop(listener);
        assert!(Load { address, connections: 4, threads: 2 }.drive(&batch(1)).is_err());
    }
}
