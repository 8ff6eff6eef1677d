//! What a power cut leaves of the database's files and of the names in its directory: everything that was synced, and of what was
//! written since, whatever the disk happened to have done. Must not know SQLite's formats: it knows writes, sectors and syncs.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use fastrand::Rng;

use crate::shim::{Event, NameChange, Number, Shim, Write};

/// Bytes that a disk writes at once, at least; and what file systems write at once.
const SECTORS: [usize; 2] = [512, 4096];

/// What becomes of the writes that were not synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    /// None was done.
    Lost,
    /// Some of the first were done, one in part, and none that came later.
    Torn,
    /// The file ends at any byte after what was synced.
    Short,
    /// Any of them were done, and any sectors of those.
    Reordered,
    /// All were done, but some sectors are zeros.
    Zeroed,
    /// All were done, but some sectors are noise.
    Noisy,
    /// All were done, but some bits are others.
    Flipped,
    /// All were done.
    Whole,
}

/// All that can happen.
const CUTS: [Cut; 8] =
    [Cut::Lost, Cut::Torn, Cut::Short, Cut::Reordered, Cut::Zeroed, Cut::Noisy, Cut::Flipped, Cut::Whole];

impl Cut {
    /// Draws one.
    pub(crate) fn draw(dice: &mut Rng) -> Self {
        CUTS[dice.usize(..CUTS.len())]
    }

    /// What it is called in the report.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::Torn => "torn",
            Self::Short => "short",
            Self::Reordered => "reordered",
            Self::Zeroed => "zeroed",
            Self::Noisy => "noisy",
            Self::Flipped => "flipped",
            Self::Whole => "whole",
        }
    }
}

/// What was not on the disk when the power was cut.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Unsynced {
    pub(crate) writes: u64,
    pub(crate) names: u64,
}

