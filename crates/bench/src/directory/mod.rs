//! The directories that are measured: how they are filled, kept and copied, and what requests to them are about.

mod pools;
pub(crate) mod seed;
mod templates;

pub(crate) use pools::{Pools, make_victims};
pub(crate) use templates::{Template, Templates, copy_directory};
