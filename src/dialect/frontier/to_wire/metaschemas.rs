//! Metaschemas.

use super::uuid;
use crate::domain::Metaschema;
use crate::generated::frontier::{MetaSchema, MetaSchemaList, MetaSchemaReply};

/// A metaschema alone.
pub(in super::super) fn metaschema_reply(found: Metaschema) -> MetaSchemaReply {
    MetaSchemaReply { metaschema: metaschema(found) }
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
