//! Credentials in SQLite: one row each, found in the whole instance by id and by the hash of the secret.
//! Must not know how a secret is presented.

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use rusqlite::{Connection, Row, params};

use super::lookup::{self, Holder, Unique};
use super::rows::{self, Columns, Millis, atomically, write_guarded};
use crate::domain::{Credential, CredentialId, CredentialKind, Error, Kind, OrganizationId, SessionId, UserId};
use crate::store::Result;

/// The columns that [`parse`] reads.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT organization, id, user, session, kind, description, secret_hash, created_at,
                    coalesce(updated_at, created_at), created_by, expires_at, bootstrap, version FROM credentials ",
            $rest
        )
    };
}

/// The credentials of a user, by id.
const OF_USER: &str = select!("WHERE organization = ?1 AND user = ?2 ORDER BY id");

/// Finds a credential by its id.
pub(super) fn find(connection: &Connection, id: CredentialId) -> Result<Option<Credential>> {
    find_held(connection, lookup::find(connection, Unique::KeyId, &id.to_base32())?)
}

/// Finds a credential by the SHA-256 of its whole text.
pub(super) fn find_by_secret(connection: &Connection, hash: &[u8; 32]) -> Result<Option<Credential>> {
    find_held(connection, lookup::find(connection, Unique::KeySecret, &HEXLOWER.encode(hash))?)
}

fn find_held(connection: &Connection, holder: Option<Holder>) -> Result<Option<Credential>> {
    let Some((organization, id)) = holder else { return Ok(None) };
    let sql = select!("WHERE organization = ?1 AND id = ?2");
    let found = rows::find(connection, sql, params![organization, id], parse)?;
    found.map(Some).ok_or_else(|| Error::internal(format!("corrupt lookup: there is no credential {id}")))
}

/// Lists a user's credentials, by id.
pub(super) fn list_of_user(
    connection: &Connection,
    organization: OrganizationId,
    user: UserId,
) -> Result<Vec<Credential>> {
    rows::list(connection, OF_USER, params![organization, user], parse)
}

/// Counts the credentials of an organization.
pub(super) fn count(connection: &Connection, organization: OrganizationId) -> Result<u64> {
    rows::count(connection, "SELECT count(*) FROM credentials WHERE organization = ?1", params![organization])
}

/// Lists at most `limit` credentials of all persons of an organization, by id, from after an id or from the first,
/// session tokens left out.
pub(super) fn list_page(
    connection: &Connection,
    organization: OrganizationId,
    after: Option<CredentialId>,
    limit: u32,
) -> Result<Vec<Credential>> {
    let sql = select!(
        "WHERE organization = ?1 AND id > coalesce(?2, x'') AND session IS NULL
           AND EXISTS (SELECT 1 FROM users WHERE users.organization = credentials.organization
                                             AND users.id = credentials.user AND users.kind = 'person')
         ORDER BY id LIMIT ?3"
    );
    rows::list(connection, sql, params![organization, after, limit], parse)
}

