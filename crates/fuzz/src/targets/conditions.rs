//! Conditions and kept answers: the lists of `If-Match`, and the bytes in which an answer is kept for a request that comes again.
//! A condition that was read is read the same when it is written, and kept bytes are exactly those that would be kept.

use roster::domain::{EntityTag, Error, Kind, Precondition, TagMaker};
use roster::generated::elastic::CreateUserResponse;
use specgen_runtime::Kept;

pub(super) fn run(input: &[u8]) {
    if let Some(kept) = Kept::<CreateUserResponse>::from_bytes(input) {
        assert_eq!(Kept::<CreateUserResponse>::from_bytes(&kept.to_bytes()).as_ref(), Some(&kept));
        drop(kept.into_response());
    }
    let Ok(text) = std::str::from_utf8(input) else { return };
    let condition = Precondition::parse(text);
    match &condition {
        Precondition::Nothing => panic!("{text} is a condition"),
        Precondition::Exists => assert_eq!(text.trim(), "*"),
        Precondition::OneOf(tags) => {
            assert!(tags.len() * 26 <= text.len(), "each tag of ours has 26 characters");
            let written: Vec<String> = tags.iter().map(EntityTag::to_string).collect();
            assert!(written.iter().all(|tag| text.contains(tag)), "{written:?}");
            assert_eq!(Precondition::parse(&written.join(", ")), condition);
            let (first, other) = (tags.first(), TagMaker::new(Kind::User).tag());
            assert_eq!(met(&condition, other), tags.contains(&other));
            assert!(first.is_none_or(|tag| met(&condition, *tag)));
        }
    }
}

fn met(condition: &Precondition, tag: EntityTag) -> bool {
    condition.check(Kind::User, || Ok::<_, Error>(tag)).is_ok()
}
