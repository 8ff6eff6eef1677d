//! Strings: lengths in Unicode scalar values first, then the pattern, so that a pattern never sees an over-long text.

use serde_json::Value;
use uuid::Uuid;

use super::{Read, ReadText, report_type};
use crate::{Fault, Location, Pattern, Reported, Secret, Timestamp, Violations};

/// The rules of a string.
#[derive(Clone, Copy, Debug, Default)]
pub struct StringReader {
    min_length: Option<usize>,
    max_length: Option<usize>,
    pattern: Option<&'static Pattern>,
}

/// Reads any string.
pub const fn string() -> StringReader {
    StringReader { min_length: None, max_length: None, pattern: None }
}

impl StringReader {
    /// Refuses texts with fewer characters.
    pub const fn min_length(mut self, characters: usize) -> Self {
        self.min_length = Some(characters);
        self
    }

    /// Refuses texts with more characters.
    pub const fn max_length(mut self, characters: usize) -> Self {
        self.max_length = Some(characters);
        self
    }

    /// Refuses texts in which the pattern does not occur.
    pub const fn pattern(mut self, pattern: &'static Pattern) -> Self {
        self.pattern = Some(pattern);
        self
    }

    /// Checks a text.
    ///
    /// # Errors
    /// The first rule that it breaks.
    pub fn check(&self, text: &str) -> Result<(), Fault> {
        if let Some(min) = self.min_length
            && text.chars().take(min).count() < min
        {
            return Err(Fault::new("minLength", format!("must have at least {}", characters(min))));
        }
        if let Some(max) = self.max_length
            && text.len() > max
            && text.chars().nth(max).is_some()
        {
            return Err(Fault::new("maxLength", format!("must have at most {}", characters(max))));
        }
        match self.pattern {
            Some(pattern) if !pattern.is_match(text) => {
                Err(Fault::new("pattern", format!("must match {}", pattern.as_str())))
            }
            _ => Ok(()),
        }
    }
}

fn characters(count: usize) -> String {
    format!("{count} character{}", if count == 1 { "" } else { "s" })
}

impl Read for StringReader {
    type Output = String;

    fn read(&self, value: Value, at: &Location<'_>, found: &mut Violations) -> Result<String, Reported> {
        read_as_text(self, value, at, found)
    }
}

impl ReadText for StringReader {
    fn read_text(&self, text: String) -> Result<String, Fault> {
        self.check(&text)?;
        Ok(text)
    }
}

/// Reads `format: password`.
#[derive(Clone, Copy, Debug)]
pub struct SecretReader(StringReader);

/// Reads `format: password` under the rules of a string.
pub const fn secret(rules: StringReader) -> SecretReader {
    SecretReader(rules)
}

impl Read for SecretReader {
    type Output = Secret;

    fn read(&self, value: Value, at: &Location<'_>, found: &mut Violations) -> Result<Secret, Reported> {
        self.0.read(value, at, found).map(Secret::from)
    }
}

impl ReadText for SecretReader {
    fn read_text(&self, text: String) -> Result<Secret, Fault> {
        self.0.read_text(text).map(Secret::from)
    }
}

/// Reads `format: uuid`.
#[derive(Clone, Copy, Debug)]
pub struct UuidReader;

/// Reads `format: uuid`: the hyphenated form, in either case.
pub const fn uuid() -> UuidReader {
    UuidReader
}

impl Read for UuidReader {
    type Output = Uuid;

    fn read(&self, value: Value, at: &Location<'_>, found: &mut Violations) -> Result<Uuid, Reported> {
        read_as_text(self, value, at, found)
    }
}

impl ReadText for UuidReader {
    fn read_text(&self, text: String) -> Result<Uuid, Fault> {
        let fault = || Fault::new("format", "must be a UUID in its hyphenated form");
        if text.len() == uuid::fmt::Hyphenated::LENGTH {
            Uuid::try_parse(&text).map_err(|_| fault())
        } else {
            Err(fault())
        }
    }
}

/// Reads `format: date-time`.
#[derive(Clone, Copy, Debug)]
pub struct TimestampReader;

/// Reads `format: date-time`.
pub const fn timestamp() -> TimestampReader {
    TimestampReader
}

impl Read for TimestampReader {
    type Output = Timestamp;

    fn read(&self, value: Value, at: &Location<'_>, found: &mut Violations) -> Result<Timestamp, Reported> {
        read_as_text(self, value, at, found)
    }
}

impl ReadText for TimestampReader {
    fn read_text(&self, text: String) -> Result<Timestamp, Fault> {
        Timestamp::parse(&text)
    }
}

fn read_as_text<R: ReadText>(
    reader: &R,
    value: Value,
    at: &Location<'_>,
    found: &mut Violations,
) -> Result<R::Output, Reported> {
    match value {
        Value::String(text) => reader.read_text(text).map_err(|fault| found.report_fault(at, fault)),
        other => Err(report_type(&other, "a string", at, found)),
    }
}

#[cfg(test)]
mod tests {
    use super::string;
    use crate::Pattern;

    static LOWER: Pattern = Pattern::new("^[a-z]*$");

    #[test]
    fn lengths_count_characters_and_come_before_the_pattern() {
        let rules = string().min_length(2).max_length(3).pattern(&LOWER);
        let cases = [
            ("a", Some("minLength")),
            ("ab", None),
            ("äöü", Some("pattern")),
            ("ÄÖÜß", Some("maxLength")),
            ("abc", None),
        ];
        for (text, rule) in cases {
            assert_eq!(rules.check(text).err().map(|fault| fault.rule), rule, "{text}");
        }
    }
}
