//! Connections: how many there may be, and who is left because of what it does not read.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use roster::config::{Flags, TrafficFlags};

use super::{PATIENCE, await_that, metrics};
use crate::support::server::TestServer;

const ASK: &[u8] = b"GET /healthz HTTP/1.1\r\nhost: roster\r\n\r\n";

/// Sends bytes and reads until the server closes.
pub(super) fn exchange(address: SocketAddr, bytes: &[u8]) -> String {
    let mut connection = connect(address);
    connection.write_all(bytes).expect("it can be sent");
    let mut answer = Vec::new();
    // A connection that is closed with unread bytes is reset, after what it was told.
    let _ = connection.read_to_end(&mut answer);
    String::from_utf8(answer).expect("it is text")
}

fn connect(address: SocketAddr) -> TcpStream {
    let connection = TcpStream::connect(address).expect("the server listens");
    connection.set_read_timeout(Some(PATIENCE)).expect("a time out can be set");
    connection
}

/// Whether a connection is served once more.
fn is_served(connection: &mut TcpStream) -> bool {
    let mut answer = [0; 1024];
    connection.write_all(ASK).is_ok() && matches!(connection.read(&mut answer), Ok(length) if length > 0)
}

fn server(traffic: TrafficFlags) -> TestServer {
    TestServer::start_with(Flags { traffic, ..Flags::default() })
}

#[test]
fn beyond_the_limit_the_newest_are_closed_and_the_others_stay_however_idle() {
    let server = server(TrafficFlags { connections_max: Some(20), ..TrafficFlags::default() });
    let mut first: Vec<_> = (0..20).map(|_| connect(server.address())).collect();
    assert!(first.iter_mut().all(is_served));
    // All of them have been seen by now.
    std::thread::sleep(Duration::from_millis(500));
    for mut late in (0..10).map(|_| connect(server.address())).collect::<Vec<_>>() {
        // It never asked for anything.
        let mut rest = Vec::new();
        let ended = late.read_to_end(&mut rest);
        assert!(
            ended.as_ref().is_ok_and(|read| *read == 0) || ended.is_err_and(|e| e.kind() == ErrorKind::ConnectionReset)
        );
    }
    assert!(first.iter_mut().all(is_served), "one that was there before is closed");
    first.truncate(10);
    await_that("there is room again", || {
        let mut late = connect(server.address());
        std::thread::sleep(Duration::from_millis(300));
        is_served(&mut late)
    });
    let refused = metrics(server.address())["roster_connections_refused_total"];
    assert!(refused >= 10.0, "{refused}");
}

#[test]
fn a_connection_without_a_request_is_closed_and_one_with_any_is_not() {
    let server = server(TrafficFlags { first_request_s_max: Some(1), ..TrafficFlags::default() });
    let mut asked = connect(server.address());
    assert!(is_served(&mut asked));
    let mut asked_for_nothing = connect(server.address());
    asked_for_nothing.write_all(b"GET /nothing HTTP/1.1\r\nhost: roster\r\n\r\n").expect("it can be sent");
    // The header is a request, however long its body takes.
    let mut in_body = connect(server.address());
    let head = b"POST /api/v1/users/auth/_login HTTP/1.1\r\nhost: roster\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{";
    in_body.write_all(head).expect("it can be sent");
    for beginning in ["", "GET /hea", "GET /healthz HTTP/1.1\r\nhost:"] {
        let answer = exchange(server.address(), beginning.as_bytes());
        assert_eq!(answer, "", "after {beginning:?}");
    }
    assert!(is_served(&mut asked) && is_served(&mut asked_for_nothing));
    in_body.write_all(b"}").expect("it is still there");
    let mut answer = [0; 12];
    in_body.read_exact(&mut answer).expect("it is answered");
    assert_eq!(&answer, b"HTTP/1.1 400");
    let silent = metrics(server.address())["roster_connections_silent_total"];
    assert!(silent >= 3.0, "{silent}");
}

#[test]
fn who_leaves_an_answer_unread_is_left() {
    let server = server(TrafficFlags { unread_s_max: Some(1), ..TrafficFlags::default() });
    let open = || metrics(server.address())["roster_connections"];
    let mut unread = connect(server.address());
    // More than any buffer between the two holds.
    let many = b"GET /openapi.json HTTP/1.1\r\nhost: roster\r\n\r\n".repeat(100);
    unread.write_all(&many).expect("it can be sent");
    await_that("its connection is closed", || open() < 2.0);
    // Who reads, if slowly, is not left.
    let mut slow = connect(server.address());
    slow.write_all(&many).expect("it can be sent");
    let mut part = vec![0; 1 << 20];
    for _ in 0..6 {
        std::thread::sleep(Duration::from_millis(500));
        slow.read_exact(&mut part).expect("it is still there");
    }
}
