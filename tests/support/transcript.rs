//! Wire cases as transcripts that one can read: what is sent, and what must come back.
//!
//! ```text
//! # Lines like this are for the reader.
//! > POST /api/org/v1/users
//! > Authorization: Bearer {{admin_key}}
//! >
//! > {"username": "ada"}
//! < 201
//! < content-type: application/json
//! <
//! < {"id": "{{ada}}", "username": "ada"}
//! ```
//!
//! A blank line ends an exchange; a file has one or more, in order, against one server. `{{name}}` in an expected answer takes
//! what stands there the first time and must meet the same again later; in a request it is replaced by what was taken.
//! `{{*}}` meets anything. Bodies that are JSON are compared as JSON, every member; other bodies as text. Headers that are
//! listed must be there; `< -name` must not be there. `\xHH` in a request is one raw byte. `Authorization: Basic user:password`
//! is sent in base 64.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use data_encoding::BASE64;
use serde_json::Value;

use super::http::{Answer, Request};

/// The names known so far: `admin_key`, `readonly_key`, and what answers gave.
pub(crate) type Names = BTreeMap<String, String>;

/// Sends every exchange of `text` in order.
///
/// # Errors
/// The first answer that is not as expected, with what was sent and what came.
pub(crate) fn run(text: &str, server: SocketAddr, names: &mut Names) -> Result<(), String> {
    let mut ran = 0;
    for exchange in exchanges(text) {
        let sent: Vec<&str> = exchange.iter().filter_map(|line| side(line, '>')).collect();
        let expected: Vec<&str> = exchange.iter().filter_map(|line| side(line, '<')).collect();
        if sent.is_empty() && expected.is_empty() {
            continue;
        }
        let request = request(&sent, names)?;
        let answer = request.try_send(server).map_err(|error| format!("{}: {error}", sent[0]))?;
        check(&expected, &answer, names).map_err(|reason| {
            let body = String::from_utf8_lossy(&answer.body).into_owned();
            format!("{}\n  {reason}\n  answer: {} {:?}\n  {body}", sent.join("\n"), answer.status, answer.headers)
        })?;
        ran += 1;
    }
    if ran == 0 { Err("the transcript has no exchange".into()) } else { Ok(()) }
}

fn exchanges(text: &str) -> Vec<Vec<&str>> {
    let mut found = vec![Vec::new()];
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match found.last_mut() {
            Some(last) if !line.trim().is_empty() => last.push(line),
            _ => found.push(Vec::new()),
        }
    }
    found
}

fn side(line: &str, mark: char) -> Option<&str> {
    let rest = line.strip_prefix(mark)?;
    Some(rest.strip_prefix(' ').unwrap_or(rest))
}

fn request(lines: &[&str], names: &Names) -> Result<Request, String> {
    let filled: Vec<String> = lines.iter().map(|line| fill(line, names)).collect::<Result<_, _>>()?;
    let mut lines = filled.iter();
    let first = lines.next().ok_or("an exchange without a request")?;
    let (method, target) = first.split_once(' ').ok_or_else(|| format!("not a request line: {first}"))?;
    let mut request = Request::new(method, target);
    for line in lines.by_ref() {
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(": ").ok_or_else(|| format!("not a header: {line}"))?;
        request = request.header(name, &encode_basic(value));
    }
    let body = lines.map(String::as_str).collect::<Vec<_>>().join("\n");
    Ok(request.body(raw_bytes(&body)))
}

/// Encodes `Basic user:password`; base 64 has no colon, so what is encoded already stays.
fn encode_basic(value: &str) -> String {
    match value.strip_prefix("Basic ") {
        Some(pair) if pair.contains(':') => format!("Basic {}", BASE64.encode(pair.as_bytes())),
        _ => value.to_owned(),
    }
}

/// Replaces `{{name}}` by what it stands for.
fn fill(line: &str, names: &Names) -> Result<String, String> {
    let mut filled = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").ok_or_else(|| format!("{{{{ without }}}}: {line}"))?;
        filled.push_str(before);
        filled.push_str(names.get(name).ok_or_else(|| format!("{{{{{name}}}}} stands for nothing yet"))?);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// Turns `\xHH` into the byte it names.
fn raw_bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\x") {
        bytes.extend_from_slice(before.as_bytes());
        match after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.extend_from_slice(b"\\x");
                rest = after;
            }
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

fn check(expected: &[&str], answer: &Answer, names: &mut Names) -> Result<(), String> {
    let mut lines = expected.iter();
    let status = lines.next().ok_or("an exchange without an expected status")?;
    if answer.status.to_string() != status.trim() {
        return Err(format!("expected status {status}"));
    }
    for line in lines.by_ref() {
        if line.is_empty() {
            break;
        }
        check_header(line, answer, names)?;
    }
    let body = lines.copied().collect::<Vec<_>>().join("\n");
    check_body(&body, answer, names)
}

fn check_header(line: &str, answer: &Answer, names: &mut Names) -> Result<(), String> {
    if let Some(name) = line.strip_prefix('-') {
        return match answer.header(name) {
            None => Ok(()),
            Some(value) => Err(format!("expected no header {name}, not {value:?}")),
        };
    }
    let (name, expected) = line.split_once(": ").ok_or_else(|| format!("not a header: {line}"))?;
    let value = answer.header(name).ok_or_else(|| format!("expected a header {name}"))?;
    meets_text(expected, value, names).map_err(|reason| format!("header {name}: {reason}"))
}

