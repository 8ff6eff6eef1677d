//! Outgoing mail: a text for one recipient, and how far its delivery has come, as pure steps from one state to the next.
//! How mail is transported, and what it is about, is not known here.

use chrono::{DateTime, TimeDelta, Utc};

use crate::limits::MAIL_FAILURE_CHARS_MAX;

use super::error::{Error, InvalidReason};
use super::id::{MailId, OrganizationId};
use super::name::Email;

/// How far the delivery of a mail has come, without the details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MailStatus {
    /// It waits to be sent.
    Queued,
    /// A mail server has taken it.
    Sent,
    /// It was given up.
    Failed,
}

impl MailStatus {
    /// The stored name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Failed => "failed",
        }
    }

    /// Parses the stored name.
    ///
    /// # Errors
    /// `Invalid` for any other text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        [Self::Queued, Self::Sent, Self::Failed]
            .into_iter()
            .find(|status| status.as_str() == text)
            .ok_or_else(|| Error::invalid("status", InvalidReason::Malformed("is not a status of mail")))
    }
}

/// How far the delivery of a mail has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It waits to be sent.
    Queued {
        /// Not before this time.
        next_attempt_at: DateTime<Utc>,
    },
    /// A mail server has taken it.
    Sent {
        /// When.
        at: DateTime<Utc>,
    },
    /// It was given up.
    Failed {
        /// When.
        at: DateTime<Utc>,
    },
}

impl Delivery {
    /// The same without the details.
    #[must_use]
    pub const fn status(&self) -> MailStatus {
        match self {
            Self::Queued { .. } => MailStatus::Queued,
            Self::Sent { .. } => MailStatus::Sent,
            Self::Failed { .. } => MailStatus::Failed,
        }
    }
}

/// A mail to one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Its id.
    pub id: MailId,
    /// The organization that it is sent for.
    pub organization: OrganizationId,
    /// To whom.
    pub recipient: Email,
    /// Its subject.
    pub subject: String,
    /// Its plain text.
    pub body: String,
    /// When it was queued.
    pub created_at: DateTime<Utc>,
    /// How often it was tried to send it.
    pub attempts: u32,
    /// How far it has come.
    pub delivery: Delivery,
    /// Why the last attempt failed, if it did.
    pub failure: Option<String>,
}

/// When to try again, and when to give up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retries {
    /// The wait after the first attempt; each further one doubles it.
    pub wait_first: TimeDelta,
    /// The wait between two attempts, at most.
    pub wait_max: TimeDelta,
    /// Attempts, at most.
    pub attempts_max: u32,
    /// The age in the queue after which a mail is not sent any more: it would only confuse.
    pub age_max: TimeDelta,
}

impl Retries {
    /// The wait after so many attempts.
    fn wait_after(&self, attempts: u32) -> TimeDelta {
        let doubled = 2_i32.checked_pow(attempts.saturating_sub(1));
        let wait = doubled.and_then(|factor| self.wait_first.checked_mul(factor));
        wait.unwrap_or(self.wait_max).min(self.wait_max)
    }
}

impl Mail {
    /// Whether it has waited for too long.
    #[must_use]
    pub fn is_stale_at(&self, now: DateTime<Utc>, retries: &Retries) -> bool {
        now - self.created_at > retries.age_max
    }

    /// The mail after an attempt that succeeded.
    #[must_use]
    pub fn sent(&self, at: DateTime<Utc>) -> Self {
        let attempts = self.attempts + 1;
        Self { attempts, delivery: Delivery::Sent { at }, failure: None, ..self.clone() }
    }

    /// The mail after an attempt that failed and can be repeated: it waits longer, or is given up.
    #[must_use]
    pub fn postponed(&self, at: DateTime<Utc>, why: &str, retries: &Retries) -> Self {
        let attempts = self.attempts + 1;
        let delivery = if attempts >= retries.attempts_max {
            Delivery::Failed { at }
        } else {
            Delivery::Queued { next_attempt_at: at + retries.wait_after(attempts) }
        };
        Self { attempts, delivery, failure: Some(clipped(why)), ..self.clone() }
    }

    /// The mail after an attempt that failed for good.
    #[must_use]
    pub fn refused(&self, at: DateTime<Utc>, why: &str) -> Self {
        let attempts = self.attempts + 1;
        Self { attempts, delivery: Delivery::Failed { at }, failure: Some(clipped(why)), ..self.clone() }
    }

    /// The mail after it was given up without an attempt.
    #[must_use]
    pub fn expired(&self, at: DateTime<Utc>) -> Self {
        let why = "it has waited for too long".to_owned();
        Self { delivery: Delivery::Failed { at }, failure: Some(why), ..self.clone() }
    }
}

/// A reason as it is kept: what a mail server says can have any length, and any characters.
fn clipped(why: &str) -> String {
    why.chars().filter(|c| *c != '\0').take(MAIL_FAILURE_CHARS_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;

    const RETRIES: Retries = Retries {
        wait_first: TimeDelta::seconds(60),
        wait_max: TimeDelta::seconds(600),
        attempts_max: 6,
        age_max: TimeDelta::seconds(3600),
    };

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(second)
    }

    fn queued() -> Mail {
        Mail {
            id: Id::new(1, [1; 6]).into(),
            organization: Id::new(0, [1; 6]).into(),
            recipient: Email::parse("jane@example.com").expect("valid"),
            subject: "Hello".into(),
            body: "Hello, Jane.\n".into(),
            created_at: at(0),
            attempts: 0,
            delivery: Delivery::Queued { next_attempt_at: at(0) },
            failure: None,
        }
    }

    #[test]
    fn each_failure_doubles_the_wait_up_to_the_longest_and_the_last_gives_up() {
        let mut mail = queued();
        for wait in [60, 120, 240, 480, 600] {
            mail = mail.postponed(at(0), "busy", &RETRIES);
            assert_eq!(mail.delivery, Delivery::Queued { next_attempt_at: at(wait) });
        }
        mail = mail.postponed(at(7), "still busy", &RETRIES);
        let outcome = (mail.attempts, mail.delivery, mail.failure.as_deref());
        assert_eq!(outcome, (6, Delivery::Failed { at: at(7) }, Some("still busy")));
    }

    #[test]
    fn the_wait_never_overflows() {
        let patient = Retries { attempts_max: u32::MAX, ..RETRIES };
        assert_eq!(patient.wait_after(u32::MAX), patient.wait_max);
        assert_eq!(patient.wait_after(40), patient.wait_max);
    }

    #[test]
    fn what_was_sent_has_no_failure_and_what_was_refused_has_one() {
        let sent = queued().postponed(at(0), "busy", &RETRIES).sent(at(9));
        assert_eq!((sent.attempts, sent.delivery, sent.failure), (2, Delivery::Sent { at: at(9) }, None));
        let refused = queued().refused(at(9), &"\0x".repeat(MAIL_FAILURE_CHARS_MAX + 1));
        assert_eq!(refused.delivery, Delivery::Failed { at: at(9) });
        assert_eq!(refused.failure, Some("x".repeat(MAIL_FAILURE_CHARS_MAX)));
    }

    #[test]
    fn a_mail_is_stale_once_it_is_older_than_the_maximum() {
        for (now, stale) in [(3600, false), (3601, true)] {
            assert_eq!(queued().is_stale_at(at(now), &RETRIES), stale);
        }
        assert_eq!(queued().expired(at(9)).attempts, 0);
    }
}
