//! The commands that are clients of a running server. They use its public API and know nothing of its rooms.

pub(crate) mod audit;
mod columns;
pub(crate) mod connection;
pub(crate) mod export;
pub(crate) mod import;
pub(crate) mod key;
mod lines;
pub(crate) mod mail;
mod names;
pub(crate) mod organization;
pub(crate) mod output;
mod pages;
mod table;

use std::path::Path;

use roster_client::types::RosterProblem;

/// In which format users are in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// A JSON object on each line
    Jsonl,
    /// Lines of CSV behind one that names the columns
    Csv,
}

impl Format {
    /// The format that a file's name says.
    fn of(file: &Path) -> Self {
        let is_csv = file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
        if is_csv { Self::Csv } else { Self::Jsonl }
    }
}

/// What the server said, in its own words where it has any.
fn refusal(error: roster_client::Error<RosterProblem>) -> anyhow::Error {
    match error {
        roster_client::Error::ErrorResponse(answer) => {
            let problem = answer.into_inner();
            anyhow::anyhow!("the server refused: {}", problem.detail)
        }
        other => anyhow::Error::new(other).context("the server could not be asked"),
    }
}
