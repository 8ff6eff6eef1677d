//! How a request names roles and groups, and how these become ids.

use std::collections::BTreeSet;

use crate::domain::group::EVERYONE;
use crate::domain::text::fold;
use crate::domain::{Error, GroupId, Id, InvalidReason, OrganizationId, RoleId};
use crate::limits::NAME_CHARS_MAX;
use crate::store::ReadTransaction;

/// How a request names a role or a group.
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

    fn find<T: From<Id>>(
        &self,
        by_id: impl FnOnce(T) -> Result<Option<T>, Error>,
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
    resolve(references, |reference| {
        reference.find(
            |id| Ok(txn.role(organization, id)?.map(|role| role.id)),
            |folded| Ok(txn.role_by_name(organization, folded)?.map(|role| role.id)),
        )
    })
}

/// Finds the groups, and the texts that name none.
pub(super) fn resolve_groups(
    txn: &dyn ReadTransaction,
    organization: OrganizationId,
    references: &BTreeSet<Reference>,
) -> Result<(BTreeSet<GroupId>, Vec<String>), Error> {
    resolve(references, |reference| {
        reference.find(
            |id| Ok(txn.group(organization, id)?.map(|group| group.id)),
            |folded| Ok(txn.group_by_name(organization, folded)?.map(|group| group.id)),
        )
    })
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

/// The system group that every user of the organization is in.
pub(super) fn everyone(txn: &dyn ReadTransaction, organization: OrganizationId) -> Result<GroupId, Error> {
    let group = txn.group_by_name(organization, &fold(EVERYONE))?;
    Ok(group.ok_or_else(|| Error::internal(format!("organization {organization} has no group {EVERYONE}")))?.id)
}
