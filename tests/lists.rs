//! Lists through every door while others write: whoever is there all the time is listed once, however it is read.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use serde_json::{Value, json};

use crate::support::http::{Answer, Request};
use crate::support::server::{ADMIN_KEY, TestServer};

/// Users who stay: more than one portion of a list has.
const KEPT: usize = 650;
/// Users who are there at first, and go.
const PASSING: usize = 350;

/// A way to read all users, and the addresses that it found.
type Reading = (&'static str, fn(SocketAddr) -> Vec<String>);

const READINGS: [Reading; 8] = [
    ("lakesail, pages of 7", |server| lakesail_pages(server, 7)),
    ("lakesail, pages of 100", |server| lakesail_pages(server, 100)),
    ("elastic, all", |server| members(&get(server, "/api/v1/users?include_disabled=true").json()["users"], "email")),
    ("wavefront, all", |server| members(&get(server, "/api/v2/user").json(), "identifier")),
    ("frontier, admin list", |server| {
        members(&get(server, "/v1beta1/admin/users?page_size=100000").json()["users"], "email")
    }),
    ("frontier, by name", |server| frontier_search(server, &json!([{"name": "name", "order": "asc"}]))),
    ("frontier, by state and title", |server| {
        frontier_search(server, &json!([{"name": "state", "order": "desc"}, {"name": "name", "order": "desc"}]))
    }),
    ("frontier, export", |server| {
        let answer = get(server, "/v1beta1/admin/users/export");
        let cells = answer.text().lines().flat_map(|line| line.split(','));
        cells.filter(|cell| cell.ends_with("@example.org")).map(str::to_owned).collect()
    }),
];

fn get(server: SocketAddr, path: &str) -> Answer {
    let answer = Request::new("GET", path).bearer(ADMIN_KEY).send(server);
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer
}

/// The addresses in a list of users.
fn members(list: &Value, member: &str) -> Vec<String> {
    let items = list.as_array().expect("a list is an array");
    let found = items.iter().filter_map(|item| item[member].as_str());
    found.filter(|text| text.ends_with("@example.org")).map(str::to_owned).collect()
}

fn lakesail_pages(server: SocketAddr, limit: usize) -> Vec<String> {
    let mut found = Vec::new();
    let mut path = format!("/api/org/v1/users?limit={limit}");
    loop {
        let page = get(server, &path).json();
        found.extend(members(&page["items"], "email"));
        match page["marker"].as_str() {
            Some(marker) => path = format!("/api/org/v1/users?limit={limit}&marker={marker}"),
            None => return found,
        }
    }
}

fn frontier_search(server: SocketAddr, sort: &Value) -> Vec<String> {
    let body = json!({ "sort": sort });
    let answer = Request::new("POST", "/v1beta1/admin/users/search").bearer(ADMIN_KEY).json(&body).send(server);
    assert_eq!(answer.status, 200, "{}", answer.text());
    members(&answer.json()["users"], "email")
}

/// Creates users in one request, through the door that takes many.
fn invite(server: SocketAddr, prefix: &str, numbers: Range<usize>) {
    let users: Vec<Value> =
        numbers.map(|number| json!({"emailAddress": format!("{prefix}{number:04}@example.org")})).collect();
    let answer = Request::new("POST", "/api/v2/user/invite").bearer(ADMIN_KEY).json(&users.into()).send(server);
    assert_eq!(answer.status, 200, "{}", answer.text());
}

/// Lets users go, come and change, through the doors in turn, once at least and until told to stop; says how often.
fn disturb(server: SocketAddr, stop: &AtomicBool) -> usize {
    let send = |request: Request, expected: u16| {
        let answer = request.bearer(ADMIN_KEY).send(server);
        assert_eq!(answer.status, expected, "{}", answer.text());
    };
    let mut rounds = 0;
    loop {
        if rounds < PASSING {
            let passing = (rounds * 37) % PASSING;
            send(Request::new("DELETE", &format!("/api/v2/user/passing{passing:04}@example.org")), 200);
        }
        let new = json!({"email": format!("new{rounds:04}@example.org")});
        send(Request::new("POST", "/v1beta1/users").json(&new), 200);
        let kept = (rounds * 31) % KEPT;
        let change = json!({"full_name": rounds.to_string()});
        send(Request::new("PATCH", &format!("/api/v1/users/kept{kept:04}_example_org")).json(&change), 200);
        rounds += 1;
        if stop.load(Ordering::Relaxed) {
            return rounds;
        }
    }
}

#[test]
fn whoever_stays_is_listed_once_through_every_door() {
    let server = TestServer::start();
    let address = server.address();
    invite(address, "kept", 0..KEPT / 2);
    invite(address, "passing", 0..PASSING);
    invite(address, "kept", KEPT / 2..KEPT);

    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let disturbance = scope.spawn(|| disturb(address, &stop));
        let lists: Vec<_> = READINGS.iter().map(|(name, read)| (name, read(address))).collect();
        stop.store(true, Ordering::Relaxed);
        assert!(disturbance.join().expect("every change was accepted") > 0);
        for (name, list) in lists {
            let kept = list.iter().filter(|email| email.starts_with("kept")).count();
            assert_eq!(kept, KEPT, "{name}");
            let different: BTreeSet<&String> = list.iter().collect();
            assert_eq!(different.len(), list.len(), "{name}: nobody is listed twice");
        }
    });
}
