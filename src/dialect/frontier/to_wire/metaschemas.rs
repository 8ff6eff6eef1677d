//! Metaschemas.

use super::{Tagged, uuid};
use crate::domain::Metaschema;
use crate::generated::frontier::{CreateMetaSchemaResponse, MetaSchema, MetaSchemaList, MetaSchemaReply};

/// A metaschema alone.
pub(in super::super) fn metaschema_reply(found: Metaschema) -> Tagged<MetaSchemaReply> {
    Tagged::new(found.tag(), MetaSchemaReply { metaschema: metaschema(found) })
}

/// The answer to a creation.
pub(in super::super) fn created_metaschema(made: Metaschema) -> CreateMetaSchemaResponse {
    let Tagged { etag, body } = metaschema_reply(made);
    CreateMetaSchemaResponse::Ok { etag, body }
}

/// All metaschemas.
pub(in super::super) fn metaschema_list(found: Vec<Metaschema>) -> MetaSchemaList {
    MetaSchemaList { metaschemas: found.into_iter().map(metaschema).collect() }
}

fn metaschema(found: Metaschema) -> MetaSchema {
    MetaSchema {
        id: uuid(found.id.id()),
        name: found.name.to_string(),
        schema: found.schema,
        created_at: found.created_at.into(),
        updated_at: found.updated_at.into(),
    }
}
