//! Outgoing mail: what it says, who may read it, and what its sender asks and reports.
//! It must not know how mail is transported.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::auth::{Caller, Target, policy};
use crate::context::Context;
use crate::domain::{
    Action, Delivery, Error, FieldChange, Mail, MailStatus, Page, PageSize, Principal, TargetKind, User,
};
use crate::store::{self, ReadTransaction, Store, WriteTransaction};

use super::Directory;
use super::audit::Stamp;
use super::markers::Markers;

/// Which page of the outgoing mail is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailQuery {
    /// Only mail of this status.
    pub status: Option<MailStatus>,
    /// The marker that the page before ended with; none asks for the first page.
    pub marker: Option<String>,
    /// How many mails it has at most.
    pub page_size: PageSize,
}

impl Directory {
    /// Lists the outgoing mail of the caller's organization, the newest first.
    ///
    /// # Errors
    /// `Forbidden`; `Invalid` for a marker that this list did not give to this caller.
    pub async fn list_mail(&self, caller: &Caller, query: MailQuery) -> Result<Page<Mail>, Error> {
        let caller = caller.clone();
        self.read(move |txn| list_in(txn, caller.principal(), &query)).await
    }

    /// What the sender of mail works with.
    #[must_use]
    pub fn outbox(&self) -> Outbox {
        Outbox { store: Arc::clone(&self.store), context: Arc::clone(&self.context) }
    }
}

fn list_in(txn: &dyn ReadTransaction, principal: &Principal, query: &MailQuery) -> Result<Page<Mail>, Error> {
    policy::authorize(principal, Action::MailRead, Target::Collection)?;
    // A marker of one status is of no use in the list of another.
    let list = query.status.map_or_else(|| "mail".to_owned(), |status| format!("mail {}", status.as_str()));
    let markers = Markers::of(txn, principal, &list)?;
    let before = markers.position(query.marker.as_deref())?;
    let mail = txn.mail_page(principal.organization, query.status, before, query.page_size.get() + 1)?;
    Ok(markers.page(mail, query.page_size, |mail| mail.id.id()))
}

/// The queue of mail as its sender sees it: of all organizations, on nobody's behalf.
#[derive(Clone)]
pub struct Outbox {
    store: Arc<dyn Store>,
    context: Arc<Context>,
}

impl Outbox {
    /// Lists at most `limit` mails that are to be sent by now, those that wait longest first.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn due(&self, limit: u32) -> Result<Vec<Mail>, Error> {
        let now = self.now();
        store::read(self.store.as_ref(), move |txn| txn.due_mail(now, limit)).await
    }

    /// Notes what became of a mail.
    ///
    /// # Errors
    /// `Conflict` if something else became of it meanwhile; those of the store.
    pub async fn note(&self, old: Mail, new: Mail) -> Result<(), Error> {
        store::write(self.store.as_ref(), move |txn| txn.update_mail_delivery(&old, &new)).await
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.context.now()
    }
}

impl std::fmt::Debug for Outbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Outbox")
    }
}

/// The mail that tells new users of their accounts.
#[derive(Clone, Debug, Default)]
pub(super) struct Invitations {
    /// Where the server is reached, if that is known.
    public_url: Option<Arc<str>>,
}

impl Invitations {
    /// Invitations to a server that is reached under this URL.
    pub(super) fn to(public_url: &str) -> Self {
        Self { public_url: Some(public_url.into()) }
    }

    /// Queues the mail for a new user, if it has an address.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) fn queue(&self, txn: &dyn WriteTransaction, stamp: &Stamp, user: &User) -> Result<(), Error> {
        let Some(recipient) = user.email.clone() else { return Ok(()) };
        let mail = Mail {
            id: stamp.id(),
            organization: user.organization,
            recipient,
            subject: "Your account in the user directory".to_owned(),
            body: self.text(&stamp.principal().username, user),
            created_at: stamp.at(),
            attempts: 0,
            delivery: Delivery::Queued { next_attempt_at: stamp.at() },
            failure: None,
        };
        txn.insert_mail(&mail)?;
        let said = |field, value: &str| FieldChange::between(field, None, Some(value.to_owned()));
        let changes = [said("recipient", mail.recipient.as_str()), said("subject", &mail.subject)];
        stamp.record(txn, TargetKind::Mail, mail.id.id(), changes.into_iter().flatten().collect())
    }

    /// The text. It never has a password: a mail is read by more than its recipient.
    fn text(&self, inviter: &str, user: &User) -> String {
        let place = self.public_url.as_ref().map(|url| format!("The directory is at: {url}\n")).unwrap_or_default();
        format!(
            "Hello,\n\n\
             {inviter} has created an account for you in a user directory.\n\n\
             Your username is: {username}\n\
             {place}\n\
             If you did not expect this, you can ignore this message.\n",
            username = user.username,
        )
    }
}
