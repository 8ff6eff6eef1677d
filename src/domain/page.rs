//! How much of a list is asked for at once. What a cursor looks like is the directory's business.

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
        match entries {
            0 => Err(Error::invalid("page_size", InvalidReason::TooShort { min: 1 })),
            1..=PAGE_SIZE_MAX => Ok(Self(entries)),
            _ => Err(Error::invalid(
                "page_size",
                InvalidReason::TooLong { max: usize::try_from(PAGE_SIZE_MAX).unwrap_or(usize::MAX) },
            )),
        }
    }

    /// The number of entries.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}
