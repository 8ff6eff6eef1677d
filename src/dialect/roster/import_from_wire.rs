//! From a portion of an import to what the directory is asked. What is wrong with one row is said of that row.

use std::collections::BTreeSet;

use specgen_runtime::Secret;

use crate::auth::ImportedHash;
use crate::directory::{ImportPortion, ImportedUser, NewUser, Reference, Refusal, Restored};
use crate::domain::{
    Email, Error, Id, InvalidReason, Metadata, Permission, Realm, RealmKind, Status, UserKind, Username,
};
use crate::generated::roster as wire;

/// The portion that is to be imported.
///
/// # Errors
/// `Internal` for what no row can be to blame for.
pub(super) fn portion(body: wire::ImportPortion) -> Result<ImportPortion, Error> {
    let row = |user| match imported_user(user) {
        Ok(user) => Ok(Ok(user)),
        Err(error) => Refusal::of(error).map(Err),
    };
    let rows = body.users.into_iter().map(row).collect::<Result<_, Error>>()?;
    Ok(ImportPortion { rows, is_trial: body.dry_run.unwrap_or(false) })
}

fn imported_user(user: wire::PortableUser) -> Result<ImportedUser, Error> {
    let metadata = user.metadata.map(|object| serde_json::to_string(&object).map_err(Error::internal)).transpose()?;
    let permissions = user.permissions.unwrap_or_default();
    let permissions = permissions.iter().map(|id| Permission::parse(id)).collect::<Result<BTreeSet<_>, Error>>()?;
    let restored = Restored {
        id: user.id.as_deref().map(id).transpose()?.map(Into::into),
        realm: user.realm.map(realm),
        password_hash: user.password_hash.as_ref().map(Secret::as_str).map(ImportedHash::parse).transpose()?,
        created_at: user.created_at.map(Into::into),
        updated_at: user.updated_at.map(Into::into),
        first_login_at: user.first_login_at.map(Into::into),
        last_login_at: user.last_login_at.map(Into::into),
    };
    let new = NewUser {
        kind: user.kind.map_or(UserKind::Person, kind),
        username: user.username.as_deref().map(Username::parse).transpose()?,
        email: user.email.as_deref().map(Email::parse).transpose()?,
        first_name: user.first_name,
        last_name: user.last_name,
        display_name: user.display_name,
        description: user.description,
        avatar: user.avatar,
        metadata: metadata.map(Metadata::from_object_text).transpose()?,
        sso_id: user.sso_id,
        status: user.status.map_or(Status::Active, status),
        permissions: Some(permissions),
        roles: names(user.roles),
        groups: names(user.groups),
        ..NewUser::default()
    };
    Ok(ImportedUser { new, restored })
}

fn names(names: Option<Vec<String>>) -> BTreeSet<Reference> {
    names.unwrap_or_default().into_iter().map(Reference::Name).collect()
}

fn id(text: &str) -> Result<Id, Error> {
    Id::parse_base32(text).ok_or_else(|| Error::invalid("id", InvalidReason::Malformed("is not an id")))
}

const fn kind(kind: wire::PortableUserKind) -> UserKind {
    match kind {
        wire::PortableUserKind::Person => UserKind::Person,
        wire::PortableUserKind::Service => UserKind::Service,
    }
}

const fn status(status: wire::PortableUserStatus) -> Status {
    match status {
        wire::PortableUserStatus::Active => Status::Active,
        wire::PortableUserStatus::Disabled => Status::Disabled,
    }
}

fn realm(realm: wire::PortableRealm) -> Realm {
    let kind = match realm.kind {
        wire::PortableRealmKind::Ldap => RealmKind::Ldap,
        wire::PortableRealmKind::Saml => RealmKind::Saml,
        wire::PortableRealmKind::ActiveDirectory => RealmKind::ActiveDirectory,
    };
    Realm { kind, id: realm.id }
}
