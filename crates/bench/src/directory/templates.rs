//! Data directories that are filled once and copied for each measurement: a base with nobody but the built-in users, and
//! from it one directory for each number of users, each grown from the next smaller one.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::seed::{self, Seeded};
use crate::SEED_CONNECTIONS;
use crate::load::Load;
use crate::requests::{RequestMaker, Values};
use crate::server_process::ServerProcess;

/// What is known of a directory's users, beside its data.
const MANIFEST: &str = "bench-subjects.json";
/// The server writes it anew at each start.
const ADDRESS: &str = "address";
/// Serial numbers of seeding, apart from those of a measurement.
const SEED_SERIALS: u64 = 5_000_000_000;

/// Where filled directories are, and what fills them.
#[derive(Debug)]
pub(crate) struct Templates<'t> {
    pub(crate) binary: &'t Path,
    /// Filled directories that are there already are used again.
    pub(crate) parent: PathBuf,
    /// How many users have a key.
    pub(crate) subjects: usize,
    pub(crate) seed: u64,
}

/// A filled directory.
#[derive(Debug)]
pub(crate) struct Template {
    pub(crate) data_dir: PathBuf,
    pub(crate) seeded: Seeded,
    /// What filling took, with what it was grown from; none where it was there already.
    pub(crate) took: Option<Duration>,
}

impl Templates<'_> {
    /// The directory with the built-in users only.
    pub(crate) fn base(&self) -> Result<PathBuf> {
        let base = self.parent.join("base");
        if !base.exists() {
            let fresh = self.parent.join("base-unfinished");
            ServerProcess::start(self.binary, &fresh)?.stop()?;
            finish(&fresh, &base)?;
        }
        Ok(base)
    }

    /// The directory with so many users, grown from one with fewer or from the base.
    pub(crate) fn filled(&self, users: usize, smaller: Option<&Template>) -> Result<Template> {
        let data_dir = self.parent.join(format!("{users}-users-{}-subjects", self.subjects.min(users)));
        let manifest = data_dir.join(MANIFEST);
        if let Ok(text) = fs::read_to_string(&manifest) {
            let seeded = serde_json::from_str(&text).with_context(|| format!("{} is broken", manifest.display()))?;
            return Ok(Template { data_dir, seeded, took: None });
        }
        eprintln!("seeding {users} users");
        let begun = Instant::now();
        let unfinished = self.parent.join(format!("{users}-unfinished"));
        match smaller {
            Some(smaller) => copy_directory(&smaller.data_dir, &unfinished)?,
            None => copy_directory(&self.base()?, &unfinished)?,
        }
        let mut server = ServerProcess::start(self.binary, &unfinished)?;
        let from = smaller.map_or(0, |smaller| smaller.seeded.users);
        let values = Values::default().with("admin", server.admin_key.clone());
        let mut requests = RequestMaker::new(server.address, values, self.seed, SEED_SERIALS + from as u64);
        let load = Load { address: server.address, connections: SEED_CONNECTIONS, threads: 1 };
        let seeded = seed::grow(load, &mut requests, from, users, self.subjects.min(users))?;
        server.stop()?;
        let text = serde_json::to_string(&seeded).context("the manifest has no JSON form")?;
        fs::write(unfinished.join(MANIFEST), text).context("cannot write the manifest")?;
        finish(&unfinished, &data_dir)?;
        let took = begun.elapsed() + smaller.and_then(|smaller| smaller.took).unwrap_or_default();
        Ok(Template { data_dir, seeded, took: Some(took) })
    }
}

/// Gives a directory its name when it is whole, so that an interrupted run leaves none that is not.
fn finish(unfinished: &Path, whole: &Path) -> Result<()> {
    fs::rename(unfinished, whole).with_context(|| format!("cannot name {}", whole.display()))
}

/// Copies a data directory of a server that has stopped.
pub(crate) fn copy_directory(from: &Path, to: &Path) -> Result<()> {
    let copy = || -> std::io::Result<()> {
        if to.exists() {
            fs::remove_dir_all(to)?;
        }
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            let name = entry.file_name();
            if entry.file_type()?.is_file() && name != ADDRESS {
                fs::copy(entry.path(), to.join(name))?;
            }
        }
        Ok(())
    };
    copy().with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copy_replaces_what_is_there_and_leaves_the_address() {
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        let (from, to) = (directory.path().join("from"), directory.path().join("to"));
        for (folder, file) in [(&from, "roster.db"), (&from, ADDRESS), (&to, "roster.db-wal")] {
            fs::create_dir_all(folder).and_then(|()| fs::write(folder.join(file), "x")).expect("it is writable");
        }
        copy_directory(&from, &to).expect("it can be copied");
        let names: Vec<_> = fs::read_dir(&to).expect("it is there").map(|entry| entry.map(|e| e.file_name())).collect();
        assert!(matches!(names.as_slice(), [Ok(name)] if name == "roster.db"), "{names:?}");
    }
}
