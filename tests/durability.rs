//! What was acknowledged is there after the server was killed, and a second server on the same data is refused.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::mpsc;

use serde_json::json;

use crate::support::http::Request;
use crate::support::server::RosterProcess;

/// How often the server is killed and started again on the same data.
const CYCLES: usize = 4;
/// How many clients write at the same time.
const WRITERS: usize = 8;
/// After how many acknowledged writes the server is killed, in each cycle another number.
const ACKNOWLEDGED_BEFORE_KILL: [usize; CYCLES] = [3, 41, 97, 160];

/// Creates users until the server is gone, and tells of each that was acknowledged.
fn create_until_killed(server: SocketAddr, key: &str, prefix: &str, acknowledged: &mpsc::Sender<(String, String)>) {
    for number in 0.. {
        let username = format!("{prefix}-{number}");
        let body = json!({
            "username": username, "email": format!("{username}@example.org"),
            "firstName": "A", "lastName": "B", "displayName": "A B",
        });
        let Ok(answer) = Request::new("POST", "/api/org/v1/users").bearer(key).json(&body).try_send(server) else {
            return;
        };
        assert_eq!(answer.status, 201, "{}", answer.text());
        let id = answer.json()["id"].as_str().expect("an id is text").to_owned();
        if acknowledged.send((id, username)).is_err() {
            return;
        }
    }
}

#[test]
fn no_acknowledged_write_is_lost_when_the_server_is_killed() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let mut kept: Vec<(String, String)> = Vec::new();
    for (cycle, kill_after) in ACKNOWLEDGED_BEFORE_KILL.into_iter().enumerate() {
        let server = RosterProcess::start(directory.path());
        let (address, key) = (server.address(), server.admin_key());
        let (sender, receiver) = mpsc::channel();
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (key, sender, prefix) = (key.clone(), sender.clone(), format!("c{cycle}w{writer}"));
                std::thread::spawn(move || create_until_killed(address, &key, &prefix, &sender))
            })
            .collect();
        drop(sender);
        kept.extend(receiver.iter().take(kill_after));
        server.kill();
        for writer in writers {
            writer.join().expect("a writer only ends because the server is gone");
        }
        // What was acknowledged between the last one counted and the kill.
        kept.extend(receiver.iter());
    }

    let server = RosterProcess::start(directory.path());
    let (address, key) = (server.address(), server.admin_key());
    for (id, username) in &kept {
        let answer = Request::new("GET", &format!("/api/org/v1/users/{id}")).bearer(&key).send(address);
        assert_eq!(answer.status, 200, "{username} was acknowledged and is gone: {}", answer.text());
        assert_eq!(answer.json()["username"], json!(username));
    }
    assert!(kept.len() >= ACKNOWLEDGED_BEFORE_KILL.iter().sum());
}

#[test]
fn a_second_server_on_the_same_data_is_refused_with_a_clear_message() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let first = RosterProcess::start(directory.path());
    let second = RosterProcess::command(directory.path()).output().expect("the binary can be run");
    assert!(!second.status.success());
    let message = String::from_utf8_lossy(&second.stderr);
    assert!(message.contains("in use by another server"), "{message}");
    let answer = Request::new("GET", "/healthz").send(first.address());
    assert_eq!(answer.status, 200, "the first one goes on");
}

#[test]
fn a_request_in_flight_is_finished_before_the_server_ends() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let server = RosterProcess::start(directory.path());
    let (address, key) = (server.address(), server.admin_key());
    let body = json!({"username": "ada", "email": "", "firstName": "", "lastName": "", "displayName": ""}).to_string();

    // The server asks for the body only when the request's handler waits for it.
    let request = Request::new("POST", "/api/org/v1/users").bearer(&key).header("Content-Type", "application/json");
    let head = request.header("Expect", "100-continue").header("Content-Length", &body.len().to_string()).bytes();
    let mut stream = TcpStream::connect(address).expect("the server listens");
    stream.write_all(&head).expect("the head is sent");
    let mut go_on = [0; b"HTTP/1.1 100 Continue\r\n\r\n".len()];
    stream.read_exact(&mut go_on).expect("the server asks for the body");
    server.send_signal("TERM");
    stream.write_all(body.as_bytes()).expect("the body is sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the server answers");
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    assert_eq!(server.wait().code(), Some(0));

    let again = RosterProcess::start(directory.path());
    let kept = Request::new("GET", "/v1beta1/users/ada").bearer(&key).send(again.address());
    assert_eq!(kept.status, 200, "{}", kept.text());
}

#[test]
fn a_signal_ends_the_server_with_status_0() {
    for signal in ["TERM", "INT"] {
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        let server = RosterProcess::start(directory.path());
        assert_eq!(server.stop(signal).code(), Some(0), "after SIG{signal}");
        assert!(!directory.path().join(roster::server::ADDRESS_FILE).exists(), "nobody listens there any more");
    }
}
