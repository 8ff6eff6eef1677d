//! Runs the wire cases under `tests/cases/<dialect>/<operation>/`, each against a server of its own, and checks that every
//! operation of the contract has every kind of case.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::support::server::{ADMIN_KEY, READONLY_KEY, TestServer};
use crate::support::transcript::{self, Names};

/// The kinds of case that every operation has, unless `EXCEPTIONS.txt` says why it cannot.
const KINDS: [&str; 6] = ["success", "unauthenticated", "forbidden", "invalid", "not_found", "conflict"];

#[test]
fn lakesail() {
    run_all("lakesail");
}

#[test]
fn elastic() {
    run_all("elastic");
}

#[test]
fn frontier() {
    run_all("frontier");
}

#[test]
fn wavefront() {
    run_all("wavefront");
}

#[test]
fn roster() {
    run_all("roster");
}

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// Runs every transcript of a dialect, or those whose path contains `ROSTER_CASE`, and reports all that fail.
fn run_all(dialect: &str) {
    let wanted = std::env::var("ROSTER_CASE").unwrap_or_default();
    let files: Vec<PathBuf> = transcripts_below(&cases().join(dialect))
        .into_iter()
        .filter(|file| file.to_string_lossy().contains(&wanted))
        .collect();
    assert!(!files.is_empty() || !wanted.is_empty(), "no transcripts for {dialect}");
    let failures: Vec<String> = files.iter().filter_map(|file| run_one(file).err()).collect();
    assert!(
        failures.is_empty(),
        "{} of {} transcripts fail:\n\n{}",
        failures.len(),
        files.len(),
        failures.join("\n\n")
    );
}

fn run_one(file: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let server = TestServer::start();
    let mut names = Names::new();
    names.insert("admin_key".into(), ADMIN_KEY.into());
    names.insert("readonly_key".into(), READONLY_KEY.into());
    transcript::run(&text, server.address(), &mut names).map_err(|reason| format!("{}:\n{reason}", file.display()))
}

/// The `.txt` files below a folder, sorted; `EXCEPTIONS.txt` is none.
fn transcripts_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(transcripts_below(&path));
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// `<dialect>/<operation>/<kind>` of every operation of the contract.
fn wanted_cases() -> BTreeSet<String> {
    roster::generated::server::operations()
        .flat_map(|operation| {
            let folder = format!("{}/{}", operation.module, folder_of(operation.id));
            KINDS.iter().map(move |kind| format!("{folder}/{kind}"))
        })
        .collect()
}

/// An operation's folder: its id in snake case, without the service that Frontier's ids begin with.
fn folder_of(operation_id: &str) -> String {
    let name = operation_id.rsplit('_').next().unwrap_or_default();
    let mut folder = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() && !folder.is_empty() {
            folder.push('_');
        }
        folder.push(if character == '-' { '_' } else { character.to_ascii_lowercase() });
    }
    folder
}

#[test]
fn an_operation_has_a_folder() {
    let folders = ["CreateUser", "update-current-user", "FrontierService_GetUser"].map(folder_of);
    assert_eq!(folders, ["create_user", "update_current_user", "get_user"]);
}

#[test]
fn every_operation_has_every_kind_of_case_or_a_reason_why_not() {
    let text = std::fs::read_to_string(cases().join("EXCEPTIONS.txt")).expect("the list of exceptions is there");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let excepted: BTreeSet<String> = lines
        .map(|line| match line.split_once(": ") {
            Some((case, reason)) if !reason.trim().is_empty() => case.to_owned(),
            _ => panic!("an exception without a reason: {line}"),
        })
        .collect();
    let wanted = wanted_cases();
    let there: BTreeSet<String> = transcripts_below(&cases())
        .iter()
        .filter_map(|file| file.strip_prefix(cases()).ok())
        .map(|file| file.with_extension("").to_string_lossy().into_owned())
        .filter(|case| wanted.contains(case))
        .collect();

    let missing: Vec<_> = wanted.iter().filter(|case| !there.contains(*case) && !excepted.contains(*case)).collect();
    assert!(missing.is_empty(), "neither a transcript nor a reason: {missing:#?}");
    let needless: Vec<_> = excepted.iter().filter(|case| there.contains(*case) || !wanted.contains(*case)).collect();
    assert!(needless.is_empty(), "the list of exceptions may only shrink; these are not needed: {needless:#?}");
}
