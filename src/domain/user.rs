//! Users: the model and its limits. Who may read or change one is not known here.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::limits::{
    AVATAR_CHARS_MAX, DESCRIPTION_CHARS_MAX, METADATA_BYTES_MAX, NAME_CHARS_MAX, SSO_ID_CHARS_MAX, USER_GROUPS_MAX,
    USER_PERMISSIONS_MAX, USER_ROLES_MAX,
};

use super::error::{Error, InvalidReason};
use super::id::{GroupId, OrganizationId, RoleId, UserId};
use super::name::{Email, Username};
use super::permission::Permission;
use super::text::check_text;

/// What a user is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum UserKind {
    /// A human being, or whatever was made as one.
    #[default]
    Person,
    /// A service account: a program with keys, and neither e-mail address nor password.
    Service,
}

impl UserKind {
    /// The stored name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Service => "service",
        }
    }

    /// Parses the stored name.
    ///
    /// # Errors
    /// `Invalid` for any other text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        match text {
            "person" => Ok(Self::Person),
            "service" => Ok(Self::Service),
            _ => Err(Error::invalid("kind", InvalidReason::Malformed("is not a kind of user"))),
        }
    }
}

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
        if text.len() > METADATA_BYTES_MAX {
            let reason = InvalidReason::TooLong { max: METADATA_BYTES_MAX };
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
    /// What it is, which never changes.
    pub kind: UserKind,
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
    /// What it is for, said of service accounts.
    pub description: Option<String>,
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

impl User {
    /// An active person that is made at a time by nobody, with nothing but a name.
    #[must_use]
    pub fn new(id: UserId, organization: OrganizationId, username: Username, at: DateTime<Utc>) -> Self {
        Self {
            id,
            organization,
            kind: UserKind::Person,
            username,
            email: None,
            first_name: None,
            last_name: None,
            display_name: None,
            description: None,
            avatar: None,
            metadata: Metadata::empty(),
            sso_id: None,
            status: Status::Active,
            realm: Realm::native(),
            builtin: false,
            permissions: BTreeSet::new(),
            roles: BTreeSet::new(),
            groups: BTreeSet::new(),
            created_at: at,
            updated_at: at,
            created_by: None,
            updated_by: None,
            first_login_at: None,
            last_login_at: None,
            version: 1,
        }
    }

    /// Checks what the types of the fields do not say: the limits of texts and sets, and that a service account
    /// has no e-mail address.
    ///
    /// # Errors
    /// `Invalid` for the first field that passes its limit.
    pub fn check_limits(&self) -> Result<(), Error> {
        if self.kind == UserKind::Service && self.email.is_some() {
            return Err(Error::invalid("email", InvalidReason::Restricted));
        }
        let Self { first_name, last_name, display_name, description, avatar, sso_id, .. } = self;
        let texts = [first_name, last_name, display_name, description, avatar, sso_id];
        check_texts(texts.map(Option::as_deref))?;
        let sets = [
            ("permissions", self.permissions.len(), USER_PERMISSIONS_MAX),
            ("roles", self.roles.len(), USER_ROLES_MAX),
            ("groups", self.groups.len(), USER_GROUPS_MAX),
        ];
        match sets.into_iter().find(|(_, members, max)| members > max) {
            Some((field, _, max)) => Err(Error::invalid(field, InvalidReason::TooMany { max })),
            None => Ok(()),
        }
    }

    /// Whether it is managed somewhere else.
    #[must_use]
    pub fn is_external(&self) -> bool {
        self.realm.kind != RealmKind::Native
    }
}

/// Checks the free texts of a user: first name, last name, name to show, description, picture, and single-sign-on id.
///
/// # Errors
/// `Invalid` for the first that passes its limit.
pub fn check_texts(texts: [Option<&str>; 6]) -> Result<(), Error> {
    let limits = [
        ("first_name", NAME_CHARS_MAX),
        ("last_name", NAME_CHARS_MAX),
        ("display_name", NAME_CHARS_MAX),
        ("description", DESCRIPTION_CHARS_MAX),
        ("avatar", AVATAR_CHARS_MAX),
        ("sso_id", SSO_ID_CHARS_MAX),
    ];
    let stated = texts.into_iter().zip(limits).filter_map(|(text, limit)| Some((text?, limit)));
    stated.into_iter().try_for_each(|(text, (field, chars_max))| check_text(field, text, chars_max))
}
