//! Roles: named sets of actions and permissions, their limits, and what a partial update of one says.
//! Who may change one is not known here; what the built-in ones give is in the table of powers.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::limits::{DESCRIPTION_CHARS_MAX, NAME_CHARS_MAX, ROLE_PERMISSIONS_MAX};

use super::action::{Action, ActionSet};
use super::audit::FieldChange;
use super::change::SetChange;
use super::error::{Error, InvalidReason};
use super::id::{OrganizationId, RoleId};
use super::permission::Permission;
use super::text::{check_name, check_text, listed};

/// A named set of actions and permissions of one organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its id.
    pub id: RoleId,
    /// The organization that it belongs to.
    pub organization: OrganizationId,
    /// Its name, unique in the organization after folding.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// What its holders may do.
    pub actions: ActionSet,
    /// The permissions that its holders have.
    pub permissions: BTreeSet<Permission>,
    /// Whether it is built in.
    pub builtin: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts its changes, from 1.
    pub version: u64,
}

impl Role {
    /// Checks what the types of the fields do not say: the limits of texts and sets.
    ///
    /// # Errors
    /// `Invalid` for the first field that passes its limit.
    pub fn check_limits(&self) -> Result<(), Error> {
        check_name(&self.name, NAME_CHARS_MAX)?;
        check_text("description", &self.description, DESCRIPTION_CHARS_MAX)?;
        if self.permissions.len() > ROLE_PERMISSIONS_MAX {
            return Err(Error::invalid("permissions", InvalidReason::TooMany { max: ROLE_PERMISSIONS_MAX }));
        }
        Ok(())
    }
}

/// What a partial update says about each field of a role. The default says nothing at all.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct RolePatch {
    /// The name, which cannot be empty.
    pub name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// What its holders may do.
    pub actions: Option<ActionSet>,
    /// The permissions that its holders have.
    pub permissions: SetChange<Permission>,
}

impl RolePatch {
    /// The role as it would be. Times and version stay, for the caller to set where something differs.
    #[must_use]
    pub fn apply(&self, role: &Role) -> Role {
        Role {
            name: self.name.clone().unwrap_or_else(|| role.name.clone()),
            description: self.description.clone().unwrap_or_else(|| role.description.clone()),
            actions: self.actions.unwrap_or(role.actions),
            permissions: self.permissions.applied_to(&role.permissions),
            ..role.clone()
        }
    }
}

/// Which of the fields that can change differ between two states of a role, of which either may be
/// that there is none. No difference means that there is nothing to write.
#[must_use]
pub fn changes_between(old: Option<&Role>, new: Option<&Role>) -> Vec<FieldChange> {
    let field = |name: &str, read: &dyn Fn(&Role) -> Option<String>| {
        FieldChange::between(name, old.and_then(read), new.and_then(read))
    };
    [
        field("name", &|role| Some(role.name.clone())),
        field("description", &|role| Some(role.description.clone())),
        field("actions", &|role| listed(&role.actions.iter().map(Action::as_str).collect())),
        field("permissions", &|role| listed(&role.permissions)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
