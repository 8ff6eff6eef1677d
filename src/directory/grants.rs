//! What somebody can do, from what is stored: the roles of a user, those of its groups, and what they give together.
//! It must not know what is asked for.

use std::collections::BTreeSet;

use crate::auth::Grants;
use crate::domain::{ActionSet, Error, OrganizationId, Role, RoleId, User};
use crate::store::{Lookups, ReadTransaction};

use super::view::organization_of;

/// What a user can do that is stored as it is here.
pub(super) fn grants_of(txn: &dyn Lookups, user: &User) -> Result<Grants, Error> {
    Ok(Grants::of(user, &txn.roles_granted_to(user.organization, user.id)?, powers(txn, user.organization)?))
}

/// What a user could do if it were stored as it is here.
pub(super) fn grants_of_draft(txn: &dyn ReadTransaction, user: &User) -> Result<Grants, Error> {
    let mut roles = user.roles.clone();
    for group in &user.groups {
        roles.extend(txn.group(user.organization, *group)?.map(|group| group.roles).unwrap_or_default());
    }
    Ok(Grants::of(user, &roles_by_id(txn, user.organization, &roles)?, powers(txn, user.organization)?))
}

/// What roles give to whoever holds them.
pub(super) fn grants_of_roles(
    txn: &dyn ReadTransaction,
    organization: OrganizationId,
    roles: &BTreeSet<RoleId>,
) -> Result<Grants, Error> {
    Ok(Grants::given_by(&roles_by_id(txn, organization, roles)?, powers(txn, organization)?))
}

/// What a role that is stored as it is here gives to whoever holds it.
pub(super) fn grants_of_role(txn: &dyn Lookups, role: &Role) -> Result<Grants, Error> {
    Ok(Grants::given_by([role], powers(txn, role.organization)?))
}

/// All that anybody of an organization can ever do.
fn powers(txn: &dyn Lookups, organization: OrganizationId) -> Result<ActionSet, Error> {
    Ok(organization_of(txn, organization)?.powers())
}

fn roles_by_id(
    txn: &dyn ReadTransaction,
    organization: OrganizationId,
    ids: &BTreeSet<RoleId>,
) -> Result<Vec<Role>, Error> {
    let found: Result<Vec<Option<Role>>, Error> = ids.iter().map(|id| txn.role(organization, *id)).collect();
    Ok(found?.into_iter().flatten().collect())
}
