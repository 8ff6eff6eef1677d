//! Metaschemas: a JSON Schema that a user wrote, and after a line `=====` metadata that is checked by it. What is accepted is
//! within the limits, can be checked by, and says the same of the same metadata each time; how long that takes, libFuzzer watches.

#[path = "../../../../src/directory/json_schema.rs"]
mod json_schema;

use json_schema::{allows, check_schema};
use serde_json::{Map, Value};

use crate::domain::Metadata;
use crate::limits::METASCHEMA_BYTES_MAX;

/// The line between the two.
const BETWEEN: &str = "\n=====\n";

pub(super) fn run(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let (schema, metadata) = text.split_once(BETWEEN).unwrap_or((text, "{}"));
    if check_schema(schema).is_err() {
        return;
    }
    assert!(schema.len() <= METASCHEMA_BYTES_MAX);
    let Ok(metadata) = serde_json::from_str::<Map<String, Value>>(metadata) else { return };
    if let Ok(metadata) = Metadata::from_object_text(Value::Object(metadata).to_string()) {
        let once = allows(schema, &metadata).expect("the schema was accepted");
        let again = allows(schema, &metadata).expect("the schema was accepted");
        assert_eq!(once, again, "{metadata:?}");
    }
}
