//! The organization: the wall around everything else. One of them, the platform, is where the others are made from.
//! Who is in one is not known here.

use chrono::{DateTime, Utc};

use crate::limits::NAME_CHARS_MAX;

use super::action::ActionSet;
use super::error::{Error, InvalidReason};
use super::id::{Id, OrganizationId};
use super::powers::EVERYTHING_IN_ONE;
use super::text::{check_name, fold};

/// A tenant of the instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// Its name, unique in the instance after folding.
    pub name: String,
    /// Whether it is the one that exists from the first start, which cannot be removed.
    pub platform: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts its changes, from 1.
    pub version: u64,
}

impl Organization {
    /// All that anybody in it can ever do, whatever gives it: organizations are the platform's to read and change.
    #[must_use]
    pub const fn powers(&self) -> ActionSet {
        if self.platform { ActionSet::ALL } else { EVERYTHING_IN_ONE }
    }

    /// Checks what the types of the fields do not say: that the name is one.
    ///
    /// # Errors
    /// `Invalid` for a name without a visible character, one that is too long, has control characters or white space at
    /// its ends, and one that has the form of an id, since requests name organizations by either.
    pub fn check_limits(&self) -> Result<(), Error> {
        check_name(&self.name, NAME_CHARS_MAX)?;
        let malformed = |clause| Err(Error::invalid("name", InvalidReason::Malformed(clause)));
        if self.name.chars().any(char::is_control) {
            return malformed("contains control characters");
        }
        if self.name.trim() != self.name {
            return malformed("begins or ends with white space");
        }
        if Id::parse(&fold(&self.name).to_uppercase()).is_some() {
            return malformed("has the form of an id");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::powers::PLATFORM_ONLY;

    fn named(name: &str) -> Organization {
        Organization {
            id: Id::new(1, [0; 6]).into(),
            name: name.to_owned(),
            platform: false,
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
            version: 1,
        }
    }

    #[test]
    fn a_name_is_a_text_that_nobody_takes_for_an_id() {
        let id = Id::new(1, [0; 6]);
        let cases = [
            ("analytics", true),
            ("Research & Development", true),
            ("\u{e9}quipe", true),
            ("", false),
            ("\u{200b}", false),
            (" analytics", false),
            ("a\nb", false),
            (&id.to_base32(), false),
            (&id.to_base32().to_lowercase(), false),
            (&id.to_uuid(), false),
        ];
        for (name, fits) in cases {
            assert_eq!(named(name).check_limits().is_ok(), fits, "{name:?}");
        }
    }

    #[test]
    fn only_the_platform_has_all_powers() {
        assert_eq!(Organization { platform: true, ..named("default") }.powers(), ActionSet::ALL);
        assert_eq!(named("other").powers().union(PLATFORM_ONLY), ActionSet::ALL);
        assert!(named("other").powers().intersection(PLATFORM_ONLY).is_empty());
    }
}
