//! How generated code looks: doc comments wrapped, one blank line between items, formatted by a pinned prettyplease.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::Doc;

/// The width that doc comments are wrapped at.
const DOC_COLUMNS: usize = 100;

/// A file being put together, item by item.
#[derive(Debug)]
pub(super) struct File {
    text: String,
}

impl File {
    /// Starts with the file's purpose.
    pub(super) fn new(purpose: &str) -> Self {
        Self { text: format!("//! {purpose}\n//! Generated from the contract by specgen and never edited by hand.\n") }
    }

    /// Adds items.
    pub(super) fn push(&mut self, items: TokenStream) {
        let items = syn::parse2::<syn::File>(items).expect("the renderer writes Rust that parses").items;
        for item in items {
            let is_use = matches!(item, syn::Item::Use(_));
            let follows_use = self.text.lines().last().is_some_and(|line| line.starts_with("use "));
            if !(is_use && follows_use) {
                self.text.push('\n');
            }
            let has_members = matches!(item, syn::Item::Impl(_) | syn::Item::Trait(_));
            let file = syn::File { shebang: None, attrs: Vec::new(), items: vec![item] };
            let formatted = prettyplease::unparse(&file);
            self.text.push_str(&if has_members { space_out(&formatted) } else { formatted });
        }
    }

    /// Adds text that stands as it is.
    pub(super) fn push_text(&mut self, text: &str) {
        self.text.push('\n');
        self.text.push_str(text);
    }

    /// Ends.
    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// Puts a blank line between the members of an impl or a trait, which prettyplease leaves out.
fn space_out(item: &str) -> String {
    let mut spaced = String::with_capacity(item.len());
    let mut ended = false;
    for line in item.lines() {
        let is_member = line.starts_with("    ") && !line.starts_with("     ");
        let closes = line.trim_start().starts_with(['}', ')', ']']);
        if ended && is_member && !closes {
            spaced.push('\n');
        }
        let is_function_end = line == "    }" || (is_member && closes && line.ends_with(';'));
        let is_single_line = is_member
            && ["    type ", "    const ", "    pub const "].iter().any(|start| line.starts_with(start))
            && line.ends_with(';');
        let is_signature = is_member && line.starts_with("    fn ") && line.ends_with(';');
        ended = is_function_end || is_single_line || is_signature;
        spaced.push_str(line);
        spaced.push('\n');
    }
    spaced.replace(";\n\n    type ", ";\n    type ")
}

/// Renders a doc comment; `fallback` where the contract says nothing.
pub(super) fn doc(doc: &Doc, fallback: &str) -> TokenStream {
    let text = doc.text.as_deref().map(str::trim).filter(|text| !text.is_empty()).unwrap_or(fallback);
    let mut lines = wrap(text);
    if let Some(source) = &doc.source {
        lines.extend([String::new(), format!("Contract: `{source}`")]);
    }
    attributes(&lines)
}

/// Renders a doc comment of one sentence.
pub(super) fn sentence(text: &str) -> TokenStream {
    attributes(&wrap(text))
}

fn attributes(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote!(#(#[doc = #lines])*)
}

/// Fills paragraphs and list items anew; tables, headings and fenced blocks stay as they are.
fn wrap(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut block: Option<Block> = None;
    let mut is_fenced = false;
    for line in text.lines().map(str::trim_end) {
        let content = line.trim_start();
        let is_fence = content.starts_with("```");
        if is_fence || is_fenced || content.is_empty() || content.starts_with(['|', '#']) {
            lines.extend(block.take().into_iter().flat_map(Block::fill));
            lines.push(if is_fence && !is_fenced && content == "```" { "```text".to_owned() } else { line.to_owned() });
            is_fenced ^= is_fence;
            continue;
        }
        let marker = marker_width(content);
        if marker > 0 || block.is_none() {
            lines.extend(block.take().into_iter().flat_map(Block::fill));
            let indent = line.len() - content.len();
            block = Some(Block { indent, hang: indent + marker, words: Vec::new() });
        }
        if let Some(block) = &mut block {
            block.words.extend(content.split_whitespace());
        }
    }
    lines.extend(block.take().into_iter().flat_map(Block::fill));
    lines
}

/// A paragraph or a list item.
struct Block<'t> {
    indent: usize,
    /// The indent of all lines but the first.
    hang: usize,
    words: Vec<&'t str>,
}

impl Block<'_> {
    fn fill(self) -> Vec<String> {
        let mut lines = Vec::new();
        let mut current = " ".repeat(self.indent);
        let mut columns = 0;
        for word in self.words {
            if columns > 0 && current.chars().count() + 1 + word.chars().count() > DOC_COLUMNS {
                lines.push(std::mem::replace(&mut current, " ".repeat(self.hang)));
                columns = 0;
            }
            if columns > 0 {
                current.push(' ');
            }
            current.push_str(word);
            columns += word.len();
        }
        lines.push(current);
        lines
    }
}

/// Returns how far the lines that continue a list item are indented.
fn marker_width(line: &str) -> usize {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.as_bytes().get(digits..) {
        Some([b'-' | b'*', b' ', ..]) if digits == 0 => 2,
        Some([b'.', b' ', ..]) if digits > 0 => digits + 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn list_items_hang_and_fences_stay() {
        let long = "word ".repeat(30);
        let lines = wrap(&format!("- {}\n  {}\n```\n{long}\n```", "word ".repeat(10), "word ".repeat(20)));
        assert!(lines.get(1).is_some_and(|line| line.starts_with("  word")), "{lines:?}");
        assert_eq!(lines.get(2).map(String::as_str), Some("```text"));
        assert_eq!(lines.len(), 5);
    }
}
