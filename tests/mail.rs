//! Outgoing mail as an operator meets it: the real binary, a mail server of the tests' own, and `roster mail list`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use data_encoding::BASE64;
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use serde_json::{Value, json};

use crate::support::http::Request;
use crate::support::server::RosterProcess;

/// A mail as it arrived.
struct Taken {
    /// What its sender logged in with, as the protocol has it.
    login: Option<String>,
    /// Its headers and text.
    text: String,
}

/// A mail server that takes everything, and hands over what it has taken.
fn post() -> (SocketAddr, Receiver<Taken>) {
    post_behind(Ok)
}

/// The same, where each connection is something else before it is used.
fn post_behind<S, W>(mut wrap: W) -> (SocketAddr, Receiver<Taken>)
where
    S: Read + Write,
    W: FnMut(TcpStream) -> std::io::Result<S> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = listener.local_addr().expect("it is bound");
    let (keep, taken) = mpsc::channel();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // A client that goes away is none of its business.
            let _ = wrap(stream).and_then(|stream| serve(stream, &keep));
        }
    });
    (address, taken)
}

fn serve(stream: impl Read + Write, keep: &Sender<Taken>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let mut login = None;
    stream.get_mut().write_all(b"220 post ready\r\n")?;
    loop {
        let line = read_line(&mut stream)?;
        let reply: &[u8] = match line.get(..4).unwrap_or_default() {
            "EHLO" => b"250-post\r\n250 AUTH PLAIN\r\n",
            "AUTH" => {
                login = line.split(' ').nth(2).map(ToOwned::to_owned);
                b"235 welcome\r\n"
            }
            "DATA" => {
                stream.get_mut().write_all(b"354 go on\r\n")?;
                let mut text = String::new();
                loop {
                    match read_line(&mut stream)?.as_str() {
                        "." => break,
                        line => text += &format!("{line}\n"),
                    }
                }
                let _ = keep.send(Taken { login: login.clone(), text });
                b"250 taken\r\n"
            }
            "QUIT" => return stream.get_mut().write_all(b"221 bye\r\n"),
            _ => b"250 ok\r\n",
        };
        stream.get_mut().write_all(reply)?;
    }
}

fn read_line(stream: &mut impl BufRead) -> std::io::Result<String> {
    let mut line = String::new();
    match stream.read_line(&mut line)? {
        0 => Err(std::io::ErrorKind::UnexpectedEof.into()),
        _ => Ok(line.trim_end().to_owned()),
    }
}

fn invite(server: &RosterProcess, address: &str) {
    let invited = json!([{ "emailAddress": address }]);
    let answer = Request::new("POST", "/api/v2/user/invite").bearer(&server.admin_key()).json(&invited);
    let answer = answer.send(server.address());
    assert_eq!(answer.status, 200, "{}", answer.text());
}

/// What `roster mail list` prints.
fn listed(arguments: &[&str], data_dir: &Path) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roster"));
    let output = command.args(["mail", "list"]).args(arguments).arg("--data-dir").arg(data_dir).output();
    let output = output.expect("the binary can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the list is text")
}

#[test]
fn without_a_mail_server_mail_is_kept_and_listed() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let server = RosterProcess::start(directory.path());
    assert_eq!(listed(&["--json"], directory.path()).trim(), "[]");
    for name in ["ada", "bob", "eve"] {
        invite(&server, &format!("{name}@example.org"));
    }
    let table = listed(&[], directory.path());
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.len(), 4, "{table}");
    assert!(lines[0].starts_with("CREATED"), "{table}");
    for (line, name) in lines[1..].iter().zip(["eve", "bob", "ada"]) {
        assert!(line.contains("queued") && line.contains(&format!("{name}@example.org")), "{table}");
    }
    let newest: Value = serde_json::from_str(&listed(&["--json", "--limit", "1"], directory.path())).expect("JSON");
    assert_eq!(newest[0]["recipient"], "eve@example.org");
    assert_eq!(newest.as_array().map(Vec::len), Some(1));
    assert_eq!(listed(&["--status", "sent"], directory.path()).lines().count(), 1, "only the headings");
}

