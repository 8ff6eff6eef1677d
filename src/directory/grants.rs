//! What somebody can do, from what is stored: the roles of a user, those of its groups, and what they give together.
//! It must not know what is asked for.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::auth::Grants;
use crate::domain::{ActionSet, Error, OrganizationId, Role, RoleId, User};
use crate::store::{Lookups, ReadTransaction, groups_of, roles_granted_to};

use super::view::organization_of;

/// What a user can do, or could if it were stored as it is here.
pub(super) fn grants_of(txn: &dyn Lookups, user: &User) -> Result<Grants, Error> {
    let roles = roles_granted_to(txn, user, &groups_of(txn, user)?)?;
    Ok(Grants::of(user, &roles, powers(txn, user.organization)?))
}

/// What roles give to whoever holds them.
pub(super) fn grants_of_roles(
    txn: &dyn ReadTransaction,
    organization: OrganizationId,
    roles: &BTreeSet<RoleId>,
) -> Result<Grants, Error> {
    Ok(Grants::given_by(roles_by_id(txn, organization, roles)?.iter().map(Arc::as_ref), powers(txn, organization)?))
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
) -> Result<Vec<Arc<Role>>, Error> {
    let found: Result<Vec<Option<Arc<Role>>>, Error> = ids.iter().map(|id| txn.role(organization, *id)).collect();
    Ok(found?.into_iter().flatten().collect())
}
