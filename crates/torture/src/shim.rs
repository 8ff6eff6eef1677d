//! The shim between the server and the C library: compiled when it is needed, and told what to do through a file of numbers
//! that the server has mapped. Must not know why it is told so.
//!
//! It is C, as nothing may be `unsafe` in this workspace, and whoever builds SQLite has a compiler of C.

use std::fs::{self, File};
use std::io::Read;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// The shim.
const SOURCE: &str = include_str!("../shim/faults.c");
/// Numbers of the control file.
const NUMBERS: u64 = 9;

/// What can be told to the shim, by its place in the control file; the order is that of `shim/faults.c`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    /// The `errno` that writes to the database's files fail with; none is 0, here and below.
    WriteError,
    /// The same of syncs.
    SyncError,
    /// The same of reads.
    ReadError,
    /// Seconds that the clock is ahead.
    ClockOffsetS,
    /// After how many steps of writes, syncs and changes of names the server dies. A write has two: half of it, and all; a sync
    /// has one before and one after; a change of a name has one after.
    DieAfter,
    /// Microseconds that a sync takes longer.
    SyncDelayUs,
    /// Whether the journals keep what was synced too, with the syncs.
    KeepAll,
    /// Whether the data directory has got its name and that may not be on the disk. The shim's own.
    HomeIsNew,
    /// How many failures there were. The shim's own.
    Injected,
}

/// A compiled shim with its control file and its journals, for one server at a time.
#[derive(Debug)]
pub(crate) struct Shim {
    library: PathBuf,
    control_path: PathBuf,
    control: File,
    journals: [(&'static str, PathBuf); 2],
    names: PathBuf,
    /// Where files are that have lost their names.
    kept: PathBuf,
}

impl Shim {
    /// Compiles it into a directory.
    pub(crate) fn build(directory: &Path) -> Result<Self> {
        let (source, library) = (directory.join("faults.c"), directory.join("faults.so"));
        fs::write(&source, SOURCE).with_context(|| format!("cannot write {}", source.display()))?;
        let arguments = ["-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-pthread", "-o"];
        let outcome = Command::new("cc").args(arguments).arg(&library).arg(&source).output();
        let outcome = outcome.context("there is no C compiler `cc`")?;
        ensure!(outcome.status.success(), "the shim does not compile: {}", String::from_utf8_lossy(&outcome.stderr));
        let control_path = directory.join("control");
        let control = File::options().create(true).truncate(true).read(true).write(true).open(&control_path);
        let control = control.with_context(|| format!("cannot make {}", control_path.display()))?;
        control.set_len(NUMBERS * 8)?;
        let journals = ["roster.db", "roster.db-wal"].map(|name| (name, directory.join(format!("{name}.unsynced"))));
        let (names, kept) = (directory.join("names"), directory.join("kept"));
        fs::create_dir(&kept).with_context(|| format!("cannot make {}", kept.display()))?;
        Ok(Self { library, control_path, control, journals, names, kept })
    }

    /// Puts it before a server that is going to be started on this data directory, which has no symbolic link in its path.
    pub(crate) fn put_before(&self, command: &mut Command, data_dir: &Path) {
        command.env("TORTURE_HOME", data_dir).env("TORTURE_NAMES_JOURNAL", &self.names);
        command.env("TORTURE_KEPT", &self.kept);
        command.env("LD_PRELOAD", &self.library).env("TORTURE_CONTROL", &self.control_path);
        let [database, log] = &self.journals;
        command.env("TORTURE_DATABASE_JOURNAL", &database.1).env("TORTURE_LOG_JOURNAL", &log.1);
    }

    /// Tells it a number.
    pub(crate) fn set(&self, number: Number, value: i64) -> Result<()> {
        self.control.write_all_at(&value.to_ne_bytes(), number as u64 * 8).context("cannot write the control file")
    }

    /// Reads a number.
    pub(crate) fn get(&self, number: Number) -> Result<i64> {
        let mut bytes = [0; 8];
        self.control.read_exact_at(&mut bytes, number as u64 * 8).context("cannot read the control file")?;
        Ok(i64::from_ne_bytes(bytes))
    }

    /// Lets everything be as if it were not there.
    pub(crate) fn reset(&self) -> Result<()> {
        self.control.write_all_at(&[0; NUMBERS as usize * 8], 0).context("cannot write the control file")
    }

    /// What happened to each of the database's files: since its last sync, or since the start where everything is kept.
    pub(crate) fn events(&self) -> Result<Vec<(&'static str, Vec<Event>)>> {
        let read = |(name, journal): &(&'static str, PathBuf)| {
            let mut bytes = Vec::new();
            File::open(journal).and_then(|mut file| file.read_to_end(&mut bytes)).context("cannot read a journal")?;
            Ok((*name, parse_journal(&bytes).context("a journal has an unknown form")?))
        };
        self.journals.iter().map(read).collect()
    }

    /// Which names in the data directory changed since it was synced, the first one first.
    pub(crate) fn names(&self) -> Result<Vec<NameChange>> {
        let text = fs::read_to_string(&self.names).context("cannot read the journal of names")?;
        text.lines()
            .map(|line| parse_name(line, &self.kept).context("the journal of names has an unknown form"))
            .collect()
    }

    /// Takes all names for those that are on the disk.
    pub(crate) fn forget_names(&self) -> Result<()> {
        fs::write(&self.names, "").context("cannot write the journal of names")?;
        fs::remove_dir_all(&self.kept).and_then(|()| fs::create_dir(&self.kept)).context("cannot forget what is kept")
    }

    /// What was written to each of the database's files since it was synced.
    pub(crate) fn unsynced(&self) -> Result<Vec<(&'static str, Vec<Write>)>> {
        let writes = |events: Vec<Event>| {
            let write = |event| if let Event::Written(write) = event { Some(write) } else { None };
            events.into_iter().filter_map(write).collect()
        };
        Ok(self.events()?.into_iter().map(|(name, events)| (name, writes(events))).collect())
    }
}

/// A write that may not be on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Write {
    /// Where it begins in the file.
    pub(crate) offset: u64,
    /// What was written.
    pub(crate) new: Vec<u8>,
    /// What was there; shorter where the file ended.
    pub(crate) old: Vec<u8>,
    /// How long the file was.
    pub(crate) old_size: u64,
}

/// What happened to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    Written(Write),
    /// All that was written before is on the disk.
    Synced,
    /// A sync failed.
    NotSynced,
}

