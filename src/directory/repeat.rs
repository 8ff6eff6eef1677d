//! Doing what is asked for once, however often the request comes: the first success is kept, in the same transaction, and
//! given again. It must not know what an answer looks like.

use std::fmt;

use chrono::TimeDelta;

use crate::auth::{Caller, NamedRequest, Presented, RepeatSecret};
use crate::domain::{Error, KeptAnswer, UnrepeatableReason, UserId};
use crate::limits::{ANSWERS_CLEANED_MAX, ANSWERS_KEPT_S, KEPT_ANSWER_BYTES_MAX, USER_ANSWERS_KEPT_MAX};
use crate::store::WriteTransaction;

use super::audit::Stamp;
use super::{BatchError, Directory};

/// An answer that can be kept as bytes, and given again.
pub trait Repeatable: Sized {
    /// The answer, and its bytes if it is one to be kept.
    fn keep(self) -> (Self, Option<Vec<u8>>);

    /// The answer of these bytes, if they are one.
    fn again(kept: &[u8]) -> Option<Self>;
}

/// Something that is asked for: by whom, what to answer when it is done, and whether it can be asked for again. Made from a
/// caller alone, it is answered with what was done.
pub struct Asking<T, R> {
    caller: Caller,
    /// The request, if it was given a name.
    request: Option<NamedRequest>,
    answer: Box<dyn Fn(T) -> Result<R, Error> + Send>,
    keep: fn(R) -> (R, Option<Vec<u8>>),
    again: fn(&[u8]) -> Option<R>,
}

impl<T, R: Repeatable> Asking<T, R> {
    /// What a caller asks for with a request of this name and digest, or of no name.
    ///
    /// # Panics
    /// For a named request of a caller who was authenticated without a secret for it.
    #[must_use]
    pub fn once(
        caller: Caller,
        named: Option<(&str, [u8; 32])>,
        answer: impl Fn(T) -> Result<R, Error> + Send + 'static,
    ) -> Self {
        let request = named.map(|(name, digest)| {
            let secret = caller.repeat_secret().expect("authentication looks whether the request has a name");
            secret.request(caller.principal(), name, digest)
        });
        Self { caller, request, answer: Box::new(answer), keep: R::keep, again: R::again }
    }
}

impl<T: 'static> From<&Caller> for Asking<T, T> {
    fn from(caller: &Caller) -> Self {
        Self {
            caller: caller.clone(),
            request: None,
            answer: Box::new(Ok),
            keep: |answer| (answer, None),
            again: |_| None,
        }
    }
}

impl<T: 'static, R: 'static> Asking<T, R> {
    /// Who asks.
    pub(super) const fn caller(&self) -> &Caller {
        &self.caller
    }

    /// The same, to be asked where there is something else to do, of which this is made.
    pub(super) fn made_of<S: 'static>(self, make: fn(S) -> T) -> Asking<S, R> {
        let Self { caller, request, answer, keep, again } = self;
        Asking { caller, request, answer: Box::new(move |done| answer(make(done))), keep, again }
    }

    /// Answers what was answered before, or does the work and keeps its answer.
    fn settle(
        &self,
        txn: &dyn WriteTransaction,
        stamp: &Stamp,
        work: impl FnOnce() -> Result<T, Error>,
    ) -> Result<R, Error> {
        let Some(request) = &self.request else { return (self.answer)(work()?) };
        if let Some(kept) = recall(txn, stamp, request)? {
            return (self.again)(&kept).ok_or_else(|| Error::internal("a kept answer is that of another operation"));
        }
        make_room(txn, stamp)?;
        let (answer, kept) = (self.keep)((self.answer)(work()?)?);
        kept.map_or(Ok(()), |kept| keep(txn, stamp, request, &kept))?;
        Ok(answer)
    }
}

impl<T, R> fmt::Debug for Asking<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Asking({})", self.caller)
    }
}

impl Directory {
    /// The same caller, able to ask with named requests: for that, something is made of what was presented.
    ///
    /// # Errors
    /// `LimitExceeded` if too many passwords are being hashed.
    pub async fn recognize(&self, caller: Caller, presented: &Presented) -> Result<Caller, Error> {
        let principal = caller.principal();
        let secret = match (presented, principal.credential) {
            (Presented::Key(key), _) => RepeatSecret::of(key),
            (Presented::Basic { user, password }, Some(_)) => RepeatSecret::of(&format!("{user}:{password}")),
            // A password can be guessed: what is kept must not tell sooner than its hash whether a guess is right.
            (Presented::Basic { password, .. }, None) => {
                let stretched = self.passwords.stretch(password.clone(), repeat_salt(principal.user)).await?;
                RepeatSecret::of(&stretched)
            }
        };
        Ok(caller.repeating(secret))
    }

