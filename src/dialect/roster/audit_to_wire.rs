//! From the audit trail to its records in lists and on the lines of exports.

use futures::StreamExt;
use specgen_runtime::TextItems;

use crate::directory::{AuditView, Listing};
use crate::domain::{AuditEntry, Error, FieldChange, Page, TargetKind};
use crate::generated::roster as wire;

/// A page of records; the last one has no `next`.
///
/// # Errors
/// `Internal` for a position that the contract does not have.
pub(super) fn page(page: Page<AuditView>) -> Result<wire::AuditPage, Error> {
    let shown = |view: AuditView| {
        let name = view.actor.map(|name| name.to_string());
        Ok(wire::AuditRecord { actor_name: name, ..record(view.entry)? })
    };
    Ok(wire::AuditPage { items: page.items.into_iter().map(shown).collect::<Result<_, Error>>()?, next: page.next })
}

/// A line for each record, as they are read.
pub(super) fn lines(listing: Listing<AuditEntry>) -> TextItems {
    TextItems::new(listing.map(|entry| line(entry?)))
}

fn line(entry: AuditEntry) -> Result<String, Error> {
    let mut text = serde_json::to_string(&record(entry)?).map_err(Error::internal)?;
    text.push('\n');
    Ok(text)
}

fn record(AuditEntry { record, link }: AuditEntry) -> Result<wire::AuditRecord, Error> {
    Ok(wire::AuditRecord {
        position: i64::try_from(link.position).map_err(Error::internal)?,
        hash: link.hash.to_string(),
        id: record.id.to_base32(),
        organization_id: record.organization.to_base32(),
        at: record.at.into(),
        actor_id: record.actor.map(|id| id.to_base32()),
        actor_name: None,
        credential_id: record.credential.map(|id| id.to_base32()),
        operation: record.operation,
        request_id: record.request_id,
        target_kind: target_kind(record.target_kind),
        target_id: record.target_id.to_base32(),
        changes: record.changes.into_iter().map(change).collect(),
    })
}

fn change(FieldChange { field, from, to }: FieldChange) -> wire::AuditChange {
    wire::AuditChange { field, from, to }
}

const fn target_kind(kind: TargetKind) -> wire::AuditTargetKind {
    match kind {
        TargetKind::User => wire::AuditTargetKind::User,
        TargetKind::Group => wire::AuditTargetKind::Group,
        TargetKind::Role => wire::AuditTargetKind::Role,
        TargetKind::Organization => wire::AuditTargetKind::Organization,
        TargetKind::Credential => wire::AuditTargetKind::Credential,
        TargetKind::Metaschema => wire::AuditTargetKind::Metaschema,
        TargetKind::Mail => wire::AuditTargetKind::Mail,
    }
}
