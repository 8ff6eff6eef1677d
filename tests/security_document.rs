//! `docs/SECURITY.md` says what is so: its table of actions is the code's, every test that it names exists, every row of
//! the threat list has one, and every variable of its commands is read somewhere.
//! `UPDATE_GOLDEN=1 cargo test --test roster security_document` writes the table anew.

use std::path::{Path, PathBuf};

use roster::domain::powers::{BUILTIN_ROLES, GIVING_PERMISSIONS, OWN_ACCOUNT, PLATFORM_ONLY};
use roster::domain::{Action, ActionSet};

const DOCUMENT: &str = "docs/SECURITY.md";
/// The table of actions stands between these.
const TABLE: (&str, &str) = ("<!-- actions -->\n", "<!-- end of actions -->");
/// The rows of the threat list, by how each begins.
const THREATS: [&str; 11] =
    ["| 1 |", "| 2 |", "| 3 |", "| 4 |", "| 5 |", "| 6 |", "| 7 |", "| 8 |", "| 9 |", "| 10 |", "| also |"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn document() -> String {
    std::fs::read_to_string(root().join(DOCUMENT)).expect("the document is there")
}

/// The table of actions, as Markdown.
fn table() -> String {
    let mut givers: Vec<(String, ActionSet)> = vec![("everybody".to_owned(), OWN_ACCOUNT)];
    givers.extend(BUILTIN_ROLES.map(|role| (format!("`{}`", role.name), role.actions)));
    givers.extend(GIVING_PERMISSIONS.map(|permission| (format!("`{}`", permission.id), permission.actions)));
    let heads: Vec<&str> = givers.iter().map(|(head, _)| head.as_str()).collect();
    let mut text = format!("| action | | {} |\n|---|---|{}\n", heads.join(" | "), "---|".repeat(givers.len()));
    for action in Action::ALL {
        let has = |(_, given): &(String, ActionSet)| if given.contains(*action) { "yes" } else { "" };
        let cells: Vec<&str> = givers.iter().map(has).collect();
        let mark = if PLATFORM_ONLY.contains(*action) { " *" } else { "" };
        text += &format!("| `{action}`{mark} | {} | {} |\n", action.description(), cells.join(" | "));
    }
    text
}

/// The words of the document between backquotes.
fn spans(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The tests that a text names: `module::name_of_the_test`, as `cargo test` prints them.
fn tests_named_by(text: &str) -> impl Iterator<Item = &str> {
    let is_name =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    spans(text).filter(move |span| span.contains("::") && span.split("::").all(is_name))
}

/// The Rust files of the workspace that are written by hand, relative to its root.
fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = ["src", "tests", "crates"].map(|folder| root().join(folder)).into();
    while let Some(folder) = open.pop() {
        for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path.strip_prefix(root()).expect("it was found below the root").to_owned());
            }
        }
    }
    found
}

/// Whether a file can be the place of a test of this name: each module is a part of its path.
fn is_place_of(path: &Path, name: &str) -> bool {
    let parts: Vec<&str> =
        path.iter().filter_map(|part| part.to_str()).map(|part| part.trim_end_matches(".rs")).collect();
    let (modules, _) = name.rsplit_once("::").expect("a test is in a module");
    modules.split("::").all(|module| module == "tests" || parts.contains(&module))
}

#[test]
fn the_table_of_actions_is_that_of_the_code() {
    let text = document();
    let (before, rest) = text.split_once(TABLE.0).expect("the table begins");
    let (shown, after) = rest.split_once(TABLE.1).expect("the table ends");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let renewed = format!("{before}{}{}{}{after}", TABLE.0, table(), TABLE.1);
        std::fs::write(root().join(DOCUMENT), renewed).expect("the document can be written");
        return;
    }
    assert!(shown == table(), "the table is now:\n{}", table());
}

#[test]
fn every_test_that_the_document_names_exists() {
    let files: Vec<(PathBuf, String)> = sources()
        .into_iter()
        .map(|path| (path.clone(), std::fs::read_to_string(root().join(path)).expect("a source is text")))
        .collect();
    let text = document();
    let missing: Vec<&str> = tests_named_by(&text)
        .filter(|name| {
            let declared = format!("fn {}(", name.rsplit("::").next().expect("it has a name"));
            !files.iter().any(|(path, text)| is_place_of(path, name) && text.contains(&declared))
        })
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
    for threat in THREATS {
        let row = text.lines().find(|line| line.starts_with(threat));
        let row = row.unwrap_or_else(|| panic!("there is a row {threat}"));
        assert!(tests_named_by(row).next().is_some(), "no test: {row}");
    }
}

#[test]
fn every_variable_of_the_documents_commands_is_read() {
    let text = document();
    let words = text.split(|c: char| !c.is_ascii_uppercase() && !c.is_ascii_digit() && c != '_');
    for variable in words.filter(|word| word.starts_with("ROSTER_")) {
        let quoted = format!("\"{variable}\"");
        let is_read =
            |path: &PathBuf| std::fs::read_to_string(root().join(path)).is_ok_and(|text| text.contains(&quoted));
        assert!(sources().iter().any(is_read), "{variable}");
    }
}

#[test]
fn tests_are_found_among_the_words_of_a_text() {
    let text = "see `security::who_exists`, `src/lib.rs`, `Action::ALL` and `a::b_2::c`";
    assert_eq!(tests_named_by(text).collect::<Vec<_>>(), ["security::who_exists", "a::b_2::c"]);
    assert!(is_place_of(Path::new("src/auth/cursor.rs"), "auth::cursor::tests::a"));
    assert!(!is_place_of(Path::new("src/auth/token.rs"), "auth::cursor::tests::a"));
}
