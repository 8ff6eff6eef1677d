//! Translates a `pattern`, which OpenAPI writes in ECMAScript's syntax, to the linear-time engine's.
//!
//! Both the check and the rendering use it, so what is checked is what is served.

use std::cell::RefCell;
use std::collections::HashMap;
use std::iter::Peekable;
use std::str::Chars;

use regex::Regex;

thread_local! {
    /// What is known of each pattern: building its automata costs more than everything else that is checked.
    static KNOWN: RefCell<HashMap<String, Result<Regex, String>>> = RefCell::default();
}

/// What matches the pattern in linear time.
///
/// # Errors
/// Why the linear-time engine cannot match it: lookaround and back-references, or a syntax error.
pub fn matcher(pattern: &str) -> Result<Regex, String> {
    if let Some(known) = KNOWN.with_borrow(|known| known.get(pattern).cloned()) {
        return known;
    }
    let compiled = compile(pattern);
    KNOWN.with_borrow_mut(|known| known.insert(pattern.to_owned(), compiled.clone()));
    compiled
}

/// What `matcher` returns, without remembering it.
///
/// # Errors
/// Those of `matcher`.
pub fn compile(pattern: &str) -> Result<Regex, String> {
    only_linear(pattern)?;
    Regex::new(&to_linear(pattern)).map_err(|error| {
        let text = error.to_string();
        text.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned()
    })
}

/// Refuses what only the linear-time engine takes, or takes for something else: a quantifier of an assertion or of another
/// quantifier, and two hyphens in a class.
fn only_linear(pattern: &str) -> Result<(), String> {
    let mut letters = pattern.chars().peekable();
    let (mut is_in_class, mut repeats) = (false, Repeats::Nothing);
    while let Some(letter) = letters.next() {
        if is_in_class {
            match letter {
                '\\' => drop(letters.next()),
                ']' => (is_in_class, repeats) = (false, Repeats::Atom),
                '-' if letters.peek() == Some(&'-') => {
                    return Err("two hyphens in a class: write them as \\-".to_owned());
                }
                _ => {}
            }
            continue;
        }
        repeats = match (letter, repeats) {
            ('\\', _) if letters.next().is_some_and(|escaped| matches!(escaped, 'b' | 'B')) => Repeats::Nothing,
            ('[', _) => {
                letters.next_if_eq(&'^');
                is_in_class = letters.next_if_eq(&']').is_none();
                Repeats::Atom
            }
            ('(', _) => {
                // What kind of group it is, not a quantifier.
                letters.next_if_eq(&'?');
                Repeats::Nothing
            }
            ('^' | '$' | '|', _) => Repeats::Nothing,
            ('?', Repeats::Quantified) => Repeats::Nothing,
            ('*' | '+' | '?', Repeats::Atom) => Repeats::Quantified,
            ('{', Repeats::Atom) => {
                letters.by_ref().find(|letter| *letter == '}');
                Repeats::Quantified
            }
            ('*' | '+' | '?' | '{', _) => return Err("a quantifier has nothing to repeat".to_owned()),
            _ => Repeats::Atom,
        };
    }
    Ok(())
}

/// What a quantifier would repeat.
#[derive(Clone, Copy)]
enum Repeats {
    Nothing,
    Atom,
    /// What has a quantifier already, which a question mark would make lazy.
    Quantified,
}

/// The pattern in the syntax of the `regex` crate, meaning the same, where that engine can match it.
#[must_use]
pub fn to_linear(pattern: &str) -> String {
    let mut translated = String::with_capacity(pattern.len());
    let mut letters = pattern.chars().peekable();
    let mut is_in_class = false;
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => escape(&mut letters, is_in_class, &mut translated),
            '[' if !is_in_class => {
                let opened = if letters.next_if_eq(&'^').is_some() { "[^" } else { "[" };
                // A `]` right behind it closes it in ECMAScript: a class of nothing, or of everything.
                is_in_class = letters.next_if_eq(&']').is_none();
                translated.push_str(match (is_in_class, opened) {
                    (true, opened) => opened,
                    (false, "[^") => r"[\s\S]",
                    (false, _) => "[a&&b]",
                });
            }
            ']' => {
                is_in_class = false;
                translated.push(']');
            }
            // Within a class these are set operators of the linear-time engine only.
            '[' | '&' | '~' if is_in_class => translated.extend(['\\', letter]),
            '.' if !is_in_class => translated.push_str(r"[^\n\r\u{2028}\u{2029}]"),
            _ => translated.push(letter),
        }
    }
    translated
}

