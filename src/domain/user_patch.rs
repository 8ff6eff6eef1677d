//! What a partial update of a user says, and the pure function that applies it.

use std::collections::BTreeSet;
use std::fmt::Display;

use super::audit::FieldChange;
use super::change::{Change, SetChange};
use super::id::{GroupId, RoleId};
use super::name::{Email, Username};
use super::permission::Permission;
use super::user::{Metadata, Status, User};

/// What a partial update says about each field. The default says nothing at all.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct UserPatch {
    /// The username, which cannot be empty.
    pub username: Option<Username>,
    /// The e-mail address.
    pub email: Change<Email>,
    /// The first name.
    pub first_name: Change<String>,
    /// The last name.
    pub last_name: Change<String>,
    /// The name to show.
    pub display_name: Change<String>,
    /// The picture.
    pub avatar: Change<String>,
    /// The metadata; cleared means the empty object.
    pub metadata: Change<Metadata>,
    /// The id with a single-sign-on provider.
    pub sso_id: Change<String>,
    /// Whether the user can authenticate.
    pub status: Option<Status>,
    /// The direct permissions.
    pub permissions: SetChange<Permission>,
    /// The roles.
    pub roles: SetChange<RoleId>,
    /// The groups.
    pub groups: SetChange<GroupId>,
}

impl UserPatch {
    /// Applies the update: the user as it would be, and which fields differ. Times and version are the
    /// caller's to set, and only where something differs: without changes there is nothing to write.
    #[must_use]
    pub fn apply(&self, user: &User) -> (User, Vec<FieldChange>) {
        let mut new = user.clone();
        if let Some(username) = &self.username {
            new.username = username.clone();
        }
        new.email = self.email.applied_to(&user.email);
        new.first_name = self.first_name.applied_to(&user.first_name);
        new.last_name = self.last_name.applied_to(&user.last_name);
        new.display_name = self.display_name.applied_to(&user.display_name);
        new.avatar = self.avatar.applied_to(&user.avatar);
        new.metadata =
            self.metadata.applied_to(&Some(user.metadata.clone())).unwrap_or_else(Metadata::empty);
        new.sso_id = self.sso_id.applied_to(&user.sso_id);
        new.status = self.status.unwrap_or(user.status);
        new.permissions = self.permissions.applied_to(&user.permissions);
        new.roles = self.roles.applied_to(&user.roles);
        new.groups = self.groups.applied_to(&user.groups);
        let changes = changes_between(user, &new);
        (new, changes)
    }
}

/// Which of the fields that can change differ between two states of a user.
#[must_use]
pub fn changes_between(old: &User, new: &User) -> Vec<FieldChange> {
    let username = |user: &User| Some(user.username.as_str().to_owned());
    let email = |user: &User| user.email.as_ref().map(ToString::to_string);
    let metadata = |user: &User| Some(user.metadata.as_str().to_owned());
    let status = |user: &User| Some(user.status.as_str().to_owned());
    let field = |name, read: &dyn Fn(&User) -> Option<String>| {
        FieldChange::between(name, read(old), read(new))
    };
    [
        field("username", &username),
        field("email", &email),
        field("first_name", &|user| user.first_name.clone()),
        field("last_name", &|user| user.last_name.clone()),
        field("display_name", &|user| user.display_name.clone()),
        field("avatar", &|user| user.avatar.clone()),
        field("metadata", &metadata),
        field("sso_id", &|user| user.sso_id.clone()),
        field("status", &status),
        field("permissions", &|user| listed(&user.permissions)),
        field("roles", &|user| listed(&user.roles)),
        field("groups", &|user| listed(&user.groups)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The members of a set in their order, separated by spaces; `None` for the empty set.
fn listed<T: Display>(set: &BTreeSet<T>) -> Option<String> {
    let members: Vec<String> = set.iter().map(ToString::to_string).collect();
    (!members.is_empty()).then(|| members.join(" "))
}
