//! A random call: who is meant by it, through which operation, and what of its answer lets somebody in.
//! It must not know who may do what.

use std::collections::BTreeSet;

use data_encoding::BASE64;
use roster::domain::Id;
use roster::generated;
use serde_json::Value;
use specgen_runtime::Operation;

use super::chance::Chance;
use super::model::Powers;
use super::state::{State, UserRow};
use super::world::{Credential, Secret};
use super::{givers, persons};
use crate::support::http::{Answer, Request};

/// The password that the walk sets wherever it may.
pub(super) const PASSWORD: &str = "vb7 kettle moon rind";
/// In how many cases of a hundred something is drawn that may well succeed; in the others it is anything.
pub(super) const PROMISING: usize = 70;
/// The permissions that are given and taken.
const PERMISSIONS: [&str; 4] = ["user_management", "alerts_management", "metrics_management", "ingestion"];

/// An operation with the way to draw a request to it.
pub(super) struct Means {
    pub(super) operation: &'static str,
    /// How often it is drawn.
    pub(super) weight: usize,
    /// Whether it can give somebody something, be it a way in.
    pub(super) gives: bool,
    pub(super) draw: fn(&mut Draw<'_>) -> Drawn,
}

/// A way to give.
pub(super) const fn giving(operation: &'static str, weight: usize, draw: fn(&mut Draw<'_>) -> Drawn) -> Means {
    Means { operation, weight, gives: true, draw }
}

/// Something else that changes what is stored.
pub(super) const fn other(operation: &'static str, weight: usize, draw: fn(&mut Draw<'_>) -> Drawn) -> Means {
    Means { operation, weight, gives: false, draw }
}

/// Every means that there is.
pub(super) fn all_means() -> impl Iterator<Item = &'static Means> + Clone {
    persons::MEANS.iter().chain(givers::MEANS)
}

/// What was drawn for an operation.
#[derive(Default)]
pub(super) struct Drawn {
    /// For the parameters of the path, in order.
    pub(super) path: Vec<String>,
    pub(super) content: Content,
    /// What lets somebody in if it is done.
    pub(super) hopes: Vec<Hope>,
    /// Whether it is asked without credentials.
    pub(super) is_open: bool,
}

#[derive(Default)]
pub(super) enum Content {
    #[default]
    None,
    Json(Value),
    Form(String),
}

