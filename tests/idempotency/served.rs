//! The same over real connections: many at once, and across a restart.

use std::net::SocketAddr;
use std::sync::Barrier;
use std::thread;

use serde_json::json;

use super::{HEADER, seen};
use crate::support::http::{Answer, Request};
use crate::support::server::{ADMIN_KEY, RosterProcess, TestServer};

/// How many clients send the same request at once.
const CLIENTS: usize = 16;

fn make_ada(server: SocketAddr, admin: &str) {
    let body = json!({"user_name": "ada", "security": {"roles": ["ece_deployment_viewer"]}});
    let made = Request::new("POST", "/api/v1/users").bearer(admin).json(&body).send(server);
    assert_eq!(made.status, 200, "{}", made.text());
}

fn make_key(server: SocketAddr, admin: &str) -> Answer {
    let request = Request::new("POST", "/roster/v1/users/ada/keys").bearer(admin).header(HEADER, "laptop");
    request.json(&json!({"description": "laptop"})).send(server)
}

fn keys_of_ada(server: SocketAddr, admin: &str) -> usize {
    let listed = Request::new("GET", "/api/v1/users/ada/auth/keys").bearer(admin).send(server);
    listed.json()["keys"].as_array().expect("a list").len()
}

#[test]
fn of_many_at_once_one_is_done_and_all_are_answered() {
    let server = TestServer::start();
    make_ada(server.address(), ADMIN_KEY);
    let together = Barrier::new(CLIENTS);
    let answers: Vec<Answer> = thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|_| {
                scope.spawn(|| {
                    together.wait();
                    make_key(server.address(), ADMIN_KEY)
                })
            })
            .collect();
        clients.into_iter().map(|client| client.join().expect("it is answered")).collect()
    });
    assert_eq!(answers[0].status, 201, "{}", answers[0].text());
    assert!(answers.iter().all(|answer| seen(answer) == seen(&answers[0])));
    assert_eq!(keys_of_ada(server.address(), ADMIN_KEY), 1);
}

#[test]
fn a_server_that_starts_again_remembers() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let server = RosterProcess::start(directory.path());
    let admin = server.admin_key();
    make_ada(server.address(), &admin);
    let first = make_key(server.address(), &admin);
    assert_eq!(first.status, 201, "{}", first.text());
    server.kill();
    let server = RosterProcess::start(directory.path());
    assert_eq!(seen(&make_key(server.address(), &admin)), seen(&first));
    assert_eq!(keys_of_ada(server.address(), &admin), 1);
}
