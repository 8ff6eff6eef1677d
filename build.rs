//! Keeps generated code what the contract says: writes it where bytes differ, and under `CI` only says where they do.
//! Knows nothing about the contract; `specgen` has the findings, each with file, line and column.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

const SPEC: &str = "spec/openapi.yaml";
const SERVER: &str = "generated";
const CLIENT: &str = "crates/client/src/generated.rs";
// Embedded by a macro that cargo cannot see through.
const MIGRATIONS: &str = "src/store/sqlite/migrations";

fn main() {
    for watched in ["spec", SERVER, CLIENT, MIGRATIONS] {
        println!("cargo::rerun-if-changed={watched}");
    }
    println!("cargo::rerun-if-env-changed=CI");
    match specgen::generate(Path::new(SPEC)) {
        Ok(generated) => {
            generated.warnings.iter().for_each(|finding| say("warning", finding));
            let server = generated.files.into_iter().map(|(file, text)| (Path::new(SERVER).join(file), text));
            let wanted = server.chain([(PathBuf::from(CLIENT), generated.client)]).collect();
            if let Err(error) = bring_up_to_date(&wanted) {
                say("error", &format!("{SERVER}: {error}"));
            }
        }
        Err(findings) => findings.iter().for_each(|finding| say("error", finding)),
    }
}

fn bring_up_to_date(wanted: &BTreeMap<PathBuf, String>) -> io::Result<()> {
    let is_checking = env::var_os("CI").is_some();
    for (path, text) in wanted {
        if fs::read(path).is_ok_and(|found| found == text.as_bytes()) {
            continue;
        }
        if is_checking {
            say("error", &format!("{}:1:1: not what {SPEC} says; build without CI and commit it", path.display()));
        } else if let Err(error) = fs::write(path, text) {
            say("error", &format!("{}:1:1: not what {SPEC} says, and not writable: {error}", path.display()));
        }
    }
    for entry in fs::read_dir(SERVER)? {
        let path = entry?.path();
        if wanted.contains_key(&path) {
            continue;
        }
        if is_checking {
            say("error", &format!("{}:1:1: nothing in {SPEC} generates this file", path.display()));
        } else {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// Hands cargo a message; each of its lines needs the prefix.
fn say(severity: &str, message: &impl ToString) {
    for line in message.to_string().lines() {
        println!("cargo::{severity}={line}");
    }
}
