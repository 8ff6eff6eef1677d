//! Cursors and page markers. An input is the text of a cursor, or 12 bytes of a position and what is changed in the cursor that
//! stands for it. A cursor is accepted exactly if it was made for this principal and list, and then it is the one that was made.

use roster::auth::Cursors;
use roster::domain::{ActionSet, Id, OrganizationId, Principal, UserId};

pub(super) fn run(input: &[u8]) {
    let mine = cursors(1, "users");
    if let Ok(text) = std::str::from_utf8(input) {
        let found = mine.verify(text);
        assert!(found.is_none_or(|position| mine.mint(position) == text), "{text} is accepted for another cursor");
    }
    let Some((position, changes)) = input.split_first_chunk::<12>() else { return };
    let position = Id::from_bytes(*position);
    let minted = mine.mint(position);
    assert_eq!(mine.verify(&minted), Some(position));
    for other in [cursors(2, "users"), cursors(1, "roles")] {
        assert_eq!(other.verify(&minted), None, "it is somebody else's, or of another list");
    }
    let mut changed = minted.clone().into_bytes();
    for change in changes.chunks_exact(2) {
        let at = usize::from(change[0]) % changed.len();
        changed[at] = change[1];
    }
    if let Ok(text) = String::from_utf8(changed) {
        assert_eq!(mine.verify(&text).is_some(), text == minted, "{text}");
    }
}

/// The cursors of one of two principals.
fn cursors(number: u8, list: &str) -> Cursors {
    let id = Id::new(1, [number; 6]);
    let principal = Principal {
        user: UserId::from(id),
        organization: OrganizationId::from(id),
        username: "ada".into(),
        credential: None,
        actions: ActionSet::EMPTY,
        permissions: [].into(),
        builtin: false,
    };
    Cursors::new(&[7; 32], &principal, list)
}
