//! The stamp of a mutation: who, when, through what. Every mutation on somebody's behalf runs under one, and every
//! record of the audit trail is made from one. It must not know what is mutated.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::auth::Caller;
use crate::domain::{
    EntityTag, Error, FieldChange, Id, Kind, OrganizationId, Precondition, Principal, TargetKind, UserId,
};
use crate::store::WriteTransaction;

use super::Directory;
use super::authenticate::principal_now;
use super::author::Author;

/// Who makes a mutation, when and through what.
#[derive(Clone, Debug)]
pub(super) struct Stamp {
    author: Author,
    caller: Caller,
    principal: Principal,
}

impl Directory {
    /// Does what a caller asks for in one transaction, as far as the caller may by then: whoever was demoted while
    /// the request waited is that already.
    ///
    /// # Errors
    /// Those of the work; `Unauthenticated` if the caller was disabled or deleted meanwhile, or its key revoked.
    pub(super) async fn write_as<T, F>(&self, caller: &Caller, mut work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&dyn WriteTransaction, &Stamp) -> Result<T, Error> + Send + 'static,
    {
        let (context, caller, at) = (Arc::clone(&self.context), caller.clone(), self.context.now());
        self.write(move |txn| {
            let principal = principal_now(txn, caller.principal())?;
            let author = Author {
                context: Arc::clone(&context),
                at,
                actor: Some(principal.user),
                credential: principal.credential,
                operation: caller.operation(),
                request_id: caller.request_id().to_owned(),
            };
            work(txn, &Stamp { author, caller: caller.clone(), principal })
        })
        .await
    }
}

impl Stamp {
    /// When: the same for everything that one request changes.
    pub(super) const fn at(&self) -> DateTime<Utc> {
        self.author.at
    }

    /// Who, with what it may do in this transaction.
    pub(super) const fn principal(&self) -> &Principal {
        &self.principal
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
        self.author.id()
    }

    /// Refuses to change an object that is not in a state which the caller names, if it names any. This comes when it is
    /// clear that the object exists and may be changed, and before anything else is looked at. The tag is of the object
    /// as it is in this transaction.
    ///
    /// # Errors
    /// `PreconditionFailed`.
    pub(super) fn check_state(&self, kind: Kind, tag: impl FnOnce() -> Result<EntityTag, Error>) -> Result<(), Error> {
        self.caller.precondition().check(kind, tag)
    }

    /// Refuses to make an object where the caller names a state of one that is there.
    ///
    /// # Errors
    /// `PreconditionFailed`.
    pub(super) fn check_none(&self, kind: Kind) -> Result<(), Error> {
        match self.caller.precondition() {
            Precondition::Nothing => Ok(()),
            Precondition::Exists | Precondition::OneOf(_) => Err(Error::PreconditionFailed { kind }),
        }
    }

    /// Bytes that nothing else is sealed with.
    pub(super) fn nonce(&self) -> [u8; 12] {
        self.author.context.nonce()
    }

    /// Adds a record to the audit trail of the caller's organization.
    pub(super) fn record(
        &self,
        txn: &dyn WriteTransaction,
        target_kind: TargetKind,
        target_id: Id,
        changes: Vec<FieldChange>,
    ) -> Result<(), Error> {
        self.author.record(txn, self.organization(), target_kind, target_id, changes)
    }

    /// The author of the mutation's records, for those that go into another organization's trail.
    pub(super) const fn author(&self) -> &Author {
        &self.author
    }
}
