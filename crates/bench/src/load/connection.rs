//! One keep-alive connection: a request out, its whole answer in. Must not know what either means.

use std::net::SocketAddr;

use anyhow::{Context, Result, ensure};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::http_response::Frame;

/// Room for one read from the socket.
const READ_BYTES: usize = 16 * 1024;

/// A keep-alive connection and the answer that it read last.
pub(super) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    /// Connects.
    pub(super) async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await.with_context(|| format!("cannot connect to {address}"))?;
        stream.set_nodelay(true)?;
        Ok(Connection { stream, buffer: Vec::with_capacity(READ_BYTES) })
    }

    /// Connects so many times.
    pub(super) async fn open_all(address: SocketAddr, connections: usize) -> Result<Vec<Self>> {
        let mut opened = Vec::with_capacity(connections);
        for _ in 0..connections {
            opened.push(Connection::open(address).await?);
        }
        Ok(opened)
    }

    /// Sends a request and reads its whole answer into the buffer.
    pub(super) async fn exchange(&mut self, request: &[u8]) -> Result<Frame> {
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

    /// The bytes of the answer that was read last.
    pub(super) fn answer(&self) -> &[u8] {
        &self.buffer
    }
}
