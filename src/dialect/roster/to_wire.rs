//! From what the directory answers to the answers of Roster's own API.

use crate::directory::{NewAdministratorView, NewKeyView};
use crate::domain::{Delivery, Mail, MailStatus, Page};
use crate::generated::roster::{self as wire, CreateAdministratorResponse, CreateUserKeyResponse, GetMetricsResponse};
use crate::watch::{Check, CheckName};

/// Keeps a secret, or what changes, from being kept on the way.
const NO_STORE: &str = "no-store";

/// The state of a server that is well.
pub(super) fn health() -> wire::Health {
    wire::Health { status: "ok".to_owned() }
}

/// What was looked at, if all of it is as it should be; else `Err` of the same.
pub(super) fn readiness(checks: &[Check]) -> Result<wire::Readiness, Vec<wire::ReadinessCheck>> {
    let shown = checks.iter().map(readiness_check).collect();
    if checks.iter().all(|check| check.reason.is_none()) {
        Ok(wire::Readiness { status: "ok".to_owned(), checks: shown })
    } else {
        Err(shown)
    }
}

fn readiness_check(check: &Check) -> wire::ReadinessCheck {
    let name = match check.name {
        CheckName::Reads => wire::ReadinessCheckName::Reads,
        CheckName::Writes => wire::ReadinessCheckName::Writes,
        CheckName::Stopping => wire::ReadinessCheckName::Stopping,
    };
    wire::ReadinessCheck { name, passed: check.reason.is_none(), reason: check.reason.map(str::to_owned) }
}

/// What is counted, which nobody on the way may keep.
pub(super) fn metrics(text: String) -> GetMetricsResponse {
    GetMetricsResponse::Ok { cache_control: NO_STORE.to_owned(), body: text }
}

/// A new key, in the one answer that shows it, which nobody on the way may keep.
pub(super) fn created(made: NewKeyView) -> CreateUserKeyResponse {
    CreateUserKeyResponse::Created {
        cache_control: NO_STORE.to_owned(),
        etag: made.tag().to_string(),
        body: user_key(made),
    }
}

fn user_key(made: NewKeyView) -> wire::UserKey {
    wire::UserKey {
        id: made.credential.id.to_base32(),
        key: made.key.reveal().to_owned().into(),
        user_id: made.credential.user.to_base32(),
        username: made.username.to_string(),
        description: made.credential.description,
        created_at: made.credential.created_at.into(),
        expires_at: made.credential.expires_at.map(Into::into),
    }
}

/// A new administrator with a first key, in the one answer that shows it, which nobody on the way may keep.
pub(super) fn administrator(made: NewAdministratorView) -> CreateAdministratorResponse {
    let NewAdministratorView { user, organization, key } = made;
    let body = wire::Administrator {
        id: user.id.to_base32(),
        organization_id: organization.id.to_base32(),
        organization_name: organization.name,
        username: user.username.to_string(),
        email: user.email.map(|email| email.to_string()),
        display_name: user.display_name,
        created_at: user.created_at.into(),
        key_id: key.credential.id.to_base32(),
        key: key.key.reveal().to_owned().into(),
    };
    CreateAdministratorResponse::Created { cache_control: NO_STORE.to_owned(), body }
}

/// A page of mail; the last one has no `next`.
pub(super) fn mail_page(page: Page<Mail>) -> wire::MailPage {
    wire::MailPage { items: page.items.into_iter().map(mail).collect(), next: page.next }
}

fn mail(mail: Mail) -> wire::Mail {
    let (next_attempt_at, finished_at) = match mail.delivery {
        Delivery::Queued { next_attempt_at } => (Some(next_attempt_at.into()), None),
        Delivery::Sent { at } | Delivery::Failed { at } => (None, Some(at.into())),
    };
    wire::Mail {
        id: mail.id.to_base32(),
        recipient: mail.recipient.to_string(),
        subject: mail.subject,
        body: mail.body,
        status: match mail.delivery.status() {
            MailStatus::Queued => wire::MailStatus::Queued,
            MailStatus::Sent => wire::MailStatus::Sent,
            MailStatus::Failed => wire::MailStatus::Failed,
        },
        attempts: mail.attempts.into(),
        created_at: mail.created_at.into(),
        next_attempt_at,
        finished_at,
        failure: mail.failure,
    }
}
