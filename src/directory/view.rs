//! What the use cases answer: a user with everything that a dialect needs to show it, from the same transaction.

use crate::auth::Grants;
use crate::domain::{ActionSet, Error, Group, Organization, Principal, Role, User, UserId};
use crate::store::ReadTransaction;

/// A user with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserView {
    /// The user.
    pub user: User,
    /// The organization that it belongs to.
    pub organization: Organization,
    /// Its roles, by id.
    pub roles: Vec<Role>,
    /// Its groups, by id.
    pub groups: Vec<Group>,
    /// The username of who made it, if that was somebody who still exists.
    pub created_by_name: Option<String>,
    /// The username of who changed it last, if that was somebody who still exists.
    pub updated_by_name: Option<String>,
    /// What it may do while it is active, whatever grants it.
    pub allowed: ActionSet,
}

/// A user that was made or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The user as it is now.
    pub view: UserView,
    /// The groups that were named, do not exist, and were left out.
    pub ignored_groups: Vec<String>,
}

impl UserView {
    /// Reads what belongs to the user. Whose request it is only saves looking up a name that is known.
    pub(super) fn assemble(txn: &dyn ReadTransaction, asking: &Principal, user: User) -> Result<Self, Error> {
        let organization = txn.organization(user.organization)?;
        let organization =
            organization.ok_or_else(|| Error::internal(format!("user {} has no organization", user.id)))?;
        let roles = txn.roles_of(user.organization, user.id)?;
        let groups = txn.groups_of(user.organization, user.id)?;
        let name_of = |id: UserId| -> Result<Option<String>, Error> {
            if id == asking.user {
                return Ok(Some(asking.username.clone()));
            }
            if id == user.id {
                return Ok(Some(user.username.to_string()));
            }
            Ok(txn.user(user.organization, id)?.map(|user| user.username.to_string()))
        };
        let created_by_name = user.created_by.map_or(Ok(None), name_of)?;
        let updated_by_name = if user.updated_by == user.created_by {
            created_by_name.clone()
        } else {
            user.updated_by.map_or(Ok(None), name_of)?
        };
        let allowed = Grants::of(&user, &roles).actions;
        Ok(Self { user, organization, roles, groups, created_by_name, updated_by_name, allowed })
    }
}
