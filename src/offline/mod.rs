//! The commands that work on the files of a data directory themselves, and ask no server.

pub(crate) mod backup;
pub(crate) mod check;
pub(crate) mod restore;

use std::io;
use std::path::PathBuf;

use clap::Args;
use roster::backup::Contents;
use roster::config::DATA_DIR_DEFAULT;

use crate::command::output::print_line;

/// Where the files are.
#[derive(Args, Debug)]
pub(crate) struct Place {
    /// The data directory
    #[arg(long, env = "ROSTER_DATA_DIR", value_name = "DIR", default_value = DATA_DIR_DEFAULT)]
    data_dir: PathBuf,
}

/// How many trails are shown.
const HEADS_SHOWN_MAX: usize = 20;

/// Prints what is in a backup: of each audit trail, how far it goes.
fn print_contents(contents: &Contents) -> io::Result<()> {
    for head in contents.heads.iter().take(HEADS_SHOWN_MAX) {
        print_line(format_args!("audit trail of {head}"))?;
    }
    match contents.heads.len() {
        0 => print_line(format_args!(
            "the audit trails are not checked: the schema, {}, is an older one",
            contents.schema
        ))?,
        count if count > HEADS_SHOWN_MAX => {
            print_line(format_args!("and {} more, all whole", count - HEADS_SHOWN_MAX))?
        }
        _ => {}
    }
    Ok(())
}
