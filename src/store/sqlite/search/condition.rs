//! Conditions as SQL. None of them is ever NULL, so that what is negated is the opposite.

use std::rc::Rc;

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use rusqlite::types::Value;
use rusqlite::vtab::array::Array;

use super::statement::Statement;
use super::tables::{Edge, Fact, Table, TextColumn, TimeColumn};
use super::{grams, like};
use crate::domain::search::{Condition, TextTest, TimeTest};
use crate::domain::text::fold;
use crate::domain::{Id, OrganizationId};
use crate::store::Result;
use crate::store::sqlite::texts;

// SQLite: a column after a plus is compared without an index.
const NO_INDEX: &str = "+";

/// What a search begins with.
pub(super) enum Lead {
    /// The rows with these numbers: nobody else can fit.
    Found(Array),
    /// Whoever is linked to something: the condition that says so, and how.
    Linked(usize, Edge),
    /// Everybody, along an index.
    Everybody,
}

impl Lead {
    /// Finds out where to begin. Few are found by their texts without looking at everybody. If one of the conditions is an
    /// edge, its other end leads: a group of three is found at once, and everybody's group is read along its index.
    pub(super) fn of<N: Table>(connection: &Connection, conditions: &[Condition<N>]) -> Result<Self> {
        let expression = grams::expression(conditions);
        let found = expression.map_or(Ok(None), |expression| texts::find(connection, &expression))?;
        Ok(match found {
            Some(numbers) => Self::Found(Rc::new(numbers.into_iter().map(Value::Integer).collect())),
            None => leading(conditions).map_or(Self::Everybody, |(index, edge)| Self::Linked(index, edge)),
        })
    }

    /// The column with the id of what fits.
    pub(super) fn id_column<N: Table>(&self) -> &'static str {
        match self {
            Self::Linked(_, edge) => edge.linked,
            Self::Found(_) | Self::Everybody => N::ID,
        }
    }
}

/// The table with what fits: what stands after FROM, up to ORDER BY.
///
/// What is `sorted` follows the index of its order, unless it is led otherwise: a list that is read part by part would
/// else be found and sorted anew for each part.
pub(super) fn source<N: Table>(
    statement: &mut Statement,
    organization: OrganizationId,
    conditions: &[Condition<N>],
    lead: &Lead,
    sorted: bool,
) {
    match lead {
        Lead::Found(numbers) => {
            // SQLite: CROSS JOIN keeps the order of the tables.
            statement.table(numbers).push(" AS found CROSS JOIN ").push(N::TABLE).push(" ON ").push(N::TABLE);
            statement.push(".rowid = found.value");
        }
        Lead::Linked(_, edge) => follow(statement, edge, N::TABLE),
        Lead::Everybody => {
            statement.push(N::TABLE);
        }
    }
    let of_organization = if let Lead::Linked(..) = lead { "link" } else { N::TABLE };
    statement.push(" WHERE ").push(of_organization).push(".organization = ").bind(blob(organization.id()));
    if let Lead::Linked(_, edge) = lead {
        statement.push(" AND ").push(edge.linked_other).push(" = ").bind(edge.other.clone());
    }
    let leads = |index: usize| matches!(lead, Lead::Linked(leading, _) if *leading == index);
    for (_, condition) in conditions.iter().enumerate().filter(|(index, _)| !leads(*index)) {
        statement.push(" AND ");
        match alone(condition) {
            Condition::Is(what) if !sorted => push_fact::<N>(statement, &N::fact(what), ""),
            other => push(statement, other),
        }
    }
}

/// The first condition that is an edge, and which one it is.
fn leading<N: Table>(conditions: &[Condition<N>]) -> Option<(usize, Edge)> {
    conditions.iter().enumerate().find_map(|(index, condition)| match alone(condition) {
        Condition::Is(what) => match N::fact(what) {
            Fact::Edge(edge) => Some((index, edge)),
            Fact::First(..) | Fact::Equal(..) | Fact::Word(..) => None,
        },
        _ => None,
    })
}

/// A condition without what only surrounds it: that one of one holds.
fn alone<N: Table>(condition: &Condition<N>) -> &Condition<N> {
    match condition {
        Condition::Any(inner) if inner.len() == 1 => alone(&inner[0]),
        other => other,
    }
}

fn follow(statement: &mut Statement, edge: &Edge, table: &'static str) {
    // SQLite: CROSS JOIN keeps the order of the tables.
    statement.push(edge.table).push(" AS link CROSS JOIN ").push(table);
    statement.push(" ON ").push(table).push(".organization = link.organization AND ");
    // SQLite: without the plus, it may look for an id behind the place that the list goes on from, instead of the one id.
    statement.push(table).push(".id = +").push(edge.linked);
}

