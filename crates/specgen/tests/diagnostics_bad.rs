//! Contracts with one thing wrong each, and what the generator says about them.
//!
//! `tests/bad/<rule>.yaml` is the contract (`parts/` has what some refer to), `<rule>.txt` everything found in it. With `UPDATE_GOLDEN` set the texts are
//! written instead of compared.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use specgen::Diagnostic;

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad")
}

fn cases() -> Vec<String> {
    let entries = fs::read_dir(directory()).expect("the cases are there");
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut rules: Vec<_> = names.filter_map(|name| Some(name.strip_suffix(".yaml")?.to_owned())).collect();
    rules.sort();
    rules
}

fn found(rule: &str) -> Vec<Diagnostic> {
    let mut read = |path: &Path| -> io::Result<String> { fs::read_to_string(directory().join(path)) };
    match specgen::generate_with(Path::new(&format!("{rule}.yaml")), &mut read) {
        Ok(generated) => generated.warnings,
        Err(found) => found,
    }
}

#[test]
fn every_rule_is_found_where_it_is_broken() {
    let mut differing = Vec::new();
    for rule in cases() {
        let found = found(&rule);
        assert!(found.iter().any(|diagnostic| diagnostic.rule == rule), "{rule} is not found: {found:#?}");
        let text: String = found.iter().map(|diagnostic| format!("{diagnostic}\n")).collect();
        let golden = directory().join(format!("{rule}.txt"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &text).expect("the golden text is written");
        }
        if fs::read_to_string(&golden).unwrap_or_default() != text {
            differing.push(format!("--- {rule}\n{text}"));
        }
    }
    assert!(differing.is_empty(), "found something else than the golden texts say:\n{}", differing.join("\n"));
}

/// Every rule of the sources has a case: the list of those without one may only shrink.
#[test]
fn every_rule_has_a_case() {
    // A case of a few lines cannot nest a hundred levels; `front_fuzz` does.
    const WITHOUT: [&str; 1] = ["too-deep"];
    let mut sources = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    let cases = cases();
    let rules = sources.iter().flat_map(|source| rules_of(source));
    let missing: Vec<_> = rules.filter(|rule| !cases.contains(rule) && !WITHOUT.contains(&rule.as_str())).collect();
    assert!(missing.is_empty(), "no case for {missing:?}");
}

/// The sources from the files to the lowered contract; what renders the server has its own tests.
fn collect(directory: &Path, sources: &mut Vec<String>) {
    for entry in fs::read_dir(directory).expect("the sources are there").filter_map(Result::ok) {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if ["naming", "plan", "render_", "main"].iter().any(|other| name.starts_with(other)) {
            continue;
        }
        if path.is_dir() {
            collect(&path, sources);
        } else {
            sources.extend(fs::read_to_string(&path).ok());
        }
    }
}

/// The rules that a source reports: the first string after the place, in the calls that report.
fn rules_of(source: &str) -> Vec<String> {
    let calls = source.split("diagnostics.").skip(1).filter(|call| {
        ["error(", "error_at(", "warning(", "warning_at(", "note("].iter().any(|name| call.starts_with(name))
    });
    let in_reader = source.split("self.report(mark,").skip(1);
    calls.chain(in_reader).filter_map(rule_in).collect()
}

fn rule_in(call: &str) -> Option<String> {
    let is_rule = |text: &&str| {
        !text.starts_with("x-")
            && text.contains('-')
            && text.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
    };
    call.split(';').next()?.split('"').skip(1).step_by(2).find(is_rule).map(str::to_owned)
}
