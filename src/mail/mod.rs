//! Sends the mail that waits in the outbox: one task, one mail after the other, until it is told to stop.
//! It must not know what mail is about, nor how it is stored.

mod relay;

use std::ops::ControlFlow;
use std::time::Duration;

use slog::{Logger, error, info, warn};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::sleep;

use crate::directory::Outbox;
use crate::domain::{Error, Mail, Retries};
use crate::limits::{
    MAIL_AGE_S_MAX, MAIL_ATTEMPTS_MAX, MAIL_BATCH_MAX, MAIL_POLL_MS, MAIL_WAIT_FIRST_S, MAIL_WAIT_S_MAX,
};
use relay::{Outcome, Relay};

pub use relay::RelayError;

/// How patient the sender is.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// When to try a mail again, and when to give it up.
    pub retries: Retries,
    /// The wait between two looks into the outbox.
    pub poll: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        let seconds = chrono::TimeDelta::seconds;
        Self {
            retries: Retries {
                wait_first: seconds(MAIL_WAIT_FIRST_S),
                wait_max: seconds(MAIL_WAIT_S_MAX),
                attempts_max: MAIL_ATTEMPTS_MAX,
                age_max: seconds(MAIL_AGE_S_MAX),
            },
            poll: Duration::from_millis(MAIL_POLL_MS),
        }
    }
}

/// The running sender.
#[derive(Debug)]
pub struct Sender {
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Sender {
    /// Starts to send what the outbox has.
    ///
    /// # Errors
    /// The settings of the mail server cannot be used.
    pub fn start(
        outbox: Outbox,
        smtp: &crate::config::SmtpConfig,
        pace: Pace,
        log: &Logger,
    ) -> Result<Self, RelayError> {
        let (stop, stopped) = oneshot::channel();
        let work = Work { outbox, relay: Relay::new(smtp)?, pace, log: log.clone(), stopped, failures: 0 };
        Ok(Self { stop, task: tokio::spawn(work.run()) })
    }

    /// Finishes the mail that is being sent, if one is, and notes what became of it. The others stay where they are.
    pub async fn stop(self) {
        // The task is gone only if it panicked, which tokio has told by then.
        let _ = self.stop.send(());
        let _ = self.task.await;
    }
}

/// What the task has.
struct Work {
    outbox: Outbox,
    relay: Relay,
    pace: Pace,
    log: Logger,
    stopped: oneshot::Receiver<()>,
    /// How often in a row the mail server could not be used at all.
    failures: u32,
}

/// Whether to go on, and with what.
type Going<T = ()> = ControlFlow<(), T>;

impl Work {
    async fn run(mut self) {
        while let Going::Continue(more) = self.round().await {
            if !more && self.pause().await.is_break() {
                return;
            }
        }
    }

    /// Sends what is to be sent by now, a number of mails at most; tells whether there may be more of it.
    async fn round(&mut self) -> Going<bool> {
        let due = match self.outbox.due(MAIL_BATCH_MAX).await {
            Ok(due) => due,
            Err(error) => {
                self.complain("cannot read the outbox", &error);
                return Going::Continue(false);
            }
        };
        let is_full = u32::try_from(due.len()).is_ok_and(|length| length == MAIL_BATCH_MAX);
        for mail in due {
            if self.is_stopped() {
                return Going::Break(());
            }
            let before = self.failures;
            let after = self.attempt(&mail).await;
            self.note(mail, after).await?;
            if self.failures > before {
                return Going::Continue(false);
            }
        }
        Going::Continue(is_full)
    }

    /// Tries to send a mail once.
    async fn attempt(&mut self, mail: &Mail) -> Mail {
        let retries = &self.pace.retries;
        if mail.is_stale_at(self.outbox.now(), retries) {
            return mail.expired(self.outbox.now());
        }
        let outcome = self.relay.send(mail).await;
        let now = self.outbox.now();
        self.failures = if matches!(outcome, Outcome::Unreachable(_)) { self.failures.saturating_add(1) } else { 0 };
        match outcome {
            Outcome::Taken => mail.sent(now),
            Outcome::Postponed(why) | Outcome::Unreachable(why) => mail.postponed(now, &why, retries),
            Outcome::Refused(why) => mail.refused(now, &why),
        }
    }

    /// Notes what became of a mail. Until that is stored nothing else is sent, so that no mail is sent twice because
    /// of a store that is busy or broken.
    async fn note(&mut self, before: Mail, after: Mail) -> Going {
        loop {
            match self.outbox.note(before.clone(), after.clone()).await {
                Ok(()) => break,
                Err(error @ Error::Conflict { .. }) => {
                    self.complain("another has sent the same mail", &error);
                    return Going::Continue(());
                }
                Err(error) => self.complain("cannot note what became of a mail", &error),
            }
            self.pause().await?;
        }
        let (id, status) = (before.id.to_string(), after.delivery.status().as_str());
        match &after.failure {
            None => info!(self.log, "mail"; "mail" => id, "status" => status, "attempts" => after.attempts),
            Some(why) => warn!(self.log, "mail"; "mail" => id, "status" => status, "attempts" => after.attempts,
                "failure" => why),
        }
        Going::Continue(())
    }

    /// Waits for a while: the longer, the more often in a row the mail server could not be used.
    async fn pause(&mut self) -> Going {
        let wait_max = self.pace.retries.wait_first.to_std().unwrap_or(self.pace.poll);
        let factor = 2_u32.saturating_pow(self.failures);
        let wait = self.pace.poll.saturating_mul(factor).min(wait_max.max(self.pace.poll));
        tokio::select! {
            _ = &mut self.stopped => Going::Break(()),
            () = sleep(wait) => Going::Continue(()),
        }
    }

    fn is_stopped(&mut self) -> bool {
        !matches!(self.stopped.try_recv(), Err(oneshot::error::TryRecvError::Empty))
    }

    fn complain(&self, what: &'static str, why: &Error) {
        let source = std::error::Error::source(why).map(ToString::to_string);
        error!(self.log, "{what}"; "error" => %why, "cause" => source);
    }
}

#[cfg(test)]
mod tests;
