//! How much of a list is asked for at once, and what is answered. What a marker looks like is not known here.

use crate::limits::PAGE_SIZE_MAX;

use super::error::{Error, InvalidReason};

/// The number of entries of one page: 1 to [`PAGE_SIZE_MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageSize(u32);

impl PageSize {
    /// Parses a page size.
    ///
    /// # Errors
    /// `Invalid` for zero and for more than the maximum.
    pub fn parse(entries: u32) -> Result<Self, Error> {
        if (1..=PAGE_SIZE_MAX).contains(&entries) {
            Ok(Self(entries))
        } else {
            Err(Error::invalid("page_size", InvalidReason::OutOfRange { min: 1, max: PAGE_SIZE_MAX }))
        }
    }

    /// The number of entries.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The entries, in the order of the list.
    pub items: Vec<T>,
    /// The marker after which the list goes on; none on its last page.
    pub next: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_one_entry_at_least_and_a_maximum() {
        for (entries, fits) in [(0, false), (1, true), (PAGE_SIZE_MAX, true), (PAGE_SIZE_MAX + 1, false)] {
            assert_eq!(PageSize::parse(entries).ok().map(PageSize::get), fits.then_some(entries));
        }
    }
}
