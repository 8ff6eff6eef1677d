//! What the generator has to say about a contract: findings with a position, a rule and a way out.
//!
//! Every pass adds to one list and goes on; the list is sorted by position at the end. Knows where pointers stand in the
//! source files, and nothing of what OpenAPI means.

use std::collections::HashMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::ir::Pointer;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// Something of the contract has no effect, or probably not the one intended.
    Warning,
    /// Something worth knowing, such as a format that is kept and not enforced.
    Note,
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        })
    }
}

/// A place in a source file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// The file, as it was named when it was read.
    pub file: Arc<PathBuf>,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

/// From the pointers of the bundled document to where their content was written.
pub type Spans = HashMap<Pointer, Position>;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// The rule's name, in kebab case.
    pub rule: &'static str,
    /// Where it was found.
    pub position: Position,
    /// The place in the bundled document; empty for a finding about a file's text.
    pub pointer: Pointer,
    /// What is wrong.
    pub message: String,
    /// What is lost, or what to do; may be empty.
    pub help: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { file, line, column } = &self.position;
        let file = file.display();
        let Self { severity, rule, message, .. } = self;
        write!(formatter, "{file}:{line}:{column}: {severity}[{rule}]: {message}")?;
        if !self.pointer.0.is_empty() {
            write!(formatter, " (at {})", self.pointer.0)?;
        }
        if !self.help.is_empty() {
            write!(formatter, "\n  help: {}", self.help)?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostic {}

/// The list that every pass adds to.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    spans: Arc<Spans>,
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Sets where the pointers of later findings stand.
    pub fn set_spans(&mut self, spans: Arc<Spans>) {
        self.spans = spans;
    }

    /// Begins an empty list about the same document.
    #[must_use]
    pub fn beside(&self) -> Self {
        Self { spans: Arc::clone(&self.spans), found: Vec::new() }
    }

    /// Adds what another list about the same document has.
    pub fn append(&mut self, mut other: Self) {
        self.found.append(&mut other.found);
    }

    /// Adds an error about the content of the bundled document.
    pub fn error(&mut self, at: &Pointer, rule: &'static str, message: impl Into<String>, help: impl Into<String>) {
        self.add(Severity::Error, at, rule, message.into(), help.into());
    }

    /// Adds a warning about the content of the bundled document.
    pub fn warning(&mut self, at: &Pointer, rule: &'static str, message: impl Into<String>, help: impl Into<String>) {
        self.add(Severity::Warning, at, rule, message.into(), help.into());
    }

    /// Adds a note about the content of the bundled document.
    pub fn note(&mut self, at: &Pointer, rule: &'static str, message: impl Into<String>, help: impl Into<String>) {
        self.add(Severity::Note, at, rule, message.into(), help.into());
    }

    /// Adds an error at a place in a source file.
    pub fn error_at(
        &mut self,
        position: &Position,
        rule: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add_at(Severity::Error, position.clone(), rule, message.into(), help.into());
    }

    /// Adds a warning at a place in a source file.
    pub fn warning_at(
        &mut self,
        position: &Position,
        rule: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add_at(Severity::Warning, position.clone(), rule, message.into(), help.into());
    }

    /// Adds a finding whose position the caller knows.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Whether anything found so far forbids generating.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Everything found, sorted by file, line and column, each finding once.
    #[must_use]
    pub fn into_sorted(self) -> Vec<Diagnostic> {
        let mut found = self.found;
        found.sort_by(|a, b| {
            let key = |d: &Diagnostic| (d.position.clone(), d.severity, d.rule, d.message.clone());
            key(a).cmp(&key(b))
        });
        found.dedup();
        found
    }

    fn add(&mut self, severity: Severity, at: &Pointer, rule: &'static str, message: String, help: String) {
        let position = self.locate(at);
        self.found.push(Diagnostic { severity, rule, position, pointer: at.clone(), message, help });
    }

    fn add_at(&mut self, severity: Severity, position: Position, rule: &'static str, message: String, help: String) {
        let pointer = Pointer::default();
        self.found.push(Diagnostic { severity, rule, position, pointer, message, help });
    }

    /// The position of the pointer, or of its nearest ancestor that has one.
    fn locate(&self, at: &Pointer) -> Position {
        let mut pointer = at.clone();
        loop {
            if let Some(position) = self.spans.get(&pointer) {
                return position.clone();
            }
            match pointer.0.rfind('/') {
                Some(end) => pointer.0.truncate(end),
                None => return Position { file: Arc::default(), line: 1, column: 1 },
            }
        }
    }
}

impl Pointer {
    /// The pointer to a member or element of what this one points to.
    #[must_use]
    pub fn child(&self, token: impl fmt::Display) -> Self {
        let token = token.to_string();
        Self(format!("{}/{}", self.0, token.replace('~', "~0").replace('/', "~1")))
    }

    /// The tokens of the pointer, unescaped.
    pub fn tokens(&self) -> impl Iterator<Item = String> {
        self.0.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~"))
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
