//! Bodies that are made while they are sent: items joined into chunks, no faster than the client takes them.
//!
//! Once the first byte is out the status cannot be taken back, so a fault in the middle breaks the connection: what the
//! client has is recognizably not all. Nothing here holds more than one chunk.

use std::any::Any;
use std::error::Error;
use std::fmt;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use dropshot::Body;
use futures::stream::BoxStream;
use futures::{Stream, StreamExt, stream};
use http_body::Frame;
use http_body_util::BodyExt;
use serde::Serialize;
use slog::error;

use crate::{Call, Field, Response};

/// How many bytes are joined before they are handed to the connection, at least; one item more fits at most.
const CHUNK_BYTES: usize = 16 * 1024;

/// Why a body ends before its end. For the log: the client only sees that the connection breaks.
#[derive(Debug)]
pub struct StreamFault(String);

impl StreamFault {
    /// Keeps the error and what it came from.
    fn of(error: &(dyn Error + 'static)) -> Self {
        let causes = std::iter::successors(Some(error), |error| (*error).source());
        Self(causes.map(ToString::to_string).collect::<Vec<_>>().join(": "))
    }

    fn of_panic(panic: &(dyn Any + Send)) -> Self {
        let text = panic.downcast_ref::<&str>().copied();
        let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
        Self(format!("the stream panicked: {}", text.unwrap_or_default()))
    }
}

impl fmt::Display for StreamFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for StreamFault {}

/// The items of an array that is sent while they are found: what `x-stream` makes of an array.
pub struct Items<T> {
    // Dropshot wants bodies that can be shared between threads. Nothing is ever locked: only `get_mut` is used.
    found: Mutex<BoxStream<'static, Result<T, StreamFault>>>,
}

impl<T: Send + 'static> Items<T> {
    /// Takes the items as they come. An error, or a panic, breaks the connection and is logged.
    pub fn new<E: Error + 'static>(items: impl Stream<Item = Result<T, E>> + Send + 'static) -> Self {
        let found = AssertUnwindSafe(items).catch_unwind().map(|item| match item {
            Ok(item) => item.map_err(|error| StreamFault::of(&error)),
            Err(panic) => Err(StreamFault::of_panic(panic.as_ref())),
        });
        Self { found: Mutex::new(found.boxed()) }
    }
}

impl<T: Send + 'static> From<Vec<T>> for Items<T> {
    fn from(items: Vec<T>) -> Self {
        Self { found: Mutex::new(stream::iter(items).map(Ok).boxed()) }
    }
}

impl<T> Stream for Items<T> {
    type Item = Result<T, StreamFault>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.found.get_mut().unwrap_or_else(PoisonError::into_inner).poll_next_unpin(context)
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Items(..)")
    }
}

/// A text that is sent in pieces while they are found: what `x-stream` makes of a string.
#[derive(Debug)]
pub struct TextItems(Items<String>);

impl TextItems {
    /// Takes the pieces as they come; they are sent as they are, with nothing in between.
    pub fn new<E: Error + 'static>(pieces: impl Stream<Item = Result<String, E>> + Send + 'static) -> Self {
        Self(Items::new(pieces))
    }
}

impl From<Vec<String>> for TextItems {
    fn from(pieces: Vec<String>) -> Self {
        Self(pieces.into())
    }
}

/// A body that is made while it is sent.
#[derive(Debug)]
pub struct Streamed(Body);

impl Streamed {
    pub(crate) fn into_body(self) -> Body {
        self.0
    }

    fn join<T: Send + 'static>(items: Items<T>, opening: Vec<u8>, write: Write<T>, closing: &'static [u8]) -> Self {
        Self(Body::wrap(Joined { items, buffer: opening, write, is_first: true, closing, is_over: false }))
    }
}

impl<T: Serialize + Send + 'static> From<Items<T>> for Streamed {
    fn from(items: Items<T>) -> Self {
        Self::join(items, b"[".to_vec(), write_json, b"]")
    }
}

impl From<TextItems> for Streamed {
    fn from(pieces: TextItems) -> Self {
        Self::join(pieces.0, Vec::new(), |piece, _, buffer| buffer.extend_from_slice(piece.as_bytes()), b"")
    }
}

/// An object of which one array is streamed, being put together: all other members go first.
#[derive(Debug)]
pub struct StreamedObject {
    /// From the opening brace on.
    written: Vec<u8>,
}

