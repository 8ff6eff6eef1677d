//! All users of an organization, read as they are taken, with what an import makes them again from.
//! In which format is not known here.

use std::collections::{BTreeMap, BTreeSet};

use crate::auth::{Caller, Target, policy};
use crate::domain::search::{Search, Start};
use crate::domain::{Action, Error, FieldChange, GroupId, OrganizationId, Principal, RoleId, TargetKind, User};
use crate::limits::LISTING_OBJECTS_MAX;
use crate::store::ReadTransaction;

use super::listing::{Portion, listing};
use super::view::known;
use super::{Directory, Listing};

/// A user with everything that an import makes it again from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedUser {
    /// The user.
    pub user: User,
    /// The names of its own roles, in their order.
    pub roles: BTreeSet<String>,
    /// The names of its groups that are somebody's choice, in their order.
    pub groups: BTreeSet<String>,
    /// The hash of its password, if it has one and hashes are asked for.
    pub password_hash: Option<String>,
}

impl Directory {
    /// Lists the users of the caller's organization, but for the built-in ones, the oldest first.
    ///
    /// # Errors
    /// `Forbidden`; with hashes, also for one who cannot do everything that those can whose passwords they are of.
    pub async fn export_users(&self, caller: &Caller, with_hashes: bool) -> Result<Listing<ExportedUser>, Error> {
        policy::authorize(caller.principal(), Action::UsersRead, Target::Collection)?;
        if with_hashes {
            self.record_export_of_hashes(caller).await?;
        }
        let (directory, principal) = (self.clone(), caller.principal().clone());
        let read = move |start: Option<Start>| {
            let (directory, principal) = (directory.clone(), principal.clone());
            async move {
                let start = start.unwrap_or(Start::Offset(0));
                directory.read(move |txn| portion_in(txn, &principal, &start, with_hashes)).await
            }
        };
        listing(read).await
    }

    /// Leaves a record that the hashes of all passwords left the directory, before they do.
    async fn record_export_of_hashes(&self, caller: &Caller) -> Result<(), Error> {
        self.write_as(caller, |txn, stamp| {
            policy::authorize_on_everybody(stamp.principal(), Action::CredentialsExport)?;
            let target = stamp.organization().id();
            stamp.record(txn, TargetKind::Organization, target, vec![FieldChange::masked("exported_password_hashes")])
        })
        .await
    }
}

fn portion_in(
    txn: &dyn ReadTransaction,
    principal: &Principal,
    start: &Start,
    with_hashes: bool,
) -> Result<Portion<ExportedUser, Start>, Error> {
    let organization = principal.organization;
    let search = Search::default();
    let slice = txn.search_users(organization, &search, start, LISTING_OBJECTS_MAX)?;
    let next = slice.items.last().filter(|_| slice.more).map(|last| Start::After(search.position_of(last)));
    let mut names = Names { txn, organization, roles: BTreeMap::new(), groups: BTreeMap::new() };
    let chosen = slice.items.into_iter().filter(|user| !user.builtin);
    let exported = chosen.map(|user| {
        let password_hash = if with_hashes { txn.password(organization, user.id)? } else { None };
        let roles = user.roles.iter().map(|id| names.role(*id)).collect::<Result<_, Error>>()?;
        let groups = user.groups.iter().map(|id| names.group(*id)).collect::<Result<Vec<_>, Error>>()?;
        Ok(ExportedUser { user, roles, groups: groups.into_iter().flatten().collect(), password_hash })
    });
    Ok((exported.collect::<Result<_, Error>>()?, next))
}

/// The names of roles and groups, each read once.
struct Names<'t> {
    txn: &'t dyn ReadTransaction,
    organization: OrganizationId,
    roles: BTreeMap<RoleId, String>,
    groups: BTreeMap<GroupId, Option<String>>,
}

impl Names<'_> {
    fn role(&mut self, id: RoleId) -> Result<String, Error> {
        let find = |id| Ok(self.txn.role(self.organization, id)?.map(|role| role.name.clone()));
        known(&mut self.roles, id, find)
    }

    /// The name of a group; none for the system group, in which everybody is without being named.
    fn group(&mut self, id: GroupId) -> Result<Option<String>, Error> {
        let find =
            |id| Ok(self.txn.group(self.organization, id)?.map(|group| (!group.builtin).then(|| group.name.clone())));
        known(&mut self.groups, id, find)
    }
}
