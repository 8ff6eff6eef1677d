//! Encryption, by real handshakes with the real binary: who is served, what a reload changes, and who is refused.

use std::fs::{self, Permissions};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use crate::support::http::Request;
use crate::support::server::RosterProcess;

/// How long a client waits for the server before the test fails, in seconds.
const PATIENCE_S: u64 = 30;

type Connection = StreamOwned<ClientConnection, TcpStream>;

/// A data directory beside a certificate and its key.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().expect("a temporary directory can be made"));
        place.renew_certificate();
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Puts another certificate of this machine in place, signed by itself.
    fn renew_certificate(&self) -> CertificateDer<'static> {
        let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("a certificate can be made");
        fs::write(self.path("cert.pem"), made.cert.pem()).expect("the file can be written");
        fs::write(self.path("key.pem"), made.signing_key.serialize_pem()).expect("the file can be written");
        fs::set_permissions(self.path("key.pem"), Permissions::from_mode(0o600)).expect("the file is ours");
        made.cert.der().clone()
    }

    fn certificate(&self) -> CertificateDer<'static> {
        CertificateDer::from_pem_file(self.path("cert.pem")).expect("the file has a certificate")
    }

    fn command(&self) -> Command {
        let mut command = RosterProcess::command(&self.path("data"));
        command.arg("--tls-cert").arg(self.path("cert.pem")).arg("--tls-key").arg(self.path("key.pem"));
        command
    }

    fn serve(&self) -> RosterProcess {
        RosterProcess::spawn(self.command(), &self.path("data"))
    }
}

/// Shakes hands, trusting nothing but this certificate.
fn connect(to: SocketAddr, trusted: &CertificateDer<'static>) -> Connection {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).expect("it can be trusted");
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    let name = ServerName::try_from("127.0.0.1").expect("a name");
    let client = ClientConnection::new(Arc::new(config), name).expect("a client");
    let socket = TcpStream::connect(to).expect("the server listens");
    socket.set_read_timeout(Some(Duration::from_secs(PATIENCE_S))).expect("a timeout");
    StreamOwned::new(client, socket)
}

/// Asks whether the server is there, and keeps the connection.
fn is_served(connection: &mut Connection) -> bool {
    let request = Request::new("HEAD", "/healthz").header("Connection", "keep-alive");
    connection.write_all(&request.bytes()).expect("the request is sent");
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        connection.read_exact(&mut byte).expect("the server answers");
        head.push(byte[0]);
    }
    head.starts_with(b"HTTP/1.1 200")
}

fn roster(data_dir: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roster"));
    command.args(arguments).arg("--data-dir").arg(data_dir).output().expect("the binary can be run")
}

#[test]
fn requests_are_served_encrypted() {
    let place = Place::new();
    let server = place.serve();
    assert!(server.url().starts_with("https://"), "{}", server.url());
    let mut connection = connect(server.address(), &place.certificate());
    let request = Request::new("GET", "/api/v1/user").bearer(&server.admin_key());
    connection.write_all(&request.bytes()).expect("the request is sent");
    let mut answer = String::new();
    connection.read_to_string(&mut answer).expect("the server answers");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("\"user_name\":\"admin\""), "{answer}");
}

#[test]
fn a_reload_changes_the_certificate_of_new_connections_and_keeps_the_old_ones() {
    let place = Place::new();
    let server = place.serve();
    let mut old = connect(server.address(), &place.certificate());
    assert!(is_served(&mut old));

    let renewed = place.renew_certificate();
    server.send_signal("HUP");
    server.wait_for_log("the certificate was read again");
    let mut new = connect(server.address(), &renewed);
    assert!(is_served(&mut new), "who trusts only the new certificate is served");
    assert!(is_served(&mut old), "the connection from before lives on");
}

