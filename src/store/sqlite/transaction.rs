//! A SQLite transaction as the store's traits have it: each method names the noun's file that does it.
//! Must not know when the transaction began or how it ends.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::{
    audit, credentials, groups, installation, lookup, mail, members, metaschemas, organizations, passwords, roles,
    search, users,
};
use crate::domain::search::{Condition, Search, Slice, Start};
use crate::domain::{
    AuditFilter, AuditRecord, Credential, CredentialId, Error, Group, GroupId, Id, Identity, Mail, MailId, MailStatus,
    Metaschema, MetaschemaId, Order, Organization, OrganizationId, Role, RoleId, Status, TargetKind, User, UserId,
    Username,
};
use crate::store::{AuditSlice, NameKind, ReadTransaction, Result, ScannedAudit, WriteTransaction};

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

    fn search_users(
        &self,
        organization: OrganizationId,
        search: &Search<User>,
        start: &Start,
        limit: u32,
    ) -> Result<Slice<User>> {
        search::slice(self.0, organization, search, start, limit)
    }

    fn count_users(&self, organization: OrganizationId, conditions: &[Condition<User>]) -> Result<u64> {
        search::count(self.0, organization, conditions)
    }

    fn count_users_by_status(
        &self,
        organization: OrganizationId,
        conditions: &[Condition<User>],
    ) -> Result<Vec<(Status, u64)>> {
        search::count_by_status(self.0, organization, conditions)
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

    fn roles_granted_to(&self, organization: OrganizationId, user: UserId) -> Result<Vec<Role>> {
        roles::list_granted_to(self.0, organization, user)
    }

    fn role_users(&self, organization: OrganizationId, id: RoleId, limit: u32) -> Result<(u64, Vec<Identity>)> {
        members::of_role(self.0, organization, id, limit)
    }

    fn role_groups(&self, organization: OrganizationId, id: RoleId, limit: u32) -> Result<(u64, Vec<Group>)> {
        groups::list_of_role(self.0, organization, id, limit)
    }

    fn search_roles(
        &self,
        organization: OrganizationId,
        search: &Search<Role>,
        start: &Start,
        limit: u32,
    ) -> Result<Slice<Role>> {
        search::slice(self.0, organization, search, start, limit)
    }

    fn count_roles(&self, organization: OrganizationId, conditions: &[Condition<Role>]) -> Result<u64> {
        search::count(self.0, organization, conditions)
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

    fn group_members(&self, organization: OrganizationId, id: GroupId, limit: u32) -> Result<(u64, Vec<Identity>)> {
        members::of_group(self.0, organization, id, limit)
    }

    fn search_groups(
        &self,
        organization: OrganizationId,
        search: &Search<Group>,
        start: &Start,
        limit: u32,
    ) -> Result<Slice<Group>> {
        search::slice(self.0, organization, search, start, limit)
    }

    fn count_groups(&self, organization: OrganizationId, conditions: &[Condition<Group>]) -> Result<u64> {
        search::count(self.0, organization, conditions)
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

    fn expired_sessions(&self, organization: OrganizationId, at: DateTime<Utc>, limit: u32) -> Result<Vec<Credential>> {
        credentials::list_expired_sessions(self.0, organization, at, limit)
    }

    fn metaschema(&self, organization: OrganizationId, id: MetaschemaId) -> Result<Option<Metaschema>> {
        metaschemas::find(self.0, organization, id)
    }

    fn metaschema_by_name(&self, organization: OrganizationId, name: &str) -> Result<Option<Metaschema>> {
        metaschemas::find_by_name(self.0, organization, name)
    }

    fn metaschemas(&self, organization: OrganizationId) -> Result<Vec<Metaschema>> {
        metaschemas::list(self.0, organization)
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

    fn audit_slice(
        &self,
        organization: OrganizationId,
        filter: &AuditFilter,
        order: Order,
        after: Option<u64>,
        limit: u32,
    ) -> Result<AuditSlice> {
        audit::list_slice(self.0, organization, filter, order, after, limit)
    }

    fn audit_span(
        &self,
        organization: OrganizationId,
        from: Option<DateTime<Utc>>,
        to: Option<DateTime<Utc>>,
    ) -> Result<Option<(u64, u64)>> {
        audit::find_span(self.0, organization, from, to)
    }

    fn scan_audit(&self, organization: OrganizationId, after: u64, limit: u32) -> Result<Vec<ScannedAudit>> {
        audit::scan(self.0, organization, after, limit)
    }

    fn audited_organizations(&self) -> Result<Vec<OrganizationId>> {
        audit::list_organizations(self.0)
    }

    fn mail_page(
        &self,
        organization: OrganizationId,
        status: Option<MailStatus>,
        before: Option<MailId>,
        limit: u32,
    ) -> Result<Vec<Mail>> {
        mail::list_page(self.0, organization, status, before, limit)
    }

    fn due_mail(&self, now: DateTime<Utc>, limit: u32) -> Result<Vec<Mail>> {
        mail::list_due(self.0, now, limit)
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

    fn insert_metaschema(&self, metaschema: &Metaschema) -> Result<()> {
        metaschemas::insert(self.0, metaschema)
    }

    fn update_metaschema(&self, old: &Metaschema, new: &Metaschema) -> Result<()> {
        metaschemas::update(self.0, old, new)
    }

    fn delete_metaschema(&self, metaschema: &Metaschema) -> Result<()> {
        metaschemas::delete(self.0, metaschema)
    }

    fn append_audit(&self, record: &AuditRecord) -> Result<()> {
        audit::append(self.0, record)
    }

    fn insert_mail(&self, mail: &Mail) -> Result<()> {
        mail::insert(self.0, mail)
    }

    fn update_mail_delivery(&self, old: &Mail, new: &Mail) -> Result<()> {
        mail::update_delivery(self.0, old, new)
    }

    fn insert_installation_key(&self, key: &[u8; 32]) -> Result<()> {
        installation::insert_key(self.0, key)
    }
}
