//! The commands that are clients of a running server. They use its public API and know nothing of its rooms.

pub(crate) mod audit;
pub(crate) mod connection;
pub(crate) mod key;
pub(crate) mod mail;
mod pages;
mod table;

use roster_client::types::RosterProblem;

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
