//! Users in SQLite: one row each, with their names in the lookup table; their edges and passwords are next door.
//! Must not know why a user changes.

use std::collections::BTreeSet;
use std::slice;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, ToSql, params, params_from_iter};

use super::bulk::{self, Values};
use super::lookup::{self, Unique};
use super::rows::{self, Columns, Millis, atomically, write_guarded};
use super::{credentials, edges, kept_answers, passwords, texts};
use crate::domain::text::fold;
use crate::domain::{
    Credential, Email, Error, Kind, Metadata, OrganizationId, Realm, RealmKind, Status, User, UserId, UserKind,
    Username,
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

/// Says of each row that does not parse what is wrong with it.
pub(super) fn find_unreadable(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    rows::find_unreadable(connection, select!(""), parse)
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

/// What adds a user's row. Its values are those of [`add_columns`].
macro_rules! insert {
    ($rest:literal) => {
        concat!(
            "INSERT INTO users (organization, id, username, email, first_name, last_name, display_name, sso_id, status,
                    realm_kind, realm_id, builtin, created_at, updated_at, created_by, updated_by,
                    first_login_at, last_login_at, version, metadata, avatar, kind, description,
                    username_folded, email_folded, display_name_folded)",
            $rest
        )
    };
}

/// Adds a user with its names and edges. A name that is taken leaves everything as it was; after any other error, the job that
/// this is a part of has to fail.
pub(super) fn insert(connection: &Connection, user: &User) -> Result<()> {
    claim_names(connection, user)?;
    let sql = insert!(" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bulk::run(connection, sql, slice::from_ref(user), add_columns)?;
    texts::note_number(connection, connection.last_insert_rowid())?;
    edges::exchange(connection, None, user)
}

/// Adds users who have taken their names, with their edges.
pub(super) fn insert_all(connection: &Connection, users: &[User]) -> Result<()> {
    let Some(others) = i64::try_from(users.len()).ok().filter(|count| *count > 0) else { return Ok(()) };
    bulk::insert(connection, insert!(""), users, add_columns)?;
    // SQLite: the key of a row that was given none is one more than the greatest.
    let last = connection.last_insert_rowid();
    let numbers: Vec<i64> = (last - others + 1..=last).collect();
    texts::note_numbers(connection, &numbers)?;
    edges::insert_all(connection, users)
}

fn add_columns(columns: &mut Values<'_>, user: &User) -> Result<()> {
    columns.add(user.organization)?;
    columns.add(user.id)?;
    columns.add(user.username.as_str())?;
    columns.add(user.email.as_ref().map(Email::as_str))?;
    columns.add(&user.first_name)?;
    columns.add(&user.last_name)?;
    columns.add(&user.display_name)?;
    columns.add(&user.sso_id)?;
    columns.add(user.status.as_str())?;
    columns.add(user.realm.kind.as_str())?;
    columns.add(&user.realm.id)?;
    columns.add(user.builtin)?;
    columns.add(Millis(user.created_at))?;
    columns.add(Millis(user.updated_at))?;
    columns.add(user.created_by)?;
    columns.add(user.updated_by)?;
    columns.add(user.first_login_at.map(Millis))?;
    columns.add(user.last_login_at.map(Millis))?;
    columns.add(user.version)?;
    columns.add(user.metadata.as_str())?;
    columns.add(&user.avatar)?;
    columns.add(user.kind.as_str())?;
    columns.add(&user.description)?;
    columns.add(user.username.folded())?;
    columns.add(user.email.as_ref().map_or("", Email::folded))?;
    columns.add(folded(user.display_name.as_deref()))
}

/// Takes both names of a new user, or none.
pub(super) fn claim_names(connection: &Connection, user: &User) -> Result<()> {
    let (username, holder) = (user.username.folded(), (user.organization, user.id.id()));
    lookup::claim(connection, Unique::Username, username, holder)?;
    let Some(email) = &user.email else { return Ok(()) };
    // SQLite: behind a savepoint, each page is copied before its first change; undoing one row by hand spares that.
    lookup::claim(connection, Unique::Email, email.folded(), holder).or_else(|taken| {
        lookup::release(connection, Unique::Username, username, holder)?;
        Err(taken)
    })
}

/// Changes a user whose version is still that of `old`. A name that is taken leaves everything as it was; after any other
/// error but a conflict, the job that this is a part of has to fail.
pub(super) fn update(connection: &Connection, old: &User, new: &User) -> Result<()> {
    let set = Assignments::between(old, new);
    let update = || write_guarded(connection, Kind::User, &set.sql, params_from_iter(&set.values));
    let names = (old.username.folded(), new.username.folded());
    let emails = (old.email.as_ref().map(Email::folded), new.email.as_ref().map(Email::folded));
    if names.0 == names.1 && emails.0 == emails.1 {
        update()?;
    } else {
        let holder = (old.organization, old.id.id());
        atomically(connection, || {
            update()?;
            lookup::exchange(connection, Unique::Username, Some(names.0), Some(names.1), holder)?;
            lookup::exchange(connection, Unique::Email, emails.0, emails.1, holder)
        })?;
    }
    texts::note_difference(connection, old, new)?;
    edges::exchange(connection, Some(old), new)
}

/// An `UPDATE` of one user, which sets what differs and nothing else.
// SQLite: every index with a column that is set is written, be the value new or not.
struct Assignments<'u> {
    sql: String,
    values: Vec<Box<dyn ToSql + 'u>>,
}

impl<'u> Assignments<'u> {
    fn between(old: &'u User, new: &'u User) -> Self {
        let values: Vec<Box<dyn ToSql>> = vec![
            Box::new(old.organization),
            Box::new(old.id),
            Box::new(old.version),
            Box::new(Millis(new.updated_at)),
            Box::new(new.updated_by),
        ];
        let mut set =
            Self { sql: "UPDATE users SET version = ?3 + 1, updated_at = ?4, updated_by = ?5".to_owned(), values };
        if old.username != new.username {
            set.add("username", new.username.as_str());
            set.add("username_folded", new.username.folded());
        }
        if old.email != new.email {
            set.add("email", new.email.as_ref().map(Email::as_str));
            set.add("email_folded", new.email.as_ref().map_or("", Email::folded));
        }
        if old.display_name != new.display_name {
            set.add("display_name", &new.display_name);
            set.add("display_name_folded", folded(new.display_name.as_deref()));
        }
        set.add_unless(old.first_name == new.first_name, "first_name", &new.first_name);
        set.add_unless(old.last_name == new.last_name, "last_name", &new.last_name);
        set.add_unless(old.sso_id == new.sso_id, "sso_id", &new.sso_id);
        set.add_unless(old.status == new.status, "status", new.status.as_str());
        set.add_unless(old.realm.kind == new.realm.kind, "realm_kind", new.realm.kind.as_str());
        set.add_unless(old.realm.id == new.realm.id, "realm_id", &new.realm.id);
        set.add_unless(old.builtin == new.builtin, "builtin", new.builtin);
        set.add_unless(old.description == new.description, "description", &new.description);
        set.add_unless(old.metadata == new.metadata, "metadata", new.metadata.as_str());
        set.add_unless(old.avatar == new.avatar, "avatar", &new.avatar);
        set.sql += " WHERE organization = ?1 AND id = ?2 AND version = ?3";
        set
    }

    fn add_unless(&mut self, is_same: bool, column: &str, value: impl ToSql + 'u) {
        if !is_same {
            self.add(column, value);
        }
    }

    fn add(&mut self, column: &str, value: impl ToSql + 'u) {
        self.values.push(Box::new(value));
        self.sql += &format!(", {column} = ?{}", self.values.len());
    }
}

/// What a user has become by [`update`].
pub(super) fn updated(old: User, new: &User) -> User {
    User {
        kind: old.kind,
        created_at: old.created_at,
        created_by: old.created_by,
        first_login_at: old.first_login_at,
        last_login_at: old.last_login_at,
        version: old.version + 1,
        ..new.clone()
    }
}

/// Removes a user whose version is still the same, with its credentials and everything else that is only about it.
pub(super) fn delete(connection: &Connection, user: &User, credentials: &[Credential]) -> Result<()> {
    let holder = (user.organization, user.id.id());
    atomically(connection, || {
        credentials.iter().try_for_each(|credential| credentials::delete(connection, credential))?;
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
