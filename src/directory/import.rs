//! Making many users at once, of what was exported here or elsewhere. Rows that can be made are made, in one transaction;
//! each that cannot is refused by itself. What decides is what decides about any creation.
//! In which format rows come is not known here.

mod known;
mod refusal;

use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::auth::{Caller, ImportedHash, Target, policy};
use crate::domain::user_patch::changes_between;
use crate::domain::{
    Action, AuditRecord, Error, FieldChange, InvalidReason, OrganizationId, Realm, TargetKind, User, UserId, metaschema,
};
use crate::limits::{IMPORT_ROWS_MAX, IMPORT_SKEW_S_MAX};
use crate::store::WriteTransaction;

use super::audit::Stamp;
use super::metaschemas::check_metadata;
use super::names::check_names;
use super::{Asking, Directory, NewUser};
use known::Known;

pub use refusal::{Refusal, RefusalCode};

/// A user as an import says it.
#[derive(Clone, Debug, Default)]
pub struct ImportedUser {
    /// What any creation can say.
    pub new: NewUser,
    /// What only the server says otherwise.
    pub restored: Restored,
}

/// What a user had elsewhere, or here before: what takes the action `users:restore`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// Its id.
    pub id: Option<UserId>,
    /// Where it is managed, if not here.
    pub realm: Option<Realm>,
    /// The hash of its password.
    pub password_hash: Option<ImportedHash>,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub updated_at: Option<DateTime<Utc>>,
    /// When it first logged in.
    pub first_login_at: Option<DateTime<Utc>>,
    /// When it last logged in.
    pub last_login_at: Option<DateTime<Utc>>,
}

/// Some of the users of an import.
#[derive(Clone, Debug, Default)]
pub struct ImportPortion {
    /// The users in the order in which they are made, and what of them is no user.
    pub rows: Vec<Result<ImportedUser, Refusal>>,
    /// Whether it is only tried.
    pub is_trial: bool,
}

/// What became of a portion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// How many users were made, or would be.
    pub created: usize,
    /// The rows that were not, by their places in the portion, counted from zero.
    pub refused: Vec<(usize, Refusal)>,
}

impl Directory {
    /// Makes the users of a portion that can be made, or only tries to.
    ///
    /// # Errors
    /// `Forbidden` for one who may not create users; `Invalid` for more than [`IMPORT_ROWS_MAX`] rows. What is wrong with a
    /// row is in the report.
    pub async fn import_users<R>(
        &self,
        asking: impl Into<Asking<ImportReport, R>> + Send,
        portion: ImportPortion,
    ) -> Result<R, Error>
    where
        R: Send + 'static,
    {
        let asking = asking.into();
        if portion.rows.len() > IMPORT_ROWS_MAX {
            return Err(Error::invalid("users", InvalidReason::TooMany { max: IMPORT_ROWS_MAX }));
        }
        if portion.is_trial {
            let report = self.try_import(asking.caller(), portion).await?;
            return self.write_once(asking, move |_, _| Ok(report.clone())).await;
        }
        self.write_once(asking, move |txn, stamp| import_in(txn, stamp, &portion)).await
    }

    /// Does everything and keeps nothing.
    async fn try_import(&self, caller: &Caller, portion: ImportPortion) -> Result<ImportReport, Error> {
        let tried: Arc<Mutex<Option<ImportReport>>> = Arc::default();
        let reached = Arc::clone(&tried);
        let outcome = self.write_as(caller, move |txn, stamp| {
            *content(&reached) = None;
            *content(&reached) = Some(import_in(txn, stamp, &portion)?);
            // What fails is not kept.
            Err::<Infallible, _>(Error::internal("a trial is over"))
        });
        let Err(error) = outcome.await;
        let report = content(&tried).take();
        report.ok_or(error)
    }
}

fn content<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn import_in(txn: &dyn WriteTransaction, stamp: &Stamp, portion: &ImportPortion) -> Result<ImportReport, Error> {
    policy::authorize(stamp.principal(), Action::UsersCreate, Target::Collection)?;
    let mut known = Known::new(txn, stamp);
    let mut admitted = Admitted::default();
    let mut refused = Vec::new();
    for (index, row) in portion.rows.iter().enumerate() {
        let outcome = match row {
            Ok(row) => admit(txn, stamp, &mut known, row).map_err(Refusal::of),
            Err(refusal) => Err(Ok(refusal.clone())),
        };
        match outcome {
            Ok((user, record)) => admitted.add(user, row.as_ref().ok(), record),
            Err(refusal) => refused.push((index, refusal?)),
        }
    }
    admitted.write(txn, stamp.organization())?;
    Ok(ImportReport { created: admitted.users.len(), refused })
}

