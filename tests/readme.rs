//! Runs the session that README.md shows against the real binary, and compares every answer; `…` in it meets anything.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::server::RosterProcess;

/// Printed between the answers of two commands.
const SEPARATOR: &str = "--8<--";
/// What the README calls the things that a test has its own of.
const ADDRESS_SHOWN: &str = "127.0.0.1:7400";
const DATA_DIR_SHOWN: &str = "roster-data";
const BINARY_SHOWN: &str = "target/release/roster";

/// A command and what it is shown to print.
#[derive(Debug, Default, PartialEq, Eq)]
struct Step {
    command: String,
    answer: String,
}

/// The commands of the `console` blocks: lines that begin with `$ ` and those that continue them, then their output.
fn steps(markdown: &str) -> Vec<Step> {
    let mut found: Vec<Step> = Vec::new();
    for block in markdown.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap_or_default();
        for line in block.lines() {
            match (line.strip_prefix("$ "), found.last_mut()) {
                (Some(command), _) => found.push(Step { command: command.to_owned(), answer: String::new() }),
                (None, Some(step)) if is_open(&step.command) => {
                    step.command = format!("{}\n{line}", step.command);
                }
                (None, Some(step)) => step.answer = format!("{}{line}\n", step.answer),
                (None, None) => panic!("a line before the first command: {line}"),
            }
        }
    }
    found
}

/// Whether a command goes on in the next line: after a backslash, or within single quotes.
fn is_open(command: &str) -> bool {
    command.ends_with('\\') || command.matches('\'').count() % 2 == 1
}

/// Compares with `…` standing for anything.
fn meets(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.trim(), text.trim());
    let parts: Vec<&str> = pattern.split('…').collect();
    let [first, middle @ .., last] = parts.as_slice() else { return pattern == text };
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    for part in middle {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}

fn run_in_one_shell(script: &str) -> String {
    let mut shell = Command::new("bash")
        .args(["-euo", "pipefail"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("bash can be run");
    shell.stdin.take().expect("its input is a pipe").write_all(script.as_bytes()).expect("bash reads its input");
    let output = shell.wait_with_output().expect("bash ends");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stdout).expect("every answer is UTF-8")
}

#[test]
fn the_session_of_the_readme_runs_as_shown() {
    let readme =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("README.md is there");
    let steps = steps(&readme);
    assert!(steps.iter().any(|step| step.command.contains("curl")), "the README shows a session");
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let server = RosterProcess::start(directory.path());
    let script: String = steps
        .iter()
        .map(|step| {
            let command = step
                .command
                .replace(ADDRESS_SHOWN, &server.address().to_string())
                .replace(DATA_DIR_SHOWN, &directory.path().to_string_lossy())
                .replace(BINARY_SHOWN, env!("CARGO_BIN_EXE_roster"));
            format!("{command}\necho '{SEPARATOR}'\n")
        })
        .collect();
    let printed = run_in_one_shell(&script);
    let answers: Vec<&str> = printed.split(SEPARATOR).take(steps.len()).collect();
    for (step, answer) in steps.iter().zip(answers) {
        assert!(meets(&step.answer, answer), "$ {}\nshown:\n{}\nprinted:\n{answer}", step.command, step.answer);
    }
}

#[test]
fn the_reader_of_the_readme_reads_commands_and_answers() {
    let found = steps("text\n```console\n$ a \\\n  b 'c\n d'\none\n$ e\n```\n");
    let step = |command: &str, answer: &str| Step { command: command.into(), answer: answer.into() };
    assert_eq!(found, [step("a \\\n  b 'c\n d'", "one\n"), step("e", "")]);
    assert!(meets("{\"id\":\"…\",\"a\":1}", "{\"id\":\"77\",\"a\":1}\n"));
    assert!(!meets("{\"id\":\"…\",\"a\":1}", "{\"id\":\"77\",\"a\":2}"));
    assert!(meets("", ""));
    assert!(!meets("", "something"));
}
