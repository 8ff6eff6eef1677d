//! The dialect `frontier`: users as Raystack Frontier v1beta1 has them. Each operation is translated in, asked of the
//! directory, and translated out. It must not know another dialect or the store.

mod api;
mod error;
mod from_wire;
mod groups;
mod metaschemas;
mod to_wire;
mod users;

use crate::directory::Directory;

/// Frontier's door to a directory.
#[derive(Clone, Debug)]
pub struct Frontier {
    directory: Directory,
}

impl Frontier {
    /// A door to this directory.
    #[must_use]
    pub const fn new(directory: Directory) -> Self {
        Self { directory }
    }
}
