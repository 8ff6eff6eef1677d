//! JSON Merge Patch: a body that is read as each patch of the contract, and sent to a user twice, through a door that reads the
//! object before, between and after. What is read says of each member what was sent: nothing, null, or a value. The members that
//! the patch has become what RFC 7396 says of them, and the second time changes nothing at all.

use serde_json::{Map, Value, json};

use crate::decoded;
use crate::exchange::Exchange;
use crate::world::{ADMIN_KEY, send_all};

/// Whom everything is about.
const PATH: &str = "/api/v1/users/ada";
/// Texts that a patch sets or clears, and that are shown as they were set.
const TEXTS: [&str; 2] = ["full_name", "email"];

pub(super) fn run(input: &[u8]) {
    let Ok(Value::Object(patch)) = serde_json::from_slice(input) else { return };
    check_states(&patch);
    // A password is hashed anew each time, so the second time it is another.
    if patch.get("security").is_some_and(|security| !security["password"].is_null()) {
        return;
    }
    let [before, once, between, twice, after] = send_all([get(), patch_with(input), get(), patch_with(input), get()]);
    assert!(once.0 < 500, "{}: {}", once.0, String::from_utf8_lossy(&once.1));
    assert_eq!(once.0, twice.0, "it is the same patch");
    assert_eq!(between.1, after.1, "the second time nothing changes");
    if once.0 == 200 {
        let (mut expected, mut after) = (Value::Object(object(&before.1)), object(&after.1));
        merge(&mut expected, &Value::Object(patch));
        for name in TEXTS {
            // An empty text is the same as none, says the contract.
            let said = expected.get(name).filter(|text| **text != json!("")).cloned();
            assert_eq!(
                after.remove(name).filter(|text| !text.is_null()),
                said.filter(|text| !text.is_null()),
                "{name}"
            );
        }
    } else {
        assert_eq!(before.1, after.1, "a patch that is refused changes nothing");
    }
}

/// Each patch of the contract keeps the states of the members that it has, and has no others.
fn check_states(patch: &Map<String, Value>) {
    let schemas = decoded::elastic::SCHEMAS.iter().chain(decoded::lakesail::SCHEMAS);
    for schema in schemas.filter(|schema| schema.is_patch) {
        let Ok(written) = (schema.reread)(Value::Object(patch.clone())) else { continue };
        for (name, value) in written.as_object().expect("a patch is an object") {
            let sent = patch.get(name).unwrap_or_else(|| panic!("{name} was not sent to {}", schema.name));
            assert_eq!(sent.is_null(), value.is_null(), "{name} of {}", schema.name);
        }
    }
}

/// The pseudo code of RFC 7396, section 2.
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    if let Value::Object(target) = target {
        for (name, value) in patch {
            if value.is_null() {
                target.shift_remove(name);
            } else {
                merge(target.entry(name).or_insert(Value::Null), value);
            }
        }
    }
}

fn get() -> Exchange {
    exchange(format!("GET {PATH}").as_bytes())
}

fn patch_with(body: &[u8]) -> Exchange {
    exchange(&[format!("PATCH {PATH}\nContent-Type: application/json\n\n").as_bytes(), body].concat())
}

fn exchange(text: &[u8]) -> Exchange {
    let exchange = Exchange::parse(text).expect("it is a request");
    exchange.with("authorization", &format!("Bearer {ADMIN_KEY}"))
}

fn object(body: &[u8]) -> Map<String, Value> {
    serde_json::from_slice(body).expect("a user is an object")
}
