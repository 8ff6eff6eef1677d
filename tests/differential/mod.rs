//! The same intent by the same caller through every dialect that can express it: the same verdict, the same stored state, the
//! same audit record. Row 3 of the ten ways in which a user API fails: the second door that skips the rule.
//!
//! Each dialect has a copy of one directory. Random intents of random actors are put into each dialect's words, and after
//! each the copies are compared. `ROSTER_DIFFERENTIAL_OPERATIONS` says how many, `ROSTER_DIFFERENTIAL_SEED` where to begin.

mod cast;
mod dice;
mod doors;
mod draw;
mod eye;
mod intent;
mod rules;
mod run;
mod scene;
mod verdict;

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Instant;

use run::{Report, run};
use verdict::Verdict;

/// How many intents are tried where nobody says how many.
const OPERATIONS_DEFAULT: u64 = 2000;
/// How many intents begin anew with a directory that nothing was done to.
const OPERATIONS_PER_RUN: u64 = 2000;
/// The seed of the first run; the others have the next ones.
const SEED_DEFAULT: u64 = 1;
/// How many intents there must be until each kind of them must have been done and been refused.
const OPERATIONS_THAT_COVER: u64 = 2000;

#[test]
fn one_intent_has_one_outcome_through_every_door() {
    let operations = setting("ROSTER_DIFFERENTIAL_OPERATIONS", OPERATIONS_DEFAULT);
    let first_seed = setting("ROSTER_DIFFERENTIAL_SEED", SEED_DEFAULT);
    let runs = operations.div_ceil(OPERATIONS_PER_RUN);
    let (begun, next) = (Instant::now(), AtomicU64::new(0));
    let (total, divergences) = (Mutex::new(Report::default()), Mutex::new(Vec::new()));
    let work = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= runs || !divergences.lock().expect("no thread panics with it").is_empty() {
                return;
            }
            let intents = OPERATIONS_PER_RUN.min(operations - number * OPERATIONS_PER_RUN);
            match run(first_seed + number, intents) {
                Ok(report) => total.lock().expect("no thread panics with it").add(&report),
                Err(divergence) => divergences.lock().expect("no thread panics with it").push(divergence),
            }
            let done = number + 1;
            if done % 10 == 0 {
                println!("about {done} runs of {runs}, {} s", begun.elapsed().as_secs());
            }
        }
    };
    // Each run waits for its stores most of the time.
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let threads = usize::try_from(runs).map_or(2 * cores, |runs| runs.min(2 * cores));
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    let total = total.into_inner().expect("no thread panicked with it");
    let divergences = divergences.into_inner().expect("no thread panicked with it");
    println!("{total}{} divergences in {} s", divergences.len(), begun.elapsed().as_secs());
    assert!(divergences.is_empty(), "{}", divergences.join("\n\n"));
    if total.intents >= OPERATIONS_THAT_COVER {
        let is_covered = |verdicts: &std::collections::BTreeMap<Verdict, u64>| {
            verdicts.contains_key(&Verdict::Done) && verdicts.len() > 1
        };
        let uncovered: Vec<_> = total.verdicts.iter().filter(|(_, verdicts)| !is_covered(verdicts)).collect();
        assert!(uncovered.is_empty(), "these were only done or only refused: {uncovered:?}");
    }
}

fn setting(name: &str, default: u64) -> u64 {
    let said = std::env::var(name).ok();
    said.map_or(default, |text| text.parse().unwrap_or_else(|_| panic!("{name} must be a number, not {text:?}")))
}
