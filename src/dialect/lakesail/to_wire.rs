//! From the directory's users and keys to LakeSail's. All members of users and service accounts are always sent.

use specgen_runtime::Rendered;

use crate::auth::Password;
use crate::directory::{KeyView, NewKeyView, Showing, UserView, Written};
use crate::domain::{Organization, Page, User, UserKind};
use crate::generated::lakesail::{
    self as wire, CreateServiceAccountKeyResponse, CreateServiceAccountResponse, CreateUserResponse,
    ResetPasswordResponse,
};

/// A user as it is sent.
pub(super) static USER: Showing<Rendered<wire::User>> =
    Showing { name: "lakesail user", show: |view| Ok(Rendered::of(&user(view.user))) };

/// Whom the credentials belong to, as it is sent.
pub(super) static IDENTITY: Showing<Rendered<wire::CurrentIdentity>> =
    Showing { name: "lakesail identity", show: |view| Ok(Rendered::of(&identity(view.user))) };

/// The user as this dialect shows it; a value that it does not have is an empty string.
pub(super) fn user(user: User) -> wire::User {
    wire::User {
        id: user.id.to_base32(),
        username: user.username.to_string(),
        email: user.email.map(|email| email.to_string()).unwrap_or_default(),
        first_name: user.first_name.unwrap_or_default(),
        last_name: user.last_name.unwrap_or_default(),
        display_name: user.display_name.unwrap_or_default(),
        created_at: user.created_at.into(),
        updated_at: user.updated_at.into(),
    }
}

/// A new user.
pub(super) fn created_user(written: Written) -> CreateUserResponse {
    let Written { view, .. } = written;
    CreateUserResponse::Created { etag: view.tag().to_string(), body: user(view.user) }
}

/// A page of users; the last one has no marker.
pub(super) fn user_list(page: Page<UserView>) -> wire::UserList {
    wire::UserList { items: page.items.into_iter().map(|view| user(view.user)).collect(), marker: page.next }
}

/// A password that was made up, in the one answer that shows it, which nobody on the way may keep.
pub(super) fn password_reset(password: &Password) -> ResetPasswordResponse {
    let body = wire::PasswordReset { password: password.reveal().to_owned().into() };
    ResetPasswordResponse::Ok { cache_control: "no-store".to_owned(), body }
}

/// Whom the credentials belong to: a user or a service account, as there are no root keys here.
fn identity(current: User) -> wire::CurrentIdentity {
    match current.kind {
        UserKind::Person => wire::CurrentIdentity { user: Some(user(current)), ..wire::CurrentIdentity::default() },
        UserKind::Service => {
            wire::CurrentIdentity { service_account: Some(account(current)), ..wire::CurrentIdentity::default() }
        }
    }
}

/// The service account as this dialect shows it; a description that it does not have is an empty string.
pub(super) fn account(account: User) -> wire::ServiceAccount {
    wire::ServiceAccount {
        id: account.id.to_base32(),
        username: account.username.to_string(),
        description: account.description.unwrap_or_default(),
        created_at: account.created_at.into(),
        updated_at: account.updated_at.into(),
    }
}

/// A new service account.
pub(super) fn created_account(view: UserView) -> CreateServiceAccountResponse {
    CreateServiceAccountResponse::Created { etag: view.tag().to_string(), body: account(view.user) }
}

/// A page of service accounts; the last one has no marker.
pub(super) fn account_list(page: Page<UserView>) -> wire::ServiceAccountList {
    let items = page.items.into_iter().map(|view| account(view.user)).collect();
    wire::ServiceAccountList { items, marker: page.next }
}

/// A new key, in the one answer that shows it, which nobody on the way may keep.
pub(super) fn new_key(made: &NewKeyView) -> CreateServiceAccountKeyResponse {
    let body = wire::ServiceAccountKey {
        id: made.credential.id.to_base32(),
        expires_at: made.credential.expires_at.map(Into::into),
        key: made.key.reveal().to_owned().into(),
        created_at: made.credential.created_at.into(),
        updated_at: made.credential.updated_at.into(),
    };
    CreateServiceAccountKeyResponse::Created {
        cache_control: "no-store".to_owned(),
        etag: made.tag().to_string(),
        body,
    }
}

/// A key without its text.
pub(super) fn key(view: &KeyView) -> wire::ServiceAccountKeySummary {
    wire::ServiceAccountKeySummary {
        id: view.credential.id.to_base32(),
        expires_at: view.credential.expires_at.map(Into::into),
        created_at: view.credential.created_at.into(),
        updated_at: view.credential.updated_at.into(),
    }
}

/// A page of keys; the last one has no marker.
pub(super) fn key_list(page: &Page<KeyView>) -> wire::ServiceAccountKeyList {
    wire::ServiceAccountKeyList { items: page.items.iter().map(key).collect(), marker: page.next.clone() }
}

/// The organization as this dialect shows it.
pub(super) fn organization(organization: Organization) -> wire::Organization {
    wire::Organization {
        id: organization.id.to_base32(),
        name: organization.name,
        created_at: organization.created_at.into(),
        updated_at: organization.updated_at.into(),
    }
}

/// A page of organizations; the last one has no marker.
pub(super) fn organization_list(page: Page<Organization>) -> wire::OrganizationList {
    wire::OrganizationList { items: page.items.into_iter().map(organization).collect(), marker: page.next }
}
