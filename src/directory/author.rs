//! Who writes into audit trails, when and through what: a caller, or nobody for what the server does by itself. A record goes
//! into the trail of one organization, which need not be that of whoever it is about.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::context::Context;
use crate::domain::{AuditRecord, CredentialId, Error, FieldChange, Id, OrganizationId, TargetKind, UserId};
use crate::store::WriteTransaction;

/// The author of audit records, at one time.
#[derive(Clone, Debug)]
pub(super) struct Author {
    pub(super) context: Arc<Context>,
    /// When: the same for everything that one request changes.
    pub(super) at: DateTime<Utc>,
    /// Who; nobody does what the server does by itself.
    pub(super) actor: Option<UserId>,
    pub(super) credential: Option<CredentialId>,
    pub(super) operation: &'static str,
    pub(super) request_id: String,
}

impl Author {
    /// Nobody, who does this now.
    pub(super) fn nobody(context: &Arc<Context>, operation: &'static str) -> Self {
        Self {
            context: Arc::clone(context),
            at: context.now(),
            actor: None,
            credential: None,
            operation,
            request_id: operation.to_owned(),
        }
    }

    /// A new id for something that is made.
    pub(super) fn id<T: From<Id>>(&self) -> T {
        self.context.id()
    }

    /// Adds a record to the audit trail of an organization.
    pub(super) fn record(
        &self,
        txn: &dyn WriteTransaction,
        organization: OrganizationId,
        target_kind: TargetKind,
        target_id: Id,
        changes: Vec<FieldChange>,
    ) -> Result<(), Error> {
        txn.append_audit(&self.note(organization, target_kind, target_id, changes))
    }

    /// The record that would be added.
    pub(super) fn note(
        &self,
        organization: OrganizationId,
        target_kind: TargetKind,
        target_id: Id,
        changes: Vec<FieldChange>,
    ) -> AuditRecord {
        AuditRecord {
            id: self.id(),
            organization,
            at: self.at,
            actor: self.actor,
            credential: self.credential,
            operation: self.operation.to_owned(),
            request_id: self.request_id.clone(),
            target_kind,
            target_id,
            changes,
        }
    }
}
