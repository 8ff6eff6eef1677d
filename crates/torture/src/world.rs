//! What one worker has been told by the server: its users, groups, roles and so on, as pure values that can be compared with
//! what the server shows after it was killed. Must not know requests.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

/// What is seen of a directory: a line for each thing, found by its kind and name.
pub(crate) type View = BTreeMap<String, Value>;

/// A key or a session's token, with the user whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Secret {
    /// The server's id of a key; none of a session.
    pub(crate) id: Option<String>,
    /// What is presented.
    pub(crate) text: String,
}

/// A person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct User {
    pub(crate) email: String,
    pub(crate) display_name: String,
    pub(crate) is_disabled: bool,
    /// Names of roles that every directory has.
    pub(crate) builtin_roles: BTreeSet<&'static str>,
    /// Own roles and groups, by their numbers.
    pub(crate) edges: BTreeSet<u32>,
    pub(crate) permissions: BTreeSet<&'static str>,
    pub(crate) team: Option<String>,
    pub(crate) password: Option<String>,
    /// By their descriptions, which are theirs alone. `None` is a key whose answer was never read.
    pub(crate) keys: BTreeMap<String, Option<Secret>>,
    pub(crate) sessions: Vec<Secret>,
    /// The id as LakeSail shows it, where it is known.
    pub(crate) id: Option<String>,
    /// The id as Frontier shows it, where it is known.
    pub(crate) uuid: Option<String>,
}

/// What things there are beside users.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Group,
    Role,
    Organization,
    Metaschema,
    ServiceAccount,
}

impl Kind {
    /// The first word of its lines.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Role => "role",
            Self::Organization => "organization",
            Self::Metaschema => "metaschema",
            Self::ServiceAccount => "service",
        }
    }
}

/// A group, role, organization, metaschema or service account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Thing {
    pub(crate) kind: Kind,
    pub(crate) name: String,
    /// What changes about it beside the name; empty where it has no such text.
    pub(crate) text: String,
    pub(crate) id: Option<String>,
}

/// Everything that one worker made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct World {
    /// What all its names begin with.
    pub(crate) prefix: String,
    /// The number of the thing that was made last.
    pub(crate) serial: u32,
    pub(crate) users: BTreeMap<String, User>,
    pub(crate) things: BTreeMap<u32, Thing>,
}

impl World {
    /// An empty world, in which every name begins with the prefix.
    pub(crate) fn new(prefix: String) -> Self {
        Self { prefix, ..Self::default() }
    }

    /// What the server has to show of it.
    pub(crate) fn view(&self) -> View {
        let users = self.users.iter().map(|(name, user)| (format!("user {name}"), self.user_line(user)));
        let keys = self.users.iter().flat_map(|(name, user)| {
            user.keys.keys().map(move |description| (format!("key {description}"), json!(name)))
        });
        let things =
            self.things.values().map(|thing| (format!("{} {}", thing.kind.word(), thing.name), json!(thing.text)));
        users.chain(keys).chain(things).collect()
    }

    fn user_line(&self, user: &User) -> Value {
        let named = |kind: Kind| {
            let things = user.edges.iter().filter_map(|number| self.things.get(number));
            things.filter(move |thing| thing.kind == kind).map(|thing| thing.name.clone())
        };
        let own = named(Kind::Role);
        let roles: BTreeSet<String> = user.builtin_roles.iter().map(|name| (*name).to_owned()).chain(own).collect();
        let groups: BTreeSet<String> = named(Kind::Group).collect();
        json!({
            "email": user.email, "displayName": user.display_name, "disabled": user.is_disabled,
            "roles": roles, "groups": groups, "permissions": user.permissions, "team": user.team,
        })
    }

    /// All keys and tokens, with whether they open anything.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = (&str, bool)> {
        self.users.values().flat_map(|user| {
            let keys = user.keys.values().flatten().chain(&user.sessions);
            let known = keys.filter(|secret| !secret.text.is_empty());
            known.map(|secret| (secret.text.as_str(), !user.is_disabled))
        })
    }

    /// Takes the ids that the server shows, for what was made by a request whose answer was lost.
    pub(crate) fn learn_ids(&mut self, ids: &BTreeMap<String, String>) {
        for (name, user) in &mut self.users {
            user.id = user.id.take().or_else(|| ids.get(&format!("user {name}")).cloned());
            for (description, key) in &mut user.keys {
                // The key itself is lost; its id is enough to delete it.
                if key.is_none()
                    && let Some(id) = ids.get(&format!("key {description}"))
                {
                    *key = Some(Secret { id: Some(id.clone()), text: String::new() });
                }
            }
        }
        for thing in self.things.values_mut() {
            let line = format!("{} {}", thing.kind.word(), thing.name);
            thing.id = thing.id.take().or_else(|| ids.get(&line).cloned());
        }
    }
}

/// Says where two views differ, the expected one first.
pub(crate) fn differences(expected: &View, found: &View) -> Vec<String> {
    let mut differences = Vec::new();
    for (name, value) in expected {
        match found.get(name) {
            None => differences.push(format!("{name} is gone: {value}")),
            Some(other) if other != value => differences.push(format!("{name} is {other} and not {value}")),
            Some(_) => {}
        }
    }
    let surplus = found.keys().filter(|name| !expected.contains_key(*name));
    differences.extend(surplus.map(|name| format!("{name} is there and should not be")));
    differences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_difference_of_two_views_is_told() {
        let mut world = World::new("w-".to_owned());
        world.users.insert("w-1".to_owned(), User { email: "a@example.org".to_owned(), ..User::default() });
        let before = world.view();
        assert!(differences(&before, &world.view()).is_empty());
        world.users.entry("w-1".to_owned()).or_default().is_disabled = true;
        assert_eq!(differences(&before, &world.view()).len(), 1, "a changed user");
        world.users.clear();
        assert_eq!(differences(&before, &world.view()).len(), 1, "a lost user");
        assert_eq!(differences(&world.view(), &before).len(), 1, "a user that should not be there");
    }
}
