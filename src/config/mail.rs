//! The settings of outgoing mail. Without the address of a mail server, mail is kept and not sent.

use std::fmt;
use std::str::FromStr;

use clap::Args;
use serde::Deserialize;

use super::ConfigError;

/// The settings of outgoing mail as flags and environment variables.
#[derive(Args, Clone, Debug, Default)]
pub struct MailFlags {
    /// The URL that mail says the directory is reached at [default: that of the address to listen on, if it is one]
    #[arg(long, env = "ROSTER_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// The mail server to send mail through; without one, mail is kept and not sent
    #[arg(long, env = "ROSTER_SMTP_ADDRESS", value_name = "HOST:PORT")]
    pub smtp_address: Option<SmtpAddress>,
    /// How the connection to the mail server is protected [default: starttls]
    #[arg(long, env = "ROSTER_SMTP_TLS", value_name = "HOW")]
    pub smtp_tls: Option<SmtpTls>,
    /// The username at the mail server; the password is taken from ROSTER_SMTP_PASSWORD
    #[arg(long, env = "ROSTER_SMTP_USERNAME", value_name = "NAME")]
    pub smtp_username: Option<String>,
    /// The password at the mail server: only ever from the environment, as everybody sees the flags of a process
    #[arg(skip = std::env::var("ROSTER_SMTP_PASSWORD").ok().map(SmtpPassword))]
    pub smtp_password: Option<SmtpPassword>,
    /// Whom mail is from, such as `Roster <roster@example.org>`
    #[arg(long, env = "ROSTER_MAIL_FROM", value_name = "MAILBOX")]
    pub mail_from: Option<String>,
}

impl MailFlags {
    /// The same settings, and where something is not said, those of `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            public_url: self.public_url.or(other.public_url),
            smtp_address: self.smtp_address.or(other.smtp_address),
            smtp_tls: self.smtp_tls.or(other.smtp_tls),
            smtp_username: self.smtp_username.or(other.smtp_username),
            smtp_password: self.smtp_password.or(other.smtp_password),
            mail_from: self.mail_from.or(other.mail_from),
        }
    }
}

/// The settings of outgoing mail, decided.
#[derive(Clone, Debug, Default)]
pub struct MailConfig {
    /// The URL that mail says the directory is reached at; unsaid, that of the address to listen on, if it is one.
    pub public_url: Option<String>,
    /// The mail server; without one, mail is kept and not sent.
    pub smtp: Option<SmtpConfig>,
}

/// The mail server that mail is sent through.
#[derive(Clone, Debug)]
pub struct SmtpConfig {
    /// Where it is.
    pub address: SmtpAddress,
    /// How the connection is protected.
    pub tls: SmtpTls,
    /// The username and password there, if it wants any.
    pub credentials: Option<(String, SmtpPassword)>,
    /// Whom mail is from.
    pub from: String,
}

/// How the connection to a mail server is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum SmtpTls {
    /// Not at all: for a mail server on the same machine
    None,
    /// Encrypted after a greeting, or not used at all, as on port 587
    #[default]
    Starttls,
    /// Encrypted from the first byte, as on port 465
    Implicit,
}

/// A host and a port.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct SmtpAddress {
    /// A name or an IP address, without brackets.
    pub host: String,
    /// The port.
    pub port: u16,
}

impl FromStr for SmtpAddress {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parsed = text.rsplit_once(':').and_then(|(host, port)| Some((host, port.parse().ok()?)));
        let bare = |host: &str| host.trim_start_matches('[').trim_end_matches(']').to_owned();
        match parsed {
            Some((host, port)) if !bare(host).is_empty() => Ok(Self { host: bare(host), port }),
            _ => Err(format!("`{text}` is not a host and a port, such as mail.example.org:587")),
        }
    }
}

