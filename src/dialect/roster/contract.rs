//! The contract that this server was built from, bundled into one document and compiled in.

use std::sync::LazyLock;

use specgen_runtime::{Map, Value};

static DOCUMENT: LazyLock<Map<String, Value>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../generated/openapi.json")).expect("the generator wrote a JSON object")
});

/// The document.
pub(super) fn document() -> Map<String, Value> {
    DOCUMENT.clone()
}
