//! What a list of users can depend on, and what a change of a user is one of: a write makes only those lists doubtful that
//! depend on something that it changes. It must not know what is remembered of a list.

use std::ops::BitOr;

use crate::domain::User;
use crate::domain::search::{Condition, Search, UserKey, UserText, UserTime, UserTrait};

/// What lists of users can depend on, each a bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Aspects(u16);

impl Aspects {
    /// How many there are.
    pub(super) const COUNT: usize = 13;

    /// Who there is, of which kind, and since when: all lists depend on it.
    pub(super) const EXISTENCE: Self = Self(1);
    pub(super) const USERNAME: Self = Self(1 << 1);
    const EMAIL: Self = Self(1 << 2);
    const FIRST_NAME: Self = Self(1 << 3);
    const LAST_NAME: Self = Self(1 << 4);
    const DISPLAY_NAME: Self = Self(1 << 5);
    const AVATAR: Self = Self(1 << 6);
    pub(super) const STATUS: Self = Self(1 << 7);
    const UPDATED_AT: Self = Self(1 << 8);
    const GROUPS: Self = Self(1 << 9);
    const ROLES: Self = Self(1 << 10);
    const PERMISSIONS: Self = Self(1 << 11);
    /// When somebody last logged in.
    pub(super) const LOGIN: Self = Self(1 << 12);
    /// Everything: somebody comes or goes.
    pub(super) const ALL: Self = Self((1 << Self::COUNT) - 1);

    /// Those in which a user differs from what it was.
    pub(super) fn of_difference(old: &User, new: &User) -> Self {
        let differences = [
            (old.username != new.username, Self::USERNAME),
            (old.email != new.email, Self::EMAIL),
            (old.first_name != new.first_name, Self::FIRST_NAME),
            (old.last_name != new.last_name, Self::LAST_NAME),
            (old.display_name != new.display_name, Self::DISPLAY_NAME),
            (old.avatar != new.avatar, Self::AVATAR),
            (old.status != new.status, Self::STATUS),
            (old.groups != new.groups, Self::GROUPS),
            (old.roles != new.roles, Self::ROLES),
            (old.permissions != new.permissions, Self::PERMISSIONS),
        ];
        let differing = differences.into_iter().filter_map(|(differs, aspect)| differs.then_some(aspect));
        differing.fold(Self::UPDATED_AT, BitOr::bitor)
    }

    /// Those that a list depends on.
    pub(super) fn of_search(search: &Search<User>) -> Self {
        let conditions = search.conditions.iter().map(Self::of_condition);
        let keys = search.sort.iter().map(|sort| Self::of_key(sort.by));
        conditions.chain(keys).fold(Self::EXISTENCE, BitOr::bitor)
    }

    fn of_condition(condition: &Condition<User>) -> Self {
        match condition {
            Condition::Text(field, _) => Self::of_text(*field),
            Condition::Time(UserTime::CreatedAt, _) | Condition::Is(UserTrait::Kind(_)) => Self::EXISTENCE,
            Condition::Time(UserTime::UpdatedAt, _) => Self::UPDATED_AT,
            Condition::Time(UserTime::LastLoginAt, _) => Self::LOGIN,
            Condition::Is(UserTrait::Status(_)) => Self::STATUS,
            Condition::Is(UserTrait::Group(_)) => Self::GROUPS,
            Condition::Is(UserTrait::Role(_)) => Self::ROLES,
            Condition::Is(UserTrait::Permission(_)) => Self::PERMISSIONS,
            Condition::Any(inner) => inner.iter().map(Self::of_condition).fold(Self::EXISTENCE, BitOr::bitor),
            Condition::Not(inner) => Self::of_condition(inner),
        }
    }

    const fn of_text(field: UserText) -> Self {
        match field {
            UserText::Id => Self::EXISTENCE,
            UserText::Username => Self::USERNAME,
            UserText::Email => Self::EMAIL,
            UserText::EmailOrUsername => Self(Self::EMAIL.0 | Self::USERNAME.0),
            UserText::FirstName => Self::FIRST_NAME,
            UserText::LastName => Self::LAST_NAME,
            UserText::DisplayName => Self::DISPLAY_NAME,
            UserText::Avatar => Self::AVATAR,
        }
    }

    const fn of_key(key: UserKey) -> Self {
        match key {
            UserKey::Id | UserKey::CreatedAt => Self::EXISTENCE,
            UserKey::Username => Self::USERNAME,
            UserKey::Email => Self::EMAIL,
            UserKey::EmailOrUsername => Self(Self::EMAIL.0 | Self::USERNAME.0),
            UserKey::DisplayName => Self::DISPLAY_NAME,
            UserKey::Status => Self::STATUS,
            UserKey::UpdatedAt => Self::UPDATED_AT,
            UserKey::LastLoginAt => Self::LOGIN,
        }
    }

    /// Whether they have one in common.
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Their numbers.
    pub(super) fn bits(self) -> impl Iterator<Item = usize> {
        (0..Self::COUNT).filter(move |bit| self.0 & (1 << bit) != 0)
    }
}

impl BitOr for Aspects {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