#[test]
fn a_certificate_that_cannot_be_used_is_logged_and_the_old_one_stays() {
    let place = Place::new();
    let (server, certificate) = (place.serve(), place.certificate());
    let spoilings: [(&dyn Fn(), &str); 3] = [
        (&|| fs::write(place.path("cert.pem"), "no PEM").expect("written"), "has no certificate"),
        (&|| fs::remove_file(place.path("cert.pem")).expect("removed"), "cannot read"),
        (
            &|| {
                place.renew_certificate();
                fs::set_permissions(place.path("key.pem"), Permissions::from_mode(0o644)).expect("the file is ours");
            },
            "others may read",
        ),
    ];
    for (spoil, reason) in spoilings {
        spoil();
        server.send_signal("HUP");
        let line = server.wait_for_log("the certificate stays as it was");
        assert!(line.contains(reason), "{line}");
        assert!(is_served(&mut connect(server.address(), &certificate)), "{reason}");
    }
}

#[test]
fn a_plaintext_client_is_refused_and_a_silent_one_delays_nobody() {
    let place = Place::new();
    let server = place.serve();
    let _silent = TcpStream::connect(server.address()).expect("the server listens");
    let mut plain = TcpStream::connect(server.address()).expect("the server listens");
    plain.set_read_timeout(Some(Duration::from_secs(PATIENCE_S))).expect("a timeout");
    plain.write_all(&Request::new("GET", "/healthz").bytes()).expect("the request is sent");
    let mut answer = Vec::new();
    match plain.read_to_end(&mut answer) {
        Ok(_) => {}
        Err(error) => assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset, "{error}"),
    }
    assert!(!answer.starts_with(b"HTTP/"), "{}", String::from_utf8_lossy(&answer));
    assert!(is_served(&mut connect(server.address(), &place.certificate())));
}

#[test]
fn a_handshake_that_does_not_come_is_not_waited_for_without_end() {
    let place = Place::new();
    let mut command = place.command();
    command.args(["--first-request-s-max", "1"]);
    let server = RosterProcess::spawn(command, &place.path("data"));
    let mut served = connect(server.address(), &place.certificate());
    assert!(is_served(&mut served));
    let mut silent = TcpStream::connect(server.address()).expect("the server listens");
    silent.set_read_timeout(Some(Duration::from_secs(PATIENCE_S))).expect("a timeout");
    match silent.read_to_end(&mut Vec::new()) {
        Ok(_) => {}
        Err(error) => assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset, "{error}"),
    }
    assert!(is_served(&mut served), "the connection that asked in time lives on");
}

#[test]
fn the_commands_reach_an_encrypted_server_that_they_trust() {
    let place = Place::new();
    let server = place.serve();
    let (data, ca) = (place.path("data"), place.path("cert.pem"));
    let ca = ca.to_str().expect("the path is text");
    let trusting = roster(&data, &["mail", "list", "--ca-cert", ca]);
    assert!(trusting.status.success(), "{}", String::from_utf8_lossy(&trusting.stderr));
    assert!(!roster(&data, &["mail", "list"]).status.success(), "the system does not know the certificate");
    let no_certificate = roster(&data, &["mail", "list", "--ca-cert", "/dev/null"]);
    let message = String::from_utf8_lossy(&no_certificate.stderr).into_owned();
    assert!(message.contains("/dev/null has no certificate"), "{message}");
    drop(server);
}

#[test]
fn what_would_not_be_safe_does_not_start() {
    let place = Place::new();
    let refused = |mut command: Command| {
        let output = command.output().expect("the binary can be run");
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let mut everywhere = Command::new(env!("CARGO_BIN_EXE_roster"));
    everywhere.args(["serve", "--listen", "0.0.0.0:0", "--data-dir"]).arg(place.path("data"));
    let everywhere = refused(everywhere);
    assert!(everywhere.contains("--allow-plaintext"), "{everywhere}");

    fs::set_permissions(place.path("key.pem"), Permissions::from_mode(0o604)).expect("the file is ours");
    let exposed = refused(place.command());
    assert!(exposed.contains("others may read"), "{exposed}");
}
