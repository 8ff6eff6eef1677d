//! Who asks for what. Holding a `Caller` proves that somebody was authenticated and may at least try.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;

use crate::domain::{Action, Error, Precondition, Principal};

use super::{Origin, RepeatSecret, policy};

/// An authenticated principal with the operation that it asks for. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Caller {
    principal: Arc<Principal>,
    action: Action,
    operation: &'static str,
    origin: Arc<Origin>,
    precondition: Arc<Precondition>,
    repeat_secret: Option<RepeatSecret>,
}

impl Caller {
    /// Lets a principal through to an operation, if it could ever be allowed.
    ///
    /// # Errors
    /// `Forbidden` if it could not, whatever the target: this is known before the input is looked at.
    pub(crate) fn admit(
        principal: Arc<Principal>,
        action: Action,
        operation: &'static str,
        origin: Origin,
    ) -> Result<Self, Error> {
        policy::admit(&principal, action)?;
        Ok(Self {
            principal,
            action,
            operation,
            origin: Arc::new(origin),
            precondition: Arc::default(),
            repeat_secret: None,
        })
    }

    /// The same, who wants it done only if the object is in a state that this text lists; no text is no condition.
    #[must_use]
    pub fn provided(self, if_match: Option<String>) -> Self {
        let precondition = if_match.as_deref().map(Precondition::parse).unwrap_or_default();
        Self { precondition: Arc::new(precondition), ..self }
    }

    /// The same, whose named requests are found and sealed by this.
    pub(crate) fn repeating(self, secret: RepeatSecret) -> Self {
        Self { repeat_secret: Some(secret), ..self }
    }

    /// Who asks.
    #[must_use]
    pub fn principal(&self) -> &Principal {
        &self.principal
    }

    /// The action that the operation is declared to be.
    #[must_use]
    pub const fn action(&self) -> Action {
        self.action
    }

    /// The operation's name in the contract.
    #[must_use]
    pub const fn operation(&self) -> &'static str {
        self.operation
    }

    /// What must hold of the object before it is changed.
    #[must_use]
    pub fn precondition(&self) -> &Precondition {
        &self.precondition
    }

    /// What named requests are found and sealed by, if the request has a name.
    #[must_use]
    pub const fn repeat_secret(&self) -> Option<&RepeatSecret> {
        self.repeat_secret.as_ref()
    }

    /// The request that asks.
    #[must_use]
    pub fn request_id(&self) -> &str {
        &self.origin.request_id
    }

    /// The address that the request came from.
    #[must_use]
    pub fn address(&self) -> IpAddr {
        self.origin.address
    }
}

impl fmt::Display for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.principal.username)
    }
}
