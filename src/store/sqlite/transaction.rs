//! A SQLite transaction as the store's traits have it: each method names the noun's file that does it.
//! Must not know when the transaction began or how it ends.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::{
    audit, credentials, groups, installation, kept_answers, lookup, mail, members, metaschemas, organizations,
    passwords, roles, search, users,
};
use crate::domain::search::{Condition, Search, Slice, Start};
use crate::domain::{
    AuditFilter, AuditRecord, Credential, CredentialId, Error, Group, GroupId, Id, Identity, KeptAnswer, Mail, MailId,
    MailStatus, Metaschema, MetaschemaId, Order, Organization, OrganizationId, Role, RoleId, Status, TargetKind, User,
    UserId, Username,
};
use crate::store::memory::{Question, Touched};
use crate::store::{AuditSlice, Lookups, NameKind, ReadTransaction, Result, ScannedAudit, WriteTransaction};

/// A connection with an open transaction. Reading jobs get it as a [`ReadTransaction`] only.
pub(super) struct SqliteTransaction<'c> {
    connection: &'c Connection,
    touched: RefCell<Vec<Touched>>,
}

impl<'c> SqliteTransaction<'c> {
    /// The transaction that is open on this connection.
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection, touched: RefCell::default() }
    }

    /// What was changed of that may be remembered.
    pub(super) fn into_touched(self) -> Vec<Touched> {
        self.touched.into_inner()
    }

    fn touch(&self, touched: impl IntoIterator<Item = Touched>) {
        self.touched.borrow_mut().extend(touched);
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

impl Lookups for SqliteTransaction<'_> {
    fn organization(&self, id: OrganizationId) -> Result<Option<Organization>> {
        organizations::find(self.connection, id)
    }

    fn user(&self, organization: OrganizationId, id: UserId) -> Result<Option<User>> {
        users::find(self.connection, organization, id)
    }

    fn username(&self, organization: OrganizationId, id: UserId) -> Result<Option<Username>> {
        users::find_username(self.connection, organization, id)
    }

    fn find_name(&self, kind: NameKind, folded: &str) -> Result<Option<(OrganizationId, UserId)>> {
        let holder = lookup::find(self.connection, kind.into(), folded)?;
        Ok(holder.map(|(organization, id)| (organization, id.into())))
    }

    fn roles_granted_to(&self, organization: OrganizationId, user: UserId) -> Result<Vec<Role>> {
        roles::list_granted_to(self.connection, organization, user)
    }

    fn groups_of(&self, organization: OrganizationId, user: UserId) -> Result<Vec<Group>> {
        groups::list_of_user(self.connection, organization, user)
    }

    fn credential(&self, id: CredentialId) -> Result<Option<Credential>> {
        credentials::find(self.connection, id)
    }

    fn credential_by_secret(&self, hash: &[u8; 32]) -> Result<Option<Credential>> {
        credentials::find_by_secret(self.connection, hash)
    }
}

