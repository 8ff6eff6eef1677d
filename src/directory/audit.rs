//! The stamp of a mutation: who, when, through what. Every record of the audit trail is made from one.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::auth::Caller;
use crate::context::Context;
use crate::domain::{AuditRecord, Error, FieldChange, Id, OrganizationId, Principal, TargetKind, UserId};
use crate::store::WriteTransaction;

/// Who makes a mutation, when and through what.
#[derive(Clone, Debug)]
pub(super) struct Stamp {
    context: Arc<Context>,
    caller: Caller,
    at: DateTime<Utc>,
}

impl Stamp {
    pub(super) fn new(context: &Arc<Context>, caller: &Caller) -> Self {
        Self { context: Arc::clone(context), caller: caller.clone(), at: context.now() }
    }

    /// When: the same for everything that one request changes.
    pub(super) const fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// Who.
    pub(super) fn principal(&self) -> &Principal {
        self.caller.principal()
    }

    /// Who, as the objects note it.
    pub(super) fn actor(&self) -> UserId {
        self.principal().user
    }

    /// The organization in which everything happens.
    pub(super) fn organization(&self) -> OrganizationId {
        self.principal().organization
    }

    /// A new id for something that the mutation makes.
    pub(super) fn id<T: From<Id>>(&self) -> T {
        self.context.id()
    }

    /// Adds a record to the audit trail of the caller's organization.
    pub(super) fn record(
        &self,
        txn: &dyn WriteTransaction,
        target_kind: TargetKind,
        target_id: Id,
        changes: Vec<FieldChange>,
    ) -> Result<(), Error> {
        txn.append_audit(&AuditRecord {
            id: self.id(),
            organization: self.organization(),
            at: self.at,
            actor: Some(self.actor()),
            credential: self.principal().credential,
            operation: self.caller.operation().to_owned(),
            request_id: self.caller.request_id().to_owned(),
            target_kind,
            target_id,
            changes,
        })
    }
}
