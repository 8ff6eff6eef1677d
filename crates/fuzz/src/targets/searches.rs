//! Searches and lists: filters, sort orders, pages and markers of every operation that takes some, through the door and down to
//! the database. An input is a request, of which only those that read are sent. None is a failure of the server.

use serde_json::Value;

use crate::exchange::Exchange;
use crate::world::{ADMIN_KEY, send};

/// Searches that are asked for with POST.
const SEARCHES: [&str; 4] =
    ["/v1beta1/admin/users/search", "/api/v2/search/user", "/api/v2/search/usergroup", "/api/v2/search/role"];

pub(super) fn run(input: &[u8]) {
    let Some(exchange) = Exchange::parse(input) else { return };
    let reads = exchange.method() == "GET" || (exchange.method() == "POST" && SEARCHES.contains(&exchange.path()));
    if !reads {
        return;
    }
    let (status, body) = send(exchange.with("authorization", &format!("Bearer {ADMIN_KEY}")));
    let shown = String::from_utf8_lossy(&body);
    assert!(status < 500 || status == 501, "{status}: {shown}");
    if SEARCHES.iter().any(|path| input.starts_with(format!("POST {path}\n").as_bytes())) {
        assert!(serde_json::from_slice::<Value>(&body).is_ok(), "{status}: {shown}");
    }
}
