//! A body that was rendered before it is answered, so that it can be answered again.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use serde::Serialize;

/// A model as the JSON text that it is sent as. Only a model makes one, so it conforms to the contract as the model does.
/// Cheap to clone.
pub struct Rendered<T> {
    text: Bytes,
    model: PhantomData<fn(T)>,
}

impl<T: Serialize> Rendered<T> {
    /// Renders a model.
    pub fn of(model: &T) -> Self {
        let text = serde_json::to_vec(model)
            .expect("a model has no map with keys that are not strings, and no failing member");
        Self { text: text.into(), model: PhantomData }
    }
}

impl<T> Rendered<T> {
    pub(crate) fn into_text(self) -> Bytes {
        self.text
    }
}

impl<T> AsRef<[u8]> for Rendered<T> {
    fn as_ref(&self) -> &[u8] {
        &self.text
    }
}

impl<T> Clone for Rendered<T> {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), model: PhantomData }
    }
}

impl<T> PartialEq for Rendered<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T> fmt::Debug for Rendered<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A model may have secrets.
        f.debug_struct("Rendered").field("bytes", &self.text.len()).finish_non_exhaustive()
    }
}
