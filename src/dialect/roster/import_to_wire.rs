//! From what became of an import, and from what is exported, to Roster's own API. What is empty is left out.

use futures::StreamExt;
use specgen_runtime::TextItems;

use crate::directory::{ExportedUser, ImportReport, Listing, Refusal, RefusalCode};
use crate::domain::{Error, Metadata, Realm, RealmKind, Status, User, UserKind};
use crate::generated::roster::{self as wire, ExportUsersResponse, ImportUsersResponse};

/// What became of a portion.
///
/// # Errors
/// `Internal` for more rows than the contract has.
pub(super) fn report(report: ImportReport) -> Result<ImportUsersResponse, Error> {
    let refused = report.refused.into_iter().map(refused_row).collect::<Result<_, Error>>()?;
    let created = i32::try_from(report.created).map_err(Error::internal)?;
    Ok(ImportUsersResponse::Ok(wire::ImportReport { created, refused }))
}

fn refused_row((index, refusal): (usize, Refusal)) -> Result<wire::RefusedRow, Error> {
    Ok(wire::RefusedRow {
        index: i32::try_from(index).map_err(Error::internal)?,
        code: match refusal.code {
            RefusalCode::Invalid => wire::RefusalCode::Invalid,
            RefusalCode::Taken => wire::RefusalCode::Taken,
            RefusalCode::Forbidden => wire::RefusalCode::Forbidden,
        },
        field: refusal.field.map(member),
        message: refusal.message,
    })
}

/// The member of a row that a field of the domain is.
fn member(field: String) -> String {
    match field.as_str() {
        "first_name" => "firstName",
        "last_name" => "lastName",
        "display_name" => "displayName",
        "sso_id" => "ssoId",
        "password_hash" => "passwordHash",
        "created_at" => "createdAt",
        "updated_at" => "updatedAt",
        "first_login_at" => "firstLoginAt",
        "last_login_at" => "lastLoginAt",
        _ => return field,
    }
    .to_owned()
}

/// A line for each user, as they are read. Nobody on the way may keep it.
pub(super) fn lines(listing: Listing<ExportedUser>) -> ExportUsersResponse {
    let body = TextItems::new(listing.map(|user| line(user?)));
    ExportUsersResponse::Ok { cache_control: "no-store".to_owned(), body }
}

fn line(exported: ExportedUser) -> Result<String, Error> {
    let mut text = serde_json::to_string(&portable_user(exported)?).map_err(Error::internal)?;
    text.push('\n');
    Ok(text)
}

fn portable_user(
    ExportedUser { user, roles, groups, password_hash }: ExportedUser,
) -> Result<wire::PortableUser, Error> {
    let User { id, kind, username, email, status, realm, permissions, metadata, .. } = user;
    let metadata = Some(metadata).filter(|metadata| *metadata != Metadata::empty());
    Ok(wire::PortableUser {
        id: Some(id.to_base32()),
        kind: (kind == UserKind::Service).then_some(wire::PortableUserKind::Service),
        username: Some(username.to_string()),
        email: email.map(|email| email.to_string()),
        first_name: user.first_name,
        last_name: user.last_name,
        display_name: user.display_name,
        description: user.description,
        avatar: user.avatar,
        sso_id: user.sso_id,
        status: (status == Status::Disabled).then_some(wire::PortableUserStatus::Disabled),
        realm: portable_realm(realm),
        permissions: unless_empty(permissions.iter().map(ToString::to_string)),
        roles: unless_empty(roles),
        groups: unless_empty(groups),
        metadata: metadata.map(|text| serde_json::from_str(text.as_str()).map_err(Error::internal)).transpose()?,
        password_hash: password_hash.map(Into::into),
        created_at: Some(user.created_at.into()),
        updated_at: Some(user.updated_at.into()),
        first_login_at: user.first_login_at.map(Into::into),
        last_login_at: user.last_login_at.map(Into::into),
    })
}

fn unless_empty(names: impl IntoIterator<Item = String>) -> Option<Vec<String>> {
    let names: Vec<String> = names.into_iter().collect();
    (!names.is_empty()).then_some(names)
}

fn portable_realm(Realm { kind, id }: Realm) -> Option<wire::PortableRealm> {
    let kind = match kind {
        RealmKind::Native => return None,
        RealmKind::Ldap => wire::PortableRealmKind::Ldap,
        RealmKind::Saml => wire::PortableRealmKind::Saml,
        RealmKind::ActiveDirectory => wire::PortableRealmKind::ActiveDirectory,
    };
    Some(wire::PortableRealm { kind, id })
}
