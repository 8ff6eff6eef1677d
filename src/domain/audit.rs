//! The record that every mutation leaves: who, when, through what, and which fields from what to what.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{DateTime, Utc};

use super::error::{Error, InvalidReason};
use super::id::{AuditId, CredentialId, Id, OrganizationId, UserId};

/// Stands for a secret on both sides of a change.
pub const MASK: &str = "***";

/// A kind of object that audit records are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TargetKind {
    /// A user.
    User,
    /// A group.
    Group,
    /// A role.
    Role,
    /// An organization.
    Organization,
    /// A credential.
    Credential,
    /// A metaschema.
    Metaschema,
    /// A mail.
    Mail,
}

impl TargetKind {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::User, Self::Group, Self::Role, Self::Organization, Self::Credential, Self::Metaschema, Self::Mail];

    /// The stored name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Group => "group",
            Self::Role => "role",
            Self::Organization => "organization",
            Self::Credential => "credential",
            Self::Metaschema => "metaschema",
            Self::Mail => "mail",
        }
    }

    /// Parses the stored name.
    ///
    /// # Errors
    /// `Invalid` for any other text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| Error::invalid("target_kind", InvalidReason::Malformed("is not a kind of target")))
    }
}

impl fmt::Display for TargetKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One field that a mutation changed. Empty is `None`; secrets are [`MASK`]ed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The field, in the domain's words.
    pub field: String,
    /// What it was.
    pub from: Option<String>,
    /// What it became.
    pub to: Option<String>,
}

impl FieldChange {
    /// The change of a field, or `None` where both sides are equal.
    #[must_use]
    pub fn between(field: &str, from: Option<String>, to: Option<String>) -> Option<Self> {
        (from != to).then(|| Self { field: field.to_owned(), from, to })
    }

    /// The change of a secret: that it changed, and nothing else.
    #[must_use]
    pub fn masked(field: &str) -> Self {
        Self { field: field.to_owned(), from: Some(MASK.to_owned()), to: Some(MASK.to_owned()) }
    }
}

/// What is kept of a mutation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRecord {
    /// Its id.
    pub id: AuditId,
    /// The organization that it happened in.
    pub organization: OrganizationId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who did it; nobody did what the first start does.
    pub actor: Option<UserId>,
    /// With which key or secret.
    pub credential: Option<CredentialId>,
    /// Through which operation of the contract.
    pub operation: String,
    /// In which request.
    pub request_id: String,
    /// What kind of object was changed.
    pub target_kind: TargetKind,
    /// Which object was changed.
    pub target_id: Id,
    /// Which fields, from what to what.
    pub changes: Vec<FieldChange>,
}

/// Which records of an organization's trail are asked for: those that fit all that is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Only what one of these did.
    pub actors: Option<BTreeSet<UserId>>,
    /// Only what was done to objects of this kind.
    pub target_kind: Option<TargetKind>,
    /// Only what was done to this object.
    pub target_id: Option<Id>,
    /// Only what was done through one of these operations of the contract.
    pub operations: Option<BTreeSet<String>>,
    /// Only what was done at this time or later.
    pub from: Option<DateTime<Utc>>,
    /// Only what was done before this time.
    pub to: Option<DateTime<Utc>>,
    /// Only what stands between these positions, both included.
    pub span: Option<(u64, u64)>,
}

/// In which order the trail is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As it was written.
    Ascending,
    /// The newest first.
    #[default]
    Descending,
}
