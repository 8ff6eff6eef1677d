//! What the commands print. Must not know what it says.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// What a shell shows of a program that wrote to nobody: 128 and the number of SIGPIPE.
const NOBODY_READS: u8 = 141;

/// Prints a line, also where it may be that nobody reads it any more.
///
/// # Errors
/// It could not be written.
pub(crate) fn print_line(text: impl Display) -> io::Result<()> {
    writeln!(io::stdout(), "{text}")
}

/// Says how a command ended. That nobody reads what it prints, as behind `head`, is nothing to complain about.
pub(crate) fn end(outcome: anyhow::Result<()>) -> ExitCode {
    let Err(error) = outcome else { return ExitCode::SUCCESS };
    let is_unread = |cause: &io::Error| cause.kind() == ErrorKind::BrokenPipe;
    if error.downcast_ref::<io::Error>().is_some_and(is_unread) {
        return NOBODY_READS.into();
    }
    // There is nobody else to tell.
    drop(writeln!(io::stderr(), "roster: {error:#}"));
    ExitCode::FAILURE
}