#[test]
fn with_a_mail_server_mail_is_sent_once_also_what_was_written_before() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let server = RosterProcess::start(directory.path());
    invite(&server, "ada@example.org");
    assert!(server.stop("TERM").success());

    let (address, taken) = post();
    let with_post = || {
        let mut command = RosterProcess::command(directory.path());
        command.env("ROSTER_SMTP_ADDRESS", address.to_string()).args(["--smtp-tls", "none"]);
        command.args(["--mail-from", "Roster <roster@example.org>", "--public-url", "https://roster.example.org"]);
        RosterProcess::spawn(command, directory.path())
    };
    let server = with_post();
    let text = taken.recv().expect("the mail arrives").text;
    assert!(text.contains("To: ada@example.org") && text.contains("From: Roster <roster@example.org>"), "{text}");
    invite(&server, "bob@example.org");
    let text = taken.recv().expect("the mail arrives").text;
    assert!(text.contains("To: bob@example.org") && text.contains("https://roster.example.org"), "{text}");
    assert!(server.stop("TERM").success(), "what is being sent is finished");

    let server = with_post();
    invite(&server, "eve@example.org");
    let text = taken.recv().expect("the mail arrives").text;
    assert!(text.contains("To: eve@example.org"), "nobody else is written to again: {text}");
    let waiting: Value =
        serde_json::from_str(&listed(&["--json", "--status", "queued"], directory.path())).expect("JSON");
    let still: Vec<&str> =
        waiting.as_array().into_iter().flatten().filter_map(|mail| mail["recipient"].as_str()).collect();
    assert!(still.is_empty() || still == ["eve@example.org"], "{still:?}");
    drop(server);
}

#[test]
fn over_an_encrypted_connection_the_password_is_sent() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("a certificate can be made");
    let trusted = directory.path().join("trusted.pem");
    std::fs::write(&trusted, made.cert.pem()).expect("the file can be written");
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).expect("a key");
    let config = ServerConfig::builder().with_no_client_auth().with_single_cert(vec![made.cert.der().clone()], key);
    let config = Arc::new(config.expect("they belong together"));
    let (address, taken) = post_behind(move |stream| {
        let encrypted = ServerConnection::new(Arc::clone(&config)).map_err(std::io::Error::other)?;
        Ok(StreamOwned::new(encrypted, stream))
    });

    let data_dir = directory.path().join("data");
    let mut command = RosterProcess::command(&data_dir);
    command.env("SSL_CERT_FILE", &trusted).env("ROSTER_SMTP_PASSWORD", "a secret of the tests");
    command.args(["--smtp-address", &address.to_string(), "--smtp-tls", "implicit", "--smtp-username", "roster"]);
    command.args(["--mail-from", "roster@example.org"]);
    let server = RosterProcess::spawn(command, &data_dir);
    invite(&server, "ada@example.org");
    let taken = taken.recv().expect("the mail arrives");
    assert!(taken.text.contains("To: ada@example.org"), "{}", taken.text);
    let login = BASE64.decode(taken.login.expect("it has logged in").as_bytes()).expect("base 64");
    assert_eq!(login, b"\0roster\0a secret of the tests");
}

#[test]
fn settings_that_do_not_go_together_stop_the_start() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let cases: [(&[&str], &str); 4] = [
        (&["--smtp-address", "localhost:25"], "mail_from must be set"),
        (&["--smtp-address", "localhost"], "not a host and a port"),
        (&["--smtp-address", "localhost:25", "--mail-from", "nobody"], "mail_from is not a mailbox"),
        (&["--public-url", "roster.example.org"], "public_url must be a URL"),
    ];
    for (arguments, expected) in cases {
        let output = RosterProcess::command(directory.path()).args(arguments).output().expect("the binary can be run");
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && message.contains(expected), "{arguments:?}: {message}");
    }
}
