//! Credentials: the headers of Basic, Bearer, API keys and tokens. An input is the headers, a line for each.
//! Nobody is let in without the key, however it is written, and everybody else is refused in the same words.

use data_encoding::BASE64;

use crate::exchange::Exchange;
use crate::world::{ADMIN_KEY, send};

pub(super) fn run(input: &[u8]) {
    let head = [b"GET /api/v1/user\n", input].concat();
    let Some(exchange) = Exchange::parse(&head) else { return };
    let (status, body) = send(exchange);
    let shown = String::from_utf8_lossy(&body);
    match status {
        200 => assert!(has_key(input), "somebody is let in without the key: {shown}"),
        401 => assert!(!shown.contains(ADMIN_KEY), "{shown}"),
        _ => panic!("{status}: {shown}"),
    }
}

/// Whether the key stands in the headers, plainly or in what Basic carries.
fn has_key(input: &[u8]) -> bool {
    let holds = |bytes: &[u8]| bytes.windows(ADMIN_KEY.len()).any(|window| window == ADMIN_KEY.as_bytes());
    let words = input.split(|byte| byte.is_ascii_whitespace() || *byte == b':');
    holds(input) || words.filter_map(|word| BASE64.decode(word).ok()).any(|decoded| holds(&decoded))
}
