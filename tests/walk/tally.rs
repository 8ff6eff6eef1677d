//! How often each operation was done, refused, and neither.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::AddAssign;

use serde_json::Value;

use crate::matrix::FORBIDDEN_CODES;
use crate::support::http::Answer;

/// What became of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Done,
    /// By 401, 403 or what an elastic error says instead.
    Refused,
    /// It could not be done, whoever asked.
    Impossible,
}

impl Outcome {
    pub(super) fn of(answer: &Answer) -> Self {
        let codes = answer.header("x-cloud-error-codes").unwrap_or_default();
        let is_forbidden = codes.split(',').any(|code| FORBIDDEN_CODES.contains(&code.trim()));
        match answer.status {
            // An import says of each row what became of it.
            200 if is_import_of_nothing(answer) => Self::Refused,
            200..300 => Self::Done,
            401 | 403 => Self::Refused,
            400 if is_forbidden => Self::Refused,
            400..500 => Self::Impossible,
            status => panic!("{status}: {}", answer.text()),
        }
    }
}

fn is_import_of_nothing(answer: &Answer) -> bool {
    let report: Option<Value> = serde_json::from_slice(&answer.body).ok();
    report.is_some_and(|report| {
        let refused =
            report["refused"].as_array().is_some_and(|rows| rows.iter().any(|row| row["code"] == "forbidden"));
        report["created"] == 0 && refused
    })
}

#[derive(Clone, Copy, Debug, Default)]
struct Row {
    done: usize,
    refused: usize,
    impossible: usize,
}

impl AddAssign for Row {
    fn add_assign(&mut self, other: Self) {
        self.done += other.done;
        self.refused += other.refused;
        self.impossible += other.impossible;
    }
}

/// The outcomes of many calls.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    rows: BTreeMap<&'static str, Row>,
    /// How many credentials came from calls, and how many users they were of.
    pub(super) credentials: usize,
    pub(super) users: usize,
}

impl Tally {
    pub(super) fn count(&mut self, operation: &'static str, outcome: Outcome) {
        let row = self.rows.entry(operation).or_default();
        match outcome {
            Outcome::Done => row.done += 1,
            Outcome::Refused => row.refused += 1,
            Outcome::Impossible => row.impossible += 1,
        }
    }

    /// How many calls there were.
    pub(super) fn calls(&self) -> usize {
        self.rows.values().map(|row| row.done + row.refused + row.impossible).sum()
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (operation, row) in &other.rows {
            *self.rows.entry(operation).or_default() += *row;
        }
        self.credentials += other.credentials;
        self.users += other.users;
    }

    /// Which of these operations were not both done and refused.
    pub(super) fn without_both(&self, operations: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
        let has_both = |row: &Row| row.done > 0 && row.refused > 0;
        operations.filter(|operation| !self.rows.get(operation).is_some_and(has_both)).collect()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<40} {:>8} {:>8} {:>10}", "operation", "done", "refused", "impossible")?;
        let mut sum = Row::default();
        for (operation, row) in &self.rows {
            writeln!(f, "{operation:<40} {:>8} {:>8} {:>10}", row.done, row.refused, row.impossible)?;
            sum += *row;
        }
        writeln!(f, "{:<40} {:>8} {:>8} {:>10}", "all", sum.done, sum.refused, sum.impossible)?;
        write!(f, "{} credentials came from calls, of {} users beside those who began", self.credentials, self.users)
    }
}
