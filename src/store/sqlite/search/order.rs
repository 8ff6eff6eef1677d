//! The order of a search as SQL, and what comes behind a place in it.

use rusqlite::types::Value;

use super::condition::{Lead, blob};
use super::statement::Statement;
use super::tables::Table;
use crate::domain::search::{Mark, Position, Search};

/// A column of an order, the mark of the place in it, and whether the order by it is turned around.
type Step<'p> = (&'static str, Value, bool);

/// Goes on with the order.
pub(super) fn by<N: Table>(statement: &mut Statement, search: &Search<N>, lead: &Lead) {
    statement.push(" ORDER BY ");
    statement.join(", ", columns(search, lead), |statement, (column, descending)| {
        statement.push(column).push(if descending { " DESC" } else { "" });
    });
}

/// Goes on with the condition that something stands behind a place.
pub(super) fn after<N: Table>(statement: &mut Statement, search: &Search<N>, lead: &Lead, position: &Position) {
    let marks = position.marks.iter().map(value).chain([blob(position.id)]);
    let steps: Vec<(&'static str, Value, bool)> =
        columns(search, lead).zip(marks).map(|((column, descending), mark)| (column, mark, descending)).collect();
    if steps.iter().all(|step| step.2 == search.is_descending()) {
        at_once(statement, &steps);
    } else {
        one_by_one(statement, &steps);
    }
}

/// All columns go the same way: rows compare as a whole, which an index can follow.
fn at_once(statement: &mut Statement, steps: &[Step]) {
    let descending = steps.first().is_some_and(|step| step.2);
    // SQLite: rows of what is computed are not compared by an index, though one has it.
    if let Some(computed) = steps.first().filter(|step| step.0.contains('(')) {
        not_before(statement, computed);
    }
    statement.push("(").join(", ", steps, |statement, step| {
        statement.push(step.0);
    });
    statement.push(if descending { ") < (" } else { ") > (" }).join(", ", steps, |statement, step| {
        statement.bind(step.1.clone());
    });
    statement.push(")");
}

fn not_before(statement: &mut Statement, (column, mark, descending): &Step) {
    statement.push(column).push(if *descending { " <= " } else { " >= " }).bind(mark.clone()).push(" AND ");
}

/// Some columns are equal, and the next one is behind. The first is never before, by which an index is entered.
fn one_by_one(statement: &mut Statement, steps: &[Step]) {
    if let Some(first) = steps.first() {
        not_before(statement, first);
    }
    statement.push("(").join(" OR ", 0..steps.len(), |statement, last| {
        statement.push("(").join(" AND ", &steps[..last], |statement, equal| {
            statement.push(equal.0).push(" = ").bind(equal.1.clone());
        });
        let (column, mark, descending) = &steps[last];
        statement.push(if last > 0 { " AND " } else { "" }).push(column);
        statement.push(if *descending { " < " } else { " > " }).bind(mark.clone()).push(")");
    });
    statement.push(")");
}

/// The columns of the order, the id last, and whether the order by each is turned around.
pub(super) fn columns<N: Table>(search: &Search<N>, lead: &Lead) -> impl Iterator<Item = (&'static str, bool)> {
    let id = lead.id_column::<N>();
    let column = move |key| if N::key(key) == N::ID { id } else { N::key(key) };
    let keys = search.sort.iter().map(move |sort| (column(sort.by), sort.descending));
    keys.chain([(id, search.is_descending())])
}

fn value(mark: &Mark) -> Value {
    match mark {
        Mark::Text(text) => Value::Text(text.clone()),
        Mark::Number(number) => Value::Integer(*number),
        Mark::Id(id) => blob(*id),
    }
}
