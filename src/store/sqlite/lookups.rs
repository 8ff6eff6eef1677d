//! The lookups of a SQLite transaction: in one that writes, what is known is not looked up again.
//! Must not know what is looked up for what.

use std::sync::Arc;

use super::transaction::SqliteTransaction;
use super::{credentials, groups, lookup, organizations, roles, users};
use crate::domain::{
    Credential, CredentialId, Group, GroupId, Organization, OrganizationId, Role, RoleId, User, UserId, Username,
};
use crate::store::memory::Question;
use crate::store::{Derivation, Derived, Lookups, NameKind, Result};

impl Lookups for SqliteTransaction<'_> {
    fn organization(&self, id: OrganizationId) -> Result<Option<Organization>> {
        self.ask(Question::Organization(id), || organizations::find(self.connection, id))
    }

    fn user(&self, organization: OrganizationId, id: UserId) -> Result<Option<User>> {
        self.ask(Question::User(organization, id), || users::find(self.connection, organization, id))
    }

    fn username(&self, organization: OrganizationId, id: UserId) -> Result<Option<Username>> {
        self.ask(Question::Username(organization, id), || users::find_username(self.connection, organization, id))
    }

    fn find_name(&self, kind: NameKind, folded: &str) -> Result<Option<(OrganizationId, UserId)>> {
        self.ask(Question::Holder(kind, folded.to_owned()), || {
            let holder = lookup::find(self.connection, kind.into(), folded)?;
            Ok(holder.map(|(organization, id)| (organization, id.into())))
        })
    }

    fn role(&self, organization: OrganizationId, id: RoleId) -> Result<Option<Arc<Role>>> {
        let find = || Ok(roles::find(self.connection, organization, id)?.map(Arc::new));
        self.ask(Question::Role(organization, id), find)
    }

    fn group(&self, organization: OrganizationId, id: GroupId) -> Result<Option<Arc<Group>>> {
        let find = || Ok(groups::find(self.connection, organization, id)?.map(Arc::new));
        self.ask(Question::Group(organization, id), find)
    }

    fn credential(&self, id: CredentialId) -> Result<Option<Credential>> {
        self.ask(Question::Credential(id), || credentials::find(self.connection, id))
    }

    fn credential_by_secret(&self, hash: &[u8; 32]) -> Result<Option<Credential>> {
        self.ask(Question::Secret(*hash), || credentials::find_by_secret(self.connection, hash))
    }

    fn derive(&self, _: Derivation, make: &dyn Fn(&dyn Lookups) -> Result<Derived>) -> Result<Derived> {
        make(self)
    }
}
