//! Threads that compute hashes, each with the memory that Argon2 fills, which is used again by the next hash: new memory takes
//! longer, and an allocator may keep what is freed for each thread that ever hashed. What is hashed, and how many may wait, is
//! not known here.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use argon2::{Argon2, Block};
use tokio::sync::oneshot;

use crate::domain::Error;

/// Threads that wait for work. There are as many as have ever worked at the same time.
#[derive(Clone, Debug)]
pub(super) struct Hashers {
    idle: Arc<Mutex<Vec<Sender<Job>>>>,
    /// Blocks that a thread keeps from one hash to the next.
    kept_blocks: usize,
}

type Job = Box<dyn FnOnce(&mut Scratch) + Send>;

impl Hashers {
    /// No threads yet. Each will keep what a hash of this many blocks takes.
    pub(super) fn new(kept_blocks: usize) -> Self {
        Self { idle: Arc::default(), kept_blocks }
    }

    /// Does work on a thread that has nothing else to do. `held` is dropped when the thread is idle again.
    ///
    /// # Errors
    /// `Internal` if there can be no thread, or the work panics.
    pub(super) async fn run<T, H>(
        &self,
        held: H,
        work: impl FnOnce(&mut Scratch) -> T + Send + 'static,
    ) -> Result<T, Error>
    where
        T: Send + 'static,
        H: Send + 'static,
    {
        let found = self.idle().pop();
        let thread = found.map_or_else(|| start(self.kept_blocks), Ok)?;
        let (reply, answer) = oneshot::channel();
        let (hashers, again) = (self.clone(), thread.clone());
        let job = move |scratch: &mut Scratch| {
            let result = work(scratch);
            hashers.idle().push(again);
            drop(held);
            // Nobody waits any more if the caller was cancelled.
            let _ = reply.send(result);
        };
        thread.send(Box::new(job)).map_err(|_| Error::internal("a thread that hashes passwords is gone"))?;
        answer.await.map_err(Error::internal)
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Sender<Job>>> {
        // Nothing that can panic happens under the lock.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn start(kept_blocks: usize) -> Result<Sender<Job>, Error> {
    let (sender, jobs) = mpsc::channel();
    let serve = move || serve(&jobs, kept_blocks);
    thread::Builder::new().name("password-hasher".to_owned()).spawn(serve).map_err(Error::internal)?;
    Ok(sender)
}

/// Works until nobody can send work any more.
fn serve(jobs: &Receiver<Job>, kept_blocks: usize) {
    let mut scratch = Scratch::default();
    while let Ok(job) = jobs.recv() {
        job(&mut scratch);
        if scratch.blocks.len() > kept_blocks {
            scratch.free();
        }
    }
}

/// The memory that Argon2 fills. What is left in it is never read.
#[derive(Default)]
pub(super) struct Scratch {
    blocks: Vec<Block>,
}

impl Scratch {
    /// Computes a hash as long as `output`.
    ///
    /// # Errors
    /// What Argon2 says of a salt or length that it does not have.
    pub(super) fn argon2(
        &mut self,
        hasher: &Argon2<'_>,
        password: &[u8],
        salt: &[u8],
        output: &mut [u8],
    ) -> Result<(), argon2::Error> {
        let blocks = self.blocks(hasher.params().block_count());
        hasher.hash_password_into_with_memory(password, salt, output, blocks)
    }

    fn blocks(&mut self, count: usize) -> &mut [Block] {
        if self.blocks.capacity() < count {
            // Nothing is copied: what is in it is of no use.
            self.free();
            self.blocks.reserve_exact(count);
        }
        if self.blocks.len() < count {
            self.blocks.resize(count, Block::new());
        }
        &mut self.blocks[..count]
    }

    fn free(&mut self) {
        self.blocks = Vec::new();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_thread_does_what_comes_one_after_the_other() {
        let hashers = Hashers::new(8);
        let mut threads = Vec::new();
        for _ in 0..3 {
            threads.push(hashers.run((), |_| thread::current().id()).await.expect("it works"));
        }
        assert_eq!(threads, vec![threads[0]; 3]);
    }

    #[tokio::test]
    async fn memory_is_kept_for_the_next_hash_and_no_more_than_that() {
        let hashers = Hashers::new(8);
        let filled = |count| {
            hashers.run((), move |scratch: &mut Scratch| {
                let before = scratch.blocks.len();
                assert_eq!(scratch.blocks(count).len(), count);
                before
            })
        };
        let mut before = Vec::new();
        for count in [8, 4, 16, 8] {
            before.push(filled(count).await.expect("it works"));
        }
        assert_eq!(before, [0, 8, 8, 0]);
    }

    #[tokio::test]
    async fn a_panic_is_an_error_and_the_next_work_is_done() {
        let hashers = Hashers::new(8);
        let outcome = hashers.run((), |_| panic!("as a test")).await;
        assert!(matches!(outcome, Err(Error::Internal { .. })), "{outcome:?}");
        assert_eq!(hashers.run((), |_| 7).await.ok(), Some(7));
    }

    #[test]
    fn the_memory_of_the_last_hash_does_not_show_in_the_next() {
        let params = argon2::Params::new(16, 2, 1, None).expect("a possible cost");
        let hasher = Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
        let mut scratch = Scratch::default();
        let mut hash = |password: &[u8]| {
            let mut output = [0; 32];
            scratch.argon2(&hasher, password, b"saltsalt", &mut output).expect("it can be computed");
            output
        };
        let first = hash(b"one");
        assert_ne!(hash(b"another"), first);
        assert_eq!(hash(b"one"), first);
    }
}
