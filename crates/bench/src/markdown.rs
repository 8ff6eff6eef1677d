//! Markdown: tables that also read well in a terminal, and sections of a file that are written anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Lays out a Markdown table: the first column to the left, figures to the right.
pub(crate) fn render_table(header: &[String], rows: Vec<Vec<String>>) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).chain(header.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..header.len()).map(width).collect();
    let line = |cells: &[String]| {
        let mut line = String::from("|");
        for (column, (cell, width)) in cells.iter().zip(&widths).enumerate() {
            let _ = if column == 0 { write!(line, " {cell:<width$} |") } else { write!(line, " {cell:>width$} |") };
        }
        line + "\n"
    };
    let rule: String = widths
        .iter()
        .enumerate()
        .map(|(column, width)| {
            if column == 0 {
                format!(" {} |", "-".repeat(*width))
            } else {
                format!(" {}: |", "-".repeat(width.saturating_sub(1)))
            }
        })
        .collect();
    let mut table = line(header) + "|" + &rule + "\n";
    rows.iter().for_each(|row| table.push_str(&line(row)));
    table
}

/// Puts a text between the lines `<!-- section: begin -->` and `<!-- section: end -->` of a Markdown file, or makes the
/// file where there is none.
pub(crate) fn write_section(path: &Path, section: &str, text: &str) -> Result<()> {
    let (begin, end) = markers(section);
    let old = if path.exists() {
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?
    } else {
        format!("{begin}\n{end}\n")
    };
    let new = replace_section(&old, section, text)
        .with_context(|| format!("{} has no lines `{begin}` and `{end}` to write between", path.display()))?;
    fs::write(path, new).with_context(|| format!("cannot write {}", path.display()))
}

fn markers(section: &str) -> (String, String) {
    (format!("<!-- {section}: begin -->"), format!("<!-- {section}: end -->"))
}

/// Replaces what stands between the markers; `None` where they are missing or in the wrong order.
fn replace_section(text: &str, section: &str, new: &str) -> Option<String> {
    let (begin, end) = markers(section);
    let (before, rest) = text.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n\n{}\n\n{end}{after}", new.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_replace_only_what_is_between_the_markers() {
        let (begin, end) = markers("lists");
        let text = format!("# Title\n{begin}\nold\n{end}\nend\n");
        let replaced = replace_section(&text, "lists", "new\n").expect("the markers are there");
        assert_eq!(replaced, format!("# Title\n{begin}\n\nnew\n\n{end}\nend\n"));
        assert_eq!(replace_section(&replaced, "lists", "new"), Some(replaced.clone()), "a second time changes nothing");
        assert_eq!(replace_section("no markers", "lists", "new"), None);
    }
}
