//! What every organization has from its start: the group of everyone, the built-in roles, the metaschemas. Each is found, or
//! made, so that a new version of the program brings all organizations up to date. Who may make one is not known here.

use std::collections::BTreeSet;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::domain::group::EVERYONE;
use crate::domain::powers::{BUILTIN_ROLES, BuiltinRole, PLATFORM_ONLY};
use crate::domain::text::fold;
use crate::domain::{
    Error, FieldChange, Group, GroupId, Metadata, Metaschema, MetaschemaName, Organization, Role, TargetKind,
    metaschema, role,
};
use crate::store::WriteTransaction;

use super::author::Author;
use super::metaschemas;

/// What [`furnishings`] begins with. The number goes up when [`furnish`] does something else with the same definitions.
const FURNISHING: &[u8] = b"roster furnishings 1\0";

/// Adds an organization, with what every one has.
pub(super) fn found(txn: &dyn WriteTransaction, author: &Author, organization: &Organization) -> Result<(), Error> {
    txn.insert_organization(organization)?;
    let id = organization.id;
    author.record(txn, id, TargetKind::Organization, id.id(), name_changes(None, Some(&organization.name)))?;
    furnish(txn, author, organization)
}

/// A digest of what every organization has by this version of the program. While it stays the same, none lacks anything.
pub(super) fn furnishings() -> [u8; 32] {
    let mut digest = Sha256::new_with_prefix(FURNISHING);
    let mut add = |text: &str| {
        digest.update((text.len() as u64).to_be_bytes());
        digest.update(text);
    };
    add(EVERYONE);
    for (name, schema) in metaschema::DEFAULTS {
        add(name);
        add(schema);
    }
    for role in &BUILTIN_ROLES {
        add(role.name);
        role.actions.iter().for_each(|action| add(action.as_str()));
    }
    PLATFORM_ONLY.iter().for_each(|action| add(action.as_str()));
    digest.finalize().into()
}

/// Gives an organization what it does not have of what every one has.
pub(super) fn furnish(txn: &dyn WriteTransaction, author: &Author, organization: &Organization) -> Result<(), Error> {
    everyone(txn, author, organization)?;
    metaschemas(txn, author, organization)?;
    BUILTIN_ROLES.iter().try_for_each(|builtin| builtin_role(txn, author, organization, builtin).map(|_| ()))
}

/// Finds or makes the group of everyone.
pub(super) fn everyone(
    txn: &dyn WriteTransaction,
    author: &Author,
    organization: &Organization,
) -> Result<GroupId, Error> {
    if let Some(found) = txn.group_by_name(organization.id, &fold(EVERYONE))? {
        return Ok(found.id);
    }
    let group = Group {
        id: author.id(),
        organization: organization.id,
        name: EVERYONE.to_owned(),
        display_name: None,
        description: "System group which contains all users".to_owned(),
        metadata: Metadata::empty(),
        roles: BTreeSet::new(),
        builtin: true,
        created_at: author.at,
        updated_at: author.at,
        version: 1,
    };
    txn.insert_group(&group)?;
    let named = name_changes(None, Some(&group.name));
    author.record(txn, organization.id, TargetKind::Group, group.id.id(), named)?;
    Ok(group.id)
}

/// Gives an organization without any metaschema the defaults, also one that was made before there were any.
fn metaschemas(txn: &dyn WriteTransaction, author: &Author, organization: &Organization) -> Result<(), Error> {
    if !txn.metaschemas(organization.id)?.is_empty() {
        return Ok(());
    }
    for (name, schema) in metaschema::DEFAULTS {
        let metaschema = Metaschema {
            id: author.id(),
            organization: organization.id,
            name: MetaschemaName::parse(name)?,
            schema: schema.to_owned(),
            created_at: author.at,
            updated_at: author.at,
            version: 1,
        };
        txn.insert_metaschema(&metaschema)?;
        let stated = metaschemas::changes(None, Some(&metaschema));
        author.record(txn, organization.id, TargetKind::Metaschema, metaschema.id.id(), stated)?;
    }
    Ok(())
}

/// Finds or makes a built-in role, and gives it the actions that it has by now, as far as anybody there can have them.
pub(super) fn builtin_role(
    txn: &dyn WriteTransaction,
    author: &Author,
    organization: &Organization,
    builtin: &BuiltinRole,
) -> Result<Role, Error> {
    let actions = builtin.actions.intersection(organization.powers());
    let found = txn.role_by_name(organization.id, &fold(builtin.name))?;
    let Some(old) = found.map(Arc::unwrap_or_clone) else {
        let role = Role {
            id: author.id(),
            organization: organization.id,
            name: builtin.name.to_owned(),
            description: builtin.description.to_owned(),
            actions,
            permissions: BTreeSet::new(),
            builtin: true,
            created_at: author.at,
            updated_at: author.at,
            version: 1,
        };
        txn.insert_role(&role)?;
        let named = name_changes(None, Some(&role.name));
        author.record(txn, organization.id, TargetKind::Role, role.id.id(), named)?;
        return Ok(role);
    };
    if old.actions == actions {
        return Ok(old);
    }
    let new = Role { actions, updated_at: author.at, version: old.version + 1, ..old.clone() };
    txn.update_role(&old, &new)?;
    let changes = role::changes_between(Some(&old), Some(&new));
    author.record(txn, organization.id, TargetKind::Role, new.id.id(), changes)?;
    Ok(new)
}

/// What the audit trail says of a name that is given, changed or gone.
pub(super) fn name_changes(old: Option<&str>, new: Option<&str>) -> Vec<FieldChange> {
    FieldChange::between("name", old.map(ToOwned::to_owned), new.map(ToOwned::to_owned)).into_iter().collect()
}