    /// Does what is asked for, unless it was done already.
    ///
    /// # Errors
    /// As [`Directory::write_as`]; `Unrepeatable`; `Throttled` if too many answers are kept for the caller.
    pub(super) async fn write_once<T, R, F>(&self, asked: Asking<T, R>, mut work: F) -> Result<R, Error>
    where
        T: Send + 'static,
        R: Send + 'static,
        F: FnMut(&dyn WriteTransaction, &Stamp) -> Result<T, Error> + Send + 'static,
    {
        let caller = asked.caller.clone();
        if asked.request.is_none() {
            // Nothing is kept, so the answer is made where no other write waits for it.
            let done = self.write_as(&caller, work).await?;
            return (asked.answer)(done);
        }
        self.write_as(&caller, move |txn, stamp| asked.settle(txn, stamp, || work(txn, stamp))).await
    }

    /// Does the work for each item, in one transaction, unless it was done already.
    ///
    /// # Errors
    /// As [`Directory::write_once`], and at which item.
    pub(super) async fn write_each_once<I, T, R, F>(
        &self,
        asked: Asking<Vec<T>, R>,
        items: Vec<I>,
        mut work: F,
    ) -> Result<R, BatchError>
    where
        I: Send + 'static,
        T: 'static,
        R: Send + 'static,
        F: FnMut(&dyn WriteTransaction, &Stamp, &I) -> Result<T, Error> + Send + 'static,
    {
        let caller = asked.caller.clone();
        self.write_all(&caller, move |txn, stamp, position| {
            asked.settle(txn, stamp, || position.each(&items, |item| work(txn, stamp, item)))
        })
        .await
    }
}

/// The salt that a password is stretched with: the same each time, and never that of its hash.
fn repeat_salt(user: UserId) -> [u8; 16] {
    let mut salt = *b"............once";
    salt[..12].copy_from_slice(&user.to_bytes());
    salt
}

/// Finds what was answered to this request before.
///
/// # Errors
/// `Unrepeatable` if the name is that of another request.
fn recall(txn: &dyn WriteTransaction, stamp: &Stamp, request: &NamedRequest) -> Result<Option<Vec<u8>>, Error> {
    let found = txn.kept_answer(stamp.organization(), request.lookup())?;
    let Some(found) = found.filter(|found| !found.is_expired_at(stamp.at())) else { return Ok(None) };
    let other = Error::Unrepeatable { reason: UnrepeatableReason::OtherRequest };
    request.open(&found.sealed)?.map(Some).ok_or(other)
}

/// Forgets some of what has expired, and sees that there is room for one more answer to this user.
fn make_room(txn: &dyn WriteTransaction, stamp: &Stamp) -> Result<(), Error> {
    let now = stamp.at();
    txn.forget_expired_answers(stamp.organization(), now, ANSWERS_CLEANED_MAX)?;
    let last = txn.kept_answer_expiry_behind(stamp.organization(), stamp.actor(), USER_ANSWERS_KEPT_MAX - 1)?;
    match last.filter(|expiry| *expiry > now) {
        Some(expiry) => {
            let wait_s = (expiry - now).num_seconds() + 1;
            Err(Error::Throttled { retry_after_s: u32::try_from(wait_s).unwrap_or(u32::MAX) })
        }
        None => Ok(()),
    }
}

fn keep(txn: &dyn WriteTransaction, stamp: &Stamp, request: &NamedRequest, answer: &[u8]) -> Result<(), Error> {
    if answer.len() > KEPT_ANSWER_BYTES_MAX {
        return Err(Error::Unrepeatable { reason: UnrepeatableReason::TooLong });
    }
    txn.keep_answer(&KeptAnswer {
        organization: stamp.organization(),
        lookup: *request.lookup(),
        user: stamp.actor(),
        sealed: request.seal(answer, stamp.nonce())?,
        expires_at: stamp.at() + TimeDelta::seconds(ANSWERS_KEPT_S),
    })
}