/// White space and line ends of ECMAScript (ECMA-262, 12.2 and 12.3): with U+FEFF and without U+0085, unlike Unicode's.
const WHITE_SPACE: &str =
    r"\t\n\x0B\x0C\r \u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}";

/// Translates what follows a backslash; the classes are ASCII's in ECMAScript.
fn escape(letters: &mut Peekable<Chars<'_>>, is_in_class: bool, translated: &mut String) {
    match (letters.next(), is_in_class) {
        (Some('d'), false) => translated.push_str("[0-9]"),
        (Some('d'), true) => translated.push_str("0-9"),
        (Some('D'), _) => translated.push_str("[^0-9]"),
        (Some('w'), false) => translated.push_str("[0-9A-Za-z_]"),
        (Some('w'), true) => translated.push_str("0-9A-Za-z_"),
        (Some('W'), _) => translated.push_str("[^0-9A-Za-z_]"),
        (Some('s'), false) => translated.extend(["[", WHITE_SPACE, "]"]),
        (Some('s'), true) => translated.push_str(WHITE_SPACE),
        (Some('S'), _) => translated.extend(["[^", WHITE_SPACE, "]"]),
        (Some('b'), false) => translated.push_str(r"(?-u:\b)"),
        (Some('/'), _) => translated.push('/'),
        (Some(letter), _) => translated.extend(['\\', letter]),
        (None, _) => translated.push('\\'),
    }
}

#[cfg(test)]
mod tests {
    use super::{matcher, to_linear};

    #[test]
    fn classes_are_those_of_ecmascript() {
        let cases = [
            (r"^\d+$", "^[0-9]+$"),
            (r"^[\w.-]+$", "^[0-9A-Za-z_.-]+$"),
            (r"^\w[^\d\/]$", "^[0-9A-Za-z_][^0-9/]$"),
            (r"[a&&b]", r"[a\&\&b]"),
            ("[^]a[]", r"[\s\S]a[a&&b]"),
            ("a.b", r"a[^\n\r\u{2028}\u{2029}]b"),
        ];
        for (pattern, expected) in cases {
            assert_eq!(to_linear(pattern), expected, "{pattern}");
            assert!(matcher(pattern).is_ok(), "{pattern}");
        }
    }

    #[test]
    fn white_space_is_that_of_ecmascript() {
        for (pattern, space, other) in [(r"^\s$", true, false), (r"^[x\s]$", true, false), (r"^\S$", false, true)] {
            let matcher = regex::Regex::new(&to_linear(pattern)).expect("it is a pattern");
            let matches = |letter: char| matcher.is_match(&letter.to_string());
            for letter in ['\t', '\u{B}', ' ', '\u{A0}', '\u{2003}', '\u{2029}', '\u{FEFF}'] {
                assert_eq!(matches(letter), space, "{pattern} {letter:?}");
            }
            for letter in ['\u{85}', '\u{200B}', 'y'] {
                assert_eq!(matches(letter), other, "{pattern} {letter:?}");
            }
        }
    }

    #[test]
    fn what_only_the_other_engine_takes_is_refused() {
        for pattern in ["a{1,9}{1,9}", "a**", "a+{2}", "a?+", "a*?*", "^*", r"\b+", "(*a)", "a|+", "[+--]", "[a--b]"] {
            assert!(matcher(pattern).is_err(), "{pattern}");
        }
        for pattern in
            [r"^(?:a{1,9}b?)*?[^x\-y*+-]+?$", r"\*+\{2\}", "a{2}1+", "[*+?{]?", "a{2,},*", "a+1*", "(a+)+", "[]*"]
        {
            assert!(matcher(pattern).is_ok(), "{pattern}: {:?}", matcher(pattern));
        }
    }

    #[test]
    fn what_needs_backtracking_is_refused() {
        for pattern in [r"^(?=a)b", r"^(?!a)b", r"(?<!a)b", r"(a)\1", "(", "[z-a]"] {
            assert!(matcher(pattern).is_err(), "{pattern}");
        }
    }
}
