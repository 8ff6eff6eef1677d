//! What a job may ask of its transaction: lookups by key, and changes one object at a time.
//! Knows the domain's types; must not know an engine, a policy, or why anything is asked.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{Lookups, Result};
use crate::domain::search::{Condition, Search, Slice, Start};
use crate::domain::{
    AuditEntry, AuditFilter, AuditRecord, Credential, CredentialId, Group, GroupId, Id, Identity, KeptAnswer, Mail,
    MailId, MailStatus, Metaschema, MetaschemaId, Order, Organization, OrganizationId, Role, RoleId, Status,
    TargetKind, User, UserId,
};

/// The kinds of user name that are unique in the whole instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// The username.
    Username,
    /// The e-mail address.
    Email,
}

/// A part of an audit trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditSlice {
    /// The records with their places in the chain, in the order that was asked for.
    pub entries: Vec<AuditEntry>,
    /// Whether there are more.
    pub more: bool,
}

/// A row of an audit trail as it is found, whatever has become of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScannedAudit {
    /// The position that the row has.
    pub position: u64,
    /// What is written there; none where it cannot be read.
    pub entry: Option<AuditEntry>,
}

/// A consistent view of the directory. Lookups answer `None` where there is nothing, and `Internal` where a row is
/// corrupt. Names are given folded, as the domain folds them.
#[expect(clippy::missing_errors_doc, reason = "said once, above")]
pub trait ReadTransaction: Lookups {
    /// Finds an organization by its name, which is unique in the instance.
    fn organization_by_name(&self, folded: &str) -> Result<Option<Organization>>;

    /// Finds the organization that exists from the first start.
    fn platform(&self) -> Result<Option<Organization>>;
    /// Lists at most `limit` organizations, by id, from after an id or from the first.
    fn organizations_page(&self, after: Option<OrganizationId>, limit: u32) -> Result<Vec<Organization>>;

    /// Lists the users that fit from a place on, with what belongs to them: at most `limit`, and fewer where they are
    /// large.
    fn search_users(
        &self,
        organization: OrganizationId,
        search: &Search<User>,
        start: &Start,
        limit: u32,
    ) -> Result<Slice<User>>;
    /// Counts the users that fit.
    fn count_users(&self, organization: OrganizationId, conditions: &[Condition<User>]) -> Result<u64>;
    /// Counts the users that fit, by status: each that occurs, the active first.
    fn count_users_by_status(
        &self,
        organization: OrganizationId,
        conditions: &[Condition<User>],
    ) -> Result<Vec<(Status, u64)>>;
    /// Finds a user's password hash, in PHC string format.
    fn password(&self, organization: OrganizationId, user: UserId) -> Result<Option<String>>;
    /// As `password`, of a user who is active.
    fn active_password(&self, organization: OrganizationId, user: UserId) -> Result<Option<String>>;

    /// Finds a role by name.
    fn role_by_name(&self, organization: OrganizationId, folded: &str) -> Result<Option<Arc<Role>>>;
    /// Counts the users who hold a role themselves, and lists the first of them, by id, at most `limit`.
    fn role_users(&self, organization: OrganizationId, id: RoleId, limit: u32) -> Result<(u64, Vec<Identity>)>;
    /// Counts the groups that give a role, and lists the first of them, by id, at most `limit`.
    fn role_groups(&self, organization: OrganizationId, id: RoleId, limit: u32) -> Result<(u64, Vec<Group>)>;

    /// Lists the roles that fit from a place on, at most `limit`.
    fn search_roles(
        &self,
        organization: OrganizationId,
        search: &Search<Role>,
        start: &Start,
        limit: u32,
    ) -> Result<Slice<Role>>;
    /// Counts the roles that fit.
    fn count_roles(&self, organization: OrganizationId, conditions: &[Condition<Role>]) -> Result<u64>;

    /// Finds a group by name.
    fn group_by_name(&self, organization: OrganizationId, folded: &str) -> Result<Option<Arc<Group>>>;
    /// Counts the members of a group, and lists the first of them, by id, at most `limit`.
    fn group_members(&self, organization: OrganizationId, id: GroupId, limit: u32) -> Result<(u64, Vec<Identity>)>;

    /// Lists the groups that fit from a place on, with their roles: at most `limit`, and fewer where they are large.
    fn search_groups(
        &self,
        organization: OrganizationId,
        search: &Search<Group>,
        start: &Start,
        limit: u32,
    ) -> Result<Slice<Group>>;
    /// Counts the groups that fit.
    fn count_groups(&self, organization: OrganizationId, conditions: &[Condition<Group>]) -> Result<u64>;