/// A change of a name in the data directory, which was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NameChange {
    Made {
        name: String,
    },
    Moved {
        from: String,
        to: String,
        /// Where the file is kept that had the name before.
        replaced: Option<PathBuf>,
    },
    Gone {
        name: String,
        /// Where the file is kept; nowhere, if there was none.
        kept: Option<PathBuf>,
    },
}

fn parse_name(line: &str, kept: &Path) -> Option<NameChange> {
    let [what, name, other, lost] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
    let (name, lost) = (name.to_owned(), (!lost.is_empty()).then(|| kept.join(lost)));
    match what {
        "made" => Some(NameChange::Made { name }),
        "moved" => Some(NameChange::Moved { from: name, to: other.to_owned(), replaced: lost }),
        "gone" => Some(NameChange::Gone { name, kept: lost }),
        _ => None,
    }
}

/// Reads a journal. A record that the death of the server cut is of a write that was not begun.
fn parse_journal(mut bytes: &[u8]) -> Option<Vec<Event>> {
    let mut events = Vec::new();
    while let Some((head, rest)) = bytes.split_first_chunk::<40>() {
        let number = |at: usize| Some(u64::from_ne_bytes(head.get(at * 8..at * 8 + 8)?.try_into().ok()?));
        let (new, old) = (usize::try_from(number(2)?).ok()?, usize::try_from(number(4)?).ok()?);
        let Some(content) = rest.get(..new + old) else { break };
        let (new, old) = content.split_at(new);
        events.push(match number(0)? {
            0 => {
                let (offset, old_size) = (number(1)?, number(3)?);
                Event::Written(Write { offset, new: new.to_vec(), old: old.to_vec(), old_size })
            }
            1 => Event::Synced,
            2 => Event::NotSynced,
            _ => return None,
        });
        bytes = &rest[content.len()..];
    }
    Some(events)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shim_compiles_and_what_it_is_told_can_be_read_back() {
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        let shim = Shim::build(directory.path()).expect("there is a compiler");
        shim.set(Number::ClockOffsetS, -7).expect("the control file can be written");
        assert_eq!(shim.get(Number::ClockOffsetS).expect("and read"), -7);
        assert_eq!(shim.get(Number::Injected).expect("and read"), 0);
        shim.reset().expect("and cleared");
        assert_eq!(shim.get(Number::ClockOffsetS).expect("and read"), 0);
    }

    #[test]
    fn a_journal_of_names_is_read() {
        let kept = Path::new("kept");
        let read = |line| parse_name(line, kept).expect("it is a line of a journal");
        assert_eq!(read("made\ta\t\t"), NameChange::Made { name: "a".into() });
        let moved = NameChange::Moved { from: "a".into(), to: "b".into(), replaced: Some(kept.join("7-0")) };
        assert_eq!(read("moved\ta\tb\t7-0"), moved);
        assert_eq!(read("gone\tb\t\t"), NameChange::Gone { name: "b".into(), kept: None });
        assert_eq!(parse_name("moved\ta\tb", kept), None);
    }

    #[test]
    fn a_journal_is_read_up_to_the_record_that_is_cut() {
        let record = |offset: u64| {
            let head = [0, offset, 3, 100, 2].map(u64::to_ne_bytes).concat();
            [head, b"newol".to_vec()].concat()
        };
        let whole = [record(7), record(9)].concat();
        let writes = parse_journal(&whole[..whole.len() - 1]).expect("it is a journal");
        let first = Write { offset: 7, new: b"new".to_vec(), old: b"ol".to_vec(), old_size: 100 };
        assert_eq!(writes, [Event::Written(first)]);
        assert_eq!(parse_journal(&whole).expect("it is a journal").len(), 2);
    }
}
