//! The mail server that mail is handed to, over SMTP: how a mail becomes a message, and what the server's answers mean.
//! It must not know a queue.

use std::time::{Duration, SystemTime};

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{Address, AsyncTransport, Tokio1Executor};
use tokio::time::timeout;

use crate::config::{SmtpConfig, SmtpTls};
use crate::domain::Mail;
use crate::limits::{MAIL_ATTEMPT_S_MAX, MAIL_COMMAND_S_MAX};

/// The replies that are about this server's own login there, and not about a mail (RFC 4954).
const LOGIN_REFUSED: [u16; 6] = [432, 454, 530, 534, 535, 538];

/// Why mail cannot be sent with these settings.
#[derive(Debug, thiserror::Error)]
pub enum RelayError {
    /// Nobody can be written from this mailbox.
    #[error("mail_from is not a mailbox such as `Roster <roster@example.org>`: {0}")]
    From(lettre::address::AddressError),
    /// The trusted certificates, or the name of the server, cannot be used.
    #[error("cannot prepare encryption to the mail server: {0}")]
    Tls(lettre::transport::smtp::Error),
}

/// What became of an attempt.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The server has the mail.
    Taken,
    /// The server does not take this mail at the moment.
    Postponed(String),
    /// The server cannot be used at the moment, for this or any other mail.
    Unreachable(String),
    /// Nobody will ever take this mail.
    Refused(String),
}

/// A mail server.
pub(super) struct Relay {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Relay {
    /// A mail server with these settings. It is not asked yet.
    ///
    /// # Errors
    /// The settings cannot be used.
    pub(super) fn new(smtp: &SmtpConfig) -> Result<Self, RelayError> {
        let from = smtp.from.parse().map_err(RelayError::From)?;
        let host = smtp.address.host.clone();
        let parameters = || TlsParameters::new(host.clone()).map_err(RelayError::Tls);
        let tls = match smtp.tls {
            SmtpTls::None => Tls::None,
            SmtpTls::Starttls => Tls::Required(parameters()?),
            SmtpTls::Implicit => Tls::Wrapper(parameters()?),
        };
        let builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
            .port(smtp.address.port)
            .tls(tls)
            .timeout(Some(Duration::from_secs(MAIL_COMMAND_S_MAX)));
        let transport = match &smtp.credentials {
            Some((name, password)) => {
                builder.credentials(Credentials::new(name.clone(), password.reveal().to_owned())).build()
            }
            None => builder.build(),
        };
        Ok(Self { transport, from })
    }

    /// Hands a mail over.
    pub(super) async fn send(&self, mail: &Mail) -> Outcome {
        let message = match self.message(mail) {
            Ok(message) => message,
            Err(why) => return Outcome::Refused(why),
        };
        match timeout(Duration::from_secs(MAIL_ATTEMPT_S_MAX), self.transport.send(message)).await {
            Ok(Ok(_)) => Outcome::Taken,
            Ok(Err(error)) => refusal(&error),
            Err(_) => Outcome::Unreachable("the mail server took too long".to_owned()),
        }
    }

    /// The message. Each attempt makes the same one, so that who gets it twice can tell.
    fn message(&self, mail: &Mail) -> Result<Message, String> {
        let recipient: Address = mail.recipient.as_str().parse().map_err(explained("cannot be written to"))?;
        let written_at: SystemTime = mail.created_at.into();
        // RFC 3834: no auto-responder shall answer.
        let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
        Message::builder()
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.email.domain())))
            .date(written_at)
            .from(self.from.clone())
            .to(Mailbox::new(None, recipient))
            .subject(&mail.subject)
            .raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()))
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body.clone())
            .map_err(explained("cannot be made a message"))
    }
}

fn explained<E: std::fmt::Display>(what: &'static str) -> impl Fn(E) -> String {
    move |error| format!("{what}: {error}")
}

/// What it means that the server did not take a mail.
fn refusal(error: &lettre::transport::smtp::Error) -> Outcome {
    let mut why = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        let cause_says = cause.to_string();
        if !why.contains(&cause_says) {
            why = format!("{why}: {cause_says}");
        }
        source = cause.source();
    }
    let code = error.status().map(u16::from);
    if code.is_some_and(|code| LOGIN_REFUSED.contains(&code)) {
        Outcome::Unreachable(why)
    } else if error.is_permanent() {
        Outcome::Refused(why)
    } else if error.is_transient() {
        Outcome::Postponed(why)
    } else {
        Outcome::Unreachable(why)
    }
}
