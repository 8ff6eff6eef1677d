//! The one error of the inner rooms. What a client may read is in the variant; what only the log keeps is `Internal`'s source.

use std::fmt;

use super::action::Action;

/// A kind of object of the directory, as named in errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A user.
    User,
    /// A group.
    Group,
    /// A role.
    Role,
    /// An organization.
    Organization,
    /// An API key or client secret.
    Credential,
    /// A metaschema.
    Metaschema,
    /// A session.
    Session,
    /// A mail.
    Mail,
}

impl Kind {
    /// The lower-case noun.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Group => "group",
            Self::Role => "role",
            Self::Organization => "organization",
            Self::Credential => "credential",
            Self::Metaschema => "metaschema",
            Self::Session => "session",
            Self::Mail => "mail",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a value was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidReason {
    /// Required, and not given or empty.
    #[error("is required")]
    Missing,
    /// Fewer characters than the minimum.
    #[error("has fewer than {min} characters")]
    TooShort {
        /// The minimum, in characters.
        min: usize,
    },
    /// More than the maximum.
    #[error("is longer than {max}")]
    TooLong {
        /// The maximum, in the unit of the limit that was passed.
        max: usize,
    },
    /// A number outside of its range.
    #[error("is not between {min} and {max}")]
    OutOfRange {
        /// The least that is accepted.
        min: u32,
        /// The most that is accepted.
        max: u32,
    },
    /// More members than the maximum.
    #[error("has more than {max} members")]
    TooMany {
        /// The maximum, in members.
        max: usize,
    },
    /// Not of the form that the field has; the text completes "the field ...".
    #[error("{0}")]
    Malformed(&'static str),
    /// A name that fits more than one.
    #[error("names more than one user")]
    Ambiguous,
    /// A field that nobody may set this way.
    #[error("may not be set")]
    Restricted,
    /// Names or ids of roles that do not exist in the organization.
    #[error("names unknown roles: {}", .0.join(", "))]
    UnknownRoles(Vec<String>),
    /// Names or ids of groups that do not exist in the organization.
    #[error("names unknown groups: {}", .0.join(", "))]
    UnknownGroups(Vec<String>),
    /// Not a JSON Schema that can be used here, and why.
    #[error("is not a JSON Schema that can be used: {0}")]
    Schema(String),
    /// Metadata that the metaschema of its kind of object does not allow.
    #[error("does not follow its metaschema")]
    Metaschema,
}

/// Why an authenticated principal was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ForbiddenReason {
    /// The principal does not hold the action.
    #[error("the action {0} is not permitted")]
    MissingAction(Action),
    /// One's own account, but a field of it that only managers of users change.
    #[error("{0} cannot be changed in one's own account")]
    OwnField(&'static str),
    /// The roles cannot be given by this principal, or give something that it does not have.
    #[error("the roles may not be given")]
    Roles,
    /// The permissions cannot be given by this principal, or give something that it does not have.
    #[error("the permissions may not be given")]
    Permissions,
    /// The group memberships cannot be changed by this principal, or give something that it does not have.
    #[error("the groups may not be given")]
    Groups,
    /// The target can do something that the principal cannot.
    #[error("the target can do more than the caller")]
    StrongerTarget,
    /// The target is built in and cannot be modified.
    #[error("a built-in {0} cannot be modified")]
    Builtin(Kind),
    /// The target belongs to an external realm and cannot be modified here.
    #[error("an external user cannot be modified")]
    External,
    /// The target is the principal itself, which it cannot delete.
    #[error("nobody can delete the own account")]
    Oneself,
}

/// Why a request cannot have the idempotency key that it came with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnrepeatableReason {
    /// The key is that of another request.
    #[error("the idempotency key was sent with another request")]
    OtherRequest,
    /// The answer would not be kept.
    #[error("the answer is too long to be kept for its idempotency key")]
    TooLong,
}

/// Why something that is there cannot be removed by anybody, as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RemovalReason {
    /// It is the organization from which all others are made.
    #[error("it is the platform")]
    Platform,
    /// More is in it than goes in one piece.
    #[error("it has more than {max} {what}, of which some have to be deleted first")]
    TooLarge {
        /// What there is too much of.
        what: &'static str,
        /// How much can be removed.
        max: u64,
    },
}

/// What an inner room answers when it does not answer what was asked for.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The object does not exist, or not for the one who asks.
    #[error("the {kind} does not exist")]
    NotFound {
        /// What was looked for.
        kind: Kind,
    },
    /// Something unique is already taken.
    #[error("{field} is already taken")]
    AlreadyExists {
        /// The unique field.
        field: &'static str,
    },
    /// A value breaks a rule.
    #[error("{field} {reason}")]
    Invalid {
        /// The field, in the domain's words.
        field: String,
        /// The rule.
        reason: InvalidReason,
    },
    /// The object has changed since it was read.
    #[error("the {kind} was changed at the same time")]
    Conflict {
        /// What was to be changed.
        kind: Kind,
    },
    /// The object cannot be removed by anybody, as it is now.
    #[error("the {kind} cannot be removed: {reason}")]
    NotRemovable {
        /// What was to be removed.
        kind: Kind,
        /// Why not.
        reason: RemovalReason,
    },
    /// The object is not in the state that the request was made for.
    #[error("the {kind} is not in the state that the request asks for")]
    PreconditionFailed {
        /// What was to be changed.
        kind: Kind,
    },
    /// A request that cannot be told from its repetitions. Nothing was done.
    #[error("{reason}")]
    Unrepeatable {
        /// Why not.
        reason: UnrepeatableReason,
    },
    /// No valid credentials. Why is not told.
    #[error("the credentials are missing or not valid")]
    Unauthenticated,
    /// Authenticated, and not allowed.
    #[error("{reason}")]
    Forbidden {
        /// Which rule forbids it.
        reason: ForbiddenReason,
    },
    /// More was asked for, or more was guessed, than is allowed in this time.
    #[error("too many requests; try again in {retry_after_s} seconds")]
    Throttled {
        /// Seconds after which trying again makes sense.
        retry_after_s: u32,
    },
    /// A limit of the instance is reached.
    #[error("the limit of {what} is reached")]
    LimitExceeded {
        /// What there is too much of.
        what: &'static str,
        /// Seconds after which trying again makes sense.
        retry_after_s: u32,
    },
    /// A fault of ours. The source is for the log only.
    #[error("internal error")]
    Internal {
        /// What really happened.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl Error {
    /// An internal error with a cause for the log.
    pub fn internal(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal { source: source.into() }
    }

    /// A refused value.
    pub fn invalid(field: impl Into<String>, reason: InvalidReason) -> Self {
        Self::Invalid { field: field.into(), reason }
    }

    /// A refused deed.
    #[must_use]
    pub const fn forbidden(reason: ForbiddenReason) -> Self {
        Self::Forbidden { reason }
    }

    /// An object that does not exist.
    #[must_use]
    pub const fn not_found(kind: Kind) -> Self {
        Self::NotFound { kind }
    }
}
