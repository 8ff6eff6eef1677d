//! What exists from the first start: an organization, its roles, the group of everyone, two users, their keys.
//! Starting again changes nothing, but for keys that the operator has changed and roles that a new version defines anew.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::auth::token::ApiKey;
use crate::context::Context;
use crate::domain::group::EVERYONE;
use crate::domain::role::{BUILTIN_ROLES, BuiltinRole, PLATFORM_ADMIN, PLATFORM_VIEWER};
use crate::domain::text::fold;
use crate::domain::user_patch::changes_between;
use crate::domain::{
    AuditRecord, Credential, CredentialKind, Error, FieldChange, Group, GroupId, Id, Metadata, Metaschema,
    MetaschemaName, Organization, OrganizationId, Realm, Role, RoleId, Status, TargetKind, User, UserId, UserKind,
    Username, metaschema,
};
use crate::store::{NameKind, WriteTransaction};

use super::credentials::key_changes;
use super::{Directory, metaschemas};

/// The organization that exists from the start.
const DEFAULT_ORGANIZATION: &str = "default";
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
        let start = Start { at: self.context.now(), context: Arc::clone(&self.context) };
        self.write(move |txn| {
            if txn.installation_key()?.is_none() {
                txn.insert_installation_key(&start.context.secret())?;
            }
            let organization = start.organization(txn)?;
            let everyone = start.everyone(txn, organization)?;
            start.metaschemas(txn, organization)?;
            for role in &BUILTIN_ROLES {
                start.role(txn, organization, role)?;
            }
            let admin = start.user(txn, organization, everyone, ADMIN, &PLATFORM_ADMIN)?;
            let readonly = start.user(txn, organization, everyone, READONLY, &PLATFORM_VIEWER)?;
            Ok(FirstKeys {
                admin: start.key(txn, organization, admin, given.admin.as_ref())?,
                readonly: start.key(txn, organization, readonly, given.readonly.as_ref())?,
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

/// The default organization's name, as it is looked up.
pub(super) fn default_organization_folded() -> String {
    fold(DEFAULT_ORGANIZATION)
}

/// One run of the bootstrap: each method finds what it is about, or makes it.
struct Start {
    context: Arc<Context>,
    at: DateTime<Utc>,
}

impl Start {
    fn organization(&self, txn: &dyn WriteTransaction) -> Result<OrganizationId, Error> {
        if let Some(found) = txn.organization_by_name(&default_organization_folded())? {
            return Ok(found.id);
        }
        let id: OrganizationId = self.context.id();
        let name = DEFAULT_ORGANIZATION.to_owned();
        let changes = named(&name);
        txn.insert_organization(&Organization { id, name, created_at: self.at, updated_at: self.at, version: 1 })?;
        self.record(txn, id, TargetKind::Organization, id.id(), changes)?;
        Ok(id)
    }

    fn everyone(&self, txn: &dyn WriteTransaction, organization: OrganizationId) -> Result<GroupId, Error> {
        if let Some(found) = txn.group_by_name(organization, &fold(EVERYONE))? {
            return Ok(found.id);
        }
        let group = Group {
            id: self.context.id(),
            organization,
            name: EVERYONE.to_owned(),
            display_name: None,
            description: "System group which contains all users".to_owned(),
            metadata: Metadata::empty(),
            roles: BTreeSet::new(),
            builtin: true,
            created_at: self.at,
            updated_at: self.at,
            version: 1,
        };
        txn.insert_group(&group)?;
        self.record(txn, organization, TargetKind::Group, group.id.id(), named(&group.name))?;
        Ok(group.id)
    }

    /// Gives an organization without any metaschema the defaults, also one that was made before there were any.
    fn metaschemas(&self, txn: &dyn WriteTransaction, organization: OrganizationId) -> Result<(), Error> {
        if !txn.metaschemas(organization)?.is_empty() {
            return Ok(());
        }
        for (name, schema) in metaschema::DEFAULTS {
            let metaschema = Metaschema {
                id: self.context.id(),
                organization,
                name: MetaschemaName::parse(name)?,
                schema: schema.to_owned(),
                created_at: self.at,
                updated_at: self.at,
                version: 1,
            };
            txn.insert_metaschema(&metaschema)?;
            let stated = metaschemas::changes(None, Some(&metaschema));
            self.record(txn, organization, TargetKind::Metaschema, metaschema.id.id(), stated)?;
        }
        Ok(())
    }

    fn role(
        &self,
        txn: &dyn WriteTransaction,
        organization: OrganizationId,
        builtin: &BuiltinRole,
    ) -> Result<RoleId, Error> {
        let found = txn.role_by_name(organization, &fold(builtin.name))?;
        let Some(old) = found else {
            let role = Role {
                id: self.context.id(),
                organization,
                name: builtin.name.to_owned(),
                description: builtin.description.to_owned(),
                actions: builtin.actions,
                permissions: BTreeSet::new(),
                builtin: true,
                created_at: self.at,
                updated_at: self.at,
                version: 1,
            };
            txn.insert_role(&role)?;
            self.record(txn, organization, TargetKind::Role, role.id.id(), named(&role.name))?;
            return Ok(role.id);
        };
        let actions =
            |role: &Role| Some(role.actions.iter().map(|action| action.as_str()).collect::<Vec<_>>().join(" "));
        let new = Role { actions: builtin.actions, updated_at: self.at, version: old.version + 1, ..old.clone() };
        if let Some(change) = FieldChange::between("actions", actions(&old), actions(&new)) {
            txn.update_role(&old, &new)?;
            self.record(txn, organization, TargetKind::Role, new.id.id(), vec![change])?;
        }
        Ok(new.id)
    }

    fn user(
        &self,
        txn: &dyn WriteTransaction,
        organization: OrganizationId,
        everyone: GroupId,
        name: &str,
        role: &BuiltinRole,
    ) -> Result<UserId, Error> {
        let username = Username::parse(name)?;
        if let Some((_, found)) = txn.find_name(NameKind::Username, username.folded())? {
            return Ok(found);
        }
        let role = self.role(txn, organization, role)?;
        let user = User {
            id: self.context.id(),
            organization,
            kind: UserKind::Person,
            username,
            email: None,
            first_name: None,
            last_name: None,
            display_name: None,
            description: None,
            avatar: None,
            metadata: Metadata::empty(),
            sso_id: None,
            status: Status::Active,
            realm: Realm::native(),
            builtin: true,
            permissions: BTreeSet::new(),
            roles: [role].into(),
            groups: [everyone].into(),
            created_at: self.at,
            updated_at: self.at,
            created_by: None,
            updated_by: None,
            first_login_at: None,
            last_login_at: None,
            version: 1,
        };
        txn.insert_user(&user)?;
        self.record(txn, organization, TargetKind::User, user.id.id(), changes_between(None, Some(&user)))?;
        Ok(user.id)
    }

    /// The bootstrap key of a user, if it is a new one.
    fn key(
        &self,
        txn: &dyn WriteTransaction,
        organization: OrganizationId,
        user: UserId,
        given: Option<&ApiKey>,
    ) -> Result<Option<ApiKey>, Error> {
        let all = txn.credentials_of(organization, user)?;
        let kept: Vec<&Credential> = all.iter().filter(|credential| credential.bootstrap).collect();
        let is_kept = |key: &ApiKey| kept.iter().any(|credential| key.is_of(credential));
        if given.map_or(!kept.is_empty(), is_kept) {
            return Ok(None);
        }
        for credential in kept {
            txn.delete_credential(credential)?;
            let gone = key_changes(Some(credential), None);
            self.record(txn, organization, TargetKind::Credential, credential.id.id(), gone)?;
        }
        let fresh = self.context.id();
        let key = given.cloned().unwrap_or_else(|| ApiKey::generate(fresh, self.context.secret()));
        let credential = Credential {
            id: key.credential_id().unwrap_or(fresh),
            organization,
            user,
            kind: CredentialKind::ApiKey,
            description: "bootstrap key".to_owned(),
            secret_hash: key.hash(),
            created_at: self.at,
            updated_at: self.at,
            created_by: None,
            expires_at: None,
            bootstrap: true,
            version: 1,
        };
        txn.insert_credential(&credential)?;
        let stated = key_changes(None, Some(&credential));
        self.record(txn, organization, TargetKind::Credential, credential.id.id(), stated)?;
        Ok(Some(key))
    }

    fn record(
        &self,
        txn: &dyn WriteTransaction,
        organization: OrganizationId,
        target_kind: TargetKind,
        target_id: Id,
        changes: Vec<FieldChange>,
    ) -> Result<(), Error> {
        txn.append_audit(&AuditRecord {
            id: self.context.id(),
            organization,
            at: self.at,
            actor: None,
            credential: None,
            operation: OPERATION.to_owned(),
            request_id: OPERATION.to_owned(),
            target_kind,
            target_id,
            changes,
        })
    }
}

fn named(name: &str) -> Vec<FieldChange> {
    FieldChange::between("name", None, Some(name.to_owned())).into_iter().collect()
}