impl ReadTransaction for SqliteTransaction<'_> {
    fn organization_by_name(&self, folded: &str) -> Result<Option<Organization>> {
        organizations::find_by_name(self.connection, folded)
    }

    fn platform(&self) -> Result<Option<Organization>> {
        organizations::find_platform(self.connection)
    }

    fn organizations_page(&self, after: Option<OrganizationId>, limit: u32) -> Result<Vec<Organization>> {
        organizations::list_page(self.connection, after, limit)
    }

    fn search_users(
        &self,
        organization: OrganizationId,
        search: &Search<User>,
        start: &Start,
        limit: u32,
    ) -> Result<Slice<User>> {
        search::slice(self.connection, organization, search, start, limit)
    }

    fn count_users(&self, organization: OrganizationId, conditions: &[Condition<User>]) -> Result<u64> {
        search::count(self.connection, organization, conditions)
    }

    fn count_users_by_status(
        &self,
        organization: OrganizationId,
        conditions: &[Condition<User>],
    ) -> Result<Vec<(Status, u64)>> {
        search::count_by_status(self.connection, organization, conditions)
    }

    fn password(&self, organization: OrganizationId, user: UserId) -> Result<Option<String>> {
        passwords::find(self.connection, organization, user)
    }
    fn active_password(&self, organization: OrganizationId, user: UserId) -> Result<Option<String>> {
        passwords::find_active(self.connection, organization, user)
    }

    fn role(&self, organization: OrganizationId, id: RoleId) -> Result<Option<Role>> {
        roles::find(self.connection, organization, id)
    }

    fn role_by_name(&self, organization: OrganizationId, folded: &str) -> Result<Option<Role>> {
        roles::find_by_name(self.connection, organization, folded)
    }

    fn roles_of(&self, organization: OrganizationId, user: UserId) -> Result<Vec<Role>> {
        roles::list_of_user(self.connection, organization, user)
    }

    fn role_users(&self, organization: OrganizationId, id: RoleId, limit: u32) -> Result<(u64, Vec<Identity>)> {
        members::of_role(self.connection, organization, id, limit)
    }

    fn role_groups(&self, organization: OrganizationId, id: RoleId, limit: u32) -> Result<(u64, Vec<Group>)> {
        groups::list_of_role(self.connection, organization, id, limit)
    }

    fn search_roles(
        &self,
        organization: OrganizationId,
        search: &Search<Role>,
        start: &Start,
        limit: u32,
    ) -> Result<Slice<Role>> {
        search::slice(self.connection, organization, search, start, limit)
    }

    fn count_roles(&self, organization: OrganizationId, conditions: &[Condition<Role>]) -> Result<u64> {
        search::count(self.connection, organization, conditions)
    }

    fn group(&self, organization: OrganizationId, id: GroupId) -> Result<Option<Group>> {
        groups::find(self.connection, organization, id)
    }

    fn group_by_name(&self, organization: OrganizationId, folded: &str) -> Result<Option<Group>> {
        groups::find_by_name(self.connection, organization, folded)
    }

    fn group_members(&self, organization: OrganizationId, id: GroupId, limit: u32) -> Result<(u64, Vec<Identity>)> {
        members::of_group(self.connection, organization, id, limit)
    }

    fn search_groups(
        &self,
        organization: OrganizationId,
        search: &Search<Group>,
        start: &Start,
        limit: u32,
    ) -> Result<Slice<Group>> {
        search::slice(self.connection, organization, search, start, limit)
    }

    fn count_groups(&self, organization: OrganizationId, conditions: &[Condition<Group>]) -> Result<u64> {
        search::count(self.connection, organization, conditions)
    }

    fn count_credentials(&self, organization: OrganizationId) -> Result<u64> {
        credentials::count(self.connection, organization)
    }

    fn credentials_of(&self, organization: OrganizationId, user: UserId) -> Result<Vec<Credential>> {
        credentials::list_of_user(self.connection, organization, user)
    }

    fn credentials_page(
        &self,
        organization: OrganizationId,
        after: Option<CredentialId>,
        limit: u32,
    ) -> Result<Vec<Credential>> {
        credentials::list_page(self.connection, organization, after, limit)
    }

    fn expired_sessions(&self, organization: OrganizationId, at: DateTime<Utc>, limit: u32) -> Result<Vec<Credential>> {
        credentials::list_expired_sessions(self.connection, organization, at, limit)
    }

    fn metaschema(&self, organization: OrganizationId, id: MetaschemaId) -> Result<Option<Metaschema>> {
        metaschemas::find(self.connection, organization, id)
    }

    fn metaschema_by_name(&self, organization: OrganizationId, name: &str) -> Result<Option<Metaschema>> {
        metaschemas::find_by_name(self.connection, organization, name)
    }

    fn metaschemas(&self, organization: OrganizationId) -> Result<Vec<Metaschema>> {
        metaschemas::list(self.connection, organization)
    }

    fn audit_of(
        &self,
        organization: OrganizationId,
        target_kind: TargetKind,
        target_id: Id,
        limit: u32,
    ) -> Result<Vec<AuditRecord>> {
        audit::list_of_target(self.connection, organization, target_kind, target_id, limit)
    }

    fn audit_slice(
        &self,
        organization: OrganizationId,
        filter: &AuditFilter,
        order: Order,
        after: Option<u64>,
        limit: u32,
    ) -> Result<AuditSlice> {
        audit::list_slice(self.connection, organization, filter, order, after, limit)
    }

    fn audit_span(
        &self,
        organization: OrganizationId,
        from: Option<DateTime<Utc>>,
        to: Option<DateTime<Utc>>,
    ) -> Result<Option<(u64, u64)>> {
        audit::find_span(self.connection, organization, from, to)
    }

    fn scan_audit(&self, organization: OrganizationId, after: u64, limit: u32) -> Result<Vec<ScannedAudit>> {
        audit::scan(self.connection, organization, after, limit)
    }

    fn audited_organizations(&self) -> Result<Vec<OrganizationId>> {
        audit::list_organizations(self.connection)
    }

    fn mail_page(
        &self,
        organization: OrganizationId,
        status: Option<MailStatus>,
        before: Option<MailId>,
        limit: u32,
    ) -> Result<Vec<Mail>> {
        mail::list_page(self.connection, organization, status, before, limit)
    }

    fn due_mail(&self, now: DateTime<Utc>, limit: u32) -> Result<Vec<Mail>> {
        mail::list_due(self.connection, now, limit)
    }

    fn kept_answer(&self, organization: OrganizationId, lookup: &[u8; 32]) -> Result<Option<KeptAnswer>> {
        kept_answers::find(self.connection, organization, lookup)
    }

    fn kept_answer_expiry_behind(
        &self,
        organization: OrganizationId,
        user: UserId,
        newer: u32,
    ) -> Result<Option<DateTime<Utc>>> {
        kept_answers::find_expiry_behind(self.connection, organization, user, newer)
    }

    fn installation_key(&self) -> Result<Option<[u8; 32]>> {
        installation::find_key(self.connection)
    }
}

