//! One keep-alive connection with blocking reads: a request out, its whole answer in. Must not know what either means.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

/// How long an answer may take before the server is said to hang.
const PATIENCE: Duration = Duration::from_secs(30);
/// More headers than this in one answer are refused.
const HEADERS_MAX: usize = 32;
/// Room for one read from the socket.
const READ_BYTES: usize = 16 * 1024;

/// A request, without what the connection adds.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) method: &'static str,
    pub(crate) path: String,
    /// The key or token that is presented.
    pub(crate) credential: Option<String>,
    /// The `Idempotency-Key`.
    pub(crate) name: Option<String>,
    /// The media type and the text of the body.
    pub(crate) body: Option<(&'static str, String)>,
}

impl Request {
    /// A request without a body.
    pub(crate) fn new(method: &'static str, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), credential: None, name: None, body: None }
    }

    /// The same with a JSON body.
    pub(crate) fn json(self, body: &Value) -> Self {
        Self { body: Some(("application/json", body.to_string())), ..self }
    }

    /// The same with a key or token.
    pub(crate) fn with(self, credential: &str) -> Self {
        Self { credential: Some(credential.to_owned()), ..self }
    }

    /// The bytes that are sent.
    pub(crate) fn to_bytes(&self, host: SocketAddr) -> Vec<u8> {
        let mut text = format!("{} {} HTTP/1.1\r\nhost: {host}\r\n", self.method, self.path);
        if let Some(credential) = &self.credential {
            text.push_str(&format!("authorization: Bearer {credential}\r\n"));
        }
        if let Some(name) = &self.name {
            text.push_str(&format!("idempotency-key: {name}\r\n"));
        }
        if let Some((media_type, body)) = &self.body {
            text.push_str(&format!("content-type: {media_type}\r\ncontent-length: {}\r\n\r\n{body}", body.len()));
        } else {
            text.push_str("\r\n");
        }
        text.into_bytes()
    }
}

/// An answer, whole.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(of, _)| of.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The body as JSON; null where it is none.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A keep-alive connection.
pub(crate) struct Connection {
    stream: TcpStream,
    address: SocketAddr,
    buffer: Vec<u8>,
}

impl Connection {
    /// Connects.
    pub(crate) fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).with_context(|| format!("cannot connect to {address}"))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        Ok(Self { stream, address, buffer: Vec::with_capacity(READ_BYTES) })
    }

    /// Sends a request and reads its whole answer.
    pub(crate) fn exchange(&mut self, request: &Request) -> Result<Answer> {
        self.send(&request.to_bytes(self.address))?;
        self.receive()
    }

    /// Sends bytes, whatever they are.
    pub(crate) fn send(&mut self, bytes: &[u8]) -> Result<()> {
        self.stream.write_all(bytes).context("the server does not take the request")
    }

    /// Reads whatever comes until the server closes the connection.
    ///
    /// # Errors
    /// It has not for so long.
    pub(crate) fn await_end(&mut self, patience: Duration) -> Result<()> {
        self.stream.set_read_timeout(Some(patience))?;
        let mut bytes = Vec::new();
        match self.stream.read_to_end(&mut bytes) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => bail!("it is still open after {patience:?}"),
            _ => Ok(()),
        }
    }

    /// Reads one whole answer.
    pub(crate) fn receive(&mut self) -> Result<Answer> {
        let mut read = 0;
        loop {
            if let Some((answer, end)) = find_answer(&self.buffer[..read])? {
                ensure!(end == read, "the server said more than it was asked");
                return Ok(answer);
            }
            self.buffer.resize(read + READ_BYTES, 0);
            let more = self.stream.read(&mut self.buffer[read..]).context("the answer broke off")?;
            ensure!(more > 0, "the server closed the connection before the answer was complete");
            read += more;
        }
    }
}

/// Finds the answer at the start of the buffer and where it ends; nothing while bytes of it are missing.
fn find_answer(buffer: &[u8]) -> Result<Option<(Answer, usize)>> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS_MAX];
    let mut head = httparse::Response::new(&mut headers);
    let httparse::Status::Complete(start) = head.parse(buffer).context("the answer is not HTTP")? else {
        return Ok(None);
    };
    let status = head.code.context("the answer has no status")?;
    let headers: Vec<(String, String)> = head
        .headers
        .iter()
        .map(|header| (header.name.to_owned(), String::from_utf8_lossy(header.value).into_owned()))
        .collect();
    let mut answer = Answer { status, headers, body: Vec::new() };
    if status == 204 {
        return Ok(Some((answer, start)));
    }
    let rest = &buffer[start..];
    let body_end = if let Some(length) = answer.header("content-length") {
        let length: usize = length.parse().context("Content-Length is not a number")?;
        let Some(body) = rest.get(..length) else { return Ok(None) };
        answer.body = body.to_vec();
        length
    } else if answer.header("transfer-encoding").is_some() {
        let Some((body, end)) = join_chunks(rest)? else { return Ok(None) };
        answer.body = body;
        end
    } else {
        bail!("an answer with status {status} has neither Content-Length nor chunks");
    };
    Ok(Some((answer, start + body_end)))
}

/// Joins the chunks at the start of the buffer, and says where the last one ends.
fn join_chunks(buffer: &[u8]) -> Result<Option<(Vec<u8>, usize)>> {
    let (mut body, mut at) = (Vec::new(), 0);
    loop {
        let (line, size) = match httparse::parse_chunk_size(&buffer[at..]) {
            Ok(httparse::Status::Complete(found)) => found,
            Ok(httparse::Status::Partial) => return Ok(None),
            Err(_) => bail!("a chunk's size is not hexadecimal"),
        };
        let start = at + line;
        let end = start + usize::try_from(size).context("a chunk is larger than memory")?;
        let Some(chunk) = buffer.get(start..end + 2) else { return Ok(None) };
        body.extend_from_slice(&chunk[..chunk.len() - 2]);
        at = end + 2;
        if size == 0 {
            return Ok(Some((body, at)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_found_when_it_is_whole_in_both_framings() {
        let plain = b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello".as_slice();
        let chunked = b"HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";
        for (bytes, status) in [(plain, 200), (chunked.as_slice(), 201)] {
            for end in 0..bytes.len() {
                assert!(find_answer(&bytes[..end]).expect("a prefix is no error").is_none(), "{end} bytes");
            }
            let (answer, end) = find_answer(bytes).expect("it is HTTP").expect("it is whole");
            assert_eq!((answer.status, answer.body.as_slice(), end), (status, b"hello".as_slice(), bytes.len()));
        }
    }
}
