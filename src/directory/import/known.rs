//! What the rows of one portion have in common: looked up and decided once, in the portion's own transaction.

use std::collections::{BTreeMap, BTreeSet};

use crate::auth::Denied;
use crate::domain::{Error, GroupId, OrganizationId, Permission, RoleId, User, UserId, UserKind, Username};
use crate::store::WriteTransaction;

use super::super::audit::Stamp;
use super::super::create::{judge_grants, memberships_of, name_of, user_of};
use super::super::names::id_written_as;
use super::super::organizations;
use super::super::references::{Reference, Unknown};
use super::NewUser;

/// What is known by now.
pub(super) struct Known<'t, 'r> {
    txn: &'t dyn WriteTransaction,
    stamp: &'t Stamp,
    memberships: BTreeMap<Memberships<'r>, Decided>,
    other_organizations: Option<Vec<OrganizationId>>,
    /// Whoever is made at the end, and so cannot be found yet.
    admitted: BTreeSet<UserId>,
}

/// What users have in common who can do the same: whether they are persons, their roles, groups and permissions as the rows
/// name them.
type Memberships<'r> = (bool, &'r BTreeSet<Reference>, &'r BTreeSet<Reference>, &'r Option<BTreeSet<Permission>>);

/// What the names stand for, what of them stands for nothing, and whether all of it may be given.
struct Decided {
    roles: BTreeSet<RoleId>,
    groups: BTreeSet<GroupId>,
    unknown: Unknown,
    verdict: Result<(), Denied>,
}

impl<'t, 'r> Known<'t, 'r> {
    /// Nothing is known yet.
    pub(super) fn new(txn: &'t dyn WriteTransaction, stamp: &'t Stamp) -> Self {
        Self { txn, stamp, memberships: BTreeMap::new(), other_organizations: None, admitted: BTreeSet::new() }
    }

    /// The user of a row as it would be, if it may be.
    pub(super) fn draft(&mut self, new: &'r NewUser) -> Result<User, Error> {
        let username = name_of(self.txn, new)?;
        let key = (new.kind == UserKind::Person, &new.roles, &new.groups, &new.permissions);
        let decided = match self.memberships.entry(key) {
            std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::btree_map::Entry::Vacant(entry) => {
                entry.insert(decide(self.txn, self.stamp, new, &username)?)
            }
        };
        decided.verdict?;
        decided.unknown.clone().refuse(new.unknown_groups)?;
        Ok(user_of(self.stamp, new, username, decided.roles.clone(), decided.groups.clone()))
    }

    /// Notes that a user is made at the end.
    pub(super) fn admit(&mut self, id: UserId) {
        self.admitted.insert(id);
    }

    /// Refuses a username that is the id of somebody else who is made at the end; of all others, [`check_names`] knows.
    ///
    /// [`check_names`]: super::check_names
    pub(super) fn check_username(&self, user: &User) -> Result<(), Error> {
        let is_anothers = id_written_as(&user.username).is_some_and(|id| id != user.id && self.admitted.contains(&id));
        if is_anothers { Err(Error::AlreadyExists { field: "username" }) } else { Ok(()) }
    }

    /// Refuses an id that anybody in the instance has: what is counted for one user is not to be counted for another.
    pub(super) fn check_id(&mut self, id: UserId) -> Result<(), Error> {
        if self.admitted.contains(&id) {
            return Err(Error::AlreadyExists { field: "id" });
        }
        let own = self.stamp.organization();
        let others = match &mut self.other_organizations {
            Some(known) => known,
            unknown => {
                let mut others = Vec::new();
                organizations::for_each(self.txn, |organization| {
                    others.extend(Some(organization.id).filter(|id| *id != own));
                    Ok(())
                })?;
                unknown.insert(others)
            }
        };
        for organization in std::iter::once(&own).chain(others.iter()) {
            if self.txn.username(*organization, id)?.is_some() {
                return Err(Error::AlreadyExists { field: "id" });
            }
        }
        Ok(())
    }
}

fn decide(txn: &dyn WriteTransaction, stamp: &Stamp, new: &NewUser, username: &Username) -> Result<Decided, Error> {
    let (roles, groups, unknown) = memberships_of(txn, stamp, new)?;
    // Under which name it is made is all the same.
    let probe = user_of(stamp, new, username.clone(), roles.clone(), groups.clone());
    let verdict = judge_grants(txn, stamp, &probe, new)?;
    Ok(Decided { roles, groups, unknown, verdict })
}
