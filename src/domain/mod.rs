//! The model of the directory: values that cannot be wrong once they exist, and pure rules over them.
//! It knows nothing of serialization, HTTP, SQL, async, the clock or randomness.

pub mod action;
pub mod audit;
pub mod audit_chain;
pub mod change;
pub mod credential;
pub mod error;
pub mod group;
pub mod id;
pub mod identity;
pub mod mail;
pub mod metaschema;
pub mod name;
pub mod organization;
pub mod page;
pub mod permission;
pub mod principal;
pub mod role;
pub mod search;
pub mod text;
pub mod user;
pub mod user_patch;

pub use action::{Action, ActionSet};
pub use audit::{AuditFilter, AuditRecord, FieldChange, Order, TargetKind};
pub use audit_chain::{AuditEntry, AuditHash, AuditLink, BrokenChain, ChainCheck};
pub use change::{Change, SetChange};
pub use credential::{Credential, CredentialKind};
pub use error::{Error, ForbiddenReason, InvalidReason, Kind};
pub use group::{Group, GroupPatch};
pub use id::{AuditId, CredentialId, GroupId, Id, MailId, MetaschemaId, OrganizationId, RoleId, SessionId, UserId};
pub use identity::Identity;
pub use mail::{Delivery, Mail, MailStatus, Retries};
pub use metaschema::{Metaschema, MetaschemaName};
pub use name::{Email, Username};
pub use organization::Organization;
pub use page::{Page, PageSize};
pub use permission::Permission;
pub use principal::Principal;
pub use role::{Role, RolePatch};
pub use search::{Condition, Search, Sort, TextTest, TimeTest};
pub use user::{Metadata, Realm, RealmKind, Status, User, UserKind};
pub use user_patch::UserPatch;