fn push<N: Table>(statement: &mut Statement, condition: &Condition<N>) {
    match condition {
        Condition::Text(field, test) => push_text(statement, &N::text(*field), test),
        Condition::Time(field, test) => push_time(statement, N::time(*field), *test),
        Condition::Is(what) => push_fact::<N>(statement, &N::fact(what), NO_INDEX),
        Condition::Any(inner) if inner.is_empty() => {
            statement.push("FALSE");
        }
        Condition::Any(inner) => {
            statement.push("(").join(" OR ", inner, push).push(")");
        }
        Condition::Not(inner) => {
            statement.push("NOT (");
            push(statement, inner);
            statement.push(")");
        }
    }
}

/// Goes on with a fact, which may lead to an index or is written so that it does not.
fn push_fact<N: Table>(statement: &mut Statement, fact: &Fact, prefix: &'static str) {
    match fact {
        Fact::First(column, value) => {
            statement.push(column).push(" = ").bind(value.clone());
        }
        Fact::Equal(column, value) => {
            statement.push(prefix).push(column).push(" = ").bind(value.clone());
        }
        Fact::Word(column, word) => {
            statement.push("instr(' ' || ").push(column).push(" || ' ', ").bind(format!(" {word} ")).push(") > 0");
        }
        Fact::Edge(edge) => {
            statement.push("EXISTS (SELECT 1 FROM ").push(edge.table).push(" AS link WHERE link.organization = ");
            statement.push(N::TABLE).push(".organization AND ").push(edge.linked).push(" = ").push(N::ID);
            statement.push(" AND ").push(edge.linked_other).push(" = ").bind(edge.other.clone()).push(")");
        }
    }
}

fn push_text(statement: &mut Statement, column: &TextColumn, test: &TextTest) {
    match (test, column.id) {
        (TextTest::OneOf(texts) | TextTest::Exactly(texts), Some(id)) => {
            one_of(statement, id, texts.iter().filter_map(|text| Id::parse(text)).map(blob));
        }
        (TextTest::OneOf(texts), None) => one_of(statement, column.folded, texts.iter().map(|text| fold(text))),
        (TextTest::Exactly(texts), None) => one_of(statement, column.written, texts.iter().cloned()),
        (TextTest::Empty, _) => {
            statement.push(column.written).push(" = ''");
        }
        (TextTest::Contains(text), _) => push_like(statement, column, like::containing(text)),
        (TextTest::StartsWith(text), _) => push_like(statement, column, like::starting_with(text)),
        (TextTest::EndsWith(text), _) => push_like(statement, column, like::ending_with(text)),
        (TextTest::Like(pattern), _) => push_like(statement, column, like::written(pattern)),
    }
}

fn push_like(statement: &mut Statement, column: &TextColumn, pattern: String) {
    // SQLite: LIKE ignores the case of ASCII, of which folded text has none.
    statement.push(column.folded).push(" LIKE ").bind(pattern).push(like::ESCAPE);
}

fn one_of<V: Into<Value>>(statement: &mut Statement, column: &'static str, values: impl Iterator<Item = V>) {
    statement.push(column).push(" IN (");
    statement.join(", ", values, |statement, value| {
        statement.bind(value);
    });
    statement.push(")");
}

fn push_time(statement: &mut Statement, column: TimeColumn, test: TimeTest) {
    let (comparison, millis) = match test {
        TimeTest::At(at) => (" = ", exact_millis(at)),
        TimeTest::Before(at) => (" < ", Some(millis_up(at))),
        TimeTest::UpTo(at) => (" <= ", Some(at.timestamp_millis())),
        TimeTest::After(at) => (" > ", Some(at.timestamp_millis())),
        TimeTest::From(at) => (" >= ", Some(millis_up(at))),
        TimeTest::Never => {
            statement.push(column.name).push(" IS NULL");
            return;
        }
    };
    let Some(millis) = millis else {
        statement.push("FALSE");
        return;
    };
    if column.nullable {
        statement.push("coalesce(").push(column.name).push(comparison).bind(millis).push(", FALSE)");
    } else {
        statement.push(NO_INDEX).push(column.name).push(comparison).bind(millis);
    }
}

/// The milliseconds of a time that has no smaller parts: no other is the time of anything here.
fn exact_millis(at: DateTime<Utc>) -> Option<i64> {
    at.timestamp_subsec_nanos().is_multiple_of(1_000_000).then(|| at.timestamp_millis())
}

/// The first whole millisecond that is not before a time.
fn millis_up(at: DateTime<Utc>) -> i64 {
    exact_millis(at).unwrap_or_else(|| at.timestamp_millis() + 1)
}

/// An id as a value.
pub(super) fn blob(id: Id) -> Value {
    Value::Blob(id.to_bytes().to_vec())
}
