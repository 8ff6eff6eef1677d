//! Backups as an operator meets them: written while others write, checked, restored, scheduled; upgrades, and `roster check`.

mod broken;
mod fixtures;
mod scene;

use std::fs;
use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use rusqlite::Connection;
use serde_json::json;
use tempfile::TempDir;

use crate::support::http::Request;
use crate::support::server::RosterProcess;
use scene::Scene;

fn new_directory() -> TempDir {
    TempDir::new().expect("a temporary directory can be made")
}

fn run(arguments: &[&str], data_dir: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roster"));
    command.args(arguments).arg("--data-dir").arg(data_dir).output().expect("the binary can be run")
}

#[track_caller]
fn succeeds(arguments: &[&str], data_dir: &Path) -> String {
    let output = run(arguments, data_dir);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&[output.stdout, output.stderr].concat()));
    String::from_utf8(output.stdout).expect("it prints text")
}

#[track_caller]
fn fails(arguments: &[&str], data_dir: &Path, why: &str) {
    let output = run(arguments, data_dir);
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.code() == Some(1) && said.contains(why), "{said}");
}

fn text(path: &Path) -> &str {
    path.to_str().expect("the tests' paths are text")
}

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).expect("it is there").flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

fn create(server: SocketAddr, key: &str, name: &str) {
    let body = json!({"user_name": name, "security": {"roles": ["ece_deployment_viewer"]}});
    let answer = Request::new("POST", "/api/v1/users").bearer(key).json(&body).send(server);
    assert_eq!(answer.status, 200, "{}", answer.text());
}

fn status_of(server: &RosterProcess, key: &str, name: &str) -> u16 {
    Request::new("GET", &format!("/api/v1/users/{name}")).bearer(key).send(server.address()).status
}

#[test]
fn a_backup_while_others_write_has_everything_that_was_acknowledged_before() {
    let (directory, backups) = (new_directory(), new_directory());
    let server = RosterProcess::start(directory.path());
    let (address, key) = (server.address(), server.admin_key());
    let is_over = AtomicBool::new(false);
    let acknowledged = Mutex::new(Vec::new());
    let expected: Vec<Vec<String>> = thread::scope(|scope| {
        for writer in 0..4 {
            let (key, acknowledged, is_over) = (&key, &acknowledged, &is_over);
            scope.spawn(move || {
                for number in (0..).take_while(|_| !is_over.load(Ordering::Relaxed)) {
                    let name = format!("w{writer}n{number}");
                    create(address, key, &name);
                    acknowledged.lock().expect("nobody panics").push(name);
                }
            });
        }
        let backup = |number: usize| {
            let before = acknowledged.lock().expect("nobody panics").clone();
            succeeds(&["backup", text(&backups.path().join(format!("{number}.db")))], directory.path());
            before
        };
        let expected = (0..3).map(backup).collect();
        // Beside a server that writes, a check looks at one state.
        succeeds(&["check"], directory.path());
        is_over.store(true, Ordering::Relaxed);
        expected
    });
    assert!(!expected[2].is_empty(), "they wrote meanwhile");
    assert_eq!(names(backups.path()), ["0.db", "1.db", "2.db"], "nothing is left over");
    for (number, expected) in expected.iter().enumerate() {
        let restored = new_directory();
        succeeds(&["restore", text(&backups.path().join(format!("{number}.db")))], restored.path());
        succeeds(&["check"], restored.path());
        let copy = RosterProcess::start(restored.path());
        for name in expected.iter().step_by(7).chain(expected.last()) {
            assert_eq!(status_of(&copy, &key, name), 200, "{name}");
        }
    }
}

#[test]
fn a_backup_is_private_says_what_it_has_and_replaces_nothing_unasked() {
    let (scene, backups) = (Scene::new(), new_directory());
    let file = backups.path().join("roster.backup");
    let said = succeeds(&["backup", text(&file)], scene.path());
    let size = fs::metadata(&file).expect("it is there").len();
    for part in [" 9 users", &format!("{size} bytes"), "audit trail of default ", "audit trail of elsewhere "] {
        assert!(said.contains(part), "{part:?} is not in {said}");
    }
    let whole = succeeds(&["audit", "verify", "--offline"], scene.path());
    let head = whole.lines().next().and_then(|line| line.rsplit(' ').next()).expect("it ends with a head");
    assert!(said.contains(head), "{head} is not in {said}");
    assert_eq!(fs::metadata(&file).expect("it is there").permissions().mode() & 0o777, 0o600);
    fails(&["backup", text(&file)], scene.path(), "is there already");
    fs::write(&file, "something else").expect("it can be written");
    succeeds(&["backup", text(&file), "--force"], scene.path());
    succeeds(&["restore", text(&file)], new_directory().path());
    assert_eq!(names(backups.path()), ["roster.backup"], "one file has all of it");
    fails(&["backup", text(&backups.path().join("other"))], new_directory().path(), "unable to open");
    assert_eq!(names(backups.path()), ["roster.backup"], "nothing is left over");
}

