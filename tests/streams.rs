//! Lists that are sent while they are read: whole, in order, broken off where they fail, and nobody's hostage.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::http::Request;
use crate::support::server::{ADMIN_KEY, RosterProcess, TestServer};

/// More than one portion of a list has.
const MANY: usize = 700;

/// Creates users in one request, through the door that takes many.
fn invite(address: std::net::SocketAddr, key: &str, numbers: std::ops::Range<usize>) {
    let users: Vec<Value> =
        numbers.map(|number| json!({"emailAddress": format!("u{number:04}@example.org")})).collect();
    let answer = Request::new("POST", "/api/v2/user/invite").bearer(key).json(&users.into()).send(address);
    assert_eq!(answer.status, 200, "{}", answer.text());
}

#[test]
fn a_list_longer_than_its_portions_has_everybody_once_in_one_order() {
    let server = TestServer::start();
    invite(server.address(), ADMIN_KEY, 0..MANY);
    let get = |path: &str| Request::new("GET", path).bearer(ADMIN_KEY).send(server.address());
    let members = |list: &Value, member: &str| -> Vec<String> {
        let items = list.as_array().expect("a list is an array");
        let found = items.iter().filter_map(|item| item[member].as_str().map(str::to_owned));
        found.filter(|text| text.ends_with("@example.org")).collect()
    };
    let answer = get("/api/v2/user");
    assert_eq!((answer.header("transfer-encoding"), answer.header("content-length")), (Some("chunked"), None));
    let listed = members(&answer.json(), "identifier");
    let mut sorted = listed.clone();
    sorted.sort();
    assert!(sorted == (0..MANY).map(|number| format!("u{number:04}@example.org")).collect::<Vec<_>>());
    assert!(members(&get("/api/v1/users").json()["users"], "email") == listed);
    assert!(members(&get("/v1beta1/users?page_size=5000").json()["users"], "email") == listed);
    let table = get("/v1beta1/admin/users/export");
    let lines: Vec<_> = table.text().lines().filter(|line| line.contains("@example.org")).collect();
    assert!(lines.len() == MANY && lines.iter().zip(&listed).all(|(line, email)| line.contains(email)));

    let head = Request::new("HEAD", "/api/v2/user").bearer(ADMIN_KEY).send(server.address());
    assert_eq!((head.status, head.header("content-length")), (200, None));
    let refused = Request::new("GET", "/api/v2/user").bearer("wrong").send(server.address());
    assert_eq!(refused.status, 401, "a refusal comes before the list begins");
}

#[test]
fn a_fault_in_the_middle_breaks_the_list_off_and_is_logged() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let server = RosterProcess::start(directory.path());
    let key = server.admin_key();
    invite(server.address(), &key, 0..MANY);
    assert_eq!(server.stop("TERM").code(), Some(0));
    damage_last_user(&directory.path().join("roster.db"));

    let server = RosterProcess::start(directory.path());
    let mut stream = TcpStream::connect(server.address()).expect("the server listens");
    let request = Request::new("GET", "/api/v2/user").bearer(&key);
    stream.write_all(&request.bytes()).expect("the request is sent");
    let mut answer = Vec::new();
    // The connection may be closed or reset: either is no end of a chunked body.
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let rows = answer.matches("@example.org\"").count();
    assert!(0 < rows && rows < MANY && !answer.ends_with("0\r\n\r\n"), "{rows} rows");
    let line = server.wait_for_log("response cut short");
    assert!(line.contains("request_id") && line.contains("\"error\""), "{line}");
    let after = Request::new("GET", "/v1beta1/users/u0000@example.org").bearer(&key).send(server.address());
    assert_eq!(after.status, 200, "the server goes on");
    server.wait_for_log("FrontierService_GetUser");
    assert_eq!(server.stop("TERM").code(), Some(0));
}

/// Gives the newest user a status that there is not.
fn damage_last_user(database: &Path) {
    let connection = rusqlite::Connection::open(database).expect("nobody else uses the database");
    connection.execute_batch("PRAGMA ignore_check_constraints = ON").expect("the connection takes it");
    let statement = "UPDATE users SET status = 'broken' WHERE id = (SELECT max(id) FROM users)";
    assert_eq!(connection.execute(statement, []), Ok(1));
}

#[test]
fn a_list_that_nobody_reads_does_not_keep_the_server_from_stopping() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let mut command = RosterProcess::command(directory.path());
    command.args(["--stop-grace-s", "1"]);
    let server = RosterProcess::spawn(command, directory.path());
    let key = server.admin_key();
    // Together more than the sockets on both sides take.
    let avatar = format!("data:image/png;base64,{}", "A".repeat(240_000));
    for number in 0..100 {
        let body = json!({"email": format!("u{number}@example.org"), "avatar": avatar});
        let answer = Request::new("POST", "/v1beta1/users").bearer(&key).json(&body).send(server.address());
        assert_eq!(answer.status, 200, "{}", answer.text());
    }
    let mut stream = BufReader::new(TcpStream::connect(server.address()).expect("the server listens"));
    let request = Request::new("GET", "/v1beta1/users?page_size=1000").bearer(&key);
    stream.get_mut().write_all(&request.bytes()).expect("the request is sent");
    let mut status = String::new();
    stream.read_line(&mut status).expect("the answer begins");
    assert!(status.starts_with("HTTP/1.1 200"), "{status}");

    server.send_signal("TERM");
    server.wait_for_log("breaking off requests in flight");
    assert_eq!(server.wait().code(), Some(0));
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    assert!(!rest.ends_with(b"0\r\n\r\n"), "it says that it is whole");
}
