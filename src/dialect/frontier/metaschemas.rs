//! The operations on metaschemas.

use crate::auth::Caller;
use crate::domain::{Error, MetaschemaName};
use crate::generated::frontier::{
    CreateMetaSchemaRequest, CreateMetaSchemaResponse, MetaSchemaList, MetaSchemaReply, MetaSchemaRequestBody,
};

use super::super::repeat::once;
use super::to_wire::Tagged;
use super::users::Empty;
use super::{Frontier, from_wire, to_wire};

impl Frontier {
    pub(super) async fn list_all_metaschemas(&self, caller: &Caller) -> Result<MetaSchemaList, Error> {
        let found = self.directory.list_metaschemas(caller).await?;
        Ok(to_wire::metaschema_list(found))
    }

    pub(super) async fn add_metaschema(
        &self,
        caller: Caller,
        request: CreateMetaSchemaRequest,
    ) -> Result<CreateMetaSchemaResponse, Error> {
        let name = MetaschemaName::parse(&request.body.name)?;
        let asking = once(caller, request.idempotency_key.as_ref(), to_wire::created_metaschema);
        self.directory.create_metaschema(asking, name, request.body.schema).await
    }

    pub(super) async fn find_metaschema(&self, caller: &Caller, id: String) -> Result<Tagged<MetaSchemaReply>, Error> {
        let found = self.directory.get_metaschema(caller, from_wire::metaschema(id)).await?;
        Ok(to_wire::metaschema_reply(found))
    }

    pub(super) async fn replace_metaschema(
        &self,
        caller: &Caller,
        id: &str,
        body: MetaSchemaRequestBody,
    ) -> Result<Tagged<MetaSchemaReply>, Error> {
        let selector = from_wire::metaschema_by_uuid(id);
        let written = self.directory.update_metaschema(caller, selector, body.schema).await?;
        Ok(to_wire::metaschema_reply(written))
    }

    pub(super) async fn remove_metaschema(&self, caller: &Caller, id: &str) -> Result<Empty, Error> {
        self.directory.delete_metaschema(caller, from_wire::metaschema_by_uuid(id)).await?;
        Ok(Empty::new())
    }
}
