//! The command: checks a contract, or generates from it.
//!
//! Everything it knows about contracts is in the library; this is paths, files and the terminal.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use clap::{Parser, Subcommand};
use specgen::{Diagnostic, Severity};

/// Generates strict Dropshot servers and Progenitor clients from an OpenAPI contract.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Says what is wrong with a contract; fails if anything is.
    Check {
        /// The contract's root file.
        spec: PathBuf,
        /// One line per finding, without the excerpt of the source.
        #[arg(long)]
        short: bool,
    },
    /// Generates the server and the client, writing only files whose content changes.
    Generate {
        /// The contract's root file.
        spec: PathBuf,
        /// The directory of the server's files.
        #[arg(long)]
        out: PathBuf,
        /// The client's file.
        #[arg(long)]
        client: Option<PathBuf>,
        /// Writes nothing, and fails where something would be written.
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Check { spec, short } => check(&spec, short),
        Command::Generate { spec, out, client, check } => generate(&spec, &out, client.as_deref(), check),
    }
}

fn check(spec: &Path, short: bool) -> ExitCode {
    let (found, code) = match specgen::generate(spec) {
        Ok(generated) => (generated.warnings, ExitCode::SUCCESS),
        Err(found) => (found, ExitCode::FAILURE),
    };
    print(&found, short);
    code
}

fn generate(spec: &Path, out: &Path, client: Option<&Path>, is_check: bool) -> ExitCode {
    let generated = match specgen::generate(spec) {
        Ok(generated) => generated,
        Err(found) => {
            print(&found, false);
            return ExitCode::FAILURE;
        }
    };
    let serious: Vec<_> = generated.warnings.into_iter().filter(|found| found.severity != Severity::Note).collect();
    print(&serious, false);
    let mut files: BTreeMap<PathBuf, String> =
        generated.files.into_iter().map(|(path, text)| (out.join(path), text)).collect();
    if let Some(client) = client {
        files.insert(client.to_owned(), generated.client.text);
    }
    let stale = files.iter().filter(|(path, text)| fs::read_to_string(path).ok().as_ref() != Some(*text));
    let mut code = ExitCode::SUCCESS;
    for (path, text) in stale {
        if is_check {
            eprintln!("{}: not what the contract gives", path.display());
            code = ExitCode::FAILURE;
        } else if let Err(error) = write(path, text) {
            eprintln!("{}: {error}", path.display());
            code = ExitCode::FAILURE;
        }
    }
    code
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory)?;
    }
    fs::write(path, text)
}

fn print(found: &[Diagnostic], short: bool) {
    for diagnostic in found {
        match excerpt(diagnostic) {
            Some(excerpt) if !short => eprintln!("{excerpt}\n"),
            _ => eprintln!("{diagnostic}"),
        }
    }
    let errors = found.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
    match errors {
        0 => {}
        1 => eprintln!("1 error"),
        _ => eprintln!("{errors} errors"),
    }
}

/// The finding with the line of the source that it is about.
fn excerpt(diagnostic: &Diagnostic) -> Option<String> {
    let position = &diagnostic.position;
    let source = fs::read_to_string(&*position.file).ok()?;
    let line = source.lines().nth(position.line.checked_sub(1)?)?;
    let start = line.char_indices().nth(position.column.checked_sub(1)?).map_or(line.len(), |(start, _)| start);
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let path = position.file.to_string_lossy();
    let marked = AnnotationKind::Primary.span(start..line.len()).label(diagnostic.pointer.0.as_str());
    let snippet = Snippet::source(line).line_start(position.line).path(&*path).annotation(marked);
    let group = level.primary_title(diagnostic.message.as_str()).id(diagnostic.rule).element(snippet);
    let help = (!diagnostic.help.is_empty()).then(|| Level::HELP.message(diagnostic.help.as_str()));
    let group = help.into_iter().fold(group, |group, help| group.element(help));
    let renderer = if io::stderr().is_terminal() { Renderer::styled() } else { Renderer::plain() };
    Some(renderer.render(&[group]))
}
