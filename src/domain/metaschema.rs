//! Metaschemas: the JSON Schemas that metadata is checked by, each for the kind of object that it is named after.
//! What a schema means is not known here.

use std::fmt;

use chrono::{DateTime, Utc};

use crate::limits::METASCHEMA_NAME_CHARS_MAX;

use super::error::{Error, InvalidReason};
use super::id::{MetaschemaId, OrganizationId};

/// The metaschema of users.
pub const USER: &str = "user";
/// The metaschema of groups.
pub const GROUP: &str = "group";

/// A JSON Schema of one organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metaschema {
    /// Its id.
    pub id: MetaschemaId,
    /// The organization that it belongs to.
    pub organization: OrganizationId,
    /// Its name, unique in the organization.
    pub name: MetaschemaName,
    /// The schema as it was written: the text of a JSON document.
    pub schema: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts its changes, from 1.
    pub version: u64,
}

/// The name of a metaschema: letters, digits, dashes and underscores of ASCII.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MetaschemaName(String);

impl MetaschemaName {
    /// Parses a name.
    ///
    /// # Errors
    /// `Invalid` for a text of any other form, or longer than [`METASCHEMA_NAME_CHARS_MAX`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if text.is_empty() || !text.bytes().all(fits) {
            let reason = InvalidReason::Malformed("is not letters, digits, dashes and underscores");
            return Err(Error::invalid("name", reason));
        }
        if text.len() > METASCHEMA_NAME_CHARS_MAX {
            return Err(Error::invalid("name", InvalidReason::TooLong { max: METASCHEMA_NAME_CHARS_MAX }));
        }
        Ok(Self(text.to_owned()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MetaschemaName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The metaschemas that an organization is born with, by name. Where there is a `label` it is an object, and where
/// there is a `description` it is a text; everything else is free.
pub const DEFAULTS: [(&str, &str); 5] = [
    (USER, LABEL_AND_DESCRIPTION),
    (GROUP, LABEL_AND_DESCRIPTION),
    ("organization", LABEL_AND_DESCRIPTION),
    ("role", LABEL_AND_DESCRIPTION),
    ("prospect", ANYTHING),
];

const LABEL_AND_DESCRIPTION: &str = r#"{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object",
  "properties": {
    "label": {"type": "object"},
    "description": {"type": "string"}
  },
  "additionalProperties": true
}"#;

const ANYTHING: &str = r#"{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object",
  "additionalProperties": true
}"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_letters_digits_dashes_and_underscores() {
        let longest = "x".repeat(METASCHEMA_NAME_CHARS_MAX);
        for good in ["user", "A", "0", "-", "my_schema-2", &longest] {
            assert_eq!(MetaschemaName::parse(good).expect(good).as_str(), good);
        }
        for bad in ["", " user", "us er", "u.s", "usér", "user\n", &format!("{longest}x")] {
            assert!(MetaschemaName::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_defaults_are_valid() {
        for (name, _) in DEFAULTS {
            MetaschemaName::parse(name).expect(name);
        }
    }
}
