//! The tags of views: of everything that any door shows of an object, so that each door gives the same one, and it is
//! another as soon as an answer could be. It must not know how a door shows an object.

use std::fmt::{Display, Write as _};
use std::iter;

use chrono::{DateTime, Utc};

use crate::domain::{Credential, EntityTag, Group, Identity, Kind, Metaschema, Organization, Role, Username};

use super::{GroupView, KeyView, NewKeyView, RoleView, UserView};

impl UserView {
    /// Tells this state of the user, and of all that is shown with it, from every other.
    #[must_use]
    pub fn tag(&self) -> EntityTag {
        let user = &self.user;
        let login = |at: Option<DateTime<Utc>>| at.map(|at| at.timestamp_millis().to_string()).unwrap_or_default();
        let mut parts = Parts::default();
        parts.state(user.id, user.version, user.updated_at);
        parts.add(login(user.first_login_at)).add(login(user.last_login_at));
        parts.organization(&self.organization);
        // Whose changes are shown by name may be renamed, or be gone.
        parts.found(self.created_by_name.as_deref()).found(self.updated_by_name.as_deref());
        parts.list(&self.roles, |parts, role| parts.role(role));
        parts.list(&self.groups, |parts, group| parts.group(group));
        parts.list(&self.allowed.iter().collect::<Vec<_>>(), |parts, action| parts.add(action.as_str()));
        parts.list(&self.permissions, |parts, permission| parts.add(permission));
        parts.tag(Kind::User)
    }
}

impl GroupView {
    /// Tells this state of the group, and of all that is shown with it, from every other.
    #[must_use]
    pub fn tag(&self) -> EntityTag {
        let mut parts = Parts::default();
        parts.group(&self.group).organization(&self.organization);
        parts.list(&self.roles, |parts, role| parts.role(role));
        parts.add(self.member_count).list(&self.members, |parts, member| parts.identity(member));
        parts.tag(Kind::Group)
    }
}

impl RoleView {
    /// Tells this state of the role, and of all that is shown with it, from every other.
    #[must_use]
    pub fn tag(&self) -> EntityTag {
        let mut parts = Parts::default();
        parts.role(&self.role).organization(&self.organization);
        parts.add(self.user_count).list(&self.users, |parts, user| parts.identity(user));
        parts.add(self.group_count).list(&self.groups, |parts, group| parts.group(group));
        parts.tag(Kind::Role)
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
    let mut parts = Parts::default();
    parts.state(credential.id, credential.version, credential.updated_at).add(username);
    parts.tag(Kind::Credential)
}

impl Metaschema {
    /// Tells this state of the metaschema from every other.
    #[must_use]
    pub fn tag(&self) -> EntityTag {
        let mut parts = Parts::default();
        parts.state(self.id, self.version, self.updated_at);
        parts.tag(Kind::Metaschema)
    }
}

impl Organization {
    /// Tells this state of the organization from every other.
    #[must_use]
    pub fn tag(&self) -> EntityTag {
        let mut parts = Parts::default();
        parts.organization(self);
        parts.tag(Kind::Organization)
    }
}

/// What a tag is made of. An object that counts its changes is known by its id, their number, and the time of the last:
/// what was restored from a copy may count anew.
#[derive(Debug, Default)]
struct Parts {
    text: String,
    /// Where each part ends in the text.
    ends: Vec<usize>,
}

impl Parts {
    fn add(&mut self, part: impl Display) -> &mut Self {
        write!(self.text, "{part}").expect("a string takes any text");
        self.ends.push(self.text.len());
        self
    }

    fn state(&mut self, id: impl Display, version: u64, updated_at: DateTime<Utc>) -> &mut Self {
        self.add(id).add(version).add(updated_at.timestamp_millis())
    }

    /// Something that may be absent, which is not the same as empty.
    fn found(&mut self, part: Option<&str>) -> &mut Self {
        self.list(part, |parts, part| parts.add(part))
    }

    fn organization(&mut self, organization: &Organization) -> &mut Self {
        self.state(organization.id, organization.version, organization.updated_at)
    }

    fn role(&mut self, role: &Role) -> &mut Self {
        self.state(role.id, role.version, role.updated_at)
    }

    fn group(&mut self, group: &Group) -> &mut Self {
        self.state(group.id, group.version, group.updated_at)
    }

    fn identity(&mut self, identity: &Identity) -> &mut Self {
        self.add(identity.id).add(&identity.username).found(identity.email.as_ref().map(|email| email.as_str()))
    }

    /// How many there are, and each of them.
    fn list<T>(
        &mut self,
        items: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
        add: impl Fn(&mut Self, T) -> &mut Self,
    ) -> &mut Self {
        let items = items.into_iter();
        self.add(items.len());
        for item in items {
            add(self, item);
        }
        self
    }

    fn tag(&self, kind: Kind) -> EntityTag {
        let starts = iter::once(0).chain(self.ends.iter().copied());
        EntityTag::of(kind, starts.zip(&self.ends).map(|(start, end)| &self.text[start..*end]))
    }
}