/// What lets somebody in.
pub(super) enum Hope {
    /// The text at this pointer of the answer is a key or a token of this user.
    Bearer(&'static str, Id),
    /// As before, of whoever has this username afterwards.
    BearerNamed(&'static str, String),
    /// The text at this pointer is the new password of this user.
    MadeUp(&'static str, Id),
    /// This is the new password of this user.
    Set(Id, String),
    /// [`PASSWORD`] is the password of whoever has this username afterwards.
    SetNamed(String),
}

impl Drawn {
    pub(super) fn to(path: impl IntoIterator<Item = String>) -> Self {
        Self { path: path.into_iter().collect(), ..Self::default() }
    }

    pub(super) fn json(self, body: Value) -> Self {
        Self { content: Content::Json(body), ..self }
    }

    pub(super) fn form(self, body: String) -> Self {
        Self { content: Content::Form(body), ..self }
    }

    pub(super) fn hoping(mut self, hope: Hope) -> Self {
        self.hopes.push(hope);
        self
    }
}

/// What a draw can look at, and its chance.
pub(super) struct Draw<'a> {
    pub(super) chance: Chance,
    pub(super) state: &'a State,
    /// Who asks.
    pub(super) caller: &'a Credential,
    /// What the caller can do.
    pub(super) powers: &'a Powers,
    /// Everybody that the caller and its like can become.
    pub(super) controlled: &'a BTreeSet<Id>,
    pub(super) purse: &'a [Credential],
    /// A number that was not there before.
    pub(super) unique: u64,
}

impl Draw<'_> {
    fn own(&self) -> Option<&UserRow> {
        self.state.users.get(&self.caller.user)
    }

    /// Somebody: often oneself or somebody who is controlled, and at times nobody.
    pub(super) fn user(&mut self) -> Id {
        self.user_where(|_| true)
    }

    /// A service account, if there is any.
    pub(super) fn service(&mut self) -> Id {
        self.user_where(|user| user.is_service)
    }

    fn user_where(&mut self, fits: impl Fn(&UserRow) -> bool) -> Id {
        let (state, home) = (self.state, self.own().map(|own| own.organization));
        let is_near = |user: &UserRow| Some(user.organization) == home;
        let is_weak = |user: &UserRow| is_near(user) && self.powers.cover(&Powers::of(state, user));
        let those = |is_one: &dyn Fn(&UserRow) -> bool| -> Vec<Id> {
            let found = state.users.iter().filter(|(_, user)| fits(user) && is_one(user));
            found.map(|(id, _)| *id).collect()
        };
        let drawn = match self.chance.below(100) {
            0..15 => vec![self.caller.user],
            15..30 => self.controlled.iter().copied().collect(),
            30..75 => those(&is_weak),
            75..94 => those(&is_near),
            94..98 => those(&|user| !is_near(user)),
            _ => Vec::new(),
        };
        let fitting: Vec<Id> = drawn.into_iter().filter(|id| state.users.get(id).is_some_and(&fits)).collect();
        self.chance.one(&fitting).copied().unwrap_or_else(|| self.absent())
    }

    /// Several users.
    pub(super) fn users(&mut self, most: usize) -> Vec<Id> {
        (0..=self.chance.below(most)).map(|_| self.user()).collect()
    }

    /// The id of nothing.
    fn absent(&mut self) -> Id {
        Id::new(self.unique, [7; 6])
    }

    pub(super) fn username(&self, user: Id) -> String {
        self.state.users.get(&user).map_or("nobody".to_owned(), |user| user.username.clone())
    }

    /// The name that wavefront has for a user.
    pub(super) fn identifier(&self, user: Id) -> String {
        match self.state.users.get(&user) {
            Some(user) if user.is_service => format!("sa::{}", user.username),
            Some(user) => user.email.clone().unwrap_or_else(|| user.username.clone()),
            None => "nobody@example.org".to_owned(),
        }
    }

    pub(super) fn identifiers(&mut self, most: usize) -> Vec<String> {
        self.users(most).into_iter().map(|user| self.identifier(user)).collect()
    }

    /// Any name of a user.
    pub(super) fn any_name(&mut self, user: Id) -> String {
        match self.chance.below(3) {
            0 => user.to_uuid(),
            1 => self.username(user),
            _ => self.identifier(user),
        }
    }

    /// One of these objects, each with its organization: often one of the caller's own, and often one that gives no more than
    /// the caller has.
    fn giver(&mut self, all: &[(Id, Id)], gives: impl Fn(&State, Id) -> Powers) -> Id {
        let home = self.own().map(|own| own.organization);
        let is_near = |organization: Id| Some(organization) == home;
        let near = all.iter().filter(|(_, organization)| is_near(*organization)).map(|(id, _)| *id);
        let those: Vec<Id> = match self.chance.below(100) {
            0..PROMISING => near.filter(|id| self.powers.cover(&gives(self.state, *id))).collect(),
            PROMISING..97 => near.collect(),
            _ => all.iter().map(|(id, _)| *id).collect(),
        };
        self.chance.one(&those).copied().unwrap_or_else(|| self.absent())
    }

    pub(super) fn role(&mut self) -> Id {
        let all: Vec<_> = self.state.roles.iter().map(|(id, role)| (*id, role.organization)).collect();
        self.giver(&all, |state, id| Powers::of_role(&state.roles[&id]))
    }

    pub(super) fn group(&mut self) -> Id {
        let all: Vec<_> = self.state.groups.iter().map(|(id, group)| (*id, group.organization)).collect();
        self.giver(&all, |state, id| Powers::of_group(state, &state.groups[&id]))
    }

    pub(super) fn roles(&mut self, most: usize) -> Vec<String> {
        let count = self.chance.below(most + 1);
        (0..count).map(|_| self.role().to_uuid()).collect()
    }

    pub(super) fn role_names(&mut self, most: usize) -> Vec<String> {
        let count = 1 + self.chance.below(most);
        let roles: Vec<Id> = (0..count).map(|_| self.role()).collect();
        roles.iter().filter_map(|role| self.state.roles.get(role)).map(|role| role.name.clone()).collect()
    }

    pub(super) fn groups(&mut self, most: usize) -> Vec<String> {
        let count = self.chance.below(most + 1);
        (0..count).map(|_| self.group().to_uuid()).collect()
    }

    pub(super) fn permission(&mut self) -> String {
        let own: Vec<&str> = PERMISSIONS.into_iter().filter(|id| self.powers.permissions.contains(*id)).collect();
        let from = if own.is_empty() || !self.chance.happens(PROMISING) { &PERMISSIONS[..] } else { &own };
        (*self.chance.one(from).expect("there are some")).to_owned()
    }

    /// Permissions, each once.
    pub(super) fn permissions(&mut self, most: usize) -> BTreeSet<String> {
        let count = self.chance.below(most + 1);
        (0..count).map(|_| self.permission()).collect()
    }

    /// A key of a user, or of another.
    pub(super) fn key_of(&mut self, user: Id) -> Id {
        let all: Vec<Id> = self.state.keys.keys().copied().collect();
        let own: Vec<Id> = all.iter().copied().filter(|key| self.state.keys[key] == user).collect();
        let from = if own.is_empty() || self.chance.happens(10) { all } else { own };
        self.chance.one(&from).copied().unwrap_or_else(|| self.absent())
    }

    pub(super) fn metaschema(&mut self) -> Id {
        self.chance.one(&self.state.metaschemas).copied().unwrap_or_else(|| self.absent())
    }

    pub(super) fn organization_id(&mut self) -> String {
        let ids: Vec<Id> = self.state.organizations.keys().copied().collect();
        self.chance.one(&ids).copied().unwrap_or_else(|| self.absent()).to_base32()
    }

    /// An organization by its name.
    pub(super) fn organization(&mut self) -> String {
        let names: Vec<String> = self.state.organizations.values().cloned().collect();
        self.chance.one(&names).cloned().unwrap_or_default()
    }

    /// The name of one's own organization.
    pub(super) fn home(&self) -> String {
        let home = self.own().and_then(|own| self.state.organizations.get(&own.organization));
        home.cloned().unwrap_or_default()
    }
}

/// The operation of the contract that has this name.
pub(super) fn operation(id: &str) -> &'static Operation {
    generated::server::operations().find(|operation| operation.id == id).unwrap_or_else(|| panic!("{id} is served"))
}

