//! What is looked for in the directory, and in which order it is wanted: conditions on users, groups and roles.
//! Which engine looks, and what the fields are called on a wire, is not known here.

mod fields;
mod position;

use std::fmt::Debug;

use chrono::{DateTime, Utc};

use crate::limits::{SEARCH_CONDITIONS_MAX, SEARCH_SORT_KEYS_MAX, SEARCH_TEXT_CHARS_MAX, SEARCH_VALUES_MAX};

use super::error::{Error, InvalidReason};
use super::id::Id;
use super::text::check_text;

pub use fields::{
    GroupKey, GroupText, GroupTime, GroupTrait, RoleKey, RoleText, RoleTime, RoleTrait, UserKey, UserText, UserTime,
    UserTrait,
};
pub use position::{Mark, Position, Slice, Start};

/// What a field, a trait or a key is: a small value.
pub trait Word: Clone + Debug + PartialEq + Eq + Send + Sync + 'static {}

impl<T: Clone + Debug + PartialEq + Eq + Send + Sync + 'static> Word for T {}

/// A noun that can be searched.
pub trait Searched: Clone + Debug + Send + Sync + 'static {
    /// Its fields that hold text.
    type Text: Word + Copy;
    /// Its fields that hold a time.
    type Time: Word + Copy;
    /// What it is or is not.
    type Trait: Word;
    /// What it can be sorted by.
    type Key: Word + Copy;

    /// Its id.
    fn id(&self) -> Id;

    /// Where it stands in an order by this key.
    fn mark(&self, key: Self::Key) -> Mark;
}

/// What is looked for, and in which order it is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search<N: Searched> {
    /// What must hold, all of it.
    pub conditions: Vec<Condition<N>>,
    /// The keys of the order, the most important first. The id completes it, so that the order is total.
    pub sort: Vec<Sort<N>>,
}

impl<N: Searched> Default for Search<N> {
    fn default() -> Self {
        Self { conditions: Vec::new(), sort: Vec::new() }
    }
}

/// Something that holds for an object or does not; there is no third.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition<N: Searched> {
    /// A text passes a test. A text that is absent is the empty one.
    Text(N::Text, TextTest),
    /// A time passes a test.
    Time(N::Time, TimeTest),
    /// The object is so.
    Is(N::Trait),
    /// At least one of them holds.
    Any(Vec<Self>),
    /// It does not hold.
    Not(Box<Self>),
}

/// What a text is tested for. All but `Exactly` compare as the directory compares names: folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextTest {
    /// It is the same as one of these.
    OneOf(Vec<String>),
    /// It is one of these, written as they are.
    Exactly(Vec<String>),
    /// This is in it.
    Contains(String),
    /// It starts with this.
    StartsWith(String),
    /// It ends with this.
    EndsWith(String),
    /// All of it fits the pattern, in which `%` is any text, `_` any character, and `\` takes the next as it is.
    Like(String),
    /// There is none.
    Empty,
}

/// What a time is tested for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeTest {
    /// It is this one.
    At(DateTime<Utc>),
    /// It is earlier.
    Before(DateTime<Utc>),
    /// It is not later.
    UpTo(DateTime<Utc>),
    /// It is later.
    After(DateTime<Utc>),
    /// It is not earlier.
    From(DateTime<Utc>),
    /// There is none.
    Never,
}

/// A key of an order. What has no value comes before what has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort<N: Searched> {
    /// What is compared.
    pub by: N::Key,
    /// Whether the order is turned around.
    pub descending: bool,
}

impl<N: Searched> Sort<N> {
    /// The lesser first.
    pub const fn ascending(by: N::Key) -> Self {
        Self { by, descending: false }
    }

    /// The greater first.
    pub const fn descending(by: N::Key) -> Self {
        Self { by, descending: true }
    }
}

impl<N: Searched> Condition<N> {
    /// At least one of the fields passes the test.
    #[must_use]
    pub fn any_text(fields: &[N::Text], test: &TextTest) -> Self {
        Self::Any(fields.iter().map(|field| Self::Text(*field, test.clone())).collect())
    }

    /// The opposite.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }
}

impl<N: Searched> Search<N> {
    /// Checks that the work of looking is bounded.
    ///
    /// # Errors
    /// `Invalid` of `conditions`, `values`, `text` or `sort`.
    pub fn check(&self) -> Result<(), Error> {
        check_conditions(&self.conditions)?;
        check_count("sort", self.sort.len(), SEARCH_SORT_KEYS_MAX)
    }

