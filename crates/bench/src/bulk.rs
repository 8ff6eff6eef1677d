//! Reads one answer of any size without keeping it: counts its bytes and how often a text stands in it.
//! Must not know what is asked, or of whom.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

/// An answer that is silent for longer has hung.
const SILENCE: Duration = Duration::from_secs(60);

/// What an answer was.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bulk {
    pub(crate) body_bytes: u64,
    /// How often the text stood in it.
    pub(crate) found: u64,
    /// From the request to the last byte.
    pub(crate) elapsed: Duration,
}

/// Sends a request on a connection of its own and reads its answer, which must be a 200, to its declared end.
pub(crate) fn read(address: SocketAddr, request: &str, text: &str) -> Result<Bulk> {
    let sent = Instant::now();
    let mut stream = TcpStream::connect(address).with_context(|| format!("cannot connect to {address}"))?;
    stream.set_read_timeout(Some(SILENCE))?;
    stream.write_all(request.as_bytes()).context("the server does not take the request")?;
    let mut answer = BufReader::with_capacity(64 * 1024, stream);
    let length = read_head(&mut answer).with_context(|| format!("asking {request:?}"))?;
    let mut counter = Counter::new(text);
    match length {
        Some(length) => counter.take(&mut answer, length)?,
        None => loop {
            let line = read_line(&mut answer)?;
            let size = u64::from_str_radix(&line, 16).with_context(|| format!("{line:?} is no chunk's size"))?;
            counter.take(&mut answer, size)?;
            ensure!(read_line(&mut answer)?.is_empty(), "a chunk does not end in a line break");
            if size == 0 {
                break;
            }
        },
    }
    Ok(Bulk { body_bytes: counter.bytes, found: counter.found, elapsed: sent.elapsed() })
}

/// Reads status and headers; returns the length of the body, none where it comes in chunks.
fn read_head(answer: &mut impl BufRead) -> Result<Option<u64>> {
    let status = read_line(answer)?;
    ensure!(status.starts_with("HTTP/1.1 200"), "the server answered {status}");
    let mut length = None;
    let mut is_chunked = false;
    loop {
        let line = read_line(answer)?.to_ascii_lowercase();
        match line.split_once(':') {
            Some(("content-length", value)) => length = Some(value.trim().parse().context("a length is no number")?),
            Some(("transfer-encoding", value)) => is_chunked = value.trim() == "chunked",
            Some(_) => {}
            None if line.is_empty() && (is_chunked || length.is_some()) => return Ok(length),
            None => bail!("the answer has no declared end"),
        }
    }
}

/// Reads a line without its break. The end of the connection is an error: the server broke the answer off.
fn read_line(answer: &mut impl BufRead) -> Result<String> {
    let mut line = String::new();
    ensure!(answer.read_line(&mut line).context("the answer broke off")? > 0, "the answer broke off");
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// Counts a text in bytes that come in pieces.
struct Counter<'t> {
    text: &'t [u8],
    /// The end of what came before, too short for the text.
    tail: Vec<u8>,
    bytes: u64,
    found: u64,
}

impl<'t> Counter<'t> {
    fn new(text: &'t str) -> Self {
        Counter { text: text.as_bytes(), tail: Vec::new(), bytes: 0, found: 0 }
    }

    fn take(&mut self, answer: &mut impl BufRead, length: u64) -> Result<()> {
        let mut rest = answer.take(length);
        loop {
            let piece = rest.fill_buf().context("the answer broke off")?;
            let taken = piece.len();
            if taken == 0 {
                ensure!(rest.limit() == 0, "the answer broke off");
                return Ok(());
            }
            self.tail.extend_from_slice(piece);
            self.count();
            self.bytes += taken as u64;
            rest.consume(taken);
        }
    }

    fn count(&mut self) {
        let hits = self.tail.windows(self.text.len()).filter(|window| *window == self.text).count();
        self.found += hits as u64;
        let kept = self.text.len().saturating_sub(1).min(self.tail.len());
        self.tail.drain(..self.tail.len() - kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_counted_across_pieces() {
        for size in 1..12 {
            let mut counter = Counter::new("ab@x");
            let mut answer = BufReader::with_capacity(size, &b"ab@xab@ab@xxab@xyz"[..]);
            counter.take(&mut answer, 16).expect("it is all there");
            assert_eq!((counter.found, counter.bytes), (3, 16), "pieces of {size}");
            assert!(counter.take(&mut answer, 3).is_err(), "only 2 bytes are left");
        }
    }

    #[test]
    fn answers_without_a_declared_end_and_failures_are_refused() {
        let head = |text: &str| read_head(&mut text.as_bytes());
        assert_eq!(head("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n").ok(), Some(Some(5)));
        assert_eq!(head("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").ok(), Some(None));
        assert!(head("HTTP/1.1 200 OK\r\n\r\n").is_err());
        assert!(head("HTTP/1.1 403 Forbidden\r\ncontent-length: 2\r\n\r\n{}").is_err());
        assert!(head("HTTP/1.1 200 OK\r\ncontent-length: 5").is_err());
    }
}
