//! Every seed goes through its target as it does under libFuzzer: what was found once stays found.

use std::fs;
use std::path::{Path, PathBuf};

use fuzz::TARGETS;

/// How large all seeds together may be, in bytes.
const BYTES_MAX: u64 = 1024 * 1024;

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder can be read").path()).collect();
    files.sort();
    files
}

#[test]
fn no_seed_of_any_target_finds_anything() {
    for target in TARGETS {
        let files = files(&seeds().join(target.name));
        assert!(!files.is_empty(), "{} has no seeds", target.name);
        for file in files {
            println!("{}", file.display());
            (target.run)(&fs::read(&file).expect("a seed can be read"));
        }
    }
}

#[test]
fn seeds_are_of_targets_and_small() {
    let mut bytes = 0;
    for folder in files(&seeds()) {
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        assert!(TARGETS.iter().any(|target| target.name == name), "{name} is no target");
        bytes += files(&folder).iter().map(|file| file.metadata().map_or(0, |known| known.len())).sum::<u64>();
    }
    assert!(bytes <= BYTES_MAX, "the seeds have {bytes} bytes");
}
