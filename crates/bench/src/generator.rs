//! What an edit of the contract costs whoever builds: `cargo build` after one schema was edited, split into the generator
//! itself and the rest. Works on a copy of the workspace, so that nobody's files change.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use crate::markdown::render_table;

/// What is not part of the workspace's sources.
const LEFT_OUT: &[&str] = &["target", ".git", ".ci"];
/// The contract's file that is edited, and what is edited in it: the greatest length of the first text that has one.
const EDITED: &str = "spec/lakesail.yaml";
const LENGTH: &str = "maxLength: ";
/// The package whose build script is the generator.
const PACKAGE: &str = "roster";
/// Units that take longer than this are shown.
const SHOWN_S: f64 = 0.05;

/// What one build took.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GeneratorCost {
    /// The build script alone: reading the contract, checking it, rendering and comparing.
    pub(crate) generator_ms: f64,
    /// The whole command.
    total_ms: f64,
    units: Vec<Unit>,
}

/// One step of a build, as cargo's own report of timings has it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Unit {
    name: String,
    mode: String,
    target: String,
    /// In seconds, with two digits.
    duration: f64,
}

impl Unit {
    fn is_generator(&self) -> bool {
        self.name == PACKAGE && self.mode == "run-custom-build"
    }

    fn title(&self) -> String {
        let target = if self.target.is_empty() { " library" } else { &self.target };
        format!("{}{target}", self.name)
    }
}

/// Copies the workspace, builds it, edits one schema and builds it again.
pub(crate) fn measure(workspace: &Path, directory: &Path, target_dir: Option<&Path>) -> Result<GeneratorCost> {
    let copy = directory.join("workspace");
    copy_sources(workspace, &copy).context("cannot copy the workspace")?;
    let default = workspace.join("target");
    let target = target_dir.unwrap_or(&default);
    let target = if target.exists() { target.canonicalize()? } else { target.to_owned() };
    eprintln!("building a copy of the workspace");
    build(&copy, &target)?;
    edit(&copy.join(EDITED))?;
    let begun = Instant::now();
    build(&copy, &target)?;
    let total_ms = begun.elapsed().as_secs_f64() * 1e3;
    let report = fs::read_to_string(target.join("cargo-timings/cargo-timing.html")).context("cargo left no timings")?;
    let units = parse_units(&report)?;
    let generator = units.iter().find(|unit| unit.is_generator()).context("the generator did not run")?;
    Ok(GeneratorCost { generator_ms: generator.duration * 1e3, total_ms, units })
}

impl GeneratorCost {
    /// The parts of the build, the longest first.
    pub(crate) fn to_markdown(&self) -> String {
        let mut units: Vec<&Unit> = self.units.iter().filter(|unit| unit.duration >= SHOWN_S).collect();
        units.sort_by(|a, b| b.duration.total_cmp(&a.duration));
        let rows = units.iter().map(|unit| {
            let title = if unit.is_generator() { "the generator (build script)".to_owned() } else { unit.title() };
            vec![title, format!("{:.2}", unit.duration)]
        });
        let mut text = String::from("`cargo build` after one schema of the contract was edited:\n\n");
        text += &render_table(&["step".to_owned(), "s".to_owned()], rows.collect());
        let _ = write!(text, "\nThe generator took {:.0} ms of {:.1} s.\n", self.generator_ms, self.total_ms / 1e3);
        text
    }
}

fn copy_sources(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        let kind = entry.file_type()?;
        if kind.is_dir() && !LEFT_OUT.iter().any(|left_out| name == *left_out) {
            copy_sources(&entry.path(), &to.join(name))?;
        } else if kind.is_file() {
            fs::copy(entry.path(), to.join(name))?;
        }
    }
    Ok(())
}

fn build(workspace: &Path, target: &Path) -> Result<()> {
    let status = Command::new("cargo")
        .args(["build", "--quiet", "--timings", "--package", PACKAGE])
        .current_dir(workspace)
        .env("CARGO_TARGET_DIR", target)
        // Under CI the generator only compares.
        .env_remove("CI")
        .status()
        .context("cannot run cargo")?;
    ensure!(status.success(), "the copy of the workspace cannot be built: {status}");
    Ok(())
}

fn edit(path: &Path) -> Result<()> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let edited = lengthen(&text).with_context(|| format!("{} has no `{LENGTH}`", path.display()))?;
    fs::write(path, edited).with_context(|| format!("cannot write {}", path.display()))
}

/// The text with its first greatest length one greater.
fn lengthen(text: &str) -> Option<String> {
    let (before, rest) = text.split_once(LENGTH)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, after) = rest.split_at(digits);
    let number: u64 = number.parse().ok()?;
    Some(format!("{before}{LENGTH}{}{after}", number + 1))
}

/// Reads the steps from cargo's report, which keeps them as JSON in a script.
fn parse_units(report: &str) -> Result<Vec<Unit>> {
    let (_, rest) = report.split_once("UNIT_DATA = ").context("the report of timings has another form")?;
    let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Vec<Unit>>();
    values.next().context("the report of timings has no steps")?.context("a step has another form")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_read_from_the_report() {
        let report = r#"<script>const UNIT_DATA = [
            {"i":0,"name":"roster","version":"0.1.0","mode":"run-custom-build","target":" build-script (run)","duration":0.2,"sections":null},
            {"i":1,"name":"roster","version":"0.1.0","mode":"todo","target":"","duration":9.5}];
            const CONCURRENCY_DATA = [];"#;
        let units = parse_units(report).expect("this is the form");
        assert_eq!(units.len(), 2);
        assert!(units[0].is_generator() && !units[1].is_generator());
        assert_eq!(units[1].title(), "roster library");
        assert!(parse_units("<html>").is_err());
    }

    #[test]
    fn edit_changes_one_number() {
        let text = "a:\n  maxLength: 99\nb:\n  maxLength: 5\n";
        assert_eq!(lengthen(text).as_deref(), Some("a:\n  maxLength: 100\nb:\n  maxLength: 5\n"));
        assert_eq!(lengthen("minLength: 1"), None);
    }
}
