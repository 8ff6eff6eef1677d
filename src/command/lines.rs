//! What a server sends as lines, line by line. Must not know what is on them.

use anyhow::Context as _;
use futures::TryStreamExt;
use roster_client::ByteStream;

/// The lines of an export, as they arrive.
pub(crate) struct Lines {
    stream: ByteStream,
    unread: Vec<u8>,
}

impl Lines {
    /// The lines of this stream.
    pub(super) const fn of(stream: ByteStream) -> Self {
        Self { stream, unread: Vec::new() }
    }

    /// Waits for the next line; its end is left out.
    ///
    /// # Errors
    /// The server broke off, or the last line has no end.
    pub(crate) async fn next(&mut self) -> anyhow::Result<Option<Vec<u8>>> {
        let mut searched = 0;
        loop {
            if let Some(end) = self.unread[searched..].iter().position(|byte| *byte == b'\n') {
                let rest = self.unread.split_off(searched + end + 1);
                let mut line = std::mem::replace(&mut self.unread, rest);
                line.pop();
                return Ok(Some(line));
            }
            searched = self.unread.len();
            match self.stream.try_next().await.context("the server broke off")? {
                Some(piece) => self.unread.extend_from_slice(&piece),
                None => {
                    anyhow::ensure!(self.unread.is_empty(), "the export ends within a line");
                    return Ok(None);
                }
            }
        }
    }
}
