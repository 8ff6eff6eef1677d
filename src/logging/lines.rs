//! Takes log lines from those who write them, and passes them on from a thread of its own, many with one system call. A slow reader
//! of the log stops nobody: what may wait is bounded, and what has no room is counted.
//! Must not know what a line says.

use std::fmt;
use std::io::{self, Write};
use std::mem;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::limits::{LOG_BYTES_WAITING_MAX, LOG_WAIT_MS};

/// Where lines are written to, one at a time: bytes, and a flush at the end of each line.
pub(super) struct Line {
    bytes: Vec<u8>,
    queue: Arc<Queue>,
}

/// The thread that passes lines on. When it is dropped, everything that waits has been written.
pub(super) struct Lines {
    queue: Arc<Queue>,
    /// A mutex only since a logger must be usable behind a caught panic, which a thread's handle does not promise.
    thread: Mutex<Option<JoinHandle<()>>>,
}

struct Queue {
    waiting: Mutex<Waiting>,
    changed: Condvar,
    /// Lines that had no room, and nobody was told of yet.
    dropped: AtomicU64,
}

#[derive(Default)]
struct Waiting {
    lines: Vec<u8>,
    is_closed: bool,
}

impl Lines {
    /// Begins to pass lines on to an output.
    ///
    /// # Errors
    /// There is no thread to be had.
    pub(super) fn start(output: impl Write + Send + 'static) -> io::Result<Self> {
        let queue = Arc::new(Queue { waiting: Mutex::default(), changed: Condvar::new(), dropped: AtomicU64::new(0) });
        let theirs = Arc::clone(&queue);
        let thread = thread::Builder::new().name("log".to_owned()).spawn(move || theirs.pass_on(output))?;
        Ok(Self { queue, thread: Mutex::new(Some(thread)) })
    }

    /// Returns a place to write lines to.
    pub(super) fn line(&self) -> Line {
        Line { bytes: Vec::new(), queue: Arc::clone(&self.queue) }
    }

    /// Takes the number of lines that had no room, if there are any, and there is room for another one.
    pub(super) fn take_dropped(&self) -> Option<u64> {
        let has_dropped = self.queue.dropped.load(Ordering::Relaxed) > 0;
        let has_room = has_dropped && self.queue.waiting().lines.len() < LOG_BYTES_WAITING_MAX / 2;
        has_room.then(|| self.queue.dropped.swap(0, Ordering::Relaxed))
    }
}

impl Drop for Lines {
    fn drop(&mut self) {
        self.queue.waiting().is_closed = true;
        self.queue.changed.notify_all();
        let thread = self.thread.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            // It has failed if writing panicked, and then there is nobody left to tell.
            drop(thread.join());
        }
    }
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Ends the line.
    fn flush(&mut self) -> io::Result<()> {
        self.queue.add(&self.bytes);
        self.bytes.clear();
        Ok(())
    }
}

impl Queue {
    fn add(&self, line: &[u8]) {
        let mut waiting = self.waiting();
        if waiting.lines.len() + line.len() > LOG_BYTES_WAITING_MAX {
            self.dropped.fetch_add(1, Ordering::Relaxed);
            return;
        }
        let is_first = waiting.lines.is_empty();
        waiting.lines.extend_from_slice(line);
        if is_first {
            self.changed.notify_one();
        }
    }

    /// Writes what waits. After the first line it waits a moment for more of them: under load, that saves most requests
    /// to wake a thread.
    fn pass_on(&self, mut output: impl Write) {
        let mut lines = Vec::new();
        loop {
            let waiting = self.waiting();
            let has_none = |waiting: &mut Waiting| waiting.lines.is_empty() && !waiting.is_closed;
            let waiting = self.changed.wait_while(waiting, has_none).unwrap_or_else(PoisonError::into_inner);
            let (pause, is_open) = (Duration::from_millis(LOG_WAIT_MS), |waiting: &mut Waiting| !waiting.is_closed);
            let paused = self.changed.wait_timeout_while(waiting, pause, is_open);
            let (mut waiting, _) = paused.unwrap_or_else(PoisonError::into_inner);
            let is_closed = waiting.is_closed;
            mem::swap(&mut waiting.lines, &mut lines);
            drop(waiting);
            // Nobody could be told that the log cannot be written.
            drop(output.write_all(&lines).and_then(|()| output.flush()));
            if is_closed {
                return;
            }
            lines.clear();
        }
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        // No line is ever half added.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lines").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, Sender, channel};

    use super::*;

    /// An output that hands on each write, and takes none before it is told to.
    struct Slow {
        go: Receiver<()>,
        written: Sender<Vec<u8>>,
    }

    impl Write for Slow {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.go.recv().map_err(io::Error::other)?;
            self.written.send(bytes.to_vec()).map_err(io::Error::other)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn slow() -> (Lines, Sender<()>, Receiver<Vec<u8>>) {
        let ((may_go, go), (written, writes)) = (channel(), channel());
        (Lines::start(Slow { go, written }).expect("there is a thread"), may_go, writes)
    }

    fn write(line: &mut Line, text: &str) {
        line.write_all(text.as_bytes()).and_then(|()| line.flush()).expect("a line never fails");
    }

    #[test]
    fn every_line_is_written_once_in_its_order_before_the_end() {
        let (lines, may_go, writes) = slow();
        let mut line = lines.line();
        let expected: Vec<String> = (0..1000).map(|number| format!("line {number}\n")).collect();
        for (number, text) in expected.iter().enumerate() {
            write(&mut line, text);
            if number % 100 == 0 {
                may_go.send(()).expect("the thread runs");
            }
        }
        (0..1000).for_each(|_| may_go.send(()).expect("the thread runs"));
        drop(lines);
        let written: Vec<Vec<u8>> = writes.try_iter().collect();
        assert_eq!(String::from_utf8(written.concat()).expect("it is text"), expected.concat());
        assert!(written.len() < 100, "{} system calls", written.len());
    }

    #[test]
    fn who_reads_slowly_stops_nobody_and_is_told_what_was_left_out() {
        let (lines, may_go, writes) = slow();
        let mut line = lines.line();
        let text = "x".repeat(1024);
        let room = LOG_BYTES_WAITING_MAX / text.len();
        for _ in 0..3 * room {
            write(&mut line, &text);
        }
        assert_eq!(lines.take_dropped(), None, "there is no room to say so");
        may_go.send(()).expect("the thread runs");
        let mut first = writes.recv().expect("something is written");
        while lines.take_dropped().is_none() {
            may_go.send(()).expect("the thread runs");
            first.extend(writes.try_iter().flatten());
        }
        (0..3).for_each(|_| may_go.send(()).expect("the thread runs"));
        drop(lines);
        first.extend(writes.try_iter().flatten());
        assert!((room..=2 * room).contains(&(first.len() / text.len())), "{} bytes", first.len());
    }
}
