//! `roster backup`: writes the database of a data directory to a file, whether a server runs on it or not.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Context as _;
use clap::Args;
use roster::store::sqlite::BreakOff;

use super::{Place, print_contents};
use crate::command::output::print_line;

/// What to write where.
#[derive(Args)]
pub(crate) struct BackupArguments {
    /// The file to write
    file: PathBuf,
    /// Replaces the file if there is one
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    place: Place,
}

/// Runs the command.
///
/// # Errors
/// Nothing was written.
pub(crate) fn run(arguments: &BackupArguments) -> anyhow::Result<()> {
    let BackupArguments { file, force, place } = arguments;
    let start = Instant::now();
    let written = roster::backup::write(&place.data_dir, file, *force, &BreakOff::default());
    let written = written.context("nothing was written")?;
    let (contents, seconds) = (&written.contents, start.elapsed().as_secs_f64());
    print_line(format_args!(
        "{}: {} users, {} bytes, schema {}, checked, in {seconds:.1} s",
        file.display(),
        contents.users,
        written.bytes,
        contents.schema
    ))?;
    print_contents(contents)?;
    Ok(())
}