/// The request for what was drawn.
pub(super) fn request(operation: &Operation, drawn: &Drawn, caller: &Credential, state: &State) -> Request {
    let mut given = drawn.path.iter();
    let segments = operation.path.split('/').map(|segment| match segment.strip_prefix('{') {
        Some(_) => given.next().unwrap_or_else(|| panic!("{} has more parameters", operation.id)).as_str(),
        None => segment,
    });
    let target = segments.collect::<Vec<_>>().join("/");
    assert!(given.next().is_none(), "{} has fewer parameters", operation.id);
    let request = Request::new(operation.method, &target);
    let request = if drawn.is_open { request } else { present(request, caller, state) };
    match &drawn.content {
        Content::None => request,
        Content::Json(body) => request.json(body),
        Content::Form(body) => request.header("Content-Type", "application/x-www-form-urlencoded").body(body.as_str()),
    }
}

/// The request with credentials.
pub(super) fn present(request: Request, caller: &Credential, state: &State) -> Request {
    match &caller.secret {
        Secret::Bearer(key) => request.bearer(key),
        Secret::Password(password) => {
            let name = state.users.get(&caller.user).map_or("nobody", |user| user.username.as_str());
            let pair = BASE64.encode(format!("{name}:{password}").as_bytes());
            request.header("Authorization", &format!("Basic {pair}"))
        }
    }
}

/// The credentials that a call brought which was done.
pub(super) fn gained(hopes: &[Hope], answer: &Answer, after: &State) -> Vec<Credential> {
    let said = |pointer| {
        let body: Option<Value> = serde_json::from_slice(&answer.body).ok();
        body.and_then(|body| body.pointer(pointer).and_then(Value::as_str).map(str::to_owned))
    };
    let gain = |hope: &Hope| {
        let (user, secret) = match hope {
            Hope::Bearer(pointer, user) => (*user, Secret::Bearer(said(pointer)?)),
            Hope::BearerNamed(pointer, name) => (after.named(name)?, Secret::Bearer(said(pointer)?)),
            Hope::MadeUp(pointer, user) => (*user, Secret::Password(said(pointer)?)),
            Hope::Set(user, password) => (*user, Secret::Password(password.clone())),
            Hope::SetNamed(name) => (after.named(name)?, Secret::Password(PASSWORD.to_owned())),
        };
        Some(Credential { user, secret })
    };
    hopes.iter().filter_map(gain).collect()
}