/// Lists at most `limit` session tokens of an organization that have expired by a time, the longest expired first.
pub(super) fn list_expired_sessions(
    connection: &Connection,
    organization: OrganizationId,
    at: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<Credential>> {
    let sql = select!(
        "WHERE organization = ?1 AND session IS NOT NULL AND expires_at <= ?2 ORDER BY expires_at, id LIMIT ?3"
    );
    rows::list(connection, sql, params![organization, Millis(at), limit], parse)
}

/// Says of each row that does not parse what is wrong with it.
pub(super) fn find_unreadable(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    rows::find_unreadable(connection, select!(""), parse)
}

fn parse(row: &Row<'_>) -> Result<Credential> {
    let mut columns = Columns::of("credentials", row);
    let (organization, id, user) = (columns.take()?, columns.take()?, columns.take()?);
    let session: Option<SessionId> = columns.take()?;
    Ok(Credential {
        organization,
        id,
        user,
        kind: columns.parse(|kind| CredentialKind::parse(kind, session))?,
        description: columns.take()?,
        secret_hash: columns.take()?,
        created_at: columns.time()?,
        updated_at: columns.time()?,
        created_by: columns.take()?,
        expires_at: columns.optional_time()?,
        bootstrap: columns.flag()?,
        version: columns.version()?,
    })
}

/// Adds a credential.
pub(super) fn insert(connection: &Connection, credential: &Credential) -> Result<()> {
    let sql = "INSERT INTO credentials (organization, id, user, kind, description, secret_hash, created_at, created_by,
                                        expires_at, bootstrap, version, session, updated_at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
    let holder = (credential.organization, credential.id.id());
    atomically(connection, || {
        lookup::claim(connection, Unique::KeyId, &credential.id.to_base32(), holder)?;
        lookup::claim(connection, Unique::KeySecret, &HEXLOWER.encode(&credential.secret_hash), holder)?;
        let params = params![
            credential.organization,
            credential.id,
            credential.user,
            credential.kind.as_str(),
            credential.description,
            credential.secret_hash,
            Millis(credential.created_at),
            credential.created_by,
            credential.expires_at.map(Millis),
            credential.bootstrap,
            credential.version,
            credential.kind.session(),
            Millis(credential.updated_at),
        ];
        rows::write(connection, sql, params).map(|_| ())
    })
}

/// Changes a credential whose version is still that of `old`. Whose it is and what kind it is never change.
pub(super) fn update(connection: &Connection, old: &Credential, new: &Credential) -> Result<()> {
    let sql = "UPDATE credentials SET description = ?4, secret_hash = ?5, expires_at = ?6, updated_at = ?7,
                                      version = ?3 + 1
               WHERE organization = ?1 AND id = ?2 AND version = ?3";
    let holder = (old.organization, old.id.id());
    atomically(connection, || {
        let params = params![
            old.organization,
            old.id,
            old.version,
            new.description,
            new.secret_hash,
            new.expires_at.map(Millis),
            Millis(new.updated_at),
        ];
        write_guarded(connection, Kind::Credential, sql, params)?;
        let (was, is) = (HEXLOWER.encode(&old.secret_hash), HEXLOWER.encode(&new.secret_hash));
        lookup::exchange(connection, Unique::KeySecret, Some(&was), Some(&is), holder)
    })
}

/// Removes a credential whose version is still the same.
pub(super) fn delete(connection: &Connection, credential: &Credential) -> Result<()> {
    let sql = "DELETE FROM credentials WHERE organization = ?1 AND id = ?2 AND version = ?3";
    let holder = (credential.organization, credential.id.id());
    atomically(connection, || {
        let params = params![credential.organization, credential.id, credential.version];
        write_guarded(connection, Kind::Credential, sql, params)?;
        lookup::release(connection, Unique::KeyId, &credential.id.to_base32(), holder)?;
        lookup::release(connection, Unique::KeySecret, &HEXLOWER.encode(&credential.secret_hash), holder)
    })
}

/// Makes all credentials of an organization unfindable, before they are removed.
pub(super) fn release_all(connection: &Connection, organization: OrganizationId) -> Result<()> {
    let sql = select!("WHERE organization = ?1");
    let all: Vec<Credential> = rows::list(connection, sql, params![organization], parse)?;
    for credential in all {
        let holder = (organization, credential.id.id());
        lookup::release(connection, Unique::KeyId, &credential.id.to_base32(), holder)?;
        lookup::release(connection, Unique::KeySecret, &HEXLOWER.encode(&credential.secret_hash), holder)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::samples::id;
    use crate::store::sqlite::plan;

    #[test]
    fn the_credentials_of_a_user_are_found_without_those_of_everybody() {
        let (organization, user): (OrganizationId, UserId) = (id(1), id(2));
        let steps = plan::explain(&plan::empty(), OF_USER, params![organization, user]);
        let expected = "SEARCH credentials USING INDEX credentials_by_user (organization=? AND user=?)";
        assert_eq!(steps, [expected]);
    }
}
