//! Query strings and forms: name-value pairs, where a scalar is sent once and an array once per item.

use crate::read::ArrayReader;
use crate::segment::decode_form;
use crate::{Location, Place, ReadText, Reported, Violations};

/// Reads a query or a form by name.
#[derive(Debug)]
pub struct PairsReader<'p> {
    /// Decoded names with values as sent, so that an undecodable value matters only to who reads it.
    pairs: Vec<(String, &'p str)>,
    at: Location<'p>,
    found: &'p mut Violations,
}

impl<'p> PairsReader<'p> {
    pub(crate) fn query(query: &'p str, found: &'p mut Violations) -> Self {
        Self { pairs: split(query), at: Location::Parameter { place: Place::Query, name: "" }, found }
    }

    pub(crate) fn form(form: &'p str, found: &'p mut Violations) -> Self {
        Self { pairs: split(form), at: Location::Body, found }
    }

    /// Accepts a value under another name too; the contract's own name wins where both were sent.
    pub fn alias(&mut self, other: &str, name: &str) {
        if !self.pairs.iter().any(|(sent, _)| sent == name) {
            for (sent, _) in self.pairs.iter_mut().filter(|(sent, _)| sent == other) {
                name.clone_into(sent);
            }
        }
    }

    /// Reads a scalar that must be there.
    ///
    /// # Errors
    /// `Reported` where it is missing, repeated or breaks a rule.
    pub fn required<R: ReadText>(&mut self, name: &str, reader: &R) -> Result<R::Output, Reported> {
        match self.optional(name, reader)? {
            Some(value) => Ok(value),
            None => Err(self.report(name, "required", "is required")),
        }
    }

    /// Reads a scalar that may be absent.
    ///
    /// # Errors
    /// `Reported` where it is repeated or breaks a rule.
    pub fn optional<R: ReadText>(&mut self, name: &str, reader: &R) -> Result<Option<R::Output>, Reported> {
        let mut texts = self.texts(name)?;
        if texts.len() > 1 {
            return Err(self.report(name, "repeated", "must be sent only once"));
        }
        let Some(text) = texts.pop() else { return Ok(None) };
        let at = below(&self.at, name);
        reader.read_text(text).map(Some).map_err(|fault| self.found.report_fault(&at, fault))
    }

    /// Reads a scalar that may be absent and then has a declared value.
    ///
    /// # Errors
    /// `Reported` where it is repeated or breaks a rule.
    pub fn or<R: ReadText>(&mut self, name: &str, reader: &R, default: R::Output) -> Result<R::Output, Reported> {
        self.optional(name, reader).map(|value| value.unwrap_or(default))
    }

    /// Reads an array that must be there.
    ///
    /// # Errors
    /// `Reported` where it is missing or breaks a rule.
    pub fn required_list<R: ReadText>(
        &mut self,
        name: &str,
        reader: &ArrayReader<R>,
    ) -> Result<Vec<R::Output>, Reported> {
        match self.optional_list(name, reader)? {
            Some(values) => Ok(values),
            None => Err(self.report(name, "required", "is required")),
        }
    }

    /// Reads an array that may be absent.
    ///
    /// # Errors
    /// `Reported` where it breaks a rule.
    pub fn optional_list<R: ReadText>(
        &mut self,
        name: &str,
        reader: &ArrayReader<R>,
    ) -> Result<Option<Vec<R::Output>>, Reported> {
        let texts = self.texts(name)?;
        if texts.is_empty() {
            return Ok(None);
        }
        reader.read_texts(texts, &below(&self.at, name), self.found).map(Some)
    }

    /// Refuses names that the contract does not have, given those that it has.
    ///
    /// # Errors
    /// `Reported` where there is one.
    pub fn deny_unknown(&mut self, known: &[&str]) -> Result<(), Reported> {
        let unknown: Vec<_> = self.pairs.iter().filter(|(name, _)| !known.contains(&name.as_str())).collect();
        let mut outcome = Ok(());
        for (name, _) in unknown {
            outcome = Err(self.found.report(&below(&self.at, name), "unknown", "is not a member of this form"));
        }
        outcome
    }

    fn texts(&mut self, name: &str) -> Result<Vec<String>, Reported> {
        let values = self.pairs.iter().filter(|(sent, _)| sent == name);
        let texts: Option<Vec<_>> = values.map(|(_, raw)| decode_form(raw).map(|text| text.into_owned())).collect();
        texts.ok_or_else(|| self.report(name, "encoding", "must be UTF-8 with well-formed percent escapes"))
    }

    fn report(&mut self, name: &str, rule: &'static str, message: &str) -> Reported {
        self.found.report(&below(&self.at, name), rule, message)
    }
}

/// The place of one name: a parameter of the query, or a member of the form.
fn below<'l>(at: &'l Location<'l>, name: &'l str) -> Location<'l> {
    match at {
        Location::Parameter { place, .. } => Location::Parameter { place: *place, name },
        _ => at.member(name),
    }
}

fn split(text: &str) -> Vec<(String, &str)> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.filter_map(|(name, value)| Some((decode_form(name)?.into_owned(), value))).collect()
}
