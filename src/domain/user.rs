//! Users: the model, what a creation says, and what a partial update does. Who may ask for it is not known here.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::error::{Error, InvalidReason};
use super::id::{GroupId, OrganizationId, RoleId, UserId};
use super::name::{Email, Username};
use super::permission::Permission;

pub use super::user_patch::UserPatch;

/// Whether a user can authenticate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Status {
    /// It can.
    #[default]
    Active,
    /// It cannot; its names stay taken.
    Disabled,
}

impl Status {
    /// The stored name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Disabled => "disabled",
        }
    }

    /// Parses the stored name.
    ///
    /// # Errors
    /// `Invalid` for any other text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        match text {
            "active" => Ok(Self::Active),
            "disabled" => Ok(Self::Disabled),
            _ => Err(Error::invalid("status", InvalidReason::Malformed("is not a status"))),
        }
    }
}

/// Where a user is managed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RealmKind {
    /// Here.
    Native,
    /// In an LDAP directory.
    Ldap,
    /// With a SAML identity provider.
    Saml,
    /// In an Active Directory.
    ActiveDirectory,
}

impl RealmKind {
    /// The stored name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Ldap => "ldap",
            Self::Saml => "saml",
            Self::ActiveDirectory => "active_directory",
        }
    }

    /// Parses the stored name.
    ///
    /// # Errors
    /// `Invalid` for any other text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        [Self::Native, Self::Ldap, Self::Saml, Self::ActiveDirectory]
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| Error::invalid("realm", InvalidReason::Malformed("is not a kind of realm")))
    }
}

/// The realm that a user comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Realm {
    /// Where the user is managed.
    pub kind: RealmKind,
    /// The realm's own id.
    pub id: String,
}

impl Realm {
    /// The realm of the users that are managed here.
    #[must_use]
    pub fn native() -> Self {
        Self { kind: RealmKind::Native, id: RealmKind::Native.as_str().to_owned() }
    }
}

/// A JSON object, kept as text. Wire code makes the text from an object that it has parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metadata(String);

impl Metadata {
    /// The object without members.
    #[must_use]
    pub fn empty() -> Self {
        Self("{}".to_owned())
    }

    /// Takes the text of a JSON object.
    ///
    /// # Errors
    /// `Invalid` if the text is not enclosed in braces or is longer than the maximum.
    pub fn from_object_text(text: String) -> Result<Self, Error> {
        if !(text.starts_with('{') && text.ends_with('}')) {
            return Err(Error::invalid("metadata", InvalidReason::Malformed("is not an object")));
        }
        if text.len() > crate::limits::METADATA_BYTES_MAX {
            let reason = InvalidReason::TooLong { max: crate::limits::METADATA_BYTES_MAX };
            return Err(Error::invalid("metadata", reason));
        }
        Ok(Self(text))
    }

    /// The text of the object.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A user of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Its id.
    pub id: UserId,
    /// The organization that it belongs to.
    pub organization: OrganizationId,
    /// Its username, unique in the instance.
    pub username: Username,
    /// Its e-mail address, unique in the instance.
    pub email: Option<Email>,
    /// Its first name.
    pub first_name: Option<String>,
    /// Its last name.
    pub last_name: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// Its picture, as a data URL.
    pub avatar: Option<String>,
    /// What others keep with it.
    pub metadata: Metadata,
    /// Its id with a single-sign-on provider.
    pub sso_id: Option<String>,
    /// Whether it can authenticate.
    pub status: Status,
    /// Where it is managed.
    pub realm: Realm,
    /// Whether it exists from the start and cannot be modified.
    pub builtin: bool,
    /// The permissions granted to it directly.
    pub permissions: BTreeSet<Permission>,
    /// The roles that it holds.
    pub roles: BTreeSet<RoleId>,
    /// The groups that it is in.
    pub groups: BTreeSet<GroupId>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Who made it; nobody made the built-in ones.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// When it first authenticated with its password.
    pub first_login_at: Option<DateTime<Utc>>,
    /// When it last authenticated with its password.
    pub last_login_at: Option<DateTime<Utc>>,
    /// Counts its changes, from 1.
    pub version: u64,
}

/// What the creation of a user says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUser {
    /// Its username.
    pub username: Username,
    /// Its e-mail address.
    pub email: Option<Email>,
    /// Its first name.
    pub first_name: Option<String>,
    /// Its last name.
    pub last_name: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// Its picture, as a data URL.
    pub avatar: Option<String>,
    /// What others keep with it.
    pub metadata: Metadata,
    /// Its id with a single-sign-on provider.
    pub sso_id: Option<String>,
    /// Whether it can authenticate.
    pub status: Status,
    /// The permissions granted to it directly.
    pub permissions: BTreeSet<Permission>,
    /// The roles that it holds.
    pub roles: BTreeSet<RoleId>,
    /// The groups that it is in.
    pub groups: BTreeSet<GroupId>,
}
