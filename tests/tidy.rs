//! Holds the layout that `docs/ARCHITECTURE.md` describes: which room may name which, where clocks, SQL and statuses may stand,
//! and that documents name paths that exist. Each rule is a function over text, with a small test of itself.

use std::path::{Path, PathBuf};

/// A rule's finding: the file and what is wrong.
type Finding = String;

/// What each room must not name, as text in its code lines. The reasons are the rooms' descriptions in the code map.
const FORBIDDEN: &[(&str, &[&str])] = &[
    (
        "src/domain",
        &[
            "serde",
            "dropshot",
            "http::",
            "rusqlite",
            "tokio",
            "async fn",
            "crate::auth",
            "crate::store",
            "crate::directory",
            "crate::dialect",
            "crate::generated",
            "crate::context",
        ],
    ),
    (
        "src/store",
        &[
            "dropshot",
            "specgen_runtime",
            "crate::auth",
            "crate::directory",
            "crate::dialect",
            "crate::generated",
            "crate::context",
        ],
    ),
    (
        "src/auth",
        &[
            "dropshot",
            "specgen_runtime",
            "http::",
            "rusqlite",
            "crate::directory",
            "crate::dialect",
            "crate::generated",
        ],
    ),
    (
        "src/directory",
        &["dropshot", "specgen_runtime", "http::", "rusqlite", "StatusCode", "crate::dialect", "crate::generated"],
    ),
    (
        "src/throttle",
        &[
            "dropshot",
            "specgen_runtime",
            "http::",
            "rusqlite",
            "crate::auth",
            "crate::store",
            "crate::directory",
            "crate::dialect",
            "crate::generated",
        ],
    ),
    ("src/dialect", &["rusqlite", "crate::store"]),
    ("src/mail", &["dropshot", "specgen_runtime", "rusqlite", "Transaction", "crate::dialect", "crate::generated"]),
    (
        "src/backup",
        &["dropshot", "specgen_runtime", "rusqlite", "crate::directory", "crate::dialect", "crate::generated"],
    ),
    (
        "generated",
        &["crate::domain", "crate::auth", "crate::store", "crate::directory", "crate::dialect", "crate::server"],
    ),
    ("src/command", &["roster::", "crate::"]),
];

/// The dialects: none may name another.
const DIALECTS: [&str; 5] = ["elastic", "frontier", "lakesail", "roster", "wavefront"];

/// Calls that read a clock or make randomness; they stand in `src/context.rs` alone.
const CLOCK_AND_CHANCE: [&str; 6] = ["Utc::now", "SystemTime::now", "rand::", "getrandom::", "OsRng", "Uuid::new_v"];

/// Statements that only the store writes.
const SQL: [&str; 5] = ["SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "CREATE TABLE"];

/// Where statuses may stand.
const STATUS_ROOMS: [&str; 3] = ["src/dialect", "generated", "src/server.rs"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Rust files below a folder of the repository, as paths relative to its root.
fn rust_files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let relative = path.strip_prefix(root()).expect("it was found below the root");
                found.push(relative.to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The lines of code that ship: without comments, and without a test module at the end of the file.
fn code_lines(text: &str) -> impl Iterator<Item = &str> {
    let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
    shipped.lines().map(|line| line.split("//").next().unwrap_or_default())
}

fn names_any<'a>(text: &str, words: &[&'a str]) -> Option<&'a str> {
    words.iter().copied().find(|word| code_lines(text).any(|line| line.contains(word)))
}

fn direction(path: &str, text: &str) -> Option<Finding> {
    let (_, forbidden) = FORBIDDEN.iter().find(|(room, _)| path.starts_with(room))?;
    names_any(text, forbidden).map(|word| format!("{path} names {word}"))
}

fn dialect_names_another(path: &str, text: &str) -> Option<Finding> {
    let own = path.strip_prefix("src/dialect/")?.split('/').next()?;
    let others = DIALECTS.iter().filter(|dialect| DIALECTS.contains(&own) && **dialect != own);
    others
        .flat_map(|other| [format!("dialect::{other}"), format!("super::{other}"), format!("generated::{other}")])
        .find(|name| code_lines(text).any(|line| line.contains(name.as_str())))
        .map(|name| format!("{path} names {name}"))
}

