//! How far an import has come, noted in a file beside the one that is imported: what was answered is not sent again, and what
//! was sent and not answered is sent under the same name. Must not know what rows are.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

use super::super::names::sync_name;

/// The first line: which import it is.
#[derive(Debug, Serialize, Deserialize)]
struct Beginning {
    /// The name of the import.
    import: String,
    /// Who imports: an id that no two installations have in common.
    importer: String,
}

/// Each further line: a portion that was answered.
#[derive(Debug, Serialize, Deserialize)]
struct Note {
    portion: u64,
    /// The SHA-256 of what was in the file then.
    digest: String,
    created: u64,
    refused: u64,
}

/// The journal of one import.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    import: String,
    done: BTreeMap<u64, Note>,
}

impl Journal {
    /// Opens the journal of an import that was broken off, or begins one under this name.
    ///
    /// # Errors
    /// It cannot be read or written, or is that of somebody else's import.
    pub(super) fn open(path: &Path, name: String, importer: &str) -> anyhow::Result<Self> {
        let context = || format!("cannot use the journal {}", path.display());
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error).with_context(context),
        };
        // What was being written when the import was broken off has no end of line.
        let whole = text.rfind('\n').map_or("", |end| &text[..end]);
        let mut file = OpenOptions::new().create(true).append(true).open(path).with_context(context)?;
        file.set_len(if whole.is_empty() { 0 } else { whole.len() as u64 + 1 }).with_context(context)?;
        let mut lines = whole.lines();
        let Some(first) = lines.next() else {
            let beginning = Beginning { import: name.clone(), importer: importer.to_owned() };
            append(&mut file, &beginning).with_context(context)?;
            // Without the name of the import, what was made would be refused as taken.
            file.sync_all().and_then(|()| sync_name(path)).with_context(context)?;
            return Ok(Self { path: path.to_owned(), file, import: name, done: BTreeMap::new() });
        };
        let unreadable = || format!("{} is not the journal of an import", path.display());
        let beginning: Beginning = serde_json::from_str(first).with_context(unreadable)?;
        ensure!(
            beginning.importer == importer,
            "the import that {} tells of was begun by somebody else or on another server; go on there, or delete the file",
            path.display()
        );
        let notes = lines.map(serde_json::from_str::<Note>).collect::<Result<Vec<_>, _>>().with_context(unreadable)?;
        let done = notes.into_iter().map(|note| (note.portion, note)).collect();
        Ok(Self { path: path.to_owned(), file, import: beginning.import, done })
    }

    /// The name under which a portion is sent, however often.
    pub(super) fn name_of(&self, portion: u64) -> String {
        format!("import-{}-{portion}", self.import)
    }

    /// Whether anything was done before.
    pub(super) fn is_begun(&self) -> bool {
        !self.done.is_empty()
    }

    /// How many rows of a portion were made and refused, if it was answered before.
    ///
    /// # Errors
    /// The portion was another one then.
    pub(super) fn find(
        &self,
        portion: u64,
        digest: &[u8; 32],
        lines: (u64, u64),
    ) -> anyhow::Result<Option<(u64, u64)>> {
        let Some(note) = self.done.get(&portion) else { return Ok(None) };
        if note.digest != HEXLOWER.encode(digest) {
            bail!(
                "the lines {} to {} were imported already and have changed since; to begin anew, delete {}",
                lines.0,
                lines.1,
                self.path.display()
            );
        }
        Ok(Some((note.created, note.refused)))
    }

    /// Notes that a portion was answered.
    ///
    /// # Errors
    /// The journal cannot be written.
    pub(super) fn note(&mut self, portion: u64, digest: &[u8; 32], created: u64, refused: u64) -> anyhow::Result<()> {
        let note = Note { portion, digest: HEXLOWER.encode(digest), created, refused };
        append(&mut self.file, &note).with_context(|| format!("cannot write the journal {}", self.path.display()))
    }

    /// Ends the import: there is nothing to go on with.
    ///
    /// # Errors
    /// The journal cannot be removed.
    pub(super) fn finish(self) -> anyhow::Result<()> {
        std::fs::remove_file(&self.path).with_context(|| format!("cannot remove the journal {}", self.path.display()))
    }
}

fn append(file: &mut File, entry: &impl Serialize) -> anyhow::Result<()> {
    let mut line = serde_json::to_vec(entry)?;
    line.push(b'\n');
    // In one piece, so that a line is there or not.
    Ok(file.write_all(&line)?)
}
