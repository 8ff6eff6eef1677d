//! Keeps generated code what the contract says: writes it where bytes differ, and under `CI` only says where they do.
//! Knows nothing about the contract; `specgen` has the findings, each with file, line and column.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use std::{env, fs, io};

use specgen::Client;

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
    let kept = recall();
    match specgen::generate_again(Path::new(SPEC), kept.as_ref()) {
        Ok(generated) => {
            if kept.as_ref() != Some(&generated.client) {
                remember(&generated.client);
            }
            generated.warnings.iter().for_each(|finding| say("warning", finding));
            let changed = generated.read.iter().filter_map(|path| fs::metadata(path).ok()?.modified().ok()).max();
            let server = generated.files.into_iter().map(|(file, text)| (Path::new(SERVER).join(file), text));
            let wanted = server.chain([(PathBuf::from(CLIENT), generated.client.text)]).collect();
            if let Err(error) = bring_up_to_date(&wanted, changed) {
                say("error", &format!("{SERVER}: {error}"));
            }
        }
        Err(findings) => findings.iter().for_each(|finding| say("error", finding)),
    }
}

/// The client that this program made last, with what of the contract it was made from: most edits do not concern it.
fn recall() -> Option<Client> {
    let [view, text] = memory()?;
    let (maker, view) = fs::read_to_string(view).ok()?.split_once('\n').map(|(a, b)| (a.to_owned(), b.to_owned()))?;
    (maker == identity()?).then_some(Client { view, text: fs::read_to_string(text).ok()? })
}

/// Keeps a client for the next time. Where that fails, the next time takes longer.
fn remember(client: &Client) {
    let (Some([view, text]), Some(maker)) = (memory(), identity()) else { return };
    let _ = fs::remove_file(&view);
    if fs::write(text, &client.text).is_ok() {
        let _ = fs::write(view, format!("{maker}\n{}", client.view));
    }
}

fn memory() -> Option<[PathBuf; 2]> {
    let directory = PathBuf::from(env::var_os("OUT_DIR")?);
    Some(["client.view", "client.rs"].map(|name| directory.join(name)))
}

/// Tells this program from what another version of the generator was built as.
fn identity() -> Option<String> {
    let program = fs::metadata(env::current_exe().ok()?).ok()?;
    Some(format!("{:?} {}", program.modified().ok()?, program.len()))
}

/// `changed` is when the contract was.
fn bring_up_to_date(wanted: &BTreeMap<PathBuf, String>, changed: Option<SystemTime>) -> io::Result<()> {
    let is_checking = env::var_os("CI").is_some();
    for (path, text) in wanted {
        if fs::read(path).is_ok_and(|found| found == text.as_bytes()) {
            continue;
        }
        if is_checking {
            say("error", &format!("{}:1:1: not what {SPEC} says; build without CI and commit it", path.display()));
        } else if let Err(error) = write(path, text, changed.filter(|_| path.starts_with(SERVER))) {
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

/// Writes a file as old as the contract. Newer than this run, it would make the next build generate and compile again. The
/// client has the time of the writing, since cargo may compile it without this script.
fn write(path: &Path, text: &str, modified: Option<SystemTime>) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(text.as_bytes())?;
    modified.map_or(Ok(()), |modified| file.set_modified(modified))
}

/// Hands cargo a message; each of its lines needs the prefix.
fn say(severity: &str, message: &impl ToString) {
    for line in message.to_string().lines() {
        println!("cargo::{severity}={line}");
    }
}
