//! The places of the contract where a request says something in words: each parameter, and each text of a body. And which
//! of them a row fills with the name of an object.

use std::collections::BTreeSet;

use serde_json::Value;

use super::rows::Row;

/// How deep bodies go.
const DEPTH_MAX: usize = 6;

/// An operation's places: `path id`, `query actor`, `body /userGroups/*`.
pub(super) fn places_of(document: &Value, path: &str, method: &str) -> BTreeSet<String> {
    let item = &document["paths"][path];
    let operation = &item[method];
    let parameters = [&item["parameters"], &operation["parameters"]].into_iter().filter_map(Value::as_array).flatten();
    let parameters = parameters.map(|parameter| resolved(document, parameter));
    let named = parameters.filter(|parameter| parameter["in"] != "header").map(|parameter| {
        let text = |member: &str| parameter[member].as_str().expect("a parameter has a place and a name").to_owned();
        format!("{} {}", text("in"), text("name"))
    });
    let mut found: BTreeSet<String> = named.collect();
    let body = resolved(document, &operation["requestBody"]);
    for media in body["content"].as_object().into_iter().flatten() {
        collect(document, &media.1["schema"], "", 0, &mut found);
    }
    found
}

fn collect(document: &Value, schema: &Value, pointer: &str, depth: usize, found: &mut BTreeSet<String>) {
    let schema = resolved(document, schema);
    if depth > DEPTH_MAX {
        return;
    }
    for (name, member) in schema["properties"].as_object().into_iter().flatten() {
        collect(document, member, &format!("{pointer}/{name}"), depth + 1, found);
    }
    match schema["type"].as_str() {
        Some("array") => collect(document, &schema["items"], &format!("{pointer}/*"), depth + 1, found),
        Some("string") if schema["enum"].is_null() && !is_no_name(&schema["format"]) => {
            found.insert(format!("body {pointer}"));
        }
        None if !schema["properties"].is_object() => {
            found.insert(format!("body {pointer}"));
        }
        _ => {}
    }
}

fn is_no_name(format: &Value) -> bool {
    matches!(format.as_str(), Some("date-time" | "password"))
}

fn resolved(document: &Value, value: &Value) -> Value {
    match value["$ref"].as_str() {
        Some(reference) => {
            resolved(document, document.pointer(reference.trim_start_matches('#')).unwrap_or(&Value::Null))
        }
        None => value.clone(),
    }
}

/// The places that a row fills with names, each with the name's mark.
pub(super) fn marks_of(row: &Row, path: &str) -> Vec<(String, String)> {
    let (target, query) = row.target.split_once('?').unwrap_or((row.target, ""));
    let segments = path.split('/').zip(target.split('/'));
    let in_path = segments.filter_map(|(name, value)| {
        let name = name.strip_prefix('{')?.strip_suffix('}')?;
        Some((format!("path {name}"), mark(value)?))
    });
    let in_query = query.split('&').filter_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        Some((format!("query {name}"), mark(value)?))
    });
    let mut found: Vec<_> = in_path.chain(in_query).collect();
    if let Ok(body) = serde_json::from_str::<Value>(row.body) {
        marks_in(&body, "", &mut found);
    }
    found
}

fn marks_in(value: &Value, pointer: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, member)| marks_in(member, &format!("{pointer}/{name}"), found));
        }
        Value::Array(items) => items.iter().for_each(|item| marks_in(item, &format!("{pointer}/*"), found)),
        Value::String(text) => found.extend(mark(text).map(|mark| (format!("body {pointer}"), mark))),
        _ => {}
    }
}

/// The mark in a text that is not always the caller's own.
fn mark(text: &str) -> Option<String> {
    let (_, rest) = text.split_once('{')?;
    let (mark, _) = rest.split_once('}')?;
    (!mark.starts_with("own_") && mark != "fresh").then(|| mark.to_owned())
}
