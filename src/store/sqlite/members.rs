//! Who is in a group or holds a role, in SQLite: how many, and the first of them by name.
//! Must not know what membership gives.

use rusqlite::{Connection, Row, ToSql, params};

use super::rows::{self, Columns};
use crate::domain::{Email, GroupId, Identity, OrganizationId, RoleId, UserKind, Username};
use crate::store::Result;

/// The statements about the users at one end of a kind of edge. Parameters are the organization, the other end, and,
/// of `list`, how many at most.
struct Members {
    count: &'static str,
    list: &'static str,
}

const OF_GROUP: Members = Members {
    count: "SELECT count(*) FROM user_groups WHERE organization = ?1 AND \"group\" = ?2",
    list: "SELECT users.id, users.kind, users.username, users.email FROM user_groups
           JOIN users ON users.organization = user_groups.organization AND users.id = user_groups.user
           WHERE user_groups.organization = ?1 AND user_groups.\"group\" = ?2 ORDER BY user_groups.user LIMIT ?3",
};

const OF_ROLE: Members = Members {
    count: "SELECT count(*) FROM user_roles WHERE organization = ?1 AND role = ?2",
    list: "SELECT users.id, users.kind, users.username, users.email FROM user_roles
           JOIN users ON users.organization = user_roles.organization AND users.id = user_roles.user
           WHERE user_roles.organization = ?1 AND user_roles.role = ?2 ORDER BY user_roles.user LIMIT ?3",
};

impl Members {
    fn read(
        &self,
        connection: &Connection,
        organization: OrganizationId,
        of: impl ToSql,
        limit: u32,
    ) -> Result<(u64, Vec<Identity>)> {
        let count = rows::count(connection, self.count, params![organization, of])?;
        Ok((count, rows::list(connection, self.list, params![organization, of, limit], parse)?))
    }
}

/// Counts the members of a group, and lists the first of them, by id, at most `limit`.
pub(super) fn of_group(
    connection: &Connection,
    organization: OrganizationId,
    group: GroupId,
    limit: u32,
) -> Result<(u64, Vec<Identity>)> {
    OF_GROUP.read(connection, organization, group, limit)
}

/// Counts the users who hold a role themselves, and lists the first of them, by id, at most `limit`.
pub(super) fn of_role(
    connection: &Connection,
    organization: OrganizationId,
    role: RoleId,
    limit: u32,
) -> Result<(u64, Vec<Identity>)> {
    OF_ROLE.read(connection, organization, role, limit)
}

fn parse(row: &Row<'_>) -> Result<Identity> {
    let mut columns = Columns::of("users", row);
    Ok(Identity {
        id: columns.take()?,
        kind: columns.parse(UserKind::parse)?,
        username: columns.parse(Username::parse)?,
        email: columns.parse_optional(Email::parse)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::samples::id;
    use crate::store::sqlite::plan;

    #[test]
    fn members_are_counted_and_listed_along_their_edges() {
        let connection = plan::empty();
        let (organization, of): (OrganizationId, GroupId) = (id(1), id(2));
        for (members, index) in [
            (OF_GROUP, "user_groups_by_group (organization=? AND group=?)"),
            (OF_ROLE, "user_roles_by_role (organization=? AND role=?)"),
        ] {
            let edges = plan::explain(&connection, members.count, params![organization, of]);
            let everyone = plan::explain(&connection, members.list, params![organization, of, 9]);
            assert_eq!(edges.len(), 1, "{edges:?}");
            assert!(edges[0].ends_with(index) && edges[0].contains("COVERING"), "{edges:?}");
            assert_eq!(everyone.len(), 2, "nothing is sorted: {everyone:?}");
            assert!(everyone[0].ends_with(index) && everyone[0].contains("COVERING"), "{everyone:?}");
            assert!(everyone[1].contains("organization=? AND id=?"), "{everyone:?}");
        }
    }
}
