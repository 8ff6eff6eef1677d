//! What a generated request takes its fields from: path, query, headers, body, each read with the contract's rules.

use bytes::Bytes;
use serde_json::Value;

use crate::segment::Segment;
use crate::{
    BodyRules, Call, FormModel, IdempotencyKey, Location, PairsReader, Place, Read, ReadText, Reported, Violations,
};

/// The request of one operation.
pub trait Request: Sized {
    /// What the operation says about its body; `None` where it takes none and a body that was sent is not looked at.
    const BODY: Option<BodyRules>;

    /// Takes every field, reporting every violation before it fails.
    ///
    /// # Errors
    /// `Reported` once at least one violation was added to the parts.
    fn extract(parts: &mut Parts<'_>) -> Result<Self, Reported>;
}

/// A request in parts, and the violations found in them so far.
#[derive(Debug)]
pub struct Parts<'c> {
    call: &'c Call,
    segments: &'c [Segment<'c>],
    body: Option<Bytes>,
    found: Violations,
}

impl<'c> Parts<'c> {
    pub(crate) const fn new(call: &'c Call, segments: &'c [Segment<'c>], body: Option<Bytes>) -> Self {
        Self { call, segments, body, found: Violations::new() }
    }

    pub(crate) fn into_violations(self) -> Violations {
        self.found
    }

    /// Reads a path parameter, which stands at a segment counted from zero.
    ///
    /// # Errors
    /// `Reported` where it cannot be decoded or breaks a rule.
    pub fn path<R: ReadText>(&mut self, segment: usize, name: &str, reader: &R) -> Result<R::Output, Reported> {
        let at = Location::Parameter { place: Place::Path, name };
        match self.segments.get(segment) {
            Some(Segment::Text(text)) => {
                reader.read_text(text.clone().into_owned()).map_err(|fault| self.found.report_fault(&at, fault))
            }
            Some(Segment::Undecodable(_)) => {
                Err(self.found.report(&at, "encoding", "must be UTF-8 with well-formed percent escapes"))
            }
            None => Err(self.found.report(&at, "required", "is required")),
        }
    }

    /// Opens the query for reading.
    pub fn query(&mut self) -> PairsReader<'_> {
        PairsReader::query(self.call.query(), &mut self.found)
    }

    /// Reads the header that names the request, if it was sent, together with a digest of the request.
    ///
    /// # Errors
    /// `Reported` where it is repeated or breaks a rule.
    pub fn idempotency_key<R>(&mut self, name: &str, reader: &R) -> Result<Option<IdempotencyKey>, Reported>
    where
        R: ReadText<Output: ToString>,
    {
        let key = self.headers().optional(name, reader)?;
        Ok(key.map(|key| IdempotencyKey::new(key.to_string(), self.call, self.body.as_deref().unwrap_or_default())))
    }

