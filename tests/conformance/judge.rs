//! Judges one answer. What is found names the operation, the status, and the place.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use jsonschema::Validator;
use serde_json::Value;

use super::contract::{self, Path, at, resolve, templates, validator};
use crate::support::http::{Answer, Request};

/// Headers that any answer may have: of HTTP itself, and the request's id, which the server adds.
const OF_EVERY_ANSWER: [&str; 6] =
    ["connection", "content-length", "content-type", "date", "transfer-encoding", "x-request-id"];
/// Members of an answer of the HTTP server under the dialects.
const OF_THE_HTTP_SERVER: [&str; 2] = ["request_id", "message"];

/// Compiled schemas by their pointers.
static COMPILED: LazyLock<Mutex<HashMap<String, Arc<Validator>>>> = LazyLock::new(Mutex::default);

/// Fails the test if the contract does not declare the answer.
pub(crate) fn check_answer(request: &Request, answer: &Answer) {
    let found = judge(request, answer);
    assert!(
        found.is_empty(),
        "{} {} is answered with {} as the contract does not say:\n{}\n{:?}\n{}",
        request.method(),
        request.target(),
        answer.status,
        found.join("\n"),
        answer.headers,
        String::from_utf8_lossy(&answer.body)
    );
}

/// What is wrong with an answer.
pub(super) fn judge(request: &Request, answer: &Answer) -> Vec<String> {
    let Some(path) = Path::find(request.target()) else { return judge_unknown_path(request, answer) };
    let method = request.method();
    if is_of_the_http_server(answer) {
        return Vec::new();
    }
    if let Some(response) = path.response(method, &answer.status.to_string()) {
        return judge_response(&response, method, answer, &[]);
    }
    let is_known = path.methods().any(|known| known == method || (method == "HEAD" && known == "GET"));
    if is_known {
        return vec![format!("the status {} is not declared", answer.status)];
    }
    judge_other_method(path, method, answer)
}

/// A method that the path has no operation for: OPTIONS is answered, all others are refused in the dialect's shape.
fn judge_other_method(path: Path, method: &str, answer: &Answer) -> Vec<String> {
    let mut found = Vec::new();
    let allowed: Vec<String> = path.methods().collect();
    let told = answer.header("allow").unwrap_or_default();
    if answer.status != 429 && !allowed.iter().all(|method| told.split(", ").any(|told| told == method)) {
        found.push(format!("`Allow` is {told:?}, and the path has {allowed:?}"));
    }
    if method == "OPTIONS" && answer.status == 204 {
        found.extend(judge_body_of_none(answer));
        return found;
    }
    let refused = if path.tag() == "frontier" { 501 } else { 405 };
    if answer.status != refused && answer.status != 429 {
        found.push(format!("another method is answered with {refused}"));
    }
    let default = allowed.first().and_then(|method| path.response(method, "default"));
    found.extend(
        default.into_iter().flat_map(|response| judge_response(&response, method, answer, &["allow", "retry-after"])),
    );
    found
}

/// A path that no operation has: 404 in the shape of the dialect that it is below, if it is below any.
fn judge_unknown_path(request: &Request, answer: &Answer) -> Vec<String> {
    if is_of_the_http_server(answer) {
        return Vec::new();
    }
    let target = request.target();
    let mut tags = at("/tags").as_array().into_iter().flatten();
    let tag = tags.find_map(|tag| {
        let mut mounts = tag["x-module"]["mounts"].as_array().into_iter().flatten().filter_map(Value::as_str);
        mounts.any(|mount| target.starts_with(&format!("{mount}/"))).then(|| tag["name"].as_str())?
    });
    let Some(tag) = tag else { return Vec::new() };
    let sibling = templates().filter_map(Path::find).find(|path| path.tag() == tag);
    let default = sibling.and_then(|path| path.response(&path.methods().next()?, "default"));
    let mut found = Vec::new();
    if answer.status != 404 && answer.status != 429 {
        found.push("a path that is not there is answered with 404".to_owned());
    }
    found.extend(
        default.into_iter().flat_map(|response| judge_response(&response, request.method(), answer, &["retry-after"])),
    );
    found
}

/// A path that cannot be read, or a method that HTTP does not know, does not come as far as a dialect (`docs/WIRE-NOTES.md`).
fn is_of_the_http_server(answer: &Answer) -> bool {
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    let members: Vec<&String> = body.as_object().into_iter().flat_map(|members| members.keys()).collect();
    [400, 405].contains(&answer.status) && members == OF_THE_HTTP_SERVER
}

