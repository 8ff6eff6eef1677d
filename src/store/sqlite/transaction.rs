//! A SQLite transaction as the store's traits have it: each method names the noun's file that does it.
//! Must not know when the transaction began or how it ends.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::{audit, credentials, groups, installation, lookup, organizations, passwords, roles, users};
use crate::domain::{
    AuditRecord, Credential, CredentialId, Error, Group, GroupId, Id, Organization, OrganizationId, Role, RoleId,
    TargetKind, User, UserId, Username,
};
use crate::store::{NameKind, ReadTransaction, Result, WriteTransaction};

/// A connection with an open transaction. Reading jobs get it as a [`ReadTransaction`] only.
pub(super) struct SqliteTransaction<'c>(&'c Connection);

impl<'c> SqliteTransaction<'c> {
    /// The transaction that is open on this connection.
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self(connection)
    }
}

/// Runs a job's work and turns a panic into `Internal`.
pub(super) fn catching(work: impl FnOnce() -> Result<()>) -> Result<()> {
    // Whatever the panic left half-done in the job is never looked at, and what it left in the database is rolled back.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        Err(Error::internal(format!("a job of the store panicked: {}", panic_message(panic.as_ref()))))
    })
}

fn panic_message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("without a message")
}

impl ReadTransaction for SqliteTransaction<'_> {
    fn organization(&self, id: OrganizationId) -> Result<Option<Organization>> {
        organizations::find(self.0, id)
    }

    fn organization_by_name(&self, folded: &str) -> Result<Option<Organization>> {
        organizations::find_by_name(self.0, folded)
    }

    fn user(&self, organization: OrganizationId, id: UserId) -> Result<Option<User>> {
        users::find(self.0, organization, id)
    }

    fn users_page(&self, organization: OrganizationId, after: Option<UserId>, limit: u32) -> Result<Vec<User>> {
        users::list_page(self.0, organization, after, limit)
    }

    fn username(&self, organization: OrganizationId, id: UserId) -> Result<Option<Username>> {
        users::find_username(self.0, organization, id)
    }

    fn find_name(&self, kind: NameKind, folded: &str) -> Result<Option<(OrganizationId, UserId)>> {
        let holder = lookup::find(self.0, kind.into(), folded)?;
        Ok(holder.map(|(organization, id)| (organization, id.into())))
    }

    fn password(&self, organization: OrganizationId, user: UserId) -> Result<Option<String>> {
        passwords::find(self.0, organization, user)
    }

    fn role(&self, organization: OrganizationId, id: RoleId) -> Result<Option<Role>> {
        roles::find(self.0, organization, id)
    }

    fn role_by_name(&self, organization: OrganizationId, folded: &str) -> Result<Option<Role>> {
        roles::find_by_name(self.0, organization, folded)
    }

    fn roles_of(&self, organization: OrganizationId, user: UserId) -> Result<Vec<Role>> {
        roles::list_of_user(self.0, organization, user)
    }

    fn group(&self, organization: OrganizationId, id: GroupId) -> Result<Option<Group>> {
        groups::find(self.0, organization, id)
    }

    fn group_by_name(&self, organization: OrganizationId, folded: &str) -> Result<Option<Group>> {
        groups::find_by_name(self.0, organization, folded)
    }

    fn groups_of(&self, organization: OrganizationId, user: UserId) -> Result<Vec<Group>> {
        groups::list_of_user(self.0, organization, user)
    }

    fn credential(&self, id: CredentialId) -> Result<Option<Credential>> {
        credentials::find(self.0, id)
    }

    fn credential_by_secret(&self, hash: &[u8; 32]) -> Result<Option<Credential>> {
        credentials::find_by_secret(self.0, hash)
    }

    fn credentials_of(&self, organization: OrganizationId, user: UserId) -> Result<Vec<Credential>> {
        credentials::list_of_user(self.0, organization, user)
    }

    fn credentials_page(
        &self,
        organization: OrganizationId,
        after: Option<CredentialId>,
        limit: u32,
    ) -> Result<Vec<Credential>> {
        credentials::list_page(self.0, organization, after, limit)
    }

    fn audit_of(
        &self,
        organization: OrganizationId,
        target_kind: TargetKind,
        target_id: Id,
        limit: u32,
    ) -> Result<Vec<AuditRecord>> {
        audit::list_of_target(self.0, organization, target_kind, target_id, limit)
    }

    fn installation_key(&self) -> Result<Option<[u8; 32]>> {
        installation::find_key(self.0)
    }
}

impl WriteTransaction for SqliteTransaction<'_> {
    fn insert_organization(&self, organization: &Organization) -> Result<()> {
        organizations::insert(self.0, organization)
    }

    fn update_organization(&self, old: &Organization, new: &Organization) -> Result<()> {
        organizations::update(self.0, old, new)
    }

    fn insert_user(&self, user: &User) -> Result<()> {
        users::insert(self.0, user)
    }

    fn update_user(&self, old: &User, new: &User) -> Result<()> {
        users::update(self.0, old, new)
    }

    fn delete_user(&self, user: &User) -> Result<()> {
        users::delete(self.0, user)
    }

    fn touch_login(&self, organization: OrganizationId, user: UserId, at: DateTime<Utc>) -> Result<()> {
        users::touch_login(self.0, organization, user, at)
    }

    fn set_password(&self, organization: OrganizationId, user: UserId, phc: &str) -> Result<()> {
        passwords::set(self.0, organization, user, phc)
    }

    fn delete_password(&self, organization: OrganizationId, user: UserId) -> Result<()> {
        passwords::delete(self.0, organization, user)
    }

    fn insert_role(&self, role: &Role) -> Result<()> {
        roles::insert(self.0, role)
    }

    fn update_role(&self, old: &Role, new: &Role) -> Result<()> {
        roles::update(self.0, old, new)
    }

    fn delete_role(&self, role: &Role) -> Result<()> {
        roles::delete(self.0, role)
    }

    fn insert_group(&self, group: &Group) -> Result<()> {
        groups::insert(self.0, group)
    }

    fn update_group(&self, old: &Group, new: &Group) -> Result<()> {
        groups::update(self.0, old, new)
    }

    fn delete_group(&self, group: &Group) -> Result<()> {
        groups::delete(self.0, group)
    }

    fn insert_credential(&self, credential: &Credential) -> Result<()> {
        credentials::insert(self.0, credential)
    }

    fn update_credential(&self, old: &Credential, new: &Credential) -> Result<()> {
        credentials::update(self.0, old, new)
    }

    fn delete_credential(&self, credential: &Credential) -> Result<()> {
        credentials::delete(self.0, credential)
    }

    fn append_audit(&self, record: &AuditRecord) -> Result<()> {
        audit::append(self.0, record)
    }

    fn insert_installation_key(&self, key: &[u8; 32]) -> Result<()> {
        installation::insert_key(self.0, key)
    }
}
