//! Rules for free text, and the folding under which names are compared.

use std::collections::BTreeSet;
use std::fmt::Display;

use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;

use super::error::{Error, InvalidReason};

/// Folds a name for comparison: NFKC, full case folding, no invisible characters, NFKC again.
///
/// Two names are the same name exactly if their folded forms are equal. Folding is idempotent.
#[must_use]
pub fn fold(text: &str) -> String {
    // What nearly every name is, and what the rules come to for it.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut current = fold_once(text);
    // Removing an invisible character or folding the case can bring together what composes or folds
    // further, so one pass is not always a fixed point. Each pass only shortens or settles the text.
    loop {
        let next = fold_once(&current);
        if next == current {
            return current;
        }
        current = next;
    }
}

fn fold_once(text: &str) -> String {
    let nfkc = ComposingNormalizerBorrowed::new_nfkc();
    let invisible = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    let normalized = nfkc.normalize(text);
    let folded = CaseMapper::new().fold_string(&normalized);
    let visible: String = folded.chars().filter(|c| !invisible.contains(*c)).collect();
    nfkc.normalize(&visible).into_owned()
}

/// Checks a free text: at most `chars_max` characters, and no NUL, which not every store can hold.
///
/// # Errors
/// `Invalid` with the field's name.
pub fn check_text(field: &'static str, text: &str, chars_max: usize) -> Result<(), Error> {
    if text.chars().count() > chars_max {
        return Err(Error::invalid(field, InvalidReason::TooLong { max: chars_max }));
    }
    if text.contains('\0') {
        return Err(Error::invalid(field, InvalidReason::Malformed("contains the character U+0000")));
    }
    Ok(())
}

/// The members of a set in their order, separated by spaces, as the audit trail has them; `None` for the empty set.
pub(super) fn listed<T: Display>(set: &BTreeSet<T>) -> Option<String> {
    let members: Vec<String> = set.iter().map(ToString::to_string).collect();
    (!members.is_empty()).then(|| members.join(" "))
}

/// Checks the name of a role or group: a free text of which something is left when it is folded.
///
/// # Errors
/// `Invalid` for `name`.
pub fn check_name(name: &str, chars_max: usize) -> Result<(), Error> {
    check_text("name", name, chars_max)?;
    if fold(name).trim().is_empty() {
        return Err(Error::invalid("name", InvalidReason::Missing));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_that_look_the_same_fold_to_the_same() {
        let cases = [
            ("case", "JohnDoe", "johndoe"),
            ("sharp s", "Stra\u{df}e", "STRASSE"),
            ("full width", "\u{ff21}\u{ff22}", "ab"),
            ("ligature", "\u{fb01}n", "fin"),
            ("composed and decomposed", "\u{e9}", "e\u{301}"),
            ("zero width space", "jo\u{200b}hn", "john"),
            ("soft hyphen", "jo\u{ad}hn", "john"),
            ("zero width joiner", "jo\u{200d}hn", "john"),
            ("variation selector", "john\u{fe0f}", "john"),
            ("tag characters", "john\u{e0041}", "john"),
            ("kelvin sign", "\u{212a}im", "kim"),
            ("final sigma", "\u{3c2}", "\u{3a3}"),
        ];
        for (name, left, right) in cases {
            assert_eq!(fold(left), fold(right), "{name}");
        }
    }

    #[test]
    fn different_names_stay_different() {
        for (left, right) in [("john", "jon"), ("e", "\u{e9}"), ("a.b", "ab")] {
            assert_ne!(fold(left), fold(right));
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn ascii_is_folded_as_all_else_is(text in "[\\x00-\\x7f]{0,40}") {
            prop_assert_eq!(fold(&text), fold_once(&text));
        }

        #[test]
        fn folding_ignores_ascii_case(text in "[ -~]{0,40}") {
            prop_assert_eq!(fold(&text.to_ascii_uppercase()), fold(&text.to_ascii_lowercase()));
        }
    }
}