impl TryFrom<String> for SmtpAddress {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

/// A password that no log shows.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpPassword(String);

impl From<String> for SmtpPassword {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl SmtpPassword {
    /// The password itself.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SmtpPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl MailConfig {
    /// Decides every setting.
    pub(super) fn decide(flags: MailFlags) -> Result<Self, ConfigError> {
        if let Some(url) = &flags.public_url {
            check_url(url)?;
        }
        let smtp = flags.smtp_address.clone().map(|address| SmtpConfig::decide(address, &flags)).transpose()?;
        Ok(Self { public_url: flags.public_url, smtp })
    }
}

impl SmtpConfig {
    fn decide(address: SmtpAddress, flags: &MailFlags) -> Result<Self, ConfigError> {
        let tls = flags.smtp_tls.unwrap_or_default();
        let from = flags.mail_from.clone().ok_or_else(|| refused("mail_from", "set where smtp_address is"))?;
        let credentials = match (&flags.smtp_username, &flags.smtp_password) {
            (Some(username), Some(password)) => Some((username.clone(), password.clone())),
            (None, None) => None,
            (Some(_), None) => return Err(refused("ROSTER_SMTP_PASSWORD", "set where smtp_username is")),
            (None, Some(_)) => return Err(refused("smtp_username", "set where ROSTER_SMTP_PASSWORD is")),
        };
        if credentials.is_some() && tls == SmtpTls::None {
            return Err(refused("smtp_tls", "starttls or implicit where a password is sent"));
        }
        Ok(Self { address, tls, credentials, from })
    }
}

fn check_url(url: &str) -> Result<(), ConfigError> {
    let uri: Option<http::Uri> = url.parse().ok();
    let is_web = uri.is_some_and(|uri| matches!(uri.scheme_str(), Some("http" | "https")) && uri.host().is_some());
    if is_web { Ok(()) } else { Err(refused("public_url", "a URL that begins with http:// or https://")) }
}

fn refused(setting: &'static str, bounds: &str) -> ConfigError {
    ConfigError::OutOfBounds { setting, bounds: bounds.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags() -> MailFlags {
        MailFlags {
            smtp_address: "mail.example.org:587".parse().ok(),
            mail_from: Some("Roster <roster@example.org>".into()),
            ..MailFlags::default()
        }
    }

    fn decide(flags: MailFlags) -> Result<MailConfig, String> {
        MailConfig::decide(flags).map_err(|error| error.to_string())
    }

    #[test]
    fn without_a_mail_server_nothing_else_is_needed() {
        assert!(decide(MailFlags::default()).is_ok_and(|config| config.smtp.is_none()));
    }

    #[test]
    fn an_address_is_a_host_and_a_port() {
        let cases = [
            ("mail.example.org:587", Some(("mail.example.org", 587))),
            ("[::1]:25", Some(("::1", 25))),
            ("mail.example.org", None),
            (":25", None),
            ("host:70000", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let parsed = text.parse::<SmtpAddress>().ok();
            assert_eq!(parsed.as_ref().map(|address| (address.host.as_str(), address.port)), expected, "{text}");
        }
    }

    #[test]
    fn encryption_is_the_default() {
        let smtp = decide(flags()).expect("valid").smtp.expect("a mail server");
        assert_eq!((smtp.tls, smtp.credentials), (SmtpTls::Starttls, None));
    }

    #[test]
    fn what_does_not_go_together_is_refused_by_name() {
        let (name, password) = (Some("roster".to_owned()), Some(SmtpPassword("secret".into())));
        let cases = [
            (MailFlags { mail_from: None, ..flags() }, "mail_from must be set where smtp_address is"),
            (MailFlags { smtp_username: name.clone(), ..flags() }, "ROSTER_SMTP_PASSWORD must be set"),
            (MailFlags { smtp_password: password.clone(), ..flags() }, "smtp_username must be set"),
            (
                MailFlags { smtp_username: name, smtp_password: password, smtp_tls: Some(SmtpTls::None), ..flags() },
                "smtp_tls must be starttls or implicit",
            ),
            (MailFlags { public_url: Some("example.org".into()), ..flags() }, "public_url must be a URL"),
            (MailFlags { public_url: Some("ftp://example.org".into()), ..flags() }, "public_url must be a URL"),
        ];
        for (flags, expected) in cases {
            let error = decide(flags).expect_err(expected);
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn no_log_shows_the_password() {
        assert!(!format!("{:?}", SmtpPassword("secret".into())).contains("secret"));
    }
}
