//! Entity tags: what tells one state of an object from every other, and the condition that it is in a state that somebody
//! has seen. How an object is shown, and by whom it is asked for, is not known here.

use std::fmt;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::error::{Error, Kind};

/// What every hash that becomes a tag begins with, so that no other hash of the program can be taken for one.
const DOMAIN: &[u8] = b"roster entity tag 2\0";
/// How much of the hash is kept, in bytes: by far more than an object has states.
const TAG_BYTES: usize = 12;

/// A strong entity tag (RFC 9110, section 8.8.3). Its text is 24 hexadecimal digits in quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EntityTag([u8; TAG_BYTES]);

impl EntityTag {
    /// Reads a tag with its quotes; `None` is a tag of somebody else's.
    fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('"')?.strip_suffix('"')?;
        HEXLOWER.decode(digits.as_bytes()).ok()?.try_into().ok().map(Self)
    }
}

/// Makes the tag of an object out of all that can be seen of it. Objects of one kind must be added in one order, in which
/// what was added decides what comes next; then no two of them have the same bytes.
#[derive(Debug)]
pub struct TagMaker(Sha256);

impl TagMaker {
    /// Begins the tag of an object of this kind.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        let mut maker = Self(Sha256::new_with_prefix(DOMAIN));
        maker.text(kind.as_str());
        maker
    }

    /// Adds bytes of which there are always as many.
    pub fn fixed<const N: usize>(&mut self, bytes: [u8; N]) -> &mut Self {
        self.0.update(bytes);
        self
    }

    /// Adds a number.
    pub fn number(&mut self, number: u64) -> &mut Self {
        self.fixed(number.to_be_bytes())
    }

    /// Adds a text, and where it ends: what moves from one to the next makes another tag.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.number(text.len() as u64).0.update(text);
        self
    }

    /// The tag of what was added.
    #[must_use]
    pub fn tag(self) -> EntityTag {
        let hash = self.0.finalize();
        let mut tag = [0; TAG_BYTES];
        tag.copy_from_slice(&hash[..TAG_BYTES]);
        EntityTag(tag)
    }
}

impl fmt::Display for EntityTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", HEXLOWER.encode(&self.0))
    }
}

/// What must hold of an object before something is done to it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Precondition {
    /// Nothing.
    #[default]
    Nothing,
    /// That it exists.
    Exists,
    /// That its tag is one of these.
    OneOf(Vec<EntityTag>),
}

impl Precondition {
    /// Reads the list of a conditional request: `*`, or tags between commas. Tags are compared strongly, so weak ones and
    /// those that were never ours are nobody's, and so is what cannot be read.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        match text.trim() {
            "*" => Self::Exists,
            // Where a foreign tag has a comma, its pieces are no tags of ours.
            list => Self::OneOf(list.split(',').filter_map(|tag| EntityTag::parse(tag.trim())).collect()),
        }
    }

    /// Whether there is anything to be met.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }

    /// Checks an object that exists. Its tag is asked for only where that matters.
    ///
    /// # Errors
    /// `PreconditionFailed` for a tag that is not among those; those of `tag`.
    pub fn check(&self, kind: Kind, tag: impl FnOnce() -> Result<EntityTag, Error>) -> Result<(), Error> {
        match self {
            Self::Nothing | Self::Exists => Ok(()),
            Self::OneOf(tags) if tags.contains(&tag()?) => Ok(()),
            Self::OneOf(_) => Err(Error::PreconditionFailed { kind }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag_of(kind: Kind, parts: &[&str]) -> EntityTag {
        let mut maker = TagMaker::new(kind);
        for part in parts {
            maker.text(part);
        }
        maker.tag()
    }

    fn tag(parts: &[&str]) -> EntityTag {
        tag_of(Kind::User, parts)
    }

    #[test]
    fn a_tag_is_quoted_and_depends_on_every_part_and_where_it_ends() {
        let text = tag(&["a", "b"]).to_string();
        assert!(text.len() == 26 && text.starts_with('"') && text.ends_with('"'), "{text}");
        assert_eq!(EntityTag::parse(&text), Some(tag(&["a", "b"])));
        for other in [tag(&["ab"]), tag(&["a", "c"]), tag(&["", "ab"]), tag(&["b", "a"]), tag(&["a", "b", ""])] {
            assert_ne!(other, tag(&["a", "b"]));
        }
        assert_ne!(tag_of(Kind::Group, &["a", "b"]), tag(&["a", "b"]), "of another kind of object");
    }

    #[test]
    fn a_condition_is_met_by_one_strong_tag_or_by_anything_that_exists() {
        let current = tag(&["now"]);
        let stale = tag(&["before"]);
        let met = |text: &str| Precondition::parse(text).check(Kind::User, || Ok(current)).is_ok();
        let cases = [
            (current.to_string(), true),
            (format!("{stale}, {current}"), true),
            (format!(" {current} ,, "), true),
            (format!("\"a,b\",{current}"), true),
            ("*".to_owned(), true),
            (stale.to_string(), false),
            (format!("W/{current}"), false),
            (current.to_string().trim_matches('"').to_owned(), false),
            (format!("\"x{}", current.to_string().trim_start_matches('"')), false),
            (format!("{current}{current}"), false),
            ("\"\"".to_owned(), false),
            (String::new(), false),
        ];
        for (text, expected) in cases {
            assert_eq!(met(&text), expected, "{text}");
        }
    }

    #[test]
    fn a_tag_is_made_only_where_one_is_asked_for() {
        for condition in [Precondition::Nothing, Precondition::Exists] {
            let unmade = || Err(Error::internal("nobody asked"));
            condition.check(Kind::User, unmade).expect("the tag does not matter");
        }
    }
}
