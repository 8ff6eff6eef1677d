//! Which members a request must not be able to set, with hostile values for them: read from the contract, and a few that
//! every attacker tries. Knows no operation by name.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// What is in every hostile text.
pub(super) const HOSTILE: &str = "hostile";
const HOSTILE_TIME: &str = "1999-12-31T23:59:59.000Z";
const HOSTILE_UUID: &str = "0193f7a0-dead-7000-8000-000000000000";
const HOSTILE_NUMBER: i64 = 7_777_777;
/// Follows every rule for passwords.
pub(super) const HOSTILE_PASSWORD: &str = "hostile takeover of 1999";
/// How deep a hostile object goes.
const DEPTH_MAX: usize = 3;

/// Whether anything that was sent with hostile intent stands in `text`.
pub(super) fn shows_hostile(text: &str) -> bool {
    [HOSTILE, "1999-12-31", HOSTILE_UUID, "7777777"].iter().any(|value| text.contains(value))
}

/// Members that servers of this kind own, in snake case, with what an attacker would want them to be.
fn extras() -> Vec<(&'static str, Value)> {
    let name = |text: &str| json!(text);
    let administrator = json!(["ece_platform_admin"]);
    vec![
        ("id", name(HOSTILE_UUID)),
        ("user_id", name(HOSTILE_UUID)),
        ("organization", name(HOSTILE_UUID)),
        ("organization_id", name(HOSTILE_UUID)),
        ("org_id", name(HOSTILE_UUID)),
        ("customer", name(HOSTILE)),
        ("created_at", name(HOSTILE_TIME)),
        ("updated_at", name(HOSTILE_TIME)),
        ("created_by", name(HOSTILE)),
        ("updated_by", name(HOSTILE)),
        ("first_login_at", name(HOSTILE_TIME)),
        ("last_login_at", name(HOSTILE_TIME)),
        ("expires_at", name(HOSTILE_TIME)),
        ("builtin", json!(true)),
        ("is_builtin", json!(true)),
        ("bootstrap", json!(true)),
        ("version", json!(HOSTILE_NUMBER)),
        ("status", name("disabled")),
        ("state", name("disabled")),
        ("enabled", json!(false)),
        ("active", json!(false)),
        ("kind", name("service")),
        ("realm", json!({"kind": "ldap", "id": HOSTILE})),
        ("sso_id", name(HOSTILE)),
        ("roles", administrator.clone()),
        ("role_ids", administrator.clone()),
        ("role", name("ece_platform_admin")),
        ("permissions", json!(["user_management"])),
        ("actions", json!(["users:delete"])),
        ("groups", json!(["user_management"])),
        ("group_ids", json!([HOSTILE_UUID])),
        ("user_groups", json!([HOSTILE_UUID])),
        ("security", json!({"roles": administrator, "enabled": false, "password": HOSTILE_PASSWORD})),
        ("is_admin", json!(true)),
        ("superuser", json!(true)),
        ("password", name(HOSTILE_PASSWORD)),
        ("password_hash", name(HOSTILE)),
        ("secret_hash", name(HOSTILE)),
        ("key", name(HOSTILE)),
        ("__proto__", json!({"builtin": true})),
    ]
}

/// A member that is sent where the sample has none of this name.
pub(super) struct Intruder {
    /// The JSON Pointer of the object that it is put into.
    pub(super) at: String,
    pub(super) name: String,
    pub(super) value: Value,
}

/// Every member that the server owns, for each object of a sample.
pub(super) fn intruders(operation: &Value, document: &Value, sample: &Value) -> Vec<Intruder> {
    let request = schema_of_request(operation, document);
    let mut positions = Vec::new();
    collect_positions(&request, document, sample, String::new(), &mut positions);
    let mut answered = BTreeMap::new();
    for response in
        operation["responses"].as_object().into_iter().flatten().filter(|(status, _)| status.starts_with('2'))
    {
        for media in at(response.1, document)["content"].as_object().into_iter().flatten() {
            collect_members(&media.1["schema"], document, 0, &mut answered);
        }
    }
    positions
        .into_iter()
        .flat_map(|(pointer, schema)| at_position(&pointer, &schema, document, sample, &answered))
        .collect()
}

/// The schema of what an operation reads.
pub(super) fn schema_of_request(operation: &Value, document: &Value) -> Value {
    let body = at(&operation["requestBody"], document);
    let media = body["content"].as_object().and_then(|content| content.values().next()).cloned();
    at(&media.unwrap_or_default()["schema"], document)
}

