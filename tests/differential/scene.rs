//! What is known of a world, from its store: who acts, and on whom and what.

use std::collections::{BTreeMap, BTreeSet};

use roster::domain::search::Start;
use roster::domain::{Id, OrganizationId, RoleId, Search, Status, User, UserId, UserKind};

use super::eye::Record;
use super::intent::{Thing, Whom};
use crate::support::in_process::World;

/// How many of those who were made on the way act besides the cast, at most.
const NEW_ACTORS_MAX: usize = 24;
/// How many of those who are gone are remembered.
const GONE_KEPT_MAX: usize = 12;
/// How many of those who act may be gone.
const GONE_ACTORS_MAX: usize = 2;

/// Somebody who acts, with what it comes with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Actor {
    pub(super) name: String,
    pub(super) key: String,
    /// None of somebody whom nobody knows.
    pub(super) id: Option<Id>,
    /// Where it acts.
    pub(super) organization: OrganizationId,
}

/// What is known of a world, from its store.
#[derive(Clone, Debug)]
pub(super) struct Scene {
    pub(super) here: OrganizationId,
    pub(super) elsewhere: OrganizationId,
    pub(super) actors: Vec<Actor>,
    pub(super) cast: usize,
    pub(super) people: BTreeMap<Id, Whom>,
    pub(super) services: BTreeMap<Id, Whom>,
    pub(super) gone: Vec<Whom>,
    /// Who cannot be let in: disabled, or gone.
    pub(super) locked_out: BTreeSet<Id>,
    pub(super) gone_actors: usize,
    pub(super) groups: BTreeMap<Id, Thing>,
    pub(super) roles: BTreeMap<Id, Thing>,
    pub(super) keys: BTreeMap<Id, Id>,
    pub(super) numbers: u32,
}

impl Scene {
    /// The role of this name, which is there.
    pub(super) fn role(&self, name: &str) -> &Thing {
        self.roles.values().find(|role| role.name == name && role.organization == self.here).expect("the role was made")
    }

    /// Looks at whatever the audit trail says was changed.
    pub(super) fn look_again(&mut self, world: &World, records: &[Record]) {
        for record in records {
            match record.target_kind.as_str() {
                "user" => self.look_at_user(world, record.target),
                "credential" => self.look_at_key(world, record.target),
                _ => {}
            }
        }
        if records.iter().any(|record| ["group", "role"].contains(&record.target_kind.as_str())) {
            self.look_at_givers(world);
        }
    }

    pub(super) fn look_at_user(&mut self, world: &World, id: Id) {
        let before = self.people.remove(&id).or_else(|| self.services.remove(&id));
        let found = self.find(world, id);
        self.locked_out.remove(&id);
        self.locked_out.extend(found.as_ref().is_none_or(|user| user.status == Status::Disabled).then_some(id));
        match found {
            Some(user) => {
                let is_person = user.kind == UserKind::Person;
                let email = user.email.map(|email| email.as_str().to_owned());
                let (organization, username) = (user.organization, user.username.as_str().to_owned());
                let whom = Whom { id, organization, username, email };
                if is_person {
                    self.people.insert(id, whom)
                } else {
                    self.services.insert(id, whom)
                };
            }
            None => {
                // Who acts and is gone is refused from now on, which need not be seen often.
                let is_gone = |actor: &Actor| actor.id == Some(id);
                if self.gone_actors >= GONE_ACTORS_MAX {
                    let cast = self.actors.iter().take(self.cast).filter(|actor| !is_gone(actor)).count();
                    self.cast = self.cast.min(cast);
                    self.actors.retain(|actor| !is_gone(actor));
                }
                self.gone_actors += usize::from(self.actors.iter().any(is_gone));
                self.gone.extend(before);
                let forgotten = self.gone.len().saturating_sub(GONE_KEPT_MAX);
                self.gone.drain(..forgotten);
            }
        }
    }

    fn look_at_key(&mut self, world: &World, id: Id) {
        let found = world.read(move |txn| txn.credential(id.into()));
        self.keys.remove(&id);
        self.keys.extend(found.map(|credential| (id, credential.user.id())));
    }

    pub(super) fn look_at_givers(&mut self, world: &World) {
        self.groups.clear();
        self.roles.clear();
        for organization in [self.here, self.elsewhere] {
            let all = Start::Offset(0);
            let (groups, roles) = world.read(move |txn| {
                let groups = txn.search_groups(organization, &Search::default(), &all, 1000)?;
                let roles = txn.search_roles(organization, &Search::default(), &all, 1000)?;
                Ok((groups.items, roles.items))
            });
            let thing = |id, name| (id, Thing { id, organization, name });
            self.groups.extend(groups.into_iter().map(|group| thing(group.id.id(), group.name)));
            self.roles.extend(roles.into_iter().map(|role| thing(role.id.id(), role.name)));
        }
    }

    /// The user as it is stored.
    pub(super) fn find(&self, world: &World, id: Id) -> Option<User> {
        let organizations = [self.here, self.elsewhere];
        world.read(move |txn| {
            let found = organizations.map(|organization| txn.user(organization, UserId::from(id)));
            found.into_iter().find_map(Result::transpose).transpose()
        })
    }

    /// The names of roles, as far as they are known.
    pub(super) fn role_names<'a>(&self, ids: impl IntoIterator<Item = &'a RoleId>) -> Vec<String> {
        ids.into_iter().filter_map(|id| Some(self.roles.get(&id.id())?.name.clone())).collect()
    }

    /// Lets somebody act who has got a key.
    pub(super) fn let_act(&mut self, whom: &Whom, key: &str) {
        if self.actors.len() >= self.cast + NEW_ACTORS_MAX {
            self.actors.remove(self.cast);
        }
        let (name, id, organization) = (whom.username.clone(), Some(whom.id), whom.organization);
        self.actors.push(Actor { name, key: key.to_owned(), id, organization });
    }

    pub(super) fn number(&mut self) -> u32 {
        self.numbers += 1;
        self.numbers
    }
}
