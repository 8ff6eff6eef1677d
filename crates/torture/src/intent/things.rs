//! Intents about groups, roles, organizations, metaschemas and service accounts.

use fastrand::Rng;
use serde_json::{Value, json};

use super::{Intent, Tells};
use crate::http::Request;
use crate::world::{Kind, Thing, World};

/// What is drawn of; groups and roles are the most, organizations the fewest, as each brings a dozen rows along.
const KINDS: [Kind; 10] = [
    Kind::Group,
    Kind::Group,
    Kind::Group,
    Kind::Role,
    Kind::Role,
    Kind::Role,
    Kind::Metaschema,
    Kind::ServiceAccount,
    Kind::ServiceAccount,
    Kind::Organization,
];

/// A thing is made.
pub(super) fn create(world: &World, dice: &mut Rng) -> Intent {
    let mut next = world.clone();
    next.serial += 1;
    let number = next.serial;
    let kind = KINDS[dice.usize(..KINDS.len())];
    let name = format!("{}{}{number:05}", next.prefix, &kind.word()[..1]);
    let text = match kind {
        Kind::Organization => String::new(),
        Kind::Metaschema => schema(number),
        _ => format!("as made, {number}"),
    };
    let (path, body) = match kind {
        Kind::Group => ("/api/v2/usergroup", json!({"name": name, "description": text, "roleIDs": []})),
        Kind::Role => ("/api/v2/role", json!({"name": name, "description": text, "permissions": []})),
        Kind::Organization => ("/api/admin/v1/organizations", json!({"name": name})),
        Kind::Metaschema => ("/v1beta1/meta/schemas", json!({"name": name, "schema": text})),
        Kind::ServiceAccount => ("/api/org/v1/service-accounts", json!({"username": name, "description": text})),
    };
    next.things.insert(number, Thing { kind, name, text, id: None });
    Intent::new(Request::new("POST", path).json(&body), next).telling(Tells::ThingId(number)).sometimes_named(dice)
}

/// A thing gets another name, where it has one that can be changed, and another text.
pub(super) fn change(world: &World, dice: &mut Rng) -> Option<Intent> {
    let (number, mut next) = pick(world, dice)?;
    next.serial += 1;
    let serial = next.serial;
    let thing = next.things.get_mut(&number)?;
    let id = thing.id.clone()?;
    let word = thing.kind.word();
    if matches!(thing.kind, Kind::Group | Kind::Role | Kind::Organization) {
        thing.name = format!("{}{}{serial:05}", next.prefix, &word[..1]);
    }
    if thing.kind != Kind::Organization {
        thing.text = if thing.kind == Kind::Metaschema { schema(serial) } else { format!("as changed, {serial}") };
    }
    let (name, text) = (&thing.name, &thing.text);
    let (method, body): (_, Value) = match thing.kind {
        Kind::Group => ("PUT", json!({"id": id, "name": name, "description": text})),
        Kind::Role => ("PUT", json!({"id": id, "name": name, "description": text, "permissions": []})),
        Kind::Organization => ("PATCH", json!({"name": name})),
        Kind::Metaschema => ("PUT", json!({"name": name, "schema": text})),
        Kind::ServiceAccount => ("PATCH", json!({"description": text})),
    };
    let request = Request::new(method, path(thing.kind, &id)).json(&body);
    Some(Intent::new(request, next))
}

/// A thing is deleted, which takes it from whoever had it.
pub(super) fn delete(world: &World, dice: &mut Rng) -> Option<Intent> {
    let (number, mut next) = pick(world, dice)?;
    let thing = next.things.remove(&number)?;
    for user in next.users.values_mut() {
        user.edges.remove(&number);
    }
    Some(Intent::new(Request::new("DELETE", path(thing.kind, thing.id.as_ref()?)), next))
}

fn path(kind: Kind, id: &str) -> String {
    let collection = match kind {
        Kind::Group => "/api/v2/usergroup",
        Kind::Role => "/api/v2/role",
        Kind::Organization => "/api/admin/v1/organizations",
        Kind::Metaschema => "/v1beta1/meta/schemas",
        Kind::ServiceAccount => "/api/org/v1/service-accounts",
    };
    format!("{collection}/{id}")
}

/// A metaschema that differs by its number.
fn schema(number: u32) -> String {
    format!(r#"{{"title": "number {number}"}}"#)
}

fn pick(world: &World, dice: &mut Rng) -> Option<(u32, World)> {
    let chosen = dice.usize(..world.things.len().max(1));
    world.things.keys().nth(chosen).map(|number| (*number, world.clone()))
}
