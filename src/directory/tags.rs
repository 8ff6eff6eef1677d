//! The tags of views: of everything that any door shows of an object, so that each door gives the same one, and it is
//! another as soon as an answer could be. It must not know how a door shows an object.

use chrono::{DateTime, Utc};

use crate::domain::{
    Credential, EntityTag, Group, Id, Identity, Kind, Metaschema, Organization, Role, TagMaker, Username,
};

use super::{GroupView, KeyView, NewKeyView, RoleView, UserView};

impl UserView {
    /// Tells this state of the user, and of all that is shown with it, from every other.
    #[must_use]
    pub fn tag(&self) -> EntityTag {
        let user = &self.user;
        let mut parts = Parts::new(Kind::User);
        parts.state(user.id.id(), user.version, user.updated_at).time(user.first_login_at).time(user.last_login_at);
        parts.organization(&self.organization);
        // Whose changes are shown by name may be renamed, or be gone.
        parts.found(self.created_by_name.as_deref()).found(self.updated_by_name.as_deref());
        parts.list(&self.roles, |parts, role| parts.role(role));
        parts.list(&self.groups, |parts, group| parts.group(group));
        parts.number(self.allowed.bits().into());
        parts.list(&self.permissions, |parts, permission| parts.text(permission.as_str()));
        parts.tag()
    }
}

impl GroupView {
    /// Tells this state of the group, and of all that is shown with it, from every other.
    #[must_use]
    pub fn tag(&self) -> EntityTag {
        let mut parts = Parts::new(Kind::Group);
        parts.group(&self.group).organization(&self.organization);
        parts.list(&self.roles, |parts, role| parts.role(role));
        parts.number(self.member_count).list(&self.members, |parts, member| parts.identity(member));
        parts.tag()
    }
}

impl RoleView {
    /// Tells this state of the role, and of all that is shown with it, from every other.
    #[must_use]
    pub fn tag(&self) -> EntityTag {
        let mut parts = Parts::new(Kind::Role);
        parts.role(&self.role).organization(&self.organization);
        parts.number(self.user_count).list(&self.users, |parts, user| parts.identity(user));
        parts.number(self.group_count).list(&self.groups, |parts, group| parts.group(group));
        parts.tag()
    }
}

impl KeyView {
    /// Tells this state of the key from every other.
    #[must_use]
    pub fn tag(&self) -> EntityTag {
        key(&self.credential, &self.username)
    }
}

impl NewKeyView {
    /// The tag that the key has from now on, when it is shown without its text.
    #[must_use]
    pub fn tag(&self) -> EntityTag {
        key(&self.credential, &self.username)
    }
}

fn key(credential: &Credential, username: &Username) -> EntityTag {
    let mut parts = Parts::new(Kind::Credential);
    parts.state(credential.id.id(), credential.version, credential.updated_at).text(username.as_str());
    parts.tag()
}

impl Metaschema {
    /// Tells this state of the metaschema from every other.
    #[must_use]
    pub fn tag(&self) -> EntityTag {
        let mut parts = Parts::new(Kind::Metaschema);
        parts.state(self.id.id(), self.version, self.updated_at);
        parts.tag()
    }
}

impl Organization {
    /// Tells this state of the organization from every other.
    #[must_use]
    pub fn tag(&self) -> EntityTag {
        let mut parts = Parts::new(Kind::Organization);
        parts.organization(self);
        parts.tag()
    }
}

/// What a tag is made of. An object that counts its changes is known by its id, their number, and the time of the last:
/// what was restored from a copy may count anew.
#[derive(Debug)]
struct Parts(TagMaker);

impl Parts {
    fn new(kind: Kind) -> Self {
        Self(TagMaker::new(kind))
    }

    fn number(&mut self, number: u64) -> &mut Self {
        self.0.number(number);
        self
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.0.text(text);
        self
    }

    fn time(&mut self, at: Option<DateTime<Utc>>) -> &mut Self {
        self.list(at, |parts, at| {
            parts.0.fixed(at.timestamp_millis().to_be_bytes());
            parts
        })
    }

    fn state(&mut self, id: Id, version: u64, updated_at: DateTime<Utc>) -> &mut Self {
        self.0.fixed(id.to_bytes()).number(version);
        self.time(Some(updated_at))
    }

    /// Something that may be absent, which is not the same as empty.
    fn found(&mut self, part: Option<&str>) -> &mut Self {
        self.list(part, |parts, part| parts.text(part))
    }

    fn organization(&mut self, organization: &Organization) -> &mut Self {
        self.state(organization.id.id(), organization.version, organization.updated_at)
    }

    fn role(&mut self, role: &Role) -> &mut Self {
        self.state(role.id.id(), role.version, role.updated_at)
    }

    fn group(&mut self, group: &Group) -> &mut Self {
        self.state(group.id.id(), group.version, group.updated_at)
    }

    fn identity(&mut self, identity: &Identity) -> &mut Self {
        self.0.fixed(identity.id.to_bytes());
        self.text(identity.username.as_str()).found(identity.email.as_ref().map(|email| email.as_str()))
    }

    /// How many there are, and each of them.
    fn list<T>(
        &mut self,
        items: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
        add: impl Fn(&mut Self, T) -> &mut Self,
    ) -> &mut Self {
        let items = items.into_iter();
        self.number(items.len() as u64);
        for item in items {
            add(self, item);
        }
        self
    }

    fn tag(self) -> EntityTag {
        self.0.tag()
    }
}
