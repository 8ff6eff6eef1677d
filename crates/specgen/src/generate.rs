//! From the contract's path to everything that is generated from it: a pure function of the files read.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use crate::bundle::Bundle;
use crate::check::check;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::ir::{self, Contract};
use crate::render_client::{Client, render_client};
use crate::render_server::render_server;

/// Reads one file of the contract.
pub type Read<'a> = dyn FnMut(&Path) -> io::Result<String> + 'a;

/// Everything that was generated.
#[derive(Clone, Debug)]
pub struct Generated {
    /// The server's files by their path below `generated/`.
    pub files: BTreeMap<PathBuf, String>,
    /// The client.
    pub client: Client,
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
    generate_again(path, None)
}

/// Generates everything from the contract whose root is `path`, and the client only if it is not the one that was kept.
///
/// # Errors
/// Everything that was found, sorted by position, if any of it is an error.
pub fn generate_again(path: &Path, kept: Option<&Client>) -> Result<Generated, Vec<Diagnostic>> {
    generate_from(path, &mut |path| std::fs::read_to_string(path), kept)
}

/// Generates everything from the contract whose root is `path`, reading files by `read`.
///
/// # Errors
/// Everything that was found, sorted by position, if any of it is an error.
pub fn generate_with(path: &Path, read: &mut Read<'_>) -> Result<Generated, Vec<Diagnostic>> {
    generate_from(path, read, None)
}

fn generate_from(path: &Path, read: &mut Read<'_>, kept: Option<&Client>) -> Result<Generated, Vec<Diagnostic>> {
    let (bundle, contract, mut diagnostics) = checked(path, read)?;
    let (client, files, document) = thread::scope(|scope| {
        let client = scope.spawn(|| with_findings(&diagnostics, |found| render_client(&contract, kept, found)));
        let server = scope.spawn(|| with_findings(&diagnostics, |found| render_server(&contract, found)));
        let document = pretty(&bundle);
        (join(client), join(server), document)
    });
    let ((client, of_client), (files, of_server)) = (client, files);
    diagnostics.append(of_client);
    diagnostics.append(of_server);
    let mut files = files.unwrap_or_default();
    files.insert(PathBuf::from("openapi.json"), document);
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

/// Runs a pass that has findings of its own, so that several can run at once.
fn with_findings<T>(so_far: &Diagnostics, pass: impl FnOnce(&mut Diagnostics) -> T) -> (T, Diagnostics) {
    let mut found = so_far.beside();
    let made = pass(&mut found);
    (made, found)
}

/// Waits for a thread, and panics as it did.
pub(crate) fn join<T>(thread: thread::ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

fn pretty(bundle: &Bundle) -> String {
    format!("{:#}\n", bundle.document)
}