    /// Counts the credentials of all users, session tokens included.
    fn count_credentials(&self, organization: OrganizationId) -> Result<u64>;
    /// Lists a user's credentials, by id.
    fn credentials_of(&self, organization: OrganizationId, user: UserId) -> Result<Vec<Credential>>;
    /// Lists at most `limit` credentials of all persons, by id, from after an id or from the first, session tokens left
    /// out.
    fn credentials_page(
        &self,
        organization: OrganizationId,
        after: Option<CredentialId>,
        limit: u32,
    ) -> Result<Vec<Credential>>;
    /// Lists at most `limit` session tokens of all users that have expired by a time, the longest expired first.
    fn expired_sessions(&self, organization: OrganizationId, at: DateTime<Utc>, limit: u32) -> Result<Vec<Credential>>;

    /// Finds a metaschema.
    fn metaschema(&self, organization: OrganizationId, id: MetaschemaId) -> Result<Option<Metaschema>>;
    /// Finds a metaschema by its name, which is compared as it is.
    fn metaschema_by_name(&self, organization: OrganizationId, name: &str) -> Result<Option<Metaschema>>;
    /// Lists the metaschemas of an organization, which has only so many, by name.
    fn metaschemas(&self, organization: OrganizationId) -> Result<Vec<Metaschema>>;

    /// Lists the newest `limit` audit records about one object, newest first.
    fn audit_of(
        &self,
        organization: OrganizationId,
        target_kind: TargetKind,
        target_id: Id,
        limit: u32,
    ) -> Result<Vec<AuditRecord>>;
    /// Lists the audit records that fit, from behind a position or from the beginning of the order: at most `limit`, and
    /// fewer where they are long.
    fn audit_slice(
        &self,
        organization: OrganizationId,
        filter: &AuditFilter,
        order: Order,
        after: Option<u64>,
        limit: u32,
    ) -> Result<AuditSlice>;
    /// Finds between which positions everything is that was done from a time on and before another. Clocks can go back,
    /// so other things can be there too, but few.
    fn audit_span(
        &self,
        organization: OrganizationId,
        from: Option<DateTime<Utc>>,
        to: Option<DateTime<Utc>>,
    ) -> Result<Option<(u64, u64)>>;
    /// Reads at most `limit` audit records from after a position on, in their order, those that are damaged included.
    fn scan_audit(&self, organization: OrganizationId, after: u64, limit: u32) -> Result<Vec<ScannedAudit>>;
    /// Lists the organizations that are there or have left audit records, by id.
    fn audited_organizations(&self) -> Result<Vec<OrganizationId>>;

    /// Lists at most `limit` mails, the newest first, from before an id or from the newest, of one status or of all.
    fn mail_page(
        &self,
        organization: OrganizationId,
        status: Option<MailStatus>,
        before: Option<MailId>,
        limit: u32,
    ) -> Result<Vec<Mail>>;
    /// Lists at most `limit` mails of all organizations that are to be sent by now, those that wait longest first.
    fn due_mail(&self, now: DateTime<Utc>, limit: u32) -> Result<Vec<Mail>>;

    /// Finds an answer that is kept, expired or not, by its lookup value.
    fn kept_answer(&self, organization: OrganizationId, lookup: &[u8; 32]) -> Result<Option<KeptAnswer>>;
    /// Finds when that one of the answers kept for a user expires which so many others outlive.
    fn kept_answer_expiry_behind(
        &self,
        organization: OrganizationId,
        user: UserId,
        newer: u32,
    ) -> Result<Option<DateTime<Utc>>>;

    /// Finds the secret key of this installation, with which what is handed out is authenticated when it comes back.
    fn installation_key(&self) -> Result<Option<[u8; 32]>>;
    /// Finds the digest of what every organization of this installation was given last.
    fn furnishings(&self) -> Result<Option<[u8; 32]>>;
}

