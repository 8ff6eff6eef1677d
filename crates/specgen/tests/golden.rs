//! Tiny contracts and the Rust that comes of them, in `golden/`: of each only the items that its expected file shows.
//!
//! An expected file names what it shows on its first line, by the beginning of each item without its comments and
//! attributes. `UPDATE_GOLDEN=1` writes the rest anew. That all of it compiles is shown by `compile.rs`.

use std::path::{Path, PathBuf};

fn contracts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("the folder is readable").path());
    let mut contracts: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|extension| extension == "yaml")).collect();
    contracts.sort();
    contracts
}

/// Returns the item without its comments and attributes, to which `shown` is compared.
fn beginning(item: &str) -> &str {
    let mut rest = item;
    while rest.starts_with("//") || rest.starts_with("#[") {
        rest = rest.split_once('\n').map_or("", |(_, after)| after);
    }
    rest
}

#[test]
fn every_contract_gives_its_expected_items() {
    for contract in contracts() {
        let expected = contract.with_extension("rs");
        let found = std::fs::read_to_string(&expected).expect("each contract has an expected file");
        let heading = found.lines().next().expect("an expected file has a heading");
        let shown: Vec<_> = heading.trim_start_matches("//! Shows: ").split("; ").collect();
        let files = specgen::generate(&contract).expect("the contract is good").files;
        let module = files.get(Path::new("toy.rs")).expect("the module is called toy");
        let items = module.split("\n\n").collect::<Vec<_>>();
        let items = top_level(&items);
        let items = items.iter().filter(|item| shown.iter().any(|start| beginning(item).starts_with(start)));
        let items: Vec<_> = items.map(|item| item.trim_end()).collect();
        let rendered = format!("{heading}\n\n{}\n", items.join("\n\n"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&expected, rendered).expect("the folder is writable");
        } else {
            assert_eq!(found, rendered, "{}", expected.display());
            assert!(found.lines().count() < 100, "{} is too long to read", expected.display());
        }
    }
}

/// Joins the parts of items that have blank lines within.
fn top_level(parts: &[&str]) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for part in parts {
        match items.last_mut() {
            Some(item) if part.starts_with(' ') => {
                item.push_str("\n\n");
                item.push_str(part);
            }
            _ => items.push((*part).to_owned()),
        }
    }
    items
}
