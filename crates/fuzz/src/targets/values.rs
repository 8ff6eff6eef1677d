//! Small texts that stand in paths, queries, bodies and rows: ids, times, names, permissions, metadata, and the patterns of a
//! contract. The first line says what the rest is. What is read is written as it was, or as its only other form.

use chrono::{DateTime, Utc};
use roster::config::ProxyNetwork;
use roster::domain::text::fold;
use roster::domain::{Action, Email, Id, Metadata, MetaschemaName, Permission, Username};
use serde_json::{Map, Value, json};
use specgen_runtime::{ReadText as _, timestamp, uuid};

use super::first_line;

pub(super) fn run(input: &[u8]) {
    let Some((kind, text)) = first_line(input) else { return };
    match kind {
        "id" => id(text),
        "time" => time(text),
        "uuid" => {
            if let Ok(uuid) = uuid().read_text(text.to_owned()) {
                assert!(uuid.to_string().eq_ignore_ascii_case(text), "{text}");
            }
        }
        "name" => name(text),
        "word" => word(text),
        "metadata" => metadata(text),
        "pattern" => pattern(text),
        _ => {}
    }
}

fn id(text: &str) {
    if let Some(id) = Id::parse(text) {
        let forms = [id.to_base32(), id.to_uuid()];
        assert!(forms.iter().any(|form| form.eq_ignore_ascii_case(text)), "{text} is none of {forms:?}");
        assert!(forms.iter().all(|form| Id::parse(form) == Some(id)), "{forms:?}");
        assert_eq!(Id::from_uuid_bytes(id.to_uuid_bytes()), Some(id));
    }
}

fn time(text: &str) {
    if let Ok(moment) = timestamp().read_text(text.to_owned()) {
        let written = moment.to_string();
        let again = timestamp().read_text(written.clone()).expect("what is written can be read");
        assert_eq!(again.to_string(), written, "{text}");
        let [moment, again] = [moment, again].map(DateTime::<Utc>::from);
        assert_eq!(moment.timestamp_millis(), again.timestamp_millis(), "{text}");
    }
}

fn name(text: &str) {
    assert_eq!(fold(&fold(text)), fold(text));
    if let Ok(name) = Username::parse(text) {
        assert_eq!((name.as_str(), name.folded()), (text, fold(text).as_str()));
    }
    if let Ok(email) = Email::parse(text) {
        assert_eq!((email.as_str(), email.folded()), (text, fold(text).as_str()));
    }
}

fn word(text: &str) {
    if let Ok(permission) = Permission::parse(text) {
        assert_eq!(permission.as_str(), text);
    }
    if let Ok(action) = text.parse::<Action>() {
        assert_eq!(action.as_str(), text);
    }
    if let Ok(name) = MetaschemaName::parse(text) {
        assert_eq!(name.as_str(), text);
    }
    drop(text.parse::<ProxyNetwork>());
}

/// An object comes back as it was read, however often it goes through the text that is kept.
fn metadata(text: &str) {
    let Ok(object) = serde_json::from_str::<Map<String, Value>>(text) else { return };
    let written = Value::Object(object.clone()).to_string();
    if let Ok(metadata) = Metadata::from_object_text(written) {
        assert_eq!(serde_json::from_str::<Map<String, Value>>(metadata.as_str()).ok(), Some(object));
    }
}

/// A pattern of a contract, and on the next line a text: another library, which has ECMAScript's syntax too, says the same of it.
fn pattern(text: &str) {
    let (pattern, subject) = text.split_once('\n').unwrap_or((text, ""));
    let Ok(ours) = specgen::pattern::compile(pattern) else { return };
    // The other library reads on where ECMAScript has a class of nothing, or of everything.
    if pattern.contains("[]") || pattern.contains("[^]") {
        return;
    }
    let theirs = jsonschema::options().offline().build(&json!({"pattern": pattern}));
    if let Ok(theirs) = theirs {
        assert_eq!(ours.is_match(subject), theirs.is_valid(&json!(subject)), "{pattern} and {subject:?}");
    }
}
