//! An import that is killed, on either side and at any moment, goes on with the same command: no row is lost, none is made
//! twice, and none is refused.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use crate::support::http::Request;
use crate::support::server::RosterProcess;

/// Rows of the file.
const ROWS: usize = 3000;
/// Rows that are sent together.
const PORTION: &str = "100";
/// How often the command is killed, and every other time the server before it, while the import runs.
const KILLS: u64 = 3;
/// How long a part of the import may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Lets so many bytes through to the server and then no more, so an import is not at its end before it is killed. What was
/// half sent is never sent whole; answers are let through.
struct Gate {
    address: SocketAddr,
    shut: Receiver<()>,
}

impl Gate {
    fn before(server: SocketAddr, bytes: u64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("it has an address");
        let left = Arc::new(AtomicU64::new(bytes));
        let (tell, shut) = mpsc::channel();
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let Ok(server) = TcpStream::connect(server) else { return };
                let (mut answers, mut to_client) =
                    (server.try_clone().expect("it can be shared"), client.try_clone().expect("it can be shared"));
                // Either may have been killed.
                thread::spawn(move || std::io::copy(&mut answers, &mut to_client).ok());
                let (left, tell) = (Arc::clone(&left), tell.clone());
                thread::spawn(move || pass(client, server, &left, &tell));
            }
        });
        Self { address, shut }
    }

    fn wait_until_shut(&self) {
        self.shut.recv_timeout(PATIENCE).expect("the import gets as far as the gate lets it");
    }
}

fn pass(mut from: TcpStream, mut to: TcpStream, left: &AtomicU64, tell: &Sender<()>) {
    let mut bytes = [0; 512];
    while let Ok(length) = from.read(&mut bytes) {
        let take = |left: u64| left.checked_sub(length as u64);
        if left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).is_err() {
            // Nobody waits any more if another connection told it.
            tell.send(()).ok();
            // Open until the command is killed, as it would go on with another connection.
            while from.read(&mut bytes).is_ok_and(|length| length > 0) {}
            return;
        }
        if length == 0 || to.write_all(&bytes[..length]).is_err() {
            return;
        }
    }
}

fn import(data_dir: &Path, address: SocketAddr, file: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roster"));
    command.arg("import").arg(file).args(["--portion", PORTION, "--url", &format!("http://{address}")]);
    command.arg("--data-dir").arg(data_dir);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary can be run")
}

fn usernames(server: &RosterProcess) -> Vec<String> {
    let answer = Request::new("GET", "/roster/v1/export").bearer(&server.admin_key()).send(server.address());
    let name =
        |line: &str| serde_json::from_str::<serde_json::Value>(line).ok()?["username"].as_str().map(str::to_owned);
    answer.text().lines().filter_map(name).collect()
}

#[test]
fn nothing_is_lost_or_made_twice_when_the_command_or_the_server_is_killed() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let data_dir = directory.path().join("data");
    let file = directory.path().join("users.jsonl");
    let rows =
        (0..ROWS).map(|number| format!("{{\"username\": \"user{number}\", \"email\": \"u{number}@example.org\"}}\n"));
    let rows: String = rows.collect();
    std::fs::write(&file, &rows).expect("a file can be written");

    let mut server = RosterProcess::start(&data_dir);
    for kill in 0..KILLS {
        let gate = Gate::before(server.address(), rows.len() as u64 / (KILLS + 1));
        let mut killed = import(&data_dir, gate.address, &file);
        gate.wait_until_shut();
        if kill % 2 == 1 {
            server.kill();
            server = RosterProcess::start(&data_dir);
        }
        killed.kill().expect("it can be killed");
        killed.wait().expect("it can be waited for");
    }
    assert!((1..ROWS).contains(&usernames(&server).len()), "it was killed before its end");
    let output = import(&data_dir, server.address(), &file).wait_with_output().expect("it can be waited for");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    assert!(said.contains("going on with an import"), "{said}");
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), format!("{ROWS} made, 0 refused"));

    let found = usernames(&server);
    let wanted: BTreeSet<String> = (0..ROWS).map(|number| format!("user{number}")).collect();
    assert_eq!(found.len(), ROWS);
    assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), wanted);
}
