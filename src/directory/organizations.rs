//! Organizations as wholes: made, listed, renamed and removed, by principals of the platform. An organization is a wall, so
//! what is in one is not known here.

use crate::auth::{Caller, Target, policy};
use crate::domain::{Action, Error, Kind, Organization, OrganizationId, Page, RemovalReason, TargetKind};
use crate::limits::{LISTING_OBJECTS_MAX, ORGANIZATION_REMOVED_CREDENTIALS_MAX, ORGANIZATION_REMOVED_USERS_MAX};
use crate::store::{ReadTransaction, WriteTransaction};

use super::audit::Stamp;
use super::founding::{found, name_changes};
use super::markers::Markers;
use super::{Asking, Directory, Reference, UserQuery};

impl Directory {
    /// Makes an organization, with what every one has and nobody in it.
    ///
    /// # Errors
    /// `Forbidden` for all but principals of the platform who may; `Invalid` for a name that cannot be one;
    /// `AlreadyExists` for a name that is taken.
    pub async fn create_organization<R>(
        &self,
        asking: impl Into<Asking<Organization, R>> + Send,
        name: String,
    ) -> Result<R, Error>
    where
        R: Send + 'static,
    {
        self.write_once(asking.into(), move |txn, stamp| create_in(txn, stamp, &name)).await
    }

    /// Lists organizations, the oldest first.
    ///
    /// # Errors
    /// As [`Directory::describe_organization`]; `Invalid` for a marker that this list did not give to this caller.
    pub async fn list_organizations(&self, caller: &Caller, query: UserQuery) -> Result<Page<Organization>, Error> {
        let caller = caller.clone();
        self.read(move |txn| {
            let principal = caller.principal();
            policy::authorize(principal, Action::OrganizationsRead, Target::Collection)?;
            let markers = Markers::of(txn, principal, "organizations")?;
            let after: Option<OrganizationId> = markers.position(query.marker.as_deref())?;
            let found = txn.organizations_page(after, query.page_size.get() + 1)?;
            Ok(markers.page(found, query.page_size, |organization| organization.id.id()))
        })
        .await
    }

    /// Gets any organization.
    ///
    /// # Errors
    /// `Forbidden` for all but principals of the platform who may; `NotFound`.
    pub async fn describe_organization(&self, caller: &Caller, named: Reference) -> Result<Organization, Error> {
        let caller = caller.clone();
        self.read(move |txn| {
            policy::authorize(caller.principal(), Action::OrganizationsRead, Target::Collection)?;
            find(txn, &named)
        })
        .await
    }

    /// Gives an organization another name, if one is said. Without a difference nothing is written.
    ///
    /// # Errors
    /// As [`Directory::create_organization`]; `NotFound`; `PreconditionFailed`.
    pub async fn rename_organization(
        &self,
        caller: &Caller,
        named: Reference,
        name: Option<String>,
    ) -> Result<Organization, Error> {
        self.write_as(caller, move |txn, stamp| rename_in(txn, stamp, &named, name.as_deref())).await
    }

    /// Removes an organization with everything in it, but for its audit trail.
    ///
    /// # Errors
    /// `Forbidden` for all but principals of the platform who may; `NotFound`; `PreconditionFailed`; `NotRemovable` for
    /// the platform, and for one with more than [`ORGANIZATION_REMOVED_USERS_MAX`] users or
    /// [`ORGANIZATION_REMOVED_CREDENTIALS_MAX`] credentials.
    pub async fn remove_organization(&self, caller: &Caller, named: Reference) -> Result<(), Error> {
        self.write_as(caller, move |txn, stamp| remove_in(txn, stamp, &named)).await
    }
}

/// Does something with every organization, a part of them read at a time.
pub(super) fn for_each(
    txn: &dyn ReadTransaction,
    mut work: impl FnMut(Organization) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut after = None;
    loop {
        let page = txn.organizations_page(after, LISTING_OBJECTS_MAX)?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.id);
        page.into_iter().try_for_each(&mut work)?;
    }
}