fn opens_with_a_description(path: &str, text: &str) -> Option<Finding> {
    (!text.starts_with("//!")).then(|| format!("{path} does not open with //!"))
}

fn clock_or_chance(path: &str, text: &str) -> Option<Finding> {
    if path == "src/context.rs" {
        return None;
    }
    names_any(text, &CLOCK_AND_CHANCE).map(|call| format!("{path} calls {call}"))
}

fn sql_outside_the_store(path: &str, text: &str) -> Option<Finding> {
    if path.starts_with("src/store") {
        return None;
    }
    names_any(text, &SQL).map(|statement| format!("{path} has SQL: {statement}"))
}

fn status_outside_the_doors(path: &str, text: &str) -> Option<Finding> {
    if STATUS_ROOMS.iter().any(|room| path.starts_with(room)) {
        return None;
    }
    names_any(text, &["StatusCode"]).map(|word| format!("{path} names {word}"))
}

/// Types of secrets, which hide themselves when they are printed, and which must not be compared byte by byte up to the first
/// that differs: their `PartialEq` is written by hand, or there is none.
fn secret_that_is_compared_by_derive(path: &str, text: &str) -> Option<Finding> {
    let hides = |name: &str| {
        let shown = text.split(&format!("impl fmt::Debug for {name} {{")).nth(1).unwrap_or_default();
        let shown = shown.split("\n}\n").next().unwrap_or_default();
        shown.contains("***") || shown.contains("finish_non_exhaustive")
    };
    let declarations = text.split("#[derive(").skip(1).filter_map(|rest| rest.split_once(")]"));
    let compared = declarations.filter(|(derived, _)| derived.contains("PartialEq")).filter_map(|(_, declared)| {
        let line = declared.lines().find(|line| line.contains("struct ") || line.contains("enum "))?;
        line.split(["struct ", "enum "].iter().find(|kind| line.contains(**kind))?).nth(1)
    });
    let mut names = compared.filter_map(|name| name.split(|c: char| !c.is_alphanumeric()).next());
    names.find(|name| hides(name)).map(|name| format!("{path} derives PartialEq for {name}"))
}

/// Comparisons of a secret, or of what is kept of one, with `==` or `!=`.
fn secret_that_is_compared_plainly(path: &str, text: &str) -> Option<Finding> {
    let mut lines = code_lines(text).filter(|line| line.contains(" == ") || line.contains(" != "));
    let line = lines.find(|line| ["secret_hash", ".reveal()", ".hash() "].iter().any(|word| line.contains(word)))?;
    Some(format!("{path} compares a secret: {}", line.trim()))
}

/// The paths that a document names between backquotes: words with a slash or a known ending, without spaces or placeholders.
fn paths_named_by(text: &str) -> impl Iterator<Item = &str> {
    let spans = text.split('`').skip(1).step_by(2);
    spans.filter(|span| {
        let plain = span.chars().all(|char| char.is_ascii_alphanumeric() || "/._-".contains(char));
        let first = span.split('/').next().unwrap_or_default();
        plain && !span.starts_with(['/', '.']) && root().join(first).exists() && !first.is_empty()
            || plain
                && [".rs", ".yaml", ".toml", ".md"].iter().any(|ending| span.ends_with(ending))
                && span.contains('/')
    })
}

fn check_all(folders: &[&str], rule: fn(&str, &str) -> Option<Finding>) {
    let files: Vec<String> = folders.iter().flat_map(|folder| rust_files(folder)).collect();
    assert!(!files.is_empty(), "no files below {folders:?}");
    let findings: Vec<Finding> = files.iter().filter_map(|path| rule(path, &read(path))).collect();
    assert!(findings.is_empty(), "{findings:#?}");
}

#[test]
fn imports_keep_their_direction() {
    check_all(&["src", "generated"], direction);
}

