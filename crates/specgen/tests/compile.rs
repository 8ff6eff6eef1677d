//! What compiles and what must not: every golden contract's code does, and breaches of a contract do not.
//!
//! The cases in `compile_fail/` differ from `conforming.rs` in one thing each, and say which one error they expect. rustc is
//! called directly, on the libraries that this test was built with, so that nothing is compiled a second time.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The libraries that generated code needs.
struct Libraries {
    folder: PathBuf,
    externs: Vec<String>,
}

impl Libraries {
    /// Finds a build of each library: of several, the newest two that belong together.
    fn find(probe: &str) -> Self {
        let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{probe}.rs"));
        let text = "#[derive(serde::Serialize)] pub struct Probe(pub specgen_runtime::Timestamp);\nfn main() {}\n";
        std::fs::write(&program, text).expect("the folder is writable");
        let test = std::env::current_exe().expect("a test is a file");
        let folder = test.parent().expect("a file is in a folder").to_owned();
        for runtime in builds(&folder, "libspecgen_runtime-") {
            for serde in builds(&folder, "libserde-") {
                let externs =
                    vec![format!("specgen_runtime={}", runtime.display()), format!("serde={}", serde.display())];
                let candidate = Self { folder: folder.clone(), externs };
                if candidate.compile(&program).status.success() {
                    return candidate;
                }
            }
        }
        panic!("no builds of the libraries in {} belong together", folder.display());
    }

    fn compile(&self, program: &Path) -> Output {
        let out = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
        rustc.args([
            "--edition",
            "2024",
            "--emit",
            "metadata",
            "--color",
            "never",
            "-D",
            "warnings",
            "-A",
            "dead_code",
        ]);
        rustc.arg("--out-dir").arg(out).arg("-L").arg(format!("dependency={}", self.folder.display()));
        self.externs.iter().for_each(|library| {
            rustc.arg("--extern").arg(library);
        });
        rustc.arg(program).output().expect("rustc can be called")
    }
}

/// Lists the builds of a library, newest first.
fn builds(folder: &Path, prefix: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder is readable");
    let entries = entries.filter_map(Result::ok).filter(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with(prefix) && name.ends_with(".rlib")
    });
    let mut builds: Vec<_> =
        entries.filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path()))).collect();
    builds.sort();
    builds.into_iter().rev().map(|(_, path)| path).collect()
}

fn case(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/compile_fail/{name}.rs"))
}

#[test]
fn breaches_of_the_contract_give_one_error_that_names_them() {
    let libraries = Libraries::find("probe_of_cases");
    let conforming = libraries.compile(&case("conforming"));
    assert!(conforming.status.success(), "{}", String::from_utf8_lossy(&conforming.stderr));
    for name in ["missing_operation", "undeclared_status", "missing_header", "ignored_caller", "other_caller"] {
        let program = std::fs::read_to_string(case(name)).expect("the case is there");
        let expected =
            program.lines().find_map(|line| line.strip_prefix("//! Expected: ")).expect("it says what it expects");
        let (code, words) = expected.split_once(' ').expect("it expects a code and words");
        let output = libraries.compile(&case(name));
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(errors.matches("error[").count(), 1, "{name}: {errors}");
        let first = errors.lines().find(|line| line.starts_with(code)).unwrap_or_default();
        assert!(first.contains(words), "{name}: {errors}");
    }
}

#[test]
fn every_golden_contract_gives_code_that_compiles_without_warnings() {
    let output = Libraries::find("probe_of_golden").compile(&all_golden_contracts());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Writes one program of which every golden contract is a module.
fn all_golden_contracts() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden");
    let mut program = String::from("//! Every golden contract's code.\n");
    let contracts =
        std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")).expect("the folder is there");
    for entry in contracts {
        let contract = entry.expect("the folder is readable").path();
        if contract.extension().is_some_and(|extension| extension == "yaml") {
            let name = contract.file_stem().and_then(|stem| stem.to_str()).expect("names are words");
            let generated = specgen::generate(&contract).expect("the contract is good");
            std::fs::create_dir_all(folder.join(name)).expect("the folder can be made");
            for (path, text) in generated.files {
                std::fs::write(folder.join(name).join(path), text).expect("the folder is writable");
            }
            writeln!(program, "#[path = \"{name}/mod.rs\"]\npub mod {name};").expect("a string takes all");
        }
    }
    program.push_str("fn main() {}\n");
    let path = folder.join("all.rs");
    std::fs::write(&path, program).expect("the folder is writable");
    path
}

#[test]
fn the_generated_code_of_the_cases_is_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compile_fail");
    let generated = specgen::generate(&folder.join("locked.yaml")).expect("the contract is good");
    for (path, text) in generated.files {
        let found = std::fs::read_to_string(folder.join("generated").join(&path)).unwrap_or_default();
        assert!(found == text, "{} is stale; generate it from locked.yaml", path.display());
    }
}
