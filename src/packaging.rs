//! `roster packaging`: what a package has beside the binary, a completion for each shell and a manual page for each command.
//! Knows the command line as clap has it, and nothing of what the commands do.

use std::fs;
use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, Command, ValueEnum};
use clap_complete::Shell;

/// Where to.
#[derive(Args)]
pub(crate) struct PackagingArguments {
    /// The directory to write into, which is made if there is none
    #[arg(value_name = "DIR")]
    directory: PathBuf,
}

/// Writes all of it, under the names that shells and `man` look for. What is written depends on nothing but the program.
///
/// # Errors
/// The directory cannot be made or written to.
pub(crate) fn run(arguments: &PackagingArguments, command: Command) -> anyhow::Result<()> {
    let directory = &arguments.directory;
    let context = || format!("cannot write into {}", directory.display());
    fs::create_dir_all(directory).with_context(context)?;
    let name = command.get_name().to_owned();
    for shell in Shell::value_variants() {
        clap_complete::generate_to(*shell, &mut command.clone(), name.as_str(), directory).with_context(context)?;
    }
    clap_mangen::generate_to(command, directory).with_context(context)
}
