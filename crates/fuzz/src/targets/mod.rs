//! The targets by their names. Their inputs are texts as far as possible, so that a finding can be read.

mod bodies;
mod conditions;
mod contract;
mod credentials;
mod cursors;
mod forwarded;
mod imports;
mod merge_patch;
mod metaschemas;
mod password_hashes;
mod requests;
mod searches;
mod values;

/// What is fuzzed.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name, and that of the folder with its seeds.
    pub name: &'static str,
    /// Tries an input, and panics if it finds something.
    pub run: fn(&[u8]),
}

const fn target(name: &'static str, run: fn(&[u8])) -> Target {
    Target { name, run }
}

/// Every target.
pub const TARGETS: [Target; 17] = [
    target("contract", contract::run),
    target("requests", requests::run),
    target("bodies-lakesail", bodies::lakesail),
    target("bodies-elastic", bodies::elastic),
    target("bodies-frontier", bodies::frontier),
    target("bodies-wavefront", bodies::wavefront),
    target("bodies-roster", bodies::roster),
    target("merge-patch", merge_patch::run),
    target("searches", searches::run),
    target("credentials", credentials::run),
    target("cursors", cursors::run),
    target("conditions", conditions::run),
    target("forwarded", forwarded::run),
    target("password-hashes", password_hashes::run),
    target("metaschemas", metaschemas::run),
    target("imports", imports::run),
    target("values", values::run),
];

/// An input as a text, and its first line apart; none where it is no text.
fn first_line(input: &[u8]) -> Option<(&str, &str)> {
    let text = std::str::from_utf8(input).ok()?;
    Some(text.split_once('\n').unwrap_or((text, "")))
}
