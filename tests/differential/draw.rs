//! Draws what happens next: who wants what. Written over what is known, so that most of it could be done by somebody.

use std::collections::BTreeMap;

use roster::domain::Id;

use super::dice::Dice;
use super::intent::{Deed, OfGroup, OfPerson, OfRole, OfService, Thing, Whom};
use super::scene::{Actor, Scene};

const PERMISSIONS: [&str; 4] = ["user_management", "ingestion", "agent_management", "events_management"];
const PASSWORDS: [&str; 4] = ["violet-otter-sails-9", "granite.lantern.tide", "short", "password1"];
const AVATARS: [&str; 3] = ["", "data:image/png;base64,AAAA", "data:image/gif;base64,BBBB"];
const TITLES: [&str; 6] = ["", "Ada", "Grace Hopper", "Zo\u{eb} \u{202e}x", "  two  spaces ", "a\u{301}"];
/// The longest name to show that every door takes, in characters.
const TITLE_CHARS_MAX: usize = 1024;
/// Addresses that every door refuses, each for its own reason.
const BAD_EMAILS: [&str; 4] = ["nobody", "a b@example.org", "@example.org", "a@b@example.org"];

/// How many persons there are, at most: beyond, they are deleted more often than made.
const PEOPLE_MAX: usize = 60;
/// Those who may do everything, and act more often than others.
const STRONG: [&str; 2] = ["admin", "cast-admin"];
/// What somebody wants.
#[derive(Clone, Debug)]
pub(super) struct Intent {
    pub(super) actor: Actor,
    pub(super) deed: Deed,
}

/// Draws what happens next.
pub(super) fn draw(scene: &mut Scene, dice: &mut Dice) -> Intent {
    let actor = actor(scene, dice);
    let deed = Draw { scene, dice, actor: &actor }.deed();
    Intent { actor, deed }
}

/// Anybody, but those who may do everything more often, and those who are not let in less often.
fn actor(scene: &Scene, dice: &mut Dice) -> Actor {
    let name = if dice.percent(35) { dice.text(&STRONG) } else { "" };
    if let Some(strong) = scene.actors.iter().find(|actor| actor.name == name) {
        return strong.clone();
    }
    let is_let_in = |actor: &&Actor| actor.id.is_some_and(|id| !scene.locked_out.contains(&id));
    let let_in: Vec<&Actor> = scene.actors.iter().filter(is_let_in).collect();
    if dice.percent(85) { (*dice.pick(&let_in)).clone() } else { dice.pick(&scene.actors).clone() }
}

struct Draw<'a> {
    scene: &'a mut Scene,
    dice: &'a mut Dice,
    actor: &'a Actor,
}

