//! What whoever runs a server sees of it and can set: its metrics, whether it is ready, its limits, and what becomes of a panic.

mod connections;
mod panics;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use roster::config::{Flags, ThrottleFlags, TrafficFlags};
use serde_json::{Value, json};

use crate::support::http::Request;
use crate::support::server::{ADMIN_KEY, READONLY_KEY, RosterProcess, TestServer};

/// How long a test waits for what must come by itself.
const PATIENCE: Duration = Duration::from_secs(30);
const POLL: Duration = Duration::from_millis(20);

/// Every sample by its name and labels, as they are written.
pub(super) fn metrics(address: SocketAddr) -> BTreeMap<String, f64> {
    let answer = Request::new("GET", "/metrics").bearer(READONLY_KEY).send(address);
    assert_eq!(answer.status, 200, "{}", answer.text());
    samples(answer.text())
}

/// Reads the text format strictly: each sample follows its type, and none comes twice.
fn samples(text: &str) -> BTreeMap<String, f64> {
    let (mut found, mut family) = (BTreeMap::new(), String::new());
    for line in text.lines().filter(|line| !line.starts_with("# HELP ")) {
        if let Some(declared) = line.strip_prefix("# TYPE ") {
            family = declared.split(' ').next().unwrap_or_default().to_owned();
            continue;
        }
        let (name, value) = line.rsplit_once(' ').unwrap_or_else(|| panic!("not a sample: {line}"));
        assert!(!family.is_empty() && name.starts_with(&family), "{line} is not of {family}");
        let value = value.parse().unwrap_or_else(|_| panic!("not a number: {line}"));
        assert!(found.insert(name.to_owned(), value).is_none(), "twice: {line}");
    }
    found
}

/// Waits until something is so.
pub(super) fn await_that(what: &str, mut is_so: impl FnMut() -> bool) {
    let begin = Instant::now();
    while !is_so() {
        assert!(begin.elapsed() < PATIENCE, "not within {PATIENCE:?}: {what}");
        std::thread::sleep(POLL);
    }
}

#[test]
fn what_was_asked_for_is_counted_by_operation_and_status() {
    let server = TestServer::start();
    let address = server.address();
    let get = |key: &str| Request::new("GET", "/api/v1/user").bearer(key).send(address).status;
    assert_eq!([get(ADMIN_KEY), get(ADMIN_KEY), get("wrong-key-0123456789abcdef")], [200, 200, 401]);
    assert_eq!(Request::new("GET", "/api/v1/nowhere").bearer(ADMIN_KEY).send(address).status, 404);
    let invited = json!([{"emailAddress": "ada@example.org"}]);
    let invited = Request::new("POST", "/api/v2/user/invite").bearer(ADMIN_KEY).json(&invited).send(address);
    assert_eq!(invited.status, 200, "{}", invited.text());

    let metrics = metrics(address);
    let value = |name: &str| *metrics.get(name).unwrap_or_else(|| panic!("there is no {name} in {metrics:#?}"));
    let is =
        |name: &str, expected: f64| assert!((value(name) - expected).abs() < f64::EPSILON, "{name}: {}", value(name));
    let requests = |operation: &str, status: u16| {
        format!("roster_requests_total{{dialect=\"elastic\",operation=\"{operation}\",status=\"{status}\"}}")
    };
    is(&requests("get-current-user", 200), 2.0);
    is(&requests("get-current-user", 401), 1.0);
    is("roster_requests_total{dialect=\"none\",operation=\"none\",status=\"404\"}", 1.0);
    is("roster_request_duration_seconds_count{dialect=\"elastic\",operation=\"get-current-user\"}", 3.0);
    // This one.
    is("roster_requests_in_flight", 1.0);
    is(&format!("roster_build_info{{version=\"{}\"}}", env!("CARGO_PKG_VERSION")), 1.0);
    assert!(value("roster_store_commit_duration_seconds_count") >= 1.0);
    assert!(value("roster_store_batch_jobs_sum") >= value("roster_store_batch_jobs_count"));
    assert!(value("roster_store_database_bytes") >= 4096.0 && value("roster_store_log_bytes") > 0.0);
    assert!(value("roster_connections") >= 1.0);
    assert!(value("process_start_time_seconds") > 1.7e9);
    for quiet in [
        "roster_store_reads_waiting",
        "roster_store_writes_waiting",
        "roster_store_writes_fail",
        "roster_store_batches_failed_total",
        "roster_password_hashes_waiting",
        "roster_password_hashes_computing",
        "roster_password_hashes_refused_total",
        "roster_connections_refused_total",
        "roster_connections_silent_total",
        "roster_guesses_throttled_total{limit=\"account\"}",
        "roster_requests_throttled_total{limit=\"credential\"}",
    ] {
        is(quiet, 0.0);
    }
}

