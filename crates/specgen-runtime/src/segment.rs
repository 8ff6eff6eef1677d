//! Paths, queries and forms: split first, then percent-decoded, strictly.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// One segment of a request's path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Segment<'a> {
    /// Decoded.
    Text(Cow<'a, str>),
    /// Not decodable, as sent.
    Undecodable(&'a str),
}

impl Segment<'_> {
    /// Returns what literal segments are compared with; an undecodable segment equals no literal.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Undecodable(raw) => raw,
        }
    }
}

/// Splits a raw path; empty segments are dropped, so a trailing slash changes nothing.
pub(crate) fn segments(path: &str) -> Vec<Segment<'_>> {
    path.split('/').filter(|segment| !segment.is_empty()).map(segment).collect()
}

fn segment(raw: &str) -> Segment<'_> {
    decode(raw).map_or(Segment::Undecodable(raw), Segment::Text)
}

/// Decodes percent escapes; `None` where an escape is malformed or the bytes are not UTF-8. A `+` stays a plus.
pub(crate) fn decode(raw: &str) -> Option<Cow<'_, str>> {
    if !raw.as_bytes().contains(&b'%') {
        return Some(Cow::Borrowed(raw));
    }
    if !escapes_are_well_formed(raw) {
        return None;
    }
    percent_decode_str(raw).decode_utf8().ok()
}

/// Decodes a name or value of a query or a form, where `+` is a space.
pub(crate) fn decode_form(raw: &str) -> Option<Cow<'_, str>> {
    if raw.contains('+') {
        decode(&raw.replace('+', " ")).map(|text| Cow::Owned(text.into_owned()))
    } else {
        decode(raw)
    }
}

fn escapes_are_well_formed(raw: &str) -> bool {
    raw.split('%').skip(1).all(|after| {
        let mut digits = after.bytes();
        [digits.next(), digits.next()].into_iter().all(|digit| digit.is_some_and(|digit| digit.is_ascii_hexdigit()))
    })
}

#[cfg(test)]
mod tests {
    use super::{Segment, decode, decode_form, segments};

    #[test]
    fn an_encoded_slash_does_not_split() {
        let found: Vec<_> = segments("/user//a%2Fb/").into_iter().map(|segment| segment.as_str().to_owned()).collect();
        assert_eq!(found, ["user", "a/b"]);
    }

    #[test]
    fn a_plus_is_a_plus_in_paths_and_a_space_in_forms() {
        assert_eq!(decode("a+b%2Bc").as_deref(), Some("a+b+c"));
        assert_eq!(decode_form("a+b%2Bc").as_deref(), Some("a b+c"));
    }

    #[test]
    fn malformed_escapes_are_not_guessed() {
        for raw in ["%", "%4", "%zz", "a%4", "%ff", "%+1"] {
            assert_eq!(decode(raw), None, "{raw}");
        }
        assert_eq!(segments("/%zz"), [Segment::Undecodable("%zz")]);
    }
}
