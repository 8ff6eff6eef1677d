//! The audit trail as it is read: by pages, or all that fits, sent while it is read. Records are found by their positions, so
//! what is written meanwhile neither repeats nor hides any.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::auth::{Caller, Target, policy};
use crate::domain::{
    Action, AuditEntry, AuditFilter, Error, Id, Order, OrganizationId, Page, PageSize, Principal, TargetKind, UserId,
    Username,
};
use crate::limits::LISTING_OBJECTS_MAX;
use crate::store::{NameKind, ReadTransaction};

use super::listing::listing;
use super::markers::Markers;
use super::selector::find_holder;
use super::{Directory, Listing};

/// Which records are asked for: those that fit all that is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// Only what these users did: all whose id, in either text form, username or e-mail address this is.
    pub actor: Option<String>,
    /// Only what was done to objects of this kind.
    pub target_kind: Option<TargetKind>,
    /// Only what was done to this object.
    pub target_id: Option<Id>,
    /// Only what was done through one of these operations.
    pub operations: Option<BTreeSet<String>>,
    /// Only what was done at this time or later.
    pub from: Option<DateTime<Utc>>,
    /// Only what was done before this time.
    pub to: Option<DateTime<Utc>>,
    /// In which order.
    pub order: Order,
}

/// Which page of the trail is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditPageQuery {
    /// Which records.
    pub query: AuditQuery,
    /// The marker that the page before ended with; none asks for the first page.
    pub marker: Option<String>,
    /// How many records it has at most.
    pub page_size: PageSize,
}

/// A record as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditView {
    /// The record in its chain.
    pub entry: AuditEntry,
    /// The username that the actor has now; none where nobody acted, or the user was deleted.
    pub actor: Option<Username>,
}

impl Directory {
    /// Lists a page of the audit trail of the caller's organization. A page ends early where its records are long.
    ///
    /// # Errors
    /// `Forbidden`; `Invalid` for a marker that this list did not give to this caller.
    pub async fn list_audit(&self, caller: &Caller, query: AuditPageQuery) -> Result<Page<AuditView>, Error> {
        let caller = caller.clone();
        self.read(move |txn| list_in(txn, caller.principal(), &query)).await
    }

    /// Lists all that fits in the audit trail of the caller's organization.
    ///
    /// # Errors
    /// `Forbidden`.
    pub async fn export_audit(&self, caller: &Caller, query: AuditQuery) -> Result<Listing<AuditEntry>, Error> {
        let (directory, principal, order) = (self.clone(), caller.principal().clone(), query.order);
        let organization = principal.organization;
        let filter = self.read(move |txn| filter_for(txn, &principal, &query)).await?;
        let read = move |after: Option<u64>| {
            let (directory, filter) = (directory.clone(), filter.clone());
            async move {
                let Some(filter) = filter else { return Ok((Vec::new(), None)) };
                let read = move |txn: &dyn ReadTransaction| {
                    txn.audit_slice(organization, &filter, order, after, LISTING_OBJECTS_MAX)
                };
                let slice = directory.read(read).await?;
                let next = slice.entries.last().filter(|_| slice.more).map(|last| last.link.position);
                Ok((slice.entries, next))
            }
        };
        listing(read).await
    }
}

fn list_in(txn: &dyn ReadTransaction, principal: &Principal, asked: &AuditPageQuery) -> Result<Page<AuditView>, Error> {
    let AuditPageQuery { query, marker, page_size } = asked;
    let organization = principal.organization;
    let filter = filter_for(txn, principal, query)?;
    // A marker says where one order goes on, whatever is left out on the way.
    let markers = Markers::of(txn, principal, order_name(query.order))?;
    let after = markers.position::<Id>(marker.as_deref())?.map(position_of);
    let Some(filter) = filter else { return Ok(Page { items: Vec::new(), next: None }) };
    let slice = txn.audit_slice(organization, &filter, query.order, after, page_size.get())?;
    let views = assemble(txn, organization, slice.entries)?;
    Ok(markers.page_until(views, slice.more, |view| marked(view.entry.link.position)))
}

/// What the store is asked for; none where nothing can fit.
fn filter_for(
    txn: &dyn ReadTransaction,
    principal: &Principal,
    query: &AuditQuery,
) -> Result<Option<AuditFilter>, Error> {
    policy::authorize(principal, Action::AuditRead, Target::Collection)?;
    let organization = principal.organization;
    let actors = query.actor.as_deref().map(|actor| find_actors(txn, organization, actor)).transpose()?;
    let has_times = query.from.is_some() || query.to.is_some();
    let span = if has_times { txn.audit_span(organization, query.from, query.to)? } else { None };
    if has_times && span.is_none() || actors.as_ref().is_some_and(BTreeSet::is_empty) {
        return Ok(None);
    }
    Ok(Some(AuditFilter {
        actors,
        target_kind: query.target_kind,
        target_id: query.target_id,
        operations: query.operations.clone(),
        from: query.from,
        to: query.to,
        span,
    }))
}

/// Everybody whom a text can mean. Who was deleted is found by id only: a name is whose it is now.
fn find_actors(txn: &dyn ReadTransaction, organization: OrganizationId, text: &str) -> Result<BTreeSet<UserId>, Error> {
    let mut actors: BTreeSet<UserId> = Id::parse(text).map(UserId::from).into_iter().collect();
    for kind in [NameKind::Username, NameKind::Email] {
        let holder = find_holder(txn, kind, text)?.filter(|(holder_in, _)| *holder_in == organization);
        actors.extend(holder.map(|(_, user)| user));
    }
    Ok(actors)
}

fn assemble(
    txn: &dyn ReadTransaction,
    organization: OrganizationId,
    entries: Vec<AuditEntry>,
) -> Result<Vec<AuditView>, Error> {
    let mut names: BTreeMap<UserId, Option<Username>> = BTreeMap::new();
    for id in entries.iter().filter_map(|entry| entry.record.actor) {
        if let Entry::Vacant(unknown) = names.entry(id) {
            unknown.insert(txn.username(organization, id)?);
        }
    }
    let name = |id: UserId| names.get(&id).cloned().flatten();
    Ok(entries.into_iter().map(|entry| AuditView { actor: entry.record.actor.and_then(name), entry }).collect())
}

const fn order_name(order: Order) -> &'static str {
    match order {
        Order::Ascending => "audit, the oldest first",
        Order::Descending => "audit, the newest first",
    }
}

/// A position as markers keep it.
fn marked(position: u64) -> Id {
    let mut bytes = [0; 12];
    bytes[4..].copy_from_slice(&position.to_be_bytes());
    Id::from_bytes(bytes)
}

fn position_of(mark: Id) -> u64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&mark.to_bytes()[4..]);
    u64::from_be_bytes(bytes)
}
