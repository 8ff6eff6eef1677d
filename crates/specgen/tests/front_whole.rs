//! A contract that uses everything the front end understands: bundled, parsed, rendered back, lowered.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use specgen::bundle::Bundle;
use specgen::ir::{self, Contract};
use specgen::{Diagnostics, Severity};

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/front")
}

fn read(path: &Path) -> io::Result<String> {
    fs::read_to_string(directory().join(path))
}

fn whole() -> (Bundle, Contract, Diagnostics) {
    specgen::checked(Path::new("./openapi.yaml"), &mut |path| read(path)).expect("the contract is sound")
}

#[test]
fn components_of_other_files_take_the_files_name() {
    let (bundle, ..) = whole();
    let names = |kind: &str| -> Vec<&str> {
        let members = bundle.document["components"][kind].as_object().expect("the kind is there");
        members.keys().map(String::as_str).collect()
    };
    let of_file = ["Name", "User", "Manager", "UserPatch", "InnerPatch"].map(|name| format!("ElasticCloud{name}"));
    assert_eq!(names("schemas")[0], "Problem", "the root's own come first and keep their names");
    assert_eq!(names("schemas")[1..], of_file, "in the order in which they were written");
    assert_eq!(names("parameters"), ["ElasticCloudUser"]);
    let item = &bundle.document["paths"]["/api/v1/users/{user}"];
    assert_eq!(item["parameters"][0]["$ref"], "#/components/parameters/ElasticCloudUser");
    assert_eq!(
        item["get"]["responses"]["404"]["$ref"], "#/components/responses/Failed",
        "a reference back to the root"
    );
    assert_eq!(bundle.files, ["openapi.yaml", "parts/elastic-cloud.yaml"].map(PathBuf::from));
}

#[test]
fn what_only_looks_like_a_reference_is_left_alone() {
    let (bundle, ..) = whole();
    assert_eq!(bundle.document["x-root"], json!({ "$ref": "only data" }));
    let example = bundle.document.pointer("/components/schemas/ElasticCloudUser/properties/example/example");
    assert_eq!(example, Some(&json!({ "$ref": "only data" })));
}

#[test]
fn positions_are_those_of_the_file_where_it_was_written() {
    let (_, contract, mut diagnostics) = whole();
    let operation = contract.endpoints().next().expect("there are operations").operation;
    diagnostics.error(&operation.at.child("x-action"), "test", "here", "");
    let found = diagnostics.into_sorted();
    let here = found.iter().find(|diagnostic| diagnostic.severity == Severity::Error).expect("it was added");
    let text = read(&here.position.file).expect("the file is there");
    let line = text.lines().nth(here.position.line - 1).expect("the line is there");
    assert!(line[here.position.column - 1..].starts_with("x-action"), "{here}");
}

#[test]
fn rendering_what_was_parsed_gives_the_document() {
    let (bundle, ..) = whole();
    assert_eq!(ir::prove_round_trip(&bundle), Ok(()));
}

/// The proof would be worth nothing if it held of a contract that had lost something.
#[test]
fn losing_anything_breaks_the_proof() {
    let (bundle, contract, _) = whole();
    let rendered = ir::render(&contract);
    let mut pointers = Vec::new();
    members(&bundle.document, "", &mut pointers);
    assert!(pointers.len() > 100, "{}", pointers.len());
    for pointer in pointers {
        let (parent, name) = pointer.rsplit_once('/').expect("a member has a parent");
        let mut less = bundle.document.clone();
        let object = less.pointer_mut(parent).and_then(Value::as_object_mut).expect("the parent is an object");
        object.shift_remove(&name.replace("~1", "/"));
        assert!(!ir::same_json(&less, &rendered), "{pointer} is not missed");
    }
}

fn members(value: &Value, at: &str, found: &mut Vec<String>) {
    for (name, member) in value.as_object().into_iter().flatten() {
        let at = format!("{at}/{}", name.replace('/', "~1"));
        members(member, &at, found);
        found.push(at);
    }
}

#[test]
fn generating_twice_gives_the_same_bytes() {
    let generate =
        || specgen::generate_with(Path::new("openapi.yaml"), &mut |path| read(path)).expect("it is generated");
    let (first, second) = (generate(), generate());
    assert_eq!(first.files, second.files);
    assert_eq!(first.client, second.client);
}