impl StreamedObject {
    /// Starts without members.
    #[expect(clippy::new_without_default, reason = "an object without its array is not worth having")]
    pub fn new() -> Self {
        Self { written: b"{".to_vec() }
    }

    /// Adds a member.
    pub fn member(mut self, name: &str, value: &impl Serialize) -> Self {
        self.write_name(name);
        write_value(value, &mut self.written);
        self
    }

    /// Adds a member, if there is a value.
    pub fn optional(self, name: &str, value: &Option<impl Serialize>) -> Self {
        match value {
            Some(value) => self.member(name, value),
            None => self,
        }
    }

    /// Adds a member, unless it is absent.
    pub fn field(self, name: &str, value: &Field<impl Serialize>) -> Self {
        if value.is_absent() { self } else { self.member(name, value) }
    }

    /// Ends with the streamed array.
    pub fn items<T: Serialize + Send + 'static>(mut self, name: &str, items: Items<T>) -> Streamed {
        self.write_name(name);
        self.written.push(b'[');
        Streamed::join(items, self.written, write_json, b"]}")
    }

    fn write_name(&mut self, name: &str) {
        if self.written.len() > 1 {
            self.written.push(b',');
        }
        write_value(&name, &mut self.written);
        self.written.push(b':');
    }
}

/// Writes an item, and what separates it from the one before unless it is the first.
type Write<T> = fn(item: &T, is_first: bool, buffer: &mut Vec<u8>);

fn write_json<T: Serialize>(item: &T, is_first: bool, buffer: &mut Vec<u8>) {
    if !is_first {
        buffer.push(b',');
    }
    write_value(item, buffer);
}

fn write_value(value: &impl Serialize, buffer: &mut Vec<u8>) {
    serde_json::to_writer(buffer, value)
        .expect("a model has no map with keys that are not strings, and no failing member");
}

/// Items on their way into chunks.
struct Joined<T> {
    items: Items<T>,
    /// What the next chunk has so far.
    buffer: Vec<u8>,
    write: Write<T>,
    is_first: bool,
    closing: &'static [u8],
    is_over: bool,
}

impl<T> Joined<T> {
    fn take_chunk(&mut self) -> Poll<Option<Result<Frame<Bytes>, StreamFault>>> {
        let next = Vec::with_capacity(if self.is_over { 0 } else { self.buffer.capacity() });
        let chunk = std::mem::replace(&mut self.buffer, next);
        Poll::Ready((!chunk.is_empty()).then(|| Ok(Frame::data(chunk.into()))))
    }
}

impl<T> http_body::Body for Joined<T> {
    type Data = Bytes;
    type Error = StreamFault;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, StreamFault>>> {
        if self.is_over {
            return Poll::Ready(None);
        }
        while self.buffer.len() < CHUNK_BYTES {
            match self.items.poll_next_unpin(context) {
                Poll::Ready(Some(Ok(item))) => {
                    let Self { write, is_first, buffer, .. } = &mut *self;
                    write(&item, std::mem::replace(is_first, false), buffer);
                }
                Poll::Ready(Some(Err(fault))) => {
                    self.is_over = true;
                    return Poll::Ready(Some(Err(fault)));
                }
                Poll::Ready(None) => {
                    self.is_over = true;
                    let closing = self.closing;
                    self.buffer.extend_from_slice(closing);
                    return self.take_chunk();
                }
                // What is there goes out while the rest is waited for.
                Poll::Pending if self.buffer.is_empty() => return Poll::Pending,
                Poll::Pending => return self.take_chunk(),
            }
        }
        self.take_chunk()
    }

    fn is_end_stream(&self) -> bool {
        self.is_over
    }
}