impl Draw<'_> {
    fn deed(&mut self) -> Deed {
        match self.dice.below(100) {
            0..14 => self.creation(),
            14..74 => {
                let whom = self.person();
                let deed = self.deed_of_person(&whom);
                Deed::OfPerson(whom, deed)
            }
            74..78 => self.deed_of_service(),
            78..80 => Deed::List,
            80..82 => Deed::FindByAddress(self.email()),
            82..92 => self.deed_of_group(),
            _ => self.deed_of_role(),
        }
    }

    fn creation(&mut self) -> Deed {
        if self.scene.people.len() > PEOPLE_MAX && self.dice.percent(80) {
            return Deed::OfPerson(self.anybody(), OfPerson::Delete);
        }
        let number = self.scene.number();
        let name = if self.dice.percent(15) { self.taken_name() } else { format!("person-{number}") };
        let email = match self.dice.below(20) {
            0..4 => self.email(),
            4 => self.dice.text(&BAD_EMAILS).to_owned(),
            _ => format!("person-{number}@example.org"),
        };
        match self.dice.below(10) {
            0..4 => Deed::CreateNamed { name, email, title: self.title() },
            4..6 => Deed::CreateAddressed { email },
            6..8 => {
                // The name is the one that a door derives which does not take one.
                let (name, email) = (format!("holder{number}_example_org"), format!("holder{number}@example.org"));
                Deed::CreateWithRoles { name, email, roles: self.some_roles() }
            }
            8 => Deed::CreateGranted {
                email,
                permissions: self.permissions(),
                groups: (0..self.dice.below(3)).map(|_| self.group()).collect(),
                roles: self.some_roles(),
            },
            _ => Deed::CreateService { name: format!("service-{number}") },
        }
    }

    fn deed_of_person(&mut self, whom: &Whom) -> OfPerson {
        match self.dice.below(40) {
            0..4 => OfPerson::Read,
            4 => OfPerson::Rename(self.new_name()),
            5..8 => OfPerson::SetEmail(if self.dice.percent(20) { None } else { Some(self.new_email()) }),
            8 => OfPerson::SetFirstName(self.title()),
            9..13 => OfPerson::SetTitle(self.title()),
            13 => OfPerson::SetAvatar(self.dice.text(&AVATARS)),
            14 => OfPerson::SetLabel(self.title()),
            15 => OfPerson::SetSsoId(self.dice.text(&["", "sso-1", "sso-2"]).to_owned()),
            16..19 => OfPerson::SetStatus { is_active: self.dice.percent(70) },
            19 => OfPerson::SetPassword(self.dice.text(&PASSWORDS)),
            20 => OfPerson::ResetPassword,
            21..23 => OfPerson::ReplaceRoles(self.some_roles()),
            23..26 => OfPerson::AddRole(self.role()),
            26..28 => OfPerson::RemoveRole(self.role()),
            28 => OfPerson::ReplacePermissions(self.permissions()),
            29..31 => OfPerson::Grant(self.dice.text(&PERMISSIONS)),
            31 => OfPerson::Revoke(self.dice.text(&PERMISSIONS)),
            32..34 => OfPerson::Join(self.group()),
            34..36 => OfPerson::Leave(self.group()),
            36 => OfPerson::Delete,
            37..39 => OfPerson::CreateKey(format!("key {}", self.scene.number())),
            _ => OfPerson::DeleteKey(self.key_of(whom)),
        }
    }

    fn deed_of_service(&mut self) -> Deed {
        let known: Vec<Whom> = self.scene.services.values().cloned().collect();
        let is_absent = known.is_empty() || self.dice.percent(10);
        let whom = if is_absent { self.absent() } else { self.dice.pick(&known).clone() };
        let deed = match self.dice.below(8) {
            0..3 => OfService::Read,
            3..5 => OfService::Grant(self.dice.text(&PERMISSIONS)),
            5 => OfService::Delete,
            _ => OfService::CreateKey,
        };
        Deed::OfService(whom, deed)
    }

    fn deed_of_group(&mut self) -> Deed {
        let number = self.scene.number();
        let group = self.group();
        let is_taken = self.dice.percent(20);
        let deed = match self.dice.below(12) {
            0..2 if is_taken => return Deed::CreateGroup { name: group.name },
            0..2 => return Deed::CreateGroup { name: format!("group-{number}") },
            2..4 => OfGroup::Read,
            4..6 if is_taken => OfGroup::Rename(self.group().name),
            4..6 => OfGroup::Rename(format!("group-{number}")),
            6..9 => OfGroup::AddRole(self.role()),
            9..11 => OfGroup::RemoveRole(self.role()),
            _ => OfGroup::Delete,
        };
        Deed::OfGroup(group, deed)
    }

    fn deed_of_role(&mut self) -> Deed {
        let number = self.scene.number();
        let role = self.role();
        let deed = match self.dice.below(12) {
            0..2 => {
                let name = if self.dice.percent(20) { role.name } else { format!("role-{number}") };
                return Deed::CreateRole { name, permissions: self.permissions() };
            }
            2..4 => OfRole::Read,
            4..6 => OfRole::Rename(format!("role-{number}")),
            6..9 => OfRole::Grant(self.dice.text(&PERMISSIONS)),
            9..11 => OfRole::Revoke(self.dice.text(&PERMISSIONS)),
            _ => OfRole::Delete,
        };
        Deed::OfRole(role, deed)
    }

    /// Oneself, somebody gone, a service account, somebody behind the wall, nobody, and mostly anybody.
    fn person(&mut self) -> Whom {
        let known = [&self.scene.people, &self.scene.services];
        let oneself = self.actor.id.and_then(|id| known.into_iter().find_map(|known| known.get(&id)).cloned());
        let services: Vec<&Whom> = self.scene.services.values().collect();
        match (self.dice.below(100), oneself) {
            (0..15, Some(oneself)) => oneself,
            (15..18, _) => self.absent(),
            (18..22, _) if !self.scene.gone.is_empty() => self.dice.pick(&self.scene.gone).clone(),
            (22..25, _) if !services.is_empty() => (*self.dice.pick(&services)).clone(),
            (25..33, _) => {
                let people = self.scene.people.values();
                let strangers: Vec<Whom> =
                    people.filter(|whom| whom.organization != self.actor.organization).cloned().collect();
                if strangers.is_empty() { self.absent() } else { self.dice.pick(&strangers).clone() }
            }
            _ => self.anybody(),
        }
    }

    /// One of the actor's own organization.
    fn anybody(&mut self) -> Whom {
        let people = self.scene.people.values();
        let own: Vec<Whom> = people.filter(|whom| whom.organization == self.actor.organization).cloned().collect();
        if own.is_empty() { self.absent() } else { self.dice.pick(&own).clone() }
    }

    /// Somebody who was never there.
    fn absent(&mut self) -> Whom {
        let number = self.scene.number();
        let id = Id::new(1_600_000_000_000 + u64::from(number), [7; 6]);
        let username = format!("absent-{number}");
        let email = Some(format!("{username}@example.org"));
        Whom { id, organization: self.actor.organization, username, email }
    }

    fn group(&mut self) -> Thing {
        self.one_of(|scene| &scene.groups)
    }

    fn role(&mut self) -> Thing {
        self.one_of(|scene| &scene.roles)
    }

    /// One of the actor's own organization, one behind the wall, or one that was never there.
    fn one_of(&mut self, known: fn(&Scene) -> &BTreeMap<Id, Thing>) -> Thing {
        let (organization, is_behind) = (self.actor.organization, self.dice.percent(5));
        let (own, others): (Vec<&Thing>, Vec<&Thing>) =
            known(self.scene).values().partition(|thing| thing.organization == organization);
        // What has the same name on both sides is the one on this side, where it is named by its name.
        let is_others_alone = |thing: &&Thing| own.iter().all(|known| known.name != thing.name);
        let others = others.into_iter().filter(is_others_alone);
        let among: Vec<Thing> =
            if is_behind { others.cloned().collect() } else { own.iter().copied().cloned().collect() };
        if among.is_empty() || self.dice.percent(5) {
            let Whom { id, organization, username, .. } = self.absent();
            return Thing { id, organization, name: username };
        }
        self.dice.pick(&among).clone()
    }

    fn some_roles(&mut self) -> Vec<Thing> {
        let mut roles: Vec<Thing> = Vec::new();
        for _ in 0..self.dice.below(3) {
            let role = self.role();
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
        roles
    }

    fn permissions(&mut self) -> Vec<&'static str> {
        PERMISSIONS.into_iter().filter(|_| self.dice.percent(25)).collect()
    }

    fn key_of(&mut self, whom: &Whom) -> Id {
        let keys = self.scene.keys.iter().filter(|(_, user)| **user == whom.id);
        let keys: Vec<Id> = keys.map(|(key, _)| *key).collect();
        let is_there = !keys.is_empty() && self.dice.percent(80);
        if is_there { *self.dice.pick(&keys) } else { self.absent().id }
    }

    fn new_name(&mut self) -> String {
        if self.dice.percent(30) { self.taken_name() } else { format!("named-{}", self.scene.number()) }
    }

    /// A name that somebody has in any organization, as far as every door takes it for one.
    fn taken_name(&mut self) -> String {
        let is_plain = |name: &&String| name.chars().all(|char| char.is_ascii_alphanumeric() || char == '-');
        let names: Vec<&String> = self.scene.people.values().map(|whom| &whom.username).filter(is_plain).collect();
        (*self.dice.pick(&names)).clone()
    }

    /// An address that somebody has in any organization.
    fn email(&mut self) -> String {
        let emails: Vec<&String> = self.scene.people.values().filter_map(|whom| whom.email.as_ref()).collect();
        if emails.is_empty() { "no-one@example.org".to_owned() } else { (*self.dice.pick(&emails)).clone() }
    }

    fn new_email(&mut self) -> String {
        match self.dice.below(10) {
            0..2 => self.email(),
            2 => self.dice.text(&BAD_EMAILS).to_owned(),
            _ => format!("moved-{}@example.org", self.scene.number()),
        }
    }

    fn title(&mut self) -> String {
        match self.dice.below(33) {
            0 => "x".repeat(TITLE_CHARS_MAX + 1),
            1 => "nul\u{0}".to_owned(),
            _ => self.dice.text(&TITLES).to_owned(),
        }
    }
}
