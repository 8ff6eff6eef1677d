//! From the contract's path to everything that is generated from it: a pure function of the files read.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use crate::bundle::Bundle;
use crate::check::check;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::ir::{self, Contract};
use crate::render_client::render_client;
use crate::render_server::render_server;

/// Reads one file of the contract.
pub type Read<'a> = dyn FnMut(&Path) -> io::Result<String> + 'a;

/// Everything that was generated.
#[derive(Clone, Debug)]
pub struct Generated {
    /// The server's files by their path below `generated/`.
    pub files: BTreeMap<PathBuf, String>,
    /// The client's one file.
    pub client: String,
    /// The files that were read.
    pub read: Vec<PathBuf>,
    /// Warnings and notes.
    pub warnings: Vec<Diagnostic>,
}

/// Generates everything from the contract whose root is `path`.
///
/// # Errors
/// Everything that was found, sorted by position, if any of it is an error.
pub fn generate(path: &Path) -> Result<Generated, Vec<Diagnostic>> {
    generate_with(path, &mut |path| std::fs::read_to_string(path))
}

/// Generates everything from the contract whose root is `path`, reading files by `read`.
///
/// # Errors
/// Everything that was found, sorted by position, if any of it is an error.
pub fn generate_with(path: &Path, read: &mut Read<'_>) -> Result<Generated, Vec<Diagnostic>> {
    let (bundle, contract, mut diagnostics) = checked(path, read)?;
    let client = render_client(&contract, &mut diagnostics);
    let mut files = render_server(&contract, &mut diagnostics).unwrap_or_default();
    files.insert(PathBuf::from("openapi.json"), pretty(&bundle));
    match client {
        Some(client) if !diagnostics.has_errors() => {
            Ok(Generated { files, client, read: bundle.files, warnings: diagnostics.into_sorted() })
        }
        _ => Err(diagnostics.into_sorted()),
    }
}

/// Reads and checks the contract whose root is `path`.
///
/// # Errors
/// Everything that was found, sorted by position, if any of it is an error.
pub fn checked(path: &Path, read: &mut Read<'_>) -> Result<(Bundle, Contract, Diagnostics), Vec<Diagnostic>> {
    let mut diagnostics = Diagnostics::default();
    let Some(bundle) = Bundle::load(path, read, &mut diagnostics) else { return Err(diagnostics.into_sorted()) };
    let Some(contract) = ir::parse(&bundle, &mut diagnostics) else { return Err(diagnostics.into_sorted()) };
    check(&contract, &mut diagnostics);
    if diagnostics.has_errors() { Err(diagnostics.into_sorted()) } else { Ok((bundle, contract, diagnostics)) }
}

fn pretty(bundle: &Bundle) -> String {
    format!("{:#}\n", bundle.document)
}