/// An answer against the response at a pointer, and the names of other headers that it may have.
fn judge_response(response: &str, method: &str, answer: &Answer, more: &[&str]) -> Vec<String> {
    let declared = at(response);
    let mut found = judge_headers(response, declared, answer, more);
    let contents = declared["content"].as_object();
    let Some(contents) = contents else {
        found.extend(judge_body_of_none(answer));
        return found;
    };
    let media_type = answer.header("content-type").unwrap_or_default();
    if !contents.contains_key(media_type) {
        let declared: Vec<&String> = contents.keys().collect();
        found.push(format!("the media type is {media_type:?}, and {declared:?} are declared"));
    } else if method != "HEAD" {
        let schema = format!("{response}/content/{}/schema", contract::escaped(media_type));
        found.extend(judge_body(&schema, media_type, &answer.body));
    }
    found
}

fn judge_headers(response: &str, declared: &Value, answer: &Answer, more: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let headers = declared["headers"].as_object();
    for name in headers.into_iter().flat_map(|headers| headers.keys()) {
        let pointer = resolve(&format!("{response}/headers/{}", contract::escaped(name))).unwrap_or_default();
        let is_required = at(&pointer)["required"] == Value::Bool(true);
        match answer.header(name) {
            None if is_required => found.push(format!("the header {name} is missing")),
            None => {}
            Some(text) => {
                let schema = format!("{pointer}/schema");
                let is_text = at(&schema)["type"] == "string";
                let value =
                    if is_text { text.into() } else { serde_json::from_str(text).unwrap_or_else(|_| text.into()) };
                found.extend(breaches(&schema, &value).map(|breach| format!("header {name}{breach}")));
            }
        }
    }
    for (name, _) in &answer.headers {
        let name = name.to_ascii_lowercase();
        let is_declared = headers.is_some_and(|headers| headers.keys().any(|known| known.eq_ignore_ascii_case(&name)));
        if !is_declared && !OF_EVERY_ANSWER.contains(&name.as_str()) && !more.contains(&name.as_str()) {
            found.push(format!("the header {name} is not declared"));
        }
    }
    found
}

/// A body of a declared media type: JSON as a value, lines of JSON as lines of it, and every text as a text.
fn judge_body(schema: &str, media_type: &str, body: &[u8]) -> Vec<String> {
    let essence = media_type.split(';').next().unwrap_or_default();
    let text = match std::str::from_utf8(body) {
        Ok(text) => text,
        Err(error) => return vec![format!("the body is not UTF-8: {error}")],
    };
    if essence == "application/json" || essence.ends_with("+json") {
        return match serde_json::from_str(text) {
            Ok(value) => breaches(schema, &value).map(|breach| format!("body{breach}")).collect(),
            Err(error) => vec![format!("the body is not JSON: {error}")],
        };
    }
    let mut found: Vec<String> = breaches(schema, &text.into()).map(|breach| format!("body{breach}")).collect();
    match essence {
        "application/x-ndjson" => found.extend(text.lines().enumerate().filter_map(|(number, line)| {
            let error = serde_json::from_str::<Value>(line).err()?;
            Some(format!("line {} of the body is not JSON: {error}", number + 1))
        })),
        "text/csv" => found.extend(judge_csv(text)),
        _ => {}
    }
    found
}

/// CSV as RFC 4180 has it: each row as long as the first.
fn judge_csv(text: &str) -> Option<String> {
    let rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).into_records();
    rows.filter_map(Result::err).map(|error| format!("the body is not CSV: {error}")).next()
}

fn judge_body_of_none(answer: &Answer) -> Option<String> {
    (!answer.body.is_empty()).then(|| "a body, and none is declared".to_owned())
}

/// Where and how a value breaks a schema.
fn breaches(schema: &str, value: &Value) -> impl Iterator<Item = String> {
    let known = COMPILED.lock().unwrap_or_else(PoisonError::into_inner).get(schema).cloned();
    let compiled = known.unwrap_or_else(|| {
        let compiled = Arc::new(validator(schema));
        COMPILED.lock().unwrap_or_else(PoisonError::into_inner).insert(schema.to_owned(), Arc::clone(&compiled));
        compiled
    });
    let found: Vec<String> =
        compiled.iter_errors(value).map(|error| format!(" {} (at {schema}): {error}", error.instance_path())).collect();
    found.into_iter()
}