/// Logs the fault that a streamed body breaks off with; other responses stay as they are.
pub(crate) fn log_fault(response: Response, call: &Call) -> Response {
    if http_body::Body::size_hint(response.body()).exact().is_some() {
        return response;
    }
    let (log, request_id) = (call.log().clone(), call.request_id().to_owned());
    response.map(|body| {
        Body::wrap(body.map_err(move |fault| {
            error!(log, "response cut short"; "request_id" => &request_id, "error" => %fault);
            fault
        }))
    })
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    async fn text_of(streamed: impl Into<Streamed>) -> String {
        let whole = streamed.into().into_body().collect().await.expect("no fault").to_bytes();
        String::from_utf8(whole.to_vec()).expect("JSON is UTF-8")
    }

    #[tokio::test]
    async fn items_are_an_array_alone_or_after_the_other_members() {
        assert_eq!(text_of(Items::<u8>::from(Vec::new())).await, "[]");
        assert_eq!(text_of(Items::from(vec![1, 2])).await, "[1,2]");
        assert_eq!(text_of(TextItems::from(vec!["a\r\n".to_owned(), "b".to_owned()])).await, "a\r\nb");
        let object = StreamedObject::new()
            .member("total", &3)
            .optional("next", &None::<u8>)
            .field("note", &Field::<u8>::Null)
            .items("users", Items::from(vec!["a\"b"]));
        assert_eq!(text_of(object).await, r#"{"total":3,"note":null,"users":["a\"b"]}"#);
        assert_eq!(
            text_of(StreamedObject::new().items("users", Items::<u8>::from(Vec::new()))).await,
            r#"{"users":[]}"#
        );
    }

    #[tokio::test]
    async fn no_item_is_made_before_there_is_room_for_it() {
        let made = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&made);
        let items = stream::iter(0..10_000).map(move |_| {
            counter.fetch_add(1, Ordering::Relaxed);
            Ok::<_, Infallible>("x".repeat(1000))
        });
        let mut body = Streamed::from(Items::new(items)).into_body();
        assert_eq!(made.load(Ordering::Relaxed), 0);
        for chunk in 1..=20 {
            let frame = body.frame().await.expect("there is more").expect("no fault");
            let length = frame.into_data().expect("frames are data").len();
            assert!((CHUNK_BYTES..CHUNK_BYTES + 1010).contains(&length), "{length}");
            let most = chunk * (CHUNK_BYTES / 1000 + 1);
            assert!(made.load(Ordering::Relaxed) <= most, "{made:?} after {chunk}");
        }
    }

    #[tokio::test]
    async fn a_fault_and_a_panic_end_in_an_error_with_its_causes() {
        let cause = std::io::Error::other("disk on fire");
        let failing = stream::iter([Ok(1), Err(cause), Ok(2)]);
        let fault = Streamed::from(Items::new(failing)).into_body().collect().await.expect_err("it fails");
        assert_eq!(fault.to_string(), "disk on fire");
        let panicking = stream::iter(0..3).map(|item| {
            assert!(item < 2, "no third");
            Ok::<_, Infallible>(item)
        });
        let fault = Streamed::from(Items::new(panicking)).into_body().collect().await.expect_err("it panics");
        assert_eq!(fault.to_string(), "the stream panicked: no third");
    }

    /// Keeps what is logged.
    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<Vec<String>>>);

    impl slog::Drain for Kept {
        type Ok = ();
        type Err = slog::Never;

        fn log(&self, record: &slog::Record<'_>, _: &slog::OwnedKVList) -> Result<(), slog::Never> {
            self.0.lock().expect("nobody panics").push(record.msg().to_string());
            Ok(())
        }
    }

    #[tokio::test]
    async fn a_fault_is_logged_once_and_a_whole_body_never() {
        let kept = Kept::default();
        let log = slog::Logger::root(slog::Fuse(kept.clone()), slog::o!());
        let (head, ()) = http::Request::new(()).into_parts();
        let call = Call::new("r1".to_owned(), head, ([127, 0, 0, 1], 80).into(), log);
        let respond = |items: Items<u8>| log_fault(Response::new(Streamed::from(items).into_body()), &call);
        assert!(respond(Items::from(vec![1])).into_body().collect().await.is_ok());
        let failing = stream::iter([Ok(1), Err(std::io::Error::other("disk on fire"))]);
        assert!(respond(Items::new(failing)).into_body().collect().await.is_err());
        assert_eq!(*kept.0.lock().expect("nobody panics"), ["response cut short"]);
    }

    #[tokio::test]
    async fn what_is_there_goes_out_while_the_rest_is_waited_for() {
        let items = stream::iter([1]).chain(stream::pending()).map(Ok::<_, Infallible>);
        let mut body = Streamed::from(Items::new(items)).into_body();
        let first = body.frame().await.expect("there is something").expect("no fault");
        assert_eq!(first.into_data().expect("frames are data"), "[1");
    }
}
