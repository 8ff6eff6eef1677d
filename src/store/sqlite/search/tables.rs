//! What the fields of users, groups and roles are called in the tables.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::condition::blob;
use crate::domain::search::{
    GroupKey, GroupText, GroupTime, GroupTrait, RoleKey, RoleText, RoleTime, RoleTrait, Searched, UserKey, UserText,
    UserTime, UserTrait,
};
use crate::domain::{Group, Id, OrganizationId, Role, User};
use crate::store::Result;
use crate::store::sqlite::{groups, roles, users};

/// A noun in its table. What it names is an expression that is never NULL, but for a nullable time.
pub(in crate::store::sqlite) trait Table: Searched {
    /// The table.
    const TABLE: &'static str;
    /// Its id.
    const ID: &'static str;

    /// A field that holds text.
    fn text(field: Self::Text) -> TextColumn;
    /// Whether the index of texts has a field.
    fn is_indexed(_: Self::Text) -> bool {
        false
    }
    /// A field that holds a time.
    fn time(field: Self::Time) -> TimeColumn;
    /// What a key of an order compares.
    fn key(key: Self::Key) -> &'static str;
    /// What makes an object so.
    fn fact(what: &Self::Trait) -> Fact;

    /// Finds an object with all that belongs to it.
    fn find(connection: &Connection, organization: OrganizationId, id: Id) -> Result<Option<Self>>;
    /// The bytes of its values that can be long.
    fn long_bytes(&self) -> usize;
}

/// A text, as it is written and folded.
pub(in crate::store::sqlite) struct TextColumn {
    pub(super) written: &'static str,
    pub(super) folded: &'static str,
    /// The column that both show, if it is an id.
    pub(super) id: Option<&'static str>,
}

impl TextColumn {
    const fn new(written: &'static str, folded: &'static str) -> Self {
        Self { written, folded, id: None }
    }

    const fn of_id(id: &'static str, shown: &'static str) -> Self {
        Self { written: shown, folded: shown, id: Some(id) }
    }
}

/// A time, which may be absent or not.
#[derive(Clone, Copy)]
pub(in crate::store::sqlite) struct TimeColumn {
    pub(super) name: &'static str,
    pub(super) nullable: bool,
}

impl TimeColumn {
    const fn new(name: &'static str) -> Self {
        Self { name, nullable: false }
    }
}