/// Finds the organization that is named, for a principal who may.
pub(super) fn find(txn: &dyn ReadTransaction, named: &Reference) -> Result<Organization, Error> {
    named.find_organization(txn)?.ok_or_else(|| Error::not_found(Kind::Organization))
}

fn create_in(txn: &dyn WriteTransaction, stamp: &Stamp, name: &str) -> Result<Organization, Error> {
    policy::authorize(stamp.principal(), Action::OrganizationsWrite, Target::Collection)?;
    let organization = Organization {
        id: stamp.id(),
        name: name.to_owned(),
        platform: false,
        created_at: stamp.at(),
        updated_at: stamp.at(),
        version: 1,
    };
    organization.check_limits()?;
    found(txn, stamp.author(), &organization)?;
    // Its own trail has begun with it.
    let named = name_changes(None, Some(&organization.name));
    stamp.record(txn, TargetKind::Organization, organization.id.id(), named)?;
    Ok(organization)
}

fn rename_in(
    txn: &dyn WriteTransaction,
    stamp: &Stamp,
    named: &Reference,
    name: Option<&str>,
) -> Result<Organization, Error> {
    let old = find_in_state(txn, stamp, named)?;
    let Some(name) = name.filter(|name| *name != old.name) else { return Ok(old) };
    let new = Organization {
        name: name.to_owned(),
        updated_at: stamp.at().max(old.updated_at),
        version: old.version + 1,
        ..old.clone()
    };
    new.check_limits()?;
    txn.update_organization(&old, &new)?;
    record(txn, stamp, new.id, Some(&old.name), Some(&new.name))?;
    Ok(new)
}

fn remove_in(txn: &dyn WriteTransaction, stamp: &Stamp, named: &Reference) -> Result<(), Error> {
    let organization = find_in_state(txn, stamp, named)?;
    check_removable(txn, &organization)?;
    txn.delete_organization(&organization)?;
    // Its trail is kept, and ends with this.
    record(txn, stamp, organization.id, Some(&organization.name), None)
}

/// Finds an organization that a change is about, in the state that the request asks for, if it asks.
fn find_in_state(txn: &dyn ReadTransaction, stamp: &Stamp, named: &Reference) -> Result<Organization, Error> {
    policy::authorize(stamp.principal(), Action::OrganizationsWrite, Target::Collection)?;
    let organization = find(txn, named)?;
    stamp.check_state(Kind::Organization, || Ok(organization.tag()))?;
    Ok(organization)
}

/// Refuses to remove what cannot be, or what takes so long that all others would wait for it.
fn check_removable(txn: &dyn ReadTransaction, organization: &Organization) -> Result<(), Error> {
    let refused = |reason| Err(Error::NotRemovable { kind: Kind::Organization, reason });
    if organization.platform {
        return refused(RemovalReason::Platform);
    }
    let id = organization.id;
    let contents = [
        ("users", txn.count_users(id, &[])?, ORGANIZATION_REMOVED_USERS_MAX),
        ("keys and sessions", txn.count_credentials(id)?, ORGANIZATION_REMOVED_CREDENTIALS_MAX),
    ];
    match contents.into_iter().find(|(_, count, max)| count > max) {
        Some((what, _, max)) => refused(RemovalReason::TooLarge { what, max }),
        None => Ok(()),
    }
}

/// Notes what became of the name of an organization, in its own trail and in the platform's.
fn record(
    txn: &dyn WriteTransaction,
    stamp: &Stamp,
    id: OrganizationId,
    old: Option<&str>,
    new: Option<&str>,
) -> Result<(), Error> {
    let changes = name_changes(old, new);
    if id != stamp.organization() {
        stamp.author().record(txn, id, TargetKind::Organization, id.id(), changes.clone())?;
    }
    stamp.record(txn, TargetKind::Organization, id.id(), changes)
}
