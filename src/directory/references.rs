//! How a request names roles, groups and organizations, and how these become ids.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::group::EVERYONE;
use crate::domain::text::fold;
use crate::domain::{Error, Group, GroupId, Id, InvalidReason, Organization, OrganizationId, Role, RoleId, UserKind};
use crate::limits::NAME_CHARS_MAX;
use crate::store::ReadTransaction;

/// How a request names a role, a group or an organization.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reference {
    /// By its id, in either text form. A text that is no id names nothing.
    Id(String),
    /// By its name.
    Name(String),
}

impl Reference {
    /// The text of the request.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Id(text) | Self::Name(text) => text,
        }
    }

    /// Finds the role that is named, if there is one in this organization.
    pub(super) fn find_role(
        &self,
        txn: &dyn ReadTransaction,
        organization: OrganizationId,
    ) -> Result<Option<Role>, Error> {
        let by_id = |id| txn.role(organization, id);
        let found = self.find(by_id, |folded| txn.role_by_name(organization, folded))?;
        Ok(found.map(Arc::unwrap_or_clone))
    }

    /// Finds the group that is named, if there is one in this organization.
    pub(super) fn find_group(
        &self,
        txn: &dyn ReadTransaction,
        organization: OrganizationId,
    ) -> Result<Option<Group>, Error> {
        let by_id = |id| txn.group(organization, id);
        let found = self.find(by_id, |folded| txn.group_by_name(organization, folded))?;
        Ok(found.map(Arc::unwrap_or_clone))
    }

    /// Finds the organization that is named.
    pub(super) fn find_organization(&self, txn: &dyn ReadTransaction) -> Result<Option<Organization>, Error> {
        self.find(|id| txn.organization(id), |folded| txn.organization_by_name(folded))
    }

    fn find<I: From<Id>, T>(
        &self,
        by_id: impl FnOnce(I) -> Result<Option<T>, Error>,
        by_name: impl FnOnce(&str) -> Result<Option<T>, Error>,
    ) -> Result<Option<T>, Error> {
        match self {
            Self::Id(text) => Id::parse(text).map_or(Ok(None), |id| by_id(id.into())),
            Self::Name(text) if text.chars().nth(NAME_CHARS_MAX).is_some() => Ok(None),
            Self::Name(text) => by_name(&fold(text)),
        }
    }
}

/// What becomes of groups that do not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum UnknownGroups {
    /// The request is refused.
    #[default]
    Refuse,
    /// They are left out, and reported.
    Ignore,
}

/// What a request names and the organization does not have.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Unknown {
    pub(super) roles: Vec<String>,
    pub(super) groups: Vec<String>,
}

impl Unknown {
    /// Refuses what does not exist, and returns the groups that are to be left out.
    ///
    /// This comes after the question whether the caller may give roles and groups at all: one who may not
    /// is not told which ones there are.
    ///
    /// # Errors
    /// `Invalid(UnknownRoles)` or `Invalid(UnknownGroups)` with all that do not exist.
    pub(super) fn refuse(self, groups: UnknownGroups) -> Result<Vec<String>, Error> {
        if !self.roles.is_empty() {
            return Err(Error::invalid("roles", InvalidReason::UnknownRoles(self.roles)));
        }
        if groups == UnknownGroups::Refuse && !self.groups.is_empty() {
            return Err(Error::invalid("groups", InvalidReason::UnknownGroups(self.groups)));
        }
        Ok(self.groups)
    }
}

/// Finds the roles, and the texts that name none.
pub(super) fn resolve_roles(
    txn: &dyn ReadTransaction,
    organization: OrganizationId,
    references: &BTreeSet<Reference>,
) -> Result<(BTreeSet<RoleId>, Vec<String>), Error> {
    resolve(references, |reference| Ok(reference.find_role(txn, organization)?.map(|role| role.id)))
}

/// Finds the groups, and the texts that name none.
pub(super) fn resolve_groups(
    txn: &dyn ReadTransaction,
    organization: OrganizationId,
    references: &BTreeSet<Reference>,
) -> Result<(BTreeSet<GroupId>, Vec<String>), Error> {
    resolve(references, |reference| Ok(reference.find_group(txn, organization)?.map(|group| group.id)))
}

fn resolve<T: Ord>(
    references: &BTreeSet<Reference>,
    find: impl Fn(&Reference) -> Result<Option<T>, Error>,
) -> Result<(BTreeSet<T>, Vec<String>), Error> {
    let mut known = BTreeSet::new();
    let mut unknown = Vec::new();
    for reference in references {
        match find(reference)? {
            Some(id) => {
                known.insert(id);
            }
            None => unknown.push(reference.text().to_owned()),
        }
    }
    Ok((known, unknown))
}

/// Puts a person into the system group of all persons, and anybody else out of it: nobody's choice.
pub(super) fn settle_everyone(
    txn: &dyn ReadTransaction,
    organization: OrganizationId,
    kind: UserKind,
    groups: &mut BTreeSet<GroupId>,
) -> Result<(), Error> {
    let everyone = everyone(txn, organization)?;
    match kind {
        UserKind::Person => groups.insert(everyone),
        UserKind::Service => groups.remove(&everyone),
    };
    Ok(())
}

fn everyone(txn: &dyn ReadTransaction, organization: OrganizationId) -> Result<GroupId, Error> {
    let group = txn.group_by_name(organization, &fold(EVERYONE))?;
    Ok(group.ok_or_else(|| Error::internal(format!("organization {organization} has no group {EVERYONE}")))?.id)
}
