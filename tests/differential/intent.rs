//! What somebody wants done, in the directory's words: nothing here belongs to a dialect.

use roster::domain::{Id, OrganizationId};

/// A person or a service account as the doors may name it, whether it is there or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Whom {
    pub(super) id: Id,
    /// The organization that it is of, or would be.
    pub(super) organization: OrganizationId,
    pub(super) username: String,
    pub(super) email: Option<String>,
}

impl Whom {
    /// The address, else the username.
    pub(super) fn identifier(&self) -> &str {
        self.email.as_deref().unwrap_or(&self.username)
    }
}

/// A role or a group as the doors may name it, whether it is there or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Thing {
    pub(super) id: Id,
    pub(super) organization: OrganizationId,
    pub(super) name: String,
}

/// What is wanted.
#[derive(Clone, Debug)]
pub(super) enum Deed {
    /// A person with a name, an address and a name to show, empty for none.
    CreateNamed {
        name: String,
        email: String,
        title: String,
    },
    /// A person of whom nothing is said but the address.
    CreateAddressed {
        email: String,
    },
    /// A person with roles, whose name is the one that its address gives.
    CreateWithRoles {
        name: String,
        email: String,
        roles: Vec<Thing>,
    },
    /// A person that has everything from the beginning.
    CreateGranted {
        email: String,
        permissions: Vec<&'static str>,
        groups: Vec<Thing>,
        roles: Vec<Thing>,
    },
    CreateService {
        name: String,
    },
    OfPerson(Whom, OfPerson),
    OfService(Whom, OfService),
    List,
    /// The persons with exactly this address.
    FindByAddress(String),
    CreateGroup {
        name: String,
    },
    OfGroup(Thing, OfGroup),
    CreateRole {
        name: String,
        permissions: Vec<&'static str>,
    },
    OfRole(Thing, OfRole),
}

/// What is wanted of a person.
#[derive(Clone, Debug)]
pub(super) enum OfPerson {
    Read,
    Rename(String),
    SetEmail(Option<String>),
    SetFirstName(String),
    /// The name to show, empty for none.
    SetTitle(String),
    SetAvatar(&'static str),
    /// The member `label` of the metadata.
    SetLabel(String),
    SetSsoId(String),
    SetStatus {
        is_active: bool,
    },
    SetPassword(&'static str),
    ResetPassword,
    ReplaceRoles(Vec<Thing>),
    AddRole(Thing),
    RemoveRole(Thing),
    ReplacePermissions(Vec<&'static str>),
    Grant(&'static str),
    Revoke(&'static str),
    Join(Thing),
    Leave(Thing),
    Delete,
    CreateKey(String),
    DeleteKey(Id),
}

/// What is wanted of a service account.
#[derive(Clone, Debug)]
pub(super) enum OfService {
    Read,
    Grant(&'static str),
    Delete,
    CreateKey,
}

/// What is wanted of a group.
#[derive(Clone, Debug)]
pub(super) enum OfGroup {
    Read,
    Rename(String),
    AddRole(Thing),
    RemoveRole(Thing),
    Delete,
}

/// What is wanted of a role.
#[derive(Clone, Debug)]
pub(super) enum OfRole {
    Read,
    Rename(String),
    Grant(&'static str),
    Revoke(&'static str),
    Delete,
}

impl Deed {
    /// What it is called in the table of what was run.
    pub(super) fn kind(&self) -> String {
        let text = match self {
            Self::OfPerson(_, deed) => format!("person {deed:?}"),
            Self::OfService(_, deed) => format!("service account {deed:?}"),
            Self::OfGroup(_, deed) => format!("group {deed:?}"),
            Self::OfRole(_, deed) => format!("role {deed:?}"),
            deed => format!("{deed:?}"),
        };
        text.split(['(', '{']).next().unwrap_or_default().trim_end().to_owned()
    }

    /// The account that it is about, if it is about one.
    pub(super) const fn whom(&self) -> Option<&Whom> {
        match self {
            Self::OfPerson(whom, _) | Self::OfService(whom, _) => Some(whom),
            _ => None,
        }
    }

    /// Whether it names a role or a group beside what it is about, which some doors name in the path and some in the body.
    pub(super) const fn names_another(&self) -> bool {
        matches!(
            self,
            Self::OfPerson(_, OfPerson::AddRole(_) | OfPerson::RemoveRole(_) | OfPerson::Join(_) | OfPerson::Leave(_))
                | Self::OfGroup(_, OfGroup::AddRole(_) | OfGroup::RemoveRole(_))
        )
    }
}
