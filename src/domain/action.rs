//! The one list of actions, and sets of them. Who holds which is decided elsewhere.

use std::fmt;
use std::str::FromStr;

use super::error::{Error, InvalidReason};

macro_rules! actions {
    ($(#[doc = $doc:literal] $name:ident = $text:literal,)*) => {
        /// An operation on a kind of object, as roles grant it and operations require it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Action {
            $(#[doc = $doc] $name,)*
        }

        impl Action {
            /// Every action, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The action's name, such as `users:update`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }

            /// What it is, as one sentence.
            #[must_use]
            pub const fn description(self) -> &'static str {
                match self {
                    $(Self::$name => $doc.trim_ascii(),)*
                }
            }
        }
    };
}

actions! {
    /// Create a user.
    UsersCreate = "users:create",
    /// Read any user.
    UsersRead = "users:read",
    /// Read one's own account.
    UsersReadSelf = "users:read-self",
    /// Change any user.
    UsersUpdate = "users:update",
    /// Change one's own account.
    UsersUpdateSelf = "users:update-self",
    /// Delete any user.
    UsersDelete = "users:delete",
    /// Import users with what only the server says of others: ids, realms, times and the hashes of passwords.
    UsersRestore = "users:restore",
    /// Read roles.
    RolesRead = "roles:read",
    /// Create a role.
    RolesCreate = "roles:create",
    /// Change a role.
    RolesUpdate = "roles:update",
    /// Delete a role.
    RolesDelete = "roles:delete",
    /// Give roles and permissions to users, and take them.
    RolesAssign = "roles:assign",
    /// Read groups.
    GroupsRead = "groups:read",
    /// Create a group.
    GroupsCreate = "groups:create",
    /// Change a group and its members.
    GroupsUpdate = "groups:update",
    /// Delete a group.
    GroupsDelete = "groups:delete",
    /// Create a key for any user.
    CredentialsCreate = "credentials:create",
    /// Read anybody's keys.
    CredentialsRead = "credentials:read",
    /// Delete anybody's keys.
    CredentialsDelete = "credentials:delete",
    /// Export the hashes of passwords.
    CredentialsExport = "credentials:export",
    /// Create a key for oneself.
    CredentialsCreateSelf = "credentials:create-self",
    /// Read one's own keys.
    CredentialsReadSelf = "credentials:read-self",
    /// Delete one's own keys.
    CredentialsDeleteSelf = "credentials:delete-self",
    /// Read metaschemas.
    MetaschemasRead = "metaschemas:read",
    /// Change metaschemas.
    MetaschemasWrite = "metaschemas:write",
    /// Read organizations.
    OrganizationsRead = "organizations:read",
    /// Change organizations.
    OrganizationsWrite = "organizations:write",
    /// Read the audit trail.
    AuditRead = "audit:read",
    /// Read the outgoing mail.
    MailRead = "mail:read",
    /// Read what the server counts about itself.
    MetricsRead = "metrics:read",
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Action {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::ALL
            .iter()
            .copied()
            .find(|action| action.as_str() == text)
            .ok_or_else(|| Error::invalid("action", InvalidReason::Malformed("is not an action")))
    }
}

/// A set of actions.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ActionSet(u32);

// Invariant: every action has a bit of its own.
const _: () = assert!(Action::ALL.len() <= 32, "an ActionSet has 32 bits");

impl ActionSet {
    /// No action.
    pub const EMPTY: Self = Self(0);
    /// Every action.
    pub const ALL: Self = Self::of(Action::ALL);

    /// The set of these actions.
    #[must_use]
    pub const fn of(actions: &[Action]) -> Self {
        let mut bits = 0;
        let mut index = 0;
        while index < actions.len() {
            bits |= 1 << actions[index] as u32;
            index += 1;
        }
        Self(bits)
    }

    /// A number that only this set has, in this version of the program.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// The actions of either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The actions of both sets.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The actions of this set that the other does not have.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the action is in the set.
    #[must_use]
    pub const fn contains(self, action: Action) -> bool {
        self.0 & (1 << action as u32) != 0
    }

    /// Whether the other set has every action of this one.
    #[must_use]
    pub const fn is_subset(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether there is no action in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The actions, in the order of the list.
    pub fn iter(self) -> impl Iterator<Item = Action> {
        Action::ALL.iter().copied().filter(move |action| self.contains(*action))
    }
}

impl FromIterator<Action> for ActionSet {
    fn from_iter<I: IntoIterator<Item = Action>>(actions: I) -> Self {
        actions.into_iter().fold(Self::EMPTY, |set, action| set.union(Self::of(&[action])))
    }
}

impl fmt::Debug for ActionSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(Action::as_str)).finish()
    }
}

/// What changes nothing.
pub const READS: ActionSet = ActionSet::of(&[
    Action::UsersRead,
    Action::UsersReadSelf,
    Action::RolesRead,
    Action::GroupsRead,
    Action::CredentialsRead,
    Action::CredentialsReadSelf,
    Action::MetaschemasRead,
    Action::OrganizationsRead,
    Action::AuditRead,
    Action::MailRead,
    Action::MetricsRead,
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_parses_from_its_name() {
        for action in Action::ALL {
            assert_eq!(action.as_str().parse::<Action>().ok(), Some(*action));
        }
        assert!("users:fly".parse::<Action>().is_err());
    }

    #[test]
    fn a_set_holds_what_was_put_in() {
        let set: ActionSet = [Action::AuditRead, Action::UsersCreate].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [Action::UsersCreate, Action::AuditRead]);
        assert!(set.is_subset(ActionSet::ALL));
        assert!(!ActionSet::ALL.is_subset(set));
        assert!(ActionSet::EMPTY.is_subset(set) && ActionSet::EMPTY.is_empty());
    }

    #[test]
    fn reads_are_exactly_what_is_called_read() {
        for action in Action::ALL {
            let (_, verb) = action.as_str().split_once(':').expect("every action has a verb");
            assert_eq!(READS.contains(*action), verb.starts_with("read"), "{action}");
        }
    }
}
