//! Many logins at once (SECURITY-TESTS 9): password hashes take memory and time, and however many are asked for, the server
//! holds only a few at once, answers everybody else meanwhile, and refuses what it could not get to.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use roster::limits::{PASSWORD_HASHES_CONCURRENT_MAX, PASSWORD_HASHES_WAITING_DEFAULT};
use serde_json::json;

use crate::support::http::{Answer, Request};
use crate::support::server::RosterProcess;

/// The memory of one hash here, so that one more or less is seen in that of the process.
const HASH_KIB: usize = 64 * 1024;
/// Logins at once: more than can be computed and wait together.
const LOGINS: usize = PASSWORD_HASHES_CONCURRENT_MAX + PASSWORD_HASHES_WAITING_DEFAULT + 30;
/// How long a read may take during the flood, on a machine that is busy with other tests.
const READ_S_MAX: u64 = 10;

fn start() -> (tempfile::TempDir, RosterProcess) {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let mut command = RosterProcess::command(directory.path());
    command.args(["--password-hash-memory-kib", &HASH_KIB.to_string(), "--password-hash-passes", "1"]);
    command.args(["--login-failures-max", "0", "--account-failures-max", "0", "--address-failures-max", "0"]);
    let server = RosterProcess::spawn(command, directory.path());
    (directory, server)
}

/// A line of what Linux says of the process's memory, in kibibytes; nothing on other systems.
fn memory_kib(server: &RosterProcess, name: &str) -> Option<usize> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim_start_matches(':').trim().strip_suffix("kB")?.trim().parse().ok()
}

fn log_in(server: SocketAddr, number: usize) -> Answer {
    // Some exist and some do not, and it is the same.
    let user = if number.is_multiple_of(2) { "admin".to_owned() } else { format!("nobody{number}") };
    let body = json!({"username": user, "password": "wrong"});
    Request::new("POST", "/api/v1/users/auth/_login").json(&body).send(server)
}

/// Reads through every dialect until the flood is over, and answers how long the slowest took.
fn read_meanwhile(server: SocketAddr, key: &str, is_over: &AtomicBool) -> (usize, Duration) {
    let (mut count, mut slowest) = (0, Duration::ZERO);
    let targets = ["/api/org/v1/me", "/api/v1/users", "/v1beta1/users", "/api/v2/role", "/readyz"];
    for target in targets.iter().cycle() {
        let begun = Instant::now();
        let answer = Request::new("GET", target).bearer(key).send(server);
        assert_eq!(answer.status, 200, "{target}: {}", answer.text());
        (count, slowest) = (count + 1, slowest.max(begun.elapsed()));
        if is_over.load(Ordering::Relaxed) {
            break;
        }
    }
    (count, slowest)
}

#[test]
fn a_flood_of_logins_takes_the_memory_of_a_few_and_hinders_nobody() {
    let (_directory, server) = start();
    let idle_kib = memory_kib(&server, "VmRSS");
    let is_over = AtomicBool::new(false);
    let (address, key) = (server.address(), server.admin_key());
    let (answers, (reads, slowest)) = std::thread::scope(|scope| {
        let reader = scope.spawn(|| read_meanwhile(address, &key, &is_over));
        let logins: Vec<_> = (0..LOGINS).map(|number| scope.spawn(move || log_in(address, number))).collect();
        let answers: Vec<Answer> = logins.into_iter().map(|login| login.join().expect("it is answered")).collect();
        is_over.store(true, Ordering::Relaxed);
        (answers, reader.join().expect("reads are answered"))
    });

    for answer in &answers {
        let waits = answer.header("retry-after").is_some();
        assert!(answer.status == 401 || answer.status == 503 && waits, "{}: {}", answer.status, answer.text());
    }
    let refused = answers.iter().filter(|answer| answer.status == 503).count();
    assert!(
        refused <= LOGINS - PASSWORD_HASHES_CONCURRENT_MAX - PASSWORD_HASHES_WAITING_DEFAULT,
        "{refused} are refused"
    );
    assert!(reads > 1 && slowest < Duration::from_secs(READ_S_MAX), "{reads} reads, the slowest in {slowest:?}");
    if let Some((idle, peak)) = idle_kib.zip(memory_kib(&server, "VmHWM")) {
        // One more than may be computed at once: for the connections, and for what the allocator keeps.
        let most = idle + (PASSWORD_HASHES_CONCURRENT_MAX + 1) * HASH_KIB;
        assert!(peak <= most, "{peak} KiB at the most, {idle} KiB before, {HASH_KIB} KiB for a hash");
    }
    assert_eq!(log_in(address, 0).status, 401, "afterwards everything is as before");
}
