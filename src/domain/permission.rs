//! Permission ids: granted to users directly or through roles, and shown as they are.

use std::fmt;

use crate::limits::PERMISSION_CHARS_MAX;

use super::error::{Error, InvalidReason};

/// The permission that grants the user, group and role actions.
pub const USER_MANAGEMENT: &str = "user_management";

/// The id of a permission: a lower-case letter, then up to 63 lower-case letters and underscores.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Permission(String);

impl Permission {
    /// Parses a permission id.
    ///
    /// # Errors
    /// `Invalid` for a text of any other form.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let starts_well = text.starts_with(|c: char| c.is_ascii_lowercase());
        let rest_is_well = text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        if starts_well && rest_is_well && text.len() <= PERMISSION_CHARS_MAX {
            Ok(Self(text.to_owned()))
        } else {
            let reason = InvalidReason::Malformed("is not a permission id: lower-case letters and underscores");
            Err(Error::invalid("permission", reason))
        }
    }

    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn permission_ids_are_lower_case_letters_and_underscores() {
        let longest = "a".repeat(PERMISSION_CHARS_MAX);
        for good in ["a", USER_MANAGEMENT, "a__", &longest] {
            assert_eq!(Permission::parse(good).ok().as_ref().map(Permission::as_str), Some(good));
        }
        for bad in ["", "_a", "A", "a-b", "a1", "\u{e9}", "a ", &format!("{longest}a")] {
            assert!(Permission::parse(bad).is_err(), "{bad}");
        }
    }
}