fn at_position(
    pointer: &str,
    schema: &Value,
    document: &Value,
    sample: &Value,
    answered: &BTreeMap<String, Value>,
) -> Vec<Intruder> {
    let object = sample.pointer(pointer).expect("a position is in the sample");
    let mut found: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for (name, value) in extras() {
        found.entry(name.to_owned()).or_default().push(value.clone());
        found.entry(camel(name)).or_default().push(value);
    }
    let declared = schema["properties"].as_object();
    let declared = declared.into_iter().flatten();
    for (name, member) in answered.iter().chain(declared) {
        let values = hostile_values(name, member, document);
        for name in [name.clone(), camel(name)] {
            found.entry(name).or_default().extend(values.iter().cloned());
        }
    }
    let aliases = schema["properties"].as_object().into_iter().flatten();
    let aliases: Vec<&str> = aliases
        .flat_map(|(_, member)| member["x-aliases"].as_array().into_iter().flatten())
        .filter_map(Value::as_str)
        .collect();
    let is_free = |name: &String| object.get(name).is_none() && !aliases.contains(&name.as_str());
    let mut intruders = Vec::new();
    for (name, mut values) in found.into_iter().filter(|(name, _)| is_free(name)) {
        values.dedup();
        intruders.extend(values.into_iter().map(|value| Intruder {
            at: pointer.to_owned(),
            name: name.clone(),
            value,
        }));
    }
    intruders
}

/// The objects of a sample whose members the contract names, each with its schema.
fn collect_positions(
    schema: &Value,
    document: &Value,
    sample: &Value,
    at_pointer: String,
    found: &mut Vec<(String, Value)>,
) {
    let schema = at(schema, document);
    match sample {
        Value::Object(members) if schema["properties"].is_object() || at_pointer.is_empty() => {
            for (name, member) in members {
                let inner = &schema["properties"][name];
                collect_positions(inner, document, member, format!("{at_pointer}/{name}"), found);
            }
            found.push((at_pointer, schema));
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect_positions(&schema["items"], document, item, format!("{at_pointer}/{index}"), found);
            }
        }
        _ => {}
    }
}

fn collect_members(schema: &Value, document: &Value, depth: usize, found: &mut BTreeMap<String, Value>) {
    let schema = at(schema, document);
    if depth > DEPTH_MAX {
        return;
    }
    for (name, member) in schema["properties"].as_object().into_iter().flatten() {
        found.entry(name.clone()).or_insert_with(|| at(member, document));
        collect_members(member, document, depth + 1, found);
    }
    if schema["items"].is_object() {
        collect_members(&schema["items"], document, depth + 1, found);
    }
}

/// Values that a member could have, none of which it may get.
fn hostile_values(name: &str, schema: &Value, document: &Value) -> Vec<Value> {
    let schema = at(schema, document);
    if schema["type"] == "boolean" {
        return vec![json!(true), json!(false)];
    }
    vec![hostile_value(name, &schema, document, 0)]
}

fn hostile_value(name: &str, schema: &Value, document: &Value, depth: usize) -> Value {
    let schema = at(schema, document);
    if let Some(value) = schema["enum"].as_array().and_then(|values| values.last()) {
        return value.clone();
    }
    let lower = name.to_ascii_lowercase();
    match schema["type"].as_str() {
        Some("integer" | "number") => json!(HOSTILE_NUMBER),
        Some("boolean") => json!(true),
        Some("array") if depth < DEPTH_MAX => json!([hostile_value(name, &schema["items"], document, depth + 1)]),
        Some("object") if depth < DEPTH_MAX => {
            let members = schema["properties"].as_object().into_iter().flatten();
            let members =
                members.map(|(name, member)| (name.clone(), hostile_value(name, member, document, depth + 1)));
            Value::Object(members.collect::<Map<_, _>>())
        }
        Some("string") if schema["format"] == "date-time" => json!(HOSTILE_TIME),
        Some("string") if schema["format"] == "password" => json!(HOSTILE_PASSWORD),
        Some("string") if schema["format"] == "uuid" || lower.ends_with("id") => json!(HOSTILE_UUID),
        _ if lower.contains("role") => json!("ece_platform_admin"),
        _ if lower.contains("permission") || lower.contains("group") => json!("user_management"),
        _ => json!(HOSTILE),
    }
}

/// What a value is, or what it refers to.
fn at(value: &Value, document: &Value) -> Value {
    let reference = value["$ref"].as_str().or_else(|| value["allOf"][0]["$ref"].as_str());
    match reference {
        Some(reference) => at(document.pointer(reference.trim_start_matches('#')).unwrap_or(&Value::Null), document),
        None => value.clone(),
    }
}

fn camel(name: &str) -> String {
    let mut words = name.split('_').filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut text, word| {
        let (initial, rest) = word.split_at(1);
        text.push_str(&initial.to_ascii_uppercase());
        text.push_str(rest);
        text
    })
}
