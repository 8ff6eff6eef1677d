//! Parts of a search that say beforehand how much they have. It must not know why anybody wants to know.

use futures::{StreamExt, TryStreamExt, stream};

use crate::auth::Caller;
use crate::domain::search::Search;
use crate::domain::{Error, User};
use crate::limits::COUNTED_OBJECTS_MAX;

use super::{Directory, Listing, Span, UserView};

/// A part of what fits, as it is read, and how much it has.
pub struct Counted<T> {
    /// How much there is: exactly, for up to [`COUNTED_OBJECTS_MAX`]; of more, how much there was at the beginning.
    pub count: u64,
    /// What there is.
    pub items: Listing<T>,
}

impl Directory {
    /// Lists the persons of the caller's organization that fit, as [`Directory::stream_users`], and counts them.
    ///
    /// # Errors
    /// As [`Directory::search_users`].
    pub async fn stream_counted_users(
        &self,
        caller: &Caller,
        search: Search<User>,
        span: Span,
    ) -> Result<Counted<UserView>, Error> {
        let conditions = search.conditions.clone();
        let mut rest = self.stream_users(caller, search, span).await?;
        let first: Vec<UserView> = rest.by_ref().take(COUNTED_OBJECTS_MAX).try_collect().await?;
        let read = u64::try_from(first.len()).map_err(Error::internal)?;
        let count = if first.len() < COUNTED_OBJECTS_MAX || span.limit == Some(read) {
            read
        } else {
            let fit = self.count_users(caller, conditions).await?.saturating_sub(span.offset);
            span.limit.map_or(fit, |limit| fit.min(limit)).max(read)
        };
        Ok(Counted { count, items: stream::iter(first).map(Ok).chain(rest).boxed() })
    }
}
