//! The lookups of a SQLite transaction: in one that writes, what is known is not looked up again.
//! Must not know what is looked up for what.

use std::collections::BTreeSet;
use std::fmt::Display;

use super::transaction::SqliteTransaction;
use super::{credentials, groups, lookup, organizations, roles, users};
use crate::domain::{
    Credential, CredentialId, Error, Group, Organization, OrganizationId, Role, RoleId, User, UserId, Username,
};
use crate::store::memory::Question;
use crate::store::{Lookups, NameKind, ReadTransaction, Result};

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

    fn roles_granted_to(&self, organization: OrganizationId, user: UserId) -> Result<Vec<Role>> {
        if !self.is_writing() {
            return roles::list_granted_to(self.connection, organization, user);
        }
        let Some(user) = self.user(organization, user)? else { return Ok(Vec::new()) };
        let groups = each(&user.groups, |id| self.group(organization, id))?;
        let granted: BTreeSet<RoleId> = groups.into_iter().flat_map(|group| group.roles).chain(user.roles).collect();
        each(&granted, |id| self.role(organization, id))
    }

    fn groups_of(&self, organization: OrganizationId, user: UserId) -> Result<Vec<Group>> {
        if !self.is_writing() {
            return groups::list_of_user(self.connection, organization, user);
        }
        let Some(user) = self.user(organization, user)? else { return Ok(Vec::new()) };
        each(&user.groups, |id| self.group(organization, id))
    }

    fn credential(&self, id: CredentialId) -> Result<Option<Credential>> {
        self.ask(Question::Credential(id), || credentials::find(self.connection, id))
    }

    fn credential_by_secret(&self, hash: &[u8; 32]) -> Result<Option<Credential>> {
        self.ask(Question::Secret(*hash), || credentials::find_by_secret(self.connection, hash))
    }
}

/// Finds what a user is connected to. Where much is known, that is less than looking for all of it at once.
fn each<I: Copy + Display, T>(ids: &BTreeSet<I>, find: impl Fn(I) -> Result<Option<T>>) -> Result<Vec<T>> {
    let find = |id: &I| find(*id)?.ok_or_else(|| Error::internal(format!("{id} is referred to and not there")));
    ids.iter().map(find).collect()
}
