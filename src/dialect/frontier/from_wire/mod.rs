//! From Frontier's words to the directory's. The contract's own rules hold already; here are those that a schema cannot
//! say. It must not know who is asking, or what is stored.

mod groups;
mod lists;
mod search;
mod users;

use specgen_runtime::{Field, Map, Uuid, Value};

use crate::directory::{MetaschemaSelector, Reference, UserSelector};
use crate::domain::{Error, Id, Metadata};

pub(super) use groups::{added_users, group, group_patch, new_group};
pub(super) use lists::{UserListing, groups, is_enabled, listing, members};
pub(super) use search::{UserSearch, user_search};
pub(super) use users::{Replacement, Whom, new_user, own_update, read_selector, replacement, switched, whoever};

/// The organization that a path or query names, by UUID or name.
pub(super) fn organization(text: String) -> Reference {
    match Uuid::try_parse(&text) {
        Ok(uuid) => Reference::Id(uuid.to_string()),
        Err(_) => Reference::Name(text),
    }
}

/// The organization that a query names, if it does. What is empty was not said, as in protocol buffers.
pub(super) fn said_organization(text: Option<String>) -> Option<Reference> {
    text.filter(|text| !text.is_empty()).map(organization)
}

/// The user whom a path or body names by UUID and nothing else.
pub(super) fn user_by_uuid(text: &str) -> UserSelector {
    Id::parse_uuid(text).map_or(UserSelector::Nobody, |id| UserSelector::Id(id.into()))
}

/// The metaschema that a path names by UUID and nothing else.
pub(super) fn metaschema_by_uuid(text: &str) -> MetaschemaSelector {
    Id::parse_uuid(text).map_or(MetaschemaSelector::Nothing, |id| MetaschemaSelector::Id(id.into()))
}

/// The metaschema that a path names by name or UUID.
pub(super) fn metaschema(text: String) -> MetaschemaSelector {
    match Id::parse_uuid(&text) {
        // Wire quirk (frontier): the name comes first, although it may look like a UUID; read in its source, v0.90.0.
        Some(id) => MetaschemaSelector::NameOrId(text, id.into()),
        None => MetaschemaSelector::Name(text),
    }
}

/// A text that is there: an empty one is the same as none.
fn given(text: Field<String>) -> Option<String> {
    text.value().filter(|text| !text.is_empty())
}

fn metadata(object: &Map<String, Value>) -> Result<Metadata, Error> {
    Metadata::from_object_text(serde_json::to_string(object).map_err(Error::internal)?)
}
