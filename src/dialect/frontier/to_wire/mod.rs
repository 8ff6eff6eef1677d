//! From the directory's words to Frontier's: every member is there, and empty where there is nothing to say.
//! It must not know who asked.

mod csv;
mod groups;
mod metaschemas;
mod search;
mod users;

use specgen_runtime::{Map, Uuid, Value};

use crate::directory::Shown;
use crate::domain::{EntityTag, Error, Id, Metadata, Status};

pub(super) use csv::user_lines;
pub(super) use groups::{
    created_group, current_user_groups, group_list, group_reply, group_user_list, groups, organizations,
};
pub(super) use metaschemas::{created_metaschema, metaschema_list, metaschema_reply};
pub(super) use search::search_reply;
pub(super) use users::{CURRENT_USER, USER, created_user, user_list, user_reply};

/// An answer that shows exactly one object, with the tag of its state.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tagged<T> {
    pub(super) etag: String,
    pub(super) body: T,
}

impl<T> Tagged<T> {
    fn new(tag: EntityTag, body: T) -> Self {
        Self { etag: tag.to_string(), body }
    }
}

impl<T> From<Shown<T>> for Tagged<T> {
    fn from(shown: Shown<T>) -> Self {
        Self { etag: shown.tag, body: shown.body }
    }
}

fn uuid(id: Id) -> Uuid {
    Uuid::from_bytes(id.to_uuid_bytes())
}

fn text(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

/// Metadata as the object that it is.
///
/// # Errors
/// `Internal` for what was stored and is none.
fn object(metadata: &Metadata) -> Result<Map<String, Value>, Error> {
    serde_json::from_str(metadata.as_str()).map_err(Error::internal)
}

const fn state(status: Status) -> &'static str {
    match status {
        Status::Active => "enabled",
        Status::Disabled => "disabled",
    }
}

/// A count as the contract has it. More than fits is as many as fit.
fn count(number: u64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// As [`count`], where the contract has long ones.
fn long(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
