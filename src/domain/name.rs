//! Usernames and e-mail addresses: kept as written, compared by their folded form.
//! The limits here hold for the instance; a dialect may ask for more before it comes here.

use std::fmt;

use crate::limits::{EMAIL_CHARS_MAX, USERNAME_CHARS_MAX};

use super::error::{Error, InvalidReason};
use super::text::fold;

macro_rules! folded_name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name {
            written: String,
            folded: String,
        }

        impl $name {
            /// The name as it was written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.written
            }

            /// The form under which it is compared and unique.
            #[must_use]
            pub fn folded(&self) -> &str {
                &self.folded
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.written)
            }
        }
    };
}

folded_name! {
    /// The name of a user, unique in the instance after folding.
    Username
}

folded_name! {
    /// The e-mail address of a user, unique in the instance after folding.
    Email
}

impl Username {
    /// Parses a username.
    ///
    /// # Errors
    /// `Invalid` if it is empty, longer than [`USERNAME_CHARS_MAX`] characters, has control characters
    /// or white space at its ends, or has nothing but invisible characters.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let refuse = |reason| Err(Error::invalid("username", reason));
        if text.is_empty() {
            return refuse(InvalidReason::Missing);
        }
        if text.chars().nth(USERNAME_CHARS_MAX).is_some() {
            return refuse(InvalidReason::TooLong { max: USERNAME_CHARS_MAX });
        }
        if text.chars().any(char::is_control) {
            return refuse(InvalidReason::Malformed("contains a control character"));
        }
        if text.trim() != text {
            return refuse(InvalidReason::Malformed("begins or ends with white space"));
        }
        let folded = fold(text);
        if folded.trim().is_empty() {
            return refuse(InvalidReason::Malformed("has no visible character"));
        }
        Ok(Self { written: text.to_owned(), folded })
    }
}

impl Email {
    /// Parses an e-mail address as far as every dialect agrees: two non-empty sides of one `@`.
    ///
    /// # Errors
    /// `Invalid` if it is longer than [`EMAIL_CHARS_MAX`] characters, has control characters or white
    /// space, or does not have exactly one `@` with something visible on both sides.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let refuse = |reason| Err(Error::invalid("email", reason));
        if text.is_empty() {
            return refuse(InvalidReason::Missing);
        }
        if text.chars().nth(EMAIL_CHARS_MAX).is_some() {
            return refuse(InvalidReason::TooLong { max: EMAIL_CHARS_MAX });
        }
        if text.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return refuse(InvalidReason::Malformed("contains white space or a control character"));
        }
        let folded = fold(text);
        let one_at = |text: &str| {
            text.split_once('@')
                .is_some_and(|(local, host)| !local.is_empty() && !host.is_empty() && !host.contains('@'))
        };
        if !one_at(text) || !one_at(&folded) {
            return refuse(InvalidReason::Malformed("is not an e-mail address"));
        }
        Ok(Self { written: text.to_owned(), folded })
    }
}

/// Derives a username from an e-mail address by Frontier's slug rule (wire notes, section 5): lower-case
/// letters and digits of the local part, `u` before a leading digit, then `_` and the domain with `_` for
/// its dots. A local part without any such character becomes `u`, where Frontier's server fails.
#[must_use]
pub fn derive_username(email: &Email) -> String {
    let lower = email.as_str().to_lowercase();
    let (local, domain) = lower.split_once('@').expect("an e-mail address has an @");
    let is_slug = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let mut local: String = local.chars().filter(is_slug).collect();
    if !local.starts_with(|c: char| c.is_ascii_lowercase()) {
        local.insert(0, 'u');
    }
    let domain: String =
        domain.chars().filter(|c| is_slug(c) || *c == '.').map(|c| if c == '.' { '_' } else { c }).collect();
    let mut slug = format!("{local}_{domain}");
    slug.truncate(USERNAME_CHARS_MAX);
    slug
}

/// The name to try when `base` is taken: `base` with a number, kept within the maximum length.
#[must_use]
pub fn with_suffix(base: &str, number: u32) -> String {
    let suffix = number.to_string();
    let kept: String = base.chars().take(USERNAME_CHARS_MAX - suffix.len()).collect();
    kept + &suffix
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn email(text: &str) -> Email {
        Email::parse(text).expect("the test's address is valid")
    }

    #[test]
    fn usernames_are_kept_as_written_and_compared_folded() {
        let name = Username::parse("J\u{f6}hn Doe").expect("valid");
        assert_eq!(name.as_str(), "J\u{f6}hn Doe");
        assert_eq!(name.folded(), "j\u{f6}hn doe");
    }

    #[test]
    fn bad_usernames_are_refused() {
        let long = "x".repeat(USERNAME_CHARS_MAX + 1);
        for text in ["", " a", "a\t", "a\u{0}b", "a\nb", "\u{200b}", "\u{3164}", "\u{2003}", long.as_str()] {
            assert!(Username::parse(text).is_err(), "{text:?}");
        }
        assert!(Username::parse(&"\u{fdfa}".repeat(USERNAME_CHARS_MAX)).is_ok());
    }

    #[test]
    fn bad_addresses_are_refused() {
        let long = format!("{}@x.org", "x".repeat(EMAIL_CHARS_MAX));
        for text in ["", "x", "@x", "x@", "a@b@c", "a b@c", "a@b\n", "\u{200b}@c", "a\u{ff20}b@c", long.as_str()] {
            assert!(Email::parse(text).is_err(), "{text:?}");
        }
        for text in ["a@b", "u+1@example.com", "J\u{f6}hn@x.org"] {
            assert!(Email::parse(text).is_ok(), "{text:?}");
        }
    }

    #[test]
    fn derived_usernames_follow_the_slug_rule() {
        let cases = [
            ("$john-doe@acme.org", "johndoe_acme_org"),
            ("20230123@acme.org", "u20230123_acme_org"),
            ("a@my-co.org", "a_myco_org"),
            ("John.Doe@X.org", "johndoe_x_org"),
            ("_@x.org", "u_x_org"),
        ];
        for (address, expected) in cases {
            assert_eq!(derive_username(&email(address)), expected);
        }
    }

    #[test]
    fn suffixes_stay_within_the_maximum() {
        assert_eq!(with_suffix("john", 2), "john2");
        let long = "x".repeat(USERNAME_CHARS_MAX);
        assert_eq!(with_suffix(&long, 17).len(), USERNAME_CHARS_MAX);
    }

    proptest! {
        #[test]
        fn whatever_parses_parses_again_the_same(text in any::<String>()) {
            if let Ok(name) = Username::parse(&text) {
                prop_assert_eq!(Username::parse(name.as_str()).ok(), Some(name));
            }
        }

        #[test]
        fn every_derived_username_is_a_username(local in "[!-?A-~]{1,20}", host in "[!-?A-~]{1,20}") {
            let slug = derive_username(&email(&format!("{local}@{host}")));
            prop_assert!(Username::parse(&slug).is_ok(), "{}", slug);
        }
    }
}
