//! Users in SQLite: one row each, with their names in the lookup table; their edges and passwords are next door.
//! Must not know why a user changes.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, params};

use super::lookup::{self, Unique};
use super::rows::{self, Columns, Millis, atomically, write_guarded};
use super::{credentials, edges, kept_answers, passwords};
use crate::domain::text::fold;
use crate::domain::{
    Email, Error, Kind, Metadata, OrganizationId, Realm, RealmKind, Status, User, UserId, UserKind, Username,
};
use crate::store::Result;

/// The columns that [`parse`] reads.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT organization, id, kind, username, email, first_name, last_name, display_name, sso_id, status,
                    realm_kind, realm_id, builtin, created_at, updated_at, created_by, updated_by,
                    first_login_at, last_login_at, version, description, metadata, avatar FROM users ",
            $rest
        )
    };
}

/// Finds a user with its edges.
pub(super) fn find(connection: &Connection, organization: OrganizationId, id: UserId) -> Result<Option<User>> {
    let sql = select!("WHERE organization = ?1 AND id = ?2");
    let Some(mut user) = rows::find(connection, sql, params![organization, id], parse)? else { return Ok(None) };
    edges::load(connection, &mut user)?;
    Ok(Some(user))
}

/// Finds a user's username.
pub(super) fn find_username(
    connection: &Connection,
    organization: OrganizationId,
    id: UserId,
) -> Result<Option<Username>> {
    let sql = "SELECT username FROM users WHERE organization = ?1 AND id = ?2";
    rows::find(connection, sql, params![organization, id], |row| Columns::of("users", row).parse(Username::parse))
}

/// Parses a user's row. Its edges are elsewhere.
fn parse(row: &Row<'_>) -> Result<User> {
    let mut columns = Columns::of("users", row);
    Ok(User {
        organization: columns.take()?,
        id: columns.take()?,
        kind: columns.parse(UserKind::parse)?,
        username: columns.parse(Username::parse)?,
        email: columns.parse_optional(Email::parse)?,
        first_name: columns.take()?,
        last_name: columns.take()?,
        display_name: columns.take()?,
        sso_id: columns.take()?,
        status: columns.parse(Status::parse)?,
        realm: Realm { kind: columns.parse(RealmKind::parse)?, id: columns.take()? },
        builtin: columns.flag()?,
        created_at: columns.time()?,
        updated_at: columns.time()?,
        created_by: columns.take()?,
        updated_by: columns.take()?,
        first_login_at: columns.optional_time()?,
        last_login_at: columns.optional_time()?,
        version: columns.version()?,
        description: columns.take()?,
        metadata: columns.parse(|text| Metadata::from_object_text(text.to_owned()))?,
        avatar: columns.take()?,
        permissions: BTreeSet::new(),
        roles: BTreeSet::new(),
        groups: BTreeSet::new(),
    })
}

/// The form in which a text is searched and sorted: empty where there is none.
fn folded(text: Option<&str>) -> String {
    fold(text.unwrap_or_default())
}

/// Adds a user with its names and edges.
pub(super) fn insert(connection: &Connection, user: &User) -> Result<()> {
    let sql =
        "INSERT INTO users (organization, id, username, email, first_name, last_name, display_name, sso_id, status,
                                  realm_kind, realm_id, builtin, created_at, updated_at, created_by, updated_by,
                                  first_login_at, last_login_at, version, metadata, avatar, kind, description,
                                  username_folded, email_folded, display_name_folded)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
                       ?22, ?23, ?24, ?25, ?26)";
    let holder = (user.organization, user.id.id());
    atomically(connection, || {
        lookup::claim(connection, Unique::Username, user.username.folded(), holder)?;
        lookup::exchange(connection, Unique::Email, None, user.email.as_ref().map(Email::folded), holder)?;
        rows::write(
            connection,
            sql,
            params![
                user.organization,
                user.id,
                user.username.as_str(),
                user.email.as_ref().map(Email::as_str),
                user.first_name,
                user.last_name,
                user.display_name,
                user.sso_id,
                user.status.as_str(),
                user.realm.kind.as_str(),
                user.realm.id,
                user.builtin,
                Millis(user.created_at),
                Millis(user.updated_at),
                user.created_by,
                user.updated_by,
                user.first_login_at.map(Millis),
                user.last_login_at.map(Millis),
                user.version,
                user.metadata.as_str(),
                user.avatar,
                user.kind.as_str(),
                user.description,
                user.username.folded(),
                user.email.as_ref().map_or("", Email::folded),
                folded(user.display_name.as_deref()),
            ],
        )?;
        edges::exchange(connection, None, user)
    })
}

