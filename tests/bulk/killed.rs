//! An import that is killed, on either side and at any moment, goes on with the same command: no row is lost, none is made
//! twice, and none is refused.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::http::Request;
use crate::support::server::RosterProcess;

/// Rows of the file.
const ROWS: usize = 3000;
/// Rows that are sent together.
const PORTION: &str = "100";
/// How often the command is killed, and the server, while the import runs.
const KILLS: u32 = 3;

fn import(data_dir: &Path, file: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roster"));
    command.arg("import").arg(file).args(["--portion", PORTION]).arg("--data-dir").arg(data_dir);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary can be run")
}

fn count(server: &RosterProcess) -> usize {
    usernames(server).len()
}

fn usernames(server: &RosterProcess) -> Vec<String> {
    let answer = Request::new("GET", "/roster/v1/export").bearer(&server.admin_key()).send(server.address());
    let name =
        |line: &str| serde_json::from_str::<serde_json::Value>(line).ok()?["username"].as_str().map(str::to_owned);
    answer.text().lines().filter_map(name).collect()
}

/// Waits until more users are there than before, or the import has ended.
fn wait_for_more(server: &RosterProcess, before: usize, import: &mut Child) {
    let deadline = Instant::now() + Duration::from_secs(60);
    while count(server) <= before && import.try_wait().expect("it can be waited for").is_none() {
        assert!(Instant::now() < deadline, "nothing is imported");
    }
}

#[test]
fn nothing_is_lost_or_made_twice_when_the_command_or_the_server_is_killed() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let data_dir = directory.path().join("data");
    let file = directory.path().join("users.jsonl");
    let rows =
        (0..ROWS).map(|number| format!("{{\"username\": \"user{number}\", \"email\": \"u{number}@example.org\"}}\n"));
    std::fs::write(&file, rows.collect::<String>()).expect("a file can be written");

    let mut server = RosterProcess::start(&data_dir);
    for kill in 0..KILLS {
        let before = count(&server);
        let mut killed = import(&data_dir, &file);
        wait_for_more(&server, before, &mut killed);
        if kill % 2 == 1 {
            server.kill();
            server = RosterProcess::start(&data_dir);
        }
        killed.kill().expect("it can be killed");
        killed.wait().expect("it can be waited for");
    }
    let output = import(&data_dir, &file).wait_with_output().expect("it can be waited for");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    assert!(said.contains("going on with an import"), "{said}");
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), format!("{ROWS} made, 0 refused"));

    let found = usernames(&server);
    let wanted: BTreeSet<String> = (0..ROWS).map(|number| format!("user{number}")).collect();
    assert_eq!(found.len(), ROWS);
    assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), wanted);
}
