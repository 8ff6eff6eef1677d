//! A bare Dropshot handler that returns a constant body, in a process of its own: the harness, executed again.
//! Must not know what the body stands for.

use std::collections::BTreeMap;
use std::env;
use std::io::{self, BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, anyhow};
use dropshot::{ApiDescription, Body, ConfigDropshot, HttpError, RequestContext, ServerBuilder, endpoint};
use http::header::CONTENT_TYPE;
use http::{Response, StatusCode};

use crate::load::Batch;

/// The hidden subcommand under which the harness becomes the bare server.
pub(crate) const SUBCOMMAND: &str = "bare-handler";

/// Serves a constant JSON string of the given size until standard input closes; prints the address that it listens on.
pub(crate) fn serve(body_bytes: usize) -> Result<()> {
    // A runtime as the server has it: one thread for each core.
    let runtime = tokio::runtime::Runtime::new().context("cannot start the bare server's runtime")?;
    runtime.block_on(async {
        let mut api = ApiDescription::new();
        api.register(get_constant)?;
        let log = slog::Logger::root(slog::Discard, slog::o!());
        let server = ServerBuilder::new(api, constant_body(body_bytes), log)
            .config(ConfigDropshot::default())
            .start()
            .map_err(|error| anyhow!("cannot start the bare server: {error}"))?;
        println!("{}", server.local_addr());
        // The parent holds the other end of standard input, so this ends with the parent, however that ends.
        tokio::task::spawn_blocking(|| io::stdin().read_to_end(&mut Vec::new())).await??;
        server.close().await.map_err(|error| anyhow!("the bare server failed: {error}"))
    })
}

/// Answers what it was started with.
#[endpoint { method = GET, path = "/constant" }]
async fn get_constant(context: RequestContext<String>) -> Result<Response<Body>, HttpError> {
    let body = Body::from(context.context().clone());
    Ok(Response::builder().status(StatusCode::OK).header(CONTENT_TYPE, "application/json").body(body)?)
}

fn constant_body(bytes: usize) -> String {
    format!("\"{}\"", "x".repeat(bytes.saturating_sub(2)))
}

/// The bare servers of a run, one for each size of body, started when first needed.
#[derive(Debug, Default)]
pub(crate) struct BareHandlers {
    by_body_bytes: BTreeMap<usize, BareHandler>,
}

#[derive(Debug)]
struct BareHandler {
    child: Child,
    address: SocketAddr,
}

impl BareHandlers {
    /// The address of the bare server whose body has that size.
    pub(crate) fn address(&mut self, body_bytes: usize) -> Result<SocketAddr> {
        if let Some(handler) = self.by_body_bytes.get(&body_bytes) {
            return Ok(handler.address);
        }
        let handler = BareHandler::start(body_bytes)?;
        let address = handler.address;
        self.by_body_bytes.insert(body_bytes, handler);
        Ok(address)
    }
}

impl BareHandler {
    fn start(body_bytes: usize) -> Result<Self> {
        let mut child = Command::new(env::current_exe().context("cannot tell where the harness is")?)
            .args([SUBCOMMAND, "--body-bytes", &body_bytes.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start the bare server")?;
        let mut line = String::new();
        let output = child.stdout.take().context("the bare server has no output")?;
        BufReader::new(output).read_line(&mut line).context("the bare server says nothing")?;
        let address = line.trim().parse().with_context(|| format!("the bare server said {line:?}"))?;
        Ok(BareHandler { child, address })
    }
}

impl Drop for BareHandler {
    fn drop(&mut self) {
        // Both fail only where the process has ended already, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// As many requests for the constant as asked for.
pub(crate) fn batch(address: SocketAddr, count: usize) -> Batch {
    let request = format!("GET /constant HTTP/1.1\r\nhost: {address}\r\n\r\n");
    let mut batch = Batch::default();
    for _ in 0..count {
        batch.push(200, |bytes| bytes.extend_from_slice(request.as_bytes()));
    }
    batch
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constant_body_is_json_of_the_asked_size() {
        for bytes in [2, 3, 400] {
            let body = constant_body(bytes);
            assert_eq!(body.len(), bytes);
            assert!(serde_json::from_str::<String>(&body).is_ok(), "{body}");
        }
    }
}
