//! What holds in the database whatever was done, asked of SQLite itself and of the commands that check a data directory.
//! Must not know what was done.

use std::collections::HashSet;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use rusqlite::{Connection, OpenFlags};

/// Objects whose version is not the number of the records about them: one of both was written without the other.
const HALF_WRITTEN: &str = "
    SELECT kind, hex(id), version, records FROM (
        SELECT 'user' AS kind, id, version, (SELECT count(*) FROM audit WHERE audit.organization = users.organization
            AND target_id = users.id) AS records FROM users
        UNION ALL
        SELECT 'group', id, version, (SELECT count(*) FROM audit WHERE audit.organization = groups.organization
            AND target_id = groups.id) FROM groups
        UNION ALL
        SELECT 'role', id, version, (SELECT count(*) FROM audit WHERE audit.organization = roles.organization
            AND target_id = roles.id) FROM roles
        UNION ALL
        SELECT 'metaschema', id, version, (SELECT count(*) FROM audit WHERE audit.organization = metaschemas.organization
            AND target_id = metaschemas.id) FROM metaschemas
    ) WHERE version <> records";
/// Objects that are gone, and whose last record does not say that they were deleted.
const GONE: &str = "
    SELECT target_kind, hex(target_id), operation FROM audit AS last
    WHERE target_kind IN ('user', 'group', 'role', 'metaschema')
        AND organization IN (SELECT id FROM organizations)
        AND NOT EXISTS (SELECT 1 FROM users WHERE users.organization = last.organization AND id = target_id)
        AND NOT EXISTS (SELECT 1 FROM groups WHERE groups.organization = last.organization AND id = target_id)
        AND NOT EXISTS (SELECT 1 FROM roles WHERE roles.organization = last.organization AND id = target_id)
        AND NOT EXISTS (SELECT 1 FROM metaschemas WHERE metaschemas.organization = last.organization AND id = target_id)
        AND position = (SELECT max(position) FROM audit WHERE audit.organization = last.organization
            AND audit.target_id = last.target_id)
        AND NOT operation LIKE '%delete%'";
/// Names that belong to nobody, and users whose names belong to somebody else.
const NAMES: &str = "
    SELECT kind, name, '', '' FROM lookup WHERE kind = 'username'
        AND NOT EXISTS (SELECT 1 FROM users WHERE users.organization = lookup.organization AND id = object)
    UNION ALL
    SELECT 'user', username, hex(id), '' FROM users WHERE NOT EXISTS
        (SELECT 1 FROM lookup WHERE kind = 'username' AND name = username_folded AND object = users.id)";

/// Checks a data directory that a server may be running on, and answers the ids of all requests that left a record.
pub(crate) fn check(binary: &Path, data_dir: &Path) -> Result<HashSet<String>> {
    let connection = Connection::open_with_flags(data_dir.join("roster.db"), OpenFlags::SQLITE_OPEN_READ_ONLY)
        .context("cannot look into the server's database")?;
    let report: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    ensure!(report == "ok", "the database is damaged: {report}");
    for (what, query) in [
        ("a row refers to nothing", "PRAGMA foreign_key_check"),
        ("something is half written", HALF_WRITTEN),
        ("something is gone without a record", GONE),
        ("a name and its user do not agree", NAMES),
    ] {
        if let Some(found) = first_row(&connection, query).with_context(|| format!("asking whether {what}"))? {
            anyhow::bail!("{what}: {found}");
        }
    }
    verify_audit(binary, data_dir)?;
    let mut statement = connection.prepare("SELECT DISTINCT request_id FROM audit")?;
    let ids = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(ids)
}

fn verify_audit(binary: &Path, data_dir: &Path) -> Result<()> {
    run(Command::new(binary).args(["audit", "verify", "--offline", "--data-dir"]).arg(data_dir))
}

/// Lets the server's own command check the directory, which asks more than [`check`] does.
pub(crate) fn check_by_command(binary: &Path, data_dir: &Path) -> Result<()> {
    run(Command::new(binary).args(["check", "--data-dir"]).arg(data_dir))
}

/// Whether the binary has the command.
pub(crate) fn has_check(binary: &Path) -> bool {
    Command::new(binary).args(["check", "--help"]).output().is_ok_and(|output| output.status.success())
}

fn run(command: &mut Command) -> Result<()> {
    let output = command.output().with_context(|| format!("cannot run {command:?}"))?;
    let text = [output.stdout, output.stderr].concat();
    ensure!(output.status.success(), "{command:?} says: {}", String::from_utf8_lossy(&text));
    Ok(())
}

fn first_row(connection: &Connection, query: &str) -> Result<Option<String>> {
    let mut statement = connection.prepare(query)?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let values: Vec<String> =
        (0..columns).map(|at| row.get_ref(at).map(|value| format!("{value:?}"))).collect::<rusqlite::Result<_>>()?;
    Ok(Some(values.join(", ")))
}
