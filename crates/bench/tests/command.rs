//! The harness as a command: the bare server that it becomes, and what it says when the server is missing.

use std::error::Error;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};

const HARNESS: &str = env!("CARGO_BIN_EXE_bench");

#[test]
fn bare_server_answers_a_constant_and_ends_with_its_parent() -> Result<(), Box<dyn Error>> {
    let mut child = Command::new(HARNESS)
        .args(["bare-handler", "--body-bytes", "100"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut address = String::new();
    BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut address)?;

    let mut stream = TcpStream::connect(address.trim())?;
    write!(stream, "GET /constant HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let (head, body) = answer.split_once("\r\n\r\n").ok_or("no empty line")?;
    assert!(head.starts_with("HTTP/1.1 200 ") && head.contains("content-length: 100"), "{head}");
    assert_eq!(body.len(), 100);

    drop(child.stdin.take());
    assert!(child.wait()?.success());
    Ok(())
}

#[test]
fn missing_server_is_said_with_the_command_that_builds_it() -> Result<(), Box<dyn Error>> {
    let output = Command::new(HARNESS).args(["--server", "/nonexistent/roster"]).output()?;
    assert!(!output.status.success());
    let said = String::from_utf8(output.stderr)?;
    assert!(said.contains("cargo build --release -p roster"), "{said}");
    Ok(())
}

#[test]
fn hidden_subcommand_stays_out_of_the_help() -> Result<(), Box<dyn Error>> {
    let output = Command::new(HARNESS).arg("--help").output()?;
    let said = String::from_utf8(output.stdout)?;
    assert!(said.contains("--connections") && !said.contains("bare-handler"), "{said}");
    Ok(())
}
