//! The server's certificate: read from PEM files and checked as a whole before anything uses it.
//! Knows nothing about HTTP, and keeps nothing.

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use rustls::ServerConfig;
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

use crate::config::TlsConfig;

/// The protocols that are offered, the preferred one first.
const PROTOCOLS: [&[u8]; 2] = [b"h2", b"http/1.1"];
/// What everybody may do with a file, of the bits of its mode.
const OTHERS: u32 = 0o007;

/// Why a certificate cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file could not be read.
    #[error("cannot read {path}: {source}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The key file is open to every user of the machine.
    #[error("{path} holds a private key, and others may read or write it (mode {mode:03o}); take that from them")]
    Exposed {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The file is not PEM.
    #[error("{path} is not a PEM file that can be used: {source}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What the parser said.
        source: pem::Error,
    },
    /// The file has no certificate.
    #[error("{path} has no certificate")]
    NoCertificate {
        /// The file.
        path: PathBuf,
    },
    /// Certificate and key do not belong together, or are of a kind that is not supported.
    #[error("the certificate {certificate} cannot be used with the key {key}: {source}")]
    Unusable {
        /// The certificate's file.
        certificate: PathBuf,
        /// The key's file.
        key: PathBuf,
        /// What the library said.
        source: rustls::Error,
    },
}

/// Reads the certificate and its key, and checks that they belong together.
///
/// # Errors
/// Any reason not to use them; what is in use stays as it is.
pub(crate) fn load(config: &TlsConfig) -> Result<ServerConfig, TlsError> {
    let certificates = read_certificates(&config.certificate)?;
    let key = read_key(&config.key)?;
    let mut server =
        ServerConfig::builder().with_no_client_auth().with_single_cert(certificates, key).map_err(|source| {
            TlsError::Unusable { certificate: config.certificate.clone(), key: config.key.clone(), source }
        })?;
    server.alpn_protocols = PROTOCOLS.map(<[u8]>::to_vec).to_vec();
    Ok(server)
}

fn read_certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let text = std::fs::read(path).map_err(|source| TlsError::Unreadable { path: path.to_owned(), source })?;
    let certificates = CertificateDer::pem_slice_iter(&text)
        .collect::<Result<Vec<_>, _>>()
        .map_err(|source| TlsError::Malformed { path: path.to_owned(), source })?;
    if certificates.is_empty() { Err(TlsError::NoCertificate { path: path.to_owned() }) } else { Ok(certificates) }
}

fn read_key(path: &Path) -> Result<PrivateKeyDer<'static>, TlsError> {
    let unreadable = |source| TlsError::Unreadable { path: path.to_owned(), source };
    // The file that is read is the one whose mode was looked at.
    let mut file = File::open(path).map_err(unreadable)?;
    let mode = file.metadata().map_err(unreadable)?.permissions().mode() & 0o777;
    if mode & OTHERS != 0 {
        return Err(TlsError::Exposed { path: path.to_owned(), mode });
    }
    let mut text = Vec::new();
    file.read_to_end(&mut text).map_err(unreadable)?;
    PrivateKeyDer::from_pem_slice(&text).map_err(|source| TlsError::Malformed { path: path.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use std::fs::{self, Permissions};

    use super::*;

    /// Files of a certificate for this machine, and where they are.
    fn files() -> (tempfile::TempDir, TlsConfig) {
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("a certificate can be made");
        let config =
            TlsConfig { certificate: directory.path().join("cert.pem"), key: directory.path().join("key.pem") };
        fs::write(&config.certificate, made.cert.pem()).expect("the file can be written");
        fs::write(&config.key, made.signing_key.serialize_pem()).expect("the file can be written");
        fs::set_permissions(&config.key, Permissions::from_mode(0o640)).expect("the file is ours");
        (directory, config)
    }

    #[test]
    fn a_certificate_with_its_key_can_be_used() {
        let (_directory, config) = files();
        assert_eq!(load(&config).expect("both are good").alpn_protocols, PROTOCOLS);
    }

    #[test]
    fn what_cannot_be_used_is_refused_by_name() {
        let (_directory, config) = files();
        let (_other, stranger) = files();
        let path = |path: &Path| path.to_owned();
        let cases = [
            (TlsConfig { certificate: path(Path::new("/nowhere")), ..config.clone() }, "cannot read /nowhere"),
            (TlsConfig { key: path(Path::new("/nowhere")), ..config.clone() }, "cannot read /nowhere"),
            (TlsConfig { certificate: path(&config.key), ..config.clone() }, "has no certificate"),
            (TlsConfig { key: path(&stranger.key), ..config.clone() }, "cannot be used with the key"),
        ];
        for (config, expected) in cases {
            let error = load(&config).expect_err(expected).to_string();
            assert!(error.contains(expected), "{error}");
        }
        fs::write(&config.key, "no PEM at all").expect("the file can be written");
        assert!(matches!(load(&config), Err(TlsError::Malformed { .. })));
    }

    #[test]
    fn a_key_that_everybody_can_read_is_refused() {
        let (_directory, config) = files();
        for (mode, is_private) in [(0o600, true), (0o400, true), (0o640, true), (0o644, false), (0o602, false)] {
            fs::set_permissions(&config.key, Permissions::from_mode(mode)).expect("the file is ours");
            let loaded = load(&config);
            assert_eq!(loaded.is_ok(), is_private, "{mode:o}");
            assert!(is_private || matches!(loaded, Err(TlsError::Exposed { .. })), "{mode:o}");
        }
    }
}