/// Changes the files of a data directory whose server has died, and answers what was not synced.
pub(crate) fn cut(shim: &Shim, data_dir: &Path, cut: Cut, dice: &mut Rng) -> Result<Unsynced> {
    let mut unsynced = Unsynced::default();
    for (name, writes) in shim.unsynced()? {
        unsynced.writes += writes.len() as u64;
        if writes.is_empty() {
            continue;
        }
        let path = data_dir.join(name);
        let now = match fs::read(&path) {
            Ok(now) => now,
            // What has lost its name was synced before.
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
        };
        fs::write(&path, left_of(now, &writes, cut, dice))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    // The index of the log is memory that is shared, so it is gone.
    let index = data_dir.join("roster.db-shm");
    if index.exists() {
        fs::remove_file(&index).context("cannot remove the index of the log")?;
    }
    unsynced.names = cut_names(shim, data_dir, dice)?;
    Ok(unsynced)
}

/// Takes back changes of names that were not synced: of those in the data directory any number of the last ones, as file systems
/// have them on the disk in their order, and that of the directory itself. Answers how many there were.
fn cut_names(shim: &Shim, data_dir: &Path, dice: &mut Rng) -> Result<u64> {
    let changes = shim.names()?;
    let done = dice.usize(..=changes.len());
    for change in changes[done..].iter().rev() {
        take_back(change, data_dir).with_context(|| format!("cannot take back {change:?}"))?;
    }
    shim.forget_names()?;
    let is_new = shim.get(Number::HomeIsNew)? != 0;
    if is_new && dice.bool() {
        fs::remove_dir_all(data_dir).context("cannot remove the data directory")?;
    }
    Ok(changes.len() as u64 + u64::from(is_new))
}

/// A change that the server died before doing has nothing to take back.
fn take_back(change: &NameChange, directory: &Path) -> io::Result<()> {
    let restore = |kept: &Option<PathBuf>, name: &str| {
        kept.as_ref().map_or(Ok(()), |kept| fs::rename(kept, directory.join(name)))
    };
    match change {
        NameChange::Made { name } => match fs::remove_file(directory.join(name)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        },
        NameChange::Moved { from, to, replaced } => match fs::symlink_metadata(directory.join(from)) {
            Ok(_) => Ok(()),
            Err(_) => fs::rename(directory.join(to), directory.join(from)).and_then(|()| restore(replaced, to)),
        },
        NameChange::Gone { name, kept } => match fs::symlink_metadata(directory.join(name)) {
            Ok(_) => Ok(()),
            Err(_) => restore(kept, name),
        },
    }
}

/// Leaves of the files what a disk has that loses for good whatever was written before a sync that failed, as systems do that
/// take such pages for written. Needs everything that happened since the files were as they are given.
pub(crate) fn keep_synced(shim: &Shim, data_dir: &Path, before: &Path) -> Result<()> {
    write_synced(shim, before, data_dir)?;
    let index = data_dir.join("roster.db-shm");
    fs::remove_file(&index).with_context(|| format!("cannot remove {}", index.display()))
}

/// Writes to a directory what such a disk has of the files.
pub(crate) fn write_synced(shim: &Shim, before: &Path, directory: &Path) -> Result<()> {
    for (name, events) in shim.events()? {
        let disk = fs::read(before.join(name)).unwrap_or_default();
        let path = directory.join(name);
        fs::write(&path, on_disk(disk, &events)).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn on_disk(mut disk: Vec<u8>, events: &[Event]) -> Vec<u8> {
    let mut waiting = Vec::new();
    for event in events {
        match event {
            Event::Written(write) => waiting.push(write),
            Event::Synced => waiting.drain(..).for_each(|write| put(&mut disk, write.offset, &write.new)),
            Event::NotSynced => waiting.clear(),
        }
    }
    disk
}

/// Cuts or garbles a log anywhere, as if the disk had lied when it said that it has it.
pub(crate) fn cut_anywhere(log: &Path, dice: &mut Rng) -> Result<()> {
    let file = File::options().read(true).write(true).open(log).context("cannot open the log")?;
    let size = file.metadata()?.len();
    if size == 0 {
        // The server was killed before it wrote anything.
        return Ok(());
    }
    let at = dice.u64(..size);
    if dice.bool() {
        file.set_len(at).context("cannot cut the log")
    } else {
        let noise: Vec<u8> = (0..SECTORS[0]).map(|_| dice.u8(..)).collect();
        file.write_all_at(&noise, at).context("cannot garble the log")
    }
}

/// What is left of a file of which these writes were not synced.
fn left_of(now: Vec<u8>, writes: &[Write], cut: Cut, dice: &mut Rng) -> Vec<u8> {
    let mut file = synced(now, writes);
    let synced_size = file.len();
    match cut {
        Cut::Lost => {}
        Cut::Torn => {
            let done = dice.usize(..writes.len());
            writes[..done].iter().for_each(|write| put(&mut file, write.offset, &write.new));
            let torn = &writes[done];
            put(&mut file, torn.offset, &torn.new[..dice.usize(..torn.new.len().max(1))]);
        }
        Cut::Reordered => {
            let sector = SECTORS[dice.usize(..SECTORS.len())];
            for write in writes {
                // Of every other write nothing is done.
                let sectors = if dice.bool() { write.new.as_slice() } else { &[] };
                for (place, piece) in sectors.chunks(sector).enumerate() {
                    if dice.bool() {
                        put(&mut file, write.offset + (place * sector) as u64, piece);
                    }
                }
            }
        }
        Cut::Short | Cut::Zeroed | Cut::Noisy | Cut::Flipped | Cut::Whole => {
            writes.iter().for_each(|write| put(&mut file, write.offset, &write.new));
        }
    }
    match cut {
        Cut::Short if file.len() > synced_size => file.truncate(dice.usize(synced_size..file.len())),
        Cut::Zeroed => spoil(&mut file, writes, dice, |piece, _| piece.fill(0)),
        Cut::Noisy => spoil(&mut file, writes, dice, |piece, dice| dice.fill(piece)),
        Cut::Flipped => spoil(&mut file, writes, dice, |piece, dice| {
            let at = dice.usize(..piece.len());
            piece[at] ^= 1 << dice.u8(..8);
        }),
        _ => {}
    }
    file
}

/// The file as it was when it was synced: every write is taken back, the last one first.
fn synced(mut file: Vec<u8>, writes: &[Write]) -> Vec<u8> {
    for write in writes.iter().rev() {
        put(&mut file, write.offset, &write.old);
        file.truncate(usize::try_from(write.old_size).unwrap_or(usize::MAX));
    }
    file
}

fn put(file: &mut Vec<u8>, offset: u64, bytes: &[u8]) {
    if bytes.is_empty() {
        return;
    }
    let start = usize::try_from(offset).unwrap_or(usize::MAX);
    let end = start + bytes.len();
    if file.len() < end {
        file.resize(end, 0);
    }
    file[start..end].copy_from_slice(bytes);
}

/// Spoils about half of the sectors of one of the writes at least.
fn spoil(file: &mut [u8], writes: &[Write], dice: &mut Rng, spoiled: impl Fn(&mut [u8], &mut Rng)) {
    let sector = SECTORS[dice.usize(..SECTORS.len())];
    let first = dice.usize(..writes.len());
    for write in &writes[first..] {
        let start = usize::try_from(write.offset).unwrap_or(usize::MAX);
        let Some(written) = file.get_mut(start..start + write.new.len()) else { continue };
        for piece in written.chunks_mut(sector) {
            if dice.bool() && !piece.is_empty() {
                spoiled(piece, dice);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &[u8] = b"synced synced synced";

    /// A file that was written to twice since its sync, once over what was there and once behind it.
    fn written() -> (Vec<u8>, Vec<Write>) {
        let first = Write { offset: 7, new: b"SYNCED".to_vec(), old: b"synced".to_vec(), old_size: 20 };
        let second = Write { offset: 20, new: b" and more".to_vec(), old: Vec::new(), old_size: 20 };
        (b"synced SYNCED synced and more".to_vec(), vec![first, second])
    }

    #[test]
    fn what_was_synced_is_found_again() {
        let (now, writes) = written();
        assert_eq!(synced(now, &writes), BEFORE);
    }

    #[test]
    fn what_was_written_before_a_failed_sync_is_lost_though_a_later_one_succeeds() {
        let write = |offset, text: &str| {
            Event::Written(Write { offset, new: text.as_bytes().to_vec(), old: Vec::new(), old_size: 0 })
        };
        let events = [
            write(0, "first."),
            Event::Synced,
            write(6, "failed"),
            Event::NotSynced,
            write(12, "later."),
            Event::Synced,
            write(18, "never"),
        ];
        assert_eq!(on_disk(Vec::new(), &events), b"first.\0\0\0\0\0\0later.");
    }

    #[test]
    fn changes_of_names_are_taken_back_from_the_last_to_the_first() {
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        let (home, kept) = (directory.path().join("home"), directory.path().join("kept"));
        fs::create_dir(&home).and_then(|()| fs::create_dir(&kept)).expect("directories can be made");
        let there = || {
            let name = |entry: io::Result<fs::DirEntry>| entry.expect("it can be read").file_name().into_string().ok();
            let mut names: Vec<_> = fs::read_dir(&home).expect("it is there").filter_map(name).collect();
            names.sort();
            names
        };
        // `b` was replaced by `a`, and then was removed, and `c` was made.
        for (path, text) in [(kept.join("0"), "old"), (kept.join("1"), "new"), (home.join("c"), "")] {
            fs::write(path, text).expect("files can be written");
        }
        let moved = NameChange::Moved { from: "a".into(), to: "b".into(), replaced: Some(kept.join("0")) };
        let gone = NameChange::Gone { name: "b".into(), kept: Some(kept.join("1")) };
        for (change, names) in [
            (NameChange::Made { name: "c".into() }, vec![]),
            (NameChange::Made { name: "never done".into() }, vec![]),
            (gone.clone(), vec!["b"]),
            (gone, vec!["b"]),
            (moved.clone(), vec!["a", "b"]),
            (moved, vec!["a", "b"]),
        ] {
            take_back(&change, &home).expect("it can be taken back");
            assert_eq!(there(), names, "{change:?}");
        }
        assert_eq!(fs::read_to_string(home.join("a")).expect("it is there"), "new");
        assert_eq!(fs::read_to_string(home.join("b")).expect("it is there"), "old");
    }

    #[test]
    fn no_cut_changes_what_was_synced_and_not_written_since() {
        let mut dice = Rng::with_seed(7);
        for cut in CUTS {
            for _ in 0..100 {
                let (now, writes) = written();
                let left = left_of(now, &writes, cut, &mut dice);
                assert_eq!((&left[..7], &left[13..20]), (&BEFORE[..7], &BEFORE[13..20]), "{}", cut.name());
            }
        }
    }
}
