//! What a worker can do next: a request, and the world as it is when that was done. Pure but for the dice. Must not know
//! connections, nor what became of the request.

mod things;
mod users;

use anyhow::{Context, Result};
use fastrand::Rng;
use serde_json::Value;

use crate::http::{Answer, Request};
use crate::world::{Secret, World};

pub(crate) use users::log_in_request;

/// Users of one worker, after which it deletes more than it makes.
const USERS_MAX: usize = 40;
/// Things of one worker, likewise.
const THINGS_MAX: usize = 12;
/// One creation in so many has a name under which its answer is kept.
const NAMED_ONE_IN: u32 = 6;

/// A request that can be done, and what follows.
#[derive(Clone, Debug)]
pub(crate) struct Intent {
    /// Without a credential: the worker's own is added.
    pub(crate) request: Request,
    /// The world when it was done.
    pub(crate) next: World,
    /// What only its answer tells.
    pub(crate) tells: Tells,
    /// Whether the answer is that of a creation which is kept under the request's name.
    pub(crate) is_kept: bool,
}

/// What an answer tells that could not be known before.
#[derive(Clone, Debug)]
pub(crate) enum Tells {
    Nothing,
    /// The id of a user as LakeSail or Frontier shows it.
    UserId(String),
    UserUuid(String),
    /// The id of a thing.
    ThingId(u32),
    /// The key with this description, of this user.
    Key {
        user: String,
        description: String,
    },
    /// The token of a session of this user.
    Session(String),
}

impl Intent {
    fn new(request: Request, next: World) -> Self {
        Self { request, next, tells: Tells::Nothing, is_kept: false }
    }

    fn telling(self, tells: Tells) -> Self {
        Self { tells, ..self }
    }

    /// Gives the request a name, so that its answer is kept.
    fn named(mut self, name: String) -> Self {
        self.request.name = Some(name);
        self.is_kept = true;
        self
    }

    /// Takes the name from the request, whose answer is not kept then.
    pub(crate) fn forget_name(&mut self) {
        self.request.name = None;
        self.is_kept = false;
    }

    /// Gives the request of a creation a name now and then.
    fn sometimes_named(self, dice: &mut Rng) -> Self {
        if dice.u32(0..NAMED_ONE_IN) > 0 {
            return self;
        }
        let name = format!("{}{}-named", self.next.prefix, self.next.serial);
        self.named(name)
    }

    /// The world that the answer tells of.
    ///
    /// # Errors
    /// The answer does not say what it has to.
    pub(crate) fn learn(&self, answer: &Answer) -> Result<World> {
        let (mut next, body) = (self.next.clone(), answer.json());
        let text = |pointer: &str| {
            let found = body.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
            found.with_context(|| format!("the answer has no {pointer}: {}", answer.text()))
        };
        match &self.tells {
            Tells::Nothing => {}
            Tells::UserId(name) => next.users.entry(name.clone()).or_default().id = Some(text("/id")?),
            Tells::UserUuid(name) => next.users.entry(name.clone()).or_default().uuid = Some(text("/user/id")?),
            Tells::ThingId(number) => {
                let id = ["/id", "/response/id", "/metaschema/id"].iter().find_map(|pointer| text(pointer).ok());
                let thing = next.things.get_mut(number).context("a thing that was made is in the next world")?;
                thing.id = Some(id.with_context(|| format!("the answer has no id: {}", answer.text()))?);
            }
            Tells::Key { user, description } => {
                let secret = Secret { id: Some(text("/id")?), text: text("/key")? };
                let user = next.users.entry(user.clone()).or_default();
                user.keys.insert(description.clone(), Some(secret));
            }
            Tells::Session(user) => {
                let secret = Secret { id: None, text: text("/token")? };
                next.users.entry(user.clone()).or_default().sessions.push(secret);
            }
        }
        Ok(next)
    }
}

/// Draws what to do next in a world.
pub(crate) fn draw(world: &World, dice: &mut Rng) -> Intent {
    loop {
        let drawn = match dice.u32(0..100) {
            0..18 if world.users.len() < USERS_MAX => Some(users::create(world, dice)),
            18..20 if world.users.len() < USERS_MAX => Some(users::import(world, dice)),
            20..36 => users::rename(world, dice),
            36..42 => users::switch(world, dice),
            42..50 => users::change_permission(world, dice),
            50..60 => users::change_edge(world, dice),
            60..68 => users::create_key(world, dice),
            68..72 => users::delete_key(world, dice),
            72..73 => users::set_password(world, dice),
            73..74 => users::log_in(world, dice),
            74..75 => users::log_out(world, dice),
            75..82 if world.things.len() < THINGS_MAX => Some(things::create(world, dice)),
            82..89 => things::change(world, dice),
            89..92 => things::delete(world, dice),
            92.. => users::delete(world, dice),
            _ => None,
        };
        if let Some(intent) = drawn {
            return intent;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_kind_of_write_is_drawn_through_every_dialect() {
        let (mut world, mut dice) = (World::new("w-".to_owned()), Rng::with_seed(1));
        let mut drawn = BTreeSet::new();
        for _ in 0..5000 {
            let intent = draw(&world, &mut dice);
            let door = intent.request.path.split('/').take(3).collect::<Vec<_>>().join("/");
            drawn.insert(format!("{} {door}", intent.request.method));
            world = intent.next;
            // Ids are made up: what they are does not matter here.
            let ids = world.view().keys().map(|line| (line.clone(), "id".to_owned())).collect();
            world.learn_ids(&ids);
        }
        for (method, door) in [
            ("POST", "/api/org"),
            ("PATCH", "/api/org"),
            ("DELETE", "/api/org"),
            ("POST", "/api/v1"),
            ("PATCH", "/api/v1"),
            ("DELETE", "/api/v1"),
            ("POST", "/api/v2"),
            ("PUT", "/api/v2"),
            ("DELETE", "/api/v2"),
            ("POST", "/v1beta1/users"),
            ("PUT", "/v1beta1/users"),
            ("POST", "/api/admin"),
            ("POST", "/roster/v1"),
        ] {
            assert!(drawn.contains(&format!("{method} {door}")), "{method} {door} is never drawn: {drawn:?}");
        }
    }
}
