//! The audit trail as an operator meets it: listed and exported while others write, and tampering that is found.

mod tampering;

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::support::http::Request;
use crate::support::server::{ADMIN_KEY, RosterProcess, TestServer};

fn invite(address: SocketAddr, key: &str, name: &str) {
    let body = json!([{"emailAddress": format!("{name}@example.org")}]);
    let answer = Request::new("POST", "/api/v2/user/invite").bearer(key).json(&body).send(address);
    assert_eq!(answer.status, 200, "{}", answer.text());
}

fn get(address: SocketAddr, key: &str, path: &str) -> Value {
    let answer = Request::new("GET", path).bearer(key).send(address);
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer.json()
}

/// The positions on all pages of this size.
fn pages(address: SocketAddr, order: &str, limit: usize) -> Vec<u64> {
    let (mut found, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = get(address, ADMIN_KEY, &format!("/roster/v1/audit?order={order}&limit={limit}{cursor}"));
        let items = page["items"].as_array().expect("a page has items");
        found.extend(items.iter().filter_map(|item| item["position"].as_u64()));
        let Some(next) = page["next"].as_str() else { return found };
        cursor = format!("&cursor={next}");
    }
}

#[test]
fn joined_pages_have_every_record_once_while_others_write() {
    let server = TestServer::start();
    let address = server.address();
    (0..5).for_each(|number| invite(address, ADMIN_KEY, &format!("before{number}")));
    let count = pages(address, "asc", 1000).len();
    let there: Vec<u64> = (1..).take(count).collect();
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut number = 0;
            while !is_over.load(Ordering::Relaxed) {
                invite(address, ADMIN_KEY, &format!("meanwhile{number}"));
                number += 1;
            }
        });
        for limit in [3, 7, count, 1000] {
            let mut backwards = pages(address, "desc", limit);
            assert!(backwards.is_sorted_by(|left, right| left > right), "{backwards:?}");
            backwards.reverse();
            assert!(backwards.starts_with(&there), "{backwards:?}");
            let forwards = pages(address, "asc", limit.max(100));
            assert!(forwards.iter().copied().eq((1..).take(forwards.len())), "{forwards:?}");
            assert!(forwards.len() >= backwards.len());
        }
        is_over.store(true, Ordering::Relaxed);
    });
    for limit in 1..=count {
        assert_eq!(pages(address, "asc", limit).into_iter().collect::<BTreeSet<_>>().first(), Some(&1));
    }
}

fn roster(arguments: &[&str], data_dir: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roster"));
    command.arg("audit").args(arguments).arg("--data-dir").arg(data_dir).output().expect("the binary can be run")
}

#[track_caller]
fn succeeds(arguments: &[&str], data_dir: &Path) -> String {
    let output = roster(arguments, data_dir);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it prints text")
}

#[track_caller]
fn fails(arguments: &[&str], data_dir: &Path, why: &str) {
    let output = roster(arguments, data_dir);
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(!output.status.success() && said.contains(why), "{said}");
}

#[test]
fn the_commands_list_export_and_verify() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let data_dir = directory.path();
    let server = RosterProcess::start(data_dir);
    invite(server.address(), &server.admin_key(), "ada");

    let table = succeeds(&["list", "--target-kind", "user", "--actor", "admin"], data_dir);
    assert!(table.starts_with("POSITION") && table.contains("inviteUsers") && table.lines().count() == 2, "{table}");
    let listed: Value = serde_json::from_str(&succeeds(&["list", "--json", "--limit", "2"], data_dir)).expect("JSON");
    assert_eq!(listed.as_array().map(Vec::len), Some(2));
    fails(&["list", "--action", "fly"], data_dir, "is not an action");
    fails(&["list", "--target-kind", "ghost"], data_dir, "--target-kind");

    let exported = succeeds(&["export"], data_dir);
    let last: Value = serde_json::from_str(exported.lines().last().expect("lines")).expect("a line is JSON");
    let head = format!("{}:{}", last["position"], last["hash"].as_str().expect("a hash is text"));
    let file = data_dir.join("trail.ndjson");
    std::fs::write(&file, &exported).expect("it can be written");
    let file = file.to_str().expect("the tests' paths are text");
    for way in [&["verify"][..], &["verify", "--offline"], &["verify", "--file", file]] {
        assert!(succeeds(way, data_dir).trim_end().ends_with(&format!("head {head}")), "{way:?}");
        succeeds(&[way, &["--head", &head]].concat(), data_dir);
        let other = format!("1:{}", "0".repeat(64));
        fails(&[way, &["--head", &other]].concat(), data_dir, "was written anew");
    }
    let changed = exported.replace("ada@example.org", "eve@example.org");
    std::fs::write(file, changed).expect("it can be written");
    fails(&["verify", "--file", file], data_dir, "is not what was written there");
}

#[test]
fn tampering_with_the_file_is_found_with_and_without_a_server() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let data_dir = directory.path();
    let server = RosterProcess::start(data_dir);
    let key = server.admin_key();
    invite(server.address(), &key, "ada");
    let whole = succeeds(&["verify"], data_dir);
    let head = whole.trim_end().rsplit(' ').next().expect("it ends with the head").to_owned();
    assert_eq!(server.stop("TERM").code(), Some(0));
    succeeds(&["verify", "--offline", "--head", &head], data_dir);

    let tamper = |sql: &str| {
        let database = Connection::open(data_dir.join("roster.db")).expect("it is there");
        assert_eq!(database.execute(sql, []).expect("it is a table"), 1);
    };
    tamper("DELETE FROM audit WHERE position = (SELECT max(position) FROM audit)");
    succeeds(&["verify", "--offline"], data_dir);
    fails(&["verify", "--offline", "--head", &head], data_dir, "and was known up to position");
    tamper("UPDATE audit SET actor = NULL WHERE position = (SELECT max(position) FROM audit)");
    fails(&["verify", "--offline"], data_dir, "is not what was written there");

    // A server that goes on does not cover it up.
    let server = RosterProcess::start(data_dir);
    invite(server.address(), &key, "bob");
    fails(&["verify"], data_dir, "is not what was written there");
    fails(&["verify", "--offline"], data_dir, "is not what was written there");
}
