//! `roster check`: checks all of a data directory, whether a server runs on it or not.

use anyhow::bail;
use roster::inspection::{Report, inspect};

use super::Place;
use crate::command::output::print_line;

/// Runs the command.
///
/// # Errors
/// Something is wrong, or nothing could be checked.
pub(crate) fn run(place: &Place) -> anyhow::Result<()> {
    let Report { schema, counts, findings } = inspect(&place.data_dir)?;
    for line in findings.lines() {
        print_line(line)?;
    }
    if !findings.lines().is_empty() {
        bail!("{} is not as it should be", place.data_dir.display());
    }
    let counts: Vec<String> = counts.into_iter().map(|(name, count)| format!("{count} {name}")).collect();
    print_line(format_args!("all is well: schema {schema}, {}", counts.join(", ")))?;
    Ok(())
}
