//! Metaschemas: made, read, changed and deleted, and metadata checked by them. One that an organization does not have
//! allows everything. What a JSON Schema means is not known here.

use crate::auth::{Caller, Target, policy};
use crate::domain::{
    Action, Error, FieldChange, InvalidReason, Kind, Metadata, Metaschema, MetaschemaId, MetaschemaName,
    OrganizationId, Principal, TargetKind,
};
use crate::limits::ORGANIZATION_METASCHEMAS_MAX;
use crate::store::ReadTransaction;

use super::json_schema::{allows, check_schema};
use super::{Asking, Directory};

/// How a request names a metaschema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MetaschemaSelector {
    /// By id.
    Id(MetaschemaId),
    /// By name.
    Name(String),
    /// By name, else by id, for a text that can be both.
    NameOrId(String, MetaschemaId),
    /// By something that cannot be any's.
    Nothing,
}

impl MetaschemaSelector {
    fn find(&self, txn: &dyn ReadTransaction, organization: OrganizationId) -> Result<Option<Metaschema>, Error> {
        match self {
            Self::Id(id) => txn.metaschema(organization, *id),
            Self::Name(name) => txn.metaschema_by_name(organization, name),
            Self::NameOrId(name, id) => match txn.metaschema_by_name(organization, name)? {
                None => txn.metaschema(organization, *id),
                found => Ok(found),
            },
            Self::Nothing => Ok(None),
        }
    }
}

impl Directory {
    /// Lists the metaschemas of the caller's organization, by name.
    ///
    /// # Errors
    /// `Forbidden`.
    pub async fn list_metaschemas(&self, caller: &Caller) -> Result<Vec<Metaschema>, Error> {
        let caller = caller.clone();
        self.read(move |txn| {
            let principal = caller.principal();
            policy::authorize(principal, Action::MetaschemasRead, Target::Collection)?;
            txn.metaschemas(principal.organization)
        })
        .await
    }

    /// Gets a metaschema of the caller's organization.
    ///
    /// # Errors
    /// `Forbidden`; `NotFound`.
    pub async fn get_metaschema(&self, caller: &Caller, selector: MetaschemaSelector) -> Result<Metaschema, Error> {
        let caller = caller.clone();
        self.read(move |txn| authorized(txn, caller.principal(), Action::MetaschemasRead, &selector)).await
    }

    /// Makes a metaschema.
    ///
    /// # Errors
    /// `Forbidden`; `Invalid` for a schema that cannot be used, and for more than
    /// [`ORGANIZATION_METASCHEMAS_MAX`]; `AlreadyExists` for a name that is taken.
    pub async fn create_metaschema<R>(
        &self,
        asking: impl Into<Asking<Metaschema, R>> + Send,
        name: MetaschemaName,
        schema: String,
    ) -> Result<R, Error>
    where
        R: Send + 'static,
    {
        self.write_once(asking.into(), move |txn, stamp| {
            policy::authorize(stamp.principal(), Action::MetaschemasWrite, Target::Collection)?;
            check_schema(&schema)?;
            if txn.metaschemas(stamp.organization())?.len() >= ORGANIZATION_METASCHEMAS_MAX {
                return Err(Error::invalid(
                    "metaschemas",
                    InvalidReason::TooMany { max: ORGANIZATION_METASCHEMAS_MAX },
                ));
            }
            let metaschema = Metaschema {
                id: stamp.id(),
                organization: stamp.organization(),
                name: name.clone(),
                schema: schema.clone(),
                created_at: stamp.at(),
                updated_at: stamp.at(),
                version: 1,
            };
            txn.insert_metaschema(&metaschema)?;
            stamp.record(txn, TargetKind::Metaschema, metaschema.id.id(), changes(None, Some(&metaschema)))?;
            Ok(metaschema)
        })
        .await
    }

    /// Replaces the schema of a metaschema. Without a difference nothing is written. What is stored already is not
    /// checked again.
    ///
    /// # Errors
    /// `Forbidden`; `NotFound`; `Invalid` for a schema that cannot be used.
    pub async fn update_metaschema(
        &self,
        caller: &Caller,
        selector: MetaschemaSelector,
        schema: String,
    ) -> Result<Metaschema, Error> {
        self.write_as(caller, move |txn, stamp| {
            let old = authorized(txn, stamp.principal(), Action::MetaschemasWrite, &selector)?;
            stamp.check_state(Kind::Metaschema, || Ok(old.tag()))?;
            check_schema(&schema)?;
            if old.schema == schema {
                return Ok(old);
            }
            let new = Metaschema {
                schema: schema.clone(),
                updated_at: stamp.at().max(old.updated_at),
                version: old.version + 1,
                ..old.clone()
            };
            txn.update_metaschema(&old, &new)?;
            stamp.record(txn, TargetKind::Metaschema, new.id.id(), changes(Some(&old), Some(&new)))?;
            Ok(new)
        })
        .await
    }

    /// Deletes a metaschema: metadata of its kind of object is not checked any more.
    ///
    /// # Errors
    /// `Forbidden`; `NotFound`.
    pub async fn delete_metaschema(&self, caller: &Caller, selector: MetaschemaSelector) -> Result<(), Error> {
        self.write_as(caller, move |txn, stamp| {
            let old = authorized(txn, stamp.principal(), Action::MetaschemasWrite, &selector)?;
            stamp.check_state(Kind::Metaschema, || Ok(old.tag()))?;
            txn.delete_metaschema(&old)?;
            stamp.record(txn, TargetKind::Metaschema, old.id.id(), changes(Some(&old), None))
        })
        .await
    }
}

/// Finds a metaschema for an action that was authorized, whether it is there or not.
fn authorized(
    txn: &dyn ReadTransaction,
    principal: &Principal,
    action: Action,
    selector: &MetaschemaSelector,
) -> Result<Metaschema, Error> {
    policy::authorize(principal, action, Target::Collection)?;
    selector.find(txn, principal.organization)?.ok_or_else(|| Error::not_found(Kind::Metaschema))
}

/// Refuses metadata that the metaschema of this name does not allow.
///
/// # Errors
/// `Invalid(Metaschema)`.
pub(super) fn check_metadata(
    txn: &dyn ReadTransaction,
    organization: OrganizationId,
    metaschema: &str,
    metadata: &Metadata,
) -> Result<(), Error> {
    let Some(found) = txn.metaschema_by_name(organization, metaschema)? else { return Ok(()) };
    if allows(&found.schema, metadata)? { Ok(()) } else { Err(Error::invalid("metadata", InvalidReason::Metaschema)) }
}

/// What differs between two states of a metaschema, as the audit trail says it.
pub(super) fn changes(old: Option<&Metaschema>, new: Option<&Metaschema>) -> Vec<FieldChange> {
    let name = |it: &Metaschema| it.name.to_string();
    let schema = |it: &Metaschema| it.schema.clone();
    [
        FieldChange::between("name", old.map(name), new.map(name)),
        FieldChange::between("schema", old.map(schema), new.map(schema)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
