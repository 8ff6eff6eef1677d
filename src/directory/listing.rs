//! Lists without an end in sight: read page by page while they are taken, each page a transaction of its own, so that
//! neither memory nor a snapshot grows with them. Pages are found by key: what stays while they are read is listed once.

use std::time::Duration;

use futures::stream::{self, BoxStream};
use futures::{StreamExt, TryStreamExt};

use crate::domain::Error;
use crate::limits::LISTING_RETRIES_MAX;

/// Objects as they are read. An error is the end.
pub type Listing<T> = BoxStream<'static, Result<T, Error>>;

/// Some objects, and after which key there may be more; none where these were the last.
pub(super) type Portion<T, K> = (Vec<T>, Option<K>);

/// Lists what `read` finds: at first without a key, then after the one that it said.
/// The first portion is read before this returns, so a refusal is known in time; each further one when it is wanted.
///
/// # Errors
/// Those of the first portion.
pub(super) async fn listing<T, K, R, F>(mut read: R) -> Result<Listing<T>, Error>
where
    T: Send + 'static,
    K: Clone + Send + 'static,
    R: FnMut(Option<K>) -> F + Send + 'static,
    F: Future<Output = Result<Portion<T, K>, Error>> + Send + 'static,
{
    let (first, next) = read(None).await?;
    let further = stream::try_unfold((next, read), |(next, mut read)| async move {
        let Some(after) = next else { return Ok::<_, Error>(None) };
        let (items, next) = read_patiently(&mut read, after).await?;
        Ok(Some((stream::iter(items).map(Ok), (next, read))))
    });
    Ok(stream::iter(first).map(Ok).chain(further.try_flatten()).boxed())
}

/// Comes back later where the store is busy: whoever has half of a list cannot be told to.
async fn read_patiently<T, K, R, F>(read: &mut R, after: K) -> Result<Portion<T, K>, Error>
where
    K: Clone,
    R: FnMut(Option<K>) -> F,
    F: Future<Output = Result<Portion<T, K>, Error>>,
{
    for _ in 0..LISTING_RETRIES_MAX {
        match read(Some(after.clone())).await {
            Err(Error::LimitExceeded { retry_after_s, .. }) => {
                tokio::time::sleep(Duration::from_secs(retry_after_s.into())).await;
            }
            answer => return answer,
        }
    }
    read(Some(after)).await
}

#[cfg(test)]
mod tests {
    use std::future::ready;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    const BUSY: Error = Error::LimitExceeded { what: "jobs", retry_after_s: 0 };

    /// Lists the numbers below ten by threes, and counts how often it is asked.
    fn threes(
        asked: Arc<AtomicU32>,
    ) -> impl FnMut(Option<u32>) -> std::future::Ready<Result<Portion<u32, u32>, Error>> {
        move |after| {
            asked.fetch_add(1, Ordering::Relaxed);
            let from = after.map_or(0, |after| after + 1);
            let to = (from + 3).min(10);
            ready(Ok(((from..to).collect(), (to < 10).then_some(to - 1))))
        }
    }

    #[tokio::test]
    async fn pages_are_read_when_they_are_wanted_and_joined_in_order() {
        let asked = Arc::new(AtomicU32::new(0));
        let mut listing = listing(threes(Arc::clone(&asked))).await.expect("the first page is there");
        assert_eq!(asked.load(Ordering::Relaxed), 1);
        for expected in 0..10 {
            assert_eq!(listing.try_next().await.expect("no fault"), Some(expected));
            assert_eq!(asked.load(Ordering::Relaxed), expected / 3 + 1);
        }
        assert_eq!(listing.try_next().await.expect("no fault"), None);
    }

    #[tokio::test]
    async fn a_refusal_comes_before_the_list_and_a_fault_ends_it() {
        let refused = listing(|_: Option<u32>| ready(Err::<Portion<u32, u32>, _>(BUSY))).await;
        assert!(matches!(refused, Err(Error::LimitExceeded { .. })));
        let failing = |after: Option<u32>| {
            ready(if after.is_none() { Ok((vec![1], Some(1))) } else { Err(Error::internal("corrupt row")) })
        };
        let listed: Vec<_> = listing(failing).await.expect("the first page is there").collect().await;
        assert!(matches!(listed.as_slice(), [Ok(1), Err(Error::Internal { .. })]), "{listed:?}");
    }

    #[tokio::test]
    async fn a_busy_store_is_asked_again_a_bounded_number_of_times() {
        let asked = Arc::new(AtomicU32::new(0));
        let counter = Arc::clone(&asked);
        let busy_until = |times: u32| {
            let counter = Arc::clone(&counter);
            move |after: Option<u32>| {
                let is_busy = after.is_some() && counter.fetch_add(1, Ordering::Relaxed) < times;
                ready(if is_busy { Err(BUSY) } else { Ok((vec![7], after.is_none().then_some(7))) })
            }
        };
        let listed: Vec<_> = listing(busy_until(3)).await.expect("it begins").try_collect().await.expect("it ends");
        assert_eq!((listed, asked.swap(0, Ordering::Relaxed)), (vec![7, 7], 4));
        let refused = listing(busy_until(u32::MAX)).await.expect("it begins").try_collect::<Vec<_>>().await;
        assert!(matches!(refused, Err(Error::LimitExceeded { .. })));
        assert_eq!(asked.load(Ordering::Relaxed), LISTING_RETRIES_MAX + 1);
    }
}
