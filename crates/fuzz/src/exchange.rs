//! An HTTP request as a text: its first line has method and target, then come headers, an empty line and the body.
//! Must not know what a request is for.

use std::net::{Ipv4Addr, SocketAddr};

use roster::logging;
use specgen_runtime::{Body, Call, http};

/// Where every request comes from.
const PEER: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 1);

/// A request in parts.
#[derive(Clone, Debug)]
pub(crate) struct Exchange {
    head: http::Request<()>,
    body: Vec<u8>,
}

impl Exchange {
    /// Reads a request. There is none where an HTTP server would not come as far as to have one.
    pub(crate) fn parse(input: &[u8]) -> Option<Self> {
        let end = input.windows(2).position(|pair| pair == b"\n\n");
        let (head, body) = end.map_or((input, &[][..]), |end| (&input[..end], &input[end + 2..]));
        let mut lines = head.split(|byte| *byte == b'\n');
        let (method, target) = std::str::from_utf8(lines.next()?).ok()?.split_once(' ')?;
        let mut request = http::Request::builder().method(method).uri(target);
        for line in lines {
            let colon = line.iter().position(|byte| *byte == b':')?;
            request = request.header(&line[..colon], line[colon + 1..].trim_ascii());
        }
        Some(Self { head: request.body(()).ok()?, body: body.to_vec() })
    }

    /// The method.
    pub(crate) fn method(&self) -> &str {
        self.head.method().as_str()
    }

    /// The path as sent.
    pub(crate) fn path(&self) -> &str {
        self.head.uri().path()
    }

    /// Adds a header.
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        if let Ok(value) = value.parse() {
            self.head.headers_mut().append(name, value);
        }
        self
    }

    /// The request as a module gets it.
    pub(crate) fn into_call(self) -> (Call, Body) {
        let (head, ()) = self.head.into_parts();
        (Call::new("fuzz".to_owned(), head, PEER, logging::discard()), Body::with_content(self.body))
    }
}
