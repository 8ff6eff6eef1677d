//! Import files: JSON lines and CSV. The first line of an input says which; the rest is the file. Each row is an object or has
//! a reason, stands on a line that the file has, and is the same however the file is portioned.

use std::cell::RefCell;
use std::io::{Seek as _, Write as _};
use std::path::Path;

use serde_json::{Map, Value};
use tempfile::NamedTempFile;

use crate::command::{Format, comes_back_from_its_cell, import};

/// Where files are in memory, on systems that have such a place.
const MEMORY: &str = "/dev/shm";
/// Rows of a portion, unless told otherwise.
const ROWS_MAX: usize = 4000;

thread_local! {
    static FILE: RefCell<NamedTempFile> = RefCell::new({
        let place = Some(Path::new(MEMORY)).filter(|place| place.is_dir());
        let file = NamedTempFile::new_in(place.map_or_else(std::env::temp_dir, Path::to_owned));
        file.expect("a temporary file can be made")
    });
}

pub(super) fn run(input: &[u8]) {
    let Some(end) = input.iter().position(|byte| *byte == b'\n') else { return };
    let (format, content) = match &input[..end] {
        b"jsonl" => (Format::Jsonl, &input[end + 1..]),
        b"csv" => (Format::Csv, &input[end + 1..]),
        _ => return,
    };
    FILE.with_borrow_mut(|file| {
        file.as_file().set_len(0).and_then(|()| file.rewind()).expect("a file can be emptied");
        file.write_all(content).and_then(|()| file.flush()).expect("a file can be written");
        let read = |rows_max| {
            let (mut rows, broken) = import::read(file.path(), format, rows_max);
            // Several stand on one line where a carriage return alone ends a row of CSV.
            rows.sort();
            (rows, broken)
        };
        let ((rows, broken), (alone, broken_alone)) = (read(ROWS_MAX), read(1));
        assert_eq!((&rows, &broken), (&alone, &broken_alone), "in portions of one row");
        let lines = 1 + content.iter().filter(|byte| [b'\n', b'\r'].contains(byte)).count() as u64;
        for (line, object) in &rows {
            assert!((1..=lines).contains(line), "line {line} of {lines}");
            if let Ok(text) = object {
                check(format, text);
            }
        }
    });
}

fn check(format: Format, text: &str) {
    let object: Map<String, Value> = serde_json::from_str(text).expect("a row is an object");
    if matches!(format, Format::Csv) {
        for (name, value) in &object {
            assert!(comes_back_from_its_cell(name, value), "{name}: {value}");
        }
    }
}
