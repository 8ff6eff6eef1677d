//! What a user is connected to, in SQLite, a row for each: the roles it holds, its groups, its direct permissions.
//! Must not know what is at the other end.

use std::collections::BTreeSet;

use rusqlite::{Connection, ToSql, params};

use super::rows::{self, Columns};
use crate::domain::{Error, Permission, User, UserId};
use crate::store::Result;

/// The statements about one kind of edge. Parameters are the organization, the user, and the other end; of
/// `list_range` the organization and the first and last user.
struct Edges {
    table: &'static str,
    list: &'static str,
    list_range: &'static str,
    add: &'static str,
    remove: &'static str,
    remove_all: &'static str,
}

const ROLES: Edges = Edges {
    table: "user_roles",
    list: "SELECT role FROM user_roles WHERE organization = ?1 AND user = ?2",
    list_range: "SELECT user, role FROM user_roles WHERE organization = ?1 AND user BETWEEN ?2 AND ?3",
    add: "INSERT INTO user_roles (organization, user, role) VALUES (?1, ?2, ?3)",
    remove: "DELETE FROM user_roles WHERE organization = ?1 AND user = ?2 AND role = ?3",
    remove_all: "DELETE FROM user_roles WHERE organization = ?1 AND user = ?2",
};

const GROUPS: Edges = Edges {
    table: "user_groups",
    list: "SELECT \"group\" FROM user_groups WHERE organization = ?1 AND user = ?2",
    list_range: "SELECT user, \"group\" FROM user_groups WHERE organization = ?1 AND user BETWEEN ?2 AND ?3",
    add: "INSERT INTO user_groups (organization, user, \"group\") VALUES (?1, ?2, ?3)",
    remove: "DELETE FROM user_groups WHERE organization = ?1 AND user = ?2 AND \"group\" = ?3",
    remove_all: "DELETE FROM user_groups WHERE organization = ?1 AND user = ?2",
};

const PERMISSIONS: Edges = Edges {
    table: "user_permissions",
    list: "SELECT permission FROM user_permissions WHERE organization = ?1 AND user = ?2",
    list_range: "SELECT user, permission FROM user_permissions WHERE organization = ?1 AND user BETWEEN ?2 AND ?3",
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

    /// Fills in the set of each user. The users are neighbours: all that one organization has between the first and
    /// the last, by id.
    fn distribute<T: Ord>(
        &self,
        connection: &Connection,
        users: &mut [User],
        parse: impl Fn(&mut Columns<'_>) -> Result<T>,
        set: impl Fn(&mut User) -> &mut BTreeSet<T>,
    ) -> Result<()> {
        let (Some(first), Some(last)) = (users.first(), users.last()) else { return Ok(()) };
        let range = params![first.organization, first.id, last.id];
        let edges: Vec<(UserId, T)> = rows::list(connection, self.list_range, range, |row| {
            let mut columns = Columns::of(self.table, row);
            Ok((columns.take()?, parse(&mut columns)?))
        })?;
        for (id, end) in edges {
            let found = users.binary_search_by_key(&id, |user| user.id);
            let position = found.map_err(|_| Error::internal(format!("corrupt {}: no user {id}", self.table)))?;
            set(&mut users[position]).insert(end);
        }
        Ok(())
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

/// Fills in the roles, groups and direct permissions of users who are neighbours by id.
pub(super) fn load_page(connection: &Connection, users: &mut [User]) -> Result<()> {
    ROLES.distribute(connection, users, |columns| columns.take(), |user| &mut user.roles)?;
    GROUPS.distribute(connection, users, |columns| columns.take(), |user| &mut user.groups)?;
    PERMISSIONS.distribute(connection, users, |columns| columns.parse(Permission::parse), |user| &mut user.permissions)
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
