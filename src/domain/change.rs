//! What a partial update says about one field: nothing, empty it, or set it.

use std::collections::BTreeSet;

/// What an update says about a field that can be empty.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Change<T> {
    /// The field stays as it is.
    #[default]
    Keep,
    /// The field becomes empty.
    Clear,
    /// The field gets this value.
    Set(T),
}

impl<T> Change<T> {
    /// The change that makes a field exactly this, empty included: what a full replacement says.
    pub fn replace(value: Option<T>) -> Self {
        value.map_or(Self::Clear, Self::Set)
    }

    /// The field after the change.
    #[must_use]
    pub fn applied_to(&self, current: &Option<T>) -> Option<T>
    where
        T: Clone,
    {
        match self {
            Self::Keep => current.clone(),
            Self::Clear => None,
            Self::Set(value) => Some(value.clone()),
        }
    }

    /// The same change with its value translated.
    ///
    /// # Errors
    /// Whatever the translation of a set value refuses.
    pub fn try_map<U, E>(self, translate: impl FnOnce(T) -> Result<U, E>) -> Result<Change<U>, E> {
        Ok(match self {
            Self::Keep => Change::Keep,
            Self::Clear => Change::Clear,
            Self::Set(value) => Change::Set(translate(value)?),
        })
    }

    /// Whether the field is left alone.
    #[must_use]
    pub const fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }

    /// The value to be set, if one is.
    #[must_use]
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }
}

/// What an update says about a set.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum SetChange<T> {
    /// The set stays as it is.
    #[default]
    Keep,
    /// The set becomes exactly this.
    Replace(BTreeSet<T>),
    /// These become members, if they are not yet.
    Add(BTreeSet<T>),
    /// These are members no longer.
    Remove(BTreeSet<T>),
}

impl<T: Ord> SetChange<T> {
    /// The set after the change.
    #[must_use]
    pub fn applied_to(&self, current: &BTreeSet<T>) -> BTreeSet<T>
    where
        T: Clone,
    {
        match self {
            Self::Keep => current.clone(),
            Self::Replace(set) => set.clone(),
            Self::Add(set) => current | set,
            Self::Remove(set) => current - set,
        }
    }

    /// The same change with its members translated.
    ///
    /// # Errors
    /// Whatever the translation refuses.
    pub fn try_map<U: Ord, E>(
        self,
        translate: impl FnOnce(BTreeSet<T>) -> Result<BTreeSet<U>, E>,
    ) -> Result<SetChange<U>, E> {
        Ok(match self {
            Self::Keep => SetChange::Keep,
            Self::Replace(set) => SetChange::Replace(translate(set)?),
            Self::Add(set) => SetChange::Add(translate(set)?),
            Self::Remove(set) => SetChange::Remove(translate(set)?),
        })
    }
}
