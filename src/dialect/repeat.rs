//! Requests that a client names, so that it can send them again: what they ask for is done once, and answered each time as it
//! was the first time. It must not know any dialect.

use specgen_runtime::{IdempotencyKey, Keep, Kept};

use crate::auth::Caller;
use crate::directory::{Asking, Repeatable};
use crate::domain::Error;

/// What a caller asks for with a request of this name, or of none, and what it is answered when that is done.
pub(super) fn once<T, R: Keep>(
    caller: Caller,
    named: Option<&IdempotencyKey>,
    answer: impl Fn(T) -> R + Send + 'static,
) -> Asking<T, R> {
    try_once(caller, named, move |done| Ok(answer(done)))
}

/// The same, where what is done may not be something that can be answered.
pub(super) fn try_once<T, R: Keep>(
    caller: Caller,
    named: Option<&IdempotencyKey>,
    answer: impl Fn(T) -> Result<R, Error> + Send + 'static,
) -> Asking<T, R> {
    Asking::once(caller, named.map(|key| (key.as_str(), *key.request())), answer)
}

impl<R: Keep> Repeatable for R {
    fn keep(self) -> (Self, Option<Vec<u8>>) {
        // The first answer is made of what is kept too, so it is the same as all that follow.
        match Kept::of(self) {
            Ok(kept) => {
                let bytes = kept.to_bytes();
                (<Self as Keep>::again(kept), Some(bytes))
            }
            Err(failure) => (failure, None),
        }
    }

    fn again(kept: &[u8]) -> Option<Self> {
        Kept::from_bytes(kept).map(<Self as Keep>::again)
    }
}