    /// Whether the whole order is turned around: then its ids are, too. That of the last key counts.
    pub fn is_descending(&self) -> bool {
        self.sort.last().is_some_and(|sort| sort.descending)
    }

    /// Where an object stands in this order.
    pub fn position_of(&self, object: &N) -> Position {
        Position { marks: self.sort.iter().map(|sort| object.mark(sort.by)).collect(), id: object.id() }
    }
}

/// Checks that the work of testing these conditions is bounded.
///
/// # Errors
/// `Invalid` of `conditions`, `values` or `text`.
pub fn check_conditions<N: Searched>(conditions: &[Condition<N>]) -> Result<(), Error> {
    let mut open: Vec<&Condition<N>> = conditions.iter().collect();
    let (mut seen, mut values) = (0, 0);
    while let Some(condition) = open.pop() {
        seen += 1;
        check_count("conditions", seen, SEARCH_CONDITIONS_MAX)?;
        match condition {
            Condition::Text(_, test) => values += check_text_test(test)?,
            Condition::Any(inner) => open.extend(inner),
            Condition::Not(inner) => open.push(inner),
            Condition::Time(..) | Condition::Is(_) => {}
        }
        check_count("values", values, SEARCH_VALUES_MAX)?;
    }
    Ok(())
}

/// Checks one test, and counts its values.
fn check_text_test(test: &TextTest) -> Result<usize, Error> {
    match test {
        TextTest::OneOf(values) | TextTest::Exactly(values) => Ok(values.len()),
        TextTest::Contains(text) | TextTest::StartsWith(text) | TextTest::EndsWith(text) | TextTest::Like(text) => {
            check_text("text", text, SEARCH_TEXT_CHARS_MAX).map(|()| 1)
        }
        TextTest::Empty => Ok(0),
    }
}

fn check_count(field: &'static str, count: usize, max: usize) -> Result<(), Error> {
    if count > max { Err(Error::invalid(field, InvalidReason::TooMany { max })) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::User;

    fn search(conditions: Vec<Condition<User>>) -> Search<User> {
        Search { conditions, ..Search::default() }
    }

    fn contains(text: &str) -> Condition<User> {
        Condition::Text(UserText::Username, TextTest::Contains(text.to_owned()))
    }

    fn refused_field(search: &Search<User>) -> Option<String> {
        match search.check() {
            Ok(()) => None,
            Err(Error::Invalid { field, .. }) => Some(field),
            Err(other) => panic!("not a refusal: {other:?}"),
        }
    }

    #[test]
    fn what_is_looked_for_is_bounded() {
        let values = |count| Condition::Text(UserText::Id, TextTest::OneOf(vec![String::new(); count]));
        let any = |count| Condition::Any(vec![contains("x"); count]);
        let cases = [
            ("nothing", search(vec![]), None),
            ("as many conditions", search(vec![contains("x"); SEARCH_CONDITIONS_MAX]), None),
            ("more", search(vec![contains("x"); SEARCH_CONDITIONS_MAX + 1]), Some("conditions")),
            ("more inside", search(vec![any(SEARCH_CONDITIONS_MAX)]), Some("conditions")),
            ("more behind a negation", search(vec![any(SEARCH_CONDITIONS_MAX).negated()]), Some("conditions")),
            ("as many values", search(vec![values(SEARCH_VALUES_MAX)]), None),
            ("more values", search(vec![values(1), values(SEARCH_VALUES_MAX)]), Some("values")),
            ("as long a text", search(vec![contains(&"x".repeat(SEARCH_TEXT_CHARS_MAX))]), None),
            ("longer", search(vec![contains(&"x".repeat(SEARCH_TEXT_CHARS_MAX + 1))]), Some("text")),
            ("a zero", search(vec![contains("a\0")]), Some("text")),
        ];
        for (name, search, expected) in cases {
            assert_eq!(refused_field(&search).as_deref(), expected, "{name}");
        }
        let sort = vec![Sort::ascending(UserKey::Email); SEARCH_SORT_KEYS_MAX + 1];
        assert_eq!(refused_field(&Search { sort, ..Search::default() }).as_deref(), Some("sort"));
    }

    #[test]
    fn what_is_negated_twice_is_not_negated() {
        assert_eq!(contains("x").negated().negated(), contains("x"));
    }
}
