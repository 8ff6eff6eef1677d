//! The command's readers of files, which are private in the program `roster`: the same files, compiled once more. They stand in
//! modules as they do there, since they name their neighbours.

#[path = "../../../../src/command/columns.rs"]
mod columns;
pub(crate) mod import;

use serde_json::Value;

/// In which format users are in a file.
#[derive(Clone, Copy)]
pub(crate) enum Format {
    /// A JSON object on each line.
    Jsonl,
    /// Lines of CSV.
    Csv,
}

/// Whether a member comes back from the cell that it is written in.
pub(crate) fn comes_back_from_its_cell(name: &str, value: &Value) -> bool {
    let is_text = columns::COLUMNS.iter().any(|(column, is_text)| *column == name && *is_text);
    let read = columns::value_of(&columns::cell_of(Some(value), is_text), is_text);
    read.is_ok_and(|read| read.as_ref() == Some(value))
}
