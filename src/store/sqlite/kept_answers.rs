//! Answers that are given again, in SQLite: one row each, found by a value that tells nothing. Must not know what they say.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, params};

use super::rows::{self, Columns, Millis};
use crate::domain::{KeptAnswer, OrganizationId, UserId};
use crate::store::Result;

/// When the answer expires that has so many newer ones of the same user.
const EXPIRY_BEHIND: &str = "SELECT expires_at FROM kept_answers WHERE organization = ?1 AND user = ?2
                             ORDER BY expires_at DESC LIMIT 1 OFFSET ?3";

/// Removes some answers that have expired by a time.
const DELETE_EXPIRED: &str = "DELETE FROM kept_answers WHERE organization = ?1 AND lookup IN
                              (SELECT lookup FROM kept_answers WHERE organization = ?1 AND expires_at <= ?2
                               ORDER BY expires_at LIMIT ?3)";

/// Finds an answer, expired or not.
pub(super) fn find(
    connection: &Connection,
    organization: OrganizationId,
    lookup: &[u8; 32],
) -> Result<Option<KeptAnswer>> {
    let sql = "SELECT organization, lookup, user, sealed, expires_at FROM kept_answers
               WHERE organization = ?1 AND lookup = ?2";
    rows::find(connection, sql, params![organization, lookup], parse)
}

/// Finds when a user's answer expires that has so many newer ones.
pub(super) fn find_expiry_behind(
    connection: &Connection,
    organization: OrganizationId,
    user: UserId,
    newer: u32,
) -> Result<Option<DateTime<Utc>>> {
    rows::find(connection, EXPIRY_BEHIND, params![organization, user, newer], |row| {
        Columns::of("kept_answers", row).time()
    })
}

fn parse(row: &Row<'_>) -> Result<KeptAnswer> {
    let mut columns = Columns::of("kept_answers", row);
    Ok(KeptAnswer {
        organization: columns.take()?,
        lookup: columns.take()?,
        user: columns.take()?,
        sealed: columns.take()?,
        expires_at: columns.time()?,
    })
}

/// Adds an answer, or replaces the one that is found by the same value.
pub(super) fn put(connection: &Connection, answer: &KeptAnswer) -> Result<()> {
    let sql = "INSERT INTO kept_answers (organization, lookup, user, sealed, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT (organization, lookup)
               DO UPDATE SET user = excluded.user, sealed = excluded.sealed, expires_at = excluded.expires_at";
    let KeptAnswer { organization, lookup, user, sealed, expires_at } = answer;
    rows::write(connection, sql, params![organization, lookup, user, sealed, Millis(*expires_at)]).map(|_| ())
}

/// Removes at most `limit` answers of an organization that have expired by a time, the longest expired first.
pub(super) fn delete_expired(
    connection: &Connection,
    organization: OrganizationId,
    at: DateTime<Utc>,
    limit: u32,
) -> Result<()> {
    rows::write(connection, DELETE_EXPIRED, params![organization, Millis(at), limit]).map(|_| ())
}

/// Removes all answers to a user.
pub(super) fn delete_of_user(connection: &Connection, organization: OrganizationId, user: UserId) -> Result<()> {
    let sql = "DELETE FROM kept_answers WHERE organization = ?1 AND user = ?2";
    rows::write(connection, sql, params![organization, user]).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::samples::{id, time};
    use crate::store::sqlite::plan;

    #[test]
    fn no_statement_reads_the_answers_of_everybody() {
        let (connection, organization): (_, OrganizationId) = (plan::empty(), id(1));
        let user: UserId = id(1001);
        let steps = plan::explain(&connection, EXPIRY_BEHIND, params![organization, user, 5]);
        assert_eq!(
            steps,
            ["SEARCH kept_answers USING COVERING INDEX kept_answers_by_user (organization=? AND user=?)"]
        );
        let steps = plan::explain(&connection, DELETE_EXPIRED, params![organization, Millis(time(1)), 16]);
        let expected = "SEARCH kept_answers USING INDEX kept_answers_by_expiry (organization=? AND expires_at<?)";
        assert!(steps.iter().any(|step| step == expected), "{steps:?}");
        assert!(
            !steps.iter().any(|step| step.starts_with("SCAN") || step.contains("TEMP B-TREE FOR ORDER")),
            "{steps:?}"
        );
    }
}
