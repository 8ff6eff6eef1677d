//! Texts that are easily mistaken: every normal form, invisible and directional characters, syntax of four wire formats,
//! empty and long ones. What a name or an address may hold is taken from the contract, not from the server's code.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// The longest text that every dialect takes for a person's name, in characters.
const TEXT_CHARS_MAX: usize = 1024;
/// The longest name or address in a path, in characters.
const WRITTEN_NAME_CHARS_MAX: usize = 254;
/// Leaves room for the number that makes a name unique, in characters.
const NAME_CHARS_MAX: usize = 240;
/// Leaves room for the number and the host, in characters.
const LOCAL_PART_CHARS_MAX: usize = 220;

/// Pieces of text, each with something about it.
const PIECES: &[&str] = &[
    "Ada",
    "é",
    "e\u{301}",
    "Å",
    "\u{212B}",
    "A\u{30A}",
    "\u{FB01}",
    "fi",
    "①",
    "ẞ",
    "ß",
    "SS",
    "İ",
    "ı",
    "ǅ",
    "각",
    "\u{1100}\u{1161}\u{11A8}",
    "\u{2126}",
    "ｱ",
    "ア",
    "\u{1F469}\u{200D}\u{1F52C}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{202E}abc",
    "\u{00A0}",
    "\u{FDFA}",
    "q\u{323}\u{307}",
    "q\u{307}\u{323}",
    "\\",
    "\"",
    "'",
    "%2F",
    "%",
    "+",
    "&amp;",
    "<b>",
    "{{a}}",
    "null",
    "*",
    "_",
    "?",
    "#",
    ";",
    "=",
    "~",
    "|",
    "\t",
    "\n",
    "\u{7F}",
    "\u{85}",
    "\u{2028}",
    "\u{FFFD}",
    "\u{10FFFD}",
    " ",
    ".",
    "..",
    "/",
    ":",
    ",",
    "@",
];

/// Any text but one with U+0000, and the empty one among them.
pub(super) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => vec(select(PIECES), 0..6).prop_map(|pieces| pieces.concat()),
        3 => "\\PC{0,24}",
        1 => select(vec!["x", "ß", "\u{1F600}", "e\u{301}"]).prop_map(|piece| piece.repeat(TEXT_CHARS_MAX / 2)),
    ]
}

/// A name that Elastic takes, the dialect that takes most, but for the number behind it.
pub(super) fn elastic_name() -> impl Strategy<Value = String> {
    text().prop_map(|text| {
        let allowed = |c: &char| !c.is_control() && !",/\\:".contains(*c);
        let kept: String = text.trim_start().chars().filter(allowed).take(NAME_CHARS_MAX).collect();
        kept.trim_start().to_owned()
    })
}

/// What may stand before the `@` of an address, but for the number behind it. Compatible forms of the `@` may not.
pub(super) fn local_part() -> impl Strategy<Value = String> {
    text().prop_map(|text| {
        let allowed = |c: &char| !c.is_control() && !c.is_whitespace() && !"@\u{FF20}\u{FE6B}".contains(*c);
        text.chars().filter(allowed).take(LOCAL_PART_CHARS_MAX).collect()
    })
}

/// What stands behind the `@`.
pub(super) fn host() -> impl Strategy<Value = &'static str> {
    select(vec!["example.org", "EXAMPLE.com", "bücher.example", "localhost"])
}

/// A name in the four normal forms, but for those that are longer than a name can be.
pub(super) fn normal_forms(name: &str) -> Vec<String> {
    let composed = [ComposingNormalizerBorrowed::new_nfc(), ComposingNormalizerBorrowed::new_nfkc()];
    let decomposed = [DecomposingNormalizerBorrowed::new_nfd(), DecomposingNormalizerBorrowed::new_nfkd()];
    let composed = composed.iter().map(|form| form.normalize(name).into_owned());
    let decomposed = decomposed.iter().map(|form| form.normalize(name).into_owned());
    composed.chain(decomposed).filter(|form| form.chars().count() <= WRITTEN_NAME_CHARS_MAX).collect()
}