impl WriteTransaction for SqliteTransaction<'_> {
    fn insert_organization(&self, organization: &Organization) -> Result<()> {
        organizations::insert(self.connection, organization)
    }

    fn update_organization(&self, old: &Organization, new: &Organization) -> Result<()> {
        self.touch([Touched::Everything]);
        organizations::update(self.connection, old, new)
    }

    fn delete_organization(&self, organization: &Organization) -> Result<()> {
        self.touch([Touched::Everything]);
        organizations::delete(self.connection, organization)
    }

    fn insert_user(&self, user: &User) -> Result<()> {
        users::insert(self.connection, user)
    }

    fn update_user(&self, old: &User, new: &User) -> Result<()> {
        self.touch(Touched::user(old));
        users::update(self.connection, old, new)
    }

    fn delete_user(&self, user: &User) -> Result<()> {
        self.touch(Touched::user(user));
        let credentials = credentials::list_of_user(self.connection, user.organization, user.id)?;
        self.touch(credentials.iter().flat_map(Touched::credential));
        users::delete(self.connection, user)
    }

    fn touch_login(&self, organization: OrganizationId, user: UserId, at: DateTime<Utc>) -> Result<()> {
        self.touch([Touched::One(Question::User(organization, user))]);
        users::touch_login(self.connection, organization, user, at)
    }

    fn set_password(&self, organization: OrganizationId, user: UserId, phc: &str) -> Result<()> {
        passwords::set(self.connection, organization, user, phc)
    }

    fn delete_password(&self, organization: OrganizationId, user: UserId) -> Result<()> {
        passwords::delete(self.connection, organization, user)
    }

    fn insert_role(&self, role: &Role) -> Result<()> {
        roles::insert(self.connection, role)
    }

    fn update_role(&self, old: &Role, new: &Role) -> Result<()> {
        self.touch([Touched::Everything]);
        roles::update(self.connection, old, new)
    }

    fn delete_role(&self, role: &Role) -> Result<()> {
        self.touch([Touched::Everything]);
        roles::delete(self.connection, role)
    }

    fn insert_group(&self, group: &Group) -> Result<()> {
        groups::insert(self.connection, group)
    }

    fn update_group(&self, old: &Group, new: &Group) -> Result<()> {
        self.touch([Touched::Everything]);
        groups::update(self.connection, old, new)
    }

    fn delete_group(&self, group: &Group) -> Result<()> {
        self.touch([Touched::Everything]);
        groups::delete(self.connection, group)
    }

    fn insert_credential(&self, credential: &Credential) -> Result<()> {
        credentials::insert(self.connection, credential)
    }

    fn update_credential(&self, old: &Credential, new: &Credential) -> Result<()> {
        self.touch(Touched::credential(old));
        credentials::update(self.connection, old, new)
    }

    fn delete_credential(&self, credential: &Credential) -> Result<()> {
        self.touch(Touched::credential(credential));
        credentials::delete(self.connection, credential)
    }

    fn insert_metaschema(&self, metaschema: &Metaschema) -> Result<()> {
        metaschemas::insert(self.connection, metaschema)
    }

    fn update_metaschema(&self, old: &Metaschema, new: &Metaschema) -> Result<()> {
        metaschemas::update(self.connection, old, new)
    }

    fn delete_metaschema(&self, metaschema: &Metaschema) -> Result<()> {
        metaschemas::delete(self.connection, metaschema)
    }

    fn append_audit(&self, record: &AuditRecord) -> Result<()> {
        audit::append(self.connection, record)
    }

    fn insert_mail(&self, mail: &Mail) -> Result<()> {
        mail::insert(self.connection, mail)
    }

    fn update_mail_delivery(&self, old: &Mail, new: &Mail) -> Result<()> {
        mail::update_delivery(self.connection, old, new)
    }

    fn keep_answer(&self, answer: &KeptAnswer) -> Result<()> {
        kept_answers::put(self.connection, answer)
    }

    fn forget_expired_answers(&self, organization: OrganizationId, at: DateTime<Utc>, limit: u32) -> Result<()> {
        kept_answers::delete_expired(self.connection, organization, at, limit)
    }

    fn insert_installation_key(&self, key: &[u8; 32]) -> Result<()> {
        installation::insert_key(self.connection, key)
    }
}
