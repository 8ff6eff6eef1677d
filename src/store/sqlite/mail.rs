//! Outgoing mail in SQLite: one row each, with an index of what waits. Must not know how mail is sent.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, params};

use super::rows::{self, Columns, Millis, write_guarded};
use crate::domain::{Delivery, Email, Error, Kind, Mail, MailId, MailStatus, OrganizationId};
use crate::store::Result;

/// The columns that [`parse`] reads.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT organization, id, recipient, subject, body, created_at, attempts, status, next_attempt_at,
                    finished_at, failure FROM mail ",
            $rest
        )
    };
}

/// Lists at most `limit` mails, the newest first, from before an id or from the newest, of one status or of all.
pub(super) fn list_page(
    connection: &Connection,
    organization: OrganizationId,
    status: Option<MailStatus>,
    before: Option<MailId>,
    limit: u32,
) -> Result<Vec<Mail>> {
    let before = before.unwrap_or(MailId::from_bytes([u8::MAX; 12]));
    let Some(status) = status else {
        let sql = select!("WHERE organization = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3");
        return rows::list(connection, sql, params![organization, before, limit], parse);
    };
    let sql = select!("WHERE organization = ?1 AND status = ?4 AND id < ?2 ORDER BY id DESC LIMIT ?3");
    rows::list(connection, sql, params![organization, before, limit, status.as_str()], parse)
}

/// Lists at most `limit` mails of all organizations that are to be sent by now, those that wait longest first.
pub(super) fn list_due(connection: &Connection, now: DateTime<Utc>, limit: u32) -> Result<Vec<Mail>> {
    let sql = select!(
        "WHERE organization IN (SELECT id FROM organizations) AND status = 'queued' AND next_attempt_at <= ?1
         ORDER BY next_attempt_at, id LIMIT ?2"
    );
    rows::list(connection, sql, params![Millis(now), limit], parse)
}

/// Says of each row that does not parse what is wrong with it.
pub(super) fn find_unreadable(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    rows::find_unreadable(connection, select!(""), parse)
}

fn parse(row: &Row<'_>) -> Result<Mail> {
    let mut columns = Columns::of("mail", row);
    Ok(Mail {
        organization: columns.take()?,
        id: columns.take()?,
        recipient: columns.parse(Email::parse)?,
        subject: columns.take()?,
        body: columns.take()?,
        created_at: columns.time()?,
        attempts: columns.take()?,
        delivery: parse_delivery(
            columns.parse(MailStatus::parse)?,
            columns.optional_time()?,
            columns.optional_time()?,
        )?,
        failure: columns.take()?,
    })
}

fn parse_delivery(
    status: MailStatus,
    next_attempt_at: Option<DateTime<Utc>>,
    finished_at: Option<DateTime<Utc>>,
) -> Result<Delivery> {
    match (status, next_attempt_at, finished_at) {
        (MailStatus::Queued, Some(next_attempt_at), None) => Ok(Delivery::Queued { next_attempt_at }),
        (MailStatus::Sent, None, Some(at)) => Ok(Delivery::Sent { at }),
        (MailStatus::Failed, None, Some(at)) => Ok(Delivery::Failed { at }),
        _ => Err(Error::internal("corrupt row: mail: its times do not fit its status")),
    }
}

/// When it is tried next, and when it was finished, as columns.
fn times(delivery: &Delivery) -> (Option<Millis>, Option<Millis>) {
    match delivery {
        Delivery::Queued { next_attempt_at } => (Some(Millis(*next_attempt_at)), None),
        Delivery::Sent { at } | Delivery::Failed { at } => (None, Some(Millis(*at))),
    }
}

/// Adds a mail.
pub(super) fn insert(connection: &Connection, mail: &Mail) -> Result<()> {
    let sql = "INSERT INTO mail (organization, id, recipient, subject, body, created_at, attempts, status,
                                 next_attempt_at, finished_at, failure)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    let (next_attempt_at, finished_at) = times(&mail.delivery);
    let params = params![
        mail.organization,
        mail.id,
        mail.recipient.as_str(),
        mail.subject,
        mail.body,
        Millis(mail.created_at),
        mail.attempts,
        mail.delivery.status().as_str(),
        next_attempt_at,
        finished_at,
        mail.failure,
    ];
    rows::write(connection, sql, params).map(|_| ())
}

/// Notes how far the delivery of a mail has come, if it still waits after as many attempts as `old` says.
pub(super) fn update_delivery(connection: &Connection, old: &Mail, new: &Mail) -> Result<()> {
    let sql = "UPDATE mail SET attempts = ?4, status = ?5, next_attempt_at = ?6, finished_at = ?7, failure = ?8
               WHERE organization = ?1 AND id = ?2 AND status = 'queued' AND attempts = ?3";
    let (next_attempt_at, finished_at) = times(&new.delivery);
    let params = params![
        old.organization,
        old.id,
        old.attempts,
        new.attempts,
        new.delivery.status().as_str(),
        next_attempt_at,
        finished_at,
        new.failure,
    ];
    write_guarded(connection, Kind::Mail, sql, params)
}
