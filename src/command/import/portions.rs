//! The rows of a file in portions that one request holds. The same file is always portioned in the same way, so that an import
//! that was broken off finds where it was. Must not know how portions are sent.

use sha2::{Digest, Sha256};

use super::rows::{LINE_BYTES_MAX, Row, Rows};

/// Bytes of the rows of a portion. One row more may be longer, and then stands alone.
const BYTES_MAX: usize = LINE_BYTES_MAX;

/// Rows that are sent together.
#[derive(Debug, Default)]
pub(super) struct Portion {
    /// Where it stands in the file, counted from zero.
    pub(super) number: u64,
    /// The rows to send: the line that each begins on, and its JSON object.
    pub(super) rows: Vec<(u64, String)>,
    /// The lines that are not worth sending, and why.
    pub(super) refused: Vec<(u64, String)>,
}

impl Portion {
    /// What tells it from a portion of a file that was changed.
    pub(super) fn digest(&self) -> [u8; 32] {
        let mut digest = Sha256::new();
        for (line, text) in self.rows.iter().chain(&self.refused) {
            digest.update(line.to_be_bytes());
            digest.update((text.len() as u64).to_be_bytes());
            digest.update(text);
        }
        digest.finalize().into()
    }

    /// The first and the last of its lines.
    pub(super) fn lines(&self) -> (u64, u64) {
        let lines = || self.rows.iter().chain(&self.refused).map(|(line, _)| *line);
        (lines().min().unwrap_or(0), lines().max().unwrap_or(0))
    }
}

/// Puts the rows of a file into portions.
pub(super) struct Portions {
    rows: Rows,
    rows_max: usize,
    /// A row that the last portion had no room for.
    left: Option<Row>,
    next: u64,
}

impl Portions {
    /// Portions of at most so many rows.
    pub(super) fn new(rows: Rows, rows_max: usize) -> Self {
        Self { rows, rows_max, left: None, next: 0 }
    }

    /// Reads the next portion; there is none after the last.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(super) fn next(&mut self) -> anyhow::Result<Option<Portion>> {
        let mut portion = Portion { number: self.next, ..Portion::default() };
        let mut bytes = 0;
        while portion.rows.len() + portion.refused.len() < self.rows_max {
            let row = match self.left.take() {
                Some(row) => Some(row),
                None => self.rows.next()?,
            };
            match row {
                None => break,
                Some(Row { line, object: Err(why) }) => portion.refused.push((line, why)),
                Some(Row { line, object: Ok(object) }) => {
                    if bytes + object.len() > BYTES_MAX && bytes > 0 {
                        self.left = Some(Row { line, object: Ok(object) });
                        break;
                    }
                    bytes += object.len() + 1;
                    portion.rows.push((line, object));
                }
            }
        }
        if portion.rows.is_empty() && portion.refused.is_empty() {
            return Ok(None);
        }
        self.next += 1;
        Ok(Some(portion))
    }
}
