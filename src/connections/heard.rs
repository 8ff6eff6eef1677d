//! From whom requests came since that was last looked at. Noting one takes no lock and allocates nothing.
//! Must not know sockets.

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::limits::HEARD_WORDS;

/// Peers that asked for something, each as one of many bits. Two may have the same, so one who was not noted may seem to be.
pub(crate) struct Heard {
    words: Box<[AtomicU64]>,
    /// Keyed, so nobody can choose whose bit one has.
    hasher: RandomState,
}

/// Peers that were noted until now.
pub(super) struct Taken<'a> {
    words: Vec<u64>,
    heard: &'a Heard,
}

impl Heard {
    /// Nobody yet.
    pub(crate) fn new() -> Self {
        Self { words: (0..HEARD_WORDS).map(|_| AtomicU64::new(0)).collect(), hasher: RandomState::new() }
    }

    /// Notes that a request came from a peer.
    pub(crate) fn note(&self, peer: SocketAddr) {
        let (word, bit) = self.place(peer);
        // Most have been noted already, and to look is cheaper than to write.
        let unnoted = self.words.get(word).filter(|word| word.load(Ordering::Relaxed) & bit == 0);
        if let Some(word) = unnoted {
            word.fetch_or(bit, Ordering::Relaxed);
        }
    }

    /// Takes everybody who was noted, and begins anew.
    pub(super) fn take(&self) -> Taken<'_> {
        let take = |word: &AtomicU64| match word.load(Ordering::Relaxed) {
            0 => 0,
            _ => word.swap(0, Ordering::Relaxed),
        };
        Taken { words: self.words.iter().map(take).collect(), heard: self }
    }

    /// The place of a peer: a word, and its bit there.
    fn place(&self, peer: SocketAddr) -> (usize, u64) {
        let hash = self.hasher.hash_one((peer.ip(), peer.port()));
        let word = usize::try_from(hash >> u64::BITS.ilog2()).unwrap_or(usize::MAX) % HEARD_WORDS;
        (word, 1 << (hash % u64::from(u64::BITS)))
    }
}

impl Taken<'_> {
    /// Whether a peer was noted.
    pub(super) fn has(&self, peer: SocketAddr) -> bool {
        let (word, bit) = self.heard.place(peer);
        self.words.get(word).is_some_and(|word| word & bit != 0)
    }
}

impl fmt::Debug for Heard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Heard").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn peers(range: std::ops::Range<u16>) -> impl Iterator<Item = SocketAddr> {
        range.map(|port| SocketAddr::from(([192, 0, 2, 1], port)))
    }

    #[test]
    fn who_was_noted_is_had_once_and_hardly_anybody_else() {
        let heard = Heard::new();
        peers(0..10_000).for_each(|peer| heard.note(peer));
        let taken = heard.take();
        assert!(peers(0..10_000).all(|peer| taken.has(peer)));
        // One in a hundred is expected; ten times as many is out of all likelihood.
        let wrongly = peers(10_000..20_000).filter(|peer| taken.has(*peer)).count();
        assert!(wrongly < 1000, "{wrongly}");
        let again = heard.take();
        assert!(!peers(0..10_000).any(|peer| again.has(peer)));
    }
}
