//! Sessions and the settings about them, over restarts of the real binary.

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::support::http::{Answer, Request};
use crate::support::server::RosterProcess;

const PASSWORD: &str = "correct horse battery staple";

/// The real binary with these settings, each a flag and its value.
fn start(data_dir: &Path, settings: &[(&str, &str)]) -> RosterProcess {
    let mut command = RosterProcess::command(data_dir);
    for (flag, value) in settings {
        command.args([flag, value]);
    }
    RosterProcess::spawn(command, data_dir)
}

fn stop(server: RosterProcess) {
    assert!(server.stop("TERM").success());
}

fn send(server: &RosterProcess, request: Request) -> Answer {
    request.send(server.address())
}

/// Logs Ada in, and reads when she did.
fn log_in(server: &RosterProcess) -> (Value, DateTime<Utc>) {
    let body = json!({"username": "ada", "password": PASSWORD});
    let answer = send(server, Request::new("POST", "/api/v1/users/auth/_login").json(&body));
    assert_eq!(answer.status, 200, "{}", answer.text());
    let session = answer.json();
    let user = send(server, Request::new("GET", "/api/v1/user").bearer(text(&session["token"])));
    assert_eq!(user.status, 200, "{}", user.text());
    let at = time(&user.json()["metadata"]["last_login_at"]);
    (session, at)
}

fn text(value: &Value) -> &str {
    value.as_str().expect("it is text")
}

fn time(value: &Value) -> DateTime<Utc> {
    text(value).parse().expect("it is a time")
}

#[test]
fn a_session_outlives_the_server_and_new_settings_hold_for_it() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let server = start(directory.path(), &[("--session-lifetime-s", "1000"), ("--password-hash-memory-kib", "8192")]);
    let ada = json!({"user_name": "ada", "security": {"roles": ["ece_deployment_viewer"], "password": PASSWORD}});
    let created = send(&server, Request::new("POST", "/api/v1/users").bearer(&server.admin_key()).json(&ada));
    assert_eq!(created.status, 200, "{}", created.text());
    let (first, at) = log_in(&server);
    assert_eq!(time(&first["session_expiration_time"]) - at, TimeDelta::seconds(1000));
    stop(server);

    let settings = [
        ("--session-lifetime-s", "2000"),
        ("--session-age-s-max", "3000"),
        ("--password-hash-memory-kib", "7168"),
        ("--password-hash-passes", "3"),
    ];
    let server = start(directory.path(), &settings);
    let token = text(&first["token"]);
    let refreshed = send(&server, Request::new("POST", "/api/v1/users/auth/_refresh").bearer(token));
    assert_eq!(refreshed.status, 200, "{}", refreshed.text());
    let lasts = time(&refreshed.json()["session_expiration_time"]) - at;
    assert!(lasts > TimeDelta::seconds(2000) && lasts <= TimeDelta::seconds(3000), "{lasts}");
    // The first of these finds a hash that costs something else.
    for _ in 0..2 {
        let (session, at) = log_in(&server);
        assert_eq!(time(&session["session_expiration_time"]) - at, TimeDelta::seconds(2000));
    }
    stop(server);
}

#[test]
fn a_setting_that_makes_no_sense_is_refused_at_the_start() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    for (flag, value, says) in [
        ("--password-hash-memory-kib", "64", "password_hash_memory_kib must be from 7168"),
        ("--password-hash-passes", "0", "password_hash_passes must be from 1"),
        ("--session-lifetime-s", "43201", "session_lifetime_s must be from 10 to 43200"),
    ] {
        let output = RosterProcess::command(directory.path()).args([flag, value]).output().expect("it can be run");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains(says), "{flag} {value}: {said}");
    }
}
