//! From the directory's users and keys to Elastic's. It must not know how one was found or changed.

use specgen_runtime::{Map, Value};

use crate::directory::{KeyView, NewKeyView, UserView};
use crate::domain::user::{Realm, RealmKind};
use crate::domain::{Action, ActionSet, Status, UserId};
use crate::generated::elastic::{
    ApiKeyResponse, ApiKeysResponse, CreateApiKeyResponse, OPERATIONS, User, UserMetadata, UserSecurity,
    UserSecurityRealm, UserSecurityRealmType,
};

/// The user as the wire has it.
pub(super) fn user(view: UserView) -> User {
    let UserView { user, roles, created_by_name, updated_by_name, allowed, .. } = view;
    let mut roles: Vec<String> = roles.into_iter().map(|role| role.name).collect();
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
    ApiKeysResponse { keys: views.into_iter().map(key).collect() }
}

/// A new key, in the one answer that shows it, which nobody on the way may keep.
pub(super) fn created_key(made: NewKeyView) -> CreateApiKeyResponse {
    let NewKeyView { credential, username, key: text } = made;
    let shown = key(KeyView { credential, username });
    let body = ApiKeyResponse { key: Some(text.reveal().to_owned()), ..shown };
    CreateApiKeyResponse::Created { cache_control: "no-store".to_owned(), body }
}

/// The operations of this dialect that these actions allow, sorted.
fn permissions(allowed: ActionSet) -> Vec<String> {
    let is_allowed = |action: Option<&str>| {
        action.and_then(|action| action.parse::<Action>().ok()).is_some_and(|action| allowed.contains(action))
    };
    let mut ids: Vec<String> = OPERATIONS
        .iter()
        .filter(|operation| is_allowed(operation.action))
        .map(|operation| operation.id.into())
        .collect();
    ids.sort_unstable();
    ids
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

    #[test]
    fn permissions_are_the_operations_that_the_actions_allow() {
        assert_eq!(permissions(ActionSet::EMPTY), Vec::<String>::new());
        assert_eq!(permissions(ActionSet::of(&[Action::UsersReadSelf])), ["get-current-user"]);
        assert_eq!(permissions(ActionSet::ALL).len(), OPERATIONS.len());
    }

    #[test]
    fn an_author_who_is_gone_is_an_id() {
        let id = UserId::from_bytes([0; 12]);
        assert_eq!(author(Some("ada".into()), Some(id)).as_deref(), Some("ada"));
        assert_eq!(author(None, Some(id)).as_deref(), Some("00000000000000000000"));
        assert_eq!(author(None, None), None);
    }
}
