//! `roster restore`: puts a backup into a data directory that no server uses.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::Args;
use roster::context::Context;

use super::{Place, print_contents};
use crate::command::output::print_line;

/// What to restore where.
#[derive(Args)]
pub(crate) struct RestoreArguments {
    /// The backup
    file: PathBuf,
    /// Replaces the database that is there, which is kept under another name
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    place: Place,
}

/// Runs the command.
///
/// # Errors
/// Nothing was changed.
pub(crate) fn run(arguments: &RestoreArguments) -> anyhow::Result<()> {
    let RestoreArguments { file, force, place } = arguments;
    let restored = roster::backup::restore(file, &place.data_dir, *force, Context::system().now());
    let restored = restored.context("nothing was restored")?;
    let contents = &restored.contents;
    print_line(format_args!("{}: {} users, schema {}", place.data_dir.display(), contents.users, contents.schema))?;
    print_contents(contents)?;
    if let Some(replaced) = restored.replaced {
        print_line(format_args!("what was there is kept in {}", replaced.display()))?;
    }
    Ok(())
}