/// Changes a user whose version is still that of `old`.
pub(super) fn update(connection: &Connection, old: &User, new: &User) -> Result<()> {
    let sql =
        "UPDATE users SET username = ?4, email = ?5, first_name = ?6, last_name = ?7, display_name = ?8, sso_id = ?9,
                                status = ?10, realm_kind = ?11, realm_id = ?12, builtin = ?13, updated_at = ?14,
                                updated_by = ?15, version = ?3 + 1, metadata = ?16, avatar = ?17,
                                description = ?18, username_folded = ?19, email_folded = ?20,
                                display_name_folded = ?21
               WHERE organization = ?1 AND id = ?2 AND version = ?3";
    let holder = (old.organization, old.id.id());
    atomically(connection, || {
        write_guarded(
            connection,
            Kind::User,
            sql,
            params![
                old.organization,
                old.id,
                old.version,
                new.username.as_str(),
                new.email.as_ref().map(Email::as_str),
                new.first_name,
                new.last_name,
                new.display_name,
                new.sso_id,
                new.status.as_str(),
                new.realm.kind.as_str(),
                new.realm.id,
                new.builtin,
                Millis(new.updated_at),
                new.updated_by,
                new.metadata.as_str(),
                new.avatar,
                new.description,
                new.username.folded(),
                new.email.as_ref().map_or("", Email::folded),
                folded(new.display_name.as_deref()),
            ],
        )?;
        let names = (Some(old.username.folded()), Some(new.username.folded()));
        lookup::exchange(connection, Unique::Username, names.0, names.1, holder)?;
        let emails = (old.email.as_ref().map(Email::folded), new.email.as_ref().map(Email::folded));
        lookup::exchange(connection, Unique::Email, emails.0, emails.1, holder)?;
        edges::exchange(connection, Some(old), new)
    })
}

/// Removes a user whose version is still the same, with everything that is only about it.
pub(super) fn delete(connection: &Connection, user: &User) -> Result<()> {
    let holder = (user.organization, user.id.id());
    atomically(connection, || {
        for credential in credentials::list_of_user(connection, user.organization, user.id)? {
            credentials::delete(connection, &credential)?;
        }
        passwords::delete(connection, user.organization, user.id)?;
        kept_answers::delete_of_user(connection, user.organization, user.id)?;
        edges::remove_all(connection, user)?;
        let sql = "DELETE FROM users WHERE organization = ?1 AND id = ?2 AND version = ?3";
        write_guarded(connection, Kind::User, sql, params![user.organization, user.id, user.version])?;
        lookup::release(connection, Unique::Username, user.username.folded(), holder)?;
        lookup::exchange(connection, Unique::Email, user.email.as_ref().map(Email::folded), None, holder)
    })
}

/// Notes a login.
pub(super) fn touch_login(
    connection: &Connection,
    organization: OrganizationId,
    user: UserId,
    at: DateTime<Utc>,
) -> Result<()> {
    let sql = "UPDATE users SET first_login_at = coalesce(first_login_at, ?3), last_login_at = ?3
               WHERE organization = ?1 AND id = ?2";
    match rows::write(connection, sql, params![organization, user, Millis(at)])? {
        0 => Err(Error::NotFound { kind: Kind::User }),
        _ => Ok(()),
    }
}
