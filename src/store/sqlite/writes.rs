//! The changes of a SQLite transaction: each method names the noun's file that does it, and tells what it makes doubtful.
//! Must not know when the transaction began or how it ends.

use chrono::{DateTime, Utc};

use super::transaction::SqliteTransaction;
use super::{
    audit, credentials, groups, installation, kept_answers, mail, metaschemas, organizations, passwords, roles, users,
};
use crate::domain::{
    AuditLink, AuditRecord, Credential, Group, KeptAnswer, Mail, Metaschema, Organization, OrganizationId, Role, User,
    UserId,
};
use crate::store::aspects::Aspects;
use crate::store::memory::{Question, Touched};
use crate::store::{Result, WriteTransaction};

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
        self.touch([Touched::One(Question::Users(user.organization, Aspects::ALL))]);
        users::insert(self.connection, user)?;
        self.make(Question::User(user.organization, user.id), user.clone());
        Ok(())
    }

    fn claim_names(&self, user: &User) -> Result<()> {
        users::claim_names(self.connection, user)
    }

    fn insert_users(&self, organization: OrganizationId, users: &[User]) -> Result<()> {
        self.touch([Touched::One(Question::Users(organization, Aspects::ALL))]);
        users::insert_all(self.connection, users)
    }

    fn update_user(&self, old: &User, new: &User) -> Result<()> {
        let question = Question::User(old.organization, old.id);
        let known = self.draft.and_then(|draft| draft.recall(&question)).and_then(|answer| User::try_from(answer).ok());
        let listed = Question::Users(old.organization, Aspects::of_difference(old, new));
        let touched = [question.clone(), listed].map(Touched::One);
        self.touch(touched.into_iter().chain(Touched::difference(old, new)));
        users::update(self.connection, old, new)?;
        if let Some(known) = known.filter(|known| known.version == old.version) {
            self.make(question, users::updated(known, new));
        }
        Ok(())
    }

    fn delete_user(&self, user: &User) -> Result<()> {
        self.touch([Touched::One(Question::Users(user.organization, Aspects::ALL))]);
        self.touch(Touched::user(user));
        let credentials = credentials::list_of_user(self.connection, user.organization, user.id)?;
        self.touch(credentials.iter().flat_map(Touched::credential));
        users::delete(self.connection, user, &credentials)
    }

    fn touch_login(&self, organization: OrganizationId, user: UserId, at: DateTime<Utc>) -> Result<()> {
        let touched = [Question::User(organization, user), Question::Users(organization, Aspects::LOGIN)];
        self.touch(touched.map(Touched::One));
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

    fn append_audits(&self, organization: OrganizationId, records: &[AuditRecord]) -> Result<()> {
        let question = Question::AuditHead(organization);
        let head = self.ask(question.clone(), || audit::find_head(self.connection, organization))?;
        let link = audit::append(self.connection, records, head.unwrap_or(AuditLink::START))?;
        self.make(question, link);
        Ok(())
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

    fn set_furnishings(&self, digest: &[u8; 32]) -> Result<()> {
        installation::set_furnishings(self.connection, digest)
    }
}
