//! Lists that a server gives by pages, read until there are enough. Must not know what is listed.

/// Entries that one page has at most, in every list that has pages here.
const PAGE_SIZE_MAX: usize = 1000;

/// Reads as many pages as `limit` entries take. `page` asks for one, of at most so many entries, behind a cursor or from
/// the first, and answers its entries and the next cursor.
///
/// # Errors
/// Those of `page`.
pub(super) async fn read_pages<T>(
    limit: usize,
    page: impl AsyncFn(i32, Option<String>) -> anyhow::Result<(Vec<T>, Option<String>)>,
) -> anyhow::Result<Vec<T>> {
    let mut found = Vec::new();
    let mut cursor = None;
    while found.len() < limit {
        let size = i32::try_from((limit - found.len()).min(PAGE_SIZE_MAX))?;
        let (items, next) = page(size, cursor).await?;
        found.extend(items);
        cursor = next;
        if cursor.is_none() {
            break;
        }
    }
    Ok(found)
}
