//! A connection that stays open and says how long each answer took: from before the first byte is sent until the last one is read.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// How long an answer may take, in seconds.
const ANSWER_TIMEOUT_S: u64 = 60;

/// An open connection.
pub(super) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer as text, with how long it took.
pub(super) struct Timed {
    pub(super) head: String,
    pub(super) body: String,
    pub(super) took_ns: u64,
}

impl Connection {
    pub(super) fn open(to: SocketAddr) -> Self {
        let stream = TcpStream::connect(to).expect("the server listens");
        stream.set_nodelay(true).expect("the option is there");
        stream.set_read_timeout(Some(Duration::from_secs(ANSWER_TIMEOUT_S))).expect("the option is there");
        Self { stream, buffer: vec![0; 64 * 1024] }
    }

    /// Sends a whole request, and reads the answer, which must have a length.
    pub(super) fn send(&mut self, request: &[u8]) -> Timed {
        let begun = Instant::now();
        self.stream.write_all(request).expect("the server reads");
        let mut read = 0;
        let (split, length) = loop {
            if let Some(found) = ends(&self.buffer[..read]) {
                break found;
            }
            read += self.read(read);
        };
        while read < split + length {
            read += self.read(read);
        }
        let took_ns = u64::try_from(begun.elapsed().as_nanos()).expect("it did not take centuries");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Timed { head: text(&self.buffer[..split]), body: text(&self.buffer[split..read]), took_ns }
    }

    fn read(&mut self, at: usize) -> usize {
        let count = self.stream.read(&mut self.buffer[at..]).expect("the server answers");
        assert!(count > 0, "the server closed the connection: {}", String::from_utf8_lossy(&self.buffer[..at]));
        count
    }
}

/// Where the head ends, once it has, and how long the body is.
fn ends(bytes: &[u8]) -> Option<(usize, usize)> {
    let split = bytes.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
    let head = String::from_utf8_lossy(&bytes[..split]).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
    Some((split, length.and_then(|length| length.trim().parse().ok()).expect("the answer has a length")))
}
