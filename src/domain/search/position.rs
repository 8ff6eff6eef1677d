//! Places in an order, where a list begins or goes on.

use crate::domain::id::Id;

/// Where an object stands in the order by one key. Marks of one key are all of one form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// A text, in the order of its code points; folded, and empty where there is none.
    Text(String),
    /// A number, in its order: of a time, its milliseconds since 1970.
    Number(i64),
    /// An id, in the order of its bytes.
    Id(Id),
}

/// Where an object stands in an order: its mark for each key of the order, and its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Its marks, as many as the order has keys.
    pub marks: Vec<Mark>,
    /// Its id.
    pub id: Id,
}

/// Where in an order a part of a list begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// Behind this many of the first.
    Offset(u64),
    /// Behind this place, whether something is there or not.
    After(Position),
}

/// Some neighbours of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slice<T> {
    /// The neighbours; fewer than were asked for where they are the last, or are large.
    pub items: Vec<T>,
    /// Whether there are more behind them.
    pub more: bool,
}
