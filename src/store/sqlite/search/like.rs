//! Patterns of LIKE, made of folded text: the one place that escapes what would be a wildcard.

use crate::domain::text::fold;

/// The character that takes the next one as it is, in every pattern of this file.
pub(super) const ESCAPE: &str = " ESCAPE '\\'";

/// The pattern of what contains a text.
pub(super) fn containing(text: &str) -> String {
    format!("%{}%", literal(text))
}

/// The pattern of what starts with a text.
pub(super) fn starting_with(text: &str) -> String {
    format!("{}%", literal(text))
}

/// The pattern of what ends with a text.
pub(super) fn ending_with(text: &str) -> String {
    format!("%{}", literal(text))
}

/// Takes a pattern as it was written: `%` is any text, `_` any character, `\` takes the next character as it is.
pub(super) fn written(pattern: &str) -> String {
    let part = |part| match part {
        Part::Run(run) => escaped(&run),
        Part::Wildcard(wildcard) => wildcard.to_string(),
    };
    parts(pattern).into_iter().map(part).collect()
}

/// The folded texts between the wildcards of a pattern as it was written.
pub(super) fn runs(pattern: &str) -> impl Iterator<Item = String> {
    parts(pattern).into_iter().filter_map(|part| if let Part::Run(run) = part { Some(run) } else { None })
}

/// A part of a pattern.
enum Part {
    /// A text, folded.
    Run(String),
    Wildcard(char),
}

fn parts(pattern: &str) -> Vec<Part> {
    let (mut parts, mut run) = (Vec::new(), String::new());
    let mut rest = pattern.chars();
    while let Some(char) = rest.next() {
        match char {
            '%' | '_' => parts.extend([Part::Run(fold(&std::mem::take(&mut run))), Part::Wildcard(char)]),
            '\\' => run.push(rest.next().unwrap_or('\\')),
            _ => run.push(char),
        }
    }
    parts.push(Part::Run(fold(&run)));
    parts
}

/// Folds a text, and escapes what would be a wildcard in it.
fn literal(text: &str) -> String {
    escaped(&fold(text))
}

fn escaped(folded: &str) -> String {
    let mut escaped = String::with_capacity(folded.len());
    for char in folded.chars() {
        if matches!(char, '%' | '_' | '\\') {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::SEARCH_TEXT_CHARS_MAX;

    #[test]
    fn only_wildcards_that_were_written_are_wildcards() {
        let cases = [
            (containing("A_b%"), "%a\\_b\\%%"),
            (starting_with("\\"), "\\\\%"),
            (ending_with("\u{ff05}"), "%\\%"),
            (written("J_hn%"), "j_hn%"),
            (written("100\\%\\_\\\\"), "100\\%\\_\\\\"),
            (written("\\"), "\\\\"),
            (written("STRA\u{df}E%"), "strasse%"),
            (written("\u{ff05}"), "\\%"),
        ];
        for (made, expected) in cases {
            assert_eq!(made, expected);
        }
    }

    #[test]
    fn no_pattern_is_longer_than_the_engine_takes() {
        // SQLite: SQLITE_LIMIT_LIKE_PATTERN_LENGTH is 50,000 bytes.
        for longest in ["\u{fdfa}", "%", "\u{1f4a9}"] {
            assert!(containing(&longest.repeat(SEARCH_TEXT_CHARS_MAX)).len() < 50_000);
        }
    }
}
