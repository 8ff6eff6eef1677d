//! Finds the end of one HTTP/1.1 response in a buffer, and its status and body.
//! Pure: it knows no socket, no clock and no workload.

use std::borrow::Cow;

use anyhow::{Context, Result, bail, ensure};

/// More headers than this in one response are refused.
const HEADERS_MAX: usize = 32;

/// Where one complete response lies in the buffer that it was found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Frame {
    /// The status code.
    pub(crate) status: u16,
    /// Bytes of status line and headers, the empty line included.
    pub(crate) head_bytes: usize,
    /// Bytes of the whole response.
    pub(crate) total_bytes: usize,
    is_chunked: bool,
}

impl Frame {
    /// Finds the response at the start of the buffer; `None` while bytes of it are missing.
    ///
    /// Fails on what is not HTTP/1.1, and on a body that only the end of the connection would delimit.
    pub(crate) fn find(buffer: &[u8]) -> Result<Option<Self>> {
        let mut headers = [httparse::EMPTY_HEADER; HEADERS_MAX];
        let mut head = httparse::Response::new(&mut headers);
        let head_bytes = match head.parse(buffer).context("the answer is not HTTP")? {
            httparse::Status::Partial => return Ok(None),
            httparse::Status::Complete(bytes) => bytes,
        };
        let status = head.code.context("the answer has no status")?;
        let frame =
            |body_bytes, is_chunked| Frame { status, head_bytes, total_bytes: head_bytes + body_bytes, is_chunked };
        if matches!(status, 204 | 304) {
            return Ok(Some(frame(0, false)));
        }
        if let Some(length) = header(&head, "content-length") {
            let length: usize = length.trim().parse().context("Content-Length is not a number")?;
            let frame = frame(length, false);
            return Ok((buffer.len() >= frame.total_bytes).then_some(frame));
        }
        match header(&head, "transfer-encoding") {
            Some(coding) if coding.trim().eq_ignore_ascii_case("chunked") => {
                let end = walk_chunks(&buffer[head_bytes..], |_| ())?;
                Ok(end.map(|body_bytes| frame(body_bytes, true)))
            }
            _ => bail!("an answer with status {status} has neither Content-Length nor chunks"),
        }
    }

    /// Cuts the body out of the buffer that the frame was found in.
    pub(crate) fn body<'b>(&self, buffer: &'b [u8]) -> Result<Cow<'b, [u8]>> {
        let raw = &buffer[self.head_bytes..self.total_bytes];
        if !self.is_chunked {
            return Ok(Cow::Borrowed(raw));
        }
        let mut body = Vec::with_capacity(raw.len());
        walk_chunks(raw, |chunk| body.extend_from_slice(chunk))?;
        Ok(Cow::Owned(body))
    }
}

fn header<'h>(head: &httparse::Response<'_, 'h>, name: &str) -> Option<&'h str> {
    let header = head.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name))?;
    std::str::from_utf8(header.value).ok()
}

/// Passes each chunk's content to `visit` and returns the bytes up to the end of the last chunk, if they are all there.
fn walk_chunks(mut rest: &[u8], mut visit: impl FnMut(&[u8])) -> Result<Option<usize>> {
    let available = rest.len();
    loop {
        let (line_bytes, size) = match httparse::parse_chunk_size(rest) {
            Ok(httparse::Status::Complete(found)) => found,
            Ok(httparse::Status::Partial) => return Ok(None),
            Err(_) => bail!("a chunk's size is not hexadecimal"),
        };
        let size = usize::try_from(size).context("a chunk is larger than memory")?;
        let end = line_bytes.checked_add(size).context("a chunk is larger than memory")?;
        let Some(terminator) = end.checked_add(2).and_then(|after| rest.get(end..after)) else {
            return Ok(None);
        };
        ensure!(terminator == b"\r\n", "a chunk does not end in a line break");
        visit(&rest[line_bytes..end]);
        rest = &rest[end + 2..];
        if size == 0 {
            return Ok(Some(available - rest.len()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMPLETE: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello";
    const CHUNKED: &[u8] =
        b"HTTP/1.1 201 Created\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n";

    fn find(buffer: &[u8]) -> Option<Frame> {
        Frame::find(buffer).expect("the buffer holds valid HTTP")
    }

    #[test]
    fn every_prefix_of_a_response_is_incomplete() {
        for response in [COMPLETE, CHUNKED] {
            for end in 0..response.len() {
                assert_eq!(find(&response[..end]), None, "{end} bytes");
            }
        }
    }

    #[test]
    fn status_and_body_are_found_in_both_framings() {
        for (response, status) in [(COMPLETE, 200), (CHUNKED, 201)] {
            let frame = find(response).expect("the response is complete");
            assert_eq!((frame.status, frame.total_bytes), (status, response.len()));
            assert_eq!(frame.body(response).expect("the chunks are sound").as_ref(), b"hello");
        }
    }

    #[test]
    fn bytes_after_the_response_are_left_alone() {
        let two = [COMPLETE, COMPLETE].concat();
        assert_eq!(find(&two).map(|frame| frame.total_bytes), Some(COMPLETE.len()));
    }

    #[test]
    fn no_content_has_no_body() {
        let response = b"HTTP/1.1 204 No Content\r\nx-request-id: 1\r\n\r\n";
        assert_eq!(find(response).map(|frame| frame.total_bytes), Some(response.len()));
    }

    #[test]
    fn answers_without_an_end_and_broken_answers_are_refused() {
        let broken: [&[u8]; 4] = [
            b"HTTP/1.1 200 OK\r\n\r\nhello",
            b"SMTP ready\r\n\r\n",
            b"HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n",
            b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
        ];
        for response in broken {
            assert!(Frame::find(response).is_err(), "{}", response.escape_ascii());
        }
    }
}
