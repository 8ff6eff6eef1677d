//! A SQLite transaction as the store's traits have it: each method names the noun's file that does it.
//! Must not know when the transaction began or how it ends.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::search::{self, Outlook};
use super::{
    audit, credentials, groups, installation, kept_answers, mail, members, metaschemas, organizations, passwords, roles,
};
use crate::domain::search::{Condition, Search, Slice, Start};
use crate::domain::{
    AuditFilter, AuditRecord, Credential, CredentialId, Error, Group, GroupId, Id, Identity, KeptAnswer, Mail, MailId,
    MailStatus, Metaschema, MetaschemaId, Order, Organization, OrganizationId, Role, RoleId, Status, TargetKind, User,
    UserId,
};
use crate::store::draft::Draft;
use crate::store::memory::{Answer, Question, Touched};
use crate::store::{AuditSlice, ReadTransaction, Result, ScannedAudit};

/// A connection with an open transaction. Reading jobs get it as a [`ReadTransaction`] only.
pub(super) struct SqliteTransaction<'c> {
    pub(super) connection: &'c Connection,
    /// What is known without the connection, where the transaction writes.
    pub(super) draft: Option<&'c Draft<'c>>,
    /// What is known of long lists, where it only reads.
    outlook: Option<Outlook<'c>>,
}

impl<'c> SqliteTransaction<'c> {
    /// The transaction of a job that reads.
    pub(super) const fn reading(connection: &'c Connection, outlook: Option<Outlook<'c>>) -> Self {
        Self { connection, draft: None, outlook }
    }

    /// The transaction of a batch of writes, which has come to know this.
    pub(super) const fn writing(connection: &'c Connection, draft: &'c Draft<'c>) -> Self {
        Self { connection, draft: Some(draft), outlook: None }
    }

    /// The answer, if it is known, or what is found now.
    pub(super) fn ask<T>(&self, question: Question, find: impl FnOnce() -> Result<Option<T>>) -> Result<Option<T>>
    where
        T: Clone + Into<Answer>,
        Answer: TryInto<T>,
    {
        let Some(draft) = self.draft else { return find() };
        if let Some(known) = draft.recall(&question).and_then(|answer| answer.try_into().ok()) {
            return Ok(Some(known));
        }
        Ok(find()?.inspect(|found| draft.note(question, found.clone().into())))
    }

    /// Notes what was changed, into something that nobody has looked up yet.
    pub(super) fn touch(&self, touched: impl IntoIterator<Item = Touched>) {
        if let Some(draft) = self.draft {
            touched.into_iter().for_each(|touched| draft.touch(touched));
        }
    }

    /// Notes what was changed, and into what.
    pub(super) fn make(&self, question: Question, made: impl Into<Answer>) {
        if let Some(draft) = self.draft {
            draft.make(question, made.into());
        }
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
        match self.outlook {
            Some(outlook) => outlook.slice(self.connection, organization, search, start, limit),
            None => search::slice(self.connection, organization, search, start, limit),
        }
    }

    fn count_users(&self, organization: OrganizationId, conditions: &[Condition<User>]) -> Result<u64> {
        match self.outlook {
            Some(outlook) => outlook.count(self.connection, organization, conditions),
            None => search::count(self.connection, organization, conditions),
        }
    }

    fn count_users_by_status(
        &self,
        organization: OrganizationId,
        conditions: &[Condition<User>],
    ) -> Result<Vec<(Status, u64)>> {
        match self.outlook {
            Some(outlook) => outlook.count_by_status(self.connection, organization, conditions),
            None => search::count_by_status(self.connection, organization, conditions),
        }
    }

    fn password(&self, organization: OrganizationId, user: UserId) -> Result<Option<String>> {
        passwords::find(self.connection, organization, user)
    }

    fn active_password(&self, organization: OrganizationId, user: UserId) -> Result<Option<String>> {
        passwords::find_active(self.connection, organization, user)
    }

    fn role_by_name(&self, organization: OrganizationId, folded: &str) -> Result<Option<Arc<Role>>> {
        let question = Question::RoleNamed(organization, folded.to_owned());
        self.ask(question, || Ok(roles::find_by_name(self.connection, organization, folded)?.map(Arc::new)))
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

    fn group_by_name(&self, organization: OrganizationId, folded: &str) -> Result<Option<Arc<Group>>> {
        let question = Question::GroupNamed(organization, folded.to_owned());
        self.ask(question, || Ok(groups::find_by_name(self.connection, organization, folded)?.map(Arc::new)))
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

    fn furnishings(&self) -> Result<Option<[u8; 32]>> {
        installation::find_furnishings(self.connection)
    }
}
