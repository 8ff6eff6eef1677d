//! `roster import` as a person meets it: what is wrong is said with the file and the line.

use std::path::PathBuf;

use super::{done, roster, text};
use crate::support::http::Request;
use crate::support::server::{ADMIN_KEY, TestServer};

/// A file in a directory of its own.
struct Input {
    directory: tempfile::TempDir,
    file: PathBuf,
}

impl Input {
    fn new(name: &str, content: impl AsRef<[u8]>) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        let file = directory.path().join(name);
        std::fs::write(&file, content).expect("a file can be written");
        Self { directory, file }
    }

    /// The lines that a command blames, each with the reason.
    fn blamed(&self, stderr: &[u8]) -> Vec<String> {
        let prefix = format!("{}:", self.file.display());
        text(stderr).lines().filter_map(|line| line.strip_prefix(&prefix)).map(str::to_owned).collect()
    }
}

fn usernames(server: &TestServer) -> Vec<String> {
    let answer = Request::new("GET", "/roster/v1/export").bearer(ADMIN_KEY).send(server.address());
    let name =
        |line: &str| serde_json::from_str::<serde_json::Value>(line).ok()?["username"].as_str().map(str::to_owned);
    answer.text().lines().filter_map(name).collect()
}

#[test]
fn every_bad_line_is_named_and_every_good_one_is_made() {
    let long = format!("{{\"username\": \"{}\"}}", "x".repeat(1_000_000));
    let lines: Vec<Vec<u8>> = vec![
        b"\xef\xbb\xbf{\"username\": \"first\"}".to_vec(),
        b"{\"username\": \"second\"}\r".to_vec(),
        b"".to_vec(),
        b"{\"username\": \"first\"}".to_vec(),
        b"{\"username\": ".to_vec(),
        b"[\"third\"]".to_vec(),
        b"{\"username\": \"\xff\xfe\"}".to_vec(),
        long.into_bytes(),
        b"{\"username\": \"n\\u0000ul\"}".to_vec(),
        b"{\"username\": \"half\\ud800\"}".to_vec(),
        b"{\"username\": 7, \"roles\": \"crew\"}".to_vec(),
        b"{\"username\": \"deep\", \"metadata\": {\"a\": "
            .iter()
            .copied()
            .chain(std::iter::repeat_n(b'[', 200))
            .chain(std::iter::repeat_n(b']', 200))
            .chain(*b"}}")
            .collect(),
        b"{\"username\": \"x\"}, {\"username\": \"y\"}".to_vec(),
        b"{\"username\": \"last\"}".to_vec(),
    ];
    let input = Input::new("users.jsonl", lines.join(&b'\n'));
    let server = TestServer::start();
    let output = roster(&server, &["import"], &input.file);
    assert!(!output.status.success(), "the exit status tells");
    let blamed = input.blamed(&output.stderr);
    let expected = [
        "4: username is already taken",
        "5: is not a JSON object: expected value",
        "6: is not a JSON object: invalid type",
        "7: is not UTF-8",
        "8: is longer than 921600 bytes",
        "9: username contains a control character",
        "10: is not a JSON object: ",
        "11: username must be a string; roles must be an array",
        "12: is not a JSON object: recursion limit exceeded",
        "13: is not a JSON object: ",
    ];
    assert_eq!(blamed.len(), expected.len(), "{blamed:#?}");
    for (line, expected) in blamed.iter().zip(expected) {
        assert!(line.starts_with(expected), "{line:?} is not {expected:?}");
    }
    assert_eq!(text(&output.stdout).trim(), "3 made, 10 refused");
    assert_eq!(usernames(&server), ["first", "second", "last"]);
    assert_eq!(std::fs::read_dir(input.directory.path()).expect("it is there").count(), 1, "nothing else is left");
}

#[test]
fn lines_of_csv_are_counted_as_an_editor_counts_them() {
    let content = "username,displayName,groups,passwordHash\n\
        first,\"two\nlines\",,\n\
        second,x,\"[\"\"ghosts\"\"]\",\n\
        third,x\n\
        fourth,x,ghosts,\n\
        fifth,\"a, \"\"b\"\"\",[],\n\
        first,,,\n\
        sixth,,,hunter2\n";
    let input = Input::new("users.csv", content);
    let server = TestServer::start();
    let output = roster(&server, &["import"], &input.file);
    let expected = [
        "4: groups names unknown groups: ghosts",
        "5: has 2 cells where there are 4 columns",
        "6: groups is not JSON: expected value at line 1 column 1",
        "8: username is already taken",
        "9: passwordHash is not a hash that can be checked here",
    ];
    assert_eq!(input.blamed(&output.stderr), expected);
    assert_eq!(usernames(&server), ["first", "fifth"]);
}

#[test]
fn a_column_that_no_user_has_is_refused_before_anything_is_done() {
    let server = TestServer::start();
    for (content, why) in [
        ("username,e-mail\nada,ada@example.org\n", "\"e-mail\" is no column of users"),
        ("username,username\nada,ada\n", "two columns \"username\""),
        ("", "its first line names the columns"),
    ] {
        let input = Input::new("users.csv", content);
        let output = roster(&server, &["import"], &input.file);
        assert!(!output.status.success() && text(&output.stderr).contains(why), "{}", text(&output.stderr));
    }
    assert!(usernames(&server).is_empty());
}

#[test]
fn a_dry_run_says_what_would_be_and_changes_nothing() {
    let input = Input::new("users.jsonl", "{\"username\": \"ada\"}\n{\"username\": \"bob\", \"roles\": [\"ghost\"]}\n");
    let server = TestServer::start();
    let output = roster(&server, &["import", "--dry-run"], &input.file);
    assert!(!output.status.success());
    assert_eq!(input.blamed(&output.stderr), ["2: roles names unknown roles: ghost"]);
    assert_eq!(text(&output.stdout).trim(), "1 can be made, 1 cannot");
    assert!(usernames(&server).is_empty());
    assert_eq!(std::fs::read_dir(input.directory.path()).expect("it is there").count(), 1, "nothing else is left");
}

#[test]
fn an_import_with_too_many_bad_lines_stops_and_goes_on_when_they_are_mended() {
    let bad = "{\"username\": \"bob\", \"roles\": [\"ghost\"]}\n";
    let good: String = (0..4000).map(|number| format!("{{\"username\": \"u{number}\"}}\n")).collect();
    let input = Input::new("users.jsonl", good.clone() + bad + "{\"username\": \"last\"}\n");
    let server = TestServer::start();
    let output = roster(&server, &["import", "--max-refused", "1"], &input.file);
    assert!(text(&output.stderr).contains("mend them"), "{}", text(&output.stderr));
    assert!(input.directory.path().join("users.jsonl.journal").exists());

    // What was imported already must stay as it was.
    std::fs::write(&input.file, good.replace("u17\"", "u17b\"") + "{\"username\": \"last\"}\n")
        .expect("it can be written");
    let output = roster(&server, &["import"], &input.file);
    let said = text(&output.stderr);
    assert!(said.contains("the lines 1 to 4000 were imported already and have changed since"), "{said}");
}

#[test]
fn a_second_import_of_the_same_file_is_another_import() {
    let input = Input::new("users.jsonl", "{\"username\": \"ada\"}\n");
    let server = TestServer::start();
    assert_eq!(done(&roster(&server, &["import"], &input.file)), "1 made, 0 refused");
    let output = roster(&server, &["import"], &input.file);
    assert_eq!(input.blamed(&output.stderr), ["1: username is already taken"]);
}
