//! The settings of encryption: a certificate and its key, or the operator's word that none is needed.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

use super::ConfigError;

/// The settings of encryption as flags and environment variables.
#[derive(Args, Clone, Debug, Default)]
pub struct TlsFlags {
    /// A PEM file with the server's certificate and those it is signed with; SIGHUP reads it again
    #[arg(long, env = "ROSTER_TLS_CERT", value_name = "FILE")]
    pub tls_cert: Option<PathBuf>,
    /// A PEM file with the certificate's private key, which others than its owner and group cannot read
    #[arg(long, env = "ROSTER_TLS_KEY", value_name = "FILE")]
    pub tls_key: Option<PathBuf>,
    /// Listens without encryption beyond this machine, where a proxy encrypts
    #[arg(
        long,
        env = "ROSTER_ALLOW_PLAINTEXT",
        value_name = "BOOL",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true"
    )]
    pub allow_plaintext: Option<bool>,
}

impl TlsFlags {
    /// The same settings, and where something is not said, those of `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            tls_cert: self.tls_cert.or(other.tls_cert),
            tls_key: self.tls_key.or(other.tls_key),
            allow_plaintext: self.allow_plaintext.or(other.allow_plaintext),
        }
    }
}

/// Where the certificate is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlsConfig {
    /// The PEM file of the certificate and its chain, the server's own first.
    pub certificate: PathBuf,
    /// The PEM file of the private key.
    pub key: PathBuf,
}

impl TlsConfig {
    /// Decides whether to encrypt. Without a certificate, only this machine is listened to, unless allowed.
    pub(super) fn decide(flags: TlsFlags, listen: SocketAddr) -> Result<Option<Self>, ConfigError> {
        match (flags.tls_cert, flags.tls_key) {
            (Some(certificate), Some(key)) => Ok(Some(Self { certificate, key })),
            (Some(_), None) => Err(refused("tls_key", "set where tls_cert is")),
            (None, Some(_)) => Err(refused("tls_cert", "set where tls_key is")),
            (None, None) if listen.ip().to_canonical().is_loopback() || flags.allow_plaintext == Some(true) => Ok(None),
            (None, None) => Err(ConfigError::Plaintext { listen }),
        }
    }
}

fn refused(setting: &'static str, bounds: &str) -> ConfigError {
    ConfigError::OutOfBounds { setting, bounds: bounds.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(flags: TlsFlags, listen: &str) -> Result<Option<TlsConfig>, String> {
        let listen = listen.parse().expect("an address");
        TlsConfig::decide(flags, listen).map_err(|error| error.to_string())
    }

    #[test]
    fn plaintext_beyond_this_machine_must_be_allowed() {
        let cases = [
            ("127.0.0.1:7400", None, true),
            ("127.8.8.8:7400", None, true),
            ("[::1]:7400", None, true),
            ("[::ffff:127.0.0.1]:7400", None, true),
            ("0.0.0.0:7400", None, false),
            ("[::]:7400", None, false),
            ("192.0.2.1:7400", Some(false), false),
            ("192.0.2.1:7400", Some(true), true),
        ];
        for (listen, allow_plaintext, is_allowed) in cases {
            let decided = decide(TlsFlags { allow_plaintext, ..TlsFlags::default() }, listen);
            assert_eq!(decided.is_ok(), is_allowed, "{listen}");
            assert!(decided.is_ok() || decided.is_err_and(|error| error.contains("--allow-plaintext")), "{listen}");
        }
    }

    #[test]
    fn a_certificate_needs_its_key() {
        let (cert, key) = (Some(PathBuf::from("cert.pem")), Some(PathBuf::from("key.pem")));
        let both = TlsFlags { tls_cert: cert.clone(), tls_key: key.clone(), allow_plaintext: None };
        let config = decide(both.clone(), "0.0.0.0:7400").expect("encrypted").expect("a certificate");
        assert_eq!((Some(config.certificate), Some(config.key)), (cert, key));
        for flags in [TlsFlags { tls_key: None, ..both.clone() }, TlsFlags { tls_cert: None, ..both }] {
            let error = decide(flags, "127.0.0.1:7400").expect_err("half of a pair");
            assert!(error.contains("must be set where"), "{error}");
        }
    }
}