/// A transaction that may change the directory. Each method does all of its change or none of it, but where the error is
/// internal: then the job has to fail as well.
///
/// An update or deletion names the object as it was read: if the stored version is another, or the row is gone, it
/// answers `Conflict`. An update stores version `old.version + 1`, whatever the new value's version says, and writes
/// only what differs; the id, the organization and the creation are never changed. A name that is taken answers
/// `AlreadyExists` with its field.
#[expect(clippy::missing_errors_doc, reason = "said once, above")]
pub trait WriteTransaction: ReadTransaction {
    /// Adds an organization. Of those that are the platform, there can be one.
    fn insert_organization(&self, organization: &Organization) -> Result<()>;
    /// Changes an organization.
    fn update_organization(&self, old: &Organization, new: &Organization) -> Result<()>;
    /// Removes an organization with everything in it, but for its audit trail. How much that may be is for the caller to
    /// check.
    fn delete_organization(&self, organization: &Organization) -> Result<()>;

    /// Adds a user with its names, roles, groups and direct permissions.
    fn insert_user(&self, user: &User) -> Result<()>;
    /// Takes the names of a user who is added later in the same transaction: `AlreadyExists` if somebody has one of them.
    fn claim_names(&self, user: &User) -> Result<()>;
    /// Adds users of one organization whose names have been taken, with their roles, groups and direct permissions.
    fn insert_users(&self, organization: OrganizationId, users: &[User]) -> Result<()>;
    /// Changes a user, all but its login times (see `touch_login`).
    fn update_user(&self, old: &User, new: &User) -> Result<()>;
    /// Removes a user with its names, edges, password, credentials, and the answers kept for it.
    fn delete_user(&self, user: &User) -> Result<()>;
    /// Notes a login: the last, and the first if there was none. Leaves the version alone, as nothing was edited.
    fn touch_login(&self, organization: OrganizationId, user: UserId, at: DateTime<Utc>) -> Result<()>;
    /// Sets or replaces a user's password hash, in PHC string format.
    fn set_password(&self, organization: OrganizationId, user: UserId, phc: &str) -> Result<()>;
    /// Removes a user's password, if there is one.
    fn delete_password(&self, organization: OrganizationId, user: UserId) -> Result<()>;

    /// Adds a role.
    fn insert_role(&self, role: &Role) -> Result<()>;
    /// Changes a role.
    fn update_role(&self, old: &Role, new: &Role) -> Result<()>;
    /// Removes a role, also from all users and groups that have it.
    fn delete_role(&self, role: &Role) -> Result<()>;

    /// Adds a group with its roles.
    fn insert_group(&self, group: &Group) -> Result<()>;
    /// Changes a group and its roles.
    fn update_group(&self, old: &Group, new: &Group) -> Result<()>;
    /// Removes a group with its roles and all its memberships.
    fn delete_group(&self, group: &Group) -> Result<()>;

    /// Adds a credential, findable by its id and by the hash of its secret.
    fn insert_credential(&self, credential: &Credential) -> Result<()>;
    /// Changes a credential.
    fn update_credential(&self, old: &Credential, new: &Credential) -> Result<()>;
    /// Removes a credential.
    fn delete_credential(&self, credential: &Credential) -> Result<()>;

    /// Adds a metaschema.
    fn insert_metaschema(&self, metaschema: &Metaschema) -> Result<()>;
    /// Changes a metaschema.
    fn update_metaschema(&self, old: &Metaschema, new: &Metaschema) -> Result<()>;
    /// Removes a metaschema.
    fn delete_metaschema(&self, metaschema: &Metaschema) -> Result<()>;

    /// Adds a record to the end of its organization's audit trail, which is never changed, and chains it to the one before.
    fn append_audit(&self, record: &AuditRecord) -> Result<()> {
        self.append_audits(record.organization, std::slice::from_ref(record))
    }
    /// Adds records of one organization to its audit trail, in their order.
    fn append_audits(&self, organization: OrganizationId, records: &[AuditRecord]) -> Result<()>;

    /// Adds a mail.
    fn insert_mail(&self, mail: &Mail) -> Result<()>;
    /// Notes how far the delivery of a mail has come. `Conflict` if it does not wait any more, or was tried since.
    fn update_mail_delivery(&self, old: &Mail, new: &Mail) -> Result<()>;

    /// Keeps an answer, in place of what is found by the same lookup value.
    fn keep_answer(&self, answer: &KeptAnswer) -> Result<()>;
    /// Removes at most `limit` answers that have expired by a time, the longest expired first.
    fn forget_expired_answers(&self, organization: OrganizationId, at: DateTime<Utc>, limit: u32) -> Result<()>;

    /// Sets the secret key of this installation, once.
    fn insert_installation_key(&self, key: &[u8; 32]) -> Result<()>;
    /// Notes the digest of what every organization of this installation has been given.
    fn set_furnishings(&self, digest: &[u8; 32]) -> Result<()>;
}
