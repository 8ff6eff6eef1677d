//! A description file: TOML that says how a program is started, set up, filled and asked. Unknown keys are refused.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::requests::RequestTemplate;
use crate::workloads::Kind;

/// How to compare a program. `{address}` and `{data}` stand for where it listens and keeps its data, `{binary}` for itself;
/// requests have besides `{serial}`, `{username}` and `{email}` of the user that they are about, and what was taken from answers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Description {
    /// What reports call it.
    pub(super) name: String,
    /// The program, from the directory that the command runs in.
    pub(super) binary: PathBuf,
    /// How to get it, said where it is missing.
    pub(super) obtain: String,
    /// Commands that are run before it starts.
    #[serde(default)]
    pub(super) prepare: Vec<Vec<String>>,
    /// The command that starts it.
    pub(super) start: Vec<String>,
    /// Answers 200 when it is ready.
    pub(super) health: String,
    /// Words that hold for every request.
    #[serde(default)]
    pub(super) values: BTreeMap<String, String>,
    /// Requests that are sent once, in this order: logging in, making tables.
    #[serde(default)]
    pub(super) setup: Vec<Step>,
    /// The request that makes one user.
    pub(super) seed: Step,
    /// What is measured, beside Roster's workloads of the same kind.
    pub(super) workloads: BTreeMap<Kind, RequestTemplate<String>>,
}

/// A request, and what is kept of its answer: a word and the JSON pointer of its text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    method: String,
    path: String,
    #[serde(default)]
    credential: String,
    #[serde(default)]
    body: String,
    expected_status: u16,
    #[serde(default)]
    pub(super) take: BTreeMap<String, String>,
}

impl Step {
    /// The request alone.
    pub(super) fn request(&self) -> RequestTemplate<String> {
        RequestTemplate {
            method: self.method.clone(),
            path: self.path.clone(),
            credential: self.credential.clone(),
            body: self.body.clone(),
            expected_status: self.expected_status,
        }
    }
}

impl Description {
    /// Reads a description and checks that its program is there.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        let description: Self = toml::from_str(&text).with_context(|| format!("{} is not valid", path.display()))?;
        ensure!(!description.start.is_empty(), "{} has no command to start", path.display());
        ensure!(
            description.binary.is_file(),
            "{} is missing; get it with `{}`",
            description.binary.display(),
            description.obtain
        );
        Ok(description)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn committed_descriptions_are_valid() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("comparisons");
        let files: Vec<_> = fs::read_dir(folder).expect("there are some").collect::<Result<_, _>>().expect("readable");
        assert!(!files.is_empty());
        for file in files {
            let text = fs::read_to_string(file.path()).expect("it is text");
            let description: Description = toml::from_str(&text).expect("it is a description");
            for (kind, request) in &description.workloads {
                let body = request.body.replace(['{', '}'], "");
                assert!(body.is_empty() || request.body.starts_with('{'), "{kind:?}");
            }
        }
    }

    #[test]
    fn missing_program_is_said_with_the_command_that_gets_it() {
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        let path = directory.path().join("x.toml");
        let text = "name = 'X'\nbinary = '/nonexistent/x'\nobtain = 'get x'\nstart = ['{binary}']\nhealth = '/'\n\
                    [seed]\nmethod = 'POST'\npath = '/'\nexpected_status = 200\n[workloads]";
        fs::write(&path, text).expect("it is writable");
        let error = Description::read(&path).expect_err("there is no such file");
        assert!(error.to_string().contains("get it with `get x`"), "{error}");
        fs::write(&path, format!("typo = 1\n{text}")).expect("it is writable");
        assert!(Description::read(&path).is_err());
    }
}