/// What is made of a portion: all of it in a few steps at the end, which takes half the time of a step for each user.
#[derive(Default)]
struct Admitted<'r> {
    users: Vec<User>,
    hashes: Vec<(UserId, &'r ImportedHash)>,
    records: Vec<AuditRecord>,
}

impl<'r> Admitted<'r> {
    fn add(&mut self, user: User, row: Option<&'r ImportedUser>, record: AuditRecord) {
        let hash = row.and_then(|row| row.restored.password_hash.as_ref());
        self.hashes.extend(hash.map(|hash| (user.id, hash)));
        self.users.push(user);
        self.records.push(record);
    }

    fn write(&self, txn: &dyn WriteTransaction, organization: OrganizationId) -> Result<(), Error> {
        txn.insert_users(organization, &self.users)?;
        self.hashes.iter().try_for_each(|(user, hash)| txn.set_password(organization, *user, hash.as_str()))?;
        txn.append_audits(organization, &self.records)
    }
}

/// Decides about one user, and takes its names: the user as it is made, and what the audit trail says of that.
fn admit<'r>(
    txn: &dyn WriteTransaction,
    stamp: &Stamp,
    known: &mut Known<'_, 'r>,
    ImportedUser { new, restored }: &'r ImportedUser,
) -> Result<(User, AuditRecord), Error> {
    if *restored != Restored::default() {
        policy::authorize(stamp.principal(), Action::UsersRestore, Target::Collection)?;
    }
    let user = restored_user(known.draft(new)?, restored, stamp)?;
    user.check_limits()?;
    if restored.id.is_some() {
        known.check_id(user.id)?;
    }
    known.check_username(&user)?;
    check_names(txn, None, &user)?;
    if let Some(metadata) = &new.metadata {
        check_metadata(txn, user.organization, metaschema::USER, metadata)?;
    }

    txn.claim_names(&user)?;
    known.admit(user.id);
    let mut changes = changes_between(None, Some(&user));
    changes.extend(restored_times(restored));
    changes.extend(restored.password_hash.as_ref().map(|_| FieldChange::masked("password")));
    let record = stamp.author().note(user.organization, TargetKind::User, user.id.id(), changes);
    Ok((user, record))
}

/// The user with what it had elsewhere.
fn restored_user(user: User, restored: &Restored, stamp: &Stamp) -> Result<User, Error> {
    // Clocks of two servers are never the same.
    let latest = stamp.at() + TimeDelta::seconds(IMPORT_SKEW_S_MAX);
    let future = |field| Err(Error::invalid(field, InvalidReason::Malformed("lies in the future")));
    if let Some((field, _)) = times(restored).into_iter().find(|(_, time)| time.is_some_and(|time| time > latest)) {
        return future(field);
    }
    let made_at = |id: UserId| i64::try_from(id.id().millis()).unwrap_or(i64::MAX);
    if restored.id.is_some_and(|id| made_at(id) > latest.timestamp_millis()) {
        return future("id");
    }
    Ok(User {
        id: restored.id.unwrap_or(user.id),
        realm: restored.realm.clone().unwrap_or(user.realm),
        created_at: restored.created_at.unwrap_or(user.created_at),
        updated_at: restored.updated_at.unwrap_or(user.updated_at),
        first_login_at: restored.first_login_at,
        last_login_at: restored.last_login_at,
        ..user
    })
}

fn times(restored: &Restored) -> [(&'static str, Option<DateTime<Utc>>); 4] {
    [
        ("created_at", restored.created_at),
        ("updated_at", restored.updated_at),
        ("first_login_at", restored.first_login_at),
        ("last_login_at", restored.last_login_at),
    ]
}

/// The times that a row says, as the audit trail has them.
fn restored_times(restored: &Restored) -> impl Iterator<Item = FieldChange> {
    times(restored)
        .into_iter()
        .filter_map(|(field, time)| FieldChange::between(field, None, time.map(|at| at.to_rfc3339())))
}
