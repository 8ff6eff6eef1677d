//! What was made of lookups, remembered for as long as each of them would be answered as it was. It must not know what is
//! made, nor what of.
//!
//! A question has a count that a write raises which touches it, before the write can be seen. What was made is kept with
//! the counts of all questions that were asked for it, and is good as long as none of them was raised. Several questions
//! share a count, so that there is a fixed number of them: at worst, something is made again that need not be.

use std::any::Any;
use std::fmt;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::domain::Error;
use crate::limits::{MEMORY_COUNTS, MEMORY_DERIVED_BYTES_MAX, MEMORY_DERIVED_EXPECTED};

use super::memory::Question;
use super::{Lookups, Result};

/// What is made, and for which object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Derivation {
    /// What it is: different makers have different names.
    pub what: &'static str,
    /// What it is made of: an object's id, or a hash.
    pub of: [u8; 32],
}

/// Something that can be remembered.
pub trait Derivable: Any + Send + Sync {
    /// How much memory it takes, about, in bytes.
    fn bytes(&self) -> usize;
}

/// Something that was made, whatever it is.
#[derive(Clone)]
pub struct Derived {
    made: Arc<dyn Any + Send + Sync>,
    bytes: usize,
}

/// Makes something of lookups, or finds it as it was made before, if that would come out the same now. The outcome of
/// `make` must depend on nothing but its lookups and on what `derivation` says.
///
/// # Errors
/// Those of `make`, which are not remembered; `Internal` if two types go by one name.
pub fn derive<T: Derivable>(
    txn: &dyn Lookups,
    derivation: Derivation,
    make: impl Fn(&dyn Lookups) -> Result<T>,
) -> Result<Arc<T>> {
    let derived = txn.derive(derivation, &|txn| make(txn).map(Derived::new))?;
    derived.made.downcast().map_err(|_| Error::internal(format!("`{}` is the name of two things", derivation.what)))
}

impl Derived {
    fn new(made: impl Derivable) -> Self {
        Self { bytes: made.bytes(), made: Arc::new(made) }
    }
}

impl fmt::Debug for Derived {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Derived").field("bytes", &self.bytes).finish_non_exhaustive()
    }
}

/// Something that was made in a run, and all that was asked for it.
#[derive(Debug)]
pub(super) struct Making {
    pub(super) derivation: Derivation,
    pub(super) derived: Derived,
    pub(super) asked: Vec<Question>,
}

/// What was made, as much as fits. That nothing is remembered of a write's old state is up to its owner, as with answers.
pub(super) struct Derivations {
    made: Cache<Derivation, Arc<Kept>, Bytes>,
    counts: Box<[AtomicU64]>,
}

/// What was made, with the counts that it depends on: the place of each, and how far it was.
struct Kept {
    derived: Derived,
    since: Box<[(usize, u64)]>,
}

impl Derivations {
    pub(super) fn new() -> Self {
        Self {
            made: Cache::with_weighter(MEMORY_DERIVED_EXPECTED, MEMORY_DERIVED_BYTES_MAX, Bytes),
            counts: (0..MEMORY_COUNTS).map(|_| AtomicU64::new(0)).collect(),
        }
    }

    /// What was made, if it would come out the same now.
    pub(super) fn recall(&self, derivation: &Derivation) -> Option<Derived> {
        let kept = self.made.get(derivation)?;
        let is_good = kept.since.iter().all(|(place, count)| self.counts[*place].load(Ordering::SeqCst) == *count);
        is_good.then(|| kept.derived.clone())
    }

    /// Remembers what was made. Its lookups must be true by now, and no write that touches them on its way.
    pub(super) fn learn(&self, making: Making) {
        let Making { derivation, derived, asked } = making;
        let since = |question: &Question| {
            let place = place(question);
            (place, self.counts[place].load(Ordering::SeqCst))
        };
        self.made.insert(derivation, Arc::new(Kept { derived, since: asked.iter().map(since).collect() }));
    }

    /// Makes doubtful whatever was made of the answer to this question.
    pub(super) fn doubt(&self, question: &Question) {
        self.counts[place(question)].fetch_add(1, Ordering::SeqCst);
    }

    /// Forgets everything.
    pub(super) fn clear(&self) {
        self.made.clear();
    }
}

/// The place of a question's count.
fn place(question: &Question) -> usize {
    let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(question);
    usize::try_from(hash % MEMORY_COUNTS).expect("there are not as many counts as memory has bytes")
}

#[derive(Clone, Copy, Debug)]
struct Bytes;

/// What is remembered takes this besides itself: its key, its place in the table.
const KEPT_BYTES: usize = 256;

impl Weighter<Derivation, Arc<Kept>> for Bytes {
    fn weight(&self, _: &Derivation, kept: &Arc<Kept>) -> u64 {
        let bytes = KEPT_BYTES + kept.derived.bytes + size_of_val(&*kept.since);
        u64::try_from(bytes).unwrap_or(u64::MAX)
    }
}
