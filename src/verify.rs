//! `roster audit verify`: checks the trail in a data directory, in a file, or as the server exports it. The program judges
//! itself, with the hashes that the library computes: a server that was tampered with could not vouch for its own trail.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use anyhow::{Context as _, bail};
use roster::domain::AuditLink;
use roster::verification::{ExportCheck, Finding, VerificationError, check_data_directory};
use slog::{Discard, Logger, o};

use crate::command::audit::{VerifyArguments, export_lines};
use crate::command::output::print_line;

/// Runs the command.
///
/// # Errors
/// There is nothing to check, or it is not whole.
pub(crate) async fn run(arguments: VerifyArguments) -> anyhow::Result<()> {
    let known = arguments.head.as_deref().map(AuditLink::parse).transpose().context("--head")?;
    if arguments.offline {
        let log = Logger::root(Discard, o!());
        let (data_dir, organization) = (arguments.connection.data_dir(), arguments.organization.as_deref());
        return report(check_data_directory(data_dir, organization, known, &log).await?);
    }
    let mut check = ExportCheck::new(known);
    let outcome = match &arguments.file {
        Some(path) => follow_file(path, &mut check)?,
        None => {
            let mut lines = export_lines(&arguments.connection).await?;
            let mut outcome = Ok(());
            while let Some(line) = lines.next().await? {
                outcome = check.follow(&line);
                if outcome.is_err() {
                    break;
                }
            }
            outcome
        }
    };
    let head = outcome.and_then(|()| check.finish()).context("the audit trail is not whole")?;
    print_line(whole(&head))?;
    Ok(())
}

/// Follows the lines of a file. The outer error is one of reading.
fn follow_file(path: &Path, check: &mut ExportCheck) -> anyhow::Result<Result<(), VerificationError>> {
    let input: Box<dyn BufRead> = match path.to_str() {
        Some("-") => Box::new(io::stdin().lock()),
        _ => Box::new(BufReader::new(File::open(path).with_context(|| format!("cannot open {}", path.display()))?)),
    };
    for line in input.split(b'\n') {
        let line = line.with_context(|| format!("cannot read {}", path.display()))?;
        if let Err(error) = check.follow(&line) {
            return Ok(Err(error));
        }
    }
    Ok(Ok(()))
}

/// Prints all findings, and fails if one of them is bad.
fn report(findings: Vec<Finding>) -> anyhow::Result<()> {
    let mut broken = 0;
    for Finding { organization, outcome } in findings {
        match outcome {
            Ok(head) => print_line(format_args!("{organization}: {}", whole(&head)))?,
            Err(error) => {
                broken += 1;
                print_line(format_args!("{organization}: {error}"))?;
            }
        }
    }
    if broken > 0 {
        bail!("{broken} of the audit trails are not whole");
    }
    Ok(())
}

fn whole(head: &AuditLink) -> String {
    format!("whole; {} records; head {head}", head.position)
}
