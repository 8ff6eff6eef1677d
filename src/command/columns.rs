//! Users as lines of CSV: the columns, and how a cell and a member of the JSON object are made of each other, so that nothing
//! is lost. Must not know where lines come from.
//!
//! A text stands in its cell as it is, and what is absent is an empty cell. A text that is empty, or begins with a quotation
//! mark, is written as JSON has it. Lists and objects are JSON too. Nothing is done against programs that take a cell for a
//! formula: it would be another text when it comes back.

use serde_json::Value;

/// The columns in their order: the members of a user, as the contract names them, and whether each is a text.
pub(super) const COLUMNS: [(&str, bool); 21] = [
    ("id", true),
    ("kind", true),
    ("username", true),
    ("email", true),
    ("firstName", true),
    ("lastName", true),
    ("displayName", true),
    ("description", true),
    ("avatar", true),
    ("ssoId", true),
    ("status", true),
    ("realm", false),
    ("permissions", false),
    ("roles", false),
    ("groups", false),
    ("metadata", false),
    ("passwordHash", true),
    ("createdAt", true),
    ("updatedAt", true),
    ("firstLoginAt", true),
    ("lastLoginAt", true),
];

/// The value that a cell says; none where the member is absent.
///
/// # Errors
/// A cell that should be JSON is not.
pub(super) fn value_of(cell: &str, is_text: bool) -> serde_json::Result<Option<Value>> {
    match cell {
        "" => Ok(None),
        cell if !is_text => serde_json::from_str(cell).map(Some),
        cell if cell.starts_with('"') => {
            // Another program's text can begin so by accident; an export's is always JSON.
            let text = serde_json::from_str(cell).unwrap_or_else(|_| cell.to_owned());
            Ok(Some(Value::String(text)))
        }
        cell => Ok(Some(Value::String(cell.to_owned()))),
    }
}

/// The cell that says a value.
pub(super) fn cell_of(value: Option<&Value>, is_text: bool) -> String {
    match value {
        None => String::new(),
        Some(Value::String(text)) if is_text && !text.is_empty() && !text.starts_with('"') => text.clone(),
        Some(value) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_says_what_it_was_made_of() {
        for text in ["Ada", "", "\"", "\"Ada\"", "\"Ada\" L.", "=1+1", " a\r\nb ", "null", "[]"] {
            let value = Value::from(text);
            assert_eq!(value_of(&cell_of(Some(&value), true), true).ok().flatten(), Some(value), "{text:?}");
        }
        for value in [
            serde_json::json!(["a;b", "c,\"d"]),
            serde_json::json!({"a": {"b": null}}),
            serde_json::json!([]),
            "text".into(),
        ] {
            assert_eq!(value_of(&cell_of(Some(&value), false), false).ok().flatten(), Some(value));
        }
        assert_eq!(cell_of(None, true), "");
        assert_eq!(value_of("", true).ok(), Some(None));
        assert!(value_of("engineers", false).is_err());
    }

    #[test]
    fn what_only_looks_like_json_is_taken_as_it_is() {
        assert_eq!(value_of("\"Bob\" Smith", true).ok().flatten(), Some(Value::from("\"Bob\" Smith")));
    }
}