#[test]
fn no_dialect_knows_another() {
    check_all(&["src/dialect"], dialect_names_another);
}

#[test]
fn every_file_opens_with_a_description() {
    check_all(&["src", "generated", "tests", "crates"], opens_with_a_description);
}

#[test]
fn clocks_and_chance_stand_in_the_context() {
    check_all(&["src"], clock_or_chance);
}

#[test]
fn sql_stands_in_the_store() {
    check_all(&["src"], sql_outside_the_store);
}

#[test]
fn statuses_stand_at_the_doors() {
    check_all(&["src"], status_outside_the_doors);
}

/// Secrets are compared in constant time, by `subtle` or by the verification of a MAC or a password hash.
#[test]
fn secrets_are_compared_in_constant_time() {
    // What is presented gets no further than these.
    check_all(&["src/dialect", "src/auth", "src/directory"], secret_that_is_compared_by_derive);
    check_all(&["src"], secret_that_is_compared_plainly);
    let token = read("src/auth/token.rs");
    assert!(token.contains("hash.ct_eq(&credential.secret_hash)"), "a presented key is compared there");
}

#[test]
fn documents_name_paths_that_exist() {
    let documents = [
        "README.md",
        "docs/ARCHITECTURE.md",
        "docs/SECURITY.md",
        "docs/STYLE.md",
        "docs/WIRE-NOTES.md",
        "docs/GLOSSARY.md",
        "docs/RELIABILITY.md",
    ];
    let missing: Vec<String> = documents
        .iter()
        .flat_map(|document| {
            let text = read(document);
            let named: Vec<PathBuf> = paths_named_by(&text).map(PathBuf::from).collect();
            named
                .into_iter()
                .filter(|path| !root().join(path).exists())
                .map(move |path| format!("{document} names {}", path.display()))
        })
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn the_rules_find_what_they_are_for() {
    assert!(direction("src/domain/user.rs", "use serde::Serialize;").is_some());
    assert!(direction("src/domain/user.rs", "// serde is not for us\n#[cfg(test)]\nuse serde::Serialize;").is_none());
    assert!(direction("src/store/mod.rs", "use crate::auth::policy;").is_some());
    assert!(dialect_names_another("src/dialect/elastic/mod.rs", "use crate::dialect::frontier::slug;").is_some());
    assert!(dialect_names_another("src/dialect/elastic/mod.rs", "use crate::dialect::elastic::error;").is_none());
    assert!(opens_with_a_description("src/lib.rs", "use std::io;").is_some());
    assert!(clock_or_chance("src/directory/users.rs", "let now = Utc::now();").is_some());
    assert!(clock_or_chance("src/context.rs", "let now = Utc::now();").is_none());
    assert!(sql_outside_the_store("src/auth/token.rs", "\"SELECT * FROM users\"").is_some());
    assert!(status_outside_the_doors("src/directory/users.rs", "StatusCode::NOT_FOUND").is_some());
    let secret = "pub struct Key(String);\nimpl fmt::Debug for Key {\n    f.write_str(\"***\")\n}\n";
    let derived = format!("/// A key.\n#[derive(Clone, PartialEq, Eq)]\n{secret}");
    assert!(secret_that_is_compared_by_derive("src/auth/token.rs", &derived).is_some());
    assert!(secret_that_is_compared_by_derive("src/auth/token.rs", &format!("#[derive(Clone)]\n{secret}")).is_none());
    assert!(secret_that_is_compared_by_derive("src/auth/token.rs", "#[derive(PartialEq)]\nstruct Key;").is_none());
    assert!(secret_that_is_compared_plainly("src/a.rs", "if key.secret_hash == other {").is_some());
    assert!(secret_that_is_compared_plainly("src/a.rs", "let secret_hash = key.hash();").is_none());
    let named: Vec<&str> = paths_named_by("see `src/lib.rs`, `docs/NO.md` and `/api/v1/user` or `a b/c.rs`").collect();
    assert_eq!(named, ["src/lib.rs", "docs/NO.md"]);
}
