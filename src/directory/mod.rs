//! The use cases of the directory. Each is one transaction: read, decide, write, and leave an audit record.
//! It must not know generated types, the HTTP server, status codes, or which engine the store has.

mod administrators;
mod audit;
mod audit_trail;
mod authenticate;
mod author;
mod batch;
mod bootstrap;
mod counted;
mod create;
mod credentials;
mod delete;
mod export;
mod founding;
mod giver_view;
mod grants;
mod groups;
mod import;
mod json_schema;
mod listing;
mod mail;
mod markers;
mod memberships;
mod metaschemas;
mod names;
mod organizations;
mod pages;
mod passwords;
mod references;
mod repeat;
mod roles;
mod search;
mod selector;
mod service_accounts;
mod sessions;
mod showing;
mod tags;
mod update;
mod users;
mod view;

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use prometheus::core::Collector;

use crate::auth::Passwords;
use crate::config::GuessLimits;
use crate::context::Context;
use crate::domain::Error;
use crate::store::{self, Lookups, ReadTransaction, Store, WriteTransaction};
use crate::throttle::{Guesses, RequestLimits};
use mail::Invitations;

pub use crate::auth::{Caller, Origin, Presented};
pub use administrators::{NewAdministrator, NewAdministratorView};
pub use audit_trail::{AuditPageQuery, AuditQuery, AuditView};
pub use batch::BatchError;
pub use bootstrap::FirstKeys;
pub use counted::Counted;
pub use create::NewUser;
pub use credentials::{Expiry, KeyView, NewKey, NewKeyView};
pub use export::ExportedUser;
pub use giver_view::{GroupView, RoleView};
pub use groups::NewGroup;
pub use import::{ImportPortion, ImportReport, ImportedUser, Refusal, RefusalCode, Restored};
pub use listing::Listing;
pub use mail::{MailQuery, Outbox};
pub use metaschemas::MetaschemaSelector;
pub use pages::UserQuery;
pub use references::{Reference, UnknownGroups};
pub use repeat::{Asking, Repeatable};
pub use roles::{Assignee, NewRole};
pub use search::{Found, Span, Window};
pub use selector::UserSelector;
pub use service_accounts::{NewServiceAccount, ServiceAccountUpdate};
pub use sessions::{Login, NewSession, SessionLifetimes, SessionView};
pub use showing::{Showing, Shown};
pub use update::UserUpdate;
pub use view::{UserView, Written};

/// The directory: what every dialect calls, and the only way to what is stored. Cheap to clone.
#[derive(Clone)]
pub struct Directory {
    store: Arc<dyn Store>,
    context: Arc<Context>,
    passwords: Passwords,
    sessions: SessionLifetimes,
    invitations: Invitations,
    requests: Arc<RequestLimits>,
    guesses: Arc<Guesses>,
}

impl Directory {
    /// A directory over a store that has been, or will be, through [`Directory::bootstrap`].
    #[must_use]
    pub fn new(store: Arc<dyn Store>, context: Arc<Context>, passwords: Passwords) -> Self {
        Self {
            store,
            context,
            passwords,
            sessions: SessionLifetimes::default(),
            invitations: Invitations::default(),
            requests: Arc::new(RequestLimits::new(None, None)),
            guesses: Arc::new(Guesses::new(GuessLimits::default())),
        }
    }

    /// The same directory, with other limits on requests and on wrong passwords and keys.
    #[must_use]
    pub fn with_limits(self, requests: Arc<RequestLimits>, guesses: GuessLimits) -> Self {
        Self { requests, guesses: Arc::new(Guesses::new(guesses)), ..self }
    }

    /// The same directory, whose mail says that it is reached under this URL.
    #[must_use]
    pub fn reached_at(self, public_url: &str) -> Self {
        Self { invitations: Invitations::to(public_url), ..self }
    }

    /// What is counted of passwords, and of requests and guesses that are refused, to be shown.
    #[must_use]
    pub fn collectors(&self) -> Vec<Box<dyn Collector>> {
        let rooms = [self.passwords.collectors(), self.requests.collectors(), self.guesses.collectors()];
        rooms.into_iter().flatten().collect()
    }

    /// Looks whether the store answers and was bootstrapped.
    ///
    /// # Errors
    /// What hinders: `LimitExceeded` for a busy store, `Internal` for a broken or empty one.
    pub async fn check_reads(&self) -> Result<(), Error> {
        let is_bootstrapped = self.is_bootstrapped().await?;
        is_bootstrapped.then_some(()).ok_or_else(|| Error::internal("there is no platform"))
    }

    /// Looks whether what is written is kept. If the last was not, writes something that changes nothing to find out.
    ///
    /// # Errors
    /// What hinders: `LimitExceeded` for a busy store, `Internal` for one that keeps nothing.
    pub async fn check_writes(&self) -> Result<(), Error> {
        if !self.store.writes_fail() {
            return Ok(());
        }
        self.write(|txn| {
            let Some(digest) = txn.furnishings()? else { return Ok(()) };
            // The engine need not write what is set to the value that it has.
            txn.set_furnishings(&digest.map(|byte| !byte))?;
            txn.set_furnishings(&digest)
        })
        .await
    }

    /// Looks whether [`Directory::bootstrap`] has ever run on this store.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn is_bootstrapped(&self) -> Result<bool, Error> {
        Ok(self.read(|txn| txn.platform()).await?.is_some())
    }

    async fn read<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&dyn ReadTransaction) -> Result<T, Error> + Send + 'static,
    {
        store::read(self.store.as_ref(), work).await
    }

    /// Reads what is looked up by key: where that is remembered, at once.
    async fn look_up<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&dyn Lookups) -> Result<T, Error> + Send + 'static,
    {
        store::look_up(self.store.as_ref(), work).await
    }

    async fn write<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&dyn WriteTransaction) -> Result<T, Error> + Send + 'static,
    {
        store::write(self.store.as_ref(), work).await
    }
}

impl fmt::Debug for Directory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Directory")
    }
}
