//! JSON bodies: each schema of a module, read as the server reads it. The first line names the schema, and the rest is JSON.
//! What is accepted is valid by the contract, what is valid is accepted, and what is written is read and written the same.

use serde_json::Value;

use super::first_line;
use crate::decoded::{self, Schema};
use crate::judge;

pub(super) fn lakesail(input: &[u8]) {
    run(decoded::lakesail::SCHEMAS, input);
}

pub(super) fn elastic(input: &[u8]) {
    run(decoded::elastic::SCHEMAS, input);
}

pub(super) fn frontier(input: &[u8]) {
    run(decoded::frontier::SCHEMAS, input);
}

pub(super) fn wavefront(input: &[u8]) {
    run(decoded::wavefront::SCHEMAS, input);
}

pub(super) fn roster(input: &[u8]) {
    run(decoded::roster::SCHEMAS, input);
}

fn run(schemas: &[Schema], input: &[u8]) {
    let Some((name, body)) = first_line(input) else { return };
    let Some(schema) = schemas.iter().find(|schema| schema.name == name) else { return };
    let Ok(value) = serde_json::from_str::<Value>(body) else { return };
    let (findings, has_aliases) = (judge::findings(schema.pointer, &value), judge::has_aliases(&value));
    match (schema.reread)(value) {
        Ok(written) => {
            assert!(findings.is_empty(), "{name} is read, and it is not valid: {findings:?}");
            let findings = judge::findings(schema.pointer, &written);
            assert!(findings.is_empty(), "{name} is written as {written}, which is not valid: {findings:?}");
        }
        Err(violations) => {
            // The other library takes more for dates and times than RFC 3339 does.
            let is_of_format = violations.iter().all(|violation| violation.rule == "format");
            let is_known = is_of_format || has_aliases;
            assert!(is_known || !findings.is_empty(), "{name} is refused, and it is valid: {violations}");
        }
    }
}
