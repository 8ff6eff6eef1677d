//! From the directory's users and keys to Elastic's. It must not know how one was found or changed.

use std::sync::LazyLock;

use futures::TryStreamExt;
use specgen_runtime::{Items, Map, Operation, Rendered, Value};

use crate::auth::policy;
use crate::directory::{KeyView, Listing, NewKeyView, Showing, UserView, Written};
use crate::domain::user::{Realm, RealmKind};
use crate::domain::{Action, ActionSet, Status, UserId};
use crate::generated::elastic::{
    ApiKeyResponse, ApiKeysResponse, CreateApiKeyResponse, CreateUserResponse, OPERATIONS, OperationId, User, UserList,
    UserMetadata, UserSecurity, UserSecurityRealm, UserSecurityRealmType,
};

/// The user as it is sent.
pub(super) static USER: Showing<Rendered<User>> =
    Showing { name: "elastic user", show: |view| Ok(Rendered::of(&user(view))) };

/// The user as the wire has it.
pub(super) fn user(view: UserView) -> User {
    let UserView { user, roles, created_by_name, updated_by_name, allowed, .. } = view;
    let mut roles: Vec<String> = roles.iter().map(|role| role.name.clone()).collect();
    roles.sort_unstable();
    User {
        user_name: user.username.to_string(),
        security: UserSecurity {
            roles,
            permissions: permissions(allowed),
            elevated_permissions: None,
            enabled: user.status == Status::Active,
            security_realm: security_realm(user.realm),
        },
        metadata: UserMetadata {
            created_by: author(created_by_name, user.created_by),
            created_at: user.created_at.into(),
            updated_by: author(updated_by_name, user.updated_by),
            updated_at: user.updated_at.into(),
            first_login_at: user.first_login_at.map(Into::into),
            last_login_at: user.last_login_at.map(Into::into),
        },
        full_name: user.display_name,
        email: user.email.map(|email| email.to_string()),
        builtin: user.builtin,
    }
}

/// A new user.
pub(super) fn created_user(written: Written) -> CreateUserResponse {
    CreateUserResponse::Ok { etag: written.view.tag().to_string(), body: user(written.view) }
}

/// Users, as they are read.
pub(super) fn users(views: Listing<UserView>) -> UserList {
    UserList { users: Items::new(views.map_ok(user)) }
}

/// The answer that says nothing but that it is done.
pub(super) fn done() -> Map<String, Value> {
    Map::new()
}

/// A key without its text.
pub(super) fn key(view: KeyView) -> ApiKeyResponse {
    let KeyView { credential, username } = view;
    ApiKeyResponse {
        id: credential.id.to_base32(),
        description: credential.description,
        creation_date: credential.created_at.into(),
        expiration_date: credential.expires_at.map(Into::into),
        user_id: username.to_string(),
        key: None,
    }
}

/// Keys without their texts.
pub(super) fn keys(views: Vec<KeyView>) -> ApiKeysResponse {
    ApiKeysResponse { keys: views.into_iter().map(key).collect::<Vec<_>>().into() }
}

/// The keys of everybody, as they are read.
pub(super) fn all_keys(views: Listing<KeyView>) -> ApiKeysResponse {
    ApiKeysResponse { keys: Items::new(views.map_ok(key)) }
}

/// A new key, in the one answer that shows it, which nobody on the way may keep.
pub(super) fn created_key(made: NewKeyView) -> CreateApiKeyResponse {
    let etag = made.tag().to_string();
    let NewKeyView { credential, username, key: text } = made;
    let shown = key(KeyView { credential, username });
    let body = ApiKeyResponse { key: Some(text.reveal().to_owned().into()), ..shown };
    CreateApiKeyResponse::Created { cache_control: "no-store".to_owned(), etag, body }
}

/// Operations that are always about everybody, so that being allowed the same with one's own account is not enough.
const ABOUT_EVERYBODY: [OperationId; 2] = [OperationId::GetUsers, OperationId::GetUsersApiKeys];

/// The operations that need to be allowed, sorted by their ids, each with its action.
static NEEDED: LazyLock<Vec<(&Operation, Action)>> = LazyLock::new(|| {
    let action = |operation: &Operation| operation.action.and_then(|action| action.parse().ok());
    let mut all: Vec<_> = OPERATIONS.iter().filter_map(|operation| Some((operation, action(operation)?))).collect();
    all.sort_unstable_by_key(|(operation, _)| operation.id);
    all
});

/// The operations of this dialect that these actions allow, on the own account at least, sorted.
fn permissions(allowed: ActionSet) -> Vec<String> {
    let about_everybody = ABOUT_EVERYBODY.map(|id| <&Operation>::from(id).id);
    let is_allowed = |operation: &Operation, action| {
        allowed.contains(action) || policy::allow_ever(allowed, action) && !about_everybody.contains(&operation.id)
    };
    let ids = NEEDED.iter().filter(|(operation, action)| is_allowed(operation, *action));
    ids.map(|(operation, _)| operation.id.to_owned()).collect()
}

fn security_realm(realm: Realm) -> UserSecurityRealm {
    let kind = match realm.kind {
        RealmKind::Native => UserSecurityRealmType::Native,
        RealmKind::Ldap => UserSecurityRealmType::Ldap,
        RealmKind::Saml => UserSecurityRealmType::Saml,
        RealmKind::ActiveDirectory => UserSecurityRealmType::ActiveDirectory,
    };
    UserSecurityRealm { r#type: kind, id: realm.id }
}

/// Who did it: by name, or by id where nobody of that id exists any more.
fn author(name: Option<String>, id: Option<UserId>) -> Option<String> {
    name.or_else(|| id.map(UserId::to_base32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::powers::OWN_ACCOUNT;

    #[test]
    fn permissions_are_the_operations_that_the_actions_allow() {
        assert_eq!(permissions(ActionSet::EMPTY), Vec::<String>::new());
        let of_own_user = ["get-authentication-info", "get-current-user", "get-user", "logout", "refresh-token"];
        assert_eq!(permissions(ActionSet::of(&[Action::UsersReadSelf])), of_own_user);
        let own_account = permissions(OWN_ACCOUNT);
        for (id, is_own) in [
            ("update-user", true),
            ("delete-user-api-key", true),
            ("get-users", false),
            ("get-users-api-keys", false),
            ("delete-user", false),
        ] {
            assert_eq!(own_account.iter().any(|own| own == id), is_own, "{id}");
        }
        let secured = OPERATIONS.iter().filter(|operation| operation.secured);
        assert_eq!(permissions(ActionSet::ALL).len(), secured.count());
    }

    #[test]
    fn an_author_who_is_gone_is_an_id() {
        let id = UserId::from_bytes([0; 12]);
        assert_eq!(author(Some("ada".into()), Some(id)).as_deref(), Some("ada"));
        assert_eq!(author(None, Some(id)).as_deref(), Some("00000000000000000000"));
        assert_eq!(author(None, None), None);
    }
}