#[test]
fn a_wrong_password_is_hashed_and_then_counted_as_a_guess_that_had_to_wait() {
    let throttle =
        ThrottleFlags { address_failures_max: Some(1), failure_wait_s: Some(600), ..ThrottleFlags::default() };
    let server = TestServer::start_with(Flags { throttle, ..Flags::default() });
    let ask = || Request::new("GET", "/api/v1/user").header("authorization", "Basic YWRtaW46d3Jvbmctd3Jvbmc=");
    let statuses: Vec<_> = (0..3).map(|_| ask().send(server.address()).status).collect();
    assert_eq!(statuses, [401, 429, 429]);
    let metrics = metrics(server.address());
    let value = |name: &str| metrics.get(name).copied().unwrap_or(-1.0);
    assert!(value("roster_password_hash_duration_seconds_count") >= 1.0, "{metrics:#?}");
    assert!((value("roster_guesses_throttled_total{limit=\"address_passwords\"}") - 2.0).abs() < f64::EPSILON);
}

#[test]
fn metrics_are_shown_while_there_are_too_many_requests_and_count_them() {
    let throttle = ThrottleFlags { requests_per_second: Some(1), ..ThrottleFlags::default() };
    let server = TestServer::start_with(Flags { throttle, ..Flags::default() });
    let ask = || Request::new("GET", "/api/v1/user").bearer(ADMIN_KEY).send(server.address()).status;
    let refused = (0..10).filter(|_| ask() == 429).count();
    assert!(refused > 0, "a limit of one in a second was not reached");
    for _ in 0..5 {
        let shown = metrics(server.address());
        let counted = shown["roster_requests_throttled_total{limit=\"everybody\"}"];
        assert!((counted - refused as f64).abs() < f64::EPSILON, "{counted}");
    }
}

#[test]
fn a_server_that_is_told_to_stop_says_so_before_it_accepts_nothing_more() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let mut command = RosterProcess::command(directory.path());
    command.args(["--stop-delay-s", "3"]);
    let server = RosterProcess::spawn(command, directory.path());
    let (address, key) = (server.address(), server.admin_key());
    let ready = || Request::new("GET", "/readyz").send(address);
    assert_eq!(ready().status, 200);
    server.send_signal("TERM");
    await_that("it is not ready", || ready().status == 503);
    let answer = ready();
    assert!(answer.header("retry-after").is_some(), "{answer:?}");
    let passed = |check: &Value| (check["name"].clone(), check["passed"].clone());
    let checks: Vec<_> = answer.json()["checks"].as_array().expect("a list").iter().map(passed).collect();
    assert_eq!(checks, [("reads", true), ("writes", true), ("stopping", false)].map(|(a, b)| (json!(a), json!(b))));
    assert_eq!(answer.json()["checks"][2]["reason"], "the server is stopping");
    assert_eq!(Request::new("GET", "/api/v1/user").bearer(&key).send(address).status, 200, "it still serves");
    assert_eq!(server.wait().code(), Some(0));
}

#[test]
fn a_request_that_takes_too_long_is_answered_in_its_dialects_shape() {
    let traffic = TrafficFlags { request_s_max: Some(1), body_read_s_max: Some(3), ..TrafficFlags::default() };
    let server = TestServer::start_with(Flags { traffic, ..Flags::default() });
    // What it waits for is a body that does not come.
    let request = format!(
        "PATCH /api/v1/user HTTP/1.1\r\nhost: roster\r\nauthorization: Bearer {ADMIN_KEY}\r\n\
         content-type: application/json\r\ncontent-length: 100\r\nconnection: close\r\n\r\n{{"
    );
    let begin = Instant::now();
    let answer = connections::exchange(server.address(), request.as_bytes());
    assert!(answer.starts_with("HTTP/1.1 500"), "{answer}");
    assert!(answer.contains("\"errors\""), "{answer}");
    assert!(begin.elapsed() < PATIENCE, "the rest of the body is waited for no longer than a body");
}

#[test]
fn a_body_that_does_not_come_in_the_configured_time_is_given_up() {
    let traffic = TrafficFlags { body_read_s_max: Some(1), ..TrafficFlags::default() };
    let server = TestServer::start_with(Flags { traffic, ..Flags::default() });
    let request = format!(
        "PATCH /api/v1/user HTTP/1.1\r\nhost: roster\r\nauthorization: Bearer {ADMIN_KEY}\r\n\
         content-type: application/json\r\ncontent-length: 100\r\nconnection: close\r\n\r\n{{"
    );
    let begin = Instant::now();
    let answer = connections::exchange(server.address(), request.as_bytes());
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    assert!(begin.elapsed() < Duration::from_secs(15), "{:?}", begin.elapsed());
}
