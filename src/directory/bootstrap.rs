//! What exists from the first start: the platform, which is an organization, two users, and their keys. Starting again changes
//! nothing, but for keys that the operator has changed and what a new version defines anew in every organization.

use crate::auth::token::ApiKey;
use crate::domain::powers::{BuiltinRole, PLATFORM_ADMIN, PLATFORM_VIEWER};
use crate::domain::user_patch::changes_between;
use crate::domain::{Credential, Error, Organization, TargetKind, User, UserId, Username};
use crate::store::{NameKind, WriteTransaction};

use super::author::Author;
use super::credentials::{add_credential, delete_credential};
use super::founding::{builtin_role, everyone, found, furnish, furnishings};
use super::{Directory, organizations};

/// The name of the platform, until it is given another.
const PLATFORM: &str = "default";
/// The built-in user who may do everything.
const ADMIN: &str = "admin";
/// The built-in user who may read everything.
const READONLY: &str = "readonly";
/// What the audit trail calls the first start.
const OPERATION: &str = "bootstrap";

/// The bootstrap keys of the two built-in users.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstKeys {
    /// The key of `admin`.
    pub admin: Option<ApiKey>,
    /// The key of `readonly`.
    pub readonly: Option<ApiKey>,
}

impl Directory {
    /// Makes what exists from the first start, and answers the keys that are new.
    ///
    /// A key that is given becomes the user's only bootstrap key. One that is not given is generated if the
    /// user has none. To never lose a generated key, [mint](Directory::mint_key) it, keep it, then give it.
    ///
    /// # Errors
    /// Those of the store; `AlreadyExists` for a given key that is another user's.
    pub async fn bootstrap(&self, given: FirstKeys) -> Result<FirstKeys, Error> {
        let author = Author::nobody(&self.context, OPERATION);
        self.write(move |txn| {
            if txn.installation_key()?.is_none() {
                txn.insert_installation_key(&author.context.secret())?;
            }
            let platform = platform(txn, &author)?;
            furnish_all(txn, &author)?;
            let admin = builtin_user(txn, &author, &platform, ADMIN, &PLATFORM_ADMIN)?;
            let readonly = builtin_user(txn, &author, &platform, READONLY, &PLATFORM_VIEWER)?;
            Ok(FirstKeys {
                admin: bootstrap_key(txn, &author, &platform, admin, given.admin.as_ref())?,
                readonly: bootstrap_key(txn, &author, &platform, readonly, given.readonly.as_ref())?,
            })
        })
        .await
    }

    /// Makes up a key that nobody has yet, to be given to [`Directory::bootstrap`].
    #[must_use]
    pub fn mint_key(&self) -> ApiKey {
        ApiKey::generate(self.context.id(), self.context.secret())
    }
}

/// Brings every organization up to date, if a new version of the program defines anew what all have.
fn furnish_all(txn: &dyn WriteTransaction, author: &Author) -> Result<(), Error> {
    let current = furnishings();
    if txn.furnishings()? == Some(current) {
        return Ok(());
    }
    organizations::for_each(txn, |organization| furnish(txn, author, &organization))?;
    txn.set_furnishings(&current)
}

/// Finds or makes the platform.
fn platform(txn: &dyn WriteTransaction, author: &Author) -> Result<Organization, Error> {
    if let Some(platform) = txn.platform()? {
        return Ok(platform);
    }
    let platform = Organization {
        id: author.id(),
        name: PLATFORM.to_owned(),
        platform: true,
        created_at: author.at,
        updated_at: author.at,
        version: 1,
    };
    found(txn, author, &platform)?;
    Ok(platform)
}

/// Finds or makes a built-in user.
fn builtin_user(
    txn: &dyn WriteTransaction,
    author: &Author,
    platform: &Organization,
    name: &str,
    role: &BuiltinRole,
) -> Result<UserId, Error> {
    let username = Username::parse(name)?;
    if let Some((_, found)) = txn.find_name(NameKind::Username, username.folded())? {
        return Ok(found);
    }
    let user = User {
        builtin: true,
        roles: [builtin_role(txn, author, platform, role)?.id].into(),
        groups: [everyone(txn, author, platform)?].into(),
        ..User::new(author.id(), platform.id, username, author.at)
    };
    txn.insert_user(&user)?;
    author.record(txn, platform.id, TargetKind::User, user.id.id(), changes_between(None, Some(&user)))?;
    Ok(user.id)
}

/// The bootstrap key of a user, if it is a new one.
fn bootstrap_key(
    txn: &dyn WriteTransaction,
    author: &Author,
    platform: &Organization,
    user: UserId,
    given: Option<&ApiKey>,
) -> Result<Option<ApiKey>, Error> {
    let all = txn.credentials_of(platform.id, user)?;
    let kept: Vec<&Credential> = all.iter().filter(|credential| credential.bootstrap).collect();
    let is_kept = |key: &ApiKey| kept.iter().any(|credential| key.is_of(credential));
    if given.map_or(!kept.is_empty(), is_kept) {
        return Ok(None);
    }
    for credential in kept {
        delete_credential(txn, author, credential)?;
    }
    let fresh = author.id();
    let key = given.cloned().unwrap_or_else(|| ApiKey::generate(fresh, author.context.secret()));
    let id = key.credential_id().unwrap_or(fresh);
    let credential = Credential {
        description: "bootstrap key".to_owned(),
        bootstrap: true,
        ..Credential::api_key(id, (platform.id, user), key.hash(), author.at)
    };
    add_credential(txn, author, &credential)?;
    Ok(Some(key))
}
