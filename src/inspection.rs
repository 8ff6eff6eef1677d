//! Checks a whole data directory, whether a server runs on it or not: the database as a file, the rules that the directory relies
//! on, and the audit trails. It asks no server, and changes nothing.

use std::path::Path;

use crate::store::sqlite::{FileError, Findings, Snapshot};
use crate::verification;

/// What was found out about a data directory.
#[derive(Debug)]
pub struct Report {
    /// The number of its newest migration.
    pub schema: i64,
    /// How many there are of everything that was checked, with its name.
    pub counts: Vec<(&'static str, u64)>,
    /// What is wrong.
    pub findings: Findings,
}

/// Checks a data directory as it is at this moment.
///
/// # Errors
/// There is no database, it cannot be read, or its schema is not this program's.
pub fn inspect(directory: &Path) -> Result<Report, FileError> {
    let snapshot = Snapshot::of_directory(directory)?;
    let mut findings = snapshot.find_damage()?;
    if !findings.lines().is_empty() {
        // Of a damaged database nothing else can be asked.
        return Ok(Report { schema: snapshot.schema(), counts: Vec::new(), findings });
    }
    snapshot.require_current().map_err(FileError::from)?;
    findings.append(snapshot.find_violations()?);
    let (records, broken) = follow_trails(&snapshot);
    findings.add(broken);
    let mut counts = snapshot.counts()?;
    counts.push(("audit records", records));
    Ok(Report { schema: snapshot.schema(), counts, findings })
}

/// How many records there are in trails that are whole, and what is wrong with the others.
fn follow_trails(snapshot: &Snapshot) -> (u64, Vec<String>) {
    let trails = match verification::check_all(&snapshot.transaction()) {
        Ok(trails) => trails,
        Err(error) => return (0, vec![format!("the audit trails cannot be followed: {error}")]),
    };
    let (mut records, mut broken) = (0, Vec::new());
    for trail in trails {
        match trail.outcome {
            Ok(head) => records += head.position,
            Err(error) => broken.push(format!("the audit trail of {} is not whole: {error}", trail.organization)),
        }
    }
    (records, broken)
}
