//! What a user is connected to, in SQLite, a row for each: the roles it holds, its groups, its direct permissions.
//! Must not know what is at the other end.

use std::collections::BTreeSet;

use rusqlite::{Connection, ToSql, params};

use super::rows::{self, Columns};
use crate::domain::{Permission, User};
use crate::store::Result;

/// The statements about one kind of edge. Parameters are the organization, the user, and the other end.
struct Edges {
    table: &'static str,
    list: &'static str,
    add: &'static str,
    remove: &'static str,
    remove_all: &'static str,
}

const ROLES: Edges = Edges {
    table: "user_roles",
    list: "SELECT role FROM user_roles WHERE organization = ?1 AND user = ?2",
    add: "INSERT INTO user_roles (organization, user, role) VALUES (?1, ?2, ?3)",
    remove: "DELETE FROM user_roles WHERE organization = ?1 AND user = ?2 AND role = ?3",
    remove_all: "DELETE FROM user_roles WHERE organization = ?1 AND user = ?2",
};

const GROUPS: Edges = Edges {
    table: "user_groups",
    list: "SELECT \"group\" FROM user_groups WHERE organization = ?1 AND user = ?2",
    add: "INSERT INTO user_groups (organization, user, \"group\") VALUES (?1, ?2, ?3)",
    remove: "DELETE FROM user_groups WHERE organization = ?1 AND user = ?2 AND \"group\" = ?3",
    remove_all: "DELETE FROM user_groups WHERE organization = ?1 AND user = ?2",
};

const PERMISSIONS: Edges = Edges {
    table: "user_permissions",
    list: "SELECT permission FROM user_permissions WHERE organization = ?1 AND user = ?2",
    add: "INSERT INTO user_permissions (organization, user, permission) VALUES (?1, ?2, ?3)",
    remove: "DELETE FROM user_permissions WHERE organization = ?1 AND user = ?2 AND permission = ?3",
    remove_all: "DELETE FROM user_permissions WHERE organization = ?1 AND user = ?2",
};

impl Edges {
    fn ends<T: Ord>(
        &self,
        connection: &Connection,
        user: &User,
        parse: impl Fn(&mut Columns<'_>) -> Result<T>,
    ) -> Result<BTreeSet<T>> {
        rows::list(connection, self.list, params![user.organization, user.id], |row| {
            parse(&mut Columns::of(self.table, row))
        })
    }

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
        for end in new.difference(old) {
            rows::write(connection, self.add, params![user.organization, user.id, end])?;
        }
        Ok(())
    }
}

/// Fills in a user's roles, groups and direct permissions.
pub(super) fn load(connection: &Connection, user: &mut User) -> Result<()> {
    user.roles = ROLES.ends(connection, user, |columns| columns.take())?;
    user.groups = GROUPS.ends(connection, user, |columns| columns.take())?;
    user.permissions = PERMISSIONS.ends(connection, user, |columns| columns.parse(Permission::parse))?;
    Ok(())
}

/// Changes the edges of `old`, which is none for a new user, into those of `new`, touching only what differs.
pub(super) fn exchange(connection: &Connection, old: Option<&User>, new: &User) -> Result<()> {
    let user = old.unwrap_or(new);
    ROLES.exchange(connection, user, old.map(|old| &old.roles), &new.roles)?;
    GROUPS.exchange(connection, user, old.map(|old| &old.groups), &new.groups)?;
    PERMISSIONS.exchange(connection, user, old.map(|old| &old.permissions), &new.permissions)
}

/// Removes all edges of a user.
pub(super) fn remove_all(connection: &Connection, user: &User) -> Result<()> {
    for edges in [ROLES, GROUPS, PERMISSIONS] {
        rows::write(connection, edges.remove_all, params![user.organization, user.id])?;
    }
    Ok(())
}
