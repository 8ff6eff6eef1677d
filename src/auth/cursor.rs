//! Cursors: where a list goes on, as a text that is of use only to whom it was given, and only in the same list.
//! What is listed, and where the key is kept, is not known here.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::domain::{Id, Principal};

/// Bytes of the position, which come before its authentication code.
const POSITION_BYTES: usize = 12;

/// Makes and verifies the cursors of one principal in one list.
pub struct Cursors {
    /// Has taken in everything but the position.
    scope: Hmac<Sha256>,
}

impl Cursors {
    /// The cursors that this principal gets from the list of this name, under the key of the installation.
    #[must_use]
    pub fn new(key: &[u8; 32], principal: &Principal, list: &str) -> Self {
        let mut scope = Hmac::new_from_slice(key).expect("HMAC takes keys of any length");
        // Invariant: the name ends where the first zero is, and the rest has a fixed length, so no two scopes
        // are the same bytes.
        scope.update(b"cursor ");
        scope.update(list.as_bytes());
        scope.update(&[0]);
        scope.update(&principal.organization.to_bytes());
        scope.update(&principal.user.to_bytes());
        Self { scope }
    }

    /// Makes the cursor after which the list goes on behind `position`.
    #[must_use]
    pub fn mint(&self, position: Id) -> String {
        let code = self.with(position).finalize().into_bytes();
        BASE64URL_NOPAD.encode(&[position.to_bytes().as_slice(), &code].concat())
    }

    /// The position of a cursor, or `None` if it was not made for this principal and list; which of the two is
    /// not told, and takes the same time.
    #[must_use]
    pub fn verify(&self, text: &str) -> Option<Id> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let (position, code) = bytes.split_first_chunk::<POSITION_BYTES>()?;
        let position = Id::from_bytes(*position);
        self.with(position).verify_slice(code).ok().map(|()| position)
    }

    fn with(&self, position: Id) -> Hmac<Sha256> {
        self.scope.clone().chain_update(position.to_bytes())
    }
}

impl fmt::Debug for Cursors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cursors(***)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{ActionSet, OrganizationId, UserId};

    fn principal(organization: u8, user: u8) -> Principal {
        let id = |number: u8| Id::new(1, [number; 6]);
        Principal {
            user: UserId::from(id(user)),
            organization: OrganizationId::from(id(organization)),
            username: "jane".into(),
            credential: None,
            actions: ActionSet::EMPTY,
            permissions: [].into(),
            builtin: false,
        }
    }

    #[test]
    fn a_cursor_is_of_use_only_to_its_principal_in_its_list_under_its_key() {
        let position = Id::new(77, [3; 6]);
        let cursor = Cursors::new(&[1; 32], &principal(1, 1), "users").mint(position);
        let cases = [
            ([1; 32], principal(1, 1), "users", Some(position)),
            ([2; 32], principal(1, 1), "users", None),
            ([1; 32], principal(1, 2), "users", None),
            ([1; 32], principal(2, 1), "users", None),
            ([1; 32], principal(1, 1), "roles", None),
            ([1; 32], principal(1, 1), "", None),
        ];
        for (key, principal, list, expected) in cases {
            assert_eq!(Cursors::new(&key, &principal, list).verify(&cursor), expected, "{principal:?} {list}");
        }
    }

    #[test]
    fn a_cursor_that_was_changed_is_none() {
        let cursors = Cursors::new(&[1; 32], &principal(1, 1), "users");
        let cursor = cursors.mint(Id::new(77, [3; 6]));
        for index in 0..cursor.len() {
            let other = if cursor.as_bytes()[index] == b'A' { "B" } else { "A" };
            let changed = format!("{}{other}{}", &cursor[..index], &cursor[index + 1..]);
            assert_eq!(cursors.verify(&changed), None, "{changed}");
        }
        for changed in [&cursor[1..], &cursor[..cursor.len() - 1], &cursor[..16], "", "="] {
            assert_eq!(cursors.verify(changed), None, "{changed}");
        }
        assert_eq!(cursors.verify(&format!("{cursor}A")), None);
    }

    proptest! {
        #[test]
        fn nobody_guesses_a_cursor(text in "[A-Za-z0-9_-]{0,80}") {
            prop_assert_eq!(Cursors::new(&[1; 32], &principal(1, 1), "users").verify(&text), None);
        }
    }
}