/// What makes an object so.
pub(in crate::store::sqlite) enum Fact {
    /// A column with which every index begins has this value.
    First(&'static str, Value),
    /// A column has this value.
    Equal(&'static str, Value),
    /// A column of words with a space between has this one.
    Word(&'static str, String),
    /// There is a row that links it to something else.
    Edge(Edge),
}

/// A row that links an object to something else. Its table is called `link` where it is used.
pub(in crate::store::sqlite) struct Edge {
    pub(super) table: &'static str,
    /// The column with the object.
    pub(super) linked: &'static str,
    /// The column with the other end, ...
    pub(super) linked_other: &'static str,
    /// ... and what it has to be.
    pub(super) other: Value,
}

impl Edge {
    const fn fact(table: &'static str, linked: &'static str, linked_other: &'static str, other: Value) -> Fact {
        Fact::Edge(Self { table, linked, linked_other, other })
    }
}

const GROUP: &str = "link.\"group\"";
const ROLE: &str = "link.role";
const USER: &str = "link.user";

impl Table for User {
    const TABLE: &'static str = "users";
    const ID: &'static str = "users.id";

    fn text(field: UserText) -> TextColumn {
        match field {
            UserText::Id => TextColumn::of_id("users.id", "uuid_text(users.id)"),
            UserText::Username => TextColumn::new("users.username", "users.username_folded"),
            UserText::Email => TextColumn::new("coalesce(users.email, '')", "users.email_folded"),
            UserText::EmailOrUsername => {
                TextColumn::new("coalesce(users.email, users.username)", Self::key(UserKey::EmailOrUsername))
            }
            UserText::FirstName => {
                TextColumn::new("coalesce(users.first_name, '')", "fold(coalesce(users.first_name, ''))")
            }
            UserText::LastName => {
                TextColumn::new("coalesce(users.last_name, '')", "fold(coalesce(users.last_name, ''))")
            }
            UserText::DisplayName => TextColumn::new("coalesce(users.display_name, '')", "users.display_name_folded"),
            UserText::Avatar => TextColumn::new("coalesce(users.avatar, '')", "fold(coalesce(users.avatar, ''))"),
        }
    }

    fn is_indexed(field: UserText) -> bool {
        !matches!(field, UserText::Id | UserText::Avatar)
    }

    fn time(field: UserTime) -> TimeColumn {
        match field {
            UserTime::CreatedAt => TimeColumn::new("users.created_at"),
            UserTime::UpdatedAt => TimeColumn::new("users.updated_at"),
            UserTime::LastLoginAt => TimeColumn { name: "users.last_login_at", nullable: true },
        }
    }

    fn key(key: UserKey) -> &'static str {
        match key {
            UserKey::Id => "users.id",
            UserKey::Username => "users.username_folded",
            UserKey::Email => "users.email_folded",
            UserKey::EmailOrUsername => "coalesce(nullif(users.email_folded, ''), users.username_folded)",
            UserKey::DisplayName => "users.display_name_folded",
            UserKey::Status => "users.status",
            UserKey::CreatedAt => "users.created_at",
            UserKey::UpdatedAt => "users.updated_at",
            UserKey::LastLoginAt => "coalesce(users.last_login_at, -1)",
        }
    }

    fn fact(what: &UserTrait) -> Fact {
        match what {
            UserTrait::Kind(kind) => Fact::First("users.kind", text(kind.as_str())),
            UserTrait::Status(status) => Fact::Equal("users.status", text(status.as_str())),
            UserTrait::Group(group) => Edge::fact("user_groups", USER, GROUP, blob(group.id())),
            UserTrait::Role(role) => Edge::fact("user_roles", USER, ROLE, blob(role.id())),
            UserTrait::Permission(permission) => {
                Edge::fact("user_permissions", USER, "link.permission", text(permission.as_str()))
            }
        }
    }

    fn find(connection: &Connection, organization: OrganizationId, id: Id) -> Result<Option<Self>> {
        users::find(connection, organization, id.into())
    }

    fn long_bytes(&self) -> usize {
        self.metadata.as_str().len() + self.avatar.as_ref().map_or(0, String::len)
    }
}

impl Table for Group {
    const TABLE: &'static str = "groups";
    const ID: &'static str = "groups.id";

    fn text(field: GroupText) -> TextColumn {
        match field {
            GroupText::Id => TextColumn::of_id("groups.id", "uuid_text(groups.id)"),
            GroupText::Name => TextColumn::new("groups.name", "groups.name_folded"),
            GroupText::DisplayName => {
                TextColumn::new("coalesce(groups.display_name, '')", Self::key(GroupKey::DisplayName))
            }
            GroupText::Description => TextColumn::new("groups.description", "fold(groups.description)"),
        }
    }

    fn time(field: GroupTime) -> TimeColumn {
        match field {
            GroupTime::CreatedAt => TimeColumn::new("groups.created_at"),
            GroupTime::UpdatedAt => TimeColumn::new("groups.updated_at"),
        }
    }

    fn key(key: GroupKey) -> &'static str {
        match key {
            GroupKey::Id => "groups.id",
            GroupKey::Name => "groups.name_folded",
            GroupKey::DisplayName => "fold(coalesce(groups.display_name, ''))",
            GroupKey::CreatedAt => "groups.created_at",
            GroupKey::UpdatedAt => "groups.updated_at",
        }
    }

    fn fact(what: &GroupTrait) -> Fact {
        match what {
            GroupTrait::Member(user) => Edge::fact("user_groups", GROUP, USER, blob(user.id())),
            GroupTrait::Role(role) => Edge::fact("group_roles", GROUP, ROLE, blob(role.id())),
        }
    }

    fn find(connection: &Connection, organization: OrganizationId, id: Id) -> Result<Option<Self>> {
        groups::find(connection, organization, id.into())
    }

    fn long_bytes(&self) -> usize {
        self.metadata.as_str().len()
    }
}

impl Table for Role {
    const TABLE: &'static str = "roles";
    const ID: &'static str = "roles.id";

    fn text(field: RoleText) -> TextColumn {
        match field {
            RoleText::Id => TextColumn::of_id("roles.id", "uuid_text(roles.id)"),
            RoleText::Name => TextColumn::new("roles.name", "roles.name_folded"),
            RoleText::Description => TextColumn::new("roles.description", "fold(roles.description)"),
        }
    }

    fn time(field: RoleTime) -> TimeColumn {
        match field {
            RoleTime::CreatedAt => TimeColumn::new("roles.created_at"),
            RoleTime::UpdatedAt => TimeColumn::new("roles.updated_at"),
        }
    }

    fn key(key: RoleKey) -> &'static str {
        match key {
            RoleKey::Id => "roles.id",
            RoleKey::Name => "roles.name_folded",
            RoleKey::CreatedAt => "roles.created_at",
            RoleKey::UpdatedAt => "roles.updated_at",
        }
    }

    fn fact(what: &RoleTrait) -> Fact {
        match what {
            RoleTrait::Holder(user) => Edge::fact("user_roles", ROLE, USER, blob(user.id())),
            RoleTrait::Group(group) => Edge::fact("group_roles", ROLE, GROUP, blob(group.id())),
            RoleTrait::Permission(permission) => Fact::Word("roles.permissions", permission.as_str().to_owned()),
        }
    }

    fn find(connection: &Connection, organization: OrganizationId, id: Id) -> Result<Option<Self>> {
        roles::find(connection, organization, id.into())
    }

    fn long_bytes(&self) -> usize {
        0
    }
}

fn text(word: &str) -> Value {
    Value::Text(word.to_owned())
}
