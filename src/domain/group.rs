//! Groups of users: the model, its limits, and what a partial update of one says.
//! Who may change one is not known here.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::limits::{DESCRIPTION_CHARS_MAX, GROUP_ROLES_MAX, NAME_CHARS_MAX};

use super::audit::FieldChange;
use super::change::{Change, SetChange};
use super::error::{Error, InvalidReason};
use super::id::{GroupId, OrganizationId, RoleId};
use super::text::{check_name, check_text, listed};
use super::user::Metadata;

/// The name of the system group that every person of an organization is in.
pub const EVERYONE: &str = "Everyone";

/// A set of users of one organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// The organization that it belongs to.
    pub organization: OrganizationId,
    /// Its name, unique in the organization after folding.
    pub name: String,
    /// The name to show.
    pub display_name: Option<String>,
    /// What it is for.
    pub description: String,
    /// What others keep with it.
    pub metadata: Metadata,
    /// The roles that its members hold through it.
    pub roles: BTreeSet<RoleId>,
    /// Whether it is a system group, whose members are not chosen.
    pub builtin: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts its changes, from 1.
    pub version: u64,
}

impl Group {
    /// Checks what the types of the fields do not say: the limits of texts and sets.
    ///
    /// # Errors
    /// `Invalid` for the first field that passes its limit.
    pub fn check_limits(&self) -> Result<(), Error> {
        check_texts(Some(&self.name), self.display_name.as_deref(), Some(&self.description))?;
        if self.roles.len() > GROUP_ROLES_MAX {
            return Err(Error::invalid("roles", InvalidReason::TooMany { max: GROUP_ROLES_MAX }));
        }
        Ok(())
    }
}

/// Checks the name, the name to show and the description of a group, as far as they are said.
///
/// # Errors
/// `Invalid` for the first that passes its limit.
pub fn check_texts(name: Option<&str>, display_name: Option<&str>, description: Option<&str>) -> Result<(), Error> {
    name.map_or(Ok(()), |name| check_name(name, NAME_CHARS_MAX))?;
    check_text("display_name", display_name.unwrap_or_default(), NAME_CHARS_MAX)?;
    check_text("description", description.unwrap_or_default(), DESCRIPTION_CHARS_MAX)
}

/// What a partial update says about each field of a group. The default says nothing at all.
///
/// `R` is how roles are named: only a patch that names them by id can be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupPatch<R = RoleId> {
    /// The name, which cannot be empty.
    pub name: Option<String>,
    /// The name to show.
    pub display_name: Change<String>,
    /// What it is for.
    pub description: Option<String>,
    /// The metadata; cleared means the empty object.
    pub metadata: Change<Metadata>,
    /// The roles.
    pub roles: SetChange<R>,
}

// Derived, it would ask that `R` has a default too.
impl<R> Default for GroupPatch<R> {
    fn default() -> Self {
        Self {
            name: None,
            display_name: Change::Keep,
            description: None,
            metadata: Change::Keep,
            roles: SetChange::Keep,
        }
    }
}

impl<R> GroupPatch<R> {
    /// Checks what is wrong with the texts whichever group they are for, before one is looked for.
    ///
    /// # Errors
    /// `Invalid` for the first text that passes its limit.
    pub fn check_texts(&self) -> Result<(), Error> {
        check_texts(self.name.as_deref(), self.display_name.value().map(String::as_str), self.description.as_deref())
    }

    /// The same patch with its roles named otherwise.
    pub fn with_roles<S>(self, roles: SetChange<S>) -> GroupPatch<S> {
        let Self { name, display_name, description, metadata, roles: _ } = self;
        GroupPatch { name, display_name, description, metadata, roles }
    }
}

impl GroupPatch {
    /// The group as it would be. Times and version stay, for the caller to set where something differs.
    #[must_use]
    pub fn apply(&self, group: &Group) -> Group {
        let metadata = self.metadata.applied_to(&Some(group.metadata.clone()));
        Group {
            name: self.name.clone().unwrap_or_else(|| group.name.clone()),
            display_name: self.display_name.applied_to(&group.display_name),
            description: self.description.clone().unwrap_or_else(|| group.description.clone()),
            metadata: metadata.unwrap_or_else(Metadata::empty),
            roles: self.roles.applied_to(&group.roles),
            ..group.clone()
        }
    }
}

/// Which of the fields that can change differ between two states of a group, of which either may be
/// that there is none. No difference means that there is nothing to write.
#[must_use]
pub fn changes_between(old: Option<&Group>, new: Option<&Group>) -> Vec<FieldChange> {
    let field = |name: &str, read: &dyn Fn(&Group) -> Option<String>| {
        FieldChange::between(name, old.and_then(read), new.and_then(read))
    };
    [
        field("name", &|group| Some(group.name.clone())),
        field("display_name", &|group| group.display_name.clone()),
        field("description", &|group| Some(group.description.clone())),
        field("metadata", &|group| Some(group.metadata.as_str().to_owned())),
        field("roles", &|group| listed(&group.roles)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;

    fn group() -> Group {
        Group {
            id: Id::new(1, [1; 6]).into(),
            organization: Id::new(0, [1; 6]).into(),
            name: "Crew".to_owned(),
            display_name: None,
            description: String::new(),
            metadata: Metadata::empty(),
            roles: BTreeSet::new(),
            builtin: false,
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
            version: 1,
        }
    }

    #[test]
    fn a_patch_changes_what_it_says_and_nothing_else() {
        let role: RoleId = Id::new(2, [2; 6]).into();
        assert_eq!(GroupPatch::default().apply(&group()), group());
        let patch = GroupPatch {
            name: Some("Team".to_owned()),
            display_name: Change::Set("The team".to_owned()),
            roles: SetChange::Add([role].into()),
            ..GroupPatch::default()
        };
        let changed = patch.apply(&group());
        let fields: Vec<String> =
            changes_between(Some(&group()), Some(&changed)).into_iter().map(|change| change.field).collect();
        assert_eq!(fields, ["name", "display_name", "roles"]);
        let back = GroupPatch {
            name: Some("Crew".to_owned()),
            display_name: Change::Clear,
            metadata: Change::Clear,
            roles: SetChange::Remove([role].into()),
            ..GroupPatch::default()
        };
        assert_eq!(back.apply(&changed), group());
    }

    #[test]
    fn texts_and_sets_have_limits() {
        let roles = |count: u8| (0..=count).map(|number| RoleId::from(Id::new(3, [number; 6]))).collect();
        let long = "x".repeat(NAME_CHARS_MAX + 1);
        let cases = [
            ("", Group { name: "x".repeat(NAME_CHARS_MAX), roles: roles(255), ..group() }),
            ("name", Group { name: String::new(), ..group() }),
            ("name", Group { name: " \u{200b}".to_owned(), ..group() }),
            ("name", Group { name: long.clone(), ..group() }),
            ("name", Group { name: "a\0".to_owned(), ..group() }),
            ("display_name", Group { display_name: Some(long.clone()), ..group() }),
            ("description", Group { description: long, ..group() }),
        ];
        for (expected, group) in cases {
            let blamed = match group.check_limits() {
                Ok(()) => String::new(),
                Err(Error::Invalid { field, .. }) => field,
                Err(other) => panic!("{other:?}"),
            };
            assert_eq!(blamed, expected, "{}", group.name);
        }
    }
}