fn check_body(expected: &str, answer: &Answer, names: &mut Names) -> Result<(), String> {
    if expected.is_empty() {
        return if answer.body.is_empty() { Ok(()) } else { Err("expected no body".into()) };
    }
    if expected == "{{*}}" {
        return Ok(());
    }
    let text = std::str::from_utf8(&answer.body).map_err(|error| format!("the body is not UTF-8: {error}"))?;
    match serde_json::from_str::<Value>(expected) {
        Ok(expected) => {
            let found: Value = serde_json::from_str(text).map_err(|error| format!("the body is not JSON: {error}"))?;
            meets_json(&expected, &found, "", names)
        }
        Err(_) => meets_text(expected, text, names).map_err(|reason| format!("body: {reason}")),
    }
}

fn meets_json(expected: &Value, found: &Value, at: &str, names: &mut Names) -> Result<(), String> {
    match (expected, found) {
        (Value::String(pattern), _) if pattern == "{{*}}" => Ok(()),
        (Value::String(pattern), Value::String(text)) => {
            meets_text(pattern, text, names).map_err(|reason| format!("at {at:?}: {reason}"))
        }
        (Value::Object(wanted), Value::Object(members)) => {
            if let Some(name) = members.keys().find(|name| !wanted.contains_key(*name)) {
                return Err(format!("at {at:?}: unexpected member {name:?}"));
            }
            wanted.iter().try_for_each(|(name, value)| match members.get(name) {
                Some(member) => meets_json(value, member, &format!("{at}/{name}"), names),
                None => Err(format!("at {at:?}: no member {name:?}")),
            })
        }
        (Value::Array(wanted), Value::Array(items)) if wanted.len() == items.len() => {
            let mut pairs = wanted.iter().zip(items).enumerate();
            pairs.try_for_each(|(index, (value, item))| meets_json(value, item, &format!("{at}/{index}"), names))
        }
        _ if expected == found => Ok(()),
        _ => Err(format!("at {at:?}: expected {expected}, not {found}")),
    }
}

/// Compares text that may hold `{{*}}` and `{{name}}` with what came, and takes what a new name stands for.
fn meets_text(pattern: &str, text: &str, names: &mut Names) -> Result<(), String> {
    let differs = || format!("expected {pattern:?}, not {text:?}");
    let Some((before, after)) = pattern.split_once("{{") else {
        return if pattern == text { Ok(()) } else { Err(differs()) };
    };
    let (name, after) = after.split_once("}}").ok_or_else(|| format!("{{{{ without }}}}: {pattern}"))?;
    let rest = text.strip_prefix(before).ok_or_else(differs)?;
    if let Some(known) = names.get(name) {
        let rest = rest.strip_prefix(known.as_str()).ok_or_else(differs)?;
        return meets_text(after, rest, names);
    }
    // What a new name takes ends where the next literal part begins.
    let literal = after.split("{{").next().unwrap_or_default();
    let length = if literal.is_empty() { rest.len() } else { rest.find(literal).ok_or_else(differs)? };
    let (taken, rest) = rest.split_at(length);
    if name != "*" {
        if taken.is_empty() {
            return Err(format!("{{{{{name}}}}} met nothing in {text:?}"));
        }
        names.insert(name.to_owned(), taken.to_owned());
    }
    meets_text(after, rest, names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(body: &str) -> Answer {
        Answer { status: 200, headers: vec![("X-One".into(), "1".into())], body: body.into() }
    }

    fn meets(expected: &str, body: &str) -> Result<Names, String> {
        let mut names = Names::new();
        check(&expected.lines().collect::<Vec<_>>(), &answer(body), &mut names).map(|()| names)
    }

    #[test]
    fn a_name_takes_what_stands_there_and_must_meet_it_again() {
        let names = meets("200\nx-one: {{one}}\n\n{\"a\": \"{{one}}\"}", "{\"a\":\"1\"}").expect("the same text twice");
        assert_eq!(names["one"], "1");
        meets("200\nx-one: {{one}}\n\n{\"a\": \"{{one}}\"}", "{\"a\":\"2\"}").expect_err("another text");
    }

    #[test]
    fn a_member_too_many_or_too_few_is_found() {
        meets("200\n\n{\"a\": 1}", "{\"a\":1,\"b\":2}").expect_err("one too many");
        meets("200\n\n{\"a\": 1, \"b\": 2}", "{\"a\":1}").expect_err("one too few");
    }

    #[test]
    fn status_headers_and_empty_bodies_are_compared() {
        meets("201", "").expect_err("another status");
        meets("200\n-x-one", "").expect_err("a header that must not be there");
        meets("200", "body").expect_err("a body where none is expected");
        meets("200\nx-one: 1", "").expect("as expected");
    }

    #[test]
    fn raw_bytes_are_sent_as_named() {
        assert_eq!(raw_bytes("a\\xffb"), b"a\xffb");
    }
}
