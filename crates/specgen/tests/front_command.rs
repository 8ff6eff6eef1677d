//! The command as a person calls it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn specgen(arguments: &[&str]) -> Output {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut command = Command::new(env!("CARGO_BIN_EXE_specgen"));
    command.current_dir(directory).args(arguments).output().expect("the command runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn check_accepts_a_sound_contract() {
    let output = specgen(&["check", "front/openapi.yaml"]);
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn check_shows_where_a_contract_is_wrong() {
    let output = specgen(&["check", "bad/unknown-type.yaml"]);
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    for part in
        ["error[unknown-type]", "bad/unknown-type.yaml:13:7", "type: strnig", "/components/schemas/A/type", "1 error"]
    {
        assert!(said.contains(part), "{part} is not in:\n{said}");
    }
}

#[test]
fn check_can_be_read_by_programs() {
    let output = specgen(&["check", "--short", "bad/unknown-type.yaml"]);
    assert!(said(&output).starts_with("bad/unknown-type.yaml:13:7: error[unknown-type]: "), "{}", said(&output));
}

#[test]
fn generate_writes_only_what_changes() {
    let directory = tempfile::tempdir().expect("there is a directory");
    let out = directory.path().join("generated");
    let client = directory.path().join("client.rs");
    let (out_text, client_text) = (out.to_string_lossy(), client.to_string_lossy());
    let generate = |flags: &[&str]| {
        specgen(&[&["generate", "front/openapi.yaml", "--out", &*out_text, "--client", &*client_text], flags].concat())
    };

    let absent = generate(&["--check"]);
    assert_eq!(absent.status.code(), Some(1), "nothing is there yet");
    assert!(!out.exists(), "a check writes nothing");

    assert!(generate(&[]).status.success());
    let document = fs::read_to_string(out.join("openapi.json")).expect("it was written");
    assert!(document.starts_with("{\n  \"openapi\": \"3.0.3\""), "in document order: {document}");
    let written = fs::metadata(&client).and_then(|file| file.modified()).expect("it was written");
    assert!(generate(&["--check"]).status.success(), "what was written is current");

    fs::write(out.join("openapi.json"), "{}").expect("it is edited");
    let stale = generate(&["--check"]);
    assert_eq!(stale.status.code(), Some(1));
    assert!(said(&stale).contains("openapi.json") && !said(&stale).contains("client.rs"), "{}", said(&stale));

    assert!(generate(&[]).status.success());
    assert_eq!(fs::read_to_string(out.join("openapi.json")).ok(), Some(document), "the edit is reverted");
    let rewritten = fs::metadata(&client).and_then(|file| file.modified()).expect("it is still there");
    assert_eq!(written, rewritten, "what was current is not written again");
}
