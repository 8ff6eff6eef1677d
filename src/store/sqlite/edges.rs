//! What a user is connected to, in SQLite, a row for each: the roles it holds, its groups, its direct permissions.
//! Must not know what is at the other end.

use std::collections::BTreeSet;

use rusqlite::{Connection, ToSql, params};

use super::bulk;
use super::rows::{self, Columns};
use crate::domain::{GroupId, Permission, RoleId, User};
use crate::store::Result;

/// The statements about one kind of edge. Parameters and columns are the organization, the user, and the other end.
struct Edges {
    add: &'static str,
    remove: &'static str,
    remove_all: &'static str,
}

const ROLES: Edges = Edges {
    add: "INSERT INTO user_roles (organization, user, role)",
    remove: "DELETE FROM user_roles WHERE organization = ?1 AND user = ?2 AND role = ?3",
    remove_all: "DELETE FROM user_roles WHERE organization = ?1 AND user = ?2",
};

const GROUPS: Edges = Edges {
    add: "INSERT INTO user_groups (organization, user, \"group\")",
    remove: "DELETE FROM user_groups WHERE organization = ?1 AND user = ?2 AND \"group\" = ?3",
    remove_all: "DELETE FROM user_groups WHERE organization = ?1 AND user = ?2",
};

const PERMISSIONS: Edges = Edges {
    add: "INSERT INTO user_permissions (organization, user, permission)",
    remove: "DELETE FROM user_permissions WHERE organization = ?1 AND user = ?2 AND permission = ?3",
    remove_all: "DELETE FROM user_permissions WHERE organization = ?1 AND user = ?2",
};

impl Edges {
    fn exchange<T: Ord + ToSql>(
        &self,
        connection: &Connection,
        user: &User,
        old: Option<&BTreeSet<T>>,
        new: &BTreeSet<T>,
    ) -> Result<()> {
        let none = BTreeSet::new();
        let old = old.unwrap_or(&none);
        for end in old.difference(new) {
            rows::write(connection, self.remove, params![user.organization, user.id, end])?;
        }
        let added: Vec<_> = new.difference(old).map(|end| (user, end)).collect();
        self.add(connection, &added)
    }

    fn add<T: ToSql>(&self, connection: &Connection, edges: &[(&User, T)]) -> Result<()> {
        bulk::insert(connection, self.add, edges, |columns, (user, end)| {
            columns.add(user.organization)?;
            columns.add(user.id)?;
            columns.add(end)
        })
    }
}

/// All edges of a user, in one statement: each row has one other end, in the column of its kind.
const ALL: &str =
    "SELECT role, NULL AS \"group\", NULL AS permission FROM user_roles WHERE organization = ?1 AND user = ?2
    UNION ALL SELECT NULL, \"group\", NULL FROM user_groups WHERE organization = ?1 AND user = ?2
    UNION ALL SELECT NULL, NULL, permission FROM user_permissions WHERE organization = ?1 AND user = ?2";

/// Fills in a user's roles, groups and direct permissions.
pub(super) fn load(connection: &Connection, user: &mut User) -> Result<()> {
    let User { organization, id, roles, groups, permissions, .. } = user;
    rows::list(connection, ALL, params![*organization, *id], |row| {
        let mut columns = Columns::of("user edges", row);
        roles.extend(columns.take::<Option<RoleId>>()?);
        groups.extend(columns.take::<Option<GroupId>>()?);
        permissions.extend(columns.parse_optional(Permission::parse)?);
        Ok(())
    })
}

/// Changes the edges of `old`, which is none for a new user, into those of `new`, touching only what differs.
pub(super) fn exchange(connection: &Connection, old: Option<&User>, new: &User) -> Result<()> {
    let user = old.unwrap_or(new);
    ROLES.exchange(connection, user, old.map(|old| &old.roles), &new.roles)?;
    GROUPS.exchange(connection, user, old.map(|old| &old.groups), &new.groups)?;
    PERMISSIONS.exchange(connection, user, old.map(|old| &old.permissions), &new.permissions)
}

/// Adds the edges of new users.
pub(super) fn insert_all(connection: &Connection, users: &[User]) -> Result<()> {
    let roles: Vec<_> = users.iter().flat_map(|user| user.roles.iter().map(move |role| (user, role))).collect();
    let groups: Vec<_> = users.iter().flat_map(|user| user.groups.iter().map(move |group| (user, group))).collect();
    let permissions = users.iter().flat_map(|user| user.permissions.iter().map(move |permission| (user, permission)));
    ROLES.add(connection, &roles)?;
    GROUPS.add(connection, &groups)?;
    PERMISSIONS.add(connection, &permissions.collect::<Vec<_>>())
}

/// Removes all edges of a user.
pub(super) fn remove_all(connection: &Connection, user: &User) -> Result<()> {
    for edges in [ROLES, GROUPS, PERMISSIONS] {
        rows::write(connection, edges.remove_all, params![user.organization, user.id])?;
    }
    Ok(())
}

/// Says of each direct permission that does not parse what is wrong with it.
pub(super) fn find_unreadable(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT permission, user AS id FROM user_permissions";
    rows::find_unreadable(connection, sql, |row| Columns::of("user_permissions", row).parse(Permission::parse))
}
