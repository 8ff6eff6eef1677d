//! Why a row of an import was refused, as it is told to whoever imports. It must not know a format.

use crate::domain::{Error, ForbiddenReason};
use crate::limits::REFUSAL_CHARS_MAX;

/// Why a row was refused, for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalCode {
    /// A value breaks a rule.
    Invalid,
    /// Somebody has it already.
    Taken,
    /// The caller may not make such a user.
    Forbidden,
}

/// Why a row was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The kind of reason.
    pub code: RefusalCode,
    /// The field that is to blame, in the domain's words, if it is one.
    pub field: Option<String>,
    /// The reason in words, at most [`REFUSAL_CHARS_MAX`] characters of it.
    pub message: String,
}

impl Refusal {
    /// The refusal of a row for which this was answered.
    ///
    /// # Errors
    /// The same error, if it is not about the row.
    pub fn of(error: Error) -> Result<Self, Error> {
        let (code, field, message) = match error {
            Error::Invalid { field, reason } => (RefusalCode::Invalid, Some(field), reason.to_string()),
            Error::AlreadyExists { field } => {
                (RefusalCode::Taken, Some(field.to_owned()), "is already taken".to_owned())
            }
            Error::Forbidden { reason } => {
                (RefusalCode::Forbidden, given_field(reason).map(str::to_owned), reason.to_string())
            }
            other => return Err(other),
        };
        Ok(Self { code, field, message: message.chars().take(REFUSAL_CHARS_MAX).collect() })
    }
}

const fn given_field(reason: ForbiddenReason) -> Option<&'static str> {
    match reason {
        ForbiddenReason::Roles => Some("roles"),
        ForbiddenReason::Permissions => Some("permissions"),
        ForbiddenReason::Groups => Some("groups"),
        _ => None,
    }
}
