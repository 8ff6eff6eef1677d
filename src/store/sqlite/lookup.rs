//! What is unique in the whole instance: one small table from a kind and a folded name to an organization and an id.
//! Must not know what else is kept about the object.

use rusqlite::{Connection, params};

use super::error::{internal, is_duplicate};
use super::rows::{self, Columns};
use crate::domain::{Error, Id, OrganizationId};
use crate::store::{NameKind, Result};

/// A kind of name that no two objects of the instance share.
#[derive(Clone, Copy, Debug)]
pub(super) enum Unique {
    /// An organization's name.
    Organization,
    /// A user's username.
    Username,
    /// A user's e-mail address.
    Email,
    /// A credential's id, in base 32.
    KeyId,
    /// A credential's secret, as the hexadecimal SHA-256 of its whole text.
    KeySecret,
}

impl Unique {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::Username => "username",
            Self::Email => "email",
            Self::KeyId => "key-id",
            Self::KeySecret => "key-secret",
        }
    }

    /// The field to blame when the name is taken.
    const fn field(self) -> &'static str {
        match self {
            Self::Organization => "name",
            Self::Username => "username",
            Self::Email => "email",
            Self::KeyId => "id",
            Self::KeySecret => "key",
        }
    }
}

impl From<NameKind> for Unique {
    fn from(kind: NameKind) -> Self {
        match kind {
            NameKind::Username => Self::Username,
            NameKind::Email => Self::Email,
        }
    }
}

/// Gives up the usernames of an organization.
pub(super) const RELEASE_USERNAMES: &str = "DELETE FROM lookup WHERE kind = ?2 AND organization = ?1
     AND name IN (SELECT username_folded FROM users WHERE organization = ?1)";
/// Gives up the e-mail addresses of an organization.
pub(super) const RELEASE_EMAILS: &str = "DELETE FROM lookup WHERE kind = ?2 AND organization = ?1
     AND name IN (SELECT email_folded FROM users WHERE organization = ?1)";

/// Whose name it is: the organization and the id of the object.
pub(super) type Holder = (OrganizationId, Id);

/// Finds who holds a name.
pub(super) fn find(connection: &Connection, kind: Unique, name: &str) -> Result<Option<Holder>> {
    let sql = "SELECT organization, object FROM lookup WHERE kind = ?1 AND name = ?2";
    rows::find(connection, sql, params![kind.as_str(), name], |row| {
        let mut columns = Columns::of("lookup", row);
        Ok((columns.take()?, columns.take()?))
    })
}

/// Takes a name that must be free.
pub(super) fn claim(connection: &Connection, kind: Unique, name: &str, holder: Holder) -> Result<()> {
    let sql = "INSERT INTO lookup (kind, name, organization, object) VALUES (?1, ?2, ?3, ?4)";
    let mut statement = connection.prepare_cached(sql).map_err(internal)?;
    match statement.execute(params![kind.as_str(), name, holder.0, holder.1]) {
        Ok(_) => Ok(()),
        Err(error) if is_duplicate(&error) => Err(Error::AlreadyExists { field: kind.field() }),
        Err(error) => Err(internal(error)),
    }
}

/// Gives up a name that the holder has.
pub(super) fn release(connection: &Connection, kind: Unique, name: &str, holder: Holder) -> Result<()> {
    let sql = "DELETE FROM lookup WHERE kind = ?1 AND name = ?2 AND organization = ?3 AND object = ?4";
    match rows::write(connection, sql, params![kind.as_str(), name, holder.0, holder.1])? {
        1 => Ok(()),
        _ => Err(Error::internal(format!("corrupt lookup: {} has no {} to release", holder.1, kind.as_str()))),
    }
}

/// Gives up the names of all users of an organization, who are still there.
pub(super) fn release_users(connection: &Connection, organization: OrganizationId) -> Result<()> {
    rows::write(connection, RELEASE_USERNAMES, params![organization, Unique::Username.as_str()])?;
    rows::write(connection, RELEASE_EMAILS, params![organization, Unique::Email.as_str()]).map(|_| ())
}

/// Exchanges a name for another, where they differ.
pub(super) fn exchange(
    connection: &Connection,
    kind: Unique,
    old: Option<&str>,
    new: Option<&str>,
    holder: Holder,
) -> Result<()> {
    if old == new {
        return Ok(());
    }
    old.map_or(Ok(()), |name| release(connection, kind, name, holder))?;
    new.map_or(Ok(()), |name| claim(connection, kind, name, holder))
}
