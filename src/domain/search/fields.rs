//! What users, groups and roles can be searched and sorted by.

use chrono::{DateTime, Utc};

use super::{Mark, Searched};
use crate::domain::group::Group;
use crate::domain::id::{GroupId, Id, RoleId, UserId};
use crate::domain::name::Email;
use crate::domain::permission::Permission;
use crate::domain::role::Role;
use crate::domain::text::fold;
use crate::domain::user::{Status, User, UserKind};

/// Texts of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserText {
    /// Its id: as a UUID, but for `OneOf` and `Exactly`, which take either text form.
    Id,
    /// Its username.
    Username,
    /// Its e-mail address.
    Email,
    /// Its e-mail address, or its username where it has none.
    EmailOrUsername,
    /// Its first name.
    FirstName,
    /// Its last name.
    LastName,
    /// The name to show.
    DisplayName,
    /// Its picture.
    Avatar,
}

/// Times of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserTime {
    /// When it was made.
    CreatedAt,
    /// When it was last changed.
    UpdatedAt,
    /// When it last logged in.
    LastLoginAt,
}

/// What a user is, or has itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserTrait {
    /// Of this kind.
    Kind(UserKind),
    /// In this status.
    Status(Status),
    /// In this group.
    Group(GroupId),
    /// A holder of this role.
    Role(RoleId),
    /// Granted this permission directly.
    Permission(Permission),
}

/// What users are sorted by. Texts are in the order of their folded forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserKey {
    /// Its id, which is the order of creation.
    Id,
    /// Its username.
    Username,
    /// Its e-mail address.
    Email,
    /// Its e-mail address, or its username where it has none.
    EmailOrUsername,
    /// The name to show.
    DisplayName,
    /// Its status: active before disabled.
    Status,
    /// When it was made.
    CreatedAt,
    /// When it was last changed.
    UpdatedAt,
    /// When it last logged in.
    LastLoginAt,
}

impl Searched for User {
    type Text = UserText;
    type Time = UserTime;
    type Trait = UserTrait;
    type Key = UserKey;

    fn id(&self) -> Id {
        self.id.id()
    }

    fn mark(&self, key: UserKey) -> Mark {
        let email = self.email.as_ref().map(Email::folded);
        match key {
            UserKey::Id => Mark::Id(self.id.id()),
            UserKey::Username => Mark::Text(self.username.folded().to_owned()),
            UserKey::Email => Mark::Text(email.unwrap_or_default().to_owned()),
            UserKey::EmailOrUsername => Mark::Text(email.unwrap_or_else(|| self.username.folded()).to_owned()),
            UserKey::DisplayName => folded(self.display_name.as_deref()),
            UserKey::Status => Mark::Text(self.status.as_str().to_owned()),
            UserKey::CreatedAt => time(Some(self.created_at)),
            UserKey::UpdatedAt => time(Some(self.updated_at)),
            UserKey::LastLoginAt => time(self.last_login_at),
        }
    }
}

/// Texts of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupText {
    /// Its id: as a UUID, but for `OneOf` and `Exactly`, which take either text form.
    Id,
    /// Its name.
    Name,
    /// The name to show.
    DisplayName,
    /// What it is for.
    Description,
}

/// Times of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupTime {
    /// When it was made.
    CreatedAt,
    /// When it was last changed.
    UpdatedAt,
}

/// What a group has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupTrait {
    /// This member.
    Member(UserId),
    /// This role, which its members have through it.
    Role(RoleId),
}

/// What groups are sorted by. Texts are in the order of their folded forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupKey {
    /// Its id, which is the order of creation.
    Id,
    /// Its name.
    Name,
    /// The name to show.
    DisplayName,
    /// When it was made.
    CreatedAt,
    /// When it was last changed.
    UpdatedAt,
}

impl Searched for Group {
    type Text = GroupText;
    type Time = GroupTime;
    type Trait = GroupTrait;
    type Key = GroupKey;

    fn id(&self) -> Id {
        self.id.id()
    }

    fn mark(&self, key: GroupKey) -> Mark {
        match key {
            GroupKey::Id => Mark::Id(self.id.id()),
            GroupKey::Name => folded(Some(&self.name)),
            GroupKey::DisplayName => folded(self.display_name.as_deref()),
            GroupKey::CreatedAt => time(Some(self.created_at)),
            GroupKey::UpdatedAt => time(Some(self.updated_at)),
        }
    }
}

/// Texts of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleText {
    /// Its id: as a UUID, but for `OneOf` and `Exactly`, which take either text form.
    Id,
    /// Its name.
    Name,
    /// What it is for.
    Description,
}

/// Times of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleTime {
    /// When it was made.
    CreatedAt,
    /// When it was last changed.
    UpdatedAt,
}

/// What a role gives, or is given to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoleTrait {
    /// This user holds it itself.
    Holder(UserId),
    /// This group gives it to its members.
    Group(GroupId),
    /// It gives this permission.
    Permission(Permission),
}

/// What roles are sorted by. Texts are in the order of their folded forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleKey {
    /// Its id, which is the order of creation.
    Id,
    /// Its name.
    Name,
    /// When it was made.
    CreatedAt,
    /// When it was last changed.
    UpdatedAt,
}

impl Searched for Role {
    type Text = RoleText;
    type Time = RoleTime;
    type Trait = RoleTrait;
    type Key = RoleKey;

    fn id(&self) -> Id {
        self.id.id()
    }

    fn mark(&self, key: RoleKey) -> Mark {
        match key {
            RoleKey::Id => Mark::Id(self.id.id()),
            RoleKey::Name => folded(Some(&self.name)),
            RoleKey::CreatedAt => time(Some(self.created_at)),
            RoleKey::UpdatedAt => time(Some(self.updated_at)),
        }
    }
}

fn folded(text: Option<&str>) -> Mark {
    Mark::Text(fold(text.unwrap_or_default()))
}

/// The mark of a time. None is before all, and no time of the directory is before 1970.
fn time(at: Option<DateTime<Utc>>) -> Mark {
    Mark::Number(at.map_or(-1, |at| at.timestamp_millis()))
}
