//! Users in bulk: what is exported is imported again as it was, whatever it was written in; what cannot be made is named by its
//! line; and nothing is lost or made twice when either side is killed.

mod command;
mod guards;
mod hashes;
mod killed;
mod round_trip;

use std::path::Path;
use std::process::{Command, Output};

use crate::support::server::TestServer;

/// Runs `roster import` or `roster export` with the admin's key.
fn roster(server: &TestServer, arguments: &[&str], file: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roster"));
    command.args(arguments).arg(file).args(["--url", &format!("http://{}", server.address())]);
    command.env("ROSTER_KEY", crate::support::server::ADMIN_KEY).output().expect("the binary can be run")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("it is UTF-8")
}

/// What a command printed, after it has done all that it was asked.
fn done(output: &Output) -> String {
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout).trim().to_owned()
}
