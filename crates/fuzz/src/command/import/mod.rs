//! The readers of import files, and what they make of a whole file.

#[path = "../../../../../src/command/import/portions.rs"]
mod portions;
#[path = "../../../../../src/command/import/rows.rs"]
mod rows;

use std::path::Path;
use std::sync::Arc;

use super::Format;
use portions::{Portion, Portions};
use rows::Rows;

/// A row by its line: its object, or why it has none.
pub(crate) type Row = (u64, Result<String, String>);

/// The rows of a file in their order, read in portions of at most so many; where reading ends early, why.
pub(crate) fn read(path: &Path, format: Format, rows_max: usize) -> (Vec<Row>, Option<String>) {
    let mut found = Vec::new();
    let mut portions = match Rows::open(path, format, Arc::default()) {
        Ok(rows) => Portions::new(rows, rows_max),
        Err(error) => return (found, Some(error.to_string())),
    };
    loop {
        match portions.next() {
            Ok(None) => return (found, None),
            Ok(Some(portion)) => {
                assert!(portion.rows.len() + portion.refused.len() <= rows_max, "portion {}", portion.number);
                found.append(&mut rows_of(portion));
            }
            Err(error) => return (found, Some(error.to_string())),
        }
    }
}

fn rows_of(portion: Portion) -> Vec<Row> {
    let (first, last) = portion.lines();
    assert_eq!(portion.digest(), portion.digest());
    let rows = portion.rows.into_iter().map(|(line, text)| (line, Ok(text)));
    let refused = portion.refused.into_iter().map(|(line, why)| (line, Err(why)));
    let mut both: Vec<Row> = rows.chain(refused).collect();
    both.sort_by_key(|(line, _)| *line);
    assert!(both.iter().all(|(line, _)| (first..=last).contains(line)), "lines of portion {}", portion.number);
    both
}
