//! The `roster` command as a person meets it: the first start, the keys, the log, and what it refuses.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

use crate::support::http::Request;
use crate::support::server::{ADMIN_KEY, READONLY_KEY, RosterProcess};

fn empty_directory() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary directory can be made")
}

fn roster(arguments: &[&str], data_dir: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roster"));
    command.args(arguments).arg("--data-dir").arg(data_dir).output().expect("the binary can be run")
}

fn create_ada(server: &RosterProcess, key: &str) {
    let ada = json!({
        "username": "ada", "email": "ada@example.org", "firstName": "Ada", "lastName": "Lovelace", "displayName": "Ada",
    });
    let created = Request::new("POST", "/api/org/v1/users").bearer(key).json(&ada).send(server.address());
    assert_eq!(created.status, 201, "{}", created.text());
}

fn own_name(server: &RosterProcess, key: &str) -> Value {
    let answer = Request::new("GET", "/api/v1/user").bearer(key).send(server.address());
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()["user_name"].clone()
}

#[test]
fn the_first_start_makes_both_keys_and_keeps_them_private() {
    let directory = empty_directory();
    let server = RosterProcess::start(directory.path());
    assert_eq!(own_name(&server, &server.admin_key()), "admin");
    assert_eq!(own_name(&server, &server.readonly_key()), "readonly");
    for file in ["admin.key", "readonly.key"] {
        let mode = std::fs::metadata(directory.path().join(file)).expect("the file is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
}

#[test]
fn the_admins_key_is_printed_on_the_first_start_only() {
    let directory = empty_directory();
    let first = RosterProcess::start(directory.path());
    let key = first.admin_key();
    let printed = first.stop_and_read_output("TERM");
    assert!(printed.contains(&key), "{printed}");
    let second = RosterProcess::start(directory.path());
    assert_eq!(own_name(&second, &key), "admin", "the key is the same after a restart");
    assert_eq!(second.stop_and_read_output("TERM"), "");
}

#[test]
fn keys_can_come_from_the_environment_and_are_then_written_nowhere() {
    let directory = empty_directory();
    let mut command = RosterProcess::command(directory.path());
    command.env("ROSTER_ADMIN_KEY", ADMIN_KEY).env("ROSTER_READONLY_KEY", READONLY_KEY);
    let server = RosterProcess::spawn(command, directory.path());
    assert_eq!(own_name(&server, ADMIN_KEY), "admin");
    assert_eq!(own_name(&server, READONLY_KEY), "readonly");
    assert!(!directory.path().join("admin.key").exists());
    assert_eq!(server.stop_and_read_output("TERM"), "");
}

#[test]
fn organizations_are_made_listed_renamed_and_removed() {
    let directory = empty_directory();
    let server = RosterProcess::start(directory.path());
    let printed = |arguments: &[&str]| {
        let output = roster(arguments, directory.path());
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("what it prints is text").trim().to_owned()
    };
    let id = printed(&["organization", "create", "analytics"]);
    let key = printed(&["organization", "add-administrator", "analytics", "grace", "--email", "grace@example.org"]);
    crate::support::scanner::note(server.address(), [key.clone()]);
    assert_eq!(own_name(&server, &key), "grace");
    printed(&["organization", "rename", "analytics", "research"]);
    let listed = printed(&["organization", "list"]);
    assert!(listed.contains(&id) && listed.contains("research") && listed.contains("default"), "{listed}");
    printed(&["organization", "remove", &id]);
    assert!(!printed(&["organization", "list", "--json"]).contains("research"));
    let gone = Request::new("GET", "/api/v1/user").bearer(&key).send(server.address());
    assert_eq!(gone.status, 401, "{}", gone.text());

    for (arguments, reason) in [
        (&["organization", "remove", "default"][..], "it is the platform"),
        (&["organization", "remove", "nowhere"][..], "there is no organization nowhere"),
        (&["organization", "create", "Default"][..], "the name is already taken"),
        (&["organization", "add-administrator", "nowhere", "grace"][..], "the organization does not exist"),
    ] {
        let output = roster(arguments, directory.path());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains(reason), "{arguments:?}: {said}");
    }
}

#[test]
fn key_create_mints_a_key_that_works_in_every_dialect() {
    let directory = empty_directory();
    let server = RosterProcess::start(directory.path());
    create_ada(&server, &server.admin_key());
    let output = roster(&["key", "create", "ada", "--description", "laptop"], directory.path());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let key = String::from_utf8(output.stdout).expect("a key is text").trim().to_owned();

    let forms: [(&str, String); 4] = [
        ("Authorization", format!("Bearer {key}")),
        ("Authorization", format!("ApiKey {key}")),
        ("X-AUTH-TOKEN", key.clone()),
        ("X-AUTH-TOKEN", format!("Bearer {key}")),
    ];
    for (header, value) in forms {
        for (target, pointer) in [
            ("/api/v1/user", "/user_name"),
            ("/api/org/v1/me", "/user/username"),
            ("/v1beta1/users/self", "/user/name"),
        ] {
            let answer = Request::new("GET", target).header(header, &value).send(server.address());
            assert_eq!(answer.status, 200, "{target} with {header}: {}", answer.text());
            assert_eq!(answer.json().pointer(pointer), Some(&json!("ada")), "{target}");
        }
    }
}

#[test]
fn key_create_says_what_is_wrong() {
    let directory = empty_directory();
    let nobody_serves = roster(&["key", "create", "ada"], directory.path());
    assert!(!nobody_serves.status.success());
    let server = RosterProcess::start(directory.path());
    let unknown = roster(&["key", "create", "nobody"], directory.path());
    assert!(!unknown.status.success());
    let message = String::from_utf8_lossy(&unknown.stderr).into_owned();
    assert!(message.contains("does not exist"), "{message}");
    drop(server);
}

#[test]
fn whose_output_nobody_reads_any_more_ends_without_a_complaint() {
    let directory = empty_directory();
    let _server = RosterProcess::start(directory.path());
    for command in [&["organization", "list"][..], &["audit", "list"], &["audit", "verify"], &["check"]] {
        let (unread, output) = std::io::pipe().expect("a pipe can be made");
        drop(unread);
        let mut roster = Command::new(env!("CARGO_BIN_EXE_roster"));
        roster.args(command).arg("--data-dir").arg(directory.path()).stdout(output);
        let ended = roster.output().expect("the binary can be run");
        assert_eq!(
            (ended.status.code(), String::from_utf8_lossy(&ended.stderr).as_ref()),
            (Some(141), ""),
            "{command:?}"
        );
    }
}

#[test]
fn an_unknown_setting_in_the_file_stops_the_start() {
    let directory = empty_directory();
    let file = directory.path().join("roster.toml");
    std::fs::write(&file, "liste = '127.0.0.1:0'\n").expect("the file can be written");
    let output =
        RosterProcess::command(directory.path()).arg("--config").arg(&file).output().expect("the binary can be run");
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("liste"));
}

#[test]
fn a_request_is_one_line_of_the_log_and_holds_no_secret() {
    let directory = empty_directory();
    let server = RosterProcess::start(directory.path());
    let key = server.admin_key();
    create_ada(&server, &key);
    let line: Value =
        serde_json::from_str(&server.wait_for_log("\"operation\":\"CreateUser\"")).expect("a line is JSON");
    assert_eq!(line["status"], 201, "{line}");
    assert_eq!(line["principal"], "admin", "{line}");
    assert!(line["latency_us"].is_u64(), "{line}");
    assert!(line["request_id"].is_string(), "{line}");
    assert!(!line.to_string().contains(&key), "{line}");
}