    /// Opens the headers for reading.
    pub const fn headers(&mut self) -> HeadersReader<'_> {
        HeadersReader { call: self.call, found: &mut self.found }
    }

    /// Reads a JSON body that must be there.
    ///
    /// # Errors
    /// `Reported` where it is missing, is not JSON or breaks a rule.
    pub fn json_body<R: Read>(&mut self, reader: &R) -> Result<R::Output, Reported> {
        let value = self.json()?;
        match value {
            Some(value) => reader.read(value, &Location::Body, &mut self.found),
            None => Err(self.report_missing_body()),
        }
    }

    /// Reads a JSON body that may be absent.
    ///
    /// # Errors
    /// `Reported` where it is not JSON or breaks a rule.
    pub fn optional_json_body<R: Read>(&mut self, reader: &R) -> Result<Option<R::Output>, Reported> {
        let value = self.json()?;
        value.map(|value| reader.read(value, &Location::Body, &mut self.found)).transpose()
    }

    /// Takes a body `{}` as none.
    pub fn empty_object_is_absent(&mut self) {
        let is_empty =
            |body: &Bytes| matches!(serde_json::from_slice(body), Ok(Value::Object(members)) if members.is_empty());
        if self.body.as_ref().is_some_and(is_empty) {
            self.body = None;
        }
    }

    /// Reads a form that must be there.
    ///
    /// # Errors
    /// `Reported` where it is missing, is not a form or breaks a rule.
    pub fn form_body<T: FormModel>(&mut self) -> Result<T, Reported> {
        match self.optional_form_body()? {
            Some(form) => Ok(form),
            None => Err(self.report_missing_body()),
        }
    }

    /// Reads a form that may be absent.
    ///
    /// # Errors
    /// `Reported` where it is not a form or breaks a rule.
    pub fn optional_form_body<T: FormModel>(&mut self) -> Result<Option<T>, Reported> {
        let Some(text) = self.optional_text_body()? else { return Ok(None) };
        T::read_form(&mut PairsReader::form(&text, &mut self.found)).map(Some)
    }

    /// Reads a text that must be there.
    ///
    /// # Errors
    /// `Reported` where it is missing or is not UTF-8.
    pub fn text_body(&mut self) -> Result<String, Reported> {
        match self.optional_text_body()? {
            Some(text) => Ok(text),
            None => Err(self.report_missing_body()),
        }
    }

    /// Reads a text that may be absent.
    ///
    /// # Errors
    /// `Reported` where it is not UTF-8.
    pub fn optional_text_body(&mut self) -> Result<Option<String>, Reported> {
        let text = self.body.take().map(|body| String::from_utf8(body.into())).transpose();
        text.map_err(|_| self.found.report(&Location::Body, "encoding", "must be UTF-8"))
    }

    /// Reads bytes that must be there.
    ///
    /// # Errors
    /// `Reported` where they are missing.
    pub fn bytes_body(&mut self) -> Result<Bytes, Reported> {
        self.body.take().ok_or_else(|| self.report_missing_body())
    }

    /// Reads bytes that may be absent.
    ///
    /// # Errors
    /// None; it has the form of its siblings.
    pub const fn optional_bytes_body(&mut self) -> Result<Option<Bytes>, Reported> {
        Ok(self.body.take())
    }

    /// Parses JSON; the position of an error is part of its message.
    fn json(&mut self) -> Result<Option<Value>, Reported> {
        let parsed = self.body.take().map(|body| serde_json::from_slice(&body)).transpose();
        parsed.map_err(|error| self.found.report(&Location::Body, "json", format!("must be JSON: {error}")))
    }

    fn report_missing_body(&mut self) -> Reported {
        self.found.report(&Location::Body, "required", "is required")
    }
}

/// Reads headers by name. Only a header that is read must be UTF-8.
#[derive(Debug)]
pub struct HeadersReader<'p> {
    call: &'p Call,
    found: &'p mut Violations,
}

impl HeadersReader<'_> {
    /// Reads a header that must be there.
    ///
    /// # Errors
    /// `Reported` where it is missing, repeated or breaks a rule.
    pub fn required<R: ReadText>(&mut self, name: &str, reader: &R) -> Result<R::Output, Reported> {
        match self.optional(name, reader)? {
            Some(value) => Ok(value),
            None => {
                Err(self.found.report(&Location::Parameter { place: Place::Header, name }, "required", "is required"))
            }
        }
    }

    /// Reads a header that may be absent and then has a declared value.
    ///
    /// # Errors
    /// `Reported` where it is repeated or breaks a rule.
    pub fn or<R: ReadText>(&mut self, name: &str, reader: &R, default: R::Output) -> Result<R::Output, Reported> {
        self.optional(name, reader).map(|value| value.unwrap_or(default))
    }

    /// Reads a header that may be absent.
    ///
    /// # Errors
    /// `Reported` where it is repeated or breaks a rule.
    pub fn optional<R: ReadText>(&mut self, name: &str, reader: &R) -> Result<Option<R::Output>, Reported> {
        let at = Location::Parameter { place: Place::Header, name };
        let mut values = self.call.headers().get_all(name).iter();
        let Some(value) = values.next() else { return Ok(None) };
        if values.next().is_some() {
            return Err(self.found.report(&at, "repeated", "must be sent only once"));
        }
        let Ok(text) = std::str::from_utf8(value.as_bytes()) else {
            return Err(self.found.report(&at, "encoding", "must be UTF-8"));
        };
        reader.read_text(text.to_owned()).map(Some).map_err(|fault| self.found.report_fault(&at, fault))
    }
}