#[test]
fn what_is_damaged_or_tampered_with_is_neither_backed_up_nor_restored() {
    let (scene, backups) = (Scene::new(), new_directory());
    let good = backups.path().join("good.db");
    succeeds(&["backup", text(&good)], scene.path());
    let breakages = [
        ("UPDATE audit SET at = at + 1 WHERE position = 2", "the audit trail of default is not whole"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM groups WHERE name = 'Crew'", "refers to a row of groups"),
        ("PRAGMA ignore_check_constraints = ON; UPDATE users SET status = 'x'", "CHECK constraint failed"),
    ];
    for (sql, why) in breakages {
        let place = new_directory();
        fs::copy(&good, place.path().join("roster.db")).expect("it can be copied");
        let connection = Connection::open(place.path().join("roster.db")).expect("it is there");
        connection.execute_batch(sql).expect("it is the schema");
        drop(connection);
        fails(&["backup", text(&backups.path().join("bad.db"))], place.path(), why);
        let target = new_directory();
        fails(&["restore", text(&place.path().join("roster.db"))], target.path(), why);
        assert_eq!(names(target.path()), ["lock"], "nothing is left over");
    }
    assert_eq!(names(backups.path()), ["good.db"]);
    fs::write(backups.path().join("text"), "no database ".repeat(1000)).expect("it can be written");
    fails(&["restore", text(&backups.path().join("text"))], new_directory().path(), "not a database");
    Connection::open(backups.path().join("empty")).expect("it can be made").execute_batch("VACUUM").expect("empty");
    fails(&["restore", text(&backups.path().join("empty"))], new_directory().path(), "has no schema of Roster");
}

#[test]
fn a_restore_replaces_nothing_unasked_nothing_in_use_and_keeps_what_was_there() {
    let (directory, backups) = (new_directory(), new_directory());
    let file = backups.path().join("backup.db");
    let server = RosterProcess::start(directory.path());
    let key = server.admin_key();
    create(server.address(), &key, "before");
    succeeds(&["backup", text(&file)], directory.path());
    create(server.address(), &key, "after");
    fails(&["restore", text(&file), "--force"], directory.path(), "in use");
    assert_eq!(status_of(&server, &key, "after"), 200);
    // Its log is not in the database yet.
    server.kill();
    fails(&["restore", text(&file)], directory.path(), "is there already");

    let said = succeeds(&["restore", text(&file), "--force"], directory.path());
    let kept = said.trim().rsplit(' ').next().expect("it ends with a path").to_owned();
    let server = RosterProcess::start(directory.path());
    assert_eq!((status_of(&server, &key, "before"), status_of(&server, &key, "after")), (200, 404));
    assert_eq!(server.stop("TERM").code(), Some(0));
    succeeds(&["check"], directory.path());

    let other = new_directory();
    succeeds(&["restore", &kept], other.path());
    let server = RosterProcess::start(other.path());
    assert_eq!((status_of(&server, &key, "before"), status_of(&server, &key, "after")), (200, 200));
}

#[test]
fn a_server_makes_backups_by_its_schedule() {
    let (directory, backups) = (new_directory(), new_directory());
    let mut command = RosterProcess::command(directory.path());
    command.arg("--backup-dir").arg(backups.path().join("new"));
    let server = RosterProcess::spawn(command, directory.path());
    let line = server.wait_for_log("roster-2");
    assert!(line.contains("backup") && line.contains("users"), "{line}");
    assert_eq!(server.stop("TERM").code(), Some(0));
    let made = names(&backups.path().join("new"));
    assert_eq!(made.len(), 1, "{made:?}");
    assert_eq!(fs::metadata(backups.path().join("new")).expect("it is there").permissions().mode() & 0o777, 0o700);
    let restored = new_directory();
    succeeds(&["restore", text(&backups.path().join("new").join(&made[0]))], restored.path());
    let said = succeeds(&["check"], restored.path());
    assert!(said.contains("1 organizations, 2 users"), "{said}");
}

#[test]
fn a_check_says_what_it_finds_and_fails() {
    let scene = Scene::new();
    let said = succeeds(&["check"], scene.path());
    assert!(said.starts_with("all is well: schema ") && said.contains("2 organizations, 9 users"), "{said}");
    let connection = Connection::open(scene.database()).expect("it is there");
    connection.execute_batch("DELETE FROM lookup WHERE name = 'ada'").expect("it is the schema");
    drop(connection);
    fails(&["check"], scene.path(), "is not found by its username\n");
    fails(&["check"], new_directory().path(), "unable to open");
}
