//! The rows of a file, each as the text of a JSON object with the number of its line, or what is wrong with it.
//! Must not know what becomes of them.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context as _, ensure};
use serde_json::{Map, Value};

use super::super::Format;
use super::super::columns::{COLUMNS, value_of};

/// Bytes of a line of JSON: about what the largest request holds that a server takes unless told otherwise.
pub(super) const LINE_BYTES_MAX: usize = 900 * 1024;
/// Bytes that are read from the file at once.
const BUFFER_BYTES: usize = 256 * 1024;
/// What some programs begin a text file with.
const BYTE_ORDER_MARK: [u8; 3] = [0xEF, 0xBB, 0xBF];

/// A row of the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The line that it begins on, counted from 1.
    pub(super) line: u64,
    /// A JSON object, or why it is none.
    pub(super) object: Result<String, String>,
}

/// The rows of a file, from the first.
pub(super) enum Rows {
    Lines(Lines),
    Csv(Csv),
}

impl Rows {
    /// Opens a file. How many bytes of it were read is counted in `bytes_read`.
    ///
    /// # Errors
    /// It cannot be read, or its first line does not name columns.
    pub(super) fn open(path: &Path, format: Format, bytes_read: Arc<AtomicU64>) -> anyhow::Result<Self> {
        let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
        let mut source = BufReader::with_capacity(BUFFER_BYTES, Counted { file, bytes_read });
        let start = source.fill_buf().with_context(|| format!("cannot read {}", path.display()))?;
        if start.starts_with(&BYTE_ORDER_MARK) {
            source.consume(BYTE_ORDER_MARK.len());
        }
        match format {
            Format::Jsonl => Ok(Self::Lines(Lines { source, line: 0, buffer: Vec::new() })),
            Format::Csv => Csv::open(source).map(Self::Csv),
        }
    }

    /// Reads the next row; there is none after the last.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(super) fn next(&mut self) -> anyhow::Result<Option<Row>> {
        match self {
            Self::Lines(lines) => lines.next(),
            Self::Csv(csv) => csv.next(),
        }
    }
}

/// A file, and how far it was read.
struct Counted {
    file: File,
    bytes_read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.bytes_read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// A JSON object on each line; empty lines are none.
pub(super) struct Lines {
    source: BufReader<Counted>,
    line: u64,
    buffer: Vec<u8>,
}

impl Lines {
    fn next(&mut self) -> anyhow::Result<Option<Row>> {
        loop {
            self.buffer.clear();
            self.buffer.extend_from_slice(b"[[");
            let room = LINE_BYTES_MAX as u64 + 1;
            let read = self.source.by_ref().take(room).read_until(b'\n', &mut self.buffer).context("cannot read on")?;
            if read == 0 {
                return Ok(None);
            }
            self.line += 1;
            if read > LINE_BYTES_MAX && !self.buffer.ends_with(b"\n") {
                self.source.skip_until(b'\n').context("cannot read on")?;
                let message = format!("is longer than {LINE_BYTES_MAX} bytes");
                return Ok(Some(Row { line: self.line, object: Err(message) }));
            }
            if let Some(object) = self.object() {
                return Ok(Some(Row { line: self.line, object }));
            }
        }
    }

    /// The object on the line that was read; none where the line is empty.
    fn object(&mut self) -> Option<Result<String, String>> {
        let Ok(text) = std::str::from_utf8(&self.buffer[2..]) else { return Some(Err("is not UTF-8".to_owned())) };
        let text = text.trim_matches([' ', '\t', '\r', '\n']);
        if text.is_empty() {
            return None;
        }
        let text = text.to_owned();
        // Read as deep as the server reads it, so that one line cannot spoil those that are sent with it.
        self.buffer.extend_from_slice(b"]]");
        let parsed = serde_json::from_slice::<[[Map<String, Value>; 1]; 1]>(&self.buffer);
        Some(parsed.map(|_| text).map_err(|error| describe(&error)))
    }
}

/// What is wrong with a line of JSON, without a position that counts what was put around it.
fn describe(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let words = text.rsplit_once(" at line ").map_or(text.as_str(), |(words, _)| words);
    format!("is not a JSON object: {words}")
}

/// Lines of CSV behind one that names the columns.
pub(super) struct Csv {
    reader: csv::Reader<BufReader<Counted>>,
    columns: Vec<(&'static str, bool)>,
    record: csv::ByteRecord,
}

impl Csv {
    fn open(source: BufReader<Counted>) -> anyhow::Result<Self> {
        let mut reader = csv::ReaderBuilder::new().from_reader(source);
        let mut columns = Vec::new();
        for name in reader.headers().context("the first line does not name columns")? {
            let column = COLUMNS.into_iter().find(|(known, _)| *known == name);
            let known = || COLUMNS.map(|(name, _)| name).join(", ");
            let column = column.with_context(|| format!("{name:?} is no column of users, which are: {}", known()))?;
            ensure!(!columns.contains(&column), "there are two columns {name:?}");
            columns.push(column);
        }
        ensure!(!columns.is_empty(), "the file is empty: its first line names the columns");
        Ok(Self { reader, columns, record: csv::ByteRecord::new() })
    }

    fn next(&mut self) -> anyhow::Result<Option<Row>> {
        let line = self.reader.position().line();
        match self.reader.read_byte_record(&mut self.record) {
            Ok(false) => Ok(None),
            Ok(true) => {
                let line = self.record.position().map_or(line, csv::Position::line);
                Ok(Some(Row { line, object: self.object() }))
            }
            Err(error) => match error.kind() {
                csv::ErrorKind::UnequalLengths { expected_len, len, pos } => {
                    let line = pos.as_ref().map_or(line, csv::Position::line);
                    Ok(Some(Row {
                        line,
                        object: Err(format!("has {len} cells where there are {expected_len} columns")),
                    }))
                }
                _ => Err(error).context("cannot read on"),
            },
        }
    }

    fn object(&self) -> Result<String, String> {
        let mut object = Map::new();
        for ((name, is_text), cell) in self.columns.iter().zip(&self.record) {
            let cell = std::str::from_utf8(cell).map_err(|_| format!("{name} is not UTF-8"))?;
            let value = value_of(cell, *is_text).map_err(|error| format!("{name} is not JSON: {error}"))?;
            if let Some(value) = value {
                object.insert((*name).to_owned(), value);
            }
        }
        Ok(Value::Object(object).to_string())
    }
}
