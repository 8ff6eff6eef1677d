//! Checks audit trails: those in a data directory, whether a server runs on it or not, and one that was exported.
//! It trusts nothing but the hashes, so it does not ask the server that is being checked.

use std::path::Path;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Deserialize;
use slog::Logger;

use crate::domain::{
    AuditEntry, AuditHash, AuditLink, AuditRecord, BrokenChain, ChainCheck, Error, FieldChange, Id, OrganizationId,
    TargetKind,
};
use crate::limits::LISTING_OBJECTS_MAX;
use crate::store::sqlite::{OpenError, SqliteStore};
use crate::store::{self, ReadTransaction, ScannedAudit};

/// Why a trail could not be checked, or what is wrong with it.
#[derive(Debug, thiserror::Error)]
pub enum VerificationError {
    /// The database could not be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database could not be read.
    #[error("the database cannot be read: {0:?}")]
    Read(Error),
    /// No organization of the data directory is the one that was asked for.
    #[error("there is no organization {0}")]
    UnknownOrganization(String),
    /// A link is known, and not of which organization it is.
    #[error("there are several organizations: say whose head that is")]
    SeveralOrganizations,
    /// A line of an export is not a record as it was exported.
    #[error("line {number} is not an exported record: {reason}")]
    Line {
        /// The line, counted from 1.
        number: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// The chain is not whole.
    #[error(transparent)]
    Broken(#[from] BrokenChain),
}

/// What was found out about the trail of one organization.
#[derive(Debug)]
pub struct Finding {
    /// The organization: its name, or the id of one that is not there any more.
    pub organization: String,
    /// How far the chain goes, or what is wrong with it.
    pub outcome: Result<AuditLink, BrokenChain>,
}

/// Checks the trails in a data directory: that of one organization, which is named by name or id, or all.
///
/// # Errors
/// All but `Line` and `Broken`: what is wrong with a trail is a finding.
pub async fn check_data_directory(
    directory: &Path,
    organization: Option<&str>,
    known: Option<AuditLink>,
    log: &Logger,
) -> Result<Vec<Finding>, VerificationError> {
    let store = SqliteStore::open_read_only(directory, log)?;
    let mut organizations = name_organizations(&store).await?;
    if let Some(wanted) = organization {
        organizations.retain(|(id, name)| name == wanted || Id::parse(wanted) == Some(id.id()));
        if organizations.is_empty() {
            return Err(VerificationError::UnknownOrganization(wanted.to_owned()));
        }
    }
    if known.is_some() && organizations.len() > 1 {
        return Err(VerificationError::SeveralOrganizations);
    }
    let mut findings = Vec::with_capacity(organizations.len());
    for (id, organization) in organizations {
        findings.push(Finding { organization, outcome: check_organization(&store, id, known).await? });
    }
    Ok(findings)
}

async fn name_organizations(store: &SqliteStore) -> Result<Vec<(OrganizationId, String)>, VerificationError> {
    store::read(store, list_names).await.map_err(VerificationError::Read)
}

fn list_names(txn: &dyn ReadTransaction) -> Result<Vec<(OrganizationId, String)>, Error> {
    let name = |id: OrganizationId| {
        let organization = txn.organization(id)?;
        Ok((id, organization.map_or_else(|| id.to_string(), |organization| organization.name)))
    };
    txn.audited_organizations()?.into_iter().map(name).collect()
}

async fn check_organization(
    store: &SqliteStore,
    organization: OrganizationId,
    known: Option<AuditLink>,
) -> Result<Result<AuditLink, BrokenChain>, VerificationError> {
    let mut check = ChainCheck::new(known);
    loop {
        let after = check.head().position;
        let rows = store::read(store, move |txn| txn.scan_audit(organization, after, LISTING_OBJECTS_MAX)).await;
        let rows = rows.map_err(VerificationError::Read)?;
        if rows.is_empty() {
            return Ok(check.finish());
        }
        if let Err(broken) = follow_rows(&mut check, rows) {
            return Ok(Err(broken));
        }
    }
}

fn follow_rows(check: &mut ChainCheck, rows: Vec<ScannedAudit>) -> Result<(), BrokenChain> {
    rows.into_iter().try_for_each(|row| match row.entry {
        Some(entry) => check.follow(&entry),
        None => Err(BrokenChain::Unreadable { position: row.position }),
    })
}

/// Checks all trails as one transaction sees them.
///
/// # Errors
/// The database cannot be read: what is wrong with a trail is a finding.
pub(crate) fn check_all(txn: &dyn ReadTransaction) -> Result<Vec<Finding>, VerificationError> {
    let organizations = list_names(txn).map_err(VerificationError::Read)?.into_iter();
    let check = |(id, organization)| Ok(Finding { organization, outcome: check_within(txn, id)? });
    organizations.map(check).collect::<Result<_, Error>>().map_err(VerificationError::Read)
}

fn check_within(txn: &dyn ReadTransaction, id: OrganizationId) -> Result<Result<AuditLink, BrokenChain>, Error> {
    let mut check = ChainCheck::new(None);
    loop {
        let rows = txn.scan_audit(id, check.head().position, LISTING_OBJECTS_MAX)?;
        if rows.is_empty() {
            return Ok(check.finish());
        }
        if let Err(broken) = follow_rows(&mut check, rows) {
            return Ok(Err(broken));
        }
    }
}

/// Checks a trail that was exported whole, line by line.
#[derive(Debug)]
pub struct ExportCheck {
    check: ChainCheck,
    lines: u64,
}

impl ExportCheck {
    /// Begins before the first line.
    #[must_use]
    pub const fn new(known: Option<AuditLink>) -> Self {
        Self { check: ChainCheck::new(known), lines: 0 }
    }

    /// Takes the next line.
    ///
    /// # Errors
    /// `Line` or `Broken`.
    pub fn follow(&mut self, line: &[u8]) -> Result<(), VerificationError> {
        self.lines += 1;
        let entry = serde_json::from_slice(line).map_err(|error| error.to_string()).and_then(read_line);
        let entry = entry.map_err(|reason| VerificationError::Line { number: self.lines, reason })?;
        Ok(self.check.follow(&entry)?)
    }

    /// Ends after the last line, and answers how far the chain goes.
    ///
    /// # Errors
    /// `Broken`.
    pub fn finish(self) -> Result<AuditLink, VerificationError> {
        Ok(self.check.finish()?)
    }
}

/// A line of an export. What it could say besides would be in no hash, so it says nothing else.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Line {
    position: u64,
    hash: String,
    id: String,
    organization_id: String,
    at: String,
    actor_id: Option<String>,
    credential_id: Option<String>,
    operation: String,
    request_id: String,
    target_kind: String,
    target_id: String,
    changes: Vec<LineChange>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineChange {
    field: String,
    from: Option<String>,
    to: Option<String>,
}

/// Every text is read in its one spelling, so that no two lines have one hash.
fn read_line(line: Line) -> Result<AuditEntry, String> {
    let record = AuditRecord {
        id: read_id(&line.id)?,
        organization: read_id(&line.organization_id)?,
        at: read_time(&line.at)?,
        actor: line.actor_id.as_deref().map(read_id).transpose()?,
        credential: line.credential_id.as_deref().map(read_id).transpose()?,
        operation: line.operation,
        request_id: line.request_id,
        target_kind: TargetKind::parse(&line.target_kind).map_err(|error| error.to_string())?,
        target_id: read_id(&line.target_id)?,
        changes: line.changes.into_iter().map(LineChange::into_change).collect(),
    };
    let hash = AuditHash::parse(&line.hash).ok_or_else(|| format!("{} is not a hash", line.hash))?;
    Ok(AuditEntry { record, link: AuditLink { position: line.position, hash } })
}

impl LineChange {
    fn into_change(self) -> FieldChange {
        FieldChange { field: self.field, from: self.from, to: self.to }
    }
}

fn read_id<T: From<Id>>(text: &str) -> Result<T, String> {
    Id::parse_base32(text).map(T::from).ok_or_else(|| format!("{text} is not an id"))
}

fn read_time(text: &str) -> Result<DateTime<Utc>, String> {
    let time = text.parse::<DateTime<Utc>>().ok();
    let time = time.filter(|time| time.to_rfc3339_opts(SecondsFormat::Millis, true) == text);
    time.ok_or_else(|| format!("{text} is not a time in milliseconds"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_what_was_exported_is_read() {
        let line = r#"{"position":1,"hash":"HASH","id":"06DRTZFHR5B0VQ3K8M20","organizationId":"06DRTZFHR0A1M7N4XE5G","at":"2026-01-05T09:30:00.000Z","operation":"x","requestId":"y","targetKind":"user","targetId":"06DRTZFHR0A1M7N4XE5G","changes":[{"field":"name","to":"a"}]}"#;
        let line = line.replace("HASH", &"0".repeat(64));
        let outcome = |line: &str| ExportCheck::new(None).follow(line.as_bytes());
        assert!(matches!(outcome(&line), Err(VerificationError::Broken(BrokenChain::Changed { position: 1 }))));
        let cases = [
            ("\"x\"", "\"x\",\"actorName\":\"ada\""),
            (".000Z", ".0000Z"),
            (".000Z", ".000+00:00"),
            ("06DRTZFHR5B0VQ3K8M20", "06drtzfhr5b0vq3k8m20"),
            ("\"user\"", "\"ghost\""),
            ("\"to\":\"a\"", "\"to\":\"a\",\"to\":\"b\""),
            ("\"position\":1", "\"position\":-1"),
            ("]}", "]"),
        ];
        for (from, to) in cases {
            let changed = line.replacen(from, to, 1);
            assert_ne!(changed, line);
            assert!(matches!(outcome(&changed), Err(VerificationError::Line { number: 1, .. })), "{changed}");
        }
    }

    proptest! {
        #[test]
        fn no_line_makes_reading_fail(line in any::<Vec<u8>>()) {
            prop_assert!(ExportCheck::new(None).follow(&line).is_err());
        }
    }
}
