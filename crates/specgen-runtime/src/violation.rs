//! What is wrong with a request: every breach of the contract, each with its place, its rule and a sentence for the client.
//! Messages name the rule and never repeat the value that was sent.

use std::fmt;

use crate::{Location, Place};

/// How many violations of one request are kept; the others are only counted.
const VIOLATIONS_MAX: usize = 64;

/// A breach of a rule, without its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The rule, named as the keyword of the schema: `minLength`, `pattern`, `enum`, ...
    pub rule: &'static str,
    /// A clause for the client: "must have at least 2 characters".
    pub message: String,
}

impl Fault {
    /// Makes one.
    pub fn new(rule: &'static str, message: impl Into<String>) -> Self {
        Self { rule, message: message.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

/// A breach of a rule at a place of the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The part of the request.
    pub place: Place,
    /// The parameter's name; empty for the body.
    pub parameter: String,
    /// The JSON Pointer within the body or the parameter; empty for the whole of it.
    pub pointer: String,
    /// The rule: `required`, `type`, `null`, `minLength`, `pattern`, `enum`, `uniqueItems`, `unknown`, `json`, ...
    pub rule: &'static str,
    /// A clause for the client: "must have at least 2 characters".
    pub message: String,
}

impl Violation {
    /// Names the place as a client would look for it: `body`, `body /name`, `query limit`, `query sort /1`.
    pub fn subject(&self) -> String {
        let mut subject = self.place.to_string();
        for part in [&self.parameter, &self.pointer] {
            if !part.is_empty() {
                subject.push(' ');
                subject.push_str(part);
            }
        }
        subject
    }

    /// Returns the last name of the place: the member, or else the parameter; empty for the whole body.
    pub fn field(&self) -> &str {
        let name =
            self.pointer.rsplit('/').find(|step| !step.is_empty() && !step.bytes().all(|byte| byte.is_ascii_digit()));
        name.unwrap_or(&self.parameter)
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.subject(), self.message)
    }
}

/// Proof that a violation was reported: the error of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reported(());

/// All violations found in one request, in the order of reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Violations {
    kept: Vec<Violation>,
    omitted: usize,
}

impl Violations {
    /// Starts with none.
    pub const fn new() -> Self {
        Self { kept: Vec::new(), omitted: 0 }
    }

    /// Adds a violation.
    pub fn report(&mut self, at: &Location<'_>, rule: &'static str, message: impl Into<String>) -> Reported {
        if self.kept.len() < VIOLATIONS_MAX {
            self.kept.push(Violation {
                place: at.place(),
                parameter: at.parameter().to_owned(),
                pointer: at.pointer(),
                rule,
                message: message.into(),
            });
        } else {
            self.omitted += 1;
        }
        Reported(())
    }

    /// Adds a fault found at a place.
    pub fn report_fault(&mut self, at: &Location<'_>, fault: Fault) -> Reported {
        self.report(at, fault.rule, fault.message)
    }

    /// Tells whether none was found.
    pub const fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Counts those found, kept or not.
    pub const fn len(&self) -> usize {
        self.kept.len() + self.omitted
    }

    /// Goes through those kept, in the order of reading.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.kept.iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.kept.iter().enumerate() {
            write!(f, "{}{violation}", if index == 0 { "" } else { "; " })?;
        }
        if self.omitted > 0 { write!(f, "; and {} more", self.omitted) } else { Ok(()) }
    }
}
